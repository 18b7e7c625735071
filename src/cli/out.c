// SPDX-License-Identifier: GPL-3.0-or-later
// out.c - the list of formats, and numbers as people read them.

#include "cli/out.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const out_format *const out_formats[] = {
    &out_text,
    &out_csv,
    &out_json,
    &out_md,
};

size_t out_format_count(void)
{
    return sizeof out_formats / sizeof out_formats[0];
}

const out_format *out_format_at(size_t i)
{
    return out_formats[i];
}

ot_status cli_write(const common_args *args, cli_run *cli,
                    const ot_sheet *sheet, ot_error *err)
{
    const char *name = args->format != NULL ? args->format : "text";
    const ot_status status = ot_sheet_status(sheet, err);

    if (status != OT_OK) {
        return status;
    }
    if (cli->hearer != NULL) {
        cli->hearer->hear(cli->hearer->context, sheet);
        return OT_OK;
    }
    for (size_t i = 0; i < out_format_count(); i++) {
        if (strcmp(out_formats[i]->name, name) == 0) {
            return out_formats[i]->write(args, cli, sheet, err);
        }
    }
    return ot_fail(err, OT_E_USAGE, NULL, "there is no format '%.40s'", name);
}

int out_decimals(double largest, double smallest)
{
    const int for_largest = largest >= 1000 ? 0 : largest >= 100 ? 1 : 2;
    const int most = largest >= 1000 ? 1 : largest >= 100 ? 2 : 3;
    const int for_smallest = smallest >= 10 ? 0 : smallest >= 1 ? 1 : 2;

    if (for_smallest <= for_largest) {
        return for_largest;
    }
    return for_smallest < most ? for_smallest : most;
}

bool out_is_rounded(double number, ot_interval range, double shown_step)
{
    return !ot_interval_is_none(range) && !ot_interval_is_point(range) &&
           (range.hi - number > shown_step || number - range.lo > shown_step);
}

double out_derived(double number)
{
    if (number == 0 || !isfinite(number)) {
        return number;
    }
    // Whole powers of ten are exact: the quotient is the double nearest to it.
    const int places = 6 - (int)floor(log10(fabs(number)));
    const double ten = pow(10, abs(places));
    return places < 0 ? round(number / ten) * ten : round(number * ten) / ten;
}

static void add_range(char out[], const char *lo, const char *hi)
{
    const size_t used = strlen(out);

    snprintf(out + used, OUT_CELL_SIZE - used, " (%s to %s)", lo, hi);
}

char *out_amount(char out[], double number, ot_interval range, int scale,
                 int decimals)
{
    const double factor = pow(10, scale);
    const double step = pow(10, -decimals) * factor;
    char lo[OT_NUMBER_SIZE], hi[OT_NUMBER_SIZE];

    ot__grouped(out, number / factor, decimals);
    if (out_is_rounded(number, range, step / 2)) {
        add_range(out, ot__grouped(lo, range.lo / factor, decimals),
                  ot__grouped(hi, range.hi / factor, decimals));
    }
    return out;
}

char *cli_amount(char out[], double number, ot_interval range, int scale)
{
    return out_amount(out, number, range, scale,
                      out_decimals(fabs(number) / pow(10, scale), 1e9));
}

static char *signed_hundredths(char out[], double fraction, int decimals,
                               const char *unit)
{
    char number[OT_NUMBER_SIZE];

    ot__grouped(number, 100 * fraction, decimals);
    // What shows as zero carries no sign.
    const bool zero = strspn(number, "0.,") == strlen(number);
    snprintf(out, OUT_CELL_SIZE, "%s%s %s", fraction > 0 && !zero ? "+" : "",
             number, unit);
    return out;
}

static char *change(char out[], double fraction, ot_interval range,
                    const char *unit)
{
    char lo[OUT_CELL_SIZE], hi[OUT_CELL_SIZE];

    signed_hundredths(out, fraction, 1, unit);
    if (out_is_rounded(fraction, range, 0.0005)) {
        add_range(out, signed_hundredths(lo, range.lo, 1, unit),
                  signed_hundredths(hi, range.hi, 1, unit));
    }
    return out;
}

char *out_change(char out[], double fraction, ot_interval range)
{
    return change(out, fraction, range, "%");
}

char *out_points(char out[], double fraction, ot_interval range)
{
    return change(out, fraction, range, "pp");
}

char *out_share(char out[], double fraction, ot_interval range)
{
    char number[OT_NUMBER_SIZE], lo[OT_NUMBER_SIZE], hi[OT_NUMBER_SIZE];

    snprintf(out, OUT_CELL_SIZE, "%s %%", ot__fixed(number, 100 * fraction, 1));
    if (out_is_rounded(fraction, range, 0.0005)) {
        add_range(out, ot__fixed(lo, 100 * range.lo, 1),
                  ot__fixed(hi, 100 * range.hi, 1));
    }
    return out;
}

char *out_times(char out[], double ratio, ot_interval range)
{
    char lo[OT_NUMBER_SIZE], hi[OT_NUMBER_SIZE];

    ot__fixed(out, ratio, 2);
    if (out_is_rounded(ratio, range, 0.005)) {
        add_range(out, ot__fixed(lo, range.lo, 2), ot__fixed(hi, range.hi, 2));
    }
    return out;
}

