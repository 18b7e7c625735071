// SPDX-License-Identifier: GPL-3.0-or-later
// growth_rows.c - the table of outturn growth, row by row.

#include <math.h>
#include <string.h>

#include "cli/growth.h"

enum {
    WHAT,
    PARTNER,
    FLOW,
    PERIOD,
    VALUE,
    BASE_PERIOD,
    BASE,
    RATIO,
    CHANGE,
    COMPOUND,
    NOTE,
    COLUMNS
};

ot_sheet *growth_sheet(const cli_views *v, bool many_partners, bool named,
                       bool compound)
{
    const ot_unit unit = ot_view_unit(v->view[0]);
    const ot_column_kind hidden = OT_COLUMN_ID;
    const ot_column columns[COLUMNS] = {
        {"what", "", named ? OT_COLUMN_TEXT : hidden, unit},
        {"partner", "partner", many_partners ? OT_COLUMN_TEXT : hidden, unit},
        {"flow", "flow", v->n > 1 ? OT_COLUMN_TEXT : hidden, unit},
        {"period", "period", OT_COLUMN_PERIOD, unit},
        {"value", "value", OT_COLUMN_AMOUNT, unit},
        {"base_period", "against", OT_COLUMN_PERIOD, unit},
        {"base_value", "was", OT_COLUMN_AMOUNT, unit},
        {"ratio", "growth", OT_COLUMN_RATIO, unit},
        {"change", "change", OT_COLUMN_AMOUNT, unit},
        {"compound", "a year", OT_COLUMN_CHANGE, unit},
        {"note", "", OT_COLUMN_TEXT, unit},
    };
    ot_column used[COLUMNS];

    memcpy(used, columns, sizeof used);
    if (!compound) {
        used[COMPOUND].kind = OT_COLUMN_ID; // stays in csv and json, empty
    }
    return ot_sheet_new("rows", used, COLUMNS);
}

// "2024-02 missing", "not in the files (release of ..., months to June 2024)"
static void put_value(ot_sheet *sheet, size_t column, const ot_view *view,
                      const ot_value *v)
{
    char why[96];

    if (!isnan(v->y)) {
        ot_sheet_number(sheet, column, v->y, ot_value_interval(*v));
        return;
    }
    ot_sheet_none(sheet, column, cli_hole(view, v, why, sizeof why));
}

static void add_note(ot_buf *note, const char *text)
{
    ot__buf_format(note, "%s%s", note->n > 0 ? "; " : "", text);
}

static void put_notes(ot_sheet *sheet, const ot_growth *g)
{
    ot_buf note = {0};
    char text[96];

    if (g->value.absent > 0 || g->base.absent > 0) {
        snprintf(text, sizeof text, "%d months without trade counted as 0",
                 g->value.absent + g->base.absent);
        add_note(&note, text);
    }
    if (g->value.mixed || g->base.mixed) {
        add_note(&note, "difference of two releases");
    } else if (g->value.origin == OT_FROM_DIFFERENCE ||
               g->base.origin == OT_FROM_DIFFERENCE) {
        add_note(&note, "from figures to date");
    }
    if (g->value.averaged > 0 || g->base.averaged > 0) {
        add_note(&note, "at the period's average rate, not month by month");
    }
    if (g->value.provisional) {
        add_note(&note, "provisional");
    }
    if (g->value.estimated) {
        add_note(&note, "estimated");
    }
    if (!isnan(g->base.y) && !isnan(g->value.y) && isnan(g->ratio_mid)) {
        add_note(&note, "no growth rate from a base of zero or less");
    }
    if (note.n > 0) {
        ot_sheet_text(sheet, NOTE, note.at);
    }
    ot__buf_free(&note);
}

static void put_formulas(ot_sheet *sheet, const ot_growth *g)
{
    char v[OT_NUMBER_SIZE], b[OT_NUMBER_SIZE];
    ot_buf text = {0};

    if (!isnan(g->ratio_mid)) {
        ot__buf_format(&text, "value / base value = %s / %s",
                       ot__shortest(v, g->value.y), ot__shortest(b, g->base.y));
        ot_sheet_formula(sheet, RATIO, ot__buf_cstr(&text));
    }
    ot__buf_free(&text);
}

