// SPDX-License-Identifier: GPL-3.0-or-later
// out_csv.c - sheets as CSV (RFC 4180, LF): full digits, one table after
// another with a blank line between. Amounts in millions of the column's unit
// unless
// --in says another; numbers that rounding leaves open have _lo and _hi
// columns.

#include <math.h>
#include <string.h>

#include "cli/out.h"

void cli_csv_field(ot_buf *out, const char *text)
{
    size_t n = 0;

    while (text[n] != '\0' && text[n] != ',' && text[n] != '"' &&
           text[n] != '\r' && text[n] != '\n') {
        n++;
    }
    if (text[n] == '\0') {
        ot__buf_bytes(out, text, n);
        return;
    }
    ot__buf_char(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"') {
            ot__buf_char(out, '"');
        }
        ot__buf_char(out, *text);
    }
    ot__buf_char(out, '"');
}

static bool is_number(const ot_column *column)
{
    return column->kind >= OT_COLUMN_AMOUNT;
}

static void header(ot_buf *out, const ot_sheet *sheet)
{
    bool money = false;

    for (size_t c = 0; c < ot_sheet_columns(sheet); c++) {
        const ot_column *column = ot_sheet_column(sheet, c);
        ot__buf_format(out, "%s%s", c > 0 ? "," : "", column->id);
        if (ot_sheet_extent(sheet, c).ranged) {
            ot__buf_format(out, ",%s_lo,%s_hi", column->id, column->id);
        }
        money = money || column->kind == OT_COLUMN_AMOUNT;
    }
    ot__buf_text(out, money ? ",unit\n" : "\n");
}

static void number(ot_buf *out, double x)
{
    char text[OT_NUMBER_SIZE];

    if (isinf(x)) {
        ot__buf_text(out, x > 0 ? "inf" : "-inf");
    } else if (!isnan(x)) {
        ot__buf_text(out, ot__shortest(text, x));
    }
}

static void put_number(ot_buf *out, const common_args *args,
                       const ot_sheet *sheet, size_t r, size_t c)
{
    const ot_cell *cell = ot_sheet_cell(sheet, r, c);
    const double factor = out_machine_factor(args, ot_sheet_column(sheet, c));
    const bool some = cell->kind == OT_CELL_NUMBER;

    number(out, some ? cell->number / factor : NAN);
    if (ot_sheet_extent(sheet, c).ranged) {
        ot__buf_char(out, ',');
        number(out, some ? cell->range.lo / factor : NAN);
        ot__buf_char(out, ',');
        number(out, some ? cell->range.hi / factor : NAN);
    }
}

static void row(ot_buf *out, const common_args *args, const ot_sheet *sheet,
                size_t r)
{
    const ot_column *money = NULL;
    char text[64];

    for (size_t c = 0; c < ot_sheet_columns(sheet); c++) {
        const ot_column *column = ot_sheet_column(sheet, c);
        const ot_cell *cell = ot_sheet_cell(sheet, r, c);
        ot__buf_text(out, c > 0 ? "," : "");
        if (is_number(column)) {
            put_number(out, args, sheet, r, c);
        } else if (cell->kind == OT_CELL_PERIOD) {
            ot__buf_text(out, ot_period_text(cell->period, text));
        } else if (cell->kind == OT_CELL_TEXT) {
            cli_csv_field(out, cell->text);
        }
        money = column->kind == OT_COLUMN_AMOUNT ? column : money;
    }
    if (money != NULL) {
        ot__buf_format(out, ",%s", out_machine_unit(text, args, money));
    }
    ot__buf_char(out, '\n');
}

static ot_status write(const common_args *args, cli_run *cli,
                       const ot_sheet *sheet, ot_error *err)
{
    (void)err;
    for (const ot_sheet *s = sheet; s != NULL; s = ot_sheet_next(s)) {
        if (ot_sheet_columns(s) == 0) {
            continue;
        }
        if (s != sheet) {
            ot__buf_char(&cli->out, '\n');
        }
        header(&cli->out, s);
        for (size_t r = 0; r < ot_sheet_rows(s); r++) {
            row(&cli->out, args, s, r);
        }
    }
    return OT_OK;
}

const out_format out_csv = {
    "csv",
    "for machines: full digits, money in millions unless --in",
    write,
};