// Four figures from 0.001 on: 118.3, 0.4271, 0.0031.
char *out_index(char out[], double number, ot_interval range)
{
    char lo[OT_NUMBER_SIZE], hi[OT_NUMBER_SIZE];
    const double size = fabs(number);
    const int decimals = size < 1      ? 4
                         : size < 1000 ? 3 - (int)floor(log10(size))
                                       : 0;

    ot__grouped(out, number, decimals);
    if (out_is_rounded(number, range, pow(10, -decimals) / 2)) {
        add_range(out, ot__grouped(lo, range.lo, decimals),
                  ot__grouped(hi, range.hi, decimals));
    }
    return out;
}

// From twice up "2.59 times (+159 %)"; below, per cent only.
char *cli_ratio(char out[], double ratio, ot_interval range)
{
    char number[OT_NUMBER_SIZE], percent[OUT_CELL_SIZE];

    if (ratio < 2) {
        const bool none = ot_interval_is_none(range);
        return out_change(out, ratio - 1,
                          none ? range : ot_interval_shift(range, -1));
    }
    snprintf(out, OUT_CELL_SIZE, "%s times (%s)", ot__fixed(number, ratio, 2),
             signed_hundredths(percent, ratio - 1, 0, "%"));
    if (out_is_rounded(ratio, range, 0.005)) {
        char lo[OT_NUMBER_SIZE], hi[OT_NUMBER_SIZE];
        snprintf(out, OUT_CELL_SIZE, "%s times (%s to %s)", number,
                 ot__fixed(lo, range.lo, 2), ot__fixed(hi, range.hi, 2));
    }
    return out;
}

int out_column_decimals(const ot_sheet *sheet, size_t column)
{
    const double factor = pow(10, ot_sheet_column(sheet, column)->unit.scale);
    const ot_extent e = ot_sheet_extent(sheet, column);

    return out_decimals(e.largest / factor, e.smallest / factor);
}

static char *number_text(char out[], const ot_sheet *sheet, size_t column,
                         const ot_cell *cell)
{
    const ot_column *c = ot_sheet_column(sheet, column);

    switch (c->kind) {
    case OT_COLUMN_AMOUNT:
        return out_amount(out, cell->number, cell->range, c->unit.scale,
                          out_column_decimals(sheet, column));
    case OT_COLUMN_RATIO:
        return cli_ratio(out, cell->number, cell->range);
    case OT_COLUMN_TIMES:
        return out_times(out, cell->number, cell->range);
    case OT_COLUMN_EXCHANGE:
        return ot__figures(out, cell->number, 5);
    case OT_COLUMN_CHANGE:
        return out_change(out, cell->number, cell->range);
    case OT_COLUMN_SHARE:
        return out_share(out, cell->number, cell->range);
    case OT_COLUMN_POINTS:
        return out_points(out, cell->number, cell->range);
    case OT_COLUMN_INDEX:
        return out_index(out, cell->number, cell->range);
    default:
        return ot__grouped(out, cell->number, 0);
    }
}

char *out_cell(char out[], const ot_sheet *sheet, size_t row, size_t column)
{
    const ot_cell *cell = ot_sheet_cell(sheet, row, column);

    switch (cell->kind) {
    case OT_CELL_NUMBER:
        return number_text(out, sheet, column, cell);
    case OT_CELL_PERIOD:
        return ot_period_words(cell->period, out);
    case OT_CELL_TEXT:
        snprintf(out, OUT_CELL_SIZE, "%s", cell->text);
        return out;
    default:
        snprintf(out, OUT_CELL_SIZE, "%s%s%s",
                 cell->text != NULL ? "n/a (" : "",
                 cell->text != NULL ? cell->text : "",
                 cell->text != NULL ? ")" : "");
        return out;
    }
}

bool out_shows(const ot_sheet *sheet, size_t column)
{
    const size_t rows = ot_sheet_rows(sheet);
    bool empty = rows > 0;

    for (size_t r = 0; r < rows && empty; r++) {
        const ot_cell *cell = ot_sheet_cell(sheet, r, column);
        empty = cell->kind == OT_CELL_EMPTY && cell->text == NULL;
    }
    return !empty && ot_sheet_column(sheet, column)->kind != OT_COLUMN_ID;
}

char *out_title(char out[], const ot_column *column)
{
    char unit[32];

    if (column->kind != OT_COLUMN_AMOUNT) {
        snprintf(out, OUT_CELL_SIZE, "%s", column->title);
    } else {
        snprintf(out, OUT_CELL_SIZE, "%s, %s", column->title,
                 ot_unit_text(column->unit, unit));
    }
    return out;
}

// The scale of amounts for machines: millions, unless --in says another.
double out_machine_factor(const common_args *args, const ot_column *column)
{
    if (column->kind != OT_COLUMN_AMOUNT) {
        return 1;
    }
    return pow(10, cli_in_scale(args) >= 0 ? column->unit.scale
                                           : OUT_MACHINE_SCALE);
}

char *out_machine_unit(char out[], const common_args *args,
                       const ot_column *column)
{
    ot_unit unit = column->unit;

    switch (column->kind) {
    case OT_COLUMN_AMOUNT:
        unit.scale = cli_in_scale(args) >= 0 ? unit.scale : OUT_MACHINE_SCALE;
        return ot_unit_text(unit, out);
    case OT_COLUMN_RATIO:
    case OT_COLUMN_TIMES:
        return strcpy(out, "times");
    case OT_COLUMN_CHANGE:
    case OT_COLUMN_SHARE:
    case OT_COLUMN_POINTS:
        return strcpy(out, "1");
    default:
        return strcpy(out, "");
    }
}
