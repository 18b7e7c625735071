// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/rows.h"

#include <math.h>
#include <string.h>

#define NAMES  0.40 // most of the page's width that names may take
#define VALUES 0.34 // and the texts at the right
#define GAP    0.6  // between names, box and texts, in font sizes
#define LEAST  1.3  // height of a row, in font sizes
#define MOST   4.2
#define TALL   3.4 // from here on a name may take two lines
#define APART  0.8 // between columns of texts, in font sizes
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

static bool is_bold(const ot_chart_row *row)
{
    return row->style == OT_ROW_CLAIM || row->style == OT_ROW_TOTAL;
}

// A row's name, cut where it is too long.
static void name_of(const ot_page *page, const ot_chart_row *row, ot_lines *out)
{
    ot__wrap(&page->ruler, row->label, page->size->text, is_bold(row),
             NAMES * page->size->width, page->name_lines, out);
}

// Column c of what is said at the right of a row; "" where it has none.
static void cell_of(const char *value, size_t c, char cell[static 96])
{
    for (; c > 0 && value != NULL; c--) {
        value = strchr(value, '\t');
        value = value != NULL ? value + 1 : NULL;
    }
    const size_t n = value != NULL ? strcspn(value, "\t") : 0;
    memcpy(cell, value != NULL ? value : "", n);
    cell[n] = '\0';
}

// What stands at the right: the right edges of its columns, counted from the
// left of the first; those that VALUES of the page has room for.
typedef struct columns {
    double edge[OT_ROWS_COLUMNS];
    size_t n;
    double width;
} columns;

static void measure(const ot_page *page, const ot_chart *chart,
                    const ot_rows *rows, columns *out)
{
    const double size = page->size->text;
    const double most = VALUES * page->size->width;
    char cell[96];

    *out = (columns){.n = 0};
    for (size_t c = 0; c < OT_ROWS_COLUMNS && rows->value != NULL; c++) {
        double widest = 0;
        for (size_t i = 0; i < rows->n; i++) {
            cell_of(rows->value[i], c, cell);
            widest = fmax(
                widest, ot__ruler_width(&page->ruler, cell, size,
                                        is_bold(ot__rows_at(chart, rows, i))));
        }
        const double edge = out->width + (c > 0 ? APART * size : 0) + widest;
        if (widest > 0 && c > 0 && edge > most) {
            return;
        }
        if (widest > 0) {
            out->width = fmin(edge, most);
            out->edge[c] = out->width;
            out->n = c + 1;
        }
    }
}

void ot__rows_room(ot_page *page, const ot_chart *chart, const ot_rows *rows)
{
    const double size = page->size->text;
    double names = 0;
    ot_lines lines;
    columns values;

    page->name_lines = ot__rows_height(page, rows) >= TALL * size ? 2 : 1;
    for (size_t i = 0; i < rows->n; i++) {
        name_of(page, ot__rows_at(chart, rows, i), &lines);
        names = fmax(names, lines.width);
    }
    measure(page, chart, rows, &values);
    page->left += names + GAP * size;
    page->right -= values.width > 0 ? values.width + GAP * size : 0;
}

void ot__rows_values(ot_page *page, double lo, double hi, bool labels)
{
    const double size = page->size->small;
    const double room = (page->right - page->left) / (4.2 * size);
    const int most = (int)fmax(5, fmin(7, room));

    page->across = ot__scale_nice(lo, hi, most);
    page->from = labels || !(lo < hi) ? ot__scale_lo(&page->across) : lo;
    page->to = labels || !(lo < hi) ? ot__scale_hi(&page->across) : hi;
    page->bottom -= labels ? TICK + OT_LEADING * size : 0;
}

double ot__rows_x(const ot_page *page, double value)
{
    const double lo = page->from, hi = page->to;
    const double part = (fmax(fmin(value, hi), lo) - lo) / (hi - lo);

    return page->left + part * (page->right - page->left);
}

// Rows share the box; few rows stand close together at its top.
double ot__rows_height(const ot_page *page, const ot_rows *rows)
{
    return fmin((page->bottom - page->top) / (double)rows->n,
                (rows->most > 0 ? rows->most : MOST) * page->size->text);
}

double ot__rows_y(const ot_page *page, const ot_rows *rows, size_t i)
{
    return page->top + ((double)i + 0.5) * ot__rows_height(page, rows);
}

