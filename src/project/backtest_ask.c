// SPDX-License-Identifier: GPL-3.0-or-later
// backtest_ask.c - which questions past periods allow, with what was known
// then.

#include "project/backtest.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "data/view.h"
#include "project/landing.h"
#include "project/method.h"

// cut[0]: some cut-offs are asked for, others are not.
static bool wants_cut(const ot_backtest *b, size_t m)
{
    return !b->options.cut[0] || b->options.cut[m];
}

// ---- what is kept ----------------------------------------------------------

static ot_status no_memory(ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a backtest");
}

// Without roundings, which are not looked at.
static ot_series *copy_of(const ot_series *s)
{
    ot_series *copy = calloc(1, sizeof *copy);

    if (copy == NULL) {
        return NULL;
    }
    *copy = (ot_series){
        .first = s->first, .step = s->step, .n = s->n, .unit = s->unit};
    copy->y = malloc((s->n + 1) * sizeof *copy->y);
    copy->half = calloc(s->n + 1, sizeof *copy->half);
    if (copy->y == NULL || copy->half == NULL) {
        ot_series_free(copy);
        return NULL;
    }
    memcpy(copy->y, s->y, s->n * sizeof *copy->y);
    return copy;
}

// Keeps a series, once; *number is where, SIZE_MAX before.
static ot_status keep_past(ot_backtest *b, const ot_series *s, size_t *number,
                           ot_error *err)
{
    if (*number != SIZE_MAX) {
        return OT_OK;
    }
    ot_series **past = realloc(b->past, (b->pasts + 1) * sizeof(ot_series *));
    if (past == NULL) {
        return no_memory(err);
    }
    b->past = past;
    past[b->pasts] = copy_of(s);
    if (past[b->pasts] == NULL) {
        return no_memory(err);
    }
    *number = b->pasts++;
    return OT_OK;
}

// ---- the questions of a series ---------------------------------------------

// A series as it is known now and as it was; one of its periods.
typedef struct finder {
    ot_backtest *b;
    const ot_series *newest;
    const ot_series *const *known;
    const ot_day *release;
    size_t releases;
    size_t *kept; // where each of known[], or the newest, is kept
    ot_period period;
    size_t length;
    double outcome;
} finder;

// How many of the period's first values a series has.
static size_t known_of(const ot_series *s, ot_period period)
{
    size_t n = 0;

    if (period.first < s->first) {
        return 0;
    }
    size_t i = (size_t)((period.first - s->first) / s->step);
    while (n < (size_t)(period.months / s->step) && i < s->n &&
           !isnan(s->y[i])) {
        i++;
        n++;
    }
    return n;
}

static double total_of(const ot_series *s, ot_period period)
{
    return ot__sum(s->y + (period.first - s->first) / s->step,
                   (size_t)(period.months / s->step));
}

// The error of saying the total of the year before, over the years before the
// period; NaN with less than two of them.
static double scale_of(const ot__shape *w, size_t years)
{
    const double *period = w->y + w->n - w->known;
    double sum = 0;

    for (size_t i = 1; i < years; i++) {
        const double last = ot__sum(period - i * w->season, w->length);
        const double before = ot__sum(period - (i + 1) * w->season, w->length);
        sum += fabs(last - before);
    }
    return years > 1 ? sum / (double)(years - 1) : NAN;
}

static ot_status add_question(finder *f, size_t m, const ot_series *s,
                              size_t *kept, ot_day release, ot_error *err)
{
    ot_backtest *b = f->b;
    ot_series past = *s;
    ot__shape w;

    past.n = (size_t)((f->period.first - s->first) / s->step) + m;
    ot_status status = ot__shape_of(&past, f->period, &w, err);
    if (status != OT_OK) {
        return status;
    }
    const size_t years = w.n < m ? 0 : (w.n - m) / w.season;
    const bool enough = years >= b->options.years_least;
    const double scale = enough ? scale_of(&w, years) : NAN;
    ot__shape_free(&w);
    if (!enough) {
        return OT_OK;
    }
    status = keep_past(b, s, kept, err);
    if (status != OT_OK) {
        return status;
    }
    ot__asked *asked = realloc(b->asked, (b->questions + 1) * sizeof *b->asked);
    if (asked == NULL) {
        return no_memory(err);
    }
    b->asked = asked;
    asked[b->questions++] = (ot__asked){
        .q = {.series = b->series,
              .period = f->period,
              .known = m,
              .release = release,
              .years = years,
              .outcome = f->outcome,
              .scale = scale},
        .past = *kept,
        .n = past.n,
    };
    return OT_OK;
}

// The first release in which exactly m values of the period are known.
static ot_status ask_release(finder *f, size_t m, ot_error *err)
{
    for (size_t k = 0; k < f->releases; k++) {
        if (known_of(f->known[k], f->period) == m) {
            return add_question(f, m, f->known[k], &f->kept[k], f->release[k],
                                err);
        }
    }
    return OT_OK;
}

