// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of price indices: what each draws and says. All figures were worked
// out by hand.
#include "support.h"

#include "outturn/outturn.h"

// 2 at 10 and 3 at 10 become 2 at 20 and 6 at 10: 20 + 30 = 50 to 40 + 60 =
// 100; by price 2 x 10 = 20, by quantity 3 x 10 = 30. What is new is 25 more.
static const ot_item goods[] = {{.base_value = {.y = 20},
                                 .value = {.y = 40},
                                 .base_quantity = {.y = 2},
                                 .quantity = {.y = 2}},
                                {.base_value = {.y = 30},
                                 .value = {.y = 60},
                                 .base_quantity = {.y = 3},
                                 .quantity = {.y = 6}},
                                {.base_value = {.y = 0},
                                 .value = {.y = 25},
                                 .base_quantity = {.y = NAN},
                                 .quantity = {.y = NAN}}};

typedef struct world {
    ot_panel *panel;
    ot_price_index index;
    ot_picture_index run[4];
    ot_picture_indices all;
    ot_picture *picture;
} world;

static const ot_flow *flow_of(const char *name)
{
    return ot_flow_find(name, strlen(name));
}

static void open_world(world *w)
{
    ot_item item[3];

    memcpy(item, goods, sizeof item);
    *w = (world){.panel = ot_panel_new()};
    assert_int_equal(ot_price_index_of(item, 3, 0, &w->index, NULL), OT_OK);
    for (int i = 0; i < 4; i++) {
        w->run[i] =
            (ot_picture_index){flow_of(i % 2 == 0 ? "export" : "import"),
                               ot_period_year(2023 + i / 2),
                               ot_period_year(2022 + i / 2), &w->index};
    }
    w->all = (ot_picture_indices){
        .subject = {.panel = w->panel,
                    .reporter = ot_panel_area_find(w->panel, "ARM"),
                    .partner = OT_AREA_NONE,
                    .commodity = "",
                    .basis = "",
                    .unit = {"USD", 0, OT_DIM_MONEY},
                    .release = OT_DAY_NONE},
        .by = "net weight",
        .run = w->run,
        .runs = 1};
}

static void close_world(world *w)
{
    ot_picture_free(w->picture);
    ot_panel_free(w->panel);
}

static const ot_chart *make(world *w)
{
    ot_error err = {0};

    if (ot_picture_of_index(&w->all, &(ot_picture_options){0}, &w->picture,
                            &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    return ot_picture_chart(w->picture);
}

// Laspeyres (40 + 30) / 50 = 1.4, Paasche 100 / (20 + 60) = 1.25; Fisher is
// sqrt 1.75 = 1.3229, the volume 2 / 1.3229 = 1.5119. 100 of 125 compared.
static void test_one(void **state)
{
    (void)state;
    world w;
    open_world(&w);
    w.all.subject.flow = flow_of("export");
    const ot_chart *c = make(&w);

    assert_string_equal(c->kind->name, "waterfall");
    assert_int_equal(c->rows, 5);
    assert_string_equal(c->row[0].label, "2022");
    assert_close(c->row[0].y, 50, 1e-12);
    assert_close(c->row[1].y, 20, 1e-12);
    assert_close(c->row[2].y, 30, 1e-12);
    assert_string_equal(c->row[3].label, "Not compared");
    assert_close(c->row[3].y, 25, 1e-12);
    assert_close(c->row[4].y, 125, 1e-12);
    assert_string_equal(c->headline,
                        "Armenia exports in 2023: prices up 32.3\u00A0%, "
                        "volume up 51.2\u00A0%");
    assert_string_equal(c->note,
                        "Data to December 2023. Compared: 80.0\u00A0% of "
                        "exports");
    close_world(&w);
}

static void test_both(void **state)
{
    (void)state;
    world w;
    open_world(&w);
    w.all.runs = 2;
    const ot_chart *c = make(&w);

    assert_int_equal(c->rows, 10);
    assert_string_equal(c->row[5].label, "Imports 2022");
    assert_int_equal(c->row[5].style, OT_ROW_TOTAL);
    assert_string_equal(c->headline,
                        "Armenia trade in 2023: export prices up 32.3\u00A0%, "
                        "import prices up 32.3\u00A0%");
    close_world(&w);
}

// Exports and imports alike: the terms of trade stay at 100.
static void test_lines(void **state)
{
    (void)state;
    world w;
    open_world(&w);
    w.all.runs = 4;
    w.run[2].index = NULL; // exports of 2024 cannot be compared
    const ot_chart *c = make(&w);

    assert_string_equal(c->kind->name, "line");
    assert_int_equal(c->lines, 3);
    assert_string_equal(c->line[0].label, "Export prices");
    assert_close(c->line[0].y[0], 100 * sqrt(1.75), 1e-12);
    assert_true(isnan(c->line[0].y[1]));
    assert_close(c->line[1].y[1], 100 * sqrt(1.75), 1e-12);
    assert_string_equal(c->line[2].label, "Terms of trade");
    assert_close(c->line[2].y[0], 100, 1e-9);
    assert_true(isnan(c->line[2].y[1]));
    close_world(&w);
}

static void test_one_over_time(void **state)
{
    (void)state;
    world w;
    open_world(&w);
    w.all.runs = 2;
    w.all.subject.flow = flow_of("export");
    w.run[1] = w.run[2];
    const ot_chart *c = make(&w);

    assert_int_equal(c->lines, 3);
    assert_close(c->line[0].y[1], 200, 1e-12);
    assert_string_equal(c->line[1].label, "Price");
    assert_close(c->line[2].y[1], 200 / sqrt(1.75), 1e-12);
    assert_string_equal(c->headline, "Armenia exports: value 200.0, price "
                                     "132.3, volume 151.2 in 2024");
    close_world(&w);
}

static void test_refusals(void **state)
{
    (void)state;
    ot_picture *p = NULL;
    world w;
    open_world(&w);
    w.all.runs = 4;
    w.run[1].flow = flow_of("reexport");
    assert_int_equal(
        ot_picture_of_index(&w.all, &(ot_picture_options){0}, &p, NULL),
        OT_E_USAGE);
    for (int i = 0; i < 4; i++) {
        w.run[i].index = NULL;
    }
    assert_int_equal(
        ot_picture_of_index(&w.all, &(ot_picture_options){0}, &p, NULL),
        OT_E_DATA);
    assert_null(p);
    close_world(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one),      cmocka_unit_test(test_both),
        cmocka_unit_test(test_lines),    cmocka_unit_test(test_one_over_time),
        cmocka_unit_test(test_refusals),
    };

    return cmocka_run_group_tests_name("picture of index", tests, NULL, NULL);
}
