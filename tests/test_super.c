// SPDX-License-Identifier: GPL-3.0-or-later
// test_super.c - the super smoother. That it is R's is held by test_outliers.c,
// whose outliers rest on it.

#include "oracle_support.h"

#include "stat/super.h"

static void smooth(const double y[], size_t n, double line[])
{
    double work[16 * SERIES_MAX];

    assert_true(ot__super_work(n) <= 16 * SERIES_MAX);
    ot__super_smooth(y, n, line, work);
}

// Of five values every span takes all: least squares, worked by hand.
static void five_values_are_a_straight_line(void **state)
{
    (void)state;
    const double y[] = {1, 3, 2, 5, 4};
    const double want[] = {1.4, 2.2, 3, 3.8, 4.6};
    double line[5];

    smooth(y, 5, line);
    for (size_t i = 0; i < 5; i++) {
        assert_close(line[i], want[i], 1e-14);
    }
}

static void a_straight_line_stays_itself(void **state)
{
    (void)state;
    double y[60], line[60];

    for (size_t n = 1; n <= 60; n++) {
        for (size_t i = 0; i < n; i++) {
            y[i] = 7 - 0.3 * (double)i;
        }
        smooth(y, n, line);
        for (size_t i = 0; i < n; i++) {
            assert_true(fabs(line[i] - y[i]) < 1e-12);
        }
    }
}

// y + a line is smoothed to the smoothed y + that line; a multiple to that
// multiple.
static void lines_and_multiples_go_through(void **state)
{
    (void)state;
    double y[100], moved[100], line[100], other[100];

    make_series(y, 100, 12, 1);
    for (size_t i = 0; i < 100; i++) {
        moved[i] = 1e3 * y[i] + 50 + 11 * (double)i;
    }
    smooth(y, 100, line);
    smooth(moved, 100, other);
    for (size_t i = 0; i < 100; i++) {
        assert_close(other[i], 1e3 * line[i] + 50 + 11 * (double)i, 1e-11);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(five_values_are_a_straight_line),
        cmocka_unit_test(a_straight_line_stays_itself),
        cmocka_unit_test(lines_and_multiples_go_through),
    };

    return cmocka_run_group_tests_name("super", tests, NULL, NULL);
}
