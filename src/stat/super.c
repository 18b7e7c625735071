// SPDX-License-Identifier: GPL-3.0-or-later
// super.c - a smooth line whose span follows the series.

#include "stat/super.h"

#include <math.h>

#define SPANS 3

static const double span_of[SPANS] = {0.05, 0.2, 0.5};

size_t ot__super_work(size_t n)
{
    return (2 * SPANS + 2) * n;
}

// A straight line through y[lo .. lo + count): at position x it is
// level + slope (x - middle).
typedef struct line {
    double level, slope, middle, squares; // squares: of distances to the middle
} line;

static line fit(const double y[], size_t lo, size_t count)
{
    const double k = (double)count;
    line l = {.middle = (double)lo + (k - 1) / 2,
              .squares = k * (k * k - 1) / 12};

    for (size_t i = lo; i < lo + count; i++) {
        l.level += y[i] / k;
    }
    for (size_t i = lo; i < lo + count; i++) {
        l.slope += ((double)i - l.middle) * (y[i] - l.level);
    }
    l.slope = l.squares > 0 ? l.slope / l.squares : 0;
    return l;
}

// Lines through the neighbours within a span; towards the ends through the
// first or last so many. missed, unless NULL: how far each value lies from
// what the others say.
static void running_lines(const double y[], size_t n, double span,
                          double smooth[], double missed[])
{
    const size_t rounded = (size_t)(0.5 * span * (double)n + 0.5);
    const size_t reach = rounded < 2 ? 2 : rounded;
    const size_t count = 2 * reach + 1 < n ? 2 * reach + 1 : n;

    for (size_t i = 0; i < n; i++) {
        const size_t wished = i < reach ? 0 : i - reach;
        const size_t lo = wished < n - count ? wished : n - count;
        const line l = fit(y, lo, count);
        const double away = (double)i - l.middle;
        smooth[i] = l.level + l.slope * away;
        if (missed == NULL) {
            continue;
        }
        const double own =
            1 / (double)count + (l.squares > 0 ? away * away / l.squares : 0);
        missed[i] = own < 1 ? fabs(y[i] - smooth[i]) / (1 - own) : 0;
    }
}

// Between the three smooth lines, by the span wanted at a place.
static double between(double span, double narrow, double middle, double wide)
{
    const double f = span - span_of[1];
    const double part =
        f < 0 ? -f / (span_of[1] - span_of[0]) : f / (span_of[2] - span_of[1]);

    return middle + fmin(part, 1) * ((f < 0 ? narrow : wide) - middle);
}

void ot__super_smooth(const double y[], size_t n, double smooth[],
                      double work[])
{
    double *by_span[SPANS], *misses[SPANS];
    double *missed = work + 2 * SPANS * n, *best = missed + n;

    for (size_t s = 0; s < SPANS; s++) {
        by_span[s] = work + 2 * s * n;
        misses[s] = by_span[s] + n;
        running_lines(y, n, span_of[s], by_span[s], missed);
        running_lines(missed, n, span_of[1], misses[s], NULL);
    }
    for (size_t i = 0; i < n; i++) {
        size_t least = 0;
        for (size_t s = 1; s < SPANS; s++) {
            least = misses[s][i] < misses[least][i] ? s : least;
        }
        best[i] = span_of[least];
    }
    running_lines(best, n, span_of[1], missed, NULL);
    for (size_t i = 0; i < n; i++) {
        best[i] =
            between(missed[i], by_span[0][i], by_span[1][i], by_span[2][i]);
    }
    running_lines(best, n, span_of[0], smooth, NULL);
}
