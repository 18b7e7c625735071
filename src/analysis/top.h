// SPDX-License-Identifier: GPL-3.0-or-later
// top.h - amounts in two periods, and the numbers of a row made of them.
#ifndef OT_ANALYSIS_TOP_H
#define OT_ANALYSIS_TOP_H

#include "analysis/ranged.h"
#include "data/panel.h"
#include "outturn/top.h"

// An amount in both periods, exact at 1e-9, with how far it is rounded.
typedef struct ot__both {
    ot_i128 value, base;
    double half, base_half;
} ot__both;

// Amounts of which sums of 1e7 stay within 128 bits; else OT_E_LIMIT. number:
// the part's, from 1; 0: it is the total.
ot_status ot__both_check(const ot_top_part *part, size_t number, ot_error *err);
ot__both ot__both_of(const ot_top_part *part);
void ot__both_take(const ot__both *p, ot_top_part *part);
void ot__both_add(ot__both *to, const ot__both *p);
// What is left of a whole; each is rounded by itself.
ot__both ot__both_less(const ot__both *whole, const ot__both *p);

// What all rows of a table are measured by.
typedef struct ot__whole {
    ot__both sum; // of the parts
    ot__both total;
    bool published;           // the total is rounded apart from its parts
    bool shares, base_shares; // no part is below zero
    ot_ranged value, base;    // of the total
} ot__whole;

// Sets total, value and base; published NULL: the sum.
void ot__whole_total(ot__whole *w, const ot_top_part *published);

// An amount and half of what rounding leaves open.
typedef struct ot__side {
    double y, half;
} ot__side;

ot__side ot__side_now(const ot__both *p);
ot__side ot__side_before(const ot__both *p);

// part / all; apart: all is rounded by itself, and not the sum of its parts.
ot_ranged ot__top_share(ot__side part, ot__side all, bool apart);
// Fills in all numbers of a row.
void ot__top_measure(ot_top_row *row, const ot__both *p, const ot__whole *w);

#endif
