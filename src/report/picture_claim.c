// SPDX-License-Identifier: GPL-3.0-or-later
// claim: a stated figure on a line against what is known and where it may land.
#include <math.h>

#include "plot/scale.h"
#include "report/picture.h"

static void say_range(ot_buf *b, double lo, double hi, ot_unit unit,
                      int figures)
{
    char text[OT_AMOUNT_SIZE];

    if (unit.dimension == OT_DIM_MONEY) {
        ot__buf_format(b, "%s\u00A0", unit.code);
    }
    ot__buf_text(
        b, ot__amount_range(&ot__terms_english, lo, hi, unit, figures, text));
}

// The rows: what was stated, what it came to or may come to, the year before.
static void add_rows(const ot_making *m, ot_period period, double outcome)
{
    const ot_outlook *o = m->options->outlook;
    ot_picture *p = m->picture;
    const ot_period before = ot_period_year_before(period);
    ot_buf name = {0};
    char words[64];

    ot_chart_row *row = ot__picture_row(p, "Claimed", NAN, OT_ROW_CLAIM);
    row->lo = p->claim.lo;
    row->hi = p->claim.hi;
    if (isfinite(outcome)) {
        ot__say_typeset(&name, ot_period_words(period, words));
        ot__picture_row(p, ot__buf_cstr(&name), outcome, OT_ROW_PLAIN);
    } else if (o != NULL) {
        row = ot__picture_row(p, "Projected, 80\u00A0%", o->total,
                              OT_ROW_PROJECTED);
        row->lo = ot_dist_quantile(&o->dist, 0.10);
        row->hi = ot_dist_quantile(&o->dist, 0.90);
        ot__buf_text(&name, "So far: ");
        ot__say_typeset(&name, ot_period_short(o->known, words));
        ot__picture_row(p, ot__buf_cstr(&name), o->known_total, OT_ROW_PLAIN);
    }
    const double was = ot_view_value(m->view[0], before).y;
    if (isfinite(was)) {
        ot__buf_clear(&name);
        ot__say_typeset(&name, ot_period_words(before, words));
        ot__picture_row(p, ot__buf_cstr(&name), was, OT_ROW_PLAIN);
    }
    p->label.failed = p->label.failed || name.failed;
    ot__buf_free(&name);
}

// "USD 14–16 bn claimed for 2024: it may end at USD 13–18 bn"
static void titles(const ot_making *m, ot_period period, double outcome)
{
    const ot_outlook *o = m->options->outlook;
    ot_picture *p = m->picture;
    ot_buf *b = &p->headline;
    char words[64];

    say_range(b, p->claim.lo, p->claim.hi, p->chart.unit, 0);
    ot__buf_text(b, " claimed for ");
    ot__say_typeset(b, ot_period_words(period, words));
    if (isfinite(outcome)) {
        ot__buf_text(b, ": it came to ");
        ot__say_amount(b, outcome, p->chart.unit);
    } else if (o != NULL) {
        ot__buf_text(b, ": it may end at ");
        say_range(b, ot_dist_quantile(&o->dist, 0.10),
                  ot_dist_quantile(&o->dist, 0.90), p->chart.unit, 2);
    }
    ot__say_pair(&p->subtitle, m->panel, m->view[0]);
    ot__buf_text(&p->subtitle, ". ");
    ot__say_measure(&p->subtitle, m->view[0], NULL, "");
    ot__buf_text(&p->subtitle, ", ");
    ot__say_unit(&p->subtitle, m->view[0]);
}

ot_status ot__picture_claim(const ot_making *m, ot_error *err)
{
    ot_picture *p = m->picture;
    const ot_outlook *o = m->options->outlook;
    ot_period period = m->options->period;

    if (m->views != 1 || m->options->claim == NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a claim needs --claim and one flow with one partner");
    }
    const ot_period span = ot_view_span(m->view[0]);
    if (span.months == 0) {
        return ot_fail(err, OT_E_DATA, NULL, "no known value to draw");
    }
    if (period.months == 0) {
        period = o != NULL ? o->period
                           : ot_period_year_of(ot_period_last(span),
                                               m->options->year_start);
    }
    const double outcome = ot_view_value(m->view[0], period).y;
    const ot_status status = ot__picture_reserve_rows(p, 4, err);
    if (status == OT_OK) {
        add_rows(m, period, outcome);
        titles(m, period, outcome);
        ot__say_data(&p->note, ot_period_last(span),
                     ot_view_release(m->view[0]));
    }
    p->chart.claim = NULL; // it is a row
    return status;
}
