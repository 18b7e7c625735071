// SPDX-License-Identifier: GPL-3.0-or-later
// measure.c - what the data say of each kind of claim: one function a kind.

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "claim/judge.h"

typedef struct asked {
    const ot_view *view, *whole;
    ot_period period, base;
} asked;

static void unknown(ot_measured *m, const char *what, ot_period period,
                    const ot_value *v)
{
    char words[64], hole[64];

    ot_period_words(period, words);
    if (v->holes > 0 && !ot_period_equal(v->hole, period)) {
        snprintf(m->why, sizeof m->why, "%s%s: %s is %s", what, words,
                 ot_period_words(v->hole, hole), ot_state_name(v->state));
    } else {
        snprintf(m->why, sizeof m->why, "%s%s is %s", what, words,
                 ot_state_name(v->state));
    }
}

static bool take_value(const asked *a, ot_measured *m)
{
    m->value = ot_view_value(a->view, a->period);
    if (isnan(m->value.y)) {
        unknown(m, "", a->period, &m->value);
        return false;
    }
    return true;
}

static bool take_both(const asked *a, ot_measured *m)
{
    if (!take_value(a, m)) {
        return false;
    }
    m->base = ot_view_value(a->view, a->base);
    if (isnan(m->base.y)) {
        unknown(m, "the base ", a->base, &m->base);
        return false;
    }
    return true;
}

static void set(ot_measured *m, double mid, ot_interval range)
{
    m->known = !isnan(mid);
    m->mid = mid;
    m->range = ot_interval_is_none(range) ? ot_interval_point(mid) : range;
}

static void level(const asked *a, ot_measured *m)
{
    if (take_value(a, m)) {
        set(m, m->value.y, ot_value_interval(m->value));
    }
}

static void change(const asked *a, ot_measured *m)
{
    if (take_both(a, m)) {
        set(m, m->value.y - m->base.y,
            ot_interval_sub(ot_value_interval(m->value),
                            ot_value_interval(m->base)));
    }
}

// v / base, or none with the reason where the base is not above zero.
static bool ratio(const asked *a, ot_measured *m, double *mid,
                  ot_interval *range)
{
    if (!take_both(a, m)) {
        return false;
    }
    if (!(m->base.y > 0)) {
        snprintf(m->why, sizeof m->why, "a base of zero or less has no growth");
        return false;
    }
    *mid = m->value.y / m->base.y;
    *range = ot_interval_div(ot_value_interval(m->value),
                             ot_value_interval(m->base));
    return true;
}

static void multiple(const asked *a, ot_measured *m)
{
    ot_interval range;
    double mid;

    if (ratio(a, m, &mid, &range)) {
        set(m, mid, range);
    }
}

static ot_interval percent_of(ot_interval ratio_range)
{
    return ot_interval_scale(ot_interval_shift(ratio_range, -1), 100);
}

static void growth(const asked *a, ot_measured *m)
{
    ot_interval range;
    double mid;

    if (ratio(a, m, &mid, &range)) {
        set(m, 100 * (mid - 1), percent_of(range));
    }
}

// Growth now less growth of the base period on its own year before.
static void rate_change(const asked *a, ot_measured *m)
{
    const asked before = {
        a->view, a->whole, a->base,
        ot_period_shift(a->base, a->base.first - a->period.first)};
    ot_measured earlier = {.known = false};

    growth(a, m);
    growth(&before, &earlier);
    if (m->known && earlier.known) {
        set(m, m->mid - earlier.mid, ot_interval_sub(m->range, earlier.range));
    } else if (m->known) {
        m->known = false;
        memcpy(m->why, earlier.why, sizeof m->why);
    }
}

static bool share_of(const asked *a, ot_period period, ot_measured *m)
{
    const asked here = {a->view, a->whole, period, a->base};

    if (a->whole == NULL) {
        snprintf(m->why, sizeof m->why,
                 "the files hold no trade with the world to take a share of");
        return false;
    }
    if (!take_value(&here, m)) {
        return false;
    }
    const ot_value all = ot_view_value(a->whole, period);
    if (isnan(all.y) || !(all.y > 0)) {
        unknown(m, "the world in ", period, &all);
        return false;
    }
    set(m, 100 * m->value.y / all.y,
        ot_interval_scale(ot_interval_div(ot_value_interval(m->value),
                                          ot_value_interval(all)),
                          100));
    return true;
}

static void share(const asked *a, ot_measured *m)
{
    share_of(a, a->period, m);
}

static void share_change(const asked *a, ot_measured *m)
{
    ot_measured before = {.known = false};

    if (share_of(a, a->period, m) && !share_of(a, a->base, &before)) {
        m->known = false;
        memcpy(m->why, before.why, sizeof m->why);
    } else if (m->known) {
        set(m, m->mid - before.mid, ot_interval_sub(m->range, before.range));
    }
}

static void average(const asked *a, ot_measured *m)
{
    if (take_value(a, m)) {
        const double months = a->period.months;
        set(m, m->value.y / months,
            ot_interval_div(ot_value_interval(m->value),
                            ot_interval_point(months)));
    }
}

