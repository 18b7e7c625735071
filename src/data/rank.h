// SPDX-License-Identifier: GPL-3.0-or-later
// rank.h - the numbers that a panel gives to texts, in the order of the texts.
#ifndef OT_DATA_RANK_H
#define OT_DATA_RANK_H

#include "data/panel.h"

typedef enum ot_ranked {
    OT_RANKED_NOT = 0, // numbers that are their own order
    OT_RANKED_AREA,
    OT_RANKED_COMMODITY,
    OT_RANKED_BASIS,
    OT_RANKED_UNIT
} ot_ranked;

// How many numbers there are; 0 of those that are not ranked.
size_t ot__ranked_count(const ot_panel *p, ot_ranked what);
// rank[i]: the place of number i among all of them by its text. To be freed;
// NULL: no memory.
uint32_t *ot__ranks(const ot_panel *p, ot_ranked what);

#endif
