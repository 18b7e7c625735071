// SPDX-License-Identifier: GPL-3.0-or-later
// race: to-date values, one line a year, all from zero on the same months; the
// year that runs in bold, where it may end as a fan, what was claimed as a bar.
#include "plot/page.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define YEAR 12

static ot_status check(const ot_chart *chart, ot_error *err)
{
    size_t bold = 0;

    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        bold += l->style == OT_LINE_BOLD;
        if (l->n > (size_t)(YEAR / l->step)) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "a line of a race is one year: '%.40s' has %zu "
                           "values of %d months",
                           l->label != NULL ? l->label : "", l->n,
                           (int)l->step);
        }
        if ((l->first - chart->line[0].first) % YEAR != 0) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "all lines of a race start in the same month");
        }
    }
    if (bold != 1) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a race needs one bold line, not %zu", bold);
    }
    return OT_OK;
}

static const ot_chart_line *bold_line(const ot_chart *chart)
{
    const ot_chart_line *l = chart->line;

    while (l->style != OT_LINE_BOLD) {
        l++;
    }
    return l;
}

// Months from the axis's first to where y[i] is reached: the end of its period.
static double place_of(const ot_page *page, const ot_chart_line *l, size_t i)
{
    return page->x.first + ((double)i + 1) * l->step;
}

static ot_look look_of(const ot_page *page, ot_line_style style)
{
    const ot_look looks[] = {[OT_LINE_PLAIN] = page->look->last,
                             [OT_LINE_MUTED] = page->look->muted,
                             [OT_LINE_BOLD] = page->look->main,
                             [OT_LINE_LATER] = page->look->later};
    return looks[style];
}

static double width_of(ot_line_style style)
{
    static const double widths[] = {[OT_LINE_PLAIN] = 1.5,
                                    [OT_LINE_MUTED] = 0.8,
                                    [OT_LINE_BOLD] = 2.8,
                                    [OT_LINE_LATER] = 1.5};
    return widths[style];
}

static void range(const ot_chart *chart, double *lo, double *hi)
{
    *lo = 0;
    *hi = 0;
    for (size_t i = 0; i < chart->lines; i++) {
        for (size_t k = 0; k < chart->line[i].n; k++) {
            ot__include(chart->line[i].y[k], lo, hi);
        }
    }
    ot__page_reach(chart, lo, hi);
}

static void draw_line(ot_page *page, const ot_chart_line *l)
{
    const ot_look look = look_of(page, l->style);
    const ot_point zero = {page->left, ot__page_y(page, 0)};
    const ot_trace t = {.y = l->y,
                        .n = l->n,
                        .x0 = place_of(page, l, 0),
                        .dx = l->step,
                        .start = &zero};
    const size_t last = ot__last_known(l->y, l->n);
    ot_mark mark = {.kind = OT_MARK_LINE,
                    .colour = look.mark,
                    .size = width_of(l->style),
                    .dash = look.dash};

    ot__marks_group(page->marks, "line", l->label, l->label);
    ot__page_trace(page, &t, mark);
    if (last != SIZE_MAX &&
        (l->style == OT_LINE_BOLD || l->style == OT_LINE_LATER)) {
        mark.size = l->style == OT_LINE_BOLD ? 3.4 : 3;
        mark.hollow = l->style == OT_LINE_LATER;
        ot__marks_dot(page->marks, mark,
                      (ot_point){ot__page_x(page, place_of(page, l, last)),
                                 ot__page_y(page, l->y[last])});
    }
}

// Background first, the bold line over all.
static void draw_lines(ot_page *page, const ot_chart *chart)
{
    static const ot_line_style order[] = {OT_LINE_MUTED, OT_LINE_PLAIN,
                                          OT_LINE_LATER, OT_LINE_BOLD};

    for (size_t k = 0; k < sizeof order / sizeof order[0]; k++) {
        for (size_t i = 0; i < chart->lines; i++) {
            if (chart->line[i].style == order[k]) {
                draw_line(page, &chart->line[i]);
            }
        }
    }
}

static ot_end end_of(const ot_page *page, const ot_chart_line *l)
{
    const size_t last = ot__last_known(l->y, l->n);
    const double y = ot__page_y(page, l->y[last]);

    return (ot_end){.id = l->label,
                    .y = y,
                    .from = {ot__page_x(page, place_of(page, l, last)), y},
                    .colour = look_of(page, l->style).text,
                    .bold = l->style == OT_LINE_BOLD};
}

static bool ends_year(const ot_chart_line *l)
{
    const size_t last = ot__last_known(l->y, l->n);

    return last != SIZE_MAX && (int)(last + 1) * l->step == YEAR;
}

