// SPDX-License-Identifier: GPL-3.0-or-later
// test_need.c - what the rest of a period would have to bring.

#include "panel_support.h"

static void assert_interval(ot_interval got, double lo, double hi, double near)
{
    assert_close(got.lo, lo, near);
    assert_close(got.hi, hi, near);
}

// The founding case, by hand from the shipped figures: 8,365.4 million known to
// June 2024, 14 to 16 billion claimed; July-December 2023 brought 4,699.5.
static void fourteen_to_sixteen_billion(void **state)
{
    (void)state;
    ot_series *s = armenia_russia_months("turnover", ot_day_of(2024, 10, 8));
    const ot_period half = ot_period_range(ot_period_month(2024, 1).first,
                                           ot_period_month(2024, 6).first);
    ot_need need;

    assert_int_equal(ot_project_need(s, ot_period_year(2024), half,
                                     ot_interval_point(8365.394e6), NAN,
                                     ot_interval_of(14e9, 16e9), &need, NULL),
                     OT_OK);
    assert_interval(need.total, 5.6346e9, 7.6346e9, 1e-5);
    assert_interval(need.per_month, 0.9391e9, 1.2724e9, 1e-4);
    // Against 1,394.2 million a month so far.
    assert_interval(need.of_average, 0.6736, 0.9126, 1e-4);
    assert_interval(need.of_last_year, 1.1990, 1.6245, 1e-4);
    // The best July-December is that of 2023 itself.
    assert_interval(need.of_best, 1.1990, 1.6245, 1e-4);
    assert_int_equal(need.best.first, ot_period_month(2023, 7).first);
    assert_int_equal(need.rest.first, ot_period_month(2024, 7).first);
    assert_int_equal(need.rest.months, 6);
    assert_int_equal(need.reached, 0);
    assert_int_equal(need.stretches, 17); // 2007 to 2023
    assert_int_equal(need.precedent, OT_NEVER_BEFORE);
    ot_series_free(s);
}

// Eight years of quarters; the second halves bring 10, 20, ... 80.
typedef struct precedent_case {
    const char *name;
    double target; // 100 are known
    size_t reached;
    ot_precedent precedent;
} precedent_case;

static const precedent_case precedent_cases[] = {
    {"more than any second half brought", 181, 0, OT_NEVER_BEFORE},
    {"only the best one brought as much", 180, 1, OT_RARE},
    {"two of eight did: one in four", 170, 2, OT_USUAL},
    {"every one did", 110, 8, OT_USUAL},
    {"the target is reached already", 90, 8, OT_USUAL},
};

static void test_precedent(void **state)
{
    const precedent_case *c = *state;
    double y[34];
    ot_need need;

    for (size_t i = 0; i < 32; i++) {
        y[i] = i % 4 < 2 ? 7 : 5 * (double)(i / 4 + 1);
    }
    y[32] = y[33] = 50;
    const ot_series s =
        series_of(ot_period_month(2010, 1).first, 3, y, NULL, 34);
    const ot_period known = {ot_period_month(2018, 1).first, 6};
    assert_int_equal(ot_project_need(&s, ot_period_year(2018), known,
                                     ot_interval_point(100), NAN,
                                     ot_interval_point(c->target), &need, NULL),
                     OT_OK);
    assert_int_equal(need.stretches, 8);
    assert_int_equal(need.reached, c->reached);
    assert_int_equal(need.precedent, c->precedent);
    assert_close(need.best_total, 80, 0);
    assert_int_equal(need.best.first, ot_period_month(2017, 7).first);
}

// "exceeding 8.3" in nine months in its usual reading, 14-16 claimed, by hand:
// 14 - 8.4 to 16 - 8.3; a third of it over a ninth of what is known.
static void without_a_series(void **state)
{
    (void)state;
    const ot_period nine = {ot_period_month(2024, 1).first, 9};
    ot_need need;

    assert_int_equal(ot_project_need(NULL, ot_period_year(2024), nine,
                                     ot_interval_of(8.3, 8.4), NAN,
                                     ot_interval_of(14, 16), &need, NULL),
                     OT_OK);
    assert_interval(need.total, 5.6, 7.7, 1e-14);
    assert_interval(need.per_month, 5.6 / 3, 7.7 / 3, 1e-14);
    assert_interval(need.of_average, 2, 2.783132530120482, 1e-14);
    assert_true(ot_interval_is_none(need.of_last_year));
    assert_true(ot_interval_is_none(need.of_best));
    assert_int_equal(need.stretches, 0);
    assert_int_equal(need.precedent, OT_NO_PRECEDENT_KNOWN);
}

// 12.4 of nine months, 18 wanted, and last year's last three brought 4.
static void with_last_years_rest(void **state)
{
    (void)state;
    const ot_period nine = {ot_period_month(2024, 1).first, 9};
    ot_need need;

    assert_int_equal(ot_project_need(NULL, ot_period_year(2024), nine,
                                     ot_interval_point(12.4), 4,
                                     ot_interval_of(18, INFINITY), &need, NULL),
                     OT_OK);
    assert_interval(need.total, 5.6, INFINITY, 1e-14);
    assert_interval(need.of_last_year, 1.4, INFINITY, 1e-14);
}

static void before_it_begins_all_of_it_is_needed(void **state)
{
    (void)state;
    ot_need need;

    assert_int_equal(ot_project_need(NULL, ot_period_year(2025),
                                     (ot_period){0, 0}, ot_interval_none(), NAN,
                                     ot_interval_point(24), &need, NULL),
                     OT_OK);
    assert_interval(need.total, 24, 24, 1e-14);
    assert_interval(need.per_month, 2, 2, 1e-14);
    assert_true(ot_interval_is_none(need.of_average));
    assert_int_equal(need.rest.months, 12);
}

static void a_period_that_is_over_needs_nothing(void **state)
{
    (void)state;
    ot_need need;
    ot_error err = {0};

    assert_int_equal(ot_project_need(NULL, ot_period_year(2024),
                                     ot_period_year(2024), ot_interval_point(1),
                                     NAN, ot_interval_point(2), &need, &err),
                     OT_E_USAGE);
    assert_non_null(strstr(err.message, "nothing is left"));
}

static void a_target_must_be_a_number(void **state)
{
    (void)state;
    const ot_period nine = {ot_period_month(2024, 1).first, 9};
    ot_need need;

    assert_int_equal(ot_project_need(NULL, ot_period_year(2024), nine,
                                     ot_interval_point(1), NAN,
                                     ot_interval_none(), &need, NULL),
                     OT_E_USAGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fourteen_to_sixteen_billion),
        cmocka_unit_test(without_a_series),
        cmocka_unit_test(with_last_years_rest),
        cmocka_unit_test(before_it_begins_all_of_it_is_needed),
        cmocka_unit_test(a_period_that_is_over_needs_nothing),
        cmocka_unit_test(a_target_must_be_a_number),
    };

    return RUN_TABLE("precedent", precedent_cases, test_precedent) +
           cmocka_run_group_tests_name("need", tests, NULL, NULL);
}
