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

#endif
