// SPDX-License-Identifier: GPL-3.0-or-later
// index_sheet.c - the tables of outturn index.

#include <math.h>
#include <string.h>

#include "cli/index.h"

// ---- the indices -----------------------------------------------------------

enum {
    FLOW,
    PERIOD,
    BASE_PERIOD,
    VALUE_INDEX,
    LASPEYRES,
    PAASCHE,
    FISHER,
    TOERNQVIST,
    VOLUME,
    COMPARED,
    COVERED,
    NOTE,
    ROW_COLUMNS
};

static const ot_column row_columns[ROW_COLUMNS] = {
    {.id = "flow", .title = "flow", .kind = OT_COLUMN_TEXT},
    {.id = "period", .title = "period", .kind = OT_COLUMN_PERIOD},
    {.id = "base_period", .title = "against", .kind = OT_COLUMN_PERIOD},
    {.id = "value_index", .title = "value", .kind = OT_COLUMN_INDEX},
    {.id = "laspeyres", .title = "price: Laspeyres", .kind = OT_COLUMN_INDEX},
    {.id = "paasche", .title = "Paasche", .kind = OT_COLUMN_INDEX},
    {.id = "fisher", .title = "Fisher", .kind = OT_COLUMN_INDEX},
    {.id = "toernqvist", .title = "Toernqvist", .kind = OT_COLUMN_INDEX},
    {.id = "volume", .title = "volume", .kind = OT_COLUMN_INDEX},
    {.id = "compared", .title = "compared", .kind = OT_COLUMN_COUNT},
    {.id = "covered", .title = "of value", .kind = OT_COLUMN_SHARE},
    {.id = "note", .title = "", .kind = OT_COLUMN_TEXT},
};

static const ot_interval no_range = {NAN, NAN, false, false};

// Where the base is 100.
static void put_index(ot_sheet *sheet, size_t column, ot_ranged x,
                      const char *formula, double above, double below)
{
    char a[OT_NUMBER_SIZE], b[OT_NUMBER_SIZE];
    ot_buf text = {0};

    ot_sheet_number(sheet, column, 100 * x.y, ot_interval_scale(x.range, 100));
    ot__buf_text(&text, formula);
    if (!isnan(above)) {
        ot__buf_format(&text, " = 100 x %s / %s", ot__digits15(a, above),
                       ot__digits15(b, below));
    }
    ot_sheet_formula(sheet, column, ot__buf_cstr(&text));
    ot__buf_free(&text);
}

static void put_indices(ot_sheet *sheet, const ot_price_index *x)
{
    const double v0 = x->of[OT_ITEM_COMPARED].base_value;
    const double v1 = x->of[OT_ITEM_COMPARED].value;

    put_index(sheet, VALUE_INDEX, x->value, "100 x sum v1 / sum v0", v1, v0);
    put_index(sheet, LASPEYRES, x->laspeyres, "100 x sum p1 q0 / sum p0 q0",
              x->laspeyres.y * v0, v0);
    put_index(sheet, PAASCHE, x->paasche, "100 x sum p1 q1 / sum p0 q1", v1,
              v1 / x->paasche.y);
    put_index(sheet, FISHER, x->fisher, "sqrt(Laspeyres x Paasche)", NAN, NAN);
    put_index(sheet, TOERNQVIST, x->toernqvist,
              "100 x prod (p1 / p0)^((s0 + s1) / 2)", NAN, NAN);
    put_index(sheet, VOLUME, x->volume, "100 x value / Fisher", NAN, NAN);
}

static double total(const ot_price_index *x, bool base)
{
    double sum = 0;

    for (int i = 0; i < OT_ITEM_FATES; i++) {
        sum += base ? x->of[i].base_value : x->of[i].value;
    }
    return sum;
}

static void put_share(ot_sheet *sheet, size_t column, double part, double whole)
{
    if (whole > 0) {
        ot_sheet_number(sheet, column, part / whole, no_range);
    } else {
        ot_sheet_none(sheet, column, NULL);
    }
}

