// SPDX-License-Identifier: GPL-3.0-or-later
// dist.c - one uncertain number as sorted draws.

#include "stat/dist.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_statistics_double.h>

void ot_dist_free(ot_dist *d)
{
    if (d != NULL) {
        free(d->draw);
        *d = (ot_dist){0, NULL};
    }
}

// GSL's quantile of sorted data is type 7: the position (n - 1) p, between
// neighbours in proportion.
double ot_dist_quantile(const ot_dist *d, double p)
{
    if (d->n == 0 || !(p >= 0 && p <= 1)) {
        return NAN;
    }
    return gsl_stats_quantile_from_sorted_data(d->draw, 1, d->n, p);
}

double ot_dist_within(const ot_dist *d, double lo, double hi)
{
    size_t inside = 0;

    if (d->n == 0) {
        return NAN;
    }
    for (size_t i = 0; i < d->n; i++) {
        inside += d->draw[i] >= lo && d->draw[i] <= hi;
    }
    return (double)inside / (double)d->n;
}

static int by_size(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

void ot__sort(double x[], size_t n)
{
    qsort(x, n, sizeof *x, by_size);
}

double ot__median(double x[], size_t n)
{
    const ot_dist d = {n, x};

    ot__sort(x, n);
    return ot_dist_quantile(&d, 0.5);
}
