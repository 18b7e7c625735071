// SPDX-License-Identifier: GPL-3.0-or-later
// rank: figures of two periods as dots on one line a row, the largest first,
// with the change and the place each had.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plot/rows.h"

#define DOT  0.30 // radius, in font sizes
#define MANY 10.0 // from here on "×17.1", not "+1 610 %"

static ot_status check(const ot_chart *chart, ot_error *err)
{
    bool was = false;

    for (size_t i = 0; i < chart->rows; i++) {
        was = was || isfinite(chart->row[i].before);
    }
    if (chart->now == NULL || (was && chart->was == NULL)) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a rank needs the names of its periods");
    }
    return chart->rows > 0 ? OT_OK
                           : ot_fail(err, OT_E_DATA, NULL, "nothing to rank");
}

typedef struct ranking {
    size_t *order; // by what is now, the largest first
    size_t *place; // which place each row had before, from 1; 0: none
    char (*value)[96];
    double *y; // figures now, in that order
    size_t n;  // rows with a figure now
} ranking;

static bool ranked(const ot_chart_row *row)
{
    return isfinite(row->y) && row->style != OT_ROW_TOTAL;
}

// A figure that is not known comes last, as what is no row of its own.
static double key(const ot_chart_row *row, bool before)
{
    const double y = before ? row->before : row->y;

    return isfinite(y) && row->style != OT_ROW_TOTAL ? y : -INFINITY;
}

// How many rows are ahead of one by a figure; ties by their order.
static size_t ahead(const ot_chart *chart, size_t i, bool before)
{
    if (chart->given_order) {
        return i;
    }
    const double own = key(&chart->row[i], before);
    size_t n = 0;

    for (size_t k = 0; k < chart->rows; k++) {
        const double y = key(&chart->row[k], before);
        n += y > own || (y == own && k < i);
    }
    return n;
}

static void order(const ot_chart *chart, ranking *r)
{
    r->n = 0;
    for (size_t i = 0; i < chart->rows; i++) {
        r->order[ahead(chart, i, false)] = i;
        r->n += ranked(&chart->row[i]) ? 1 : 0;
        r->place[i] =
            isfinite(chart->row[i].before) ? ahead(chart, i, true) + 1 : 0;
    }
}

// "427 bn", "+2.7 %", "▲1": columns of the first `shown` rows.
static void say(const ot_chart *chart, ranking *r, size_t shown)
{
    for (size_t i = 0; i < shown; i++) {
        r->y[i] = chart->row[r->order[i]].y;
    }
    for (size_t i = 0; i < shown; i++) {
        const ot_chart_row *row = &chart->row[r->order[i]];
        const size_t was = r->place[r->order[i]];
        const double change = 100 * (row->y / row->before - 1);
        char amount[OT_AMOUNT_SIZE], number[OT_NUMBER_SIZE + 8];
        char grew[40] = "", moved[24] = "";
        ot__amount_among(ot__terms(chart), row->y, r->y, shown, chart->unit, 3,
                         amount);
        // Per cent of per cent would be read as points.
        if (chart->unit.dimension == OT_DIM_PERCENT) {
            grew[0] = '\0';
        } else if (row->before > 0 && row->y / row->before >= MANY) {
            ot__figures(number, row->y / row->before, 3);
            snprintf(grew, sizeof grew, "\u00D7%.16s",
                     ot__typeset(ot__terms(chart), number));
        } else if (row->before > 0 && isfinite(change)) {
            ot__fixed(number, fabs(change), 1);
            ot__typeset(ot__terms(chart), number);
            snprintf(grew, sizeof grew, "%s%.16s\u00A0%%",
                     fabs(change) < 0.05 ? ""
                     : change < 0        ? "\u2212"
                                         : "+",
                     number);
        }
        if (was != 0 && was != i + 1 && !chart->no_places) {
            snprintf(moved, sizeof moved, "%s%zu", was > i + 1 ? "▲" : "▼",
                     was > i + 1 ? was - i - 1 : i + 1 - was);
        }
        snprintf(r->value[i], sizeof r->value[i], "%s\t%s\t%s", amount, grew,
                 moved);
    }
}

// "the largest 11 of 22", beside the key or, where that is long, below it.
static void say_part(ot_page *page, size_t shown, size_t all, double x,
                     double y)
{
    const double size = page->size->small;
    const double end = page->size->width - page->size->margin;
    const char *largest = page->terms->largest;
    const ot_mark look = {
        .kind = OT_MARK_TEXT, .size = size, .colour = page->look->soft};
    char part[160];

    snprintf(part, sizeof part, "%.40s%zu%.40s%zu",
             largest + strspn(largest, "; "), shown, page->terms->of_all, all);
    if (x + ot__ruler_width(&page->ruler, part, size, false) > end) {
        x = page->size->margin;
        y += OT_LEADING * size;
        page->top += OT_LEADING * size;
    }
    ot__marks_text(page->marks, look, (ot_point){x, y}, part);
}

