// SPDX-License-Identifier: GPL-3.0-or-later
// top_sheet.c - the tables of outturn top: rows, others, total; concentration.

#include <math.h>
#include <string.h>

#include "cli/top.h"

enum {
    KIND,
    RANK,
    WAS,
    REPORTER,
    REPORTER_CODE,
    PARTNER,
    PARTNER_CODE,
    FLOW,
    COMMODITY,
    GOODS,
    SECTION,
    VALUE,
    BASE,
    CHANGE,
    SHARE,
    BASE_SHARE,
    SHARE_CHANGE,
    GROWTH,
    CONTRIBUTION,
    LEFT_VALUE, // without what --exclude names
    LEFT_SHARE,
    LEFT_GROWTH,
    LEFT_CONTRIBUTION,
    COLUMNS
};

static ot_column_kind shown(bool yes)
{
    return yes ? OT_COLUMN_TEXT : OT_COLUMN_ID;
}

static ot_sheet *new_sheet(const tops *t, bool machines)
{
    const ot_unit unit = t->unit;
    const ot_slicing *how = &t->cut.how;
    const ot_column_kind id = OT_COLUMN_ID;
    const ot_column columns[COLUMNS] = {
        {"row", "", id, unit},
        {"rank", "rank", OT_COLUMN_COUNT, unit},
        {"rank_was", "was", OT_COLUMN_COUNT, unit},
        {"reporter", "reporter", shown(how->by_reporter), unit},
        {"reporter_code", "", id, unit},
        {"partner", "partner", shown(how->by_partner), unit},
        {"partner_code", "", id, unit},
        {"flow", "flow", shown(how->by_flow), unit},
        {"commodity", "commodity", shown(how->by_commodity), unit},
        {"goods", "goods", shown(how->by_commodity), unit},
        {"section", "", id, unit},
        {"value", "value", OT_COLUMN_AMOUNT, unit},
        {"base_value", "", machines ? OT_COLUMN_AMOUNT : id, unit},
        {"change", "change", OT_COLUMN_AMOUNT, unit},
        {"share", "share", OT_COLUMN_SHARE, unit},
        {"base_share", "", machines ? OT_COLUMN_SHARE : id, unit},
        {"share_change", "share moved", OT_COLUMN_POINTS, unit},
        {"ratio", "growth", OT_COLUMN_RATIO, unit},
        {"contribution", "contribution", OT_COLUMN_POINTS, unit},
        {"without_value", "without", OT_COLUMN_AMOUNT, unit},
        {"without_share", "share without", OT_COLUMN_SHARE, unit},
        {"without_ratio", "growth without", OT_COLUMN_RATIO, unit},
        {"without_contribution", "contribution without", OT_COLUMN_POINTS,
         unit},
    };

    return ot_sheet_new("rows", columns,
                        t->left != NULL ? COLUMNS : LEFT_VALUE);
}

static void put(ot_sheet *sheet, size_t column, ot_ranged m)
{
    if (!isnan(m.y)) {
        ot_sheet_number(sheet, column, m.y, m.range);
    } else {
        ot_sheet_none(sheet, column, NULL);
    }
}

static void put_rank(ot_sheet *sheet, size_t column, size_t rank)
{
    if (rank > 0) {
        ot_sheet_number(sheet, column, (double)rank, ot_interval_none());
    }
}

static void put_area(ot_sheet *sheet, const ot_panel *panel, size_t column,
                     ot_area area)
{
    if (area != OT_AREA_NONE) {
        ot_sheet_text(sheet, column, ot_panel_area_name(panel, area));
        ot_sheet_text(sheet, column + 1, ot_panel_area_code(panel, area));
    }
}

static void put_numbers(ot_sheet *sheet, const ot_top_row *row)
{
    put(sheet, VALUE, row->value);
    put(sheet, BASE, row->base);
    put(sheet, CHANGE, row->change);
    put(sheet, SHARE, row->share);
    put(sheet, BASE_SHARE, row->base_share);
    put(sheet, SHARE_CHANGE, row->share_change);
    put(sheet, GROWTH, row->ratio);
    put(sheet, CONTRIBUTION, row->contribution);
}

// Of the same row without what is left out; nothing where all of it is.
static void put_left(ot_sheet *sheet, const tops *t, const ot_top_row *row)
{
    if (t->left != NULL && (row->value.y > 0 || row->base.y > 0)) {
        put(sheet, LEFT_VALUE, row->value);
        put(sheet, LEFT_SHARE, row->share);
        put(sheet, LEFT_GROWTH, row->ratio);
        put(sheet, LEFT_CONTRIBUTION, row->contribution);
    }
}

static void put_formulas(ot_sheet *sheet, const ot_top_row *row,
                         const ot_top_row *total)
{
    char a[OT_NUMBER_SIZE], b[OT_NUMBER_SIZE], c[OT_NUMBER_SIZE];
    ot_buf text = {0};

    if (!isnan(row->share.y)) {
        ot__buf_format(&text, "value / total = %s / %s",
                       ot__shortest(a, row->value.y),
                       ot__shortest(b, total->value.y));
        ot_sheet_formula(sheet, SHARE, ot__buf_cstr(&text));
    }
    ot__buf_clear(&text);
    if (!isnan(row->contribution.y)) {
        ot__buf_format(
            &text, "(value - base value) / base total = (%s - %s) / %s",
            ot__shortest(a, row->value.y), ot__shortest(b, row->base.y),
            ot__shortest(c, total->base.y));
        ot_sheet_formula(sheet, CONTRIBUTION, ot__buf_cstr(&text));
    }
    ot__buf_free(&text);
}

