// SPDX-License-Identifier: GPL-3.0-or-later
// model_dotm.c - the dynamic optimised Theta method.

#include "project/method.h"

#include "project/model.h"
#include "stat/theta.h"

static ot_status kernel(const ot_past *past, size_t h, double mean[],
                        double sd[], double work[], ot_error *err)
{
    double *figure = work;
    ot__theta fit;

    const ot_status status = ot__dotm_fit(past->y, past->n, past->season, &fit,
                                          figure, work + past->season, err);
    if (status != OT_OK) {
        return status;
    }
    ot__theta_path(&fit, figure, h, NULL, mean);
    if (sd != NULL) {
        ot__theta_sd(&fit, figure, h, sd);
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
    return past->n + past->season + ot__theta_work_size(past->n);
}

const ot_method ot__method_dotm = {
    .name = "dotm",
    .summary = "Theta with its weights fitted, its line as it was known",
    .formula = "V + R",
    .source = "Fiorucci et al., Int. J. Forecasting 32 (2016) 1151-1161",
    .min_years = 2,
    .needs_part = false,
    .listed = false,
    .path = path,
    .spread = spread,
    .work_size = work_size,
};
