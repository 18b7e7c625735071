// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above and below the text of a page.
#include <stdio.h>

#include "plot/wrap.h"
#include "report/brief_pdf.h"

#define SMALL      7.5 // font size
#define FOOT_LINES 2

typedef struct frame {
    const ot_brief *brief;
    const ot_palette *look;
    const ot_ruler *ruler;
} frame;

// A text on one line, cut to a width.
static void one_line(const frame *f, ot_marks *page, const char *text,
                     double width, double y)
{
    const ot_mark look = {.size = SMALL, .colour = f->look->soft};
    ot_lines lines;

    ot__wrap(f->ruler, text, SMALL, false, width, 1, &lines);
    if (lines.n > 0) {
        ot__marks_text(page, look, (ot_point){OT_SHEET_SIDE, y}, lines.line[0]);
    }
}

static void running_head(const frame *f, ot_marks *page)
{
    const double y = OT_SHEET_TOP - 26;

    ot__marks_group(page, "running-head", NULL, NULL);
    one_line(f, page, ot_brief_title(f->brief), OT_SHEET_TEXT, y);
    ot__marks_segment(
        page,
        (ot_mark){.kind = OT_MARK_LINE, .size = 0.5, .colour = f->look->grid},
        (ot_point){OT_SHEET_SIDE, y + 6},
        (ot_point){OT_SHEET_WIDTH - OT_SHEET_SIDE, y + 6});
}

static void wrap_source(const ot_brief *brief, const ot_ruler *ruler,
                        ot_lines *lines)
{
    ot__wrap(ruler, ot_brief_source_text(brief), SMALL, false,
             OT_SHEET_TEXT - 60, FOOT_LINES, lines);
}

bool ot__source_is_long(const ot_brief *brief, const ot_ruler *ruler)
{
    ot_lines lines;

    wrap_source(brief, ruler, &lines);
    return ot__wrap_is_cut(&lines);
}

// "Source: ..." in at most two lines, beside the page's number.
static void foot(const frame *f, ot_marks *page, size_t number, size_t of)
{
    const double rule = OT_SHEET_HEIGHT - OT_SHEET_BOTTOM + 18;
    const double right = OT_SHEET_WIDTH - OT_SHEET_SIDE;
    ot_mark look = {.size = SMALL, .colour = f->look->soft};
    ot_lines lines;
    char text[48];

    ot__marks_group(page, "foot", NULL, NULL);
    ot__marks_segment(
        page,
        (ot_mark){.kind = OT_MARK_LINE, .size = 0.5, .colour = f->look->grid},
        (ot_point){OT_SHEET_SIDE, rule}, (ot_point){right, rule});
    wrap_source(f->brief, f->ruler, &lines);
    for (size_t k = 0; k < lines.n; k++) {
        ot__marks_text(
            page, look,
            (ot_point){OT_SHEET_SIDE, rule + 12 + (double)k * 1.3 * SMALL},
            lines.line[k]);
    }
    snprintf(text, sizeof text, "%zu / %zu", number, of);
    look.align = OT_END;
    ot__marks_text(page, look, (ot_point){right, rule + 12}, text);
}

void ot__sheet_frame(ot_marks *page, const ot_brief *brief,
                     const ot_palette *look, const ot_ruler *ruler,
                     size_t number, size_t of)
{
    const frame f = {brief, look, ruler};

    if (number > 1) {
        running_head(&f, page);
    }
    foot(&f, page, number, of);
}
