// SPDX-License-Identifier: GPL-3.0-or-later
// contribution: what parts add to a change, stacked from zero both ways, with
// the change itself as a marker.
#include <math.h>

#include "plot/bars.h"
#include "plot/signs.h"

#define LEAD 1.1 // between the box and the names of parts, in font sizes

static ot_status check(const ot_chart *chart, ot_error *err)
{
    const ot_chart_line *first = chart->line;
    size_t bold = 0, parts = 0, rest = 0;

    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        bold += l->style == OT_LINE_BOLD;
        parts += l->style == OT_LINE_PLAIN;
        rest += l->style == OT_LINE_MUTED;
        if (l->first != first->first || l->step != first->step ||
            l->n != first->n || l->n > OT_BARS_MOST) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "the parts of a change cover the same months, at "
                           "most %d steps",
                           OT_BARS_MOST);
        }
    }
    if (bold != 1 || parts == 0 || parts > OT_STACKS || rest > 1 ||
        chart->lines != bold + parts + rest || chart->fan != NULL ||
        chart->claim != NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "contributions are one to %d plain lines, at most one "
                       "muted and their sum as a bold one",
                       OT_STACKS);
    }
    return OT_OK;
}

// A part of the change, named or gathered.
static bool is_part(const ot_chart_line *l)
{
    return l->style != OT_LINE_BOLD;
}

// Where part i of a step stands: above or below those before it.
static void stack(const ot_chart *chart, size_t part, size_t step, double *from,
                  double *to)
{
    const double own = chart->line[part].y[step];

    *from = 0;
    for (size_t k = 0; k < part; k++) {
        const double y = chart->line[k].y[step];
        if (is_part(&chart->line[k]) && isfinite(y) && (y < 0) == (own < 0)) {
            *from += y;
        }
    }
    *to = *from + own;
}

static ot_look look_of(const ot_page *page, const ot_chart *chart, size_t i)
{
    size_t place = 0;

    for (size_t k = 0; k < i; k++) {
        place += chart->line[k].style == OT_LINE_PLAIN;
    }
    return chart->line[i].style == OT_LINE_MUTED
               ? page->look->muted
               : page->look->stack[place % OT_STACKS];
}

static void range(const ot_chart *chart, double *lo, double *hi)
{
    *lo = 0;
    *hi = 0;
    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        for (size_t k = 0; k < l->n; k++) {
            double from = 0, to = l->y[k];
            if (is_part(l)) {
                stack(chart, i, k, &from, &to);
            }
            ot__include(to, lo, hi);
        }
    }
}

// A paper-coloured rim keeps parts apart in grey.
static void draw_part(ot_page *page, const ot_chart *chart, size_t i)
{
    const ot_chart_line *l = &chart->line[i];
    const ot_mark bar = {.colour = look_of(page, chart, i).mark};
    const ot_mark rim = {
        .kind = OT_MARK_LINE, .colour = page->look->paper, .size = 0.9};

    ot__marks_group(page->marks, "part", l->label, l->label);
    for (size_t k = 0; k < l->n; k++) {
        double left, right, from, to;
        stack(chart, i, k, &from, &to);
        if (!isfinite(to)) {
            continue;
        }
        const double a = ot__page_y(page, from), b = ot__page_y(page, to);
        ot__bars_edges(page, l, k, &left, &right);
        ot__page_bar(page, bar, (ot_point){left, a}, (ot_point){right, b});
        if (ot__signs_soft(chart, i, k)) {
            ot__signs_hatch(page, (ot_point){left, a}, (ot_point){right, b});
        }
        if (from != 0) {
            ot__marks_segment(page->marks, rim, (ot_point){left, a},
                              (ot_point){right, a});
        }
    }
}

static void draw_net(ot_page *page, const ot_chart_line *l)
{
    const ot_mark dot = {
        .colour = page->look->text, .size = 2.6, .hollow = true};

    ot__marks_group(page->marks, "net", l->label, l->label);
    for (size_t k = 0; k < l->n; k++) {
        double left, right;
        if (isfinite(l->y[k])) {
            ot__bars_edges(page, l, k, &left, &right);
            ot__marks_dot(
                page->marks, dot,
                (ot_point){(left + right) / 2, ot__page_y(page, l->y[k])});
        }
    }
}

// Names beside the last bar, each at its part of it.
static void name_all(ot_page *page, ot_ends *ends, const ot_chart *chart)
{
    char change[OT_AMOUNT_SIZE + 8];
    ot_buf text = {0};

    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        const bool net = l->style == OT_LINE_BOLD;
        const double y = l->y[l->n - 1];
        double from = 0, to = y;
        if (l->label == NULL) {
            continue;
        }
        if (!net) {
            stack(chart, i, l->n - 1, &from, &to);
        }
        double left, right;
        ot__bars_edges(page, l, l->n - 1, &left, &right);
        const double middle = isfinite(to) ? net ? to : (from + to) / 2 : 0;
        const ot_end end = {
            .id = l->label,
            .y = ot__page_y(page, middle),
            .spread = net ? 0
                          : fabs(ot__page_y(page, from) -
                                 ot__page_y(page, isfinite(to) ? to : from)) /
                                2,
            .from = {right, ot__page_y(page, middle)},
            .colour = net ? page->look->text : look_of(page, chart, i).text,
            .bold = net,
            .rank = net ? 0 : 1};
        ot__buf_clear(&text);
        ot__buf_text(&text, l->label);
        if (isfinite(y)) {
            ot__buf_char(&text, ' ');
            ot__buf_text(&text, ot__bars_change(ot__terms(chart), y,
                                                chart->unit, change));
        }
        ot__ends_add(page, ends, end, ot__buf_cstr(&text));
    }
    page->marks->failed = page->marks->failed || text.failed;
    ot__buf_free(&text);
}

static void lay(ot_page *page, const ot_chart *chart)
{
    const ot_chart_line *first = chart->line;
    const int32_t last = first->first + (int32_t)first->n * first->step - 1;
    double lo, hi;
    ot_ends ends = {.lead = LEAD * page->size->text};

    range(chart, &lo, &hi);
    ot__page_frame(page, chart, NULL);
    ot__page_values(page, lo, hi);
    name_all(page, &ends, chart);
    ot__ends_room(page, &ends, chart);
    ends.n = 0;
    ot__page_months(page, first->first, last, false);
    ot__page_month_rows(page, page->x.step < 12 ? 2 : 1);
    name_all(page, &ends, chart);
    ot__page_axes(page, false);
    for (size_t i = 0; i < chart->lines; i++) {
        if (is_part(&chart->line[i])) {
            draw_part(page, chart, i);
        }
    }
    for (size_t i = 0; i < chart->lines; i++) {
        if (chart->line[i].style == OT_LINE_BOLD) {
            draw_net(page, &chart->line[i]);
        }
    }
    ot__signs_breaks(page, chart);
    ot__ends_draw(page, &ends, chart);
    ot__ends_free(&ends);
    ot__signs_name_breaks(page, chart);
}

const ot_chart_kind ot__kind_contribution = {
    .name = "contribution",
    .takes = "one flow with several partners",
    .summary = "what each partner adds to the growth, and the growth itself",
    .example = "chart contribution trade.csv -r USA -f import "
               "-p CHN,MEX,CAN --every year -o contribution.png",
    .check = check,
    .lay = lay,
};
