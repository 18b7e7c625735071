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
        ot__buf_format(&text, "%s %s%s", of.code, out,
                       scale != NULL ? scale : "");
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

// The name of a file is left as it is.
static bool is_path(const char *line)
{
    const size_t n = strcspn(line, " ");
    const char *mark = strpbrk(line, "/.");

    return mark != NULL && (size_t)(mark - line) < n;
}

void report_words(report *r, ot_block_kind kind, const char *line)
{
    if (is_path(line)) {
        ot_brief_words(r->brief, kind, "%s", line);
    } else if (line[0] != '\0') {
        ot_brief_words(r->brief, kind, "%c%s", toupper((unsigned char)line[0]),
                       line + 1);
    }
}

static bool begins(const char *line, const char *const with[])
{
    for (size_t i = 0; with != NULL && with[i] != NULL; i++) {
        if (strncmp(line, with[i], strlen(with[i])) == 0) {
            return true;
        }
    }
    return false;
}

void report_lines(report *r, const ot_sheet *sheet, ot_sheet_part part,
                  ot_block_kind kind, const char *const without[])
{
    const char *line;

    for (size_t i = 0; (line = ot_sheet_line(sheet, part, i)) != NULL; i++) {
        const char *text = line + strspn(line, " ");
        if (!begins(text, without)) {
            report_words(r, line[0] == ' ' ? OT_BLOCK_ITEM : kind, text);
        }
    }
}

void report_notes(report *r, const ot_sheet *sheet, const char *id)
{
    for (size_t i = 0; i < ot_sheet_rows(sheet); i++) {
        const ot_cell *cell = report_raw(sheet, i, id);
        size_t k = 0;
        if (cell == NULL || cell->kind != OT_CELL_TEXT) {
            continue;
        }
        for (; k < i; k++) {
            const ot_cell *before = report_raw(sheet, k, id);
            if (before != NULL && before->kind == OT_CELL_TEXT &&
                strcmp(before->text, cell->text) == 0) {
                break;
            }
        }
        if (k == i) {
            report_words(r, OT_BLOCK_NOTE, cell->text);
        }
    }
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

static void choose(table *t, const ot_sheet *sheet, const report_shape *shape)
{
    const report_column *wanted = shape->columns;

    for (; wanted != NULL && wanted->id != NULL; wanted++) {
        const size_t c = find_column(sheet, wanted->id);
        if (t->n < COLUMNS_MOST && c < ot_sheet_columns(sheet) &&
            out_shows(sheet, c)) {
            t->loud[t->n] = wanted->loud;
            add_column(t, sheet, c, wanted->title);
        }
    }
    for (size_t c = 0; shape->columns == NULL && c < ot_sheet_columns(sheet);
         c++) {
        if (out_shows(sheet, c)) {
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

static void put_row(report *r, const ot_sheet *sheet, size_t row,
                    const table *t, const report_shape *shape)
{
    const char *cells[COLUMNS_MOST];

    for (size_t i = 0; i < t->n; i++) {
        cells[i] = out_cell(t->text[i], sheet, row, t->column[i]);
        if (t->loud[i]) {
            shout(t->text[i]);
        }
    }
    ot_brief_add_row(r->brief, cells,
                     shape->style != NULL ? shape->style(sheet, row)
                                          : OT_BRIEF_ROW_PLAIN);
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
