// SPDX-License-Identifier: GPL-3.0-or-later
// levenberg.c - the least sum of squares of functions of a few numbers.

#include "stat/levenberg.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <string.h>

#define MOST     OT__LEVENBERG_MOST
#define NEARBY   1e-6 // the step of differences: near sqrt(DBL_EPSILON)
#define FARTHEST 2.0
#define TRIES    12

int ot__cholesky(double a[], size_t n)
{
    for (size_t j = 0; j < n; j++) {
        for (size_t i = 0; i < n; i++) {
            double sum = a[i * n + j];
            if (i < j) {
                a[i * n + j] = 0;
                continue;
            }
            for (size_t k = 0; k < j; k++) {
                sum -= a[i * n + k] * a[j * n + k];
            }
            if (i == j && !(sum > 0)) {
                return 0;
            }
            a[i * n + j] = i == j ? sqrt(sum) : sum / a[j * n + j];
        }
    }
    return 1;
}

// L L' x = b, in place.
static void solve(const double L[], size_t n, double b[])
{
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < i; k++) {
            b[i] -= L[i * n + k] * b[k];
        }
        b[i] /= L[i * n + i];
    }
    for (size_t i = n; i-- > 0;) {
        for (size_t k = i + 1; k < n; k++) {
            b[i] -= L[k * n + i] * b[k];
        }
        b[i] /= L[i * n + i];
    }
}

typedef struct search {
    const ot__squares *p;
    double *r, *trial;     // residuals at x, and at another place
    double *slope;         // k rows of n: derivatives of r
    double sum;            // of squares at x
    double A[MOST * MOST]; // slope slope'
    double g[MOST];        // slope r
    double step[MOST];
    double damping, growth; // Nielsen's mu (in units of A's diagonal) and nu
} search;

static double dot(const double a[], const double b[], size_t n)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++) {
        sum += a[i] * b[i];
    }
    return sum;
}

static void look_around(search *s, double x[])
{
    const size_t n = s->p->n, k = s->p->k;

    for (size_t j = 0; j < k; j++) {
        double *row = s->slope + j * n;
        const double at = x[j], h = NEARBY * fmax(1, fabs(at));
        x[j] = at + h;
        s->p->residuals(x, row, s->p->ctx);
        const double by = x[j] - at;
        x[j] = at;
        for (size_t i = 0; i < n; i++) {
            row[i] = (row[i] - s->r[i]) / by;
        }
        s->g[j] = dot(row, s->r, n);
        for (size_t i = 0; i <= j; i++) {
            s->A[i * k + j] = s->A[j * k + i] = dot(row, s->slope + i * n, n);
        }
    }
}

// Sets step, and returns by how much the sum would fall if r were linear; 0:
// there is no step.
static double propose(search *s)
{
    const size_t k = s->p->k;
    double L[MOST * MOST], diagonal[MOST], most = 0, longest = 0, fall = 0;

    for (size_t j = 0; j < k; j++) {
        most = fmax(most, s->A[j * k + j]);
    }
    memcpy(L, s->A, k * k * sizeof *L);
    for (size_t j = 0; j < k; j++) {
        diagonal[j] = fmax(s->A[j * k + j], 1e-8 * most);
        L[j * k + j] += s->damping * diagonal[j];
        s->step[j] = -s->g[j];
    }
    if (!(most > 0) || !ot__cholesky(L, k)) {
        return 0;
    }
    solve(L, k, s->step);
    for (size_t j = 0; j < k; j++) {
        longest = fmax(longest, fabs(s->step[j]));
        fall += s->step[j] * (s->damping * diagonal[j] * s->step[j] - s->g[j]);
    }
    for (size_t j = 0; longest > FARTHEST && j < k; j++) {
        s->step[j] *= FARTHEST / longest;
    }
    return fall;
}

// Tries steps until one lessens the sum; returns by how much, 0 if none did.
static double go(search *s, double x[])
{
    const size_t n = s->p->n, k = s->p->k;
    double to[MOST];

    for (size_t tries = 0; tries < TRIES; tries++) {
        const double fall = propose(s);
        for (size_t j = 0; j < k; j++) {
            to[j] = x[j] + s->step[j];
        }
        if (fall > 0) {
            s->p->residuals(to, s->trial, s->p->ctx);
            const double sum = dot(s->trial, s->trial, n);
            const double gain = s->sum - sum, odd = 2 * gain / fall - 1;
            if (gain > 0) {
                memcpy(x, to, k * sizeof *x);
                memcpy(s->r, s->trial, n * sizeof *s->r);
                s->sum = sum;
                s->damping *= fmax(1.0 / 3, 1 - odd * odd * odd);
                s->growth = 2;
                return gain;
            }
        }
        s->damping *= s->growth;
        s->growth *= 2;
    }
    return 0;
}

size_t ot__levenberg_work(size_t n, size_t k)
{
    return (k + 2) * n;
}

double ot__levenberg(const ot__squares *p, double x[], double work[])
{
    search s = {.p = p, .r = work, .trial = work + p->n};

    assert(p->k <= MOST);
    s.slope = s.trial + p->n;
    s.damping = 1e-3;
    s.growth = 2;
    p->residuals(x, s.r, p->ctx);
    s.sum = dot(s.r, s.r, p->n);
    for (size_t i = 0; p->k > 0 && i < p->steps && s.sum > DBL_MIN; i++) {
        look_around(&s, x);
        const double gain = go(&s, x);
        if (!(gain > p->tolerance * (s.sum + gain))) {
            break;
        }
    }
    return s.sum;
}
