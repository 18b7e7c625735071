// SPDX-License-Identifier: GPL-3.0-or-later
// smooth.h - simple exponential smoothing.
#ifndef OT_STAT_SMOOTH_H
#define OT_STAT_SMOOTH_H

#include <stddef.h>

// level = alpha y + (1 - alpha) level before; the next value is the level.
typedef struct ot__ses {
    double alpha;
    double first; // the level before y[0]
    double last;  // the level at y[n - 1]: all that is to come
    double sse;   // sum of squared errors one step ahead
} ot__ses;

// The alpha in [1e-4, 0.9999] and the first level with the least squared error:
// for each alpha the best level is a division, so only alpha is searched. y: n
// >= 2 finite values whose squares neither vanish nor overflow.
//
// Source  Brown, Statistical Forecasting for Inventory Control (1959); Hyndman,
//         Koehler, Ord & Snyder, Forecasting with Exponential Smoothing (2008),
//         2.3.1 and 5.1
ot__ses ot__ses_fit(const double y[], size_t n);

#endif
