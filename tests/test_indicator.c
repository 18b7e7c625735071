// SPDX-License-Identifier: GPL-3.0-or-later
// test_indicator.c - indicators of trade structure.

#include "support.h"

#include "outturn/outturn.h"

#define MOST 4

static void fill(ot_pair pair[], const double a[], const double b[], size_t n,
                 double half)
{
    for (size_t i = 0; i < n; i++) {
        pair[i] =
            (ot_pair){{.y = a[i], .half = half}, {.y = b[i], .half = half}};
    }
}

// One row an indicator, each by hand.
typedef struct case_of {
    const char *name, *indicator;
    double a[MOST], b[MOST];
    size_t n;
    double whole, each[MOST];
} case_of;

#define NONE                                                                   \
    {                                                                          \
        NAN, NAN, NAN, NAN                                                     \
    }

static const case_of cases[] = {
    {"exports of 50 pay for half of 100",
     "coverage",
     {30, 20},
     {60, 40},
     2,
     50,
     NONE},
    {"without imports there is no coverage",
     "coverage",
     {3},
     {0},
     1,
     NAN,
     NONE},
    {"(50 - 150) / 200", "balance", {20, 30}, {70, 80}, 2, -0.5, NONE},
    {"no trade has no balance in relation to it",
     "balance",
     {0},
     {0},
     1,
     NAN,
     NONE},
    // Shares 3/4, 1/4 against 1/2, 1/4, 1/4.
    {"shares by those of the world",
     "rca",
     {75, 25, 0},
     {100, 50, 50},
     3,
     NAN,
     {1.5, 1, 0}},
    {"what the world does not trade has none",
     "rca",
     {1, 1},
     {5, 0},
     2,
     NAN,
     {0.5, NAN}},
    {"symmetric: 0.5 / 2.5, 0 and -1",
     "rsca",
     {75, 25, 0},
     {100, 50, 50},
     3,
     NAN,
     {0.2, 0, -1}},
    // |5 - 15| + |20 - 20| + |10 - 0| = 20 of 70.
    {"exports that meet imports",
     "grubel-lloyd",
     {5, 20, 10},
     {15, 20, 0},
     3,
     5.0 / 7,
     {0.5, 1, 0}},
    {"what is not traded has no index",
     "grubel-lloyd",
     {0, 4},
     {0, 4},
     2,
     1,
     {NAN, 1}},
    // 3/5 against 1/4, 2/5 against 3/4.
    {"partners by their weight in the world",
     "intensity",
     {6, 4},
     {5, 15},
     2,
     NAN,
     {2.4, 8.0 / 15}},
    // |.5 - .2| + |.5 - .3| + |0 - .5| = 1.
    {"exports that suit half of the imports",
     "complementarity",
     {5, 5, 0},
     {2, 3, 5},
     3,
     50,
     NONE},
    {"least of the shares", "similarity", {5, 5, 0}, {2, 3, 5}, 3, 0.5, NONE},
    {"alike in structure, not in size",
     "similarity",
     {1, 2, 3},
     {10, 20, 30},
     3,
     1,
     NONE},
    {"of nothing there is no structure",
     "similarity",
     {0, 0},
     {1, 2},
     2,
     NAN,
     NONE},
    {"half of the differences",
     "diversification",
     {5, 5, 0},
     {2, 3, 5},
     3,
     0.5,
     NONE},
    {".25 + .09 + .04", "hhi", {5, 3, 2}, {0}, 3, 0.38, NONE},
    {"(.38 - 1/3) / (2/3)", "hhi-normalised", {5, 3, 2}, {0}, 3, 0.07, NONE},
    {"of one commodity nothing is left to normalise",
     "hhi-normalised",
     {5},
     {0},
     1,
     NAN,
     NONE},
    {"evenly among four", "hhi-partners", {7, 7, 7, 7}, {0}, 4, 0.25, NONE},
    {"one that is not known spoils the sums",
     "hhi",
     {5, NAN, 2},
     {0},
     3,
     NAN,
     NONE},
};

