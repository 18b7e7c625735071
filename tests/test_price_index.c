// SPDX-License-Identifier: GPL-3.0-or-later
// test_price_index.c - prices and quantities of a flow by its unit values.

#include "support.h"

#include "outturn/outturn.h"

#define MOST 16

// Prices and quantities of both periods.
typedef struct goods {
    size_t n;
    double p0[MOST], q0[MOST], p1[MOST], q1[MOST];
} goods;

static ot_value value_of(double y, double half)
{
    return (ot_value){.y = y, .half = half};
}

static void fill(const goods *g, ot_item item[])
{
    for (size_t i = 0; i < g->n; i++) {
        item[i] = (ot_item){
            .base_value = value_of(g->p0[i] * g->q0[i], 0),
            .value = value_of(g->p1[i] * g->q1[i], 0),
            .base_quantity = value_of(g->q0[i], 0),
            .quantity = value_of(g->q1[i], 0),
        };
    }
}

static ot_price_index index_of(ot_item item[], size_t n, double cutoff)
{
    ot_price_index index;
    ot_error err = {0};

    if (ot_price_index_of(item, n, cutoff, &index, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    return index;
}

// ---- worked examples -------------------------------------------------------

typedef struct worked_case {
    const char *name;
    goods g;
    double laspeyres, paasche, fisher, toernqvist, price, quantity, tolerance;
} worked_case;

static const worked_case worked_cases[] = {
    // p1 q0 = 30 + 16, v0 = 40; v1 = 24 + 36, p0 q1 = 16 + 45. Shares 1/2, 1/2
    // and 2/5, 3/5: Fisher sqrt(69/61), Toernqvist 1.5^.45 x .8^.55. Parts: 9 x
    // 1 + 6.5 x -1 and 2.5 x -2 + 4.5 x 5.
    {"two goods by hand",
     {2, {2, 5}, {10, 4}, {3, 4}, {8, 9}},
     1.15,
     60.0 / 61,
     1.06355420218417,
     1.0615502560650967,
     2.5,
     17.5,
     1e-9},
    // Periods 1 and 2 of the artificial data set of the Consumer Price Index
    // Manual (ILO, IMF, OECD ... 2004), ch. 19, the indices by hand: sum p1 q0
    // = 14.2 of 10, sum p1
    // q1 = 14.1 of sum p0 q1 = 10.2. Parts by hand: with q0 + q1 = 1.8, 1.9,
    // 3.9, 2.3, 9.2, 1.1 and p1 - p0 = .2, 2, .3, -.3, .4, -.2 twice the price
    // part is .36 + 3.8 + 1.17 - .69 + 3.68 - .22 = 8.1; the values rise by
    // 4.1.
    {"the data set of the manual",
     {6,
      {1, 1, 1, 1, 1, 1},
      {1, 1, 2, 1, 4.5, 0.5},
      {1.2, 3, 1.3, 0.7, 1.4, 0.8},
      {0.8, 0.9, 1.9, 1.3, 4.7, 0.6}},
     1.42,
     1.3823,
     1.4011,
     1.4052,
     4.05,
     0.05,
     5e-5},
    {"prices that double alike, whatever the quantities",
     {3, {1, 7, 3}, {5, 2, 9}, {2, 14, 6}, {4, 8, 1}},
     2,
     2,
     2,
     2,
     // (q0 + q1) / 2 x p0: 4.5 + 35 + 15; p0 x 1.5 x (q1 - q0): -1.5 + 63 - 36
     54.5,
     25.5,
     1e-12},
};

static void test_worked(void **state)
{
    const worked_case *c = *state;
    ot_item item[MOST];

    fill(&c->g, item);
    const ot_price_index x = index_of(item, c->g.n, 0);
    assert_close(x.laspeyres.y, c->laspeyres, c->tolerance);
    assert_close(x.paasche.y, c->paasche, c->tolerance);
    assert_close(x.fisher.y, c->fisher, c->tolerance);
    assert_close(x.toernqvist.y, c->toernqvist, c->tolerance);
    assert_close(x.price_part.y, c->price, 1e-11);
    assert_close(x.quantity_part.y, c->quantity, 1e-11);
    assert_close(x.volume.y * x.fisher.y, x.value.y, 1e-14);
    assert_true(ot_interval_holds(x.fisher.range, x.fisher.y));
}

// ---- laws ------------------------------------------------------------------

// Numbers with high entropy, from 0.5 to 20.5.
static double noise(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return 0.5 + 20 * (double)(*seed >> 8) / 16777216.0;
}

static void make(goods *g, unsigned seed)
{
    g->n = 9;
    for (size_t i = 0; i < g->n; i++) {
        g->p0[i] = noise(&seed);
        g->q0[i] = noise(&seed);
        g->p1[i] = noise(&seed);
        g->q1[i] = noise(&seed);
    }
}

static void parts_add_up_to_the_change(void **state)
{
    (void)state;
    goods g;
    ot_item item[MOST];

    for (unsigned seed = 0; seed < 200; seed++) {
        make(&g, seed);
        fill(&g, item);
        const ot_price_index x = index_of(item, g.n, 0);
        const double scale =
            x.of[OT_ITEM_COMPARED].value + x.of[OT_ITEM_COMPARED].base_value;
        assert_true(fabs(x.price_part.y + x.quantity_part.y - x.change.y) <
                    1e-13 * scale);
        assert_true(fabs(x.of[OT_ITEM_COMPARED].value -
                         x.of[OT_ITEM_COMPARED].base_value - x.change.y) <
                    1e-14 * scale);
    }
}

static void fisher_lies_between(void **state)
{
    (void)state;
    goods g;
    ot_item item[MOST];

    for (unsigned seed = 0; seed < 200; seed++) {
        make(&g, seed);
        fill(&g, item);
        const ot_price_index x = index_of(item, g.n, 0);
        assert_true(x.fisher.y >= fmin(x.laspeyres.y, x.paasche.y));
        assert_true(x.fisher.y <= fmax(x.laspeyres.y, x.paasche.y));
    }
}

// Prices that all rise by a quarter: whatever the quantities do, every index
// says so, and the volume is that of quantities at old prices.
static void indices_agree_when_prices_move_alike(void **state)
{
    (void)state;
    goods g;
    ot_item item[MOST];

    for (unsigned seed = 0; seed < 200; seed++) {
        make(&g, seed);
        for (size_t i = 0; i < g.n; i++) {
            g.p1[i] = 1.25 * g.p0[i];
        }
        fill(&g, item);
        const ot_price_index x = index_of(item, g.n, 0);
        assert_close(x.laspeyres.y, 1.25, 1e-13);
        assert_close(x.paasche.y, 1.25, 1e-13);
        assert_close(x.fisher.y, 1.25, 1e-13);
        assert_close(x.toernqvist.y, 1.25, 1e-13);
        assert_close(x.volume.y, x.value.y / 1.25, 1e-13);
    }
}

// Backwards, Laspeyres is one over Paasche, and the others one over
// themselves.
static void time_can_be_reversed(void **state)
{
    (void)state;
    goods g, back;
    ot_item item[MOST], reversed[MOST];

    make(&g, 7);
    back = g;
    memcpy(back.p0, g.p1, sizeof g.p0);
    memcpy(back.p1, g.p0, sizeof g.p0);
    memcpy(back.q0, g.q1, sizeof g.p0);
    memcpy(back.q1, g.q0, sizeof g.p0);
    fill(&g, item);
    fill(&back, reversed);
    const ot_price_index x = index_of(item, g.n, 0);
    const ot_price_index y = index_of(reversed, g.n, 0);
    assert_close(x.laspeyres.y * y.paasche.y, 1, 1e-13);
    assert_close(x.fisher.y * y.fisher.y, 1, 1e-13);
    assert_close(x.toernqvist.y * y.toernqvist.y, 1, 1e-13);
    assert_close(x.price_part.y, -y.price_part.y, 1e-11);
}

static void units_and_order_do_not_matter(void **state)
{
    (void)state;
    goods g;
    ot_item item[MOST], other[MOST];

    make(&g, 3);
    fill(&g, item);
    for (size_t i = 0; i < g.n; i++) { // last first, in thousands and pounds
        other[i] = item[g.n - 1 - i];
        other[i].value.y *= 1000;
        other[i].base_value.y *= 1000;
        other[i].quantity.y *= 2.2046;
        other[i].base_quantity.y *= 2.2046;
    }
    const ot_price_index x = index_of(item, g.n, 0);
    const ot_price_index y = index_of(other, g.n, 0);
    assert_close(x.laspeyres.y, y.laspeyres.y, 1e-13);
    assert_close(x.paasche.y, y.paasche.y, 1e-13);
    assert_close(x.toernqvist.y, y.toernqvist.y, 1e-13);
    assert_close(1000 * x.price_part.y, y.price_part.y, 1e-9);
}

// ---- what rounding allows --------------------------------------------------

// Every corner of what two rounded goods may be is inside each range, and the
// range of a lone good's Laspeyres index is no wider than its corners.
static void ranges_hold_every_corner(void **state)
{
    (void)state;
    const double y[8] = {20, 24, 10, 8, 20, 36, 4, 9};
    ot_item item[2];

    for (int i = 0; i < 2; i++) {
        const double *z = &y[4 * i];
        item[i] = (ot_item){value_of(z[0], 0.5), value_of(z[1], 0.5),
                            value_of(z[2], 0.5), value_of(z[3], 0.5),
                            .fate = OT_ITEM_COMPARED};
    }
    const ot_price_index x = index_of(item, 2, 0);
    for (unsigned corner = 0; corner < 256; corner++) {
        double c[8];
        for (int i = 0; i < 8; i++) {
            c[i] = y[i] + ((corner >> i & 1u) != 0 ? 0.5 : -0.5);
        }
        const double p0[2] = {c[0] / c[2], c[4] / c[6]};
        const double p1[2] = {c[1] / c[3], c[5] / c[7]};
        const double l = (p1[0] * c[2] + p1[1] * c[6]) / (c[0] + c[4]);
        const double p = (c[1] + c[5]) / (p0[0] * c[3] + p0[1] * c[7]);
        const double s = (c[0] / (c[0] + c[4]) + c[1] / (c[1] + c[5])) / 2;
        const double t = pow(p1[0] / p0[0], s) * pow(p1[1] / p0[1], 1 - s);
        const double price = (c[2] + c[3]) / 2 * (p1[0] - p0[0]) +
                             (c[6] + c[7]) / 2 * (p1[1] - p0[1]);
        assert_true(ot_interval_holds(x.laspeyres.range, l));
        assert_true(ot_interval_holds(x.paasche.range, p));
        assert_true(ot_interval_holds(x.fisher.range, sqrt(l * p)));
        assert_true(ot_interval_holds(x.toernqvist.range, t));
        assert_true(ot_interval_holds(x.price_part.range, price));
    }
    // All that raises the index: 24.5 x 10.5 / 7.5 and 36.5 x 4.5 / 8.5 by 39.
    assert_true(x.laspeyres.range.hi <
                (24.5 * 10.5 / 7.5 + 36.5 * 4.5 / 8.5) / 39 * (1 + 1e-14));
}

// ---- what is left out ------------------------------------------------------

// Twelve goods that rise by 1 to 12 %, one of which is then a hundred times as
// dear.
static void an_outlier_is_left_out(void **state)
{
    (void)state;
    ot_item item[12];

    for (int i = 0; i < 12; i++) {
        item[i] =
            (ot_item){value_of(100, 0), value_of(101 + i, 0), value_of(10, 0),
                      value_of(10, 0), .fate = OT_ITEM_COMPARED};
    }
    item[4].value.y *= 100;
    ot_price_index x = index_of(item, 12, OT_ITEM_CUTOFF);
    assert_true(x.screened);
    assert_int_equal(item[4].fate, OT_ITEM_OUTLIER);
    assert_int_equal(x.of[OT_ITEM_OUTLIER].n, 1);
    assert_int_equal(x.of[OT_ITEM_COMPARED].n, 11);
    // All quantities are alike: (sum of 101 to 112, less 105) / 1100.
    assert_close(x.laspeyres.y, (1278.0 - 105) / 1100, 1e-14);
    assert_close(item[4].relative.y, 105, 1e-13);

    x = index_of(item, 12, 0);
    assert_int_equal(x.of[OT_ITEM_COMPARED].n, 12);
    assert_false(x.screened);
    x = index_of(item, OT_ITEM_FEWEST - 1, OT_ITEM_CUTOFF);
    assert_false(x.screened); // too few to tell
    assert_int_equal(item[4].fate, OT_ITEM_COMPARED);
}

// Half of them stand still, so that the median deviation is 0.
static void goods_that_stand_still_are_no_measure(void **state)
{
    (void)state;
    ot_item item[12];

    for (int i = 0; i < 12; i++) {
        item[i] = (ot_item){value_of(100, 0), value_of(i < 8 ? 100 : 102, 0),
                            value_of(10, 0), value_of(10, 0),
                            .fate = OT_ITEM_COMPARED};
    }
    ot_price_index x = index_of(item, 12, OT_ITEM_CUTOFF);
    // Mean deviation ln(1.02) / 3, times 1.2533 times 3.5: more than ln(1.02).
    assert_int_equal(x.of[OT_ITEM_OUTLIER].n, 0);
    item[11].value.y = 1000;
    x = index_of(item, 12, OT_ITEM_CUTOFF);
    assert_int_equal(item[11].fate, OT_ITEM_OUTLIER);
    assert_int_equal(x.of[OT_ITEM_OUTLIER].n, 1);
}

typedef struct fate_case {
    const char *name;
    double v0, v1, q0, q1;
    ot_item_fate fate;
} fate_case;

static const fate_case fate_cases[] = {
    {"all is there", 5, 6, 2, 3, OT_ITEM_COMPARED},
    {"no quantity now", 5, 6, 2, NAN, OT_ITEM_NO_QUANTITY},
    {"a quantity of nothing for something", 5, 6, 0, 3, OT_ITEM_NO_QUANTITY},
    {"not traded before", 0, 6, 0, 3, OT_ITEM_NEW},
    {"no longer traded", 5, 0, 2, 0, OT_ITEM_GONE},
    {"a month is missing", 5, NAN, 2, 3, OT_ITEM_UNKNOWN},
};

static void test_fate(void **state)
{
    const fate_case *c = *state;
    ot_item item[2] = {{value_of(5, 0), value_of(6, 0), value_of(2, 0),
                        value_of(3, 0), .fate = OT_ITEM_COMPARED},
                       {value_of(c->v0, 0), value_of(c->v1, 0),
                        value_of(c->q0, 0), value_of(c->q1, 0),
                        .fate = OT_ITEM_COMPARED}};
    const ot_price_index x = index_of(item, 2, OT_ITEM_CUTOFF);
    size_t n = 0;

    assert_int_equal(item[1].fate, c->fate);
    for (int i = 0; i < OT_ITEM_FATES; i++) {
        n += x.of[i].n;
    }
    assert_int_equal(n, 2);
    assert_close(x.laspeyres.y, 6 * 2 / 3.0 / 5, 1e-14); // both are alike
}

static void estimated_quantities_are_counted(void **state)
{
    (void)state;
    ot_item item[2] = {{value_of(5, 0), value_of(6, 0), value_of(2, 0),
                        value_of(3, 0), .fate = OT_ITEM_COMPARED},
                       {value_of(5, 0), value_of(6, 0), value_of(2, 0),
                        value_of(3, 0), .fate = OT_ITEM_COMPARED}};

    item[1].quantity.estimated = true;
    assert_int_equal(index_of(item, 2, 0).of[OT_ITEM_COMPARED].estimated, 1);
}

static void nothing_to_compare_is_refused(void **state)
{
    (void)state;
    ot_item item = {value_of(5, 0), value_of(6, 0), value_of(NAN, 0),
                    value_of(3, 0), .fate = OT_ITEM_COMPARED};
    ot_price_index x;
    ot_error err = {0};

    assert_int_equal(ot_price_index_of(&item, 1, 0, &x, &err), OT_E_DATA);
    assert_non_null(strstr(err.message, "a value and a quantity"));
    assert_int_equal(x.of[OT_ITEM_NO_QUANTITY].n, 1);
}

// By hand, of one good each.
static void terms_of_trade_are_one_price_by_the_other(void **state)
{
    (void)state;
    ot_item out[1] = {{value_of(10, 0), value_of(24, 0), value_of(5, 0),
                       value_of(10, 0), .fate = OT_ITEM_COMPARED}};
    ot_item in[1] = {{value_of(10, 0), value_of(8, 0), value_of(5, 0),
                      value_of(5, 0), .fate = OT_ITEM_COMPARED}};
    const ot_price_index x = index_of(out, 1, 0), m = index_of(in, 1, 0);

    // Exports 2 to 2.4 a piece and twice as many, imports 2 to 1.6.
    assert_close(ot_terms_of_trade(&x, &m).y, 1.5, 1e-14);
    assert_close(ot_income_terms_of_trade(&x, &m).y, 3, 1e-14);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_add_up_to_the_change),
        cmocka_unit_test(fisher_lies_between),
        cmocka_unit_test(indices_agree_when_prices_move_alike),
        cmocka_unit_test(time_can_be_reversed),
        cmocka_unit_test(units_and_order_do_not_matter),
        cmocka_unit_test(ranges_hold_every_corner),
        cmocka_unit_test(an_outlier_is_left_out),
        cmocka_unit_test(goods_that_stand_still_are_no_measure),
        cmocka_unit_test(estimated_quantities_are_counted),
        cmocka_unit_test(nothing_to_compare_is_refused),
        cmocka_unit_test(terms_of_trade_are_one_price_by_the_other),
    };

    return RUN_TABLE("worked examples", worked_cases, test_worked) +
           RUN_TABLE("what becomes of an item", fate_cases, test_fate) +
           cmocka_run_group_tests_name("price index", tests, NULL, NULL);
}
