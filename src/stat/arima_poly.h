// SPDX-License-Identifier: GPL-3.0-or-later
// arima_poly.h - the polynomials of an ARIMA model, multiplied out.
#ifndef OT_STAT_ARIMA_POLY_H
#define OT_STAT_ARIMA_POLY_H

#include "stat/arima.h"

#define OT__ARIMA_TERMS ((OT__ARIMA_ORDER + 1) * (OT__ARIMA_ORDER + 1) - 1)

// sum over i of c[i] B^lag[i]; the same lag may stand twice.
typedef struct ot__terms {
    size_t n;
    size_t lag[OT__ARIMA_TERMS];
    double c[OT__ARIMA_TERMS];
} ot__terms;

// w[t] = sum phi w[t - lag] + e[t] + sum theta e[t - lag]
typedef struct ot__arma {
    size_t p, q; // degrees
    size_t r;    // values of the future that a state needs: max(p, q + 1)
    ot__terms phi, theta;
} ot__arma;

void ot__arma_expand(const ot__arima_orders *o, const double coef[],
                     ot__arma *a);

// sum of c[i] x[-lag[i]]
static inline double ot__terms_back(const ot__terms *s, const double *x)
{
    double sum = 0;

    for (size_t i = 0; i < s->n; i++) {
        sum += s->c[i] * *(x - s->lag[i]);
    }
    return sum;
}

// delta[0..d + D m), where (1 - B)^d (1 - B^m)^D = 1 - sum delta[k] B^(k + 1).
void ot__arima_delta(const ot__arima_orders *o, double delta[]);

// Weights of past shocks: psi[0] = 1, ... (Box, Jenkins & Reinsel 1994, 4.2).
void ot__arma_psi(const ot__arma *a, size_t n, double psi[]);

// Autocovariances gamma[0..lags] for sigma2 = 1, lags >= p, of a stationary
// process (Brockwell & Davis, Time Series: Theory and Methods, 2nd ed. 1991,
// 3.3). work: ot__arma_gamma_work doubles.
void ot__arma_gamma(const ot__arma *a, size_t lags, double gamma[],
                    double work[]);
size_t ot__arma_gamma_work(const ot__arma *a, size_t lags);

// From any n numbers to the coefficients of a stationary AR(n), by the partial
// autocorrelations tanh(x), and back. Source: Jones, Technometrics 22 (1980)
// 389-395, with tanh for his function. The numbers of a coefficient array are
// those of each of its four factors; of theta the negative ones, so that what
// comes out is invertible.
void ot__arima_bound(const ot__arima_orders *o, const double x[],
                     double coef[]);
void ot__arima_unbound(const ot__arima_orders *o, const double coef[],
                       double x[]);

// Whether all roots of the four factors lie outside the circle |z| = radius.
bool ot__arima_roots_beyond(const ot__arima_orders *o, const double coef[],
                            double radius);

#endif
