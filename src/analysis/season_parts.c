// SPDX-License-Identifier: GPL-3.0-or-later
// season_parts.c - a series taken apart.

#include "analysis/season.h"

#include <math.h>
#include <string.h>

#include "stat/arima.h"
#include "stat/interpolate.h"
#include "stat/outliers.h"
#include "stat/ranks.h"
#include "stat/stl.h"

#define AICC_MARGIN 2 // by which the values themselves must fit better
#define ROUNDS      2 // season and shifts, each less the other

static ot__arima_orders airline(size_t period)
{
    return (ot__arima_orders){0, 1, 1, 0, 1, 1, period, false};
}

size_t ot__adjuster_work(size_t n, size_t period)
{
    const ot__arima_orders o = airline(period);
    const size_t sizes[] = {
        ot__stl_work_size(n, period),      ot__arima_fit_work(&o, n),
        ot__interpolate_work(n, period),   ot__outliers_work(n, period),
        ot__jumps_work(n, OT__JUMPS_MOST), 2 * n}; // of ot__kruskal_wallis
    size_t most = 0;

    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        most = sizes[i] > most ? sizes[i] : most;
    }
    return most;
}

// ---- logarithms or not -----------------------------------------------------

// AICc of the airline model of x; NaN where it cannot be fitted.
static double aicc_of(const ot__adjuster *a, const double x[])
{
    const ot__arima_orders o = airline(a->s->period);
    ot__arima fit;

    return ot__arima_fit(&o, x, a->s->n, OT__PLAIN, &fit, a->work, NULL) ==
                   OT_OK
               ? fit.value.aicc
               : NAN;
}

// Both likelihoods are made those of the values: a logarithm's density is that
// of its value times the value. The first values only start the differences.
static bool logs_are_better(ot__adjuster *a)
{
    const ot__arima_orders o = airline(a->s->period);
    double jacobian = 0;

    for (size_t i = 0; i < a->s->n; i++) {
        a->less[i] = log(a->x[i]);
        if (i >= ot__arima_lost(&o) && !isnan(a->x[i])) {
            jacobian += a->less[i];
        }
    }
    const double plain = aicc_of(a, a->x);
    a->s->aicc_gain = aicc_of(a, a->less) + 2 * jacobian - plain;
    a->s->compared = isfinite(a->s->aicc_gain);
    return !a->s->compared || a->s->aicc_gain <= AICC_MARGIN;
}

static void choose_logs(ot__adjuster *a, ot_switch wish, bool positive)
{
    ot_season *s = a->s;

    s->logs =
        positive && wish != OT_OFF && (wish == OT_ON || logs_are_better(a));
    for (size_t i = 0; i < s->n && s->logs; i++) {
        a->x[i] = log(a->x[i]);
    }
}

// ---- trend, season, shifts -------------------------------------------------

// Is what the trend leaves more than rounding?
static bool is_more_than_rounding(const ot__adjuster *a)
{
    double size = 0, left = 0;

    for (size_t i = 0; i < a->s->n; i++) {
        size = fmax(size, fabs(a->x[i]));
        left = fmax(left, fabs(a->less[i]));
    }
    return left > 1e-12 * size;
}

// Trend and season of `clean`, and whether there is a season at all.
static ot_status decompose(ot__adjuster *a, bool robust, ot_error *err)
{
    ot_season *s = a->s;
    const ot__stl_options how = {
        .period = s->period, .seasonal = OT__SEASON_YEARS, .robust = robust};
    const ot_status status = ot__stl(a->clean, s->n, &how, a->trend, a->season,
                                     a->weight, a->work, err);

    if (status != OT_OK) {
        return status;
    }
    for (size_t i = 0; i < s->n; i++) {
        a->less[i] = a->clean[i] - a->trend[i];
    }
    s->p = 1;
    if (is_more_than_rounding(a)) {
        (void)ot__kruskal_wallis(a->less, s->n, s->period, &s->p, a->work);
    }
    s->found = s->p < s->p_needed;
    if (!s->found) {
        memset(a->season, 0, s->n * sizeof *a->season);
    }
    return OT_OK;
}

// The shifts of x less its season, and `clean` without them.
static void find_shifts(ot__adjuster *a)
{
    const size_t n = a->s->n, quarter = a->s->period / 4;

    for (size_t i = 0; i < n; i++) {
        a->less[i] = a->x[i] - a->season[i];
        a->steps[i] = 0;
    }
    const size_t jumps = ot__jumps_find(a->less, n, quarter < 2 ? 2 : quarter,
                                        a->jump, OT__JUMPS_MOST, a->work);
    a->shifts = 0;
    for (size_t k = 0; k < jumps; k++) {
        const ot__jump j = a->jump[k];
        if (!j.shift) {
            continue;
        }
        for (size_t i = j.at; i < n; i++) {
            a->steps[i] += j.size;
        }
        a->jump[a->shifts++] = j;
    }
    for (size_t i = 0; i < n; i++) {
        a->clean[i] = a->x[i] - a->steps[i];
    }
}

ot_status ot__season_parts(ot__adjuster *a, const ot_season_options *options,
                           bool positive, ot_error *err)
{
    ot_season *s = a->s;
    ot_status status = OT_OK;

    choose_logs(a, options->log, positive);
    ot__interpolate(a->x, s->n, s->period, a->work);
    memcpy(a->clean, a->x, s->n * sizeof *a->clean);
    for (int round = 0; round < ROUNDS && status == OT_OK; round++) {
        status = decompose(a, true, err);
        if (status == OT_OK) {
            find_shifts(a);
        }
    }
    if (status != OT_OK) {
        return status;
    }
    s->outliers =
        ot__outliers(a->clean, s->n, s->period, a->out, a->expected, a->work);
    s->robust = options->robust == OT_ON ||
                (options->robust == OT_AUTO && s->outliers > 0);
    return decompose(a, s->robust, err);
}
