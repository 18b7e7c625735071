// SPDX-License-Identifier: GPL-3.0-or-later
// acf.c - how a series hangs together with its own past.

#include "stat/acf.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "stat/scale.h"

// Values that are known about their mean, in units of 2^scale.
typedef struct known {
    const double *y;
    size_t n, count;
    double mean; // in units of y
    int scale;
} known;

static known known_of(const double y[], size_t n)
{
    known v = {.y = y, .n = n, .scale = ot__scale_of(y, n)};

    for (size_t i = 0; i < n; i++) {
        v.count += isnan(y[i]) ? 0 : 1;
    }
    for (size_t i = 0; i < n; i++) {
        v.mean += isnan(y[i]) ? 0 : y[i] / (double)v.count;
    }
    return v;
}

static double deviation(const known *v, size_t i)
{
    return ldexp(v->y[i] - v->mean, -v->scale);
}

// Sum of products of deviations `lag` apart where both are known.
static double product(const known *v, size_t lag)
{
    double sum = 0;

    for (size_t i = lag; i < v->n; i++) {
        const double both = deviation(v, i) * deviation(v, i - lag);
        sum += isnan(both) ? 0 : both;
    }
    return sum;
}

// All alike but for what rounding leaves of equal values.
static bool flat(const known *v, double squares)
{
    const double mean = ldexp(v->mean, -v->scale);

    return squares <= (double)v->count * mean * mean * 1e-28;
}

void ot__acf(const double y[], size_t n, size_t lags, double r[])
{
    const known v = known_of(y, n);
    const double squares = product(&v, 0);
    const bool same = flat(&v, squares);

    for (size_t k = 1; k <= lags; k++) {
        r[k - 1] = same ? 0 : product(&v, k) / squares;
    }
}

bool ot__acf_has_season(const double y[], size_t n, size_t season)
{
    const known v = known_of(y, n);
    const double squares = product(&v, 0);
    double sum = 0;

    if (season < 2 || n <= 2 * season || flat(&v, squares)) {
        return false;
    }
    for (size_t lag = 1; lag < season; lag++) {
        const double r = product(&v, lag) / squares;
        sum += r * r;
    }
    const double error = sqrt((1 + 2 * sum) / (double)n);
    return fabs(product(&v, season) / squares) > 1.6448536269514722 * error;
}

// Durbin's recursion: phi_kk = (r_k - sum phi_j r_(k-j)) / (1 - sum phi_j r_j),
// phi_kj = phi_j - phi_kk phi_(k-j).
void ot__pacf(const double r[], size_t lags, double partial[], double work[])
{
    double *phi = work, *old = work + lags;
    double left = 1; // 1 - sum phi_j r_j

    for (size_t k = 0; k < lags; k++) {
        double top = r[k];
        for (size_t j = 0; j < k; j++) {
            old[j] = phi[j];
            top -= phi[j] * r[k - 1 - j];
        }
        const double last = left > 0 ? top / left : 0;
        for (size_t j = 0; j < k; j++) {
            phi[j] = old[j] - last * old[k - 1 - j];
        }
        phi[k] = partial[k] = last;
        left *= 1 - last * last;
    }
}

double ot__ljung_box(const double r[], size_t n, size_t lags, size_t fitted,
                     double *p)
{
    const double size = (double)n;
    double sum = 0;

    for (size_t k = 1; k <= lags; k++) {
        sum += r[k - 1] * r[k - 1] / (size - (double)k);
    }
    const double q = size * (size + 2) * sum;
    *p = gsl_cdf_chisq_Q(q, (double)(lags - fitted));
    return q;
}

size_t ot__difference(double y[], size_t n, size_t lag)
{
    const size_t left = n > lag ? n - lag : 0;

    for (size_t i = 0; i < left; i++) {
        y[i] = y[i + lag] - y[i];
    }
    return left;
}

double ot__kpss(const double y[], size_t n)
{
    const known v = known_of(y, n);
    const double size = (double)v.count;
    const size_t lags = (size_t)(3 * sqrt(size) / 13);
    double variance = product(&v, 0), partial = 0, squares = 0;

    if (v.count == 0 || flat(&v, variance)) {
        return 0;
    }
    for (size_t k = 1; k <= lags; k++) {
        const double weight = 1 - (double)k / (double)(lags + 1);
        variance += 2 * weight * product(&v, k);
    }
    for (size_t i = 0; i < n; i++) {
        if (!isnan(y[i])) {
            partial += deviation(&v, i);
            squares += partial * partial;
        }
    }
    return squares / (size * variance);
}
