// SPDX-License-Identifier: GPL-3.0-or-later
// interval.h - what a rounded figure can mean, and arithmetic on it.
//
// Judging treats both ends as inside (figures printed on an exact tie go either
// way); the open flags are kept for output. Results are rounded outward by at
// most one unit in the last place where an operation is inexact, so a bound is
// never tighter than the truth.
#ifndef OUTTURN_INTERVAL_H
#define OUTTURN_INTERVAL_H

#include <stdbool.h>

#include "outturn/decimal.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ot_interval {
    double lo, hi; // may be -INFINITY, INFINITY; NaN in both: no value
    bool lo_open, hi_open;
} ot_interval;

// A number worked out of rounded ones, and all that it can be. NaN and none: it
// is not defined.
typedef struct ot_ranged {
    double y;
    ot_interval range;
} ot_ranged;

OT_API ot_interval ot_interval_of(double lo, double hi);
OT_API ot_interval ot_interval_point(double x);
OT_API ot_interval ot_interval_around(double x, double half);
// [8.25, 8.35) for "8.3": half a unit of the last stated digit, hi (for a
// negative figure lo) open.
OT_API ot_interval ot_interval_decimal(ot_decimal d);
OT_API ot_interval ot_interval_none(void);
OT_API bool ot_interval_is_none(ot_interval a);
OT_API bool ot_interval_is_point(ot_interval a);
OT_API bool ot_interval_holds(ot_interval a, double x);               // closed
OT_API bool ot_interval_meets(ot_interval a, ot_interval b);          // closed
OT_API bool ot_interval_inside(ot_interval inner, ot_interval outer); // closed
OT_API double ot_interval_mid(ot_interval a); // the finite end when one is not

OT_API ot_interval ot_interval_add(ot_interval a, ot_interval b);
OT_API ot_interval ot_interval_sub(ot_interval a, ot_interval b);
OT_API ot_interval ot_interval_mul(ot_interval a, ot_interval b);
// a / b; none where b reaches zero or below (a ratio to a base <= 0 has no
// meaning in trade figures).
OT_API ot_interval ot_interval_div(ot_interval a, ot_interval b);
OT_API ot_interval ot_interval_scale(ot_interval a, double factor);
OT_API ot_interval ot_interval_shift(ot_interval a, double by);

#ifdef __cplusplus
}
#endif
#endif
