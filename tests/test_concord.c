// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that lead from codes to codes: all numbers are worked by hand.
#include "outturn/concord.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "support.h"

// Reads a table from a file of its own.
static ot_status read_text(const char *text, ot_concord **c, ot_error *err)
{
    char path[] = "/tmp/outturn-concord-XXXXXX";
    const int file = mkstemp(path);

    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), (ssize_t)strlen(text));
    close(file);
    const ot_status status = ot_concord_read(path, c, err);
    remove(path);
    return status;
}

static void weights_are_taken_as_said(void **state)
{
    (void)state;
    ot_concord *c = NULL;
    const ot_concord_to *to;

    assert_int_equal(
        read_text("weight,to,from\n0.75,B,1\n0.25,A,1\n1,B,2\n", &c, NULL),
        OT_OK);
    assert_int_equal(ot_concord_of(c, "1", &to), 2);
    assert_string_equal(to[0].code, "A");
    assert_close(to[0].weight, 0.25, 0);
    assert_close(to[1].weight, 0.75, 0);
    assert_int_equal(ot_concord_of(c, "2", &to), 1);
    assert_close(to[0].weight, 1, 0);
    assert_int_equal(ot_concord_of(c, "3", &to), 0);
    assert_int_equal(ot_concord_count(c), 2);
    assert_string_equal(ot_concord_at(c, 1), "B");
    ot_concord_free(c);
}

static void without_weights_a_code_is_split_evenly(void **state)
{
    (void)state;
    ot_concord *c = NULL;
    const ot_concord_to *to;

    assert_int_equal(
        read_text("from;to\n851712;851713\n851712;851714\n", &c, NULL), OT_OK);
    assert_int_equal(ot_concord_of(c, "851712", &to), 2);
    assert_close(to[0].weight, 0.5, 0);
    ot_concord_free(c);
}

typedef struct wrong_case {
    const char *name, *text;
    ot_status status;
    const char *message; // a part of it
} wrong_case;

static const wrong_case wrong_cases[] = {
    {"no column from", "code,to\n1,A\n", OT_E_SYNTAX, "no column 'from'"},
    {"no column to", "from,code\n1,A\n", OT_E_SYNTAX, "no column 'to'"},
    {"a weight that is a word", "from,to,weight\n1,A,much\n", OT_E_SYNTAX,
     "'much' is no weight"},
    {"a weight above one", "from,to,weight\n1,A,2\n", OT_E_SYNTAX,
     "'2' is no weight"},
    {"weights that lose something", "from,to,weight\n1,A,0.5\n1,B,0.4\n",
     OT_E_DATA, "weights of 1 are 0.900000 together, not 1"},
    {"weights of some rows only", "from,to,weight\n1,A,0.5\n1,B,\n", OT_E_DATA,
     "some rows have none"},
    {"a pair that stands twice", "from,to\n1,A\n1,A\n", OT_E_DATA,
     "1 to A stands in line 2 already"},
    {"a row without a code", "from,to\n1,\n", OT_E_SYNTAX,
     "a row without a code 'to'"},
    {"a header alone", "from,to\n", OT_E_DATA, "no row"},
};

static void test_wrong(void **state)
{
    const wrong_case *w = *state;
    ot_concord *c = NULL;
    ot_error err = {0};

    assert_int_equal(read_text(w->text, &c, &err), w->status);
    assert_null(c);
    if (strstr(err.message, w->message) == NULL) {
        fail_msg("it says: %s", err.message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weights_are_taken_as_said),
        cmocka_unit_test(without_weights_a_code_is_split_evenly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) +
           RUN_TABLE("wrong", wrong_cases, test_wrong);
}
