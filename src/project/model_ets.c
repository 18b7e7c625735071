// SPDX-License-Identifier: GPL-3.0-or-later
// model_ets.c - exponential smoothing, the model chosen by the data.

#include "project/method.h"

#include "project/model.h"
#include "stat/ets.h"

static ot_status kernel(const ot_past *past, size_t h, double mean[],
                        double sd[], double work[], ot_error *err)
{
    ot__ets fit;

    const ot_status status =
        ot__ets_select(past->y, past->n, past->season, &fit, work, err);
    if (status != OT_OK) {
        return status;
    }
    ot__ets_mean(&fit, h, mean);
    if (sd != NULL) {
        ot__ets_sd(&fit, h, sd); // all that are chosen from have a formula
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
    return past->n + ot__ets_work_size(past->n, past->season);
}

const ot_method ot__method_ets = {
    .name = "ets",
    .summary = "exponential smoothing, its form chosen by AICc",
    .formula = "V + R",
    .value = "l, or l + (phi + ... + phi^k) b; and c, or times c",
    .source = "Hyndman, Koehler, Ord & Snyder, Forecasting with Exponential "
              "Smoothing (2008)",
    .min_years = 2,
    .needs_part = false,
    .listed = false,
    .version = 1,
    .path = path,
    .spread = spread,
    .work_size = work_size,
};
