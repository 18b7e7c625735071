// SPDX-License-Identifier: GPL-3.0-or-later
// out_md.c - sheets as Markdown tables, worded as in text.

#include <stdlib.h>

#include "cli/out.h"

// A vertical bar would end the cell.
static void put(ot_buf *out, const char *text)
{
    ot__buf_text(out, " ");
    for (; *text != '\0'; text++) {
        ot__buf_text(out, *text == '|' ? "\\" : "");
        ot__buf_char(out, *text);
    }
    ot__buf_text(out, " |");
}

static void lines(ot_buf *out, const ot_sheet *sheet, ot_sheet_part part,
                  const char *before)
{
    const char *line;

    for (size_t i = 0; (line = ot_sheet_line(sheet, part, i)) != NULL; i++) {
        ot__buf_format(out, "%s%s\n\n", before, line);
    }
}

static void put_head(ot_buf *out, const ot_sheet *sheet, const bool shown[])
{
    const size_t columns = ot_sheet_columns(sheet);
    char text[OUT_CELL_SIZE];

    ot__buf_char(out, '|');
    for (size_t c = 0; c < columns; c++) {
        if (shown[c]) {
            put(out, out_title(text, ot_sheet_column(sheet, c)));
        }
    }
    ot__buf_text(out, "\n|");
    for (size_t c = 0; c < columns; c++) {
        const ot_column_kind kind = ot_sheet_column(sheet, c)->kind;
        if (shown[c]) {
            ot__buf_text(out, kind >= OT_COLUMN_AMOUNT ? " ---: |" : " --- |");
        }
    }
    ot__buf_char(out, '\n');
}

static ot_status table(ot_buf *out, const ot_sheet *sheet, ot_error *err)
{
    const size_t columns = ot_sheet_columns(sheet);
    bool *shown = calloc(columns + 1, sizeof *shown);
    char text[OUT_CELL_SIZE];

    if (shown == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a table");
    }
    for (size_t c = 0; c < columns; c++) {
        shown[c] = out_shows(sheet, c);
    }
    put_head(out, sheet, shown);
    for (size_t r = 0; r < ot_sheet_rows(sheet); r++) {
        ot__buf_char(out, '|');
        for (size_t c = 0; c < columns; c++) {
            if (shown[c]) {
                put(out, out_cell(text, sheet, r, c));
            }
        }
        ot__buf_char(out, '\n');
    }
    ot__buf_char(out, '\n');
    free(shown);
    return OT_OK;
}

static ot_status write(const common_args *args, cli_run *cli,
                       const ot_sheet *sheet, ot_error *err)
{
    ot_status status = OT_OK;

    (void)args;
    for (const ot_sheet *s = sheet; s != NULL && status == OT_OK;
         s = ot_sheet_next(s)) {
        lines(&cli->out, s, OT_SHEET_HEAD, "");
        lines(&cli->out, s, OT_SHEET_ABOVE, "");
        if (ot_sheet_rows(s) > 0) {
            status = table(&cli->out, s, err);
        }
        lines(&cli->out, s, OT_SHEET_NOTE, "");
    }
    for (const ot_sheet *s = sheet; s != NULL; s = ot_sheet_next(s)) {
        lines(&cli->out, s, OT_SHEET_SOURCE, "Source: ");
    }
    return status;
}

const out_format out_md = {
    "md",
    "Markdown tables",
    write,
};
