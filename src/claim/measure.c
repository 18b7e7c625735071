// SPDX-License-Identifier: GPL-3.0-or-later
// measure.c - what the data say of each kind of claim: one function a kind.

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "claim/judge.h"

typedef struct asked {
    const ot_measures *on;
    ot_period period, base;
} asked;

void ot__say_unknown(char out[OT_WHY_SIZE], const char *what, ot_period period,
                     const ot_value *v)
{
    char words[64], hole[64];

    ot_period_words(period, words);
    if (v->holes > 0 && !ot_period_equal(v->hole, period)) {
        snprintf(out, OT_WHY_SIZE, "%s%s: %s is %s", what, words,
                 ot_period_words(v->hole, hole), ot_state_name(v->state));
    } else {
        snprintf(out, OT_WHY_SIZE, "%s%s is %s", what, words,
                 ot_state_name(v->state));
    }
}

static bool take_value(const asked *a, ot_measured *m)
{
    m->value = ot_view_value(a->on->view, a->period);
    if (isnan(m->value.y)) {
        ot__say_unknown(m->why, "", a->period, &m->value);
        return false;
    }
    return true;
}

static bool take_both(const asked *a, ot_measured *m)
{
    if (!take_value(a, m)) {
        return false;
    }
    m->base = ot_view_value(
        a->on->against != NULL ? a->on->against : a->on->view, a->base);
    if (isnan(m->base.y)) {
        ot__say_unknown(m->why, "the base ", a->base, &m->base);
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

static ot_interval size_of(ot_value v)
{
    const ot_interval range = ot_value_interval(v);

    return v.y < 0 ? ot_interval_scale(range, -1) : range;
}

// v / base, or none with the reason where the base is not above zero. Of two
// deficits it is that of their sizes.
static bool ratio(const asked *a, ot_measured *m, double *mid,
                  ot_interval *range)
{
    if (!take_both(a, m)) {
        return false;
    }
    if (!(m->base.y > 0) && !(m->base.y < 0 && m->value.y < 0)) {
        snprintf(m->why, sizeof m->why, "a base of zero or less has no growth");
        return false;
    }
    *mid = m->value.y / m->base.y;
    *range = ot_interval_div(size_of(m->value), size_of(m->base));
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
        a->on, a->base,
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
    const asked here = {a->on, period, a->base};

    if (a->on->whole == NULL) {
        snprintf(m->why, sizeof m->why,
                 "the files hold no total (the world, all goods) to take a "
                 "share of");
        return false;
    }
    if (!take_value(&here, m)) {
        return false;
    }
    const ot_value all = ot_view_value(a->on->whole, period);
    if (isnan(all.y) || !(all.y > 0)) {
        ot__say_unknown(m->why, "the world in ", period, &all);
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

// Days of the calendar: working days differ from country to country.
static double days_of(ot_period p)
{
    const int32_t end = p.first + p.months;

    return ot_day_of(ot_month_year(end), ot_month_of_year(end), 1) -
           ot_day_of(ot_month_year(p.first), ot_month_of_year(p.first), 1);
}

static void average(const asked *a, ot_measured *m)
{
    if (take_value(a, m)) {
        const double n = a->on->per == OT_AVERAGE_DAY ? days_of(a->period)
                         : a->on->per == OT_AVERAGE_YEAR
                             ? a->period.months / 12.0
                             : a->period.months;
        set(m, m->value.y / n,
            ot_interval_div(ot_value_interval(m->value), ot_interval_point(n)));
    }
}

static const struct {
    void (*measure)(const asked *a, ot_measured *m); // NULL: needs more
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
    [OT_CLAIM_AVERAGE] = {average, OT_DIM_MONEY, "v / months (days, years)"},
    [OT_CLAIM_RANK] = {NULL, OT_DIM_NONE, "1 + those that go before"},
    [OT_CLAIM_RUN] = {NULL, OT_DIM_NONE,
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

ot_measured ot__measure(ot_claim_kind kind, const ot_measures *on,
                        ot_period period, ot_period base)
{
    const asked a = {on, period, base};
    ot_measured m = {.known = false,
                     .mid = NAN,
                     .range = ot_interval_none(),
                     .value = {.y = NAN},
                     .base = {.y = NAN}};

    assert(kinds[kind].measure != NULL);
    kinds[kind].measure(&a, &m);
    return m;
}

const char *ot__measure_formula(ot_claim_kind kind)
{
    return kinds[kind].formula;
}
