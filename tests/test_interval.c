// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdbool.h>

#include "outturn/interval.h"

#include "support.h"

static uint64_t next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 33;
}

// Numbers of few digits: their sums and products are known exactly as integers.
static void test_results_hold_the_truth(void **state)
{
    uint64_t seed = 7;

    (void)state;
    for (int i = 0; i < 50000; i++) {
        const int64_t a = (int64_t)(next(&seed) % 2000001) - 1000000;
        const int64_t b = (int64_t)(next(&seed) % 1000000) + 1;
        // tenths and hundredths: the exact values are a / 10 and b / 100
        const ot_interval x = ot_interval_around((double)a / 10, 0.05);
        const ot_interval y = ot_interval_around((double)b / 100, 0.001);
        const ot_interval sum = ot_interval_add(x, y);
        const ot_interval product = ot_interval_mul(x, y);
        const ot_interval ratio = ot_interval_div(x, y);
        assert_true(sum.lo <= (double)(10 * a + b) / 100 &&
                    (double)(10 * a + b) / 100 <= sum.hi);
        assert_true(product.lo <= (double)(a * b) / 1000 &&
                    (double)(a * b) / 1000 <= product.hi);
        if (!ot_interval_is_none(ratio)) {
            assert_true(ratio.lo <= (double)(10 * a) / (double)b &&
                        (double)(10 * a) / (double)b <= ratio.hi);
        }
    }
}

static void test_a_rounded_figure(void **state)
{
    const ot_interval a = ot_interval_decimal((ot_decimal){83, -1});
    const ot_interval minus = ot_interval_decimal((ot_decimal){-83, -1});

    (void)state;
    assert_true(a.lo == 8.25 && a.hi == 8.35);
    assert_true(!a.lo_open && a.hi_open);
    assert_true(minus.lo == -8.35 && minus.hi == -8.25 && minus.lo_open);
    assert_true(ot_interval_holds(a, 8.35)); // judged with both ends
    assert_false(ot_interval_holds(a, 8.351));
}

static void test_no_ratio_to_nothing(void **state)
{
    const ot_interval one = ot_interval_point(1);

    (void)state;
    assert_true(
        ot_interval_is_none(ot_interval_div(one, ot_interval_of(-1, 1))));
    assert_true(
        ot_interval_is_none(ot_interval_div(one, ot_interval_of(0, 1))));
    // 8.3 bn by 2.5 to 2.6 times: 3.19 to 3.32
    const ot_interval base =
        ot_interval_div(ot_interval_point(8.3), ot_interval_of(2.5, 2.6));
    assert_close(base.lo, 8.3 / 2.6, 1e-15);
    assert_close(base.hi, 8.3 / 2.5, 1e-15);
}

static void test_what_has_no_end(void **state)
{
    const ot_interval over = ot_interval_of(8.3, INFINITY);

    (void)state;
    assert_true(over.hi_open);
    assert_true(isinf(ot_interval_scale(over, 2).hi));
    assert_true(ot_interval_mid(over) == 8.3);
    assert_true(ot_interval_scale(over, 0).hi == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_results_hold_the_truth),
        cmocka_unit_test(test_a_rounded_figure),
        cmocka_unit_test(test_no_ratio_to_nothing),
        cmocka_unit_test(test_what_has_no_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
