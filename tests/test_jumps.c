// SPDX-License-Identifier: GPL-3.0-or-later
// test_jumps.c - jumps of the level: planted ones are found, noise has few.

#include "noise.h"
#include "oracle_support.h"

#include "stat/jumps.h"

#define MOST  40
#define LEAST 3

typedef struct findings {
    ot__jump jump[MOST];
    size_t jumps, shifts;
} findings;

static findings find(const double y[], size_t n)
{
    double work[64 * SERIES_MAX];
    findings f = {.jumps = 0};

    assert_true(ot__jumps_work(n, MOST) <= 64 * SERIES_MAX);
    f.jumps = ot__jumps_find(y, n, LEAST, f.jump, MOST, work);
    for (size_t k = 0; k < f.jumps; k++) {
        f.shifts += f.jump[k].shift;
    }
    return f;
}

// White noise of standard deviation 1 about a line, and a level that drifts by
// a third of that a step.
static void make_noise(noise_state *g, double slope, double drift, double y[],
                       size_t n)
{
    double level = 0;

    for (size_t i = 0; i < n; i++) {
        level += slope + drift * noise_next(g);
        y[i] = level + noise_next(g);
    }
}

typedef struct alarm_case {
    const char *name;
    size_t n;
    double slope, drift;
    size_t most; // false alarms of 500
} alarm_case;

// The limit is meant for 5 % of series, shifts and single values together.
static const alarm_case alarm_cases[] = {
    {"three years of noise", 36, 0, 0, 15},
    {"six years of noise", 72, 0, 0, 10},
    {"twelve years of noise", 144, 0, 0, 10},
    {"six years of noise about a line", 72, 0.05, 0, 15},
    {"twelve years of noise about a level that drifts", 144, 0, 0.3, 35},
};

static void test_alarm(void **state)
{
    const alarm_case *c = *state;
    noise_state g = noise_of(20240630);
    double y[SERIES_MAX];
    size_t alarms = 0;

    for (int series = 0; series < 500; series++) {
        make_noise(&g, c->slope, c->drift, y, c->n);
        alarms += find(y, c->n).shifts > 0;
    }
    assert_in_range(alarms, 0, c->most);
}

typedef struct planted_case {
    const char *name;
    size_t n, at;
    double size, drift;
    size_t least; // found where it is, of 200
} planted_case;

static const planted_case planted_cases[] = {
    {"up by four deviations in six years", 72, 41, 4, 0, 150},
    {"down by five deviations in six years", 72, 41, -5, 0, 180},
    {"up by four deviations in twelve years", 144, 70, 4, 0, 170},
    {"up by five where the level drifts", 144, 70, 5, 0.3, 160},
    {"up by six three months before the end", 72, 69, 6, 0, 150},
};

static void test_planted(void **state)
{
    const planted_case *c = *state;
    noise_state g = noise_of(99);
    double y[SERIES_MAX];
    size_t found = 0;

    for (int series = 0; series < 200; series++) {
        make_noise(&g, 0, c->drift, y, c->n);
        for (size_t i = c->at; i < c->n; i++) {
            y[i] += c->size;
        }
        const findings f = find(y, c->n);
        for (size_t k = 0; k < f.jumps; k++) {
            found += f.jump[k].shift && f.jump[k].at == c->at &&
                     f.jump[k].size * c->size > 0;
        }
    }
    assert_in_range(found, c->least, 200);
}

// The flow of the Nile at Aswan fell in 1899, its 29th year here: the means of
// the years before and after are 1097.75 and 849.97 (Cobb, Biometrika 65 (1978)
// 243-251).
static void the_nile_fell_in_1899(void **state)
{
    (void)state;
    oracle_series nile = {.name = ""};

    load_series("Nile", &nile);
    const findings f = find(nile.y, nile.n);
    assert_int_equal(f.jumps, 1);
    assert_true(f.jump[0].shift);
    assert_int_equal(f.jump[0].at, 28);
    assert_true(fabs(f.jump[0].size + 248) <
                2 * fabs(f.jump[0].size / f.jump[0].t));
}

