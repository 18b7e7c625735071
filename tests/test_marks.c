// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "plot/marks.h"

typedef struct id_case {
    const char *name;
    const char *stem, *label, *id;
} id_case;

static const id_case id_cases[] = {
    {"a year", "line", "2024", "line-2024"},
    {"letters in lower case", "label", "Exports", "label-exports"},
    {"anything else is one hyphen", "line", "FY 2024/25", "line-fy-2024-25"},
    {"no letters that an id can hold", "line", "Հայաստան", "line"},
    {"no label", "headline", NULL, "headline"},
    {"a long label is cut", "line",
     "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
     "line-abcdefghijklmnopqrstuvwxyzabc"},
};

static void test_id(void **state)
{
    const id_case *c = *state;
    ot_marks m = {0};

    ot__marks_group(&m, c->stem, c->label, NULL);
    assert_string_equal(m.group[0].id, c->id);
    ot__marks_free(&m);
}

static void test_unique(void **state)
{
    (void)state;
    ot_marks m = {0};

    for (int i = 0; i < 1200; i++) {
        ot__marks_group(&m, "line", "same", NULL);
    }
    assert_false(m.failed);
    assert_string_equal(m.group[0].id, "line-same");
    assert_string_equal(m.group[1].id, "line-same-2");
    assert_string_equal(m.group[1199].id, "line-same-1200");
    ot__marks_free(&m);
}

static void test_print(void **state)
{
    (void)state;
    const ot_mark line = {.kind = OT_MARK_LINE, .colour = 0x0072B2, .size = 2};
    const ot_mark text = {.size = 10, .align = OT_END, .bold = true};
    ot_marks m = {.width = 100, .height = 50};
    ot_buf out = {0};

    ot__marks_group(&m, "line", "2024", "2024");
    ot__marks_segment(&m, line, (ot_point){0, 1}, (ot_point){2.5, 3});
    ot__marks_dot(&m, line, (ot_point){2.5, 3});
    ot__marks_group(&m, "label", "2024", NULL);
    ot__marks_text(&m, text, (ot_point){2.5, 3}, "12.4 bn");
    ot__marks_print(&m, &out);
    assert_string_equal(ot__buf_cstr(&out),
                        "page 100.00 50.00\n\n"
                        "[line-2024]\n"
                        "line 0072b2 2.00 solid 0.00 1.00 2.50 3.00\n"
                        "dot 0072b2 2.00 2.50 3.00\n\n"
                        "[label-2024]\n"
                        "text 000000 10.00 end bold 2.50 3.00 \"12.4 bn\"\n");
    ot__buf_free(&out);
    ot__marks_free(&m);
}

int main(void)
{
    const struct CMUnitTest more[] = {
        cmocka_unit_test(test_unique),
        cmocka_unit_test(test_print),
    };

    return RUN_TABLE("id", id_cases, test_id) +
           cmocka_run_group_tests_name("more", more, NULL, NULL);
}