static void start_row(ot_sheet *sheet, const index_run *run)
{
    ot_sheet_row(sheet);
    ot_sheet_text(sheet, FLOW, run->flow->name);
    ot_sheet_period(sheet, PERIOD, run->period);
    ot_sheet_period(sheet, BASE_PERIOD, run->base);
}

static void add_row(ot_sheet *sheet, const index_run *run)
{
    const ot_price_index *x = &run->index;
    const ot_item_sum *compared = &x->of[OT_ITEM_COMPARED];
    char note[96] = "";

    start_row(sheet, run);
    if (!run->known) {
        for (size_t c = VALUE_INDEX; c <= VOLUME; c++) {
            ot_sheet_none(sheet, c, c == VALUE_INDEX ? run->why : NULL);
        }
        return;
    }
    put_indices(sheet, x);
    ot_sheet_number(sheet, COMPARED, (double)compared->n, no_range);
    put_share(sheet, COVERED, compared->value, total(x, false));
    if (compared->estimated > 0) {
        snprintf(note, sizeof note, "%zu with an estimated quantity",
                 compared->estimated);
    }
    if (ot_interval_is_none(x->fisher.range)) {
        snprintf(note + strlen(note), sizeof note - strlen(note),
                 "%sa quantity may round to nothing: no range",
                 note[0] != '\0' ? "; " : "");
    }
    if (note[0] != '\0') {
        ot_sheet_text(sheet, NOTE, note);
    }
}

// ---- what the change in value is made of -----------------------------------

enum {
    BASE_VALUE = BASE_PERIOD + 1,
    VALUE,
    CHANGE,
    PRICE_PART,
    QUANTITY_PART,
    OTHER_PART,
    PART_COLUMNS
};

static ot_sheet *parts_sheet(ot_unit unit)
{
    const ot_column columns[PART_COLUMNS] = {
        row_columns[FLOW],
        row_columns[PERIOD],
        row_columns[BASE_PERIOD],
        {"base_value", "was", OT_COLUMN_AMOUNT, unit},
        {"value", "value", OT_COLUMN_AMOUNT, unit},
        {"change", "change", OT_COLUMN_AMOUNT, unit},
        {"price_part", "by price", OT_COLUMN_AMOUNT, unit},
        {"quantity_part", "by quantity", OT_COLUMN_AMOUNT, unit},
        {"not_compared", "not compared", OT_COLUMN_AMOUNT, unit},
    };

    return ot_sheet_new("parts", columns, PART_COLUMNS);
}

static void add_parts(ot_sheet *sheet, const index_run *run)
{
    const ot_price_index *x = &run->index;
    const double v0 = total(x, true), v1 = total(x, false);
    const double change =
        x->of[OT_ITEM_COMPARED].value - x->of[OT_ITEM_COMPARED].base_value;

    start_row(sheet, run);
    if (x->of[OT_ITEM_UNKNOWN].n > 0) {
        ot_sheet_none(sheet, CHANGE, "a value is not known");
        return;
    }
    ot_sheet_number(sheet, BASE_VALUE, v0, no_range);
    ot_sheet_number(sheet, VALUE, v1, no_range);
    ot_sheet_number(sheet, CHANGE, v1 - v0, no_range);
    if (run->known) {
        ot_sheet_number(sheet, PRICE_PART, x->price_part.y,
                        x->price_part.range);
        ot_sheet_formula(sheet, PRICE_PART, "sum (q0 + q1) / 2 x (p1 - p0)");
        ot_sheet_number(sheet, QUANTITY_PART, x->quantity_part.y,
                        x->quantity_part.range);
        ot_sheet_formula(sheet, QUANTITY_PART, "sum (p0 + p1) / 2 x (q1 - q0)");
    }
    ot_sheet_number(sheet, OTHER_PART, v1 - v0 - (run->known ? change : 0),
                    no_range);
}

// ---- terms of trade --------------------------------------------------------

enum { TERMS_PERIOD, TERMS_BASE, TERMS, INCOME, TERMS_COLUMNS };

