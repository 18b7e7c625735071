// SPDX-License-Identifier: GPL-3.0-or-later
// price_index.c - prices and quantities of a flow by its unit values.
//
// Every formula is written so that it rises or falls in each figure as far as
// that can be had: with r = q0 / q1, p1 q0 is v1 r and p0 q1 is v0 / r.

#include "outturn/price_index.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/ranged.h"
#include "stat/dist.h"

const char *ot_item_fate_name(ot_item_fate fate)
{
    static const char *const names[OT_ITEM_FATES] = {
        "compared", "outlier", "no quantity", "new", "gone", "not known"};

    return names[fate];
}

// ---- what becomes of each --------------------------------------------------

static ot_item_fate fate_of(const ot_item *x)
{
    if (isnan(x->value.y) || isnan(x->base_value.y)) {
        return OT_ITEM_UNKNOWN;
    }
    if (!(x->base_value.y > 0)) {
        return OT_ITEM_NEW;
    }
    if (!(x->value.y > 0)) {
        return OT_ITEM_GONE;
    }
    return x->quantity.y > 0 && x->base_quantity.y > 0 ? OT_ITEM_COMPARED
                                                       : OT_ITEM_NO_QUANTITY;
}

static ot_interval ratio_of(ot_value a, ot_value b, bool exact)
{
    return ot_interval_div(ot__taken(a, exact), ot__taken(b, exact));
}

static ot_ranged unit_value(ot_value v, ot_value q)
{
    return ot__ranged(ratio_of(v, q, true), ratio_of(v, q, false));
}

static ot_interval relative_of(const ot_item *x, bool exact)
{
    return ot_interval_mul(ratio_of(x->value, x->base_value, exact),
                           ratio_of(x->base_quantity, x->quantity, exact));
}

static void set_item(ot_item *x)
{
    const ot_ranged none = {NAN, ot_interval_none()};

    x->fate = fate_of(x);
    x->unit_value = x->base_unit_value = x->relative = none;
    if (x->fate == OT_ITEM_COMPARED) {
        x->unit_value = unit_value(x->value, x->quantity);
        x->base_unit_value = unit_value(x->base_value, x->base_quantity);
        x->relative = ot__ranged(relative_of(x, true), relative_of(x, false));
    }
}

// The robust standard deviation of n distances, which are sorted.
static double spread_of(double off[], size_t n)
{
    double sum = 0;
    const double median = ot__median(off, n);

    for (size_t i = 0; i < n; i++) {
        sum += off[i];
    }
    return median > 0 ? 1.4826 * median : 1.2533 * sum / (double)n;
}

// work: n doubles.
static void screen(ot_item item[], size_t n, double cutoff, double work[],
                   ot_price_index *index)
{
    size_t used = 0;

    for (size_t i = 0; i < n; i++) {
        if (item[i].fate == OT_ITEM_COMPARED) {
            work[used++] = log(item[i].relative.y);
        }
    }
    index->centre = ot__median(work, used);
    for (size_t i = 0; i < used; i++) {
        work[i] = fabs(work[i] - index->centre);
    }
    index->spread = used > 0 ? spread_of(work, used) : NAN;
    index->screened = cutoff > 0 && used >= OT_ITEM_FEWEST;
    for (size_t i = 0; index->screened && i < n; i++) {
        if (item[i].fate == OT_ITEM_COMPARED &&
            fabs(log(item[i].relative.y) - index->centre) >
                cutoff * index->spread + 1e-12) {
            item[i].fate = OT_ITEM_OUTLIER;
        }
    }
}

static void count(const ot_item *x, ot_item_sum *sum)
{
    sum->n++;
    sum->base_value += isnan(x->base_value.y) ? 0 : x->base_value.y;
    sum->value += isnan(x->value.y) ? 0 : x->value.y;
    sum->estimated += x->fate <= OT_ITEM_OUTLIER &&
                      (x->quantity.estimated || x->base_quantity.estimated);
}

// ---- sums over those compared ----------------------------------------------

typedef struct sums {
    ot_interval v0, v1;          // values
    ot_interval p1q0, p0q1;      // at the prices of the other period
    ot_interval price, quantity; // Bennet's parts
    ot_interval log;             // of Toernqvist's index
} sums;

// w (1 + r) - u (1 + 1 / r), or with minus for plus, halved.
static ot_interval part(ot_interval w, ot_interval u, ot_interval r,
                        ot_interval back, double sign)
{
    const ot_interval one = ot_interval_point(1);
    const ot_interval first =
        ot_interval_mul(w, ot_interval_add(one, ot_interval_scale(r, sign)));
    const ot_interval second =
        ot_interval_mul(u, ot_interval_add(one, ot_interval_scale(back, sign)));

    return ot_interval_scale(ot_interval_sub(first, second), 0.5);
}

static void add(ot_interval *sum, ot_interval x)
{
    *sum = ot_interval_add(*sum, x);
}

