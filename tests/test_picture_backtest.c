// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of how far off ways to project were: of Armenia's turnover with
// Russia in 2024, of which releases knew three, six and eight months.
#include "panel_support.h"

static const ot_picture_options none = {.step = 0};

// How far off four times the first three months are, in per cent, by what was
// known at the end of May 2024.
static double run_rate_after_3(const ot_view *view)
{
    const ot_period year = ot_period_year(2024);
    const ot_period known = {year.first, 3};
    ot_view *then = NULL;

    assert_int_equal(ot_view_as_of(view, ot_day_of(2024, 5, 31), &then, NULL),
                     OT_OK);
    const double said = 4 * ot_view_value(then, known).y;
    ot_view_free(then);
    return 100 * fabs(said / ot_view_value(view, year).y - 1);
}

static ot_backtest *run(const ot_view *view, const ot_backtest_options *options)
{
    ot_backtest *b = ot_backtest_new(options);

    assert_non_null(b);
    assert_int_equal(ot_backtest_add_view(b, view, NULL), OT_OK);
    assert_int_equal(ot_backtest_run(b, 1, NULL), OT_OK);
    return b;
}

static const ot_chart_row *row_of(const ot_chart *c, const char *label)
{
    for (size_t i = 0; i < c->rows; i++) {
        if (strcmp(c->row[i].label, label) == 0) {
            return &c->row[i];
        }
    }
    fail_msg("no row of %s", label);
    return NULL;
}

static void test_early_and_late(void **state)
{
    (void)state;
    ot_panel *panel;
    ot_view *view = armenia_russia("turnover", OT_DAY_LATEST, &panel);
    const size_t ways[] = {ot_way_find("auto"), ot_way_find("run-rate"),
                           ot_way_find("seasonal-naive")};
    const ot_backtest_options options = {.way = ways, .ways = 3};
    ot_backtest *b = run(view, &options);
    ot_picture *p = NULL;

    assert_int_equal(
        ot_picture_of_backtest(panel, &view, 1, b, &none, &p, NULL), OT_OK);
    const ot_chart *c = ot_picture_chart(p);
    assert_string_equal(c->kind->name, "rank");
    assert_int_equal(c->rows, 3);
    assert_string_equal(c->was, "After 3 months");
    assert_string_equal(c->now, "After 8 months");
    assert_true(fabs(row_of(c, "run-rate")->before - run_rate_after_3(view)) <
                1e-9);
    for (size_t i = 1; i < c->rows; i++) {
        assert_true(c->row[i - 1].before <= c->row[i].before);
    }
    assert_true(row_of(c, "landing")->y < row_of(c, "landing")->before);
    // Other figures of the table of `backtest`.
    assert_string_equal(c->headline, "After 3 months run-rate erred by "
                                     "21.7\u00A0%, the landing by 41.2\u00A0%");
    assert_string_equal(c->subtitle, "Armenia–Russia turnover: median error of "
                                     "projected years, %, 2024");
    ot_picture_free(p);
    ot_backtest_free(b);
    ot_view_free(view);
    ot_panel_free(panel);
}

static void test_one_cut(void **state)
{
    (void)state;
    ot_panel *panel;
    ot_view *view = armenia_russia("turnover", OT_DAY_LATEST, &panel);
    const size_t way = ot_way_find("run-rate");
    ot_backtest_options options = {.way = &way, .ways = 1};
    options.cut[3] = true;
    ot_backtest *b = run(view, &options);
    ot_picture *p = NULL;

    assert_int_equal(
        ot_picture_of_backtest(panel, &view, 1, b, &none, &p, NULL), OT_OK);
    const ot_chart *c = ot_picture_chart(p);
    assert_null(c->was);
    assert_string_equal(c->now, "After 3 months");
    assert_true(isnan(c->row[0].before));
    assert_string_equal(c->headline,
                        "After 3 months run-rate erred by 21.7\u00A0%");
    ot_picture_free(p);
    ot_backtest_free(b);
    ot_view_free(view);
    ot_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_early_and_late),
        cmocka_unit_test(test_one_cut),
    };

    return cmocka_run_group_tests_name("picture backtest", tests, NULL, NULL);
}
