// SPDX-License-Identifier: GPL-3.0-or-later
// ets_run.c - the recursion of a model, its likelihood, and its derivatives.
//
// The book's tables 2.2 and 2.3 in one form. With d = y - mean, all models
// share
//
//     step   = phi trend        or  trend^phi
//     base   = level + step     or  level step
//     mean   = base + season    or  base season
//     level' = base + alpha d / S          S: season where it is a factor, or 1
//     trend' = step + beta d / (S L)       L: level where the trend is one, or
//     1 season' = season + gamma d / B       B: base where the season is one,
//     or 1
//
// for relative errors d = mean e turns these into the book's. A model without
// trend or season has a term of 0, which stays 0.

#include "stat/ets_run.h"

#include <math.h>

size_t ot__ets_trace_size(size_t n, size_t m)
{
    return 6 * n + 2 * (n + m);
}

ot__ets_trace ot__ets_trace_in(double work[], const double y[], size_t n,
                               size_t m)
{
    return (ot__ets_trace){
        .y = y,
        .n = n,
        .m = m,
        .level = work,
        .trend = work + n,
        .step = work + 2 * n,
        .base = work + 3 * n,
        .mean = work + 4 * n,
        .error = work + 5 * n,
        .season = work + 6 * n,
        .pull = work + 7 * n + m,
    };
}

// ---- forwards ---------------------------------------------------------------

static double step_of(const ot__ets *e, double phi, double trend)
{
    if (e->model.trend != 'M') {
        return phi * trend;
    }
    return e->model.damped ? pow(trend, phi) : trend;
}

static void run_states(const ot__ets *e, const ot__ets_trace *t,
                       ot__ets_state *s)
{
    const double phi = ot__ets_phi(e);
    const bool by = e->model.trend == 'M', times = e->model.season == 'M';
    double level = s->level, trend = s->trend;

    for (size_t i = 0; i < t->n; i++) {
        const double season = t->season[i];
        const double step = step_of(e, phi, trend);
        const double base = by ? level * step : level + step;
        const double mean = times ? base * season : base + season;
        const double d = isnan(t->y[i]) ? 0 : t->y[i] - mean;
        const double r = times ? d / season : d;
        t->level[i] = level;
        t->trend[i] = trend;
        t->step[i] = step;
        t->base[i] = base;
        t->mean[i] = mean;
        t->error[i] = d;
        trend = step + e->beta * (by ? r / level : r);
        level = base + e->alpha * r;
        t->season[i + t->m] = season + e->gamma * (times ? d / base : d);
    }
    s->level = level;
    s->trend = trend;
}

// Sum of squared errors and of log |mean|. The means are multiplied up and
// their logarithm is taken now and then.
static double add_errors(const ot__ets *e, const ot__ets_trace *t,
                         size_t *values, double *logs)
{
    const bool relative = e->model.error == 'M';
    double squares = 0, product = 1;

    *values = 0;
    *logs = 0;
    for (size_t i = 0; i < t->n; i++) {
        if (isnan(t->y[i])) {
            continue;
        }
        const double mean = t->mean[i];
        const double error = relative ? t->error[i] / mean : t->error[i];
        squares += error * error;
        *values += 1;
        product *= fabs(mean);
        if (!(product > 1e-100 && product < 1e100)) {
            *logs += log(product);
            product = 1;
        }
    }
    *logs += log(product);
    return squares;
}

bool ot__ets_run(ot__ets *e, const ot__ets_trace *t, double least)
{
    double logs;
    ot__ets_state *s = &e->last;

    *s = e->first;
    for (size_t i = 0; i < t->m; i++) {
        t->season[i] = e->first.season[i];
    }
    run_states(e, t, s);
    for (size_t i = 0; i < t->m; i++) {
        s->season[i] = t->season[t->n + i];
    }
    e->sse = add_errors(e, t, &e->values, &logs);
    e->lik = (double)e->values * log(fmax(e->sse, least)) +
             (e->model.error == 'M' ? 2 * logs : 0);
    // A NaN or an infinity anywhere stays to the end.
    return isfinite(e->sse) && isfinite(s->level) && isfinite(s->trend) &&
           !isnan(e->lik) && e->lik != INFINITY;
}

