// SPDX-License-Identifier: GPL-3.0-or-later
// ink.h - from marks to bytes. Only ink_cairo.c knows cairo and pango, only
// png.c libpng.
#ifndef OT_PLOT_INK_H
#define OT_PLOT_INK_H

#include "outturn/chart.h"
#include "plot/marks.h"

#define OT_FONT "DejaVu Sans"

// What a file says about itself; texts are valid UTF-8 without control
// characters, "" where there is nothing to say. A date of OT_DAY_NONE: none.
typedef struct ot_meta {
    const char *title, *description, *source, *note;
    ot_day date;
    double dpi; // of PNG
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
