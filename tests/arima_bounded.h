// SPDX-License-Identifier: GPL-3.0-or-later
// arima_bounded.h - the likelihood of a differenced series as R has it.
#ifndef OT_TESTS_ARIMA_BOUNDED_H
#define OT_TESTS_ARIMA_BOUNDED_H

#include "support.h"

#include "stat/arima.h"
#include "stat/arima_filter.h"

// What R does where there are differences: the values before the first have a
// variance of 1e6 instead of one without bound, and what comes out with more
// than 1e4 is left out. That is up to 1e-4 away from the limit, which we take:
// so R's numbers are met with its start, and the limit from a start further
// out.
static inline double bounded(const ot__arima_orders *o, const double coef[],
                             const double y[], size_t n, double variance,
                             double most, double *sigma2)
{
    double *work = malloc(ot__filter_work(o) * sizeof *work);
    double rss = 0, logdet = 0, used = 0, x = 0, F;
    ot__filter f;

    assert_non_null(work);
    ot__filter_start(&f, o, coef, work);
    f.unknown = 0;
    for (size_t i = 0; i < f.r * f.r; i++) {
        f.P[i] += variance * f.diffuse[i];
    }
    for (size_t t = 0; t < n; t++) {
        double v = y[t];
        if (!isnan(v)) {
            assert_true(ot__filter_meet(&f, &v, &x, &F));
            if (F < most) {
                rss += v * v / F;
                logdet += log(F);
                used += 1;
            }
        }
        ot__filter_step(&f);
    }
    free(work);
    *sigma2 = rss / used;
    return -(used * (log(2 * 3.14159265358979323846 * *sigma2) + 1) + logdet) /
           2;
}

#endif
