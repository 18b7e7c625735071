// SPDX-License-Identifier: GPL-3.0-or-later
// test_ets_forecast.c - means and spreads against R's, and paths against both.

#include "ets_support.h"

#define STEPS 12
#define DRAWS 20000

static double work[ETS_WORK];

static void forecasts_are_as_in_r(void **state)
{
    (void)state;
    oracle_series s = {.name = ""};
    char series[32], name[8];
    size_t h, rows = 0;
    double mean, lo, got[STEPS], sd[STEPS];
    FILE *f = open_oracle(ORACLES "ets_forecast.txt");

    while (fscanf(f, "%31s %7s %zu %lf %lf", series, name, &h, &mean, &lo) ==
           5) {
        ot__ets e;
        load_series(series, &s);
        assert_int_equal(
            ot__ets_fit(ets_model_of(name), s.y, s.n, s.season, &e, work, NULL),
            OT_OK);
        ot__ets_mean(&e, STEPS, got);
        assert_true(ot__ets_sd(&e, STEPS, sd));
        // As near as R's optimiser comes to the maximum.
        assert_close(got[h - 1], mean, 5e-4);
        assert_close(sd[h - 1], (mean - lo) / 1.959963984540054, 5e-4);
        rows++;
    }
    fclose(f);
    assert_int_equal(rows, 42);
}

// ---- by hand ----------------------------------------------------------------

// Level 100, trend 10 halved at each step.
static void a_damped_trend_by_hand(void **state)
{
    (void)state;
    const ot__ets e = {.model = {'A', 'A', true, 'N'},
                       .m = 1,
                       .alpha = 0.5,
                       .beta = 0.25,
                       .phi = 0.5,
                       .sigma = 2,
                       .last = {.level = 100, .trend = 10}};
    const double error[] = {1, 0, -1};
    double path[3], sd[3];

    ot__ets_path(&e, 3, NULL, path);
    assert_close(path[0], 105, 1e-15);
    assert_close(path[1], 107.5, 1e-15);
    assert_close(path[2], 108.75, 1e-15);
    // An error of 2: the level is 106 and the trend 5.5, of which 2.75 follow;
    // then 1.375; and another of -2.
    ot__ets_path(&e, 3, error, path);
    assert_close(path[0], 107, 1e-15);
    assert_close(path[1], 108.75, 1e-15);
    assert_close(path[2], 110.125 - 2, 1e-15);
    // c_1 = 0.5 + 0.25 x 0.5, c_2 = 0.5 + 0.25 x 0.75.
    assert_true(ot__ets_sd(&e, 3, sd));
    assert_close(sd[0], 2, 1e-15);
    assert_close(sd[1], 2 * sqrt(1 + 0.625 * 0.625), 1e-15);
    assert_close(sd[2], 2 * sqrt(1 + 0.625 * 0.625 + 0.6875 * 0.6875), 1e-15);
}

// A factor of 2 that is seen again at 1.5 times the mean.
static void a_season_of_factors_by_hand(void **state)
{
    (void)state;
    const ot__ets e = {.model = {'M', 'N', false, 'M'},
                       .m = 2,
                       .alpha = 0.2,
                       .gamma = 0.5,
                       .sigma = 0.25,
                       .last = {.level = 10, .season = {2, 0.5}}};
    const double error[] = {2, 0, 0};
    double path[3], mean[3];

    ot__ets_path(&e, 3, error, path);
    assert_close(path[0], 30, 1e-15);
    assert_close(path[1], 11 * 0.5, 1e-15);
    assert_close(path[2], 11 * 2.5, 1e-15);
    // Level and factor rise together: (1 + 0.2 e)(1 + 0.5 e) has the mean
    // 1 + 0.1 / 16.
    ot__ets_mean(&e, 3, mean);
    assert_close(mean[1], 5, 1e-15);
    assert_close(mean[2], 20 * (1 + 0.1 / 16), 1e-14);
}

// ---- laws of every model ----------------------------------------------------

static double uniform(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return ((double)(*seed >> 8) + 0.5) / 16777216;
}

