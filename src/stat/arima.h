// SPDX-License-Identifier: GPL-3.0-or-later
// arima.h - seasonal ARIMA models of a series.
//
// With B y[t] = y[t - 1], w = (1 - B)^d (1 - B^m)^D y the differenced series,
// and e independent normal with variance sigma2:
//
//     phi(B) Phi(B^m) (w[t] - c) = theta(B) Theta(B^m) e[t]
//     phi(B) = 1 - phi1 B - ...,  theta(B) = 1 + theta1 B + ...
//
// (Box, Jenkins & Reinsel, Time Series Analysis, 3rd ed. 1994, 9.1).
// Coefficients stand in one array: p of phi, q of theta, P of Phi, Q of Theta.
// Values are y[0..n), oldest first; NaN is a missing one. Nothing here
// allocates: `work` is the caller's.
#ifndef OT_STAT_ARIMA_H
#define OT_STAT_ARIMA_H

#include <stdbool.h>
#include <stddef.h>

#include "outturn/error.h"

#define OT__ARIMA_ORDER 5 // the most of each of p, q, P, Q; of d and D it is 2
#define OT__ARIMA_COEFS (4 * OT__ARIMA_ORDER)

typedef struct ot__arima_orders {
    size_t p, d, q; // from one value to the next
    size_t P, D, Q; // from one season to the next; 0 when m < 2
    size_t m;       // values a season; 1 or 0: none
    bool mean;      // there is a c: a mean, or with a difference a drift
} ot__arima_orders;

size_t ot__arima_count(const ot__arima_orders *o); // p + q + P + Q
size_t ot__arima_lost(const ot__arima_orders *o);  // d + D m

// Whether the orders exist and the values can carry them: finite or missing,
// one value more than AICc needs, and none of the seasons' places without any.
//
// OT_E_USAGE  orders beyond the bounds above
// OT_E_DATA   too few values, or an infinite one; the message says which
ot_status ot__arima_check(const ot__arima_orders *o, const double y[], size_t n,
                          ot_error *err);

// What a model says of a series. sigma2 is 0 and loglik INFINITY where nothing
// is left to explain (values that are all the same).
typedef struct ot__arima_value {
    double c;      // the best one by generalised least squares, or as given
    double sigma2; // by maximum likelihood: divided by `used`
    double loglik; // Gaussian
    double aicc;   // Hurvich & Tsai, Biometrika 76 (1989) 297-307
    size_t used;   // known values less the lost ones
} ot__arima_value;

typedef struct ot__arima {
    ot__arima_orders orders;
    double coef[OT__ARIMA_COEFS];
    ot__arima_value value;
} ot__arima;

// The exact likelihood at given coefficients, stationary and invertible ones.
// Values must have passed ot__arima_check. c: NULL for the best one; without
// orders.mean it is 0. work: ot__arima_work_size doubles.
//
// Values missing among differenced ones are met by a filter of the series
// itself with a diffuse start; as the terms of the start are left out, such
// likelihoods compare only among equal d and D.
ot__arima_value ot__arima_exact(const ot__arima_orders *o, const double coef[],
                                const double *c, const double y[], size_t n,
                                double work[]);

// The conditional one: residuals before the first p + P m are taken as 0, and
// those that rest on a missing value are left out. (Box, Jenkins & Reinsel
// 1994, 7.1.2.)
ot__arima_value ot__arima_css(const ot__arima_orders *o, const double coef[],
                              const double *c, const double y[], size_t n,
                              double work[]);

typedef enum ot__effort {
    OT__QUICK,   // to the least conditional sum of squares and a few steps on:
                 // for ranking
    OT__PLAIN,   // from there to the top
    OT__THOROUGH // from several places to the top
} ot__effort;

// The model of given orders that makes the series likeliest, in fit: stationary
// and invertible. A multiple of y gives the same coefficients. work:
// ot__arima_fit_work doubles. Errors: those of ot__arima_check.
ot_status ot__arima_fit(const ot__arima_orders *o, const double y[], size_t n,
                        ot__effort effort, ot__arima *fit, double work[],
                        ot_error *err);
// The same from fit->coef on, to the top next to it, for values that pass
// ot__arima_check.
void ot__arima_refit(ot__arima *fit, const double y[], size_t n, double work[]);
size_t ot__arima_fit_work(const ot__arima_orders *o, size_t n);

// How strongly a season shows, 0 to 1: 1 - var(rest) / var(season + rest),
// after Wang, Smith & Hyndman, Data Mining and Knowledge Discovery 13 (2006)
// 335-364, with the season that STL finds. 0 with less than three seasons. No
// missing values. work: ot__season_strength_work doubles.
double ot__season_strength(const double y[], size_t n, size_t m, double work[]);
size_t ot__season_strength_work(size_t n, size_t m);

// Chooses the orders and fits them: D by the strength of the season, d by KPSS,
// d + D <= 2; then step by step over p, q <= 3, P, Q <= 1 and the mean (without
// differences), by AICc, the airline model first. Of the best three the exact
// likelihood decides. Models with a root within 1.01 of the circle are left
// out. Values that repeat, or do so but for a constant step, are such a model
// with sigma2 = 0. work: ot__arima_select_work doubles.
//
// OT_E_DATA  fewer than 4 known values, or an infinite one
// Source     Hyndman & Khandakar, J. Statistical Software 27 (2008) 3
ot_status ot__arima_select(const double y[], size_t n, size_t m, ot__arima *fit,
                           double work[], ot_error *err);
size_t ot__arima_select_work(size_t n, size_t m);

// The next h values: their means and, unless it is NULL, their covariances
// cov[h h], given y[0..n) and with the coefficients taken as known (Box,
// Jenkins & Reinsel 1994, 5.1). Missing values of y make those around them less
// sure. The variance of the sum of some is the sum of their block of cov. work:
// ot__arima_path_work doubles.
void ot__arima_path(const ot__arima *fit, const double y[], size_t n, size_t h,
                    double mean[], double cov[], double work[]);
size_t ot__arima_path_work(const ot__arima_orders *o, size_t n, size_t h);

// Variance of the sum of the values first .. h - 1.
double ot__arima_sum_variance(const double cov[], size_t h, size_t first);

// cov becomes a factor, with which h independent standard normal numbers make a
// path. False where it is no covariance.
bool ot__arima_factor(double cov[], size_t h);
void ot__arima_draw(const double mean[], const double factor[], size_t h,
                    const double normal[], double path[]);

// psi[0] = 1, ...: what a shock adds to the values after it. work: lost
// doubles.
void ot__arima_weights(const ot__arima *fit, size_t n, double psi[],
                       double work[]);

size_t ot__arima_work_size(const ot__arima_orders *o, size_t n);

#endif
