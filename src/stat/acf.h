// SPDX-License-Identifier: GPL-3.0-or-later
// acf.h - autocorrelation, and what it says of a season.
#ifndef OT_STAT_ACF_H
#define OT_STAT_ACF_H

#include <stdbool.h>
#include <stddef.h>

// The correlation of y with itself `lag` values before, about one mean and by
// one variance: sum (y[t] - m)(y[t - lag] - m) / sum (y[t] - m)^2. Of a
// constant it is 0.
//
// Source  Box, Jenkins & Reinsel, Time Series Analysis (1994), 2.1.5
double ot__acf(const double y[], size_t n, size_t lag);

// Whether y has a season: its autocorrelation at that lag is beyond 1.645
// standard errors, by Bartlett's formula with the correlations before it. With
// two seasons or less: false.
//
// Source  Assimakopoulos & Nikolopoulos, Int. J. Forecasting 16 (2000) 521-530,
//         step 0; Bartlett, Suppl. J. Royal Stat. Soc. 8 (1946) 27-41
bool ot__acf_has_season(const double y[], size_t n, size_t season);

#endif
