// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of pictures made of selections: what each draws and what it says. All
// figures were worked out by hand from the world below.
#include "support.h"

#include <unistd.h>

#include "outturn/outturn.h"

#define PARTNERS 3

static const char *const partners[PARTNERS] = {"CHN", "MEX", "DEU"};
// Exports a month, thousand dollars; imports are 10 of each in each.
static const int exports[2][PARTNERS] = {{1, 2, 3}, {4, 2, 1}};

// A year: 2022 is 12 + 24 + 36 = 72, 2023 is 48 + 24 + 12 = 84.
static void write_flows(FILE *file)
{
    fputs("reporter,partner,flow,period,value,unit\n", file);
    for (int month = 0; month < 24; month++) {
        for (int i = 0; i < PARTNERS; i++) {
            fprintf(file, "USA,%s,export,%d-%02d,%d,USD thousand\n",
                    partners[i], 2022 + month / 12, month % 12 + 1,
                    exports[month / 12][i]);
            fprintf(file, "USA,%s,import,%d-%02d,10,USD thousand\n",
                    partners[i], 2022 + month / 12, month % 12 + 1);
        }
    }
}

typedef struct world {
    ot_panel *panel;
    ot_view *view[PARTNERS];
    ot_view *china[2]; // exports to it, imports from it
} world;

static ot_view *select_one(const world *w, const char *partner,
                           const char *flow)
{
    const ot_selection s = {.flow = ot_flow_find(flow, strlen(flow)),
                            .partner = ot_panel_area_find(w->panel, partner),
                            .as_of = OT_DAY_LATEST};
    ot_view *view = NULL;

    assert_int_equal(ot_panel_select(w->panel, &s, &view, NULL), OT_OK);
    return view;
}

static void open_world(world *w)
{
    char path[] = "/tmp/outturn-kinds-XXXXXX";
    const int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    FILE *file = fdopen(descriptor, "w");
    assert_non_null(file);
    write_flows(file);
    fclose(file);
    w->panel = ot_panel_new();
    assert_int_equal(ot_panel_read(w->panel, path, &(ot_read_options){0}, NULL),
                     OT_OK);
    assert_int_equal(ot_panel_seal(w->panel, NULL), OT_OK);
    remove(path);
    for (int i = 0; i < PARTNERS; i++) {
        w->view[i] = select_one(w, partners[i], "export");
    }
    w->china[0] = select_one(w, "CHN", "export");
    w->china[1] = select_one(w, "CHN", "import");
}

static void close_world(world *w)
{
    for (int i = 0; i < PARTNERS; i++) {
        ot_view_free(w->view[i]);
    }
    ot_view_free(w->china[0]);
    ot_view_free(w->china[1]);
    ot_panel_free(w->panel);
}

static ot_picture *make(const world *w, const char *kind, ot_view *const view[],
                        size_t count, const ot_picture_options *options)
{
    ot_picture *picture = NULL;
    ot_error err = {0};

    if (ot_picture_make(ot_chart_kind_find(kind), w->panel, view, count,
                        options, &picture, &err) != OT_OK) {
        fail_msg("%s: %s", kind, err.message);
    }
    return picture;
}

static const ot_picture_options none = {0};

// 48 of 84 are 57.1 %, 24 are 28.6 %.
static void test_share(void **state)
{
    (void)state;
    world w;
    open_world(&w);
    ot_picture *p = make(&w, "share", w.view, PARTNERS, &none);
    const ot_chart *c = ot_picture_chart(p);

    assert_int_equal(c->rows, 4);
    assert_string_equal(c->row[0].label, "China");
    assert_close(c->row[0].y, 48e3, 1e-12);
    assert_int_equal(c->row[3].style, OT_ROW_TOTAL);
    assert_close(c->row[3].y, 84e3, 1e-12);
    assert_string_equal(c->headline,
                        "US exports to 3 partners, 2023: China 57.1\u00A0%, "
                        "Mexico 28.6\u00A0%");
    ot_picture_free(p);

    // Of two of them, where the whole is known to be more: 48 + 24 of 84.
    const ot_picture_options whole = {.whole = w.view[0]};
    p = make(&w, "share", w.view + 1, 2, &whole);
    c = ot_picture_chart(p);
    // The "whole" here is China's 48; Mexico's 24 are half of it.
    assert_string_equal(c->headline, "US exports, 2023: Mexico 50.0\u00A0%, "
                                     "Germany 25.0\u00A0%");
    assert_int_equal(c->row[2].style, OT_ROW_REST);
    assert_close(c->row[2].y, 12e3, 1e-12);
    ot_picture_free(p);
    close_world(&w);
}

