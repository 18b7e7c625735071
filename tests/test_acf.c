// SPDX-License-Identifier: GPL-3.0-or-later
// test_acf.c - correlations, differences and tests on them.

#include "arima_support.h"

#include "stat/acf.h"

#define LAGS 24

// ---- against R ------------------------------------------------------------

static size_t values(const char *name, double y[MOST])
{
    classic s;

    series(name, &s);
    memcpy(y, s.y, s.n * sizeof *y);
    return s.n;
}

static size_t differences(const double y[], size_t n)
{
    double w[MOST];
    size_t d = 0;

    memcpy(w, y, n * sizeof *w);
    while (d < 2 && ot__kpss(w, n) > OT__KPSS_5) {
        n = ot__difference(w, n, 1);
        d++;
    }
    return d;
}

static void check_series(FILE *f, const char *name)
{
    double y[MOST], r[LAGS], partial[LAGS], work[2 * LAGS], p;
    size_t n = values(name, y);

    assert_int_equal(differences(y, n), number(f));
    (void)number(f); // the seasonal difference: test_arima
    const double q = number(f), tail = number(f);

    ot__acf(y, n, LAGS, r);
    ot__pacf(r, LAGS, partial, work);
    for (size_t k = 0; k < LAGS; k++) {
        assert_close(r[k], number(f), 1e-8);
        assert_close(partial[k], number(f), 1e-8);
    }
    n = ot__difference(y, n, 1);
    ot__acf(y, n, 10, r);
    assert_close(ot__ljung_box(r, n, 10, 0, &p), q, 1e-9);
    assert_true(fabs(p - tail) <= 1e-9 * tail + 1e-15);
}

static void is_what_r_says_of_the_classics(void **state)
{
    (void)state;
    FILE *f = open_file(ORACLES "arima_acf.txt");
    char name[64];
    size_t count = 0;

    while (word(f, name)) {
        check_series(f, name);
        count++;
    }
    assert_int_equal(count, 14);
    assert_int_equal(fclose(f), 0);
}

// ---- by hand --------------------------------------------------------------

static void correlations_by_hand(void **state)
{
    (void)state;
    const double y[] = {1, 2, 4, 1}; // deviations -1 0 2 -1, squares 6
    double r[5], partial[3], work[6];

    ot__acf(y, 4, 5, r);
    assert_close(r[0], -2.0 / 6, 1e-14);
    assert_close(r[1], -2.0 / 6, 1e-14);
    assert_close(r[2], 1.0 / 6, 1e-14);
    assert_close(r[3], 0, 0);
    assert_close(r[4], 0, 0);
    ot__pacf(r, 3, partial, work);
    assert_close(partial[0], -1.0 / 3, 1e-14);
    assert_close(partial[1], (-1.0 / 3 - 1.0 / 9) / (8.0 / 9), 1e-14);
}

static void all_alike_has_no_correlation(void **state)
{
    (void)state;
    double y[30], r[4], partial[4], work[8], p;

    for (size_t i = 0; i < 30; i++) {
        y[i] = 0.1;
    }
    ot__acf(y, 30, 4, r);
    ot__pacf(r, 4, partial, work);
    for (size_t k = 0; k < 4; k++) {
        assert_close(r[k], 0, 0);
        assert_close(partial[k], 0, 0);
    }
    assert_close(ot__ljung_box(r, 30, 4, 0, &p), 0, 0);
    assert_close(p, 1, 1e-14);
    assert_close(ot__kpss(y, 30), 0, 0);
    assert_close(ot__kpss(y, 0), 0, 0);
}

static void a_line_that_repeats_is_fully_correlated(void **state)
{
    (void)state;
    const double r[] = {1, 1, 1};
    double partial[3], work[6];

    ot__pacf(r, 3, partial, work);
    assert_close(partial[0], 1, 0);
    assert_close(partial[1], 0, 0);
    assert_close(partial[2], 0, 0);
}

static void differences_by_hand(void **state)
{
    (void)state;
    double y[] = {1, 3, 6, NAN, 15, 21};

    assert_int_equal(ot__difference(y, 6, 2), 4);
    assert_close(y[0], 5, 0);
    assert_close(y[1], NAN, 0);
    assert_close(y[2], 9, 0);
    assert_close(y[3], NAN, 0);
    assert_int_equal(ot__difference(y, 4, 4), 0);
    assert_int_equal(ot__difference(y, 4, 12), 0);
}

// Deviations -1 0 1, squares 2, sums -1 -1 0: 2 / (3 * 2).
static void kpss_by_hand(void **state)
{
    (void)state;
    const double y[] = {1, 2, 3}, holed[] = {1, NAN, 2, 3, NAN};

    assert_close(ot__kpss(y, 3), 2.0 / 6, 1e-14);
    assert_close(ot__kpss(holed, 5), 2.0 / 6, 1e-14);
}

static void the_unit_does_not_matter(void **state)
{
    (void)state;
    double y[MOST], big[MOST], r[LAGS], again[LAGS];
    const size_t n = values("AirPassengers", y);

    for (size_t i = 0; i < n; i++) {
        big[i] = 1e12 * y[i];
    }
    ot__acf(y, n, LAGS, r);
    ot__acf(big, n, LAGS, again);
    for (size_t k = 0; k < LAGS; k++) {
        assert_close(again[k], r[k], 1e-12);
    }
    assert_close(ot__kpss(big, n), ot__kpss(y, n), 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_what_r_says_of_the_classics),
        cmocka_unit_test(correlations_by_hand),
        cmocka_unit_test(all_alike_has_no_correlation),
        cmocka_unit_test(a_line_that_repeats_is_fully_correlated),
        cmocka_unit_test(differences_by_hand),
        cmocka_unit_test(kpss_by_hand),
        cmocka_unit_test(the_unit_does_not_matter),
    };

    return cmocka_run_group_tests_name("acf", tests, NULL, NULL);
}
