// SPDX-License-Identifier: GPL-3.0-or-later
// race: every year to date on the same months, and where this one may end.
// season: the same years, each month for itself.
#include "report/picture.h"

#include <math.h>
#include <stdio.h>

#define YEAR       12
#define MOST_YEARS 400

typedef struct race {
    const ot_view *view;
    ot_period year; // the one that runs
    int32_t step;
    size_t n;      // values of a year
    size_t before; // years before it
    size_t known;  // values of it that are known
    double value;  // its last one
    bool to_date;  // values are sums from the year's start
} race;

static double to_date(const ot_view *view, int32_t first, int32_t months)
{
    return ot_view_value(view, (ot_period){first, months}).y;
}

// Value i of a year.
static double value_at(const race *r, const ot_view *view, int32_t first,
                       size_t i)
{
    const int32_t done = (int32_t)i * r->step;

    return r->to_date ? to_date(view, first, done + r->step)
                      : to_date(view, first + done, r->step);
}

// One year of a view as a line; false, and none added, where it has no value.
static bool add_year(ot_picture *p, const race *r, const ot_view *view,
                     int32_t first, const char *label, ot_line_style style)
{
    double *y = ot__picture_next(p);
    bool known = false;

    for (size_t i = 0; i < r->n; i++) {
        const ot_period month = {first + (int32_t)i * r->step, r->step};
        const ot_value own = ot_view_value(view, month);
        y[i] = value_at(r, view, first, i);
        // A sum to date is marked for what its last month brought.
        ot__picture_fact(p, i, own.state, ot_value_flags(&own), own.half);
        known = known || isfinite(y[i]);
    }
    if (known) {
        ot__picture_add(p, label, first, r->step, r->n, style);
    }
    return known;
}

static ot_status set_up(const ot_making *m, race *r, ot_error *err)
{
    const ot_picture_options *o = m->options;
    const ot_period span = ot_view_span(m->view[0]);

    *r = (race){.view = m->view[0],
                .year = o->period,
                .value = NAN,
                .to_date = r->to_date};
    r->step = ot_view_step(r->view);
    if (m->views != 1) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a picture of years shows one flow with one partner, "
                       "not %zu",
                       m->views);
    }
    if (span.months == 0 || r->step >= YEAR || YEAR % r->step != 0) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "figures by month or quarter are needed");
    }
    if (r->year.months == 0) {
        r->year = ot_period_year_of(ot_period_last(span), o->year_start);
    }
    if (r->year.months != YEAR) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "it is over a year: -t names %d months",
                       (int)r->year.months);
    }
    r->n = (size_t)(YEAR / r->step);
    const int32_t past = (r->year.first - span.first) / YEAR;
    r->before = past > 0 ? (size_t)past : 0;
    r->before = o->years > 0 && o->years < r->before ? o->years : r->before;
    r->before = r->before < MOST_YEARS ? r->before : MOST_YEARS;
    return OT_OK;
}

// How far the year has come.
static ot_status find_known(race *r, ot_error *err)
{
    char text[64];

    for (size_t i = 0; i < r->n; i++) {
        const double y = value_at(r, r->view, r->year.first, i);
        if (isfinite(y)) {
            r->known = i + 1;
            r->value = y;
        }
    }
    if (r->known == 0) {
        return ot_fail(err, OT_E_DATA, NULL, "nothing is known of %s",
                       ot_period_words(r->year, text));
    }
    return OT_OK;
}

static void add_years(const ot_making *m, const race *r)
{
    ot_buf label = {0};

    for (size_t k = r->before; k > 0; k--) {
        const int32_t first = r->year.first - (int32_t)k * YEAR;
        ot__buf_clear(&label);
        ot__say_year(&label, first);
        add_year(m->picture, r, r->view, first, ot__buf_cstr(&label),
                 k == 1 ? OT_LINE_PLAIN : OT_LINE_MUTED);
    }
    ot__buf_clear(&label);
    ot__say_year(&label, r->year.first);
    add_year(m->picture, r, r->view, r->year.first, ot__buf_cstr(&label),
             OT_LINE_BOLD);
    m->picture->label.failed = m->picture->label.failed || label.failed;
    ot__buf_free(&label);
    if (m->options->later != NULL) {
        add_year(m->picture, r, m->options->later, r->year.first, "Outcome",
                 OT_LINE_LATER);
    }
}

