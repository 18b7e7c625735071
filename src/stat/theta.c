// SPDX-License-Identifier: GPL-3.0-or-later
// theta.c - the Theta method: a season test, half a line, smoothing.

#include "stat/theta.h"

#include <assert.h>
#include <math.h>

#include "stat/acf.h"
#include "stat/decompose.h"
#include "stat/scale.h"
#include "stat/smooth.h"
#include "stat/theta_season.h"

size_t ot__theta_work_size(size_t n)
{
    return 4 * n;
}

// ---- the season ------------------------------------------------------------

// Factors are what the method was published with; they mean nothing about zero,
// nor when one of them is next to it.
static bool has_factors(const double x[], size_t n, size_t season,
                        double figure[], double spare[])
{
    for (size_t i = 0; i < n; i++) {
        if (!(x[i] > 0)) {
            return false;
        }
    }
    if (ot__decompose(x, n, season, true, spare, figure, NULL) != OT_OK) {
        return false;
    }
    for (size_t i = 0; i < season; i++) {
        if (figure[i] < 1e-4) {
            return false;
        }
    }
    return true;
}

static ot_status take_season(ot__theta *fit, double x[], double figure[],
                             double spare[], ot_error *err)
{
    const size_t n = fit->n, season = fit->season;

    fit->seasonal = ot__acf_has_season(x, n, season);
    if (!fit->seasonal) {
        return OT_OK;
    }
    fit->product = has_factors(x, n, season, figure, spare);
    if (!fit->product &&
        ot__decompose(x, n, season, false, spare, figure, err) != OT_OK) {
        return OT_E_DATA;
    }
    for (size_t i = 0; i < n; i++) {
        x[i] = fit->product ? x[i] / figure[i % season]
                            : x[i] - figure[i % season];
    }
    return OT_OK;
}

ot_status ot__theta_begin(const double y[], size_t n, size_t season,
                          ot__theta *fit, double figure[], double x[],
                          double spare[], int *k, ot_error *err)
{
    assert(season >= 1);
    if (n < 4) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "the model needs 4 values, not %zu", n);
    }
    for (size_t i = 0; i < n; i++) {
        if (!isfinite(y[i])) {
            return ot_fail(err, OT_E_DATA, NULL,
                           "a value is missing: the model needs them all");
        }
    }
    *fit = (ot__theta){.n = n, .season = season};
    *k = ot__scale_of(y, n);
    ot__scale_down(y, n, *k, x);
    const ot_status status = take_season(fit, x, figure, spare, err);
    for (size_t i = 0; fit->seasonal && !fit->product && i < season; i++) {
        figure[i] = ldexp(figure[i], *k);
    }
    return status;
}

// ---- the fit ---------------------------------------------------------------

static double least_squares_slope(const double x[], size_t n)
{
    const double middle = (double)(n - 1) / 2, m = (double)n;
    double cross = 0;

    for (size_t i = 0; i < n; i++) {
        cross += ((double)i - middle) * (x[i] - x[0]);
    }
    return cross / (m * (m * m - 1) / 12);
}

ot_status ot__theta_fit(const double y[], size_t n, size_t season,
                        ot__theta *fit, double figure[], double work[],
                        ot_error *err)
{
    double *x = work;
    int k = 0;

    if (ot__theta_begin(y, n, season, fit, figure, x, work + n, &k, err) !=
        OT_OK) {
        return OT_E_DATA;
    }
    const ot__ses ses = ot__ses_fit(x, n);
    fit->theta = 2;
    fit->alpha = ses.alpha;
    fit->first = ldexp(ses.first, k);
    fit->level = ldexp(ses.last, k);
    fit->slope = ldexp(least_squares_slope(x, n), k);
    fit->sigma = ldexp(sqrt(ses.sse / (double)(n - 2)), k);
    return OT_OK;
}

// ---- what comes next -------------------------------------------------------

// Hyndman & Billah (2003), equation 2: the smoothed level with half the slope.
static void path(const ot__theta *fit, size_t h, const double error[],
                 double path[])
{
    const double a = fit->alpha;
    const double past = (1 - pow(1 - a, (double)fit->n)) / a;
    double level = fit->level;

    for (size_t j = 0; j < h; j++) {
        const double e = error == NULL ? 0 : fit->sigma * error[j];
        path[j] = level + fit->slope / 2 * ((double)j + past) + e;
        level += a * e;
    }
}

static void dynamic_path(const ot__theta *fit, size_t h, const double error[],
                         double path[])
{
    ot__dotm s = ot__dotm_state(fit);

    for (size_t j = 0; j < h; j++) {
        const double e = error == NULL ? 0 : fit->sigma * error[j];
        path[j] = ot__dotm_next(&s) + e;
        ot__dotm_see(&s, path[j]);
    }
}

void ot__theta_path(const ot__theta *fit, const double figure[], size_t h,
                    const double error[], double out[])
{
    if (fit->dynamic) {
        dynamic_path(fit, h, error, out);
    } else {
        path(fit, h, error, out);
    }
    for (size_t j = 0; fit->seasonal && j < h; j++) {
        const double f = figure[(fit->n + j) % fit->season];
        out[j] = fit->product ? out[j] * f : out[j] + f;
    }
}

// The steps are linear in the values: from a state of nothing, the error of
// step `from` alone moves those after it by its own share, whose squares add
// up.
static void add_response(const ot__theta *fit, size_t from, size_t h,
                         double square[])
{
    ot__dotm s = ot__dotm_state(fit);

    s.level = s.mean = s.slope = 0;
    s.t += (double)from;
    s.fade *= pow(1 - s.alpha, (double)from);
    for (size_t j = from; j < h; j++) {
        const double y = j == from ? 1 : ot__dotm_next(&s);
        square[j] += y * y;
        ot__dotm_see(&s, y);
    }
}

// Theta as smoothing with drift: 1 + (h - 1) alpha^2 (Hyndman & Billah 2003).
void ot__theta_sd(const ot__theta *fit, const double figure[], size_t h,
                  double sd[])
{
    for (size_t j = 0; j < h; j++) {
        sd[j] = fit->dynamic ? 0 : 1 + (double)j * fit->alpha * fit->alpha;
    }
    for (size_t from = 0; fit->dynamic && from < h; from++) {
        add_response(fit, from, h, sd);
    }
    for (size_t j = 0; j < h; j++) {
        const size_t at = (fit->n + j) % fit->season;
        const double f = fit->seasonal && fit->product ? figure[at] : 1;
        sd[j] = sqrt(sd[j]) * (fit->sigma * f);
    }
}
