// SPDX-License-Identifier: GPL-3.0-or-later
// Tables: as wide as their texts ask for; where that is wider than the page,
// text columns are wrapped, then letters get smaller, then columns go below.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/brief_pdf.h"

#define LARGEST   8.5 // font sizes
#define SMALLEST  7.0
#define PAD       2.6    // above and below a row's lines
#define LEAD      1.28   // from one baseline to the next, in font sizes
#define FLAG      9.0    // room of the mark of a flagged row
#define ROW_FEW   12     // lines of a row that are not broken up
#define HEAD_LAST 100000 // number of a title's last line

typedef struct table {
    ot_galley *g;
    const ot_block *b;
    size_t block;
    ot_table_columns c;
    ot_marks row; // of the row being set
} table;

static bool is_bold(const ot_brief_row *row)
{
    return row->style == OT_BRIEF_ROW_TOTAL;
}

// Columns of a band: the first of the table, then n from `from` on. Index i of
// it as index of the table.
typedef struct span {
    size_t from, n;
} span;

static size_t column_of(span s, size_t i)
{
    return i == 0 ? 0 : s.from + i - 1;
}

static double place(table *t, span s)
{
    double x = t->c.indent;

    for (size_t i = 0; i <= s.n; i++) {
        ot_table_column *c = &t->c.col[column_of(s, i)];
        c->x = x;
        x += c->width + t->c.gap;
    }
    return x - t->c.gap + t->c.indent / 2;
}

// Lines of a text in a column, into the row; returns how many.
static size_t set_lines(table *t, const ot_table_column *c, ot_mark look,
                        bool right, const char *text)
{
    const double slack = 0.01; // what rounding takes from a natural width
    ot_setting s =
        ot__setting(&t->g->sans, text, look.size, look.bold, c->width + slack);
    ot_buf line = {0};
    size_t n = 0;

    look.align = right ? OT_END : OT_START;
    while (ot__setting_line(&s, &line) && !t->row.failed) {
        ot__marks_text(&t->row, look,
                       (ot_point){right ? c->x + c->width : c->x, (double)n},
                       ot__buf_cstr(&line));
        n++;
    }
    t->row.failed = t->row.failed || line.failed;
    ot__buf_free(&line);
    return n;
}

// One cell; y of its marks is the number of the line.
static size_t set_cell(table *t, size_t k, const char *text, ot_mark look)
{
    const ot_table_column *c = &t->c.col[k];
    const bool number = t->b->column[k].number;
    double left, right;

    if (!number ||
        !ot__columns_halves(&t->c, c, text, look.bold, &left, &right) ||
        t->c.scale * (c->left + c->right) > c->width + 0.01) {
        return set_lines(t, c, look, number, text);
    }
    const double point = c->x + c->width - t->c.scale * c->right;
    ot_buf clean = {0};
    ot_setting s =
        ot__setting(&t->g->sans, text, look.size, look.bold, c->width + 0.01);
    const bool some = ot__setting_line(&s, &clean);
    if (some) {
        ot__marks_text(&t->row, look, (ot_point){point - t->c.scale * left, 0},
                       ot__buf_cstr(&clean));
    }
    t->row.failed = t->row.failed || clean.failed;
    ot__buf_free(&clean);
    return some ? 1 : 0;
}

static void clear_row(table *t)
{
    t->row.n = 0;
    t->row.points = 0;
    ot__buf_clear(&t->row.text);
}

static double leading(const table *t)
{
    return LEAD * OT_CELL * t->c.scale;
}

static double baseline(const table *t)
{
    const double size = OT_CELL * t->c.scale;

    return PAD + (leading(t) - (OT_ASCENT + OT_DESCENT) * size) / 2 +
           OT_ASCENT * size;
}

// The marks of lines first to first + n of the row, into the last piece.
static void put_row(table *t, size_t first, size_t n, double top)
{
    for (size_t i = 0; i < t->row.n; i++) {
        const ot_mark *m = &t->row.mark[i];
        const ot_point p = t->row.point[m->first];
        const size_t line = (size_t)p.y;
        if (line >= first && line < first + n) {
            ot__galley_text(t->g, *m, p.x,
                            top + baseline(t) - PAD +
                                (double)(line - first) * leading(t),
                            ot__marks_string(&t->row, m->text));
        }
    }
}

// A triangle before a row that must not be missed, on a tinted ground.
static void flag(table *t, double end, double height)
{
    const double size = 0.62 * OT_CELL * t->c.scale;
    const double y = PAD + leading(t) / 2;

    ot__galley_box(t->g, t->g->look->down_shade, 0, 0, end, height);
    ot__marks_begin(&t->g->marks, (ot_mark){.kind = OT_MARK_AREA,
                                            .colour = t->g->look->claim.mark});
    ot__marks_point(&t->g->marks, 2, y - size / 2);
    ot__marks_point(&t->g->marks, 2 + size * 0.9, y);
    ot__marks_point(&t->g->marks, 2, y + size / 2);
}

static void rule_below(table *t, const ot_brief_row *row, bool last,
                       bool before_total, double end, double height)
{
    const ot_palette *look = t->g->look;
    const bool strong = last || before_total || is_bold(row);

    ot__galley_rule(t->g,
                    last     ? 0.8
                    : strong ? 0.6
                             : 0.4,
                    strong ? look->axis : look->grid, 0, end, height);
}

