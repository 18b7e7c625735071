// SPDX-License-Identifier: GPL-3.0-or-later
// half_growth.c - half of the growth so far holds for the rest: the rest is
// last year's, times the root of V / V1.
//
// On 11,000 series-years of M3, tourism and trade only a fifth to a half of the
// growth seen so far carried into the rest of the year.

#include "project/method.h"

#include <math.h>

static ot_status path(const ot_past *past, size_t h, double mean[],
                      double work[], ot_error *err)
{
    const size_t m = ot__past_known(past);
    const double *before = ot__past_year(past, 1);
    const double v = ot__sum(ot__past_year(past, 0), m);
    const double base = ot__sum(before, m);

    (void)work;
    if (!(base > 0) || v < 0) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "the known part is below zero, or last year's not above "
                       "it: there is no growth");
    }
    const double ratio = sqrt(v / base);
    for (size_t k = 0; k < h; k++) {
        mean[k] = before[m + k] * ratio;
    }
    return OT_OK;
}

const ot_method ot__method_half_growth = {
    .name = "half-growth",
    .summary = "half of the growth so far holds for the rest",
    .formula = "V + R1 x (V / V1)^0.5",
    .source = "arithmetic; growth carried on, its logarithm halved",
    .min_years = 1,
    .needs_part = true,
    .listed = true,
    .version = 1,
    .path = path,
};
