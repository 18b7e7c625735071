// SPDX-License-Identifier: GPL-3.0-or-later
// test_ets_fit.c - fits against R's, the choice of a model, and what must hold
// for any.

#include "ets_support.h"

#include "stat/ets_bounds.h"

#define SEASON 12
#define STEPS  12

static double work[ETS_WORK];

static ot_status fit(const char *name, const double y[], size_t n, ot__ets *e)
{
    assert_true(ot__ets_work_size(n, SEASON) <= ETS_WORK);
    return ot__ets_fit(ets_model_of(name), y, n, SEASON, e, work, NULL);
}

// ---- against R --------------------------------------------------------------

static void check_bounds(const ot__ets *e)
{
    assert_true(e->alpha >= 1e-4 && e->alpha <= 0.9999);
    if (e->model.trend != 'N') {
        assert_true(e->beta >= 1e-4 && e->beta <= e->alpha);
    }
    if (e->model.season != 'N') {
        assert_true(e->gamma >= 1e-4 && e->gamma <= 1 - e->alpha);
    }
    if (e->model.damped) {
        assert_true(e->phi >= 0.8 && e->phi <= 0.98);
    }
    assert_true(ot__ets_admissible(e));
}

// A maximum that is as high or higher is what is looked for: R's optimiser
// stops below ours by more than 0.001 in most of the cases.
static void likelihoods_reach_those_of_r(void **state)
{
    (void)state;
    oracle_series s = {.name = ""};
    char series[32], name[8];
    double loglik, aicc;
    size_t rows = 0;
    int chosen;
    FILE *f = open_oracle(ORACLES "ets_fit.txt");

    while (fscanf(f, "%31s %7s %lf %lf %d", series, name, &loglik, &aicc,
                  &chosen) == 5) {
        ot__ets e, again;
        load_series(series, &s);
        assert_true(ot__ets_work_size(s.n, s.season) <= ETS_WORK);
        assert_int_equal(
            ot__ets_fit(ets_model_of(name), s.y, s.n, s.season, &e, work, NULL),
            OT_OK);
        if (!(-e.lik / 2 > loglik - 1e-3)) {
            fail_msg("%s %s: got %.6f, R has %.6f", series, name, -e.lik / 2,
                     loglik);
        }
        // The same constants as R's: their difference is that of likelihoods.
        assert_close(e.aicc - e.lik, aicc + 2 * loglik, 1e-6);
        check_bounds(&e);
        again = e;
        assert_true(ot__ets_likelihood(&again, s.y, s.n, work));
        assert_close(again.lik, e.lik, 1e-10);
        assert_close(again.last.level, e.last.level, 1e-8);
        rows++;
    }
    fclose(f);
    assert_int_equal(rows, 186);
}

// ---- laws of every model ----------------------------------------------------

// Likelihoods of a multiple differ by the known n log(scale^2).
static void a_multiple_has_the_same_fit(void **state)
{
    const ets_model_case *c = *state;
    static const double scales[] = {1000, 1e-100, 1e300};
    double y[60];
    ot__ets e, big;

    make_series(y, 60, 4, 1);
    assert_int_equal(ot__ets_fit(c->model, y, 60, 4, &e, work, NULL), OT_OK);
    for (size_t i = 0; i < 3; i++) {
        make_series(y, 60, 4, scales[i]);
        assert_int_equal(ot__ets_fit(c->model, y, 60, 4, &big, work, NULL),
                         OT_OK);
        const double shift = 2 * 60 * log(scales[i]);
        assert_true(fabs(big.lik - shift - e.lik) < 2e-3);
        const double unit = c->model.error == 'A' ? scales[i] : 1;
        assert_close(big.sigma, unit * e.sigma, 1e-3);
        assert_close(big.last.level, scales[i] * e.last.level, 0.02);
    }
}

static void holes_do_not_matter_much(void **state)
{
    const ets_model_case *c = *state;
    double y[60];
    ot__ets e, holed;

    make_series(y, 60, 4, 1);
    assert_int_equal(ot__ets_fit(c->model, y, 60, 4, &e, work, NULL), OT_OK);
    y[0] = y[30] = y[31] = y[59] = NAN;
    assert_int_equal(ot__ets_fit(c->model, y, 60, 4, &holed, work, NULL),
                     OT_OK);
    assert_int_equal(holed.values, 56);
    assert_close(holed.last.level, e.last.level, 0.15);
    assert_close(holed.sigma, e.sigma, 0.2);
}

static void a_constant_is_fitted_exactly(void **state)
{
    const ets_model_case *c = *state;
    double y[40], path[STEPS];
    ot__ets e;

    for (size_t i = 0; i < 40; i++) {
        y[i] = 73.19;
    }
    assert_int_equal(ot__ets_fit(c->model, y, 40, 4, &e, work, NULL), OT_OK);
    ot__ets_path(&e, STEPS, NULL, path);
    assert_close(path[STEPS - 1], 73.19, 1e-6);
    assert_true(e.sigma < 1e-6 * 73.19);
}

