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
#define SHAPE 2.2 // width of a box for its height, without its texts
#define LEAST 3.0 // its height below which it is low, in small font sizes
#define EMPTY 0.8 // how much it costs to leave all places of the grid empty
#define FLAT  1.6 // and too low to give height away for figures below it

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
    bool feet;            // figures stand below it, else beside the name
    bool figures;         // there is room for all of them
    bool dated;           // and for their years
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

// The widths of all names, and of the widest figure.
static double widths(const ot_page *page, const ot_chart *chart, double name[])
{
    const double size = page->size->small;
    double figure = 0;

    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        const size_t last = ot__last_known(l->y, l->n);
        char amount[OT_AMOUNT_SIZE] = "";
        if (last != SIZE_MAX) {
            ot__amount(ot__terms(chart), l->y[last], chart->unit, 3, amount);
        }
        name[i] = ot__ruler_width(&page->ruler,
                                  l->label != NULL ? l->label : "", size, true);
        figure =
            fmax(figure, ot__ruler_width(&page->ruler, amount, size, false));
    }
    return figure;
}

// The part of the names that are wider than a box.
static double cut_names(const double name[], size_t n, double width)
{
    size_t cut = 0;

    for (size_t i = 0; i < n; i++) {
        cut += name[i] > width ? 1 : 0;
    }
    return (double)cut / (double)n;
}

// What is against so many columns: boxes far from their shape, no room for a
// line in them, names or figures that do not fit.
static double cost_of(const ot_page *page, const grid *g, double cut)
{
    const double size = page->size->small;
    const double texts = (g->feet ? 2 : 1) * OT_LEADING * size;
    const double room = g->height - texts;

    if (room <= 0) {
        return 100 - room / size;
    }
    if (g->feet && room < FLAT * size) {
        return 50 - room / size;
    }
    return 0.6 * fabs(log(g->width / room / SHAPE)) +
           2 * fmax(0, 1 - room / (LEAST * size)) +
           (cut > 0 ? 1 + 6 * cut : 0) + (g->figures ? 0 : 1.1) +
           (g->feet ? 0 : 0.3);
}

// As many columns as cost least, with the figures below the boxes or, where
// these are low, above them.
static void cut(const ot_page *page, const ot_chart *chart, grid *g)
{
    const size_t n = chart->lines;
    const double gap = GAP * page->size->small;
    const double width = page->right - page->left + gap;
    const double height = page->bottom - page->top + gap / 2;
    const double size = page->size->small;
    const double year = ot__ruler_width(&page->ruler, "2000", size, false);
    double least = INFINITY, widest = 0, name[MOST];
    const double figure = widths(page, chart, name);

    for (size_t i = 0; i < n; i++) {
        widest = fmax(widest, name[i]);
    }
    for (size_t i = 0; i < 2 * n; i++) {
        grid trial = *g;
        trial.columns = i / 2 + 1;
        trial.rows = (n + trial.columns - 1) / trial.columns;
        trial.width = width / (double)trial.columns - gap;
        trial.height = height / (double)trial.rows - gap;
        trial.feet = i % 2 == 0;
        trial.figures =
            (trial.feet ? year : widest) + figure + 0.8 * size <= trial.width;
        trial.dated = 2 * year + figure + 1.8 * size <= trial.width;
        const double empty =
            (double)(trial.columns * trial.rows - n) / (double)n;
        const double cost =
            EMPTY * empty +
            cost_of(page, &trial, cut_names(name, n, trial.width));
        if (cost < least) {
            least = cost;
            *g = trial;
        }
    }
}

static void text(ot_page *page, ot_mark look, ot_point at, const char *words)
{
    look.kind = OT_MARK_TEXT;
    ot__marks_text(page->marks, look, at, words);
}

// Below a box the first year, and the latest figure with its year, or alone.
static void feet(ot_page *page, const ot_chart *chart, const ot_chart_line *l,
                 const grid *g)
{
    const double size = page->size->small;
    const double y = page->bottom + 3 + OT_ASCENT * size;
    const size_t last = ot__last_known(l->y, l->n);
    ot_mark look = {.size = size, .colour = page->look->soft};
    char year[16], amount[OT_AMOUNT_SIZE], figure[OT_AMOUNT_SIZE + 16];

    snprintf(year, sizeof year, "%d", ot_month_year(g->first));
    text(page, look, (ot_point){page->left, y}, year);
    if (last == SIZE_MAX || !g->figures) {
        return;
    }
    const int32_t month = l->first + (int32_t)(last + 1) * l->step - 1;
    ot__amount(ot__terms(chart), l->y[last], chart->unit, 3, amount);
    snprintf(figure, sizeof figure, "%d: %s", ot_month_year(month), amount);
    look.align = OT_END;
    look.colour = page->look->main.text;
    text(page, look, (ot_point){page->right, y}, g->dated ? figure : amount);
}

// Above it its name and, where none stands below, the latest figure.
static void head(ot_page *page, const ot_chart *chart, const ot_chart_line *l,
                 const grid *g)
{
    const double size = page->size->small;
    const double y = page->top - 0.5 * size;
    const size_t last = ot__last_known(l->y, l->n);
    ot_mark look = {.size = size, .bold = true, .colour = page->look->text};
    char amount[OT_AMOUNT_SIZE];
    ot_lines name;

    ot__wrap(&page->ruler, l->label, size, true, page->right - page->left, 1,
             &name);
    if (name.n > 0) {
        text(page, look, (ot_point){page->left, y}, name.line[0]);
    }
    if (g->feet || !g->figures || last == SIZE_MAX) {
        return;
    }
    ot__amount(ot__terms(chart), l->y[last], chart->unit, 3, amount);
    look.bold = false;
    look.align = OT_END;
    look.colour = page->look->main.text;
    text(page, look, (ot_point){page->right, y}, amount);
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
    head(page, chart, l, g);
    if (g->feet) {
        feet(page, chart, l, g);
    }
}

static void lay(ot_page *page, const ot_chart *chart)
{
    const double size = page->size->small;
    grid g = {.columns = 1, .rows = 1};

    measure(chart, &g);
    ot__page_frame(page, chart,
                   g.shared ? page->terms->one_scale : page->terms->own_scales);
    const ot_page whole = *page;
    cut(&whole, chart, &g);
    for (size_t i = 0; i < chart->lines; i++) {
        const double gap = GAP * size;
        const double column = (double)(i % g.columns);
        const double row = (double)(i / g.columns);
        page->left = whole.left + column * (g.width + gap);
        page->right = page->left + g.width;
        page->top = whole.top + row * (g.height + gap) + OT_LEADING * size;
        page->bottom = whole.top + row * (g.height + gap) + g.height -
                       (g.feet ? OT_LEADING * size : 0);
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
