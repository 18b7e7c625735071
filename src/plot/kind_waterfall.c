// SPDX-License-Identifier: GPL-3.0-or-later
// waterfall: from one total to another, step by step.
#include <math.h>

#include "plot/bars.h"

#define MOST 12   // bars
#define PART 0.72 // of a column that its bar takes

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

static double column(const ot_page *page, const ot_chart *chart)
{
    return (page->right - page->left) / (double)chart->rows;
}

static ot_look look_of(const ot_page *page, const ot_chart_row *row)
{
    return row->style == OT_ROW_TOTAL ? page->look->last
           : row->y < 0               ? page->look->down
                                      : page->look->up;
}

static void draw(ot_page *page, const ot_chart *chart)
{
    const double width = column(page, chart), half = PART / 2 * width;
    const ot_mark line = {.kind = OT_MARK_LINE,
                          .size = 0.7,
                          .colour = page->look->axis,
                          .ground = true};

    for (size_t i = 0; i < chart->rows; i++) {
        const ot_chart_row *row = &chart->row[i];
        const double x = page->left + ((double)i + 0.5) * width;
        double from, to;
        ends_of(chart, i, &from, &to);
        ot__marks_group(page->marks, "bar", row->label, row->label);
        ot__page_bar(page, (ot_mark){.colour = look_of(page, row).mark},
                     (ot_point){x - half, ot__page_y(page, from)},
                     (ot_point){x + half, ot__page_y(page, to)});
        if (i + 1 < chart->rows) {
            ot__marks_segment(
                page->marks, line, (ot_point){x + half, ot__page_y(page, to)},
                (ot_point){x + width - half, ot__page_y(page, to)});
        }
    }
}

// Names below the columns, in the small size, in as many lines as they need.
static size_t wrap_names(const ot_page *page, const ot_chart *chart,
                         ot_lines name[])
{
    const double width = column(page, chart) - 0.4 * page->size->small;
    size_t most = 1;

    for (size_t i = 0; i < chart->rows; i++) {
        ot__wrap(&page->ruler, chart->row[i].label, page->size->small, false,
                 fmax(width, page->size->small), 3, &name[i]);
        most = name[i].n > most ? name[i].n : most;
    }
    return most;
}

static void put_names(ot_page *page, const ot_chart *chart,
                      const ot_lines name[])
{
    const double size = page->size->small;
    const ot_mark look = {.kind = OT_MARK_TEXT,
                          .size = size,
                          .align = OT_MIDDLE,
                          .colour = page->look->soft};

    for (size_t i = 0; i < chart->rows; i++) {
        const double x = page->left + ((double)i + 0.5) * column(page, chart);
        ot__marks_group(page->marks, "name", chart->row[i].label, NULL);
        for (size_t k = 0; k < name[i].n; k++) {
            ot__marks_text(
                page->marks, look,
                (ot_point){x, page->bottom + 4 +
                                  (OT_ASCENT + (double)k * OT_LEADING) * size},
                name[i].line[k]);
        }
    }
}

static void put_figures(ot_page *page, const ot_chart *chart)
{
    char text[MOST][OT_AMOUNT_SIZE + 8];
    ot_tag tags[MOST];

    for (size_t i = 0; i < chart->rows; i++) {
        const ot_chart_row *row = &chart->row[i];
        const bool total = row->style == OT_ROW_TOTAL;
        double from, to;
        ends_of(chart, i, &from, &to);
        if (total) {
            ot__amount(row->y, chart->unit, 3, text[i]);
        } else {
            ot__bars_change(row->y, chart->unit, text[i]);
        }
        tags[i] = (ot_tag){
            .text = text[i],
            .id = row->label,
            .at = {page->left + ((double)i + 0.5) * column(page, chart),
                   fmin(ot__page_y(page, from), ot__page_y(page, to))},
            .colour = look_of(page, row).text,
            .bold = total,
            .rank = total ? 0 : 1,
            .must = true};
    }
    ot__page_tags(page, tags, chart->rows);
}

static void lay(ot_page *page, const ot_chart *chart)
{
    ot_lines name[MOST];
    double lo = 0, hi = 0;

    for (size_t i = 0; i < chart->rows; i++) {
        double from, to;
        ends_of(chart, i, &from, &to);
        ot__include(to, &lo, &hi);
    }
    ot__page_frame(page, chart, NULL);
    page->top += page->size->text; // figures stand over the bars
    ot__page_values(page, lo, hi);
    const double lines = (double)wrap_names(page, chart, name);
    page->bottom -= 4 + lines * OT_LEADING * page->size->small;
    ot__page_value_axis(page);
    draw(page, chart);
    put_names(page, chart, name);
    put_figures(page, chart);
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
