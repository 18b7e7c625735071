// SPDX-License-Identifier: GPL-3.0-or-later
// test_arima.c - ARIMA models against R, and laws they obey.

#include "support.h"

#include "stat/arima.h"
#include "stat/arima_filter.h"

#define MOST    500
#define ORACLES "tests/data/oracles/"

// ---- the files of oracles
// ----------------------------------------------------

// The next word of a file that may have comments; false at its end.
static int word(FILE *f, char text[64])
{
    while (fscanf(f, "%63s", text) == 1) {
        if (text[0] != '#') {
            return 1;
        }
        (void)!fscanf(f, "%*[^\n]");
    }
    return 0;
}

static double number(FILE *f)
{
    char text[64];

    assert_true(word(f, text));
    return strtod(text, NULL);
}

static FILE *open_file(const char *path)
{
    FILE *f = fopen(path, "r");

    assert_non_null(f);
    return f;
}

typedef struct classic {
    double y[MOST];
    size_t n, season;
} classic;

static void series(const char *name, classic *s)
{
    FILE *f = open_file(ORACLES "arima_series.txt");
    char text[64];
    int found = 0;

    while (!found && word(f, text)) {
        found = strcmp(text, name) == 0;
        s->season = (size_t)number(f);
        s->n = (size_t)number(f);
        assert_true(s->n <= MOST);
        for (size_t i = 0; i < s->n; i++) {
            s->y[i] = number(f);
        }
    }
    assert_int_equal(fclose(f), 0);
    assert_true(found);
}

static void logs(classic *s)
{
    for (size_t i = 0; i < s->n; i++) {
        s->y[i] = log(s->y[i]);
    }
}

static ot__arima_orders orders(FILE *f, size_t season)
{
    ot__arima_orders o = {.m = season};

    o.p = (size_t)number(f);
    o.d = (size_t)number(f);
    o.q = (size_t)number(f);
    o.P = (size_t)number(f);
    o.D = (size_t)number(f);
    o.Q = (size_t)number(f);
    o.mean = number(f) > 0;
    return o;
}

static double *room(size_t n)
{
    double *work = malloc(n * sizeof *work);

    assert_non_null(work);
    return work;
}

// ---- given coefficients
// ------------------------------------------------------

// What R does where there are differences: the values before the first have a
// variance of 1e6 instead of one without bound, and what comes out with more
// than 1e4 is left out. That is up to 1e-4 away from the limit, which we take:
// so R's numbers are met with its start, and the limit from a start further
// out.
static double bounded(const ot__arima_orders *o, const double coef[],
                      const classic *s, double variance, double most,
                      double *sigma2)
{
    double *work = room(ot__filter_work(o));
    double rss = 0, logdet = 0, used = 0, x = 0, F;
    ot__filter f;

    ot__filter_start(&f, o, coef, work);
    f.unknown = 0;
    for (size_t i = 0; i < f.r * f.r; i++) {
        f.P[i] += variance * f.diffuse[i];
    }
    for (size_t t = 0; t < s->n; t++) {
        double v = s->y[t];
        if (!isnan(v)) {
            assert_true(ot__filter_meet(&f, &v, &x, &F));
            if (F < most) {
                rss += v * v / F;
                logdet += log(F);
                used += 1;
            }
        }
        ot__filter_step(&f);
    }
    free(work);
    *sigma2 = rss / used;
    return -(used * (log(2 * 3.14159265358979323846 * *sigma2) + 1) + logdet) /
           2;
}

static void check_fixed(FILE *f, const char *name)
{
    classic s;
    char text[64], criterion[64];
    double coef[OT__ARIMA_COEFS], c = 0;

    series(name, &s);
    assert_true(word(f, text));
    if (strstr(text, "log") != NULL) {
        logs(&s);
    }
    if (strstr(text, "missing") != NULL) {
        s.y[6] = s.y[7] = s.y[29] = NAN;
    }
    const ot__arima_orders o = orders(f, s.season);
    assert_true(word(f, criterion));
    const double loglik = number(f), sigma2 = number(f);
    for (size_t i = 0; i < ot__arima_count(&o); i++) {
        coef[i] = number(f);
    }
    if (o.mean) {
        c = number(f);
    }
    double *work = room(ot__arima_work_size(&o, s.n));
    const ot__arima_value v =
        strcmp(criterion, "ML") == 0
            ? ot__arima_exact(&o, coef, &c, s.y, s.n, work)
            : ot__arima_css(&o, coef, &c, s.y, s.n, work);
    free(work);
    if (strcmp(criterion, "CSS") == 0 || ot__arima_lost(&o) == 0) {
        assert_close(v.loglik, loglik, 1e-8);
        assert_close(v.sigma2, sigma2, 1e-8);
        return;
    }
    double near_sigma2, far_sigma2;
    const double near = bounded(&o, coef, &s, 1e6, 1e4, &near_sigma2);
    const double far = bounded(&o, coef, &s, 1e9, 1e6, &far_sigma2);
    assert_close(near, loglik, 1e-8);
    assert_close(near_sigma2, sigma2, 1e-8);
    assert_close(v.loglik, far, 1e-6);
    assert_close(v.sigma2, far_sigma2, 1e-6);
}

static void is_what_r_says_at_given_coefficients(void **state)
{
    (void)state;
    FILE *f = open_file(ORACLES "arima_fixed.txt");
    char name[64];
    size_t count = 0;

    while (word(f, name)) {
        check_fixed(f, name);
        count++;
    }
    assert_int_equal(count, 200);
    assert_int_equal(fclose(f), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_what_r_says_at_given_coefficients),
    };

    return cmocka_run_group_tests_name("arima", tests, NULL, NULL);
}
