// SPDX-License-Identifier: GPL-3.0-or-later
// test_methods.c - each rule by hand, and laws over every row of the registry.

#include "support.h"

#include "outturn/project.h"

#define SEASON 4
#define H_MOST 8
#define N_MOST 64

// ---- by hand ---------------------------------------------------------------

typedef struct path_case {
    const char *name, *method;
    double y[12];
    size_t n, phase, h;
    double mean[4];
} path_case;

// Quarters; worked out by hand.
static const path_case path_cases[] = {
    {"run-rate: 10 and 30 so far make 20 a quarter",
     "run-rate",
     {10, 30},
     2,
     0,
     2,
     {20, 20}},
    {"run-rate: what stood before the period does not count",
     "run-rate",
     {500, 600, 10, 30},
     4,
     2,
     2,
     {20, 20}},
    {"last year's rest comes again",
     "last-years-rest",
     {10, 20, 30, 40, 15, 25},
     6,
     0,
     2,
     {30, 40}},
    {"growth of a half makes the rest half as large again",
     "growth-carried-on",
     {10, 20, 30, 40, 15, 30},
     6,
     0,
     2,
     {45, 60}},
    {"half of a fourfold growth is a twofold one",
     "half-growth",
     {10, 20, 30, 40, 40, 80},
     6,
     0,
     2,
     {60, 80}},
    {"the latest same quarter, also a year and more ahead",
     "seasonal-naive",
     {9, 9, 10, 20, 30, 40},
     6,
     2,
     4,
     {10, 20, 30, 40}},
    {"naive: the last quarter, and no other, goes on",
     "naive",
     {10, 90, 70, 40},
     4,
     0,
     3,
     {40, 40, 40}},
    {"drift: from 10 to 40 in three steps is 10 a step",
     "drift",
     {10, 90, 70, 40},
     4,
     0,
     3,
     {50, 60, 70}},
};

static void test_path(void **state)
{
    const path_case *c = *state;
    const ot_past past = {c->y, c->n, SEASON, c->phase};
    const ot_method *m = ot_method_find(c->method);
    double mean[H_MOST], work[N_MOST];

    assert_non_null(m);
    assert_true(m->work_size == NULL);
    assert_int_equal(m->path(&past, c->h, mean, work, NULL), OT_OK);
    for (size_t k = 0; k < c->h; k++) {
        assert_close(mean[k], c->mean[k], 1e-14);
    }
}

// First halves were 30, 50 and 40 of 100: 0.4 on average, so 20 known make 50
// and 30 are to come. Past rests were 60 in third and 120 in fourth quarters.
static const double three_years[] = {10, 20, 20, 50, 20, 30, 20,
                                     30, 10, 30, 20, 40, 8,  12};

static void a_mean_share_by_hand(void **state)
{
    (void)state;
    const ot_past past = {three_years, 14, SEASON, 0};
    const ot_method *m = ot_method_find("seasonal-share");
    double mean[2], rest[2], work[N_MOST];

    assert_int_equal(m->path(&past, 2, mean, work, NULL), OT_OK);
    assert_close(mean[0], 10, 1e-14);
    assert_close(mean[1], 20, 1e-14);
    // By the extreme shares: 20 / 0.5 = 40 and 20 / 0.3 = 66.67.
    assert_int_equal(m->range(&past, 2, rest, work, NULL), OT_OK);
    assert_close(rest[0], 20, 1e-14);
    assert_close(rest[1], 20 / 0.3 - 20, 1e-14);
}

// The same: 20 known of a usual 0.4 leave 30, last year's rest was 60, so the
// rest is 60 x 0.5^w. Two of four quarters are six twelfths, where w is 0.70.
static void a_share_shrunken_towards_last_year(void **state)
{
    (void)state;
    const ot_past past = {three_years, 14, SEASON, 0};
    double mean[2];

    assert_int_equal(
        ot_method_find("shrunken-share")->path(&past, 2, mean, NULL, NULL),
        OT_OK);
    assert_close(mean[0], 20 * pow(0.5, 0.70), 1e-14);
    assert_close(mean[1], 40 * pow(0.5, 0.70), 1e-14);
}

// One of four quarters known is three twelfths: w is 0.62; two thirds of a
// period of three quarters are eight: 0.76. Both times ten times the usual
// start counts as e times.
static void a_start_out_of_all_proportion_is_clipped(void **state)
{
    (void)state;
    const double y[11] = {10, 10, 10, 10, 10, 10, 10, 10, 100, 100, 0};
    const ot_past one = {y, 9, SEASON, 0}, two = {y, 10, SEASON, 0};
    const ot_method *m = ot_method_find("shrunken-share");
    double mean[3];

    assert_int_equal(m->path(&one, 3, mean, NULL, NULL), OT_OK);
    assert_close(mean[0], 10 * exp(0.62), 1e-14);
    assert_close(mean[2], 10 * exp(0.62), 1e-14);
    assert_int_equal(m->path(&two, 1, mean, NULL, NULL), OT_OK);
    assert_close(mean[0], 10 * exp(0.76), 1e-14);
}

