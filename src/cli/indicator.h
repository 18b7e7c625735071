// SPDX-License-Identifier: GPL-3.0-or-later
// indicator.h - outturn indicator: its lists of values and its table.
#ifndef OT_CLI_INDICATOR_H
#define OT_CLI_INDICATOR_H

#include "cli/amounts.h"
#include "cli/select.h"
#include "cli/spans.h"

typedef struct indicator_args {
    common_args common;
    const char *with, *world, *every;
} indicator_args;

typedef struct indicator_work {
    ot_panel *panel;
    cli_spans spans;
    cli_lists lists;        // of the selection: partners get rows of their own
    ot_area reporter, with; // with NONE: not given
    ot_sheet *sheet;
} indicator_work;

// Columns of the table.
enum {
    INDICATOR_NAME,
    INDICATOR_PERIOD,
    INDICATOR_PARTNER,
    INDICATOR_OF,
    INDICATOR_NUMBER,
    INDICATOR_COLUMNS
};

// Finds the reporters and makes the table.
ot_status indicator_start(const indicator_args *args, indicator_work *w,
                          ot_error *err);
// Rows of one indicator in all periods. lenient: what cannot be had is said in
// its row, else it is an error.
ot_status indicator_add(const indicator_args *args, indicator_work *w,
                        const ot_indicator *x, bool lenient, ot_error *err);
// Makes the picture of --chart, of a table that is whole.
ot_status indicator_chart(const indicator_work *w, ot_day as_of, cli_run *cli,
                          ot_error *err);

#endif
