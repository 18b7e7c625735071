// SPDX-License-Identifier: GPL-3.0-or-later
// growth.c - change between two periods, compound and trend growth.

#include "outturn/growth.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_fit.h>

// The months known in both periods, added up.
static void like_for_like(const ot_view *view, ot_growth *g)
{
    for (int32_t i = 0; i < g->period.months; i++) {
        const ot_value a =
            ot_view_value(view, (ot_period){g->period.first + i, 1});
        const ot_value b =
            ot_view_value(view, (ot_period){g->base_period.first + i, 1});
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

ot_growth ot_growth_between(const ot_view *view, ot_period period,
                            ot_period base)
{
    ot_growth g = {.period = period,
                   .base_period = base,
                   .value = ot_view_value(view, period),
                   .base = ot_view_value(view, base),
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
        like_for_like(view, &g);
    }
    return g;
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
