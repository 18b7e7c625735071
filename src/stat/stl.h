// SPDX-License-Identifier: GPL-3.0-or-later
// stl.h - a series as trend, season and rest, by loess.
#ifndef OT_STAT_STL_H
#define OT_STAT_STL_H

#include <stdbool.h>
#include <stddef.h>

#include "outturn/error.h"

// {.period = 12} alone is a season that never changes, with the paper's
// windows.
typedef struct ot__stl_options {
    size_t period;   // values a season; at least 2
    size_t seasonal; // years that the season of a month is smoothed over, odd,
                     // at least 7; 0: it is the same in all years
    size_t trend;    // values the trend is smoothed over, odd; 0: the least odd
                     // one of at least 1.5 period / (1 - 1.5 / seasonal)
    bool robust;     // values far from the fit lose their weight
} ot__stl_options;

size_t ot__stl_work_size(size_t n, size_t period);

// y[i] = trend[i] + season[i] + rest. trend, season, weight: n values each; the
// weight is 1, or less down to 0 for what the robust fit takes as an outlier.
// work: ot__stl_work_size doubles. A multiple of y gives that multiple.
//
// OT_E_DATA  two seasons or less, or a value that is not finite
// Source     Cleveland, Cleveland, McRae & Terpenning, J. Official Statistics 6
//            (1990) 3-73; 2 passes, or 16 of one with robustness weights
ot_status ot__stl(const double y[], size_t n, const ot__stl_options *how,
                  double trend[], double season[], double weight[],
                  double work[], ot_error *err);

#endif
