// SPDX-License-Identifier: GPL-3.0-or-later
// lines.h - values over time as lines: what the kinds line, fan, balance and
// mirror share.
#ifndef OT_PLOT_LINES_H
#define OT_PLOT_LINES_H

#include "plot/page.h"

// What a kind adds; {0}: nothing.
typedef struct ot_lines_more {
    void (*under)(ot_page *page, const ot_chart *chart); // drawn first
    void (*name)(ot_page *page, ot_ends *ends, const ot_chart *chart);
    bool quiet; // muted lines are not named
} ot_lines_more;

ot_status ot__lines_check(const ot_chart *chart, ot_error *err);
void ot__lines_lay(ot_page *page, const ot_chart *chart,
                   const ot_lines_more *more);
// Where y[i] stands, in months.
double ot__lines_place(const ot_chart_line *line, size_t i);

#endif
