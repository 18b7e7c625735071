// SPDX-License-Identifier: GPL-3.0-or-later
// interpolate.c - what stood where values are missing.
//
// STL takes no missing values: a first guess stands there while it is fitted,
// harmonics of the season and a polynomial by least squares.

#include "stat/interpolate.h"

#include <math.h>
#include <string.h>

#include "stat/stl.h"

#define HARMONICS_MOST 5
#define DEGREE_MOST    6
#define COLUMNS_MOST   (2 * HARMONICS_MOST + DEGREE_MOST + 1)

size_t ot__interpolate_work(size_t n, size_t period)
{
    const size_t stl = 3 * n + ot__stl_work_size(n, period > 1 ? period : 2);
    const size_t guess = COLUMNS_MOST * n;

    return 2 * n + (stl > guess ? stl : guess);
}

// Straight lines between the values of x where y is known; level at the ends.
static void bridge(const double y[], size_t n, double x[])
{
    size_t last = n; // the known value before, n: none

    for (size_t i = 0; i < n; i++) {
        if (isnan(y[i])) {
            continue;
        }
        for (size_t k = last < n ? last + 1 : 0; k < i; k++) {
            const double part =
                last < n ? (double)(k - last) / (double)(i - last) : 1;
            x[k] = last < n ? x[last] + part * (x[i] - x[last]) : x[i];
        }
        last = i;
    }
    for (size_t k = last + 1; last < n && k < n; k++) {
        x[k] = x[last];
    }
}

// 1, powers of time from -1 to 1, and the harmonics of the season; how many.
static size_t regressors(size_t n, size_t period, double column[])
{
    const size_t tenth = n / 10;
    const size_t degree = tenth < 1             ? 1
                          : tenth > DEGREE_MOST ? DEGREE_MOST
                                                : tenth;
    const size_t half = period / 2;
    const size_t harmonics = half < HARMONICS_MOST ? half : HARMONICS_MOST;

    for (size_t i = 0; i < n; i++) {
        const double t = 2 * (double)i / (double)(n - 1) - 1;
        double power = 1;
        for (size_t j = 0; j <= degree; j++) {
            column[j * n + i] = power;
            power *= t;
        }
        for (size_t k = 1; k <= harmonics; k++) {
            const double angle = 2 * 3.14159265358979323846 *
                                 (double)(k * (i + 1)) / (double)period;
            column[(degree + 2 * k - 1) * n + i] = sin(angle);
            column[(degree + 2 * k) * n + i] = cos(angle);
        }
    }
    return degree + 1 + 2 * harmonics;
}

// Sum of products where y is known.
static double product(const double a[], const double b[], const double y[],
                      size_t n)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++) {
        sum += isnan(y[i]) ? 0 : a[i] * b[i];
    }
    return sum;
}

// The least squares fit of the known y by columns, at all places: what is left
// of y and of the later columns is freed of each column in turn (modified
// Gram-Schmidt). A column that says nothing new is passed over.
static void regress(const double y[], size_t n, size_t count, double column[],
                    double rest[], double fit[])
{
    for (size_t i = 0; i < n; i++) {
        rest[i] = isnan(y[i]) ? 0 : y[i];
        fit[i] = 0;
    }
    for (size_t j = 0; j < count; j++) {
        const double *q = column + j * n;
        const double size = product(q, q, y, n);
        if (size < 1e-9) {
            continue;
        }
        const double b = product(q, rest, y, n) / size;
        for (size_t i = 0; i < n; i++) {
            rest[i] -= b * q[i];
            fit[i] += b * q[i];
        }
        for (size_t k = j + 1; k < count; k++) {
            double *c = column + k * n;
            const double share = product(q, c, y, n) / size;
            for (size_t i = 0; i < n; i++) {
                c[i] -= share * q[i];
            }
        }
    }
}

// x: the seasonal way. False: it left the range of the known values by more
// than half of it.
static bool with_season(const double y[], size_t n, size_t period, double x[],
                        double work[])
{
    const ot__stl_options how = {
        .period = period, .seasonal = OT__SEASON_YEARS, .robust = true};
    double *rest = work, *column = rest + n;
    double *trend = column, *season = trend + n, *weight = season + n;
    double lo = INFINITY, hi = -INFINITY;

    regress(y, n, regressors(n, period, column), column, rest, x);
    for (size_t i = 0; i < n; i++) {
        x[i] = isnan(y[i]) ? x[i] : y[i];
        lo = fmin(lo, y[i]); // NaN counts as nothing
        hi = fmax(hi, y[i]);
    }
    if (ot__stl(x, n, &how, trend, season, weight, weight + n, NULL) != OT_OK) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        x[i] -= season[i];
    }
    bridge(y, n, x);
    bool near = true;
    for (size_t i = 0; i < n; i++) {
        x[i] = isnan(y[i]) ? x[i] + season[i] : y[i];
        near = near && x[i] <= hi + 0.5 * (hi - lo) &&
               x[i] >= lo - 0.5 * (hi - lo);
    }
    return near;
}

void ot__interpolate(double y[], size_t n, size_t period, double work[])
{
    double *x = work;
    size_t known = 0;

    for (size_t i = 0; i < n; i++) {
        known += isnan(y[i]) ? 0 : 1;
    }
    if (known == n) {
        return;
    }
    if (period < 2 || known <= 2 * period ||
        !with_season(y, n, period, x, work + n)) {
        memcpy(x, y, n * sizeof *x);
        bridge(y, n, x);
    }
    memcpy(y, x, n * sizeof *y);
}
