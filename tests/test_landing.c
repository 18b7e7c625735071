// SPDX-License-Identifier: GPL-3.0-or-later
// test_landing.c - where a period will end, and how each rule did before.

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

static const ot_landing *landing(const ot_projection *p, const char *name)
{
    for (size_t i = 0; i < p->landings; i++) {
        if (strcmp(p->landing[i].method->name, name) == 0) {
            return &p->landing[i];
        }
    }
    fail_msg("no landing %s", name);
    return NULL;
}

// ---- the founding case -----------------------------------------------------

// By hand from the monthly figures of the release of September 2024: 8,365.4
// known to June; 2023 brought 7,923.9 as known then, 3,224.4 of it to June; the
// mean share of January-June in 2007-2023 is 0.4312, at least 0.3226 (2022) and
// at most 0.4687 (2020).
typedef struct year_case {
    const char *name, *method;
    double total, lo, hi;
} year_case;

static const year_case year_cases[] = {
    {"last year's rest again makes 13.06", "last-years-rest", 13.0649e9, NAN,
     NAN},
    {"each month as last year makes the same", "seasonal-naive", 13.0649e9, NAN,
     NAN},
    // 8,365.4 + 4,699.5 x 2.5944^0.5, and x (11,033.4 / 4,699.5)^0.70.
    {"half of the growth makes 15.93", "half-growth", 15.9350e9, NAN, NAN},
    {"the usual share, shrunken, makes 16.91", "shrunken-share", 16.9065e9, NAN,
     NAN},
    {"the pace so far makes 16.73", "run-rate", 16.7308e9, NAN, NAN},
    {"the usual share makes 19.4, from 17.8 to 25.9", "seasonal-share",
     19.3988e9, 17.8465e9, 25.9326e9},
    {"growth carried on makes 20.56", "growth-carried-on", 20.5578e9, NAN, NAN},
};

static void year_2024(void **state)
{
    const year_case *c = *state;
    ot_series *s = armenia_russia_months("turnover", ot_day_of(2024, 10, 8));
    ot_projection *p = project(s, ot_period_year(2024));
    const ot_landing *l = landing(p, c->method);

    assert_true(l->served);
    assert_close(l->total, c->total, 1e-5);
    assert_close(l->lo, c->lo, 1e-5);
    assert_close(l->hi, c->hi, 1e-5);
    assert_true(ot_interval_holds(l->rounding, l->total));
    assert_close(p->known_total, 8365.394e6, 1e-6);
    assert_int_equal(p->known.months, 6);
    ot_projection_free(p);
    ot_series_free(s);
}

// ---- by hand ---------------------------------------------------------------

// Quarters of four years, then the first half of a fifth.
//   2020  10 20 30 40   100, of which 30 to June
//   2021  20 20 30 30   100, 40
//   2022  10 30 20 40   100, 40
//   2023  30 30 40 20   120, 60
//   2024  25 25
#define QUARTERS 18
static const double quarters[QUARTERS] = {10, 20, 30, 40, 20, 20, 30, 30, 10,
                                          30, 20, 40, 30, 30, 40, 20, 25, 25};

static ot_projection *project_quarters(double y[], double half[])
{
    memcpy(y, quarters, sizeof quarters);
    ot_series s =
        series_of(ot_period_month(2020, 1).first, 3, y, half, QUARTERS);
    return project(&s, ot_period_year(2024));
}

typedef struct record_case {
    const char *name, *method;
    double total;
    size_t misses;
    int first_year;
    double usual, worst;
    int worst_year;
} record_case;

static const record_case record_cases[] = {
    // Said 60, 80, 80, 120 of 100, 100, 100, 120.
    {"run-rate: short by 40 % in 2020, usually by 20 %", "run-rate", 100, 4,
     2020, -0.2, -0.4, 2020},
    // Said 40 + 70, 40 + 60, 60 + 60 of 100, 100, 120.
    {"last year's rest: 10 % over in 2021, else right", "last-years-rest", 110,
     3, 2021, 0, 0.1, 2021},
    // Said 100 x 40/30, 100 x 40/40, 100 x 60/40 of 100, 100, 120; now
    // 120 x 50/60.
    {"growth carried on: a third over in 2021", "growth-carried-on", 100, 3,
     2021, 0.25, 1.0 / 3, 2021},
    // Only 2023 has three years before it: 60 / mean(0.3, 0.4, 0.4) of 120; now
    // 50 / mean(0.3, 0.4, 0.4, 0.5).
    {"a share needs three years: one year to judge by", "seasonal-share", 125,
     1, 2023, 60 / (1.1 / 3) / 120 - 1, 60 / (1.1 / 3) / 120 - 1, 2023},
};

