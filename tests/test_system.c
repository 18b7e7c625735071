// SPDX-License-Identifier: GPL-3.0-or-later
// test_system.c - small sets of claims against each other, worked by hand.

#include "claim_support.h"

#define HEAD                                                                   \
    "claim,kind,modality,partner,flow,period,base_period,stated,condition,"    \
    "parts\n"

// ---- slips -----------------------------------------------------------------

// Three figures, the last of which is wrong by one slip; its arithmetic in the
// comment. NOT_ONE: they add up.
#define NOT_ONE (-1)

typedef struct slip_case {
    const char *name, *claims;
    int guilty; // the claim, from 0
    int kind;   // an ot_slip_kind
} slip_case;

#define LEVEL(id, flow, period, stated)                                        \
    id ",level,,RUS," flow "," period ",," stated ",,\n"
#define GROWTH(id, flow, period, stated)                                       \
    id ",growth,,RUS," flow "," period ",," stated ",,\n"
#define TIMES(id, flow, period, stated)                                        \
    id ",multiple,,RUS," flow "," period ",," stated ",,\n"
#define CHANGE(id, flow, period, stated)                                       \
    id ",change,,RUS," flow "," period ",," stated ",,\n"
#define TWO(flow, was, is)                                                     \
    HEAD LEVEL("1", flow, "2023", was) LEVEL("2", flow, "2024", is)
#define SUM(x, m, t)                                                           \
    HEAD LEVEL("1", "export", "2024", x) LEVEL("2", "import", "2024", m)       \
        LEVEL("3", "turnover", "2024", t)