// A wild value is one, not a shift there and back.
static void a_single_value_is_no_shift(void **state)
{
    (void)state;
    noise_state g = noise_of(5);
    double y[72];
    size_t alone = 0, shifts = 0;

    for (int series = 0; series < 200; series++) {
        make_noise(&g, 0, 0, y, 72);
        y[40] += 9;
        const findings f = find(y, 72);
        shifts += f.shifts > 0;
        for (size_t k = 0; k < f.jumps; k++) {
            alone += !f.jump[k].shift && f.jump[k].at == 40;
        }
    }
    assert_in_range(alone, 190, 200);
    assert_in_range(shifts, 0, 6);
}

// Shorter than LEAST it is two wild values.
static void two_values_are_no_shift(void **state)
{
    (void)state;
    noise_state g = noise_of(6);
    double y[72];

    make_noise(&g, 0, 0, y, 72);
    y[40] += 12;
    y[41] += 12;
    const findings f = find(y, 72);
    assert_int_equal(f.shifts, 0);
    assert_int_equal(f.jumps, 2);
    assert_int_equal(f.jump[0].at, 40);
    assert_int_equal(f.jump[1].at, 41);
}

// Five months up: there and back, with sizes near what was planted.
static void up_and_down_again_are_two_shifts(void **state)
{
    (void)state;
    noise_state g = noise_of(8);
    double y[96];

    make_noise(&g, 0, 0, y, 96);
    for (size_t i = 60; i < 65; i++) {
        y[i] += 10;
    }
    const findings f = find(y, 96);
    assert_int_equal(f.shifts, 2);
    assert_int_equal(f.jump[0].at, 60);
    assert_int_equal(f.jump[1].at, 65);
    // the standard error of a mean of five is 0.45
    assert_true(fabs(f.jump[0].size - 10) < 1.5);
    assert_true(fabs(f.jump[1].size + 10) < 1.5);
}

static void scale_and_origin_do_not_matter(void **state)
{
    (void)state;
    noise_state g = noise_of(3);
    double y[80], moved[80];

    make_noise(&g, 0.1, 0.2, y, 80);
    for (size_t i = 0; i < 80; i++) {
        y[i] += i >= 30 ? 7 : 0;
        moved[i] = 1e6 * y[i] + 3e6;
    }
    const findings f = find(y, 80), h = find(moved, 80);
    assert_true(f.shifts > 0);
    assert_int_equal(f.jumps, h.jumps);
    for (size_t k = 0; k < f.jumps; k++) {
        assert_int_equal(f.jump[k].at, h.jump[k].at);
        assert_int_equal(f.jump[k].shift, h.jump[k].shift);
        assert_close(h.jump[k].size, 1e6 * f.jump[k].size, 1e-8);
        assert_close(h.jump[k].t, f.jump[k].t, 1e-8);
    }
}

static void constants_and_lines_have_none(void **state)
{
    (void)state;
    double y[40];

    for (size_t i = 0; i < 40; i++) {
        y[i] = 0.1;
    }
    assert_int_equal(find(y, 40).jumps, 0);
    y[11] += 1e-16;
    y[25] -= 1e-16;
    assert_int_equal(find(y, 40).jumps, 0);
    for (size_t i = 0; i < 40; i++) {
        y[i] = 0.1 + 0.3 * (double)i;
    }
    assert_int_equal(find(y, 40).jumps, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nile_fell_in_1899),
        cmocka_unit_test(a_single_value_is_no_shift),
        cmocka_unit_test(two_values_are_no_shift),
        cmocka_unit_test(up_and_down_again_are_two_shifts),
        cmocka_unit_test(scale_and_origin_do_not_matter),
        cmocka_unit_test(constants_and_lines_have_none),
    };

    return RUN_TABLE("false alarms", alarm_cases, test_alarm) +
           RUN_TABLE("planted shifts", planted_cases, test_planted) +
           cmocka_run_group_tests_name("jumps", tests, NULL, NULL);
}
