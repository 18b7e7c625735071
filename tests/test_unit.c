// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdbool.h>

#include "outturn/unit.h"

#include "support.h"

typedef struct unit_case {
    const char *name;
    const char *text;
    const char *shown; // NULL: refused
    ot_dimension dimension;
    int scale;
} unit_case;

static const unit_case unit_cases[] = {
    {"a currency", "USD", "USD", OT_DIM_MONEY, 0},
    {"a currency and its scale", "USD thousand", "USD thousand", OT_DIM_MONEY,
     3},
    {"a scale first", "thousand USD", "USD thousand", OT_DIM_MONEY, 3},
    {"a short scale", "bn EUR", "EUR bn", OT_DIM_MONEY, 9},
    {"mln after the code", "USD mln", "USD million", OT_DIM_MONEY, 6},
    {"a sign", "$ million", "USD million", OT_DIM_MONEY, 6},
    {"US dollars", "US$", "USD", OT_DIM_MONEY, 0},
    {"sterling", "stg", "GBP", OT_DIM_MONEY, 0},
    {"money of the past", "DEM million", "DEM million", OT_DIM_MONEY, 6},
    {"a scale in figures", "EUR 1000", "EUR thousand", OT_DIM_MONEY, 3},
    {"kilograms", "kg", "kg", OT_DIM_WEIGHT, 0},
    {"tonnes", "tonnes", "tonnes", OT_DIM_WEIGHT, 3},
    {"thousand tonnes", "1000 t", "tonnes thousand", OT_DIM_WEIGHT, 6},
    {"per cent", "%", "%", OT_DIM_PERCENT, 0},
    {"a ratio", "times", "times", OT_DIM_TIMES, 0},
    {"nothing said", "", "", OT_DIM_NONE, 0},
    {"a mistyped scale", "USD milion", NULL, OT_DIM_NONE, 0},
    {"no unit at all", "bananas", NULL, OT_DIM_NONE, 0},
};

static void test_unit(void **state)
{
    const unit_case *c = *state;
    ot_unit unit;
    ot_error err = {0};
    char text[32];

    const ot_status status = ot_unit_parse(c->text, &unit, &err);
    if (c->shown == NULL) {
        assert_int_equal(status, OT_E_SYNTAX);
        return;
    }
    assert_int_equal(status, OT_OK);
    assert_string_equal(ot_unit_text(unit, text), c->shown);
    assert_int_equal(unit.dimension, c->dimension);
    assert_int_equal(unit.scale, c->scale);
}

static void test_suggestion(void **state)
{
    ot_unit unit;
    ot_error err = {0};

    (void)state;
    ot_unit_parse("milion USD", &unit, &err);
    assert_non_null(strstr(err.message, "did you mean"));
}

static void test_words_end_where_letters_end(void **state)
{
    int exponent = 0;
    char code[12];

    (void)state;
    assert_int_equal(ot_scale_word("million euros", 13, &exponent), 7);
    assert_int_equal(exponent, 6);
    assert_int_equal(ot_scale_word("millionaire", 11, &exponent), 0);
    assert_int_equal(ot_scale_word("bn", 2, &exponent), 2);
    assert_int_equal(exponent, 9);
    assert_int_equal(ot_currency_word("euros", 5, code), 5);
    assert_string_equal(code, "EUR");
    assert_int_equal(ot_currency_word("europe", 6, code), 0);
}

int main(void)
{
    const struct CMUnitTest more[] = {
        cmocka_unit_test(test_suggestion),
        cmocka_unit_test(test_words_end_where_letters_end),
    };

    return RUN_TABLE("unit", unit_cases, test_unit) +
           cmocka_run_group_tests(more, NULL, NULL);
}
