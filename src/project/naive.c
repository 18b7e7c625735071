// SPDX-License-Identifier: GPL-3.0-or-later
// naive.c - the last value goes on.

#include "project/method.h"

#include <math.h>

static ot_status path(const ot_past *past, size_t h, double mean[],
                      double work[], ot_error *err)
{
    (void)work;
    (void)err;
    for (size_t k = 0; k < h; k++) {
        mean[k] = past->y[past->n - 1];
    }
    return OT_OK;
}

// A random walk: steps of one size, k of them.
static ot_status spread(const ot_past *past, size_t h, double mean[],
                        double sd[], double work[], ot_error *err)
{
    const double sigma = ot__step_size(past, 1, 0);

    for (size_t k = 0; k < h; k++) {
        sd[k] = sigma * sqrt((double)(k + 1));
    }
    return path(past, h, mean, work, err);
}

const ot_method ot__method_naive = {
    .name = "naive",
    .summary = "the last month goes on",
    .formula = "V + R",
    .value = "y[n]",
    .source = "Hyndman & Athanasopoulos, FPP3 (2021), 5.2 and 5.5",
    .min_years = 1,
    .needs_part = false,
    .listed = false,
    .version = 1,
    .path = path,
    .spread = spread,
};
