// SPDX-License-Identifier: GPL-3.0-or-later
// decompose.h - classical decomposition by moving averages.
#ifndef OT_STAT_DECOMPOSE_H
#define OT_STAT_DECOMPOSE_H

#include <stdbool.h>
#include <stddef.h>

#include "outturn/error.h"

// y = trend + season + rest, or trend x season x rest. trend: n values, the
// centred moving average over one period; NaN in the half period at both ends.
// figure: period values, figure[i] the season of y[i], y[i + period] ...; their
// sum is 0, or their mean 1.
//
// OT_E_DATA  less than two full periods, a value that is not finite, or a
//            multiplicative season about a trend that is not above zero
// Source     Kendall & Stuart, The Advanced Theory of Statistics 3 (1983), 410-
//            414; Hyndman & Athanasopoulos, FPP3 (2021), 3.4
ot_status ot__decompose(const double y[], size_t n, size_t period,
                        bool multiplicative, double trend[], double figure[],
                        ot_error *err);

#endif
