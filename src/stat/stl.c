// SPDX-License-Identifier: GPL-3.0-or-later
// stl.c - a series as trend, season and rest, by loess.
//
// Section numbers are those of Cleveland, Cleveland, McRae & Terpenning,
// J. Official Statistics 6 (1990) 3-73.

#include "stat/stl.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "stat/dist.h"
#include "stat/loess.h"

// What one decomposition works with; arrays are slices of the caller's work.
typedef struct stl {
    const double *y;
    size_t n, period;
    ot__loess seasonal, trend, low_pass;
    const double *robust; // n weights; NULL: all count alike
    double *cycle, *low;  // n + 2 period each, one period more at both ends
    double *sub, *sub_weight, *sub_fit; // of one month: n / period + 3 each
    double *work;                       // 2 (n + period)
} stl;

static size_t sub_size(size_t n, size_t period)
{
    return n / period + 3;
}

size_t ot__stl_work_size(size_t n, size_t period)
{
    return 2 * (n + 2 * period) + 2 * (n + period) + 3 * sub_size(n, period);
}

// Step 2: the values of one month, smoothed, and a year more at both ends.
static void smooth_month(const stl *s, const double y[], size_t month)
{
    const size_t k = (s->n - month - 1) / s->period + 1;
    const size_t last = k < s->seasonal.window ? 0 : k - s->seasonal.window;
    const size_t first = k < s->seasonal.window ? k : s->seasonal.window;
    const double *weight = s->robust == NULL ? NULL : s->sub_weight;
    double *fit = s->sub_fit;

    for (size_t i = 0; i < k; i++) {
        s->sub[i] = y[month + i * s->period];
        s->sub_weight[i] =
            s->robust == NULL ? 1 : s->robust[month + i * s->period];
    }
    ot__loess_smooth(s->sub, k, &s->seasonal, weight, fit + 1, s->work);
    fit[0] = fit[1];
    fit[k + 1] = fit[k];
    ot__loess_at(s->sub, k, &s->seasonal, -1, 0, first - 1, weight, &fit[0],
                 s->work);
    ot__loess_at(s->sub, k, &s->seasonal, (double)k, last, k - 1, weight,
                 &fit[k + 1], s->work);
    for (size_t i = 0; i < k + 2; i++) {
        s->cycle[month + i * s->period] = fit[i];
    }
}

// Means of `length` neighbours: n - length + 1 of them. mean may be x.
static void moving_mean(const double x[], size_t n, size_t length,
                        double mean[])
{
    double sum = 0;

    for (size_t i = 0; i < length; i++) {
        sum += x[i];
    }
    for (size_t i = 0; i + length < n; i++) {
        const double next = sum + (x[i + length] - x[i]);
        mean[i] = sum / (double)length;
        sum = next;
    }
    mean[n - length] = sum / (double)length;
}

// Step 3: what in the smoothed months is not season: moving means of length
// period, period and 3, then loess.
static void pass_low(const stl *s)
{
    const size_t n = s->n, p = s->period;

    moving_mean(s->cycle, n + 2 * p, p, s->work);
    moving_mean(s->work, n + p + 1, p, s->work);
    moving_mean(s->work, n + 2, 3, s->work);
    ot__loess_smooth(s->work, n, &s->low_pass, NULL, s->low, s->work + n);
}

// One pass of the inner loop (2.2): trend and season from those before.
static void pass(const stl *s, double trend[], double season[])
{
    for (size_t i = 0; i < s->n; i++) {
        season[i] = s->y[i] - trend[i];
    }
    for (size_t month = 0; month < s->period; month++) {
        smooth_month(s, season, month);
    }
    pass_low(s);
    for (size_t i = 0; i < s->n; i++) {
        season[i] = s->cycle[s->period + i] - s->low[i];
        s->cycle[i] = s->y[i] - season[i];
    }
    ot__loess_smooth(s->cycle, s->n, &s->trend, s->robust, trend, s->work);
}