static void a_past_of_zero_has_no_share(void **state)
{
    (void)state;
    const double y[14] = {0, 0, 20, 50, 20, 30, 20, 30, 10, 30, 20, 40, 8, 12};
    const ot_past past = {y, 14, SEASON, 0};
    double mean[2], rest[2], work[N_MOST];
    ot_error err = {0};
    const ot_method *m = ot_method_find("seasonal-share");

    assert_int_equal(m->path(&past, 2, mean, work, &err), OT_E_DATA);
    assert_non_null(strstr(err.message, "not above zero"));
    assert_int_equal(m->range(&past, 2, rest, work, NULL), OT_E_DATA);
    assert_int_equal(
        ot_method_find("shrunken-share")->path(&past, 2, mean, work, NULL),
        OT_E_DATA);
}

static void refused_growth(const double y[6])
{
    const ot_past past = {y, 6, SEASON, 0};
    double mean[2], work[N_MOST];
    ot_error err = {0};

    assert_int_equal(
        ot_method_find("growth-carried-on")->path(&past, 2, mean, work, &err),
        OT_E_DATA);
    assert_non_null(strstr(err.message, "there is no growth"));
    assert_int_equal(
        ot_method_find("half-growth")->path(&past, 2, mean, work, NULL),
        OT_E_DATA);
}

static void from_zero_or_to_a_deficit_there_is_no_growth(void **state)
{
    (void)state;
    const double from_zero[6] = {0, 0, 30, 40, 15, 30};
    const double to_a_deficit[6] = {10, 20, 30, 40, 15, -30};

    refused_growth(from_zero);
    refused_growth(to_a_deficit);
}

static void one_value_makes_no_line(void **state)
{
    (void)state;
    const double y[1] = {5};
    const ot_past past = {y, 1, SEASON, 0};
    double mean[2], work[N_MOST];

    assert_int_equal(ot_method_find("drift")->path(&past, 2, mean, work, NULL),
                     OT_E_DATA);
}

// ---- laws ------------------------------------------------------------------

// Nine years of quarters and the first half of a tenth, with a trend, a season
// and irregular values; nothing is 0, 1 or a multiple of something else.
#define N 38

static void make_series(double y[N], double scale)
{
    static const double season[] = {0.83, 1.07, 0.97, 1.13};
    uint32_t noise = 12345;

    for (size_t i = 0; i < N; i++) {
        noise = noise * 1664525u + 1013904223u;
        const double irregular =
            0.94 + 0.12 * ((double)(noise >> 8) / 16777216);
        y[i] = scale * (217.31 + 3.77 * (double)i) * season[i % 4] * irregular;
    }
}

typedef struct law_case {
    const char *name;
    size_t method;
} law_case;

static const ot_method *method_of(void **state)
{
    const law_case *c = *state;
    return ot_method_at(c->method);
}

static void is_described(void **state)
{
    const ot_method *m = method_of(state);

    assert_true(strlen(m->name) > 2 && strchr(m->name, ' ') == NULL);
    assert_true(strlen(m->summary) > 10 && strlen(m->summary) < 60);
    assert_true(strlen(m->formula) > 2);
    // The letter R says nothing by itself.
    assert_int_equal(strcmp(m->formula, "V + R") == 0, m->value != NULL);
    assert_true(strlen(m->source) > 5);
    assert_true(m == ot_method_find(m->name));
    const law_case *c = *state;
    assert_true(c->method == 0 ||
                strcmp(ot_method_at(c->method - 1)->name, m->name) < 0);
}

static void run(const ot_method *m, const double y[], size_t h, double mean[])
{
    const ot_past past = {y, N, SEASON, 0};
    double *work = malloc(ot_method_work_size(&past, h) * sizeof *work);

    assert_non_null(work);
    assert_int_equal(m->path(&past, h, mean, work, NULL), OT_OK);
    free(work);
    for (size_t k = 0; k < h; k++) {
        assert_true(isfinite(mean[k]));
    }
}

// A row whose numbers are fitted: to about the square root of what a double
// holds, as the least of a function can be known no better.
static bool is_fitted(const ot_method *m)
{
    return m->work_size != NULL;
}

