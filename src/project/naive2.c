// SPDX-License-Identifier: GPL-3.0-or-later
// naive2.c - the last value goes on, season taken out: what the M competitions
// measure against.

#include "project/method.h"
#include "project/model.h"

static ot_status kernel(const ot_past *past, size_t h, double mean[],
                        double sd[], double work[], ot_error *err)
{
    return sd == NULL ? ot__method_naive.path(past, h, mean, work, err)
                      : ot__method_naive.spread(past, h, mean, sd, work, err);
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

const ot_method ot__method_naive2 = {
    .name = "naive2",
    .summary = "the last month goes on, season taken out",
    .formula = "V + R",
    .value = "f x[n]",
    .source = "Makridakis & Hibon, Int. J. Forecasting 16 (2000) 451-476",
    .min_years = 1,
    .needs_part = false,
    .listed = false,
    .version = 1,
    .path = path,
    .spread = spread,
    .work_size = work_size,
};
