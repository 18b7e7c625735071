// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of indicators: what each draws and says.
#include "support.h"

#include "outturn/outturn.h"

typedef struct world {
    ot_panel *panel;
    ot_picture_figure figure[6];
    ot_picture_indicators all;
    ot_picture *picture;
} world;

static void open_world(world *w, const char *name, size_t n)
{
    static const char *const of[] = {"01", "02", "03"};

    *w = (world){.panel = ot_panel_new()};
    for (int i = 0; i < 6; i++) {
        w->figure[i] = (ot_picture_figure){ot_indicator_find(name),
                                           ot_period_year(2024 - i / 3), "",
                                           of[i % 3], 1 + i % 3};
    }
    w->all = (ot_picture_indicators){
        .subject = {.panel = w->panel,
                    .reporter = ot_panel_area_find(w->panel, "ARM"),
                    .partner = OT_AREA_NONE,
                    .commodity = "",
                    .basis = "",
                    .release = OT_DAY_NONE},
        .at = w->figure,
        .n = n};
}

static void close_world(world *w)
{
    ot_picture_free(w->picture);
    ot_panel_free(w->panel);
}

static const ot_chart *make(world *w)
{
    ot_error err = {0};

    if (ot_picture_of_indicators(&w->all, &(ot_picture_options){0}, &w->picture,
                                 &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    return ot_picture_chart(w->picture);
}

// The largest first, what is undefined left out, and the line at 1.
static void test_dots(void **state)
{
    (void)state;
    world w;
    open_world(&w, "rca", 3);
    w.figure[1].y = NAN;
    const ot_chart *c = make(&w);

    assert_string_equal(c->kind->name, "rank");
    assert_int_equal(c->rows, 3);
    assert_string_equal(c->row[0].label, "03 fish and seafood");
    assert_close(c->row[0].y, 3, 0);
    assert_close(c->row[1].y, 1, 0);
    assert_int_equal(c->row[2].style, OT_ROW_TOTAL);
    assert_close(c->row[2].y, 1, 0);
    assert_null(c->was);
    assert_string_equal(c->headline, "Armenia RCA in 2024: 03 fish and seafood "
                                     "3.00, 01 live animals 1.00");
    close_world(&w);
}

// Periods come in any order; a figure that is not defined is a gap.
static void test_lines(void **state)
{
    (void)state;
    world w;
    open_world(&w, "rsca", 6);
    w.figure[5].y = NAN; // 03 in 2023
    const ot_chart *c = make(&w);

    assert_string_equal(c->kind->name, "line");
    assert_int_equal(c->lines, 3);
    assert_int_equal(c->line[0].first, 12 * 2023);
    assert_true(isnan(c->line[0].y[0]));
    assert_close(c->line[0].y[1], 3, 0);
    close_world(&w);
}

static void test_several(void **state)
{
    (void)state;
    world w;
    open_world(&w, "rca", 6);
    w.figure[0].indicator = ot_indicator_find("hhi");
    w.figure[3].indicator = ot_indicator_find("hhi");
    assert_string_equal(make(&w)->kind->name, "multiples");
    assert_string_equal(ot_picture_chart(w.picture)->headline,
                        "Armenia trade indicators in 2024");
    close_world(&w);
}

static void test_refusals(void **state)
{
    (void)state;
    ot_picture *p = NULL;
    world w;
    open_world(&w, "rca", 6);
    w.figure[0].period.months = 9;
    assert_int_equal(
        ot_picture_of_indicators(&w.all, &(ot_picture_options){0}, &p, NULL),
        OT_E_USAGE);
    for (int i = 0; i < 6; i++) {
        w.figure[i].y = NAN;
    }
    assert_int_equal(
        ot_picture_of_indicators(&w.all, &(ot_picture_options){0}, &p, NULL),
        OT_E_DATA);
    w.all.n = 0;
    assert_int_equal(
        ot_picture_of_indicators(&w.all, &(ot_picture_options){0}, &p, NULL),
        OT_E_DATA);
    assert_null(p);
    close_world(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dots),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_several),
        cmocka_unit_test(test_refusals),
    };

    return cmocka_run_group_tests_name("picture of indicators", tests, NULL,
                                       NULL);
}
