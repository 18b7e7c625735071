// SPDX-License-Identifier: GPL-3.0-or-later
// test_window.c - lines of a source.
#include "support.h"

#include "data/window.h"

typedef struct line_case {
    const char *name, *text;
    size_t lengths[8]; // of its lines, then 0
} line_case;

static const line_case line_cases[] = {
    {"nothing", "", {0}},
    {"line feeds", "ab\n\nc\n", {3, 1, 2}},
    {"carriage returns", "ab\r\rc\r", {3, 1, 2}},
    {"both together", "ab\r\n\r\nc\r\n", {4, 2, 3}},
    {"a last line gets an end", "ab\nc", {3, 2}},
    {"a lone carriage return at the end is one", "ab\n\r", {3, 1}},
    {"all kinds", "a\rb\nc\r\n\rd", {2, 2, 3, 1, 2}},
};

static void open_text(ot_window *w, const char *text, size_t n)
{
    ot_source *source;

    assert_int_equal(
        ot__source_memory("test", (ot_str){text, n}, &source, NULL), OT_OK);
    assert_int_equal(ot__window_open(w, source, NULL), OT_OK);
}

static void close_text(ot_window *w)
{
    ot__source_close(w->source);
    ot__window_close(w);
}

static void test_lines(void **state)
{
    const line_case *c = *state;
    ot_window w;
    size_t n = 1;

    open_text(&w, c->text, strlen(c->text));
    for (size_t i = 0; n > 0; i++) {
        assert_int_equal(ot__window_line(&w, 100, &n, NULL), OT_OK);
        assert_int_equal(n, c->lengths[i]);
        w.line += n;
    }
    assert_int_equal(w.line, w.filled);
    close_text(&w);
}

static void what_is_kept_can_be_read_again(void **state)
{
    ot_window w;
    size_t n;

    (void)state;
    open_text(&w, "first\nsecond\r\nthird\n", 20);
    assert_int_equal(ot__window_line(&w, 100, &n, NULL), OT_OK);
    w.line += n;
    assert_int_equal(ot__window_line(&w, 100, &n, NULL), OT_OK);
    w.line += n;
    assert_int_equal(ot__window_line(&w, 100, &n, NULL), OT_OK);
    assert_int_equal(n, 6);
    w.line = w.start + 6; // back to the second
    assert_int_equal(ot__window_line(&w, 100, &n, NULL), OT_OK);
    assert_int_equal(n, 8);
    assert_memory_equal(w.bytes + w.line, "second\r\n", 8);
    close_text(&w);
}

static void a_limit_counts_from_the_start(void **state)
{
    ot_window w;
    size_t n;

    (void)state;
    open_text(&w, "12345\n12345\n", 12);
    assert_int_equal(ot__window_line(&w, 6, &n, NULL), OT_OK);
    assert_int_equal(n, 6);
    w.line += n;
    assert_int_equal(ot__window_line(&w, 11, &n, NULL), OT_OK);
    assert_int_equal(n, 0); // 12 bytes from the start
    assert_int_equal(ot__window_line(&w, 12, &n, NULL), OT_OK);
    assert_int_equal(n, 6);
    close_text(&w);
}

// A long line is left behind, wherever it ends, without being held.
static void a_long_line_is_skipped(void **state)
{
    const size_t size = 3 * 1024 * 1024;
    char *text = malloc(size + 16);

    (void)state;
    assert_non_null(text);
    for (size_t i = 0; i < 3; i++) {
        // The window asks for 256 KiB at a time: CR, LF on both sides of a cut.
        const size_t at = size - 1 + i;
        ot_window w;
        size_t n;
        memset(text, 'x', size + 16);
        memcpy(text + at, "\r\nnext\n", 7);
        open_text(&w, text, at + 7);
        assert_int_equal(ot__window_line(&w, 1000, &n, NULL), OT_OK);
        assert_int_equal(n, 0);
        assert_int_equal(ot__window_skip(&w, NULL), OT_OK);
        assert_int_equal(ot__window_line(&w, 1000, &n, NULL), OT_OK);
        assert_int_equal(n, 5);
        assert_memory_equal(w.bytes + w.line, "next\n", 5);
        assert_true(w.capacity <= 1024 * 1024);
        close_text(&w);
    }
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_kept_can_be_read_again),
        cmocka_unit_test(a_limit_counts_from_the_start),
        cmocka_unit_test(a_long_line_is_skipped),
    };
    return RUN_TABLE("window, lines", line_cases, test_lines) +
           cmocka_run_group_tests_name("window", tests, NULL, NULL);
}
