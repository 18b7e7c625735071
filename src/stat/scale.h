// SPDX-License-Identifier: GPL-3.0-or-later
// scale.h - a series brought near 1 by a power of two, and back: its squares
// then neither vanish nor overflow, and no digit is lost.
#ifndef OT_STAT_SCALE_H
#define OT_STAT_SCALE_H

#include <math.h>
#include <stddef.h>

// The k for which the largest |y| lies in [2^(k-1), 2^k); 0 without any. NaN
// counts as nothing.
static inline int ot__scale_of(const double y[], size_t n)
{
    double largest = 0;
    int k = 0;

    for (size_t i = 0; i < n; i++) {
        largest = fmax(largest, fabs(y[i]));
    }
    if (largest > 0 && isfinite(largest)) {
        (void)frexp(largest, &k);
    }
    return k;
}

// x[i] = y[i] 2^-k; x may be y.
static inline void ot__scale_down(const double y[], size_t n, int k, double x[])
{
    for (size_t i = 0; i < n; i++) {
        x[i] = ldexp(y[i], -k);
    }
}

#endif
