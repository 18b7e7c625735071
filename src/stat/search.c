// SPDX-License-Identifier: GPL-3.0-or-later
// search.c - the least value of a function of one number.

#include "stat/search.h"

#include <math.h>

// Kiefer, "Sequential minimax search for a maximum", Proc. AMS 4 (1953)
// 502-506: each step keeps 0.618 of what was left.
static double golden(double (*f)(double, void *), void *context, double lo,
                     double hi, double least)
{
    const double ratio = 0.61803398874989485;
    double x = hi - ratio * (hi - lo), z = lo + ratio * (hi - lo);
    double fx = f(x, context), fz = f(z, context);

    while (hi - lo > least) {
        if (fx <= fz) {
            hi = z;
            z = x;
            fz = fx;
            x = hi - ratio * (hi - lo);
            fx = f(x, context);
        } else {
            lo = x;
            x = z;
            fx = fz;
            z = lo + ratio * (hi - lo);
            fz = f(z, context);
        }
    }
    return fx <= fz ? x : z;
}

double ot__search_least(double (*f)(double x, void *context), void *context,
                        double lo, double hi, size_t steps)
{
    const double step = (hi - lo) / (double)steps;
    double best = lo, least = INFINITY;

    for (size_t i = 0; i <= steps; i++) {
        const double x = i == steps ? hi : lo + (double)i * step;
        const double value = f(x, context);
        if (value < least) {
            least = value;
            best = x;
        }
    }
    const double x = golden(f, context, fmax(best - step, lo),
                            fmin(best + step, hi), 1e-9 * (hi - lo));
    return f(x, context) < least ? x : best;
}
