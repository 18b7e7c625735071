// SPDX-License-Identifier: GPL-3.0-or-later
// landing_by.h - outturn project --by: what it works with, and its table.
#ifndef OT_CLI_LANDING_BY_H
#define OT_CLI_LANDING_BY_H

#include "cli/landing.h"
#include "cli/slicing.h"
#include "cli/views.h"

// All series of a selection, and where they will end.
typedef struct landings {
    cli_views held; // panel and rates; it has no view
    cli_slicing cut;
    ot_slices *slices;
    size_t n;
    int year_start;
    int32_t through; // last month taken; INT32_MAX: all
    ot_unit unit;
    ot_landed *landed; // n of them
    ot_whole whole;
    int32_t latest; // last month known of the period; INT32_MIN: none
} landings;

typedef enum by_order { BY_VALUE = 0, BY_CHANGE, BY_NAME } by_order;

// How they are shown.
typedef struct by_view {
    by_order order;
    size_t top; // so many of those projected; 0: all
    bool machines;
} by_view;

// The table with its rows, and the scale in which its series read well; NULL
// without memory.
ot_sheet *landing_by_sheet(const landings *l, const by_view *view, int *scale);
// The lines above and below it, once its scale is known. explain: how it is
// worked out.
void landing_by_words(ot_sheet *sheet, const landings *l, const by_view *view,
                      bool explain);
int landing_by_scale(const ot_sheet *sheet); // of its landings

// --chart: where each series may end, beside the year before.
ot_status landing_by_chart(const landings *l, const char *by,
                           ot_picture **picture, ot_error *err);

#endif
