// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/bars.h"

#include <math.h>
#include <stdio.h>

#define PART  0.74 // of a step that its bar takes
#define WIDTH 46.0 // at most, points: a lone bar is no wall
#define ABOVE 0.45 // between a bar and its figure, in font sizes
#define FAR   1.2  // a figure so far from its bar is tied to it by a line
#define FOOT  4.0  // and one so far rather stands at the bar's foot

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
    // What is rounded to nothing has no sign.
    const bool up = ot__bars_is_rate(unit) ? y >= 0.05 : y > 0;
    snprintf(out, OT_AMOUNT_SIZE + 8, "%s%s", up ? "+" : "", amount);
    return out;
}

// Where a figure of some width above (sign 1) or below zero (-1) is clear of
// all bars beside the one it is of: the height from zero that they reach.
static double clear_of(const ot_page *page, const ot_chart_line *l, double sign,
                       double left, double right)
{
    double most = 0;

    for (size_t i = 0; i < l->n; i++) {
        double from, to;
        if (isfinite(l->y[i]) && sign * l->y[i] > most) {
            ot__bars_edges(page, l, i, &from, &to);
            most = to > left && from < right ? sign * l->y[i] : most;
        }
    }
    return sign * most;
}

// Sets a figure on the side of a sign. Returns how far from its bar, points.
static double set_beside(const ot_page *page, const ot_chart_line *l,
                         ot_bar_label *label, double sign, double width)
{
    const double size = page->size->text, y = l->y[label->at];
    const double foot = ot__page_y(page, sign > 0 ? fmax(y, 0) : fmin(y, 0));
    const double clear = ot__page_y(
        page, clear_of(page, l, sign, label->x - width / 2 - 0.2 * size,
                       label->x + width / 2 + 0.2 * size));

    label->baseline =
        sign > 0 ? clear - ABOVE * size : clear + (ABOVE + OT_ASCENT) * size;
    label->tie = fabs(clear - foot) > FAR * size ? foot : NAN;
    return fabs(clear - foot);
}

static bool hits(const ot_page *page, const ot_bar_label *a,
                 const ot_bar_label *b)
{
    const double size = page->size->text;
    const double apart =
        (ot__ruler_width(&page->ruler, a->text, size, a->bold) +
         ot__ruler_width(&page->ruler, b->text, size, b->bold)) /
        2;

    return fabs(a->x - b->x) < apart + 0.3 * size &&
           fabs(a->baseline - b->baseline) < OT_LEADING * size;
}

static void place(const ot_page *page, const ot_chart_line *l,
                  ot_bar_label label[], size_t i)
{
    const double size = page->size->text;
    const double width =
        ot__ruler_width(&page->ruler, label[i].text, size, label[i].bold);
    const double sign = l->y[label[i].at] < 0 ? -1 : 1;
    double left, right;

    ot__bars_edges(page, l, label[i].at, &left, &right);
    label[i].x = fmax(page->left + width / 2,
                      fmin((left + right) / 2, page->right - width / 2));
    const double own = set_beside(page, l, &label[i], sign, width);
    if (own > FOOT * size &&
        set_beside(page, l, &label[i], -sign, width) > 0.7 * own) {
        set_beside(page, l, &label[i], sign, width);
    }
    label[i].shown = true;
    for (size_t k = 0; k < i; k++) {
        label[i].shown = label[i].shown &&
                         !(label[k].shown && hits(page, &label[k], &label[i]));
    }
}

// How far figures reach above a height and below another.
static void over(const ot_page *page, const ot_bar_label label[], size_t n,
                 double ceiling, double floor, double *above, double *below)
{
    const double size = page->size->text;

    *above = 0;
    *below = 0;
    for (size_t i = 0; i < n; i++) {
        if (label[i].shown) {
            const double y = label[i].baseline;
            *above = fmax(*above, ceiling - (y - OT_ASCENT * size));
            *below = fmax(*below, y + OT_DESCENT * size - floor);
        }
    }
}

void ot__bars_place(ot_page *page, const ot_chart_line *l, ot_bar_label label[],
                    size_t n)
{
    const double ceiling = page->top - 0.6 * page->size->small;
    const double floor = page->bottom;
    double above, below;

    // A bar's end moves less than the edge of the box: a few rounds.
    for (int round = 0; round < 12; round++) {
        const double most = (page->bottom - page->top) / 4;
        for (size_t i = 0; i < n; i++) {
            place(page, l, label, i);
        }
        over(page, label, n, ceiling, floor, &above, &below);
        if (above < 0.01 && below < 0.01) {
            return;
        }
        page->top += fmin(above, most);
        page->bottom -= fmin(below, most);
        page->foot = floor - page->bottom;
    }
}

void ot__bars_label(ot_page *page, const ot_chart_line *l,
                    const ot_bar_label label[], size_t n)
{
    const double size = page->size->text;

    for (size_t i = 0; i < n; i++) {
        const bool down = l->y[label[i].at] < 0;
        const ot_look look = down ? page->look->down : page->look->up;
        const ot_mark text = {.kind = OT_MARK_TEXT,
                              .size = size,
                              .align = OT_MIDDLE,
                              .bold = label[i].bold,
                              .halo = true,
                              .colour = look.text};
        const ot_mark tie = {
            .kind = OT_MARK_LINE, .size = 0.6, .colour = look.text};
        const bool above = label[i].baseline < label[i].tie;
        const double end =
            label[i].baseline +
            (above ? OT_DESCENT + 0.08 : -OT_ASCENT - 0.08) * size;
        double left, right;
        if (!label[i].shown) {
            continue;
        }
        ot__bars_edges(page, l, label[i].at, &left, &right);
        ot__marks_group(page->marks, "label", label[i].id, NULL);
        if (isfinite(label[i].tie)) {
            const double x = (left + right) / 2;
            ot__marks_segment(page->marks, tie, (ot_point){x, label[i].tie},
                              (ot_point){x, end});
        }
        ot__marks_text(page->marks, text,
                       (ot_point){label[i].x, label[i].baseline},
                       label[i].text);
    }
}
