// SPDX-License-Identifier: GPL-3.0-or-later
// top.h - amounts in two periods, and the numbers of a row made of them.
#ifndef OT_ANALYSIS_TOP_H
#define OT_ANALYSIS_TOP_H

#include "data/panel.h"
#include "outturn/top.h"

// An amount in both periods, exact at 1e-9, with how far it is rounded.
typedef struct ot__pair {
    ot_i128 value, base;
    double half, base_half;
} ot__pair;

ot__pair ot__pair_of(const ot_top_part *part);
void ot__pair_add(ot__pair *to, const ot__pair *p);
// What is left of a whole; each is rounded by itself.
ot__pair ot__pair_less(const ot__pair *whole, const ot__pair *p);

// What all rows of a table are measured by.
typedef struct ot__whole {
    ot__pair sum; // of the parts
    ot__pair total;
    bool published;           // the total is rounded apart from its parts
    bool shares, base_shares; // no part is below zero
    ot_measure value, base;   // of the total
} ot__whole;

// Sets total, value and base; published NULL: the sum.
void ot__whole_total(ot__whole *w, const ot_top_part *published);

// An amount and half of what rounding leaves open.
typedef struct ot__side {
    double y, half;
} ot__side;

ot__side ot__side_now(const ot__pair *p);
ot__side ot__side_before(const ot__pair *p);

ot_measure ot__measure_none(void);
ot_measure ot__measure_quotient(ot_measure a, ot_measure b);
// part / all; apart: all is rounded by itself, and not the sum of its parts.
ot_measure ot__measure_share(ot__side part, ot__side all, bool apart);
// Fills in all numbers of a row.
void ot__measure_row(ot_top_row *row, const ot__pair *p, const ot__whole *w);

#endif
