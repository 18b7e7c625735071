// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures made of selections: the numbers of their lines and their words.
#include "support.h"

#include <unistd.h>

#include "outturn/outturn.h"

// Two years and a half of one pair: exports 10, 11, 12 ... thousand a month
// from January 2022 on; imports twice that. 2024 has six months, in two
// releases.
static void write_flows(FILE *file)
{
    fputs("reporter,partner,flow,period,value,unit,vintage\n", file);
    for (int i = 0; i < 30; i++) {
        fprintf(file, "ARM,RUS,export,%d-%02d,%d,USD thousand,2024-08\n",
                2022 + i / 12, i % 12 + 1, 10 + i);
        fprintf(file, "ARM,RUS,import,%d-%02d,%d,USD thousand,2024-08\n",
                2022 + i / 12, i % 12 + 1, 2 * (10 + i));
    }
}

typedef struct world {
    ot_panel *panel;
    ot_view *view[2];
} world;

static void open_world(world *w, const char *const flows[], size_t count)
{
    char path[] = "/tmp/outturn-picture-XXXXXX";
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
    for (size_t i = 0; i < count; i++) {
        const ot_selection s = {.flow =
                                    ot_flow_find(flows[i], strlen(flows[i])),
                                .as_of = OT_DAY_LATEST};
        assert_int_equal(ot_panel_select(w->panel, &s, &w->view[i], NULL),
                         OT_OK);
    }
}

static void close_world(world *w, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        ot_view_free(w->view[i]);
    }
    ot_panel_free(w->panel);
}

static ot_picture *make(const world *w, const char *kind, size_t count,
                        const ot_picture_options *options)
{
    ot_picture *picture = NULL;

    assert_int_equal(ot_picture_make(ot_chart_kind_find(kind), w->panel,
                                     w->view, count, options, &picture, NULL),
                     OT_OK);
    return picture;
}

// Turnover is 3 (10 + i) thousand. January-June 2024: i = 24 to 29, 219; the
// year before: 12 to 17, 147, so 1.4898 times. 2022: 186; 2023: 330.
static void test_race(void **state)
{
    (void)state;
    static const char *const flows[] = {"turnover"};
    world w;
    open_world(&w, flows, 1);
    ot_picture *p = make(&w, "race", 1, &(ot_picture_options){0});
    const ot_chart *c = ot_picture_chart(p);

    assert_int_equal(c->lines, 3);
    assert_string_equal(c->line[0].label, "2022");
    assert_int_equal(c->line[0].style, OT_LINE_MUTED);
    assert_int_equal(c->line[1].style, OT_LINE_PLAIN);
    assert_int_equal(c->line[2].style, OT_LINE_BOLD);
    assert_close(c->line[0].y[11], 3e3 * 186, 1e-12);
    assert_close(c->line[1].y[11], 3e3 * 330, 1e-12);
    assert_close(c->line[2].y[0], 3e3 * 34, 1e-12);
    assert_close(c->line[2].y[5], 3e3 * 219, 1e-12);
    assert_true(isnan(c->line[2].y[6]));
    assert_string_equal(c->headline,
                        "Armenia–Russia turnover: USD\u00A0657\u00A0k by June, "
                        "up 49.0\u00A0% on a year earlier");
    assert_string_equal(c->subtitle,
                        "Exports + imports, cumulative from January, USD");
    assert_string_equal(c->note, "Data to June 2024, release of August 2024");
    ot_picture_free(p);
    close_world(&w, 1);
}

static void test_years_and_titles(void **state)
{
    (void)state;
    static const char *const flows[] = {"export"};
    const ot_claim_bar claim = {5e5, 6e5, NULL};
    const ot_picture_options options = {.period = {12 * 2023, 12},
                                        .years = 1,
                                        .claim = &claim,
                                        .headline = "H",
                                        .source = "S"};
    world w;
    open_world(&w, flows, 1);
    ot_picture *p = make(&w, "race", 1, &options);
    const ot_chart *c = ot_picture_chart(p);

    assert_int_equal(c->lines, 2);
    assert_string_equal(c->headline, "H");
    assert_string_equal(c->source, "S");
    assert_close(c->claim->lo, 5e5, 0);
    ot_picture_free(p);

    // A year from April: 2023/24 has its twelve months, 2024/25 three.
    p = make(&w, "race", 1, &(ot_picture_options){.year_start = 4});
    c = ot_picture_chart(p);
    assert_string_equal(c->line[c->lines - 1].label, "2024/25");
    assert_int_equal(c->line[c->lines - 1].first, 12 * 2024 + 3);
    assert_close(c->line[c->lines - 1].y[2], 1e3 * (37 + 38 + 39), 1e-12);
    ot_picture_free(p);
    close_world(&w, 1);
}

static void test_lines(void **state)
{
    (void)state;
    static const char *const flows[] = {"export", "import"};
    world w;
    open_world(&w, flows, 2);
    ot_picture *p = make(&w, "line", 2, &(ot_picture_options){.step = 12});
    const ot_chart *c = ot_picture_chart(p);

    assert_int_equal(c->lines, 2);
    assert_string_equal(c->line[0].label, "Exports");
    assert_string_equal(c->line[1].label, "Imports");
    assert_close(c->line[0].y[0], 1e3 * 186, 1e-12);
    assert_close(c->line[1].y[1], 2e3 * 330, 1e-12);
    // 2023 is the last whole year: 330 thousand and twice that.
    assert_string_equal(c->headline,
                        "Armenia–Russia trade: exports USD\u00A0330\u00A0k, "
                        "imports USD\u00A0660\u00A0k in 2023");
    ot_picture_free(p);

    p = make(&w, "line", 2, &(ot_picture_options){.step = 3});
    assert_string_equal(ot_picture_chart(p)->subtitle,
                        "Value a quarter, USD, January 2022–June 2024");
    ot_picture_free(p);

    // June 2024: 39 thousand; a year before 27: 1.444.
    p = make(&w, "line", 1, &(ot_picture_options){0});
    c = ot_picture_chart(p);
    assert_int_equal(c->line[0].style, OT_LINE_BOLD);
    assert_string_equal(c->headline,
                        "Armenia exports to Russia: USD\u00A039.0\u00A0k in "
                        "Jun 2024, up 44.4\u00A0% on a year earlier");
    assert_string_equal(c->subtitle, "Exports a month, USD, "
                                     "January 2022–June 2024");
    ot_picture_free(p);
    close_world(&w, 2);
}

static void test_refusals(void **state)
{
    (void)state;
    static const char *const flows[] = {"export", "import"};
    const ot_chart_kind *race = ot_chart_kind_find("race");
    const ot_picture_options half = {.period = {12 * 2024, 6}};
    const ot_picture_options later = {.period = {12 * 2030, 12}};
    ot_picture *p = NULL;
    world w;

    open_world(&w, flows, 2);
    assert_int_equal(ot_picture_make(race, w.panel, w.view, 2,
                                     &(ot_picture_options){0}, &p, NULL),
                     OT_E_USAGE);
    assert_int_equal(ot_picture_make(race, w.panel, w.view, 1, &half, &p, NULL),
                     OT_E_USAGE);
    assert_int_equal(
        ot_picture_make(race, w.panel, w.view, 1, &later, &p, NULL), OT_E_DATA);
    assert_null(p);
    close_world(&w, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_race),
        cmocka_unit_test(test_years_and_titles),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_refusals),
    };

    return cmocka_run_group_tests_name("picture", tests, NULL, NULL);
}
