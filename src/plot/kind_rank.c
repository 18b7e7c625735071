// SPDX-License-Identifier: GPL-3.0-or-later
// rank: figures of two periods as dots on one line a row, the largest first,
// with the change and the place each had.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "plot/rows.h"

#define DOT 0.30 // radius, in font sizes

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
    size_t n; // rows with a figure now
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

// "427 bn, +2.7 %, was 3rd"
static void say(const ot_chart *chart, ranking *r)
{
    for (size_t i = 0; i < r->n; i++) {
        const ot_chart_row *row = &chart->row[r->order[i]];
        const size_t was = r->place[r->order[i]];
        const double change = 100 * (row->y / row->before - 1);
        char amount[OT_AMOUNT_SIZE], number[OT_NUMBER_SIZE + 8];
        char grew[40] = "", moved[24] = "";
        ot__amount(ot__terms(chart), row->y, chart->unit, 3, amount);
        if (row->before > 0 && isfinite(change)) {
            ot__fixed(number, fabs(change), 1);
            ot__typeset(ot__terms(chart), number);
            snprintf(grew, sizeof grew, "  %s%.16s\u00A0%%",
                     change < 0 ? "\u2212" : "+", number);
        }
        if (was != 0 && was != i + 1) {
            snprintf(moved, sizeof moved, "  %s%zu", was > i + 1 ? "▲" : "▼",
                     was > i + 1 ? was - i - 1 : i + 1 - was);
        }
        snprintf(r->value[i], sizeof r->value[i], "%s%s%s", amount, grew,
                 moved);
    }
}

// "○ 2023  ● 2024" above the rows.
static void key_line(ot_page *page, const ot_chart *chart, size_t shown,
                     size_t all)
{
    const double size = page->size->small, r = DOT * page->size->text;
    const double y = page->top + OT_ASCENT * size;
    char now[160];
    const char *const names[] = {chart->was, now};
    double x = page->left;

    snprintf(now, sizeof now, "%.100s", chart->now);
    if (shown < all) {
        snprintf(now, sizeof now, "%.100s%s%zu%s%zu", chart->now,
                 page->terms->largest, shown, page->terms->of_all, all);
    }
    ot__marks_group(page->marks, "key", NULL, NULL);
    for (int i = chart->was == NULL ? 1 : 0; i < 2; i++) {
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
    say(chart, r);
    ot__page_frame(page, chart, NULL);
    ot_rows rows = {.order = r->order, .value = r->value};
    // Key and axis take three lines or so.
    const size_t fit = ot__rows_fit(page, r->n + 3);
    rows.n = fit > 4 && fit < r->n + 3 ? fit - 3 : fit < r->n ? fit : r->n;
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
                 .value = calloc(chart->rows, sizeof *r.value)};

    if (r.order == NULL || r.place == NULL || r.value == NULL) {
        page->marks->failed = true;
    } else {
        lay_rows(page, chart, &r);
    }
    free(r.order);
    free(r.place);
    free(r.value);
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
