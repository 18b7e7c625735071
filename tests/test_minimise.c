// SPDX-License-Identifier: GPL-3.0-or-later
// test_minimise.c - the least value of a function of one and of many numbers.

#include "support.h"

#include "stat/minimise.h"
#include "stat/search.h"

#define MOST 12

// Rosenbrock's valley (Computer J. 3 (1960) 175-184) in k dimensions: 0 where
// all numbers are 1.
static double valley(const double x[], size_t k, double gradient[],
                     void *context)
{
    size_t *calls = context;
    double value = 0;

    *calls += 1;
    memset(gradient, 0, k * sizeof gradient[0]);
    for (size_t i = 0; i + 1 < k; i++) {
        const double a = x[i + 1] - x[i] * x[i], b = 1 - x[i];
        value += 100 * a * a + b * b;
        gradient[i] += -400 * a * x[i] - 2 * b;
        gradient[i + 1] += 200 * a;
    }
    return value;
}

static void finds_the_end_of_a_valley(void **state)
{
    (void)state;
    double x[MOST], work[MOST * MOST + 5 * MOST];

    assert_true(ot__minimise_work_size(MOST) <= sizeof work / sizeof work[0]);
    for (size_t k = 2; k <= MOST; k++) {
        size_t calls = 0;
        for (size_t i = 0; i < k; i++) {
            x[i] = -1.2 + 0.1 * (double)i;
        }
        assert_true(ot__minimise(valley, &calls, x, k, 1e-14, 1000, work) <
                    1e-12);
        assert_true(calls < 300);
        for (size_t i = 0; i < k; i++) {
            assert_close(x[i], 1, 1e-5);
        }
    }
}

static void stops_at_its_limit(void **state)
{
    (void)state;
    double x[] = {-1.2, 1}, work[14];
    size_t calls = 0;

    const double value = ot__minimise(valley, &calls, x, 2, 1e-14, 7, work);
    assert_int_equal(calls, 7);
    assert_true(value < 24.2);
    assert_close(valley(x, 2, work, &calls), value, 0);
}

// log x + 1/x is not there below 0; least at 1, where it is 1.
static double half_line(const double x[], size_t k, double gradient[],
                        void *context)
{
    (void)k;
    (void)context;
    if (x[0] <= 0) {
        return INFINITY;
    }
    gradient[0] = 1 / x[0] - 1 / (x[0] * x[0]);
    return log(x[0]) + 1 / x[0];
}

static void keeps_off_where_there_is_nothing(void **state)
{
    (void)state;
    double x[] = {2.5}, work[6], nowhere[] = {-1};

    assert_close(ot__minimise(half_line, NULL, x, 1, 1e-12, 100, work), 1,
                 1e-10);
    assert_close(x[0], 1, 1e-4);
    assert_true(
        isinf(ot__minimise(half_line, NULL, nowhere, 1, 1e-12, 100, work)));
    assert_close(nowhere[0], -1, 0);
}

// |x| has a kink at its least value.
static double kink(const double x[], size_t k, double gradient[], void *context)
{
    (void)k;
    (void)context;
    gradient[0] = x[0] < 0.3 ? -1 : 1;
    return fabs(x[0] - 0.3);
}

static void holds_at_a_kink(void **state)
{
    (void)state;
    double x[] = {5}, work[6];

    assert_true(ot__minimise(kink, NULL, x, 1, 1e-12, 500, work) < 1e-6);
}

static double two_dips(double x, void *context)
{
    (void)context;
    return fmin((x - 1) * (x - 1), 2 * (x - 4) * (x - 4) - 0.5);
}

static void a_grid_finds_the_lower_dip(void **state)
{
    (void)state;
    assert_close(ot__search_least(two_dips, NULL, 0, 10, 20), 4, 1e-7);
    assert_close(ot__search_least(two_dips, NULL, 0, 2, 5), 1, 1e-7);
    assert_close(ot__search_least(two_dips, NULL, 5, 9, 4), 5, 0);
    assert_close(ot__search_least(two_dips, NULL, -9, 0, 4), 0, 1e-7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_end_of_a_valley),
        cmocka_unit_test(stops_at_its_limit),
        cmocka_unit_test(keeps_off_where_there_is_nothing),
        cmocka_unit_test(holds_at_a_kink),
        cmocka_unit_test(a_grid_finds_the_lower_dip),
    };

    return cmocka_run_group_tests_name("minimise", tests, NULL, NULL);
}
