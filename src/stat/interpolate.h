// SPDX-License-Identifier: GPL-3.0-or-later
// interpolate.h - what stood where values are missing.
#ifndef OT_STAT_INTERPOLATE_H
#define OT_STAT_INTERPOLATE_H

#include <stddef.h>

// Years over which the season of a month is smoothed where it may change: the
// window of R's mstl.
#define OT__SEASON_YEARS 11

// Fills the missing values (NaN) of y[0..n): straight lines between the known
// ones less their season, by a robust STL, and the season added again. Without
// a season (period 1), with two seasons known or less, or where that leads far
// out of the range of what is known: straight lines between the values. Before
// the first and after the last known value theirs goes on. At least one value
// is known. work: ot__interpolate_work doubles.
//
// Source  Hyndman et al., R package forecast 8.20, na.interp
void ot__interpolate(double y[], size_t n, size_t period, double work[]);
size_t ot__interpolate_work(size_t n, size_t period);

#endif
