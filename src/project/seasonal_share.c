// SPDX-License-Identifier: GPL-3.0-or-later
// seasonal_share.c - the part known is as large a share of the period as it was
// in past years on average; the years with the smallest and the largest share
// give its range.

#include "project/method.h"

#include <math.h>

// The shares of all past years, oldest first; their number in *years.
static ot_status shares(const ot_past *past, size_t h, double share[],
                        size_t *years, ot_error *err)
{
    const size_t m = ot__past_known(past);

    *years = (past->n - m) / past->season;
    for (size_t i = 0; i < *years; i++) {
        const double *y = ot__past_year(past, *years - i);
        const double part = ot__sum(y, m);
        const double total = part + ot__sum(y + m, h);
        if (!(part > 0 && total > 0)) {
            return ot_fail(err, OT_E_DATA, NULL,
                           "a past year's part or total is not above zero: it "
                           "has no share");
        }
        share[i] = part / total;
    }
    return OT_OK;
}

// How past years' rests lay over their values, on average; sums to 1.
static void profile(const ot_past *past, size_t h, size_t years, double mean[])
{
    const size_t m = ot__past_known(past);
    double sum = 0;

    for (size_t k = 0; k < h; k++) {
        mean[k] = 0;
        for (size_t i = 1; i <= years; i++) {
            mean[k] += ot__past_year(past, i)[m + k];
        }
        sum += mean[k];
    }
    for (size_t k = 0; k < h; k++) {
        mean[k] = sum > 0 ? mean[k] / sum : 1 / (double)h;
    }
}

static ot_status path(const ot_past *past, size_t h, double mean[],
                      double work[], ot_error *err)
{
    const size_t m = ot__past_known(past);
    const double v = ot__sum(ot__past_year(past, 0), m);
    size_t years;

    const ot_status status = shares(past, h, work, &years, err);
    if (status != OT_OK) {
        return status;
    }
    const double share = ot__sum(work, years) / (double)years;
    const double rest = v / share - v;
    profile(past, h, years, mean);
    for (size_t k = 0; k < h; k++) {
        mean[k] *= rest;
    }
    return OT_OK;
}

static ot_status range(const ot_past *past, size_t h, double rest[2],
                       double work[], ot_error *err)
{
    const size_t m = ot__past_known(past);
    const double v = ot__sum(ot__past_year(past, 0), m);
    size_t years;

    const ot_status status = shares(past, h, work, &years, err);
    if (status != OT_OK) {
        return status;
    }
    rest[0] = INFINITY;
    rest[1] = -INFINITY;
    for (size_t i = 0; i < years; i++) {
        const double x = v / work[i] - v;
        rest[0] = fmin(rest[0], x);
        rest[1] = fmax(rest[1], x);
    }
    return OT_OK;
}

const ot_method ot__method_seasonal_share = {
    .name = "seasonal-share",
    .summary = "the part known is its usual share of the year",
    .formula = "V / s",
    .source = "Mendoza & de Alba, Int. J. Forecasting 22 (2006) 781-798, the "
              "ratio form",
    .min_years = 3,
    .needs_part = true,
    .listed = true,
    .version = 1,
    .path = path,
    .range = range,
};
