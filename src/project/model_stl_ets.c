// SPDX-License-Identifier: GPL-3.0-or-later
// model_stl_ets.c - the season by STL, what is left by exponential smoothing.

#include "project/method.h"

#include <math.h>

#include "project/model.h"
#include "stat/ets.h"
#include "stat/stl.h"

// How the season is told: it may change slowly, over 11 years (as in the code
// of Hyndman & Khandakar, J. Stat. Software 27 (2008) 3).
#define YEARS 11

// The season of y, as a share of it in logarithms where factors suit; x: y
// without it.
static ot_status adjust(const ot_past *past, bool factors, double x[],
                        double season[], double work[], ot_error *err)
{
    const size_t n = past->n;
    const ot__stl_options how = {.period = past->season, .seasonal = YEARS};
    double *trend = work, *weight = work + n;

    for (size_t i = 0; i < n; i++) {
        x[i] = factors ? log(past->y[i] / past->y[0]) : past->y[i];
    }
    const ot_status status =
        ot__stl(x, n, &how, trend, season, weight, work + 2 * n, err);
    for (size_t i = 0; status == OT_OK && i < n; i++) {
        season[i] = factors ? exp(season[i]) : season[i];
        x[i] = factors ? past->y[i] / season[i] : past->y[i] - season[i];
    }
    return status;
}

// The latest season again.
static void put_back(const ot_past *past, bool factors, const double season[],
                     size_t h, double mean[], double sd[])
{
    const double *latest = season + past->n - past->season;

    for (size_t k = 0; k < h; k++) {
        const double f = latest[k % past->season];
        mean[k] = factors ? mean[k] * f : mean[k] + f;
        if (sd != NULL && factors) {
            sd[k] *= f;
        }
    }
}

static ot_status kernel(const ot_past *past, size_t h, double mean[],
                        double sd[], double work[], ot_error *err)
{
    const size_t n = past->n;
    const bool seasonal = past->season > 1;
    const bool factors = ot__ets_suits_factors(past->y, n, past->season);
    double *x = work, *season = work + n;
    ot__ets fit;

    if (seasonal &&
        adjust(past, factors, x, season, work + 2 * n, err) != OT_OK) {
        return OT_E_DATA;
    }
    const ot_status status =
        ot__ets_select(seasonal ? x : past->y, n, 1, &fit, work + 2 * n, err);
    if (status != OT_OK) {
        return status;
    }
    ot__ets_mean(&fit, h, mean);
    if (sd != NULL) {
        ot__ets_sd(&fit, h, sd);
    }
    if (seasonal) {
        put_back(past, factors, season, h, mean, sd);
    }
    return OT_OK;
}

static ot_status path(const ot_past *past, size_t h, double mean[],
                      double work[], ot_error *err)
{
    return ot__carry(kernel, past, h, mean, NULL, work, err);
}

static ot_status spread(const ot_past *past, size_t h, double mean[],
                        double sd[], double work[], ot_error *err)
{
    return ot__carry(kernel, past, h, mean, sd, work, err);
}

static size_t work_size(const ot_past *past, size_t h)
{
    (void)h;
    return 5 * past->n + ot__stl_work_size(past->n, past->season) +
           ot__ets_work_size(past->n, 1);
}

const ot_method ot__method_stl_ets = {
    .name = "stl-ets",
    .summary = "season by STL, the rest by exponential smoothing",
    .formula = "V + R",
    .value = "f l, or f (l + (phi + ... + phi^k) b); f the latest by STL",
    .source =
        "Cleveland et al., J. Official Statistics 6 (1990) 3-73; Hyndman & "
        "Athanasopoulos, FPP3 (2021), 5.7",
    .min_years = 2,
    .needs_part = false,
    .listed = true,
    .version = 1,
    .path = path,
    .spread = spread,
    .work_size = work_size,
};
