// SPDX-License-Identifier: GPL-3.0-or-later
// revisions.c - two releases of the same series, figure by figure.

#include "outturn/revisions.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *ot_revised_name(ot_revised kind)
{
    static const char *const names[OT_REVISED_KINDS] = {
        "changed", "appeared", "vanished", "same", "added", "stands",
    };

    assert(kind < OT_REVISED_KINDS);
    return names[kind];
}

// ---- one figure ------------------------------------------------------------

// Published: a month without a row, which counts as 0, is not.
static bool is_published(const ot_value *v)
{
    return !isnan(v->y) && v->state != OT_ABSENT;
}

static ot_revised kind_of(const ot_value *a, const ot_value *b)
{
    if (is_published(a) != is_published(b)) {
        return is_published(a) ? OT_REVISED_VANISHED : OT_REVISED_APPEARED;
    }
    // Two figures of one precision differ by a whole unit, twice a half, or not
    // at all.
    return !isnan(a->y) && !isnan(b->y) &&
                   fabs(b->y - a->y) > fmax(a->half, b->half)
               ? OT_REVISED_CHANGED
               : OT_REVISED_SAME;
}

ot_revision ot_revision_of(const ot_view *before, const ot_view *after,
                           ot_period period)
{
    ot_revision r = {
        .period = period,
        .before = ot_view_value(before, period),
        .after = ot_view_value(after, period),
        .change = NAN,
        .change_range = ot_interval_none(),
        .of_to_date = NAN,
        .of_year = NAN,
        .of_to_date_range = ot_interval_none(),
        .of_year_range = ot_interval_none(),
    };
    const ot_interval was = ot_value_interval(r.before);

    r.kind = kind_of(&r.before, &r.after);
    r.difference = r.after.y - r.before.y;
    r.difference_range = isnan(r.difference)
                             ? ot_interval_none()
                             : ot_interval_sub(ot_value_interval(r.after), was);
    if (!isnan(r.difference) && r.before.y > 0) {
        r.change = r.difference / r.before.y;
        r.change_range = ot_interval_shift(
            ot_interval_div(ot_value_interval(r.after), was), -1);
    }
    return r;
}

// ---- what it does to its year ----------------------------------------------

static double part_of(const ot_revision *r, const ot_view *before,
                      ot_period period, ot_interval *range)
{
    const ot_value whole = ot_view_value(before, period);

    if (isnan(r->difference) || !(whole.y > 0)) {
        return NAN;
    }
    *range = ot_interval_div(r->difference_range, ot_value_interval(whole));
    return r->difference / whole.y;
}

static void find_effects(ot_revision *r, const ot_view *before, int32_t last,
                         int year_start)
{
    r->year = ot_period_year_of(r->period.first, year_start);
    const int32_t end = ot_period_last(r->year);
    r->to_date = ot_period_range(r->year.first, end < last ? end : last);
    if (ot_period_contains(r->to_date, r->period)) {
        r->of_to_date = part_of(r, before, r->to_date, &r->of_to_date_range);
    }
    if (ot_period_contains(r->year, r->period)) {
        r->of_year = part_of(r, before, r->year, &r->of_year_range);
    }
}

// ---- one series ------------------------------------------------------------

static ot_period joined(ot_period a, ot_period b)
{
    if (a.months == 0 || b.months == 0) {
        return a.months == 0 ? b : a;
    }
    const int32_t first = a.first < b.first ? a.first : b.first;
    const int32_t last = ot_period_last(a) > ot_period_last(b)
                             ? ot_period_last(a)
                             : ot_period_last(b);
    return ot_period_range(first, last);
}

// Two releases of a series, and what is compared of them.
typedef struct pair {
    const ot_view *before, *after;
    ot_period all;    // whole steps over the months of both
    ot_period window; // months of which the newest release has figures; months
                      // 0: it is not known to be another one
    int32_t step;
    int32_t last; // month known in both
} pair;

// Whole steps, counted from the start of the year.
static ot_period whole_steps(ot_period p, int32_t step, int year_start)
{
    const int32_t from = ot_period_year_of(p.first, year_start).first;
    const int32_t first = p.first - (p.first - from) % step;
    const int32_t steps = (ot_period_last(p) - first) / step + 1;

    return (ot_period){first, steps * step};
}

static void find_window(pair *p)
{
    const ot_day newest = ot_view_release(p->after);

    if (newest == OT_DAY_NONE || newest == ot_view_release(p->before)) {
        return;
    }
    for (int32_t i = 0; i < p->all.months; i += p->step) {
        const ot_period here = {p->all.first + i, p->step};
        if (ot_view_value(p->after, here).release == newest) {
            p->window = joined(p->window, here);
        }
    }
}

static pair pair_of(const ot_view *before, const ot_view *after,
                    const ot_revising *how)
{
    const int32_t a = ot_view_step(before), b = ot_view_step(after);
    const ot_period x = ot_view_span(before), y = ot_view_span(after);
    pair p = {.before = before, .after = after, .step = a > b ? a : b};

    p.step = how->step > p.step ? how->step : p.step;
    p.all = whole_steps(joined(x, y), p.step, how->year_start);
    p.last = ot_period_last(x) < ot_period_last(y) ? ot_period_last(x)
                                                   : ot_period_last(y);
    find_window(&p);
    return p;
}

