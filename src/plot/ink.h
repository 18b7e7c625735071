// SPDX-License-Identifier: GPL-3.0-or-later
// ink.h - from marks to bytes. Only ink_cairo.c knows cairo and pango, only
// png.c libpng.
#ifndef OT_PLOT_INK_H
#define OT_PLOT_INK_H

#include "outturn/chart.h"
#include "plot/marks.h"

#define OT_FONT "DejaVu Sans"

// Colours that stand for each other in a light and a dark theme; which of them
// are seen where. Of a page: several pictures share one.
#define OT_HUES 128 // more than a palette has
typedef struct ot_hue {
    uint32_t light, dark;
    bool fill, stroke;
} ot_hue;
typedef struct ot_hues {
    ot_hue at[OT_HUES];
    size_t n;
} ot_hues;

// An SVG that stands inside a page: without a declaration and a size of its
// own, ids behind a prefix, its paper the page's. Elements have the colours of
// the light theme and a class a hue, "f" (fill) or "s" (stroke) and its number,
// by which the page turns them dark.
typedef struct ot_inset {
    const char *prefix;          // before every id
    const char *look;            // class of the picture
    const ot_chart_theme *theme; // the dark one
    ot_hues *hues;
    const ot_marks *dark; // the same marks in it
} ot_inset;

// What a file says about itself; texts are valid UTF-8 without control
// characters, "" where there is nothing to say. A date of OT_DAY_NONE: none.
typedef struct ot_meta {
    const char *title, *description, *source, *note;
    ot_day date;
    double dpi;            // of PNG
    const ot_inset *inset; // of SVG; NULL: a file of its own
} ot_meta;

#define OT_FONT_MONO "DejaVu Sans Mono"

// A font family at work: it measures texts and draws them.
typedef struct ot_ink ot_ink;
ot_ink *ot__ink_new(const char *family); // NULL: out of memory
void ot__ink_free(ot_ink *ink);
ot_ruler ot__ink_ruler(ot_ink *ink);
ot_ruler ot__ink_mono_ruler(ot_ink *ink); // of marks that are mono
// The family asked for, and the one it is drawn in (the same, unless it is not
// installed).
const char *ot__ink_asked(const ot_ink *ink);
const char *ot__ink_used(const ot_ink *ink);
// Characters of a text that no installed font can draw.
size_t ot__ink_unknown(ot_ink *ink, const char *text);

// One file format: marks to bytes.
typedef ot_status ot_ink_draw(ot_ink *ink, const ot_marks *marks,
                              const ot_meta *meta, ot_buf *out, ot_error *err);
ot_ink_draw ot__ink_pdf;
ot_ink_draw ot__ink_png;
ot_ink_draw ot__ink_svg;

// Draws a chart as SVG into a page; members of inset but for dark are set.
// Appends to out; errors as ot_chart_draw.
ot_status ot__chart_inset(const ot_chart *chart,
                          const ot_chart_options *options,
                          const ot_inset *inset, ot_buf *out,
                          ot_chart_note *note, ot_error *err);

// Rows of xRGB pixels (cairo's RGB24: one native 32-bit word a pixel) as a PNG
// with its resolution and texts (tEXt where they are ASCII, else iTXt).
ot_status ot__png_write(const unsigned char *pixels, int width, int height,
                        int stride, const ot_meta *meta, ot_buf *out,
                        ot_error *err);

// A place that a reader can jump to, from the list beside the pages.
typedef struct ot_bookmark {
    const char *title;
    size_t page; // from 0
    double y;    // points from the top of the page
} ot_bookmark;

// Pages, at least one, all of one size, numbered from 1. Borrows all it points
// to.
typedef struct ot_book {
    const ot_marks *page;
    size_t pages;
    const ot_bookmark *bookmark; // from front to back
    size_t bookmarks;
} ot_book;

// A book as PDF.
ot_status ot__ink_book(ot_ink *ink, const ot_book *book, const ot_meta *meta,
                       ot_buf *out, ot_error *err);

#endif
