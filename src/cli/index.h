// SPDX-License-Identifier: GPL-3.0-or-later
// index.h - outturn index: what it works with, and its tables.
#ifndef OT_CLI_INDEX_H
#define OT_CLI_INDEX_H

#include "cli/amounts.h"
#include "cli/spans.h"

// Values and quantities of a selection, cut alike. The quantity of value i is
// slice `quantity[i]` of the others; SIZE_MAX: there is none.
typedef struct index_data {
    ot_panel *values, *quantities;
    cli_slicing cut, cut_quantities;
    cli_amounts amounts, quantities_of;
    size_t *quantity;
    ot_unit unit; // of all values
} index_data;

// Reads the files twice. Free with index_free, also after a failure.
ot_status index_open(const common_args *args, const char *by, cli_run *cli,
                     index_data *d, ot_error *err);
void index_free(index_data *d);

// One flow in one period against another.
typedef struct index_run {
    const ot_flow *flow;
    ot_period period, base;
    ot_item *item;
    ot_unit *per;  // of each item's quantity
    size_t *slice; // its number among the values
    size_t n;
    ot_price_index index;
    bool known;    // something could be compared
    char why[200]; // else what is wrong
} index_run;

// Free with index_run_free, also after a failure.
ot_status index_work(index_data *d, index_run *run, double cutoff,
                     ot_error *err);
void index_run_free(index_run *run);

// The answer: rows are added for a run at a time.
typedef struct index_sheets {
    ot_sheet *rows, *parts, *terms, *left, *items;
} index_sheets;

// The first owns the others, and is what is written; NULL without memory.
// terms: both flows are there.
ot_sheet *index_sheets_new(const index_data *d, bool terms, index_sheets *s);
// all: every item is listed, else the outliers.
void index_add(const index_sheets *s, const index_data *d, const index_run *run,
               bool all);
void index_add_terms(const index_sheets *s, const index_run *exports,
                     const index_run *imports);
void index_words(ot_sheet *sheet, const common_args *args, const index_data *d,
                 double cutoff);
// Makes the picture of --chart, of n runs.
ot_status index_chart(const common_args *args, const index_data *d,
                      const index_run run[], size_t n, cli_run *cli,
                      ot_error *err);

#endif
