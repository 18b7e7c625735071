// SPDX-License-Identifier: GPL-3.0-or-later
// test_ets.c - the recursion, its likelihood against R's, its derivatives, and
// which parameters are admissible.

#include "ets_support.h"

#include <gsl/gsl_poly.h>

#include "stat/ets_bounds.h"
#include "stat/ets_run.h"

static double work[ETS_WORK];

// ---- names ------------------------------------------------------------------

static void names_are_read_and_written(void **state)
{
    const ets_model_case *c = *state;
    ot__ets_model model;

    assert_true(ot__ets_parse(c->name, &model));
    assert_int_equal(model.error, c->model.error);
    assert_int_equal(model.trend, c->model.trend);
    assert_int_equal(model.damped, c->model.damped);
    assert_int_equal(model.season, c->model.season);
}

static void other_names_are_refused(void **state)
{
    (void)state;
    static const char *const names[] = {"",    "AA",   "AAAA",  "NAN", "ANd",
                                        "AdN", "ANdN", "AAdNN", "aan", "AAX"};
    ot__ets_model model;

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        assert_false(ot__ets_parse(names[i], &model));
    }
}

// ---- the likelihood ---------------------------------------------------------

// The first states of tests/data/oracles/README.md.
static void set_states(ot__ets *e, const oracle_series *s)
{
    const bool seasonal = e->model.season != 'N';
    const double m = (double)s->season;
    double first = 0, second = 0;

    e->m = seasonal ? s->season : 1;
    for (size_t i = 0; i < s->season; i++) {
        first += s->y[i] / m;
        second += s->y[s->season + i] / m;
    }
    e->first.level = first;
    if (e->model.trend != 'N') {
        e->first.trend = e->model.trend == 'A' ? (second - first) / m
                                               : pow(second / first, 1 / m);
    }
    for (size_t i = 0; seasonal && i < e->m; i++) {
        e->first.season[i] =
            e->model.season == 'A' ? s->y[i] - first : s->y[i] / first;
    }
}

static ot__ets given(ot__ets_model model)
{
    return (ot__ets){
        .model = model,
        .alpha = 0.3,
        .beta = model.trend != 'N' ? 0.05 : 0,
        .gamma = model.season != 'N' ? 0.1 : 0,
        .phi = model.damped ? 0.95 : 0,
    };
}

static void likelihoods_are_as_in_r(void **state)
{
    (void)state;
    oracle_series s = {.name = ""};
    char series[32], name[8];
    double lik, level;
    size_t rows = 0;
    FILE *f = open_oracle(ORACLES "ets_fixed.txt");

    while (fscanf(f, "%31s %7s %lf %lf", series, name, &lik, &level) == 4) {
        load_series(series, &s);
        ot__ets e = given(ets_model_of(name));
        set_states(&e, &s);
        assert_true(ot__ets_work_size(s.n, e.m) <= ETS_WORK);
        assert_true(ot__ets_likelihood(&e, s.y, s.n, work));
        assert_close(e.lik, lik, 1e-9);
        assert_close(e.last.level, level, 1e-9);
        rows++;
    }
    fclose(f);
    assert_int_equal(rows, 288);
}

// Level 10, error 1; level 10.5, which the hole leaves; error -1, level 10.
static void a_hole_has_no_error(void **state)
{
    (void)state;
    const double y[] = {11, NAN, 9.5};
    ot__ets e = {.model = {'A', 'N', false, 'N'},
                 .m = 1,
                 .alpha = 0.5,
                 .first = {.level = 10}};

    assert_true(ot__ets_likelihood(&e, y, 3, work));
    assert_int_equal(e.values, 2);
    assert_close(e.sse, 2, 1e-15);
    assert_close(e.lik, 2 * log(2), 1e-15);
    assert_close(e.last.level, 10, 1e-15);
}

static void what_breaks_down_is_refused(void **state)
{
    (void)state;
    const double y[] = {5, 6, 7, 8};
    ot__ets e = given(ets_model_of("AMdN"));

    e.m = 1;
    e.first = (ot__ets_state){.level = 5, .trend = -1};
    assert_false(ot__ets_likelihood(&e, y, 4, work));
    e = given(ets_model_of("ANM"));
    e.m = 2;
    e.first = (ot__ets_state){.level = 5, .season = {0, 2}};
    assert_false(ot__ets_likelihood(&e, y, 4, work));
    e = given(ets_model_of("MNN"));
    e.m = 1;
    assert_false(ot__ets_likelihood(&e, y, 4, work));
}

