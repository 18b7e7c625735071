// SPDX-License-Identifier: GPL-3.0-or-later
// test_ranks.c - tests that look at the order of values alone.

#include "noise.h"
#include "support.h"

#include "stat/ranks.h"

typedef struct kruskal_case {
    const char *name;
    double y[9];
    size_t n, groups;
    double h, p;
} kruskal_case;

// 12 / (n (n + 1)) sum R^2 / k - 3 (n + 1) of the sums R of ranks, by hand;
// with ties over 1 - sum (t^3 - t) / (n^3 - n). Probabilities by chi-squared:
// erfc(sqrt(h / 2)) with 1, exp(-h / 2) with 2 degrees of freedom.
static const kruskal_case kruskal_cases[] = {
    // ranks 1 2 3 and 4 5 6: 12 / 42 (36 / 3 + 225 / 3) - 21
    {"one group above the other",
     {10, 40, 20, 50, 30, 60},
     6,
     2,
     27.0 / 7,
     0.04953461343562},
    // ranks 1.5 1.5 3.5 and 3.5 5.5 5.5: (64 / 21) / (1 - 18 / 210)
    {"ties share their ranks",
     {1, 2, 1, 3, 2, 3},
     6,
     2,
     10.0 / 3,
     0.06788915486183},
    // ranks 1 4 7, 2 5 8, 3 6 9: 12 / 90 (144 + 225 + 324) / 3 - 30
    {"three groups one step apart",
     {1, 2, 3, 4, 5, 6, 7, 8, 9},
     9,
     3,
     0.8,
     0.67032004603564},
    // group 0 has 1 3 of four ranks, group 1 has 2 and none more
    {"groups of unlike size", {1, 2, 3}, 3, 2, 0, 1},
    {"all alike", {5, 5, 5, 5}, 4, 2, 0, 1},
};

static void test_kruskal(void **state)
{
    const kruskal_case *c = *state;
    double p, work[18];
    const double h = ot__kruskal_wallis(c->y, c->n, c->groups, &p, work);

    assert_true(fabs(h - c->h) < 1e-13);
    assert_close(p, c->p, 1e-12);
}

// At 5 % one series of noise in twenty: of 1000, 50 with a standard deviation
// of
// 7. With six values a group chi-squared asks for a little too much.
static void noise_seldom_differs(void **state)
{
    (void)state;
    noise_state g = noise_of(11);
    double y[72], p, work[144];
    size_t unlike = 0;

    for (int series = 0; series < 1000; series++) {
        for (size_t i = 0; i < 72; i++) {
            y[i] = noise_next(&g);
        }
        (void)ot__kruskal_wallis(y, 72, 12, &p, work);
        unlike += p < 0.05;
    }
    assert_in_range(unlike, 15, 70);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(noise_seldom_differs),
    };

    return RUN_TABLE("Kruskal-Wallis", kruskal_cases, test_kruskal) +
           cmocka_run_group_tests_name("ranks", tests, NULL, NULL);
}
