// SPDX-License-Identifier: GPL-3.0-or-later
// revisions_sheet.c - the tables of outturn revisions.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/revisions.h"

enum {
    REPORTER,
    PARTNER,
    FLOW,
    COMMODITY,
    BASIS,
    SERIES,
    PERIOD,
    WHAT,
    BEFORE,
    AFTER,
    DIFFERENCE,
    CHANGE,
    OF_TO_DATE,
    OF_YEAR,
    COLUMNS
};

// Both tables have the columns up to CHANGE.
static ot_sheet *make_sheet(const compared *c, const char *name, size_t columns,
                            bool kinds)
{
    const ot_unit unit = ot_view_unit(c->after.view[0]);
    const ot_column all[COLUMNS] = {
        {"reporter", "reporter", OT_COLUMN_ID, unit},
        {"partner", "partner", OT_COLUMN_ID, unit},
        {"flow", "flow", OT_COLUMN_ID, unit},
        {"commodity", "commodity", OT_COLUMN_ID, unit},
        {"basis", "basis", OT_COLUMN_ID, unit},
        {"series", "", OT_COLUMN_TEXT, unit},
        {"period", "period", OT_COLUMN_PERIOD, unit},
        {"what", "", kinds ? OT_COLUMN_TEXT : OT_COLUMN_ID, unit},
        {"before", "was", OT_COLUMN_AMOUNT, unit},
        {"after", "is", OT_COLUMN_AMOUNT, unit},
        {"difference", "difference", OT_COLUMN_AMOUNT, unit},
        {"change", "change", OT_COLUMN_CHANGE, unit},
        {"of_to_date", "of the year to date", OT_COLUMN_CHANGE, unit},
        {"of_year", "of the year", OT_COLUMN_CHANGE, unit},
    };

    return ot_sheet_new(name, all, columns);
}

// ---- where each came from --------------------------------------------------

typedef struct tracer {
    ot_sheet *sheet;
    const char *side;
} tracer;

static void trace(const ot_used_cell *cell, void *context)
{
    const tracer *t = context;
    char number[OT_NUMBER_SIZE], rate[OT_NUMBER_SIZE], period[32];

    ot_sheet_note(t->sheet, "  %s: %s%s %s %s%s  %s:%ld", t->side,
                  cell->sign < 0 ? "-" : "+", ot_flow_at(cell->flow)->name,
                  ot_period_text(cell->period, period),
                  ot__shortest(number, cell->y), cli_at_rate(cell, rate),
                  cell->path, cell->line);
}

static void explain(ot_sheet *sheet, const compared *c, const ot_revision *r)
{
    tracer was = {sheet, "was"}, is = {sheet, "is"};

    ot_view_trace(c->before.view[r->series], r->period, trace, &was);
    ot_view_trace(c->after.view[r->series], r->period, trace, &is);
}

static void put_formula(ot_sheet *sheet, const ot_revision *r)
{
    char d[OT_NUMBER_SIZE], b[OT_NUMBER_SIZE];
    ot_buf text = {0};

    if (!isnan(r->change)) {
        ot__buf_format(&text, "(is - was) / was = %s / %s",
                       ot__shortest(d, r->difference),
                       ot__shortest(b, r->before.y));
        ot_sheet_formula(sheet, CHANGE, ot__buf_cstr(&text));
    }
    ot__buf_free(&text);
}

// ---- rows ------------------------------------------------------------------

static void put_value(ot_sheet *sheet, size_t column, const ot_view *view,
                      const ot_value *v)
{
    char why[96];

    if (isnan(v->y)) {
        ot_sheet_none(sheet, column, cli_hole(view, v, why, sizeof why));
    } else if (v->state == OT_ABSENT) {
        ot_sheet_none(sheet, column, "no trade, counts as 0");
    } else {
        ot_sheet_number(sheet, column, v->y, ot_value_interval(*v));
    }
}

// The part of a period's value before; nothing of one that was not over.
static void put_part(ot_sheet *sheet, size_t column, double part,
                     ot_interval range, const ot_view *before, ot_period period)
{
    char why[96];

    if (!isnan(part)) {
        ot_sheet_number(sheet, column, part, range);
    } else if (ot_period_last(period) <= ot_period_last(ot_view_span(before))) {
        const ot_value v = ot_view_value(before, period);
        ot_sheet_none(sheet, column,
                      isnan(v.y) ? cli_hole(before, &v, why, sizeof why)
                      : v.y > 0  ? "no difference"
                                 : "was not above zero");
    }
}