// One more than the earlier years whose same stretch was larger.
static void rank(const asked *a, ot_measured *m)
{
    const ot_period span = ot_view_span(a->view);
    int larger = 0, years = 0;

    if (!take_value(a, m)) {
        return;
    }
    for (ot_period p = ot_period_year_before(a->period); p.first >= span.first;
         p = ot_period_year_before(p)) {
        const ot_value v = ot_view_value(a->view, p);
        if (!isnan(v.y)) {
            years++;
            larger += v.y >= m->value.y;
            if (isnan(m->base.y) || years == 1 || v.y > m->base.y) {
                m->base = v;
            }
        }
    }
    if (years == 0) {
        snprintf(m->why, sizeof m->why, "no earlier year to compare with");
        return;
    }
    set(m, 1 + larger, ot_interval_point(1 + larger));
}

// Periods in a row, ending with the one asked for, that moved the same way on
// a year before.
static void run(const asked *a, ot_measured *m)
{
    int length = 0, way = 0;
    ot_period p = a->period;

    for (;; p = ot_period_shift(p, -p.months)) {
        const ot_value now = ot_view_value(a->view, p);
        const ot_value before =
            ot_view_value(a->view, ot_period_year_before(p));
        const int here = now.y > before.y ? 1 : now.y < before.y ? -1 : 0;
        if (here == 0 || (length > 0 && here != way)) {
            break;
        }
        way = here;
        length++;
    }
    if (take_value(a, m) && length == 0) {
        snprintf(m->why, sizeof m->why, "no year before to compare with");
    } else if (length > 0) {
        set(m, length, ot_interval_point(length));
    }
}

static const struct {
    void (*measure)(const asked *a, ot_measured *m);
    ot_dimension dimension; // MONEY: an amount in the unit of the data
    const char *formula;
} kinds[OT_CLAIM_KINDS] = {
    [OT_CLAIM_LEVEL] = {level, OT_DIM_MONEY, "v"},
    [OT_CLAIM_CHANGE] = {change, OT_DIM_MONEY, "v - base"},
    [OT_CLAIM_GROWTH] = {growth, OT_DIM_PERCENT, "100 x (v / base - 1)"},
    [OT_CLAIM_MULTIPLE] = {multiple, OT_DIM_TIMES, "v / base"},
    [OT_CLAIM_SHARE] = {share, OT_DIM_PERCENT, "100 x v / world"},
    [OT_CLAIM_SHARE_CHANGE] = {share_change, OT_DIM_POINTS,
                               "share - share of the base"},
    [OT_CLAIM_RATE_CHANGE] = {rate_change, OT_DIM_POINTS,
                              "growth - growth of the base"},
    [OT_CLAIM_AVERAGE] = {average, OT_DIM_MONEY, "v / months"},
    [OT_CLAIM_RANK] = {rank, OT_DIM_NONE, "1 + earlier years that were larger"},
    [OT_CLAIM_RUN] = {run, OT_DIM_NONE,
                      "periods in a row that moved the same way"},
};

bool ot__kind_is_amount(ot_claim_kind kind)
{
    return kinds[kind].dimension == OT_DIM_MONEY;
}

static bool comparable_amount(const ot_figure *f, ot_unit held, char why[],
                              size_t size)
{
    const bool named = f->unit.dimension != OT_DIM_NONE;

    if (!named && !f->has_scale) {
        snprintf(why, size, "its unit is not said (USD million, bn EUR ...)");
        return false;
    }
    if (named && !ot_unit_same_base(f->unit, held)) {
        snprintf(why, size, "it is stated in %s, the figures are in %s",
                 f->unit.code, held.code);
        return false;
    }
    return true;
}

bool ot__comparable(const ot_claim *claim, ot_unit held, char why[],
                    size_t size)
{
    const ot_dimension wanted = kinds[claim->kind].dimension;
    const ot_dimension stated = claim->figure.unit.dimension;

    if (wanted == OT_DIM_MONEY) {
        return comparable_amount(&claim->figure, held, why, size);
    }
    // "Up two per cent" of a share is meant in points.
    if (stated == OT_DIM_NONE || stated == wanted || wanted == OT_DIM_NONE ||
        (wanted == OT_DIM_POINTS && stated == OT_DIM_PERCENT)) {
        return true;
    }
    snprintf(why, size, "a %s is not stated in %s",
             ot_claim_kind_name(claim->kind), claim->figure.unit.code);
    return false;
}

ot_measured ot__measure(ot_claim_kind kind, const ot_view *view,
                        const ot_view *whole, ot_period period, ot_period base)
{
    const asked a = {view, whole, period, base};
    ot_measured m = {.known = false,
                     .mid = NAN,
                     .range = ot_interval_none(),
                     .value = {.y = NAN},
                     .base = {.y = NAN}};

    kinds[kind].measure(&a, &m);
    return m;
}

const char *ot__measure_formula(ot_claim_kind kind)
{
    return kinds[kind].formula;
}
