// SPDX-License-Identifier: GPL-3.0-or-later
// test_laws.c - what holds for every way of carrying a series on: each row of
// the registry, and the landing. A row that is added is held to all of it.
//
// What must come out follows from the law itself: a multiple in is the same
// multiple out, what stands behind the last value is not there, and so on.

#include "laws_support.h"

#include "base/parallel.h"

// ---- the laws --------------------------------------------------------------

static void check_scaled(const subject *who, maker *make, size_t season,
                         double by)
{
    double y[MOST], z[MOST];
    const question q = fill(y, make, long_of(season), season);
    const question by_it = {z, q.n, season};

    for (size_t i = 0; i < MOST; i++) {
        z[i] = y[i] * by;
    }
    const answer a = ask(who, &q), b = ask(who, &by_it);
    assert_int_equal(a.status, b.status);
    for (size_t k = 0; a.status == OT_OK && k < a.n; k++) {
        if (!(fabs(b.x[k] - a.x[k] * by) <=
              (is_fitted(who) ? 1e-5 : 1e-12) * fabs(a.x[k] * by))) {
            fail_msg("%s, %zu values a year, times %g: figure %zu is %.17g, "
                     "not %.17g",
                     who->name, season, by, k, b.x[k], a.x[k] * by);
        }
    }
}

static void a_multiple_gives_that_multiple(void **state)
{
    const subject *who = *state;
    maker *const makers[] = {usual, balance, now_and_then};

    for (size_t s = 0; s < SEASONS; s++) {
        for (size_t i = 0; i < 3; i++) {
            check_scaled(who, makers[i], seasons[s], 1e-6);
            check_scaled(who, makers[i], seasons[s], 1e9);
        }
        check_scaled(who, usual, seasons[s], 1e-300);
        check_scaled(who, usual, seasons[s], 1e297);
        check_scaled(who, beyond_53_bits, seasons[s], 0x1p-50);
    }
}

static void assert_same(const answer *a, const answer *b)
{
    assert_int_equal(a->status, b->status);
    assert_int_equal(a->n, b->n);
    assert_string_equal(a->why, b->why);
    if (a->status == OT_OK) {
        assert_memory_equal(a->x, b->x, a->n * sizeof a->x[0]);
    }
}

static void what_is_to_come_is_not_known(void **state)
{
    const subject *who = *state;

    for (size_t s = 0; s < SEASONS; s++) {
        double y[MOST];
        const question q = fill(y, usual, long_of(seasons[s]), seasons[s]);
        const answer a = ask(who, &q);
        for (size_t i = q.n; i < MOST; i++) {
            y[i] = i % 2 == 0 ? NAN : 1e9;
        }
        const answer b = ask(who, &q);
        assert_int_equal(a.status, may_ask_any(who, &q) ? OT_OK : OT_E_DATA);
        assert_same(&a, &b);
    }
}

static void the_order_of_series_is_nothing(void **state)
{
    const subject *who = *state;

    for (size_t s = 0; s < SEASONS; s++) {
        double y[MOST], z[MOST];
        const size_t n = long_of(seasons[s]);
        const question one = fill(y, usual, n, seasons[s]);
        const question other = fill(z, up_and_down, n - 1, seasons[s]);
        const answer a = ask(who, &one), b = ask(who, &other);
        const answer c = ask(who, &other), d = ask(who, &one);
        assert_same(&a, &d);
        assert_same(&b, &c);
    }
}

typedef struct at_once {
    const subject *who;
    question q[SHAPES];
    answer a[SHAPES];
    double y[SHAPES][MOST];
} at_once;

static void ask_one(size_t i, void *context)
{
    at_once *all = context;

    all->a[i] = ask(all->who, &all->q[i]);
}

static void threads_do_not_matter(void **state)
{
    at_once *one = calloc(1, sizeof *one), *two = calloc(1, sizeof *two);

    assert_true(one != NULL && two != NULL);
    one->who = two->who = *state;
    for (size_t i = 0; i < SHAPES; i++) {
        one->q[i] = fill(one->y[i], shapes[i].make, 38, 4);
        two->q[i] = one->q[i];
    }
    ot__parallel(SHAPES, 1, ask_one, one);
    ot__parallel(SHAPES, 3, ask_one, two);
    for (size_t i = 0; i < SHAPES; i++) {
        assert_same(&one->a[i], &two->a[i]);
    }
    free(one);
    free(two);
}

// Numbers, or a sentence that says why there are none.
static void check_answer(const subject *who, const char *shape,
                         const question *q)
{
    const answer a = ask(who, q);

    if (a.status == OT_E_DATA && strlen(a.why) > 10 &&
        a.why[strlen(a.why) - 1] != '.') {
        return;
    }
    if (a.status != OT_OK) {
        fail_msg("%s, %s, %zu values, %zu a year: status %d, '%s'", who->name,
                 shape, q->n, q->season, (int)a.status, a.why);
    }
    for (size_t k = 0; k < a.n; k++) {
        if (!isfinite(a.x[k])) {
            fail_msg("%s, %s, %zu values, %zu a year: figure %zu is %g",
                     who->name, shape, q->n, q->season, k, a.x[k]);
        }
    }
}

static void numbers_or_a_reason(void **state)
{
    const subject *who = *state;
    double y[MOST];

    for (size_t i = 0; i < SHAPES; i++) {
        for (size_t s = 0; s < SEASONS; s++) {
            for (size_t n = 1; n <= 24; n++) {
                const question q = fill(y, shapes[i].make, n, seasons[s]);
                check_answer(who, shapes[i].name, &q);
            }
            const size_t n = long_of(seasons[s]);
            const question q = fill(y, shapes[i].make, n, seasons[s]);
            const question less = {y, n / 2 + 1, seasons[s]};
            check_answer(who, shapes[i].name, &q);
            check_answer(who, shapes[i].name, &less);
        }
    }
}

