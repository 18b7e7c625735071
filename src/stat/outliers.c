// SPDX-License-Identifier: GPL-3.0-or-later
// outliers.c - single values that do not belong.

#include "stat/outliers.h"

#include <math.h>
#include <string.h>

#include "stat/dist.h"
#include "stat/interpolate.h"
#include "stat/stl.h"
#include "stat/super.h"

size_t ot__outliers_work(size_t n, size_t period)
{
    const size_t stl = 3 * n + ot__stl_work_size(n, period);
    const size_t line = n + ot__super_work(n);
    const size_t fill = ot__interpolate_work(n, period);
    const size_t most = stl > line ? stl : line;

    return n + (most > fill ? most : fill);
}

// Sum of squared distances from the mean.
static double squares(const double x[], size_t n)
{
    double mean = 0, sum = 0;

    for (size_t i = 0; i < n; i++) {
        mean += x[i] / (double)n;
    }
    for (size_t i = 0; i < n; i++) {
        sum += (x[i] - mean) * (x[i] - mean);
    }
    return sum;
}

// What a smooth line leaves of y less its season, where that is strong.
static void find_rest(const double y[], size_t n, size_t period, double rest[],
                      double work[])
{
    const ot__stl_options how = {
        .period = period, .seasonal = OT__SEASON_YEARS, .robust = true};
    double *trend = work, *season = trend + n, *weight = season + n;
    double *line = trend;

    memcpy(rest, y, n * sizeof *rest);
    if (ot__stl(y, n, &how, trend, season, weight, weight + n, NULL) == OT_OK) {
        double *left = weight;
        for (size_t i = 0; i < n; i++) {
            trend[i] = y[i] - trend[i];
            left[i] = trend[i] - season[i];
        }
        const bool strong =
            squares(left, n) <= (1 - OT__OUTLIER_STRENGTH) * squares(trend, n);
        for (size_t i = 0; i < n; i++) {
            rest[i] -= strong ? season[i] : 0;
        }
    }
    ot__super_smooth(rest, n, line, line + n);
    for (size_t i = 0; i < n; i++) {
        rest[i] -= line[i];
    }
}

// Marks the values whose rest is out of line; how many. size: what the rest
// must be more than the rounding of.
static size_t mark(const double rest[], size_t n, double size, bool out[],
                   double sorted[])
{
    size_t count = 0;

    memcpy(sorted, rest, n * sizeof *sorted);
    ot__sort(sorted, n);
    const ot_dist d = {n, sorted};
    const double lower = ot_dist_quantile(&d, 0.25);
    const double upper = ot_dist_quantile(&d, 0.75);
    const double reach = 3 * (upper - lower);
    if (!(reach > 1e-12 * size)) {
        return 0;
    }
    for (size_t i = 0; i < n; i++) {
        const bool far = rest[i] < lower - reach || rest[i] > upper + reach;
        out[i] = out[i] || far;
        count += far;
    }
    return count;
}

static double largest(const double y[], size_t n)
{
    double size = 0;

    for (size_t i = 0; i < n; i++) {
        size = fmax(size, fabs(y[i]));
    }
    return size;
}

size_t ot__outliers(const double y[], size_t n, size_t period, bool out[],
                    double expected[], double work[])
{
    double *rest = work, *sorted = rest + n;
    const double size = largest(y, n);
    size_t count = 0;

    memset(out, 0, n * sizeof *out);
    memcpy(expected, y, n * sizeof *expected);
    for (int round = 0; round < 2; round++) {
        find_rest(expected, n, period, rest, sorted);
        if (mark(rest, n, size, out, sorted) == 0) {
            break;
        }
        for (size_t i = 0; i < n; i++) {
            expected[i] = out[i] ? NAN : y[i];
        }
        ot__interpolate(expected, n, period, rest);
    }
    for (size_t i = 0; i < n; i++) {
        count += out[i];
    }
    return count;
}
