// SPDX-License-Identifier: GPL-3.0-or-later
#include <locale.h>

#include "base/text.h"

#include "support.h"

static void test_shown(void **state)
{
    char out[OT_NUMBER_SIZE];

    (void)state;
    assert_string_equal(ot__fixed(out, 8365.394, 1), "8365.4");
    assert_string_equal(ot__fixed(out, -0.04, 1), "0.0");
    assert_string_equal(ot__fixed(out, NAN, 1), "n/a");
    assert_string_equal(ot__grouped(out, 8365.394, 1), "8,365.4");
    assert_string_equal(ot__grouped(out, -1234567, 0), "-1,234,567");
    assert_string_equal(ot__grouped(out, 999, 0), "999");
    assert_string_equal(ot__figures(out, 8.3654, 3), "8.37");
    assert_string_equal(ot__figures(out, 9.999, 3), "10.0");
    assert_string_equal(ot__figures(out, 8365.4, 3), "8365");
    assert_string_equal(ot__shortest(out, 0.1), "0.1");
    assert_string_equal(ot__shortest(out, 1e20), "100000000000000000000");
    assert_string_equal(ot__shortest(out, -0.0), "0");
    assert_string_equal(ot__digits15(out, 0.1 + 0.2), "0.3");
}

static void test_shortest_reads_back(void **state)
{
    uint64_t seed = 5;
    char out[OT_NUMBER_SIZE];

    (void)state;
    for (int i = 0; i < 100000; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        const double x = ldexp((double)(int64_t)seed, (int)(seed % 90) - 70);
        assert_true(strtod(ot__shortest(out, x), NULL) == x);
    }
}

// A host whose locale has a decimal comma sees the same text.
static void test_a_german_host(void **state)
{
    char out[OT_NUMBER_SIZE];

    (void)state;
    if (setlocale(LC_ALL, "de_DE.UTF-8") == NULL) {
        print_message("skipped: there is no de_DE.UTF-8\n");
        return;
    }
    assert_string_equal(ot__fixed(out, 8365.394, 1), "8365.4");
    assert_string_equal(ot__shortest(out, 0.1), "0.1");
    assert_string_equal(ot__grouped(out, 8365.394, 1), "8,365.4");
    setlocale(LC_ALL, "C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shown),
        cmocka_unit_test(test_shortest_reads_back),
        cmocka_unit_test(test_a_german_host),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
