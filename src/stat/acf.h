// SPDX-License-Identifier: GPL-3.0-or-later
// acf.h - how a series hangs together with its own past.
#ifndef OT_STAT_ACF_H
#define OT_STAT_ACF_H

#include <stdbool.h>
#include <stddef.h>

// Nothing here allocates. A series is y[0..n), oldest first, without NaN.

// Autocorrelations r[0..lags) at lags 1, 2, ...; beyond n - 1 they are 0. All
// are 0 when the values are all the same. The mean and the divisor n are those
// of the whole series, so that the sequence is positive definite.
// Source: Box, Jenkins & Reinsel, Time Series Analysis (1994), 2.1.5.
void ot__acf(const double y[], size_t n, size_t lags, double r[]);

// Whether y has a season: its autocorrelation at that lag is beyond 1.645
// standard errors, by Bartlett's formula with the correlations before it. With
// two seasons or less: false.
// Source: Assimakopoulos & Nikolopoulos, Int. J. Forecasting 16 (2000) 521-530,
// step 0; Bartlett, Suppl. J. Royal Stat. Soc. 8 (1946) 27-41.
bool ot__acf_has_season(const double y[], size_t n, size_t season);

// Partial autocorrelations at lags 1, 2, ... of autocorrelations r. work: 2
// lags doubles. Source: Durbin, Rev. Int. Stat. Inst. 28 (1960) 233-244.
void ot__pacf(const double r[], size_t lags, double partial[], double work[]);

// n (n + 2) sum r[k]^2 / (n - k) over lags 1 .. lags < n, of autocorrelations
// of n values. *p: the probability of as much without any correlation, by
// chi-squared with lags - fitted > 0 degrees of freedom.
// Source: Ljung & Box, Biometrika 65 (1978) 297-303.
double ot__ljung_box(const double r[], size_t n, size_t lags, size_t fitted,
                     double *p);

// In place: y[i] - y[i - lag]. Returns how many are left, n - lag, now at
// y[0..); 0 when lag >= n. NaN stays NaN.
size_t ot__difference(double y[], size_t n, size_t lag);

// The statistic of Kwiatkowski, Phillips, Schmidt & Shin, J. Econometrics 54
// (1992) 159-178, for a constant level, with Bartlett weights up to
// trunc(3 sqrt(n) / 13) lags; 0 for values that are all the same. Above
// OT__KPSS_5 a level that stays is rejected at 5 % (their table 1). Skips NaN.
double ot__kpss(const double y[], size_t n);
#define OT__KPSS_5 0.463

#endif
