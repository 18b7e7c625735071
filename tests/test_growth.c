// SPDX-License-Identifier: GPL-3.0-or-later
// test_growth.c - change between two periods, compound and trend growth.

#include "panel_support.h"

// ---- between two periods ---------------------------------------------------

// Turnover of Armenia with Russia by origin, thousand USD, added up from the
// monthly figures of the release named.
typedef struct between_case {
    const char *name;
    const char *flow;
    int year, months; // from January
    bool first_print; // known on 8 October 2024, else on 1 March 2025
    double value, base, ratio;
} between_case;

static const between_case between_cases[] = {
    {"the half-year of 2024 in its first print", "turnover", 2024, 6, true,
     8365.394e6, 3224.410e6, 2.594},
    {"the half-year of 2024 as revised", "turnover", 2024, 6, false, 7530.236e6,
     3224.4e6, 2.335},
    {"nine months of 2024", "turnover", 2024, 9, false, 10029.7e6, 4897.0e6,
     2.048},
    {"all of 2024", "turnover", 2024, 12, false, 12401.6e6, 7923.9e6, 1.565},
    {"all of 2023", "turnover", 2023, 12, false, 7923.9e6, 5099.9e6, 1.5537},
};

static void test_between(void **state)
{
    const between_case *c = *state;
    ot_panel *panel;
    ot_view *view = armenia_russia(c->flow,
                                   c->first_print ? ot_day_of(2024, 10, 8)
                                                  : ot_day_of(2025, 3, 1),
                                   &panel);
    const ot_period p = {ot_period_month(c->year, 1).first, c->months};
    const ot_growth g = ot_growth_between(view, p, ot_period_year_before(p));

    assert_close(g.value.y, c->value, 1e-5);
    assert_close(g.base.y, c->base, 2e-5);
    assert_close(g.ratio_mid, c->ratio, 3e-4);
    assert_true(ot_interval_holds(g.ratio, g.ratio_mid));
    assert_close(g.change_mid, g.value.y - g.base.y, 1e-12);
    assert_true(ot_interval_holds(g.change, g.change_mid));
    ot_view_free(view);
    ot_panel_free(panel);
}

// The balance was below zero in 2023 and 2024: a change, no rate.
static void from_a_deficit_there_is_no_rate(void **state)
{
    (void)state;
    ot_panel *panel;
    ot_view *view = armenia_russia("balance", OT_DAY_LATEST, &panel);
    const ot_growth g =
        ot_growth_between(view, ot_period_year(2024), ot_period_year(2023));

    assert_true(g.base.y < 0);
    assert_true(isnan(g.ratio_mid));
    assert_true(ot_interval_is_none(g.ratio));
    assert_true(isfinite(g.change_mid));
    ot_view_free(view);
    ot_panel_free(panel);
}

// In October 2024 the files held half of it: the six months known in both years
// are compared, 8365.394 against 3224.410.
static void like_for_like_where_months_are_missing(void **state)
{
    (void)state;
    ot_panel *panel;
    ot_view *view = armenia_russia("turnover", ot_day_of(2024, 10, 8), &panel);
    const ot_growth g =
        ot_growth_between(view, ot_period_year(2024), ot_period_year(2023));

    assert_true(isnan(g.value.y));
    assert_true(isnan(g.ratio_mid));
    assert_int_equal(g.like_months, 6);
    assert_close(g.like_value, 8365.394e6, 1e-6);
    assert_close(g.like_base, 3224.410e6, 1e-6);
    assert_close(g.like_ratio, 2.5944, 1e-4);
    ot_view_free(view);
    ot_panel_free(panel);
}

// ---- compound --------------------------------------------------------------

typedef struct compound_case {
    const char *name;
    int from, to;
    double ratio, lo, hi, want;
} compound_case;

// (to / from)^(1 / years) - 1, by hand.
static const compound_case compound_cases[] = {
    {"four times in two years doubles each year", 2020, 2022, 4, 4, 4, 1},
    {"one year is the growth itself", 2021, 2022, 1.25, 1.25, 1.25, 0.25},
    {"a fall to an eighth in three years halves", 2019, 2022, 0.125, 0.125,
     0.125, -0.5},
    {"rounding carries through", 2020, 2022, 4, 1, 9, 1},
    {"no ratio, no rate", 2020, 2022, NAN, NAN, NAN, NAN},
    {"backwards there is none", 2022, 2020, 4, 4, 4, NAN},
    {"from nothing to nothing there is none", 2020, 2022, 0, 0, 0, NAN},
};

