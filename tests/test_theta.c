// SPDX-License-Identifier: GPL-3.0-or-later
// test_theta.c - Theta against R's, its dynamic form against the paper's
// recursion, and what must hold for both.

#include "oracle_support.h"

#include "stat/acf.h"
#include "stat/decompose.h"
#include "stat/theta.h"

#define SEASON   12
#define STEPS    12
#define WORK_MAX 2048

typedef ot_status fitter(const double y[], size_t n, size_t season,
                         ot__theta *fit, double figure[], double work[],
                         ot_error *err);

// ---- against R -------------------------------------------------------------

typedef struct r_case {
    char series[32];
    double first, first_lo, seventh, twelfth, twelfth_lo;
} r_case;

// The 95 % limits lie 1.96 standard deviations from the mean, which grow with
// (1 + 11 alpha^2)^(1/2): that tells R's alpha.
static double sd_of(double mean, double lo)
{
    return (mean - lo) / 1.959963984540054;
}

static double alpha_of(const r_case *c)
{
    const double ratio =
        sd_of(c->twelfth, c->twelfth_lo) / sd_of(c->first, c->first_lo);
    return sqrt((ratio * ratio - 1) / 11);
}

// Smoothing at that alpha from the first level with the least squared error.
static double level_at(const double x[], size_t n, double alpha)
{
    double best = 0, weights = 0, level = 0, weight = 1;

    for (size_t t = 0; t < n; t++) {
        best += weight * (x[t] - level);
        weights += weight * weight;
        level += alpha * (x[t] - level);
        weight *= 1 - alpha;
    }
    return level + weight * best / weights;
}

static void take_out(const oracle_series *s, const ot__theta *fit,
                     const double figure[], double x[])
{
    for (size_t t = 0; t < s->n; t++) {
        const double f = fit->seasonal ? figure[t % s->season] : 1;
        x[t] = s->y[t] / f;
    }
}

static void check_r_case(const r_case *c, const oracle_series *s)
{
    double figure[SEASON], work[WORK_MAX], x[SERIES_MAX], mean[STEPS];
    ot__theta fit;

    assert_int_equal(
        ot__theta_fit(s->y, s->n, s->season, &fit, figure, work, NULL), OT_OK);
    assert_true(!fit.seasonal || fit.product);
    // The least squared error, so never above what R's optimiser stops at.
    assert_true(fit.sigma <= sd_of(c->first, c->first_lo) * (1 + 1e-7));
    ot__theta_path(&fit, figure, STEPS, NULL, mean);
    const int stiff = strcmp(s->name, "M3_N1402") == 0;
    assert_close(mean[0], c->first, stiff ? 5e-4 : 3e-5);
    assert_close(mean[11], c->twelfth, stiff ? 5e-4 : 3e-5);
    // At R's own alpha they are the same, but for a case at the lower bound,
    // where all depends on the first level and R's is not the best.
    take_out(s, &fit, figure, x);
    fit.alpha = alpha_of(c);
    fit.level = level_at(x, s->n, fit.alpha);
    ot__theta_path(&fit, figure, STEPS, NULL, mean);
    assert_close(mean[0], c->first, stiff ? 5e-4 : 1e-8);
    assert_close(mean[6], c->seventh, stiff ? 5e-4 : 1e-8);
    assert_close(mean[11], c->twelfth, stiff ? 5e-4 : 1e-8);
}

static void theta_is_as_in_r(void **state)
{
    (void)state;
    oracle_series s = {.name = ""};
    r_case c;
    size_t rows = 0;
    FILE *f = open_oracle(ORACLES "theta.txt");

    while (fscanf(f, "%31s %lf %lf %lf %lf %lf", c.series, &c.first,
                  &c.first_lo, &c.seventh, &c.twelfth, &c.twelfth_lo) == 6) {
        load_series(c.series, &s);
        check_r_case(&c, &s);
        rows++;
    }
    fclose(f);
    assert_int_equal(rows, 14);
}

// ---- the dynamic form ------------------------------------------------------

// The paper's equations as they stand, t from 1; the values after n are those
// expected. Returns the squared error from the fourth on.
static double by_the_paper(const double y[], size_t n, size_t h, double alpha,
                           double theta, double first, double mean[])
{
    double level = first, average = 0, a = 0, b = 0, sse = 0;

    for (size_t i = 1; i <= n + h; i++) {
        const double t = (double)i;
        const double mu =
            level + (1 - 1 / theta) * (pow(1 - alpha, t - 1) * a +
                                       (1 - pow(1 - alpha, t)) / alpha * b);
        const double now = i <= n ? y[i - 1] : mu;
        sse += i > 3 && i <= n ? (now - mu) * (now - mu) : 0;
        if (i > n) {
            mean[i - n - 1] = mu;
        }
        level = alpha * now + (1 - alpha) * level;
        b = i == 1 ? 0 : ((t - 2) * b + 6 / t * (now - average)) / (t + 1);
        average = ((t - 1) * average + now) / t;
        a = average - (t + 1) / 2 * b;
    }
    return sse;
}

