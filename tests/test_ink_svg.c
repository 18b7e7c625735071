// SPDX-License-Identifier: GPL-3.0-or-later
// Marks as SVG: a file of its own, and a picture inside a page.
#include "support.h"

#include "plot/ink.h"

#define HOLDS(svg, text) (strstr(ot__buf_cstr(svg), text) != NULL)

// A line, a ring and a text with a rim, in these colours.
static ot_marks marks_of(uint32_t paper, uint32_t colour, const char *text)
{
    ot_marks m = {.width = 100, .height = 50, .paper = paper};
    const ot_mark line = {.kind = OT_MARK_LINE, .size = 1, .colour = colour};
    const ot_mark ring = {
        .kind = OT_MARK_DOT, .size = 2, .colour = colour, .hollow = true};
    const ot_mark words = {
        .kind = OT_MARK_TEXT, .size = 10, .colour = colour, .halo = true};

    ot__marks_group(&m, "all", NULL, "R & D");
    ot__marks_segment(&m, line, (ot_point){0, 0}, (ot_point){10, 10});
    ot__marks_dot(&m, ring, (ot_point){10, 10});
    ot__marks_text(&m, words, (ot_point){20, 20}, text);
    return m;
}

static ot_buf draw(const ot_marks *m, const ot_inset *inset)
{
    const ot_meta meta = {.title = "T",
                          .description = "D",
                          .source = "",
                          .note = "",
                          .inset = inset};
    ot_ink *ink = ot__ink_new(OT_FONT);
    ot_buf out = {0};

    assert_non_null(ink);
    assert_false(m->failed);
    assert_int_equal(ot__ink_svg(ink, m, &meta, &out, NULL), OT_OK);
    ot__ink_free(ink);
    return out;
}

typedef struct text_case {
    const char *name, *text, *want;
} text_case;

static const text_case text_cases[] = {
    {"one blank stays", "42.3 %", ">42.3 %</text>"},
    {"of two the second does not break", "42 %  350", ">42 % \u00A0350</text>"},
    {"nor the third", "a   b", ">a \u00A0\u00A0b</text>"},
    {"letters of two bytes between blanks", "Россия  Հայ",
     ">Россия \u00A0Հայ</text>"},
    {"markup", "<b>  &", ">&lt;b&gt; \u00A0&amp;</text>"},
    {"half a letter and a control character", "a\xD0\x01",
     ">a\uFFFD\uFFFD</text>"},
    {"nothing", "", "></text>"},
};

static void test_text(void **state)
{
    const text_case *c = *state;
    ot_marks m = marks_of(0xFFFFFF, 0x123456, c->text);
    ot_buf svg = draw(&m, NULL);

    assert_true(HOLDS(&svg, c->want));
    ot__buf_free(&svg);
    ot__marks_free(&m);
}

static void a_file_has_size_and_paper(void **state)
{
    (void)state;
    ot_marks m = marks_of(0xFFFFFF, 0x123456, "x");
    ot_buf svg = draw(&m, NULL);

    assert_true(HOLDS(&svg, "<?xml version=\"1.0\""));
    assert_true(HOLDS(&svg, "width=\"100pt\" height=\"50pt\""));
    assert_true(HOLDS(&svg, "<title id=\"title\">T</title>"));
    assert_true(HOLDS(&svg, "<g id=\"all\">\n<title>R &amp; D</title>"));
    assert_true(HOLDS(&svg, "<rect width=\"100%\""));
    assert_false(HOLDS(&svg, "class="));
    ot__buf_free(&svg);
    ot__marks_free(&m);
}

// Two colours, the mark's and the paper's: the line is drawn with one, ring and
// rim with both.
static void an_inset_has_prefix_and_hues(void **state)
{
    (void)state;
    ot_marks light = marks_of(0xFFFFFF, 0x123456, "x");
    ot_marks dark = marks_of(0x000000, 0xABCDEF, "x");
    ot_hues hues = {0};
    const ot_inset inset = {.prefix = "p7_",
                            .look = "wide",
                            .theme = ot_chart_theme_find("dark"),
                            .hues = &hues,
                            .dark = &dark};
    ot_buf svg = draw(&light, &inset);

    assert_true(HOLDS(&svg, "<svg class=\"wide\" viewBox=\"0 0 100 50\" "
                            "role=\"img\" "
                            "aria-labelledby=\"p7_title p7_desc\""));
    assert_true(HOLDS(&svg, "<title id=\"p7_title\">T</title>"));
    assert_true(HOLDS(&svg, "<g id=\"p7_all\">"));
    assert_false(HOLDS(&svg, "<?xml"));
    assert_false(HOLDS(&svg, "<rect"));
    assert_true(HOLDS(&svg, "<polyline class=\"s0\" fill=\"none\" "
                            "stroke=\"#123456\""));
    assert_true(HOLDS(&svg, "<circle class=\"f1 s0\""));
    assert_true(HOLDS(&svg, "<text class=\"f0 s1\""));
    assert_int_equal(hues.n, 2);
    assert_int_equal(hues.at[0].light, 0x123456);
    assert_int_equal(hues.at[0].dark, 0xABCDEF);
    assert_true(hues.at[0].fill && hues.at[0].stroke);
    assert_int_equal(hues.at[1].dark, 0x000000);
    // The next picture of the page finds the same hues.
    ot_buf again = draw(&light, &inset);
    assert_int_equal(hues.n, 2);
    assert_string_equal(ot__buf_cstr(&again), ot__buf_cstr(&svg));
    ot__buf_free(&again);
    ot__buf_free(&svg);
    ot__marks_free(&light);
    ot__marks_free(&dark);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_has_size_and_paper),
        cmocka_unit_test(an_inset_has_prefix_and_hues),
    };

    return RUN_TABLE("ink_svg", text_cases, test_text) +
           cmocka_run_group_tests_name("insets", tests, NULL, NULL);
}