static ot_sheet *terms_sheet(void)
{
    static const ot_column columns[TERMS_COLUMNS] = {
        {.id = "period", .title = "period", .kind = OT_COLUMN_PERIOD},
        {.id = "base_period", .title = "against", .kind = OT_COLUMN_PERIOD},
        {.id = "terms", .title = "terms of trade", .kind = OT_COLUMN_INDEX},
        {.id = "income_terms",
         .title = "income terms of trade",
         .kind = OT_COLUMN_INDEX},
    };

    return ot_sheet_new("terms_of_trade", columns, TERMS_COLUMNS);
}

void index_add_terms(const index_sheets *s, const index_run *exports,
                     const index_run *imports)
{
    ot_sheet_row(s->terms);
    ot_sheet_period(s->terms, TERMS_PERIOD, exports->period);
    ot_sheet_period(s->terms, TERMS_BASE, exports->base);
    if (!exports->known || !imports->known) {
        ot_sheet_none(s->terms, TERMS, "an index is missing");
        ot_sheet_none(s->terms, INCOME, NULL);
        return;
    }
    put_index(s->terms, TERMS,
              ot_terms_of_trade(&exports->index, &imports->index),
              "100 x Fisher of exports / Fisher of imports",
              exports->index.fisher.y, imports->index.fisher.y);
    put_index(s->terms, INCOME,
              ot_income_terms_of_trade(&exports->index, &imports->index),
              "terms of trade x volume of exports", NAN, NAN);
}

// ---- what was not compared -------------------------------------------------

enum {
    FATE = BASE_PERIOD + 1,
    COUNT,
    BASE_SHARE,
    SHARE,
    ESTIMATED,
    LEFT_COLUMNS
};

static ot_sheet *left_sheet(void)
{
    const ot_column columns[LEFT_COLUMNS] = {
        row_columns[FLOW],
        row_columns[PERIOD],
        row_columns[BASE_PERIOD],
        {.id = "fate", .title = "what", .kind = OT_COLUMN_TEXT},
        {.id = "count", .title = "how many", .kind = OT_COLUMN_COUNT},
        {.id = "base_share", .title = "of value then", .kind = OT_COLUMN_SHARE},
        {.id = "share", .title = "of value now", .kind = OT_COLUMN_SHARE},
        {.id = "estimated",
         .title = "with estimated quantity",
         .kind = OT_COLUMN_COUNT},
    };

    return ot_sheet_new("coverage", columns, LEFT_COLUMNS);
}

static void add_left(ot_sheet *sheet, const index_run *run)
{
    const ot_price_index *x = &run->index;
    const double v0 = total(x, true), v1 = total(x, false);

    for (int i = 0; i < OT_ITEM_FATES; i++) {
        const ot_item_sum *sum = &x->of[i];
        if (sum->n == 0) {
            continue;
        }
        start_row(sheet, run);
        ot_sheet_text(sheet, FATE, ot_item_fate_name((ot_item_fate)i));
        ot_sheet_number(sheet, COUNT, (double)sum->n, no_range);
        put_share(sheet, BASE_SHARE, sum->base_value, v0);
        put_share(sheet, SHARE, sum->value, v1);
        ot_sheet_number(sheet, ESTIMATED, (double)sum->estimated, no_range);
    }
}

// ---- unit values -----------------------------------------------------------

enum {
    REPORTER = BASE_PERIOD + 1,
    PARTNER,
    COMMODITY,
    ITEM_FATE,
    PER,
    BASE_UNIT_VALUE,
    UNIT_VALUE,
    RELATIVE,
    ITEM_SHARE,
    ITEM_NOTE,
    ITEM_COLUMNS
};

