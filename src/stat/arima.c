// SPDX-License-Identifier: GPL-3.0-or-later
// arima.c - orders, and the likelihood at given coefficients.

#include "stat/arima.h"

#include <math.h>

#include "stat/arima_sample.h"

#define TWO_PI 6.283185307179586477

size_t ot__arima_count(const ot__arima_orders *o)
{
    return o->p + o->q + o->P + o->Q;
}

size_t ot__arima_lost(const ot__arima_orders *o)
{
    return o->d + o->D * o->m;
}

// ---- what can be asked ----------------------------------------------------

static bool orders_exist(const ot__arima_orders *o)
{
    const size_t most = OT__ARIMA_ORDER;

    return o->p <= most && o->q <= most && o->P <= most && o->Q <= most &&
           o->d <= 2 && o->D <= 2 &&
           (o->m >= 2 || (o->P == 0 && o->D == 0 && o->Q == 0));
}

// Places of the season without any value: what a seasonal difference starts
// from there would stay unknown.
static size_t bare_places(const ot__arima_orders *o, const double y[], size_t n)
{
    size_t bare = 0;

    for (size_t s = 0; o->D > 0 && s < o->m; s++) {
        size_t seen = 0;
        for (size_t t = s; t < n; t += o->m) {
            seen += isnan(y[t]) ? 0 : 1;
        }
        bare += seen < o->D ? 1 : 0;
    }
    return bare;
}

ot_status ot__arima_check(const ot__arima_orders *o, const double y[], size_t n,
                          ot_error *err)
{
    // So that AICc has a positive divisor, used - k - 1 with k = count + mean
    // + 1.
    const size_t need =
        ot__arima_lost(o) + ot__arima_count(o) + (o->mean ? 1 : 0) + 3;
    size_t known = 0;

    if (!orders_exist(o)) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "no ARIMA(%zu,%zu,%zu)(%zu,%zu,%zu)%zu is fitted here",
                       o->p, o->d, o->q, o->P, o->D, o->Q, o->m);
    }
    for (size_t i = 0; i < n; i++) {
        if (isinf(y[i])) {
            return ot_fail(err, OT_E_DATA, NULL, "value %zu is infinite",
                           i + 1);
        }
        known += isnan(y[i]) ? 0 : 1;
    }
    if (known < need) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "%zu known values are too few for "
                       "ARIMA(%zu,%zu,%zu)(%zu,%zu,%zu)%zu: it needs %zu",
                       known, o->p, o->d, o->q, o->P, o->D, o->Q, o->m, need);
    }
    if (bare_places(o, y, n) > 0) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "%zu of %zu places of the season have too few values",
                       bare_places(o, y, n), o->m);
    }
    return OT_OK;
}

// ---- the likelihood -------------------------------------------------------

size_t ot__arima_work_size(const ot__arima_orders *o, size_t n)
{
    return ot__arima_sample_work(o, n);
}

// Source of loglik: Box, Jenkins & Reinsel 1994, 7.1; of aicc: Hurvich & Tsai
// 1989.
ot__arima_value ot__arima_valued(const ot__arima_sample *s, ot__residuals *e,
                                 size_t used, const double *given)
{
    const double n = (double)used;
    const double k = (double)(ot__arima_count(s->o) + (s->o->mean ? 2 : 1));
    double c;
    const double rss = ot__arima_settle(s, e, given, &c);
    const double sigma2 = rss / (double)e->n;
    ot__arima_value v = {.c = s->centre + s->scale * c, .used = used};

    if (isnan(sigma2) || isnan(e->logdet)) { // beyond what doubles can tell
        v.loglik = -INFINITY;
        v.aicc = INFINITY;
        return v;
    }
    if (!(sigma2 > 0) || (s->flat && given == NULL)) {
        v.loglik = INFINITY;
        v.aicc = -INFINITY;
        return v;
    }
    v.sigma2 = sigma2 * s->scale * s->scale;
    v.loglik =
        -(n * (log(TWO_PI * sigma2) + 1) + e->logdet) / 2 - n * log(s->scale);
    v.aicc = -2 * v.loglik + 2 * k * n / (n - k - 1);
    return v;
}

ot__arima_value ot__arima_exact(const ot__arima_orders *o, const double coef[],
                                const double *c, const double y[], size_t n,
                                double work[])
{
    ot__arima_sample s;

    ot__arima_sample_take(&s, o, y, n, true, work);
    ot__residuals e = ot__arima_residuals(&s, OT__EXACT, 0, coef);
    return ot__arima_valued(&s, &e, e.n, c);
}

ot__arima_value ot__arima_css(const ot__arima_orders *o, const double coef[],
                              const double *c, const double y[], size_t n,
                              double work[])
{
    ot__arima_sample s;
    size_t known = 0;

    for (size_t i = 0; i < n; i++) {
        known += isnan(y[i]) ? 0 : 1;
    }
    ot__arima_sample_take(&s, o, y, n, false, work);
    ot__residuals e =
        ot__arima_residuals(&s, OT__CONDITIONAL, o->p + o->P * o->m, coef);
    return ot__arima_valued(&s, &e, known - ot__arima_lost(o), c);
}