static void test_compound(void **state)
{
    const compound_case *c = *state;
    const ot_growth g = {
        .period = ot_period_year(c->to),
        .base_period = ot_period_year(c->from),
        .ratio =
            isnan(c->ratio) ? ot_interval_none() : ot_interval_of(c->lo, c->hi),
        .ratio_mid = c->ratio,
    };
    double mid;
    const ot_interval range = ot_growth_compound(&g, &mid);

    assert_close(mid, c->want, 1e-14);
    assert_true(ot_interval_is_none(range) == (isnan(c->want) != 0));
    if (!isnan(c->want)) {
        const double years = c->to - c->from;
        assert_true(range.lo <= pow(c->lo, 1 / years) - 1);
        assert_true(range.hi >= pow(c->hi, 1 / years) - 1);
        assert_true(range.hi - range.lo <
                    pow(c->hi, 1 / years) - pow(c->lo, 1 / years) + 1e-14);
    }
}

// ---- trend -----------------------------------------------------------------

typedef struct trend_case {
    const char *name;
    double y[6];
    size_t n, used;
    double rate, error;
} trend_case;

// ln y = a + b t, by hand.
static const trend_case trend_cases[] = {
    {"doubling every step", {3, 6, 12, 24}, 4, 4, 1, 0},
    {"a third off every step", {27, 18, 12}, 3, 3, -1.0 / 3, 0},
    {"nothing changes", {5, 5, 5, 5}, 4, 4, 0, 0},
    {"a month not known is left out", {3, NAN, 12, 24}, 4, 3, 1, 0},
    // ln y = 0, d, 0 over t = 0, 1, 2: slope 0; residuals -d/3, 2d/3, -d/3,
    // squares 2/3 d^2, variance over Sxx = 2: d^2 / 3.
    {"a bump in the middle leaves the slope",
     {1, 2.718281828459045, 1},
     3,
     3,
     0,
     0.57735026918962576},
};

static void test_trend(void **state)
{
    const trend_case *c = *state;
    double y[6];
    double rate, error;
    size_t used;

    memcpy(y, c->y, sizeof y);
    const ot_series s = series_of(0, 1, y, NULL, c->n);
    assert_int_equal(ot_growth_trend(&s, &rate, &error, &used, NULL), OT_OK);
    assert_int_equal(used, c->used);
    assert_true(fabs(rate - c->rate) < 1e-12);
    assert_true(fabs(error - c->error) < 1e-7);
}

typedef struct refusal_case {
    const char *name;
    double y[4];
    size_t n;
    const char *words;
} refusal_case;

static const refusal_case refusal_cases[] = {
    {"two values have no trend", {1, 2}, 2, "needs 3 known values"},
    {"three of which one is not known", {1, NAN, 2}, 3, "there are 2"},
    {"a value of zero has no logarithm", {1, 0, 2}, 3, "above zero"},
    {"nor has a deficit", {1, 2, -3, 4}, 4, "above zero"},
    {"nothing", {0}, 0, "there are 0"},
};

static void test_refusal(void **state)
{
    const refusal_case *c = *state;
    double y[4], rate, error;
    size_t used;
    ot_error err = {0};

    memcpy(y, c->y, sizeof y);
    const ot_series s = series_of(0, 1, y, NULL, c->n);
    assert_int_equal(ot_growth_trend(&s, &rate, &error, &used, &err),
                     OT_E_DATA);
    assert_non_null(strstr(err.message, c->words));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(from_a_deficit_there_is_no_rate),
        cmocka_unit_test(like_for_like_where_months_are_missing),
    };

    return RUN_TABLE("between", between_cases, test_between) +
           RUN_TABLE("compound", compound_cases, test_compound) +
           RUN_TABLE("trend", trend_cases, test_trend) +
           RUN_TABLE("trends refused", refusal_cases, test_refusal) +
           cmocka_run_group_tests_name("growth", tests, NULL, NULL);
}
