// SPDX-License-Identifier: GPL-3.0-or-later
// bars.h - bars over time: what the kinds growth and contribution share.
#ifndef OT_PLOT_BARS_H
#define OT_PLOT_BARS_H

#include "plot/page.h"

#define OT_BARS_MOST 1200 // more cannot be told apart on any page

// Left and right edge of the bar of a line's step i, points.
void ot__bars_edges(const ot_page *page, const ot_chart_line *l, size_t i,
                    double *left, double *right);
// Whether values are shown as rates: per cent or points.
bool ot__bars_is_rate(ot_unit unit);
// "+12.3 %", "−4.0 pp": a change with its sign.
char *ot__bars_change(const ot_terms *terms, double y, ot_unit unit,
                      char out[static OT_AMOUNT_SIZE + 8]);

// A figure at the end of a bar.
typedef struct ot_bar_label {
    size_t at; // step of the line
    const char *text;
    const char *id; // label for the group's id
    bool bold;
    // Set by ot__bars_place.
    bool shown;
    double x, baseline;
    double tie; // where the bar's own end is; NaN: beside the figure
} ot_bar_label;

// Places figures above bars that rise and below those that fall, clear of all
// other bars; where that is far from the bar, at its foot. A figure that would
// lie on one before it is left out. Takes the room they need above and below
// from the box, which is settled else.
void ot__bars_place(ot_page *page, const ot_chart_line *l, ot_bar_label label[],
                    size_t n);
void ot__bars_label(ot_page *page, const ot_chart_line *l,
                    const ot_bar_label label[], size_t n);

#endif
