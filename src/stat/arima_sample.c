// SPDX-License-Identifier: GPL-3.0-or-later
// arima_sample.c - a series made ready for the likelihoods of one model.

#include "stat/arima_sample.h"

#include <math.h>
#include <string.h>

#include "stat/acf.h"

#define ROUNDING 1e-13 // of the largest value: below it nothing varies

// ---- missing values -------------------------------------------------------

// On the line from y[left] to y[right], or level where one end is no value of
// the series (n).
static void draw(double y[], size_t n, size_t left, size_t right, size_t first,
                 size_t last, size_t stride)
{
    for (size_t t = first; t < last; t += stride) {
        if (left >= n) {
            y[t] = y[right];
        } else if (right >= n) {
            y[t] = y[left];
        } else {
            const double part = (double)(t - left) / (double)(right - left);
            y[t] = y[left] + part * (y[right] - y[left]);
        }
    }
}

void ot__fill_in(double y[], size_t n, size_t stride)
{
    for (size_t place = 0; place < stride && place < n; place++) {
        size_t left = n, first = place;
        for (size_t t = place; t < n; t += stride) {
            if (!isnan(y[t])) {
                draw(y, n, left, t, first, t, stride);
                left = t;
                first = t + stride;
            }
        }
        if (left < n) {
            draw(y, n, left, n, first, n, stride);
        }
    }
}

// ---- the sample -----------------------------------------------------------

static double largest(const double y[], size_t n)
{
    double most = 0;

    for (size_t i = 0; i < n; i++) {
        most = fmax(most, fabs(y[i])); // fmax passes over NaN
    }
    return most;
}

// Mean and root of the mean square deviation of the known values.
static void moments(const double w[], size_t n, double *mean, double *spread)
{
    double sum = 0, squares = 0;
    size_t count = 0;

    for (size_t i = 0; i < n; i++) {
        sum += isnan(w[i]) ? 0 : w[i];
        count += isnan(w[i]) ? 0 : 1;
    }
    *mean = count > 0 ? sum / (double)count : 0;
    for (size_t i = 0; i < n; i++) {
        squares += isnan(w[i]) ? 0 : (w[i] - *mean) * (w[i] - *mean);
    }
    *spread = count > 0 ? sqrt(squares / (double)count) : 0;
}

static void difference(ot__arima_sample *s, const double y[], bool fill)
{
    const ot__arima_orders *o = s->o;

    memcpy(s->w, y, s->n * sizeof *s->w);
    if (s->holes && fill) {
        ot__fill_in(s->w, s->n, o->D > 0 ? o->m : 1);
    }
    s->nw = s->n;
    for (size_t i = 0; i < o->d; i++) {
        s->nw = ot__difference(s->w, s->nw, 1);
    }
    for (size_t i = 0; i < o->D; i++) {
        s->nw = ot__difference(s->w, s->nw, o->m);
    }
}

static void standardise(ot__arima_sample *s, const double y[])
{
    const bool mean = s->o->mean;
    const double least = ROUNDING * largest(y, s->n);
    double level, spread;

    moments(s->w, s->nw, &level, &spread);
    s->flat = spread <= least && (mean || fabs(level) <= least);
    s->centre = mean ? level : 0;
    s->scale = mean ? spread : hypot(spread, level);
    if (!(s->scale > 0)) {
        s->scale = 1;
    }
    for (size_t i = 0; i < s->nw; i++) {
        s->w[i] = (s->w[i] - s->centre) / s->scale;
    }
}

size_t ot__arima_sample_work(const ot__arima_orders *o, size_t n)
{
    const ot__arma a = {.p = o->p + o->P * o->m,
                        .q = o->q + o->Q * o->m,
                        .r = o->p + o->P * o->m + o->q + o->Q * o->m + 1};
    const size_t whiten = ot__arma_whiten_work(&a);
    const size_t skip = ot__arima_skip_work(o);

    return 5 * n + ot__arima_lost(o) + (whiten > skip ? whiten : skip);
}

void ot__arima_sample_take(ot__arima_sample *s, const ot__arima_orders *o,
                           const double y[], size_t n, bool fill, double work[])
{
    double base = 0;

    *s = (ot__arima_sample){.o = o, .n = n, .w = work, .y = work + n};
    s->x = s->y + n;
    s->u = s->x + n;
    s->v = s->u + n;
    s->work = s->v + n;
    for (size_t i = n; i-- > 0;) {
        s->holes = s->holes || isnan(y[i]);
        base = isnan(y[i]) ? base : y[i];
    }
    difference(s, y, fill);
    standardise(s, y);
    if (s->holes) {
        // A level does not matter where there are differences.
        base = ot__arima_lost(o) > 0 ? base : 0;
        ot__arima_regressor(o, s->x, n, s->work);
        for (size_t i = 0; i < n; i++) {
            s->y[i] = (y[i] - base - s->centre * s->x[i]) / s->scale;
        }
    }
}

// ---- residuals ------------------------------------------------------------

ot__residuals ot__arima_residuals(const ot__arima_sample *s,
                                  ot__criterion criterion, size_t skip,
                                  const double coef[])
{
    const bool whole = criterion == OT__EXACT && s->holes;
    ot__residuals e = {
        .u = s->u,
        .x = s->o->mean ? s->v : NULL,
        .n = whole ? s->n : s->nw,
    };
    ot__arma a;

    memcpy(e.u, whole ? s->y : s->w, e.n * sizeof *e.u);
    for (size_t i = 0; e.x != NULL && i < e.n; i++) {
        e.x[i] = whole ? s->x[i] : 1;
    }
    if (whole) {
        ot__arima_skip(s->o, coef, &e, s->work);
        return e;
    }
    ot__arma_expand(s->o, coef, &a);
    if (criterion == OT__EXACT) {
        ot__arma_whiten(&a, &e, s->work);
    } else {
        ot__arma_condition(&a, skip, &e);
    }
    return e;
}

double ot__arima_settle(const ot__arima_sample *s, ot__residuals *e,
                        const double *given, double *c)
{
    double up = 0, down = 0, rss = 0;

    *c = 0;
    if (e->x != NULL && given != NULL) {
        *c = (*given - s->centre) / s->scale;
    } else if (e->x != NULL) {
        for (size_t i = 0; i < e->n; i++) {
            up += e->u[i] * e->x[i];
            down += e->x[i] * e->x[i];
        }
        *c = down > 0 ? up / down : 0;
    }
    for (size_t i = 0; i < e->n; i++) {
        if (e->x != NULL) {
            e->u[i] -= *c * e->x[i];
        }
        rss += e->u[i] * e->u[i];
    }
    return rss;
}
