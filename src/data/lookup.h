// SPDX-License-Identifier: GPL-3.0-or-later
// lookup.h - cells by what they are about: a key, with or without its basis,
// and a period.
#ifndef OT_DATA_LOOKUP_H
#define OT_DATA_LOOKUP_H

#include "data/panel.h"

// What a cell is found by. Callers may put anything into the key's fields, as
// long as they do it for both sides.
typedef struct ot_spot {
    ot_pkey key;
    int32_t first;
    int32_t months;
} ot_spot;

// {0} is valid and empty. Free with ot__lookup_free.
typedef struct ot_lookup {
    ot_spot *spot; // of entry i
    uint32_t *cell;
    size_t n, capacity;
    uint32_t *slot; // hash: index + 1, 0 = free
    size_t slots;
} ot_lookup;

#define OT_NOT_FOUND UINT32_MAX

bool ot__lookup_add(ot_lookup *l, const ot_spot *spot, uint32_t cell);
// The number of an entry with that spot, from *at on, which is set for the next
// call (begin with 0); OT_NOT_FOUND: there are no more.
uint32_t ot__lookup_next(const ot_lookup *l, const ot_spot *spot, size_t *at);
void ot__lookup_free(ot_lookup *l);

#endif
