// SPDX-License-Identifier: GPL-3.0-or-later
// multiples: each line in a small box of its own, all over the same months.
#include <math.h>
#include <stdio.h>

#include "plot/lines.h"
#include "plot/signs.h"

#define MOST 24
#define ALIKE                                                                  \
    6.0           // boxes share a scale where the largest is so many times the
                  // smallest, at most
#define GAP   1.4 // between boxes, in small font sizes
#define SHAPE 1.7 // width of a box for its height

static ot_status check(const ot_chart *chart, ot_error *err)
{
    if (chart->lines > MOST) {
        return ot_fail(err, OT_E_LIMIT, NULL,
                       "%zu boxes: a page holds at most %d", chart->lines,
                       MOST);
    }
    if (chart->fan != NULL || chart->claim != NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "small multiples have neither a fan nor a claim");
    }
    return OT_OK;
}

typedef struct grid {
    size_t columns, rows;
    double width, height; // of one box with its texts
    bool shared;          // one scale for all
    double lo, hi;        // of that
    int32_t first, last;
} grid;

static void reach_of(const ot_chart_line *l, double *lo, double *hi)
{
    for (size_t i = 0; i < l->n; i++) {
        ot__include(l->y[i], lo, hi);
    }
}

static double size_of(const ot_chart_line *l)
{
    double lo = 0, hi = 0;

    reach_of(l, &lo, &hi);
    return fmax(hi, -lo);
}

static void measure(const ot_chart *chart, grid *g)
{
    double least = INFINITY, most = 0;

    g->lo = 0;
    g->hi = 0;
    g->first = chart->line[0].first;
    g->last = g->first;
    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        const int32_t end = l->first + (int32_t)l->n * l->step - 1;
        const double size = size_of(l);
        g->first = l->first < g->first ? l->first : g->first;
        g->last = end > g->last ? end : g->last;
        least = size > 0 ? fmin(least, size) : least;
        most = fmax(most, size);
        reach_of(l, &g->lo, &g->hi);
    }
    g->shared = most <= ALIKE * least;
}

// As many columns as make boxes nearest to their shape.
static void cut(const ot_page *page, size_t n, grid *g)
{
    const double width = page->right - page->left;
    const double height = page->bottom - page->top;
    double best = INFINITY;

    for (size_t columns = 1; columns <= n; columns++) {
        const size_t rows = (n + columns - 1) / columns;
        const double shape =
            (width / (double)columns) / (height / (double)rows);
        const double off = fabs(log(shape / SHAPE));
        if (off < best) {
            best = off;
            g->columns = columns;
            g->rows = rows;
        }
    }
    const double gap = GAP * page->size->small;
    g->width = (width + gap) / (double)g->columns - gap;
    g->height = (height + gap) / (double)g->rows - gap;
}

static void text(ot_page *page, ot_mark look, ot_point at, const char *words)
{
    look.kind = OT_MARK_TEXT;
    ot__marks_text(page->marks, look, at, words);
}

// The first year, and the latest figure with its year, or alone.
static void feet(ot_page *page, const ot_chart *chart, const ot_chart_line *l,
                 const grid *g)
{
    const double size = page->size->small;
    const double y = page->bottom + 3 + OT_ASCENT * size;
    const double wide = page->right - page->left - size;
    const size_t last = ot__last_known(l->y, l->n);
    ot_mark look = {.size = size, .colour = page->look->soft};
    char year[16], amount[OT_AMOUNT_SIZE], figure[OT_AMOUNT_SIZE + 16];

    snprintf(year, sizeof year, "%d", ot_month_year(g->first));
    text(page, look, (ot_point){page->left, y}, year);
    if (last == SIZE_MAX) {
        return;
    }
    const double taken = ot__ruler_width(&page->ruler, year, size, false);
    const int32_t month = l->first + (int32_t)(last + 1) * l->step - 1;
    ot__amount(ot__terms(chart), l->y[last], chart->unit, 3, amount);
    snprintf(figure, sizeof figure, "%d: %s", ot_month_year(month), amount);
    look.align = OT_END;
    look.colour = page->look->main.text;
    if (taken + ot__ruler_width(&page->ruler, figure, size, false) <= wide) {
        text(page, look, (ot_point){page->right, y}, figure);
    } else if (taken + ot__ruler_width(&page->ruler, amount, size, false) <=
               wide) {
        text(page, look, (ot_point){page->right, y}, amount);
    }
}

static void head(ot_page *page, const ot_chart_line *l)
{
    const double size = page->size->small;
    const ot_mark look = {
        .size = size, .bold = true, .colour = page->look->text};
    ot_lines name;

    ot__wrap(&page->ruler, l->label, size, true, page->right - page->left, 1,
             &name);
    if (name.n > 0) {
        text(page, look, (ot_point){page->left, page->top - 0.5 * size},
             name.line[0]);
    }
}

static void box(ot_page *page, const ot_chart *chart, size_t i, const grid *g)
{
    const ot_chart_line *l = &chart->line[i];
    const size_t last = ot__last_known(l->y, l->n);
    const ot_mark line = {
        .kind = OT_MARK_LINE, .colour = page->look->main.mark, .size = 1.4};
    const ot_mark base = {.kind = OT_MARK_LINE,
                          .colour = page->look->axis,
                          .size = 0.7,
                          .ground = true};
    const ot_trace t = {
        .y = l->y, .n = l->n, .x0 = ot__lines_place(l, 0), .dx = l->step};
    double lo = g->lo, hi = g->hi;

    if (!g->shared) {
        lo = 0;
        hi = 0;
        reach_of(l, &lo, &hi);
    }
    page->y = ot__scale_nice(lo, hi, 5);
    page->x = (ot_months){g->first, g->last, page->right - page->left, 1};
    ot__marks_group(page->marks, "box", l->label, l->label);
    ot__marks_segment(page->marks, base,
                      (ot_point){page->left, ot__page_y(page, 0)},
                      (ot_point){page->right, ot__page_y(page, 0)});
    ot__page_trace(page, &t, line);
    ot__signs_draw(page, chart, i, &t, line);
    if (last != SIZE_MAX) {
        const ot_mark end = {.colour = line.colour,
                             .size = 2,
                             .hollow = ot__signs_soft(chart, i, last)};
        ot__marks_dot(page->marks, end,
                      (ot_point){ot__page_x(page, ot__lines_place(l, last)),
                                 ot__page_y(page, l->y[last])});
    }
    head(page, l);
    feet(page, chart, l, g);
}

static void lay(ot_page *page, const ot_chart *chart)
{
    const double size = page->size->small;
    grid g = {.columns = 1, .rows = 1};

    measure(chart, &g);
    ot__page_frame(page, chart,
                   g.shared ? page->terms->one_scale : page->terms->own_scales);
    const ot_page whole = *page;
    cut(&whole, chart->lines, &g);
    for (size_t i = 0; i < chart->lines; i++) {
        const double gap = GAP * size;
        const double column = (double)(i % g.columns);
        const double row = (double)(i / g.columns);
        page->left = whole.left + column * (g.width + gap);
        page->right = page->left + g.width;
        page->top = whole.top + row * (g.height + gap) + OT_LEADING * size;
        page->bottom =
            whole.top + row * (g.height + gap) + g.height - OT_LEADING * size;
        box(page, chart, i, &g);
    }
}

const ot_chart_kind ot__kind_multiples = {
    .name = "multiples",
    .takes = "several flows or partners, up to 24",
    .summary = "each line in a small box of its own",
    .example = "chart multiples trade.csv -r USA -f import --every year "
               "-o multiples.png",
    .check = check,
    .lay = lay,
};