static void test_rank(void **state)
{
    (void)state;
    world w;
    open_world(&w);
    ot_picture *p = make(&w, "rank", w.view, PARTNERS, &none);
    const ot_chart *c = ot_picture_chart(p);

    assert_int_equal(c->rows, 3);
    assert_close(c->row[2].y, 12e3, 1e-12);
    assert_close(c->row[2].before, 36e3, 1e-12);
    assert_string_equal(c->was, "2022");
    assert_string_equal(c->now, "2023");
    assert_string_equal(c->headline,
                        "US exports to 3 partners, 2023: China first and added "
                        "most, USD\u00A036.0\u00A0k");
    ot_picture_free(p);
    close_world(&w);
}

// 72 + 36 - 24 + 0 = 84.
static void test_waterfall(void **state)
{
    (void)state;
    world w;
    open_world(&w);
    ot_picture *p = make(&w, "waterfall", w.view, PARTNERS, &none);
    const ot_chart *c = ot_picture_chart(p);

    assert_int_equal(c->rows, 5);
    assert_close(c->row[0].y, 72e3, 1e-12);
    assert_string_equal(c->row[1].label, "China");
    assert_close(c->row[1].y, 36e3, 1e-12);
    assert_string_equal(c->row[2].label, "Germany");
    assert_close(c->row[2].y, -24e3, 1e-12);
    assert_close(c->row[3].y, 0, 1e-12);
    assert_close(c->row[4].y, 84e3, 1e-12);
    assert_string_equal(c->headline,
                        "US exports to 3 partners: from USD\u00A072.0\u00A0k "
                        "in 2022 to USD\u00A084.0\u00A0k in 2023");
    ot_picture_free(p);
    close_world(&w);
}

// 84 / 72 is 16.7 %; China's 36 of 72 are 50 points, Germany's -24 are -33.3.
static void test_contribution(void **state)
{
    (void)state;
    world w;
    open_world(&w);
    ot_picture *p = make(&w, "contribution", w.view, PARTNERS, &none);
    const ot_chart *c = ot_picture_chart(p);

    assert_int_equal(c->lines, 4);
    assert_int_equal(c->line[0].n, 1); // 2022 has no year before it
    assert_close(c->line[0].y[0], 50, 1e-12);
    assert_string_equal(c->line[1].label, "Germany");
    assert_close(c->line[1].y[0], -100.0 / 3, 1e-12);
    assert_close(c->line[2].y[0], 0, 1e-12);
    assert_int_equal(c->line[3].style, OT_LINE_BOLD);
    assert_close(c->line[3].y[0], 100.0 / 6, 1e-12);
    assert_string_equal(c->headline, "US exports to 3 partners up\u00A0"
                                     "16.7\u00A0% in 2023; China "
                                     "adds 50.0 points");
    ot_picture_free(p);
    close_world(&w);
}

// 10 - 4 is a deficit of 6 a month, 72 a year.
static void test_balance(void **state)
{
    (void)state;
    const ot_picture_options yearly = {.step = 12};
    world w;
    open_world(&w);
    ot_picture *p = make(&w, "balance", w.china, 2, &yearly);
    const ot_chart *c = ot_picture_chart(p);

    assert_int_equal(c->lines, 2);
    assert_close(c->line[0].y[1], 48e3, 1e-12);
    assert_close(c->line[1].y[1], 120e3, 1e-12);
    assert_string_equal(c->headline, "US–China balance: deficit of "
                                     "USD\u00A072.0\u00A0k in 2023");
    ot_picture_free(p);
    close_world(&w);
}

