// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of what releases changed. All figures were worked out by hand from
// the world below.
#include "support.h"

#include <unistd.h>

#include "outturn/outturn.h"

// Exports of 2023-02 rise from 100 to 125, of 2023-01 from 80 to 81; those of
// 2023-03 came later. Imports stay.
static const char world_csv[] =
    "reporter,partner,flow,period,value,unit,vintage\n"
    "ARM,RUS,export,2023-01,80,USD million,2023-03\n"
    "ARM,RUS,export,2023-02,100,USD million,2023-03\n"
    "ARM,RUS,import,2023-01,40,USD million,2023-03\n"
    "ARM,RUS,export,2023-01,81,USD million,2023-06\n"
    "ARM,RUS,export,2023-02,125,USD million,2023-06\n"
    "ARM,RUS,export,2023-03,90,USD million,2023-06\n"
    "ARM,RUS,import,2023-01,40,USD million,2023-06\n";

static const ot_picture_options none = {.step = 0};

typedef struct world {
    ot_panel *panel;
    ot_view *before[2], *after[2];
} world;

static ot_view *select_one(const world *w, const char *flow, ot_day as_of)
{
    const ot_selection s = {.flow = ot_flow_find(flow, strlen(flow)),
                            .as_of = as_of};
    ot_view *view = NULL;

    assert_int_equal(ot_panel_select(w->panel, &s, &view, NULL), OT_OK);
    return view;
}

static void open_world(world *w)
{
    char path[] = "/tmp/outturn-revised-XXXXXX";
    const int descriptor = mkstemp(path);

    assert_true(descriptor >= 0);
    FILE *file = fdopen(descriptor, "w");
    assert_non_null(file);
    fputs(world_csv, file);
    fclose(file);
    w->panel = ot_panel_new();
    assert_int_equal(ot_panel_read(w->panel, path, &(ot_read_options){0}, NULL),
                     OT_OK);
    assert_int_equal(ot_panel_seal(w->panel, NULL), OT_OK);
    remove(path);
    for (int i = 0; i < 2; i++) {
        const char *flow = i == 0 ? "export" : "import";
        w->before[i] = select_one(w, flow, ot_panel_release(w->panel, 0));
        w->after[i] = select_one(w, flow, OT_DAY_LATEST);
    }
}

static void close_world(world *w)
{
    for (int i = 0; i < 2; i++) {
        ot_view_free(w->before[i]);
        ot_view_free(w->after[i]);
    }
    ot_panel_free(w->panel);
}

static ot_revisions *compare(const world *w, int from, size_t n)
{
    const ot_revising how = {.n = 0};
    ot_revisions *r = NULL;

    assert_int_equal(
        ot_revisions_new(w->before + from, w->after + from, n, &how, &r, NULL),
        OT_OK);
    return r;
}

static void test_changed_figures(void **state)
{
    (void)state;
    world w;
    ot_picture *p = NULL;
    open_world(&w);
    ot_revisions *r = compare(&w, 0, 2);
    const ot_picture_revised of = {.panel = w.panel,
                                   .after = w.after,
                                   .n = 2,
                                   .was = "March",
                                   .now = "June",
                                   .revised = r};

    assert_int_equal(ot_picture_of_revisions(&of, &none, &p, NULL), OT_OK);
    const ot_chart *c = ot_picture_chart(p);
    assert_string_equal(c->kind->name, "rank");
    assert_int_equal(c->rows, 2);
    assert_string_equal(c->row[0].label, "Exports, Feb 2023");
    assert_true(c->row[0].before == 100e6 && c->row[0].y == 125e6);
    assert_true(c->row[1].before == 80e6 && c->row[1].y == 81e6);
    assert_string_equal(c->was, "March");
    assert_string_equal(c->headline,
                        "Armenia–Russia exports in Feb 2023 revised up "
                        "25.0\u00A0% to USD\u00A0125\u00A0m");
    assert_string_equal(c->subtitle, "All figures that changed, largest "
                                     "difference first, USD");
    ot_picture_free(p);
    ot_revisions_free(r);
    close_world(&w);
}

static void test_nothing_changed(void **state)
{
    (void)state;
    world w;
    ot_picture *p = NULL;
    open_world(&w);
    ot_revisions *r = compare(&w, 1, 1);
    const ot_picture_revised of = {.panel = w.panel,
                                   .after = w.after + 1,
                                   .n = 1,
                                   .was = "March",
                                   .now = "June",
                                   .revised = r};

    assert_int_equal(ot_picture_of_revisions(&of, &none, &p, NULL), OT_E_DATA);
    assert_null(p);
    ot_revisions_free(r);
    close_world(&w);
}

static void test_line_a_release(void **state)
{
    (void)state;
    world w;
    ot_picture *p = NULL;
    open_world(&w);
    const ot_day day[] = {ot_panel_release(w.panel, 0),
                          ot_panel_release(w.panel, 1)};

    assert_int_equal(
        ot_picture_of_releases(w.panel, w.after[0], day, 2, &none, &p, NULL),
        OT_OK);
    const ot_chart *c = ot_picture_chart(p);
    assert_int_equal(c->lines, 2);
    assert_string_equal(c->line[0].label, "Mar 2023");
    assert_int_equal(c->line[0].style, OT_LINE_PLAIN);
    assert_int_equal(c->line[1].style, OT_LINE_BOLD);
    assert_true(c->line[0].y[1] == 100e6);
    assert_true(c->line[1].y[1] == 125e6 && c->line[1].y[2] == 90e6);
    assert_string_equal(c->headline,
                        "Armenia–Russia exports: Feb 2023 revised from "
                        "USD\u00A0100\u00A0m to USD\u00A0125\u00A0m");
    ot_picture_free(p);
    // Imports were not revised.
    assert_int_equal(
        ot_picture_of_releases(w.panel, w.after[1], day, 2, &none, &p, NULL),
        OT_OK);
    assert_string_equal(ot_picture_chart(p)->headline,
                        "Armenia–Russia imports: no figure was revised");
    ot_picture_free(p);
    close_world(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_changed_figures),
        cmocka_unit_test(test_nothing_changed),
        cmocka_unit_test(test_line_a_release),
    };

    return cmocka_run_group_tests_name("picture revisions", tests, NULL, NULL);
}
