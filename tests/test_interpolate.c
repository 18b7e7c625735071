// SPDX-License-Identifier: GPL-3.0-or-later
// test_interpolate.c - what stood where values are missing, against R's, by
// hand, and where it is known.

#include "oracle_support.h"

#include "stat/interpolate.h"

#define WORK_MAX 16384

static void fill(double y[], size_t n, size_t period)
{
    double work[WORK_MAX];

    assert_true(ot__interpolate_work(n, period) <= WORK_MAX);
    ot__interpolate(y, n, period, work);
}

static void filled_as_in_r(void **state)
{
    (void)state;
    oracle_series s = {.name = ""};
    char name[32];
    size_t t, rows = 0;
    double want;
    FILE *f = open_oracle(ORACLES "interpolate.txt");

    while (fscanf(f, "%31s %zu %lf", name, &t, &want) == 3) {
        load_series(name, &s);
        double y[SERIES_MAX];
        memcpy(y, s.y, sizeof y);
        y[4] = y[5] = y[19] = NAN;
        fill(y, s.n, s.season);
        assert_close(y[t - 1], want, 1e-9);
        assert_close(y[3], s.y[3], 0);
        rows++;
    }
    fclose(f);
    assert_int_equal(rows, 30);
}

typedef struct line_case {
    const char *name;
    double y[6], want[6];
} line_case;

// Without a season; worked by hand.
static const line_case line_cases[] = {
    {"nothing is missing", {3, 1, 4, 1, 5, 9}, {3, 1, 4, 1, 5, 9}},
    {"one between two", {3, 1, 4, NAN, 5, 9}, {3, 1, 4, 4.5, 5, 9}},
    {"two in a row", {3, 1, NAN, NAN, 7, 9}, {3, 1, 3, 5, 7, 9}},
    {"at both ends the level goes on",
     {NAN, NAN, 2, 4, NAN, NAN},
     {2, 2, 2, 4, 4, 4}},
    {"one is known", {NAN, NAN, 8, NAN, NAN, NAN}, {8, 8, 8, 8, 8, 8}},
};

static void test_line(void **state)
{
    const line_case *c = *state;
    double y[6];

    memcpy(y, c->y, sizeof y);
    fill(y, 6, 1);
    for (size_t i = 0; i < 6; i++) {
        assert_close(y[i], c->want[i], 1e-15);
    }
}

// A straight line and a season that stays: what is missing is what they say.
static void a_line_and_a_season_are_carried_over_a_hole(void **state)
{
    (void)state;
    static const double figure[] = {11, -3, -8, 0};
    double y[40];

    for (size_t i = 0; i < 40; i++) {
        y[i] = 100 + 2.25 * (double)i + figure[i % 4];
    }
    y[9] = y[10] = y[31] = NAN;
    fill(y, 40, 4);
    assert_close(y[9], 100 + 2.25 * 9 - 3, 1e-9);
    assert_close(y[10], 100 + 2.25 * 10 - 8, 1e-9);
    assert_close(y[31], 100 + 2.25 * 31 + 0, 1e-9);
}

// With two seasons known or less the season is left alone: 8 values a straight
// line with a season on top, one missing.
static void two_seasons_are_bridged_straight(void **state)
{
    (void)state;
    double y[] = {10, 20, 30, 40, 50, NAN, 70, 81, 90};

    fill(y, 9, 4);
    assert_close(y[5], 60, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(filled_as_in_r),
        cmocka_unit_test(a_line_and_a_season_are_carried_over_a_hole),
        cmocka_unit_test(two_seasons_are_bridged_straight),
    };

    return RUN_TABLE("straight lines", line_cases, test_line) +
           cmocka_run_group_tests_name("interpolate", tests, NULL, NULL);
}