static void add_part(ot_sheet *sheet, const tops *t, size_t k)
{
    const ot_top_row *row = &t->top.row[k];
    const ot_slice s = ot_slices_at(t->slices, t->slice[row->part]);

    ot_sheet_row(sheet);
    ot_sheet_text(sheet, KIND, "part");
    put_rank(sheet, RANK, row->rank);
    put_rank(sheet, WAS, row->was);
    put_area(sheet, t->held.panel, REPORTER, s.reporter);
    put_area(sheet, t->held.panel, PARTNER, s.partner);
    ot_sheet_text(sheet, FLOW, s.flow->name);
    ot_sheet_text(sheet, COMMODITY, s.commodity);
    if (t->cut.how.by_commodity && ot_hs_chapter(s.commodity) != NULL) {
        const char *section;
        (void)ot_hs_section(s.commodity, &section);
        ot_sheet_text(sheet, GOODS, ot_hs_chapter(s.commodity));
        ot_sheet_text(sheet, SECTION, section != NULL ? section : "");
    }
    put_numbers(sheet, row);
    put_formulas(sheet, row, &t->top.total);
    if (t->left != NULL) {
        put_left(sheet, t, &t->without.row[k]);
    }
}

// Several in one, by what they are.
static void add_sum(ot_sheet *sheet, const tops *t, const ot_top_row *row,
                    const ot_top_row *left, const char *kind, const char *name)
{
    const ot_slicing *how = &t->cut.how;
    const size_t column = how->by_reporter  ? REPORTER
                          : how->by_partner ? PARTNER
                          : how->by_flow    ? FLOW
                                            : COMMODITY;
    char text[64];

    ot_sheet_row(sheet);
    ot_sheet_text(sheet, KIND, kind);
    if (row->n > 0 && row != &t->top.total) {
        snprintf(text, sizeof text, "%s (%zu)", name, row->n);
    } else {
        snprintf(text, sizeof text, "%s", name);
    }
    ot_sheet_text(sheet, column, text);
    put_numbers(sheet, row);
    put_formulas(sheet, row, &t->top.total);
    put_left(sheet, t, left);
}

// ---- concentration ---------------------------------------------------------

enum { C_PERIOD, C_N, C_HHI, C_EFFECTIVE, C_NORMALISED, C_COLUMNS };

static void add_concentration(ot_sheet *sheet, ot_period period,
                              const ot_concentration *c)
{
    ot_sheet_row(sheet);
    ot_sheet_period(sheet, C_PERIOD, period);
    ot_sheet_number(sheet, C_N, (double)c->n, ot_interval_none());
    put(sheet, C_HHI, c->hhi);
    put(sheet, C_EFFECTIVE, c->effective);
    put(sheet, C_NORMALISED, c->normalised);
}

static ot_sheet *concentration(const tops *t, bool machines)
{
    const ot_unit unit = t->unit;
    const ot_column columns[C_COLUMNS] = {
        {"period", "concentration", OT_COLUMN_PERIOD, unit},
        {"n", "n", OT_COLUMN_COUNT, unit},
        {"hhi", "HHI (raw)", OT_COLUMN_EXCHANGE, unit},
        {"effective", "effective number", OT_COLUMN_TIMES, unit},
        {"normalised", "", machines ? OT_COLUMN_EXCHANGE : OT_COLUMN_ID, unit},
    };
    ot_sheet *sheet = ot_sheet_new("concentration", columns, C_COLUMNS);

    if (sheet != NULL) {
        add_concentration(sheet, t->period, &t->top.now);
        add_concentration(sheet, t->base, &t->top.before);
    }
    return sheet;
}

ot_sheet *top_sheet(const tops *t, bool machines, int *scale)
{
    const ot_top *top = &t->top;
    ot_sheet *sheet = new_sheet(t, machines);
    ot_sheet *below = sheet != NULL ? concentration(t, machines) : NULL;

    if (below == NULL) {
        ot_sheet_free(sheet);
        return NULL;
    }
    ot_sheet_append(sheet, below);
    for (size_t k = 0; k < top->rows; k++) {
        add_part(sheet, t, k);
    }
    // Of the rows: their total may be far larger.
    ot_sheet_scale(sheet, -1);
    *scale = ot_sheet_column(sheet, VALUE)->unit.scale;
    if (top->others.n > 0) {
        add_sum(sheet, t, &top->others, &t->without.others, "others", "others");
    }
    if (top->rest) {
        add_sum(sheet, t, &top->unallocated, &t->without.unallocated,
                "not-allocated", "not allocated");
    }
    add_sum(sheet, t, &top->total, &t->without.total, "total", "total");
    return sheet;
}
