// SPDX-License-Identifier: GPL-3.0-or-later
// backtest_score.c - how far off the answers of one way were.

#include "project/backtest.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "stat/dist.h"

#define ALPHA 0.05 // of the interval that MSIS is of

// A sum and how many were added.
typedef struct mean {
    double sum;
    size_t n;
} mean;

static void add(mean *m, double x)
{
    m->sum += x;
    m->n++;
}

static double value(const mean *m)
{
    return m->n > 0 ? m->sum / (double)m->n : NAN;
}

typedef struct sums {
    double *ape; // of each answer
    mean mape, mase, smape, bias, in80, in95, msis;
    mean own_smape, own_mase, naive_smape, naive_mase; // of the same questions
} sums;

static double symmetric(double said, double outcome)
{
    return 2 * fabs(said - outcome) / (fabs(said) + fabs(outcome));
}

static void add_range(sums *s, const ot_question *q, const ot_answer *a)
{
    const double outcome = q->outcome;

    add(&s->in80, outcome >= a->lo80 && outcome <= a->hi80 ? 1 : 0);
    add(&s->in95, outcome >= a->lo95 && outcome <= a->hi95 ? 1 : 0);
    if (q->scale > 0) {
        const double missed =
            fmax(a->lo95 - outcome, 0) + fmax(outcome - a->hi95, 0);
        add(&s->msis, (a->hi95 - a->lo95 + 2 / ALPHA * missed) / q->scale);
    }
}

static void add_against(sums *s, const ot_question *q, double said,
                        double naive)
{
    add(&s->own_smape, symmetric(said, q->outcome));
    add(&s->naive_smape, symmetric(naive, q->outcome));
    if (q->scale > 0) {
        add(&s->own_mase, fabs(said - q->outcome) / q->scale);
        add(&s->naive_mase, fabs(naive - q->outcome) / q->scale);
    }
}

static void add_answer(sums *s, const ot_question *q, const ot_answer *a,
                       double naive)
{
    const double off = a->said / q->outcome - 1;

    if (isnan(a->said)) {
        return;
    }
    s->ape[s->mape.n] = fabs(off);
    add(&s->mape, fabs(off));
    add(&s->bias, off);
    add(&s->smape, symmetric(a->said, q->outcome));
    if (q->scale > 0) {
        add(&s->mase, fabs(a->said - q->outcome) / q->scale);
    }
    if (!isnan(a->lo95)) {
        add_range(s, q, a);
    }
    if (!isnan(naive)) {
        add_against(s, q, a->said, naive);
    }
}

static double owa(const sums *s)
{
    const double x = (value(&s->own_smape) / value(&s->naive_smape) +
                      value(&s->own_mase) / value(&s->naive_mase)) /
                     2;

    return isfinite(x) ? x : NAN;
}

ot_status ot_backtest_score(const ot_backtest *b, size_t w, size_t series,
                            size_t known, ot_score *score, ot_error *err)
{
    sums s = {.ape = malloc((b->questions + 1) * sizeof *s.ape)};

    assert(b->answer != NULL && w < b->ways);
    if (s.ape == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a backtest");
    }
    for (size_t i = 0; i < b->questions; i++) {
        const ot_question *q = &b->asked[i].q;
        const ot_answer *a = &b->answer[i * b->all];
        if ((series == OT_ALL_SERIES || q->series == series) &&
            (known == 0 || q->known == known)) {
            add_answer(&s, q, &a[w], a[b->naive2].said);
        }
    }
    *score = (ot_score){
        .n = s.mape.n,
        .ranges = s.in95.n,
        .mdape = ot__median(s.ape, s.mape.n),
        .mape = value(&s.mape),
        .mase = value(&s.mase),
        .smape = value(&s.smape),
        .bias = value(&s.bias),
        .cov80 = value(&s.in80),
        .cov95 = value(&s.in95),
        .msis = value(&s.msis),
        .owa = owa(&s),
    };
    free(s.ape);
    return OT_OK;
}
