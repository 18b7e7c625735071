// SPDX-License-Identifier: GPL-3.0-or-later
// balance: exports and imports, the gap between them shaded by its sign.
#include <math.h>
#include <stdio.h>

#include "plot/lines.h"

static ot_status check(const ot_chart *chart, ot_error *err)
{
    const ot_chart_line *a = chart->line, *b = chart->line + 1;

    if (chart->lines != 2 || chart->fan != NULL || chart->claim != NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a balance is of two lines, exports and imports, not "
                       "%zu",
                       chart->lines);
    }
    if (a->first != b->first || a->step != b->step || a->n != b->n) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "the two lines of a balance cover the same months");
    }
    return ot__lines_check(chart, err);
}

static ot_point point_of(const ot_page *page, const ot_chart_line *l, size_t i)
{
    return (ot_point){ot__page_x(page, ot__lines_place(l, i)),
                      ot__page_y(page, l->y[i])};
}

static double gap_of(const ot_chart *chart, size_t i)
{
    return chart->line[0].y[i] - chart->line[1].y[i];
}

// A place between values i and i + 1.
typedef struct place {
    size_t i;
    double t; // part of the step, 0 to 1
} place;

static void corner(ot_page *page, const ot_chart_line *l, place at)
{
    const ot_point a = point_of(page, l, at.i);

    if (at.t == 0) {
        ot__marks_point(page->marks, a.x, a.y);
        return;
    }
    const ot_point b = point_of(page, l, at.i + 1);
    ot__marks_point(page->marks, a.x + at.t * (b.x - a.x),
                    a.y + at.t * (b.y - a.y));
}

// The gap between two places, all of one sign: out along one line, back along
// the other.
static void shade(ot_page *page, const ot_chart *chart, place from, place to,
                  bool up)
{
    const ot_mark area = {.colour = up ? page->look->up_shade
                                       : page->look->down_shade,
                          .kind = OT_MARK_AREA,
                          .ground = true};

    if (from.i == to.i && from.t == to.t) {
        return;
    }
    ot__marks_begin(page->marks, area);
    corner(page, &chart->line[0], from);
    for (size_t i = from.i + 1; i <= to.i; i++) {
        corner(page, &chart->line[0], (place){i, 0});
    }
    corner(page, &chart->line[0], to);
    corner(page, &chart->line[1], to);
    for (size_t i = to.i; i > from.i; i--) {
        corner(page, &chart->line[1], (place){i, 0});
    }
    corner(page, &chart->line[1], from);
}

// The stretch of known values from i on; returns what follows it.
static size_t stretch(ot_page *page, const ot_chart *chart, size_t i)
{
    place from = {i, 0};
    double sign = gap_of(chart, i);

    while (i + 1 < chart->line[0].n && isfinite(gap_of(chart, i + 1))) {
        const double gap = gap_of(chart, i), next = gap_of(chart, i + 1);
        if (gap * next < 0) {
            const place at = {i, gap / (gap - next)};
            shade(page, chart, from, at, gap > 0);
            from = at;
        } else if (sign * next < 0) {
            // It touched zero in between.
            shade(page, chart, from, (place){i, 0}, sign > 0);
            from = (place){i, 0};
        }
        sign = next != 0 ? next : sign;
        i++;
    }
    shade(page, chart, from, (place){i, 0}, sign > 0);
    return i + 1;
}

static void under(ot_page *page, const ot_chart *chart)
{
    ot__marks_group(page->marks, "gap", NULL, "exports less imports");
    for (size_t i = 0; i < chart->line[0].n;) {
        i = isfinite(gap_of(chart, i)) ? stretch(page, chart, i) : i + 1;
    }
}

// "Deficit 318 m" between the last two points.
static void name(ot_page *page, ot_ends *ends, const ot_chart *chart)
{
    const ot_chart_line *a = &chart->line[0], *b = &chart->line[1];
    const size_t i = ot__last_known(a->y, a->n);
    char amount[OT_AMOUNT_SIZE], text[96];

    if (i == SIZE_MAX || i != ot__last_known(b->y, b->n)) {
        return;
    }
    const double gap = a->y[i] - b->y[i];
    const double y = ot__page_y(page, a->y[i]), z = ot__page_y(page, b->y[i]);
    const ot_look look = gap < 0 ? page->look->down : page->look->up;
    const ot_end end = {.id = "gap",
                        .y = (y + z) / 2,
                        .spread = fabs(y - z) / 2 + page->size->text,
                        .from = {page->right, (y + z) / 2},
                        .colour = look.text,
                        .bold = true,
                        .rank = 1};
    ot__amount(ot__terms(chart), fabs(gap), chart->unit, 3, amount);
    snprintf(text, sizeof text, "%s %s",
             gap < 0   ? page->terms->deficit
             : gap > 0 ? page->terms->surplus
                       : page->terms->balance,
             amount);
    ot__ends_add(page, ends, end, text);
}

static void lay(ot_page *page, const ot_chart *chart)
{
    const ot_lines_more more = {.under = under, .name = name};

    ot__lines_lay(page, chart, &more);
}

const ot_chart_kind ot__kind_balance = {
    .name = "balance",
    .takes = "one partner: exports and imports",
    .summary = "exports and imports, the gap shaded by its sign",
    .example = "chart balance trade.csv -r ARM -p RUS --every year "
               "-o balance.png",
    .check = check,
    .lay = lay,
};
