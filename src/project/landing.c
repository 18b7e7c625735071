// SPDX-License-Identifier: GPL-3.0-or-later
// landing.c - what one rule says of one period: the total, its rounding, and
// its track record at the same cut-off.

#include "project/landing.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "project/method.h"
#include "stat/dist.h"

// A rule at work: the shape it is asked about and its scratch.
typedef struct worker {
    const ot_method *method;
    const ot__shape *shape;
    double *mean, *work; // h values; ot_method_work_size
    size_t h;            // from the cut-off to the period's end
} worker;

static size_t full_years(const ot__shape *s, size_t n)
{
    return n > s->known ? (n - s->known) / s->season : 0;
}

static bool can_serve(const worker *w, size_t n)
{
    return n > 0 && n >= w->shape->known &&
           full_years(w->shape, n) >= w->method->min_years &&
           (w->shape->known > 0 || !w->method->needs_part);
}

static ot_past past_of(const worker *w, const double y[], size_t n)
{
    return (ot_past){y, n, w->shape->season, w->shape->phase};
}

// The total of the period as the rule says it from y[0..n).
static ot_status total(const worker *w, const double y[], size_t n, double *sum,
                       ot_error *err)
{
    const ot__shape *s = w->shape;
    const ot_past past = past_of(w, y, n);
    const ot_status status =
        w->method->path(&past, w->h, w->mean, w->work, err);

    if (status == OT_OK) {
        *sum = ot__sum(y + n - s->known, s->known) +
               ot__sum(w->mean + s->gap, w->h - s->gap);
    }
    return status;
}

// ---- rounding --------------------------------------------------------------

// A function that rises or falls with each value all the way has its extremes
// in two corners of the box; which ones is found by moving one value at a time.
static void find_corner(const worker *w, double y[], double centre,
                        signed char way[])
{
    const ot__shape *s = w->shape;
    double moved;

    for (size_t i = 0; i < s->n; i++) {
        way[i] = 0;
        if (!(s->half[i] > 0)) {
            continue;
        }
        y[i] = s->y[i] + s->half[i];
        if (total(w, y, s->n, &moved, NULL) == OT_OK) {
            way[i] = (signed char)((moved > centre) - (moved < centre));
        }
        y[i] = s->y[i];
    }
}

static double at_corner(const worker *w, double y[], const signed char way[],
                        double side)
{
    const ot__shape *s = w->shape;
    double sum;

    for (size_t i = 0; i < s->n; i++) {
        y[i] = s->y[i] + side * (double)way[i] * s->half[i];
    }
    return total(w, y, s->n, &sum, NULL) == OT_OK ? sum : NAN;
}

static bool is_rounded(const ot__shape *s)
{
    for (size_t i = 0; i < s->n; i++) {
        if (s->half[i] > 0) {
            return true;
        }
    }
    return false;
}

static ot_status add_rounding(const worker *w, ot_landing *l, ot_error *err)
{
    const size_t n = w->shape->n;

    l->rounding = ot_interval_point(l->total);
    if (!is_rounded(w->shape)) {
        return OT_OK;
    }
    if (ot__is_fitted(w->method)) {
        l->rounding = ot_interval_none();
        return OT_OK;
    }
    double *y = malloc(n * sizeof *y);
    signed char *way = malloc(n);
    if (y == NULL || way == NULL) {
        free(y);
        free(way);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection");
    }
    memcpy(y, w->shape->y, n * sizeof *y);
    find_corner(w, y, l->total, way);
    const double lo = at_corner(w, y, way, -1), hi = at_corner(w, y, way, 1);
    l->rounding =
        isnan(lo) || isnan(hi)
            ? ot_interval_none()
            : ot_interval_of(nextafter(lo, -INFINITY), nextafter(hi, INFINITY));
    free(y);
    free(way);
    return OT_OK;
}

// ---- the track record ------------------------------------------------------

// The same question, asked `years` before with what stood before then.
static bool look_back(const worker *w, size_t years, ot_miss *miss)
{
    const ot__shape *s = w->shape;
    const size_t back = years * s->season;

    if (back >= s->n || !can_serve(w, s->n - back) ||
        s->gap + s->length - s->known > back) {
        return false;
    }
    const size_t n = s->n - back;
    const double outcome = ot__sum(s->y + n - s->known + s->gap, s->length);
    double said;
    if (total(w, s->y, n, &said, NULL) != OT_OK || !(said / outcome > 0) ||
        isinf(said / outcome)) {
        return false;
    }
    *miss = (ot_miss){
        .period = ot_period_shift(s->period, -12 * (int32_t)years),
        .said = said,
        .outcome = outcome,
        .miss = said / outcome - 1,
    };
    return true;
}

