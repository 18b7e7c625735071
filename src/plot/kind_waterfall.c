// SPDX-License-Identifier: GPL-3.0-or-later
// waterfall: from one total to another, step by step, one row each, so that
// names of any length can be read.
#include <math.h>
#include <stdio.h>

#include "plot/bars.h"
#include "plot/rows.h"

#define MOST   12   // rows
#define OTHERS 48   // bytes of "8 others"
#define CUT    0.6  // the lowest level of the highest, for an axis without zero
#define BAR    0.62 // of a row's height

static ot_status check(const ot_chart *chart, ot_error *err)
{
    if (chart->rows < 2 || chart->rows > MOST) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a waterfall has 2 to %d bars, not %zu", MOST,
                       chart->rows);
    }
    for (size_t i = 0; i < chart->rows; i++) {
        if (!isfinite(chart->row[i].y)) {
            return ot_fail(err, OT_E_DATA, NULL,
                           "'%.60s' is not known: a waterfall has no gaps",
                           chart->row[i].label != NULL ? chart->row[i].label
                                                       : "");
        }
    }
    return OT_OK;
}

// Where bar i begins and ends; a total begins at zero.
static void ends_of(const ot_chart *chart, size_t i, double *from, double *to)
{
    double level = 0;

    for (size_t k = 0; k <= i; k++) {
        const bool total = chart->row[k].style == OT_ROW_TOTAL;
        *from = total ? 0 : level;
        level = total ? chart->row[k].y : level + chart->row[k].y;
    }
    *to = level;
}

// Where all levels are far from zero the steps would be slivers: the axis is
// cut off, and totals are levels, not bars, whose length would lie.
static bool range(const ot_chart *chart, double *lo, double *hi)
{
    *lo = NAN;
    *hi = NAN;
    for (size_t i = 0; i < chart->rows; i++) {
        double from, to;
        ends_of(chart, i, &from, &to);
        ot__include(to, lo, hi);
    }
    if (*lo > CUT * *hi || *hi < CUT * *lo) {
        return true;
    }
    ot__include(0, lo, hi);
    return false;
}

static void say(const ot_chart *chart, char value[][96])
{
    double step[MOST];
    char amount[OT_AMOUNT_SIZE], text[OT_AMOUNT_SIZE + 8];

    for (size_t i = 0; i < chart->rows; i++) {
        step[i] = chart->row[i].style == OT_ROW_TOTAL ? NAN : chart->row[i].y;
    }
    for (size_t i = 0; i < chart->rows; i++) {
        const double y = chart->row[i].y;
        if (chart->row[i].style == OT_ROW_TOTAL) {
            ot__amount(ot__terms(chart), y, chart->unit, 3, text);
        } else if (ot__bars_is_rate(chart->unit)) {
            ot__bars_change(ot__terms(chart), y, chart->unit, text);
        } else {
            ot__amount_among(ot__terms(chart), y, step, chart->rows,
                             chart->unit, 3, amount);
            snprintf(text, sizeof text, "%s%s", y > 0 ? "+" : "", amount);
        }
        ot__str_copy(ot__str(text), value[i], sizeof value[i]);
    }
}

static ot_look look_of(const ot_page *page, const ot_chart_row *row)
{
    return row->style == OT_ROW_TOTAL ? page->look->last
           : row->y < 0               ? page->look->down
                                      : page->look->up;
}

// A total that is another level begins a waterfall of its own.
static bool leads_on(const ot_chart_row *next, double level)
{
    return next->style != OT_ROW_TOTAL ||
           fabs(next->y - level) <= 1e-3 * fmax(fabs(next->y), fabs(level));
}

static void draw_row(ot_page *page, const ot_chart *chart, const ot_rows *rows,
                     size_t i, bool cut)
{
    const ot_chart_row *row = &chart->row[i];
    const double half = BAR / 2 * ot__rows_height(page, rows);
    const double y = ot__rows_y(page, rows, i);
    const ot_mark line = {
        .kind = OT_MARK_LINE, .size = 0.7, .colour = page->look->axis};
    ot_mark level = {
        .kind = OT_MARK_LINE, .size = 3.2, .colour = look_of(page, row).mark};
    double from, to;

    ends_of(chart, i, &from, &to);
    const double x = ot__rows_x(page, to);
    ot__marks_group(page->marks, "bar", row->label, row->label);
    if (cut && row->style == OT_ROW_TOTAL) {
        ot__marks_segment(page->marks, level, (ot_point){x, y - half},
                          (ot_point){x, y + half});
    } else {
        level.kind = OT_MARK_AREA;
        ot__page_bar(page, level, (ot_point){ot__rows_x(page, from), y - half},
                     (ot_point){x, y + half});
    }
    if (i + 1 < chart->rows && leads_on(&chart->row[i + 1], to)) {
        ot__marks_segment(page->marks, line, (ot_point){x, y + half},
                          (ot_point){x, ot__rows_y(page, rows, i + 1) - half});
    }
}

// Of more steps than there is room for the last become one, before the last
// total; it has the name of what was gathered before, where that is the last,
// else says in `others` how many are in it.
static size_t gather(const ot_chart *chart, size_t room,
                     ot_chart_row row[static MOST], char others[static OTHERS])
{
    const size_t n = chart->rows;
    const size_t keep = room < n && room > 3 ? room - 2 : n;
    const ot_chart_row *last = &chart->row[n - 2];
    size_t used = 0, in = 0;

    for (size_t i = 0; i < n; i++) {
        const ot_chart_row *own = &chart->row[i];
        const bool step = own->style != OT_ROW_TOTAL;
        in += i >= keep && step ? (own->gathers > 0 ? own->gathers : 1) : 0;
        if (i <= keep || i + 1 == n || !step) {
            row[used++] = *own;
        } else {
            row[used - 1].y += own->y;
        }
        if (i == keep && keep + 2 < n && step) {
            row[used - 1].label =
                last->style == OT_ROW_REST ? last->label : others;
            row[used - 1].style = OT_ROW_REST;
        }
    }
    snprintf(others, OTHERS, "%zu%s", in, ot__terms(chart)->others);
    return used;
}

static void lay(ot_page *page, const ot_chart *whole)
{
    char value[MOST][96], others[OTHERS];
    ot_chart_row row[MOST];
    ot_chart shown = *whole;
    const ot_chart *chart = &shown;
    double lo, hi;
    const bool cut = range(whole, &lo, &hi);

    ot__page_frame(page, chart, cut ? page->terms->axis_not_from_zero : NULL);
    // The axis takes two lines or so.
    const size_t fit = ot__rows_fit(page, whole->rows + 2);
    shown.rows = gather(whole, fit > 2 ? fit - 2 : fit, row, others);
    shown.row = row;
    const ot_rows rows = {.n = chart->rows, .value = value};
    say(chart, value);
    ot__rows_room(page, chart, &rows);
    ot__rows_values(page, lo, hi, true);
    page->bottom =
        fmin(page->bottom,
             page->top + (double)rows.n * ot__rows_height(page, &rows));
    ot__rows_axis(page);
    for (size_t i = 0; i < chart->rows; i++) {
        draw_row(page, chart, &rows, i, cut);
    }
    ot__rows_names(page, chart, &rows);
}

const ot_chart_kind ot__kind_waterfall = {
    .name = "waterfall",
    .takes = "one flow with several partners, a period and the year before",
    .summary = "from one year's total to the next, step by step",
    .example = "chart waterfall trade.csv -r USA -f import -p CHN,MEX,CAN "
               "-t 2024 -o waterfall.png",
    .rows = true,
    .check = check,
    .lay = lay,
};
