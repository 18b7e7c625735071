// SPDX-License-Identifier: GPL-3.0-or-later
// ets_fit.c - the parameters and first states of the largest likelihood.

#include "stat/ets.h"

#include <math.h>
#include <string.h>

#include "stat/ets_numbers.h"
#include "stat/ets_start.h"
#include "stat/minimise.h"
#include "stat/scale.h"

// A fit that leaves less of values brought near 1 is exact.
#define EXACT 1e-10

// ---- the start --------------------------------------------------------------

// Shares of what is possible for alpha, beta, gamma; and phi. The likelihood
// has several hills: each group is climbed from its best. The last two are
// the first two with a larger beta.
#define GROUPS 4
#define GROUP  3
static const double starts[GROUPS][GROUP][4] = {
    {{0.02, 0.1, 0.05, 0.97}, {0.07, 0.2, 0.5, 0.9}, {0.15, 0.05, 0.1, 0.97}},
    {{0.3, 0.02, 0.2, 0.95}, {0.6, 0.05, 0.05, 0.97}, {0.95, 0.02, 0.1, 0.9}},
    {{0.02, 0.9, 0.05, 0.97}, {0.07, 0.9, 0.5, 0.9}, {0.15, 0.8, 0.1, 0.97}},
    {{0.3, 0.4, 0.05, 0.9}, {0.6, 0.8, 0.2, 0.97}, {0.95, 0.9, 0.1, 0.85}},
};

// The best start of a group into x; its lik.
static double choose_start(ot__ets_job *j, const double group[GROUP][4],
                           double x[], double gradient[])
{
    double trial[OT__ETS_NUMBERS], best = INFINITY;

    for (size_t i = 0; i < GROUP; i++) {
        ot__ets_pack(j->ets, group[i], trial);
        const double lik = ot__ets_lik_at(trial, 0, gradient, j);
        if (lik < best) {
            best = lik;
            memcpy(x, trial, sizeof trial);
        }
    }
    return best;
}

// An error one step ahead is the unit in which states are looked for.
static void set_units(ot__ets_job *j, const double x[], double gradient[])
{
    const ot__ets *e = j->ets;

    ot__ets_lik_at(x, 0, gradient, j);
    const double error = fmax(sqrt(e->sse / (double)e->values), 1e-8);
    const double level = fmax(fabs(e->first.level), 1e-8);
    j->state = e->model.error == 'M' ? error * level : error;
    j->season = e->model.season == 'M' ? j->state / level : j->state;
}

// ---- the fit ----------------------------------------------------------------

size_t ot__ets_work_size(size_t n, size_t m)
{
    return n + ot__ets_trace_size(n, m) +
           ot__minimise_work_size(OT__ETS_NUMBERS);
}

static size_t params_of(const ot__ets *e)
{
    size_t params = 3; // alpha, the level, the variance

    params += e->model.trend != 'N' ? 2 : 0;
    params += e->model.damped ? 1 : 0;
    params += e->model.season != 'N' ? e->m : 0; // gamma; the last is implied
    return params;
}

static void scale_state(ot__ets_model model, size_t m, int k, ot__ets_state *s)
{
    s->level = ldexp(s->level, k);
    if (model.trend == 'A') {
        s->trend = ldexp(s->trend, k);
    }
    for (size_t i = 0; model.season == 'A' && i < m; i++) {
        s->season[i] = ldexp(s->season[i], k);
    }
}

// From values brought near 1 by 2^-k to those there were.
static void finish(ot__ets *e, int k)
{
    const double n = (double)e->values, p = (double)e->params;

    e->lik += 2 * n * k * log(2);
    e->aicc = e->lik + 2 * p + 2 * p * (p + 1) / (n - p - 1);
    e->sigma = sqrt(e->sse / (n - p + 1));
    if (e->model.error == 'A') {
        e->sse = ldexp(e->sse, 2 * k);
        e->sigma = ldexp(e->sigma, k);
    }
    scale_state(e->model, e->m, k, &e->first);
    scale_state(e->model, e->m, k, &e->last);
}

static ot_status check(ot__ets *e, const double y[], size_t n, ot_error *err)
{
    const bool above = e->model.error == 'M' || e->model.trend == 'M' ||
                       e->model.season == 'M';
    size_t known = 0;

    if (e->m > OT__ETS_SEASON_MAX) {
        return ot_fail(err, OT_E_LIMIT, NULL,
                       "a season of %zu values is longer than %d", e->m,
                       OT__ETS_SEASON_MAX);
    }
    for (size_t i = 0; i < n; i++) {
        if (isinf(y[i]) || (above && y[i] <= 0)) {
            return ot_fail(err, OT_E_DATA, NULL,
                           "a value is not above zero, or not finite");
        }
        known += isnan(y[i]) ? 0 : 1;
    }
    e->params = params_of(e);
    if (known < e->params + 2) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "a model of %zu numbers needs %zu values, not %zu",
                       e->params, e->params + 2, known);
    }
    return OT_OK;
}

// Climbs from each group of starts to the highest. False: there is no start
// from which the model runs.
static bool climb(ot__ets_job *j, double work[])
{
    double x[OT__ETS_NUMBERS], least = INFINITY;
    ot__ets best = *j->ets;
    const size_t groups = best.model.trend == 'N' ? GROUPS / 2 : GROUPS;

    for (size_t i = 0; i < groups; i++) {
        if (isinf(choose_start(j, starts[i], x, work))) {
            continue;
        }
        set_units(j, x, work);
        const size_t numbers = ot__ets_unpack(j, x);
        const double lik =
            ot__minimise(ot__ets_lik_at, j, x, numbers, 1e-6, 1000, work);
        if (lik < least) {
            least = lik;
            ot__ets_unpack(j, x);
            best = *j->ets;
        }
    }
    *j->ets = best;
    return isfinite(least);
}

// Where the line of the start leads below zero, the trend starts with none.
static bool climb_flat(ot__ets_job *j, double work[])
{
    const ot__ets_trace *t = &j->trace;
    double sum = 0;
    size_t known = 0;

    for (size_t i = 0; i < t->n && known < 10; i++) {
        sum += isnan(t->y[i]) ? 0 : t->y[i];
        known += isnan(t->y[i]) ? 0 : 1;
    }
    j->start.level = sum / (double)known;
    j->start.trend = j->ets->model.trend == 'M' ? 1 : 0;
    return climb(j, work);
}

ot_status ot__ets_fit(ot__ets_model model, const double y[], size_t n,
                      size_t season, ot__ets *ets, double work[], ot_error *err)
{
    const size_t m = model.season == 'N' ? 1 : season;
    double *x = work, *trace = work + n;
    double *spare = trace + ot__ets_trace_size(n, m);
    const int k = ot__scale_of(y, n);
    ot__ets_job j = {
        .ets = ets, .least = (double)n * EXACT * EXACT, .state = 1};

    *ets = (ot__ets){.model = model, .m = m};
    const ot_status status = check(ets, y, n, err);
    if (status != OT_OK) {
        return status;
    }
    ot__scale_down(y, n, k, x);
    if (ot__ets_start(ets, x, n, trace, err) != OT_OK) {
        return OT_E_DATA;
    }
    j.start = ets->first;
    j.trace = ot__ets_trace_in(trace, x, n, m);
    if (!climb(&j, spare) && !climb_flat(&j, spare)) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "the model breaks down on these values");
    }
    ot__ets_run(ets, &j.trace, j.least);
    finish(ets, k);
    return OT_OK;
}
