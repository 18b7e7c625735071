// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "plot/dodge.h"

typedef struct dodge_case {
    const char *name;
    size_t n;
    double wish[4], height, lo, hi;
    double middle[4];
} dodge_case;

// Worked by hand: a pool stands about the mean of what its members wish.
static const dodge_case dodge_cases[] = {
    {"names far apart stay", 2, {20, 60}, 10, 0, 100, {20, 60}},
    {"two in one place move by half each", 2, {50, 50}, 10, 0, 100, {45, 55}},
    {"three share the way", 3, {50, 52, 54}, 10, 0, 100, {42, 52, 62}},
    {"a pool may take in the next", 3, {50, 50, 56}, 10, 0, 100, {42, 52, 62}},
    {"none leaves at the top", 2, {2, 3}, 10, 0, 100, {5, 15}},
    {"none leaves at the bottom", 2, {98, 99}, 10, 0, 100, {85, 95}},
    {"nothing to place", 0, {0}, 10, 0, 100, {0}},
};

static void test_dodge(void **state)
{
    const dodge_case *c = *state;
    const double height[4] = {c->height, c->height, c->height, c->height};
    double middle[4], work[8];

    assert_true(ot__dodge(c->wish, height, c->n, c->lo, c->hi, middle, work));
    for (size_t i = 0; i < c->n; i++) {
        assert_close(middle[i], c->middle[i], 1e-12);
    }
}

static void test_full(void **state)
{
    (void)state;
    const double wish[3] = {1, 2, 3}, height[3] = {40, 40, 40};
    double middle[3], work[6];

    assert_false(ot__dodge(wish, height, 3, 0, 119, middle, work));
    assert_true(ot__dodge(wish, height, 3, 0, 120, middle, work));
}

// Random labels: in order, apart, inside.
static void test_law(void **state)
{
    uint64_t random = 7;
    double wish[30], height[30], middle[30], work[60];

    (void)state;
    for (int round = 0; round < 2000; round++) {
        const size_t n = (size_t)(round % 30) + 1;
        double at = 0;
        for (size_t i = 0; i < n; i++) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            at += (double)(random >> 40) / 1e6;
            wish[i] = at;
            height[i] = 1 + (double)(random >> 60);
        }
        assert_true(ot__dodge(wish, height, n, 0, 1000, middle, work));
        for (size_t i = 0; i < n; i++) {
            const double top = middle[i] - height[i] / 2;
            const double above = i > 0 ? middle[i - 1] + height[i - 1] / 2 : 0;
            assert_true(top >= above - 1e-9);
            assert_true(middle[i] + height[i] / 2 <= 1000 + 1e-9);
        }
    }
}

int main(void)
{
    const struct CMUnitTest more[] = {
        cmocka_unit_test(test_full),
        cmocka_unit_test(test_law),
    };

    return RUN_TABLE("dodge", dodge_cases, test_dodge) +
           cmocka_run_group_tests_name("more", more, NULL, NULL);
}
