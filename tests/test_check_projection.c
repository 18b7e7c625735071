// SPDX-License-Identifier: GPL-3.0-or-later
// test_check_projection.c - projections and targets against the landing of a
// year that is not over, its odds, and growth before.

#include "claim_support.h"

#define DATA "datasets/armenia-russia.csv"
#define HEAD "kind,modality,reporter,partner,flow,period,base_period,stated\n"

// The finding of one row on 8 October 2024 (column 0) or today.
static ot_finding judged(const char *row, int column)
{
    char text[300];

    snprintf(text, sizeof text, HEAD "%s\n", row);
    ot_panel *panel = panel_of(DATA);
    ot_claims *claims = good_claims(text);
    ot_checking *k = check_on(claims, panel, ot_day_of(2024, 10, 8));
    ot_finding f = k->finding[column];
    f.own = f.other = (ot_reading){.flow = NULL}; // of the panel
    ot_checking_free(k);
    ot_claims_free(claims);
    ot_panel_free(panel);
    return f;
}

// Turnover by origin, as it was known on 8 October 2024.
static ot_series *series_then(ot_panel *panel)
{
    const ot_selection s = {.reporter = ot_panel_area_find(panel, "ARM"),
                            .partner = ot_panel_area_find(panel, "RUS"),
                            .flow = ot_flow_find("turnover", 8),
                            .basis = "origin",
                            .as_of = ot_day_of(2024, 10, 8)};
    ot_view *view = NULL;
    ot_series *series = NULL;

    assert_int_equal(ot_panel_select(panel, &s, &view, NULL), OT_OK);
    assert_int_equal(
        ot_view_series(view, 1, (ot_period){0, 0}, 1, &series, NULL), OT_OK);
    ot_view_free(view);
    return series;
}

// One landing, one answer: what outturn project says of the same target.
static void the_landing_is_that_of_a_projection(void **state)
{
    (void)state;
    const ot_finding f =
        judged("level,projected,ARM,RUS,turnover,2024,,14-16 billion USD", 0);
    ot_panel *panel = panel_of(DATA);
    ot_series *series = series_then(panel);
    const ot_period year = ot_period_year_of(ot_period_month(2024, 1).first, 1);
    ot_outlook *o = NULL;
    ot_projection *p = NULL;

    assert_int_equal(ot_project_outlook(series, year, &o, NULL), OT_OK);
    assert_int_equal(ot_project(series, year, &p, NULL), OT_OK);
    assert_close(f.odds.total, o->total, 0);
    assert_close(f.spread_lo, ot_dist_quantile(&o->dist, 0.1), 0);
    assert_close(f.spread_hi, ot_dist_quantile(&o->dist, 0.9), 0);
    assert_close(f.odds.reaches, ot_dist_within(&o->dist, 14e9, INFINITY), 0);
    assert_close(f.odds.within, ot_dist_within(&o->dist, 14e9, 16e9), 0);
    assert_int_equal(p->scenarios, 2);
    assert_close(f.odds.mixed, ot_dist_within(&p->mixture, 14e9, 16e9), 0);
    assert_true(f.odds.broken);
    // The range holds the claim's upper part and more than half of the odds.
    assert_int_equal(f.verdict, OT_IN_RANGE);
    assert_true(f.odds.within < f.odds.reaches);
    assert_true(f.odds.stays < f.odds.mixed && f.odds.mixed < f.odds.one_off);
    ot_outlook_free(o);
    ot_projection_free(p);
    ot_series_free(series);
    ot_panel_free(panel);
}

typedef struct level_case {
    const char *name, *row;
    double lo, hi; // the total that is claimed, billion
} level_case;

// 2023 as it was known then, release 2024-09: exports and imports by origin
// added by awk, 7,923.947 million.
#define Y2023 7.923947

static const level_case level_cases[] = {
    {"a range", "level,projected,ARM,RUS,turnover,2024,,14-16 bn USD", 14, 16},
    {"a growth is one of the year before",
     "growth,projected,ARM,RUS,turnover,2024,,80.0 %", 1.7995 * Y2023,
     1.8005 * Y2023},
    {"a multiple",
     "multiple,projected,ARM,RUS,turnover,2024,,more than 2 times", 2 * Y2023,
     INFINITY},
    {"a change", "change,projected,ARM,RUS,turnover,2024,,5.0 bn USD",
     Y2023 + 4.95, Y2023 + 5.05},
    {"an average month", "average,projected,ARM,RUS,turnover,2024,,1.20 bn USD",
     12 * 1.195, 12 * 1.205},
    {"one-sided words claim all beyond",
     "level,target,ARM,RUS,turnover,2024,,at least 14 bn USD", 14, INFINITY},
};

static void test_level(void **state)
{
    const level_case *c = *state;
    const ot_finding f = judged(c->row, 0);

    assert_close(f.odds.claimed.lo, c->lo * 1e9, 1e-6);
    assert_close(f.odds.claimed.hi, c->hi * 1e9, 1e-6);
    assert_true(f.has_need);
    // 8,365.394 million were known.
    assert_close(f.need.total.lo, c->lo * 1e9 - 8365.394e6, 1e-5);
}

typedef struct verdict_case {
    const char *name, *row;
    ot_verdict then, today;
} verdict_case;

