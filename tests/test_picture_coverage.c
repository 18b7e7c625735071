// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of what files hold: how many figures, and where there are none.
#include "support.h"

#include <unistd.h>

#include "outturn/outturn.h"

static ot_panel *panel_of(const char *text)
{
    char path[] = "/tmp/outturn-coverage-XXXXXX";
    const int descriptor = mkstemp(path);
    ot_panel *panel = ot_panel_new();

    assert_true(descriptor >= 0);
    FILE *file = fdopen(descriptor, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    assert_int_equal(ot_panel_read(panel, path, &(ot_read_options){0}, NULL),
                     OT_OK);
    assert_int_equal(ot_panel_seal(panel, NULL), OT_OK);
    remove(path);
    return panel;
}

// January has two partners, March one, February none; the year is no month.
static void test_coverage(void **state)
{
    (void)state;
    ot_panel *panel = panel_of("reporter,partner,flow,period,value,unit\n"
                               "ARM,RUS,import,2023,5,USD\n"
                               "ARM,RUS,import,2024-01,1,USD\n"
                               "ARM,GEO,import,2024-01,2,USD\n"
                               "ARM,RUS,import,2024-03,3,USD\n"
                               "ARM,RUS,export,2024-02,3,USD\n");
    ot_picture *p = NULL;

    assert_int_equal(
        ot_picture_of_coverage(panel, &(ot_picture_options){0}, &p, NULL),
        OT_OK);
    const ot_chart *c = ot_picture_chart(p);
    assert_string_equal(c->kind->name, "multiples");
    assert_int_equal(c->lines, 2);
    assert_string_equal(c->line[0].label, "Armenia, imports, USD");
    assert_int_equal(c->line[0].first, 12 * 2024);
    assert_int_equal(c->line[0].step, 1);
    assert_int_equal(c->line[0].n, 3);
    assert_close(c->line[0].y[0], 2, 0);
    assert_true(isnan(c->line[0].y[1]));
    assert_close(c->line[0].y[2], 1, 0);
    assert_int_equal(c->line[1].n, 1);
    assert_string_equal(c->headline, "Figures from Jan 2024 to Mar 2024, 1 of "
                                     "2 series with gaps");
    ot_picture_free(p);
    ot_panel_free(panel);
}

static void test_nothing(void **state)
{
    (void)state;
    ot_panel *panel = ot_panel_new();
    ot_picture *p = NULL;

    assert_int_equal(
        ot_picture_of_coverage(panel, &(ot_picture_options){0}, &p, NULL),
        OT_E_DATA);
    assert_null(p);
    ot_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_coverage),
        cmocka_unit_test(test_nothing),
    };

    return cmocka_run_group_tests_name("picture of coverage", tests, NULL,
                                       NULL);
}
