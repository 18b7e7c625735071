// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/years.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plot/signs.h"

#define YEAR 12

ot_status ot__years_check(const ot_chart *chart, ot_error *err)
{
    size_t bold = 0;

    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        bold += l->style == OT_LINE_BOLD;
        if (l->n > (size_t)(YEAR / l->step)) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "a line of a %s is one year: '%.40s' has %zu "
                           "values of %d months",
                           chart->kind->name, l->label != NULL ? l->label : "",
                           l->n, (int)l->step);
        }
        if ((l->first - chart->line[0].first) % YEAR != 0) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "all lines of a %s start in the same month",
                           chart->kind->name);
        }
    }
    if (bold != 1) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a %s needs one bold line, not %zu", chart->kind->name,
                       bold);
    }
    return OT_OK;
}

const ot_chart_line *ot__years_bold(const ot_chart *chart)
{
    const ot_chart_line *l = chart->line;

    while (l->style != OT_LINE_BOLD) {
        l++;
    }
    return l;
}

// Months from the axis's first to where y[i] stands: the end of its period in a
// race, the middle of it where values are not to date.
double ot__years_place(const ot_page *page, const ot_chart_line *l, size_t i)
{
    return page->x.first + ((double)i + page->at) * l->step;
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

static void draw_line(ot_page *page, const ot_chart *chart, size_t i)
{
    const ot_chart_line *l = &chart->line[i];
    const ot_look look = look_of(page, l->style);
    const ot_point zero = {page->left, ot__page_y(page, 0)};
    const ot_trace t = {.y = l->y,
                        .n = l->n,
                        .x0 = ot__years_place(page, l, 0),
                        .dx = l->step,
                        .start = page->at == 1 ? &zero : NULL};
    const size_t last = ot__last_known(l->y, l->n);
    ot_mark mark = {.kind = OT_MARK_LINE,
                    .colour = look.mark,
                    .size = width_of(l->style),
                    .dash = look.dash};

    ot__marks_group(page->marks, "line", l->label, l->label);
    ot__page_trace(page, &t, mark);
    if (l->style != OT_LINE_MUTED) {
        ot__signs_draw(page, chart, i, &t, mark);
    }
    if (last != SIZE_MAX &&
        (l->style == OT_LINE_BOLD || l->style == OT_LINE_LATER)) {
        mark.size = l->style == OT_LINE_BOLD ? 3.4 : 3;
        mark.hollow =
            l->style == OT_LINE_LATER || ot__signs_soft(chart, i, last);
        ot__marks_dot(
            page->marks, mark,
            (ot_point){ot__page_x(page, ot__years_place(page, l, last)),
                       ot__page_y(page, l->y[last])});
    }
}

// Background first, the bold line over all.
void ot__years_draw(ot_page *page, const ot_chart *chart)
{
    static const ot_line_style order[] = {OT_LINE_MUTED, OT_LINE_PLAIN,
                                          OT_LINE_LATER, OT_LINE_BOLD};

    for (size_t k = 0; k < sizeof order / sizeof order[0]; k++) {
        for (size_t i = 0; i < chart->lines; i++) {
            if (chart->line[i].style == order[k]) {
                draw_line(page, chart, i);
            }
        }
    }
}

ot_end ot__years_end(const ot_page *page, const ot_chart_line *l)
{
    const size_t last = ot__last_known(l->y, l->n);
    const double y = ot__page_y(page, l->y[last]);

    return (ot_end){
        .id = l->label,
        .y = y,
        .from = {ot__page_x(page, ot__years_place(page, l, last)), y},
        .colour = look_of(page, l->style).text,
        .bold = l->style == OT_LINE_BOLD};
}

bool ot__years_over(const ot_chart_line *l)
{
    const size_t last = ot__last_known(l->y, l->n);

    return last != SIZE_MAX && (int)(last + 1) * l->step == YEAR;
}

// "2023: 7.92 bn" at the end of each line that counts.
void ot__years_name_main(ot_page *page, ot_ends *ends, const ot_chart *chart)
{
    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        const size_t last = ot__last_known(l->y, l->n);
        char amount[OT_AMOUNT_SIZE], text[256];
        if (l->style == OT_LINE_MUTED || last == SIZE_MAX || l->label == NULL ||
            (l->style == OT_LINE_BOLD && !ot__years_over(l))) {
            continue;
        }
        ot_end end = ot__years_end(page, l);
        end.rank = l->style == OT_LINE_PLAIN ? 1 : 0;
        ot__amount(ot__terms(chart), l->y[last], chart->unit, 3, amount);
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
        ot_end end = ot__years_end(page, f[i].line);
        end.y = y;
        end.from.y = y;
        end.rank = OT_RANK_SPARE;
        ot__ends_add(page, ends, end, text);
    }
}

void ot__years_name_muted(ot_page *page, ot_ends *ends, const ot_chart *chart)
{
    finish *f = malloc((chart->lines + 1) * sizeof *f);
    size_t n = 0;

    if (f == NULL) {
        page->marks->failed = true;
        return;
    }
    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        if (l->style == OT_LINE_MUTED && l->label != NULL &&
            ot__years_over(l)) {
            f[n++] = (finish){ot__page_y(page, l->y[l->n - 1]), l};
        }
    }
    name_groups(page, ends, f, n);
    free(f);
}

// "2024: 8.37 bn to June" beside the point it is about.
void ot__years_name_running(ot_page *page, const ot_chart *chart)
{
    const ot_chart_line *l = ot__years_bold(chart);
    const size_t last = ot__last_known(l->y, l->n);
    char amount[OT_AMOUNT_SIZE], text[256];

    if (last == SIZE_MAX || ot__years_over(l)) {
        return;
    }
    const int32_t month = l->first + (int32_t)(last + 1) * l->step - 1;
    ot__amount(ot__terms(chart), l->y[last], chart->unit, 3, amount);
    snprintf(text, sizeof text, "%.150s%s%s%s%s",
             l->label != NULL ? l->label : "", l->label != NULL ? ": " : "",
             amount,
             page->at == 1 ? page->terms->by_month : page->terms->in_month,
             page->terms->month[ot_month_of_year(month) - 1]);
    const ot_tag tag = {.text = text,
                        .id = l->label,
                        .at = ot__years_end(page, l).from,
                        .colour = page->look->main.text,
                        .bold = true,
                        .must = true};
    ot__page_tags(page, &tag, 1);
}
