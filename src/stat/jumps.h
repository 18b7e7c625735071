// SPDX-License-Identifier: GPL-3.0-or-later
// jumps.h - where the level of a series jumps.
#ifndef OT_STAT_JUMPS_H
#define OT_STAT_JUMPS_H

#include <stdbool.h>
#include <stddef.h>

// What a series shows beyond its model: a level that is another from y[at] on,
// or a single value out of line.
typedef struct ot__jump {
    size_t at;
    bool shift;  // else y[at] alone
    double size; // in units of y
    double t;    // size over its standard error
} ot__jump;

// Finds jumps in y[0..n), a series without a season. Its model is a level that
// drifts: y[t] - y[t-1] = c + e[t] - theta e[t-1]. A jump at t leaves a known
// trace in the e from t on, the regression on which has a t statistic; the
// largest of all places and both kinds, while it is beyond what one series in
// twenty of pure noise would show, is taken out, theta and the scale of e
// (1.4826 median absolute deviations) are estimated anew, and so on; then all
// sizes together, and what is no longer beyond is dropped. A shift has `least`
// values before and after it, and to the next one; what jumps by less than a
// millionth of the range of y does not count.
//
// found: room for `most`, in order of their places on return. Returns how many.
// n >= 8, no missing values. A multiple of y gives that multiple; a constant
// added changes nothing. work: ot__jumps_work doubles.
//
// Source  Chen & Liu, J. American Statistical Ass. 88 (1993) 284-297, for
//         ARIMA(0,1,1) with additive outliers and level shifts
size_t ot__jumps_find(const double y[], size_t n, size_t least,
                      ot__jump found[], size_t most, double work[]);
size_t ot__jumps_work(size_t n, size_t most);

#endif
