// SPDX-License-Identifier: GPL-3.0-or-later
// test_system_same.c - neither the order of claims nor the scale of all of them
// changes a verdict; what is implied can be put back; what is too much is not
// weighed, and everything else is.

#include "truth_support.h"

// Claims of a truth, and some of one in which all is half as much again.
static void make_wrong(made *m, uint64_t *state)
{
    truth t;

    make_truth(&t, state);
    make_claims(m, &t, 12, state);
    for (int q = 0; q < QUARTERS; q++) {
        for (int k = 0; k < 6; k++) {
            t.level[k / 3][k % 3][q] += t.level[k / 3][k % 3][q] / 2;
        }
    }
    make_claims(m, &t, MADE_MOST, state);
}

static bool same_verdict(const ot_account *a, const ot_account *b)
{
    return a->standing == b->standing && a->conflicts == b->conflicts &&
           a->slips == b->slips && a->rivals == b->rivals &&
           a->by_rounding == b->by_rounding && a->by_cut == b->by_cut;
}

static void the_order_of_claims_does_not_matter(void **state)
{
    uint64_t seed = UINT64_C(20240630);
    size_t against = 0;

    (void)state;
    for (int i = 0; i < 60; i++) {
        made m = {.n = 0};
        ot_claim mixed[MADE_MOST];
        size_t from[MADE_MOST];
        make_wrong(&m, &seed);
        for (size_t k = 0; k < m.n; k++) {
            from[k] = k;
        }
        for (size_t k = m.n; k-- > 1;) {
            const size_t z = (size_t)below(&seed, (int64_t)k + 1);
            const size_t was = from[k];
            from[k] = from[z];
            from[z] = was;
        }
        for (size_t k = 0; k < m.n; k++) {
            mixed[k] = m.claim[from[k]];
        }
        const ot_claims one = {"", m.claim, m.n, NULL};
        const ot_claims two = {"", mixed, m.n, NULL};
        ot_system *a = system_of(&one), *b = system_of(&two);
        for (size_t k = 0; k < m.n; k++) {
            assert_true(same_verdict(ot_system_account(a, from[k]),
                                     ot_system_account(b, k)));
            against += ot_system_account(b, k)->standing == OT_STANDS_AGAINST;
        }
        ot_system_free(a);
        ot_system_free(b);
    }
    assert_true(against > 10);
}

// A thousand times as much, said in the next word of scale.
static void rescale(made *m)
{
    for (size_t k = 0; k < m->n; k++) {
        char text[48];
        snprintf(text, sizeof text, "%s", m->stated[k]);
        char *scale = strstr(text, " million");
        const char *next = " bn USD";
        if (scale == NULL) {
            scale = strstr(text, " bn");
            next = " trillion USD";
        }
        if (scale != NULL) {
            snprintf(scale, sizeof text - (size_t)(scale - text), "%s", next);
        }
        snprintf(m->stated[k], sizeof m->stated[k], "%s", text);
        assert_int_equal(ot_figure_parse(text, strlen(text),
                                         (ot_decimal_form){0},
                                         &m->claim[k].figure, NULL),
                         OT_OK);
    }
}

static void the_scale_of_all_does_not_matter(void **state)
{
    uint64_t seed = UINT64_C(20241231);
    size_t against = 0;

    (void)state;
    for (int i = 0; i < 60; i++) {
        made m = {.n = 0};
        make_wrong(&m, &seed);
        const ot_claims claims = {"", m.claim, m.n, NULL};
        ot_system *a = system_of(&claims);
        rescale(&m);
        ot_system *b = system_of(&claims);
        for (size_t k = 0; k < m.n; k++) {
            assert_true(
                same_verdict(ot_system_account(a, k), ot_system_account(b, k)));
            against += ot_system_account(a, k)->standing == OT_STANDS_AGAINST;
        }
        ot_system_free(a);
        ot_system_free(b);
    }
    assert_true(against > 10);
}

static bool all_hold(const ot_system *system, size_t n)
{
    bool hold = true;

    for (size_t i = 0; i < n; i++) {
        const ot_account *a = ot_system_account(system, i);
        hold = hold && a->standing != OT_STANDS_AGAINST && !a->by_cut;
    }
    return hold;
}

