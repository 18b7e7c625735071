// SPDX-License-Identifier: GPL-3.0-or-later
// arima_poly.c - the polynomials of an ARIMA model, multiplied out.

#include "stat/arima_poly.h"

#include <math.h>
#include <string.h>

// Partial autocorrelations are kept this far from one, where the variance of
// the process is 3e6 times that of its shocks.
#define FARTHEST 8.0

static void add_term(ot__terms *s, size_t lag, double c)
{
    if (c != 0) {
        s->lag[s->n] = lag;
        s->c[s->n] = c;
        s->n++;
    }
}

// (1 + sign sum x B^i) (1 + sign sum y B^(m j)) = 1 + sign s(B)
static void multiply(const double x[], size_t nx, const double y[], size_t ny,
                     size_t m, double sign, ot__terms *s)
{
    s->n = 0;
    for (size_t i = 0; i < nx; i++) {
        add_term(s, i + 1, x[i]);
    }
    for (size_t j = 0; j < ny; j++) {
        add_term(s, (j + 1) * m, y[j]);
        for (size_t i = 0; i < nx; i++) {
            add_term(s, (j + 1) * m + i + 1, sign * x[i] * y[j]);
        }
    }
}

void ot__arma_expand(const ot__arima_orders *o, const double coef[],
                     ot__arma *a)
{
    const double *seasonal = coef + o->p + o->q;

    a->p = o->p + o->P * o->m;
    a->q = o->q + o->Q * o->m;
    a->r = a->p > a->q ? a->p : a->q + 1;
    multiply(coef, o->p, seasonal, o->P, o->m, -1, &a->phi);
    multiply(coef + o->p, o->q, seasonal + o->P, o->Q, o->m, 1, &a->theta);
}

// delta of f(B) (1 - B^lag), of degree n + lag.
static size_t difference_once(double delta[], size_t n, size_t lag)
{
    for (size_t k = n; k < n + lag; k++) {
        delta[k] = 0;
    }
    for (size_t k = n + lag; k-- > 0;) {
        if (k + 1 > lag) {
            delta[k] -= delta[k - lag];
        } else if (k + 1 == lag) {
            delta[k] += 1;
        }
    }
    return n + lag;
}

void ot__arima_delta(const ot__arima_orders *o, double delta[])
{
    size_t n = 0;

    for (size_t i = 0; i < o->d; i++) {
        n = difference_once(delta, n, 1);
    }
    for (size_t i = 0; i < o->D; i++) {
        n = difference_once(delta, n, o->m);
    }
}

static void spread(const ot__terms *s, size_t degree, double dense[])
{
    memset(dense, 0, degree * sizeof *dense);
    for (size_t i = 0; i < s->n; i++) {
        dense[s->lag[i] - 1] += s->c[i];
    }
}

void ot__arma_psi(const ot__arma *a, size_t n, double psi[])
{
    memset(psi, 0, n * sizeof *psi);
    for (size_t i = 0; i < a->theta.n; i++) {
        if (a->theta.lag[i] < n) {
            psi[a->theta.lag[i]] += a->theta.c[i];
        }
    }
    psi[0] = 1;
    for (size_t k = 1; k < n; k++) {
        for (size_t i = 0; i < a->phi.n; i++) {
            if (a->phi.lag[i] <= k) {
                psi[k] += a->phi.c[i] * psi[k - a->phi.lag[i]];
            }
        }
    }
}

// Durbin's step up: phi of order k - 1 and the k-th partial autocorrelation
// give phi of order k.
static void step_up(double phi[], size_t k, double partial)
{
    for (size_t i = 0, j = k - 1; i < j; i++) {
        j--;
        const double a = phi[i], b = phi[j];
        phi[i] = a - partial * b;
        phi[j] = i == j ? phi[i] : b - partial * a;
    }
    phi[k - 1] = partial;
}

// And down again. |partial| < 1.
static double step_down(double phi[], size_t k)
{
    const double partial = phi[k - 1], left = 1 - partial * partial;

    for (size_t i = 0, j = k - 1; i < j; i++) {
        j--;
        const double a = phi[i], b = phi[j];
        phi[i] = (a + partial * b) / left;
        phi[j] = i == j ? phi[i] : (b + partial * a) / left;
    }
    return partial;
}

// Autocovariances of an AR by Levinson's recursion backwards and forwards:
// gamma0 = 1 / prod (1 - partial^2), gamma_k = partial_k v_(k-1) + sum phi_j
// gamma_(k-j), v the variance left. (Brockwell & Davis, Time Series: Theory and
// Methods, 2nd ed. 1991, 5.2.) work: 2 p doubles.
static void ar_gamma(const ot__arma *a, size_t lags, double gamma[],
                     double work[])
{
    double *phi = work, *partial = work + a->p;
    double left = 1;

    spread(&a->phi, a->p, phi);
    for (size_t k = a->p; k > 0; k--) {
        partial[k - 1] = step_down(phi, k);
        left /= 1 - partial[k - 1] * partial[k - 1];
    }
    gamma[0] = left;
    for (size_t k = 1; k <= a->p; k++) {
        gamma[k] = partial[k - 1] * left;
        for (size_t j = 1; j < k; j++) {
            gamma[k] += phi[j - 1] * gamma[k - j];
        }
        step_up(phi, k, partial[k - 1]);
        left *= 1 - partial[k - 1] * partial[k - 1];
    }
    for (size_t k = a->p + 1; k <= lags; k++) {
        gamma[k] = ot__terms_back(&a->phi, gamma + k);
    }
}

