// SPDX-License-Identifier: GPL-3.0-or-later
// share: parts of a whole as bars from zero, the largest first, small ones
// gathered.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "plot/rows.h"

#define SMALL 0.01 // parts below are gathered, where there are more than MANY
#define MANY  8
#define BAR   0.62 // of a row's height

static ot_status check(const ot_chart *chart, ot_error *err)
{
    double sum = 0;

    for (size_t i = 0; i < chart->rows; i++) {
        if (chart->row[i].y < 0) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "'%.60s' is below zero: it is no share of a whole",
                           chart->row[i].label != NULL ? chart->row[i].label
                                                       : "");
        }
        sum += isfinite(chart->row[i].y) ? chart->row[i].y : 0;
    }
    if (!(sum > 0)) {
        return ot_fail(err, OT_E_DATA, NULL, "shares of nothing");
    }
    return OT_OK;
}

// Rows in order of size, and what they are shares of.
typedef struct parts {
    ot_chart_row *row;
    char (*value)[96];
    double *y; // of the rows: room for as many
    size_t n;
    double whole;
    char other[48]; // the name of what was gathered
} parts;

static int larger_first(const void *a, const void *b)
{
    const ot_chart_row *x = a, *y = b;

    if ((x->style == OT_ROW_REST) != (y->style == OT_ROW_REST)) {
        return x->style == OT_ROW_REST ? 1 : -1;
    }
    return (x->y < y->y) - (x->y > y->y);
}

static void sort(const ot_chart *chart, parts *p)
{
    double sum = 0;

    p->n = 0;
    p->whole = NAN;
    for (size_t i = 0; i < chart->rows; i++) {
        const ot_chart_row *row = &chart->row[i];
        if (row->style == OT_ROW_TOTAL && isfinite(row->y)) {
            p->whole = row->y;
        } else if (row->style != OT_ROW_TOTAL && isfinite(row->y)) {
            p->row[p->n++] = *row;
            sum += row->y;
        }
    }
    p->whole = p->whole > 0 ? p->whole : sum;
    qsort(p->row, p->n, sizeof *p->row, larger_first);
}

// The smallest become one row: those that there is no room for, and of many
// those below a hundredth.
static void gather(const ot_terms *terms, parts *p, size_t room)
{
    size_t keep = p->n;

    while (keep > MANY && p->row[keep - 1].y < SMALL * p->whole) {
        keep--;
    }
    if (keep > room) {
        keep = room;
    }
    keep = keep < p->n && keep == room && keep > 1 ? keep - 1 : keep;
    if (p->n - keep < 2) {
        return;
    }
    ot_chart_row rest = {.y = 0, .style = OT_ROW_REST, .label = p->other};
    for (size_t i = keep; i < p->n; i++) {
        rest.y += p->row[i].y;
    }
    snprintf(p->other, sizeof p->other, "%zu%s", p->n - keep, terms->others);
    p->row[keep] = rest;
    p->n = keep + 1;
}

static void say(const ot_chart *chart, parts *p)
{
    char number[OT_NUMBER_SIZE + 8], amount[OT_AMOUNT_SIZE];

    for (size_t i = 0; i < p->n; i++) {
        p->y[i] = p->row[i].y;
    }
    for (size_t i = 0; i < p->n; i++) {
        ot__fixed(number, 100 * p->row[i].y / p->whole, 1);
        ot__typeset(ot__terms(chart), number);
        ot__amount_among(ot__terms(chart), p->y[i], p->y, p->n, chart->unit, 3,
                         amount);
        snprintf(p->value[i], sizeof p->value[i], "%.20s\u00A0%%\t%s", number,
                 amount);
    }
}

static void draw(ot_page *page, const ot_chart *sorted, const ot_rows *rows)
{
    const double half = BAR / 2 * ot__rows_height(page, rows);
    const double zero = ot__rows_x(page, 0);
    const ot_mark line = {
        .kind = OT_MARK_LINE, .size = 0.9, .colour = page->look->axis};

    for (size_t i = 0; i < rows->n; i++) {
        const ot_chart_row *row = ot__rows_at(sorted, rows, i);
        const double y = ot__rows_y(page, rows, i);
        const ot_mark bar = {.colour = row->style == OT_ROW_REST
                                           ? page->look->muted.mark
                                           : page->look->main.mark};
        ot__marks_group(page->marks, "bar", row->label, row->label);
        ot__page_bar(page, bar, (ot_point){zero, y - half},
                     (ot_point){ot__rows_x(page, row->y), y + half});
    }
    ot__marks_group(page->marks, "zero", NULL, NULL);
    ot__marks_segment(
        page->marks, line, (ot_point){zero, page->top},
        (ot_point){zero,
                   page->top + (double)rows->n * ot__rows_height(page, rows)});
}

static void lay_parts(ot_page *page, const ot_chart *chart, parts *p)
{
    ot_chart sorted = *chart;

    sort(chart, p);
    ot__page_frame(page, chart, NULL);
    gather(page->terms, p, ot__rows_fit(page, p->n));
    say(chart, p);
    const ot_rows rows = {.n = p->n, .value = p->value};
    sorted.row = p->row;
    sorted.rows = p->n;
    double most = 0;
    for (size_t i = 0; i < p->n; i++) {
        most = fmax(most, p->row[i].y);
    }
    ot__rows_room(page, &sorted, &rows);
    ot__rows_values(page, 0, most, false);
    draw(page, &sorted, &rows);
    ot__rows_names(page, &sorted, &rows);
}

static void lay(ot_page *page, const ot_chart *chart)
{
    parts p = {.row = malloc((chart->rows + 1) * sizeof *p.row),
               .value = malloc((chart->rows + 1) * sizeof *p.value),
               .y = malloc((chart->rows + 1) * sizeof *p.y)};

    if (p.row == NULL || p.value == NULL || p.y == NULL) {
        page->marks->failed = true;
    } else {
        lay_parts(page, chart, &p);
    }
    free(p.row);
    free(p.value);
    free(p.y);
}

const ot_chart_kind ot__kind_share = {
    .name = "share",
    .takes = "one flow with several partners over one period",
    .summary = "parts of a whole, the largest first, small ones gathered",
    .example = "chart share trade.csv -r USA -f import -t 2024 -o share.png",
    .rows = true,
    .check = check,
    .lay = lay,
};