static ot_status ask_period(finder *f, ot_error *err)
{
    ot_backtest *b = f->b;
    ot_status status = OT_OK;

    if (known_of(f->newest, f->period) < f->length) {
        return OT_OK;
    }
    f->outcome = total_of(f->newest, f->period);
    if (!(f->outcome > 0)) {
        b->not_positive++;
        return OT_OK;
    }
    for (size_t m = 1; m < f->length && status == OT_OK; m++) {
        if (wants_cut(b, m)) {
            status = f->releases > 0 ? ask_release(f, m, err)
                                     : add_question(f, m, f->newest, f->kept,
                                                    OT_DAY_NONE, err);
        }
    }
    return status;
}

static ot_status check(const ot_backtest *b, const ot_series *s, ot_error *err)
{
    const int32_t months = b->options.months;

    if (s->step < 1 || s->step >= months || months % s->step != 0) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "figures by %d months leave no cut-off in a period of "
                       "%d: no part of one is known before the whole",
                       (int)s->step, (int)months);
    }
    if (b->step > 0 && b->step != s->step) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "figures by %d and by %d months cannot be taken "
                       "together: select one kind",
                       (int)b->step, (int)s->step);
    }
    return OT_OK;
}

static ot_status ask_periods(finder *f, ot_error *err)
{
    const ot_backtest_options *o = &f->b->options;
    const ot_series *s = f->newest;
    const int32_t end = s->first + (int32_t)s->n * s->step;
    ot_period p = {ot_period_year_of(s->first, o->year_start).first, o->months};
    ot_status status = OT_OK;

    f->length = (size_t)(o->months / s->step);
    for (; p.first + p.months <= end && status == OT_OK;
         p = ot_period_shift(p, p.months)) {
        if (p.first >= s->first &&
            (o->range.months == 0 || ot_period_contains(o->range, p))) {
            f->period = p;
            status = ask_period(f, err);
        }
    }
    return status;
}

ot_status ot_backtest_add(ot_backtest *b, const ot_series *newest,
                          const ot_series *const known[],
                          const ot_day release[], size_t releases,
                          ot_error *err)
{
    finder f = {.b = b,
                .newest = newest,
                .known = known,
                .release = release,
                .releases = b->options.final_figures ? 0 : releases};
    ot_status status = check(b, newest, err);

    assert(b->answer == NULL);
    if (status != OT_OK) {
        return status;
    }
    f.kept = malloc((f.releases + 1) * sizeof *f.kept);
    if (f.kept == NULL) {
        return no_memory(err);
    }
    for (size_t k = 0; k <= f.releases; k++) {
        f.kept[k] = SIZE_MAX;
    }
    status = ask_periods(&f, err);
    free(f.kept);
    b->series += status == OT_OK;
    b->step = newest->step;
    return status;
}

// ---- the questions of a selection ------------------------------------------

// Its series as of each release.
typedef struct releases {
    ot_series **known;
    ot_day *day;
    size_t n;
} releases;

static ot_status add_release(releases *r, const ot_view *view, ot_day day,
                             int32_t step, int year_start, ot_error *err)
{
    ot_view *then = NULL;
    const ot_status selected = ot_view_as_of(view, day, &then, NULL);

    if (selected != OT_OK) { // nothing was published by then
        return selected == OT_E_MEMORY ? no_memory(err) : OT_OK;
    }
    const ot_status status = ot_view_series(then, step, (ot_period){0, 0},
                                            year_start, &r->known[r->n], NULL);
    ot_view_free(then);
    if (status == OT_OK) {
        r->day[r->n++] = day;
    }
    return status == OT_E_MEMORY ? no_memory(err) : OT_OK;
}

static ot_status find_releases(const ot_backtest *b, const ot_view *view,
                               releases *r, ot_error *err)
{
    const ot_day newest = ot_view_release(view);
    const size_t most = ot_panel_releases(view->panel);
    ot_status status = OT_OK;

    r->known = calloc(most + 1, sizeof(ot_series *));
    r->day = calloc(most + 1, sizeof *r->day);
    if (r->known == NULL || r->day == NULL) {
        return no_memory(err);
    }
    for (size_t i = 0; i < most && status == OT_OK; i++) {
        const ot_day day = ot_panel_release(view->panel, i);
        if (!b->options.final_figures && day <= newest) {
            status = add_release(r, view, day, ot_view_step(view),
                                 b->options.year_start, err);
        }
    }
    return status;
}

ot_status ot_backtest_add_view(ot_backtest *b, const ot_view *view,
                               ot_error *err)
{
    releases r = {.n = 0};
    ot_series *newest = NULL;
    ot_status status =
        ot_view_series(view, ot_view_step(view), (ot_period){0, 0},
                       b->options.year_start, &newest, err);

    if (status == OT_OK) {
        status = find_releases(b, view, &r, err);
    }
    if (status == OT_OK) {
        status = ot_backtest_add(b, newest, (const ot_series *const *)r.known,
                                 r.day, r.n, err);
    }
    for (size_t i = 0; i < r.n; i++) {
        ot_series_free(r.known[i]);
    }
    free(r.known);
    free(r.day);
    ot_series_free(newest);
    return status;
}
