// SPDX-License-Identifier: GPL-3.0-or-later
// top_sheet.c - the tables of outturn top: rows, others, total; concentration.

#include <math.h>
#include <string.h>

#include "cli/top.h"

enum {
    KIND,
    PERIOD,
    BASE_PERIOD,
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

static ot_column_kind shown(bool yes, ot_column_kind kind)
{
    return yes ? kind : OT_COLUMN_ID;
}

// What the names of the parts are, in words.
static const char *parts_title(const tops *t)
{
    return t->groups.by == TOP_BY_SECTION ? "section" : "commodity";
}

// A column that has nothing to say is hidden from people.
static ot_sheet *new_sheet(const tops *t, bool machines)
{
    const ot_unit unit = t->unit;
    const ot_slicing *how = &t->cut.how;
    const bool area =
        t->groups.by == TOP_BY_REGION || t->groups.by == TOP_BY_CONTINENT;
    const bool several = t->runs > 1, moved = machines || tops_moved(t);
    const bool goods =
        how->by_commodity && (t->groups.by != TOP_BY_CONCORD || machines);
    const ot_column columns[COLUMNS] = {
        {"row", "", OT_COLUMN_ID, unit},
        {"period", "period", shown(several || machines, OT_COLUMN_PERIOD),
         unit},
        {"base_period", "", shown(machines, OT_COLUMN_PERIOD), unit},
        {"rank", "rank", OT_COLUMN_COUNT, unit},
        {"rank_was", "was", shown(moved, OT_COLUMN_COUNT), unit},
        {"reporter", "reporter", shown(how->by_reporter, OT_COLUMN_TEXT), unit},
        {"reporter_code", "", OT_COLUMN_ID, unit},
        {"partner", area ? "region" : "partner",
         shown(how->by_partner, OT_COLUMN_TEXT), unit},
        {"partner_code", "", OT_COLUMN_ID, unit},
        {"flow", "flow", shown(how->by_flow, OT_COLUMN_TEXT), unit},
        {"commodity", parts_title(t), shown(how->by_commodity, OT_COLUMN_TEXT),
         unit},
        {"goods", "goods", shown(goods, OT_COLUMN_TEXT), unit},
        {"section", "", OT_COLUMN_ID, unit},
        {"value", "value", OT_COLUMN_AMOUNT, unit},
        {"base_value", "", shown(machines, OT_COLUMN_AMOUNT), unit},
        {"change", "change", shown(moved, OT_COLUMN_AMOUNT), unit},
        {"share", "share", OT_COLUMN_SHARE, unit},
        {"base_share", "", shown(machines, OT_COLUMN_SHARE), unit},
        {"share_change", "share moved", shown(moved, OT_COLUMN_POINTS), unit},
        {"ratio", "growth", shown(moved, OT_COLUMN_RATIO), unit},
        {"contribution", "contribution", shown(moved, OT_COLUMN_POINTS), unit},
        {"without_value", "without", OT_COLUMN_AMOUNT, unit},
        {"without_share", "share without", OT_COLUMN_SHARE, unit},
        {"without_ratio", "growth without", shown(moved, OT_COLUMN_RATIO),
         unit},
        {"without_contribution", "contribution without",
         shown(moved, OT_COLUMN_POINTS), unit},
    };

    return ot_sheet_new("rows", columns,
                        t->run[0].left != NULL ? COLUMNS : LEFT_VALUE);
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

static void put_numbers(ot_sheet *sheet, const top_run *run,
                        const ot_top_row *row)
{
    put(sheet, VALUE, row->value);
    put(sheet, SHARE, row->share);
    if (run->alone) {
        ot_sheet_none(sheet, BASE, "not in the files");
        return;
    }
    put(sheet, BASE, row->base);
    put(sheet, CHANGE, row->change);
    put(sheet, BASE_SHARE, row->base_share);
    put(sheet, SHARE_CHANGE, row->share_change);
    put(sheet, GROWTH, row->ratio);
    put(sheet, CONTRIBUTION, row->contribution);
}

// Of the same row without what is left out; nothing where all of it is.
static void put_left(ot_sheet *sheet, const top_run *run, const ot_top_row *row)
{
    if (run->left != NULL && (row->value.y > 0 || row->base.y > 0)) {
        put(sheet, LEFT_VALUE, row->value);
        put(sheet, LEFT_SHARE, row->share);
    }
    if (run->left != NULL && !run->alone &&
        (row->value.y > 0 || row->base.y > 0)) {
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

static void start_row(ot_sheet *sheet, const top_run *run, const char *kind)
{
    ot_sheet_row(sheet);
    ot_sheet_text(sheet, KIND, kind);
    ot_sheet_period(sheet, PERIOD, run->period);
    ot_sheet_period(sheet, BASE_PERIOD, run->base);
}

static void put_slice(ot_sheet *sheet, const tops *t, size_t slice)
{
    const ot_slice s = ot_slices_at(t->amounts.slices, slice);

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
}

static void put_group(ot_sheet *sheet, const tops *t, size_t group)
{
    const ot_slice s = ot_slices_at(t->amounts.slices, 0);
    const top_group *g = &t->groups.at[group];

    put_area(sheet, t->held.panel, REPORTER, s.reporter);
    ot_sheet_text(sheet, FLOW, s.flow->name);
    if (t->cut.how.by_partner) {
        ot_sheet_text(sheet, PARTNER, g->name);
        ot_sheet_text(sheet, PARTNER_CODE, g->code);
        return;
    }
    put_area(sheet, t->held.panel, PARTNER, s.partner);
    ot_sheet_text(sheet, COMMODITY, g->code);
    if (g->name != NULL) {
        ot_sheet_text(sheet, GOODS, g->name);
    }
}

static void add_part(ot_sheet *sheet, const tops *t, const top_run *run,
                     size_t k)
{
    const ot_top_row *row = &run->top.row[k];

    start_row(sheet, run, "part");
    put_rank(sheet, RANK, row->rank);
    put_rank(sheet, WAS, row->was);
    if (t->groups.by == TOP_BY_SLICE) {
        put_slice(sheet, t, run->of[row->part]);
    } else {
        put_group(sheet, t, run->of[row->part]);
    }
    put_numbers(sheet, run, row);
    put_formulas(sheet, row, &run->top.total);
    if (run->left != NULL) {
        put_left(sheet, run, &run->without.row[k]);
    }
}

// Several in one, by what they are.
static void add_sum(ot_sheet *sheet, const tops *t, const top_run *run,
                    const ot_top_row *row, const ot_top_row *left,
                    const char *kind, const char *name)
{
    const ot_slicing *how = &t->cut.how;
    const size_t column = how->by_reporter  ? REPORTER
                          : how->by_partner ? PARTNER
                          : how->by_flow    ? FLOW
                                            : COMMODITY;
    char text[64];

    start_row(sheet, run, kind);
    if (row->n > 0 && row != &run->top.total && t->groups.n == 0) {
        snprintf(text, sizeof text, "%s (%zu)", name, row->n);
    } else {
        snprintf(text, sizeof text, "%s", name);
    }
    ot_sheet_text(sheet, column, text);
    put_numbers(sheet, run, row);
    put_formulas(sheet, row, &run->top.total);
    put_left(sheet, run, left);
}

static void add_sums(ot_sheet *sheet, const tops *t, const top_run *run)
{
    const ot_top *top = &run->top, *left = &run->without;

    if (top->others.n > 0) {
        add_sum(sheet, t, run, &top->others, &left->others, "others", "others");
    }
    if (top->rest) {
        add_sum(sheet, t, run, &top->unallocated, &left->unallocated,
                "not-allocated", "not allocated");
    }
    add_sum(sheet, t, run, &top->total, &left->total, "total", "total");
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

    if (sheet == NULL) {
        return NULL;
    }
    for (size_t i = 0; i < t->runs; i++) {
        const top_run *run = &t->run[i];
        if (run->parts == 0) {
            continue;
        }
        add_concentration(sheet, run->period, &run->top.now);
        if (t->runs == 1 && !run->alone) {
            add_concentration(sheet, run->base, &run->top.before);
        }
    }
    return sheet;
}

// Of a ranking the small rows are to be read too: a largest one of less than
// ten is shown in thousands of what it would be alone.
static int scale_of_rows(ot_sheet *sheet)
{
    ot_sheet_scale(sheet, -1);
    const int scale = ot_sheet_column(sheet, VALUE)->unit.scale;
    const double most = ot_sheet_extent(sheet, VALUE).largest;

    return scale >= 3 && most < 10 * pow(10, scale) ? scale - 3 : scale;
}

ot_sheet *top_sheet(const tops *t, bool machines, int *scale)
{
    ot_sheet *sheet = new_sheet(t, machines);
    ot_sheet *below = sheet != NULL ? concentration(t, machines) : NULL;

    if (below == NULL) {
        ot_sheet_free(sheet);
        return NULL;
    }
    ot_sheet_append(sheet, below);
    // By the parts of the first: a total may be far larger.
    bool begun = false;
    for (size_t i = 0; i < t->runs; i++) {
        if (t->run[i].parts == 0) {
            continue;
        }
        for (size_t k = 0; k < t->run[i].top.rows; k++) {
            add_part(sheet, t, &t->run[i], k);
        }
        if (!begun) {
            *scale = scale_of_rows(sheet);
            begun = true;
        }
        add_sums(sheet, t, &t->run[i]);
    }
    return sheet;
}
