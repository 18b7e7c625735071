// SPDX-License-Identifier: GPL-3.0-or-later
// marks.h - what a layout decides and ink draws: lines, areas, dots and text in
// points from the top left corner of the page.
#ifndef OT_PLOT_MARKS_H
#define OT_PLOT_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "plot/palette.h"

// How wide a text is, in points, at a font size.
typedef struct ot_ruler {
    double (*width)(void *context, const char *text, double size, bool bold);
    void *context;
} ot_ruler;

double ot__ruler_width(const ot_ruler *ruler, const char *text, double size,
                       bool bold);

// What a line of text reaches above and below its baseline, and from one
// baseline to the next, in font sizes.
#define OT_ASCENT  0.80
#define OT_DESCENT 0.22
#define OT_LEADING 1.25

typedef enum ot_mark_kind {
    OT_MARK_LINE = 0,
    OT_MARK_AREA, // filled, its last point joined to its first
    OT_MARK_DOT,  // about its one point
    OT_MARK_TEXT  // baseline at its one point
} ot_mark_kind;

typedef enum ot_align { OT_START = 0, OT_MIDDLE, OT_END } ot_align;

typedef struct ot_point {
    double x, y;
} ot_point;

typedef struct ot_mark {
    ot_mark_kind kind;
    uint32_t colour;
    double size; // width of a line, radius of a dot, font size
    ot_dash dash;
    ot_align align;
    bool bold;
    bool mono;       // text: in letters of one width, for what is typed
    bool halo;       // text: paper-coloured rim, for text over lines
    bool hollow;     // dot: a ring filled with paper
    bool ground;     // a grid or shade that names may lie on
    size_t first, n; // its points, set by ot_marks
    size_t group;    // set by ot_marks
    size_t text;     // offset into ot_marks.text, set by ot_marks
} ot_mark;

// Consecutive marks that are one thing to a reader ("line-2024").
typedef struct ot_group {
    char id[40];  // unique on the page
    size_t title; // offset into ot_marks.text; SIZE_MAX: none
} ot_group;

// {0} is valid and empty. A failed allocation sticks in `failed`, which is
// asked once at the end. Free with ot__marks_free.
typedef struct ot_marks {
    double width, height;
    uint32_t paper;
    ot_mark *mark;
    size_t n, capacity;
    ot_point *point;
    size_t points, point_capacity;
    ot_group *group;
    size_t groups, group_capacity;
    ot_buf text; // NUL-terminated texts one after the other
    bool failed;
} ot_marks;

void ot__marks_free(ot_marks *m);

// Later marks belong to this group: stem, or stem-slug where slug is the
// letters and digits of a label; "-2" and so on keeps it unique. title may be
// NULL.
void ot__marks_group(ot_marks *m, const char *stem, const char *label,
                     const char *title);
// Starts a mark like *look; its points follow.
void ot__marks_begin(ot_marks *m, ot_mark look);
void ot__marks_point(ot_marks *m, double x, double y);
// A whole mark of one segment, one dot, one text.
void ot__marks_segment(ot_marks *m, ot_mark look, ot_point a, ot_point b);
void ot__marks_dot(ot_marks *m, ot_mark look, ot_point at);
void ot__marks_text(ot_marks *m, ot_mark look, ot_point at, const char *text);
// Marks first to first + n of another page, moved; they belong to the last
// group of m.
void ot__marks_copy(ot_marks *m, const ot_marks *from, size_t first, size_t n,
                    double dx, double dy);

const char *ot__marks_string(const ot_marks *m, size_t offset);
// One line a mark, coordinates with two decimals: the form of tests/golden.
void ot__marks_print(const ot_marks *m, ot_buf *out);

#endif
