// SPDX-License-Identifier: GPL-3.0-or-later
// ets_run.h - the recursion of a model and its derivatives.
#ifndef OT_STAT_ETS_RUN_H
#define OT_STAT_ETS_RUN_H

#include "stat/ets.h"

// What is kept of a run: slices of the caller's work, of n values unless said.
typedef struct ot__ets_trace {
    const double *y;
    size_t n, m;
    double *level, *trend; // before each value
    double *step;          // phi trend, or trend^phi
    double *base;          // level and step
    double *mean;          // base and season: what is expected
    double *error;         // y - mean; 0 where y is missing
    double *season;        // n + m: season[t] is that of y[t]
    double *pull;          // n + m, for the derivatives
} ot__ets_trace;

// 1 without a damped trend, so that a step is the trend itself; 0 without any.
static inline double ot__ets_phi(const ot__ets *e)
{
    return e->model.trend == 'N' ? 0 : e->model.damped ? e->phi : 1;
}

size_t ot__ets_trace_size(size_t n, size_t m);
ot__ets_trace ot__ets_trace_in(double work[], const double y[], size_t n,
                               size_t m);

// Source  the book, tables 2.2 and 2.3: the error correction form

// Runs over the values; sets last, values, sse and lik, which takes an sse of
// less than `least` for `least`. False: it broke down.
bool ot__ets_run(ot__ets *ets, const ot__ets_trace *t, double least);

// Derivatives of lik in what can be fitted.
typedef struct ot__ets_slope {
    double alpha, beta, gamma, phi;
    ot__ets_state first;
} ot__ets_slope;

// Of the run before.
void ot__ets_derive(const ot__ets *ets, const ot__ets_trace *t, double least,
                    ot__ets_slope *slope);

#endif