static void dotm_is_the_best_of_the_papers(void **state)
{
    (void)state;
    double y[60], figure[1], work[WORK_MAX], mean[STEPS], want[STEPS];
    ot__theta fit;

    make_series(y, 60, SEASON, 1);
    assert_int_equal(ot__dotm_fit(y, 60, 1, &fit, figure, work, NULL), OT_OK);
    assert_false(fit.seasonal);
    const double least =
        by_the_paper(y, 60, STEPS, fit.alpha, fit.theta, fit.first, want);
    assert_close(fit.sigma, sqrt(least / (60 - 3 - 3)), 1e-10);
    ot__theta_path(&fit, figure, STEPS, NULL, mean);
    for (size_t k = 0; k < STEPS; k++) {
        assert_close(mean[k], want[k], 1e-10);
    }
    for (double alpha = 0.1; alpha < 0.99; alpha += 0.08) {
        for (double theta = 1; theta < 500; theta *= 1.5) {
            for (double first = -500; first < 1000; first += 50) {
                assert_true(by_the_paper(y, 60, 0, alpha, theta, first, want) >=
                            least);
            }
        }
    }
}

// With theta 1 it is smoothing alone, whose level goes on.
static void theta_of_one_is_smoothing(void **state)
{
    (void)state;
    const ot__theta fit = {.dynamic = true,
                           .n = 20,
                           .season = 1,
                           .alpha = 0.4,
                           .theta = 1,
                           .level = 50,
                           .slope = 3,
                           .mean = 40,
                           .sigma = 2};
    double mean[3], sd[3];

    ot__theta_path(&fit, NULL, 3, NULL, mean);
    ot__theta_sd(&fit, NULL, 3, sd);
    for (size_t k = 0; k < 3; k++) {
        assert_close(mean[k], 50, 1e-14);
        assert_close(sd[k], 2 * sqrt(1 + 0.16 * (double)k), 1e-13);
    }
}

// ---- laws of both ----------------------------------------------------------

typedef struct law_case {
    const char *name;
    fitter *fit;
} law_case;

static const law_case law_cases[] = {
    {"Theta", ot__theta_fit},
    {"DOTM", ot__dotm_fit},
};

static void forecast(fitter *fit, const double y[], size_t n, double mean[],
                     double sd[])
{
    double figure[SEASON], work[WORK_MAX];
    ot__theta model;

    assert_true(ot__theta_work_size(n) <= WORK_MAX);
    assert_int_equal(fit(y, n, SEASON, &model, figure, work, NULL), OT_OK);
    ot__theta_path(&model, figure, STEPS, NULL, mean);
    ot__theta_sd(&model, figure, STEPS, sd);
    for (size_t k = 0; k < STEPS; k++) {
        assert_true(isfinite(mean[k]));
        assert_true(isfinite(sd[k]) && sd[k] >= 0);
    }
}

static void scales_with_its_input(void **state)
{
    const law_case *c = *state;
    static const double scales[] = {1000, 1e-300, 1e300};
    double y[100], big[100], mean[STEPS], sd[STEPS], m[STEPS], s[STEPS];

    make_series(y, 100, SEASON, 1);
    forecast(c->fit, y, 100, mean, sd);
    for (size_t i = 0; i < 3; i++) {
        make_series(big, 100, SEASON, scales[i]);
        forecast(c->fit, big, 100, m, s);
        for (size_t k = 0; k < STEPS; k++) {
            assert_close(m[k], scales[i] * mean[k], 1e-6);
            assert_close(s[k], scales[i] * sd[k], 1e-6);
        }
    }
}

static void a_constant_goes_on(void **state)
{
    const law_case *c = *state;
    double y[40], mean[STEPS], sd[STEPS];

    for (int value = -7; value <= 7; value += 7) {
        for (size_t i = 0; i < 40; i++) {
            y[i] = value;
        }
        forecast(c->fit, y, 40, mean, sd);
        assert_true(fabs(mean[STEPS - 1] - value) < 1e-9);
        assert_true(sd[STEPS - 1] < 1e-8);
    }
}

// A season of months without trade and of deficits: it is a term, and neither
// explodes nor vanishes.
static void zeros_and_deficits_have_a_season_too(void **state)
{
    const law_case *c = *state;
    double y[60], figure[SEASON], work[WORK_MAX], mean[STEPS];
    ot__theta fit;

    make_series(y, 60, SEASON, 1);
    for (size_t i = 0; i < 60; i++) {
        y[i] = i % SEASON == 3 ? 0 : i % SEASON == 5 ? -y[i] : y[i];
    }
    assert_int_equal(c->fit(y, 60, SEASON, &fit, figure, work, NULL), OT_OK);
    assert_true(fit.seasonal && !fit.product);
    ot__theta_path(&fit, figure, STEPS, NULL, mean);
    assert_true(fabs(mean[3]) < 100);
    assert_true(mean[5] < -150 && mean[5] > -450);
    assert_true(mean[6] > 150 && mean[6] < 450);
}

