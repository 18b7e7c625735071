// SPDX-License-Identifier: GPL-3.0-or-later
// run_rate.c - the average so far goes on. Knows no season.

#include "project/method.h"

static ot_status path(const ot_past *past, size_t h, double mean[],
                      double work[], ot_error *err)
{
    const size_t m = ot__past_known(past);
    const double average = ot__sum(ot__past_year(past, 0), m) / (double)m;

    (void)work;
    (void)err;
    for (size_t k = 0; k < h; k++) {
        mean[k] = average;
    }
    return OT_OK;
}

const ot_method ot__method_run_rate = {
    .name = "run-rate",
    .summary = "the average month so far goes on",
    .formula = "V x L / m",
    .source = "arithmetic; the annualized rate of accounts to date",
    .min_years = 0,
    .needs_part = true,
    .listed = true,
    .version = 1,
    .path = path,
};