// The name of a tick and where it begins and ends.
static const char *tick_name(const ot_page *page, int64_t i, double *left,
                             double *right, char label[static OT_AMOUNT_SIZE])
{
    const double size = page->size->small;
    const double x = ot__rows_x(page, ot__scale_value(&page->across, i));

    ot__scale_label(page->terms, &page->across, i, page->unit, label);
    const double half = ot__ruler_width(&page->ruler, label, size, false) / 2;
    *left = x - half;
    *right = x + half;
    return label;
}

// Whether the names of every so many ticks, counted from zero, stand apart.
static bool ticks_fit(const ot_page *page, int64_t every)
{
    double free_from = -INFINITY;
    char label[OT_AMOUNT_SIZE];

    for (int64_t i = page->across.first; i <= page->across.last; i++) {
        double left, right;
        if (i % every == 0) {
            tick_name(page, i, &left, &right, label);
            if (left < free_from) {
                return false;
            }
            free_from = right + 0.5 * page->size->small;
        }
    }
    return true;
}

static void label_tick(ot_page *page, int64_t i)
{
    const double size = page->size->small;
    const ot_mark look = {.kind = OT_MARK_TEXT,
                          .size = size,
                          .align = OT_MIDDLE,
                          .colour = page->look->soft};
    char label[OT_AMOUNT_SIZE];
    double left, right;

    tick_name(page, i, &left, &right, label);
    if (left >= page->size->margin &&
        right <= page->size->width - page->size->margin) {
        ot__marks_text(page->marks, look,
                       (ot_point){(left + right) / 2,
                                  page->bottom + TICK + OT_ASCENT * size},
                       label);
    }
}

void ot__rows_axis(ot_page *page)
{
    ot_mark grid = {.kind = OT_MARK_LINE, .ground = true};
    int64_t every = 1;

    while (!ticks_fit(page, every)) {
        every++;
    }
    ot__marks_group(page->marks, "values", NULL, NULL);
    for (int64_t i = page->across.first; i <= page->across.last; i++) {
        const double x = ot__rows_x(page, ot__scale_value(&page->across, i));
        grid.colour = i == 0 ? page->look->axis : page->look->grid;
        grid.size = i == 0 ? 0.9 : 0.5;
        if (i % every == 0) {
            ot__marks_segment(page->marks, grid, (ot_point){x, page->top},
                              (ot_point){x, page->bottom});
            label_tick(page, i);
        }
    }
}

// What is said at the right of row i, column by column.
static void say_values(ot_page *page, const ot_rows *rows, size_t i,
                       const columns *values, ot_mark look, double y)
{
    char cell[96];
    ot_lines lines;

    look.align = OT_END;
    for (size_t c = 0; c < values->n; c++) {
        const double room = values->edge[c] - (c > 0 ? values->edge[c - 1] : 0);
        cell_of(rows->value[i], c, cell);
        ot__wrap(&page->ruler, cell, look.size, look.bold, room, 1, &lines);
        if (lines.n > 0) {
            ot__marks_text(
                page->marks, look,
                (ot_point){page->right + GAP * look.size + values->edge[c], y},
                lines.line[0]);
        }
    }
}

void ot__rows_names(ot_page *page, const ot_chart *chart, const ot_rows *rows)
{
    const double size = page->size->text;
    ot_lines lines;
    columns values;

    measure(page, chart, rows, &values);
    for (size_t i = 0; i < rows->n; i++) {
        const ot_chart_row *row = ot__rows_at(chart, rows, i);
        const bool rest = row->style == OT_ROW_REST;
        const double y = ot__rows_y(page, rows, i) + 0.34 * size;
        const ot_mark look = {.kind = OT_MARK_TEXT,
                              .size = size,
                              .bold = is_bold(row),
                              .colour = row->style == OT_ROW_CLAIM
                                            ? page->look->claim.text
                                        : rest ? page->look->muted.text
                                               : page->look->text};
        ot__marks_group(page->marks, "row", row->label, NULL);
        name_of(page, row, &lines);
        for (size_t k = 0; k < lines.n; k++) {
            const double down =
                ((double)k - ((double)lines.n - 1) / 2) * OT_LEADING * size;
            ot__marks_text(page->marks, look,
                           (ot_point){page->size->margin, y + down},
                           lines.line[k]);
        }
        say_values(page, rows, i, &values, look, y);
    }
}