static const slip_case slip_cases[] = {
    // 100 (80.0 - 100.0) / 80.0 = -25; over the old value -20.
    {"a fall over the new value, 100 to 80",
     TWO("export", "100.0 bn", "80.0 bn")
         GROWTH("3", "export", "2024", "-25 %"),
     2, OT_SLIP_BASE},
    // (125 - 100) / 125 = 20 %.
    {"a rise over the new value, 100 to 125",
     TWO("export", "100.0 bn", "125.0 bn")
         GROWTH("3", "export", "2024", "20 %"),
     2, OT_SLIP_BASE},
    // (60 - 45) / 60 = 25 %; rightly 33.3.
    {"a rise over the new value, 45 to 60",
     TWO("import", "45.0 bn", "60.0 bn")
         GROWTH("3", "import", "2024", "25.0 %"),
     2, OT_SLIP_BASE},
    // (640 - 800) / 640 = -25 %; rightly -20.
    {"a fall over the new value, 800 to 640",
     TWO("import", "800 million", "640 million")
         GROWTH("3", "import", "2024", "-25.0 %"),
     2, OT_SLIP_BASE},
    // 7.5 / 2.5 = 3 times: it rose by 2 times what it was.
    {"twice more said of three times as much",
     TWO("export", "2.50 bn", "7.50 bn")
         TIMES("3", "export", "2024", "2.0 times"),
     2, OT_SLIP_BY_FOR_TO},
    // 9 / 2 = 4.5.
    {"3.5 times more said of 4.5 times as much",
     TWO("export", "2.00 bn", "9.00 bn")
         TIMES("3", "export", "2024", "3.5 times"),
     2, OT_SLIP_BY_FOR_TO},
    // 6.0 / 2.4 = 2.5, said as 3.5.
    {"3.5 times said of 2.5",
     TWO("import", "2.40 bn", "6.00 bn")
         TIMES("3", "import", "2024", "3.5 times"),
     2, OT_SLIP_BY_FOR_TO},
    // 150 % of the base is a rise of 50 %.
    {"a rise of 150 % to 150 %",
     TWO("export", "4.00 bn", "6.00 bn") GROWTH("3", "export", "2024", "150 %"),
     2, OT_SLIP_BY_FOR_TO},
    // 6.6 / 1.2 = 5.5: a rise of 450 %, said as 550.
    {"a rise of 550 % to 5.5 times",
     TWO("import", "1.200 bn", "6.600 bn")
         GROWTH("3", "import", "2024", "550 %"),
     2, OT_SLIP_BY_FOR_TO},
    {"a turnover in million for billion",
     SUM("4.2 bn", "3.1 bn", "7.3 million"), 2, OT_SLIP_SCALE},
    {"a turnover in billion for million",
     SUM("420 million", "310 million", "730 bn"), 2, OT_SLIP_SCALE},
    {"a turnover in thousand for million",
     SUM("62.5 million", "31.2 million", "93.7 thousand"), 2, OT_SLIP_SCALE},
    {"a turnover in trillion for billion",
     SUM("0.9 trillion", "1.4 trillion", "2.3 bn"), 2, OT_SLIP_SCALE},
    {"a year in million for billion",
     HEAD LEVEL("1", "export", "2024-H1", "2.21 bn")
         LEVEL("2", "export", "2024-H2", "2.45 bn")
             LEVEL("3", "export", "2024", "4.66 million"),
     2, OT_SLIP_SCALE},
    // 5.0 - 3.9 = +1.1.
    {"a deficit for a surplus",
     HEAD LEVEL("1", "export", "2024", "5.0 bn")
         LEVEL("2", "import", "2024", "3.9 bn")
             LEVEL("3", "balance", "2024", "-1.1 bn"),
     2, OT_SLIP_SIGN},
    {"a surplus for a deficit",
     HEAD LEVEL("1", "export", "2024", "2.25 bn")
         LEVEL("2", "import", "2024", "6.50 bn")
             LEVEL("3", "balance", "2024", "4.25 bn"),
     2, OT_SLIP_SIGN},
    // 100 (8.2 - 9.0) / 9.0 = -8.9.
    {"a rise that is a fall",
     TWO("export", "9.00 bn", "8.20 bn") GROWTH("3", "export", "2024", "8.9 %"),
     2, OT_SLIP_SIGN},
    {"a fall that is a rise",
     TWO("export", "8.00 bn", "10.00 bn")
         GROWTH("3", "export", "2024", "-25 %"),
     2, OT_SLIP_SIGN},
    {"an increase that is a decrease",
     TWO("import", "8.00 bn", "6.50 bn")
         CHANGE("3", "import", "2024", "1.5 bn"),
     2, OT_SLIP_SIGN},
    // 9M = 6.2 + 3.2, said of the first half.
    {"nine months said of a half-year",
     HEAD LEVEL("1", "export", "2024-01/2024-09", "9.40 bn")
         LEVEL("2", "export", "2024-Q3", "3.20 bn")
             LEVEL("3", "export", "2024-H1", "9.40 bn"),
     2, OT_SLIP_PERIOD},
    // Right to the last: none of these clash.
    {"3.4 + 2.6 rounded up to 6.1", SUM("3.4 bn", "2.6 bn", "6.1 bn"), 0,
     NOT_ONE},
    {"1.25 and 2.25 on ties", SUM("1.3 bn", "2.3 bn", "3.5 bn"), 0, NOT_ONE},
    {"8.2 to 8.9 is 7 to 10 % by rounding",
     TWO("export", "8.2 bn", "8.9 bn") GROWTH("3", "export", "2024", "7.3 %"),
     0, NOT_ONE},
    {"doubled, from 4.1 to 8.4",
     TWO("export", "4.1 bn", "8.4 bn") TIMES("3", "export", "2024", "doubled"),
     0, NOT_ONE},
    {"up 1.9 bn to 12.4 from 10.4",
     TWO("import", "10.4 bn", "12.4 bn")
         CHANGE("3", "import", "2024", "1.9 bn"),
     0, NOT_ONE},
};

