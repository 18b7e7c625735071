// SPDX-License-Identifier: GPL-3.0-or-later
// mirror_sheet.c - the table of outturn mirror.

#include <math.h>
#include <string.h>

#include "cli/mirror.h"

enum {
    FROM,
    TO,
    DIRECTION,
    COMMODITY,
    PERIOD,
    EXPORTS,
    IMPORTS,
    RATIO,
    GAP,
    BAND,
    ESTIMATE,
    COLUMNS
};

static ot_sheet *make_sheet(const mirrors *m)
{
    const ot_unit unit = ot_view_unit(mirrors_first(m));
    const ot_column columns[COLUMNS] = {
        {"from", "from", OT_COLUMN_ID, unit},
        {"to", "to", OT_COLUMN_ID, unit},
        {"direction", "", OT_COLUMN_TEXT, unit},
        {"commodity", "commodity",
         m->by_commodity ? OT_COLUMN_TEXT : OT_COLUMN_ID, unit},
        {"period", "period", OT_COLUMN_PERIOD, unit},
        {"exports", "exporter says", OT_COLUMN_AMOUNT, unit},
        {"imports", "importer says", OT_COLUMN_AMOUNT, unit},
        {"ratio", "ratio", OT_COLUMN_TIMES, unit},
        {"gap", "gap", OT_COLUMN_CHANGE, unit},
        {"band", "band", OT_COLUMN_TEXT, unit},
        {"estimate", "estimate", OT_COLUMN_AMOUNT, unit},
    };

    return ot_sheet_new("rows", columns, m->rule != NULL ? COLUMNS : ESTIMATE);
}

// ---- a row -----------------------------------------------------------------

static ot_value value_of(const ot_view *view, ot_period period)
{
    return view != NULL ? ot_view_value(view, period)
                        : (ot_value){.y = NAN, .state = OT_NOT_IN_FILES};
}

static void put_value(ot_sheet *sheet, size_t column, const ot_view *view,
                      const ot_value *v)
{
    char why[96];

    if (!isnan(v->y)) {
        ot_sheet_number(sheet, column, v->y, ot_value_interval(*v));
    } else {
        ot_sheet_none(sheet, column,
                      view == NULL ? "not in the files"
                                   : cli_hole(view, v, why, sizeof why));
    }
}

static void put_direction(ot_sheet *sheet, const mirrors *m, const mirrored *d)
{
    ot_buf text = {0};

    ot__buf_format(&text, "%s to %s", ot_panel_area_name(m->panel, d->from),
                   ot_panel_area_name(m->panel, d->to));
    ot_sheet_text(sheet, FROM, ot_panel_area_code(m->panel, d->from));
    ot_sheet_text(sheet, TO, ot_panel_area_code(m->panel, d->to));
    ot_sheet_text(sheet, DIRECTION, ot__buf_cstr(&text));
    ot_sheet_text(sheet, COMMODITY, d->commodity);
    ot__buf_free(&text);
}

static void put_formulas(ot_sheet *sheet, const ot_mirror *r)
{
    char x[OT_NUMBER_SIZE], y[OT_NUMBER_SIZE];
    ot_buf text = {0};

    ot__shortest(x, r->exports.y);
    ot__shortest(y, r->imports.y);
    ot__buf_format(&text, "imports / exports = %s / %s", y, x);
    ot_sheet_formula(sheet, RATIO, ot__buf_cstr(&text));
    ot__buf_free(&text);
    ot__buf_format(&text,
                   "(imports - exports) / ((imports + exports) / 2), imports "
                   "%s, exports %s",
                   y, x);
    ot_sheet_formula(sheet, GAP, ot__buf_cstr(&text));
    ot__buf_free(&text);
}

static void put_comparison(ot_sheet *sheet, const ot_mirror *r)
{
    if (isnan(r->exports.y) || isnan(r->imports.y)) {
        return; // the side that is missing says why
    }
    if (isnan(r->ratio)) {
        ot_sheet_none(sheet, RATIO, "no exports");
    } else {
        ot_sheet_number(sheet, RATIO, r->ratio, r->ratio_range);
        ot_sheet_text(sheet, BAND, ot_mirror_place_name(r->place));
    }
    if (!isnan(r->gap)) {
        ot_sheet_number(sheet, GAP, r->gap, r->gap_range);
        put_formulas(sheet, r);
    }
}

