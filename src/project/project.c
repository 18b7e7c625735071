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

// ---- where the period lies -------------------------------------------------

static ot_status check_period(const ot_series *s, ot_period period,
                              ot_error *err)
{
    char text[64];

    ot_period_words(period, text);
    if (s->step < 1 || 12 % s->step != 0) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a projection needs months, quarters, half-years or "
                       "years, not steps of %d months",
                       (int)s->step);
    }
    if (period.months < 1 || period.months > 12) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "%s: a period of a year or less can be projected", text);
    }
    if (period.months % s->step != 0 ||
        (period.first - s->first) % s->step != 0) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "%s is not made of whole steps of %d months, as the "
                       "data are",
                       text, (int)s->step);
    }
    return OT_OK;
}

static ot_status no_projection(ot_period period, ot_period at, const char *what,
                               ot_error *err)
{
    char text[64], month[64];

    return ot_fail(err, OT_E_DATA, NULL, "%s %s %s",
                   ot_period_words(period, text), what,
                   ot_period_words(at, month));
}

// The last run of known values, y[*begin..*end), and whether the period is one
// that goes on from there.
static ot_status find_past(const ot_series *s, ot_period period, size_t *begin,
                           size_t *end, ot_error *err)
{
    size_t i = s->n;

    while (i > 0 && isnan(s->y[i - 1])) {
        i--;
    }
    if (i == 0) {
        return ot_fail(err, OT_E_DATA, NULL, "no value is known");
    }
    *end = i;
    while (i > 0 && !isnan(s->y[i - 1])) {
        i--;
    }
    *begin = i;
    const ot_period last = ot_series_period(s, *end - 1);
    const int32_t cut = last.first + last.months;
    const ot_period before = {s->first + s->step * ((int32_t)i - 1), s->step};
    if (cut >= period.first + period.months) {
        return no_projection(
            period, last,
            "is over: nothing is left to project; the data run to", err);
    }
    if (period.first - cut > 12) {
        return no_projection(
            period, last,
            "starts more than a year after the data, which end with", err);
    }
    if (cut > period.first && before.first >= period.first) {
        return no_projection(period, before,
                             "has a hole in its known part:", err);
    }
    return OT_OK;
}

// Sets the shape and the known part; the past begins after the last hole.
static ot_status find_shape(const ot_series *s, ot_period period, ot__shape *w,
                            ot_projection *p, ot_error *err)
{
    size_t begin = 0, end = 0;
    const ot_status status = find_past(s, period, &begin, &end, err);

    if (status != OT_OK) {
        return status;
    }
    const int32_t first = s->first + s->step * (int32_t)begin;
    const int32_t cut = s->first + s->step * (int32_t)end;
    const int32_t known = cut > period.first ? cut - period.first : 0;
    const int32_t gap = cut < period.first ? period.first - cut : 0;
    const int32_t phase = ((first - period.first) % 12 + 12) % 12;
    *w = (ot__shape){
        .y = s->y + begin,
        .half = s->half + begin,
        .n = end - begin,
        .season = (size_t)(12 / s->step),
        .phase = (size_t)(phase / s->step),
        .length = (size_t)(period.months / s->step),
        .known = (size_t)(known / s->step),
        .gap = (size_t)(gap / s->step),
        .period = period,
    };
    p->period = period;
    p->history = first;
    p->known = known > 0 ? (ot_period){period.first, known} : (ot_period){0, 0};
    return OT_OK;
}

ot_status ot__shape_of(const ot_series *series, ot_period period,
                       ot__shape *shape, ot_error *err)
{
    ot_projection p;
    const ot_status status = check_period(series, period, err);

    return status == OT_OK ? find_shape(series, period, shape, &p, err)
                           : status;
}

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
    return status;
}

ot_status ot_project(const ot_series *series, ot_period period,
                     ot_projection **projection, ot_error *err)
{
    ot__shape shape;
    ot_status status = check_period(series, period, err);

    if (status != OT_OK) {
        return status;
    }
    ot_projection *p = calloc(1, sizeof *p);
    if (p == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection");
    }
    status = find_shape(series, period, &shape, p, err);
    if (status == OT_OK) {
        add_known(&shape, p);
        status = add_landings(&shape, p, err);
    }
    if (status == OT_OK && shape.known > 0) {
        status = ot__breaks_test(&shape, series->step, p, err);
    }
    if (status == OT_OK && p->broken) {
        status = ot__scenarios_make(&shape, p, err);
    }
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
