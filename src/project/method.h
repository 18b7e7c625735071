// SPDX-License-Identifier: GPL-3.0-or-later
// method.h - the rows of the registry, and where a period lies in its past.
#ifndef OT_PROJECT_METHOD_H
#define OT_PROJECT_METHOD_H

#include "outturn/project.h"

extern const ot_method ot__method_drift, ot__method_growth_carried_on,
    ot__method_last_years_rest, ot__method_run_rate, ot__method_seasonal_naive,
    ot__method_seasonal_share;

// How many values of the period are known: the last ones of the past.
static inline size_t ot__past_known(const ot_past *past)
{
    return (past->phase + past->n) % past->season;
}

// The period `years` before, of which as many values are known: its first one.
static inline const double *ot__past_year(const ot_past *past, size_t years)
{
    return past->y + past->n - ot__past_known(past) - years * past->season;
}

static inline double ot__sum(const double y[], size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += y[i];
    }
    return sum;
}

#endif
