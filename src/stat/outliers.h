// SPDX-License-Identifier: GPL-3.0-or-later
// outliers.h - single values that do not belong.
#ifndef OT_STAT_OUTLIERS_H
#define OT_STAT_OUTLIERS_H

#include <stdbool.h>
#include <stddef.h>

// The strength of a season from which on it is taken out first.
#define OT__OUTLIER_STRENGTH 0.6

// Values of y[0..n) that lie far off the super smoother's line, by a robust STL
// less their season where that is as strong as OT__OUTLIER_STRENGTH: more than
// 3 interquartile ranges below the lower or above the upper quartile of all
// such distances. Once they are replaced by ot__interpolate, more are looked
// for one time. out[i] says which, expected[i] what would have stood there, of
// all others y[i]. Returns how many. work: ot__outliers_work doubles.
//
// Source  Hyndman et al., R package forecast 8.20, tsoutliers
size_t ot__outliers(const double y[], size_t n, size_t period, bool out[],
                    double expected[], double work[]);
size_t ot__outliers_work(size_t n, size_t period);

#endif
