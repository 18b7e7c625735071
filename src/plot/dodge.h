// SPDX-License-Identifier: GPL-3.0-or-later
// dodge.h - labels in a column moved apart so that none covers another. Pure.
#ifndef OT_PLOT_DODGE_H
#define OT_PLOT_DODGE_H

#include <stdbool.h>
#include <stddef.h>

// Middles of n labels of the given heights, in the order of their wished
// middles (ascending), so that they do not overlap, lie inside [lo, hi] and
// move as little as can be (least squares; pooled neighbours, as in isotonic
// regression: Ayer et al., Annals of Mathematical Statistics 26, 1955).
//
//   wish    n wished middles, ascending
//   height  n heights
//   middle  n, set on return
//   work    2 * n doubles
//
// Returns false, with middle unset, when the heights exceed hi - lo.
bool ot__dodge(const double wish[], const double height[], size_t n, double lo,
               double hi, double middle[], double work[]);

#endif
