// SPDX-License-Identifier: GPL-3.0-or-later
// ets_forecast.c - what comes next: paths, and the spread where it has a form.

#include "stat/ets.h"

#include <math.h>

#include "stat/ets_run.h"

// ---- paths ------------------------------------------------------------------

// One step of the recursion of ets_run.c from s, with a standard error; returns
// the value.
static double next(const ot__ets *e, ot__ets_state *s, size_t at, double error)
{
    const ot__ets_model model = e->model;
    const double phi = ot__ets_phi(e);
    const double step =
        model.trend == 'M' ? pow(s->trend, phi) : phi * s->trend;
    const double base = model.trend == 'M' ? s->level * step : s->level + step;
    const double season = s->season[at];
    const bool times = model.season == 'M';
    const double mean = times ? base * season : base + season;
    const double d = e->sigma * error * (model.error == 'M' ? mean : 1);
    const double r = times ? d / season : d;

    s->trend = step + e->beta * (model.trend == 'M' ? r / s->level : r);
    s->level = base + e->alpha * r;
    s->season[at] = season + e->gamma * (times ? d / base : d);
    return mean + d;
}

void ot__ets_path(const ot__ets *e, size_t h, const double error[],
                  double path[])
{
    ot__ets_state s = e->last;

    for (size_t j = 0; j < h; j++) {
        path[j] = next(e, &s, j % e->m, error == NULL ? 0 : error[j]);
    }
}

// ---- spread -----------------------------------------------------------------

// phi + phi^2 + ... + phi^j: how far a trend of 1 has led.
static double reach(const ot__ets *e, size_t j)
{
    const double phi = e->model.damped ? e->phi : 1;
    double sum = 0, power = 1;

    for (size_t i = 0; i < j; i++) {
        power *= phi;
        sum += power;
    }
    return sum;
}

// c_j of the book's table 6.1: what is left of an error j steps on.
static double left_after(const ot__ets *e, size_t j)
{
    double c = e->alpha;

    if (e->model.trend == 'A') {
        c += e->beta * reach(e, j);
    }
    if (e->model.season == 'A' && j % e->m == 0) {
        c += e->gamma;
    }
    return c;
}

// Class 1, additive models (the book, 6.1): s^2 (1 + sum of c_j^2). All are
// multiples of sigma, so that squares neither vanish nor overflow.
static void additive_sd(const ot__ets *e, size_t h, double sd[])
{
    double sum = 1;

    for (size_t k = 0; k < h; k++) {
        if (k > 0) {
            const double c = left_after(e, k);
            sum += c * c;
        }
        sd[k] = e->sigma * sqrt(sum);
    }
}

static double mean_at(const ot__ets *e, size_t k)
{
    double mean = e->last.level;

    if (e->model.trend == 'A') {
        mean += e->last.trend * reach(e, k + 1);
    }
    return e->model.season == 'A' ? mean + e->last.season[k % e->m] : mean;
}

// Class 2, relative errors about sums (the book, 6.3):
//
//     theta_h = mean_h^2 + s^2 sum over j < h of c_j^2 theta_(h - j)
//     v_h     = (1 + s^2) theta_h - mean_h^2
//
// in squares of the level; sd holds theta first.
static void relative_sd(const ot__ets *e, size_t h, double sd[])
{
    const double s2 = e->sigma * e->sigma, unit = fabs(e->last.level);

    for (size_t k = 0; k < h; k++) {
        const double mean = mean_at(e, k) / unit;
        sd[k] = mean * mean;
        for (size_t j = 1; j <= k; j++) {
            const double c = left_after(e, j);
            sd[k] += s2 * c * c * sd[k - j];
        }
    }
    for (size_t k = 0; k < h; k++) {
        const double mean = mean_at(e, k) / unit;
        const double spread = fmax(sd[k] - mean * mean, 0);
        sd[k] = unit * sqrt((1 + s2) * spread + s2 * mean * mean);
    }
}

// Mean and covariance of level and trend, in units of the level.
typedef struct moments {
    double l, b, ll, lb, bb;
} moments;

// A step of class 3: the states before are multiplied by F + g w' e, with a
// normal error e. Where the season that is forecast was seen in this step, it
// was multiplied by 1 + gamma e, so that everything is weighted by that.
static moments step_on(const ot__ets *e, moments m, bool seen)
{
    const double phi = ot__ets_phi(e);
    const double s2 = e->sigma * e->sigma, a = e->alpha, b = e->beta;
    const double c = seen ? e->gamma * s2 : 0, d = c * e->gamma;
    const double u = m.l + phi * m.b, v = phi * m.b; // F times the mean
    const double lw = m.ll + phi * m.lb, bw = m.lb + phi * m.bb;
    const double x = lw + phi * bw, z = phi * bw; // F cov w
    const double gg = (s2 + 3 * d * s2) * x + (s2 + 2 * d * s2) * u * u;

    return (moments){
        .l = u + c * a * u,
        .b = v + c * b * u,
        .ll = (1 + d) * x + d * u * u + 2 * a * (2 * c * x + c * u * u) +
              gg * a * a,
        .lb = (1 + d) * z + d * u * v + 2 * c * (x * b + z * a) +
              c * u * (u * b + v * a) + gg * a * b,
        .bb = (1 + d) * phi * phi * m.bb + d * v * v +
              2 * b * (2 * c * z + c * u * v) + gg * b * b,
    };
}

// Class 3, relative errors about products (the book, 6.4: exact for normal
// errors): k + 1 steps ahead, in units of the level.
static moments moments_at(const ot__ets *e, size_t k)
{
    const double unit = fabs(e->last.level);
    moments m = {.l = e->last.level / unit, .b = e->last.trend / unit};

    for (size_t j = 0; j < k; j++) {
        m = step_on(e, m, (k - j) % e->m == 0);
    }
    return m;
}

static void factor_sd(const ot__ets *e, size_t h, double sd[])
{
    const double s2 = e->sigma * e->sigma, unit = fabs(e->last.level);
    const double phi = ot__ets_phi(e);

    for (size_t k = 0; k < h; k++) {
        const moments m = moments_at(e, k);
        const double mean = m.l + phi * m.b;
        const double spread = m.ll + 2 * phi * m.lb + phi * phi * m.bb;
        sd[k] = e->last.season[k % e->m] * unit *
                sqrt((1 + s2) * spread + s2 * mean * mean);
    }
}

void ot__ets_mean(const ot__ets *e, size_t h, double mean[])
{
    const ot__ets_model model = e->model;

    ot__ets_path(e, h, NULL, mean);
    if (model.error == 'A' || model.trend == 'M' || model.season != 'M') {
        return;
    }
    for (size_t k = e->m; k < h; k++) {
        const moments m = moments_at(e, k);
        mean[k] = e->last.season[k % e->m] * fabs(e->last.level) *
                  (m.l + ot__ets_phi(e) * m.b);
    }
}

bool ot__ets_sd(const ot__ets *e, size_t h, double sd[])
{
    if (e->model.trend == 'M' ||
        (e->model.error == 'A' && e->model.season == 'M')) {
        return false;
    }
    if (e->model.error == 'A') {
        additive_sd(e, h, sd);
    } else if (e->model.season == 'M') {
        factor_sd(e, h, sd);
    } else {
        relative_sd(e, h, sd);
    }
    return true;
}
