// SPDX-License-Identifier: GPL-3.0-or-later
// test_dist.c - one uncertain number as sorted draws.

#include "support.h"

#include "stat/dist.h"

typedef struct quantile_case {
    const char *name;
    double draw[5];
    size_t n;
    double p, want;
} quantile_case;

// Type 7: position 1 + (n - 1) p, by hand.
static const quantile_case quantile_cases[] = {
    {"the least of them", {1, 2, 4, 8, 16}, 5, 0, 1},
    {"the largest of them", {1, 2, 4, 8, 16}, 5, 1, 16},
    {"the middle one", {1, 2, 4, 8, 16}, 5, 0.5, 4},
    {"between the second and the third", {1, 2, 4, 8, 16}, 5, 0.3, 2.4},
    {"the middle of an even number", {1, 2, 4, 8}, 4, 0.5, 3},
    {"a single draw is every quantile", {7}, 1, 0.9, 7},
    {"no draws have none", {0}, 0, 0.5, NAN},
    {"beyond one there is none", {1, 2}, 2, 1.5, NAN},
    {"below zero there is none", {1, 2}, 2, -0.1, NAN},
};

static void test_quantile(void **state)
{
    const quantile_case *c = *state;
    double draw[5];

    memcpy(draw, c->draw, sizeof draw);
    const ot_dist d = {c->n, draw};
    assert_close(ot_dist_quantile(&d, c->p), c->want, 1e-14);
}

typedef struct within_case {
    const char *name;
    double lo, hi;
    size_t n;
    double want;
} within_case;

// Draws 1 2 4 8.
static const within_case within_cases[] = {
    {"two of four", 2, 4, 4, 0.5},
    {"both ends are inside", 1, 8, 4, 1},
    {"none lies between", 5, 7, 4, 0},
    {"without an upper end", 4, INFINITY, 4, 0.5},
    {"of no draws there is no share", 1, 8, 0, NAN},
};

static void test_within(void **state)
{
    const within_case *c = *state;
    double draw[] = {1, 2, 4, 8};
    const ot_dist d = {c->n, draw};

    assert_close(ot_dist_within(&d, c->lo, c->hi), c->want, 1e-14);
}

static void sorting_puts_them_in_order(void **state)
{
    (void)state;
    double x[] = {3, -1, 2, 2, 10};
    const double want[] = {-1, 2, 2, 3, 10};

    assert_close(ot__median(x, 5), 2, 0);
    for (size_t i = 0; i < 5; i++) {
        assert_close(x[i], want[i], 0);
    }
}

static void freeing_empties_it(void **state)
{
    (void)state;
    ot_dist d = {3, calloc(3, sizeof(double))};

    ot_dist_free(&d);
    assert_int_equal(d.n, 0);
    assert_null(d.draw);
    ot_dist_free(&d);
    ot_dist_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sorting_puts_them_in_order),
        cmocka_unit_test(freeing_empties_it),
    };

    return RUN_TABLE("quantile", quantile_cases, test_quantile) +
           RUN_TABLE("within", within_cases, test_within) +
           cmocka_run_group_tests_name("dist", tests, NULL, NULL);
}