// 4 on 1 in each month: +300 %.
static void test_growth(void **state)
{
    (void)state;
    world w;
    open_world(&w);
    ot_picture *p = make(&w, "growth", w.china, 1, &none);
    const ot_chart *c = ot_picture_chart(p);

    assert_int_equal(c->line[0].n, 12);
    assert_int_equal(c->line[0].first, 12 * 2023);
    assert_close(c->line[0].y[0], 300, 1e-12);
    assert_int_equal(c->unit.dimension, OT_DIM_PERCENT);
    assert_string_equal(c->headline, "US exports to China in December 2023, "
                                     "4.00\u00A0times a year earlier");
    ot_picture_free(p);
    close_world(&w);
}

static void test_season(void **state)
{
    (void)state;
    world w;
    open_world(&w);
    ot_picture *p = make(&w, "season", w.china, 1, &none);
    const ot_chart *c = ot_picture_chart(p);

    assert_int_equal(c->lines, 2);
    assert_close(c->line[0].y[11], 1e3, 1e-12); // not to date
    assert_close(c->line[1].y[11], 4e3, 1e-12);
    assert_int_equal(c->line[1].style, OT_LINE_BOLD);
    ot_picture_free(p);
    close_world(&w);
}

static void test_multiples(void **state)
{
    (void)state;
    const ot_picture_options yearly = {.step = 12};
    world w;
    open_world(&w);
    // Over both years China has 60, Mexico 48, Germany 48: as they came.
    ot_picture *p = make(&w, "multiples", w.view, PARTNERS, &yearly);
    const ot_chart *c = ot_picture_chart(p);

    assert_int_equal(c->lines, 3);
    assert_string_equal(c->line[0].label, "China");
    assert_non_null(
        strstr(c->headline, "US exports: China USD\u00A048.0\u00A0k"));
    ot_picture_free(p);
    close_world(&w);
}

static void test_claim(void **state)
{
    (void)state;
    const ot_claim_bar claim = {40e3, 50e3, NULL};
    const ot_picture_options options = {.claim = &claim};
    world w;
    open_world(&w);
    ot_picture *p = make(&w, "claim", w.china, 1, &options);
    const ot_chart *c = ot_picture_chart(p);

    assert_int_equal(c->rows, 3);
    assert_int_equal(c->row[0].style, OT_ROW_CLAIM);
    assert_close(c->row[0].lo, 40e3, 0);
    assert_string_equal(c->row[1].label, "2023");
    assert_close(c->row[1].y, 48e3, 1e-12);
    assert_close(c->row[2].y, 12e3, 1e-12);
    assert_string_equal(c->headline,
                        "USD\u00A040–50\u00A0k claimed for 2023: it came to "
                        "USD\u00A048.0\u00A0k");
    ot_picture_free(p);
    close_world(&w);
}

static void test_refusals(void **state)
{
    (void)state;
    static const struct {
        const char *kind;
        size_t views;
        ot_status status;
    } cases[] = {
        {"balance", 1, OT_E_USAGE}, {"claim", 1, OT_E_USAGE},
        {"fan", 1, OT_E_DATA},      {"growth", 2, OT_E_USAGE},
        {"mirror", 2, OT_E_USAGE},  {"rank", 1, OT_E_USAGE},
        {"share", 1, OT_E_USAGE},   {"waterfall", 1, OT_E_USAGE},
    };
    world w;
    open_world(&w);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ot_picture *p = NULL;
        ot_error err = {0};
        assert_int_equal(ot_picture_make(ot_chart_kind_find(cases[i].kind),
                                         w.panel, w.china, cases[i].views,
                                         &none, &p, &err),
                         cases[i].status);
        assert_null(p);
        assert_string_not_equal(err.message, "");
    }
    close_world(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_share),     cmocka_unit_test(test_rank),
        cmocka_unit_test(test_waterfall), cmocka_unit_test(test_contribution),
        cmocka_unit_test(test_balance),   cmocka_unit_test(test_growth),
        cmocka_unit_test(test_season),    cmocka_unit_test(test_multiples),
        cmocka_unit_test(test_claim),     cmocka_unit_test(test_refusals),
    };

    return cmocka_run_group_tests_name("picture kinds", tests, NULL, NULL);
}
