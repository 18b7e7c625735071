// SPDX-License-Identifier: GPL-3.0-or-later
// growth_carried_on.c - the growth so far holds for the rest: the rest is last
// year's, times V / V1. The same as dividing V by last year's own share.

#include "project/method.h"

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
    const double ratio = v / base;
    for (size_t k = 0; k < h; k++) {
        mean[k] = before[m + k] * ratio;
    }
    return OT_OK;
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
