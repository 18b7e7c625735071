// SPDX-License-Identifier: GPL-3.0-or-later
// ets_start.c - where a fit starts from.

#include "stat/ets_start.h"

#include <assert.h>
#include <math.h>

#include "stat/decompose.h"

// Missing values on the straight line between their neighbours; at an end, as
// the one neighbour. False: none is known.
static bool fill(const double y[], size_t n, double x[])
{
    size_t i = 0;

    while (i < n && isnan(y[i])) {
        i++;
    }
    if (i == n) {
        return false;
    }
    for (size_t j = 0; j < i; j++) {
        x[j] = y[i];
    }
    while (i < n) {
        size_t next = i + 1;
        x[i] = y[i];
        while (next < n && isnan(y[next])) {
            next++;
        }
        const double rise =
            next < n ? (y[next] - y[i]) / (double)(next - i) : 0;
        for (size_t j = i + 1; j < next; j++) {
            x[j] = y[i] + (double)(j - i) * rise;
        }
        i = next;
    }
    return true;
}

// No month is next to nothing: a factor is at least a hundredth.
static ot_status take_season(ot__ets *e, double x[], size_t n, double spare[],
                             ot_error *err)
{
    const size_t m = e->m, some = n < 4 * m ? n : 4 * m;
    const bool times = e->model.season == 'M';
    double *season = e->first.season, mean = 0;

    assert(m >= 2);
    if (ot__decompose(x, some, m, times, spare, season, err) != OT_OK) {
        return OT_E_DATA;
    }
    for (size_t i = 0; times && i < m; i++) {
        season[i] = fmax(season[i], 0.01);
        mean += season[i] / (double)m;
    }
    for (size_t i = 0; times && i < m; i++) {
        season[i] /= mean;
    }
    for (size_t i = 0; i < n; i++) {
        x[i] = times ? x[i] / season[i % m] : x[i] - season[i % m];
    }
    return OT_OK;
}

// The least squares line through x[0 .. n - 1] at -1 and its slope.
static void draw_line(const double x[], size_t n, double *start, double *slope)
{
    const double middle = ((double)n - 1) / 2;
    double mean = 0, cross = 0, square = 0;

    for (size_t i = 0; i < n; i++) {
        const double t = (double)i - middle;
        mean += x[i] / (double)n;
        cross += t * x[i];
        square += t * t;
    }
    *slope = square > 0 ? cross / square : 0;
    *start = mean - *slope * (middle + 1);
}

static void take_line(ot__ets *e, const double x[], size_t n)
{
    const size_t want = 2 * e->m > 10 ? 2 * e->m : 10;
    const size_t some = n < want ? n : want;
    double start, slope, mean = 0;

    draw_line(x, some, &start, &slope);
    for (size_t i = 0; i < some; i++) {
        mean += x[i] / (double)some;
    }
    if (e->model.trend == 'N') {
        e->first.level = mean;
    } else if (e->model.trend == 'A') {
        e->first.level = start;
        e->first.trend = slope;
    } else {
        // Steep lines would start below zero.
        const double floor = fmax(start, 0.1 * fabs(mean));
        e->first.level = floor;
        e->first.trend = fmin(fmax(1 + slope / floor, 0.5), 2);
    }
}

ot_status ot__ets_start(ot__ets *e, const double y[], size_t n, double spare[],
                        ot_error *err)
{
    double *x = spare;

    e->first = (ot__ets_state){0};
    if (!fill(y, n, x)) {
        return ot_fail(err, OT_E_DATA, NULL, "no value is known");
    }
    if (e->model.season != 'N' &&
        take_season(e, x, n, spare + n, err) != OT_OK) {
        return OT_E_DATA;
    }
    take_line(e, x, n);
    return OT_OK;
}
