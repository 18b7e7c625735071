// SPDX-License-Identifier: GPL-3.0-or-later
// seasonal_naive.c - each value is that of the same time of the latest year in
// which it is known. Serves any period ahead; within one that has begun it
// agrees with last_years_rest.c.

#include "project/method.h"

static ot_status path(const ot_past *past, size_t h, double mean[],
                      double work[], ot_error *err)
{
    const double *latest = past->y + past->n - past->season;

    (void)work;
    (void)err;
    for (size_t k = 0; k < h; k++) {
        mean[k] = latest[k % past->season];
    }
    return OT_OK;
}

const ot_method ot__method_seasonal_naive = {
    .name = "seasonal-naive",
    .summary = "each month repeats the latest same month",
    .formula = "V + R",
    .source = "Hyndman & Athanasopoulos, FPP3 (2021), 5.2",
    .min_years = 1,
    .needs_part = false,
    .path = path,
};
