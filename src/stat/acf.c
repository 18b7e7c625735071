// SPDX-License-Identifier: GPL-3.0-or-later
// acf.c - autocorrelation, and what it says of a season.

#include "stat/acf.h"

#include <math.h>

#include "stat/scale.h"

static double mean_of(const double y[], size_t n)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++) {
        sum += y[i] / (double)n;
    }
    return sum;
}

double ot__acf(const double y[], size_t n, size_t lag)
{
    const double mean = mean_of(y, n);
    const int k = ot__scale_of(y, n);
    double cross = 0, square = 0;

    for (size_t i = 0; i < n; i++) {
        const double d = ldexp(y[i] - mean, -k);
        square += d * d;
        if (i >= lag) {
            cross += d * ldexp(y[i - lag] - mean, -k);
        }
    }
    return square > 0 ? cross / square : 0;
}

bool ot__acf_has_season(const double y[], size_t n, size_t season)
{
    double squares = 0;

    if (season < 2 || n <= 2 * season) {
        return false;
    }
    for (size_t lag = 1; lag < season; lag++) {
        const double r = ot__acf(y, n, lag);
        squares += r * r;
    }
    const double error = sqrt((1 + 2 * squares) / (double)n);
    return fabs(ot__acf(y, n, season)) > 1.6448536269514722 * error;
}
