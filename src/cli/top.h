// SPDX-License-Identifier: GPL-3.0-or-later
// top.h - outturn top: what it works with, and its tables.
#ifndef OT_CLI_TOP_H
#define OT_CLI_TOP_H

#include "cli/amounts.h"
#include "cli/spans.h"
#include "cli/views.h"

typedef struct top_args {
    common_args common;
    const char *by, *sort, *base, *exclude, *concord, *every;
    long top;
} top_args;

// By what slices are put together, besides what they are cut by.
typedef enum top_grouping {
    TOP_BY_SLICE = 0, // they are not
    TOP_BY_REGION,
    TOP_BY_CONTINENT,
    TOP_BY_SECTION,
    TOP_BY_CONCORD
} top_grouping;

typedef struct top_group {
    char code[48];
    const char *name; // NULL: it has none; constant
} top_group;

typedef struct top_groups {
    top_grouping by;
    ot_concord *concord;
    top_group *at;
    size_t n;
    ot_top_link *link; // part: number of the slice; group n: in none
    size_t links;
    bool *split; // of each slice: among several groups
} top_groups;

// One period against another.
typedef struct top_run {
    ot_period period, base;
    bool alone; // nothing is known of the base period: values and shares only
    // All three have room for what the slices, or their groups, are.
    ot_top_part *part;
    size_t *of; // of each part: its slice, or group
    size_t parts;
    size_t unknown; // slices without a value in one of the periods
    size_t filled;  // slices without a row in one of them, which count as 0
    char why[160];  // of the first unknown one
    double split;   // share of the value that is split among several groups
    bool whole;     // the files hold a whole of it in both periods
    size_t added;   // which is the sum of so many partners; 0: published
    bool published; // and it is not what the parts add up to: it is the total
    ot_top_part total;
    ot_top top;
    // --exclude: the same parts and total without it; NULL: not asked for.
    ot_top_part *left;
    ot_top_part left_total;
    ot_top without; // rows as in top
} top_run;

// A selection cut into parts, and their values.
typedef struct tops {
    cli_views held; // panel and rates; it has no view
    cli_slicing cut;
    cli_amounts amounts;
    top_groups groups;
    int year_start;
    ot_unit unit;
    top_run *run;
    size_t runs;
} tops;

// Reads, cuts, and measures. Free with tops_free, also after a failure.
ot_status tops_make(const top_args *args, cli_run *cli, tops *t, ot_error *err);
void tops_free(tops *t);
bool tops_moved(const tops *t); // a run has a base period

// What stands in --by and --concord, as what slices are cut by, and what they
// are put together by.
ot_status top_groups_read(const top_args *args, ot_buf *by, int *digits,
                          top_groups *g, ot_error *err);
// Which slice goes where.
ot_status top_groups_link(tops *t, ot_error *err);
// Puts the parts of a run, which are slices, together.
ot_status top_groups_gather(const tops *t, top_run *run, ot_error *err);
void top_groups_free(top_groups *g);

// Takes what --exclude names off the parts of a run, which are slices.
ot_status tops_exclude(const top_args *args, const tops *t, top_run *run,
                       ot_error *err);

// The table and that of concentration, and the scale in which its rows read
// well; NULL without memory.
ot_sheet *top_sheet(const tops *t, bool machines, int *scale);
// The lines above and below, once the scale is known.
void top_words(ot_sheet *sheet, const tops *t, const top_args *args);
// Makes the picture of --chart.
ot_status top_chart(const tops *t, const top_args *args, cli_run *cli,
                    ot_error *err);

#endif