// Where the numbers came from, under --explain.
typedef struct tracer {
    ot_sheet *sheet;
    const char *what;
    size_t shown;
} tracer;

static void trace(const ot_used_cell *cell, void *context)
{
    tracer *t = context;
    char number[OT_NUMBER_SIZE], rate[OT_NUMBER_SIZE], period[32];

    if (t->shown++ < 400) {
        ot_sheet_note(t->sheet, "  %s: %s%s %s %s%s  %s:%ld", t->what,
                      cell->sign < 0 ? "-" : "+", ot_flow_at(cell->flow)->name,
                      ot_period_text(cell->period, period),
                      ot__shortest(number, cell->y), cli_at_rate(cell, rate),
                      cell->path, cell->line);
    }
}

static void explain(ot_sheet *sheet, const ot_view *view, const ot_growth *g)
{
    char period[64];
    tracer t = {sheet, ot_period_short(g->period, period), 0};
    char base[64];
    tracer u = {sheet, ot_period_short(g->base_period, base), 0};

    ot_view_trace(view, g->period, trace, &t);
    ot_view_trace(view, g->base_period, trace, &u);
}

static void put_compound(ot_sheet *sheet, const ot_growth *g)
{
    double mid;
    const ot_interval range = ot_growth_compound(g, &mid);

    if (g->period.first - g->base_period.first > 12 && !isnan(mid)) {
        ot_sheet_number(sheet, COMPOUND, mid, range);
    }
}

static void put_names(ot_sheet *sheet, const cli_views *v, const ot_view *view,
                      const char *what)
{
    ot_sheet_text(sheet, WHAT, what);
    ot_sheet_text(sheet, PARTNER,
                  ot_panel_area_name(v->panel, ot_view_partner(view)));
    ot_sheet_text(sheet, FLOW, ot_view_flow(view)->name);
}

// The months known in both years, where some are not.
static void add_like_for_like(ot_sheet *sheet, const cli_views *v,
                              const ot_view *view, const ot_growth *g)
{
    char text[64];

    if (g->like_months == 0) {
        return;
    }
    ot_sheet_row(sheet);
    put_names(sheet, v, view, "like for like");
    ot_sheet_period(sheet, PERIOD, g->period);
    ot_sheet_number(sheet, VALUE, g->like_value, ot_interval_none());
    ot_sheet_period(sheet, BASE_PERIOD, g->base_period);
    ot_sheet_number(sheet, BASE, g->like_base, ot_interval_none());
    ot_sheet_number(sheet, RATIO, g->like_ratio, ot_interval_none());
    ot_sheet_number(sheet, CHANGE, g->like_value - g->like_base,
                    ot_interval_none());
    snprintf(text, sizeof text, "the %d of %d months known in both",
             g->like_months, g->period.months);
    ot_sheet_text(sheet, NOTE, text);
}

void growth_row(const common_args *args, ot_sheet *sheet, const cli_views *v,
                const ot_view *view, const char *what, ot_period period,
                ot_period base)
{
    const ot_growth g = ot_growth_between(view, period, base);

    ot_sheet_row(sheet);
    put_names(sheet, v, view, what);
    ot_sheet_period(sheet, PERIOD, period);
    put_value(sheet, VALUE, view, &g.value);
    ot_sheet_period(sheet, BASE_PERIOD, base);
    put_value(sheet, BASE, view, &g.base);
    ot_sheet_number(sheet, RATIO, g.ratio_mid, g.ratio);
    ot_sheet_number(sheet, CHANGE, g.change_mid, g.change);
    put_compound(sheet, &g);
    put_notes(sheet, &g);
    put_formulas(sheet, &g);
    if (args->explain) {
        explain(sheet, view, &g);
    }
    add_like_for_like(sheet, v, view, &g);
    if (ot_sheet_next(sheet) != NULL) {
        growth_currency_row(ot_sheet_next(sheet), v, view, &g);
    }
}