// On the day 80 % of the landing are 13.06 to 18.32 bn, as outturn project
// prints; the year became 12.40.
static const verdict_case verdict_cases[] = {
    {"below all that is likely, and below what came",
     "level,projected,ARM,RUS,turnover,2024,,9-10 bn USD", OT_LOW, OT_LOW},
    {"likely, and too high",
     "level,projected,ARM,RUS,turnover,2024,,15.0 bn USD", OT_IN_RANGE,
     OT_HIGH},
    {"above all that is likely",
     "level,projected,ARM,RUS,turnover,2024,,20-22 bn USD", OT_HIGH, OT_HIGH},
    {"at least so much is never too low",
     "level,target,ARM,RUS,turnover,2024,,at least 9 bn USD", OT_IN_RANGE,
     OT_IN_RANGE},
    {"a share has no landing", "share,projected,ARM,RUS,turnover,2024,,40 %",
     OT_NOT_CHECKED, OT_NOT_CHECKED},
};

static void test_verdict(void **state)
{
    const verdict_case *c = *state;

    assert_int_equal(judged(c->row, 0).verdict, c->then);
    assert_int_equal(judged(c->row, 1).verdict, c->today);
}

// A deficit is reached by all that is deeper, and needs no rest of its own.
static void a_deficit_is_reached_from_above(void **state)
{
    (void)state;
    const ot_finding deep =
        judged("level,projected,ARM,RUS,balance,2024,,-50 bn USD", 0);
    const ot_finding shallow =
        judged("level,projected,ARM,RUS,balance,2024,,-0.1 bn USD", 0);

    // The half-year had a deficit of 5.5 bn already.
    assert_true(deep.odds.reaches < 0.01);
    assert_true(shallow.odds.reaches > 0.9);
    assert_false(deep.has_need);
}

// ---- targets of years ahead -------------------------------------------------

// Turnover by origin, release 2025-02, in million dollars by awk: 922.0 in
// 2007, 1,059.3, 899.7, 995.8, 1,113.1, 1,336.5, 1,359.3, 1,431.1, 1,187.3,
// 1,358.3, 1,730.5, 1,925.8, 2,225.4, 2,157.7, 2,626.1, 5,099.9, 7,923.9 and
// 12,401.6 in 2024. Over six years that is, a year: 6.684 % to 2013, 5.141,
// 4.732, 5.311, 7.631, 6.277, 8.563, 7.083, 14.146, 24.670, 28.863 and 36.399
// to 2024. From 2024 to 19.5-20.5 bn in 2030 it takes 7.835 to 8.737 %: five
// of the twelve reached that. One tenth of the way along (type 7) is 5.141 +
// 0.1 x 0.170, nine tenths 24.670 + 0.9 x 4.193.
static void a_target_of_2030_is_held_to_six_years_before(void **state)
{
    (void)state;
    const ot_finding f =
        judged("level,target,ARM,RUS,turnover,2030,,20 bn USD", 1);

    assert_int_equal(f.verdict, OT_IN_RANGE);
    assert_int_equal(f.climb.years, 6);
    assert_close(f.climb.value, 12401.6e6, 1e-5);
    assert_close(f.climb.yearly.lo, 7.8349, 1e-4);
    assert_close(f.climb.yearly.hi, 8.7374, 1e-4);
    assert_int_equal(f.climb.before, 12);
    assert_int_equal(f.climb.reached, 5);
    assert_close(f.climb.lo, 5.158, 1e-3);
    assert_close(f.climb.hi, 28.444, 1e-3);
    assert_close(f.climb.best, 36.399, 1e-4);
    assert_false(f.has_need);
}

// 100 bn in 2030 is 41.6 % a year: more than in any six years.
static void a_target_beyond_all_growth_is_high(void **state)
{
    (void)state;
    const ot_finding f =
        judged("level,target,ARM,RUS,turnover,2030,,100 bn USD", 1);

    assert_int_equal(f.verdict, OT_HIGH);
    assert_int_equal(f.climb.reached, 0);
}

// Over 16 years there are two spans: it is said what it needs, and not judged.
static void few_spans_judge_nothing(void **state)
{
    (void)state;
    const ot_finding f =
        judged("level,target,ARM,RUS,turnover,2040,,100 bn USD", 1);

    assert_int_equal(f.verdict, OT_NOT_CHECKED);
    assert_int_equal(f.climb.years, 16);
    assert_int_equal(f.climb.before, 2);
    // (99.5 / 12.4016)^(1 / 16) - 1
    assert_close(f.climb.yearly.lo, 13.90, 1e-3);
}

int main(void)
{
    const struct CMUnitTest rest[] = {
        cmocka_unit_test(the_landing_is_that_of_a_projection),
        cmocka_unit_test(a_deficit_is_reached_from_above),
        cmocka_unit_test(a_target_of_2030_is_held_to_six_years_before),
        cmocka_unit_test(a_target_beyond_all_growth_is_high),
        cmocka_unit_test(few_spans_judge_nothing),
    };

    return RUN_TABLE("claimed totals", level_cases, test_level) +
           RUN_TABLE("verdicts", verdict_cases, test_verdict) +
           cmocka_run_group_tests_name("projections", rest, NULL, NULL);
}