// "2023: 7.92 bn" at the end of each line that counts.
static void name_main(ot_page *page, ot_ends *ends, const ot_chart *chart)
{
    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        const size_t last = ot__last_known(l->y, l->n);
        char amount[OT_AMOUNT_SIZE], text[256];
        if (l->style == OT_LINE_MUTED || last == SIZE_MAX || l->label == NULL ||
            (l->style == OT_LINE_BOLD && !ends_year(l))) {
            continue;
        }
        ot_end end = end_of(page, l);
        end.rank = l->style == OT_LINE_PLAIN ? 1 : 0;
        ot__amount(l->y[last], chart->unit, 3, amount);
        snprintf(text, sizeof text, "%.150s: %s", l->label, amount);
        ot__ends_add(page, ends, end, text);
    }
}

// One muted line whose year is complete, as its place and its label.
typedef struct finish {
    double y; // points
    const ot_chart_line *line;
} finish;

static int by_height(const void *a, const void *b)
{
    const finish *x = a, *y = b;

    return (x->y > y->y) - (x->y < y->y);
}

static int by_year(const void *a, const void *b)
{
    const finish *x = a, *y = b;

    return (x->line->first > y->line->first) -
           (x->line->first < y->line->first);
}

// Names of lines that end together, years in a row as one: "2009–2012, 2015".
// More than three stretches: "8 of 2007–2019".
static void join_years(finish *f, size_t n, char out[static 200])
{
    size_t stretches = 0, used = 0;

    qsort(f, n, sizeof *f, by_year);
    out[0] = '\0';
    for (size_t i = 0, next; i < n; i = next) {
        next = i + 1;
        while (next < n &&
               f[next].line->first == f[next - 1].line->first + YEAR) {
            next++;
        }
        const bool one = next - i == 1;
        used += (size_t)snprintf(
            out + used, 200 - used, one ? "%s%.40s" : "%s%.40s–%.40s",
            i > 0 ? ", " : "", f[i].line->label, f[next - 1].line->label);
        if (++stretches > 3 || used >= 200) {
            snprintf(out, 200, "%zu of %.40s–%.40s", n, f[0].line->label,
                     f[n - 1].line->label);
            return;
        }
    }
}

// Muted lines whose ends are too close for a name each share one at their
// middle.
static void name_groups(ot_page *page, ot_ends *ends, finish *f, size_t n)
{
    const double reach = 0.75 * page->size->text;
    char text[200];

    qsort(f, n, sizeof *f, by_height);
    for (size_t i = 0, next; i < n; i = next) {
        next = i + 1;
        while (next < n && f[next].y - f[next - 1].y < reach) {
            next++;
        }
        const double y = (f[i].y + f[next - 1].y) / 2;
        join_years(f + i, next - i, text);
        ot_end end = end_of(page, f[i].line);
        end.y = y;
        end.from.y = y;
        end.rank = OT_RANK_SPARE;
        ot__ends_add(page, ends, end, text);
    }
}

static void name_muted(ot_page *page, ot_ends *ends, const ot_chart *chart)
{
    finish *f = malloc((chart->lines + 1) * sizeof *f);
    size_t n = 0;

    if (f == NULL) {
        page->marks->failed = true;
        return;
    }
    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        if (l->style == OT_LINE_MUTED && l->label != NULL && ends_year(l)) {
            f[n++] = (finish){ot__page_y(page, l->y[l->n - 1]), l};
        }
    }
    name_groups(page, ends, f, n);
    free(f);
}

// The most that an earlier year added after so many values; NaN: none did.
static double most_after(const ot_chart *chart, size_t known)
{
    double most = NAN;

    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        const bool earlier =
            l->style == OT_LINE_MUTED || l->style == OT_LINE_PLAIN;
        if (earlier && ends_year(l) && known < l->n && isfinite(l->y[known])) {
            most = fmax(most, l->y[l->n - 1] - l->y[known]);
        }
    }
    return most;
}

// "needs 5.6–7.6 bn in Jul–Dec; the most so far was 4.7 bn"; "" where there is
// nothing to need.
static void say_need(const ot_chart *chart, char out[static 200])
{
    const ot_chart_line *l = bold_line(chart);
    const size_t last = ot__last_known(l->y, l->n);
    char range[OT_AMOUNT_SIZE], amount[OT_AMOUNT_SIZE], record[96] = "";

    out[0] = '\0';
    if (chart->claim == NULL || last == SIZE_MAX || ends_year(l) ||
        !(chart->claim->lo > l->y[last])) {
        return;
    }
    const double most = most_after(chart, last);
    const int32_t rest = l->first + (int32_t)(last + 1) * l->step;
    if (isfinite(most)) {
        ot__amount(most, chart->unit, 2, amount);
        snprintf(record, sizeof record, "; the most so far was %s", amount);
    }
    ot__amount_range(chart->claim->lo - l->y[last],
                     chart->claim->hi - l->y[last], chart->unit, 2, range);
    snprintf(out, 200, "needs %s in %s–%s%s", range,
             ot_month_short(ot_month_of_year(rest)),
             ot_month_short(ot_month_of_year(l->first + YEAR - 1)), record);
}

