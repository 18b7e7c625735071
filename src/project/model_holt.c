// SPDX-License-Identifier: GPL-3.0-or-later
// model_holt.c - Holt's linear trend, and one that fades; season taken out.

#include "project/method.h"

#include "project/model.h"
#include "stat/smooth.h"

static ot_status carry_trend(const ot_past *past, bool fades, size_t h,
                             double mean[], double sd[], double work[],
                             ot_error *err)
{
    ot__ets fit;
    const ot_status status =
        ot__holt_fit(past->y, past->n, fades, &fit, work, err);

    if (status != OT_OK) {
        return status;
    }
    ot__ets_mean(&fit, h, mean);
    if (sd != NULL) {
        ot__ets_sd(&fit, h, sd);
    }
    return OT_OK;
}

static ot_status holt(const ot_past *past, size_t h, double mean[], double sd[],
                      double work[], ot_error *err)
{
    return carry_trend(past, false, h, mean, sd, work, err);
}

static ot_status damped(const ot_past *past, size_t h, double mean[],
                        double sd[], double work[], ot_error *err)
{
    return carry_trend(past, true, h, mean, sd, work, err);
}

static ot_status holt_path(const ot_past *past, size_t h, double mean[],
                           double work[], ot_error *err)
{
    return ot__carry_adjusted(holt, past, h, mean, NULL, work, err);
}

static ot_status holt_spread(const ot_past *past, size_t h, double mean[],
                             double sd[], double work[], ot_error *err)
{
    return ot__carry_adjusted(holt, past, h, mean, sd, work, err);
}

static ot_status damped_path(const ot_past *past, size_t h, double mean[],
                             double work[], ot_error *err)
{
    return ot__carry_adjusted(damped, past, h, mean, NULL, work, err);
}

static ot_status damped_spread(const ot_past *past, size_t h, double mean[],
                               double sd[], double work[], ot_error *err)
{
    return ot__carry_adjusted(damped, past, h, mean, sd, work, err);
}

static size_t work_size(const ot_past *past, size_t h)
{
    (void)h;
    return ot__adjusted_size(past) + past->n + ot__ets_work_size(past->n, 1);
}

const ot_method ot__method_holt = {
    .name = "holt",
    .summary = "smoothed level and trend go on, season taken out",
    .formula = "V + R",
    .value = "f (l + k b)",
    .source = "Holt (1957), Int. J. Forecasting 20 (2004) 5-10",
    .min_years = 2,
    .needs_part = false,
    .listed = false,
    .version = 1,
    .path = holt_path,
    .spread = holt_spread,
    .work_size = work_size,
};

const ot_method ot__method_damped = {
    .name = "damped",
    .summary = "level and a trend that fades go on, season taken out",
    .formula = "V + R",
    .value = "f (l + (phi + ... + phi^k) b)",
    .source = "Gardner & McKenzie, Management Science 31 (1985) 1237-1246",
    .min_years = 2,
    .needs_part = false,
    .listed = false,
    .version = 1,
    .path = damped_path,
    .spread = damped_spread,
    .work_size = work_size,
};
