// SPDX-License-Identifier: GPL-3.0-or-later
// decompose.c - classical decomposition by moving averages.

#include "stat/decompose.h"

#include <assert.h>
#include <math.h>

// The mean of the period around i; of an even one, the two ends count half.
static double centred_mean(const double y[], size_t i, size_t period)
{
    const size_t half = period / 2;
    double sum = 0;

    for (size_t j = i - half; j <= i + half; j++) {
        const bool end = period % 2 == 0 && (j == i - half || j == i + half);
        sum += (end ? 0.5 : 1) * (y[j] / (double)period);
    }
    return sum;
}

static ot_status find_trend(const double y[], size_t n, size_t period,
                            bool multiplicative, double trend[], ot_error *err)
{
    const size_t half = period / 2;

    for (size_t i = 0; i < n; i++) {
        if (!isfinite(y[i])) {
            return ot_fail(err, OT_E_DATA, NULL,
                           "a value is missing: no seasons can be told");
        }
        trend[i] = NAN;
    }
    for (size_t i = half; i + half < n; i++) {
        trend[i] = centred_mean(y, i, period);
        if (multiplicative && !(trend[i] > 0)) {
            return ot_fail(err, OT_E_DATA, NULL,
                           "a multiplicative season needs a trend above zero");
        }
    }
    return OT_OK;
}

// The mean over the years of what stands beside the trend.
static double mean_of_month(const double y[], const double trend[], size_t n,
                            size_t month, size_t period, bool multiplicative)
{
    double sum = 0;
    size_t years = 0;

    for (size_t i = month; i < n; i += period) {
        if (!isnan(trend[i])) {
            sum += multiplicative ? y[i] / trend[i] : y[i] - trend[i];
            years++;
        }
    }
    return sum / (double)years;
}

ot_status ot__decompose(const double y[], size_t n, size_t period,
                        bool multiplicative, double trend[], double figure[],
                        ot_error *err)
{
    double mean = 0;

    assert(period >= 2);
    if (n < 2 * period) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "a season of %zu needs %zu values, not %zu", period,
                       2 * period, n);
    }
    if (find_trend(y, n, period, multiplicative, trend, err) != OT_OK) {
        return OT_E_DATA;
    }
    for (size_t i = 0; i < period; i++) {
        figure[i] = mean_of_month(y, trend, n, i, period, multiplicative);
        mean += figure[i] / (double)period;
    }
    if (multiplicative && !(mean > 0)) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "the season has no mean above zero");
    }
    for (size_t i = 0; i < period; i++) {
        figure[i] = multiplicative ? figure[i] / mean : figure[i] - mean;
    }
    return OT_OK;
}
