// SPDX-License-Identifier: GPL-3.0-or-later
// ranks.h - tests that look at the order of values alone.
#ifndef OT_STAT_RANKS_H
#define OT_STAT_RANKS_H

#include <stddef.h>

// Whether groups differ in level: y[i] belongs to group i % groups. The
// statistic of Kruskal & Wallis, corrected for ties, 0 where all values are
// alike; *p, the probability of as much where none differs, by chi-squared with
// groups - 1 degrees of freedom. n > groups >= 2. work: 2 n doubles.
// Source: Kruskal & Wallis, J. American Statistical Ass. 47 (1952) 583-621.
double ot__kruskal_wallis(const double y[], size_t n, size_t groups, double *p,
                          double work[]);

#endif
