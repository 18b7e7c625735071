// SPDX-License-Identifier: GPL-3.0-or-later
// loess.c - local regression of evenly spaced values.
//
// Cleveland, Cleveland, McRae & Terpenning, "STL: A Seasonal-Trend
// Decomposition Procedure Based on Loess", J. Official Statistics 6 (1990)
// 3-73, section 2 (loess) and 4 (computing at every jump-th position).

#include "stat/loess.h"

#include <math.h>

// Half the width of the neighbourhood: to its farthest value. A window of more
// than the n values there are is wider by half of what is lacking: what the
// authors' program does (the paper stretches by window / n instead).
static double reach(const ot__loess *how, size_t n, double x, size_t lo,
                    size_t hi)
{
    const double h = fmax(x - (double)lo, (double)hi - x);

    return how->window > n ? h + (double)((how->window - n) / 2) : h;
}

// The tricube weight (1 - (r / h)^3)^3; a thousandth from either end it is 1
// or 0, as in the authors' program.
static double tricube(double r, double h)
{
    if (r > 0.999 * h) {
        return 0;
    }
    if (r <= 0.001 * h) {
        return 1;
    }
    const double u = r / h, v = 1 - u * u * u;
    return v * v * v;
}

// Turns the weights of a mean into those of a line's value at x, unless the
// positions hardly differ.
static void tilt(double w[], size_t n, double x, size_t lo, size_t hi)
{
    double centre = 0, spread = 0;

    for (size_t j = lo; j <= hi; j++) {
        centre += w[j] * (double)j;
    }
    for (size_t j = lo; j <= hi; j++) {
        const double d = (double)j - centre;
        spread += w[j] * d * d;
    }
    if (sqrt(spread) <= 0.001 * (double)(n - 1)) {
        return;
    }
    const double slope = (x - centre) / spread;
    for (size_t j = lo; j <= hi; j++) {
        w[j] *= slope * ((double)j - centre) + 1;
    }
}

bool ot__loess_at(const double y[], size_t n, const ot__loess *how, double x,
                  size_t lo, size_t hi, const double robust[], double *fit,
                  double work[])
{
    const double h = reach(how, n, x, lo, hi);
    double sum = 0, value = 0;

    for (size_t j = lo; j <= hi; j++) {
        work[j] = tricube(fabs((double)j - x), h);
        if (robust != NULL) {
            work[j] *= robust[j];
        }
        sum += work[j];
    }
    if (!(sum > 0)) {
        return false;
    }
    for (size_t j = lo; j <= hi; j++) {
        work[j] /= sum;
    }
    if (how->degree > 0 && h > 0) {
        tilt(work, n, x, lo, hi);
    }
    for (size_t j = lo; j <= hi; j++) {
        value += work[j] * y[j];
    }
    *fit = value;
    return true;
}

// The fit at i from the window around it, moved inwards near the ends.
static double fit_at(const double y[], size_t n, const ot__loess *how, size_t i,
                     const double robust[], double work[])
{
    size_t lo = 0, hi = n - 1;
    double fit = y[i];

    if (how->window < n) {
        const size_t half = how->window / 2, last = n - how->window;
        lo = i < half ? 0 : i - half;
        lo = lo > last ? last : lo;
        hi = lo + how->window - 1;
    }
    ot__loess_at(y, n, how, (double)i, lo, hi, robust, &fit, work);
    return fit;
}

void ot__loess_smooth(const double y[], size_t n, const ot__loess *how,
                      const double robust[], double fit[], double work[])
{
    size_t i = 0;

    if (n < 2) {
        if (n == 1) {
            fit[0] = y[0];
        }
        return;
    }
    fit[0] = fit_at(y, n, how, 0, robust, work);
    while (i < n - 1) {
        const size_t step = how->jump < n - 1 - i ? how->jump : n - 1 - i;
        fit[i + step] = fit_at(y, n, how, i + step, robust, work);
        const double rise = (fit[i + step] - fit[i]) / (double)step;
        for (size_t k = 1; k < step; k++) {
            fit[i + k] = fit[i] + (double)k * rise;
        }
        i += step;
    }
}
