// SPDX-License-Identifier: GPL-3.0-or-later
// Lines, fan and reach: what kinds draw inside the box of a page.
#include "plot/page.h"

#include <math.h>

#include "plot/signs.h"

#define ZERO_BELOW 0.6 // an axis starts at zero when min is below this of max

size_t ot__last_known(const double y[], size_t n)
{
    while (n > 0 && !isfinite(y[n - 1])) {
        n--;
    }
    return n > 0 ? n - 1 : SIZE_MAX;
}

void ot__include(double x, double *lo, double *hi)
{
    if (isfinite(x)) {
        *lo = isnan(*lo) ? x : fmin(*lo, x);
        *hi = isnan(*hi) ? x : fmax(*hi, x);
    }
}

// How many columns of the box can be told apart, at half a point each.
static double columns(const ot_page *page)
{
    return fmax(2 * (page->right - page->left), 1);
}

bool ot__page_thinned(const ot_page *page, size_t n)
{
    return (double)n > 4 * columns(page);
}

static void point_of(ot_page *page, const ot_trace *t, size_t i)
{
    ot__marks_point(page->marks, ot__page_x(page, t->x0 + (double)i * t->dx),
                    ot__page_y(page, t->y[i]));
}

// Values of one column: the first, the least, the greatest and the last, in the
// order they come. No pixel of the line is another for what is left out.
static void column(ot_page *page, const ot_trace *t, size_t from, size_t to)
{
    size_t keep[4] = {from, from, from, to - 1};

    for (size_t i = from; i < to; i++) {
        keep[1] = t->y[i] < t->y[keep[1]] ? i : keep[1];
        keep[2] = t->y[i] > t->y[keep[2]] ? i : keep[2];
    }
    if (keep[1] > keep[2]) {
        const size_t swap = keep[1];
        keep[1] = keep[2];
        keep[2] = swap;
    }
    for (size_t k = 0; k < 4; k++) {
        if (k == 0 || keep[k] != keep[k - 1]) {
            point_of(page, t, keep[k]);
        }
    }
}

static void points(ot_page *page, const ot_trace *t, size_t i, size_t end)
{
    if (!ot__page_thinned(page, t->n)) {
        for (; i < end; i++) {
            point_of(page, t, i);
        }
        return;
    }
    const double per = (double)t->n / columns(page);
    while (i < end) {
        const double next = (floor((double)i / per) + 1) * per;
        const size_t to = (size_t)ceil(next) < end ? (size_t)ceil(next) : end;
        column(page, t, i, to > i ? to : i + 1);
        i = to > i ? to : i + 1;
    }
}

// The run of known values from i on; returns what follows it.
static size_t run(ot_page *page, const ot_trace *t, size_t i, ot_mark look)
{
    size_t end = i;

    while (end < t->n && isfinite(t->y[end])) {
        end++;
    }
    const bool joined = i == 0 && t->start != NULL;
    if (end - i == 1 && !joined) {
        look.size = fmax(1.2, 0.9 * look.size);
        ot__marks_dot(page->marks, look,
                      (ot_point){ot__page_x(page, t->x0 + (double)i * t->dx),
                                 ot__page_y(page, t->y[i])});
        return end;
    }
    ot__marks_begin(page->marks, look);
    if (joined) {
        ot__marks_point(page->marks, t->start->x, t->start->y);
    }
    points(page, t, i, end);
    return end;
}

void ot__page_trace(ot_page *page, const ot_trace *t, ot_mark look)
{
    for (size_t i = 0; i < t->n;) {
        i = isfinite(t->y[i]) ? run(page, t, i, look) : i + 1;
    }
}

void ot__page_bar(ot_page *page, ot_mark look, ot_point a, ot_point b)
{
    look.kind = OT_MARK_AREA;
    ot__marks_begin(page->marks, look);
    ot__marks_point(page->marks, a.x, a.y);
    ot__marks_point(page->marks, b.x, a.y);
    ot__marks_point(page->marks, b.x, b.y);
    ot__marks_point(page->marks, a.x, b.y);
}

static bool has_band(const ot_fan *fan, size_t band)
{
    for (size_t i = 0; i < fan->n; i++) {
        if (!isfinite(fan->at[i].q[band]) ||
            !isfinite(fan->at[i].q[OT_FAN_QUANTILES - 1 - band])) {
            return false;
        }
    }
    return fan->n > 0;
}

