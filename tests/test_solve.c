// SPDX-License-Identifier: GPL-3.0-or-later
// test_solve.c - rows over unknowns that are zero or more, worked by hand.

#include "support.h"

#include <glpk.h>

#include "claim/solve.h"

// Rows over x, y and z: lo <= a x + b y + c z <= hi, each its own owner.
typedef struct hand_row {
    double a, b, c, lo, hi;
} hand_row;

typedef struct solve_case {
    const char *name;
    hand_row row[5];
    size_t rows;
    double over[3], under[3]; // under all 0: the form alone
    double lo, hi;            // NaN: the rows cannot all hold
    int conflict;             // the rows of it as bits
} solve_case;

static const solve_case solve_cases[] = {
    {"a sum of rounded parts",
     {{1, 0, 0, 45, 55}, {0, 1, 0, 25, 35}},
     2,
     {1, 1, 0},
     {0},
     70,
     90,
     0},
    // x = y + 20, y from 0.
    {"a difference leaves the size open",
     {{1, -1, 0, 20, 20}},
     1,
     {1, 0, 0},
     {0},
     20,
     INFINITY,
     0},
    // 825 <= x <= 835 and 25 y <= 10 x <= 26 y: y from 8250/26 to 8350/25.
    {"a base behind a multiple",
     {{1, 0, 0, 825, 835},
      {10, -25, 0, 0, INFINITY},
      {10, -26, 0, -INFINITY, 0}},
     3,
     {0, 1, 0},
     {0},
     8250.0 / 26,
     334,
     0},
    // x + y over x with x in 1..2 and y in 3..4: 1 + y / x in 2.5..5.
    {"a ratio whose parts share an unknown is no wider than it is",
     {{1, 0, 0, 1, 2}, {0, 1, 0, 3, 4}},
     2,
     {1, 1, 0},
     {1, 0, 0},
     2.5,
     5,
     0},
    {"ends that meet in one point hold",
     {{1, 0, 0, 5, 10}, {0, 1, 0, 5, 10}, {1, 1, 0, 20, 30}},
     3,
     {1, 0, 0},
     {0},
     10,
     10,
     0},
    {"one unit beyond does not, and z has nothing to do with it",
     {{0, 0, 1, 3, 4}, {1, 0, 0, 5, 10}, {0, 1, 0, 5, 10}, {1, 1, 0, 21, 30}},
     4,
     {1, 0, 0},
     {0},
     NAN,
     NAN,
     14},
    // A part in 10^12 over the bound is no rounding of the solver's.
    {"a part in a million million is seen",
     {{1, 0, 0, 1e12, 1e12}, {1, -1, 0, 0, 0}, {0, 1, 0, 0, 999999999999}},
     3,
     {1, 0, 0},
     {0},
     NAN,
     NAN,
     7},
    {"unknowns are not below zero",
     {{1, 1, 0, -INFINITY, -1}},
     1,
     {1, 0, 0},
     {0},
     NAN,
     NAN,
     1},
    {"nothing is known", {{0, 0, 0, 0, 0}}, 0, {1, 0, 0}, {0}, 0, INFINITY, 0},
};

static ot_form form_of(double a, double b, double c)
{
    ot_form form = {.n = 0};

    ot__form_add(&form, 0, a);
    ot__form_add(&form, 1, b);
    ot__form_add(&form, 2, c);
    return form;
}

