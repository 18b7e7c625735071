// SPDX-License-Identifier: GPL-3.0-or-later
// store.c - sums in blocks that never move, under a table of their numbers.
#include "data/store.h"

#include <stdlib.h>

void ot__store_free(ot_store *s)
{
    for (size_t i = 0; i < s->blocks; i++) {
        free(s->block[i]);
    }
    free(s->block);
    free(s->slot);
    free(s->tag);
    *s = (ot_store){0};
}

void ot__store_settle(ot_store *s)
{
    free(s->slot);
    free(s->tag);
    s->slot = NULL;
    s->tag = NULL;
    s->slots = 0;
}

static uint64_t hash_of(const uint64_t key[2])
{
    uint64_t h = (key[0] ^ key[0] >> 32) * 0x9e3779b97f4a7c15u;

    h = (h ^ h >> 29 ^ key[1]) * 0xbf58476d1ce4e5b9u;
    return h ^ h >> 32;
}

static uint8_t tag_of(uint64_t hash)
{
    return (uint8_t)(hash >> 56);
}

static bool more_slots(ot_store *s)
{
    size_t slots = s->slots > 0 ? 2 * s->slots : 256;

    while (4 * s->n >= 3 * slots) { // it was settled
        slots *= 2;
    }
    uint32_t *slot = calloc(slots, sizeof *slot);
    uint8_t *tag = malloc(slots);
    if (slot == NULL || tag == NULL) {
        free(slot);
        free(tag);
        return false;
    }
    for (size_t i = 0; i < s->n; i++) {
        const uint64_t hash = hash_of(ot__store_sum(s, i)->key);
        size_t at = (size_t)hash & (slots - 1);
        while (slot[at] != 0) {
            at = (at + 1) & (slots - 1);
        }
        slot[at] = (uint32_t)i + 1;
        tag[at] = tag_of(hash);
    }
    free(s->slot);
    free(s->tag);
    s->slot = slot;
    s->tag = tag;
    s->slots = slots;
    return true;
}

static bool more_sums(ot_store *s)
{
    if (s->n < s->blocks * OT_STORE_BLOCK) {
        return true;
    }
    ot_sum **block = realloc(s->block, (s->blocks + 1) * sizeof(ot_sum *));
    if (block == NULL) {
        return false;
    }
    s->block = block;
    block[s->blocks] = malloc(OT_STORE_BLOCK * sizeof(ot_sum));
    s->blocks += block[s->blocks] != NULL;
    return s->n < s->blocks * OT_STORE_BLOCK;
}

ot_sum *ot__store_at(ot_store *s, const uint64_t key[2])
{
    if (4 * s->n >= 3 * s->slots && !more_slots(s)) {
        return NULL;
    }
    const uint64_t hash = hash_of(key);
    size_t at = (size_t)hash & (s->slots - 1);
    for (; s->slot[at] != 0; at = (at + 1) & (s->slots - 1)) {
        if (s->tag[at] != tag_of(hash)) {
            continue;
        }
        ot_sum *sum = ot__store_sum(s, s->slot[at] - 1);
        if (sum->key[0] == key[0] && sum->key[1] == key[1]) {
            return sum;
        }
    }
    if (s->n == UINT32_MAX - 1 || !more_sums(s)) {
        return NULL;
    }
    ot_sum *sum = ot__store_sum(s, s->n++);
    *sum = (ot_sum){{key[0], key[1]}, {0, 0}, 0};
    s->slot[at] = (uint32_t)s->n;
    s->tag[at] = tag_of(hash);
    return sum;
}

static void add(ot_sum *to, const ot_sum *from)
{
    to->amount[0] += from->amount[0];
    to->amount[1] += from->amount[1] + (to->amount[0] < from->amount[0]);
    to->rows += from->rows;
}

// The first n sums of a block. false: no memory.
static bool add_block(ot_store *to, const ot_sum *block, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        ot_sum *here = ot__store_at(to, block[i].key);
        if (here == NULL) {
            return false;
        }
        add(here, &block[i]);
    }
    return true;
}

bool ot__store_absorb(ot_store *to, ot_store *from)
{
    bool good = true;

    ot__store_settle(from);
    if (to->n == 0) {
        ot__store_free(to);
        *to = *from;
        *from = (ot_store){0};
        return true;
    }
    for (size_t b = 0; b < from->blocks; b++) {
        ot_sum *block = from->block[b];
        const size_t left = from->n - b * OT_STORE_BLOCK;
        from->block[b] = NULL;
        good = good && add_block(to, block,
                                 left < OT_STORE_BLOCK ? left : OT_STORE_BLOCK);
        free(block); // it is done with: both are never held whole
    }
    ot__store_free(from);
    return good;
}
