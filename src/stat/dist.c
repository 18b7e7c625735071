// SPDX-License-Identifier: GPL-3.0-or-later
// dist.c - one uncertain number as sorted draws.

#include "outturn/project.h"

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
