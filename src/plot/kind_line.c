// SPDX-License-Identifier: GPL-3.0-or-later
// line: values over time, one line each, named at their ends.
#include "plot/lines.h"

#include <math.h>

#include "plot/signs.h"

#define DENSE 3.0 // points

ot_status ot__lines_check(const ot_chart *chart, ot_error *err)
{
    size_t named = 0, bold = 0;

    for (size_t i = 0; i < chart->lines; i++) {
        named += chart->line[i].style != OT_LINE_MUTED;
        bold += chart->line[i].style == OT_LINE_BOLD;
    }
    if (named > OT_LOOKS) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "%zu lines in one picture cannot be told apart: "
                       "at most %d",
                       named, OT_LOOKS);
    }
    if (chart->fan != NULL && bold != 1 && chart->lines != 1) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a fan needs one bold line to start from");
    }
    return OT_OK;
}

// Where y[i] stands, in months.
double ot__lines_place(const ot_chart_line *line, size_t i)
{
    return line->first + ((double)i + 0.5) * line->step;
}

static const ot_chart_line *fan_line(const ot_chart *chart)
{
    for (size_t i = 0; i < chart->lines; i++) {
        if (chart->line[i].style == OT_LINE_BOLD) {
            return &chart->line[i];
        }
    }
    return &chart->line[0];
}

static ot_look look_of(const ot_page *page, const ot_chart *chart, size_t i)
{
    size_t place = 0;

    switch (chart->line[i].style) {
    case OT_LINE_MUTED:
        return page->look->muted;
    case OT_LINE_BOLD:
        return page->look->main;
    case OT_LINE_LATER:
        return page->look->later;
    default:
        break;
    }
    for (size_t k = 0; k < chart->lines; k++) {
        // The bold line has the first colour.
        place += chart->line[k].style == OT_LINE_BOLD ||
                 (k < i && chart->line[k].style == OT_LINE_PLAIN);
    }
    return page->look->plain[place % OT_LOOKS];
}

// Values that stand closer than DENSE points make a thick line a blot.
static double width_of(const ot_page *page, const ot_chart_line *l)
{
    static const double widths[] = {[OT_LINE_PLAIN] = 1.6,
                                    [OT_LINE_MUTED] = 0.9,
                                    [OT_LINE_BOLD] = 2.4,
                                    [OT_LINE_LATER] = 1.2};
    const double apart =
        ot__page_x(page, l->first + l->step) - ot__page_x(page, l->first);

    return widths[l->style] * (apart >= DENSE      ? 1
                               : apart > DENSE / 2 ? 0.8
                                                   : 0.65);
}

static void months(const ot_chart *chart, int32_t *first, int32_t *last)
{
    *first = chart->line[0].first;
    *last = *first;
    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        const int32_t end = l->first + (int32_t)l->n * l->step - 1;
        *first = l->first < *first ? l->first : *first;
        *last = end > *last ? end : *last;
    }
    if (chart->fan != NULL && chart->fan->n > 0) {
        const ot_fan *f = chart->fan;
        const int32_t end = f->first + (int32_t)f->n * f->step - 1;
        *last = end > *last ? end : *last;
    }
}

// A line that ends before the box does, or in a fan, is named where it ends.
static bool ends_early(const ot_page *page, const ot_chart *chart,
                       const ot_chart_line *l)
{
    const size_t last = ot__last_known(l->y, l->n);

    if (chart->fan != NULL && l == fan_line(chart)) {
        return last != SIZE_MAX;
    }
    return last != SIZE_MAX &&
           page->x.last + 1 - page->x.first >
               1.15 * (ot__lines_place(l, last) - page->x.first) + l->step;
}

static void name_early(ot_page *page, const ot_chart *chart)
{
    ot_tag tags[OT_TAGS_MOST];
    size_t n = 0;

    for (size_t i = 0; i < chart->lines && n < OT_TAGS_MOST; i++) {
        const ot_chart_line *l = &chart->line[i];
        if (l->label != NULL && ends_early(page, chart, l)) {
            const size_t last = ot__last_known(l->y, l->n);
            tags[n++] =
                (ot_tag){.text = l->label,
                         .id = l->label,
                         .at = {ot__page_x(page, ot__lines_place(l, last)),
                                ot__page_y(page, l->y[last])},
                         .colour = look_of(page, chart, i).text,
                         .bold = l->style == OT_LINE_BOLD,
                         .must = l->style != OT_LINE_MUTED};
        }
    }
    ot__page_tags(page, tags, n);
}

