// SPDX-License-Identifier: GPL-3.0-or-later
// arima_filter.h - the Kalman filter of a whole ARIMA model.
//
// The state is E(y[t + i] | values up to t), i < r: where the series would go
// from here. It needs no stationarity: differences stand in the polynomial
// phi(B) (1 - B)^d (1 - B^m)^D, and the start is diffuse. Used where values are
// missing, and to forecast.
//
// Source  the state: Akaike, Ann. Inst. Stat. Math. 26 (1974) 363-387; a
// diffuse
//         start: Koopman & Durbin, J. Time Series Analysis 24 (2003) 85-98;
//         missing values: Jones, Technometrics 22 (1980) 389-395
#ifndef OT_STAT_ARIMA_FILTER_H
#define OT_STAT_ARIMA_FILTER_H

#include "stat/arima_poly.h"

typedef struct ot__filter {
    size_t r;        // max(p + lost, q + 1)
    size_t unknown;  // values still needed before the start is settled
    double *ahead;   // r: coefficient of state i in the one after the last
    double *psi;     // r: weights of past shocks, differences included
    double *a, *b;   // r each: states of the series and of its regressor
    double *P;       // r r: covariance before the next value, sigma2 = 1
    double *diffuse; // r r: the part of it that is without bound
    double *row;     // r: scratch
} ot__filter;

size_t ot__filter_work(const ot__arima_orders *o);
void ot__filter_start(ot__filter *f, const ot__arima_orders *o,
                      const double coef[], double work[]);

// Takes in a value y and x beside it. True where the value was foreseen: then
// y and x become what was not foreseen of them and *F its variance. False where
// it went into the start.
bool ot__filter_meet(ot__filter *f, double *y, double *x, double *F);

void ot__filter_step(ot__filter *f); // time goes on by one

#endif
