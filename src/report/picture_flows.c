// SPDX-License-Identifier: GPL-3.0-or-later
// balance: exports and imports; growth: changes on a year before; multiples:
// lines in boxes of their own; fan: years, and where the one that runs may end.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "plot/scale.h"
#include "report/picture.h"

#define YEAR 12

static bool is_flow(const ot_view *view, const char *name)
{
    return strcmp(ot_view_flow(view)->name, name) == 0;
}

static size_t last_known(const ot_chart_line *line)
{
    size_t n = line->n;

    while (n > 0 && !isfinite(line->y[n - 1])) {
        n--;
    }
    return n;
}

static ot_period step_period(const ot_chart_line *line, size_t i)
{
    return (ot_period){line->first + (int32_t)i * line->step, line->step};
}

// "Armenia–Russia balance: deficit of USD 3.11 bn in 2024"
ot_status ot__picture_balance(const ot_making *m, ot_error *err)
{
    ot_picture *p = m->picture;
    char words[64];

    if (m->views != 2 || !is_flow(m->view[0], "export") ||
        !is_flow(m->view[1], "import")) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a balance is of export and import with one partner");
    }
    const ot_status status = ot__picture_line(m, err);
    if (status != OT_OK || p->lines != 2) {
        return status != OT_OK
                   ? status
                   : ot_fail(err, OT_E_DATA, NULL, "no known value to draw");
    }
    size_t n = last_known(&p->line[0]);
    n = n == last_known(&p->line[1]) ? n : 0;
    ot__buf_clear(&p->headline);
    ot__say_pair(&p->headline, m->panel, m->view[0]);
    ot__buf_text(&p->headline, " balance");
    ot__say_goods(&p->headline, m->view[0]);
    if (n > 0) {
        const double gap = p->line[0].y[n - 1] - p->line[1].y[n - 1];
        ot__buf_format(&p->headline, ": %s of ",
                       gap < 0 ? "deficit" : "surplus");
        ot__say_amount(&p->headline, fabs(gap), p->chart.unit);
        ot__buf_text(&p->headline, " in ");
        ot__say_typeset(
            &p->headline,
            ot_period_words(step_period(&p->line[0], n - 1), words));
    }
    return OT_OK;
}

// A view and its value in the last step that is shown.
typedef struct sized {
    ot_view *view;
    double y;
} sized;

// What is not known then comes last.
static int larger_first(const void *a, const void *b)
{
    const sized *x = a, *y = b;
    const double p = isfinite(x->y) ? x->y : -INFINITY;
    const double q = isfinite(y->y) ? y->y : -INFINITY;

    return p != q ? (p < q) - (p > q)
                  : (ot_view_partner(x->view) > ot_view_partner(y->view)) -
                        (ot_view_partner(x->view) < ot_view_partner(y->view));
}

static void sort(const ot_making *m, sized order[], ot_view *view[])
{
    const int32_t step = ot__picture_step(m);
    const ot_period range = ot__picture_range(m, step);
    const int32_t whole = range.months - range.months % step;
    const ot_period last = {range.first + whole - step, step};

    for (size_t i = 0; i < m->views; i++) {
        order[i] = (sized){m->view[i], ot_view_value(m->view[i], last).y};
    }
    qsort(order, m->views, sizeof *order, larger_first);
    for (size_t i = 0; i < m->views; i++) {
        view[i] = order[i].view;
    }
}

// "US imports by partner: Mexico first, ...", the largest first.
ot_status ot__picture_multiples(const ot_making *m, ot_error *err)
{
    ot_making sorted = *m;
    ot_view **view = malloc(m->views * sizeof *view);
    sized *order = malloc(m->views * sizeof *order);
    ot_status status = OT_E_MEMORY;

    if (view == NULL || order == NULL) {
        ot_fail(err, status, NULL, "no memory for a picture");
    } else {
        sort(m, order, view);
        sorted.view = view;
        status = ot__picture_line(&sorted, err);
    }
    free(order);
    free(view);
    return status;
}

static ot_status one_view(const ot_making *m, ot_error *err)
{
    return m->views == 1
               ? OT_OK
               : ot_fail(err, OT_E_USAGE, NULL,
                         "it shows one flow with one partner, not %zu",
                         m->views);
}

// Changes on a year before over the months shown, in per cent; NaN where one of
// the two is not known or the base is not above zero. Returns how many are
// known.
static size_t changes(ot_picture *picture, const ot_view *view, ot_period range,
                      int32_t step, size_t n)
{
    double *y = ot__picture_next(picture);
    size_t known = 0;

    for (size_t i = 0; i < n; i++) {
        const ot_period p = {range.first + (int32_t)i * step, step};
        const ot_value was = ot_view_value(view, ot_period_year_before(p));
        const ot_value now = ot_view_value(view, p);
        y[i] = was.y > 0 ? 100 * (now.y / was.y - 1) : NAN;
        ot__picture_fact(picture, i,
                         isfinite(y[i])               ? OT_REPORTED
                         : !ot_state_known(now.state) ? now.state
                                                      : OT_MISSING,
                         ot_value_flags(&now) |
                             (ot_value_flags(&was) & ~(unsigned)OT_FLAG_BREAK),
                         0);
        known += isfinite(y[i]) ? 1 : 0;
    }
    return known;
}

