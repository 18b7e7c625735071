// SPDX-License-Identifier: GPL-3.0-or-later
// place.h - labels beside the points they name, clear of each other and of what
// is drawn. Pure.
#ifndef OT_PLOT_PLACE_H
#define OT_PLOT_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "plot/marks.h"

typedef struct ot_box {
    double left, top, right, bottom; // y grows downwards
} ot_box;

typedef struct ot_segment {
    ot_point a, b;
} ot_segment;

typedef struct ot_label {
    ot_point at;          // what is named
    double width, height; // of the text
    int rank;             // 0 is placed first
    bool must;            // rather over a line than not at all
    // Set by ot__place.
    bool placed;
    bool moved; // away from its point: wants a leader from at to tie
    ot_box box;
    ot_point tie; // the place on the box that is nearest to the point
} ot_label;

// What is there already.
typedef struct ot_clutter {
    const ot_segment *segment; // lines and edges: kept free where it can be
    size_t segments;
    const ot_box *box; // texts: never covered
    size_t boxes;
} ot_clutter;

// Places labels in order of rank, each where it covers least of the segments
// and stays nearest to its point: beside it on eight sides, then further out.
// No label ever leaves the frame, covers another, a box or the leader of
// another; no leader crosses a label. A label that finds no such place is not
// placed; one that is not a `must` is placed only where it covers no segment.
//
//   gap  between a point and its label, points
void ot__place(ot_label label[], size_t n, const ot_clutter *clutter,
               ot_box frame, double gap);

// How much of a segment lies in a box, in points.
double ot__inside(ot_segment s, ot_box box);
bool ot__overlap(ot_box a, ot_box b); // boxes that touch do not

#endif
