// SPDX-License-Identifier: GPL-3.0-or-later
// years.h - lines of one year each on the same twelve months: what a race and a
// season share. page->at says where in its step a value stands.
#ifndef OT_PLOT_YEARS_H
#define OT_PLOT_YEARS_H

#include "plot/page.h"

ot_status ot__years_check(const ot_chart *chart, ot_error *err);
const ot_chart_line *ot__years_bold(const ot_chart *chart);
// Months on the axis where y[i] stands.
double ot__years_place(const ot_page *page, const ot_chart_line *l, size_t i);
// The end of a line, as a name without a text.
ot_end ot__years_end(const ot_page *page, const ot_chart_line *l);
bool ot__years_over(const ot_chart_line *l); // its last month is known
// All lines: the background first, the bold one over all.
void ot__years_draw(ot_page *page, const ot_chart *chart);
// Names at the ends of the lines that count; of the muted ones, those that end
// together share a name.
void ot__years_name_main(ot_page *page, ot_ends *ends, const ot_chart *chart);
void ot__years_name_muted(ot_page *page, ot_ends *ends, const ot_chart *chart);
// Of the year that runs, beside its last point.
void ot__years_name_running(ot_page *page, const ot_chart *chart);

#endif
