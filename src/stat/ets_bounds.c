// SPDX-License-Identifier: GPL-3.0-or-later
// ets_bounds.c - which parameters forget the distant past.

#include "stat/ets_bounds.h"

#include <math.h>

// Whether all roots of p[0] + p[1] z + ... + p[k] z^k have |z| < 1: each step
// takes off one degree and keeps that property where |p[0]| < |p[k]| (the
// Schur-Cohn test; Jury, Theory and Application of the z-Transform Method
// (1964), 3). p is spoilt.
static bool all_inside(double p[], size_t k)
{
    for (; k > 0; k--) {
        const double r = p[0] / p[k];
        if (!(fabs(r) < 1)) {
            return false;
        }
        for (size_t i = 0; i <= k / 2; i++) {
            const double lo = p[i], hi = p[k - i];
            p[i] = lo - r * hi;
            p[k - i] = hi - r * lo;
        }
        for (size_t i = 0; i < k; i++) {
            p[i] = p[i + 1];
        }
    }
    return true;
}

bool ot__ets_admissible(const ot__ets *e)
{
    const double a = e->alpha, g = e->gamma;
    const double b = e->model.trend == 'N' ? 0 : e->beta;
    const double phi = e->model.damped ? e->phi : 1;
    const size_t m = e->m;
    double p[OT__ETS_SEASON_MAX + 2], grow = 1;

    if (e->model.season == 'N') {
        return true;
    }
    for (size_t i = 0; i <= m + 1; i++) {
        p[i] = a + b - a * phi;
    }
    p[0] = phi * (1 - a - g);
    p[1] = a + b - a * phi + g - 1;
    p[m] = a + b - phi;
    p[m + 1] = 1;
    // The root at 1 is drawn inside, with what is no further out.
    for (size_t i = 0; i <= m + 1; i++) {
        p[i] *= grow;
        grow *= 1 + 1e-7;
    }
    return all_inside(p, m + 1);
}
