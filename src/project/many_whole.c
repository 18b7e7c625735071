// SPDX-License-Identifier: GPL-3.0-or-later
// many_whole.c - all series together: the sum of their landings, and the
// landing of their sum.

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "project/many.h"

// ---- the sum of landings ---------------------------------------------------

static void add_landings(const ot_many *many, const ot_landed landed[],
                         ot_whole *w)
{
    w->served = w->compared = 0;
    w->known_total = w->known_half = w->total = w->last_year = w->this_year = 0;
    for (size_t i = 0; i < many->n; i++) {
        const ot_landed *l = &landed[i];
        if (!l->served) {
            continue;
        }
        w->served++;
        w->known_total += l->known_total;
        w->known_half += l->known_half;
        w->total += l->total;
        if (!isnan(l->last_year)) {
            w->compared++;
            w->last_year += l->last_year;
            w->this_year += l->total;
        }
    }
}

// ---- the series of sums ----------------------------------------------------

// From the first month of any to the last that all have. False: they go by
// different steps, or have no month in common; `why` says so.
static bool find_span(const ot_many *many, const ot_landed landed[],
                      const ot__kept kept[], ot_series *sum, char why[200])
{
    int32_t first = INT32_MAX, last = INT32_MAX;

    sum->step = 0;
    for (size_t i = 0; i < many->n; i++) {
        const ot__kept *k = &kept[i];
        if (!landed[i].served) {
            continue;
        }
        if (sum->step != 0 && k->step != sum->step) {
            snprintf(why, 200,
                     "some are published in steps of %d months, some "
                     "of %d",
                     (int)sum->step, (int)k->step);
            return false;
        }
        sum->step = k->step;
        first = k->first < first ? k->first : first;
        last = k->last < last ? k->last : last;
    }
    if (sum->step == 0 || last < first) {
        snprintf(why, 200, "some end before the others begin");
        return false;
    }
    sum->first = first;
    sum->n = (size_t)((last + 1 - first) / sum->step);
    return true;
}

// A value that is not known makes that of the sum unknown, but for those before
// the first.
static void add_series(const ot_series *s, ot_series *sum)
{
    bool begun = false;

    for (size_t i = 0; i < s->n; i++) {
        const int32_t month = ot_series_period(s, i).first;
        const size_t to = (size_t)((month - sum->first) / sum->step);
        begun = begun || !isnan(s->y[i]);
        if (begun && to < sum->n) {
            sum->y[to] += s->y[i];
        }
    }
}

static ot_status add_up(const ot_many *many, const ot_landed landed[],
                        ot_series *sum, ot_error *err)
{
    for (size_t i = 0; i < many->n; i++) {
        ot_series *s = NULL;
        if (!landed[i].served) {
            continue;
        }
        const ot_status status = many->series(i, many->context, &s, err);
        if (status != OT_OK) {
            return status;
        }
        add_series(s, sum);
        ot_series_free(s);
    }
    return OT_OK;
}

static ot_status land_sum(const ot_many *many, const ot_landed landed[],
                          ot_whole *w, ot_series *sum, ot_error *err)
{
    ot_error inner = {0};
    ot__kept kept;

    ot_status status = add_up(many, landed, sum, err);
    if (status != OT_OK) {
        return status;
    }
    status = ot__land(sum, w->period, NULL, &w->sum, &kept, &inner);
    if (status == OT_E_MEMORY) {
        return ot_fail(err, status, NULL, "%s", inner.message);
    }
    snprintf(w->sum.why, sizeof w->sum.why, "%.199s", inner.message);
    return OT_OK;
}

static ot_status make_sum(const ot_many *many, const ot_landed landed[],
                          const ot__kept kept[], ot_whole *w, ot_error *err)
{
    ot_series sum = {.first = 0};

    w->sum = ot__landed_nothing();
    if (!find_span(many, landed, kept, &sum, w->sum.why)) {
        return OT_OK;
    }
    sum.y = calloc(sum.n, sizeof *sum.y);
    sum.half = calloc(sum.n, sizeof *sum.half);
    const ot_status status =
        sum.y == NULL || sum.half == NULL
            ? ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection")
            : land_sum(many, landed, w, &sum, err);
    free(sum.y);
    free(sum.half);
    return status;
}

// ---- its range -------------------------------------------------------------

static void move_range(ot_whole *w)
{
    const ot_landed *s = &w->sum;
    const bool ratio = s->total > 0 && w->total > 0;
    const bool floored = s->quantile[0] >= s->known_total;

    for (size_t i = 0; i < OT_QUANTILES; i++) {
        const double q = ratio ? w->total * (s->quantile[i] / s->total)
                               : w->total + s->quantile[i] - s->total;
        // Where no draw of the sum is below what is known, none here is.
        w->quantile[i] = floored ? fmax(q, w->known_total) : q;
    }
    w->apart = w->total < s->quantile[2] || w->total > s->quantile[4];
}

ot_status ot__whole_make(const ot_many *many, const ot_landed landed[],
                         const ot__kept kept[], ot_whole *w, ot_error *err)
{
    add_landings(many, landed, w);
    const ot_status status = make_sum(many, landed, kept, w, err);
    if (status != OT_OK) {
        return status;
    }
    for (size_t i = 0; i < OT_QUANTILES; i++) {
        w->quantile[i] = NAN;
    }
    w->apart = false;
    if (w->sum.served) {
        move_range(w);
    }
    return OT_OK;
}
