// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of trade as both sides report it. All figures were worked out by
// hand from the world below.
#include "support.h"

#include <math.h>
#include <unistd.h>

#include "outturn/outturn.h"

// Of 2021 Germany is not there; the Germans say half as much again in 2020.
static const char world_csv[] =
    "reporter,partner,flow,commodity,period,value,unit\n"
    "ARM,RUS,export,TOTAL,2019,160.0,USD million\n"
    "RUS,ARM,import,TOTAL,2019,400.0,USD million\n"
    "ARM,RUS,export,TOTAL,2020,200.0,USD million\n"
    "RUS,ARM,import,TOTAL,2020,225.0,USD million\n"
    "ARM,RUS,export,TOTAL,2021,120.0,USD million\n"
    "RUS,ARM,export,TOTAL,2019,640.0,USD million\n"
    "ARM,RUS,import,TOTAL,2019,640.0,USD million\n"
    "RUS,ARM,export,TOTAL,2020,800.0,USD million\n"
    "ARM,RUS,import,TOTAL,2020,720.0,USD million\n"
    "ARM,DEU,export,TOTAL,2020,60.0,USD million\n"
    "DEU,ARM,import,TOTAL,2020,90.0,USD million\n";

static const ot_picture_options none = {.step = 0};

static ot_panel *open_world(void)
{
    char path[] = "/tmp/outturn-mirror-XXXXXX";
    const int descriptor = mkstemp(path);
    ot_panel *panel = ot_panel_new();

    assert_true(descriptor >= 0);
    FILE *file = fdopen(descriptor, "w");
    assert_non_null(file);
    fputs(world_csv, file);
    fclose(file);
    assert_int_equal(ot_panel_read(panel, path, &(ot_read_options){0}, NULL),
                     OT_OK);
    assert_int_equal(ot_panel_seal(panel, NULL), OT_OK);
    remove(path);
    return panel;
}

static ot_view *view_of(const ot_panel *panel, const char *reporter,
                        const char *flow, const char *partner)
{
    const ot_selection s = {.reporter = ot_panel_area_find(panel, reporter),
                            .flow = ot_flow_find(flow, strlen(flow)),
                            .partner = ot_panel_area_find(panel, partner),
                            .as_of = OT_DAY_LATEST};
    ot_view *view = NULL;

    assert_int_equal(ot_panel_select(panel, &s, &view, NULL), OT_OK);
    return view;
}

static ot_picture_pair pair_of(const ot_panel *panel, const char *from,
                               const char *to)
{
    return (ot_picture_pair){view_of(panel, from, "export", to),
                             view_of(panel, to, "import", from)};
}

static void free_pair(const ot_picture_pair *pair)
{
    ot_view_free(pair->exports);
    ot_view_free(pair->imports);
}

static void test_lines_and_band(void **state)
{
    (void)state;
    ot_panel *panel = open_world();
    const ot_picture_pair pair = pair_of(panel, "ARM", "RUS");
    // In either order.
    ot_view *const views[] = {pair.imports, pair.exports};
    ot_picture *p = NULL;
    const ot_picture_options options = {.cif = {.lo = 1.05, .hi = 1.20}};

    assert_int_equal(ot_picture_make(ot_chart_kind_find("mirror"), panel, views,
                                     2, &options, &p, NULL),
                     OT_OK);
    const ot_chart *c = ot_picture_chart(p);
    assert_int_equal(c->lines, 4);
    assert_int_equal(c->line[0].n, 3);
    assert_true(c->line[0].y[1] == 200e6);
    assert_true(c->line[1].y[0] == 400e6 && isnan(c->line[1].y[2]));
    assert_true(fabs(c->line[2].y[1] - 210e6) < 1e-3);
    assert_true(fabs(c->line[3].y[0] - 192e6) < 1e-3);
    assert_string_equal(c->line[0].label, "Armenia: exports");
    assert_string_equal(c->line[1].label, "Russia: imports");
    // 225 / 200; of 2021 only one side is known.
    assert_string_equal(c->headline, "Armenia to Russia: Russia reports "
                                     "12.5\u00A0% more than Armenia in 2020");
    assert_string_equal(c->subtitle, "Trade a year as each side reports it, "
                                     "USD, 2019–2021");
    assert_non_null(strstr(c->note, "1.05 to 1.20 times"));
    ot_picture_free(p);
    // 400 / 160
    const ot_picture_options of_2019 = {.period = {12 * 2019, 12}};
    assert_int_equal(ot_picture_make(ot_chart_kind_find("mirror"), panel, views,
                                     2, &of_2019, &p, NULL),
                     OT_OK);
    assert_string_equal(ot_picture_chart(p)->headline,
                        "Armenia to Russia: Russia reports 2.50\u00A0times "
                        "what Armenia does in 2019");
    ot_picture_free(p);
    free_pair(&pair);
    ot_panel_free(panel);
}

