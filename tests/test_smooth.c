// SPDX-License-Identifier: GPL-3.0-or-later
// test_smooth.c - simple and Holt's smoothing beside the models they are.

#include "ets_support.h"

#include "stat/smooth.h"

static double work[ETS_WORK];

static void a_constant_is_met_exactly(void **state)
{
    (void)state;
    const double y[] = {4, 4, 4};
    const ot__ses ses = ot__ses_fit(y, 3);

    assert_close(ses.first, 4, 1e-15);
    assert_close(ses.last, 4, 1e-15);
    assert_close(ses.sse, 0, 0);
}

// What is searched in one number is not above what is climbed in two.
static void simple_smoothing_is_the_model_ann(void **state)
{
    (void)state;
    oracle_series s;
    FILE *f = open_oracle(ORACLES "series.txt");

    while (next_series(f, &s)) {
        ot__ets e;
        const ot__ses ses = ot__ses_fit(s.y, s.n);
        assert_int_equal(
            ot__ets_fit(ets_model_of("ANN"), s.y, s.n, 1, &e, work, NULL),
            OT_OK);
        assert_true(ses.sse <= e.sse * (1 + 1e-9));
        assert_close(ses.sse, e.sse, 1e-6);
        e.alpha = ses.alpha;
        e.first.level = ses.first;
        assert_true(ot__ets_likelihood(&e, s.y, s.n, work));
        assert_close(e.sse, ses.sse, 1e-9);
        assert_close(e.last.level, ses.last, 1e-9);
    }
    fclose(f);
}

static void holt_follows_a_line(void **state)
{
    (void)state;
    double y[30], path[3];
    ot__ets e;

    for (size_t i = 0; i < 30; i++) {
        y[i] = 7 + 2.5 * (double)i;
    }
    assert_int_equal(ot__holt_fit(y, 30, false, &e, work, NULL), OT_OK);
    ot__ets_path(&e, 3, NULL, path);
    assert_close(path[2], 7 + 2.5 * 32, 1e-6);
    assert_int_equal(ot__holt_fit(y, 30, true, &e, work, NULL), OT_OK);
    ot__ets_path(&e, 3, NULL, path);
    assert_true(path[2] > y[29] && path[2] < 7 + 2.5 * 32 + 0.1);
    assert_int_equal(ot__holt_fit(y, 5, true, &e, work, NULL), OT_E_DATA);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_constant_is_met_exactly),
        cmocka_unit_test(simple_smoothing_is_the_model_ann),
        cmocka_unit_test(holt_follows_a_line),
    };

    return cmocka_run_group_tests_name("smooth", tests, NULL, NULL);
}
