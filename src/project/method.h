// SPDX-License-Identifier: GPL-3.0-or-later
// method.h - the rows of the registry, and where a period lies in its past.
#ifndef OT_PROJECT_METHOD_H
#define OT_PROJECT_METHOD_H

#include <math.h>

#include "outturn/project.h"
#include "stat/scale.h"

extern const ot_method ot__method_arima, ot__method_auto, ot__method_damped,
    ot__method_dotm, ot__method_drift, ot__method_ets,
    ot__method_growth_carried_on, ot__method_half_growth, ot__method_holt,
    ot__method_last_years_rest, ot__method_naive, ot__method_naive2,
    ot__method_run_rate, ot__method_seasonal_naive, ot__method_seasonal_share,
    ot__method_ses, ot__method_shrunken_share, ot__method_stl_ets,
    ot__method_theta;

// Are its parameters sought in the past? Then its totals are no simple function
// of each value.
static inline bool ot__is_fitted(const ot_method *method)
{
    return method->work_size != NULL;
}

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

// Root of the mean square of y[i] - y[i - lag] - slope over the past, less one
// degree of freedom where a slope was fitted; 0 with too few values. (Hyndman &
// Athanasopoulos, FPP3, 2021, 5.5: the residual standard deviation.)
static inline double ot__step_size(const ot_past *past, size_t lag,
                                   double slope)
{
    const size_t used = lag + (slope != 0 ? 1 : 0);
    const int k = ot__scale_of(past->y, past->n);
    double squares = 0;

    if (past->n <= used) {
        return 0;
    }
    for (size_t i = lag; i < past->n; i++) {
        const double e = ldexp(past->y[i] - past->y[i - lag] - slope, -k);
        squares += e * e;
    }
    return ldexp(sqrt(squares / (double)(past->n - used)), k);
}

#endif
