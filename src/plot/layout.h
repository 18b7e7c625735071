// SPDX-License-Identifier: GPL-3.0-or-later
// layout.h - from a chart to marks: pure, given how wide texts are.
#ifndef OT_PLOT_LAYOUT_H
#define OT_PLOT_LAYOUT_H

#include "outturn/chart.h"
#include "plot/marks.h"

// Lays a chart out on a page of a size. *marks must be {0}; the caller frees
// it. Errors as ot_chart_draw.
ot_status ot__layout(const ot_chart *chart, const ot_chart_size *size,
                     ot_ruler ruler, ot_marks *marks, ot_error *err);

#endif