// c[l] = sum theta_i theta_(i+l), l = 0 .. q, theta_0 = 1.
static void ma_products(const ot__arma *a, double c[])
{
    const ot__terms *s = &a->theta;

    memset(c, 0, (a->q + 1) * sizeof *c);
    c[0] = 1;
    for (size_t i = 0; i < s->n; i++) {
        c[0] += s->c[i] * s->c[i];
        c[s->lag[i]] += s->c[i];
        for (size_t j = 0; j < i; j++) {
            const size_t l = s->lag[i] > s->lag[j] ? s->lag[i] - s->lag[j]
                                                   : s->lag[j] - s->lag[i];
            c[l] += (l == 0 ? 2 : 1) * s->c[i] * s->c[j];
        }
    }
}

size_t ot__arma_gamma_work(const ot__arma *a, size_t lags)
{
    return 2 * a->p + (a->q + 1) + (lags + a->q + 1);
}

// gamma_k = sum over l = -q .. q of c[|l|] ar_gamma_|k-l|.
void ot__arma_gamma(const ot__arma *a, size_t lags, double gamma[],
                    double work[])
{
    double *c = work + 2 * a->p, *ar = c + a->q + 1;

    ma_products(a, c);
    if (a->p == 0) {
        for (size_t k = 0; k <= lags; k++) {
            gamma[k] = k <= a->q ? c[k] : 0;
        }
        return;
    }
    ar_gamma(a, lags + a->q, ar, work);
    for (size_t k = 0; k <= lags; k++) {
        gamma[k] = c[0] * ar[k];
    }
    for (size_t l = 1; l <= a->q; l++) {
        for (size_t k = 0; c[l] != 0 && k <= lags; k++) {
            gamma[k] += c[l] * (ar[k > l ? k - l : l - k] + ar[k + l]);
        }
    }
}

static void bound(const double x[], size_t n, double sign, double phi[])
{
    for (size_t k = 1; k <= n; k++) {
        step_up(phi, k, tanh(fmax(-FARTHEST, fmin(FARTHEST, x[k - 1]))));
    }
    for (size_t k = 0; k < n; k++) {
        phi[k] *= sign;
    }
}

static void unbound(const double phi[], size_t n, double sign, double x[])
{
    for (size_t k = 0; k < n; k++) {
        x[k] = sign * phi[k];
    }
    for (size_t k = n; k > 0; k--) {
        const double most = tanh(FARTHEST);
        x[k - 1] = fmax(-most, fmin(most, x[k - 1]));
        step_down(x, k);
    }
    for (size_t k = 0; k < n; k++) {
        x[k] = atanh(x[k]);
    }
}

void ot__arima_bound(const ot__arima_orders *o, const double x[], double coef[])
{
    const size_t q = o->p, P = q + o->q, Q = P + o->P;

    bound(x, o->p, 1, coef);
    bound(x + q, o->q, -1, coef + q);
    bound(x + P, o->P, 1, coef + P);
    bound(x + Q, o->Q, -1, coef + Q);
}

void ot__arima_unbound(const ot__arima_orders *o, const double coef[],
                       double x[])
{
    const size_t q = o->p, P = q + o->q, Q = P + o->P;

    unbound(coef, o->p, 1, x);
    unbound(coef + q, o->q, -1, x + q);
    unbound(coef + P, o->P, 1, x + P);
    unbound(coef + Q, o->Q, -1, x + Q);
}

// By the step down (Schur & Cohn) of the polynomial in z / radius; the sign of
// all coefficients together is that of phi or of theta.
static bool beyond(const double c[], size_t n, double sign, double radius)
{
    double phi[OT__ARIMA_ORDER];
    double power = sign;

    for (size_t k = 0; k < n; k++) {
        power *= radius;
        phi[k] = power * c[k];
    }
    for (size_t k = n; k > 0; k--) {
        if (!(fabs(phi[k - 1]) < 1)) {
            return false;
        }
        step_down(phi, k);
    }
    return true;
}

bool ot__arima_roots_beyond(const ot__arima_orders *o, const double coef[],
                            double radius)
{
    const double *theta = coef + o->p, *Phi = theta + o->q, *Theta = Phi + o->P;

    return beyond(coef, o->p, 1, radius) && beyond(theta, o->q, -1, radius) &&
           beyond(Phi, o->P, 1, radius) && beyond(Theta, o->Q, -1, radius);
}