static void put_row(ot_sheet *sheet, const compared *c, const ot_revision *r)
{
    const cli_views *v = &c->after;
    const ot_view *view = v->view[r->series];
    ot_buf name = {0};

    ot_sheet_row(sheet);
    ot_sheet_text(sheet, REPORTER,
                  ot_panel_area_code(v->panel, ot_view_reporter(view)));
    ot_sheet_text(sheet, PARTNER,
                  ot_panel_area_code(v->panel, ot_view_partner(view)));
    ot_sheet_text(sheet, FLOW, ot_view_flow(view)->name);
    ot_sheet_text(sheet, COMMODITY, ot_view_commodity(view));
    ot_sheet_text(sheet, BASIS, ot_view_basis(view));
    cli_views_name(v, r->series, &name);
    ot_sheet_text(sheet, SERIES, ot__buf_cstr(&name));
    ot_sheet_period(sheet, PERIOD, r->period);
    ot_sheet_text(sheet, WHAT, ot_revised_name(r->kind));
    put_value(sheet, BEFORE, c->before.view[r->series], &r->before);
    put_value(sheet, AFTER, view, &r->after);
    if (!isnan(r->difference)) {
        ot_sheet_number(sheet, DIFFERENCE, r->difference, r->difference_range);
    }
    if (!isnan(r->change)) {
        ot_sheet_number(sheet, CHANGE, r->change, r->change_range);
    }
    put_formula(sheet, r);
    ot__buf_free(&name);
}

ot_sheet *revisions_sheet(const compared *c, const ot_revisions *r)
{
    const size_t most = c->most > 0 && c->most < r->n ? c->most : r->n;
    ot_sheet *sheet = make_sheet(c, "rows", COLUMNS,
                                 r->count[OT_REVISED_APPEARED] > 0 ||
                                     r->count[OT_REVISED_VANISHED] > 0);

    for (size_t i = 0; sheet != NULL && i < most; i++) {
        const ot_revision *here = &r->at[i];
        const ot_view *before = c->before.view[here->series];
        put_row(sheet, c, here);
        put_part(sheet, OF_TO_DATE, here->of_to_date, here->of_to_date_range,
                 before, here->to_date);
        put_part(sheet, OF_YEAR, here->of_year, here->of_year_range, before,
                 here->year);
        if (c->explain) {
            explain(sheet, c, here);
        }
    }
    return sheet;
}

// ---- what all of them do ---------------------------------------------------

#define YEARS_MOST 512

// Years that hold a revision, newest first; how many.
static size_t years_of(const ot_revisions *r, int32_t year[])
{
    size_t n = 0;

    for (size_t i = 0; i < r->n; i++) {
        const int32_t first = r->at[i].year.first;
        size_t at = 0;
        while (at < n && year[at] > first) {
            at++;
        }
        if ((at < n && year[at] == first) || n == YEARS_MOST) {
            continue;
        }
        memmove(&year[at + 1], &year[at], (n - at) * sizeof *year);
        year[at] = first;
        n++;
    }
    return n;
}

static void put_effect(ot_sheet *sheet, const compared *c, size_t series,
                       ot_period period)
{
    ot_revision r =
        ot_revision_of(c->before.view[series], c->after.view[series], period);

    r.series = series;
    put_row(sheet, c, &r);
}

// Of each series the years that changed, to date where they were not over in
// both.
ot_sheet *revisions_effects(const compared *c, const ot_revisions *r)
{
    int32_t year[YEARS_MOST + 1];
    const size_t years = years_of(r, year);
    ot_sheet *sheet = make_sheet(c, "effects", OF_TO_DATE, false);

    for (size_t s = 0; sheet != NULL && s < c->after.n; s++) {
        for (size_t i = 0; i < years && (c->most == 0 || i < 3); i++) {
            const ot_period whole = {year[i], 12};
            const int32_t end = ot_period_last(whole);
            put_effect(
                sheet, c, s,
                ot_period_range(whole.first, r->last < end ? r->last : end));
        }
    }
    return sheet;
}

// The scale in which the differences read well: in a larger one "was" and "is"
// would look the same.
void revisions_scale(ot_sheet *sheet)
{
    if (ot_sheet_columns(sheet) > DIFFERENCE &&
        ot_sheet_column(sheet, DIFFERENCE)->kind == OT_COLUMN_AMOUNT) {
        for (ot_sheet *s = sheet; s != NULL; s = ot_sheet_next(s)) {
            ot_sheet_scale(s, ot_sheet_column(sheet, DIFFERENCE)->unit.scale);
        }
    }
}
