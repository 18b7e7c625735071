// SPDX-License-Identifier: GPL-3.0-or-later
// intern.c - texts as small numbers.

#include "data/intern.h"

#include <stdlib.h>
#include <string.h>

uint64_t ot__hash(const void *bytes, size_t n)
{
    const unsigned char *at = bytes;
    uint64_t h = 0xcbf29ce484222325u;

    for (size_t i = 0; i < n; i++) {
        h = (h ^ at[i]) * 0x100000001b3u;
    }
    h ^= h >> 32;
    h *= 0x9e3779b97f4a7c15u;
    return h ^ (h >> 29);
}

void ot__intern_free(ot_intern *in)
{
    free(in->pool);
    free(in->offset);
    free(in->length);
    free(in->slot);
    *in = (ot_intern){0};
}

const char *ot__intern_text(const ot_intern *in, uint32_t i)
{
    return in->pool + in->offset[i];
}

// The slot that holds text, or the free one where it belongs. slots > 0.
static size_t place_of(const ot_intern *in, ot_str text)
{
    size_t at = (size_t)ot__hash(text.at, text.n) & (in->slots - 1);

    while (in->slot[at] != 0) {
        const uint32_t i = in->slot[at] - 1;
        if (in->length[i] == text.n &&
            (text.n == 0 ||
             memcmp(ot__intern_text(in, i), text.at, text.n) == 0)) {
            break;
        }
        at = (at + 1) & (in->slots - 1);
    }
    return at;
}

static bool grow_slots(ot_intern *in)
{
    const size_t slots = in->slots > 0 ? 2 * in->slots : 64;
    uint32_t *slot = calloc(slots, sizeof *slot);

    if (slot == NULL) {
        return false;
    }
    free(in->slot);
    in->slot = slot;
    in->slots = slots;
    for (uint32_t i = 0; i < in->n; i++) {
        const ot_str text = {ot__intern_text(in, i), in->length[i]};
        slot[place_of(in, text)] = i + 1;
    }
    return true;
}

static bool grow_list(ot_intern *in)
{
    const size_t capacity = in->capacity > 0 ? 2 * in->capacity : 32;
    uint32_t *offset = realloc(in->offset, capacity * sizeof *offset);

    if (offset == NULL) {
        return false;
    }
    in->offset = offset;
    uint32_t *length = realloc(in->length, capacity * sizeof *length);
    if (length == NULL) {
        return false;
    }
    in->length = length;
    in->capacity = capacity;
    return true;
}

static bool grow_pool(ot_intern *in, size_t n)
{
    size_t capacity = in->pool_capacity > 0 ? in->pool_capacity : 1024;

    while (capacity - in->pool_n < n) {
        capacity *= 2;
    }
    if (capacity == in->pool_capacity) {
        return true;
    }
    char *pool = capacity < UINT32_MAX ? realloc(in->pool, capacity) : NULL;
    if (pool == NULL) {
        return false;
    }
    in->pool = pool;
    in->pool_capacity = capacity;
    return true;
}

uint32_t ot__intern_find(const ot_intern *in, ot_str text)
{
    if (in->slots == 0) {
        return OT_INTERN_FAILED;
    }
    const uint32_t held = in->slot[place_of(in, text)];
    return held > 0 ? held - 1 : OT_INTERN_FAILED;
}

uint32_t ot__intern_put(ot_intern *in, ot_str text, bool *is_new)
{
    const uint32_t there = ot__intern_find(in, text);

    if (is_new != NULL) {
        *is_new = there == OT_INTERN_FAILED;
    }
    if (there != OT_INTERN_FAILED) {
        return there;
    }
    if ((2 * in->n >= in->slots && !grow_slots(in)) ||
        (in->n == in->capacity && !grow_list(in)) ||
        !grow_pool(in, text.n + 1)) {
        return OT_INTERN_FAILED;
    }
    const uint32_t i = (uint32_t)in->n;
    in->slot[place_of(in, text)] = i + 1;
    in->offset[i] = (uint32_t)in->pool_n;
    in->length[i] = (uint32_t)text.n;
    if (text.n > 0) {
        memcpy(in->pool + in->pool_n, text.at, text.n);
    }
    in->pool[in->pool_n + text.n] = '\0';
    in->pool_n += text.n + 1;
    in->n++;
    return i;
}