// Box & Muller (1958).
static double normal(uint32_t *seed)
{
    const double r = sqrt(-2 * log(uniform(seed)));
    return r * cos(6.283185307179586 * uniform(seed));
}

// A standing whose spread, 5 %, is that of a real series.
static ot__ets standing(ot__ets_model model)
{
    ot__ets e = {
        .model = model,
        .m = model.season == 'N' ? 1 : 4,
        .alpha = 0.4,
        .beta = model.trend == 'N' ? 0 : 0.1,
        .gamma = model.season == 'N' ? 0 : 0.5,
        .phi = model.damped ? 0.9 : 0,
        .sigma = model.error == 'A' ? 5 : 0.05,
        .last = {.level = 100,
                 .trend = model.trend == 'N'   ? 0
                          : model.trend == 'A' ? 1.5
                                               : 1.015},
    };
    static const double season[] = {1.1, 0.8, 1.2, 0.9};

    for (size_t i = 0; i < 4 && model.season != 'N'; i++) {
        e.last.season[i] =
            model.season == 'M' ? season[i] : 100 * (season[i] - 1);
    }
    return e;
}

// Twenty thousand paths: their mean and standard deviation.
static void simulate(const ot__ets *e, double mean[STEPS], double sd[STEPS])
{
    double error[STEPS], path[STEPS], centre[STEPS];
    uint32_t seed = 2026;

    ot__ets_path(e, STEPS, NULL, centre);
    memset(mean, 0, STEPS * sizeof mean[0]);
    memset(sd, 0, STEPS * sizeof sd[0]);
    for (size_t i = 0; i < DRAWS; i++) {
        for (size_t k = 0; k < STEPS; k++) {
            error[k] = normal(&seed);
        }
        ot__ets_path(e, STEPS, error, path);
        for (size_t k = 0; k < STEPS; k++) {
            const double d = path[k] - centre[k];
            mean[k] += d / DRAWS;
            sd[k] += d * d / DRAWS;
        }
    }
    for (size_t k = 0; k < STEPS; k++) {
        sd[k] = sqrt(sd[k] - mean[k] * mean[k]);
        mean[k] += centre[k];
    }
}

static void paths_spread_as_the_formula_says(void **state)
{
    const ets_model_case *c = *state;
    const ot__ets e = standing(c->model);
    double mean[STEPS], sd[STEPS], want[STEPS], expected[STEPS];

    ot__ets_mean(&e, STEPS, expected);
    simulate(&e, mean, sd);
    const bool formula = c->model.trend != 'M' &&
                         (c->model.error == 'M' || c->model.season != 'M');
    assert_int_equal(ot__ets_sd(&e, STEPS, want), formula);
    for (size_t k = 0; k < STEPS; k++) {
        assert_close(mean[k], expected[k], formula ? 0.003 : 0.02);
        if (formula) {
            assert_close(sd[k], want[k], 0.02);
        }
        assert_true(sd[k] > 3 && sd[k] < 60);
    }
}

// The step of a path is the step of the likelihood: what a path without errors
// says is expected without errors.
static void a_path_is_what_the_recursion_expects(void **state)
{
    const ets_model_case *c = *state;
    ot__ets e = standing(c->model);
    double path[STEPS], error[STEPS];
    uint32_t seed = 7;

    for (size_t k = 0; k < STEPS; k++) {
        error[k] = normal(&seed);
    }
    ot__ets_path(&e, STEPS, error, path);
    e.first = e.last;
    assert_true(ot__ets_likelihood(&e, path, STEPS, work));
    double squares = 0;
    for (size_t k = 0; k < STEPS; k++) {
        squares += error[k] * error[k] * e.sigma * e.sigma;
    }
    assert_close(e.sse, squares, 1e-10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forecasts_are_as_in_r),
        cmocka_unit_test(a_damped_trend_by_hand),
        cmocka_unit_test(a_season_of_factors_by_hand),
    };

    return cmocka_run_group_tests_name("ets_forecast", tests, NULL, NULL) +
           run_models("paths", paths_spread_as_the_formula_says) +
           run_models("steps", a_path_is_what_the_recursion_expects);
}