static void test_record(void **state)
{
    const record_case *c = *state;
    double y[QUARTERS];
    ot_projection *p = project_quarters(y, NULL);
    const ot_landing *l = landing(p, c->method);

    assert_close(l->total, c->total, 1e-13);
    assert_int_equal(l->misses, c->misses);
    assert_int_equal(ot_month_year(l->miss[0].period.first), c->first_year);
    assert_true(fabs(l->usual - c->usual) < 1e-13);
    const ot_miss *worst = &l->miss[l->worst];
    assert_close(worst->miss, c->worst, 1e-13);
    assert_int_equal(ot_month_year(worst->period.first), c->worst_year);
    assert_int_equal(worst->period.months, 12);
    ot_projection_free(p);
}

// Run-rate said 100; outcomes over what it said were 100/60, 1.25, 1.25, 1.
static void a_distribution_from_its_own_misses(void **state)
{
    (void)state;
    double y[QUARTERS];
    ot_projection *p = project_quarters(y, NULL);
    const ot_dist *d = &landing(p, "run-rate")->dist;

    assert_int_equal(d->n, 4);
    assert_close(d->draw[0], 100, 1e-13);
    assert_close(d->draw[1], 125, 1e-13);
    assert_close(d->draw[3], 10000.0 / 60, 1e-13);
    // One year is no track record.
    assert_int_equal(landing(p, "seasonal-share")->dist.n, 0);
    ot_projection_free(p);
}

// Each value is right to half a unit.
typedef struct rounding_case {
    const char *name, *method;
    double lo, hi;
} rounding_case;

static const rounding_case rounding_cases[] = {
    {"twice two rounded quarters", "run-rate", 98, 102},
    {"two known and two of last year", "last-years-rest", 108, 112},
    // 49 x (1 + 59/61) and 51 x (1 + 61/59).
    {"a product has its extremes in the corners", "growth-carried-on",
     49.0 * 120 / 61, 51.0 * 120 / 59},
};

static void test_rounding(void **state)
{
    const rounding_case *c = *state;
    double y[QUARTERS], half[QUARTERS];

    for (size_t i = 0; i < QUARTERS; i++) {
        half[i] = 0.5;
    }
    ot_projection *p = project_quarters(y, half);
    const ot_interval r = landing(p, c->method)->rounding;

    assert_close(r.lo, c->lo, 1e-14);
    assert_close(r.hi, c->hi, 1e-14);
    assert_close(p->known_half, 1, 1e-14);
    ot_projection_free(p);
}

static void exact_figures_make_a_point(void **state)
{
    (void)state;
    double y[QUARTERS];
    ot_projection *p = project_quarters(y, NULL);

    assert_true(ot_interval_is_point(landing(p, "run-rate")->rounding));
    ot_projection_free(p);
}

static void lowest_first_and_the_spread(void **state)
{
    (void)state;
    double y[QUARTERS];
    ot_projection *p = project_quarters(y, NULL);

    for (size_t i = 1; i < p->landings && p->landing[i].served; i++) {
        assert_true(p->landing[i - 1].total <= p->landing[i].total);
    }
    size_t listed = 0;
    for (size_t i = 0; i < ot_method_count(); i++) {
        listed += ot_method_at(i)->listed ? 1 : 0;
    }
    assert_int_equal(p->landings, listed);
    assert_close(p->spread_lo, 100, 1e-13);
    assert_close(p->spread_hi, 125, 1e-13);
    assert_close(p->last_year, 120, 0);
    assert_close(p->last_year_part, 60, 0);
    ot_projection_free(p);
}

// ---- any period ------------------------------------------------------------

// Months from January 2020 to August 2024: month 8 of 2021 is 108.
#define MONTHS 56

static void make_months(double y[MONTHS])
{
    for (size_t i = 0; i < MONTHS; i++) {
        y[i] = (double)(100 * (i / 12) + i % 12 + 1);
    }
}

typedef struct period_case {
    const char *name;
    int year, month, months; // of the period
    int known;
    double run_rate, last_years_rest;
} period_case;