bool ot__ets_likelihood(ot__ets *ets, const double y[], size_t n, double work[])
{
    const ot__ets_trace t = ot__ets_trace_in(work, y, n, ets->m);

    return ot__ets_run(ets, &t, 0);
}

// ---- backwards --------------------------------------------------------------

// The adjoint of the recursion: derivatives of lik in the states after a value,
// turned into those before it (the chain rule backwards; Griewank & Walther,
// Evaluating Derivatives (SIAM 2008), 3.2). Each letter x is d lik / d x.
typedef struct adjoint {
    double level, trend;
} adjoint;

// What the likelihood itself draws on mean and error of a value; `weight` is
// 2 values / sse.
static void draw(const ot__ets *e, const ot__ets_trace *t, size_t i,
                 double weight, double *mean, double *error)
{
    const double d = t->error[i], f = t->mean[i];

    *mean = 0;
    *error = weight * d;
    if (e->model.error == 'M') {
        const double relative = d / f;
        *error = weight * relative / f;
        *mean = (2 - weight * relative * relative) / f;
    }
}

static void step_back(const ot__ets *e, const ot__ets_trace *t, size_t i,
                      double weight, adjoint *a, ot__ets_slope *g)
{
    const bool by = e->model.trend == 'M', times = e->model.season == 'M';
    const double S = times ? t->season[i] : 1, B = times ? t->base[i] : 1;
    const double L = by ? t->level[i] : 1;
    const double d = t->error[i], r = d / S, season_after = t->pull[i + t->m];
    const double shift = e->alpha * a->level + e->beta * a->trend / L;
    double season = season_after, base = a->level, step = a->trend, level = 0;
    double mean = 0, error = 0;

    g->alpha += r * a->level;
    g->beta += r / L * a->trend;
    g->gamma += d / B * season_after;
    if (times) {
        season -= shift * r / S;
        base -= e->gamma * d / (B * B) * season_after;
    }
    if (by) {
        level -= e->beta * r / (L * L) * a->trend;
    }
    if (!isnan(t->y[i])) {
        draw(e, t, i, weight, &mean, &error);
        error += shift / S + e->gamma * season_after / B;
        mean -= error;
    }
    season += times ? mean * t->base[i] : mean;
    base += times ? mean * t->season[i] : mean;
    level += by ? base * t->step[i] : base;
    step += by ? base * t->level[i] : base;
    t->pull[i] = season;
    a->level = level;
    a->trend = step;
}

// The step back through step = phi trend or trend^phi.
static void step_back_trend(const ot__ets *e, const ot__ets_trace *t, size_t i,
                            double phi, adjoint *a, ot__ets_slope *g)
{
    if (e->model.trend != 'M') {
        g->phi += a->trend * t->trend[i];
        a->trend *= phi;
    } else if (e->model.damped) {
        const double step = a->trend * t->step[i];
        g->phi += step * log(t->trend[i]);
        a->trend = step * phi / t->trend[i];
    }
}

void ot__ets_derive(const ot__ets *e, const ot__ets_trace *t, double least,
                    ot__ets_slope *slope)
{
    const double phi = ot__ets_phi(e);
    const double weight = e->sse > least ? 2 * (double)e->values / e->sse : 0;
    adjoint a = {0, 0};

    *slope = (ot__ets_slope){0};
    for (size_t i = t->n; i < t->n + t->m; i++) {
        t->pull[i] = 0;
    }
    for (size_t i = t->n; i-- > 0;) {
        step_back(e, t, i, weight, &a, slope);
        step_back_trend(e, t, i, phi, &a, slope);
    }
    slope->first.level = a.level;
    slope->first.trend = a.trend;
    for (size_t i = 0; i < t->m; i++) {
        slope->first.season[i] = t->pull[i];
    }
}
