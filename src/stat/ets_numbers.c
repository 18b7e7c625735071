// SPDX-License-Identifier: GPL-3.0-or-later
// ets_numbers.c - what is fitted of a model, as numbers without bounds.

#include "stat/ets_numbers.h"

#include <math.h>
#include <string.h>

#include "stat/ets_bounds.h"

// The usual region (the book, 10.2, and forecast::ets), a hair inside.
#define LEAST  1e-4
#define MOST   0.9999
#define PHI_LO 0.8
#define PHI_HI 0.98

// A number between lo and hi as an angle, at the bounds with slope 0.
static double at_angle(double lo, double hi, double angle)
{
    const double s = sin(angle);
    return lo + (hi - lo) * s * s;
}

static double angle_at(double lo, double hi, double value)
{
    const double share = (value - lo) / (hi - lo);
    return asin(sqrt(fmin(fmax(share, 0), 1)));
}

// d at_angle / d angle = (hi - lo) sin(2 angle).
static double slope_at(double lo, double hi, double angle)
{
    return (hi - lo) * sin(2 * angle);
}

static double mean_of(const double x[], size_t n)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++) {
        sum += x[i];
    }
    return sum / (double)n;
}

// The order of x: alpha, beta, phi, gamma, level, trend, m seasons, each if the
// model has it. Seasons count from their mean, which the level holds.
size_t ot__ets_unpack(const ot__ets_job *j, const double x[])
{
    ot__ets *e = j->ets;
    size_t k = 0;

    e->alpha = at_angle(LEAST, MOST, x[k++]);
    if (e->model.trend != 'N') {
        e->beta = at_angle(LEAST, e->alpha, x[k++]);
    }
    if (e->model.damped) {
        e->phi = at_angle(PHI_LO, PHI_HI, x[k++]);
    }
    if (e->model.season != 'N') {
        e->gamma = at_angle(LEAST, 1 - e->alpha, x[k++]);
    }
    e->first.level = j->start.level + j->state * x[k++];
    if (e->model.trend == 'A') {
        e->first.trend = j->start.trend + j->state * x[k++];
    } else if (e->model.trend == 'M') {
        e->first.trend = j->start.trend + j->state / j->start.level * x[k++];
    }
    if (e->model.season != 'N') {
        const double mean = mean_of(x + k, e->m);
        for (size_t i = 0; i < e->m; i++) {
            e->first.season[i] =
                j->start.season[i] + j->season * (x[k + i] - mean);
        }
        k += e->m;
    }
    return k;
}

void ot__ets_pack(const ot__ets *e, const double from[4], double x[])
{
    size_t k = 0;

    memset(x, 0, OT__ETS_NUMBERS * sizeof x[0]);
    x[k++] = angle_at(0, 1, from[0]);
    if (e->model.trend != 'N') {
        x[k++] = angle_at(0, 1, from[1]);
    }
    if (e->model.damped) {
        x[k++] = angle_at(PHI_LO, PHI_HI, from[3]);
    }
    if (e->model.season != 'N') {
        x[k++] = angle_at(0, 1, from[2]);
    }
}

// The derivatives of lik in what ot__ets_unpack reads from those in what it
// sets.
static void pack_slope(const ot__ets_job *j, const double x[],
                       const ot__ets_slope *s, double g[])
{
    const ot__ets *e = j->ets;
    size_t k = 1;
    double alpha = s->alpha;

    if (e->model.trend != 'N') {
        const double share = sin(x[k]);
        alpha += share * share * s->beta;
        g[k] = slope_at(LEAST, e->alpha, x[k]) * s->beta;
        k++;
    }
    if (e->model.damped) {
        g[k] = slope_at(PHI_LO, PHI_HI, x[k]) * s->phi;
        k++;
    }
    if (e->model.season != 'N') {
        const double share = sin(x[k]);
        alpha -= share * share * s->gamma;
        g[k] = slope_at(LEAST, 1 - e->alpha, x[k]) * s->gamma;
        k++;
    }
    g[0] = slope_at(LEAST, MOST, x[0]) * alpha;
    g[k++] = j->state * s->first.level;
    if (e->model.trend != 'N') {
        g[k++] =
            (e->model.trend == 'A' ? j->state : j->state / j->start.level) *
            s->first.trend;
    }
    if (e->model.season != 'N') {
        const double mean = mean_of(s->first.season, e->m);
        for (size_t i = 0; i < e->m; i++) {
            g[k + i] = j->season * (s->first.season[i] - mean);
        }
    }
}

// Where an error or a season is relative, it is to something above zero.
static bool is_sound(const ot__ets *e, const ot__ets_trace *t)
{
    const bool relative = e->model.error == 'M' || e->model.trend == 'M';
    const bool times = e->model.season == 'M';
    double least = 1;

    for (size_t i = 0; i < t->n; i++) {
        least = relative ? fmin(least, t->mean[i]) : least;
        least = times ? fmin(least, fmin(t->base[i], t->season[i])) : least;
        least = e->model.trend == 'M' ? fmin(least, t->level[i]) : least;
    }
    return least > 0;
}

double ot__ets_lik_at(const double x[], size_t k, double gradient[],
                      void *context)
{
    const ot__ets_job *j = context;
    ot__ets_slope slope;

    (void)k;
    ot__ets_unpack(j, x);
    if (!ot__ets_admissible(j->ets) ||
        !ot__ets_run(j->ets, &j->trace, j->least) ||
        !is_sound(j->ets, &j->trace)) {
        return INFINITY;
    }
    ot__ets_derive(j->ets, &j->trace, j->least, &slope);
    pack_slope(j, x, &slope, gradient);
    return j->ets->lik;
}
