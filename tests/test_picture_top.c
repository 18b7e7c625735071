// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of rankings: what each draws and says. All figures were worked out
// by hand from the parts below.
#include "support.h"

#include "outturn/outturn.h"

// China, Mexico, Germany: 84 of 72 is 16.7 % more; China's 36 of 72 are 50
// points, Germany's -24 are -33.3. The year before, 72 of 60.
static const ot_top_part now[] = {{.value = 48, .base = 12},
                                  {.value = 24, .base = 24},
                                  {.value = 12, .base = 36}};
static const ot_top_part before[] = {{.value = 12, .base = 10},
                                     {.value = 24, .base = 20},
                                     {.value = 36, .base = 30}};
static const char *const names[] = {"China", "Mexico", "Germany"};
static const size_t of[] = {0, 1, 2};

typedef struct world {
    ot_panel *panel;
    ot_top top[2];
    ot_picture_ranking run[2];
    ot_picture_tops tops;
    ot_picture *picture;
} world;

// The rankings of 2022 and 2023, or of `part` in both.
static void open_world(world *w, const ot_top_part part[], ot_top_order order,
                       size_t most)
{
    *w = (world){.panel = ot_panel_new()};
    for (int i = 0; i < 2; i++) {
        const ot_top_part *p = part != NULL ? part : i == 0 ? before : now;
        assert_int_equal(ot_top_make(p, 3, NULL, order, most, &w->top[i], NULL),
                         OT_OK);
        w->run[i] = (ot_picture_ranking){.period = ot_period_year(2022 + i),
                                         .base = ot_period_year(2021 + i),
                                         .whole = true,
                                         .top = &w->top[i],
                                         .part = p,
                                         .of = of,
                                         .parts = 3};
    }
    w->tops = (ot_picture_tops){
        .subject = {.panel = w->panel,
                    .reporter = ot_panel_area_find(w->panel, "USA"),
                    .partner = OT_AREA_NONE,
                    .flow = ot_flow_find("export", 6),
                    .commodity = "TOTAL",
                    .basis = "",
                    .unit = {"USD", 0, OT_DIM_MONEY},
                    .release = OT_DAY_NONE},
        .by = "partner",
        .run = &w->run[1],
        .runs = 1,
        .name = names,
        .order = order};
}

static void close_world(world *w)
{
    ot_picture_free(w->picture);
    ot_top_free(&w->top[0]);
    ot_top_free(&w->top[1]);
    ot_panel_free(w->panel);
}

