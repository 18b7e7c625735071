// SPDX-License-Identifier: GPL-3.0-or-later
// shape.h - where a period lies in its past.
#ifndef OT_PROJECT_SHAPE_H
#define OT_PROJECT_SHAPE_H

#include "outturn/project.h"

// The past y[0..n) ends at the cut-off and holds no NaN; its last `known`
// values belong to the period, or else `gap` values lie between it and the
// period's first. length <= season.
typedef struct ot__shape {
    const double *y;
    const double *half; // of y
    size_t n;
    size_t season, phase;
    size_t length, known, gap;
    ot_period period;
    int32_t first; // month of y[0]
    size_t filled; // values of y that the series does not know
    double *owned; // y and half where there are any; else NULL
} ot__shape;

// Where the period lies in the series, and what it knows up to there, back to
// its first value or to a hole of more than a quarter of a year. Shorter ones
// before the period are filled (ot__interpolate). Errors as ot_project. Free
// with ot__shape_free.
ot_status ot__shape_of(const ot_series *series, ot_period period,
                       ot__shape *shape, ot_error *err);
void ot__shape_free(ot__shape *shape);

#endif