// 2024: 401 ... 408 known; 2023: 301 ... 312.
static const period_case period_cases[] = {
    {"a year", 2024, 1, 12, 8, 3236 * 1.5, 3236 + 309 + 310 + 311 + 312},
    {"a quarter", 2024, 7, 3, 2, (407 + 408) * 1.5, 407 + 408 + 309},
    {"a half-year", 2024, 7, 6, 2, (407 + 408) * 3,
     407 + 408 + 309 + 310 + 311 + 312},
    {"a fiscal year from April", 2024, 4, 12, 5, 2030 * 2.4,
     2030 + 309 + 310 + 311 + 312 + 401 + 402 + 403},
    {"a fiscal year that began the year before", 2023, 10, 12, 11,
     (310 + 311 + 312 + 3236) * 12.0 / 11, 310 + 311 + 312 + 3236 + 309},
};

static void test_period(void **state)
{
    const period_case *c = *state;
    double y[MONTHS];
    make_months(y);
    const ot_series s =
        series_of(ot_period_month(2020, 1).first, 1, y, NULL, MONTHS);
    const ot_period period = {ot_period_month(c->year, c->month).first,
                              c->months};
    ot_projection *p = project(&s, period);

    assert_int_equal(p->known.first, period.first);
    assert_int_equal(p->known.months, c->known);
    assert_close(landing(p, "run-rate")->total, c->run_rate, 1e-13);
    assert_close(landing(p, "last-years-rest")->total, c->last_years_rest,
                 1e-13);
    assert_close(landing(p, "seasonal-naive")->total, c->last_years_rest,
                 1e-13);
    ot_projection_free(p);
}

// Of 2025 nothing is known: September-December 2023 stand in for 2024 too.
static void a_year_that_has_not_begun(void **state)
{
    (void)state;
    double y[MONTHS];
    make_months(y);
    const ot_series s =
        series_of(ot_period_month(2020, 1).first, 1, y, NULL, MONTHS);
    ot_projection *p = project(&s, ot_period_year(2025));

    assert_int_equal(p->known.months, 0);
    assert_false(landing(p, "run-rate")->served);
    assert_false(landing(p, "last-years-rest")->served);
    assert_non_null(
        strstr(landing(p, "run-rate")->why, "needs a known part of 2025"));
    assert_close(landing(p, "seasonal-naive")->total,
                 3236 + 309 + 310 + 311 + 312, 1e-13);
    // Asked in August 2021 for 2022, it said 100 a month too little for months
    // to August and 200 for those after; 2022 brought 2478.
    const ot_miss *first = &landing(p, "seasonal-naive")->miss[0];
    assert_int_equal(ot_month_year(first->period.first), 2022);
    assert_close(first->outcome, 2478, 0);
    assert_close(first->said, 2478 - 8 * 100 - 4 * 200, 1e-13);
    ot_projection_free(p);
}

// July 2022 of the lines between its neighbours less their season, which is the
// same every year: 207, as it was.
static void a_short_hole_is_filled(void **state)
{
    (void)state;
    double y[MONTHS];
    make_months(y);
    y[30] = NAN;
    const ot_series s =
        series_of(ot_period_month(2020, 1).first, 1, y, NULL, MONTHS);
    ot_projection *p = project(&s, ot_period_year(2024));
    y[30] = 207;
    ot_projection *whole = project(&s, ot_period_year(2024));

    assert_int_equal(p->filled, 1);
    assert_int_equal(p->history, ot_period_month(2020, 1).first);
    assert_int_equal(whole->filled, 0);
    assert_int_equal(landing(p, "seasonal-share")->misses,
                     landing(whole, "seasonal-share")->misses);
    assert_close(landing(p, "seasonal-share")->total,
                 landing(whole, "seasonal-share")->total, 5e-3);
    ot_projection_free(p);
    ot_projection_free(whole);
}

static void a_long_hole_cuts_the_past(void **state)
{
    (void)state;
    double y[MONTHS];
    make_months(y);
    for (size_t i = 27; i < 31; i++) {
        y[i] = NAN; // April to July 2022
    }
    const ot_series s =
        series_of(ot_period_month(2020, 1).first, 1, y, NULL, MONTHS);
    ot_projection *p = project(&s, ot_period_year(2024));

    assert_int_equal(p->history, ot_period_month(2022, 8).first);
    assert_false(landing(p, "seasonal-share")->served);
    assert_string_equal(landing(p, "seasonal-share")->why,
                        "needs 3 full years before 2024; the data hold 1");
    assert_int_equal(landing(p, "last-years-rest")->misses, 0);
    assert_true(isnan(landing(p, "last-years-rest")->usual));
    ot_projection_free(p);
}

