// SPDX-License-Identifier: GPL-3.0-or-later
// line: values over time, one line each, named at their ends.
#include "plot/page.h"

#include <math.h>
#include <stdio.h>

#define ZERO_BELOW 0.6 // an axis starts at zero when min is below this of max

static ot_status check(const ot_chart *chart, ot_error *err)
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
static double place_of(const ot_chart_line *line, size_t i)
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

static double width_of(ot_line_style style)
{
    static const double widths[] = {[OT_LINE_PLAIN] = 1.6,
                                    [OT_LINE_MUTED] = 0.9,
                                    [OT_LINE_BOLD] = 2.4,
                                    [OT_LINE_LATER] = 1.2};
    return widths[style];
}

static void range(const ot_chart *chart, double *lo, double *hi)
{
    *lo = NAN;
    *hi = NAN;
    for (size_t i = 0; i < chart->lines; i++) {
        for (size_t k = 0; k < chart->line[i].n; k++) {
            ot__include(chart->line[i].y[k], lo, hi);
        }
    }
    ot__page_reach(chart, lo, hi);
    if (*lo > 0 && *lo < ZERO_BELOW * *hi) {
        *lo = 0;
    }
    if (*hi < 0 && *hi > ZERO_BELOW * *lo) {
        *hi = 0;
    }
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

// A line that ends before the box does is named where it ends.
static bool ends_early(const ot_page *page, const ot_chart_line *l)
{
    const size_t last = ot__last_known(l->y, l->n);

    return last != SIZE_MAX &&
           page->x.last + 1 - page->x.first >
               1.15 * (place_of(l, last) - page->x.first) + l->step;
}

static void name_early(ot_page *page, const ot_chart *chart)
{
    ot_tag tags[OT_TAGS_MOST];
    size_t n = 0;

    for (size_t i = 0; i < chart->lines && n < OT_TAGS_MOST; i++) {
        const ot_chart_line *l = &chart->line[i];
        if (l->label != NULL && ends_early(page, l)) {
            const size_t last = ot__last_known(l->y, l->n);
            tags[n++] = (ot_tag){.text = l->label,
                                 .id = l->label,
                                 .at = {ot__page_x(page, place_of(l, last)),
                                        ot__page_y(page, l->y[last])},
                                 .colour = look_of(page, chart, i).text,
                                 .bold = l->style == OT_LINE_BOLD,
                                 .must = l->style != OT_LINE_MUTED};
        }
    }
    ot__page_tags(page, tags, n);
}

// Names of the lines; their places follow when the box is settled.
static void name_lines(ot_page *page, ot_ends *ends, const ot_chart *chart)
{
    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        const bool muted = l->style == OT_LINE_MUTED;
        const size_t last = ot__last_known(l->y, l->n);
        if (last == SIZE_MAX || l->label == NULL || ends_early(page, l)) {
            continue;
        }
        const double x = ot__page_x(page, place_of(l, last));
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

static void name_rest(ot_page *page, ot_ends *ends, const ot_chart *chart)
{
    ot__ends_add_fan(page, ends, chart);
    ot__ends_add_claim(page, ends, chart, NULL);
}

static void draw_lines(ot_page *page, const ot_chart *chart)
{
    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        const ot_look look = look_of(page, chart, i);
        const ot_trace t = {
            .y = l->y, .n = l->n, .x0 = place_of(l, 0), .dx = l->step};
        const size_t last = ot__last_known(l->y, l->n);
        ot_mark mark = {.kind = OT_MARK_LINE,
                        .colour = look.mark,
                        .size = width_of(l->style),
                        .dash = look.dash};
        ot__marks_group(page->marks, "line", l->label, l->label);
        ot__page_trace(page, &t, mark);
        if (last != SIZE_MAX && l->style != OT_LINE_MUTED) {
            mark.size = 1.3 * width_of(l->style);
            mark.hollow = l->style == OT_LINE_LATER;
            ot__marks_dot(page->marks, mark,
                          (ot_point){ot__page_x(page, place_of(l, last)),
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
    const ot_point from = {ot__page_x(page, place_of(l, last)),
                           ot__page_y(page, l->y[last])};
    ot__page_fan(page, chart->fan, from,
                 chart->fan->first + 0.5 * chart->fan->step, chart->fan->step);
}

static void lay(ot_page *page, const ot_chart *chart)
{
    double lo, hi;
    int32_t first, last;
    ot_ends ends = {0};

    range(chart, &lo, &hi);
    months(chart, &first, &last);
    const ot_scale trial = ot__scale_nice(lo, hi, 5);
    const bool cut = ot__scale_lo(&trial) > 0 || ot__scale_hi(&trial) < 0;
    ot__page_frame(page, chart,
                   cut ? "The vertical axis does not start at zero" : NULL);
    ot__page_values(page, lo, hi);

    // Once for the room the names take, once for their places.
    page->x = (ot_months){first, last, 1, 1};
    name_lines(page, &ends, chart);
    name_rest(page, &ends, chart);
    ot__ends_room(page, &ends, chart);
    ends.n = 0;
    ot__page_months(page, first, last, false);
    ot__page_month_rows(page, page->x.step < 12 ? 2 : 1);
    name_lines(page, &ends, chart);
    name_rest(page, &ends, chart);

    draw_fan(page, chart);
    ot__page_axes(page, false);
    draw_lines(page, chart);
    ot__ends_draw(page, &ends, chart);
    ot__ends_free(&ends);
    name_early(page, chart);
}

const ot_chart_kind ot__kind_line = {
    .name = "line",
    .takes = "up to four flows or partners",
    .summary = "values over time, lines named at their ends",
    .example = "chart line trade.csv -r ARM -p RUS -f export,import "
               "-o lines.svg",
    .check = check,
    .lay = lay,
};