static void growth_titles(const ot_making *m, ot_period range)
{
    ot_picture *p = m->picture;
    const ot_chart_line *line = &p->line[0];
    const ot_period last = step_period(line, last_known(line) - 1);
    const int32_t step = line->step;
    const double value = ot_view_value(m->view[0], last).y;
    char words[64];

    ot__say_trade(&p->headline, m->panel, m->view[0]);
    ot__say_moved(&p->headline, last, value,
                  ot_view_value(m->view[0], ot_period_year_before(last)).y);
    if (value < 0) { // of which there is no growth to be said
        ot__buf_text(&p->headline, ": ");
        ot__say_amount(&p->headline, value, ot_view_unit(m->view[0]));
    }
    ot__say_measure(&p->subtitle, m->view[0], NULL, ot__say_each(step));
    ot__buf_text(&p->subtitle, ", change on a year before, %, ");
    ot__say_typeset(&p->subtitle, ot_period_words(range, words));
    ot__say_data(&p->note, ot_period_last(last), ot_view_release(m->view[0]));
    p->about = last;
}

ot_status ot__picture_growth(const ot_making *m, ot_error *err)
{
    const int32_t step = ot__picture_step(m);
    ot_picture *p = m->picture;
    ot_period range = ot__picture_range(m, step);
    ot_buf name = {0};
    ot_status status = one_view(m, err);

    if (m->options->period.months == 0) {
        // The first year has nothing before it.
        range = (ot_period){range.first + YEAR, range.months - YEAR};
    }
    range.months -= range.months > 0 ? range.months % step : 0;
    if (status == OT_OK && range.months < step) {
        status = ot_fail(err, OT_E_DATA, NULL,
                         "growth needs more than a year of figures");
    }
    const size_t n = status == OT_OK ? (size_t)(range.months / step) : 0;
    if (status == OT_OK) {
        status = ot__picture_reserve(p, 1, n, err);
    }
    if (status == OT_OK && changes(p, m->view[0], range, step, n) == 0) {
        status = ot_fail(err, OT_E_DATA, NULL, "no growth is known");
    }
    if (status == OT_OK) {
        ot__say_view(m, 0, &name);
        ot__picture_add(p, ot__buf_cstr(&name), range.first, step, n,
                        OT_LINE_BOLD);
        p->chart.unit = (ot_unit){"%", 0, OT_DIM_PERCENT};
        growth_titles(m, range);
    }
    p->label.failed = p->label.failed || name.failed;
    ot__buf_free(&name);
    return status;
}

// "Armenia exports to Russia: 2024 may end at USD 13–18 bn"
static void fan_headline(const ot_making *m, const ot_outlook *o)
{
    ot_picture *p = m->picture;
    char range[OT_AMOUNT_SIZE];

    ot__buf_clear(&p->headline);
    ot__say_trade(&p->headline, m->panel, m->view[0]);
    ot__buf_text(&p->headline, ": ");
    ot__say_year(&p->headline, o->period.first);
    ot__buf_text(&p->headline, " may end at ");
    if (p->chart.unit.dimension == OT_DIM_MONEY) {
        ot__buf_format(&p->headline, "%s\u00A0", p->chart.unit.code);
    }
    ot__buf_text(&p->headline,
                 ot__amount_range(&ot__terms_english, p->step.q[1],
                                  p->step.q[5], p->chart.unit, 2, range));
}

// Years that are over, and the landing of the one that runs.
ot_status ot__picture_fan(const ot_making *m, ot_error *err)
{
    ot_picture_options options = *m->options;
    ot_making yearly = *m;
    ot_picture *p = m->picture;
    const ot_outlook *o = m->options->outlook;
    ot_status status = one_view(m, err);

    if (o == NULL) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "no year runs whose end could be projected; -t names "
                       "one");
    }
    if (status != OT_OK) {
        return status;
    }
    const ot_period span = ot_view_span(m->view[0]);
    options.step = YEAR;
    options.period =
        ot_period_range(ot_period_year_of(span.first, options.year_start).first,
                        o->period.first - 1);
    yearly.options = &options;
    status = ot__picture_line(&yearly, err);
    if (status == OT_OK) {
        ot__picture_quantiles(&o->dist, &p->step);
        p->fan = (ot_fan){
            .first = o->period.first, .step = YEAR, .n = 1, .at = &p->step};
        p->chart.fan = &p->fan;
        p->chart.date = ot_view_release(m->view[0]);
        fan_headline(m, o);
        p->about = (ot_period){0, 0}; // it speaks of what is to come
        ot__buf_clear(&p->note);
        ot__say_data(&p->note, ot_period_last(span),
                     ot_view_release(m->view[0]));
        ot__buf_text(&p->note, ". Shaded: where the year may end, with 50, 80 "
                               "and 95\u00A0% probability");
    }
    return status;
}
