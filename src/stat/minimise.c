// SPDX-License-Identifier: GPL-3.0-or-later
// minimise.c - quasi-Newton minimisation (BFGS).

#include "stat/minimise.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

typedef struct search {
    ot__function *f;
    void *context;
    size_t k, calls, limit;
    double *x, value;           // where it stands
    double *gradient;           // there
    double *way, *next, *slope; // direction; a point on it and its gradient
    double *change;             // of the gradient in the last step
    double *inverse;            // k x k: of the second derivatives, estimated
} search;

size_t ot__minimise_work_size(size_t k)
{
    return k * k + 5 * k;
}

static double dot(const double a[], const double b[], size_t k)
{
    double sum = 0;

    for (size_t i = 0; i < k; i++) {
        sum += a[i] * b[i];
    }
    return sum;
}

static void forget(search *s, double scale)
{
    for (size_t i = 0; i < s->k; i++) {
        for (size_t j = 0; j < s->k; j++) {
            s->inverse[i * s->k + j] = i == j ? scale : 0;
        }
    }
}

static double call(search *s, double t)
{
    for (size_t i = 0; i < s->k; i++) {
        s->next[i] = s->x[i] + t * s->way[i];
    }
    s->calls++;
    return s->f(s->next, s->k, s->slope, s->context);
}

// Looks along `way` for a point that is lower by a part of what the slope
// promises and from where it is less steep: halves and doubles. Returns its
// value; not less than s->value: there is none.
static double look(search *s, double t)
{
    const double steep = dot(s->gradient, s->way, s->k);
    double lo = 0, hi = INFINITY, value = INFINITY;

    for (int i = 0; i < 40 && s->calls < s->limit; i++) {
        value = call(s, t);
        if (!(value <= s->value + 1e-4 * t * steep)) {
            hi = t;
        } else if (dot(s->slope, s->way, s->k) < 0.9 * steep) {
            lo = t;
        } else {
            return value;
        }
        t = isinf(hi) ? 2 * lo : (lo + hi) / 2;
    }
    return value < s->value ? value : INFINITY;
}

// way = - inverse gradient; false: not downhill.
static bool point(search *s)
{
    for (size_t i = 0; i < s->k; i++) {
        s->way[i] = -dot(s->inverse + i * s->k, s->gradient, s->k);
    }
    return dot(s->way, s->gradient, s->k) < 0;
}

// Nocedal & Wright (6.17), with `way` as the step made and `change` as that of
// the gradient; (6.20) before the first.
static void learn(search *s, bool first)
{
    const size_t k = s->k;
    const double *step = s->way, *change = s->change;
    double *product = s->slope; // no longer needed
    const double curve = dot(step, change, k);

    if (!(curve > 1e-12 * sqrt(dot(step, step, k) * dot(change, change, k)))) {
        return;
    }
    if (first) {
        forget(s, curve / dot(change, change, k));
    }
    for (size_t i = 0; i < k; i++) {
        product[i] = dot(s->inverse + i * k, change, k);
    }
    const double factor = (1 + dot(change, product, k) / curve) / curve;
    for (size_t i = 0; i < k; i++) {
        double *row = s->inverse + i * k;
        for (size_t j = 0; j < k; j++) {
            row[j] += factor * step[i] * step[j] -
                      (product[i] * step[j] + step[i] * product[j]) / curve;
        }
    }
}

static void move(search *s, double value)
{
    for (size_t i = 0; i < s->k; i++) {
        s->way[i] = s->next[i] - s->x[i];
        s->change[i] = s->slope[i] - s->gradient[i];
        s->x[i] = s->next[i];
        s->gradient[i] = s->slope[i];
    }
    s->value = value;
}

static void descend(search *s, double gain)
{
    bool fresh = true;
    int small = 0;

    while (small < 3 && s->calls < s->limit) {
        if (!point(s)) {
            return;
        }
        const double length = sqrt(dot(s->way, s->way, s->k));
        const double value = look(s, fresh ? fmin(1, 1 / length) : 1);
        if (value < s->value) {
            small = s->value - value < gain ? small + 1 : 0;
            move(s, value);
            learn(s, fresh);
            fresh = false;
        } else if (fresh) {
            return;
        } else {
            forget(s, 1);
            fresh = true;
        }
    }
}

double ot__minimise(ot__function *f, void *context, double x[], size_t k,
                    double gain, size_t limit, double work[])
{
    search s = {
        .f = f,
        .context = context,
        .k = k,
        .limit = limit,
        .x = x,
        .gradient = work,
        .way = work + k,
        .next = work + 2 * k,
        .slope = work + 3 * k,
        .change = work + 4 * k,
        .inverse = work + 5 * k,
    };

    s.value = f(x, k, s.gradient, context);
    s.calls = 1;
    forget(&s, 1);
    if (isfinite(s.value)) {
        descend(&s, gain);
    }
    return s.value;
}
