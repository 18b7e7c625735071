// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/rows.h"

#include <math.h>

#define NAMES  0.30 // most of the page's width that names may take
#define VALUES 0.34 // and the texts at the right
#define GAP    0.6  // between names, box and texts, in font sizes
#define LEAST  1.3  // height of a row, in font sizes
#define MOST   4.2
#define TICK   4.0 // between the box and its labels, points

size_t ot__rows_fit(const ot_page *page, size_t n)
{
    const double room = (page->bottom - page->top) / (LEAST * page->size->text);
    const size_t most = room > 1 ? (size_t)room : 1;

    return n < most ? n : most;
}

const ot_chart_row *ot__rows_at(const ot_chart *chart, const ot_rows *rows,
                                size_t i)
{
    return &chart->row[rows->order != NULL ? rows->order[i] : i];
}

// One line of a row's name, cut where it is too long.
static void name_of(const ot_page *page, const ot_chart_row *row, ot_lines *out)
{
    ot__wrap(&page->ruler, row->label, page->size->text,
             row->style == OT_ROW_CLAIM || row->style == OT_ROW_TOTAL,
             NAMES * page->size->width, 1, out);
}

void ot__rows_room(ot_page *page, const ot_chart *chart, const ot_rows *rows)
{
    const double size = page->size->text;
    double names = 0, values = 0;
    ot_lines lines;

    for (size_t i = 0; i < rows->n; i++) {
        name_of(page, ot__rows_at(chart, rows, i), &lines);
        names = fmax(names, lines.width);
        if (rows->value != NULL) {
            ot__wrap(&page->ruler, rows->value[i], size, true,
                     VALUES * page->size->width, 1, &lines);
            values = fmax(values, lines.width);
        }
    }
    page->left += names + GAP * size;
    page->right -= values > 0 ? values + GAP * size : 0;
}

void ot__rows_values(ot_page *page, double lo, double hi, bool labels)
{
    const double size = page->size->small;
    const double room = (page->right - page->left) / (4.2 * size);
    const int most = (int)fmax(5, fmin(7, room));

    page->across = ot__scale_nice(lo, hi, most);
    page->bottom -= labels ? TICK + OT_LEADING * size : 0;
}

double ot__rows_x(const ot_page *page, double value)
{
    const double lo = ot__scale_lo(&page->across);
    const double hi = ot__scale_hi(&page->across);
    const double part = (fmax(fmin(value, hi), lo) - lo) / (hi - lo);

    return page->left + part * (page->right - page->left);
}

// Rows share the box; few rows stand close together at its top.
double ot__rows_height(const ot_page *page, const ot_rows *rows)
{
    return fmin((page->bottom - page->top) / (double)rows->n,
                MOST * page->size->text);
}

double ot__rows_y(const ot_page *page, const ot_rows *rows, size_t i)
{
    return page->top + ((double)i + 0.5) * ot__rows_height(page, rows);
}

static void label_tick(ot_page *page, int64_t i, double *free_from)
{
    const double size = page->size->small;
    const double x = ot__rows_x(page, ot__scale_value(&page->across, i));
    ot_mark look = {.kind = OT_MARK_TEXT,
                    .size = size,
                    .align = OT_MIDDLE,
                    .colour = page->look->soft};
    char label[OT_AMOUNT_SIZE];

    ot__scale_label(page->terms, &page->across, i, page->unit, label);
    const double half = ot__ruler_width(&page->ruler, label, size, false) / 2;
    if (x - half >= *free_from &&
        x + half <= page->size->width - page->size->margin) {
        ot__marks_text(page->marks, look,
                       (ot_point){x, page->bottom + TICK + OT_ASCENT * size},
                       label);
        *free_from = x + half + 0.5 * size;
    }
}

void ot__rows_axis(ot_page *page)
{
    ot_mark grid = {.kind = OT_MARK_LINE, .ground = true};
    double free_from = page->size->margin;

    ot__marks_group(page->marks, "values", NULL, NULL);
    for (int64_t i = page->across.first; i <= page->across.last; i++) {
        const double x = ot__rows_x(page, ot__scale_value(&page->across, i));
        grid.colour = i == 0 ? page->look->axis : page->look->grid;
        grid.size = i == 0 ? 0.9 : 0.5;
        ot__marks_segment(page->marks, grid, (ot_point){x, page->top},
                          (ot_point){x, page->bottom});
        label_tick(page, i, &free_from);
    }
}

void ot__rows_names(ot_page *page, const ot_chart *chart, const ot_rows *rows)
{
    const double size = page->size->text;
    ot_lines lines;

    for (size_t i = 0; i < rows->n; i++) {
        const ot_chart_row *row = ot__rows_at(chart, rows, i);
        const bool bold =
            row->style == OT_ROW_CLAIM || row->style == OT_ROW_TOTAL;
        const bool rest = row->style == OT_ROW_REST;
        const double y = ot__rows_y(page, rows, i) + 0.34 * size;
        const ot_mark look = {.kind = OT_MARK_TEXT,
                              .size = size,
                              .bold = bold,
                              .colour = row->style == OT_ROW_CLAIM
                                            ? page->look->claim.text
                                        : rest ? page->look->muted.text
                                               : page->look->text};
        ot__marks_group(page->marks, "row", row->label, NULL);
        name_of(page, row, &lines);
        if (lines.n > 0) {
            ot__marks_text(page->marks, look, (ot_point){page->size->margin, y},
                           lines.line[0]);
        }
        if (rows->value != NULL) {
            ot__wrap(&page->ruler, rows->value[i], size, bold,
                     VALUES * page->size->width, 1, &lines);
            if (lines.n > 0) {
                ot__marks_text(page->marks, look,
                               (ot_point){page->right + GAP * size, y},
                               lines.line[0]);
            }
        }
    }
}