// "○ 2023  ● 2024" above the rows.
static void key_line(ot_page *page, const ot_chart *chart, size_t shown,
                     size_t all)
{
    const double size = page->size->small, r = DOT * page->size->text;
    const double y = page->top + OT_ASCENT * size;
    const char *const names[] = {chart->was, chart->now};
    double x = page->left;

    ot__marks_group(page->marks, "key", NULL, NULL);
    const bool one = chart->was == NULL || *chart->was == '\0';
    for (int i = one ? 1 : 0; i < 2; i++) {
        const ot_mark dot = {.colour = i == 0 ? page->look->muted.mark
                                              : page->look->main.mark,
                             .size = r,
                             .hollow = i == 0};
        const ot_mark look = {.kind = OT_MARK_TEXT,
                              .size = size,
                              .colour = i == 0 ? page->look->soft
                                               : page->look->main.text};
        ot_lines name;
        ot__wrap(&page->ruler, names[i], size, false,
                 (page->size->width - page->size->margin - x) / (2 - i) - 3 * r,
                 1, &name);
        ot__marks_dot(page->marks, dot, (ot_point){x + r, y - 0.34 * size});
        if (name.n > 0) {
            ot__marks_text(page->marks, look, (ot_point){x + 3 * r, y},
                           name.line[0]);
        }
        x += 3 * r + name.width + size;
    }
    if (shown < all) {
        say_part(page, shown, all, x, y);
    }
    page->top += 1.9 * size;
}

static void draw_row(ot_page *page, const ot_chart_row *row, double y)
{
    const double x = ot__rows_x(page, row->y);
    const double was = ot__rows_x(page, row->before);
    const ot_mark line = {
        .kind = OT_MARK_LINE, .size = 1.6, .colour = page->look->muted.mark};
    ot_mark dot = {.colour = page->look->muted.mark,
                   .size = DOT * page->size->text,
                   .hollow = true};

    ot__marks_group(page->marks, "dots", row->label, row->label);
    if (isfinite(row->before)) {
        ot__marks_segment(page->marks, line, (ot_point){was, y},
                          (ot_point){x, y});
        ot__marks_dot(page->marks, dot, (ot_point){was, y});
    }
    dot.hollow = false;
    dot.colour = page->look->main.mark;
    ot__marks_dot(page->marks, dot, (ot_point){x, y});
}

// What all are held against.
static void draw_line(ot_page *page, const ot_chart *chart)
{
    const ot_mark line = {.kind = OT_MARK_LINE,
                          .size = 1.4,
                          .colour = page->look->last.mark,
                          .dash = OT_DASHED};

    for (size_t i = 0; i < chart->rows; i++) {
        const ot_chart_row *row = &chart->row[i];
        if (row->style == OT_ROW_TOTAL && isfinite(row->y)) {
            const double x = ot__rows_x(page, row->y);
            ot__marks_group(page->marks, "line", row->label, row->label);
            ot__marks_segment(page->marks, line, (ot_point){x, page->top},
                              (ot_point){x, page->bottom});
        }
    }
}

static void lay_rows(ot_page *page, const ot_chart *chart, ranking *r)
{
    double lo = 0, hi = 0;

    order(chart, r);
    ot__page_frame(page, chart, NULL);
    ot_rows rows = {.order = r->order, .value = r->value};
    // Key and axis take three lines or so.
    const size_t fit = ot__rows_fit(page, r->n + 3);
    rows.n = fit > 4 && fit < r->n + 3 ? fit - 3 : fit < r->n ? fit : r->n;
    say(chart, r, rows.n);
    for (size_t i = 0; i < rows.n; i++) {
        ot__include(ot__rows_at(chart, &rows, i)->y, &lo, &hi);
        ot__include(ot__rows_at(chart, &rows, i)->before, &lo, &hi);
    }
    for (size_t i = 0; i < chart->rows; i++) {
        if (chart->row[i].style == OT_ROW_TOTAL) {
            ot__include(chart->row[i].y, &lo, &hi);
        }
    }
    ot__rows_room(page, chart, &rows);
    key_line(page, chart, rows.n, r->n);
    ot__rows_values(page, lo, hi, true);
    ot__rows_axis(page);
    draw_line(page, chart);
    for (size_t i = 0; i < rows.n; i++) {
        draw_row(page, ot__rows_at(chart, &rows, i),
                 ot__rows_y(page, &rows, i));
    }
    ot__rows_names(page, chart, &rows);
}

static void lay(ot_page *page, const ot_chart *chart)
{
    ranking r = {.order = calloc(chart->rows, sizeof *r.order),
                 .place = calloc(chart->rows, sizeof *r.place),
                 .value = calloc(chart->rows, sizeof *r.value),
                 .y = calloc(chart->rows, sizeof *r.y)};

    if (r.order == NULL || r.place == NULL || r.value == NULL || r.y == NULL) {
        page->marks->failed = true;
    } else {
        lay_rows(page, chart, &r);
    }
    free(r.order);
    free(r.place);
    free(r.value);
    free(r.y);
}

const ot_chart_kind ot__kind_rank = {
    .name = "rank",
    .takes = "one flow with several partners, a period and the year before",
    .summary = "two periods as dots, the largest first, who rose and who fell",
    .example = "chart rank trade.csv -r USA -f import -t 2024 -o rank.png",
    .rows = true,
    .check = check,
    .lay = lay,
};
