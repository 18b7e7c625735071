// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/subject.h"

#include <math.h>
#include <string.h>

#include "outturn/goods.h"
#include "plot/scale.h"

#define YEAR       12
#define STEPS_MOST 2400

// " of fuels and mineral oils", " of HS 2709"; nothing of all goods.
static void say_goods(ot_buf *b, const ot_picture_subject *s)
{
    const char *code = s->commodity;
    const size_t n = strlen(code);

    if (n == 0 || strcmp(code, "TOTAL") == 0) {
        return;
    }
    if (n == 2 && ot_hs_chapter(code) != NULL) {
        ot__buf_format(b, " of %s", ot_hs_chapter(code));
    } else {
        ot__buf_format(b, " of %s%s",
                       strspn(code, "0123456789") == n ? "HS\u00A0" : "", code);
    }
}

void ot__subject_say(ot_buf *b, const ot_picture_subject *s)
{
    ot_buf flow = {0};
    const bool world = s->partner == OT_AREA_NONE ||
                       ot_area_kind_of(s->partner) == OT_AREA_WORLD;

    if (s->flow != NULL) {
        ot__say_flow(&flow, s->flow);
    } else {
        ot__buf_text(&flow, "trade");
    }
    if (s->reporter == OT_AREA_NONE) {
        ot__say_capital(b, ot__buf_cstr(&flow));
    } else {
        ot__buf_format(b, "%s%s%s %s",
                       ot_panel_area_name(s->panel, s->reporter),
                       world ? "" : "–",
                       world ? "" : ot_panel_area_name(s->panel, s->partner),
                       ot__buf_cstr(&flow));
    }
    say_goods(b, s);
    b->failed = b->failed || flow.failed;
    ot__buf_free(&flow);
}

void ot__subject_measure(ot_buf *b, const ot_picture_subject *s)
{
    const char *basis = s->basis;
    ot_buf name = {0};

    if (s->flow == NULL) {
        ot__buf_text(&name, "value");
    } else if (ot_flow_composed(s->flow)) {
        ot__say_typeset(&name, s->flow->summary);
    } else {
        ot__say_flow(&name, s->flow);
    }
    ot__say_capital(b, ot__buf_cstr(&name));
    b->failed = b->failed || name.failed;
    ot__buf_free(&name);
    say_goods(b, s);
    if (strcmp(basis, "origin") == 0 || strcmp(basis, "consignment") == 0) {
        ot__buf_format(b, ", imports by country of %s", basis);
    } else {
        ot__say_basis(b, basis);
    }
}

void ot__subject_unit(ot_buf *b, const ot_picture_subject *s)
{
    char unit[32];

    ot__buf_format(b, "%s%s", ot_unit_text(s->unit, unit),
                   s->rates != NULL ? " at monthly average rates" : "");
}

void ot__subject_period(ot_buf *b, ot_period p)
{
    char words[64];

    ot__say_typeset(b, ot_period_short(p, words));
}

void ot__subject_growth(ot_buf *b, double value, double base, ot_period period,
                        ot_period base_period)
{
    const double ratio = value / base;
    char number[OT_NUMBER_SIZE];

    if (ot_period_equal(ot_period_year_before(period), base_period)) {
        ot__say_growth(b, value, base);
        return;
    }
    if (!(base > 0) || !isfinite(ratio)) {
        return;
    }
    if (ratio >= 2) {
        ot__buf_format(b, ", %s\u00A0times ", ot__figures(number, ratio, 3));
    } else {
        ot__buf_format(b, ", %s %s\u00A0%% on ", ratio >= 1 ? "up" : "down",
                       ot__fixed(number, 100 * fabs(ratio - 1), 1));
    }
    ot__subject_period(b, base_period);
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash != NULL ? slash + 1 : path;
}

ot_status ot__subject_picture(const ot_picture_subject *s, const char *kind,
                              ot_period last, ot_picture **picture,
                              ot_error *err)
{
    ot_picture *p = ot__picture_new(ot_chart_kind_find(kind));

    if (p == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a picture");
    }
    p->chart.unit = s->unit;
    p->chart.date = s->release;
    ot__say_files(&p->source, s->panel);
    ot__say_data(&p->note, ot_period_last(last), s->release);
    if (s->rates != NULL) {
        ot__buf_format(&p->note, ". Converted at the rates of %s",
                       base_name(ot_rates_path(s->rates)));
    }
    *picture = p;
    return OT_OK;
}

ot_status ot__subject_finish(ot_picture *p, ot_status status,
                             const ot_picture_options *options,
                             ot_picture **picture, ot_error *err)
{
    if (status == OT_OK) {
        status = ot__picture_finish(p, options, err);
    }
    if (status == OT_OK) {
        *picture = p;
    } else {
        ot_picture_free(p);
    }
    return status;
}

// ---- steps -----------------------------------------------------------------

// `stride` bytes lie between one period and the next.
static ot_period period_at(const ot_period *at, size_t stride, size_t i)
{
    ot_period p;

    memcpy(&p, (const char *)at + i * stride, sizeof p);
    return p;
}

ot_status ot__steps_of(const ot_period *at, size_t stride, size_t n,
                       ot_steps *steps, ot_error *err)
{
    const ot_period one = period_at(at, stride, 0);
    int32_t first = one.first, last = one.first;
    bool own = true, yearly = true;

    for (size_t i = 0; i < n; i++) {
        const ot_period p = period_at(at, stride, i);
        if (p.months != one.months) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "a chart over time needs periods of one length");
        }
        first = p.first < first ? p.first : first;
        last = p.first > last ? p.first : last;
        own = own && (p.first - one.first) % one.months == 0;
        yearly = yearly && (p.first - one.first) % YEAR == 0;
    }
    if (!own && !(yearly && one.months < YEAR)) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a chart over time needs periods that are whole steps "
                       "apart");
    }
    // A part of each year stands for its year, in the middle of which it would
    // else be hard to read.
    steps->part = yearly && one.months < YEAR && n > 1;
    steps->step = steps->part ? YEAR : one.months;
    steps->first = steps->part ? ot_period_year_of(first, 1).first : first;
    steps->n = (size_t)((last - first) / steps->step) + 1;
    return steps->n <= STEPS_MOST
               ? OT_OK
               : ot_fail(err, OT_E_LIMIT, NULL,
                         "%zu steps: a chart holds at most %d", steps->n,
                         STEPS_MOST);
}

size_t ot__steps_place(const ot_steps *s, ot_period p)
{
    return (size_t)((p.first - s->first) / s->step);
}

void ot__steps_say(ot_buf *b, ot_period first, ot_period last)
{
    ot__subject_period(b, first);
    if (!ot_period_equal(first, last)) {
        ot__buf_text(b, " to ");
        ot__subject_period(b, last);
    }
}
