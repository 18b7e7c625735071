// SPDX-License-Identifier: GPL-3.0-or-later
// parts.h - one flow with several partners over one period and the year before:
// what pictures by partner share.
#ifndef OT_REPORT_PARTS_H
#define OT_REPORT_PARTS_H

#include "report/picture.h"

typedef struct ot_parts {
    ot_period now, was;
    double whole, whole_was; // of all
    double rest, rest_was;   // what the views leave of it; 0: nothing
} ot_parts;

#define OT_PARTS_MOST 500

// Reserves rows for the views and four more.
//
// OT_E_USAGE  one view only, several flows, or several units
// OT_E_LIMIT  more views than OT_PARTS_MOST
// OT_E_DATA   nothing is known of the period
ot_status ot__parts_new(const ot_making *m, ot_parts *s, ot_error *err);
double ot__parts_value(const ot_view *view, ot_period period);
// Of the views; what is not known counts as nothing.
double ot__parts_sum(const ot_making *m, ot_period period);
// The whole, and what the views leave of it; less than a thousandth is
// rounding.
void ot__parts_whole(const ot_making *m, ot_period period, double *whole,
                     double *rest);
const char *ot__parts_name(const ot_making *m, size_t i);
// "US imports", or "US imports from 22 partners" where these are not all.
void ot__parts_say(const ot_making *m);
// What view i adds between the two periods.
double ot__parts_step(const ot_making *m, const ot_parts *s, size_t i);
// Indexes of the views in order of how much they change, the largest first.
void ot__parts_by_change(const ot_making *m, const ot_parts *s, size_t order[]);
// The same by their value in the period itself.
void ot__parts_by_size(const ot_making *m, const ot_parts *s, size_t order[]);

#endif
