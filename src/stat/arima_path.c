// SPDX-License-Identifier: GPL-3.0-or-later
// arima_path.c - where a series goes on by its model.

#include "stat/arima.h"

#include <math.h>
#include <string.h>

#include "stat/arima_filter.h"
#include "stat/arima_residuals.h"
#include "stat/levenberg.h"

size_t ot__arima_path_work(const ot__arima_orders *o, size_t n, size_t h)
{
    return ot__filter_work(o) + (n + h) + ot__arima_lost(o);
}

// The filter after all values but the last step: what is known of the next.
static void follow(ot__filter *f, const double y[], const double x[], size_t n,
                   double c, double base)
{
    double F, none = 0;

    for (size_t t = 0; t < n; t++) {
        double v = y[t] - base - c * x[t];
        if (!isnan(v)) {
            ot__filter_meet(f, &v, &none, &F);
        }
        ot__filter_step(f);
    }
}

// The first column of P says how the next value varies with those after it:
// cov(y[t + i], y[t + i + k]) = P[k][0] while k < r, and beyond by the
// polynomial of the model.
static void covary(const ot__filter *f, size_t left, double sigma2,
                   double line[])
{
    const size_t r = f->r;

    for (size_t k = 0; k < left; k++) {
        if (k < r) {
            line[k] = sigma2 * f->P[k * r];
            continue;
        }
        line[k] = 0;
        for (size_t i = 0; i < r; i++) {
            line[k] += f->ahead[i] * line[k - r + i];
        }
    }
}

void ot__arima_path(const ot__arima *fit, const double y[], size_t n, size_t h,
                    double mean[], double cov[], double work[])
{
    const ot__arima_orders *o = &fit->orders;
    double *x = work + ot__filter_work(o), base = 0;
    ot__filter f;

    for (size_t i = n; i-- > 0 && ot__arima_lost(o) > 0;) {
        base = isnan(y[i]) ? base : y[i];
    }
    ot__arima_regressor(o, x, n + h, x + n + h);
    ot__filter_start(&f, o, fit->coef, work);
    follow(&f, y, x, n, fit->value.c, base);
    for (size_t i = 0; i < h; i++) {
        mean[i] = base + f.a[0] + fit->value.c * x[n + i];
        if (cov != NULL) {
            covary(&f, h - i, fit->value.sigma2, cov + i * h + i);
            for (size_t j = i + 1; j < h; j++) {
                cov[j * h + i] = cov[i * h + j];
            }
        }
        ot__filter_step(&f);
    }
}

double ot__arima_sum_variance(const double cov[], size_t h, size_t first)
{
    double sum = 0;

    for (size_t i = first; i < h; i++) {
        for (size_t j = first; j < h; j++) {
            sum += cov[i * h + j];
        }
    }
    return sum;
}

bool ot__arima_factor(double cov[], size_t h)
{
    double most = 0;

    for (size_t i = 0; i < h; i++) {
        most = fmax(most, cov[i * h + i]);
    }
    if (most > 0) {
        return ot__cholesky(cov, h) != 0;
    }
    return true; // certain: the factor is 0 as well
}

void ot__arima_draw(const double mean[], const double factor[], size_t h,
                    const double normal[], double path[])
{
    for (size_t i = 0; i < h; i++) {
        path[i] = mean[i];
        for (size_t j = 0; j <= i; j++) {
            path[i] += factor[i * h + j] * normal[j];
        }
    }
}

void ot__arima_weights(const ot__arima *fit, size_t n, double psi[],
                       double work[])
{
    ot__arma a;

    ot__arma_expand(&fit->orders, fit->coef, &a);
    ot__arma_psi(&a, n, psi);
    ot__arima_sum_up(&fit->orders, psi, n, work);
}