static ot_system *weigh(const ot_claims *claims)
{
    ot_system *system = NULL;
    ot_error err = {0};

    if (ot_system_new(claims, NULL, &system, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    return system;
}

static void test_slip(void **state)
{
    const slip_case *c = *state;
    ot_claims *claims = good_claims(c->claims);
    ot_system *system = weigh(claims);

    for (size_t i = 0; i < claims->n; i++) {
        const ot_account *a = ot_system_account(system, i);
        if (c->kind == NOT_ONE) {
            assert_int_equal(a->standing, OT_STANDS_UP);
            assert_false(a->by_cut);
        }
    }
    if (c->kind != NOT_ONE) {
        const ot_account *a = ot_system_account(system, (size_t)c->guilty);
        bool found = false;
        assert_int_equal(a->standing, OT_STANDS_AGAINST);
        for (size_t i = 0; i < a->slips; i++) {
            found = found || (int)a->slip[i].kind == c->kind;
        }
        assert_true(found);
    }
    ot_system_free(system);
    ot_claims_free(claims);
}

// ---- the founding passage --------------------------------------------------

// 8.3 to 8.4 in nine months; 14 to 16 in twelve at the same pace.
static void the_founding_passage(void **state)
{
    ot_claims *claims = NULL;
    ot_interval range;
    ot_quantity q;

    (void)state;
    assert_int_equal(
        ot_claims_read("datasets/claims/kazan-2024.csv", NULL, &claims, NULL),
        OT_OK);
    ot_system *system = weigh(claims);
    const ot_account *a = ot_system_account(system, 2);
    assert_int_equal(ot_system_account(system, 0)->standing, OT_STANDS_UP);
    assert_int_equal(ot_system_account(system, 1)->standing, OT_STANDS_UP);
    assert_int_equal(a->standing, OT_STANDS_AGAINST);
    assert_int_equal(a->conflicts, 2);
    assert_int_equal(a->conflict[0] + a->conflict[1], 1 + 2);
    // 14 - 8.4, 16 - 8.3; over three months, over 8.4 / 9 and 8.3 / 9 a month.
    assert_close(a->pace.need.lo, 5.6e9, 1e-12);
    assert_close(a->pace.need.hi, 7.7e9, 1e-12);
    assert_close(a->pace.of_average.lo, 2, 1e-12);
    assert_close(a->pace.of_average.hi, 7.7 / 3 / (8.3 / 9), 1e-12);
    // 12 x 8.3 / 16, 12 x 8.4 / 14.
    assert_close(a->pace.months.lo, 6.225, 1e-12);
    assert_close(a->pace.months.hi, 7.2, 1e-12);
    assert_int_equal(a->pace.fits, 1u << 7);
    assert_int_equal(a->pace.near, 1u << 6 | 1u << 7);
    assert_int_equal(a->pace.customary, 6);
    assert_int_equal(a->slip[0].kind, OT_SLIP_PERIOD);
    assert_int_equal(a->slip[0].period.months, 6);
    // 8.3 / 2.6, 8.4 / 2.5.
    assert_int_equal(ot_quantity_parse("turnover ARM RUS 9M2023", &q, NULL),
                     OT_OK);
    assert_int_equal(ot_system_imply(system, &q, &range, NULL), OT_OK);
    assert_close(range.lo, 8.3e9 / 2.6, 1e-12);
    assert_close(range.hi, 8.4e9 / 2.5, 1e-12);
    ot_system_free(system);
    ot_claims_free(claims);
}

// "Exports rose by a third to 12.4 bn, on track for 18 bn": a third is 30.83 to
// 35.83 per cent, 12.4 is 12.35 to 12.45, 18 is 17.5 to 18.5.
static void no_period_is_said(void **state)
{
    ot_claims *claims =
        good_claims("kind,modality,flow,period,stated\n"
                    "growth,,export,,a third\nlevel,,export,,12.4 bn\n"
                    "level,projected,export,,18 bn\n");
    ot_system *system = weigh(claims);
    const ot_account *rise = ot_system_account(system, 0);
    const ot_account *track = ot_system_account(system, 2);

    (void)state;
    assert_close(rise->base.lo, 12.35e9 / (1 + 1 / 3.0 + 0.025), 1e-8);
    assert_close(rise->base.hi, 12.45e9 / (1 + 1 / 3.0 - 0.025), 1e-8);
    assert_int_equal(track->standing, OT_STANDS_OPEN);
    assert_true(track->pace.unsaid);
    assert_close(track->pace.months.lo, 12 * 12.35 / 18.5, 1e-12);
    assert_close(track->pace.months.hi, 12 * 12.45 / 17.5, 1e-12);
    // (18 - 12.4) / 3 over 12.4 / 9.
    assert_int_equal(track->pace.so_far.months, 9);
    assert_close(track->pace.of_average_at, 5.6 / 3 / (12.4 / 9), 1e-12);
    ot_system_free(system);
    ot_claims_free(claims);
}

// Exports 2.39 to 1.9, imports 3.7 times to 7.1, all trade 2.1 times. As 3.7
// times: 9.0 / (2.39 + 7.1 / 3.7) = 2.09. As 4.7: 9.0 / (2.39 + 1.51) = 2.31.
static void by_so_many_times_is_to_so_many_times(void **state)
{
    ot_claims *claims = good_claims(
        HEAD LEVEL("1", "export", "2023", "2.39 bn")
            LEVEL("2", "export", "2024", "1.9 bn")
                LEVEL("3", "import", "2024", "7.1 bn")
                    TIMES("4", "import", "2024", "3.7 times")
                        TIMES("5", "turnover", "2024", "2.1 times"));
    ot_system *system = weigh(claims);

    (void)state;
    for (size_t i = 3; i < 5; i++) {
        const ot_account *a = ot_system_account(system, i);
        assert_int_equal(a->standing, OT_STANDS_UP);
        assert_true(a->tried_sense && a->refuted_sense);
    }
    ot_system_free(system);
    ot_claims_free(claims);
}

// 699.3 + 1,496.2 = 2,195.5 million is 2.20 bn; cut it is 2.19.
static void a_figure_that_was_cut(void **state)
{
    ot_claims *claims =
        good_claims(SUM("699.3 million", "1496.2 million", "2.19 bn"));
    ot_system *system = weigh(claims);

    (void)state;
    assert_int_equal(ot_system_account(system, 2)->standing, OT_STANDS_UP);
    assert_true(ot_system_account(system, 2)->by_cut);
    ot_system_free(system);
    ot_claims_free(claims);
}

// A share from 35.6 to 41.4 rose by 5.8 points, or by 16.3 per cent.
static void points_and_per_cent_of_a_share(void **state)
{
    static const char *const stated[] = {"5.8 points", "16.3 points"};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        char text[400];
        snprintf(text, sizeof text,
                 HEAD "1,share,,RUS,export,2023,,35.6 %%,,\n"
                      "2,share,,RUS,export,2024,,41.4 %%,,\n"
                      "3,share_change,,RUS,export,2024,,%s,,\n",
                 stated[i]);
        ot_claims *claims = good_claims(text);
        ot_system *system = weigh(claims);
        const ot_account *a = ot_system_account(system, 2);
        assert_int_equal(a->standing,
                         i == 0 ? OT_STANDS_UP : OT_STANDS_AGAINST);
        assert_int_equal(a->slips, i);
        assert_true(i == 0 || a->slip[0].kind == OT_SLIP_POINTS);
        ot_system_free(system);
        ot_claims_free(claims);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_founding_passage),
        cmocka_unit_test(no_period_is_said),
        cmocka_unit_test(by_so_many_times_is_to_so_many_times),
        cmocka_unit_test(a_figure_that_was_cut),
        cmocka_unit_test(points_and_per_cent_of_a_share),
    };

    return RUN_TABLE("slips", slip_cases, test_slip) +
           cmocka_run_group_tests(tests, NULL, NULL);
}
