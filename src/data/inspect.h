// SPDX-License-Identifier: GPL-3.0-or-later
// inspect.h - what the files that inspect a panel share.
#ifndef OT_DATA_INSPECT_H
#define OT_DATA_INSPECT_H

#include "data/panel.h"
#include "outturn/inspect.h"

typedef struct ot_inspector {
    const ot_panel *panel;
    ot_inspection *out;
} ot_inspector;

// A check of a stated amount against a computed one, both in base units, was
// made of a cell. excess: how far it is off beyond rounding; 0: it agrees.
void ot__inspected(ot_inspector *in, ot_inspect what, const ot_pcell *cell,
                   double stated, double computed, double excess);
// The parts do not reach the whole: by how much.
void ot__left(ot_inspector *in, ot_inspect what, const ot_pcell *cell,
              double stated, double computed);
// Half a unit of what was published, all its rows taken together.
double ot__cell_half(const ot_panel *p, const ot_pcell *c);

// The newest cells of one key, in order of period.
void ot__inspect_key(ot_inspector *in, const ot_pcell *const cell[], size_t n);
// Figures of one reporter against each other; false: no memory.
bool ot__inspect_sums(ot_inspector *in, ot_range keys);

#endif
