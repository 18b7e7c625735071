// SPDX-License-Identifier: GPL-3.0-or-later
// shrunken_share.c - between last year's rest and the one that the usual share
// implies, the nearer to the latter the more of the period is known:
//
//     R = R1 (r / R1)^w,  r = V / s - V,  1/e <= r / R1 <= e
//
// s is the mean share of the known part in all earlier years.

#include "project/method.h"

#include <math.h>

// w after so many twelfths of the period: what made the least absolute
// logarithmic error over 3,012 series-years of monthly trade of the United
// States, China and Armenia with Russia (their w alone, no other term). It is
// a prior of trade in general, not fitted to the series at hand.
#define TWELFTHS 11
static const double weights[TWELFTHS] = {.30, .47, .62, .64, .66, .70,
                                         .74, .76, .78, .80, .82};

static double weight(size_t known, size_t length)
{
    const double x = 12 * (double)known / (double)length;
    const double at = fmin(fmax(x, 1), TWELFTHS) - 1;
    const size_t i = at < TWELFTHS - 1 ? (size_t)at : TWELFTHS - 2;

    return weights[i] + (at - (double)i) * (weights[i + 1] - weights[i]);
}

// NaN: a year has none.
static double mean_share(const ot_past *past, size_t h)
{
    const size_t m = ot__past_known(past);
    const size_t years = (past->n - m) / past->season;
    double sum = 0;

    for (size_t i = 1; i <= years; i++) {
        const double *y = ot__past_year(past, i);
        const double part = ot__sum(y, m);
        const double total = part + ot__sum(y + m, h);
        if (!(part > 0 && total > 0)) {
            return NAN;
        }
        sum += part / total;
    }
    return sum / (double)years;
}

static ot_status path(const ot_past *past, size_t h, double mean[],
                      double work[], ot_error *err)
{
    const size_t m = ot__past_known(past);
    const double *before = ot__past_year(past, 1);
    const double v = ot__sum(ot__past_year(past, 0), m);
    const double share = mean_share(past, h);
    const double rest = ot__sum(before + m, h);

    (void)work;
    if (!(share > 0) || v < 0 || !(rest > 0)) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "a past year's part, total or rest is not above zero: "
                       "it has no share");
    }
    const double apart = log((v / share - v) / rest);
    const double ratio = exp(weight(m, m + h) * fmin(fmax(apart, -1), 1));
    for (size_t k = 0; k < h; k++) {
        mean[k] = before[m + k] * ratio;
    }
    return OT_OK;
}

const ot_method ot__method_shrunken_share = {
    .name = "shrunken-share",
    .summary = "between last year's rest and the usual share",
    .formula = "V + R1 x ((V / s - V) / R1)^w",
    .source = "the ratio form of Mendoza & de Alba, Int. J. Forecasting 22 "
              "(2006) 781-798, drawn towards last year; w by least absolute "
              "error over 3,012 series-years of trade",
    .min_years = 2,
    .needs_part = true,
    .listed = true,
    .version = 1,
    .path = path,
};