static void test_case(void **state)
{
    const case_of *c = *state;
    const ot_indicator *x = ot_indicator_find(c->indicator);
    ot_pair pair[MOST];
    ot_ranged whole, each[MOST];

    assert_non_null(x);
    fill(pair, c->a, c->b, c->n, 0);
    assert_int_equal(ot_indicator_of(x, pair, c->n, &whole, each, NULL), OT_OK);
    assert_close(whole.y + 1, c->whole + 1, 1e-14);
    for (size_t i = 0; i < c->n; i++) {
        assert_close(each[i].y + 1, c->each[i] + 1, 1e-14);
    }
}

// ---- laws of every row -----------------------------------------------------

static const double law_a[MOST] = {31.7, 5.3, 12.9, 0.83};
static const double law_b[MOST] = {8.1, 17.7, 2.3, 41.9};

static void every_one(void (*law)(const ot_indicator *x))
{
    for (size_t i = 0; i < ot_indicator_count(); i++) {
        law(ot_indicator_at(i));
    }
}

static void described(const ot_indicator *x)
{
    assert_true(x->summary[0] != '\0' && x->formula[0] != '\0' &&
                x->source[0] != '\0');
    assert_true(x->whole != NULL || x->each != NULL);
    assert_ptr_equal(ot_indicator_find(x->name), x);
}

// Both lists in another unit, the first last.
static void scaled(const ot_indicator *x)
{
    ot_pair pair[MOST], other[MOST];
    ot_ranged whole, big, each[MOST], big_each[MOST];

    fill(pair, law_a, law_b, MOST, 0);
    for (size_t i = 0; i < MOST; i++) {
        other[i] = pair[MOST - 1 - i];
        other[i].a.y *= 1e6;
        other[i].b.y *= 1e6;
    }
    ot_indicator_of(x, pair, MOST, &whole, each, NULL);
    ot_indicator_of(x, other, MOST, &big, big_each, NULL);
    assert_close(whole.y, big.y, 1e-12);
    for (size_t i = 0; i < MOST; i++) {
        assert_close(each[i].y, big_each[MOST - 1 - i].y, 1e-12);
    }
}

// Whatever the rounded values were, the range holds the answer.
static void holds_corners(const ot_indicator *x)
{
    ot_pair rounded[MOST], exact[MOST];
    ot_ranged range, whole, range_each[MOST], each[MOST];

    fill(rounded, law_a, law_b, MOST, 0.05);
    ot_indicator_of(x, rounded, MOST, &range, range_each, NULL);
    for (unsigned corner = 0; corner < 256; corner++) {
        fill(exact, law_a, law_b, MOST, 0);
        for (unsigned i = 0; i < MOST; i++) {
            exact[i].a.y += (corner >> i & 1u) != 0 ? 0.05 : -0.05;
            exact[i].b.y += (corner >> (i + 4) & 1u) != 0 ? 0.05 : -0.05;
        }
        ot_indicator_of(x, exact, MOST, &whole, each, NULL);
        assert_true(isnan(whole.y) || ot_interval_holds(range.range, whole.y));
        for (size_t i = 0; i < MOST; i++) {
            assert_true(isnan(each[i].y) ||
                        ot_interval_holds(range_each[i].range, each[i].y));
        }
    }
}

static void is_described(void **state)
{
    (void)state;
    every_one(described);
}

static void scale_and_order_do_not_matter(void **state)
{
    (void)state;
    every_one(scaled);
}

static void ranges_hold_every_corner(void **state)
{
    (void)state;
    every_one(holds_corners);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_described),
        cmocka_unit_test(scale_and_order_do_not_matter),
        cmocka_unit_test(ranges_hold_every_corner),
    };

    return RUN_TABLE("by hand", cases, test_case) +
           cmocka_run_group_tests_name("laws", tests, NULL, NULL);
}