static ot_revision compare(const pair *p, ot_period period)
{
    ot_revision r = ot_revision_of(p->before, p->after, period);
    const bool known = is_published(&r.after);

    if (known && !ot_period_contains(ot_view_span(p->before), period)) {
        r.kind = OT_REVISED_ADDED;
    } else if (known && r.kind == OT_REVISED_SAME &&
               ot_period_contains(p->window, period) &&
               r.after.release < ot_view_release(p->after)) {
        r.kind = OT_REVISED_STANDS;
    }
    return r;
}

// Whether either had a figure at all: a month that neither knows is none.
static bool is_figure(const ot_revision *r)
{
    return is_published(&r->before) || is_published(&r->after);
}

static ot_status keep(ot_revisions *to, size_t *room, const ot_revision *r,
                      ot_error *err)
{
    if (to->n == *room) {
        const size_t more = *room > 0 ? 2 * *room : 64;
        ot_revision *at = realloc(to->at, more * sizeof *at);
        if (at == NULL) {
            return ot_fail(err, OT_E_MEMORY, NULL, "no memory for revisions");
        }
        to->at = at;
        *room = more;
    }
    to->at[to->n++] = *r;
    return OT_OK;
}

static bool is_wanted(const ot_revising *how, ot_period p)
{
    bool inside = how->n == 0;

    for (size_t i = 0; i < how->n && !inside; i++) {
        inside = ot_period_contains(how->within[i], p);
    }
    return inside;
}

static ot_status add_series(ot_revisions *to, size_t *room, size_t series,
                            const pair *p, const ot_revising *how,
                            ot_error *err)
{
    ot_status status = OT_OK;

    for (int32_t i = 0; i < p->all.months && status == OT_OK; i += p->step) {
        const ot_period here = {p->all.first + i, p->step};
        if (!is_wanted(how, here)) {
            continue;
        }
        ot_revision r = compare(p, here);
        r.series = series;
        if (!is_figure(&r)) {
            continue;
        }
        to->count[r.kind]++;
        if (r.kind == OT_REVISED_ADDED) {
            to->added = joined(to->added, here);
        } else if (r.kind == OT_REVISED_STANDS) {
            to->standing = joined(to->standing, here);
        } else if (r.kind != OT_REVISED_SAME) {
            find_effects(&r, p->before, p->last, how->year_start);
            status = keep(to, room, &r, err);
        }
    }
    return status;
}

// ---- all of them -----------------------------------------------------------

static int compare_sizes(const void *left, const void *right)
{
    const ot_revision *a = left, *b = right;
    const double x = isnan(a->difference) ? -1 : fabs(a->difference);
    const double y = isnan(b->difference) ? -1 : fabs(b->difference);

    if (x != y) {
        return x > y ? -1 : 1;
    }
    if (a->series != b->series) {
        return a->series < b->series ? -1 : 1;
    }
    return (a->period.first > b->period.first) -
           (a->period.first < b->period.first);
}

static ot_status check_units(const ot_view *before, const ot_view *after,
                             ot_error *err)
{
    const ot_unit a = ot_view_unit(before), b = ot_view_unit(after);

    return strcmp(a.code, b.code) == 0
               ? OT_OK
               : ot_fail(err, OT_E_DATA, NULL,
                         "the older figures are in %s, the newer in %s: say "
                         "which with --in, or convert them with --rates",
                         a.code, b.code);
}

static ot_status fill(ot_view *const before[], ot_view *const after[], size_t n,
                      const ot_revising *how, ot_revisions *to, ot_error *err)
{
    size_t room = 0;
    ot_status status = OT_OK;

    to->last = INT32_MIN;
    for (size_t i = 0; i < n && status == OT_OK; i++) {
        status = check_units(before[i], after[i], err);
        if (status == OT_OK) {
            const pair p = pair_of(before[i], after[i], how);
            to->last = p.last > to->last ? p.last : to->last;
            status = add_series(to, &room, i, &p, how, err);
        }
    }
    if (status == OT_OK && to->n > 0) {
        qsort(to->at, to->n, sizeof *to->at, compare_sizes);
    }
    return status;
}

ot_status ot_revisions_new(ot_view *const before[], ot_view *const after[],
                           size_t n, const ot_revising *how,
                           ot_revisions **revisions, ot_error *err)
{
    ot_revisions *r = calloc(1, sizeof *r);

    if (r == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for revisions");
    }
    const ot_status status = fill(before, after, n, how, r, err);
    if (status != OT_OK) {
        ot_revisions_free(r);
        return status;
    }
    *revisions = r;
    return OT_OK;
}

void ot_revisions_free(ot_revisions *revisions)
{
    if (revisions != NULL) {
        free(revisions->at);
        free(revisions);
    }
}
