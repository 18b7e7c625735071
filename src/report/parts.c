// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/parts.h"

#include <math.h>
#include <string.h>

ot_status ot__picture_period(const ot_making *m, ot_period *period,
                             ot_error *err)
{
    const ot_period span = ot_view_span(m->view[0]);
    char words[64];

    *period = m->options->period;
    if (period->months == 0 && span.months > 0) {
        *period =
            ot_period_year_of(ot_period_last(span), m->options->year_start);
        if (ot_period_last(*period) > ot_period_last(span)) {
            *period = ot_period_year_before(*period);
        }
    }
    if (period->months == 0) {
        return ot_fail(err, OT_E_DATA, NULL, "no known value to draw");
    }
    for (size_t i = 0; i < m->views; i++) {
        if (isfinite(ot_view_value(m->view[i], *period).y)) {
            return OT_OK;
        }
    }
    return ot_fail(err, OT_E_DATA, NULL, "nothing is known of %s",
                   ot_period_words(*period, words));
}

double ot__parts_value(const ot_view *view, ot_period period)
{
    return ot_view_value(view, period).y;
}

double ot__parts_sum(const ot_making *m, ot_period period)
{
    double total = 0;

    for (size_t i = 0; i < m->views; i++) {
        const double y = ot__parts_value(m->view[i], period);
        total += isfinite(y) ? y : 0;
    }
    return total;
}

void ot__parts_whole(const ot_making *m, ot_period period, double *whole,
                     double *rest)
{
    const double shown = ot__parts_sum(m, period);
    const ot_view *view = m->options->whole;

    *whole = view != NULL ? ot__parts_value(view, period) : shown;
    *rest = *whole - shown;
    if (!isfinite(*whole) || fabs(*rest) < 1e-3 * fabs(*whole)) {
        *whole = isfinite(*whole) ? *whole : shown;
        *rest = 0;
    }
}

ot_status ot__parts_new(const ot_making *m, ot_parts *s, ot_error *err)
{
    ot_status status = ot__picture_units(m, err);

    if (status == OT_OK && m->views < 2) {
        status = ot_fail(err, OT_E_USAGE, NULL,
                         "it takes several partners: name them with -p, or "
                         "leave -p out");
    }
    if (status == OT_OK && m->views > OT_PARTS_MOST) {
        status = ot_fail(err, OT_E_LIMIT, NULL, "more than %d partners",
                         OT_PARTS_MOST);
    }
    for (size_t i = 1; i < m->views && status == OT_OK; i++) {
        if (ot_view_flow(m->view[i]) != ot_view_flow(m->view[0])) {
            status = ot_fail(err, OT_E_USAGE, NULL,
                             "it takes one flow: name it with -f");
        }
    }
    if (status == OT_OK) {
        status = ot__picture_period(m, &s->now, err);
    }
    if (status == OT_OK) {
        s->was = ot_period_year_before(s->now);
        ot__parts_whole(m, s->now, &s->whole, &s->rest);
        ot__parts_whole(m, s->was, &s->whole_was, &s->rest_was);
        status = ot__picture_reserve_rows(m->picture, m->views + 4, err);
    }
    return status;
}

const char *ot__parts_name(const ot_making *m, size_t i)
{
    return ot_panel_area_name(m->panel, ot_view_partner(m->view[i]));
}

static bool ends_in(const char *text, const char *end)
{
    const size_t n = strlen(text), k = strlen(end);

    return n >= k && strcmp(text + n - k, end) == 0;
}

void ot__parts_say(const ot_making *m)
{
    const char *flow = ot_view_flow(m->view[0])->name;
    ot_buf *b = &m->picture->headline;

    ot__buf_text(b, ot_panel_area_name(m->panel, ot_view_reporter(m->view[0])));
    ot__buf_char(b, ' ');
    ot__say_flow(b, ot_view_flow(m->view[0]));
    if (m->options->whole == NULL) {
        ot__buf_format(b, " %s %zu partners",
                       ends_in(flow, "import")   ? "from"
                       : ends_in(flow, "export") ? "to"
                                                 : "with",
                       m->views);
    }
}

double ot__parts_step(const ot_making *m, const ot_parts *s, size_t i)
{
    return ot__parts_value(m->view[i], s->now) -
           ot__parts_value(m->view[i], s->was);
}

static double size_of(const ot_making *m, const ot_parts *s, size_t i)
{
    return ot__parts_value(m->view[i], s->now);
}

static double change_of(const ot_making *m, const ot_parts *s, size_t i)
{
    return fabs(ot__parts_step(m, s, i));
}

// Insertion sort, so that ties stay as they came; what is not known is last.
static void sort(const ot_making *m, const ot_parts *s, size_t order[],
                 double (*key)(const ot_making *, const ot_parts *, size_t))
{
    for (size_t i = 0; i < m->views; i++) {
        const double own = key(m, s, i);
        size_t at = i;
        while (at > 0 && !isnan(own) && !(key(m, s, order[at - 1]) >= own)) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = i;
    }
}

void ot__parts_by_change(const ot_making *m, const ot_parts *s, size_t order[])
{
    sort(m, s, order, change_of);
}

void ot__parts_by_size(const ot_making *m, const ot_parts *s, size_t order[])
{
    sort(m, s, order, size_of);
}
