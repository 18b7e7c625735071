// SPDX-License-Identifier: GPL-3.0-or-later
// lookup.c - a hash of cells, several of which may have the same spot.

#include "data/lookup.h"

#include <stdlib.h>
#include <string.h>

static uint64_t hash_of(const ot_spot *spot)
{
    uint64_t word[3];

    memcpy(word, spot, sizeof word);
    uint64_t h = (word[0] ^ (word[0] >> 32)) * 0x9e3779b97f4a7c15u;
    h = (h ^ (h >> 29) ^ word[1]) * 0xbf58476d1ce4e5b9u;
    h = (h ^ (h >> 32) ^ word[2]) * 0x94d049bb133111ebu;
    return h ^ (h >> 31);
}

static void place(ot_lookup *l, uint32_t i)
{
    size_t at = (size_t)hash_of(&l->spot[i]) & (l->slots - 1);

    while (l->slot[at] != 0) {
        at = (at + 1) & (l->slots - 1);
    }
    l->slot[at] = i + 1;
}

static bool grow(ot_lookup *l)
{
    const size_t capacity = l->capacity > 0 ? 2 * l->capacity : 256;
    ot_spot *spot = realloc(l->spot, capacity * sizeof *spot);

    l->spot = spot != NULL ? spot : l->spot;
    uint32_t *cell = realloc(l->cell, capacity * sizeof *cell);
    l->cell = cell != NULL ? cell : l->cell;
    uint32_t *slot = calloc(2 * capacity, sizeof *slot);
    if (spot == NULL || cell == NULL || slot == NULL) {
        free(slot);
        return false;
    }
    free(l->slot);
    l->slot = slot;
    l->slots = 2 * capacity;
    l->capacity = capacity;
    for (uint32_t i = 0; i < l->n; i++) {
        place(l, i);
    }
    return true;
}

bool ot__lookup_add(ot_lookup *l, const ot_spot *spot, uint32_t cell)
{
    if (l->n == l->capacity && !grow(l)) {
        return false;
    }
    l->spot[l->n] = *spot;
    l->cell[l->n] = cell;
    place(l, (uint32_t)l->n++);
    return true;
}

uint32_t ot__lookup_next(const ot_lookup *l, const ot_spot *spot, size_t *at)
{
    if (l->slots == 0) {
        return OT_NOT_FOUND;
    }
    const size_t home = (size_t)hash_of(spot) & (l->slots - 1);
    for (uint32_t held; (held = l->slot[(home + *at) & (l->slots - 1)]) != 0;) {
        ++*at;
        if (memcmp(&l->spot[held - 1], spot, sizeof *spot) == 0) {
            return held - 1;
        }
    }
    return OT_NOT_FOUND;
}

void ot__lookup_free(ot_lookup *l)
{
    free(l->spot);
    free(l->cell);
    free(l->slot);
    *l = (ot_lookup){.n = 0};
}
