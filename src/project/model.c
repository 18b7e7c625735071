// SPDX-License-Identifier: GPL-3.0-or-later
// model.c - what rows that rest on a model share.

#include "project/model.h"

#include <float.h>
#include <math.h>

#include "stat/theta_season.h"

// ---- on its side of zero ---------------------------------------------------

static double least_of(const double y[], size_t n)
{
    double least = INFINITY;

    for (size_t i = 0; i < n; i++) {
        least = fmin(least, y[i]);
    }
    return least;
}

// The path of logarithms, about their mean so that a factor in y is nothing to
// them. A path that was to fall below zero does not rise over all there was.
static ot_status carry_logs(ot__kernel *kernel, const ot_past *past, size_t h,
                            double mean[], double sd[], double work[],
                            ot_error *err)
{
    const size_t n = past->n;
    const ot_past logs = {work, n, past->season, past->phase};
    double middle = 0, most = -INFINITY;

    for (size_t i = 0; i < n; i++) {
        work[i] = log(past->y[i]);
        middle += work[i] / (double)n;
        most = fmax(most, work[i]);
    }
    for (size_t i = 0; i < n; i++) {
        work[i] -= middle;
    }
    const ot_status status = kernel(&logs, h, mean, sd, work + n, err);
    for (size_t k = 0; status == OT_OK && k < h; k++) {
        mean[k] = fmax(exp(fmin(middle + mean[k], most)), DBL_MIN);
        if (sd != NULL) {
            sd[k] *= mean[k]; // to the first order
        }
    }
    return status;
}

ot_status ot__carry(ot__kernel *kernel, const ot_past *past, size_t h,
                    double mean[], double sd[], double work[], ot_error *err)
{
    const double least = least_of(past->y, past->n);
    ot_status status = kernel(past, h, mean, sd, work + past->n, err);

    if (status != OT_OK || least < 0) {
        return status;
    }
    if (least > 0 && !(least_of(mean, h) > 0)) {
        status = carry_logs(kernel, past, h, mean, sd, work, err);
    }
    for (size_t k = 0; status == OT_OK && k < h; k++) {
        mean[k] = fmax(mean[k], 0);
    }
    return status;
}

// ---- without a season ------------------------------------------------------

size_t ot__adjusted_size(const ot_past *past)
{
    return 3 * past->n + past->season;
}

ot_status ot__carry_adjusted(ot__kernel *kernel, const ot_past *past, size_t h,
                             double mean[], double sd[], double work[],
                             ot_error *err)
{
    const size_t n = past->n;
    const size_t season = n < 3 * past->season ? 1 : past->season;
    double *x = work, *figure = x + n, *rest = figure + past->season;
    const ot_past adjusted = {x, n, 1, 0};
    const bool above = least_of(past->y, n) >= 0;
    ot__theta fit;
    int scale;

    if (ot__theta_begin(past->y, n, season, &fit, figure, x, rest, &scale,
                        err) != OT_OK) {
        return OT_E_DATA;
    }
    const ot_status status =
        ot__carry(kernel, &adjusted, h, mean, sd, rest + n, err);
    for (size_t k = 0; status == OT_OK && k < h; k++) {
        const double f = fit.seasonal ? figure[(n + k) % season] : 0;
        const double factor = fit.product ? f : 1;
        mean[k] = ldexp(mean[k], scale) * factor + (fit.product ? 0 : f);
        mean[k] = above ? fmax(mean[k], 0) : mean[k];
        if (sd != NULL) {
            sd[k] = ldexp(sd[k], scale) * factor;
        }
    }
    return status;
}
