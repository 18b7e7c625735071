// SPDX-License-Identifier: GPL-3.0-or-later
// drift.c - the line through the first and the last value goes on.

#include "project/method.h"

static ot_status path(const ot_past *past, size_t h, double mean[],
                      double work[], ot_error *err)
{
    const double *y = past->y;
    const size_t n = past->n;

    (void)work;
    if (n < 2) {
        return ot_fail(err, OT_E_DATA, NULL, "a line needs 2 values");
    }
    const double slope = (y[n - 1] - y[0]) / (double)(n - 1);
    for (size_t k = 0; k < h; k++) {
        mean[k] = y[n - 1] + (double)(k + 1) * slope;
    }
    return OT_OK;
}

// Steps of one size about a slope that is itself uncertain.
static ot_status spread(const ot_past *past, size_t h, double mean[],
                        double sd[], double work[], ot_error *err)
{
    const ot_status status = path(past, h, mean, work, err);
    const double steps = (double)(past->n - 1);

    if (status != OT_OK) {
        return status;
    }
    const double sigma = ot__step_size(past, 1, mean[0] - past->y[past->n - 1]);
    for (size_t k = 0; k < h; k++) {
        const double ahead = (double)(k + 1);
        sd[k] = sigma * sqrt(ahead * (1 + ahead / steps));
    }
    return OT_OK;
}

const ot_method ot__method_drift = {
    .name = "drift",
    .summary = "the line from the first to the last month goes on",
    .formula = "V + R",
    .value = "y[n] + k (y[n] - y[1]) / (n - 1)",
    .source = "Hyndman & Athanasopoulos, FPP3 (2021), 5.2 and 5.5",
    .min_years = 1,
    .needs_part = false,
    .listed = true,
    .version = 1,
    .path = path,
    .spread = spread,
};
