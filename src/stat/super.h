// SPDX-License-Identifier: GPL-3.0-or-later
// super.h - a smooth line whose span follows the series.
#ifndef OT_STAT_SUPER_H
#define OT_STAT_SUPER_H

#include <stddef.h>

// The super smoother of y[0..n): straight lines fitted to neighbours, of which
// each place takes a twentieth, a fifth or half of all, or something between,
// by how well the others foretell the values about it. n >= 1. smooth: n
// values, not y. work: ot__super_work doubles.
//
// Source  Friedman, A Variable Span Smoother, Stanford Laboratory for
//         Computational Statistics, Technical Report 5 (1984); as R's supsmu
void ot__super_smooth(const double y[], size_t n, double smooth[],
                      double work[]);
size_t ot__super_work(size_t n);

#endif
