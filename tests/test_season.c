// SPDX-License-Identifier: GPL-3.0-or-later
// test_season.c - a series without its season: against R's, laws that hold for
// any, and seasons, shifts and outliers that were planted.

#include "noise.h"
#include "oracle_support.h"
#include "panel_support.h"

#define MONTHS 96

static const int32_t january_2010 = 12 * 2010;

static ot_season *adjust_series(const ot_series *series, ot_season_options how)
{
    ot_season *s = NULL;
    ot_error err = {0};

    if (ot_season_adjust(series, &how, &s, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    return s;
}

static ot_season *adjust(double y[], size_t n, ot_season_options how)
{
    const ot_series series = series_of(january_2010, 1, y, NULL, n);

    return adjust_series(&series, how);
}

static ot_status refuse(double y[], size_t n, int32_t step, ot_switch log,
                        ot_error *err)
{
    const ot_series series = series_of(january_2010, step, y, NULL, n);
    const ot_season_options how = {.log = log};
    ot_season *s = NULL;

    *err = (ot_error){0};
    const ot_status status = ot_season_adjust(&series, &how, &s, err);
    assert_null(s);
    return status;
}

// ---- against R -------------------------------------------------------------

typedef struct mstl_case {
    const char *name;
    size_t t;
    double trend, season;
} mstl_case;

// R 4.2.2, forecast 8.20: mstl(), of series in which no shift is seen.
static const mstl_case mstl_cases[] = {
    {"nottem", 1, 49.04015421, -8.280964915},
    {"nottem", 50, 47.51139526, -8.825944467},
    {"nottem", 240, 48.97527033, -10.33172765},
    {"co2", 1, 315.3098164, -0.1076262097},
    {"co2", 50, 318.6723467, 0.5239119473},
    {"co2", 468, 364.569741, -0.7934998706},
    {"M3_N1652", 1, 3765.773258, 801.7735596},
    {"M3_N1652", 50, 2792.810093, 307.1256607},
    {"UKDriverDeaths", 1, 1626.842903, 34.32374365},
    {"UKDriverDeaths", 192, 1408.375202, 392.2469677},
};

static void test_mstl(void **state)
{
    const mstl_case *c = *state;
    oracle_series o = {.name = ""};

    load_series(c->name, &o);
    ot_season *s =
        adjust(o.y, o.n, (ot_season_options){.log = OT_OFF, .robust = OT_OFF});
    assert_true(s->found);
    assert_int_equal(s->shifts, 0);
    assert_close(s->at[c->t - 1].trend, c->trend, 1e-9);
    assert_true(fabs(s->at[c->t - 1].season - c->season) < 1e-9 * c->trend);
    ot_season_free(s);
}

// Box & Jenkins's airline passengers are the textbook's case for logarithms
// (series G), temperatures in Nottingham for none.
static void logs_are_taken_where_the_textbook_does(void **state)
{
    (void)state;
    oracle_series o = {.name = ""};
    const ot_season_options choose = {.log = OT_AUTO};

    load_series("AirPassengers", &o);
    ot_season *s = adjust(o.y, o.n, choose);
    assert_true(s->logs && s->compared && s->aicc_gain < -2);
    ot_season_free(s);
    load_series("nottem", &o);
    s = adjust(o.y, o.n, choose);
    assert_true(!s->logs && s->compared && s->aicc_gain > 2);
    ot_season_free(s);
}

// ---- laws ------------------------------------------------------------------

// The parts of each value make the value, with and without logarithms.
static void parts_make_the_values(void **state)
{
    (void)state;
    double y[MONTHS];

    make_series(y, MONTHS, 12, 1e6);
    y[40] *= 3;
    for (size_t i = 70; i < MONTHS; i++) {
        y[i] *= 2;
    }
    for (int log = OT_ON; log <= OT_OFF; log++) {
        ot_season *s =
            adjust(y, MONTHS, (ot_season_options){.log = (ot_switch)log});
        assert_int_equal(s->n, MONTHS);
        for (size_t i = 0; i < s->n; i++) {
            const ot_season_point *p = &s->at[i];
            assert_close(p->value, y[i], 0);
            if (s->logs) {
                assert_close(p->adjusted, p->value / p->season, 0);
                assert_close(p->trend * p->season * p->rest, y[i], 1e-13);
            } else {
                assert_close(p->adjusted, p->value - p->season, 0);
                assert_close(p->trend + p->season + p->rest, y[i], 1e-13);
            }
        }
        ot_season_free(s);
    }
}

typedef struct scale_case {
    const char *name;
    ot_switch log;
    double factor, origin;
} scale_case;

static const scale_case scale_cases[] = {
    {"a million times, in logs", OT_ON, 1e6, 0},
    {"a thousandth, in logs", OT_ON, 1e-3, 0},
    {"a million times", OT_OFF, 1e6, 0},
    {"the same and ten thousand more", OT_OFF, 1, 1e4},
    {"with the sign turned", OT_OFF, -1, 0},
    {"a million times, logs or not by themselves", OT_AUTO, 1e6, 0},
};

static void test_scale(void **state)
{
    const scale_case *c = *state;
    double y[MONTHS], moved[MONTHS];

    make_series(y, MONTHS, 12, 1);
    y[50] *= 2.5;
    for (size_t i = 0; i < MONTHS; i++) {
        y[i] *= i < 70 ? 1 : 1.9;
        moved[i] = c->factor * y[i] + c->origin;
    }
    const ot_season_options how = {.log = c->log};
    ot_season *s = adjust(y, MONTHS, how), *m = adjust(moved, MONTHS, how);
    const double size = s->logs ? 1 : fabs(c->factor);
    assert_int_equal(s->logs, m->logs);
    assert_int_equal(s->outliers, m->outliers);
    assert_int_equal(s->shifts, m->shifts);
    assert_close(m->strength, s->strength, 1e-8);
    for (size_t i = 0; i < MONTHS; i++) {
        const double season = s->at[i].season * (s->logs ? 1 : c->factor);
        assert_true(fabs(m->at[i].season - season) < 1e-7 * size);
        assert_close(m->at[i].trend, c->factor * s->at[i].trend + c->origin,
                     1e-9);
        assert_int_equal(m->at[i].flags, s->at[i].flags);
    }
    ot_season_free(s);
    ot_season_free(m);
}

static void a_constant_has_no_season(void **state)
{
    (void)state;
    double y[40];

    for (int log = OT_AUTO; log <= OT_OFF; log++) {
        for (size_t i = 0; i < 40; i++) {
            y[i] = 1234.567;
        }
        ot_season *s =
            adjust(y, 40, (ot_season_options){.log = (ot_switch)log});
        assert_false(s->found);
        assert_int_equal(s->outliers + s->shifts, 0);
        for (size_t i = 0; i < 40; i++) {
            assert_close(s->at[i].adjusted, 1234.567, 0);
            assert_close(s->at[i].trend, 1234.567, 1e-13);
        }
        ot_season_free(s);
    }
}

// ---- planted ---------------------------------------------------------------

static const double figure[12] = {-30, -12, 4,  7,  -3, 9,
                                  16,  2,   -8, 25, 11, -21};

// About a level that grows, noise of standard deviation `noisy` on top, as
// logarithms of per cent or as they are.
static void plant(noise_state *g, double noisy, bool logs, double y[], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const double x =
            0.4 * (double)i + figure[i % 12] + noisy * noise_next(g);
        y[i] = logs ? 1e8 * exp(x / 100) : 500 + x;
    }
}

// To a fifth of a per cent: STL's two passes leave that much between the season
// and a trend at its ends.
static void a_season_without_noise_is_found_wholly(void **state)
{
    (void)state;
    noise_state g = noise_of(1);
    double y[MONTHS];

    for (int logs = 0; logs < 2; logs++) {
        plant(&g, 0, logs, y, MONTHS);
        ot_season *s = adjust(
            y, MONTHS, (ot_season_options){.log = logs ? OT_ON : OT_OFF});
        assert_true(s->found);
        assert_close(s->strength, 1, 1e-4);
        for (size_t i = 0; i < MONTHS; i++) {
            const double got =
                logs ? 100 * log(s->at[i].season) : s->at[i].season;
            assert_true(fabs(got - figure[i % 12]) < 0.2);
        }
        assert_int_equal(s->strongest % 12, 9);
        assert_int_equal(s->weakest % 12, 0);
        ot_season_free(s);
    }
}

// Noise of 4 %: eight years are smoothed over, so a factor is good to about 3.
static void factors_are_found_in_noise(void **state)
{
    (void)state;
    noise_state g = noise_of(2);
    double y[MONTHS], squares = 0;

    plant(&g, 4, true, y, MONTHS);
    ot_season *s = adjust(y, MONTHS, (ot_season_options){.log = OT_AUTO});
    assert_true(s->logs);
    assert_true(s->found);
    assert_false(s->rough);
    for (size_t i = 0; i < MONTHS; i++) {
        const double miss = 100 * log(s->at[i].season) - figure[i % 12];
        squares += miss * miss / MONTHS;
    }
    assert_true(sqrt(squares) < 3);
    ot_season_free(s);
}

// The test of a season is at 1 %, that of jumps at 5 %: of 200 series of noise.
static void noise_stays_as_it_is(void **state)
{
    (void)state;
    noise_state g = noise_of(3);
    double y[72];
    size_t seasons = 0, shifts = 0;

    for (int series = 0; series < 200; series++) {
        for (size_t i = 0; i < 72; i++) {
            y[i] = 1e6 * exp(0.1 * noise_next(&g));
        }
        ot_season *s = adjust(y, 72, (ot_season_options){.log = OT_ON});
        seasons += s->found;
        shifts += s->shifts > 0;
        assert_true(s->found || s->at[30].adjusted == y[30]);
        ot_season_free(s);
    }
    assert_in_range(seasons, 0, 8);
    assert_in_range(shifts, 0, 8);
}

// A month 60 % too high is an outlier and no shift there; what would have stood
// there is known to the noise. One series in twenty may have a false alarm.
static void an_outlier_is_no_shift(void **state)
{
    (void)state;
    noise_state g = noise_of(4);
    double y[MONTHS];
    size_t found = 0, elsewhere = 0;

    for (int series = 0; series < 20; series++) {
        plant(&g, 4, true, y, MONTHS);
        const double before = y[50];
        y[50] *= 1.6;
        ot_season *s = adjust(y, MONTHS, (ot_season_options){.log = OT_ON});
        elsewhere += s->shifts > 0;
        assert_int_equal(s->at[50].flags & OT_SEASON_SHIFT, 0);
        assert_int_equal(s->at[51].flags & OT_SEASON_SHIFT, 0);
        if (s->at[50].flags == OT_SEASON_OUTLIER) {
            found++;
            assert_close(s->at[50].expected, before, 0.2);
            assert_true(s->robust);
        }
        ot_season_free(s);
    }
    assert_in_range(found, 17, 20);
    assert_in_range(elsewhere, 0, 3);
}

// From a month on twice as much is a shift, in that month, and no outlier.
static void a_shift_is_no_outlier(void **state)
{
    (void)state;
    noise_state g = noise_of(5);
    double y[MONTHS];
    size_t found = 0;

    for (int series = 0; series < 20; series++) {
        plant(&g, 4, true, y, MONTHS);
        for (size_t i = 60; i < MONTHS; i++) {
            y[i] *= 2;
        }
        ot_season *s = adjust(y, MONTHS, (ot_season_options){.log = OT_ON});
        if (s->at[60].flags == OT_SEASON_SHIFT) {
            found++;
            assert_close(s->at[60].shift, 2, 0.15);
            // the trend jumps with it, and the season is what it was
            assert_true(s->at[60].trend / s->at[59].trend > 1.6);
            assert_close(s->at[69].season, exp(figure[9] / 100), 0.1);
        }
        ot_season_free(s);
    }
    assert_in_range(found, 18, 20);
}

// ---- holes, zeros, short and other series ----------------------------------

// Noise of 2 %: what is filled is good to a few of its deviations.
static void holes_are_filled_and_marked(void **state)
{
    (void)state;
    noise_state g = noise_of(6);
    double y[MONTHS];

    plant(&g, 2, true, y, MONTHS);
    const double was[] = {y[30], y[31], y[32], y[80]};
    y[30] = y[31] = y[32] = y[80] = NAN;
    ot_season *s = adjust(y, MONTHS, (ot_season_options){.log = OT_ON});
    assert_int_equal(s->n, MONTHS);
    assert_int_equal(s->estimated, 4);
    for (size_t k = 0; k < 4; k++) {
        const ot_season_point *p = &s->at[k < 3 ? 30 + k : 80];
        assert_int_equal(p->flags, OT_SEASON_ESTIMATED);
        assert_close(p->value, was[k], 0.1);
        assert_close(p->expected, p->value, 0);
    }
    ot_season_free(s);
}

// Four months are too many: what comes before them is left out, and said.
static void a_long_hole_ends_the_history(void **state)
{
    (void)state;
    noise_state g = noise_of(7);
    double y[MONTHS + 5];

    plant(&g, 3, true, y, MONTHS + 5);
    for (size_t i = 30; i < 34; i++) {
        y[i] = NAN;
    }
    for (size_t i = MONTHS; i < MONTHS + 5; i++) {
        y[i] = NAN; // not yet published
    }
    ot_season *s = adjust(y, MONTHS + 5, (ot_season_options){.log = OT_ON});
    assert_int_equal(s->n, MONTHS - 34);
    assert_int_equal(s->first, january_2010 + 34);
    assert_int_equal(s->before.first, january_2010);
    assert_int_equal(s->before.months, 30);
    assert_int_equal(s->estimated, 0);
    ot_season_free(s);
}

static void zeros_leave_no_logs(void **state)
{
    (void)state;
    noise_state g = noise_of(8);
    double y[MONTHS];
    ot_error err;

    plant(&g, 4, true, y, MONTHS);
    y[14] = 0;
    ot_season *s = adjust(y, MONTHS, (ot_season_options){.log = OT_AUTO});
    assert_false(s->logs);
    assert_int_equal(s->zeros, 1);
    ot_season_free(s);
    assert_int_equal(refuse(y, MONTHS, 1, OT_ON, &err), OT_E_DATA);
    assert_string_equal(err.message, "logarithms need values above zero: March "
                                     "2011 is not");
}

static void two_years_are_too_short_and_three_rough(void **state)
{
    (void)state;
    noise_state g = noise_of(9);
    double y[40];
    ot_error err;

    plant(&g, 1, true, y, 40);
    assert_int_equal(refuse(y, 24, 1, OT_AUTO, &err), OT_E_DATA);
    assert_string_equal(
        err.message,
        "a season needs more than two years: 25 months, no more than 3 missing "
        "in a row; there are 24 from January 2010 to December 2011");
    for (size_t n = 25; n <= 36; n++) {
        ot_season *s = adjust(y, n, (ot_season_options){.log = OT_AUTO});
        assert_int_equal(s->rough, n < 36);
        ot_season_free(s);
    }
    for (size_t i = 0; i < 40; i++) {
        y[i] = NAN;
    }
    assert_int_equal(refuse(y, 40, 1, OT_AUTO, &err), OT_E_DATA);
    assert_string_equal(err.message, "no value is known");
}

static void quarters_are_adjusted_years_are_not(void **state)
{
    (void)state;
    static const double quarter[] = {10, -4, 7, -13};
    noise_state g = noise_of(10);
    double y[40];
    ot_error err;

    for (size_t i = 0; i < 40; i++) {
        y[i] = 300 + (double)i + quarter[i % 4] + noise_next(&g);
    }
    const ot_series series = series_of(january_2010, 3, y, NULL, 40);
    ot_season *s = adjust_series(&series, (ot_season_options){.log = OT_OFF});
    assert_int_equal(s->period, 4);
    assert_true(s->found);
    assert_int_equal(s->strongest % 4, 0);
    assert_int_equal(s->weakest % 4, 3);
    ot_season_free(s);
    assert_int_equal(refuse(y, 40, 12, OT_AUTO, &err), OT_E_USAGE);
    assert_non_null(strstr(err.message, "months or quarters"));
    assert_int_equal(refuse(y, 8, 3, OT_AUTO, &err), OT_E_DATA);
    assert_non_null(strstr(err.message, "9 quarters"));
}

// Armenia's turnover with Russia: December 2023 was nearly twice September, and
// May 2024 little more than half of April; no month of 2024 stands alone.
static void the_founding_series(void **state)
{
    (void)state;
    ot_series *series = armenia_russia_months("turnover", OT_DAY_LATEST);
    ot_season *s = adjust_series(series, (ot_season_options){.log = OT_AUTO});
    const size_t november_2023 = (size_t)(12 * 2023 + 10 - s->first);
    const size_t may_2024 = november_2023 + 6;

    assert_true(s->logs && s->found);
    assert_true((s->at[november_2023].flags & OT_SEASON_SHIFT) != 0);
    assert_true(s->at[november_2023].shift > 1.4);
    assert_true((s->at[may_2024].flags & OT_SEASON_SHIFT) != 0);
    assert_true(s->at[may_2024].shift < 0.6);
    for (size_t i = may_2024 + 1; i < s->n; i++) {
        assert_int_equal(s->at[i].flags, 0);
    }
    ot_season_free(s);
    ot_series_free(series);
}

static void change_on_the_period_before(void **state)
{
    (void)state;
    ot_season_point at[] = {
        {.adjusted = 80}, {.adjusted = 100}, {.adjusted = -5}, {.adjusted = 7}};
    const ot_season s = {.n = 4, .at = at};

    assert_true(isnan(ot_season_change(&s, 0)));
    assert_close(ot_season_change(&s, 1), 0.25, 1e-15);
    assert_close(ot_season_change(&s, 2), -1.05, 1e-15);
    assert_true(isnan(ot_season_change(&s, 3)));
    ot_season_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(logs_are_taken_where_the_textbook_does),
        cmocka_unit_test(parts_make_the_values),
        cmocka_unit_test(a_constant_has_no_season),
        cmocka_unit_test(a_season_without_noise_is_found_wholly),
        cmocka_unit_test(factors_are_found_in_noise),
        cmocka_unit_test(noise_stays_as_it_is),
        cmocka_unit_test(an_outlier_is_no_shift),
        cmocka_unit_test(a_shift_is_no_outlier),
        cmocka_unit_test(holes_are_filled_and_marked),
        cmocka_unit_test(a_long_hole_ends_the_history),
        cmocka_unit_test(zeros_leave_no_logs),
        cmocka_unit_test(two_years_are_too_short_and_three_rough),
        cmocka_unit_test(quarters_are_adjusted_years_are_not),
        cmocka_unit_test(the_founding_series),
        cmocka_unit_test(change_on_the_period_before),
    };

    return RUN_TABLE("as R's mstl", mstl_cases, test_mstl) +
           RUN_TABLE("scale and origin", scale_cases, test_scale) +
           cmocka_run_group_tests_name("season", tests, NULL, NULL);
}