// The bisquare of u; the ends are cut a thousandth early, as in the authors'
// program.
static double bisquare(double u)
{
    if (u <= 0.001) {
        return 1;
    }
    return u <= 0.999 ? (1 - u * u) * (1 - u * u) : 0;
}

// The bisquare of what is left, in units of six median absolute ones (2.3).
// Where the median is no more than rounding, the fit is as good as it gets:
// all count alike.
static void weigh(const stl *s, const double trend[], const double season[],
                  double weight[])
{
    double *size = s->work, largest = 0;

    for (size_t i = 0; i < s->n; i++) {
        weight[i] = fabs(s->y[i] - trend[i] - season[i]);
        size[i] = weight[i];
        largest = fmax(largest, fabs(s->y[i]));
    }
    const double median = ot__median(size, s->n);
    for (size_t i = 0; i < s->n; i++) {
        weight[i] =
            median > 1e-13 * largest ? bisquare(weight[i] / (6 * median)) : 1;
    }
}

// The same season in all years: the mean of each month.
static void average(double season[], size_t n, size_t period)
{
    for (size_t month = 0; month < period; month++) {
        double sum = 0;
        size_t years = 0;
        for (size_t i = month; i < n; i += period) {
            sum += season[i];
            years++;
        }
        for (size_t i = month; i < n; i += period) {
            season[i] = sum / (double)years;
        }
    }
}

// Every tenth of a window is fitted (section 4).
static ot__loess loess_of(size_t window, size_t degree)
{
    return (ot__loess){window, degree, (window + 9) / 10};
}

// The windows of 3.2 to 3.5. A season that never changes is smoothed over ten
// times as many years as there could be.
static void choose_windows(stl *s, const ot__stl_options *how)
{
    const size_t seasonal = how->seasonal > 0 ? how->seasonal : 10 * s->n + 1;
    const double least = 1.5 * (double)s->period / (1 - 1.5 / (double)seasonal);
    const size_t trend = how->trend > 0 ? how->trend : (size_t)ceil(least);

    s->seasonal = loess_of(seasonal, 0);
    s->trend = loess_of(trend | 1, 1);
    s->low_pass = loess_of(s->period | 1, 1);
}

static ot_status check(const double y[], size_t n, size_t period, ot_error *err)
{
    if (n <= 2 * period) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "a season of %zu needs more than %zu values, not %zu",
                       period, 2 * period, n);
    }
    for (size_t i = 0; i < n; i++) {
        if (!isfinite(y[i])) {
            return ot_fail(err, OT_E_DATA, NULL,
                           "a value is missing: no seasons can be told");
        }
    }
    return OT_OK;
}

ot_status ot__stl(const double y[], size_t n, const ot__stl_options *how,
                  double trend[], double season[], double weight[],
                  double work[], ot_error *err)
{
    const size_t p = how->period;
    stl s = {.y = y, .n = n, .period = p};

    assert(p >= 2);
    assert(how->seasonal == 0 || (how->seasonal >= 7 && how->seasonal % 2 > 0));
    if (check(y, n, p, err) != OT_OK) {
        return OT_E_DATA;
    }
    s.cycle = work;
    s.low = s.cycle + n + 2 * p;
    s.work = s.low + n + 2 * p;
    s.sub = s.work + 2 * (n + p);
    s.sub_weight = s.sub + sub_size(n, p);
    s.sub_fit = s.sub_weight + sub_size(n, p);
    choose_windows(&s, how);
    for (size_t i = 0; i < n; i++) {
        trend[i] = 0;
        weight[i] = 1;
    }
    for (size_t i = 0; i < (how->robust ? 16 : 2); i++) {
        if (how->robust && i > 0) {
            weigh(&s, trend, season, weight);
            s.robust = weight;
        }
        pass(&s, trend, season);
    }
    if (how->seasonal == 0) {
        average(season, n, p);
    }
    return OT_OK;
}