static void name_all(ot_page *page, ot_ends *ends, const ot_chart *chart)
{
    char need[200];

    say_need(chart, need);
    ot__ends_add_claim(page, ends, chart, need[0] != '\0' ? need : NULL);
    ot__ends_add_fan(page, ends, chart);
    name_main(page, ends, chart);
    name_muted(page, ends, chart);
}

// "2024: 8.37 bn to June" beside the point it is about.
static void name_running(ot_page *page, const ot_chart *chart)
{
    const ot_chart_line *l = bold_line(chart);
    const size_t last = ot__last_known(l->y, l->n);
    char amount[OT_AMOUNT_SIZE], text[256];

    if (last == SIZE_MAX || ends_year(l)) {
        return;
    }
    const int32_t month = l->first + (int32_t)(last + 1) * l->step - 1;
    ot__amount(l->y[last], chart->unit, 3, amount);
    snprintf(text, sizeof text, "%.150s%s%s to\u00A0%s",
             l->label != NULL ? l->label : "", l->label != NULL ? ": " : "",
             amount, ot_month_name(ot_month_of_year(month)));
    const ot_tag tag = {.text = text,
                        .id = l->label,
                        .at = end_of(page, l).from,
                        .colour = page->look->main.text,
                        .bold = true,
                        .must = true};
    ot__page_tags(page, &tag, 1);
}

// What the year still lacks to a claim: thin lines from what is known to its
// ends.
static void draw_need(ot_page *page, const ot_chart *chart)
{
    const ot_chart_line *l = bold_line(chart);
    const size_t last = ot__last_known(l->y, l->n);
    const ot_claim_bar *claim = chart->claim;
    const ot_mark line = {.kind = OT_MARK_LINE,
                          .colour = page->look->claim.mark,
                          .size = 1.1,
                          .dash = OT_DOTTED};

    if (claim == NULL || last == SIZE_MAX || ends_year(l)) {
        return;
    }
    const double ends[] = {claim->lo, claim->hi};
    const ot_point from = end_of(page, l).from;
    ot__marks_group(page->marks, "need", NULL, "what the claim needs");
    for (size_t i = 0; i < (claim->lo < claim->hi ? 2u : 1u); i++) {
        if (isfinite(ends[i]) && ends[i] > l->y[last]) {
            ot__marks_segment(
                page->marks, line, from,
                (ot_point){page->right, ot__page_y(page, ends[i])});
        }
    }
}

// The fan's step at[i] is reached at the end of its period.
static void draw_fan(ot_page *page, const ot_chart *chart)
{
    const ot_chart_line *l = bold_line(chart);
    const ot_fan *fan = chart->fan;
    const size_t last = ot__last_known(l->y, l->n);
    const ot_point zero = {page->left, ot__page_y(page, 0)};

    if (fan == NULL) {
        return;
    }
    const ot_point from = last != SIZE_MAX ? end_of(page, l).from : zero;
    const double x0 = page->x.first + (fan->first - l->first) + fan->step;
    ot__page_fan(page, fan, from, x0, fan->step);
}

static void lay(ot_page *page, const ot_chart *chart)
{
    const int32_t first = bold_line(chart)->first;
    double lo, hi;
    ot_ends ends = {0};

    range(chart, &lo, &hi);
    ot__page_frame(page, chart, NULL);
    ot__page_values(page, lo, hi);
    ot__page_month_rows(page, 1);

    // Once for the room the names take, once for their places.
    page->x = (ot_months){first, first + YEAR - 1, 1, 1};
    name_all(page, &ends, chart);
    ot__ends_room(page, &ends, chart);
    ends.n = 0;
    ot__page_months(page, first, first + YEAR - 1, true);
    name_all(page, &ends, chart);

    draw_fan(page, chart);
    draw_need(page, chart);
    ot__page_axes(page, true);
    draw_lines(page, chart);
    name_running(page, chart);
    ot__ends_draw(page, &ends, chart);
    ot__ends_free(&ends);
}

const ot_chart_kind ot__kind_race = {
    .name = "race",
    .takes = "one flow with one partner, by month or quarter",
    .summary = "to-date values, one line a year, and where this one may end",
    .example = "chart race trade.csv -r ARM -p RUS --claim \"14-16 bn\" "
               "-o race.png",
    .check = check,
    .lay = lay,
};
