// SPDX-License-Identifier: GPL-3.0-or-later
// contribution: what each partner adds to the growth of all.
#include <math.h>
#include <stdio.h>

#include "report/parts.h"

#define YEAR   12
#define STACKS 6 // parts, besides the rest

// What a change of one part is of the whole of a year before, in points.
static double points(double now, double was, double base)
{
    return base > 0 ? 100 * (now - was) / base : NAN;
}

// Each part is measured by the sum of all.
static unsigned flags_of_all(const ot_making *m, ot_period now)
{
    unsigned flags = 0;

    for (size_t i = 0; i < m->views; i++) {
        const ot_value v = ot_view_value(m->view[i], now);
        flags |= ot_value_flags(&v);
    }
    return flags;
}

// One line of contributions: of the views order[from ... to - 1], or of what
// they leave of all (muted), or of all (bold).
static void add_part(const ot_making *m, ot_period range, int32_t step,
                     const char *label, const size_t order[], size_t from,
                     size_t to, ot_line_style style)
{
    ot_picture *p = m->picture;
    double *y = ot__picture_next(p);
    const size_t n = (size_t)(range.months / step);

    for (size_t i = 0; i < n; i++) {
        const ot_period now = {range.first + (int32_t)i * step, step};
        const ot_period was = ot_period_year_before(now);
        double whole, base, rest, part = 0, before = 0;
        ot__parts_whole(m, now, &whole, &rest);
        ot__parts_whole(m, was, &base, &rest);
        for (size_t k = from; k < to; k++) {
            const double a = ot__parts_value(m->view[order[k]], now);
            const double b = ot__parts_value(m->view[order[k]], was);
            part += isfinite(a) ? a : 0;
            before += isfinite(b) ? b : 0;
        }
        y[i] = style == OT_LINE_BOLD ? points(whole, base, base)
               : style == OT_LINE_MUTED
                   ? points(whole - part, base - before, base)
                   : points(part, before, base);
        ot__picture_fact(p, i, isfinite(y[i]) ? OT_REPORTED : OT_MISSING,
                         flags_of_all(m, now), 0);
    }
    ot__picture_add(p, label, range.first, step, n, style);
}

// What each view adds over all steps, whatever its sign, in points: a part that
// is large in one year and not in the last is as worth a name.
static void weigh(const ot_making *m, ot_period range, int32_t step,
                  double weight[])
{
    for (size_t i = 0; i < m->views; i++) {
        weight[i] = 0;
    }
    for (int32_t at = 0; at + step <= range.months; at += step) {
        const ot_period now = {range.first + at, step};
        const ot_period was = ot_period_year_before(now);
        double base, rest;
        ot__parts_whole(m, was, &base, &rest);
        for (size_t i = 0; i < m->views; i++) {
            const double a = ot__parts_value(m->view[i], now);
            const double b = ot__parts_value(m->view[i], was);
            const double own =
                points(isfinite(a) ? a : 0, isfinite(b) ? b : 0, base);
            weight[i] += isfinite(own) ? fabs(own) : 0;
        }
    }
}

// The views that are named, the weightiest first; `mover` is one of them, as
// the headline speaks of it. Returns how many.
static size_t choose(const ot_making *m, ot_period range, int32_t step,
                     size_t mover, size_t order[])
{
    const size_t named = m->views <= STACKS ? m->views : STACKS;
    double weight[OT_PARTS_MOST];
    size_t at = 0;

    weigh(m, range, step, weight);
    for (size_t i = 0; i < m->views; i++) {
        size_t k = i;
        for (; k > 0 && weight[order[k - 1]] < weight[i]; k--) {
            order[k] = order[k - 1];
        }
        order[k] = i;
    }
    while (at < m->views && order[at] != mover) {
        at++;
    }
    if (at >= named && at < m->views) {
        order[at] = order[named - 1];
        order[named - 1] = mover;
    }
    return named;
}

static ot_status add_parts(const ot_making *m, ot_period range, int32_t step,
                           size_t mover, ot_error *err)
{
    ot_picture *p = m->picture;
    size_t order[OT_PARTS_MOST] = {0};
    const size_t named = choose(m, range, step, mover, order);
    const size_t n = (size_t)(range.months / step);
    const ot_status status = ot__picture_reserve(p, STACKS + 2, n, err);

    if (status != OT_OK) {
        return status;
    }
    for (size_t k = 0; k < named; k++) {
        add_part(m, range, step, ot__parts_name(m, order[k]), order, k, k + 1,
                 OT_LINE_PLAIN);
    }
    if (named < m->views || m->options->whole != NULL) {
        char others[40];
        snprintf(others, sizeof others, "%zu others", m->views - named);
        add_part(m, range, step, m->options->whole != NULL ? "Others" : others,
                 order, 0, named, OT_LINE_MUTED);
    }
    add_part(m, range, step, "All", order, 0, 0, OT_LINE_BOLD);
    return OT_OK;
}

// "US imports 2024: +6.2 %; Mexico adds 1.1 points"
static void contribution_titles(const ot_making *m, const ot_parts *s,
                                ot_period range, size_t first)
{
    ot_picture *p = m->picture;
    char words[64], number[OT_NUMBER_SIZE];
    const double own =
        points(ot__parts_value(m->view[first], s->now),
               ot__parts_value(m->view[first], s->was), s->whole_was);

    ot__parts_say(m);
    ot__say_moved(&p->headline, s->now, s->whole, s->whole_was);
    if (isfinite(own)) {
        ot__buf_format(&p->headline, "; %s %s %s points",
                       ot__parts_name(m, first), own < 0 ? "takes" : "adds",
                       ot__fixed(number, fabs(own), 1));
    }
    ot__say_measure(&p->subtitle, m->view[0], NULL, "");
    ot__buf_text(&p->subtitle,
                 " by partner, contributions to growth on a year before, "
                 "percentage points, ");
    ot__say_typeset(&p->subtitle, ot_period_words(range, words));
    p->about = s->now;
    ot__say_data(&p->note, ot_period_last(s->now), ot_view_release(m->view[0]));
}

ot_status ot__picture_contribution(const ot_making *m, ot_error *err)
{
    const int32_t step = m->options->step > 0 ? m->options->step : YEAR;
    ot_picture_options whole_span = *m->options;
    ot_making all = *m;
    ot_period range = m->options->period;
    size_t order[OT_PARTS_MOST] = {0};
    ot_parts s;

    whole_span.period = (ot_period){0, 0};
    all.options = &whole_span;
    if (range.months == 0) {
        const ot_period span = ot__picture_range(m, step);
        const ot_period first = ot_period_year_of(span.first + YEAR + YEAR - 1,
                                                  m->options->year_start);
        range =
            (ot_period){first.first, span.first + span.months - first.first};
    }
    range.months -= range.months > 0 ? range.months % step : 0;
    if (range.months < step) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "contributions need more than a year of figures");
    }
    // Titles are of the last step.
    whole_span.period = (ot_period){range.first + range.months - step, step};
    ot_status status = ot__parts_new(&all, &s, err);
    if (status == OT_OK) {
        ot__parts_by_change(m, &s, order);
        status = add_parts(m, range, step, order[0], err);
    }
    if (status == OT_OK) {
        m->picture->chart.unit = (ot_unit){"pp", 0, OT_DIM_POINTS};
        contribution_titles(m, &s, range, order[0]);
    }
    return status;
}
