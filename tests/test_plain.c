// SPDX-License-Identifier: GPL-3.0-or-later
// test_plain.c - plain figures against the general reader.
#include "support.h"

#include "base/plain.h"
#include "outturn/decimal.h"

typedef struct plain_case {
    const char *text;
    bool plain;
    int64_t digits;
    int places;
} plain_case;

static const plain_case plain_cases[] = {
    {"0", true, 0, 0},
    {"7", true, 7, 0},
    {"-7", true, -7, 0},
    {"42", true, 42, 0},
    {"123", true, 123, 0},
    {"1.5", true, 15, 1},
    {"8.30", true, 830, 2},
    {"12345678", true, 12345678, 0},
    {"123456.789", true, 123456789, 3},
    {"-0.001", true, -1, 3},
    {"1234567890123456", true, 1234567890123456, 0},
    {"-9999999999999999", true, -9999999999999999, 0},
    {"12345678901234.5", true, 123456789012345, 1},
    {"1.23456789012345", true, 123456789012345, 14},
    {"0000000000000001", true, 1, 0},
    {"12345678901234567", false, 0, 0},
    {"", false, 0, 0},
    {"-", false, 0, 0},
    {".5", false, 0, 0},
    {"5.", false, 0, 0},
    {".", false, 0, 0},
    {"1.2.3", false, 0, 0},
    {"1,5", false, 0, 0},
    {"+1", false, 0, 0},
    {"1e5", false, 0, 0},
    {" 1", false, 0, 0},
    {"1/2", false, 0, 0},
    {"1:2", false, 0, 0},
    {"--1", false, 0, 0},
    {"1-", false, 0, 0},
};

static void test_plain(void **state)
{
    const plain_case *c = *state;
    int64_t digits = -1;
    int places = -1;
    const size_t n = strlen(c->text);
    char *exact = malloc(n + 1); // so that a byte read too far is noticed

    assert_non_null(exact);
    memcpy(exact, c->text, n);
    assert_int_equal(ot__plain_number(exact, n, &digits, &places), c->plain);
    if (c->plain) {
        assert_int_equal(digits, c->digits);
        assert_int_equal(places, c->places);
    }
    free(exact);
}

// Whatever it reads, the general reader reads the same.
static void agrees_with_the_general_reader(void **state)
{
    static const char alphabet[] = "0123456789.-9,5 e\x80/:";
    uint32_t seed = 7;

    (void)state;
    for (int round = 0; round < 400000; round++) {
        char text[20];
        const size_t n = 1 + (size_t)round % 18;
        for (size_t i = 0; i < n; i++) {
            seed = seed * 1664525u + 1013904223u;
            // Mostly digits, a few points.
            const unsigned r = seed >> 16;
            text[i] = r % 16 != 0 ? alphabet[r / 16 % 11]
                                  : alphabet[r / 16 % (sizeof alphabet - 1)];
        }
        int64_t digits;
        int places;
        ot_decimal d;
        if (ot__plain_number(text, n, &digits, &places)) {
            const ot_decimal_form form = {'.'};
            assert_int_equal(ot_decimal_parse(text, n, form, &d, NULL), OT_OK);
            assert_int_equal(d.digits, digits);
            assert_int_equal(d.exponent, -places);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_general_reader)};

    return RUN_TABLE("plain", plain_cases, test_plain) +
           cmocka_run_group_tests_name("plain, any", tests, NULL, NULL);
}
