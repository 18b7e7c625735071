// SPDX-License-Identifier: GPL-3.0-or-later
#include "outturn/decimal.h"

#include <stdbool.h>

#include "support.h"

typedef struct read_case {
    const char *name;
    const char *text;
    char mark;
    ot_status status;
    int64_t digits;
    int exponent;
} read_case;

static const read_case read_cases[] = {
    {"a plain figure", "8.3", 0, OT_OK, 83, -1},
    {"a zero at the end is kept", "8.30", 0, OT_OK, 830, -2},
    {"a whole number", "1500", 0, OT_OK, 1500, 0},
    {"a minus", "-12", 0, OT_OK, -12, 0},
    {"a minus behind", "12-", 0, OT_OK, -12, 0},
    {"a typographic minus", "\u22128.2", 0, OT_OK, -82, -1},
    {"thousands by commas", "1,741.9", 0, OT_OK, 17419, -1},
    {"thousands by spaces", "1 741.9", 0, OT_OK, 17419, -1},
    {"thousands by narrow spaces", "1\u202f741.9", 0, OT_OK, 17419, -1},
    {"thousands by points under a decimal comma", "1.741,9", ',', OT_OK, 17419,
     -1},
    {"a decimal comma", "8,3", ',', OT_OK, 83, -1},
    {"a decimal comma where points are decimal", "8,3", 0, OT_E_SYNTAX, 0, 0},
    {"two groups", "1,234,567", 0, OT_OK, 1234567, 0},
    {"a group of two is none", "1,23", 0, OT_E_SYNTAX, 0, 0},
    {"an exponent", "1.5e7", 0, OT_OK, 15, 6},
    {"leading zeros", "007", 0, OT_OK, 7, 0},
    {"a point first", ".5", 0, OT_OK, 5, -1},
    {"the noise of a binary fraction", "249663.11060000001", 0, OT_OK,
     24966311060000001, -11},
    {"digits past the eighteenth are rounded", "0.1234567890123456789", 0,
     OT_OK, 123456789012345679, -18},
    {"more whole digits than fit", "1234567890123456789", 0, OT_E_LIMIT, 0, 0},
    {"words", "n/a", 0, OT_E_SYNTAX, 0, 0},
    {"nothing", "", 0, OT_E_SYNTAX, 0, 0},
    {"a sign alone", "-", 0, OT_E_SYNTAX, 0, 0},
};

static void test_read(void **state)
{
    const read_case *c = *state;
    const ot_decimal_form form = {c->mark};
    ot_decimal d = {0, 0};

    assert_int_equal(ot_decimal_parse(c->text, strlen(c->text), form, &d, NULL),
                     c->status);
    if (c->status == OT_OK) {
        assert_int_equal(d.digits, c->digits);
        assert_int_equal(d.exponent, c->exponent);
    }
}

static void test_comma_is_suggested(void **state)
{
    ot_decimal d;
    const char *why;

    (void)state;
    ot_decimal_parse("8,3", 3, (ot_decimal_form){0}, &d, &why);
    assert_string_equal(why, "is it --decimal=comma?");
}

static uint64_t next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 11;
}

// The C library reads decimals correctly rounded; so must we.
static void test_doubles_are_rounded_right(void **state)
{
    uint64_t seed = 2024;
    char text[64];

    (void)state;
    for (int i = 0; i < 200000; i++) {
        const ot_decimal d = {(int64_t)(next(&seed) % 1000000000000000000u),
                              (int8_t)((int)(next(&seed) % 80) - 40)};
        snprintf(text, sizeof text, "%llde%d", (long long)d.digits, d.exponent);
        assert_true(ot_decimal_double(d) == strtod(text, NULL));
    }
}

static void test_text_reads_back(void **state)
{
    uint64_t seed = 99;
    char text[64];

    (void)state;
    for (int i = 0; i < 20000; i++) {
        const ot_decimal d = {(int64_t)(next(&seed) % 100000000000000000u) -
                                  50000000000000000,
                              (int8_t) - (int)(next(&seed) % 17)};
        ot_decimal back = {0, 0};
        ot_decimal_text(d, text);
        assert_int_equal(ot_decimal_parse(text, strlen(text),
                                          (ot_decimal_form){0}, &back, NULL),
                         OT_OK);
        assert_true(back.digits == d.digits && back.exponent == d.exponent);
    }
}

static void test_half_a_unit(void **state)
{
    (void)state;
    assert_close(ot_decimal_half((ot_decimal){83, -1}), 0.05, 1e-16);
    assert_close(ot_decimal_half((ot_decimal){830, -2}), 0.005, 1e-16);
    assert_close(ot_decimal_half((ot_decimal){8, 0}), 0.5, 1e-16);
}

int main(void)
{
    const struct CMUnitTest laws[] = {
        cmocka_unit_test(test_comma_is_suggested),
        cmocka_unit_test(test_doubles_are_rounded_right),
        cmocka_unit_test(test_text_reads_back),
        cmocka_unit_test(test_half_a_unit),
    };

    return RUN_TABLE("decimal", read_cases, test_read) +
           cmocka_run_group_tests(laws, NULL, NULL);
}