static void finite_in_finite_out(void **state)
{
    const law_case *c = *state;
    double y[50], mean[STEPS], sd[STEPS];

    for (size_t kind = 0; kind < 6; kind++) {
        for (size_t n = 8; n <= 50; n += 3) {
            make_series(y, n, SEASON, 1);
            for (size_t i = 0; i < n; i++) {
                y[i] = kind == 0   ? (i + 1 == n)
                       : kind == 1 ? (i == 0)
                       : kind == 2 ? pow(10, (double)i) * 1e-20
                       : kind == 3 ? (i % SEASON == 0)
                       : kind == 4 ? (i % 2 > 0 ? y[i] : -y[i])
                                   : y[i] - 1e9;
            }
            forecast(c->fit, y, n, mean, sd);
        }
    }
}

static void refuses_holes_and_too_little(void **state)
{
    const law_case *c = *state;
    double y[24], figure[SEASON], work[WORK_MAX];
    ot__theta fit;
    ot_error err = {0};

    make_series(y, 24, SEASON, 1);
    assert_int_equal(c->fit(y, 3, SEASON, &fit, figure, work, &err), OT_E_DATA);
    assert_non_null(strstr(err.message, "values, not 3"));
    y[9] = NAN;
    assert_int_equal(c->fit(y, 24, SEASON, &fit, figure, work, NULL),
                     OT_E_DATA);
}

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

#define DRAWS 20000

// The spread of many paths is what the sd says.
static void paths_spread_as_the_sd_says(void **state)
{
    const law_case *c = *state;
    double y[80], figure[SEASON], work[WORK_MAX], mean[STEPS], sd[STEPS];
    double error[STEPS], path[STEPS], squares[STEPS] = {0};
    uint32_t seed = 2026;
    ot__theta fit;

    make_series(y, 80, SEASON, 1);
    assert_int_equal(c->fit(y, 80, SEASON, &fit, figure, work, NULL), OT_OK);
    assert_true(fit.product);
    ot__theta_path(&fit, figure, STEPS, NULL, mean);
    ot__theta_sd(&fit, figure, STEPS, sd);
    for (size_t i = 0; i < DRAWS; i++) {
        for (size_t k = 0; k < STEPS; k++) {
            error[k] = normal(&seed);
        }
        ot__theta_path(&fit, figure, STEPS, error, path);
        for (size_t k = 0; k < STEPS; k++) {
            squares[k] += (path[k] - mean[k]) * (path[k] - mean[k]) / DRAWS;
        }
    }
    for (size_t k = 0; k < STEPS; k++) {
        assert_close(sqrt(squares[k]), sd[k], 0.02);
    }
}

// ---- the season test -------------------------------------------------------

// 1 2 3 4: mean 2.5; products at lag 1: 0.75 - 0.25 + 0.75, squares 5.
static void autocorrelation_by_hand(void **state)
{
    (void)state;
    const double y[] = {1, 2, 3, 4}, flat[] = {3, 3, 3};
    double r[3];

    ot__acf(y, 4, 3, r);
    assert_close(r[0], 0.25, 1e-15);
    assert_close(r[2], -0.45, 1e-15);
    ot__acf(flat, 3, 1, r);
    assert_close(r[0], 0, 0);
}

static void a_season_needs_more_than_two_years(void **state)
{
    (void)state;
    double y[40];

    for (size_t i = 0; i < 40; i++) {
        y[i] = i % 4 == 0 ? 5 : 1;
    }
    assert_true(ot__acf_has_season(y, 40, 4));
    assert_false(ot__acf_has_season(y, 8, 4));
    assert_false(ot__acf_has_season(y, 40, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(theta_is_as_in_r),
        cmocka_unit_test(dotm_is_the_best_of_the_papers),
        cmocka_unit_test(theta_of_one_is_smoothing),
        cmocka_unit_test(autocorrelation_by_hand),
        cmocka_unit_test(a_season_needs_more_than_two_years),
    };

    return cmocka_run_group_tests_name("theta", tests, NULL, NULL) +
           RUN_TABLE("scales", law_cases, scales_with_its_input) +
           RUN_TABLE("constant", law_cases, a_constant_goes_on) +
           RUN_TABLE("zeros", law_cases, zeros_and_deficits_have_a_season_too) +
           RUN_TABLE("finite", law_cases, finite_in_finite_out) +
           RUN_TABLE("refuses", law_cases, refuses_holes_and_too_little) +
           RUN_TABLE("paths", law_cases, paths_spread_as_the_sd_says);
}
