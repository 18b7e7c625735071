// SPDX-License-Identifier: GPL-3.0-or-later
// test_arima_path.c - where models go on, against R's at its coefficients. (By
// hand, and other laws: test_arima.c.)

#include "arima_support.h"

#include "stat/arima.h"

#define H 12

static void take_model(FILE *f, size_t season, ot__arima *r)
{
    ot__arima_orders *o = &r->orders;
    size_t *const order[] = {&o->p, &o->d, &o->q, &o->P, &o->D, &o->Q};

    *r = (ot__arima){.orders.m = season};
    for (size_t i = 0; i < 6; i++) {
        *order[i] = (size_t)number(f);
    }
    o->mean = number(f) > 0;
    r->value.sigma2 = number(f);
    for (size_t i = 0; i < ot__arima_count(o); i++) {
        r->coef[i] = number(f);
    }
    r->value.c = o->mean ? number(f) : 0;
}

static void check_model(FILE *f, const char *name)
{
    static const size_t ahead[] = {1, 7, 12};
    classic s;
    ot__arima r;
    double mean[H], cov[H * H];

    series(name, &s);
    take_model(f, s.season, &r);
    double *work =
        malloc(ot__arima_path_work(&r.orders, s.n, H) * sizeof *work);
    assert_non_null(work);
    ot__arima_path(&r, s.y, s.n, H, mean, cov, work);
    free(work);
    for (size_t i = 0; i < 3; i++) {
        const size_t k = ahead[i] - 1;
        const double want = number(f), lo = number(f);
        // R's start, see arima_bounded.h, is told in the sixth digit.
        assert_close(mean[k], want, 1e-5);
        assert_close(sqrt(cov[k * H + k]), (want - lo) / 1.959963984540054,
                     1e-5);
    }
}

static void forecasts_are_rs(void **state)
{
    (void)state;
    FILE *f = open_file(ORACLES "arima_forecast.txt");
    char name[64];
    size_t count = 0;

    while (word(f, name)) {
        check_model(f, name);
        count++;
    }
    assert_int_equal(count, 25);
    assert_int_equal(fclose(f), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forecasts_are_rs),
    };

    return cmocka_run_group_tests_name("where ARIMA goes", tests, NULL, NULL);
}
