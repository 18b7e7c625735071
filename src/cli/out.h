// SPDX-License-Identifier: GPL-3.0-or-later
// out.h - cells of a sheet as text, shared by the writers.
#ifndef OT_CLI_OUT_H
#define OT_CLI_OUT_H

#include "cli/command.h"

#define OUT_CELL_SIZE     1200
#define OUT_MACHINE_SCALE 6 // csv and json give money in millions

// Decimals that leave the largest number three or four figures (8.37, 83.72,
// 837.2, 8372) and the smallest two where that costs one more at most.
int out_decimals(double largest, double smallest);
int out_column_decimals(const ot_sheet *sheet, size_t column);
// Does rounding reach beyond half of what is shown?
bool out_is_rounded(double number, ot_interval range, double shown_step);
char *out_amount(char out[], double number, ot_interval range, int scale,
                 int decimals);
char *out_change(char out[], double fraction, ot_interval range); // "+12.3 %"
char *out_points(char out[], double fraction, ot_interval range); // "+1.2 pp"
char *out_share(char out[], double fraction, ot_interval range);  // "12.3 %"
char *out_times(char out[], double ratio, ot_interval range);     // "2.59"
char *out_index(char out[], double number, ot_interval range);    // "118.3"
// A number that was worked out, at most seven significant digits: what more
// there is of them is noise of doubles.
double out_derived(double number);
// What a reader sees of a cell; out holds OUT_CELL_SIZE.
char *out_cell(char out[], const ot_sheet *sheet, size_t row, size_t column);
char *out_title(char out[], const ot_column *column); // "turnover, USD bn"
// Is a column for readers, and is there anything in it? Looks at every row.
bool out_shows(const ot_sheet *sheet, size_t column);
double out_machine_factor(const common_args *args, const ot_column *column);
char *out_machine_unit(char out[], const common_args *args,
                       const ot_column *column); // out: 32

#endif
