// SPDX-License-Identifier: GPL-3.0-or-later
// arima_css.c - conditional residuals of an ARMA.
//
//     e[t] = w[t] - sum phi w[t - lag] - sum theta e[t - lag]
//
// with zero for what stands before the begin (Box, Jenkins & Reinsel 1994,
// 7.1.2).

#include "stat/arima_residuals.h"

#include <math.h>

// sum of c[i] x[t - lag[i]] over what there is from x[first] on.
static double back(const ot__terms *s, const double x[], size_t t, size_t first)
{
    double sum = 0;

    for (size_t i = 0; i < s->n; i++) {
        if (s->lag[i] + first <= t) {
            sum += s->c[i] * x[t - s->lag[i]];
        }
    }
    return sum;
}

// w[t] less the AR part, from the last on: in place.
static void take_past(const ot__arma *a, double w[], size_t n)
{
    for (size_t t = n; t-- > 0;) {
        w[t] -=
            t >= a->p ? ot__terms_back(&a->phi, w + t) : back(&a->phi, w, t, 0);
    }
}

// And the MA part, from the first on.
static void take_shocks(const ot__arma *a, double e[], size_t n, size_t skip)
{
    for (size_t t = skip; t < n; t++) {
        e[t] -= t >= skip + a->q ? ot__terms_back(&a->theta, e + t)
                                 : back(&a->theta, e, t, skip);
    }
}

void ot__arma_condition(const ot__arma *a, size_t skip, ot__residuals *e)
{
    size_t count = 0;

    take_past(a, e->u, e->n);
    take_shocks(a, e->u, e->n, skip);
    if (e->x != NULL) {
        take_past(a, e->x, e->n);
        take_shocks(a, e->x, e->n, skip);
    }
    for (size_t t = skip; t < e->n; t++) {
        if (!isnan(e->u[t])) {
            e->u[count] = e->u[t];
            if (e->x != NULL) {
                e->x[count] = e->x[t];
            }
            count++;
        }
    }
    e->n = count;
    e->logdet = 0;
}
