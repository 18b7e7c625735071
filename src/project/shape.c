// SPDX-License-Identifier: GPL-3.0-or-later
// shape.c - where a period lies in its past, short holes in it filled.

#include "project/shape.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "stat/interpolate.h"

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

// What is asked after must go on from what is known.
static ot_status check_cut(const ot_series *s, ot_period period, size_t end,
                           ot_error *err)
{
    const ot_period last = ot_series_period(s, end - 1);
    const int32_t cut = last.first + last.months;

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
    for (size_t i = end; i > 0; i--) {
        const ot_period at = ot_series_period(s, i - 1);
        if (at.first < period.first) {
            break;
        }
        if (isnan(s->y[i - 1])) {
            return no_projection(period, at,
                                 "has a hole in its known part:", err);
        }
    }
    if (cut > period.first && s->first > period.first) {
        const ot_period before = {s->first - s->step, s->step};
        return no_projection(period, before,
                             "has a hole in its known part:", err);
    }
    return OT_OK;
}

// Back from end to the first value, or to a hole too long to be filled.
static size_t find_begin(const ot_series *s, size_t end)
{
    const size_t most = (size_t)(12 / s->step) / 4;
    size_t begin = end, hole = 0;

    for (size_t i = end; i > 0 && hole <= most; i--) {
        if (isnan(s->y[i - 1])) {
            hole++;
        } else {
            hole = 0;
            begin = i - 1;
        }
    }
    return begin;
}

// ---- holes -----------------------------------------------------------------

static size_t holes(const double y[], size_t n)
{
    size_t count = 0;

    for (size_t i = 0; i < n; i++) {
        count += isnan(y[i]) ? 1 : 0;
    }
    return count;
}

static bool none_below_zero(const double y[], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (y[i] < 0) {
            return false;
        }
    }
    return true;
}

static ot_status fill(ot__shape *w, ot_error *err)
{
    const size_t n = w->n;
    const bool positive = none_below_zero(w->y, n);
    double *work = malloc(ot__interpolate_work(n, w->season) * sizeof *work);

    w->owned = malloc(2 * n * sizeof *w->owned);
    if (w->owned == NULL || work == NULL) {
        free(work);
        ot__shape_free(w);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection");
    }
    double *y = w->owned, *half = w->owned + n;
    memcpy(y, w->y, n * sizeof *y);
    ot__interpolate(y, n, w->season, work);
    free(work);
    for (size_t i = 0; i < n; i++) {
        y[i] = positive ? fmax(y[i], 0) : y[i];
        half[i] = isnan(w->y[i]) ? 0 : w->half[i];
    }
    w->y = y;
    w->half = half;
    return OT_OK;
}

// ---- the shape -------------------------------------------------------------

ot_status ot__shape_of(const ot_series *s, ot_period period, ot__shape *shape,
                       ot_error *err)
{
    size_t end = s->n;
    ot_status status = check_period(s, period, err);

    *shape = (ot__shape){.owned = NULL};
    while (end > 0 && isnan(s->y[end - 1])) {
        end--;
    }
    if (status == OT_OK && end == 0) {
        status = ot_fail(err, OT_E_DATA, NULL, "no value is known");
    }
    if (status == OT_OK) {
        status = check_cut(s, period, end, err);
    }
    if (status != OT_OK) {
        return status;
    }
    const size_t begin = find_begin(s, end);
    const int32_t first = s->first + s->step * (int32_t)begin;
    const int32_t cut = s->first + s->step * (int32_t)end;
    const int32_t known = cut > period.first ? cut - period.first : 0;
    const int32_t gap = cut < period.first ? period.first - cut : 0;
    const int32_t phase = ((first - period.first) % 12 + 12) % 12;
    *shape = (ot__shape){
        .y = s->y + begin,
        .half = s->half + begin,
        .n = end - begin,
        .season = (size_t)(12 / s->step),
        .phase = (size_t)(phase / s->step),
        .length = (size_t)(period.months / s->step),
        .known = (size_t)(known / s->step),
        .gap = (size_t)(gap / s->step),
        .period = period,
        .first = first,
        .filled = holes(s->y + begin, end - begin),
    };
    return shape->filled > 0 ? fill(shape, err) : OT_OK;
}

void ot__shape_free(ot__shape *shape)
{
    free(shape->owned);
    shape->owned = NULL;
}
