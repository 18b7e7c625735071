// SPDX-License-Identifier: GPL-3.0-or-later
// arima_filter.c - the Kalman filter of a whole ARIMA model.

#include "stat/arima_filter.h"

#include <math.h>
#include <string.h>

#include "stat/arima_residuals.h"

#define SETTLED 1e-7 // a diffuse variance below this is rounding

static size_t state_size(const ot__arima_orders *o)
{
    const size_t p = o->p + o->P * o->m + ot__arima_lost(o);
    const size_t q = o->q + o->Q * o->m;

    return p > q ? p : q + 1;
}

size_t ot__filter_work(const ot__arima_orders *o)
{
    const size_t r = state_size(o);
    ot__arma a = {.p = o->p + o->P * o->m, .q = o->q + o->Q * o->m};

    return 5 * r + 2 * r * r + ot__arima_lost(o) + (r + ot__arima_lost(o) + 1) +
           ot__arma_gamma_work(&a, r);
}

// The polynomial of AR and differences, as weights of the state's elements in
// the element after its last: ahead[r - k] is the coefficient of lag k.
static void multiply_out(ot__filter *f, const ot__arma *arma,
                         const double delta[], size_t lost)
{
    const size_t r = f->r;

    memset(f->ahead, 0, r * sizeof *f->ahead);
    for (size_t k = 1; k <= lost; k++) {
        f->ahead[r - k] += delta[k - 1];
    }
    for (size_t i = 0; i < arma->phi.n; i++) {
        const size_t lag = arma->phi.lag[i];
        f->ahead[r - lag] += arma->phi.c[i];
        for (size_t k = 1; k <= lost; k++) {
            f->ahead[r - lag - k] -= arma->phi.c[i] * delta[k - 1];
        }
    }
}

// x[i] += sum delta[k] x[i - k - 1], every `step`-th number of x: the inverse
// of differencing.
static void sum_up(double x[], size_t n, size_t step, const double delta[],
                   size_t lost)
{
    for (size_t i = 1; i < n; i++) {
        for (size_t k = 1; k <= lost && k <= i; k++) {
            if (delta[k - 1] != 0) {
                x[i * step] += delta[k - 1] * x[(i - k) * step];
            }
        }
    }
}

// Covariance of E(w[i] | w[0]), E(w[j] | w[0]): all of it less that of what the
// shocks from 1 on bring (Akaike 1974). Then summed up to the series.
// gamma: autocovariances 0 .. r - 1.
static void stationary_part(ot__filter *f, const double gamma[],
                            const double delta[], size_t lost)
{
    const size_t r = f->r;
    double *P = f->P;

    for (size_t j = 0; j < r; j++) {
        P[j] = P[j * r] = gamma[j];
    }
    for (size_t i = 1; i < r; i++) {
        for (size_t j = i; j < r; j++) {
            P[i * r + j] = P[j * r + i] =
                P[(i - 1) * r + j - 1] - f->psi[i - 1] * f->psi[j - 1];
        }
    }
    for (size_t i = 0; i < r; i++) {
        sum_up(P + i, r, r, delta, lost);
    }
    for (size_t i = 0; i < r; i++) {
        sum_up(P + i * r, r, 1, delta, lost);
    }
}

// What the values before the first, each with a variance without bound and
// independent, put into the state: A A', where column k of A follows value k
// of them. line: r + lost doubles.
static void diffuse_part(ot__filter *f, const double delta[], size_t lost,
                         double line[])
{
    const size_t r = f->r;

    memset(f->diffuse, 0, r * r * sizeof *f->diffuse);
    for (size_t k = 0; k < lost; k++) {
        memset(line, 0, (r + lost) * sizeof *line);
        line[k] = 1;
        for (size_t i = lost; i < lost + r; i++) {
            for (size_t j = 1; j <= lost; j++) {
                line[i] += delta[j - 1] * line[i - j];
            }
        }
        for (size_t i = 0; i < r; i++) {
            for (size_t j = 0; j < r; j++) {
                f->diffuse[i * r + j] += line[lost + i] * line[lost + j];
            }
        }
    }
}

static double *take(double **work, size_t n)
{
    double *at = *work;

    *work += n;
    return at;
}

void ot__filter_start(ot__filter *f, const ot__arima_orders *o,
                      const double coef[], double work[])
{
    const size_t r = state_size(o), lost = ot__arima_lost(o);
    ot__arma arma;

    ot__arma_expand(o, coef, &arma);
    *f = (ot__filter){.r = r, .unknown = lost};
    f->ahead = take(&work, r);
    f->psi = take(&work, r);
    f->a = take(&work, r);
    f->b = take(&work, r);
    f->row = take(&work, r);
    f->P = take(&work, r * r);
    f->diffuse = take(&work, r * r);
    double *delta = take(&work, lost);
    double *line = take(&work, r + lost + 1);

    ot__arima_delta(o, delta);
    multiply_out(f, &arma, delta, lost);
    ot__arma_psi(&arma, r, f->psi);
    ot__arma_gamma(&arma, r, line, work);
    stationary_part(f, line, delta, lost);
    sum_up(f->psi, r, 1, delta, lost);
    diffuse_part(f, delta, lost, line);
    memset(f->a, 0, r * sizeof *f->a);
    memset(f->b, 0, r * sizeof *f->b);
}

