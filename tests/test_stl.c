// SPDX-License-Identifier: GPL-3.0-or-later
// test_stl.c - decompositions against R's, and what must hold for any.

#include "oracle_support.h"

#include "stat/decompose.h"
#include "stat/loess.h"
#include "stat/stl.h"

#define SEASON   12
#define WORK_MAX 4096

typedef struct parts {
    double trend[SERIES_MAX], season[SERIES_MAX], weight[SERIES_MAX];
} parts;

static ot_status run_stl(const double y[], size_t n, ot__stl_options how,
                         parts *p, ot_error *err)
{
    double work[WORK_MAX];

    assert_true(ot__stl_work_size(n, how.period) <= WORK_MAX);
    return ot__stl(y, n, &how, p->trend, p->season, p->weight, work, err);
}

// Relative to the size of the series: a season may be next to nothing.
static void check_part(double got, double want, const oracle_series *s,
                       const char *what)
{
    double size = 0;

    for (size_t i = 0; i < s->n; i++) {
        size = fmax(size, fabs(s->y[i]));
    }
    if (!(fabs(got - want) <= 1e-9 * size)) {
        fail_msg("%s of %s: got %.12g, want %.12g", what, s->name, got, want);
    }
}

static void stl_is_as_in_r(void **state)
{
    (void)state;
    oracle_series s = {.name = ""};
    parts p = {0};
    char name[32];
    size_t window, t, rows = 0;
    int robust;
    double trend, season;
    FILE *f = open_oracle(ORACLES "stl.txt");

    while (fscanf(f, "%31s %zu %d %zu %lf %lf", name, &window, &robust, &t,
                  &trend, &season) == 6) {
        load_series(name, &s);
        const ot__stl_options how = {
            .period = s.season, .seasonal = window, .robust = robust != 0};
        assert_int_equal(run_stl(s.y, s.n, how, &p, NULL), OT_OK);
        check_part(p.trend[t - 1], trend, &s, "trend");
        check_part(p.season[t - 1], season, &s, "season");
        rows++;
    }
    fclose(f);
    assert_int_equal(rows, 140);
}

static void decompose_is_as_in_r(void **state)
{
    (void)state;
    oracle_series s = {.name = ""};
    char name[32];
    size_t t, rows = 0;
    int product;
    double trend, season, got[SERIES_MAX], figure[SEASON];
    FILE *f = open_oracle(ORACLES "decompose.txt");

    while (fscanf(f, "%31s %d %zu %lf %lf", name, &product, &t, &trend,
                  &season) == 5) {
        load_series(name, &s);
        assert_int_equal(
            ot__decompose(s.y, s.n, s.season, product != 0, got, figure, NULL),
            OT_OK);
        assert_close(got[t - 1], trend, 1e-9);
        check_part(figure[(t - 1) % s.season], season, &s, "season");
        rows++;
    }
    fclose(f);
    assert_int_equal(rows, 110);
}

// ---- laws ------------------------------------------------------------------

typedef struct scale_case {
    const char *name;
    double scale;
} scale_case;

static const scale_case scale_cases[] = {
    {"a thousand times", 1000},
    {"next to nothing", 1e-300},
    {"the largest there are", 1e300},
    {"of the other sign", -1},
};

static void test_scale(void **state)
{
    const scale_case *c = *state;
    double y[100], big[100];
    parts p, q;

    make_series(y, 100, SEASON, 1);
    make_series(big, 100, SEASON, c->scale);
    for (int robust = 0; robust < 2; robust++) {
        const ot__stl_options how = {.period = SEASON, .robust = robust != 0};
        assert_int_equal(run_stl(y, 100, how, &p, NULL), OT_OK);
        assert_int_equal(run_stl(big, 100, how, &q, NULL), OT_OK);
        for (size_t i = 0; i < 100; i++) {
            assert_close(q.trend[i], c->scale * p.trend[i], 1e-10);
            assert_close(q.season[i], c->scale * p.season[i], 1e-8);
        }
    }
}

// A straight line and a figure whose sum is 0 are told apart wholly.
static void a_line_and_a_fixed_season_are_found(void **state)
{
    (void)state;
    static const double figure[] = {11, -3, -8, 0.5, 2, -2.5};
    double y[40], trend[40], found[6];
    parts p;

    for (size_t i = 0; i < 40; i++) {
        y[i] = 100 + 2.25 * (double)i + figure[i % 6];
    }
    for (size_t window = 0; window <= 7; window += 7) {
        const ot__stl_options how = {
            .period = 6, .seasonal = window, .robust = true};
        assert_int_equal(run_stl(y, 40, how, &p, NULL), OT_OK);
        for (size_t i = 0; i < 40; i++) {
            assert_close(p.trend[i], 100 + 2.25 * (double)i, 1e-9);
            assert_true(fabs(p.season[i] - figure[i % 6]) < 1e-8);
        }
    }
    assert_int_equal(ot__decompose(y, 40, 6, false, trend, found, NULL), OT_OK);
    for (size_t i = 0; i < 6; i++) {
        assert_true(fabs(found[i] - figure[i]) < 1e-10);
    }
}

