// SPDX-License-Identifier: GPL-3.0-or-later
// levenberg.h - the least sum of squares of functions of a few numbers.
#ifndef OT_STAT_LEVENBERG_H
#define OT_STAT_LEVENBERG_H

#include <stddef.h>

#define OT__LEVENBERG_MOST 24 // unknowns

// residuals(x, r, ctx) sets r[0..n) at x[0..k); where some are NaN the search
// does not go.
typedef struct ot__squares {
    size_t n, k;
    void (*residuals)(const double x[], double r[], void *ctx);
    void *ctx;
    size_t steps;     // at most so many
    double tolerance; // ends when a step lessens the sum by less than this part
} ot__squares;

// From x on to a minimum near it; x is set to it. Returns the sum of squares
// there, never more than at the start. work: ot__levenberg_work(n, k) doubles.
//
// Derivatives are differences forward, no step changes an x by more than 2.
// Source: Marquardt, J. SIAM 11 (1963) 431-441; the damping after Nielsen, IMM
// report 1999-05 (DTU).
double ot__levenberg(const ot__squares *p, double x[], double work[]);
size_t ot__levenberg_work(size_t n, size_t k);

// In place: the lower triangle of a[n n] becomes L of a = L L', what is above
// the diagonal 0. Returns 0 where a is not positive definite.
int ot__cholesky(double a[], size_t n);

#endif