static void correct(double a[], const double gain[], size_t r, double by)
{
    for (size_t i = 0; i < r; i++) {
        a[i] += gain[i] * by;
    }
}

// P <- P - M M' / F, M the first column of P.
static void learn(double P[], size_t r, double M[], double F)
{
    memcpy(M, P, r * sizeof *M);
    for (size_t i = 0; i < r; i++) {
        correct(P + i * r, M, r, -M[i] / F);
    }
}

// The same with a diffuse variance, in the limit. Source: Koopman & Durbin, J.
// Time Series Analysis 24 (2003) 85-98, 3, for one series:
// P <- P + M M' F_p / F^2 - (M p' + p M') / F, p the first column of P, M and F
// of the diffuse part.
static void learn_start(ot__filter *f)
{
    const size_t r = f->r;
    double *P = f->P, *M = f->row;
    const double F = f->diffuse[0], ratio = P[0] / F;

    memcpy(M, f->diffuse, r * sizeof *M);
    // With m = M / F and s = p - m F_p / 2 it is P - m s' - s m'; the first
    // column of P is kept in the diffuse part's first row meanwhile.
    double *s = f->diffuse;
    for (size_t i = 0; i < r; i++) {
        s[i] = P[i] - M[i] * ratio / 2;
    }
    for (size_t i = 0; i < r; i++) {
        correct(P + i * r, s, r, -M[i] / F);
        correct(P + i * r, M, r, -s[i] / F);
    }
    memcpy(f->diffuse, M, r * sizeof *M);
    learn(f->diffuse, r, M, F);
    f->unknown--;
}

bool ot__filter_meet(ot__filter *f, double *y, double *x, double *F)
{
    const bool start = f->unknown > 0 && f->diffuse[0] > SETTLED;
    const double *column = start ? f->diffuse : f->P;

    *F = column[0];
    *y -= f->a[0];
    *x -= f->b[0];
    correct(f->a, column, f->r, *y / *F);
    correct(f->b, column, f->r, *x / *F);
    if (start) {
        learn_start(f);
        return false;
    }
    learn(f->P, f->r, f->row, *F);
    return true;
}

static void step_state(const ot__filter *f, double a[])
{
    double last = 0;

    for (size_t i = 0; i < f->r; i++) {
        last += f->ahead[i] * a[i];
    }
    memmove(a, a + 1, (f->r - 1) * sizeof *a);
    a[f->r - 1] = last;
}

// P <- T P T': everything moves up and left by one; the last row is ahead' P.
static void step_covariance(const ot__filter *f, double P[])
{
    const size_t r = f->r;
    double *row = f->row, corner = 0;

    memset(row, 0, r * sizeof *row);
    for (size_t i = 0; i < r; i++) {
        if (f->ahead[i] != 0) {
            correct(row, P + i * r, r, f->ahead[i]);
        }
    }
    for (size_t i = 0; i < r; i++) {
        corner += f->ahead[i] * row[i];
    }
    for (size_t i = 0; i + 1 < r; i++) {
        memmove(P + i * r, P + (i + 1) * r + 1, (r - 1) * sizeof *P);
        P[i * r + r - 1] = row[i + 1];
    }
    memcpy(P + (r - 1) * r, row + 1, (r - 1) * sizeof *P);
    P[r * r - 1] = corner;
}

void ot__filter_step(ot__filter *f)
{
    const size_t r = f->r;

    step_state(f, f->a);
    step_state(f, f->b);
    step_covariance(f, f->P);
    for (size_t i = 0; i < r; i++) {
        correct(f->P + i * r, f->psi, r, f->psi[i]);
    }
    if (f->unknown > 0) {
        step_covariance(f, f->diffuse);
    }
}

// ---- the likelihood -------------------------------------------------------

size_t ot__arima_skip_work(const ot__arima_orders *o)
{
    return ot__filter_work(o);
}

void ot__arima_skip(const ot__arima_orders *o, const double coef[],
                    ot__residuals *e, double work[])
{
    size_t count = 0;
    double logdet = 0, none = 0, F;
    ot__filter f;

    ot__filter_start(&f, o, coef, work);
    for (size_t t = 0; t < e->n; t++) {
        double u = e->u[t], *x = e->x != NULL ? &e->x[t] : &none, v = *x;
        if (!isnan(u) && ot__filter_meet(&f, &u, &v, &F)) {
            e->u[count] = u / sqrt(F);
            if (e->x != NULL) {
                e->x[count] = v / sqrt(F);
            }
            count++;
            logdet += log(F);
        }
        ot__filter_step(&f);
    }
    e->n = count;
    e->logdet = logdet;
}

void ot__arima_sum_up(const ot__arima_orders *o, double x[], size_t n,
                      double work[])
{
    ot__arima_delta(o, work);
    sum_up(x, n, 1, work, ot__arima_lost(o));
}

void ot__arima_regressor(const ot__arima_orders *o, double x[], size_t n,
                         double work[])
{
    for (size_t i = 0; i < n; i++) {
        x[i] = 1;
    }
    ot__arima_sum_up(o, x, n, work);
}
