// SPDX-License-Identifier: GPL-3.0-or-later
// line: selections over time, one line each.
#include "report/picture.h"

#include <math.h>
#include <string.h>

// The months all views are shown over: those asked for, else from the first to
// the last month that any of them knows, in whole steps.
static ot_period shown(const ot_making *m)
{
    ot_period range = m->options->period;

    for (size_t i = 0; i < m->views && m->options->period.months == 0; i++) {
        const ot_period span = ot_view_span(m->view[i]);
        if (span.months > 0 && range.months > 0) {
            const int32_t a = ot_period_last(range), b = ot_period_last(span);
            range = ot_period_range(range.first < span.first ? range.first
                                                             : span.first,
                                    a > b ? a : b);
        } else if (span.months > 0) {
            range = span;
        }
    }
    return range;
}

int32_t ot__picture_step(const ot_making *m)
{
    int32_t step = m->options->step;

    for (size_t i = 0; i < m->views && m->options->step == 0; i++) {
        const int32_t own = ot_view_step(m->view[i]);
        step = own > step ? own : step;
    }
    return step > 0 ? step : 1;
}

static bool any_known(const ot_making *m, ot_period period)
{
    for (size_t i = 0; i < m->views; i++) {
        if (isfinite(ot_view_value(m->view[i], period).y)) {
            return true;
        }
    }
    return false;
}

// The months shown, without the steps at their ends that no view knows (before
// the first exchange rate, for one), unless it was asked for.
ot_period ot__picture_range(const ot_making *m, int32_t step)
{
    const ot_period range = shown(m);
    ot_period r = range;

    if (m->options->period.months > 0) {
        return range;
    }
    while (r.months > step && !any_known(m, (ot_period){r.first, step})) {
        r = (ot_period){r.first + step, r.months - step};
    }
    while (r.months > step &&
           !any_known(m, (ot_period){r.first + r.months - step, step})) {
        r.months -= step;
    }
    return r.months > step ? r : range;
}

static bool partners_differ(const ot_making *m)
{
    for (size_t i = 1; i < m->views; i++) {
        if (ot_view_partner(m->view[i]) != ot_view_partner(m->view[0])) {
            return true;
        }
    }
    return false;
}

static bool flows_differ(const ot_making *m)
{
    for (size_t i = 1; i < m->views; i++) {
        if (ot_view_flow(m->view[i]) != ot_view_flow(m->view[0])) {
            return true;
        }
    }
    return false;
}

// What tells a view from the others.
void ot__say_view(const ot_making *m, size_t i, ot_buf *name)
{
    const ot_view *view = m->view[i];

    ot__buf_clear(name);
    if (partners_differ(m)) {
        ot__buf_text(name, ot_panel_area_name(m->panel, ot_view_partner(view)));
    }
    if (flows_differ(m) || !partners_differ(m)) {
        ot_buf flow = {0};
        ot__say_flow(&flow, ot_view_flow(view));
        ot__buf_text(name, name->n > 0 ? ", " : "");
        if (name->n > 0) {
            ot__buf_text(name, ot__buf_cstr(&flow));
        } else {
            ot__say_capital(name, ot__buf_cstr(&flow));
        }
        name->failed = name->failed || flow.failed;
        ot__buf_free(&flow);
    }
}

static ot_status add_view(const ot_making *m, size_t i, ot_period range,
                          int32_t step, ot_buf *name, ot_error *err)
{
    ot_picture *p = m->picture;
    ot_series *series;
    const ot_status status = ot_view_series(
        m->view[i], step, range, m->options->year_start, &series, err);

    if (status != OT_OK) {
        return status;
    }
    if (series->n > 0) {
        const size_t n = series->n;
        memcpy(ot__picture_next(p), series->y, n * sizeof *series->y);
        for (size_t k = 0; k < n; k++) {
            ot__picture_fact(p, k, (ot_state)series->state[k], series->flags[k],
                             series->half[k]);
        }
        ot__say_view(m, i, name);
        ot__picture_add(p, ot__buf_cstr(name), series->first, step, n,
                        m->views == 1 ? OT_LINE_BOLD : OT_LINE_PLAIN);
    }
    ot_series_free(series);
    return OT_OK;
}

