// SPDX-License-Identifier: GPL-3.0-or-later
// smooth.c - exponential smoothing without a season: simple, Holt's, damped.

#include "stat/smooth.h"

#include <math.h>

#include "stat/search.h"

typedef struct past {
    const double *y;
    size_t n;
} past;

// With the first level y[0] + x, the error at t is that of x = 0 less
// (1 - alpha)^t x: a regression of one variable.
static ot__ses smooth(const past *p, double alpha)
{
    double level = 0, weight = 1, ww = 0, we = 0, sse = 0;

    for (size_t t = 0; t < p->n; t++) {
        const double error = p->y[t] - p->y[0] - level;
        ww += weight * weight;
        we += weight * error;
        level += alpha * error;
        weight *= 1 - alpha;
    }
    const double x = we / ww;
    level = x;
    for (size_t t = 0; t < p->n; t++) {
        const double error = p->y[t] - p->y[0] - level;
        sse += error * error;
        level += alpha * error;
    }
    return (ot__ses){alpha, p->y[0] + x, p->y[0] + level, sse};
}

static double sse_of(double alpha, void *context)
{
    return smooth(context, alpha).sse;
}

ot__ses ot__ses_fit(const double y[], size_t n)
{
    past p = {y, n};

    return smooth(&p, ot__search_least(sse_of, &p, 1e-4, 0.9999, 20));
}

ot_status ot__holt_fit(const double y[], size_t n, bool damped, ot__ets *ets,
                       double work[], ot_error *err)
{
    const ot__ets_model model = {'A', 'A', damped, 'N'};

    return ot__ets_fit(model, y, n, 1, ets, work, err);
}
