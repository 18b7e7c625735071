// SPDX-License-Identifier: GPL-3.0-or-later
// test_quote.c - lines looked at without a parser.
#include "support.h"

#include "data/quote.h"

typedef struct fault_case {
    const char *name, *line, *fault;
} fault_case;

static const fault_case fault_cases[] = {
    {"nothing", "a,\"b\" ,c\n", NULL},
    {"bare quotes", "5\",6\" x\"\"y\r\n", NULL},
    {"an open quote", "a,\"b\n", OT_FAULT_UNCLOSED},
    {"an open quote behind a doubled one", "\"a\"\"b\r", OT_FAULT_UNCLOSED},
    {"text behind a quote", "\"a\"b,\"c\n", OT_FAULT_BEHIND},
};

static void test_fault(void **state)
{
    const fault_case *c = *state;
    const char *fault = ot__quote_fault(c->line, ',');

    if (c->fault == NULL) {
        assert_null(fault);
    } else {
        assert_string_equal(fault, c->fault);
    }
}

static void blank_is_what_holds_blanks(void **state)
{
    (void)state;
    assert_true(ot__line_blank("\n", ','));
    assert_true(ot__line_blank(" \t \r\n", ','));
    assert_false(ot__line_blank(" ,\n", ','));
    assert_false(ot__line_blank(" \t\n", '\t'));
    assert_false(ot__line_blank("\"\n", ','));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blank_is_what_holds_blanks),
    };
    return RUN_TABLE("quote, faults", fault_cases, test_fault) +
           cmocka_run_group_tests_name("quote, blanks", tests, NULL, NULL);
}
