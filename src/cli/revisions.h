// SPDX-License-Identifier: GPL-3.0-or-later
// revisions.h - what outturn revisions compares, and the tables of it.
#ifndef OT_CLI_REVISIONS_H
#define OT_CLI_REVISIONS_H

#include "cli/spans.h"
#include "cli/views.h"
#include "outturn/revisions.h"

typedef struct revisions_args {
    common_args common;
    const char *from, *to, *every;
    long top;
    bool triangle;
} revisions_args;

#define REVISIONS_TOP_UNSAID (-1)

// Two releases of the same series.
typedef struct compared {
    cli_views after;  // of the newer release; before.view[i] goes with
    cli_views before; // after.view[i]; panel NULL: it is that of `after`
    size_t listed;    // series from 0 on whose figures are listed; those behind
                      // are composed of them
    cli_spans within; // -t; n 0: all
    int32_t step;     // --every; 0: as fine as the figures are
    int year_start;   // 0: January
    size_t most;      // rows shown; 0: all
    bool explain;
} compared;

// Reads the files and pairs what the options select in both; c is {0}. What it
// holds is the caller's to free, also after a failure.
ot_status revisions_open(const revisions_args *args, cli_run *cli, compared *c,
                         ot_error *err);

// "release 2024-09", "old.csv" of undated figures. views: before or after.
void revisions_side(const cli_views *views, ot_buf *words);

// The figures that differ. NULL: out of memory, here and below.
ot_sheet *revisions_sheet(const compared *c, const ot_revisions *r);
// What all of them do to the years, or years to date, that hold them.
ot_sheet *revisions_effects(const compared *c, const ot_revisions *r);
// One scale for both tables, by the differences.
void revisions_scale(ot_sheet *sheet);
// Lines above and below the table.
void revisions_words(ot_sheet *sheet, const compared *c, const ot_revisions *r);

// --triangle: periods down, releases across, each figure where it came or was
// changed. *names holds the titles of the columns as long as the sheet lives:
// free with free().
ot_status revisions_triangle(const compared *c, char **names, ot_sheet **sheet,
                             ot_error *err);
// The releases from the older of the two compared to the newer, into day, which
// has room for all of the panel's; how many.
size_t revisions_releases(const compared *c, ot_day day[]);

// --chart: the same figures drawn. A triangle is drawn of one series.
ot_status revisions_picture(const compared *c, const ot_revisions *r,
                            ot_picture **picture, ot_error *err);
ot_status revisions_triangle_picture(const compared *c, ot_picture **picture,
                                     ot_error *err);

#endif
