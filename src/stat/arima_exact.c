// SPDX-License-Identifier: GPL-3.0-or-later
// arima_exact.c - the exact likelihood of an ARMA without missing values.
//
// The Kalman filter of the state a[i] = E(w[t + i] | values before t), i < r,
// started from the stationary distribution (Gardner, Harvey & Phillips, Applied
// Statistics 29 (1980) 311-322, in the state of Akaike, Ann. Inst. Stat. Math.
// 26 (1974) 363-387):
//
//     v = w[t] - a[0],  a[i] <- a[i + 1] + K[i] v / F
//     a[r] = sum phi[k] a[r - k]
//
// where F = var v and K[i] = cov(w[t + 1 + i], v). From that start the state's
// covariance changes by a matrix of rank one, -L L' / F, from step to step, so
// that r numbers are carried on instead of r^2 (Morf, Sidhu & Kailath, IEEE
// Trans. Automatic Control 19 (1974) 315-323; Pearlman, Biometrika 67 (1980)
// 232-233). With z = L[0], and T the shift with phi as for a:
//
//     K <- K - (z / F) T L,  L <- T L - (z / F) K,  F <- F - z^2 / F
//
// At the start F = gamma[0] and K = L = gamma[1 .. r]. Once L has died away the
// filter is steady and only a moves.

#include "stat/arima_residuals.h"

#include <math.h>
#include <string.h>

// L^2 below this part of F^2 changes no digit of K or F any more.
#define STEADY 1e-18
#define LOOK   8 // steps between two looks at it

typedef struct filter {
    const ot__arma *arma;
    double *K, *L;
    double *a[2]; // of the series, and of what stands beside c
    double F;
    bool steady;
} filter;

size_t ot__arma_whiten_work(const ot__arma *a)
{
    return 4 * a->r + (a->r + 1) + ot__arma_gamma_work(a, a->r);
}

static void start(filter *f, const ot__arma *arma, double work[])
{
    const size_t r = arma->r;
    double *gamma = work + 4 * r;

    *f = (filter){.arma = arma};
    f->K = work;
    f->L = f->K + r;
    ot__arma_gamma(arma, r, gamma, gamma + r + 1);
    f->F = gamma[0];
    memcpy(f->K, gamma + 1, r * sizeof *f->K);
    memcpy(f->L, gamma + 1, r * sizeof *f->L);
    for (size_t c = 0; c < 2; c++) {
        f->a[c] = f->L + (c + 1) * r;
        memset(f->a[c], 0, r * sizeof *f->a[c]);
    }
}

// w becomes what was not foreseen of it, and a <- T a + K v / F.
static void meet(const filter *f, double *restrict a, double *w, double weight)
{
    const size_t r = f->arma->r;
    const double *restrict K = f->K;
    const double v = *w - a[0], gain = v / f->F;
    const double last = ot__terms_back(&f->arma->phi, a + r);

    for (size_t i = 0; i + 1 < r; i++) {
        a[i] = a[i + 1] + K[i] * gain;
    }
    a[r - 1] = last + K[r - 1] * gain;
    *w = v * weight;
}

static void advance_gain(filter *f)
{
    const size_t r = f->arma->r;
    double *restrict K = f->K, *restrict L = f->L;
    const double z = L[0], rho = z / f->F;
    const double last = ot__terms_back(&f->arma->phi, L + r);

    for (size_t i = 0; i + 1 < r; i++) {
        const double next = L[i + 1], k = K[i];
        L[i] = next - rho * k;
        K[i] = k - rho * next;
    }
    L[r - 1] = last - rho * K[r - 1];
    K[r - 1] -= rho * last;
    f->F -= rho * z;
}

static bool died_away(const filter *f)
{
    for (size_t i = 0; i < f->arma->r; i++) {
        if (f->L[i] * f->L[i] > STEADY * f->F * f->F) {
            return false;
        }
    }
    return true;
}

void ot__arma_whiten(const ot__arma *arma, ot__residuals *e, double work[])
{
    double product = 1, logdet = 0;
    filter f;

    start(&f, arma, work);
    for (size_t t = 0; t < e->n; t++) {
        const double weight = 1 / sqrt(f.F);
        meet(&f, f.a[0], &e->u[t], weight);
        if (e->x != NULL) {
            meet(&f, f.a[1], &e->x[t], weight);
        }
        product *= f.F;
        if (product > 1e200) { // one logarithm for many steps
            logdet += log(product);
            product = 1;
        }
        if (!f.steady) {
            advance_gain(&f);
            f.steady = t % LOOK == 0 && died_away(&f);
        }
    }
    e->logdet = logdet + log(product);
}