// ---- derivatives ------------------------------------------------------------

// Against differences over a ten-thousandth, for each number there is.
static void derivatives_are_those_of_the_likelihood(void **state)
{
    const ets_model_case *c = *state;
    oracle_series s = {.season = 4, .n = 40};
    ot__ets e = given(c->model);
    ot__ets_slope slope;

    make_series(s.y, s.n, s.season, 1);
    set_states(&e, &s);
    s.y[9] = NAN;
    const ot__ets_trace t = ot__ets_trace_in(work, s.y, s.n, e.m);
    assert_true(ot__ets_run(&e, &t, 0));
    ot__ets_derive(&e, &t, 0, &slope);
    double *const number[] = {
        &e.alpha, &e.first.level,     &e.beta,           &e.first.trend, &e.phi,
        &e.gamma, &e.first.season[0], &e.first.season[3]};
    const double want[] = {slope.alpha,
                           slope.first.level,
                           slope.beta,
                           slope.first.trend,
                           slope.phi,
                           slope.gamma,
                           slope.first.season[0],
                           slope.first.season[3]};
    const char *const part = "AATTDSSS";
    for (size_t i = 0; i < 8; i++) {
        if ((part[i] == 'T' && c->model.trend == 'N') ||
            (part[i] == 'D' && !c->model.damped) ||
            (part[i] == 'S' && c->model.season == 'N')) {
            continue;
        }
        const double at = *number[i], step = 1e-4 * fmax(fabs(at), 0.01);
        double lik[2];
        for (int side = 0; side < 2; side++) {
            *number[i] = at + (side > 0 ? step : -step);
            assert_true(ot__ets_run(&e, &t, 0));
            lik[side] = e.lik;
        }
        *number[i] = at;
        assert_close((lik[1] - lik[0]) / (2 * step), want[i], 1e-4);
    }
}

// ---- bounds -----------------------------------------------------------------

static double largest_root(const ot__ets *e)
{
    const double b = e->model.trend == 'N' ? 0 : e->beta;
    const double phi = e->model.damped ? e->phi : 1;
    const size_t m = e->m;
    double p[OT__ETS_SEASON_MAX + 2], z[2 * OT__ETS_SEASON_MAX + 4];
    double largest = 0;
    gsl_poly_complex_workspace *w = gsl_poly_complex_workspace_alloc(m + 2);

    for (size_t i = 0; i < m + 2; i++) {
        p[i] = e->alpha + b - e->alpha * phi;
    }
    p[0] = phi * (1 - e->alpha - e->gamma);
    p[1] += e->gamma - 1;
    p[m] = e->alpha + b - phi;
    p[m + 1] = 1;
    gsl_poly_complex_solve(p, m + 2, w, z);
    gsl_poly_complex_workspace_free(w);
    for (size_t i = 0; i <= m; i++) {
        largest = fmax(largest, hypot(z[2 * i], z[2 * i + 1]));
    }
    return largest;
}

// The roots of the characteristic equation found one by one, over a grid.
static void admissible_are_those_with_roots_inside(void **state)
{
    (void)state;
    static const char *const names[] = {"ANA", "AAA", "AAdA"};
    static const size_t seasons[] = {2, 4, 12};
    size_t counts[2] = {0};

    for (size_t i = 0; i < 9; i++) {
        ot__ets e = {.model = ets_model_of(names[i % 3]), .m = seasons[i / 3]};
        for (e.alpha = 0.011; e.alpha < 1; e.alpha += 0.13) {
            for (double share = 0.01; share < 1; share += 0.19) {
                e.beta = share * e.alpha;
                e.gamma = (1 - share * share) * (1 - e.alpha);
                e.phi = 0.8 + 0.18 * share;
                const bool inside = largest_root(&e) < 1 + 1e-7;
                assert_int_equal(ot__ets_admissible(&e), inside);
                counts[inside]++;
            }
        }
    }
    assert_true(counts[0] > 10 && counts[1] > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_names_are_refused),
        cmocka_unit_test(likelihoods_are_as_in_r),
        cmocka_unit_test(a_hole_has_no_error),
        cmocka_unit_test(what_breaks_down_is_refused),
        cmocka_unit_test(admissible_are_those_with_roots_inside),
    };

    return run_models("names", names_are_read_and_written) +
           cmocka_run_group_tests_name("ets", tests, NULL, NULL) +
           run_models("derivatives", derivatives_are_those_of_the_likelihood);
}
