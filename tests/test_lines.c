// SPDX-License-Identifier: GPL-3.0-or-later
// test_lines.c - where lines end, against the plainest way to say it: one byte
// after another.
#include "support.h"

#include "data/lines.h"

typedef struct line_case {
    const char *name;
    const char *text;
    size_t length;      // of the first line, nothing behind
    size_t length_more; // the same where bytes may follow
    size_t count;
} line_case;

static const line_case line_cases[] = {
    {"nothing", "", 0, 0, 0},
    {"no end", "ab", 0, 0, 0},
    {"a line feed", "ab\ncd", 3, 3, 1},
    {"a carriage return", "ab\rcd", 3, 3, 1},
    {"both are one end", "ab\r\ncd", 4, 4, 1},
    {"the other way round they are two", "ab\n\rcd", 3, 3, 2},
    {"a carriage return in the last place may be half an end", "ab\r", 3, 0, 1},
    {"a line feed in the last place is an end", "ab\n", 3, 3, 1},
    {"two carriage returns and a line feed", "a\r\r\nb", 2, 2, 2},
    {"nothing but an end", "\n", 1, 1, 1},
    {"half an end alone", "\r", 1, 0, 1},
    {"quotes do not matter", "\"a\nb\"\n", 3, 3, 2},
};

static void test_line(void **state)
{
    const line_case *c = *state;
    const size_t n = strlen(c->text);
    ot_lines lines = {0}, more = {0};

    assert_int_equal(ot__line_length(&lines, c->text, n, 0, false), c->length);
    assert_int_equal(ot__line_length(&more, c->text, n, 0, true),
                     c->length_more);
    assert_int_equal(ot__lines_count(c->text, n), c->count);
}

// ---- all short texts -------------------------------------------------------

#define LONGEST 7

static size_t plainly(const char *s, size_t n, size_t at, bool more)
{
    for (size_t i = at; i < n; i++) {
        if (s[i] == '\n') {
            return i + 1 - at;
        }
        if (s[i] == '\r' && i + 1 < n) {
            return i + 1 - at + (s[i + 1] == '\n');
        }
        if (s[i] == '\r') {
            return more ? 0 : i + 1 - at;
        }
    }
    return 0;
}

static size_t count_plainly(const char *s, size_t n)
{
    size_t count = 0;

    for (size_t at = 0, length; at < n; at += length, count++) {
        length = plainly(s, n, at, false);
        if (length == 0) {
            break;
        }
    }
    return count;
}

// Text number i of n bytes, in its own memory, so that a step too far is seen.
static char *text_of(size_t i, size_t n)
{
    static const char letters[] = {'a', '\n', '\r'};
    char *text = malloc(n > 0 ? n : 1);

    assert_non_null(text);
    for (size_t k = 0; k < n; k++, i /= 3) {
        text[k] = letters[i % 3];
    }
    return text;
}

// Looked for at every place in both orders, with what is known from before.
static void check_all_places(const char *text, size_t n)
{
    for (int more = 0; more < 2; more++) {
        ot_lines up = {0}, down = {0};
        for (size_t at = 0; at < n; at++) {
            assert_int_equal(ot__line_length(&up, text, n, at, more != 0),
                             plainly(text, n, at, more != 0));
            const size_t back = n - 1 - at;
            assert_int_equal(ot__line_length(&down, text, n, back, more != 0),
                             plainly(text, n, back, more != 0));
        }
    }
}

// The text loses its first bytes and more come behind it.
static void check_shift(const char *text, size_t n)
{
    for (size_t at = 0; at <= n; at++) {
        for (size_t by = 0; by <= at; by++) {
            ot_lines lines = {0};
            (void)ot__line_length(&lines, text, at, 0, true);
            ot__lines_shift(&lines, by);
            for (size_t from = 0; from + by < n; from++) {
                assert_int_equal(
                    ot__line_length(&lines, text + by, n - by, from, false),
                    plainly(text + by, n - by, from, false));
            }
        }
    }
}

static void every_short_text(void **state)
{
    (void)state;
    for (size_t n = 0, texts = 1; n <= LONGEST; n++, texts *= 3) {
        for (size_t i = 0; i < texts; i++) {
            char *text = text_of(i, n);
            check_all_places(text, n);
            check_shift(text, n);
            assert_int_equal(ot__lines_count(text, n), count_plainly(text, n));
            free(text);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_short_text),
    };

    return RUN_TABLE("line", line_cases, test_line) +
           cmocka_run_group_tests_name("lines", tests, NULL, NULL);
}