static void scales_with_its_input(void **state)
{
    double y[N], big[N], mean[2], big_mean[2];

    make_series(y, 1);
    make_series(big, 1e6);
    run(method_of(state), y, 2, mean);
    run(method_of(state), big, 2, big_mean);
    for (size_t k = 0; k < 2; k++) {
        assert_close(big_mean[k], 1e6 * mean[k],
                     is_fitted(method_of(state)) ? 1e-6 : 1e-12);
    }
}

static void is_the_same_each_time(void **state)
{
    double y[N], mean[2], again[2];

    make_series(y, 1);
    run(method_of(state), y, 2, mean);
    run(method_of(state), y, 2, again);
    assert_memory_equal(mean, again, sizeof mean);
}

static void a_constant_goes_on(void **state)
{
    double y[N], mean[2];

    for (size_t i = 0; i < N; i++) {
        y[i] = 73.19;
    }
    run(method_of(state), y, 2, mean);
    assert_close(mean[0], 73.19, 1e-12);
    assert_close(mean[1], 73.19, 1e-12);
}

// From 1e-300 to 1e300; the rules of arithmetic add up years of values.
static void the_size_of_the_values_is_nothing_to_it(void **state)
{
    double y[N], other[N], mean[2], got[2];

    make_series(y, 1);
    run(method_of(state), y, 2, mean);
    for (int power = -303; power <= 303; power += 202) {
        const double factor = pow(10, power);
        make_series(other, factor);
        run(method_of(state), other, 2, got);
        for (size_t k = 0; k < 2; k++) {
            assert_close(got[k] / factor, mean[k],
                         is_fitted(method_of(state)) ? 1e-6 : 1e-12);
        }
    }
}

// Zeros in between, at the end, and nothing else; a rule that divides by them
// says so instead.
static void zeros_are_values(void **state)
{
    const ot_method *m = method_of(state);
    double y[N], mean[2];

    for (size_t zeros = 0; zeros < 3; zeros++) {
        make_series(y, 1);
        for (size_t i = 0; i < N; i++) {
            y[i] =
                zeros == 2 || i % 5 == 2 || (zeros == 1 && i > 29) ? 0 : y[i];
        }
        const ot_past past = {y, N, SEASON, 0};
        double *work = malloc(ot_method_work_size(&past, 2) * sizeof *work);
        ot_error err = {0};
        assert_non_null(work);
        if (m->path(&past, 2, mean, work, &err) == OT_OK) {
            assert_true(isfinite(mean[0]) && isfinite(mean[1]));
            assert_true(!m->spread || !is_fitted(m) ||
                        (mean[0] >= 0 && mean[1] >= 0));
            assert_true(zeros < 2 || (mean[0] == 0 && mean[1] == 0));
        } else {
            assert_false(is_fitted(m));
            assert_true(strlen(err.message) > 10);
        }
        free(work);
    }
}

// A fall towards zero is one in proportion in the end.
static void what_is_above_zero_stays_there(void **state)
{
    double y[N], mean[H_MOST];

    if (!is_fitted(method_of(state))) {
        return;
    }
    make_series(y, 1);
    for (size_t i = 0; i < N; i++) {
        y[i] *= 0.01 + 0.99 * (double)(N - 1 - i) / (double)N;
    }
    run(method_of(state), y, H_MOST, mean);
    for (size_t k = 0; k < H_MOST; k++) {
        assert_true(mean[k] > 0);
    }
}

// Model by model it is in test_theta.c, test_ets_forecast.c and so on.
static void is_no_surer_further_ahead(void **state)
{
    const ot_method *m = method_of(state);
    double y[N], mean[H_MOST], again[H_MOST], sd[H_MOST];

    if (m->spread == NULL) {
        return;
    }
    make_series(y, 1);
    const ot_past past = {y, N, SEASON, 0};
    double *work = malloc(ot_method_work_size(&past, H_MOST) * sizeof *work);
    assert_non_null(work);
    assert_int_equal(m->spread(&past, H_MOST, mean, sd, work, NULL), OT_OK);
    free(work);
    run(m, y, H_MOST, again);
    assert_memory_equal(mean, again, sizeof mean);
    for (size_t k = 0; k < H_MOST; k++) {
        assert_true(sd[k] > 0 && isfinite(sd[k]));
        assert_true(k < SEASON || sd[k] >= sd[k - SEASON] * (1 - 1e-12));
    }
}

static void knows_nothing_of_the_future(void **state)
{
    double y[N + 2], mean[2], again[2];

    make_series(y, 1);
    y[N] = y[N + 1] = NAN;
    run(method_of(state), y, 2, mean);
    y[N] = y[N + 1] = 1e9;
    run(method_of(state), y, 2, again);
    assert_memory_equal(mean, again, sizeof mean);
}

