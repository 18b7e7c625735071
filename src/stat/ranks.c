// SPDX-License-Identifier: GPL-3.0-or-later
// ranks.c - tests that look at the order of values alone.

#include "stat/ranks.h"

#include <string.h>

#include <gsl/gsl_cdf.h>

#include "stat/dist.h"

// Ranks from 1; equal values share the mean of theirs. Returns the sum of
// k^3 - k over groups of k equal ones. sorted: n doubles.
static double find_ranks(const double y[], size_t n, double rank[],
                         double sorted[])
{
    double ties = 0;

    memcpy(sorted, y, n * sizeof *sorted);
    ot__sort(sorted, n);
    for (size_t i = 0; i < n; i++) {
        size_t below = 0, equal = 0;
        for (size_t k = 0; k < n && sorted[k] <= y[i]; k++) {
            below += sorted[k] < y[i];
            equal += sorted[k] == y[i];
        }
        rank[i] = (double)below + ((double)equal + 1) / 2;
        ties += (double)(equal * equal) - 1; // of each of them
    }
    return ties;
}

double ot__kruskal_wallis(const double y[], size_t n, size_t groups, double *p,
                          double work[])
{
    double *rank = work;
    const double size = (double)n;
    const double ties = find_ranks(y, n, rank, work + n);
    const double untied = 1 - ties / (size * size * size - size);
    double sum = 0;

    for (size_t g = 0; g < groups; g++) {
        double of_group = 0, members = 0;
        for (size_t i = g; i < n; i += groups) {
            of_group += rank[i] - (size + 1) / 2;
            members += 1;
        }
        sum += of_group * of_group / members;
    }
    const double h = untied > 0 ? 12 / (size * (size + 1)) * sum / untied : 0;
    *p = gsl_cdf_chisq_Q(h, (double)(groups - 1));
    return h;
}
