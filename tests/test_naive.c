// SPDX-License-Identifier: GPL-3.0-or-later
// test_naive.c - naive, seasonal-naive and drift against R's, with their
// spreads. (By hand: test_methods.c.)

#include "oracle_support.h"

#include "outturn/project.h"

#define STEPS 12

static void forecasts_are_rs(void **state)
{
    (void)state;
    oracle_series s = {.name = ""};
    char name[32], method[32];
    double want, lo, mean[STEPS], sd[STEPS], work[SERIES_MAX + STEPS];
    size_t h, rows = 0;
    FILE *f = open_oracle(ORACLES "simple.txt");

    while (fscanf(f, "%31s %31s %zu %lf %lf", name, method, &h, &want, &lo) ==
           5) {
        load_series(name, &s);
        const ot_past past = {s.y, s.n, s.season, 0};
        const ot_method *m = ot_method_find(method);
        assert_non_null(m);
        assert_true(m->work_size == NULL); // n + h
        assert_int_equal(m->spread(&past, STEPS, mean, sd, work, NULL), OT_OK);
        assert_close(mean[h - 1], want, 1e-9);
        assert_close(sd[h - 1], (want - lo) / 1.959963984540054, 1e-7);
        rows++;
    }
    fclose(f);
    assert_int_equal(rows, 84);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forecasts_are_rs),
    };

    return cmocka_run_group_tests_name("simple methods", tests, NULL, NULL);
}
