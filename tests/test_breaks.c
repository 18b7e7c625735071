// SPDX-License-Identifier: GPL-3.0-or-later
// test_breaks.c - the known part of a period against its own history.

#include "panel_support.h"

static ot_projection *project(const ot_series *s, ot_period period)
{
    ot_projection *p = NULL;
    ot_error err = {0};

    if (ot_project(s, period, &p, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    return p;
}

// Worked out from the same monthly figures in a script of its own: turnover by
// origin in the release of September 2024, months to June 2024, thousand USD.
// The sums are January-June and the twelve months to June.
typedef struct sign_case {
    const char *name;
    ot_sign sign;
    double now, lo, hi;
    int first_year;
    bool outside;
} sign_case;

static const sign_case sign_cases[] = {
    {"half a year was 64 % of twelve months; at most 52 % before",
     OT_SIGN_SHARE, 0.6403, 0.3986, 0.5186, 2008, true},
    {"the half-year grew 2.59 times; at most 1.96 before", OT_SIGN_GROWTH,
     2.5944, 0.8477, 1.9600, 2008, true},
    {"May and June were 0.47 of January to April; at least 0.77 before",
     OT_SIGN_RECENT, 0.4747, 0.7722, 1.6267, 2007, true},
};

static void signs_of_2024(void **state)
{
    const sign_case *c = *state;
    ot_series *s = armenia_russia_months("turnover", ot_day_of(2024, 10, 8));
    ot_projection *p = project(s, ot_period_year(2024));
    const ot_break_sign *b = &p->sign[c->sign];

    assert_int_equal(p->signs, 3);
    assert_int_equal(b->sign, c->sign);
    assert_close(b->now, c->now, 2e-4);
    assert_close(b->lo, c->lo, 2e-4);
    assert_close(b->hi, c->hi, 2e-4);
    assert_int_equal(b->first_year, c->first_year);
    assert_int_equal(b->last_year, 2023);
    assert_int_equal(b->outside, c->outside);
    ot_projection_free(p);
    ot_series_free(s);
}

static void a_spike_already_over(void **state)
{
    (void)state;
    ot_series *s = armenia_russia_months("turnover", ot_day_of(2024, 10, 8));
    ot_projection *p = project(s, ot_period_year(2024));

    assert_true(p->broken);
    assert_true(p->spike_over);
    // January-April: the re-exports of gold and precious stones.
    assert_int_equal(p->spike.first, ot_period_month(2024, 1).first);
    assert_int_equal(p->spike.months, 4);
    ot_projection_free(p);
    ot_series_free(s);
}

// Years that were ordinary when they stood at June, and one that was not: 2022
// grew by half and its last two months by 63 %, when trade was rerouted.
typedef struct year_case {
    const char *name;
    int year;
    bool broken, spike_over;
} year_case;

static const year_case year_cases[] = {
    {"2013 was ordinary", 2013, false, false},
    {"2017, the best growth until then, was ordinary", 2017, false, false},
    {"2019 was ordinary", 2019, false, false},
    {"2020 was ordinary", 2020, false, false},
    {"2022 was a break, and no spike", 2022, true, false},
};

static void years_to_june(void **state)
{
    const year_case *c = *state;
    ot_series *s = armenia_russia_months("turnover", OT_DAY_LATEST);

    s->n = (size_t)(ot_period_month(c->year, 7).first - s->first);
    ot_projection *p = project(s, ot_period_year(c->year));
    assert_int_equal(p->broken, c->broken);
    assert_int_equal(p->spike_over, c->spike_over);
    ot_projection_free(p);
    ot_series_free(s);
}

// Months that grow by 3 % a year, with a season: 7 years and 6 months.
static void ordinary(double y[90])
{
    for (size_t i = 0; i < 90; i++) {
        const double season = 1 + 0.2 * sin((double)(i % 12));
        y[i] =
            100 * season * pow(1.03, (double)(i / 12)) + (double)(i * 7 % 11);
    }
}

static void a_steady_series_is_not_broken(void **state)
{
    (void)state;
    double y[90];
    ordinary(y);
    ot_series s = series_of(ot_period_month(2015, 1).first, 1, y, NULL, 90);
    ot_projection *p = project(&s, ot_period_year(2022));

    assert_false(p->broken);
    assert_int_equal(p->spike.months, 0);
    ot_projection_free(p);
}

static void a_collapse_is_a_break_and_no_spike(void **state)
{
    (void)state;
    double y[90];
    ordinary(y);
    for (size_t i = 84; i < 90; i++) {
        y[i] /= 4;
    }
    ot_series s = series_of(ot_period_month(2015, 1).first, 1, y, NULL, 90);
    ot_projection *p = project(&s, ot_period_year(2022));

    assert_true(p->sign[OT_SIGN_GROWTH].outside);
    assert_true(p->sign[OT_SIGN_SHARE].outside);
    assert_false(p->sign[OT_SIGN_RECENT].outside);
    assert_true(p->broken);
    assert_false(p->spike_over);
    assert_int_equal(p->spike.months, 0);
    ot_projection_free(p);
}

static void four_years_say_nothing(void **state)
{
    (void)state;
    double y[90];
    ordinary(y);
    y[89] *= 50;
    ot_series s =
        series_of(ot_period_month(2018, 1).first, 1, y + 36, NULL, 54);
    ot_projection *p = project(&s, ot_period_year(2022));

    assert_int_equal(p->sign[OT_SIGN_RECENT].years, 4);
    assert_false(p->broken);
    ot_projection_free(p);
}

static void nothing_known_has_no_signs(void **state)
{
    (void)state;
    double y[90];
    ordinary(y);
    ot_series s = series_of(ot_period_month(2015, 1).first, 1, y, NULL, 84);
    ot_projection *p = project(&s, ot_period_year(2022));

    assert_int_equal(p->signs, 0);
    assert_false(p->broken);
    ot_projection_free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_spike_already_over),
        cmocka_unit_test(a_steady_series_is_not_broken),
        cmocka_unit_test(a_collapse_is_a_break_and_no_spike),
        cmocka_unit_test(four_years_say_nothing),
        cmocka_unit_test(nothing_known_has_no_signs),
    };

    return RUN_TABLE("signs of 2024", sign_cases, signs_of_2024) +
           RUN_TABLE("years to June", year_cases, years_to_june) +
           cmocka_run_group_tests_name("breaks", tests, NULL, NULL);
}
