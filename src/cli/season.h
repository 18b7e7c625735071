// SPDX-License-Identifier: GPL-3.0-or-later
// season.h - the answer of outturn season: its tables and its words.
#ifndef OT_CLI_SEASON_H
#define OT_CLI_SEASON_H

#include "cli/views.h"

// One selection and its adjustment.
typedef struct adjusted {
    const ot_view *view;
    ot_season *season;
    const char *partner, *flow;
    char name[160]; // "turnover", "turnover with Russia"
    bool several;   // others are asked for beside it
    size_t from;    // the first row shown
    int year_start;
} adjusted;

bool season_for_machines(const common_args *args);
// The periods; machines get every column, readers those that are filled. NULL
// without memory.
ot_sheet *season_sheet(const adjusted a[], size_t count, bool machines);
void season_rows(ot_sheet *sheet, const common_args *args, const adjusted *a);
// Outliers, shifts and estimated values; NULL: none are there.
ot_sheet *season_found_sheet(const adjusted a[], size_t count, bool machines);
// A row an adjustment, for machines: what season_above says in words.
ot_sheet *season_about_sheet(const adjusted a[], size_t count);

// Words, once the scale is known: what was found, above the table; what the
// figures are and are not, below it.
void season_above(ot_sheet *sheet, const adjusted *a, int scale);
void season_below(ot_sheet *sheet, const adjusted a[], size_t count, int scale);
void season_explain(ot_sheet *sheet, const adjusted a[], size_t count);
int season_scale(const ot_sheet *sheet); // of its amounts

#endif
