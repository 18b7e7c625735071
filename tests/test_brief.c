// SPDX-License-Identifier: GPL-3.0-or-later
// A brief keeps what it is given, in its order.
#include "support.h"

#include "outturn/brief.h"

static void what_is_put_in_comes_back(void **state)
{
    (void)state;
    const ot_brief_column columns[] = {{"Period", false}, {"USD bn", true}};
    const char *const first[] = {"2023", "7.92"};
    const char *const second[] = {"2024", NULL};
    char label[] = "Turnover";
    ot_brief *b = ot_brief_new("Armenia and Russia", NULL);

    ot_brief_section(b, "growth", "Growth");
    ot_brief_words(b, OT_BLOCK_TEXT, "%s of %d", "figures", 2024);
    ot_brief_figure(b, label, "12.40 bn", NULL);
    label[0] = 'X'; // it was copied
    ot_brief_table(b, "By year", columns, 2);
    ot_brief_add_row(b, first, OT_BRIEF_ROW_PLAIN);
    ot_brief_add_row(b, second, OT_BRIEF_ROW_TOTAL);

    assert_int_equal(ot_brief_status(b, NULL), OT_OK);
    assert_string_equal(ot_brief_title(b), "Armenia and Russia");
    assert_string_equal(ot_brief_subtitle(b), "");
    assert_int_equal(ot_brief_blocks(b), 4);
    assert_string_equal(ot_brief_block(b, 0).id, "growth");
    assert_string_equal(ot_brief_block(b, 1).text, "figures of 2024");
    assert_string_equal(ot_brief_block(b, 2).label, "Turnover");
    assert_null(ot_brief_block(b, 2).remark);
    const ot_block table = ot_brief_block(b, 3);
    assert_int_equal(table.columns, 2);
    assert_true(table.column[1].number);
    assert_int_equal(table.rows, 2);
    assert_string_equal(table.row[0].cell[1], "7.92");
    assert_string_equal(table.row[1].cell[1], "");
    assert_int_equal(table.row[1].style, OT_BRIEF_ROW_TOTAL);
    ot_brief_free(b);
}

static void a_row_without_a_table_is_a_failure(void **state)
{
    (void)state;
    const char *const cells[] = {"1"};
    ot_brief *b = ot_brief_new("Nothing", "");

    ot_brief_add_row(b, cells, OT_BRIEF_ROW_PLAIN);
    assert_int_not_equal(ot_brief_status(b, NULL), OT_OK);
    ot_brief_free(b);
}

static void a_picture_that_is_not_there_is_remembered(void **state)
{
    (void)state;
    ot_brief *b = ot_brief_new("Nothing", "");

    ot_brief_picture(b, NULL);
    assert_int_not_equal(ot_brief_status(b, NULL), OT_OK);
    ot_brief_free(b);
}

static void formats_are_found_by_name_and_ending(void **state)
{
    (void)state;
    static const struct {
        const char *path, *name;
    } cases[] = {{"pdf", "pdf"},   {"a/brief.html", "html"},
                 {"b.pdf", "pdf"}, {"brief.doc", NULL},
                 {".html", NULL},  {"", NULL}};

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const ot_brief_format *f = ot_brief_format_find(cases[i].path);
        if (cases[i].name == NULL) {
            assert_null(f);
        } else {
            assert_non_null(f);
            assert_string_equal(ot_brief_format_name(f), cases[i].name);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_put_in_comes_back),
        cmocka_unit_test(a_row_without_a_table_is_a_failure),
        cmocka_unit_test(a_picture_that_is_not_there_is_remembered),
        cmocka_unit_test(formats_are_found_by_name_and_ending),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
