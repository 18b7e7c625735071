// SPDX-License-Identifier: GPL-3.0-or-later
// claim: a number line: what was stated as a band through all rows, what data
// and landing say as bars of their own.
#include <math.h>
#include <stdlib.h>

#include "plot/rows.h"

#define BAR  0.26 // half the thickness, in font sizes
#define TALL 6.0  // height of a row at most: bands fill an upright page
#define MOST 6    // rows that the smallest page holds

static ot_status check(const ot_chart *chart, ot_error *err)
{
    if (chart->rows == 0) {
        return ot_fail(err, OT_E_DATA, NULL, "no figure to put on a line");
    }
    if (chart->rows > MOST) {
        return ot_fail(err, OT_E_LIMIT, NULL,
                       "%zu figures: a number line holds %d", chart->rows,
                       MOST);
    }
    for (size_t i = 0; i < chart->rows; i++) {
        const ot_chart_row *row = &chart->row[i];
        if (row->lo > row->hi || (isinf(row->lo) && isinf(row->hi))) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "'%.60s' runs from a higher to a lower figure",
                           row->label != NULL ? row->label : "");
        }
    }
    return OT_OK;
}

static ot_look look_of(const ot_page *page, const ot_chart_row *row)
{
    switch (row->style) {
    case OT_ROW_CLAIM:
        return page->look->claim;
    case OT_ROW_PROJECTED:
        return page->look->main;
    default:
        return page->look->last;
    }
}

// The ends of a row; a figure alone is both. NaN: nothing is known.
static void ends_of(const ot_chart_row *row, double *lo, double *hi)
{
    *lo = isnan(row->lo) ? row->y : row->lo;
    *hi = isnan(row->hi) ? row->y : row->hi;
}

static bool stated(const ot_chart_row *row)
{
    return row->style == OT_ROW_CLAIM;
}

static void say(const ot_chart *chart, char (*value)[96], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const ot_chart_row *row = &chart->row[i];
        const bool projected = row->style == OT_ROW_PROJECTED;
        double lo, hi;
        ends_of(row, &lo, &hi);
        value[i][0] = '\0';
        if (!isnan(lo) && !isnan(hi)) {
            // A landing has no more figures than it can answer for; what was
            // stated keeps its own.
            ot__amount_range(ot__terms(chart), lo, hi, chart->unit,
                             projected                  ? 2
                             : lo == hi || !stated(row) ? 3
                                                        : 0,
                             value[i]);
        }
    }
}

static void reach(const ot_chart *chart, double *lo, double *hi)
{
    *lo = NAN;
    *hi = NAN;
    for (size_t i = 0; i < chart->rows; i++) {
        ot__include(chart->row[i].lo, lo, hi);
        ot__include(chart->row[i].hi, lo, hi);
        ot__include(chart->row[i].y, lo, hi);
    }
    if (isnan(*lo)) {
        *lo = 0;
        *hi = 0;
    }
}

// A claim goes through its own row and those below it, up to the next claim,
// so that each is read against it; the only claim through all, one with nothing
// below it through none.
static void band(ot_page *page, const ot_chart_row *row, double top,
                 double bottom)
{
    const ot_look look = page->look->claim;
    const ot_mark area = {.colour = page->look->down_shade, .ground = true};
    const ot_mark edge = {.kind = OT_MARK_LINE,
                          .size = 0.8,
                          .colour = look.mark,
                          .dash = OT_DASHED};
    double lo, hi;

    ends_of(row, &lo, &hi);
    if (isnan(lo) || isnan(hi)) {
        return;
    }
    const double left = ot__rows_x(page, lo), right = ot__rows_x(page, hi);
    ot__marks_group(page->marks, "band", row->label, NULL);
    ot__page_bar(page, area, (ot_point){left, top}, (ot_point){right, bottom});
    // An open end has no edge.
    if (isfinite(lo)) {
        ot__marks_segment(page->marks, edge, (ot_point){left, top},
                          (ot_point){left, bottom});
    }
    if (isfinite(hi)) {
        ot__marks_segment(page->marks, edge, (ot_point){right, top},
                          (ot_point){right, bottom});
    }
}

