// SPDX-License-Identifier: GPL-3.0-or-later
// smooth.h - exponential smoothing without a season: simple, Holt's, damped.
#ifndef OT_STAT_SMOOTH_H
#define OT_STAT_SMOOTH_H

#include <stdbool.h>
#include <stddef.h>

#include "stat/ets.h"

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

// Holt's linear trend, or its damped form (Gardner & McKenzie, Management
// Science 31 (1985) 1237-1246): the models AAN and AAdN of ets.h, as there.
ot_status ot__holt_fit(const double y[], size_t n, bool damped, ot__ets *ets,
                       double work[], ot_error *err);

#endif
