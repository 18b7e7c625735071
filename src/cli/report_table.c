// SPDX-License-Identifier: GPL-3.0-or-later
// report_table.c - sheets as tables of a brief: cells as in a terminal.

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "cli/out.h"
#include "cli/report.h"

const ot_sheet *report_sheet(const ot_sheet *sheet, const char *name)
{
    while (sheet != NULL && strcmp(ot_sheet_name(sheet), name) != 0) {
        sheet = ot_sheet_next(sheet);
    }
    return sheet;
}

static size_t find_column(const ot_sheet *sheet, const char *id)
{
    size_t c = 0;

    while (c < ot_sheet_columns(sheet) &&
           strcmp(ot_sheet_column(sheet, c)->id, id) != 0) {
        c++;
    }
    return c;
}

const ot_cell *report_raw(const ot_sheet *sheet, size_t row, const char *id)
{
    const size_t c = find_column(sheet, id);

    return c < ot_sheet_columns(sheet) ? ot_sheet_cell(sheet, row, c) : NULL;
}

char *report_cell(char out[], const ot_sheet *sheet, size_t row, const char *id)
{
    const size_t c = find_column(sheet, id);

    out[0] = '\0';
    return c < ot_sheet_columns(sheet) ? out_cell(out, sheet, row, c) : out;
}

char *report_amount(char out[], const ot_sheet *sheet, size_t row,
                    const char *id)
{
    const size_t c = find_column(sheet, id);
    char unit[32];
    ot_buf text = {0};

    report_cell(out, sheet, row, id);
    if (c == ot_sheet_columns(sheet) ||
        ot_sheet_cell(sheet, row, c)->kind != OT_CELL_NUMBER) {
        return out;
    }
    const ot_unit of = ot_sheet_column(sheet, c)->unit;
    ot_unit_text(of, unit);
    const char *scale = strchr(unit, ' ');
    if (of.dimension == OT_DIM_MONEY) {
        ot__buf_format(&text, "%s %s%s%s", of.code, out,
                       scale != NULL ? "\u00a0" : "",
                       scale != NULL ? scale + 1 : "");
    } else {
        ot__buf_format(&text, "%s %s", out, unit);
    }
    ot__str_copy(ot__str(ot__buf_cstr(&text)), out, OUT_CELL_SIZE);
    ot__buf_free(&text);
    return out;
}

const char *report_fact(const ot_sheet *sheet, const char *id)
{
    const char *text, *name;

    for (size_t i = 0; (name = ot_sheet_fact_at(sheet, i, &text)) != NULL;
         i++) {
        if (strcmp(name, id) == 0) {
            return text;
        }
    }
    return "";
}

// ---- tables -----------------------------------------------------------------

#define COLUMNS_MOST 24

// Which columns of a sheet, under which titles, and what is in a row.
typedef struct table {
    size_t column[COLUMNS_MOST];
    bool loud[COLUMNS_MOST];
    char (*text)[OUT_CELL_SIZE]; // one a column
    size_t n;
} table;

static void add_column(table *t, const ot_sheet *sheet, size_t c,
                       const char *title)
{
    char unit[32];
    const ot_column *column = ot_sheet_column(sheet, c);

    if (t->n == COLUMNS_MOST) {
        return;
    }
    char *text = t->text[t->n];
    t->column[t->n++] = c;
    if (title == NULL) {
        out_title(text, column);
    } else if (column->kind == OT_COLUMN_AMOUNT) {
        snprintf(text, OUT_CELL_SIZE, "%s, %s", title,
                 ot_unit_text(column->unit, unit));
    } else {
        snprintf(text, OUT_CELL_SIZE, "%s", title);
    }
    text[0] = (char)toupper((unsigned char)text[0]);
}

// Of a column that no row has anything in: amounts of a year before the files
// begin, a basis that none states.
static bool is_unknown(const ot_sheet *sheet, size_t c,
                       const report_shape *shape)
{
    const ot_column_kind kind = ot_sheet_column(sheet, c)->kind;
    char text[OUT_CELL_SIZE];

    if (kind != OT_COLUMN_AMOUNT && kind != OT_COLUMN_TEXT) {
        return false;
    }
    for (size_t row = 0; row < ot_sheet_rows(sheet); row++) {
        const bool said =
            kind == OT_COLUMN_TEXT
                ? out_cell(text, sheet, row, c)[0] != '\0'
                : ot_sheet_cell(sheet, row, c)->kind == OT_CELL_NUMBER;
        if (said && (shape->wants == NULL || shape->wants(sheet, row))) {
            return false;
        }
    }
    return true;
}