static const ot_landing *landing_of(const ot_projection *p, const ot_method *m)
{
    for (size_t i = 0; i < p->landings; i++) {
        if (p->landing[i].method == m) {
            return &p->landing[i];
        }
    }
    fail_msg("%s is not asked", m->name);
    return &p->landing[0];
}

// A row that is fitted says what it would need; the others are not asked.
static void refuses_three_values(const ot_method *m)
{
    const double y[3] = {10.3, 11.9, 12.7};
    const ot_past past = {y, 3, SEASON, 0};
    double mean[2];
    double *work = malloc(ot_method_work_size(&past, 2) * sizeof *work);
    ot_error err = {0};

    assert_true(m->min_years > 0);
    assert_non_null(work);
    if (is_fitted(m)) {
        assert_int_equal(m->path(&past, 2, mean, work, &err), OT_E_DATA);
        assert_non_null(strstr(err.message, "needs"));
    }
    free(work);
}

// A quarter less of past than it asks for; nothing known of the year where it
// asks for no past.
static void refuses_too_little(void **state)
{
    const ot_method *m = method_of(state);
    double y[N], exact[N] = {0};
    ot_projection *p = NULL;
    ot_series s = {.step = 3, .y = y, .half = exact};

    if (!m->listed) {
        refuses_three_values(m);
        return;
    }
    make_series(y, 1);
    if (m->min_years > 0) {
        s.first = ot_period_month(2020 - (int)m->min_years, 4).first;
        s.n = m->min_years * SEASON - 1 + 2;
    } else {
        s.first = ot_period_month(2019, 1).first;
        s.n = SEASON;
    }
    assert_int_equal(ot_project(&s, ot_period_year(2020), &p, NULL), OT_OK);
    const ot_landing *l = landing_of(p, m);
    assert_false(l->served);
    assert_true(isnan(l->total));
    assert_int_equal(l->misses, 0);
    assert_non_null(strstr(l->why, "needs"));
    ot_projection_free(p);
}

// Twelve quarters of 100, one of which is the double in each year: factors 0.8
// and 1.6, so 80 is 100 without its season and comes again as 160 in its turn.
static void naive2_takes_the_season_out_and_puts_it_back(void **state)
{
    (void)state;
    double y[16], mean[4], work[N_MOST * 2];

    for (size_t i = 0; i < 16; i++) {
        y[i] = i % 4 == 2 ? 160 : 80;
    }
    const ot_past past = {y, 15, SEASON, 0};
    const ot_method *m = ot_method_find("naive2");
    assert_true(m->work_size(&past, 4) <= N_MOST * 2);
    assert_int_equal(m->path(&past, 4, mean, work, NULL), OT_OK);
    for (size_t k = 0; k < 4; k++) {
        assert_close(mean[k], k == 3 ? 160 : 80, 1e-12);
    }
}

static void no_such_method(void **state)
{
    (void)state;
    assert_null(ot_method_find("crystal-ball"));
    assert_null(ot_method_find(""));
}

static int laws(const char *name, CMUnitTestFunction law)
{
    law_case cases[32];
    const size_t count = ot_method_count();

    if (count > 32) {
        return 1;
    }
    for (size_t i = 0; i < count; i++) {
        cases[i] = (law_case){ot_method_at(i)->name, i};
    }
    return run_table(name, cases, count, sizeof cases[0], law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mean_share_by_hand),
        cmocka_unit_test(a_share_shrunken_towards_last_year),
        cmocka_unit_test(a_start_out_of_all_proportion_is_clipped),
        cmocka_unit_test(a_past_of_zero_has_no_share),
        cmocka_unit_test(from_zero_or_to_a_deficit_there_is_no_growth),
        cmocka_unit_test(one_value_makes_no_line),
        cmocka_unit_test(naive2_takes_the_season_out_and_puts_it_back),
        cmocka_unit_test(no_such_method),
    };

    return RUN_TABLE("paths", path_cases, test_path) +
           cmocka_run_group_tests_name("methods", tests, NULL, NULL) +
           laws("is described", is_described) +
           laws("scales with its input", scales_with_its_input) +
           laws("is the same each time", is_the_same_each_time) +
           laws("a constant goes on", a_constant_goes_on) +
           laws("size is nothing", the_size_of_the_values_is_nothing_to_it) +
           laws("zeros", zeros_are_values) +
           laws("above zero", what_is_above_zero_stays_there) +
           laws("no surer ahead", is_no_surer_further_ahead) +
           laws("knows nothing of the future", knows_nothing_of_the_future) +
           laws("refuses too little", refuses_too_little);
}
