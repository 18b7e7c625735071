// SPDX-License-Identifier: GPL-3.0-or-later
// rows.h - charts of named rows, one below the other, with values along the
// bottom: what the kinds share, rank and claim share.
#ifndef OT_PLOT_ROWS_H
#define OT_PLOT_ROWS_H

#include "plot/page.h"

#define OT_ROWS_COLUMNS 3

// How the box is cut into rows, and what stands right of them.
typedef struct ot_rows {
    size_t n;            // rows that are drawn
    const size_t *order; // of the chart's rows, n of them; NULL: as they come
    double most;         // height of a row, in font sizes; 0: as is usual
    char (*value)[96];   // what is said at the right of each; NULL: nothing
                       // Tabs part it into at most OT_ROWS_COLUMNS, each flush
                       // right; columns that do not fit are left out.
} ot_rows;

// As many rows as the box has room for, at most n.
size_t ot__rows_fit(const ot_page *page, size_t n);
// Takes the room of the names from the left of the box, of the values' texts
// from its right.
void ot__rows_room(ot_page *page, const ot_chart *chart, const ot_rows *rows);
// Chooses the scale along the bottom for [lo, hi]: round where it is labelled,
// whose room it takes, else just so long.
void ot__rows_values(ot_page *page, double lo, double hi, bool labels);
// Grid and labels along the bottom.
void ot__rows_axis(ot_page *page);
// Names at the left and texts at the right.
void ot__rows_names(ot_page *page, const ot_chart *chart, const ot_rows *rows);

double ot__rows_x(const ot_page *page, double value);
double ot__rows_y(const ot_page *page, const ot_rows *rows, size_t i);
double ot__rows_height(const ot_page *page, const ot_rows *rows);
const ot_chart_row *ot__rows_at(const ot_chart *chart, const ot_rows *rows,
                                size_t i);

#endif
