// SPDX-License-Identifier: GPL-3.0-or-later
// model_theta.c - the Theta method, and its dynamic optimised form.

#include "project/method.h"

#include "project/model.h"
#include "stat/theta.h"

typedef ot_status fitter(const double y[], size_t n, size_t season,
                         ot__theta *fit, double figure[], double work[],
                         ot_error *err);

static ot_status carry_line(const ot_past *past, fitter *fit_it, size_t h,
                            double mean[], double sd[], double work[],
                            ot_error *err)
{
    double *figure = work;
    ot__theta fit;
    const ot_status status = fit_it(past->y, past->n, past->season, &fit,
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

static ot_status theta(const ot_past *past, size_t h, double mean[],
                       double sd[], double work[], ot_error *err)
{
    return carry_line(past, ot__theta_fit, h, mean, sd, work, err);
}

static ot_status dotm(const ot_past *past, size_t h, double mean[], double sd[],
                      double work[], ot_error *err)
{
    return carry_line(past, ot__dotm_fit, h, mean, sd, work, err);
}

static ot_status theta_path(const ot_past *past, size_t h, double mean[],
                            double work[], ot_error *err)
{
    return ot__carry(theta, past, h, mean, NULL, work, err);
}

static ot_status theta_spread(const ot_past *past, size_t h, double mean[],
                              double sd[], double work[], ot_error *err)
{
    return ot__carry(theta, past, h, mean, sd, work, err);
}

static ot_status dotm_path(const ot_past *past, size_t h, double mean[],
                           double work[], ot_error *err)
{
    return ot__carry(dotm, past, h, mean, NULL, work, err);
}

static ot_status dotm_spread(const ot_past *past, size_t h, double mean[],
                             double sd[], double work[], ot_error *err)
{
    return ot__carry(dotm, past, h, mean, sd, work, err);
}

static size_t work_size(const ot_past *past, size_t h)
{
    (void)h;
    return past->n + past->season + ot__theta_work_size(past->n);
}

const ot_method ot__method_theta = {
    .name = "theta",
    .summary = "Theta: half the trend line, half a smoothed curve",
    .formula = "V + R",
    .value = "f (l + (k - 1 + (1 - (1 - a)^n) / a) b / 2)",
    .source =
        "Assimakopoulos & Nikolopoulos, Int. J. Forecasting 16 (2000) 521-530",
    .min_years = 2,
    .needs_part = false,
    .listed = true,
    .version = 1,
    .path = theta_path,
    .spread = theta_spread,
    .work_size = work_size,
};

const ot_method ot__method_dotm = {
    .name = "dotm",
    .summary = "Theta with its weights fitted, its line as it was known",
    .formula = "V + R",
    .value = "f (l + (1 - 1 / theta) ((1 - a)^t A + (1 - (1 - a)^(t + 1)) / a "
             "b)), t = n + k - 1",
    .source = "Fiorucci et al., Int. J. Forecasting 32 (2016) 1151-1161",
    .min_years = 2,
    .needs_part = false,
    .listed = true,
    .version = 1,
    .path = dotm_path,
    .spread = dotm_spread,
    .work_size = work_size,
};