static void one_wild_value_gets_no_weight(void **state)
{
    (void)state;
    double y[100];
    parts p, q;
    const ot__stl_options how = {.period = SEASON, .robust = true};

    make_series(y, 100, SEASON, 1);
    assert_int_equal(run_stl(y, 100, how, &p, NULL), OT_OK);
    y[55] *= 40;
    assert_int_equal(run_stl(y, 100, how, &q, NULL), OT_OK);
    assert_close(q.weight[55], 0, 0);
    assert_close(q.trend[55], p.trend[55], 0.05);
}

static void constants_have_no_season(void **state)
{
    (void)state;
    double y[30] = {0}, trend[30], figure[4];
    parts p;
    const ot__stl_options how = {.period = 4, .robust = true};

    for (int value = 0; value <= 7; value += 7) {
        for (size_t i = 0; i < 30; i++) {
            y[i] = value;
        }
        assert_int_equal(run_stl(y, 30, how, &p, NULL), OT_OK);
        assert_int_equal(ot__decompose(y, 30, 4, false, trend, figure, NULL),
                         OT_OK);
        for (size_t i = 0; i < 30; i++) {
            assert_true(fabs(p.trend[i] - value) < 1e-12);
            assert_true(fabs(p.season[i]) < 1e-12);
            assert_true(fabs(figure[i % 4]) < 1e-12);
        }
    }
}

static void too_little_is_refused(void **state)
{
    (void)state;
    double y[24], trend[24], figure[SEASON];
    parts p;
    ot_error err = {0};
    const ot__stl_options how = {.period = SEASON};

    make_series(y, 24, SEASON, 1);
    assert_int_equal(run_stl(y, 24, how, &p, &err), OT_E_DATA);
    assert_non_null(strstr(err.message, "needs more than 24 values, not 24"));
    assert_int_equal(ot__decompose(y, 24, SEASON, true, trend, figure, NULL),
                     OT_OK);
    assert_int_equal(ot__decompose(y, 23, SEASON, true, trend, figure, NULL),
                     OT_E_DATA);
}

static void holes_are_refused(void **state)
{
    (void)state;
    double y[40], trend[40], figure[SEASON];
    parts p;
    const ot__stl_options how = {.period = SEASON};

    make_series(y, 40, SEASON, 1);
    y[17] = NAN;
    assert_int_equal(run_stl(y, 40, how, &p, NULL), OT_E_DATA);
    assert_int_equal(ot__decompose(y, 40, SEASON, false, trend, figure, NULL),
                     OT_E_DATA);
}

static void a_share_of_nothing_is_refused(void **state)
{
    (void)state;
    double y[12] = {5, 3, 2, 0, 0, 0, 0, 0, 0, 2, 5, 9};
    double trend[12], figure[4];
    ot_error err = {0};

    assert_int_equal(ot__decompose(y, 12, 4, true, trend, figure, &err),
                     OT_E_DATA);
    assert_non_null(strstr(err.message, "above zero"));
    assert_int_equal(ot__decompose(y, 12, 4, false, trend, figure, NULL),
                     OT_OK);
}

// Around position 1 of three: 4 neighbours asked for reach as far as the two
// there are, whose weight is nothing at that distance; 5 reach a step more, so
// that theirs is (1 - 1/8)^3.
static void a_local_mean_by_hand(void **state)
{
    (void)state;
    const double y[] = {2, 10, 4}, w = 343.0 / 512;
    const double nothing[3] = {0};
    const ot__loess near = {.window = 4, .degree = 0, .jump = 1};
    const ot__loess wide = {.window = 5, .degree = 0, .jump = 1};
    double work[3], fit = -1;

    assert_true(ot__loess_at(y, 3, &near, 1, 0, 2, NULL, &fit, work));
    assert_close(fit, 10, 1e-15);
    assert_true(ot__loess_at(y, 3, &wide, 1, 0, 2, NULL, &fit, work));
    assert_close(fit, (10 + 6 * w) / (1 + 2 * w), 1e-15);
    assert_false(ot__loess_at(y, 3, &wide, 1, 0, 2, nothing, &fit, work));
    assert_close(fit, (10 + 6 * w) / (1 + 2 * w), 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stl_is_as_in_r),
        cmocka_unit_test(decompose_is_as_in_r),
        cmocka_unit_test(a_line_and_a_fixed_season_are_found),
        cmocka_unit_test(one_wild_value_gets_no_weight),
        cmocka_unit_test(constants_have_no_season),
        cmocka_unit_test(too_little_is_refused),
        cmocka_unit_test(holes_are_refused),
        cmocka_unit_test(a_share_of_nothing_is_refused),
        cmocka_unit_test(a_local_mean_by_hand),
    };

    return RUN_TABLE("a multiple of the series", scale_cases, test_scale) +
           cmocka_run_group_tests_name("stl", tests, NULL, NULL);
}
