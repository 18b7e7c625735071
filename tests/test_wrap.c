// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "plot/wrap.h"
#include "plain_ruler.h"

// Six points a letter at size 12.
typedef struct wrap_case {
    const char *name;
    const char *text;
    double letters; // that fit a line
    size_t most;
    const char *lines[4];
} wrap_case;

static const wrap_case wrap_cases[] = {
    {"a short text is one line", "Exports", 10, 3, {"Exports"}},
    {"lines break at blanks", "one two three", 8, 3, {"one two", "three"}},
    {"a word longer than a line is broken",
     "abcdefgh ij",
     4,
     3,
     {"abcd", "efgh", "ij"}},
    {"what does not fit ends in an ellipsis",
     "one two three four",
     7,
     2,
     {"one two", "three…"}},
    {"the ellipsis takes the letters it needs",
     "one twothree four",
     4,
     2,
     {"one", "two…"}},
    {"no-break spaces hold a figure and its word",
     "is 14\u00A0bn now",
     7,
     3,
     {"is", "14\u00A0bn", "now"}},
    {"letters of two bytes are letters",
     "Հայաստան Россия",
     8,
     3,
     {"Հայաստան", "Россия"}},
    {"tabs and newlines are blanks", "a\tb\nc", 10, 3, {"a b c"}},
    {"bytes that are not UTF-8 are replaced",
     "a\xFF"
     "b",
     10,
     3,
     {"a\uFFFD"
      "b"}},
    {"blanks at the ends are dropped", "  one  ", 10, 3, {"one"}},
    {"nothing is no line", "", 10, 3, {NULL}},
    {"no text is no line", NULL, 10, 3, {NULL}},
};

static void test_wrap(void **state)
{
    const wrap_case *c = *state;
    ot_lines lines;
    size_t n = 0;

    while (n < 4 && c->lines[n] != NULL) {
        n++;
    }
    ot__wrap(&plain_ruler, c->text, 12, false, 6 * c->letters, c->most, &lines);
    assert_int_equal(lines.n, n);
    for (size_t i = 0; i < n; i++) {
        assert_string_equal(lines.line[i], c->lines[i]);
    }
}

static void test_no_room(void **state)
{
    (void)state;
    ot_lines lines;

    ot__wrap(&plain_ruler, "abc", 12, false, 1, 2, &lines);
    assert_int_equal(lines.n, 2);
    assert_string_equal(lines.line[0], "a");
}

// 10,000 letters without a blank: lines stay within their bytes.
static void test_endless(void **state)
{
    (void)state;
    static char text[10001];
    ot_lines lines;

    memset(text, 'x', sizeof text - 1);
    ot__wrap(&plain_ruler, text, 12, false, 1e9, 3, &lines);
    assert_int_equal(lines.n, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_true(strlen(lines.line[i]) < OT_WRAP_BYTES);
    }
}

static void test_even(void **state)
{
    (void)state;
    ot_lines lines;

    // 19 letters fit: greedy leaves "five" alone.
    ot__wrap_even(&plain_ruler, "one two three four five", 12, true, 6 * 19, 3,
                  &lines);
    assert_int_equal(lines.n, 2);
    assert_string_equal(lines.line[0], "one two three");
    assert_string_equal(lines.line[1], "four five");
}

int main(void)
{
    const struct CMUnitTest more[] = {
        cmocka_unit_test(test_no_room),
        cmocka_unit_test(test_endless),
        cmocka_unit_test(test_even),
    };

    return RUN_TABLE("wrap", wrap_cases, test_wrap) +
           cmocka_run_group_tests_name("more", more, NULL, NULL);
}