static const ot_chart *make(world *w)
{
    ot_error err = {0};

    if (ot_picture_of_top(&w->tops, &(ot_picture_options){0}, &w->picture,
                          &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    return ot_picture_chart(w->picture);
}

// 48 of 84 are 57.1 %, 24 are 28.6 %; Germany's 12 have no row.
static void test_share(void **state)
{
    (void)state;
    world w;
    open_world(&w, NULL, OT_TOP_BY_VALUE, 2);
    const ot_chart *c = make(&w);

    assert_string_equal(c->kind->name, "share");
    assert_int_equal(c->rows, 4);
    assert_close(c->row[0].y, 48, 0);
    assert_string_equal(c->row[2].label, "1 other");
    assert_int_equal(c->row[2].style, OT_ROW_REST);
    assert_close(c->row[2].y, 12, 0);
    assert_int_equal(c->row[3].style, OT_ROW_TOTAL);
    assert_close(c->row[3].y, 84, 0);
    assert_string_equal(c->headline, "US exports, 2023: China 57.1\u00A0%, "
                                     "Mexico 28.6\u00A0%");
    assert_string_equal(c->subtitle,
                        "Exports by partner, share of all, USD, 2023");
    close_world(&w);
}

// 72 + 36 - 24 + 0 = 84.
static void test_waterfall(void **state)
{
    (void)state;
    world w;
    open_world(&w, NULL, OT_TOP_BY_CHANGE, 0);
    const ot_chart *c = make(&w);

    assert_string_equal(c->kind->name, "waterfall");
    assert_int_equal(c->rows, 5);
    assert_string_equal(c->row[0].label, "2022");
    assert_close(c->row[0].y, 72, 0);
    assert_close(c->row[1].y, 36, 0);
    assert_string_equal(c->row[2].label, "Germany");
    assert_close(c->row[2].y, -24, 0);
    assert_close(c->row[4].y, 84, 0);
    assert_string_equal(c->headline,
                        "US exports in 2023, up 16.7\u00A0% on a year earlier; "
                        "China adds USD\u00A036.0");
    close_world(&w);
}

// What was added up of three is said to be of three.
static void test_listed(void **state)
{
    (void)state;
    world w;
    open_world(&w, NULL, OT_TOP_BY_VALUE, 0);
    w.run[1].whole = false;
    w.run[1].partners = 3;
    const ot_chart *c = make(&w);

    assert_string_equal(c->headline,
                        "US exports to 3 partners, 2023: China 57.1\u00A0%, "
                        "Mexico 28.6\u00A0%");
    assert_string_equal(c->subtitle, "Exports by partner, share of those "
                                     "shown, USD, 2023");
    close_world(&w);
}

// Nothing is known of the base period: no change can be drawn.
static void test_alone(void **state)
{
    (void)state;
    world w;
    open_world(&w, NULL, OT_TOP_BY_CHANGE, 0);
    w.run[1].alone = true;
    assert_string_equal(make(&w)->kind->name, "share");
    close_world(&w);
}

// A part below zero is no share.
static void test_negative(void **state)
{
    (void)state;
    static const ot_top_part part[] = {{.value = 5, .base = 4},
                                       {.value = -7, .base = 2},
                                       {.value = 1, .base = 1}};
    world w;
    open_world(&w, part, OT_TOP_BY_VALUE, 0);
    const ot_chart *c = make(&w);

    assert_string_equal(c->kind->name, "rank");
    assert_int_equal(c->rows, 3);
    assert_close(c->row[0].before, 4, 0);
    assert_close(c->row[2].y, -7, 0);
    assert_string_equal(c->now, "2023");
    close_world(&w);
}

// In 2022 72 of 60 is +20 %: China 2 of 60 are 3.3 points, Germany 6 are 10.
static void test_contribution(void **state)
{
    (void)state;
    world w;
    open_world(&w, NULL, OT_TOP_BY_CHANGE, 0);
    w.tops.run = w.run;
    w.tops.runs = 2;
    const ot_chart *c = make(&w);

    assert_string_equal(c->kind->name, "contribution");
    assert_int_equal(c->lines, 4); // nothing is left for others
    assert_close(c->line[0].y[0], 10.0 / 3, 1e-12);
    assert_close(c->line[0].y[1], 50, 1e-12);
    assert_string_equal(c->line[1].label, "Germany");
    assert_close(c->line[1].y[0], 10, 1e-12);
    assert_close(c->line[1].y[1], -100.0 / 3, 1e-12);
    assert_int_equal(c->line[3].style, OT_LINE_BOLD);
    assert_close(c->line[3].y[0], 20, 1e-12);
    assert_int_equal(c->unit.dimension, OT_DIM_POINTS);
    assert_string_equal(c->headline,
                        "US exports in 2023, up 16.7\u00A0% on a year earlier; "
                        "China adds 50.0 points");
    close_world(&w);
}

static void test_lines(void **state)
{
    (void)state;
    world w;
    open_world(&w, NULL, OT_TOP_BY_VALUE, 0);
    w.tops.run = w.run;
    w.tops.runs = 2;
    const ot_chart *c = make(&w);

    assert_string_equal(c->kind->name, "line");
    assert_int_equal(c->lines, 3);
    assert_int_equal(c->line[2].n, 2);
    assert_close(c->line[2].y[0], 36, 0);
    assert_close(c->line[2].y[1], 12, 0);
    assert_string_equal(c->headline, "US exports: China USD\u00A048.0, Mexico "
                                     "USD\u00A024.0 in 2023");
    close_world(&w);
}

// A year between two is a gap; months of each year stand in their years.
static void test_periods(void **state)
{
    (void)state;
    world w;
    open_world(&w, NULL, OT_TOP_BY_VALUE, 0);
    w.tops.run = w.run;
    w.tops.runs = 2;
    w.run[0].period = (ot_period){12 * 2021, 9};
    w.run[1].period = (ot_period){12 * 2023, 9};
    const ot_chart *c = make(&w);

    assert_int_equal(c->line[0].step, 12);
    assert_int_equal(c->line[0].n, 3);
    assert_true(isnan(c->line[0].y[1]));
    assert_close(c->line[0].y[2], 48, 0);
    close_world(&w);
}

static void test_refusals(void **state)
{
    (void)state;
    ot_picture *p = NULL;
    world w;
    open_world(&w, NULL, OT_TOP_BY_VALUE, 0);
    w.tops.run = w.run;
    w.tops.runs = 2;
    w.run[1].period = (ot_period){12 * 2023, 9}; // not as long
    assert_int_equal(
        ot_picture_of_top(&w.tops, &(ot_picture_options){0}, &p, NULL),
        OT_E_USAGE);
    w.run[0].period = (ot_period){12 * 2022 + 1, 9}; // eleven months apart
    assert_int_equal(
        ot_picture_of_top(&w.tops, &(ot_picture_options){0}, &p, NULL),
        OT_E_USAGE);
    w.run[0].top = NULL;
    w.run[1].top = NULL;
    assert_int_equal(
        ot_picture_of_top(&w.tops, &(ot_picture_options){0}, &p, NULL),
        OT_E_DATA);
    assert_null(p);
    close_world(&w);
}

// Without China: 36 of 60 is 40 % less.
static void test_apart(void **state)
{
    (void)state;
    static const ot_top_part left[] = {{.value = 0, .base = 0},
                                       {.value = 24, .base = 24},
                                       {.value = 12, .base = 36}};
    ot_top without;
    world w;
    open_world(&w, NULL, OT_TOP_BY_VALUE, 0);
    assert_int_equal(ot_top_again(&w.top[1], left, 3, NULL, &without, NULL),
                     OT_OK);
    w.run[1].without = &without;
    w.tops.left_out = "China";
    const ot_chart *c = make(&w);

    assert_string_equal(c->was, "with China");
    assert_close(c->row[0].y, 0, 0);
    assert_close(c->row[0].before, 48, 0);
    assert_string_equal(c->headline,
                        "US exports in 2023, up 16.7\u00A0% on a year earlier; "
                        "without China, down 40.0\u00A0% on a year earlier");
    ot_top_free(&without);
    close_world(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_share),   cmocka_unit_test(test_waterfall),
        cmocka_unit_test(test_alone),   cmocka_unit_test(test_negative),
        cmocka_unit_test(test_lines),   cmocka_unit_test(test_contribution),
        cmocka_unit_test(test_periods), cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_apart),   cmocka_unit_test(test_listed),
    };

    return cmocka_run_group_tests_name("picture of top", tests, NULL, NULL);
}
