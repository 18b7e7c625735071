// SPDX-License-Identifier: GPL-3.0-or-later
// growth.c - change between two periods, compound and trend growth.

#include "outturn/growth.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_fit.h>

// ot_view_value or ot_view_value_published.
typedef ot_value value_of(const ot_view *view, ot_period period);

// The months known in both periods, added up.
static void like_for_like(const ot_view *view, value_of *value, ot_growth *g)
{
    for (int32_t i = 0; i < g->period.months; i++) {
        const ot_value a = value(view, (ot_period){g->period.first + i, 1});
        const ot_value b =
            value(view, (ot_period){g->base_period.first + i, 1});
        if (!isnan(a.y) && !isnan(b.y)) {
            g->like_months++;
            g->like_value += a.y;
            g->like_base += b.y;
        }
    }
    g->like_ratio = g->like_months > 0 && g->like_base > 0
                        ? g->like_value / g->like_base
                        : NAN;
}

static ot_growth between(const ot_view *view, value_of *value, ot_period period,
                         ot_period base)
{
    ot_growth g = {.period = period,
                   .base_period = base,
                   .value = value(view, period),
                   .base = value(view, base),
                   .ratio = ot_interval_none(),
                   .ratio_mid = NAN,
                   .change = ot_interval_none(),
                   .change_mid = NAN,
                   .like_ratio = NAN};
    const bool known = !isnan(g.value.y) && !isnan(g.base.y);

    if (known) {
        const ot_interval v = ot_value_interval(g.value);
        const ot_interval b = ot_value_interval(g.base);
        g.change_mid = g.value.y - g.base.y;
        g.change = ot_interval_sub(v, b);
        if (g.base.y > 0) {
            g.ratio_mid = g.value.y / g.base.y;
            g.ratio = ot_interval_div(v, b);
        }
    } else if (period.months > 1 && period.months == base.months) {
        like_for_like(view, value, &g);
    }
    return g;
}

ot_growth ot_growth_between(const ot_view *view, ot_period period,
                            ot_period base)
{
    return between(view, ot_view_value, period, base);
}

// What a unit of the files' currency was worth in a sum.
static double worth(const ot_value *converted, const ot_value *published)
{
    return converted->y > 0 && published->y > 0 ? converted->y / published->y
                                                : NAN;
}

ot_growth_currency ot_growth_in_currency(const ot_view *view,
                                         const ot_growth *g)
{
    const ot_rates *r = ot_view_rates(view);
    ot_growth_currency c = {.published = *g,
                            .rate = NAN,
                            .base = NAN,
                            .move = NAN,
                            .average = NAN,
                            .average_base = NAN,
                            .average_move = NAN};

    if (r != NULL) {
        const ot_unit from = ot_view_unit_published(view),
                      to = ot_view_unit(view);
        c.published =
            between(view, ot_view_value_published, g->period, g->base_period);
        c.rate = worth(&g->value, &c.published.value);
        c.base = worth(&g->base, &c.published.base);
        c.move = c.rate / c.base;
        c.average = ot_rates_average(r, from.code, to.code, g->period);
        c.average_base =
            ot_rates_average(r, from.code, to.code, g->base_period);
        c.average_move = c.average / c.average_base;
    }
    return c;
}

ot_interval ot_growth_compound(const ot_growth *g, double *mid)
{
    const double years =
        (double)(g->period.first - g->base_period.first) / 12.0;

    *mid = NAN;
    if (years <= 0 || isnan(g->ratio_mid) || !(g->ratio_mid > 0)) {
        return ot_interval_none();
    }
    *mid = pow(g->ratio_mid, 1 / years) - 1;
    if (ot_interval_is_none(g->ratio) || g->ratio.lo < 0) {
        return ot_interval_none();
    }
    // pow is good to an ulp or two; the bounds go outward by as much.
    const double lo = pow(g->ratio.lo, 1 / years) - 1;
    const double hi = pow(g->ratio.hi, 1 / years) - 1;
    return ot_interval_of(lo - 4e-16 * (1 + fabs(lo)),
                          hi + 4e-16 * (1 + fabs(hi)));
}

ot_status ot_growth_trend(const ot_series *s, double *rate, double *error,
                          size_t *used, ot_error *err)
{
    double *x = malloc((2 * s->n + 1) * sizeof *x);
    double *y = x != NULL ? x + s->n : NULL;
    double a, b, var_a, cov, var_b, squares;
    size_t n = 0;

    if (x == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a trend");
    }
    for (size_t i = 0; i < s->n; i++) {
        if (isnan(s->y[i])) {
            continue;
        }
        if (!(s->y[i] > 0)) {
            free(x);
            return ot_fail(err, OT_E_DATA, NULL,
                           "a trend in logarithms needs values above zero");
        }
        x[n] = (double)i;
        y[n++] = log(s->y[i]);
    }
    if (n < 3) {
        free(x);
        return ot_fail(err, OT_E_DATA, NULL,
                       "a trend needs 3 known values; there are %zu", n);
    }
    gsl_fit_linear(x, 1, y, 1, n, &a, &b, &var_a, &cov, &var_b, &squares);
    free(x);
    *rate = expm1(b);
    *error = sqrt(var_b);
    *used = n;
    return OT_OK;
}
