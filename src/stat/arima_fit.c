// SPDX-License-Identifier: GPL-3.0-or-later
// arima_fit.c - the coefficients of a model of given orders.
//
// With sigma2 and c settled, the likelihood is a decreasing function of
//
//     |V|^(1/n) sum u[t]^2,  u independent residuals, sigma2 V their covariance
//
// (Ansley, Biometrika 66 (1979) 59-65), a sum of squares once the determinant
// is spread over the residuals; so is the conditional likelihood, without V.
// Steps go over the partial autocorrelations of ot__arima_bound, so that every
// place is a stationary and invertible model.

#include "stat/arima.h"

#include <math.h>
#include <string.h>

#include "stat/arima_sample.h"
#include "stat/levenberg.h"

#define FAR_STEPS  100
#define SOME_STEPS 15
#define NEAR_STEPS 6
#define CLOSE      1e-10 // of the sum of squares: 1e-8 of the log-likelihood at 200
// The conditional sum of squares may fall on towards a root on the unit circle,
// where the exact likelihood is level: its search starts from inside, with
// partial autocorrelations of at most tanh of this, 0.905.
#define INWARDS 1.5

typedef struct problem {
    const ot__arima_sample *s;
    ot__criterion criterion;
    size_t n, skip;
} problem;

static void residuals(const double x[], double r[], void *ctx)
{
    const problem *p = ctx;
    double coef[OT__ARIMA_COEFS], c;

    ot__arima_bound(p->s->o, x, coef);
    ot__residuals e = ot__arima_residuals(p->s, p->criterion, p->skip, coef);
    ot__arima_settle(p->s, &e, NULL, &c);
    const double spread = exp(e.logdet / (2 * (double)e.n));
    for (size_t i = 0; i < p->n; i++) {
        r[i] = i < e.n ? e.u[i] * spread : 0;
    }
}

// From x on, by one of the criteria.
static double improve(const ot__arima_sample *s, ot__criterion criterion,
                      size_t n, size_t steps, double x[], double work[])
{
    problem p = {s, criterion, n, criterion == OT__EXACT ? 0 : s->nw - n};
    const ot__squares squares = {
        .n = n,
        .k = ot__arima_count(s->o),
        .residuals = residuals,
        .ctx = &p,
        .steps = steps,
        .tolerance = CLOSE,
    };

    return ot__levenberg(&squares, x, work);
}

size_t ot__arima_fit_work(const ot__arima_orders *o, size_t n)
{
    return ot__arima_sample_work(o, n) +
           ot__levenberg_work(n, ot__arima_count(o));
}

// Residuals before the first p + P m rest on zeros; they are left out while
// twice as many as there are coefficients remain.
static size_t conditional(const ot__arima_sample *s)
{
    const size_t first = s->o->p + s->o->P * s->o->m;
    const size_t need = 2 * ot__arima_count(s->o) + 2;

    return s->nw > first + need ? s->nw - first : s->nw;
}

static size_t known_values(const double y[], size_t n)
{
    size_t known = 0;

    for (size_t i = 0; i < n; i++) {
        known += isnan(y[i]) ? 0 : 1;
    }
    return known;
}

// Where the search by the exact likelihood starts: after the conditional one,
// and, as mixed models have several peaks, at partial autocorrelations of AR
// and MA that are none, or tanh(0.6) = 0.54 of either sign. On the 617 monthly
// series of the M1 competition the five more add 0.9 to the mean log-likelihood
// of (2,1,2)(1,0,1), and nothing to that of the airline model.
typedef struct start {
    double ar, ma;
} start;

static const start starts[] = {{0, 0},      {0, 0},      {0.6, 0.6},
                               {0.6, -0.6}, {-0.6, 0.6}, {-0.6, -0.6}};

static size_t starts_of(const ot__arima_orders *o, ot__effort effort)
{
    if (effort != OT__THOROUGH || ot__arima_count(o) == 0) {
        return 1;
    }
    if (o->p + o->P == 0) {
        return o->q > 1 || o->Q > 1 ? 4 : 1;
    }
    return o->q + o->Q == 0 ? 2 : sizeof starts / sizeof starts[0];
}

static void begin(const ot__arima_sample *s, size_t which, double x[],
                  double work[])
{
    const ot__arima_orders *o = s->o;
    const size_t k = ot__arima_count(o), P = o->p + o->q, Q = P + o->P;

    for (size_t i = 0; i < k; i++) {
        const bool ar = i < o->p || (i >= P && i < Q);
        x[i] = ar ? starts[which].ar : starts[which].ma;
    }
    if (which == 0) {
        improve(s, OT__CONDITIONAL, conditional(s), FAR_STEPS, x, work);
        for (size_t i = 0; i < k; i++) {
            x[i] = fmax(-INWARDS, fmin(INWARDS, x[i]));
        }
    }
}

// The best of all starts in x: some steps from each, and from the best of them
// all the way.
static void climb(const ot__arima_sample *s, size_t used, ot__effort effort,
                  double x[], double work[])
{
    const size_t count = starts_of(s->o, effort);
    const size_t most = effort == OT__QUICK ? NEAR_STEPS : FAR_STEPS;
    double best = INFINITY;

    for (size_t i = 0; i < count; i++) {
        double z[OT__ARIMA_COEFS] = {0};
        begin(s, i, z, work);
        const double sum =
            improve(s, OT__EXACT, used, count > 1 ? SOME_STEPS : most, z, work);
        if (sum < best) {
            best = sum;
            memcpy(x, z, sizeof z);
        }
    }
    if (count > 1) {
        improve(s, OT__EXACT, used, most, x, work);
    }
}

static void conclude(const ot__arima_sample *s, const double x[],
                     ot__arima *fit)
{
    ot__arima_bound(s->o, x, fit->coef);
    ot__residuals e = ot__arima_residuals(s, OT__EXACT, 0, fit->coef);
    fit->value = ot__arima_valued(s, &e, e.n, NULL);
}

ot_status ot__arima_fit(const ot__arima_orders *o, const double y[], size_t n,
                        ot__effort effort, ot__arima *fit, double work[],
                        ot_error *err)
{
    ot__arima_sample s;
    double x[OT__ARIMA_COEFS] = {0}, *more = work + ot__arima_sample_work(o, n);
    const ot_status status = ot__arima_check(o, y, n, err);

    if (status != OT_OK) {
        return status;
    }
    *fit = (ot__arima){.orders = *o};
    ot__arima_sample_take(&s, &fit->orders, y, n, true, work);
    if (!s.flat) {
        climb(&s, known_values(y, n) - ot__arima_lost(o), effort, x, more);
    }
    conclude(&s, x, fit);
    return OT_OK;
}

void ot__arima_refit(ot__arima *fit, const double y[], size_t n, double work[])
{
    const ot__arima_orders *o = &fit->orders;
    const size_t used = known_values(y, n) - ot__arima_lost(o);
    ot__arima_sample s;
    double x[OT__ARIMA_COEFS];

    ot__arima_sample_take(&s, o, y, n, true, work);
    ot__arima_unbound(o, fit->coef, x);
    improve(&s, OT__EXACT, used, FAR_STEPS, x,
            work + ot__arima_sample_work(o, n));
    conclude(&s, x, fit);
}
