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

// Where the two lines cross between i and i + 1: the part of the step.
static double crossing(const ot_chart *chart, size_t i)
{
    const double gap = chart->line[0].y[i] - chart->line[1].y[i];
    const double next = chart->line[0].y[i + 1] - chart->line[1].y[i + 1];

    return gap / (gap - next);
}

// One step of the gap between two places of it, both on one side.
static void shade(ot_page *page, const ot_chart *chart, size_t i, double from,
                  double to, bool up)
{
    const ot_mark area = {.colour = up ? page->look->up_shade
                                       : page->look->down_shade,
                          .kind = OT_MARK_AREA,
                          .ground = true};

    ot__marks_begin(page->marks, area);
    for (int corner = 0; corner < 4; corner++) {
        const ot_chart_line *l = &chart->line[corner / 2];
        const double t = corner == 0 || corner == 3 ? from : to;
        const ot_point a = point_of(page, l, i), b = point_of(page, l, i + 1);
        ot__marks_point(page->marks, a.x + t * (b.x - a.x),
                        a.y + t * (b.y - a.y));
    }
}

static void shade_step(ot_page *page, const ot_chart *chart, size_t i)
{
    const double gap = chart->line[0].y[i] - chart->line[1].y[i];
    const double next = chart->line[0].y[i + 1] - chart->line[1].y[i + 1];

    if (!isfinite(gap) || !isfinite(next)) {
        return;
    }
    if (gap * next < 0) {
        const double t = crossing(chart, i);
        shade(page, chart, i, 0, t, gap > 0);
        shade(page, chart, i, t, 1, next > 0);
    } else if (gap != 0 || next != 0) {
        shade(page, chart, i, 0, 1, gap + next > 0);
    }
}

static void under(ot_page *page, const ot_chart *chart)
{
    ot__marks_group(page->marks, "gap", NULL, "exports less imports");
    for (size_t i = 0; i + 1 < chart->line[0].n; i++) {
        shade_step(page, chart, i);
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
    ot__amount(fabs(gap), chart->unit, 3, amount);
    snprintf(text, sizeof text, "%s %s",
             gap < 0   ? "Deficit"
             : gap > 0 ? "Surplus"
                       : "Balance",
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
