// SPDX-License-Identifier: GPL-3.0-or-later
// mirror: what two reporters say of the same trade, and the band in which the
// second may lie for what the first says (cif over fob).
#include <math.h>

#include "plot/lines.h"

static ot_status check(const ot_chart *chart, ot_error *err)
{
    size_t muted = 0, plain = 0;

    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i], *first = chart->line;
        muted += l->style == OT_LINE_MUTED;
        plain += l->style == OT_LINE_PLAIN;
        if (l->first != first->first || l->step != first->step ||
            l->n != first->n) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "the lines of a mirror cover the same months");
        }
    }
    if (plain != 2 || (muted != 0 && muted != 2) ||
        chart->lines != plain + muted || chart->fan != NULL ||
        chart->claim != NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a mirror is of two lines, and the two ends of a band "
                       "or none");
    }
    return OT_OK;
}

static void corner(ot_page *page, const ot_chart_line *l, size_t i)
{
    ot__marks_point(page->marks, ot__page_x(page, ot__lines_place(l, i)),
                    ot__page_y(page, l->y[i]));
}

// The band over the known values from i on; returns what follows.
static size_t stretch(ot_page *page, const ot_chart_line *const edge[2],
                      size_t i)
{
    const ot_mark area = {
        .kind = OT_MARK_AREA, .colour = page->look->up_shade, .ground = true};
    size_t end = i;

    while (end < edge[0]->n && isfinite(edge[0]->y[end]) &&
           isfinite(edge[1]->y[end])) {
        end++;
    }
    if (end - i > 1) {
        ot__marks_begin(page->marks, area);
        for (size_t k = i; k < end; k++) {
            corner(page, edge[0], k);
        }
        for (size_t k = end; k-- > i;) {
            corner(page, edge[1], k);
        }
    }
    return end > i ? end : i + 1;
}

static void under(ot_page *page, const ot_chart *chart)
{
    const ot_chart_line *edge[2] = {NULL, NULL};
    size_t found = 0;

    for (size_t i = 0; i < chart->lines && found < 2; i++) {
        if (chart->line[i].style == OT_LINE_MUTED) {
            edge[found++] = &chart->line[i];
        }
    }
    if (found == 2) {
        ot__marks_group(page->marks, "band", NULL, edge[0]->label);
        for (size_t i = 0; i < edge[0]->n;) {
            i = stretch(page, edge, i);
        }
    }
}

static void lay(ot_page *page, const ot_chart *chart)
{
    const ot_lines_more more = {.under = under, .quiet = true};

    ot__lines_lay(page, chart, &more);
}

const ot_chart_kind ot__kind_mirror = {
    .name = "mirror",
    .takes = "exports or imports with one partner, and the partner's figures",
    .summary = "two reporters' figures and the band they may differ by",
    .example = "chart mirror a.csv b.csv -r ARM -p RUS -f import -o mirror.png",
    .check = check,
    .lay = lay,
};
