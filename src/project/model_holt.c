// SPDX-License-Identifier: GPL-3.0-or-later
// model_holt.c - Holt's linear trend, season taken out.

#include "project/method.h"

#include "project/model.h"
#include "stat/smooth.h"

static ot_status kernel(const ot_past *past, size_t h, double mean[],
                        double sd[], double work[], ot_error *err)
{
    ot__ets fit;

    const ot_status status =
        ot__holt_fit(past->y, past->n, false, &fit, work, err);
    if (status != OT_OK) {
        return status;
    }
    ot__ets_mean(&fit, h, mean);
    if (sd != NULL) {
        ot__ets_sd(&fit, h, sd);
    }
    return OT_OK;
}

static ot_status path(const ot_past *past, size_t h, double mean[],
                      double work[], ot_error *err)
{
    return ot__carry_adjusted(kernel, past, h, mean, NULL, work, err);
}

static ot_status spread(const ot_past *past, size_t h, double mean[],
                        double sd[], double work[], ot_error *err)
{
    return ot__carry_adjusted(kernel, past, h, mean, sd, work, err);
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
    .source = "Holt (1957), Int. J. Forecasting 20 (2004) 5-10",
    .min_years = 2,
    .needs_part = false,
    .listed = false,
    .path = path,
    .spread = spread,
    .work_size = work_size,
};
