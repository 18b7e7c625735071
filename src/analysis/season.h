// SPDX-License-Identifier: GPL-3.0-or-later
// season.h - a series taken apart, for season.c.
#ifndef OT_ANALYSIS_SEASON_H
#define OT_ANALYSIS_SEASON_H

#include "outturn/season.h"
#include "stat/jumps.h"

#define OT__JUMPS_MOST 40 // shifts and single values that are looked for

// What one adjustment works with: arrays of n. Once `logs` are chosen all are
// in logarithms, or none.
typedef struct ot__adjuster {
    ot_season *s;     // n, period and p_needed are set; the findings go there
    double *x;        // the values, NaN where missing; filled by the way
    double *clean;    // x less the shifts
    double *steps;    // the shifts added up
    double *expected; // of outliers what would have stood there, in clean
    double *trend, *season;
    bool *out;      // outliers
    ot__jump *jump; // the first `shifts` are the shifts
    size_t shifts;
    double *weight, *less, *work; // scratch; work: ot__adjuster_work doubles
} ot__adjuster;

size_t ot__adjuster_work(size_t n, size_t period);

// Chooses logs, fills holes, finds shifts, outliers, trend and season: all of
// the adjuster and logs, compared, aicc_gain, robust, found, p of the season.
// positive: logarithms can be taken.
ot_status ot__season_parts(ot__adjuster *a, const ot_season_options *options,
                           bool positive, ot_error *err);

#endif
