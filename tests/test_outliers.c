// SPDX-License-Identifier: GPL-3.0-or-later
// test_outliers.c - single values that do not belong, against R's, and planted.

#include "noise.h"
#include "oracle_support.h"

#include "stat/outliers.h"

#define WORK_MAX 16384

static size_t find(const double y[], size_t n, size_t period, bool out[],
                   double expected[])
{
    double work[WORK_MAX];

    assert_true(ot__outliers_work(n, period) <= WORK_MAX);
    return ot__outliers(y, n, period, out, expected, work);
}

static void found_as_in_r(void **state)
{
    (void)state;
    oracle_series s = {.name = ""};
    char name[32];
    size_t count, t, rows = 0;
    bool out[SERIES_MAX];
    double expected[SERIES_MAX];
    FILE *f = open_oracle(ORACLES "outliers.txt");

    while (fscanf(f, "%31s %zu", name, &count) == 2) {
        load_series(name, &s);
        assert_int_equal(find(s.y, s.n, s.season, out, expected), count);
        for (size_t k = 0; k < count; k++) {
            assert_int_equal(fscanf(f, "%zu", &t), 1);
            assert_true(out[t - 1]);
        }
        rows++;
    }
    fclose(f);
    assert_int_equal(rows, 10);
}

// R 4.2.2, forecast 8.20: tsoutliers() of M3 monthly N2801 would put
// 8544.246585 in the place of its 10th value.
static void replaced_as_in_r(void **state)
{
    (void)state;
    oracle_series s = {.name = ""};
    bool out[SERIES_MAX];
    double expected[SERIES_MAX];

    load_series("M3_N2801", &s);
    (void)find(s.y, s.n, s.season, out, expected);
    assert_close(expected[9], 8544.246585, 1e-9);
    assert_close(expected[8], s.y[8], 0);
}

static void a_planted_spike_is_found_and_undone(void **state)
{
    (void)state;
    double y[100], spiked[100], expected[100];
    bool out[100];

    make_series(y, 100, 12, 1);
    assert_int_equal(find(y, 100, 12, out, expected), 0);
    memcpy(spiked, y, sizeof y);
    spiked[55] *= 1.8;
    assert_int_equal(find(spiked, 100, 12, out, expected), 1);
    assert_true(out[55]);
    assert_close(expected[55], y[55], 0.07); // the noise is up to 6 %
}

// A normal value lies beyond 3 interquartile ranges of the quartiles (4.7
// standard deviations) twice in a million; the quartiles of 72 are not so
// sharp, and a smooth line that follows the noise makes them narrower.
static void noise_has_none(void **state)
{
    (void)state;
    noise_state g = noise_of(7);
    double y[72], expected[72];
    bool out[72];
    size_t found = 0;

    for (int series = 0; series < 300; series++) {
        for (size_t i = 0; i < 72; i++) {
            y[i] = noise_next(&g);
        }
        found += find(y, 72, 12, out, expected) > 0;
    }
    assert_in_range(found, 0, 12);
}

static void constants_have_none(void **state)
{
    (void)state;
    double y[40], expected[40];
    bool out[40];

    for (size_t i = 0; i < 40; i++) {
        y[i] = 0.1;
    }
    assert_int_equal(find(y, 40, 12, out, expected), 0);
    y[20] = 0; // R compares nothing where the quartiles are the same
    assert_true(find(y, 40, 12, out, expected) <= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(found_as_in_r),
        cmocka_unit_test(replaced_as_in_r),
        cmocka_unit_test(a_planted_spike_is_found_and_undone),
        cmocka_unit_test(noise_has_none),
        cmocka_unit_test(constants_have_none),
    };

    return cmocka_run_group_tests_name("outliers", tests, NULL, NULL);
}
