// SPDX-License-Identifier: GPL-3.0-or-later
// test_forecast.c - the combination, and limits set right by the record.

#include "support.h"

#include "project/forecast.h"

#define N_MOST 60
#define H      4

// A trend, a season and irregular values.
static void make_series(double y[], size_t n, size_t season)
{
    uint32_t noise = 4711;

    for (size_t i = 0; i < n; i++) {
        noise = noise * 1664525u + 1013904223u;
        const double irregular = (double)(noise >> 8) / 16777216 - 0.5;
        y[i] = (90.7 + 0.83 * (double)i) *
               (1 + 0.2 * sin(2 * 3.14159265358979 * (double)(i % season) /
                              (double)season)) *
               (1 + 0.1 * irregular);
    }
}

static double *room_for(const ot_past *past)
{
    double *work =
        malloc((ot_method_work_size(past, H) + 2 * H) * sizeof *work);
    assert_non_null(work);
    return work;
}

// ---- the combination -------------------------------------------------------

typedef struct mean_case {
    const char *name;
    size_t n, season;
    const char *of[4]; // NULL: no more
} mean_case;

static const mean_case mean_cases[] = {
    {"months: four models", 60, 12, {"dotm", "theta", "stl-ets", "ets"}},
    {"two years of months: STL needs more", 24, 12, {"dotm", "theta", "ets"}},
    {"quarters: two models", 40, 4, {"ets", "theta"}},
    {"years: the same two", 12, 1, {"ets", "theta"}},
    {"four values: Theta alone", 4, 1, {"theta"}},
};

static void test_mean(void **state)
{
    const mean_case *c = *state;
    double y[N_MOST], got[H], sd[H], one[H], its[H], mean[H] = {0};
    double deviation[H] = {0};
    const ot_past past = {y, c->n, c->season, 0};
    double *work = room_for(&past);
    size_t count = 0;

    make_series(y, c->n, c->season);
    for (; count < 4 && c->of[count] != NULL; count++) {
        const ot_method *m = ot_method_find(c->of[count]);
        assert_int_equal(m->spread(&past, H, one, its, work, NULL), OT_OK);
        for (size_t k = 0; k < H; k++) {
            mean[k] += one[k];
            deviation[k] += its[k];
        }
    }
    const ot_method *m = ot_method_find("auto");
    assert_int_equal(m->spread(&past, H, got, sd, work, NULL), OT_OK);
    for (size_t k = 0; k < H; k++) {
        assert_close(got[k], mean[k] / (double)count, 1e-14);
        assert_close(sd[k], deviation[k] / (double)count, 1e-14);
    }
    free(work);
}

static void no_member_serves(void **state)
{
    (void)state;
    const double y[3] = {1.5, 2.5, 1.75};
    const ot_past past = {y, 3, 12, 0};
    double mean[H], *work = room_for(&past);
    ot_error err = {0};

    assert_int_equal(ot_method_find("auto")->path(&past, H, mean, work, &err),
                     OT_E_DATA);
    assert_non_null(strstr(err.message, "needs"));
    free(work);
}

// ---- limits ----------------------------------------------------------------

// A walk of steps 1 and -1 knows of a deviation of 1; the next step is 5, five
// times as large. Over all three steps it is the root of 27 / 3 = 3, made 15.
static void a_miss_of_five_deviations_widens_fivefold(void **state)
{
    (void)state;
    const double y[4] = {0, 1, 0, 5};
    const ot_past past = {y, 4, 1, 0};
    double mean[H], sd[H], *work = room_for(&past), lo, hi;
    ot__forecast f = {.h = H, .mean = mean, .sd = sd};

    assert_int_equal(
        ot__forecast_make(ot_method_find("naive"), &past, &f, work, NULL),
        OT_OK);
    assert_int_equal(f.origins, 1);
    for (size_t k = 0; k < H; k++) {
        assert_close(mean[k], 5, 0);
        assert_close(sd[k], 15 * sqrt((double)(k + 1)), 1e-14);
    }
    // Student's t with 3 degrees of freedom: 3.1824 at 97.5 %.
    ot__forecast_band(&f, 0, 0.95, &lo, &hi);
    assert_close(lo, 0, 0);
    assert_close(hi, 5 + 15 * 3.182446305284263, 1e-9);
    free(work);
}

// Steps 1 and -1 to the end: after two of them the walk is where it was, and
// errors are no larger than the deviations: those stay.
static void a_good_record_narrows_nothing(void **state)
{
    (void)state;
    double y[20], mean[H], sd[H], lo, hi;
    const ot_past past = {y, 20, 1, 0};
    double *work = room_for(&past);
    ot__forecast f = {.h = H, .mean = mean, .sd = sd};

    for (size_t i = 0; i < 20; i++) {
        y[i] = -3 + (double)(i % 2);
    }
    assert_int_equal(
        ot__forecast_make(ot_method_find("naive"), &past, &f, work, NULL),
        OT_OK);
    assert_int_equal(f.origins, OT__ORIGINS);
    assert_close(sd[0], 1, 1e-14);
    assert_close(sd[3], 2, 1e-14);
    // 8 degrees of freedom: 1.8595 at 95 %; there are values below zero.
    ot__forecast_band(&f, 0, 0.90, &lo, &hi);
    assert_close(lo, -2 - 1.8595480375228424, 1e-9);
    assert_close(hi, -2 + 1.8595480375228424, 1e-9);
    free(work);
}

static void without_a_record_the_model_stands(void **state)
{
    (void)state;
    const double y[3] = {4, 6, 4};
    const ot_past past = {y, 3, 1, 0};
    double mean[H], sd[H], *work = room_for(&past);
    ot__forecast f = {.h = H, .mean = mean, .sd = sd};

    assert_int_equal(
        ot__forecast_make(ot_method_find("naive"), &past, &f, work, NULL),
        OT_OK);
    assert_int_equal(f.origins, 0);
    assert_close(sd[0], 2, 1e-14);
    free(work);
}

static void what_the_method_refuses(void **state)
{
    (void)state;
    const double y[3] = {4, 6, 4};
    const ot_past past = {y, 3, 1, 0};
    double mean[H], sd[H], *work = room_for(&past);
    ot__forecast f = {.h = H, .mean = mean, .sd = sd};
    ot_error err = {0};

    assert_int_equal(
        ot__forecast_make(ot_method_find("theta"), &past, &f, work, &err),
        OT_E_DATA);
    assert_non_null(strstr(err.message, "needs 4 values"));
    free(work);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_member_serves),
        cmocka_unit_test(a_miss_of_five_deviations_widens_fivefold),
        cmocka_unit_test(a_good_record_narrows_nothing),
        cmocka_unit_test(without_a_record_the_model_stands),
        cmocka_unit_test(what_the_method_refuses),
    };

    return RUN_TABLE("means", mean_cases, test_mean) +
           cmocka_run_group_tests_name("limits", tests, NULL, NULL);
}