// What never changes goes on, and all of it is sure.
static void a_level_goes_on(void **state)
{
    const subject *who = *state;
    double y[MOST];

    for (size_t s = 0; s < SEASONS; s++) {
        const size_t season = seasons[s];
        for (size_t n = 1; n <= long_of(season); n += n < 24 ? 1 : 7) {
            const question q = fill(y, level, n, season);
            const answer a = ask(who, &q);
            const size_t means =
                who->method != NULL && who->method->spread == NULL ? a.n
                : who->method != NULL                              ? a.n / 2
                                                                   : 1;
            const double want =
                who->method != NULL ? 73.19 : 73.19 * (double)season;
            for (size_t k = 0; a.status == OT_OK && k < a.n; k++) {
                assert_true(k < means ? fabs(a.x[k] - want) < 1e-9 * want
                            : who->method != NULL ? fabs(a.x[k]) < 1e-6
                                                  : true);
            }
        }
    }
}

static void nothing_stays_nothing(void **state)
{
    const subject *who = *state;
    double y[MOST];

    for (size_t s = 0; s < SEASONS; s++) {
        for (size_t n = 1; n <= long_of(seasons[s]); n += n < 24 ? 1 : 7) {
            const question q = fill(y, nothing, n, seasons[s]);
            const answer a = ask(who, &q);
            for (size_t k = 0; a.status == OT_OK && k < a.n; k++) {
                assert_true(a.x[k] == 0);
            }
        }
    }
}

// Without a value below zero none is foreseen.
static void trade_is_not_below_zero(void **state)
{
    const subject *who = *state;
    maker *const makers[] = {usual, falling, now_and_then,
                             ended, a_step,  a_spike};
    double y[MOST];

    if (!is_fitted(who)) {
        return; // a line leads where it leads
    }
    for (size_t i = 0; i < sizeof makers / sizeof makers[0]; i++) {
        for (size_t s = 0; s < SEASONS; s++) {
            for (size_t n = 1; n <= long_of(seasons[s]); n += 5) {
                const question q = fill(y, makers[i], n, seasons[s]);
                const answer a = ask(who, &q);
                for (size_t k = 0; a.status == OT_OK && k < a.n; k++) {
                    assert_true(a.x[k] >= 0);
                }
            }
        }
    }
}

// The past starts after the last hole of more than a quarter of a year; a
// shorter one is filled; one in the known part of the period is refused.
static void ask_all(const ot_series *s, const ot_method *m, answer *a)
{
    ot_projection *p = NULL;
    ot_error err = {0};

    if (m == NULL) {
        ask_series(s, a);
        return;
    }
    *a = (answer){.status = ot_project(s, ot_period_year(2020), &p, &err)};
    strcpy(a->why, err.message);
    for (size_t i = 0; a->status == OT_OK && i < p->landings; i++) {
        if (p->landing[i].method == m && p->landing[i].served) {
            a->x[a->n++] = p->landing[i].total;
        }
    }
    ot_projection_free(p);
}

static void holes_end_the_past_or_are_filled(void **state)
{
    const subject *who = *state;

    if (who->method != NULL && !who->method->listed) {
        return; // is not asked of a series with holes
    }
    for (size_t s = 0; seasons[s] > 2; s++) {
        double y[MOST];
        const question q = fill(y, usual, long_of(seasons[s]), seasons[s]);
        const size_t at[] = {0, seasons[s], q.n / 3, q.n / 2};
        for (size_t i = 0; i < 4; i++) {
            const size_t length = seasons[s] / 4 + 1, from = at[i] + length;
            ot_series whole = series_for(&q), rest = whole;
            answer a, b;
            rest.first += whole.step * (int32_t)from;
            rest.y += from;
            rest.n -= from;
            for (size_t k = 0; k < length; k++) {
                y[at[i] + k] = NAN;
            }
            ask_all(&whole, who->method, &a);
            ask_all(&rest, who->method, &b);
            assert_int_equal(a.status, OT_OK);
            assert_same(&a, &b);
        }
        ot_series s_with = series_for(&q);
        answer a;
        y[3 * q.n / 4] = NAN;
        ask_all(&s_with, who->method, &a);
        assert_int_equal(a.status, OT_OK);
        assert_true(a.n == 0 || isfinite(a.x[0]));
        y[q.n - 2] = NAN;
        ask_all(&s_with, who->method, &a);
        assert_int_equal(a.status, OT_E_DATA);
        assert_non_null(strstr(a.why, "hole"));
    }
}

// ---- all of them -----------------------------------------------------------

static int law(const char *name, CMUnitTestFunction test)
{
    subject all[64];
    const size_t rows = ot_method_count();

    if (rows + 1 > sizeof all / sizeof all[0]) {
        return 1;
    }
    for (size_t i = 0; i < rows; i++) {
        all[i] = (subject){ot_method_at(i)->name, ot_method_at(i)};
    }
    all[rows] = (subject){"the landing", NULL};
    return run_table(name, all, rows + 1, sizeof all[0], test);
}

int main(void)
{
    return law("a multiple", a_multiple_gives_that_multiple) +
           law("what is to come", what_is_to_come_is_not_known) +
           law("order", the_order_of_series_is_nothing) +
           law("threads", threads_do_not_matter) +
           law("numbers or a reason", numbers_or_a_reason) +
           law("a level", a_level_goes_on) +
           law("nothing", nothing_stays_nothing) +
           law("not below zero", trade_is_not_below_zero) +
           law("holes", holes_end_the_past_or_are_filled);
}