static void fan_edge(ot_page *page, const ot_fan *fan, size_t q, double x0,
                     double dx)
{
    for (size_t i = 0; i < fan->n; i++) {
        ot__marks_point(page->marks, ot__page_x(page, x0 + (double)i * dx),
                        ot__page_y(page, fan->at[i].q[q]));
    }
}

// Out along the upper edge, back along the lower.
static void fan_band(ot_page *page, const ot_fan *fan, size_t band,
                     ot_point from, double x0, double dx)
{
    static const char *const ids[] = {"fan-95", "fan-80", "fan-50"};
    const ot_mark area = {.kind = OT_MARK_AREA,
                          .colour = page->look->fan[band]};

    ot__marks_group(page->marks, ids[band], NULL, NULL);
    ot__marks_begin(page->marks, area);
    ot__marks_point(page->marks, from.x, from.y);
    fan_edge(page, fan, OT_FAN_QUANTILES - 1 - band, x0, dx);
    for (size_t i = fan->n; i-- > 0;) {
        ot__marks_point(page->marks, ot__page_x(page, x0 + (double)i * dx),
                        ot__page_y(page, fan->at[i].q[band]));
    }
}

static void fan_line(ot_page *page, const ot_fan *fan, size_t q, ot_point from,
                     double x0, double dx, ot_mark look)
{
    ot__marks_begin(page->marks, look);
    ot__marks_point(page->marks, from.x, from.y);
    fan_edge(page, fan, q, x0, dx);
}

void ot__page_fan(ot_page *page, const ot_fan *fan, ot_point from, double x0,
                  double dx)
{
    const size_t middle = OT_FAN_QUANTILES / 2;
    const ot_mark rim = {
        .kind = OT_MARK_LINE, .colour = page->look->rim, .size = 0.6};
    const ot_mark median = {.kind = OT_MARK_LINE,
                            .colour = page->look->main.mark,
                            .size = 1.6,
                            .dash = OT_DASHED};
    size_t outer = middle;

    for (size_t band = 0; band < middle; band++) {
        if (has_band(fan, band)) {
            outer = outer == middle ? band : outer;
            fan_band(page, fan, band, from, x0, dx);
        }
    }
    if (outer < middle) {
        ot__marks_group(page->marks, "fan-rim", NULL, NULL);
        fan_line(page, fan, outer, from, x0, dx, rim);
        fan_line(page, fan, OT_FAN_QUANTILES - 1 - outer, from, x0, dx, rim);
    }
    if (has_band(fan, middle)) {
        ot__marks_group(page->marks, "median", NULL, NULL);
        fan_line(page, fan, middle, from, x0, dx, median);
    }
}

bool ot__page_range(const ot_chart *chart, double *lo, double *hi)
{
    *lo = NAN;
    *hi = NAN;
    for (size_t i = 0; i < chart->lines; i++) {
        for (size_t k = 0; k < chart->line[i].n; k++) {
            ot__include(chart->line[i].y[k], lo, hi);
        }
    }
    ot__page_reach(chart, lo, hi);
    ot__signs_reach(chart, lo, hi);
    // A value alone is read against zero.
    if (*lo > 0 && (*lo < ZERO_BELOW * *hi || *lo == *hi)) {
        *lo = 0;
    }
    if (*hi < 0 && (*hi > ZERO_BELOW * *lo || *lo == *hi)) {
        *hi = 0;
    }
    const ot_scale trial = ot__scale_nice(*lo, *hi, 5);
    return ot__scale_lo(&trial) > 0 || ot__scale_hi(&trial) < 0;
}

void ot__page_reach(const ot_chart *chart, double *lo, double *hi)
{
    for (size_t i = 0; chart->fan != NULL && i < chart->fan->n; i++) {
        for (size_t q = 0; q < OT_FAN_QUANTILES; q++) {
            ot__include(chart->fan->at[i].q[q], lo, hi);
        }
    }
    if (chart->claim != NULL) {
        ot__include(chart->claim->lo, lo, hi);
        ot__include(chart->claim->hi, lo, hi);
    }
}
