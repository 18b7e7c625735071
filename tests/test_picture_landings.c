// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of where many series may end: rows, the year before, what is left
// out.
#include "support.h"

#include "outturn/outturn.h"

static ot_picture_landings
of(const ot_panel *panel, const ot_picture_landing at[], size_t n, double total)
{
    return (ot_picture_landings){
        .subject = {.panel = panel,
                    .reporter = ot_panel_area_find(panel, "USA"),
                    .partner = OT_AREA_NONE,
                    .flow = ot_flow_find("import", 6),
                    .commodity = "TOTAL",
                    .basis = "",
                    .unit = {"USD", 0, OT_DIM_MONEY},
                    .release = OT_DAY_NONE},
        .by = "partner",
        .period = ot_period_year(2025),
        .known = ot_period_month(2025, 4).first,
        .total = total,
        .n = n,
        .at = at};
}

// The second is the largest; the third is not projected.
static void landings_stand_beside_the_year_before(void **state)
{
    (void)state;
    static const ot_picture_landing at[] = {
        {"Canada", 4e9, 5e9}, {"Mexico", 6e9, 3e9}, {"Haiti", NAN, 1e6}};
    ot_panel *panel = ot_panel_new();
    const ot_picture_landings all = of(panel, at, 3, 10e9);
    ot_picture *picture = NULL;

    assert_int_equal(ot_picture_of_landings(&all,
                                            &(ot_picture_options){.step = 0},
                                            &picture, NULL),
                     OT_OK);
    const ot_chart *chart = ot_picture_chart(picture);
    assert_string_equal(chart->kind->name, "rank");
    assert_int_equal(chart->rows, 2);
    assert_string_equal(chart->row[1].label, "Mexico");
    assert_true(chart->row[1].y == 6e9);
    assert_true(chart->row[1].before == 3e9);
    assert_string_equal(chart->now, "2025, projected");
    assert_string_equal(chart->was, "2024");
    assert_string_equal(chart->headline,
                        "US imports: 2025 may end at USD\u00A010.0\u00A0bn; "
                        "Mexico first, USD\u00A06.00\u00A0bn");
    assert_non_null(strstr(chart->note, "Data to April 2025"));
    ot_picture_free(picture);
    ot_panel_free(panel);
}

static void nothing_projected_is_no_picture(void **state)
{
    (void)state;
    static const ot_picture_landing at[] = {{"Haiti", NAN, 1e6}};
    ot_panel *panel = ot_panel_new();
    const ot_picture_landings all = of(panel, at, 1, NAN);
    ot_picture *picture = NULL;

    assert_int_equal(ot_picture_of_landings(&all,
                                            &(ot_picture_options){.step = 0},
                                            &picture, NULL),
                     OT_E_DATA);
    assert_null(picture);
    ot_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(landings_stand_beside_the_year_before),
        cmocka_unit_test(nothing_projected_is_no_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