// From what is known straight to the landing at the year's end.
static void add_fan(const ot_making *m, const race *r)
{
    ot_picture *p = m->picture;
    const ot_outlook *o = m->options->outlook;

    if (o == NULL || r->known == r->n) {
        return;
    }
    ot__picture_quantiles(&o->dist, &p->step);
    p->fan = (ot_fan){.first = ot_period_last(r->year) - r->step + 1,
                      .step = r->step,
                      .n = 1,
                      .at = &p->step};
    p->chart.fan = &p->fan;
    ot__buf_text(&p->note, ". Shaded: where the year may end, with 50, 80 and "
                           "95\u00A0% probability");
    if (o->misses > 0) {
        ot__buf_format(&p->note, ", by how far it missed in %zu earlier year%s",
                       o->misses, o->misses == 1 ? "" : "s");
    }
    if (o->broken) {
        ot__buf_text(&p->note, ". This year breaks with its past");
    }
}

// "Armenia–Russia turnover: USD 8.37 bn by June, 2.59 times a year earlier"
static void headline(const ot_making *m, const race *r)
{
    ot_buf *b = &m->picture->headline;
    const int32_t months = (int32_t)r->known * r->step;
    const double base = to_date(r->view, r->year.first - YEAR, months);
    ot__say_trade(b, m->panel, r->view);
    ot__buf_text(b, ": ");
    ot__say_amount(b, r->value, m->picture->chart.unit);
    if (r->known == r->n) {
        ot__buf_text(b, " in ");
        ot__say_year(b, r->year.first);
    } else {
        const int32_t last = r->year.first + months - 1;
        ot__buf_format(b, " by %s", ot_month_name(ot_month_of_year(last)));
    }
    ot__say_growth(b, r->value, base);
}

static void subtitle(const ot_making *m, const race *r)
{
    ot_buf *b = &m->picture->subtitle;

    ot__say_measure(b, r->view, NULL, "");
    ot__buf_format(b, ", cumulative from %s, ",
                   ot_month_name(ot_month_of_year(r->year.first)));
    ot__say_unit(b, r->view);
}

// The years of a race or a season, without titles.
static ot_status make_years(const ot_making *m, race *r, ot_error *err)
{
    ot_status status = set_up(m, r, err);

    if (status == OT_OK) {
        status = find_known(r, err);
    }
    if (status == OT_OK) {
        // One more than is kept: a year without a value is tried and dropped.
        status = ot__picture_reserve(m->picture, r->before + 3, r->n, err);
    }
    if (status == OT_OK) {
        add_years(m, r);
    }
    return status;
}

ot_status ot__picture_race(const ot_making *m, ot_error *err)
{
    race r = {.to_date = true};
    const ot_status status = make_years(m, &r, err);

    if (status == OT_OK) {
        headline(m, &r);
        subtitle(m, &r);
        ot__say_data(&m->picture->note,
                     r.year.first + (int32_t)r.known * r.step - 1,
                     ot_view_release(r.view));
        add_fan(m, &r);
        m->picture->about =
            (ot_period){r.year.first, (int32_t)r.known * r.step};
        m->picture->to_date = true;
    }
    return status;
}

// "Armenia exports to Russia: USD 188 m in December 2024, down 40.2 % ..."
ot_status ot__picture_season(const ot_making *m, ot_error *err)
{
    ot_picture *p = m->picture;
    race r = {.to_date = false};
    const ot_status status = make_years(m, &r, err);
    char words[64];

    if (status != OT_OK) {
        return status;
    }
    const ot_period last = {r.year.first + (int32_t)(r.known - 1) * r.step,
                            r.step};
    ot__say_trade(&p->headline, m->panel, r.view);
    ot__buf_text(&p->headline, ": ");
    ot__say_amount(&p->headline, r.value, p->chart.unit);
    ot__buf_text(&p->headline, " in ");
    ot__say_typeset(&p->headline, ot_period_words(last, words));
    ot__say_growth(&p->headline, r.value,
                   ot_view_value(r.view, ot_period_year_before(last)).y);
    ot__say_measure(&p->subtitle, r.view, NULL, ot__say_each(r.step));
    ot__buf_text(&p->subtitle, ", year by year, ");
    ot__say_unit(&p->subtitle, r.view);
    ot__say_data(&p->note, ot_period_last(last), ot_view_release(r.view));
    p->about = last;
    return OT_OK;
}
