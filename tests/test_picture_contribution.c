// SPDX-License-Identifier: GPL-3.0-or-later
// Which partners a picture of contributions names, and what is left. Figures
// were worked out by hand from the three years below.
#include "support.h"

#include <unistd.h>

#include "outturn/outturn.h"

#define PARTNERS 9

static const struct {
    const char *code;
    int y[3]; // 2021 to 2023
} flows[PARTNERS] = {
    {"DEU", {100, 190, 190}}, {"FRA", {100, 180, 180}},
    {"ITA", {100, 170, 170}}, {"ESP", {100, 160, 160}},
    {"POL", {100, 150, 150}}, {"AUT", {100, 140, 140}},
    {"BEL", {100, 100, 105}}, {"SWE", {100, 100, 104}},
    {"GRC", {100, 100, 130}},
};

static ot_panel *read_flows(void)
{
    char path[] = "/tmp/outturn-contribution-XXXXXX";
    const int descriptor = mkstemp(path);
    ot_panel *panel = ot_panel_new();

    assert_true(descriptor >= 0);
    FILE *file = fdopen(descriptor, "w");
    assert_non_null(file);
    fputs("reporter,partner,flow,period,value,unit\n", file);
    for (size_t i = 0; i < PARTNERS; i++) {
        for (int year = 0; year < 3; year++) {
            fprintf(file, "USA,%s,import,%d,%d,USD\n", flows[i].code,
                    2021 + year, flows[i].y[year]);
        }
    }
    fclose(file);
    assert_int_equal(ot_panel_read(panel, path, &(ot_read_options){0}, NULL),
                     OT_OK);
    assert_int_equal(ot_panel_seal(panel, NULL), OT_OK);
    remove(path);
    return panel;
}

// In 2022 all gained 390 on 900, in 2023 39 on 1,290. Greece moved most in
// 2023 and so is named, though Austria did more over both years; Austria's 40
// on 900 and the 9 of 2023 on 1,290 are left to others.
static void test_named(void **state)
{
    static const char *const names[] = {"Germany", "France", "Italy",   "Spain",
                                        "Poland",  "Greece", "3 others"};
    ot_panel *panel = read_flows();
    ot_view *view[PARTNERS];
    ot_picture *picture = NULL;

    (void)state;
    for (size_t i = 0; i < PARTNERS; i++) {
        const ot_selection s = {.flow = ot_flow_find("import", 6),
                                .partner =
                                    ot_panel_area_find(panel, flows[i].code),
                                .as_of = OT_DAY_LATEST};
        assert_int_equal(ot_panel_select(panel, &s, &view[i], NULL), OT_OK);
    }
    assert_int_equal(ot_picture_make(ot_chart_kind_find("contribution"), panel,
                                     view, PARTNERS, &(ot_picture_options){0},
                                     &picture, NULL),
                     OT_OK);
    const ot_chart *c = ot_picture_chart(picture);
    assert_int_equal(c->lines, 8);
    for (size_t i = 0; i < 7; i++) {
        assert_string_equal(c->line[i].label, names[i]);
        assert_int_equal(c->line[i].style,
                         i < 6 ? OT_LINE_PLAIN : OT_LINE_MUTED);
    }
    assert_close(c->line[0].y[0], 10, 1e-12);
    assert_close(c->line[5].y[0], 0, 1e-12);
    assert_close(c->line[5].y[1], 3000.0 / 1290, 1e-12);
    assert_close(c->line[6].y[0], 4000.0 / 900, 1e-12);
    assert_close(c->line[6].y[1], 900.0 / 1290, 1e-12);
    for (size_t k = 0; k < 2; k++) {
        double sum = 0;
        for (size_t i = 0; i < 7; i++) {
            sum += c->line[i].y[k];
        }
        assert_close(c->line[7].y[k], sum, 1e-12);
    }
    assert_string_equal(c->headline, "US imports from 9 partners up\u00A0"
                                     "3.0\u00A0% in 2023; "
                                     "Greece adds 2.3 points");
    ot_picture_free(picture);
    // Four lines and more say which is first.
    assert_int_equal(ot_picture_make(ot_chart_kind_find("line"), panel, view,
                                     PARTNERS, &(ot_picture_options){0},
                                     &picture, NULL),
                     OT_OK);
    assert_string_equal(ot_picture_chart(picture)->headline,
                        "US imports by partner: Germany first, "
                        "USD\u00A0190 in 2023");
    ot_picture_free(picture);
    for (size_t i = 0; i < PARTNERS; i++) {
        ot_view_free(view[i]);
    }
    ot_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_named)};

    return cmocka_run_group_tests_name("contribution", tests, NULL, NULL);
}
