// SPDX-License-Identifier: GPL-3.0-or-later
// theta.h - the Theta method, and its dynamic optimised form.
//
// Both see a series as a line that is fitted to it and what is left of it when
// the line's slope is taken away, which is smoothed exponentially.
#ifndef OT_STAT_THETA_H
#define OT_STAT_THETA_H

#include <stdbool.h>
#include <stddef.h>

#include "outturn/error.h"

// A fitted model. figure: season values kept by the caller beside it.
typedef struct ot__theta {
    bool dynamic;  // the dynamic optimised form
    bool seasonal; // the season was significant and taken out
    bool product;  // as a factor; else as a term
    size_t n, season;
    double alpha; // how fast the level follows
    double theta; // 2, or fitted: at least 1, may be infinite
    double first; // level before y[0], season taken out
    double level; // and at y[n - 1]
    double slope; // of the line: half of it is the drift when theta is 2
    double mean;  // of the values, season taken out; dynamic only
    double sigma; // standard deviation of the errors one step ahead, season
                  // taken out
} ot__theta;

size_t ot__theta_work_size(size_t n);

// Theta: the mean of the line and of a series with twice its curvature. A
// season that passes the test is taken out first, as factors where all values
// are above zero, else as terms. figure: season values. work:
// ot__theta_work_size doubles.
//
// OT_E_DATA  fewer than 4 values, or one that is not finite
// Source     Assimakopoulos & Nikolopoulos, Int. J. Forecasting 16 (2000)
//            521-530; as exponential smoothing with drift: Hyndman & Billah,
//            Int. J. Forecasting 19 (2003) 287-290
ot_status ot__theta_fit(const double y[], size_t n, size_t season,
                        ot__theta *fit, double figure[], double work[],
                        ot_error *err);

// DOTM: theta is fitted too, and the line to what is known at each step.
// Otherwise as ot__theta_fit, but it needs 8 values.
//
// Source  Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler, Int. J.
//         Forecasting 32 (2016) 1151-1161, section 2.3
ot_status ot__dotm_fit(const double y[], size_t n, size_t season,
                       ot__theta *fit, double figure[], double work[],
                       ot_error *err);

// The next h values. error: h standard errors (of variance 1), one for each
// step, which make it one joint path; NULL: the path without errors, which is
// the mean.
void ot__theta_path(const ot__theta *fit, const double figure[], size_t h,
                    const double error[], double path[]);

// Standard deviation of each of the next h values, the parameters taken as
// known. (forecast::thetaf leaves it without the factor of the season.)
void ot__theta_sd(const ot__theta *fit, const double figure[], size_t h,
                  double sd[]);

#endif
