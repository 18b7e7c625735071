// SPDX-License-Identifier: GPL-3.0-or-later
// top.h - outturn top: what it works with, and its tables.
#ifndef OT_CLI_TOP_H
#define OT_CLI_TOP_H

#include "cli/slicing.h"
#include "cli/views.h"

typedef struct top_args {
    common_args common;
    const char *by, *sort, *base, *exclude;
    long top;
} top_args;

// A selection cut into parts, and their values in two periods.
typedef struct tops {
    cli_views held; // panel and rates; it has no view
    cli_slicing cut;
    ot_slices *slices;
    int year_start;
    ot_period period, base;
    ot_unit unit;
    size_t slice_n;
    size_t *slice; // of each part: those known in both periods
    ot_top_part *part;
    size_t parts;
    size_t unknown; // slices without a value in one of the periods
    char why[160];  // of the first of them
    bool whole;     // the files hold a whole of it in both periods
    bool published; // and it is not what the parts add up to: it is the total
    ot_top_part total;
    ot_top top;
    // --exclude: the same parts and total without it; NULL: not asked for
    ot_top_part *left;
    ot_top_part left_total;
    ot_top without; // rows as in top
} tops;

// Reads, cuts, and measures. Free with tops_free, also after a failure.
ot_status tops_make(const top_args *args, cli_run *cli, tops *t, ot_error *err);
// Fills in `without`, where it is asked for.
ot_status tops_exclude(const top_args *args, tops *t, ot_error *err);
void tops_free(tops *t);

// The table and that of concentration, and the scale in which its rows read
// well; NULL without memory.
ot_sheet *top_sheet(const tops *t, bool machines, int *scale);
// The lines above and below, once the scale is known.
void top_words(ot_sheet *sheet, const tops *t, const top_args *args);

#endif
