// SPDX-License-Identifier: GPL-3.0-or-later
// project.c - where a period will end: every rule asked, in one answer.

#include "outturn/project.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "project/breaks.h"
#include "project/landing.h"
#include "project/method.h"
#include "project/scenario.h"

// ---- the answer ------------------------------------------------------------

static void add_known(const ot__shape *w, ot_projection *p)
{
    const size_t start = w->n - w->known + w->gap; // of the period, in y

    p->known_total = ot__sum(w->y + w->n - w->known, w->known);
    p->known_half = ot__sum(w->half + w->n - w->known, w->known);
    p->last_year = p->last_year_part = NAN;
    if (start < w->season || start - w->season + w->length > w->n) {
        return;
    }
    p->last_year = ot__sum(w->y + start - w->season, w->length);
    p->last_year_part = ot__sum(w->y + start - w->season, w->known);
}

// Served ones first, ascending by total; equal ones as the registry has them.
static int by_total(const void *a, const void *b)
{
    const ot_landing *x = a, *y = b;

    if (x->served != y->served) {
        return y->served - x->served;
    }
    if (x->served && x->total != y->total) {
        return x->total < y->total ? -1 : 1;
    }
    return strcmp(x->method->name, y->method->name);
}

static void put_in_order(ot_projection *p)
{
    p->spread_lo = p->spread_hi = NAN;
    qsort(p->landing, p->landings, sizeof *p->landing, by_total);
    for (size_t i = 0; i < p->landings && p->landing[i].served; i++) {
        p->spread_lo = i == 0 ? p->landing[i].total : p->spread_lo;
        p->spread_hi = p->landing[i].total;
    }
}

static ot_status add_landings(const ot__shape *w, ot_projection *p,
                              ot_error *err)
{
    ot_status status = OT_OK;

    p->landing = calloc(ot_method_count(), sizeof *p->landing);
    if (p->landing == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection");
    }
    for (size_t i = 0; i < ot_method_count() && status == OT_OK; i++) {
        if (ot_method_at(i)->listed) {
            status = ot__landing_make(ot_method_at(i), w,
                                      &p->landing[p->landings], err);
            p->landings++;
        }
    }
    put_in_order(p);
    if (status == OT_OK && !p->landing[0].served) {
        char text[64];
        return ot_fail(err, OT_E_DATA, NULL,
                       "nothing of %s is known, nor a full year before it: "
                       "no rule can project it",
                       ot_period_words(p->period, text));
    }
    return status;
}

ot_status ot_project_add(ot_projection *p, const ot_series *series,
                         const ot_method *method, ot_error *err)
{
    ot__shape shape;
    ot_status status = ot__shape_of(series, p->period, &shape, err);

    assert(p->landings < ot_method_count());
    if (status == OT_OK) {
        status =
            ot__landing_make(method, &shape, &p->landing[p->landings++], err);
        put_in_order(p);
    }
    ot__shape_free(&shape);
    return status;
}

static ot_status answer(const ot__shape *shape, int32_t step, ot_projection *p,
                        ot_error *err)
{
    const int32_t known = step * (int32_t)shape->known;

    p->period = shape->period;
    p->known = (ot_period){known > 0 ? shape->period.first : 0, known};
    p->history = shape->first;
    p->filled = shape->filled;
    add_known(shape, p);
    ot_status status = add_landings(shape, p, err);
    if (status == OT_OK && shape->known > 0) {
        status = ot__breaks_test(shape, step, p, err);
    }
    if (status == OT_OK && p->broken) {
        status = ot__scenarios_make(shape, p, err);
    }
    return status;
}

ot_status ot_project(const ot_series *series, ot_period period,
                     ot_projection **projection, ot_error *err)
{
    ot__shape shape;
    ot_status status = ot__shape_of(series, period, &shape, err);

    if (status != OT_OK) {
        return status;
    }
    ot_projection *p = calloc(1, sizeof *p);
    status = p == NULL
                 ? ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection")
                 : answer(&shape, series->step, p, err);
    ot__shape_free(&shape);
    if (status != OT_OK) {
        ot_projection_free(p);
        return status;
    }
    *projection = p;
    return OT_OK;
}

void ot_projection_free(ot_projection *p)
{
    if (p == NULL) {
        return;
    }
    for (size_t i = 0; i < p->landings; i++) {
        ot__landing_free(&p->landing[i]);
    }
    free(p->landing);
    ot__scenarios_free(p);
    free(p);
}
