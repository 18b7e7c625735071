// SPDX-License-Identifier: GPL-3.0-or-later
// layout.h - from a chart to marks: pure, given how wide texts are.
#ifndef OT_PLOT_LAYOUT_H
#define OT_PLOT_LAYOUT_H

#include "outturn/chart.h"
#include "plot/marks.h"

// What was left NULL set to its default; options may be NULL.
ot_chart_options ot__chart_defaults(const ot_chart_options *options);

// Lays a chart out by options whose size and theme are set. *marks must be {0};
// the caller frees it. Errors as ot_chart_draw.
ot_status ot__layout(const ot_chart *chart, const ot_chart_options *options,
                     ot_ruler ruler, ot_marks *marks, ot_error *err);

#endif