static void choose(table *t, const ot_sheet *sheet, const report_shape *shape)
{
    const report_column *wanted = shape->columns;

    for (; wanted != NULL && wanted->id != NULL; wanted++) {
        const size_t c = find_column(sheet, wanted->id);
        if (t->n < COLUMNS_MOST && c < ot_sheet_columns(sheet) &&
            out_shows(sheet, c) && !is_unknown(sheet, c, shape)) {
            t->loud[t->n] = wanted->loud;
            add_column(t, sheet, c, wanted->title);
        }
    }
    for (size_t c = 0; shape->columns == NULL && c < ot_sheet_columns(sheet);
         c++) {
        if (out_shows(sheet, c) && !is_unknown(sheet, c, shape)) {
            add_column(t, sheet, c, NULL);
        }
    }
}

// "not-checked": NOT CHECKED.
static void shout(char *text)
{
    for (; *text != '\0'; text++) {
        *text = (char)(*text == '-' ? ' ' : toupper((unsigned char)*text));
    }
}

// A balance that turns has no growth that says anything.
static bool turns(const ot_sheet *sheet, size_t row, const char *column)
{
    const ot_cell *now = report_raw(sheet, row, "value");
    const ot_cell *then = report_raw(sheet, row, "base_value");

    return strcmp(column, "ratio") == 0 && now != NULL && then != NULL &&
           now->kind == OT_CELL_NUMBER && then->kind == OT_CELL_NUMBER &&
           (now->number < 0) != (then->number < 0);
}

// What is held against what, of a stated figure.
static const char *view_words(const char *view)
{
    return strcmp(view, "alone") == 0  ? "the text itself"
           : strcmp(view, "data") == 0 ? "the data"
                                       : view;
}

// What a cell says in a brief: flows as words, a label with a large letter.
static void put_cell(ot_buf *out, const ot_sheet *sheet, size_t row, size_t c)
{
    static const char *const labels[] = {
        "what",   "partner", "flow",  "words", "commodity",
        "reason", "on",      "basis", "view",  NULL};
    const ot_column *column = ot_sheet_column(sheet, c);
    char text[OUT_CELL_SIZE];

    out_cell(text, sheet, row, c);
    if (column->kind == OT_COLUMN_TEXT && strcmp(column->id, "quote") == 0) {
        ot__buf_text(out, text); // as it was written
        return;
    }
    if (turns(sheet, row, column->id)) {
        return;
    }
    const bool flow = strcmp(column->id, "flow") == 0;
    const bool view = strcmp(column->id, "view") == 0;
    report_minus(out, flow   ? report_flow(text)
                      : view ? view_words(text)
                             : text);
    const ot_str months = report_like_for_like(report_raw(sheet, row, "note"));
    if (months.n > 0 && strcmp(column->id, "period") == 0) {
        ot__buf_format(out, " (%.*s)", (int)months.n, months.at);
    }
    for (size_t i = 0; labels[i] != NULL && out->n > 0; i++) {
        if (strcmp(labels[i], column->id) == 0) {
            ot__buf_cstr(out);
            out->at[0] = (char)toupper((unsigned char)out->at[0]);
        }
    }
}

static void put_row(report *r, const ot_sheet *sheet, size_t row,
                    const table *t, const report_shape *shape)
{
    const char *cells[COLUMNS_MOST];
    ot_buf text[COLUMNS_MOST] = {{0}};

    for (size_t i = 0; i < t->n; i++) {
        put_cell(&text[i], sheet, row, t->column[i]);
        ot__buf_cstr(&text[i]);
        if (t->loud[i] && text[i].n > 0) {
            shout(text[i].at);
        }
        cells[i] = ot__buf_cstr(&text[i]);
    }
    ot_brief_add_row(r->brief, cells,
                     shape->style != NULL ? shape->style(sheet, row)
                                          : OT_BRIEF_ROW_PLAIN);
    for (size_t i = 0; i < t->n; i++) {
        ot__buf_free(&text[i]);
    }
}

static void begin(report *r, const ot_sheet *sheet, const table *t,
                  const char *caption)
{
    ot_brief_column columns[COLUMNS_MOST];

    for (size_t i = 0; i < t->n; i++) {
        columns[i] = (ot_brief_column){
            t->text[i],
            ot_sheet_column(sheet, t->column[i])->kind >= OT_COLUMN_AMOUNT};
    }
    ot_brief_table(r->brief, caption, columns, t->n);
}

void report_table(report *r, const ot_sheet *sheet, const report_shape *shape)
{
    static const report_shape all = {.caption = NULL};
    table t = {.n = 0};
    bool begun = false;

    shape = shape != NULL ? shape : &all;
    t.text = calloc(COLUMNS_MOST, sizeof *t.text);
    if (t.text == NULL) {
        ot_brief_picture(r->brief, NULL); // remembered as a failure
        return;
    }
    choose(&t, sheet, shape);
    for (size_t row = 0; row < ot_sheet_rows(sheet); row++) {
        if (shape->wants != NULL && !shape->wants(sheet, row)) {
            continue;
        }
        if (!begun) {
            begin(r, sheet, &t, shape->caption);
            begun = true;
        }
        put_row(r, sheet, row, &t, shape);
    }
    free(t.text);
}