// ---- what is refused -------------------------------------------------------

typedef struct refusal_case {
    const char *name;
    int32_t step;
    int year, month, months;
    ot_status status;
    const char *words;
} refusal_case;

static const refusal_case refusal_cases[] = {
    {"a year that is over", 1, 2023, 1, 12, OT_E_DATA, "is over"},
    {"a year with a month missing in its known part", 1, 2024, 1, 12, OT_E_DATA,
     "hole in its known part: March 2024"},
    {"a year too far ahead", 1, 2026, 1, 12, OT_E_DATA,
     "starts more than a year after"},
    {"more than a year", 1, 2024, 1, 24, OT_E_USAGE, "a year or less"},
    {"no period", 1, 2024, 1, 0, OT_E_USAGE, "a year or less"},
    {"a month of quarters", 3, 2033, 1, 4, OT_E_USAGE, "whole steps of 3"},
    {"quarters from February", 3, 2033, 2, 12, OT_E_USAGE, "whole steps of 3"},
    {"steps of five months", 5, 2024, 1, 12, OT_E_USAGE, "not steps of 5"},
};

static void test_refusal(void **state)
{
    const refusal_case *c = *state;
    double y[MONTHS];
    ot_projection *p = NULL;
    ot_error err = {0};

    make_months(y);
    y[50] = NAN; // March 2024
    const ot_series s =
        series_of(ot_period_month(2020, 1).first, c->step, y, NULL, MONTHS);
    const ot_period period = {ot_period_month(c->year, c->month).first,
                              c->months};
    assert_int_equal(ot_project(&s, period, &p, &err), c->status);
    assert_null(p);
    if (strstr(err.message, c->words) == NULL) {
        fail_msg("'%s' does not say '%s'", err.message, c->words);
    }
}

static void an_unknown_series_is_refused(void **state)
{
    (void)state;
    double y[2] = {NAN, NAN};
    const ot_series s =
        series_of(ot_period_month(2024, 1).first, 1, y, NULL, 2);
    ot_projection *p = NULL;

    assert_int_equal(ot_project(&s, ot_period_year(2024), &p, NULL), OT_E_DATA);
    ot_projection_free(NULL);
}

static void a_series_that_begins_inside_the_period_is_refused(void **state)
{
    (void)state;
    double y[MONTHS];
    ot_error err = {0};
    ot_projection *p = NULL;

    make_months(y);
    const ot_series s =
        series_of(ot_period_month(2024, 3).first, 1, y, NULL, 4);
    assert_int_equal(ot_project(&s, ot_period_year(2024), &p, &err), OT_E_DATA);
    assert_non_null(strstr(err.message, "known part: February 2024"));
}

static void half_a_year_cannot_say_the_next(void **state)
{
    (void)state;
    double y[MONTHS];
    ot_error err = {0};
    ot_projection *p = NULL;

    make_months(y);
    const ot_series s =
        series_of(ot_period_month(2024, 7).first, 1, y, NULL, 6);
    assert_int_equal(ot_project(&s, ot_period_year(2025), &p, &err), OT_E_DATA);
    assert_non_null(strstr(err.message, "no rule can project it"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_distribution_from_its_own_misses),
        cmocka_unit_test(exact_figures_make_a_point),
        cmocka_unit_test(lowest_first_and_the_spread),
        cmocka_unit_test(a_year_that_has_not_begun),
        cmocka_unit_test(a_short_hole_is_filled),
        cmocka_unit_test(a_long_hole_cuts_the_past),
        cmocka_unit_test(an_unknown_series_is_refused),
        cmocka_unit_test(half_a_year_cannot_say_the_next),
        cmocka_unit_test(a_series_that_begins_inside_the_period_is_refused),
    };

    return RUN_TABLE("2024", year_cases, year_2024) +
           RUN_TABLE("track records", record_cases, test_record) +
           RUN_TABLE("rounding", rounding_cases, test_rounding) +
           RUN_TABLE("periods", period_cases, test_period) +
           RUN_TABLE("refusals", refusal_cases, test_refusal) +
           cmocka_run_group_tests_name("landing", tests, NULL, NULL);
}
