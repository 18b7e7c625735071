// SPDX-License-Identifier: GPL-3.0-or-later
// test_pick.c - lines looked at without a parser.
#include "support.h"

#include "data/pick.h"

#define MOST 80

typedef struct pick_case {
    const char *name, *line;
    const char *raw; // of the second and fourth field; NULL: not plain
    size_t fields;
} pick_case;

#define FORTY "0123456789012345678901234567890123456789"

static const pick_case pick_cases[] = {
    {"plain fields", "a,b,c,d,e", "b,d,", 5},
    {"empty fields", ",,,,", ",,", 5},
    {"a short line", "a,b", "b,", 2},
    {"one of the two", "a,b,c", "b,", 3},
    {"quoted fields keep their quotes", "\"a\",\"b,\",\"c\",\"d\"\"\"",
     "\"b,\",\"d\"\"\",", 4},
    {"an empty quoted field", "a,\"\",c,\"\"", "\"\",\"\",", 4},
    {"blanks stay for the parser", "a, b ,c,\t", " b ,\t,", 4},
    {"a field over the end of a block", FORTY ",\"" FORTY ",\",c,d",
     "\"" FORTY ",\",d,", 4},
    {"a doubled quote over the end of a block",
     "12345678901234567890123456789012345678901234567890123456789,\"12\"\"\",c",
     "\"12\"\"\",", 3},
    {"a field that ends with a block",
     "12345678901234567890123456789012345678901234567890123456789,\"12\",c",
     "\"12\",", 3},
    {"one field", "abc", NULL, 0},
    {"nothing", "", NULL, 0},
    {"a bare quote", "a,5\" pipe,c", NULL, 0},
    {"text after a closing quote", "a,\"b\"c,d", NULL, 0},
    {"a blank after a closing quote", "a,\"b\" ,d", NULL, 0},
    {"a blank before an opening quote", "a, \"b\",d", NULL, 0},
    {"a quoted field that goes on", "a,\"b,c", NULL, 0},
    {"a bare quote at the start of a block",
     "a,34567890123456789012345678901234567890123456789012345678901234\",c",
     NULL, 0},
    {"text after a quote that ended a block",
     "12345678901234567890123456789012345678901234567890123456789,\"12\"x,c",
     NULL, 0},
};

static void test_pick(void **state)
{
    static const bool wanted[] = {false, true, false, true};
    const pick_case *c = *state;
    char raw[512];
    uint32_t index[MOST];
    ot_pick p = {.delimiter = ',',
                 .wanted = wanted,
                 .wanted_n = 4,
                 .raw = raw,
                 .index = index,
                 .most = MOST};

    assert_int_equal(ot__pick(&p, c->line, strlen(c->line)), c->raw != NULL);
    if (c->raw != NULL) {
        assert_int_equal(p.fields, c->fields);
        assert_int_equal(p.raw_n, strlen(c->raw));
        assert_memory_equal(raw, c->raw, p.raw_n);
        assert_int_equal(p.picked, c->fields > 3 ? 2 : 1);
        assert_int_equal(index[0], 1);
        assert_true(p.picked < 2 || index[1] == 3);
    }
}

static void no_more_fields_than_there_is_room_for(void **state)
{
    static const bool wanted[MOST + 1] = {[0] = true, [MOST - 1] = true};
    char line[MOST + 1];
    char raw[MOST + 3];
    uint32_t index[MOST];
    ot_pick p = {.delimiter = ';',
                 .wanted = wanted,
                 .wanted_n = MOST + 1,
                 .raw = raw,
                 .index = index,
                 .most = MOST};

    (void)state;
    memset(line, ';', sizeof line);
    assert_true(ot__pick(&p, line, MOST - 1)); // as many fields as fit
    assert_int_equal(p.fields, MOST);
    assert_int_equal(p.picked, 2);
    assert_int_equal(index[1], MOST - 1);
    assert_false(ot__pick(&p, line, MOST));
}

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
        cmocka_unit_test(no_more_fields_than_there_is_room_for),
        cmocka_unit_test(blank_is_what_holds_blanks),
    };
    return RUN_TABLE("pick", pick_cases, test_pick) +
           RUN_TABLE("pick, faults", fault_cases, test_fault) +
           cmocka_run_group_tests_name("pick, limits", tests, NULL, NULL);
}
