// SPDX-License-Identifier: GPL-3.0-or-later
// backtest_run.c - the ways to project, each asked every question.

#include "project/backtest.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "project/landing.h"

// ---- the ways --------------------------------------------------------------

size_t ot_way_count(void)
{
    return ot_method_count() + 1;
}

static ot_way way_of(const ot_method *m)
{
    const bool taken = strcmp(m->name, "auto") == 0;

    return (ot_way){taken ? "auto-months" : m->name, m->summary, m};
}

ot_way ot_way_at(size_t i)
{
    ot_way way = {"auto", "the landing: several ways in one", NULL};
    size_t at = 0;

    for (int listed = 1; listed >= 0; listed--) {
        for (size_t k = 0; k < ot_method_count(); k++) {
            const ot_method *m = ot_method_at(k);
            if (m->listed == (listed == 1) && ++at == i) {
                way = way_of(m);
            }
        }
    }
    return way;
}

size_t ot_way_find(const char *name)
{
    size_t i = 0;

    while (i < ot_way_count() && strcmp(ot_way_at(i).name, name) != 0) {
        i++;
    }
    return i;
}

// ---- asking them -----------------------------------------------------------

static const ot_answer no_answer = {NAN, NAN, NAN, NAN, NAN};

static ot_answer answer_of(double said, const ot_dist *d)
{
    return !isfinite(said) ? no_answer
                           : (ot_answer){said, ot_dist_quantile(d, 0.1),
                                         ot_dist_quantile(d, 0.9),
                                         ot_dist_quantile(d, 0.025),
                                         ot_dist_quantile(d, 0.975)};
}

static ot_status ask_landing(const ot_series *past, ot_period period,
                             ot_answer *answer)
{
    ot_outlook *o = NULL;
    const ot_status status = ot_project_outlook(past, period, &o, NULL);

    if (status == OT_OK) {
        *answer = answer_of(o->total, &o->dist);
    }
    ot_outlook_free(o);
    return status;
}

// The distribution of a method that ot_project asks is that of its misses in
// earlier years.
static ot_status ask_rule(const ot_method *rule, const ot__shape *shape,
                          ot_answer *answer)
{
    ot_landing l;
    const ot_status status = ot__landing_make(rule, shape, &l, NULL);

    if (status == OT_OK && l.served) {
        *answer = answer_of(l.total, &l.dist);
    }
    ot__landing_free(&l);
    return status;
}

static ot_status ask_method(const ot_method *method, const ot__shape *shape,
                            ot_answer *answer)
{
    const ot_dist none = {0, NULL};
    double said;
    const ot_status status = ot__landing_total(method, shape, &said, NULL);

    if (status == OT_OK) {
        *answer = answer_of(said, &none);
    }
    return status;
}

typedef struct run {
    const ot_backtest *b;
    ot_answer *answer;
    ot_status *status; // of each question
} run;

static void ask(size_t i, void *context)
{
    const run *r = context;
    const ot_backtest *b = r->b;
    const ot__asked *a = &b->asked[i];
    ot_series past = *b->past[a->past];
    ot__shape shape;

    past.n = a->n;
    ot_status status = ot__shape_of(&past, a->q.period, &shape, NULL);
    for (size_t w = 0; w < b->all && status != OT_E_MEMORY; w++) {
        ot_answer *answer = &r->answer[i * b->all + w];
        const ot_method *method = ot_way_at(b->way[w]).method;
        *answer = no_answer;
        status = method == NULL   ? ask_landing(&past, a->q.period, answer)
                 : method->listed ? ask_rule(method, &shape, answer)
                                  : ask_method(method, &shape, answer);
    }
    ot__shape_free(&shape);
    r->status[i] = status;
}

ot_status ot_backtest_run(ot_backtest *b, size_t threads, ot_error *err)
{
    const size_t n = b->questions;
    run r = {.b = b,
             .answer = malloc((n * b->all + 1) * sizeof *r.answer),
             .status = calloc(n + 1, sizeof *r.status)};
    bool failed = r.answer == NULL || r.status == NULL;

    if (!failed) {
        ot__parallel(n, threads, ask, &r);
    }
    for (size_t i = 0; i < n && !failed; i++) {
        failed = r.status[i] == OT_E_MEMORY;
    }
    free(r.status);
    if (failed) {
        free(r.answer);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a backtest");
    }
    free(b->answer);
    b->answer = r.answer;
    return OT_OK;
}

ot_answer ot_backtest_answer(const ot_backtest *b, size_t i, size_t w)
{
    return b->answer[i * b->all + w];
}
