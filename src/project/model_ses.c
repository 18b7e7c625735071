// SPDX-License-Identifier: GPL-3.0-or-later
// model_ses.c - simple exponential smoothing, season taken out.

#include "project/method.h"

#include <math.h>

#include "project/model.h"
#include "stat/smooth.h"

// Errors add up by alpha: 1 + (k - 1) alpha^2 times their variance (Hyndman,
// Koehler, Ord & Snyder, Forecasting with Exponential Smoothing, 2008, 6.1).
static ot_status kernel(const ot_past *past, size_t h, double mean[],
                        double sd[], double work[], ot_error *err)
{
    const ot__ses fit = ot__ses_fit(past->y, past->n);
    const double sigma = sqrt(fit.sse / (double)(past->n - 2));

    (void)work;
    (void)err;
    for (size_t k = 0; k < h; k++) {
        mean[k] = fit.last;
        if (sd != NULL) {
            sd[k] = sigma * sqrt(1 + (double)k * fit.alpha * fit.alpha);
        }
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
    return ot__adjusted_size(past) + past->n;
}

const ot_method ot__method_ses = {
    .name = "ses",
    .summary = "the smoothed level goes on, season taken out",
    .formula = "V + R",
    .value = "f l",
    .source = "Brown, Statistical Forecasting for Inventory Control (1959)",
    .min_years = 2,
    .needs_part = false,
    .listed = false,
    .version = 1,
    .path = path,
    .spread = spread,
    .work_size = work_size,
};
