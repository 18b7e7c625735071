// SPDX-License-Identifier: GPL-3.0-or-later
// growth_carried_on.c - the growth so far holds for the rest: the rest is last
// year's, times V / V1, the same as dividing V by last year's own share; or
// times its root. On 11,000 series-years of M3, tourism and trade only a fifth
// to a half of the growth seen so far carried into the rest of the year.

#include "project/method.h"

#include <math.h>

static ot_status carry(const ot_past *past, size_t h, bool half, double mean[],
                       ot_error *err)
{
    const size_t m = ot__past_known(past);
    const double *before = ot__past_year(past, 1);
    const double v = ot__sum(ot__past_year(past, 0), m);
    const double base = ot__sum(before, m);

    if (!(base > 0) || v < 0) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "the known part is below zero, or last year's not above "
                       "it: there is no growth");
    }
    const double ratio = half ? sqrt(v / base) : v / base;
    for (size_t k = 0; k < h; k++) {
        mean[k] = before[m + k] * ratio;
    }
    return OT_OK;
}

static ot_status path(const ot_past *past, size_t h, double mean[],
                      double work[], ot_error *err)
{
    (void)work;
    return carry(past, h, false, mean, err);
}

static ot_status half_path(const ot_past *past, size_t h, double mean[],
                           double work[], ot_error *err)
{
    (void)work;
    return carry(past, h, true, mean, err);
}

const ot_method ot__method_growth_carried_on = {
    .name = "growth-carried-on",
    .summary = "the growth so far holds for the rest",
    .formula = "T1 x V / V1",
    .source = "arithmetic; year-on-year growth to date applied to last year",
    .min_years = 1,
    .needs_part = true,
    .listed = true,
    .version = 1,
    .path = path,
};

const ot_method ot__method_half_growth = {
    .name = "half-growth",
    .summary = "half of the growth so far holds for the rest",
    .formula = "V + R1 x (V / V1)^0.5",
    .source = "arithmetic; growth carried on, its logarithm halved",
    .min_years = 1,
    .needs_part = true,
    .listed = true,
    .version = 1,
    .path = half_path,
};