static void too_little_is_refused(void **state)
{
    const ets_model_case *c = *state;
    double y[40], inf[40];
    ot_error err = {0};
    ot__ets e;

    make_series(y, 40, 4, 1);
    assert_int_equal(ot__ets_fit(c->model, y, 4, 4, &e, work, &err), OT_E_DATA);
    assert_non_null(strstr(err.message, "needs"));
    memcpy(inf, y, sizeof y);
    inf[20] = INFINITY;
    assert_int_equal(ot__ets_fit(c->model, inf, 40, 4, &e, work, NULL),
                     OT_E_DATA);
    y[20] = 0;
    const bool above = c->model.error == 'M' || c->model.trend == 'M' ||
                       c->model.season == 'M';
    assert_int_equal(ot__ets_fit(c->model, y, 40, 4, &e, work, NULL),
                     above ? OT_E_DATA : OT_OK);
}

// ---- the choice -------------------------------------------------------------

static void the_least_aicc_is_chosen(void **state)
{
    (void)state;
    static const char *const names[] = {"ANN", "AAdN", "ANA", "AAdA",
                                        "MNM", "MAdM", "MAM"};
    double y[100];
    ot__ets best, e;
    size_t same = 0;

    make_series(y, 100, SEASON, 1);
    assert_int_equal(ot__ets_select(y, 100, SEASON, &best, work, NULL), OT_OK);
    for (size_t i = 0; i < 7; i++) {
        assert_int_equal(fit(names[i], y, 100, &e), OT_OK);
        assert_true(best.aicc <= e.aicc);
        same += best.aicc == e.aicc;
    }
    assert_int_equal(same, 1);
    assert_int_equal(best.model.season, 'M');
}

// A month next to nothing, or none at all, must not be a divisor.
static void zeros_get_no_factors(void **state)
{
    (void)state;
    double y[72], path[STEPS];
    ot__ets e;

    for (int kind = 0; kind < 3; kind++) {
        make_series(y, 72, SEASON, 1);
        for (size_t i = 4; i < 72; i += SEASON) {
            y[i] = kind == 0 ? 0 : kind == 1 ? 1.5 : -20;
        }
        assert_int_equal(ot__ets_select(y, 72, SEASON, &e, work, NULL), OT_OK);
        assert_int_equal(e.model.error, 'A');
        assert_int_equal(e.model.season, 'A');
        ot__ets_path(&e, STEPS, NULL, path);
        assert_true(fabs(path[4]) < 100);
    }
}

static void under_two_years_there_is_no_season(void **state)
{
    (void)state;
    double y[23];
    ot__ets e;

    make_series(y, 23, SEASON, 1);
    assert_int_equal(ot__ets_select(y, 23, SEASON, &e, work, NULL), OT_OK);
    assert_int_equal(e.model.season, 'N');
    assert_int_equal(ot__ets_select(y, 23, 1, &e, work, NULL), OT_OK);
    assert_int_equal(ot__ets_select(y, 4, 1, &e, work, NULL), OT_E_DATA);
}

static void a_long_season_is_refused(void **state)
{
    (void)state;
    double y[100];
    ot__ets e;

    make_series(y, 100, 25, 1);
    assert_int_equal(
        ot__ets_fit(ets_model_of("ANA"), y, 100, 25, &e, work, NULL),
        OT_E_LIMIT);
    assert_int_equal(ot__ets_select(y, 100, 25, &e, work, NULL), OT_OK);
    assert_int_equal(e.model.season, 'N');
}

static void nothing_known_is_refused(void **state)
{
    (void)state;
    double y[30];
    ot__ets e;

    for (size_t i = 0; i < 30; i++) {
        y[i] = NAN;
    }
    assert_int_equal(ot__ets_select(y, 30, SEASON, &e, work, NULL), OT_E_DATA);
}

static void finite_in_finite_out(void **state)
{
    (void)state;
    double y[50], mean[STEPS], sd[STEPS];
    ot__ets e;

    for (size_t kind = 0; kind < 7; kind++) {
        for (size_t n = 8; n <= 50; n += 3) {
            make_series(y, n, SEASON, 1);
            for (size_t i = 0; i < n; i++) {
                y[i] = kind == 0   ? (i + 1 == n)
                       : kind == 1 ? (i == 0)
                       : kind == 2 ? pow(10, (double)i) * 1e-20
                       : kind == 3 ? (i % SEASON == 0)
                       : kind == 4 ? (i % 2 > 0 ? y[i] : -y[i])
                       : kind == 5 ? y[i] - 1e9
                                   : 0;
            }
            assert_int_equal(ot__ets_select(y, n, SEASON, &e, work, NULL),
                             OT_OK);
            ot__ets_mean(&e, STEPS, mean);
            assert_true(ot__ets_sd(&e, STEPS, sd));
            for (size_t k = 0; k < STEPS; k++) {
                assert_true(isfinite(mean[k]) && isfinite(sd[k]));
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(likelihoods_reach_those_of_r),
        cmocka_unit_test(the_least_aicc_is_chosen),
        cmocka_unit_test(zeros_get_no_factors),
        cmocka_unit_test(under_two_years_there_is_no_season),
        cmocka_unit_test(a_long_season_is_refused),
        cmocka_unit_test(nothing_known_is_refused),
        cmocka_unit_test(finite_in_finite_out),
    };

    return cmocka_run_group_tests_name("ets_fit", tests, NULL, NULL) +
           run_models("multiples", a_multiple_has_the_same_fit) +
           run_models("holes", holes_do_not_matter_much) +
           run_models("constants", a_constant_is_fitted_exactly) +
           run_models("too little", too_little_is_refused);
}