// The head of an arrow for a bar that goes on; its tip is at x.
static void arrow(ot_page *page, ot_mark look, double x, double y, double size)
{
    look.kind = OT_MARK_AREA;
    ot__marks_begin(page->marks, look);
    ot__marks_point(page->marks, x, y);
    ot__marks_point(page->marks, x - 1.6 * size, y - fabs(size));
    ot__marks_point(page->marks, x - 1.6 * size, y + fabs(size));
}

static void draw_row(ot_page *page, const ot_chart_row *row, double y)
{
    const double half = BAR * page->size->text;
    const ot_look look = look_of(page, row);
    const ot_mark bar = {.colour = look.mark};
    const ot_mark tick = {
        .kind = OT_MARK_LINE, .size = 1.6, .colour = page->look->paper};
    const ot_mark dot = {.colour = look.mark, .size = 1.5 * half};
    double lo, hi;

    ends_of(row, &lo, &hi);
    if (isnan(lo) || isnan(hi)) {
        return;
    }
    const double left = ot__rows_x(page, lo), right = ot__rows_x(page, hi);
    ot__marks_group(page->marks, "interval", row->label, row->label);
    if (right - left < 2 * half) {
        ot__marks_dot(page->marks, dot, (ot_point){(left + right) / 2, y});
        return;
    }
    const double head = 2 * half;
    ot__page_bar(
        page, bar,
        (ot_point){isfinite(lo) ? left : left + 1.6 * head, y - half},
        (ot_point){isfinite(hi) ? right : right - 1.6 * head, y + half});
    if (isinf(lo)) {
        arrow(page, bar, left, y, -head);
    }
    if (isinf(hi)) {
        arrow(page, bar, right, y, head);
    }
    if (isfinite(row->y) && row->y > lo && row->y < hi) {
        const double x = ot__rows_x(page, row->y);
        ot__marks_segment(page->marks, tick, (ot_point){x, y - half},
                          (ot_point){x, y + half});
    }
}

static void bands(ot_page *page, const ot_chart *chart, const ot_rows *rows)
{
    const double height = ot__rows_height(page, rows);
    size_t claims = 0;

    for (size_t i = 0; i < rows->n; i++) {
        claims += chart->row[i].style == OT_ROW_CLAIM ? 1 : 0;
    }
    for (size_t i = 0, end; i < rows->n; i = end) {
        end = i + 1;
        while (end < rows->n && chart->row[end].style != OT_ROW_CLAIM) {
            end++;
        }
        if (chart->row[i].style == OT_ROW_CLAIM &&
            (claims == 1 || end > i + 1)) {
            band(page, &chart->row[i],
                 claims == 1 ? page->top : page->top + (double)i * height,
                 claims == 1 ? page->bottom : page->top + (double)end * height);
        }
    }
}

static void lay_rows(ot_page *page, const ot_chart *chart, char (*value)[96])
{
    double lo, hi;

    say(chart, value, chart->rows);
    reach(chart, &lo, &hi);
    ot__page_frame(page, chart, NULL);
    const ot_rows rows = {
        .n = ot__rows_fit(page, chart->rows), .most = TALL, .value = value};
    ot__rows_room(page, chart, &rows);
    ot__rows_values(page, lo, hi, true);
    const double bottom =
        page->top + (double)rows.n * ot__rows_height(page, &rows);
    page->bottom = fmin(page->bottom, bottom);
    bands(page, chart, &rows);
    ot__rows_axis(page);
    for (size_t i = 0; i < rows.n; i++) {
        draw_row(page, &chart->row[i], ot__rows_y(page, &rows, i));
    }
    ot__rows_names(page, chart, &rows);
}

static void lay(ot_page *page, const ot_chart *chart)
{
    char(*value)[96] = calloc(chart->rows, sizeof *value);

    if (value == NULL) {
        page->marks->failed = true;
    } else {
        lay_rows(page, chart, value);
    }
    free(value);
}

const ot_chart_kind ot__kind_claim = {
    .name = "claim",
    .takes = "one flow with one partner and --claim",
    .summary = "a stated figure on a line against data and landing",
    .example = "chart claim trade.csv -r ARM -p RUS -t 2024 "
               "--claim \"14-16 bn\" -o claim.png",
    .rows = true,
    .check = check,
    .lay = lay,
};
