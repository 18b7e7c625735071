// SPDX-License-Identifier: GPL-3.0-or-later
// test_outlook.c - the landing: several ways in one distribution.

#include "panel_support.h"
#include "project/outlook.h"
#include "project/record.h"

static ot_outlook *outlook(const ot_series *s, ot_period period)
{
    ot_outlook *o = NULL;
    ot_error err = {0};

    if (ot_project_outlook(s, period, &o, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    return o;
}

// Quantiles of Student's t with 4 degrees of freedom (its tables).
#define T4_90  1.53320627405894
#define T4_975 2.77644510519779

// Months of a trend, a season and irregular values; of 2020 eight are known
// with nine years before it.
#define MONTHS 116

static void make_months(double y[MONTHS], double scale)
{
    static const double season[] = {0.83, 0.91, 1.07, 0.97, 0.99, 1.04,
                                    0.96, 0.88, 1.01, 1.09, 1.12, 1.13};
    uint32_t noise = 54321;

    for (size_t i = 0; i < MONTHS; i++) {
        noise = noise * 1664525u + 1013904223u;
        const double irregular =
            0.92 + 0.16 * ((double)(noise >> 8) / 16777216);
        y[i] = scale * (317.31 + 1.77 * (double)i) * season[i % 12] * irregular;
    }
}

static ot_outlook *of_months(double y[], size_t n)
{
    const ot_series s = series_of(
        ot_period_month(2020 - (int)(n / 12), 1).first, 1, y, NULL, n);
    return outlook(&s, ot_period_year(2020));
}

// ---- by hand ---------------------------------------------------------------

// Quarters. Of 2021 nothing but 40 and 80 is known, after 10, 20, 30, 40: last
// year's rest makes 190, half of a fourfold growth 260, the pace so far 240.
static void a_year_before_leaves_three_rules(void **state)
{
    (void)state;
    double y[6] = {10, 20, 30, 40, 40, 80};
    const ot_series s =
        series_of(ot_period_month(2020, 1).first, 3, y, NULL, 6);
    ot_outlook *o = outlook(&s, ot_period_year(2021));

    assert_int_equal(o->members, 3);
    assert_int_equal(o->before, 1);
    assert_int_equal(o->years, 0);
    assert_close(o->total, 240, 1e-14);
    assert_close(o->member[0].total, 190, 1e-14);
    assert_close(o->member[1].total, 260, 1e-14);
    assert_close(o->member[2].total, 240, 1e-14);
    assert_close(o->member[0].weight, 1.0 / 3, 1e-14);
    // Without a record or models 15 % a year counts as two years: of the 70 %
    // that came last year the size is the root of (0.7^3 + 0.7 / 27) x 27 / 28.
    assert_close(ot_dist_quantile(&o->dist, 0.9),
                 240 * exp(T4_90 * 0.85 * 0.15 *
                           sqrt((0.343 + 0.7 / 27) * 27 / 28 * 1.5)),
                 1e-12);
    // Never below what is known.
    assert_close(o->dist.draw[0], 120, 1e-14);
    ot_outlook_free(o);
}

// Each year is 12 months of what it was before, so every way is right, always:
// seven years of a record and four of models without a miss. What moves a level
// by 15 % counts as two; of the third to come its size is the root of
// (1 / 27 + 1 / 81) x 27 / 28 = 1 / 21.
static void a_constant_lands_on_itself(void **state)
{
    (void)state;
    double y[MONTHS];

    for (size_t i = 0; i < MONTHS; i++) {
        y[i] = 73.19;
    }
    ot_outlook *o = of_months(y, MONTHS);
    assert_int_equal(o->members, 5);
    assert_close(o->total, 12 * 73.19, 1e-9);
    assert_int_equal(o->years, 7);
    assert_close(log(ot_dist_quantile(&o->dist, 0.9) / o->total),
                 T4_90 * 0.85 * 0.15 * sqrt(1.0 / 21 * 2 / 13 * 14 / 13), 1e-9);
    assert_close(log(ot_dist_quantile(&o->dist, 0.025) / o->total),
                 -T4_975 * 0.85 * 0.15 * sqrt(1.0 / 21 * 2 / 13 * 14 / 13),
                 1e-9);
    assert_int_equal(o->misses, 7); // from the third year on
    assert_true(fabs(o->usual) < 1e-9);
    ot_outlook_free(o);
}

// The same with a tenth, as of all to come, that counts as three years.
static void a_prior_counts_as_its_years(void **state)
{
    (void)state;
    static const ot__scale_prior tenth = {0.1, 3};
    double y[MONTHS];

    for (size_t i = 0; i < MONTHS; i++) {
        y[i] = 73.19;
    }
    const ot_series s =
        series_of(ot_period_month(2011, 1).first, 1, y, NULL, MONTHS);
    ot_outlook *o = NULL;
    assert_int_equal(
        ot__outlook_with(&s, ot_period_year(2020), &tenth, &o, NULL), OT_OK);
    assert_close(log(ot_dist_quantile(&o->dist, 0.9) / o->total),
                 T4_90 * 0.85 * 0.1 / 3 * sqrt(3.0 / 14 * 15 / 14), 1e-9);
    ot_outlook_free(o);
}

// Three years off by 10, 20 and 30 % in logarithms: the mean square is 0.14 /
// 3, that of the worse half (two of three) 0.13 / 2.
static void the_worse_half_of_the_years(void **state)
{
    (void)state;
    static const double error[] = {0.2, 0.1, 0.3};
    ot__record *r = calloc(1, sizeof *r);
    size_t years;

    assert_non_null(r);
    r->logs = true;
    r->cuts = 1;
    r->size[0] = 1;
    r->years = 3;
    for (size_t y = 0; y < 3; y++) {
        r->at[y][0] = (ot__origin){.outcome = exp(error[y]), .landing = 1};
    }
    assert_close(ot__record_scale(r, false, &years), sqrt(0.14 / 3), 1e-12);
    assert_int_equal(years, 3);
    assert_close(ot__record_scale(r, true, &years), sqrt(0.13 / 2), 1e-12);
    assert_int_equal(years, 3);
    free(r);
}

static void zeros_land_on_zero(void **state)
{
    (void)state;
    double y[MONTHS] = {0};
    ot_outlook *o = of_months(y, MONTHS);

    assert_false(o->by_logarithms);
    assert_true(o->total == 0 && o->dist.draw[0] == 0);
    assert_true(o->dist.draw[o->dist.n - 1] == 0);
    ot_outlook_free(o);
}

// ---- who takes part --------------------------------------------------------

typedef struct member_case {
    const char *name;
    size_t years, members;
    const char *last;
} member_case;

static const member_case member_cases[] = {
    {"nothing before: the pace so far", 0, 1, "run-rate"},
    {"a year before: arithmetic", 1, 3, "run-rate"},
    {"two: Theta, the shrunken share, last year's rest", 2, 3,
     "seasonal-naive"},
    {"three: the usual share as well", 3, 4, "seasonal-naive"},
    {"four: all five", 4, 5, "seasonal-share"},
};

static void test_members(void **state)
{
    const member_case *c = *state;
    double y[MONTHS];

    make_months(y, 1);
    ot_outlook *o = of_months(y, 12 * c->years + 8);
    double sum = 0;
    for (size_t i = 0; i < o->members; i++) {
        sum += o->member[i].weight;
        assert_true(o->member[i].total > o->known_total);
    }
    assert_int_equal(o->members, c->members);
    assert_string_equal(o->member[o->members - 1].name, c->last);
    assert_close(sum, 1, 1e-14);
    assert_int_equal(o->before, c->years);
    ot_outlook_free(o);
}

// ---- laws ------------------------------------------------------------------

static void is_a_distribution_around_its_total(void **state)
{
    (void)state;
    double y[MONTHS];

    make_months(y, 1);
    ot_outlook *o = of_months(y, MONTHS);
    for (size_t i = 1; i < o->dist.n; i++) {
        assert_true(o->dist.draw[i - 1] <= o->dist.draw[i]);
    }
    assert_true(o->dist.draw[0] >= o->known_total);
    assert_true(o->dist.draw[500] == o->total);
    assert_true(ot_dist_quantile(&o->dist, 0.5) == o->total);
    assert_int_equal(o->known.months, 8);
    assert_int_equal(o->misses, 7);
    assert_int_equal(ot_month_year(o->miss[0].period.first), 2013);
    // Four ways of five are drawn half-way from a fifth: none is below a tenth.
    for (size_t i = 0; i < o->members; i++) {
        assert_true(o->member[i].weight >= 0.1);
    }
    ot_outlook_free(o);
}

// From 1e-300 to 1e300.
static void scales_with_its_input(void **state)
{
    (void)state;
    double y[MONTHS];

    make_months(y, 1);
    ot_outlook *one = of_months(y, MONTHS);
    for (int power = -300; power <= 300; power += 200) {
        const double factor = pow(10, power);
        make_months(y, factor);
        ot_outlook *o = of_months(y, MONTHS);
        assert_close(o->total / factor, one->total, 1e-6);
        for (size_t i = 25; i < 1000; i += 50) {
            assert_close(o->dist.draw[i] / factor, one->dist.draw[i], 1e-5);
        }
        ot_outlook_free(o);
    }
    ot_outlook_free(one);
}

static void assert_same(const ot_outlook *a, const ot_outlook *b)
{
    assert_int_equal(a->dist.n, b->dist.n);
    assert_memory_equal(a->dist.draw, b->dist.draw,
                        a->dist.n * sizeof *a->dist.draw);
    assert_memory_equal(&a->total, &b->total, sizeof a->total);
}

// What stands behind the last value is not read, nor what was asked before.
static void knows_nothing_of_the_future_nor_of_others(void **state)
{
    (void)state;
    double y[MONTHS], other[MONTHS];

    make_months(y, 1);
    ot_outlook *whole = of_months(y, MONTHS - 3);
    make_months(other, 17);
    ot_outlook_free(of_months(other, MONTHS));
    for (size_t i = MONTHS - 3; i < MONTHS; i++) {
        y[i] = 1e9;
    }
    ot_outlook *again = of_months(y, MONTHS - 3);
    assert_same(whole, again);
    ot_outlook_free(whole);
    ot_outlook_free(again);
}

// A year's past forecasts were made without its outcome: a last year ten times
// as large leaves the misses of those before as they were.
static void a_record_is_of_what_was_known_then(void **state)
{
    (void)state;
    double y[MONTHS];

    make_months(y, 1);
    ot_outlook *calm = of_months(y, MONTHS);
    for (size_t i = MONTHS - 20; i < MONTHS; i++) {
        y[i] *= 10;
    }
    ot_outlook *wild = of_months(y, MONTHS);
    assert_int_equal(calm->misses, wild->misses);
    for (size_t i = 0; i + 1 < calm->misses; i++) {
        assert_true(calm->miss[i].said == wild->miss[i].said);
    }
    ot_outlook_free(calm);
    ot_outlook_free(wild);
}

static double uniform(uint32_t *noise)
{
    *noise = *noise * 1664525u + 1013904223u;
    return (double)(*noise >> 8) / 16777216 - 0.5;
}

// Series whose level moves at random and whose months are irregular, each asked
// after 3 months and after 9: of fifty years about forty end within the range
// of 80 %. Six fewer are chance (two standard deviations); more are to be
// expected, as these moves are bounded and the range is for heavy tails, but
// not all.
static void covers_what_it_says(void **state)
{
    (void)state;
    size_t in80 = 0, in95 = 0;
    uint32_t noise = 2026;

    for (size_t k = 0; k < 25; k++) {
        double y[MONTHS + 4], level = 1000, all = 0;
        for (size_t i = 0; i < MONTHS + 4; i++) {
            level *= exp(0.1 * uniform(&noise));
            y[i] = level * exp(0.2 * uniform(&noise));
            all += i < MONTHS - 8 ? 0 : y[i];
        }
        for (size_t known = 3; known <= 9; known += 6) {
            ot_outlook *o = of_months(y, MONTHS - 8 + known);
            in80 += all >= ot_dist_quantile(&o->dist, 0.1) &&
                    all <= ot_dist_quantile(&o->dist, 0.9);
            in95 += all >= ot_dist_quantile(&o->dist, 0.025) &&
                    all <= ot_dist_quantile(&o->dist, 0.975);
            ot_outlook_free(o);
        }
    }
    assert_true(in80 >= 34 && in80 < 50);
    assert_true(in95 >= 44 && in95 >= in80);
}

static void a_balance_may_be_below_zero(void **state)
{
    (void)state;
    double y[MONTHS];

    make_months(y, 1);
    for (size_t i = 0; i < MONTHS; i++) {
        y[i] -= 400;
    }
    ot_outlook *o = of_months(y, MONTHS);
    assert_false(o->by_logarithms);
    for (size_t i = 0; i < o->dist.n; i++) {
        assert_true(isfinite(o->dist.draw[i]));
    }
    assert_true(o->dist.draw[100] < o->total && o->total < o->dist.draw[900]);
    ot_outlook_free(o);
}

static void a_year_that_has_not_begun(void **state)
{
    (void)state;
    double y[MONTHS];

    make_months(y, 1);
    const ot_series s =
        series_of(ot_period_month(2011, 1).first, 1, y, NULL, MONTHS);
    ot_outlook *o = outlook(&s, ot_period_year(2021));
    assert_int_equal(o->known.months, 0);
    assert_int_equal(o->members, 3);
    assert_true(o->total > 0 && o->dist.draw[25] > 0);
    ot_outlook_free(o);
}

static void too_little_is_refused(void **state)
{
    (void)state;
    double y[6] = {1, 2, 3, 4, 5, 6};
    ot_error err = {0};
    ot_outlook *o = NULL;
    const ot_series s =
        series_of(ot_period_month(2024, 7).first, 1, y, NULL, 6);

    assert_int_equal(ot_project_outlook(&s, ot_period_year(2025), &o, &err),
                     OT_E_DATA);
    assert_non_null(strstr(err.message, "no rule can project it"));
    assert_null(o);
    assert_int_equal(ot_project_outlook(&s, (ot_period){s.first, 24}, &o, NULL),
                     OT_E_USAGE);
    ot_outlook_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_year_before_leaves_three_rules),
        cmocka_unit_test(a_constant_lands_on_itself),
        cmocka_unit_test(a_prior_counts_as_its_years),
        cmocka_unit_test(the_worse_half_of_the_years),
        cmocka_unit_test(zeros_land_on_zero),
        cmocka_unit_test(is_a_distribution_around_its_total),
        cmocka_unit_test(scales_with_its_input),
        cmocka_unit_test(knows_nothing_of_the_future_nor_of_others),
        cmocka_unit_test(a_record_is_of_what_was_known_then),
        cmocka_unit_test(covers_what_it_says),
        cmocka_unit_test(a_balance_may_be_below_zero),
        cmocka_unit_test(a_year_that_has_not_begun),
        cmocka_unit_test(too_little_is_refused),
    };

    return RUN_TABLE("members", member_cases, test_members) +
           cmocka_run_group_tests_name("the landing", tests, NULL, NULL);
}
