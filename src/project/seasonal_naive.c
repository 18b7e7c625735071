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

// A random walk of each season: as many steps as years ahead.
static ot_status spread(const ot_past *past, size_t h, double mean[],
                        double sd[], double work[], ot_error *err)
{
    const double sigma = ot__step_size(past, past->season, 0);

    for (size_t k = 0; k < h; k++) {
        sd[k] = sigma * sqrt((double)(k / past->season + 1));
    }
    return path(past, h, mean, work, err);
}

const ot_method ot__method_seasonal_naive = {
    .name = "seasonal-naive",
    .summary = "each month repeats the latest same month",
    .formula = "V + R",
    .value = "y[n + k - p], after a year the same again",
    .source = "Hyndman & Athanasopoulos, FPP3 (2021), 5.2 and 5.5",
    .min_years = 1,
    .needs_part = false,
    .listed = true,
    .version = 1,
    .path = path,
    .spread = spread,
};
