// SPDX-License-Identifier: GPL-3.0-or-later
// out_text.c - sheets for people at a terminal.

#include <stdlib.h>
#include <string.h>

#include "cli/out.h"

static bool is_number(ot_column_kind kind)
{
    return kind >= OT_COLUMN_AMOUNT;
}

static void lines(ot_buf *out, const ot_sheet *sheet, ot_sheet_part part,
                  const char *before)
{
    const char *line;

    for (size_t i = 0; (line = ot_sheet_line(sheet, part, i)) != NULL; i++) {
        ot__buf_format(out, "%s%s\n", before, line);
    }
}

static void pad(ot_buf *out, size_t columns)
{
    while (columns-- > 0) {
        ot__buf_char(out, ' ');
    }
}

// One cell, padded to the width of its column; the last text cell is not.
static void put(ot_buf *out, const char *text, size_t width, bool right,
                bool last_one)
{
    const size_t length = ot__utf8_width(text);
    const size_t rest = width > length ? width - length : 0;

    if (right) {
        pad(out, rest);
    }
    ot__buf_text(out, text);
    if (!right && !last_one) {
        pad(out, rest);
    }
}

#define HIDDEN SIZE_MAX

static void measure(const ot_sheet *sheet, size_t width[])
{
    char text[OUT_CELL_SIZE];

    for (size_t c = 0; c < ot_sheet_columns(sheet); c++) {
        if (!out_shows(sheet, c)) {
            width[c] = HIDDEN;
            continue;
        }
        width[c] = ot__utf8_width(out_title(text, ot_sheet_column(sheet, c)));
        for (size_t r = 0; r < ot_sheet_rows(sheet); r++) {
            const size_t w = ot__utf8_width(out_cell(text, sheet, r, c));
            width[c] = w > width[c] ? w : width[c];
        }
    }
}

// Row r, or the titles when r is past the last.
static void put_row(ot_buf *out, const ot_sheet *sheet, size_t r,
                    const size_t width[])
{
    const size_t columns = ot_sheet_columns(sheet);
    const bool titles = r >= ot_sheet_rows(sheet);
    char text[OUT_CELL_SIZE];
    bool first = true;

    for (size_t c = 0; c < columns; c++) {
        const ot_column *column = ot_sheet_column(sheet, c);
        if (width[c] == HIDDEN) {
            continue;
        }
        ot__buf_text(out, first ? "" : "  ");
        put(out, titles ? out_title(text, column) : out_cell(text, sheet, r, c),
            width[c], is_number(column->kind), c + 1 == columns);
        first = false;
    }
    // No blanks at the end of a line.
    while (out->n > 0 && out->at[out->n - 1] == ' ') {
        out->at[--out->n] = '\0';
    }
    ot__buf_char(out, '\n');
}

static ot_status table(ot_buf *out, const ot_sheet *sheet, ot_error *err)
{
    const size_t rows = ot_sheet_rows(sheet);

    if (rows == 0) {
        return OT_OK;
    }
    size_t *width = calloc(ot_sheet_columns(sheet) + 1, sizeof *width);
    if (width == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a table");
    }
    measure(sheet, width);
    put_row(out, sheet, rows, width);
    for (size_t r = 0; r < rows; r++) {
        put_row(out, sheet, r, width);
    }
    free(width);
    return OT_OK;
}

static void formulas(ot_buf *out, const ot_sheet *sheet)
{
    for (size_t r = 0; r < ot_sheet_rows(sheet); r++) {
        for (size_t c = 0; c < ot_sheet_columns(sheet); c++) {
            const ot_cell *cell = ot_sheet_cell(sheet, r, c);
            if (cell->formula != NULL) {
                ot__buf_format(out, "  row %zu, %s: %s\n", r + 1,
                               ot_sheet_column(sheet, c)->title, cell->formula);
            }
        }
    }
}

static ot_status write(const common_args *args, cli_run *cli,
                       const ot_sheet *sheet, ot_error *err)
{
    ot_buf *out = &cli->out;
    ot_status status = OT_OK;

    for (const ot_sheet *s = sheet; s != NULL && status == OT_OK;
         s = ot_sheet_next(s)) {
        if (s != sheet) {
            ot__buf_char(out, '\n');
        }
        lines(out, s, OT_SHEET_HEAD, "");
        lines(out, s, OT_SHEET_ABOVE, "");
        if (ot_sheet_rows(s) > 0 &&
            ot_sheet_line(s, OT_SHEET_HEAD, 0) != NULL) {
            ot__buf_char(out, '\n');
        }
        status = table(out, s, err);
        if (args->explain) {
            formulas(out, s);
        }
        lines(out, s, OT_SHEET_NOTE, "");
    }
    for (const ot_sheet *s = sheet; s != NULL; s = ot_sheet_next(s)) {
        lines(out, s, OT_SHEET_SOURCE, "Source: ");
    }
    return status;
}

const out_format out_text = {
    "text",
    "for people: aligned columns, one scale a column",
    write,
};