static size_t last_known(const ot_chart_line *line)
{
    size_t n = line->n;

    while (n > 0 && !isfinite(line->y[n - 1])) {
        n--;
    }
    return n;
}

// "Armenia–Russia turnover: USD 797 m in Jun 2024, up 12.0 % on a year earlier"
static void headline_of_one(const ot_making *m)
{
    ot_picture *p = m->picture;
    const ot_chart_line *line = &p->line[0];
    const size_t n = last_known(line);
    char period[64];

    if (n == 0) {
        return;
    }
    const ot_period last = {line->first + (int32_t)(n - 1) * line->step,
                            line->step};
    const double base =
        ot_view_value(m->view[0], ot_period_year_before(last)).y;
    ot__buf_text(&p->headline, ": ");
    ot__say_amount(&p->headline, line->y[n - 1], p->chart.unit);
    ot__buf_text(&p->headline, " in ");
    ot__say_typeset(&p->headline, ot_period_short(last, period));
    ot__say_growth(&p->headline, line->y[n - 1], base);
}

// ": exports USD 188 m, imports USD 504 m in Dec 2024"; nothing where their
// last values are of different periods.
static void headline_of_few(const ot_making *m)
{
    ot_picture *p = m->picture;
    const size_t n = last_known(&p->line[0]);
    const char *label = p->label.at;
    char period[64];

    if (p->lines != m->views) {
        return;
    }
    for (size_t i = 0; i < p->lines; i++) {
        if (n == 0 || last_known(&p->line[i]) != n) {
            return;
        }
    }
    for (size_t i = 0; i < p->lines; i++) {
        ot__buf_text(&p->headline, i == 0 ? ": " : ", ");
        if (partners_differ(m)) {
            ot__buf_text(&p->headline, label);
        } else {
            ot__say_flow(&p->headline, ot_view_flow(m->view[i]));
        }
        ot__buf_char(&p->headline, ' ');
        ot__say_amount(&p->headline, p->line[i].y[n - 1], p->chart.unit);
        label += strlen(label) + 1;
    }
    const ot_period last = {
        p->line[0].first + (int32_t)(n - 1) * p->line[0].step, p->line[0].step};
    ot__buf_text(&p->headline, " in ");
    ot__say_typeset(&p->headline, ot_period_short(last, period));
}

// " by partner: China first, SGD 5.55 bn in Feb 2025"; of several flows the
// first three words.
static void headline_of_many(const ot_making *m)
{
    ot_picture *p = m->picture;
    const char *label = p->label.at, *first = NULL;
    ot_period last = {0, 0};
    double most = 0;
    char period[64];

    ot__buf_text(&p->headline, " by partner");
    for (size_t i = 0; i < p->lines && !flows_differ(m); i++) {
        const ot_chart_line *l = &p->line[i];
        const size_t n = last_known(l);
        const ot_period own = {l->first + (int32_t)(n - (n > 0)) * l->step,
                               l->step};
        if (n > 0 && (first == NULL || own.first > last.first ||
                      (own.first == last.first && l->y[n - 1] > most))) {
            first = label;
            last = own;
            most = l->y[n - 1];
        }
        label += strlen(label) + 1;
    }
    if (first != NULL && most > 0) {
        ot__buf_format(&p->headline, ": %s first, ", first);
        ot__say_amount(&p->headline, most, p->chart.unit);
        ot__buf_text(&p->headline, " in ");
        ot__say_typeset(&p->headline, ot_period_short(last, period));
    }
}

// "US imports from China", "Armenia–Russia trade", "US imports".
static void say_subject(const ot_making *m)
{
    ot_buf *b = &m->picture->headline;
    const ot_view *view = m->view[0];

    if (!flows_differ(m) && !partners_differ(m)) {
        ot__say_trade(b, m->panel, view);
        return;
    }
    if (partners_differ(m)) {
        ot__buf_text(b, ot_panel_area_name(m->panel, ot_view_reporter(view)));
    } else {
        ot__say_pair(b, m->panel, view);
    }
    ot__buf_char(b, ' ');
    if (flows_differ(m)) {
        ot__buf_text(b, "trade");
    } else {
        ot__say_flow(b, ot_view_flow(view));
    }
    ot__say_goods(b, view);
}