static void add_item(sums *s, const ot_item *x, bool exact)
{
    const ot_interval v0 = ot__taken(x->base_value, exact);
    const ot_interval v1 = ot__taken(x->value, exact);
    const ot_interval r = ratio_of(x->base_quantity, x->quantity, exact);
    const ot_interval back = ratio_of(x->quantity, x->base_quantity, exact);

    add(&s->v0, v0);
    add(&s->v1, v1);
    add(&s->p1q0, ot_interval_mul(v1, r));
    add(&s->p0q1, ot_interval_mul(v0, back));
    add(&s->price, part(v1, v0, r, back, 1));
    add(&s->quantity, part(v1, v0, r, back, -1));
}

static ot_interval share_of(ot_value v, ot_interval total, bool exact)
{
    const ot_interval a = ot__taken(v, exact);

    return ot__interval_share(a, ot__interval_rest(total, a));
}

// (s0 + s1) / 2 x ln(p1 / p0)
static void add_log(sums *s, const ot_item *x, bool exact)
{
    const ot_interval weight =
        ot_interval_scale(ot_interval_add(share_of(x->base_value, s->v0, exact),
                                          share_of(x->value, s->v1, exact)),
                          0.5);

    add(&s->log,
        ot_interval_mul(weight, ot__interval_log(relative_of(x, exact))));
}

static sums add_up(const ot_item item[], size_t n, bool exact)
{
    sums s = {.v0 = {0}};

    for (size_t i = 0; i < n; i++) {
        if (item[i].fate == OT_ITEM_COMPARED) {
            add_item(&s, &item[i], exact);
        }
    }
    for (size_t i = 0; i < n; i++) {
        if (item[i].fate == OT_ITEM_COMPARED) {
            add_log(&s, &item[i], exact);
        }
    }
    return s;
}

// ---- the index -------------------------------------------------------------

static ot_interval laspeyres(const sums *s)
{
    return ot_interval_div(s->p1q0, s->v0);
}

static ot_interval paasche(const sums *s)
{
    return ot_interval_div(s->v1, s->p0q1);
}

static ot_interval fisher(const sums *s)
{
    return ot__interval_sqrt(ot_interval_mul(laspeyres(s), paasche(s)));
}

static ot_interval toernqvist(const sums *s)
{
    return ot__interval_exp(s->log);
}

static ot_interval value_ratio(const sums *s)
{
    return ot_interval_div(s->v1, s->v0);
}

// Fisher's of quantities: sqrt(p0q1 / v0 x v1 / p1q0).
static ot_interval volume(const sums *s)
{
    return ot__interval_sqrt(ot_interval_mul(ot_interval_div(s->p0q1, s->v0),
                                             ot_interval_div(s->v1, s->p1q0)));
}

static ot_interval price_part(const sums *s)
{
    return s->price;
}

static ot_interval quantity_part(const sums *s)
{
    return s->quantity;
}

static ot_interval change(const sums *s)
{
    return ot_interval_sub(s->v1, s->v0);
}

static void set_index(ot_price_index *index, const sums *point,
                      const sums *range)
{
    const struct {
        ot_ranged *to;
        ot_interval (*of)(const sums *s);
    } formulas[] = {
        {&index->laspeyres, laspeyres},
        {&index->paasche, paasche},
        {&index->fisher, fisher},
        {&index->toernqvist, toernqvist},
        {&index->value, value_ratio},
        {&index->volume, volume},
        {&index->price_part, price_part},
        {&index->quantity_part, quantity_part},
        {&index->change, change},
    };

    for (size_t i = 0; i < sizeof formulas / sizeof formulas[0]; i++) {
        *formulas[i].to =
            ot__ranged(formulas[i].of(point), formulas[i].of(range));
    }
}

ot_status ot_price_index_of(ot_item item[], size_t n, double cutoff,
                            ot_price_index *index, ot_error *err)
{
    double *work = malloc((n + 1) * sizeof *work);

    if (work == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for %zu items", n);
    }
    *index = (ot_price_index){.screened = false};
    for (size_t i = 0; i < n; i++) {
        set_item(&item[i]);
    }
    screen(item, n, cutoff, work, index);
    free(work);
    for (size_t i = 0; i < n; i++) {
        count(&item[i], &index->of[item[i].fate]);
    }
    if (index->of[OT_ITEM_COMPARED].n == 0) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "nothing has a value and a quantity in both periods");
    }
    const sums point = add_up(item, n, true), range = add_up(item, n, false);
    set_index(index, &point, &range);
    return OT_OK;
}

static ot_ranged by(ot_ranged a, ot_ranged b)
{
    const ot_interval point =
        ot_interval_div(ot_interval_point(a.y), ot_interval_point(b.y));

    return ot__ranged(point, ot_interval_div(a.range, b.range));
}

ot_ranged ot_terms_of_trade(const ot_price_index *exports,
                            const ot_price_index *imports)
{
    return by(exports->fisher, imports->fisher);
}

ot_ranged ot_income_terms_of_trade(const ot_price_index *exports,
                                   const ot_price_index *imports)
{
    const ot_ranged barter = ot_terms_of_trade(exports, imports);
    const ot_interval point = ot_interval_mul(
        ot_interval_point(barter.y), ot_interval_point(exports->volume.y));

    return ot__ranged(point,
                      ot_interval_mul(barter.range, exports->volume.range));
}
