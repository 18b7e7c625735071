// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of one flow: share, rank and waterfall by partner.
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "plot/scale.h"
#include "report/parts.h"

#define STEPS 9 // of a waterfall, besides its totals and the rest

// "2023", "9M 2024": for keys and headlines.
static void say_period(ot_buf *b, ot_period p)
{
    char words[64];

    ot__say_typeset(b, ot_period_short(p, words));
}

static void below(const ot_making *m, const ot_parts *s, const char *what)
{
    ot_picture *p = m->picture;
    char words[64];

    ot__say_measure(&p->subtitle, m->view[0], NULL, "");
    ot__buf_format(&p->subtitle, " %s, ", what);
    ot__say_unit(&p->subtitle, m->view[0]);
    ot__buf_text(&p->subtitle, ", ");
    ot__say_typeset(&p->subtitle, ot_period_words(s->now, words));
    p->about = s->now;
    ot__say_data(&p->note, ot_period_last(s->now), ot_view_release(m->view[0]));
}

// Index of the largest value of a period; views when none is known.
static size_t largest(const ot_making *m, ot_period period, size_t but)
{
    size_t at = m->views;

    for (size_t i = 0; i < m->views; i++) {
        const double y = ot__parts_value(m->view[i], period);
        if (i != but && isfinite(y) &&
            (at == m->views || y > ot__parts_value(m->view[at], period))) {
            at = i;
        }
    }
    return at;
}

static void say_percent(ot_buf *b, double fraction)
{
    char number[OT_NUMBER_SIZE];

    ot__buf_format(b, "%s\u00A0%%", ot__fixed(number, 100 * fraction, 1));
}

// "US imports 2024: Mexico 15.6 %, China 13.4 %"
ot_status ot__picture_share(const ot_making *m, ot_error *err)
{
    size_t order[OT_PARTS_MOST] = {0};
    ot_picture *p = m->picture;
    ot_parts s;
    const ot_status status = ot__parts_new(m, &s, err);

    if (status != OT_OK) {
        return status;
    }
    ot__parts_by_size(m, &s, order);
    for (size_t i = 0; i < m->views; i++) {
        ot__picture_row(p, ot__parts_name(m, order[i]),
                        ot__parts_value(m->view[order[i]], s.now),
                        OT_ROW_PLAIN);
    }
    if (s.rest > 0) {
        ot__picture_row(p, "Others", s.rest, OT_ROW_REST);
    }
    ot__picture_row(p, "All", s.whole, OT_ROW_TOTAL);
    const size_t first = largest(m, s.now, m->views);
    const size_t second = largest(m, s.now, first);
    ot__parts_say(m);
    ot__buf_text(&p->headline, ", ");
    say_period(&p->headline, s.now);
    for (size_t k = 0; k < 2 && s.whole > 0; k++) {
        const size_t i = k == 0 ? first : second;
        if (i < m->views) {
            ot__buf_format(&p->headline, "%s%s ", k == 0 ? ": " : ", ",
                           ot__parts_name(m, i));
            say_percent(&p->headline,
                        ot__parts_value(m->view[i], s.now) / s.whole);
        }
    }
    char what[64] = "by partner, share of all";
    if (m->options->whole == NULL) {
        snprintf(what, sizeof what, "by partner, share of these %zu", m->views);
    }
    below(m, &s, what);
    return OT_OK;
}

// "US imports 2024: Mexico first; Vietnam added most, USD 22.1 bn"
ot_status ot__picture_rank(const ot_making *m, ot_error *err)
{
    size_t order[OT_PARTS_MOST] = {0};
    ot_picture *p = m->picture;
    size_t riser = 0;
    double rise = 0;
    ot_parts s;
    const ot_status status = ot__parts_new(m, &s, err);

    if (status != OT_OK) {
        return status;
    }
    ot__parts_by_size(m, &s, order);
    for (size_t k = 0; k < m->views; k++) {
        const size_t i = order[k];
        const double now = ot__parts_value(m->view[i], s.now);
        const double was = ot__parts_value(m->view[i], s.was);
        ot__picture_row(p, ot__parts_name(m, i), now, OT_ROW_PLAIN)->before =
            was;
        if (now - was > rise) {
            rise = now - was;
            riser = i;
        }
    }
    say_period(&p->now, s.now);
    say_period(&p->was, s.was);
    ot__parts_say(m);
    ot__buf_text(&p->headline, ", ");
    say_period(&p->headline, s.now);
    const size_t first = largest(m, s.now, m->views);
    if (first < m->views) {
        ot__buf_format(&p->headline, ": %s first", ot__parts_name(m, first));
    }
    if (rise > 0) {
        ot__buf_format(&p->headline, "%s%s added most, ",
                       riser == first ? " and" : "; ",
                       riser == first ? "" : ot__parts_name(m, riser));
        ot__say_amount(&p->headline, rise, p->chart.unit);
    }
    below(m, &s, "by partner, and a year before");
    return OT_OK;
}

static void add_steps(const ot_making *m, const ot_parts *s,
                      const size_t order[])
{
    ot_picture *p = m->picture;
    double left = s->whole - s->whole_was;
    size_t shown = 0;

    for (size_t k = 0; k < m->views && shown < STEPS; k++) {
        const double step = ot__parts_step(m, s, order[k]);
        if (isfinite(step)) {
            ot__picture_row(p, ot__parts_name(m, order[k]), step, OT_ROW_PLAIN);
            left -= step;
            shown++;
        }
    }
    if (fabs(left) > 1e-3 * fabs(s->whole)) {
        ot__picture_row(p, "Others", left, OT_ROW_REST);
    }
}

// "US imports: from USD 3.11 tn in 2023 to USD 3.30 tn in 2024"
ot_status ot__picture_waterfall(const ot_making *m, ot_error *err)
{
    ot_picture *p = m->picture;
    size_t order[OT_PARTS_MOST] = {0};
    ot_parts s;
    ot_status status = ot__parts_new(m, &s, err);

    if (status == OT_OK && !(s.whole_was != 0)) {
        status = ot_fail(err, OT_E_DATA, NULL,
                         "nothing is known of the year before");
    }
    if (status != OT_OK) {
        return status;
    }
    say_period(&p->was, s.was);
    say_period(&p->now, s.now);
    ot__picture_row(p, ot__buf_cstr(&p->was), s.whole_was, OT_ROW_TOTAL);
    ot__parts_by_change(m, &s, order);
    add_steps(m, &s, order);
    ot__picture_row(p, ot__buf_cstr(&p->now), s.whole, OT_ROW_TOTAL);
    ot__parts_say(m);
    ot__buf_text(&p->headline, ": from ");
    ot__say_amount(&p->headline, s.whole_was, p->chart.unit);
    ot__buf_format(&p->headline, " in %s to ", ot__buf_cstr(&p->was));
    ot__say_amount(&p->headline, s.whole, p->chart.unit);
    ot__buf_format(&p->headline, " in %s", ot__buf_cstr(&p->now));
    below(m, &s, "by partner, change on a year before");
    return OT_OK;
}