// Draws of the total, and the median miss.
static ot_status sum_up(ot_landing *l, ot_error *err)
{
    const size_t n = l->misses;
    ot_dist misses = {n, malloc(n * sizeof *misses.draw)};
    ot_dist totals = {n, malloc(n * sizeof *totals.draw)};

    if (misses.draw == NULL || totals.draw == NULL) {
        ot_dist_free(&misses);
        ot_dist_free(&totals);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection");
    }
    for (size_t i = 0; i < n; i++) {
        const ot_miss *m = &l->miss[i];
        misses.draw[i] = m->miss;
        totals.draw[i] = l->total * (m->outcome / m->said);
        l->worst = fabs(m->miss) > fabs(l->miss[l->worst].miss) ? i : l->worst;
    }
    ot__sort(totals.draw, n);
    l->usual = ot__median(misses.draw, n);
    ot_dist_free(&misses);
    if (n < 3) {
        ot_dist_free(&totals);
    }
    l->dist = totals;
    return OT_OK;
}

static ot_status add_record(const worker *w, ot_landing *l, ot_error *err)
{
    const size_t years = w->shape->n / w->shape->season;

    l->usual = NAN;
    l->miss = calloc(years + 1, sizeof *l->miss);
    if (l->miss == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection");
    }
    for (size_t back = years; back > 0; back--) {
        l->misses += look_back(w, back, &l->miss[l->misses]);
    }
    return l->misses > 0 ? sum_up(l, err) : OT_OK;
}

// ---- one landing -----------------------------------------------------------

static void refuse(const worker *w, ot_landing *l)
{
    const ot__shape *s = w->shape;
    const size_t have = full_years(s, s->n), need = w->method->min_years;
    char text[64];

    ot_period_words(s->period, text);
    if (w->method->needs_part && s->known == 0) {
        snprintf(l->why, sizeof l->why, "needs a known part of %s", text);
    } else {
        snprintf(l->why, sizeof l->why,
                 "needs %zu full year%s before %s; the data hold %zu", need,
                 need == 1 ? "" : "s", text, have);
    }
}

static ot_status fill(const worker *w, ot_landing *l, ot_error *err)
{
    const ot__shape *s = w->shape;
    const ot_past past = past_of(w, s->y, s->n);
    ot_error inner = {0};
    double rest[2];

    if (!can_serve(w, s->n)) {
        refuse(w, l);
        return OT_OK;
    }
    if (total(w, s->y, s->n, &l->total, &inner) != OT_OK) {
        snprintf(l->why, sizeof l->why, "%.150s", inner.message);
        return OT_OK;
    }
    l->served = true;
    if (w->method->range != NULL &&
        w->method->range(&past, w->h, rest, w->work, NULL) == OT_OK) {
        const double known = ot__sum(s->y + s->n - s->known, s->known);
        l->lo = known + rest[0];
        l->hi = known + rest[1];
    }
    const ot_status status = add_rounding(w, l, err);
    return status == OT_OK ? add_record(w, l, err) : status;
}

// Frees nothing on failure: dismiss() does.
static ot_status hire(worker *w, const ot_method *method,
                      const ot__shape *shape, ot_error *err)
{
    const ot_past past = {shape->y, shape->n, shape->season, shape->phase};

    *w = (worker){.method = method,
                  .shape = shape,
                  .h = shape->gap + shape->length - shape->known};
    w->mean = malloc(w->h * sizeof *w->mean);
    w->work = malloc(ot_method_work_size(&past, w->h) * sizeof *w->work);
    return w->mean == NULL || w->work == NULL
               ? ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection")
               : OT_OK;
}

static void dismiss(worker *w)
{
    free(w->mean);
    free(w->work);
}

ot_status ot__landing_total(const ot_method *method, const ot__shape *shape,
                            double *sum, ot_error *err)
{
    worker w;
    const ot_status status = hire(&w, method, shape, err);

    *sum = NAN;
    if (status == OT_OK && can_serve(&w, shape->n) &&
        total(&w, shape->y, shape->n, sum, NULL) != OT_OK) {
        *sum = NAN;
    }
    dismiss(&w);
    return status;
}

ot_status ot__landing_make(const ot_method *method, const ot__shape *shape,
                           ot_landing *landing, ot_error *err)
{
    worker w;
    ot_status status = hire(&w, method, shape, err);

    *landing = (ot_landing){.method = method,
                            .total = NAN,
                            .rounding = ot_interval_none(),
                            .lo = NAN,
                            .hi = NAN,
                            .usual = NAN};
    if (status == OT_OK) {
        status = fill(&w, landing, err);
    }
    dismiss(&w);
    return status;
}

void ot__landing_free(ot_landing *landing)
{
    free(landing->miss);
    ot_dist_free(&landing->dist);
}
