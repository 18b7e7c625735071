// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/bars.h"

#include <math.h>
#include <stdio.h>

#define PART  0.74 // of a step that its bar takes
#define WIDTH 46.0 // at most, points: a lone bar is no wall

void ot__bars_edges(const ot_page *page, const ot_chart_line *l, size_t i,
                    double *left, double *right)
{
    const double middle = l->first + ((double)i + 0.5) * l->step;
    const double step =
        ot__page_x(page, middle + l->step) - ot__page_x(page, middle);
    const double half = fmin(PART * step, WIDTH) / 2;
    const double x = ot__page_x(page, middle);

    *left = fmax(x - half, page->left);
    *right = fmin(x + half, page->right);
}

bool ot__bars_is_rate(ot_unit unit)
{
    return unit.dimension == OT_DIM_PERCENT || unit.dimension == OT_DIM_POINTS;
}

char *ot__bars_change(const ot_terms *terms, double y, ot_unit unit,
                      char out[static OT_AMOUNT_SIZE + 8])
{
    char amount[OT_AMOUNT_SIZE], number[OT_NUMBER_SIZE + 8];

    if (ot__bars_is_rate(unit) && fabs(y) < 1e6) {
        snprintf(amount, sizeof amount, "%s%.20s\u00A0%s",
                 y < -0.05 ? "\u2212" : "",
                 ot__typeset(terms, ot__fixed(number, fabs(y), 1)),
                 unit.dimension == OT_DIM_PERCENT ? "%" : terms->points);
    } else {
        ot__amount(terms, y, unit, 3, amount);
    }
    snprintf(out, OT_AMOUNT_SIZE + 8, "%s%s", y > 0 ? "+" : "", amount);
    return out;
}
