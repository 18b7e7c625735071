// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of one series as each of its releases told it.
#include <math.h>
#include <string.h>

#include "outturn/picture_revisions.h"
#include "plot/scale.h"
#include "report/picture.h"

#define STEPS 24 // shown, where no period is asked for
#define NAMED 4  // lines that are not in the background

// What is drawn, over the same steps of all releases.
typedef struct telling {
    ot_making m;
    const ot_view *view;
    ot_period range;
    int32_t step;
    ot_period revised; // the period that was revised most; months 0: none was
    double was, is;
} telling;

static ot_period shown(const ot_view *view, const ot_picture_options *o,
                       int32_t step)
{
    const ot_period span = ot_view_span(view);
    const int32_t most = STEPS * step;

    if (o->period.months > 0) {
        return o->period;
    }
    return span.months <= most
               ? span
               : ot_period_range(ot_period_last(span) - most + 1,
                                 ot_period_last(span));
}

static void say_release(ot_buf *b, ot_day day)
{
    char words[64];

    ot__buf_clear(b);
    if (ot_day_ends_month(day)) {
        ot__buf_text(b,
                     ot_period_short((ot_period){ot_day_month(day), 1}, words));
    } else {
        ot__buf_text(b, ot_day_words(day, words));
    }
}

static void compare(telling *t, const ot_chart_line *first,
                    const ot_chart_line *last)
{
    for (size_t i = 0; i < first->n && i < last->n; i++) {
        const double was = first->y[i], is = last->y[i];
        if (fabs(is - was) > fabs(t->is - t->was)) {
            t->was = was;
            t->is = is;
            t->revised =
                (ot_period){first->first + (int32_t)i * t->step, t->step};
        }
    }
}

static ot_line_style style_of(size_t later)
{
    return later == 0      ? OT_LINE_BOLD
           : later < NAMED ? OT_LINE_PLAIN
                           : OT_LINE_MUTED;
}

// The line of one release; none where nothing was known then.
static ot_status add_release(telling *t, ot_day day, size_t later,
                             ot_error *err)
{
    ot_picture *p = t->m.picture;
    ot_view *then = NULL;
    ot_series *s = NULL;
    ot_buf name = {0};
    ot_error none = {0};
    ot_status status = ot_view_as_of(t->view, day, &then, &none);

    if (status == OT_E_DATA) {
        return OT_OK;
    }
    if (status == OT_OK) {
        status = ot_view_series(then, t->step, t->range,
                                t->m.options->year_start, &s, err);
    }
    if (status == OT_OK && s->n > 0) {
        memcpy(ot__picture_next(p), s->y, s->n * sizeof *s->y);
        say_release(&name, day);
        ot__picture_add(p, ot__buf_cstr(&name), s->first, t->step, s->n,
                        style_of(later));
        p->label.failed = p->label.failed || name.failed;
    }
    ot__buf_free(&name);
    ot_series_free(s);
    ot_view_free(then);
    return status;
}

// "Armenia–Russia exports: Aug 2024 revised from USD 275 m to USD 319 m"
static void titles(telling *t)
{
    ot_picture *p = t->m.picture;
    ot_buf *b = &p->headline;
    char words[64];

    ot__say_pair(b, t->m.panel, t->view);
    ot__buf_char(b, ' ');
    ot__say_flow(b, ot_view_flow(t->view));
    ot__say_goods(b, t->view);
    if (t->revised.months > 0) {
        ot__buf_text(b, ": ");
        ot__say_typeset(b, ot_period_short(t->revised, words));
        ot__buf_text(b, " revised from ");
        ot__say_amount(b, t->was, p->chart.unit);
        ot__buf_text(b, " to ");
        ot__say_amount(b, t->is, p->chart.unit);
    } else {
        ot__buf_text(b, ": no figure was revised");
    }
    ot__say_measure(&p->subtitle, t->view, NULL, ot__say_each(t->step));
    ot__buf_text(&p->subtitle, " by release, ");
    ot__say_unit(&p->subtitle, t->view);
    ot__buf_text(&p->subtitle, ", ");
    ot__say_typeset(&p->subtitle, ot_period_words(t->range, words));
    ot__say_data(&p->note, ot_period_last(ot_view_span(t->view)),
                 ot_view_release(t->view));
    ot__say_conversion(&p->note, t->view);
    ot__say_files(&p->source, t->m.panel);
}

static bool known(const ot_picture *p)
{
    bool some = false;

    for (size_t i = 0; i < p->lines; i++) {
        for (size_t k = 0; k < p->line[i].n; k++) {
            some = some || isfinite(p->line[i].y[k]);
        }
    }
    return some;
}

static ot_status fill(telling *t, const ot_day release[], size_t n,
                      ot_error *err)
{
    ot_picture *p = t->m.picture;
    ot_status status =
        ot__picture_reserve(p, n, (size_t)(t->range.months / t->step) + 2, err);

    for (size_t i = 0; i < n && status == OT_OK; i++) {
        status = add_release(t, release[i], n - 1 - i, err);
    }
    if (status != OT_OK) {
        return status;
    }
    if (!known(p)) {
        return ot_fail(err, OT_E_DATA, NULL, "no known value to draw");
    }
    for (size_t i = 0; i + 1 < p->lines; i++) {
        compare(t, &p->line[i], &p->line[p->lines - 1]);
    }
    p->chart.unit = ot_view_unit(t->view);
    p->chart.date = ot_view_release(t->view);
    titles(t);
    return ot__picture_finish(p, t->m.options, err);
}

ot_status ot_picture_of_releases(const ot_panel *panel, const ot_view *view,
                                 const ot_day release[], size_t n,
                                 const ot_picture_options *options,
                                 ot_picture **picture, ot_error *err)
{
    const int32_t own = ot_view_step(view);
    telling t = {.m = {.panel = panel,
                       .options = options,
                       .picture = ot__picture_new(ot_chart_kind_find("line"))},
                 .view = view,
                 .step = options->step > own ? options->step : own};

    if (t.m.picture == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a picture");
    }
    t.step = t.step > 0 ? t.step : 1;
    t.range = shown(view, options, t.step);
    const ot_status status = fill(&t, release, n, err);
    if (status == OT_OK) {
        *picture = t.m.picture;
    } else {
        ot_picture_free(t.m.picture);
    }
    return status;
}