static void expect_headline(const ot_picture_mirrors *m,
                            const ot_picture_options *options, const char *kind,
                            size_t rows, const char *headline)
{
    ot_picture *p = NULL;
    ot_error err = {0};

    if (ot_picture_of_mirror(m, options, &p, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    const ot_chart *c = ot_picture_chart(p);
    assert_string_equal(c->kind->name, kind);
    assert_int_equal(c->rows, rows);
    assert_string_equal(c->headline, headline);
    ot_picture_free(p);
}

static void test_what_is_drawn(void **state)
{
    (void)state;
    ot_panel *panel = open_world();
    const ot_picture_pair pair[] = {pair_of(panel, "ARM", "RUS"),
                                    pair_of(panel, "RUS", "ARM"),
                                    pair_of(panel, "ARM", "DEU")};
    const ot_period two[] = {{12 * 2019, 12}, {12 * 2020, 12}};
    const ot_picture_options till_2019 = {.period = two[0]};
    ot_picture_mirrors m = {.panel = panel, .pair = pair, .pairs = 1};

    // One step is no line.
    expect_headline(&m, &till_2019, "rank", 1,
                    "Armenia to Russia: importer says USD\u00A0400\u00A0m, "
                    "exporter USD\u00A0160\u00A0m");
    // Of both directions the larger one: 720 / 800.
    m.pairs = 2;
    expect_headline(&m, &none, "mirror", 0,
                    "Russia to Armenia: Armenia reports 10.0\u00A0% less than "
                    "Russia in 2020");
    // With another partner dots: the gap of 80 is the widest.
    m.pairs = 3;
    expect_headline(&m, &none, "rank", 3,
                    "Widest gap, Russia to Armenia: importer says "
                    "USD\u00A0720\u00A0m, exporter USD\u00A0800\u00A0m");
    // Two periods of one pair.
    m = (ot_picture_mirrors){
        .panel = panel, .pair = pair, .pairs = 1, .at = two, .periods = 2};
    expect_headline(
        &m, &none, "rank", 2,
        "Widest gap, 2019: importer says USD\u00A0400\u00A0m, exporter "
        "USD\u00A0160\u00A0m");
    for (int i = 0; i < 3; i++) {
        free_pair(&pair[i]);
    }
    ot_panel_free(panel);
}

static void test_one_side_alone(void **state)
{
    (void)state;
    ot_panel *panel = open_world();
    ot_picture_pair pair = pair_of(panel, "ARM", "RUS");
    const ot_period later = {12 * 2021, 12};
    const ot_picture_mirrors m = {
        .panel = panel, .pair = &pair, .pairs = 1, .at = &later, .periods = 1};
    const ot_picture_mirrors steps = {
        .panel = panel, .pair = &pair, .pairs = 1};
    ot_view *imports = pair.imports;
    ot_picture *p = NULL;
    ot_error err = {0};

    assert_int_equal(ot_picture_of_mirror(&m, &none, &p, &err), OT_E_DATA);
    assert_string_equal(err.message,
                        "there is no period of which both sides are known");
    pair.imports = NULL;
    assert_int_equal(ot_picture_of_mirror(&steps, &none, &p, NULL), OT_E_DATA);
    assert_null(p);
    pair.imports = imports;
    free_pair(&pair);
    ot_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_and_band),
        cmocka_unit_test(test_what_is_drawn),
        cmocka_unit_test(test_one_side_alone),
    };

    return cmocka_run_group_tests_name("picture mirror", tests, NULL, NULL);
}
