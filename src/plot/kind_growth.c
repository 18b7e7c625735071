// SPDX-License-Identifier: GPL-3.0-or-later
// growth: changes as bars around zero; the last and the extreme ones in
// figures.
#include <math.h>
#include <string.h>

#include "plot/bars.h"
#include "plot/signs.h"

static ot_status check(const ot_chart *chart, ot_error *err)
{
    if (chart->lines != 1 || chart->fan != NULL || chart->claim != NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "bars of growth are of one line, not %zu", chart->lines);
    }
    if (chart->line->n > OT_BARS_MOST) {
        return ot_fail(err, OT_E_LIMIT, NULL,
                       "%zu bars: a picture holds %d; take a longer step",
                       chart->line->n, OT_BARS_MOST);
    }
    return OT_OK;
}

static ot_look look_of(const ot_page *page, double y)
{
    return y < 0 ? page->look->down : page->look->up;
}

static void draw(ot_page *page, const ot_chart *chart)
{
    const ot_chart_line *l = chart->line;
    const double zero = ot__page_y(page, 0);

    ot__marks_group(page->marks, "bars", l->label, l->label);
    for (size_t i = 0; i < l->n; i++) {
        double left, right;
        if (isfinite(l->y[i])) {
            const ot_mark bar = {.colour = look_of(page, l->y[i]).mark};
            ot__bars_edges(page, l, i, &left, &right);
            ot__page_bar(page, bar, (ot_point){left, zero},
                         (ot_point){right, ot__page_y(page, l->y[i])});
            if (ot__signs_soft(chart, 0, i)) {
                ot__signs_hatch(page, (ot_point){left, zero},
                                (ot_point){right, ot__page_y(page, l->y[i])});
            }
        }
    }
}

static size_t extreme(const ot_chart_line *l, double sign)
{
    size_t at = SIZE_MAX;

    for (size_t i = 0; i < l->n; i++) {
        if (isfinite(l->y[i]) &&
            (at == SIZE_MAX || sign * l->y[i] > sign * l->y[at])) {
            at = i;
        }
    }
    return at;
}

// Figures at the last bar, the highest rise and the deepest fall; none that
// reads as the last one does.
typedef struct figures {
    ot_bar_label label[3];
    char text[3][OT_AMOUNT_SIZE + 8];
    size_t n;
} figures;

static void name(const ot_chart *chart, figures *f)
{
    const ot_chart_line *l = chart->line;
    const size_t last = ot__last_known(l->y, l->n);
    const size_t at[] = {last, extreme(l, 1), extreme(l, -1)};

    f->n = 0;
    for (size_t k = 0; k < 3; k++) {
        const double y = l->y[at[k]];
        if (k > 0 && (at[k] == last || (k == 1 ? y <= 0 : y >= 0))) {
            continue;
        }
        f->label[f->n] = (ot_bar_label){
            .at = at[k],
            .text = ot__bars_change(ot__terms(chart), l->y[at[k]], chart->unit,
                                    f->text[f->n]),
            .id = k == 0   ? "last"
                  : k == 1 ? "highest"
                           : "lowest",
            .bold = k == 0};
        f->n += k == 0 || strcmp(f->text[f->n], f->text[0]) != 0;
    }
}

static void lay(ot_page *page, const ot_chart *chart)
{
    const ot_chart_line *l = chart->line;
    double lo = 0, hi = 0;
    figures f;

    for (size_t i = 0; i < l->n; i++) {
        ot__include(l->y[i], &lo, &hi);
    }
    ot__page_frame(page, chart, NULL);
    ot__page_values(page, lo, hi);
    ot__page_months(page, l->first, l->first + (int32_t)l->n * l->step - 1,
                    false);
    ot__page_month_rows(page, page->x.step < 12 ? 2 : 1);
    name(chart, &f);
    ot__bars_place(page, l, f.label, f.n);
    ot__page_axes(page, false);
    draw(page, chart);
    ot__signs_breaks(page, chart);
    ot__bars_label(page, l, f.label, f.n);
    ot__signs_name_breaks(page, chart);
}

const ot_chart_kind ot__kind_growth = {
    .name = "growth",
    .takes = "one flow with one partner",
    .summary = "change on a year before as bars around zero",
    .example = "chart growth trade.csv -r ARM -p RUS -f export --every quarter "
               "-o growth.png",
    .check = check,
    .lay = lay,
};
