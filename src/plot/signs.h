// SPDX-License-Identifier: GPL-3.0-or-later
// signs.h - what a picture shows of its values besides their height: hollow
// dots and hatched bars are provisional or estimated, short bars are what
// rounding allows, a broken upright line is a break in the series.
#ifndef OT_PLOT_SIGNS_H
#define OT_PLOT_SIGNS_H

#include "plot/page.h"

// Value k of line i is provisional or estimated.
bool ot__signs_soft(const ot_chart *chart, size_t i, size_t k);
// Short bars and hollow dots on line i as it was traced; the dot at its last
// value is the kind's own. look: of the line.
void ot__signs_draw(ot_page *page, const ot_chart *chart, size_t i,
                    const ot_trace *t, ot_mark look);
// Widens a range to what rounding allows, where that is drawn.
void ot__signs_reach(const ot_chart *chart, double *lo, double *hi);
// Strokes in the colour of paper across a bar between two corners.
void ot__signs_hatch(ot_page *page, ot_point a, ot_point b);
// Breaks as upright lines over an axis of months; their names, once all else is
// drawn.
void ot__signs_breaks(ot_page *page, const ot_chart *chart);
void ot__signs_name_breaks(ot_page *page, const ot_chart *chart);
// "Provisional (hollow): Apr-Sep 2024. No figures: Feb 2022." in the chart's
// language; nothing where there is nothing to say. drawn: with the look of what
// is not final.
void ot__signs_say(const ot_chart *chart, bool drawn, ot_buf *out);
// "provisional", "missing": the status of value k of line i, for data.
const char *ot__signs_status(const ot_chart *chart, size_t i, size_t k,
                             char out[static 40]);

#endif