// Names of the lines; their places follow when the box is settled.
static void name_lines(ot_page *page, ot_ends *ends, const ot_chart *chart,
                       const ot_lines_more *more)
{
    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        const bool muted = l->style == OT_LINE_MUTED;
        const size_t last = ot__last_known(l->y, l->n);
        if (last == SIZE_MAX || l->label == NULL ||
            ends_early(page, chart, l) || (muted && more->quiet)) {
            continue;
        }
        const double x = ot__page_x(page, ot__lines_place(l, last));
        const double y = ot__page_y(page, l->y[last]);
        const ot_end end = {.id = l->label,
                            .y = y,
                            .from = {x, y},
                            .colour = look_of(page, chart, i).text,
                            .bold = l->style == OT_LINE_BOLD,
                            .rank = muted ? OT_RANK_SPARE : 0};
        ot__ends_add(page, ends, end, l->label);
    }
}

static void name_all(ot_page *page, ot_ends *ends, const ot_chart *chart,
                     const ot_lines_more *more)
{
    name_lines(page, ends, chart, more);
    ot__ends_add_fan(page, ends, chart);
    ot__ends_add_claim(page, ends, chart, NULL);
    if (more->name != NULL) {
        more->name(page, ends, chart);
    }
}

static void draw_lines(ot_page *page, const ot_chart *chart)
{
    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        const ot_look look = look_of(page, chart, i);
        const ot_trace t = {
            .y = l->y, .n = l->n, .x0 = ot__lines_place(l, 0), .dx = l->step};
        const size_t last = ot__last_known(l->y, l->n);
        ot_mark mark = {.kind = OT_MARK_LINE,
                        .colour = look.mark,
                        .size = width_of(page, l),
                        .dash = look.dash};
        ot__marks_group(page->marks, "line", l->label, l->label);
        ot__page_trace(page, &t, mark);
        if (l->style != OT_LINE_MUTED) {
            ot__signs_draw(page, chart, i, &t, mark);
        }
        if (last != SIZE_MAX && l->style != OT_LINE_MUTED) {
            mark.size = fmax(1.3 * width_of(page, l), 1.6);
            mark.hollow =
                l->style == OT_LINE_LATER || ot__signs_soft(chart, i, last);
            ot__marks_dot(page->marks, mark,
                          (ot_point){ot__page_x(page, ot__lines_place(l, last)),
                                     ot__page_y(page, l->y[last])});
        }
    }
}

static void draw_fan(ot_page *page, const ot_chart *chart)
{
    const ot_chart_line *l = fan_line(chart);
    const size_t last = ot__last_known(l->y, l->n);

    if (chart->fan == NULL || last == SIZE_MAX) {
        return;
    }
    const ot_point from = {ot__page_x(page, ot__lines_place(l, last)),
                           ot__page_y(page, l->y[last])};
    ot__page_fan(page, chart->fan, from,
                 chart->fan->first + 0.5 * chart->fan->step, chart->fan->step);
}

void ot__lines_lay(ot_page *page, const ot_chart *chart,
                   const ot_lines_more *more)
{
    double lo, hi;
    int32_t first, last;
    ot_ends ends = {0};

    const bool cut = ot__page_range(chart, &lo, &hi);
    months(chart, &first, &last);
    ot__page_frame(page, chart, cut ? page->terms->not_from_zero : NULL);
    ot__page_values(page, lo, hi);

    // Once for the room the names take, once for their places.
    page->x = (ot_months){first, last, 1, 1};
    name_all(page, &ends, chart, more);
    ot__ends_room(page, &ends, chart);
    ends.n = 0;
    ot__page_months(page, first, last, false);
    ot__page_month_rows(page, page->x.step < 12 ? 2 : 1);
    name_all(page, &ends, chart, more);

    if (more->under != NULL) {
        more->under(page, chart);
    }
    draw_fan(page, chart);
    ot__page_axes(page, false);
    ot__signs_breaks(page, chart);
    draw_lines(page, chart);
    ot__ends_draw(page, &ends, chart);
    ot__ends_free(&ends);
    name_early(page, chart);
    ot__signs_name_breaks(page, chart);
}

static void lay(ot_page *page, const ot_chart *chart)
{
    ot__lines_lay(page, chart, &(ot_lines_more){0});
}

const ot_chart_kind ot__kind_line = {
    .name = "line",
    .takes = "up to four flows or partners",
    .summary = "values over time, lines named at their ends",
    .example = "chart line trade.csv -r ARM -p RUS -f export,import "
               "-o lines.svg",
    .check = ot__lines_check,
    .lay = lay,
};
