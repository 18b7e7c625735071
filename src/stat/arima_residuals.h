// SPDX-License-Identifier: GPL-3.0-or-later
// arima_residuals.h - what a model leaves of a series, in three ways.
#ifndef OT_STAT_ARIMA_RESIDUALS_H
#define OT_STAT_ARIMA_RESIDUALS_H

#include "stat/arima_poly.h"

// The same linear map of the series and of what stands beside c: the residuals
// at any c are u - c x.
typedef struct ot__residuals {
    double *u, *x; // n each; x is NULL without a mean
    size_t n;      // how many came out, at u[0..) and x[0..)
    double logdet; // of the covariance, sigma2 = 1; 0 for conditional ones
} ot__residuals;

// In place, from differenced values without holes: independent, with variance
// sigma2. In: u the values, x ones. work: ot__arma_whiten_work doubles.
void ot__arma_whiten(const ot__arma *a, ot__residuals *e, double work[]);
size_t ot__arma_whiten_work(const ot__arma *a);

// In place, from the differenced values, which may have holes; see
// ot__arima_css. The first `skip` are left out.
void ot__arma_condition(const ot__arma *a, size_t skip, ot__residuals *e);

// From the series itself, which may have holes. In: u the values, x a series
// whose differences are ones (ot__arima_regressor).
void ot__arima_skip(const ot__arima_orders *o, const double coef[],
                    ot__residuals *e, double work[]);
size_t ot__arima_skip_work(const ot__arima_orders *o);

// In place: what x[0..n) is the differences of, with zeros before its begin.
// work: d + D m doubles.
void ot__arima_sum_up(const ot__arima_orders *o, double x[], size_t n,
                      double work[]);

// x[0..n) with (1 - B)^d (1 - B^m)^D x = 1, zero before its begin.
// work: d + D m doubles.
void ot__arima_regressor(const ot__arima_orders *o, double x[], size_t n,
                         double work[]);

#endif
