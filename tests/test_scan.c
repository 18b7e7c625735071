// SPDX-License-Identifier: GPL-3.0-or-later
// test_scan.c - ends of fields and records, by every kernel there is.
#include "support.h"

#include "data/scan.h"

#define MOST 512

typedef struct scan_case {
    const char *name, *text;
    const char *ends; // "f" under each field's end, "r" under each record's
    size_t plain;     // SIZE_MAX: all
} scan_case;

#define FORTY "0123456789012345678901234567890123456789"
#define DOTS  "........................................"

static const scan_case scan_cases[] = {
    {"nothing", "", "", SIZE_MAX},
    {"fields and records", "a,b\nc,d\n", ".f.r.f.r", SIZE_MAX},
    {"empty fields", ",,\n\n,", "ffrrf", SIZE_MAX},
    {"no end yet", "a,b", ".f.", SIZE_MAX},
    {"CRLF", "a,b\r\nc\r\n", ".f..r..r", SIZE_MAX},
    {"quotes hide delimiters and line ends", "\"a,\n\r\",\"\"\n", "......f..r",
     SIZE_MAX},
    {"doubled quotes", "\"a\"\",\"\"\",b\n", "........f.r", SIZE_MAX},
    {"a quote opens after a closing quote and CR", "\"a\"\r\n\"b\"\n",
     "....r...r", SIZE_MAX},
    {"a bare quote", "a,b\n5\" x,c\n", ".f.r", 5},
    {"text after a closing quote", "a,\"b\"c,d\n", ".f", 5},
    {"a blank before an opening quote", "a, \"b\",d\n", ".f", 3},
    {"a bare CR", "a,b\rc,d\n", ".f..", 4},
    {"a CR at the end is half of something", "a,b\r", ".f..", SIZE_MAX},
    {"a delimiter in the last place of a block",
     FORTY "01234567890123456789012,\n", DOTS ".......................fr",
     SIZE_MAX},
    {"quotes over the end of a block", FORTY "0123456789012345678901,\",,,\"\n",
     DOTS "......................f.....r", SIZE_MAX},
    {"a CRLF over the end of a block", FORTY "01234567890123456789012\r\nx,\n",
     DOTS "........................r.fr", SIZE_MAX},
    {"a CR over the end of a block", FORTY "01234567890123456789012\rx,\n",
     DOTS "........................", 64},
    {"text behind a quote that ends a block",
     FORTY "012345678901234567890,\"\"x\n", DOTS ".....................f..",
     64},
};

static void test_kernels(const scan_case *c, ot_scan_kernel *kernel)
{
    uint32_t end[MOST + OT_SCAN_SLACK], row[MOST + OT_SCAN_SLACK];
    ot_scan s = {.end = end, .row = row};
    const size_t n = strlen(c->text);
    char *exact = malloc(n + 1); // so that a byte read too far is noticed
    size_t ends = 0, rows = 0;

    assert_non_null(exact);
    memcpy(exact, c->text, n);
    kernel(exact, n, ',', &s);
    for (size_t i = 0; c->ends[i] != '\0'; i++) {
        if (c->ends[i] == '.') {
            continue;
        }
        assert_true(ends < s.ends);
        assert_int_equal(s.end[ends], i);
        if (c->ends[i] == 'r') {
            assert_true(rows < s.rows);
            assert_int_equal(s.row[rows++], ends);
        }
        ends++;
    }
    assert_int_equal(s.ends, ends);
    assert_int_equal(s.rows, rows);
    assert_int_equal(s.plain, c->plain == SIZE_MAX ? n : c->plain);
    free(exact);
}

static void test_scan(void **state)
{
    for (size_t i = 0; ot__scan_kernel(i) != NULL; i++) {
        test_kernels(*state, ot__scan_kernel(i));
    }
}

// Any bytes: all kernels find the same.
static void kernels_agree(void **state)
{
    static const char alphabet[] = "a,,\"\"\n\r; \t\x80\xFF";
    uint32_t end[2][MOST + OT_SCAN_SLACK], row[2][MOST + OT_SCAN_SLACK];
    uint32_t seed = 1;
    char text[MOST];

    (void)state;
    for (int round = 0; round < 20000; round++) {
        const size_t n = (size_t)(round % MOST);
        for (size_t i = 0; i < n; i++) {
            seed = seed * 1664525u + 1013904223u;
            text[i] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
        }
        ot_scan first = {.end = end[0], .row = row[0]};
        ot__scan_kernel(0)(text, n, ';', &first);
        for (size_t k = 1; ot__scan_kernel(k) != NULL; k++) {
            ot_scan s = {.end = end[1], .row = row[1]};
            ot__scan_kernel(k)(text, n, ';', &s);
            assert_int_equal(s.ends, first.ends);
            assert_int_equal(s.rows, first.rows);
            assert_int_equal(s.plain, first.plain);
            assert_int_equal(s.lines_within, first.lines_within);
            assert_memory_equal(end[1], end[0], s.ends * sizeof *end[0]);
            assert_memory_equal(row[1], row[0], s.rows * sizeof *row[0]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(kernels_agree)};

    return RUN_TABLE("scan", scan_cases, test_scan) +
           cmocka_run_group_tests_name("scan, kernels", tests, NULL, NULL);
}