static void test_solve(void **state)
{
    const solve_case *c = *state;
    const ot_form over = form_of(c->over[0], c->over[1], c->over[2]);
    const ot_form under = form_of(c->under[0], c->under[1], c->under[2]);
    const bool ratio = c->under[0] + c->under[1] + c->under[2] > 0;
    ot_lp lp = {.columns = 3};
    ot_interval range;
    bool feasible, conflict[5] = {false};
    int got = 0;

    for (size_t i = 0; i < c->rows; i++) {
        const hand_row *r = &c->row[i];
        const ot_form form = form_of(r->a, r->b, r->c);
        ot__lp_row(&lp, (int)i, &form, r->lo, r->hi);
    }
    assert_int_equal(ot__solve_feasible(&lp, NULL, &feasible, NULL), OT_OK);
    assert_int_equal(feasible, !isnan(c->lo));
    assert_int_equal(
        ratio ? ot__solve_ratio(&lp, NULL, &over, &under, &range, NULL)
              : ot__solve_range(&lp, NULL, &over, &range, NULL),
        OT_OK);
    assert_close(range.lo, c->lo, 1e-12);
    assert_close(range.hi, c->hi, 1e-12);
    assert_int_equal(ot__solve_conflict(&lp, NULL, c->rows, conflict, NULL),
                     OT_OK);
    for (size_t i = 0; i < c->rows; i++) {
        got |= conflict[i] << i;
    }
    assert_int_equal(got, c->conflict);
    ot__lp_free(&lp);
}

static void a_form_that_is_too_long_is_refused(void **state)
{
    ot_form form = {.n = 0};
    ot_lp lp = {.columns = OT_FORM_MOST + 1};
    bool feasible;
    ot_error err = {0};

    (void)state;
    for (int i = 0; i <= OT_FORM_MOST; i++) {
        ot__form_add(&form, i, 1);
    }
    ot__lp_row(&lp, 0, &form, 0, 1);
    assert_int_equal(ot__solve_feasible(&lp, NULL, &feasible, &err),
                     OT_E_LIMIT);
    ot__lp_free(&lp);
}

// x0 + x1 = 1, x1 + x2 = 1 ...: 20,000 rows are more than a megabyte, which is
// all that GLPK is let have. It comes back, says nothing, and can be used
// again.
static void a_solver_without_memory_gives_up(void **state)
{
    enum { ROWS = 20000 };
    ot_lp lp = {.columns = ROWS + 1};
    bool feasible = true;
    ot_error err = {0};

    (void)state;
    for (int i = 0; i < ROWS; i++) {
        ot_form form = {.n = 0};
        ot__form_add(&form, i, 1);
        ot__form_add(&form, i + 1, 1);
        ot__lp_row(&lp, i, &form, 1, 1);
    }
    glp_mem_limit(1);
    assert_int_equal(ot__solve_feasible(&lp, NULL, &feasible, &err),
                     OT_E_LIMIT);
    assert_non_null(strstr(err.message, "memory"));
    lp.rows = 2;
    assert_int_equal(ot__solve_feasible(&lp, NULL, &feasible, NULL), OT_OK);
    assert_true(feasible);
    ot__lp_free(&lp);
}

// Each of 64 rows x >= 1 against x <= 0, which is last: the conflict is the
// last two, as leaving out one by one would find.
static void a_conflict_is_the_one_that_leaving_out_in_order_finds(void **state)
{
    ot_form form = {.n = 0};
    ot_lp lp = {.columns = 1};
    bool conflict[65];

    (void)state;
    ot__form_add(&form, 0, 1);
    for (int i = 0; i < 64; i++) {
        ot__lp_row(&lp, i, &form, 1, INFINITY);
    }
    ot__lp_row(&lp, 64, &form, -INFINITY, 0);
    assert_int_equal(ot__solve_conflict(&lp, NULL, 65, conflict, NULL), OT_OK);
    for (size_t i = 0; i < 65; i++) {
        assert_int_equal(conflict[i], i >= 63);
    }
    ot__lp_free(&lp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_solver_without_memory_gives_up),
        cmocka_unit_test(a_conflict_is_the_one_that_leaving_out_in_order_finds),
        cmocka_unit_test(a_form_that_is_too_long_is_refused),
    };

    return RUN_TABLE("solve", solve_cases, test_solve) +
           cmocka_run_group_tests(tests, NULL, NULL);
}