// ", exports FOB, imports CIF" in place of the last one's alone, where they
// differ.
static void say_bases(const ot_making *m)
{
    ot_buf *b = &m->picture->subtitle;
    ot_buf own = {0}, last = {0};
    bool alike = true;

    ot__say_basis(&last, ot_view_basis(m->view[m->views - 1]));
    for (size_t i = 0; i + 1 < m->views; i++) {
        ot__buf_clear(&own);
        ot__say_basis(&own, ot_view_basis(m->view[i]));
        alike = alike && strcmp(ot__buf_cstr(&own), ot__buf_cstr(&last)) == 0;
    }
    if (!alike && b->n >= last.n) {
        b->n -= last.n;
        for (size_t i = 0; i < m->views; i++) {
            ot__buf_clear(&own);
            ot__say_basis(&own, ot_view_basis(m->view[i]));
            if (own.n > 0) {
                ot__buf_text(b, ", ");
                ot__say_flow(b, ot_view_flow(m->view[i]));
                ot__buf_format(b, " %s", ot__buf_cstr(&own) + 2);
            }
        }
    }
    b->failed = b->failed || own.failed || last.failed;
    ot__buf_free(&own);
    ot__buf_free(&last);
}

static void titles(const ot_making *m, ot_period range, int32_t step)
{
    ot_picture *p = m->picture;
    const char *per = ot__say_each(step);
    char months[64];

    say_subject(m);
    if (flows_differ(m)) {
        ot__say_measure(&p->subtitle, m->view[m->views - 1], "value", per);
        say_bases(m);
    } else {
        ot__say_measure(&p->subtitle, m->view[0], NULL, per);
    }
    if (m->views == 1) {
        headline_of_one(m);
    } else if (m->views <= OT_SAID) {
        headline_of_few(m);
    } else if (partners_differ(m)) {
        headline_of_many(m);
    }
    ot__buf_text(&p->subtitle, ", ");
    ot__say_unit(&p->subtitle, m->view[0]);
    ot__buf_text(&p->subtitle, ", ");
    ot__say_typeset(&p->subtitle, ot_period_words(range, months));
}

ot_status ot__picture_units(const ot_making *m, ot_error *err)
{
    for (size_t i = 1; i < m->views; i++) {
        const ot_unit a = ot_view_unit(m->view[0]);
        const ot_unit b = ot_view_unit(m->view[i]);
        if (!ot_unit_same_base(a, b)) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "%s and %s do not go on one axis", a.code, b.code);
        }
    }
    return OT_OK;
}

ot_status ot__picture_line(const ot_making *m, ot_error *err)
{
    const int32_t step = ot__picture_step(m);
    const ot_period range = ot__picture_range(m, step);
    const size_t most = (size_t)range.months / (size_t)step + 2;
    ot_buf name = {0};
    int32_t last = INT32_MIN;
    ot_status status = ot__picture_units(m, err);

    if (status == OT_OK) {
        status = ot__picture_reserve(m->picture, m->views, most, err);
    }
    for (size_t i = 0; i < m->views && status == OT_OK; i++) {
        status = add_view(m, i, range, step, &name, err);
    }
    ot__buf_free(&name);
    if (status != OT_OK || m->picture->lines == 0) {
        return status != OT_OK
                   ? status
                   : ot_fail(err, OT_E_DATA, NULL, "no known value to draw");
    }
    for (size_t i = 0; i < m->picture->lines; i++) {
        const ot_chart_line *line = &m->picture->line[i];
        const int32_t end =
            line->first + (int32_t)last_known(line) * line->step - 1;
        last = end > last ? end : last;
    }
    // Of years that were asked for all are named, else those that are known.
    titles(m,
           m->options->period.months > 0
               ? range
               : ot_period_range(m->picture->line[0].first, last),
           step);
    m->picture->about = (ot_period){last - step + 1, step};
    ot__say_data(&m->picture->note, last, ot_view_release(m->view[0]));
    return OT_OK;
}