// What the others imply of a figure can be: with the figure at either end of it
// all hold, and a bit beyond they do not.
static void what_is_implied_can_be_put_back(void **state)
{
    uint64_t seed = UINT64_C(20230331);
    size_t asked = 0;

    (void)state;
    for (int i = 0; i < 40; i++) {
        made m = {.n = 0};
        truth t;
        make_truth(&t, &seed);
        while (m.n < 8) { // a ratio holds its base above zero by one unit
            const bool came = make_claim(&m, &t, &seed);
            const ot_claim_kind kind = m.claim[m.n > 0 ? m.n - 1 : 0].kind;
            m.n -= came && kind != OT_CLAIM_LEVEL && kind != OT_CLAIM_CHANGE &&
                   kind != OT_CLAIM_AVERAGE;
        }
        const ot_claims claims = {"", m.claim, m.n, NULL};
        ot_system *whole = system_of(&claims);
        for (size_t k = 0; k < m.n; k++) {
            const ot_account *a = ot_system_account(whole, k);
            if (m.claim[k].kind != OT_CLAIM_LEVEL || !isfinite(a->implied.lo) ||
                !isfinite(a->implied.hi)) {
                continue;
            }
            const ot_figure was = m.claim[k].figure;
            const double ends[2] = {a->implied.lo, a->implied.hi};
            const double by = 1e-6 * (fabs(ends[0]) + fabs(ends[1]) + 1000);
            for (int e = 0; e < 2; e++) {
                for (int beyond = 0; beyond < 2; beyond++) {
                    const double x = ends[e] + (e == 0 ? -1 : 1) * beyond * by;
                    m.claim[k].figure.hedge = OT_HEDGE_EXACT;
                    m.claim[k].figure.usual =
                        ot_interval_around(x, beyond == 0 ? 1e-9 * fabs(x) : 0);
                    m.claim[k].figure.truncated = ot_interval_none();
                    ot_system *put = system_of(&claims);
                    assert_int_equal(all_hold(put, m.n), beyond == 0);
                    ot_system_free(put);
                    asked++;
                }
            }
            m.claim[k].figure = was;
        }
        ot_system_free(whole);
    }
    assert_true(asked > 20);
}

// 401 figures that hang together are too many; two that do not touch them are
// weighed as ever. So are they beside a year that lies in more stretches than a
// row can hold.
static void what_is_too_much_is_left_alone(void **state)
{
    enum { MANY = OT_TOGETHER_MOST + 200 };
    ot_claim *claim = calloc(MANY + 2, sizeof *claim);

    (void)state;
    assert_non_null(claim);
    for (int way = 0; way < 2; way++) {
        made m = {.n = 0};
        ot_claim *level = make(&m, OT_CLAIM_LEVEL, (ot_period){0, 1}, "5.0 bn");
        for (int i = 0; i < MANY; i++) {
            claim[i] = *level;
            claim[i].period = way == 0 ? (ot_period){12 * 2024, 12}
                                       : (ot_period){12 * 1900 + i, 1};
            claim[i].base = ot_period_year_before(claim[i].period);
        }
        claim[0].period =
            way == 0 ? claim[0].period : (ot_period){12 * 1900, MANY};
        for (int i = MANY; i < MANY + 2; i++) {
            claim[i] = *level;
            claim[i].reporter = ot_area_find("GEO", 3);
            claim[i].period = claim[i].base = (ot_period){12 * 2024, 12};
        }
        const ot_claims claims = {"", claim, MANY + 2, NULL};
        ot_system *system = system_of(&claims);
        for (size_t i = 0; i < MANY; i++) {
            const ot_account *a = ot_system_account(system, i);
            assert_int_equal(a->standing, OT_STANDS_ALONE);
            assert_true(a->why[0] != '\0');
        }
        for (size_t i = MANY; i < MANY + 2; i++) {
            assert_int_equal(ot_system_account(system, i)->standing,
                             OT_STANDS_UP);
        }
        ot_system_free(system);
    }
    free(claim);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_order_of_claims_does_not_matter),
        cmocka_unit_test(the_scale_of_all_does_not_matter),
        cmocka_unit_test(what_is_implied_can_be_put_back),
        cmocka_unit_test(what_is_too_much_is_left_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