typedef struct tracer {
    ot_sheet *sheet;
    const char *side;
} tracer;

static void trace(const ot_used_cell *cell, void *context)
{
    const tracer *t = context;
    char number[OT_NUMBER_SIZE], rate[OT_NUMBER_SIZE], period[32];

    ot_sheet_note(t->sheet, "  %s: %s %s%s  %s:%ld", t->side,
                  ot_period_text(cell->period, period),
                  ot__shortest(number, cell->y), cli_at_rate(cell, rate),
                  cell->path, cell->line);
}

static void explain(ot_sheet *sheet, const mirrored *d, ot_period period)
{
    tracer x = {sheet, "exporter"}, y = {sheet, "importer"};

    if (d->exports != NULL) {
        ot_view_trace(d->exports, period, trace, &x);
    }
    if (d->imports != NULL) {
        ot_view_trace(d->imports, period, trace, &y);
    }
}

static void put_row(ot_sheet *sheet, const mirrors *m, const mirrored *d,
                    ot_period period)
{
    const ot_mirror r = ot_mirror_of(value_of(d->exports, period),
                                     value_of(d->imports, period), m->band);

    if (isnan(r.exports.y) && isnan(r.imports.y)) {
        return;
    }
    ot_sheet_row(sheet);
    put_direction(sheet, m, d);
    ot_sheet_period(sheet, PERIOD, period);
    put_value(sheet, EXPORTS, d->exports, &r.exports);
    put_value(sheet, IMPORTS, d->imports, &r.imports);
    put_comparison(sheet, &r);
    if (m->rule != NULL) {
        ot_interval range;
        const double y =
            ot_mirror_reconciled(&r, m->rule, ot_interval_mid(m->band), &range);
        if (isnan(y)) {
            ot_sheet_none(sheet, ESTIMATE, "needs both sides");
        } else {
            ot_sheet_number(sheet, ESTIMATE, y, range);
        }
    }
    if (m->explain) {
        explain(sheet, d, period);
    }
}

// ---- all of them -----------------------------------------------------------

// The months either has, or with `both` those of both; months 0: none.
static ot_period months_of(const mirrored *d, bool both)
{
    if (d->exports == NULL && d->imports == NULL) {
        return (ot_period){0, 0};
    }
    if (d->exports == NULL || d->imports == NULL) {
        return ot_view_span(d->exports != NULL ? d->exports : d->imports);
    }
    const ot_period x = ot_view_span(d->exports), y = ot_view_span(d->imports);
    const int32_t a = ot_period_last(x), b = ot_period_last(y);
    const bool later = x.first > y.first;
    const int32_t first = later == both ? x.first : y.first;
    const int32_t last = (a > b) == both ? b : a;

    return last >= first ? ot_period_range(first, last) : (ot_period){0, 0};
}

// Whole steps inside, counted from the start of the year; last: only the last.
static void put_steps(ot_sheet *sheet, const mirrors *m, const mirrored *d,
                      ot_period all, bool last)
{
    const int32_t step = m->step > 0 ? m->step : 12;
    const int32_t year = ot_period_year_of(all.first, m->year_start).first;
    const int32_t end = all.first + all.months;
    int32_t from = all.first - (all.first - year) % step;

    if (last) {
        const int32_t steps = (end - from) / step;
        from += steps > 0 ? (steps - 1) * step : 0;
    }
    for (; from + step <= end; from += step) {
        put_row(sheet, m, d, (ot_period){from, step});
    }
}

static void put_periods(ot_sheet *sheet, const mirrors *m, const mirrored *d)
{
    const bool listed = m->within.n > 0;
    const ot_period all = months_of(d, m->last_only);

    for (size_t i = 0; i < m->within.n; i++) {
        if (m->step > 0) {
            put_steps(sheet, m, d, m->within.at[i], false);
        } else {
            put_row(sheet, m, d, m->within.at[i]);
        }
    }
    if (!listed && all.months > 0) {
        put_steps(sheet, m, d, all, m->last_only);
    }
}

ot_sheet *mirror_sheet(const mirrors *m)
{
    ot_sheet *sheet = make_sheet(m);

    for (size_t i = 0; sheet != NULL && i < m->n; i++) {
        put_periods(sheet, m, &m->at[i]);
    }
    return sheet;
}
