// SPDX-License-Identifier: GPL-3.0-or-later
// axis.h - which months of a time axis are named. Pure.
#ifndef OT_PLOT_AXIS_H
#define OT_PLOT_AXIS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "plot/marks.h"

// A span of whole months drawn over `width` points: month m covers
// [m, m + 1) - first, and what belongs to a period stands at its middle.
typedef struct ot_months {
    int32_t first, last; // both inside
    double width;        // points
    int32_t step;        // months from one named tick to the next
} ot_months;

// Sets step to the finest of 1, 2, 3, 6 months, 1, 2, 5 ... years whose names
// do not touch at this font size. yearless: names of months only, without years
// (the axis of a race), at most six months apart. A step that was set is the
// least: between yearly values there are no months.
void ot__months_choose(ot_months *axis, const ot_ruler *ruler, double size,
                       bool yearless);
// The first tick at or after the start; later ones are `step` apart. Steps of a
// year and more fall on January; shorter ones count from January, or from the
// first month of a yearless axis.
int32_t ot__months_first(const ot_months *axis, bool yearless);
// Points from the left end to a place in months (the start of `month` plus a
// part of a month).
double ot__months_x(const ot_months *axis, double month);
// Where the name of a tick is centred: the middle of its month or year.
double ot__months_middle(const ot_months *axis, int32_t tick);

#endif