// A row as one piece, or a piece a line where it has many.
static void put_pieces(table *t, const ot_brief_row *row, size_t lines,
                       size_t head, double end)
{
    const size_t step = lines <= ROW_FEW ? lines : 1;
    const size_t first = t->g->n;

    for (size_t i = 0; i < lines && !t->g->marks.failed; i += step) {
        const double top = i == 0 ? PAD : 0;
        const double below = i + step >= lines ? PAD : 0;
        const double height = top + (double)step * leading(t) + below;
        ot__galley_add(t->g, "table", t->block, 0, height);
        if (t->g->marks.failed) {
            return;
        }
        ot__galley_last(t->g)->head = head;
        if (row->style == OT_BRIEF_ROW_FLAGGED) {
            flag(t, end, height);
        }
        put_row(t, i, step, top);
    }
    ot__galley_tie(t->g, first, 3);
}

static void put_one_row(table *t, span s, size_t i, size_t head, double end)
{
    const ot_brief_row *row = &t->b->row[i];
    const ot_mark look = {.size = OT_CELL * t->c.scale,
                          .bold = is_bold(row),
                          .colour = t->g->look->text};
    const bool last = i + 1 == t->b->rows;
    size_t lines = 1;

    clear_row(t);
    for (size_t k = 0; k <= s.n; k++) {
        const size_t n =
            set_cell(t, column_of(s, k), row->cell[column_of(s, k)], look);
        lines = n > lines ? n : lines;
    }
    put_pieces(t, row, lines, head, end);
    if (!t->g->marks.failed) {
        rule_below(t, row, last, !last && is_bold(row + 1), end,
                   ot__galley_last(t->g)->height);
    }
}

// The titles of the columns, standing on their rule.
static void put_head(table *t, span s, double gap, double end)
{
    const ot_mark look = {
        .size = OT_CELL * t->c.scale, .bold = true, .colour = t->g->look->text};
    size_t lines = 0;

    clear_row(t);
    for (size_t i = 0; i <= s.n; i++) {
        const size_t k = column_of(s, i);
        const size_t from = t->row.n;
        const size_t n =
            set_lines(t, &t->c.col[k], look, t->b->column[k].number,
                      t->b->column[k].title);
        lines = n > lines ? n : lines;
        // Down to the rule: lines are counted so that every title's last one
        // has the same number.
        for (size_t m = from; m < t->row.n; m++) {
            t->row.point[t->row.mark[m].first].y += HEAD_LAST - (double)n;
        }
    }
    // Without titles there is but the rule.
    const double height = lines > 0 ? (double)lines * leading(t) + 2 * PAD : 1;
    ot__galley_add(t->g, "table", t->block, gap, height);
    if (t->g->marks.failed) {
        return;
    }
    put_row(t, HEAD_LAST - lines, lines, PAD);
    ot__galley_rule(t->g, 1.0, t->g->look->text, 0, end, height);
    ot__galley_last(t->g)->keep = true;
}

static void put_band(table *t, span s, double gap)
{
    const double end = place(t, s);
    const size_t head = t->g->n, rows = t->b->rows;

    put_head(t, s, gap, end);
    for (size_t i = 0; i < rows && !t->g->marks.failed; i++) {
        const size_t first = t->g->n;
        put_one_row(t, s, i, head, end);
        // No row of few lines alone at the foot or the top of a page.
        if (!t->g->marks.failed && t->g->n > first &&
            ((i == 0 && rows > 1) || i + 2 == rows) &&
            ot__galley_last(t->g)->height < 3.5 * leading(t)) {
            ot__galley_last(t->g)->keep = true;
        }
    }
}

static void put_caption(table *t, double *gap)
{
    const ot_mark look = {
        .size = 9.5, .bold = true, .colour = t->g->look->text};
    ot_setting s =
        ot__setting(&t->g->sans, t->b->text, look.size, true, OT_SHEET_TEXT);
    ot_buf line = {0};

    while (ot__setting_line(&s, &line) && !t->g->marks.failed) {
        ot__galley_add(t->g, "caption", t->block, *gap, 1.3 * look.size);
        ot__galley_text(t->g, look, 0, look.size, ot__buf_cstr(&line));
        if (t->g->n > 0) {
            ot__galley_last(t->g)->keep = true;
        }
        *gap = 0;
    }
    *gap = *gap > 0 ? *gap : 2;
    t->g->marks.failed = t->g->marks.failed || line.failed;
    ot__buf_free(&line);
}

static void put_table(table *t)
{
    const size_t n = t->b->columns;
    double gap = 12;

    put_caption(t, &gap);
    if (ot__columns_fit(&t->c)) {
        put_band(t, (span){1, n - 1}, gap);
        return;
    }
    for (size_t from = 1; from < n && !t->g->marks.failed;) {
        const size_t count = ot__columns_band(&t->c, from);
        put_band(t, (span){from, count}, gap);
        from += count > 0 ? count : 1;
        gap = 12;
    }
}

void ot__galley_table(ot_galley *g, const ot_block *b, size_t block)
{
    table t = {.g = g,
               .b = b,
               .block = block,
               .c = {.ruler = &g->sans, .of = b, .scale = 1}};

    if (b->columns == 0) {
        return;
    }
    for (size_t i = 0; i < b->rows; i++) {
        if (b->row[i].style == OT_BRIEF_ROW_FLAGGED) {
            t.c.indent = FLAG;
        }
    }
    t.c.col = calloc(b->columns, sizeof *t.c.col);
    if (t.c.col == NULL) {
        g->marks.failed = true;
        return;
    }
    put_table(&t);
    g->marks.failed = g->marks.failed || t.row.failed;
    free(t.c.col);
    ot__marks_free(&t.row);
}
