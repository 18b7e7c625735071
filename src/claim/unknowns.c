// SPDX-License-Identifier: GPL-3.0-or-later
// unknowns.c - the table of a frame's unknowns: found by what they are of, and
// in rings of those that differ by their partner only.

#include <stdlib.h>
#include <string.h>

#include "claim/stance.h"

// FNV-1a, Fowler, Noll & Vo (1991).
static uint64_t mix(uint64_t hash, const void *bytes, size_t n)
{
    const unsigned char *at = bytes;

    for (size_t i = 0; i < n; i++) {
        hash = (hash ^ at[i]) * UINT64_C(1099511628211);
    }
    return hash;
}

static uint64_t mix_text(uint64_t hash, const char *text)
{
    return mix(hash, text, strlen(text) + 1);
}

// Of all but the partner.
static uint64_t hash_beside(const ot_quantity *q, int held, int32_t first)
{
    uint64_t hash = UINT64_C(14695981039346656037);

    hash = mix(hash, &q->reporter, sizeof q->reporter);
    hash = mix(hash, &held, sizeof held);
    hash = mix(hash, &first, sizeof first);
    hash = mix_text(hash, q->commodity);
    hash = mix_text(hash, q->basis);
    hash = mix_text(hash, q->vintage);
    return mix_text(hash, q->unit);
}

static uint64_t hash_of(const ot_quantity *q, int held, int32_t first)
{
    return mix(hash_beside(q, held, first), &q->partner, sizeof q->partner);
}

static bool same_but_partner(const ot_quantity *a, const ot_quantity *b)
{
    return a->reporter == b->reporter &&
           strcmp(a->commodity, b->commodity) == 0 &&
           strcmp(a->basis, b->basis) == 0 &&
           strcmp(a->vintage, b->vintage) == 0 && strcmp(a->unit, b->unit) == 0;
}

static bool beside(const ot_unknown *a, const ot_unknown *b)
{
    return a->held == b->held && a->of.period.first == b->of.period.first &&
           same_but_partner(&a->of, &b->of);
}

// The slot that holds it, or the free one where it belongs.
static size_t slot_of(const ot_unknowns *t, const ot_quantity *q, int held,
                      int32_t first)
{
    size_t i = (size_t)hash_of(q, held, first) & (t->slots - 1);

    for (; t->slot[i] >= 0; i = (i + 1) & (t->slots - 1)) {
        const ot_unknown *u = &t->at[t->slot[i]];
        if (u->held == held && u->of.period.first == first &&
            u->of.partner == q->partner && same_but_partner(&u->of, q)) {
            break;
        }
    }
    return i;
}

int ot__unknowns_find(const ot_unknowns *t, const ot_quantity *q, int held,
                      int32_t first)
{
    return t->slots == 0 ? -1 : t->slot[slot_of(t, q, held, first)];
}

static int *free_slots(size_t n)
{
    int *slot = malloc(n * sizeof *slot);

    for (size_t i = 0; slot != NULL && i < n; i++) {
        slot[i] = -1;
    }
    return slot;
}

// At most half of the slots are taken.
static bool grow(ot_unknowns *t)
{
    const size_t slots = t->slots > 0 ? 2 * t->slots : 64;
    ot_unknown *at = realloc(t->at, slots / 2 * sizeof *at);

    if (at == NULL) {
        return false;
    }
    t->at = at;
    int *slot = free_slots(slots);
    if (slot == NULL) {
        return false;
    }
    free(t->slot);
    t->slot = slot;
    t->slots = slots;
    for (int j = 0; j < t->n; j++) {
        const ot_unknown *u = &t->at[j];
        t->slot[slot_of(t, &u->of, u->held, u->of.period.first)] = j;
    }
    return true;
}

int ot__unknowns_put(ot_unknowns *t, const ot_quantity *q, int held,
                     ot_period stretch)
{
    const int found = ot__unknowns_find(t, q, held, stretch.first);

    if (found >= 0) {
        return found;
    }
    if ((size_t)t->n == t->slots / 2 && !grow(t)) {
        return -1;
    }
    ot_unknown *u = &t->at[t->n];
    *u = (ot_unknown){.of = *q, .held = held};
    u->of.period = stretch;
    u->of.flow = NULL;
    t->slot[slot_of(t, q, held, stretch.first)] = t->n;
    return t->n++;
}

bool ot__unknowns_ring(ot_unknowns *t)
{
    int *last = free_slots(t->slots); // by hash
    int *ring = malloc(((size_t)t->n + 1) * sizeof *ring);

    for (int j = 0; last != NULL && ring != NULL && j < t->n; j++) {
        const ot_unknown *u = &t->at[j];
        size_t i = (size_t)hash_beside(&u->of, u->held, u->of.period.first) &
                   (t->slots - 1);
        while (last[i] >= 0 && !beside(&t->at[last[i]], u)) {
            i = (i + 1) & (t->slots - 1);
        }
        ring[j] = last[i] >= 0 ? ring[last[i]] : j;
        if (last[i] >= 0) {
            ring[last[i]] = j;
        }
        last[i] = j;
    }
    free(t->ring);
    t->ring = ring;
    const bool made = last != NULL || t->n == 0;
    free(last);
    return made && ring != NULL;
}

void ot__unknowns_free(ot_unknowns *t)
{
    free(t->at);
    free(t->slot);
    free(t->ring);
    *t = (ot_unknowns){0};
}
