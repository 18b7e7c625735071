// SPDX-License-Identifier: GPL-3.0-or-later
// landing.h - what one rule says of one period, and how it did before.
#ifndef OT_PROJECT_LANDING_H
#define OT_PROJECT_LANDING_H

#include "outturn/project.h"

// Where a period lies: the past y[0..n) ends at the cut-off and holds no NaN;
// its last `known` values belong to the period, or else `gap` values lie
// between it and the period's first. length <= season.
typedef struct ot__shape {
    const double *y;
    const double *half; // of y
    size_t n;
    size_t season, phase;
    size_t length, known, gap;
    ot_period period;
} ot__shape;

// Where the period lies in the series, and its last run of known values. Errors
// as ot_project.
ot_status ot__shape_of(const ot_series *series, ot_period period,
                       ot__shape *shape, ot_error *err);

// Fills *landing for a method. A rule that cannot serve is no error: see served
// and why. Freed with ot__landing_free.
ot_status ot__landing_make(const ot_method *method, const ot__shape *shape,
                           ot_landing *landing, ot_error *err);
void ot__landing_free(ot_landing *landing);

// The total alone, of any method; NaN: it does not serve.
ot_status ot__landing_total(const ot_method *method, const ot__shape *shape,
                            double *total, ot_error *err);

#endif
