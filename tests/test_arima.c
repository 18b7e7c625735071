// SPDX-License-Identifier: GPL-3.0-or-later
// test_arima.c - ARIMA models against R, and laws they obey.

#include "arima_bounded.h"
#include "arima_support.h"

#include "stat/arima_residuals.h"

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

// ---- given coefficients ---------------------------------------------------

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
    const double near = bounded(&o, coef, s.y, s.n, 1e6, 1e4, &near_sigma2);
    const double far = bounded(&o, coef, s.y, s.n, 1e9, 1e6, &far_sigma2);
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

// ---- fitted ---------------------------------------------------------------

static void fit_classic(const ot__arima_orders *o, const classic *s,
                        ot__arima *fit)
{
    double *work = room(ot__arima_fit_work(o, s->n));
    ot_error err = {0};

    if (ot__arima_fit(o, s->y, s->n, OT__THOROUGH, fit, work, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    free(work);
}

static ot__arima_value value_at(const ot__arima_orders *o, const double coef[],
                                const classic *s)
{
    double *work = room(ot__arima_work_size(o, s->n));
    const ot__arima_value v = ot__arima_exact(o, coef, NULL, s->y, s->n, work);

    free(work);
    return v;
}

// Our optimum is one of R's likelihood too: by its start it comes within 1e-3
// of what R found, or above.
static void check_fit(FILE *f, const char *name)
{
    classic s;
    ot__arima fit;
    double sigma2;

    series(name, &s);
    const ot__arima_orders o = orders(f, s.season);
    const double loglik = number(f), aicc = number(f);
    fit_classic(&o, &s, &fit);
    const double k = (double)ot__arima_count(&o) + (o.mean ? 2 : 1);
    const double used = (double)fit.value.used;
    if (ot__arima_lost(&o) == 0) {
        assert_true(fit.value.loglik > loglik - 1e-4);
        assert_close(fit.value.aicc, aicc, 1e-5);
    } else if (!o.mean) {
        const double near = bounded(&o, fit.coef, s.y, s.n, 1e6, 1e4, &sigma2);
        assert_true(near > loglik - 1e-3);
    }
    assert_true(fit.value.loglik > loglik - 6e-3);
    assert_close(aicc, -2 * loglik + 2 * k * used / (used - k - 1), 1e-8);
}

static void reaches_what_r_reaches(void **state)
{
    (void)state;
    FILE *f = open_file(ORACLES "arima_fit.txt");
    char name[64];
    size_t count = 0;

    while (word(f, name)) {
        check_fit(f, name);
        count++;
    }
    assert_int_equal(count, 25);
    assert_int_equal(fclose(f), 0);
}

#define H 12

// At R's coefficients the predictions are R's; ours are next to it.
static void check_path(FILE *f, const classic *s, const ot__arima *fit,
                       const ot__arima *r)
{
    double mean[H], cov[H * H], at[H], at_cov[H * H];
    double *work = room(ot__arima_path_work(&fit->orders, s->n, H));

    ot__arima_path(fit, s->y, s->n, H, mean, cov, work);
    ot__arima_path(r, s->y, s->n, H, at, at_cov, work);
    free(work);
    for (size_t i = 0; i < H; i++) {
        const double pred = number(f), se = number(f);
        assert_close(at[i], pred, 1e-5);
        assert_close(sqrt(at_cov[i * H + i]), se, 2e-7);
        assert_close(mean[i], pred, 1e-4);
        assert_close(sqrt(cov[i * H + i]), se, 5e-4);
    }
}

static void check_airline(FILE *f, const char *name)
{
    classic s;
    ot__arima fit, r;

    series(name, &s);
    logs(&s);
    const ot__arima_orders o = {0, 1, 1, 0, 1, 1, s.season, false};
    fit_classic(&o, &s, &fit);
    r = fit;
    r.coef[0] = number(f);
    r.coef[1] = number(f);
    r.value.sigma2 = number(f);
    const double loglik = number(f);
    double sigma2;
    assert_true(fabs(fit.coef[0] - r.coef[0]) < 1e-3);
    // 1.7e-3 for M3_N2801, where R's start moves its optimum most.
    assert_true(fabs(fit.coef[1] - r.coef[1]) < 2e-3);
    assert_true(fabs(fit.value.loglik - loglik) < 1e-2);
    assert_close(bounded(&o, r.coef, s.y, s.n, 1e6, 1e4, &sigma2), loglik,
                 1e-8);
    assert_true(fit.value.loglik >= value_at(&o, r.coef, &s).loglik);
    check_path(f, &s, &fit, &r);
}

static void the_airline_model_is_rs(void **state)
{
    (void)state;
    FILE *f = open_file(ORACLES "arima_airline.txt");
    char name[64];
    size_t count = 0;

    while (word(f, name)) {
        check_airline(f, name);
        count++;
    }
    assert_int_equal(count, 11);
    assert_int_equal(fclose(f), 0);
}

// ---- laws -----------------------------------------------------------------

// Nine years of months with a trend, a season and irregular values.
#define N 108

static void make_series(classic *s, double scale)
{
    uint32_t noise = 12345;

    s->n = N;
    s->season = 12;
    for (size_t i = 0; i < N; i++) {
        noise = noise * 1664525u + 1013904223u;
        const double irregular = (double)(noise >> 8) / 16777216 - 0.5;
        s->y[i] = scale * (217.31 + 1.77 * (double)i +
                           23.3 * sin(0.5236 * (double)i) + 31 * irregular);
    }
}

typedef struct orders_case {
    const char *name;
    ot__arima_orders o;
    double coef[6];
} orders_case;

static const orders_case orders_cases[] = {
    {"airline", {0, 1, 1, 0, 1, 1, 12, false}, {-0.4, -0.6}},
    {"a root on the circle", {0, 1, 1, 0, 1, 1, 12, false}, {-1, -0.99}},
    {"white noise", {0, 0, 0, 0, 0, 0, 12, true}, {0}},
    {"AR(1)", {1, 0, 0, 0, 0, 0, 1, true}, {0.7}},
    {"AR(1) next to a walk", {1, 0, 0, 0, 0, 0, 1, true}, {0.99999}},
    {"ARMA(3,2)", {3, 0, 2, 0, 0, 0, 1, true}, {0.5, -0.3, 0.2, 0.6, 0.2}},
    {"a walk that drifts", {0, 1, 0, 0, 0, 0, 1, true}, {0}},
    {"two differences", {1, 2, 1, 0, 0, 0, 1, false}, {0.3, -0.8}},
    {"seasonal AR", {1, 0, 0, 1, 1, 0, 12, true}, {0.5, -0.4}},
    {"both", {1, 1, 1, 1, 0, 1, 12, true}, {0.3, -0.7, 0.8, -0.3}},
    {"longer than its season",
     {3, 1, 3, 1, 1, 1, 2, false},
     {0.2, 0.1, 0.3, 0.2, -0.1, 0.1}},
    {"two seasons of AR",
     {2, 0, 1, 2, 0, 1, 12, true},
     {0.4, 0.2, 0.3, 0.3, 0.2, 0.4}},
};

// Two filters, of r and of r^2 numbers, say the same of complete series.
static void both_filters_agree(void **state)
{
    const orders_case *c = *state;
    classic s;
    double x[N], zero = 0;

    make_series(&s, 1);
    double *work = room(ot__arima_work_size(&c->o, N));
    const ot__arima_value v =
        ot__arima_exact(&c->o, c->coef, &zero, s.y, N, work);
    free(work);
    work = room(ot__arima_skip_work(&c->o));
    ot__residuals e = {.u = s.y, .x = x, .n = N};
    ot__arima_regressor(&c->o, x, N, work);
    ot__arima_skip(&c->o, c->coef, &e, work);
    free(work);
    double rss = 0;
    for (size_t i = 0; i < e.n; i++) {
        rss += e.u[i] * e.u[i];
    }
    const double n = (double)e.n;
    assert_int_equal(e.n, v.used);
    assert_close(rss / n, v.sigma2, 1e-9);
    assert_close(
        -(n * (log(2 * 3.14159265358979323846 * rss / n) + 1) + e.logdet) / 2,
        v.loglik, 1e-9);
}

static void coefficients_do_not_know_the_unit(void **state)
{
    const orders_case *c = *state;
    classic s, big;
    ot__arima fit, again;

    make_series(&s, 1);
    make_series(&big, 0x1p30); // no digit changes by rounding
    fit_classic(&c->o, &s, &fit);
    fit_classic(&c->o, &big, &again);
    assert_memory_equal(again.coef, fit.coef, sizeof fit.coef);
    assert_close(again.value.c, 0x1p30 * fit.value.c, 1e-14);
    assert_close(again.value.sigma2, 0x1p60 * fit.value.sigma2, 1e-14);

    make_series(&big, 1e-9);
    fit_classic(&c->o, &big, &again);
    const double n = (double)fit.value.used;
    assert_true(fabs(again.value.loglik - fit.value.loglik - n * log(1e9)) <
                1e-2);
}

// What is fitted beats what is given, and foresees numbers.
static void fits_and_foresees(void **state)
{
    const orders_case *c = *state;
    classic s;
    ot__arima fit;
    double mean[H], cov[H * H], path[H], normal[H] = {0};

    make_series(&s, 1);
    fit_classic(&c->o, &s, &fit);
    assert_true(fit.value.loglik >= value_at(&c->o, c->coef, &s).loglik - 1e-6);
    assert_true(isfinite(fit.value.loglik) && isfinite(fit.value.aicc));
    double *work = room(ot__arima_path_work(&c->o, N, H));
    ot__arima_path(&fit, s.y, N, H, mean, cov, work);
    free(work);
    double sum = 0, last = 0;
    for (size_t i = 0; i < H * H; i++) {
        sum += cov[i];
    }
    assert_close(ot__arima_sum_variance(cov, H, 0), sum, 1e-12);
    for (size_t i = 0; i < H; i++) {
        assert_true(mean[i] > 100 && mean[i] < 700);
        assert_true(cov[i * H + i] >= last * (1 - 1e-4));
        last = cov[i * H + i];
    }
    // With all numbers 0 a path is the mean; with one of them it is its column.
    const double at_end = cov[H - 1], first = cov[0];
    assert_true(ot__arima_factor(cov, H));
    ot__arima_draw(mean, cov, H, normal, path);
    assert_memory_equal(path, mean, sizeof path);
    normal[0] = 1;
    ot__arima_draw(mean, cov, H, normal, path);
    assert_true(fabs(path[H - 1] - mean[H - 1] - at_end / sqrt(first)) < 1e-9);
}

// Values missing at the end are as good as not there.
static void a_late_hole_is_the_future(void **state)
{
    const orders_case *c = *state;
    classic s;
    double mean[H], cov[H * H], later[H - 3], later_cov[(H - 3) * (H - 3)];

    make_series(&s, 1);
    ot__arima fit = {.orders = c->o};
    memcpy(fit.coef, c->coef, sizeof c->coef);
    fit.value = value_at(&c->o, c->coef, &s);
    double *work = room(ot__arima_path_work(&c->o, N, H));
    ot__arima_path(&fit, s.y, N - 3, H, mean, cov, work);
    s.y[N - 3] = s.y[N - 2] = s.y[N - 1] = NAN;
    ot__arima_path(&fit, s.y, N, H - 3, later, later_cov, work);
    free(work);
    for (size_t i = 0; i < H - 3; i++) {
        assert_close(later[i], mean[i + 3], 1e-12);
        for (size_t j = 0; j < H - 3; j++) {
            assert_close(later_cov[i * (H - 3) + j], cov[(i + 3) * H + j + 3],
                         1e-9);
        }
    }
}

static void holes_change_little(void **state)
{
    const orders_case *c = *state;
    classic s, holed;
    ot__arima fit, less;
    double mean[H], cov[H * H];

    make_series(&s, 1);
    holed = s;
    holed.y[0] = holed.y[17] = holed.y[18] = holed.y[60] = NAN;
    fit_classic(&c->o, &s, &fit);
    fit_classic(&c->o, &holed, &less);
    assert_int_equal(less.value.used, fit.value.used - 4);
    assert_close(less.value.sigma2, fit.value.sigma2, 0.35);
    double *work = room(ot__arima_path_work(&c->o, N, H));
    ot__arima_path(&less, holed.y, N, H, mean, cov, work);
    free(work);
    for (size_t i = 0; i < H; i++) {
        assert_true(isfinite(mean[i]) && cov[i * H + i] > 0);
    }
}

static void all_alike_goes_on(void **state)
{
    const orders_case *c = *state;
    classic s;
    ot__arima fit;
    double mean[H], cov[H * H];

    make_series(&s, 1);
    for (size_t i = 0; i < N; i++) {
        s.y[i] = 73.19;
    }
    fit_classic(&c->o, &s, &fit);
    double *work = room(ot__arima_path_work(&c->o, N, H));
    ot__arima_path(&fit, s.y, N, H, mean, cov, work);
    free(work);
    assert_close(fit.value.sigma2, 0, 0);
    assert_true(fit.value.loglik > 0 && isinf(fit.value.loglik));
    for (size_t i = 0; i < H; i++) {
        assert_close(mean[i], 73.19, 1e-12);
        assert_close(cov[i * H + i], 0, 0);
    }
    assert_true(ot__arima_factor(cov, H));
}

// ---- by hand --------------------------------------------------------------

// An AR(1) seen twice with a hole between: y2 given y0 has mean phi^2 y0 and
// variance sigma2 (1 + phi^2), y0 has sigma2 / (1 - phi^2).
static void a_hole_by_hand(void **state)
{
    (void)state;
    const ot__arima_orders o = {.p = 1, .m = 1, .mean = true};
    const double y[] = {2, NAN, 1}, coef[] = {0.5}, c = 0;
    double work[200];

    assert_true(ot__arima_work_size(&o, 3) <= 200);
    const ot__arima_value v = ot__arima_exact(&o, coef, &c, y, 3, work);
    const double sigma2 = (4 * 0.75 + 0.25 / 1.25) / 2;
    assert_close(v.sigma2, sigma2, 1e-14);
    assert_close(v.loglik,
                 -log(2 * 3.14159265358979323846 * sigma2) - 1 -
                     log(1.25 / 0.75) / 2,
                 1e-14);
}

static void weights_by_hand(void **state)
{
    (void)state;
    // 1 - 0.4 B over 1 - B: 1, 0.6, 0.6, ...; with the season of 4 once more.
    const ot__arima fit = {
        .orders = {.d = 1, .q = 1, .D = 1, .Q = 1, .m = 4},
        .coef = {-0.4, -0.5},
    };
    const double want[] = {1, 0.6, 0.6, 0.6, 1.1, 0.9, 0.9, 0.9, 1.4};
    double psi[9], work[5];

    ot__arima_weights(&fit, 9, psi, work);
    for (size_t i = 0; i < 9; i++) {
        assert_close(psi[i], want[i], 1e-14);
    }
}

// A walk: the h-th value has h variances, and the sum of three 1 + 4 + 9.
static void a_walk_by_hand(void **state)
{
    (void)state;
    const double y[] = {3, 5, 4, 7, 11};
    ot__arima fit;
    double work[200], mean[3], cov[9];
    const ot__arima_orders o = {.d = 1, .m = 1, .mean = true};

    assert_true(ot__arima_fit_work(&o, 5) <= 200);
    assert_int_equal(ot__arima_fit(&o, y, 5, OT__THOROUGH, &fit, work, NULL),
                     OT_OK);
    assert_close(fit.value.c, 2, 1e-14);
    assert_close(fit.value.sigma2, (0 + 9 + 1 + 4) / 4.0, 1e-14);
    assert_true(ot__arima_path_work(&o, 5, 3) <= 200);
    ot__arima_path(&fit, y, 5, 3, mean, cov, work);
    for (size_t i = 0; i < 3; i++) {
        assert_close(mean[i], 13 + 2 * (double)i, 1e-14);
        assert_close(cov[i * 3 + i], 3.5 * (double)(i + 1), 1e-14);
    }
    assert_close(cov[2], 3.5, 1e-14);
    assert_close(ot__arima_sum_variance(cov, 3, 0), 14 * 3.5, 1e-14);
    assert_close(ot__arima_sum_variance(cov, 3, 1), 9 * 3.5, 1e-14);
}

// Five unit roots are no stationary process: no likelihood, but no NaN either.
static void beyond_the_circle_is_unlikely(void **state)
{
    (void)state;
    const ot__arima_orders o = {.p = 5, .m = 1, .mean = true};
    const double coef[] = {5, -10, 10, -5, 1};
    classic s;

    make_series(&s, 1);
    const ot__arima_value v = value_at(&o, coef, &s);
    assert_true(isinf(v.loglik) && v.loglik < 0);
    assert_true(isinf(v.aicc) && v.aicc > 0);
}

typedef struct refusal {
    const char *name;
    ot__arima_orders o;
    size_t n;
    double odd; // the value at places 4, 16, ...; and at 5
    ot_status status;
    const char *message;
} refusal;

static const refusal refusals[] = {
    {"too few for an airline",
     {0, 1, 1, 0, 1, 1, 12, false},
     17,
     1,
     OT_E_DATA,
     "17 known values are too few for ARIMA(0,1,1)(0,1,1)12: it needs 18"},
    {"just enough", {0, 1, 1, 0, 1, 1, 12, false}, 18, 1, OT_OK, ""},
    {"nothing", {0, 0, 0, 0, 0, 0, 1, true}, 0, 1, OT_E_DATA, "needs 4"},
    {"a month that is never known",
     {0, 1, 1, 0, 1, 1, 12, false},
     90,
     NAN,
     OT_E_DATA,
     "1 of 12 places of the season have too few values"},
    {"an infinite value",
     {0, 1, 1, 0, 0, 0, 1, false},
     90,
     INFINITY,
     OT_E_DATA,
     "value 5 is infinite"},
    {"a season without one",
     {0, 1, 1, 0, 1, 1, 1, false},
     90,
     1,
     OT_E_USAGE,
     "no ARIMA(0,1,1)(0,1,1)1"},
    {"six of them", {6, 0, 0, 0, 0, 0, 1, true}, 90, 1, OT_E_USAGE, "no ARIMA"},
    {"three differences",
     {0, 3, 0, 0, 0, 0, 1, false},
     90,
     1,
     OT_E_USAGE,
     "no ARIMA"},
};

static void test_refusal(void **state)
{
    const refusal *c = *state;
    classic s;
    ot__arima fit;
    ot_error err = {0};
    double *work = room(10000);

    make_series(&s, 1);
    for (size_t i = 4; i < c->n; i += 12) {
        s.y[i] = c->odd;
    }
    assert_int_equal(
        ot__arima_fit(&c->o, s.y, c->n, OT__QUICK, &fit, work, &err),
        c->status);
    free(work);
    assert_non_null(strstr(err.message, c->message));
}

// ---- chosen ---------------------------------------------------------------

static void choose(const classic *s, ot__arima *fit)
{
    double *work = room(ot__arima_select_work(s->n, s->season));
    ot_error err = {0};

    if (ot__arima_select(s->y, s->n, s->season, fit, work, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    free(work);
}

static void foresee(const classic *s, const ot__arima *fit, double mean[H],
                    double cov[H * H])
{
    double *work = room(ot__arima_path_work(&fit->orders, s->n, H));

    ot__arima_path(fit, s->y, s->n, H, mean, cov, work);
    free(work);
}

// The same seasonal differences as R, and among models of the same differences
// one as good as its own by AICc: 0.02 is what R's start makes of it. The first
// 14 rows are its stepwise search.
static void chooses_as_well_as_r(void **state)
{
    (void)state;
    FILE *f = open_file(ORACLES "arima_fit.txt");
    char name[64];
    size_t alike = 0;

    for (size_t i = 0; i < 14; i++) {
        classic s;
        ot__arima fit;
        assert_true(word(f, name));
        series(name, &s);
        const ot__arima_orders o = orders(f, s.season);
        (void)number(f);
        const double aicc = number(f);
        choose(&s, &fit);
        assert_int_equal(fit.orders.D, o.D);
        if (fit.orders.d == o.d) {
            assert_true(fit.value.aicc < aicc + 0.02);
            alike++;
        }
    }
    assert_int_equal(alike, 14);
    assert_int_equal(fclose(f), 0);
}

// R's nsdiffs, by the strength from STL.
static void a_season_shows_where_it_does_for_r(void **state)
{
    (void)state;
    FILE *f = open_file(ORACLES "arima_acf.txt");
    char name[64];
    classic s;

    while (word(f, name)) {
        series(name, &s);
        (void)number(f);
        const double want = number(f);
        double *work = room(ot__season_strength_work(s.n, s.season) + 1);
        const double got = ot__season_strength(s.y, s.n, s.season, work);
        free(work);
        assert_true(got >= 0 && got <= 1);
        assert_int_equal(got > 0.64, want > 0);
        for (size_t i = 0; i < 50; i++) {
            (void)number(f);
        }
    }
    assert_int_equal(fclose(f), 0);
}

static void a_choice_does_not_know_the_unit(void **state)
{
    (void)state;
    classic s, big;
    ot__arima fit, again;

    make_series(&s, 1);
    make_series(&big, 0x1p30);
    choose(&s, &fit);
    choose(&big, &again);
    assert_memory_equal(&again.orders, &fit.orders, sizeof fit.orders);
    assert_memory_equal(again.coef, fit.coef, sizeof fit.coef);
}

typedef struct plain_case {
    const char *name;
    size_t n, season;
    double level, step, swing; // level + step t + swing (t % season)
    double next;
} plain_case;

static const plain_case plain_cases[] = {
    {"a constant goes on", 40, 12, 73.19, 0, 0, 73.19},
    {"zeros go on", 40, 12, 0, 0, 0, 0},
    {"four alike go on", 4, 12, 5, 0, 0, 5},
    {"a line goes on", 40, 1, 10, 3, 0, 130},
    {"a line goes on, whatever the season", 40, 12, 10, 3, 0, 130},
    {"a season comes again", 48, 4, 10, 0, 2, 10},
    {"a season on a line", 48, 4, 10, 0.5, 2, 34},
};

static void test_plain(void **state)
{
    const plain_case *c = *state;
    classic s = {.n = c->n, .season = c->season};
    ot__arima fit;
    double mean[H], cov[H * H];

    for (size_t i = 0; i < c->n; i++) {
        s.y[i] =
            c->level + c->step * (double)i + c->swing * (double)(i % c->season);
    }
    choose(&s, &fit);
    foresee(&s, &fit, mean, cov);
    assert_true(fabs(mean[0] - c->next) < 1e-6);
    assert_true(cov[0] < 1e-9);
    for (size_t i = 0; i < H; i++) {
        assert_true(isfinite(mean[i]) && cov[i * H + i] >= 0);
    }
}

// However short, holed or odd: numbers come out, or a reason.
static void numbers_or_a_reason(void **state)
{
    (void)state;
    uint32_t noise = 99;

    for (size_t round = 0; round < 160; round++) {
        classic s;
        ot__arima fit;
        double mean[H], cov[H * H];
        make_series(&s, round % 5 == 0 ? 1e-12 : 1);
        s.n = 4 + round % 80;
        s.season = round % 3 == 0 ? 4 : 12;
        for (size_t i = 0; i < s.n; i++) {
            noise = noise * 1664525u + 1013904223u;
            const double at = (double)(noise >> 8) / 16777216;
            s.y[i] = round % 4 == 1 && at < 0.7 ? 0 : s.y[i];
            s.y[i] = round % 4 == 2 && at < 0.1 ? 1e6 * s.y[i] : s.y[i];
            s.y[i] = round % 4 == 3 && i > 3 && at < 0.3 ? NAN : s.y[i];
        }
        choose(&s, &fit);
        foresee(&s, &fit, mean, cov);
        assert_false(isnan(fit.value.loglik) || isnan(fit.value.aicc));
        for (size_t i = 0; i < H; i++) {
            assert_true(isfinite(mean[i]) && isfinite(cov[i * H + i]));
        }
        assert_true(ot__arima_factor(cov, H));
    }
}

static void three_values_are_too_few(void **state)
{
    (void)state;
    const double y[] = {3, NAN, 5, 4};
    double *work = room(ot__arima_select_work(4, 12));
    ot__arima fit;
    ot_error err = {0};

    assert_int_equal(ot__arima_select(y, 4, 12, &fit, work, &err), OT_E_DATA);
    assert_non_null(strstr(err.message, "3 known values are too few"));
    free(work);
}

static void holes_are_chosen_around(void **state)
{
    (void)state;
    classic s;
    ot__arima fit, again;

    series("USAccDeaths", &s);
    s.y[20] = s.y[33] = s.y[34] = NAN;
    choose(&s, &fit);
    assert_int_equal(fit.orders.D, 1);
    assert_int_equal(fit.value.used, 72 - 13 - 3);
    assert_true(fabs(fit.coef[0] + 0.43) < 0.1);
    fit_classic(&fit.orders, &s, &again);
    assert_close(again.value.loglik, fit.value.loglik, 1e-8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_what_r_says_at_given_coefficients),
        cmocka_unit_test(reaches_what_r_reaches),
        cmocka_unit_test(the_airline_model_is_rs),
        cmocka_unit_test(a_hole_by_hand),
        cmocka_unit_test(weights_by_hand),
        cmocka_unit_test(a_walk_by_hand),
        cmocka_unit_test(beyond_the_circle_is_unlikely),
        cmocka_unit_test(chooses_as_well_as_r),
        cmocka_unit_test(a_season_shows_where_it_does_for_r),
        cmocka_unit_test(a_choice_does_not_know_the_unit),
        cmocka_unit_test(numbers_or_a_reason),
        cmocka_unit_test(three_values_are_too_few),
        cmocka_unit_test(holes_are_chosen_around),
    };

    return cmocka_run_group_tests_name("arima", tests, NULL, NULL) +
           RUN_TABLE("both filters agree", orders_cases, both_filters_agree) +
           RUN_TABLE("coefficients do not know the unit", orders_cases,
                     coefficients_do_not_know_the_unit) +
           RUN_TABLE("fits and foresees", orders_cases, fits_and_foresees) +
           RUN_TABLE("a late hole is the future", orders_cases,
                     a_late_hole_is_the_future) +
           RUN_TABLE("holes change little", orders_cases, holes_change_little) +
           RUN_TABLE("all alike goes on", orders_cases, all_alike_goes_on) +
           RUN_TABLE("plain series", plain_cases, test_plain) +
           RUN_TABLE("refusals", refusals, test_refusal);
}