static ot_sheet *items_sheet(const index_data *d)
{
    const ot_slicing *how = &d->cut.how;
    const ot_column_kind id = OT_COLUMN_ID, text = OT_COLUMN_TEXT;
    const ot_column columns[ITEM_COLUMNS] = {
        row_columns[FLOW],
        row_columns[PERIOD],
        row_columns[BASE_PERIOD],
        {"reporter", "reporter", how->by_reporter ? text : id, {.scale = 0}},
        {"partner", "partner", how->by_partner ? text : id, {.scale = 0}},
        {"commodity", "commodity", how->by_commodity ? text : id, {.scale = 0}},
        {.id = "fate", .title = "what", .kind = OT_COLUMN_TEXT},
        {.id = "unit", .title = "unit value in", .kind = OT_COLUMN_TEXT},
        {.id = "base_unit_value", .title = "was", .kind = OT_COLUMN_INDEX},
        {.id = "unit_value", .title = "is", .kind = OT_COLUMN_INDEX},
        {.id = "relative", .title = "by", .kind = OT_COLUMN_RATIO},
        {.id = "share", .title = "of value", .kind = OT_COLUMN_SHARE},
        {.id = "note", .title = "", .kind = OT_COLUMN_TEXT},
    };

    return ot_sheet_new("unit_values", columns, ITEM_COLUMNS);
}

static void put_unit_values(ot_sheet *sheet, const index_data *d,
                            const index_run *run, size_t i)
{
    const ot_item *x = &run->item[i];
    char per[32];

    snprintf(per, sizeof per, "%s/%s", d->unit.code, run->per[i].code);
    ot_sheet_text(sheet, PER, per);
    ot_sheet_number(sheet, BASE_UNIT_VALUE, x->base_unit_value.y,
                    x->base_unit_value.range);
    ot_sheet_number(sheet, UNIT_VALUE, x->unit_value.y, x->unit_value.range);
    ot_sheet_number(sheet, RELATIVE, x->relative.y, x->relative.range);
    if (x->quantity.estimated || x->base_quantity.estimated) {
        ot_sheet_text(sheet, ITEM_NOTE, "estimated quantity");
    }
}

static void add_item(ot_sheet *sheet, const index_data *d, const index_run *run,
                     size_t i)
{
    const ot_item *x = &run->item[i];
    const ot_slice slice = ot_slices_at(d->amounts.slices, run->slice[i]);

    start_row(sheet, run);
    ot_sheet_text(sheet, REPORTER,
                  ot_panel_area_name(d->values, slice.reporter));
    if (slice.partner != OT_AREA_NONE) {
        ot_sheet_text(sheet, PARTNER,
                      ot_panel_area_name(d->values, slice.partner));
    }
    ot_sheet_text(sheet, COMMODITY, slice.commodity);
    ot_sheet_text(sheet, ITEM_FATE, ot_item_fate_name(x->fate));
    if (x->fate <= OT_ITEM_OUTLIER) {
        put_unit_values(sheet, d, run, i);
    }
    put_share(sheet, ITEM_SHARE, isnan(x->value.y) ? 0 : x->value.y,
              total(&run->index, false));
}

// ---- all of them -----------------------------------------------------------

ot_sheet *index_sheets_new(const index_data *d, bool terms, index_sheets *s)
{
    ot_sheet *const rows = ot_sheet_new("rows", row_columns, ROW_COLUMNS);

    *s = (index_sheets){.rows = rows};
    if (rows == NULL) {
        return NULL;
    }
    s->parts = parts_sheet(d->unit);
    ot_sheet_append(rows, s->parts);
    if (terms) {
        s->terms = terms_sheet();
        ot_sheet_append(rows, s->terms);
    }
    s->left = left_sheet();
    ot_sheet_append(rows, s->left);
    s->items = items_sheet(d);
    ot_sheet_append(rows, s->items);
    return rows;
}

void index_add(const index_sheets *s, const index_data *d, const index_run *run,
               bool all)
{
    add_row(s->rows, run);
    add_parts(s->parts, run);
    add_left(s->left, run);
    for (size_t i = 0; i < run->n; i++) {
        if (all || run->item[i].fate == OT_ITEM_OUTLIER) {
            add_item(s->items, d, run, i);
        }
    }
}
