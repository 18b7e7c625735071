// SPDX-License-Identifier: GPL-3.0-or-later
// forecast.c - a path with limits that hold as often as they say.

#include "project/forecast.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

size_t ot__forecast_work_size(const ot_method *method, const ot_past *past,
                              size_t h)
{
    return 2 * h + (method->work_size != NULL ? method->work_size(past, h)
                                              : past->n + h);
}

// Mean square of the errors of y[n ..] as they were expected at n, each over
// its own deviation; NaN: the method did not serve.
static double square_at(const ot_method *m, const ot_past *past, size_t n,
                        size_t h, double work[])
{
    const ot_past then = {past->y, n, past->season, past->phase};
    const size_t ahead = past->n - n < h ? past->n - n : h;
    double *mean = work, *sd = work + h, sum = 0;
    size_t count = 0;

    if (m->spread(&then, ahead, mean, sd, work + 2 * h, NULL) != OT_OK) {
        return NAN;
    }
    for (size_t k = 0; k < ahead; k++) {
        if (sd[k] > 0) {
            const double z = (past->y[n + k] - mean[k]) / sd[k];
            sum += z * z;
            count++;
        }
    }
    return count > 0 && isfinite(sum) ? sum / (double)count : NAN;
}

// From the first time at which two years and a value, and half of what there is
// now, were known.
static double record(const ot_method *m, const ot_past *past, size_t h,
                     double work[], size_t *origins)
{
    const size_t n = past->n, years = 2 * past->season + 1;
    const size_t first = years > n / 2 ? years : n / 2;
    double sum = 0;

    *origins = 0;
    for (size_t i = 0; i < OT__ORIGINS && first < n; i++) {
        const size_t at = first + i * (n - first) / OT__ORIGINS;
        if (i > 0 && at == first + (i - 1) * (n - first) / OT__ORIGINS) {
            continue; // the past is short
        }
        const double square = square_at(m, past, at, h, work);
        if (!isnan(square)) {
            sum += square;
            ++*origins;
        }
    }
    return *origins > 0 ? sqrt(sum / (double)*origins) : 1;
}

ot_status ot__forecast_make(const ot_method *method, const ot_past *past,
                            ot__forecast *f, double work[], ot_error *err)
{
    const double r = record(method, past, f->h, work, &f->origins);
    const ot_status status =
        method->spread(past, f->h, f->mean, f->sd, work, err);

    f->positive = true;
    for (size_t i = 0; i < past->n; i++) {
        f->positive = f->positive && past->y[i] >= 0;
    }
    for (size_t k = 0; status == OT_OK && k < f->h; k++) {
        f->sd[k] *= fmax(r, 1);
    }
    f->freedom = (double)(f->origins > 3 ? f->origins : 3);
    return status;
}

void ot__forecast_band(const ot__forecast *f, size_t k, double level,
                       double *lo, double *hi)
{
    const double t = gsl_cdf_tdist_Pinv((1 + level) / 2, f->freedom);

    *lo = f->mean[k] - t * f->sd[k];
    *hi = f->mean[k] + t * f->sd[k];
    *lo = f->positive ? fmax(*lo, 0) : *lo;
}
