// SPDX-License-Identifier: GPL-3.0-or-later
// test_slips.c - sets of claims with one known slip, and sound ones. Those of
// the first twenty slips stand in test_system.c.

#include "claim_support.h"

#define HEAD                                                                   \
    "claim,kind,modality,partner,flow,period,base_period,stated,condition,"    \
    "parts\n"
#define CLAIM(kind, flow, period, stated)                                      \
    "," kind ",,RUS," flow "," period ",," stated ",,\n"
#define LEVEL(flow, period, stated)  CLAIM("level", flow, period, stated)
#define GROWTH(flow, period, stated) CLAIM("growth", flow, period, stated)
#define TIMES(flow, period, stated)  CLAIM("multiple", flow, period, stated)
#define CHANGE(flow, period, stated) CLAIM("change", flow, period, stated)
#define TWO(flow, was, is)           HEAD LEVEL(flow, "2023", was) LEVEL(flow, "2024", is)
#define SUM(x, m, t)                                                           \
    HEAD LEVEL("export", "2024", x) LEVEL("import", "2024", m)                 \
        LEVEL("turnover", "2024", t)
#define GAP(x, m, b)                                                           \
    HEAD LEVEL("export", "2024", x) LEVEL("import", "2024", m)                 \
        LEVEL("balance", "2024", b)

// ---- slips -----------------------------------------------------------------

typedef struct slip_case {
    const char *name, *claims;
    size_t guilty;
    ot_slip_kind kind;
    bool alone; // no other slip would do as well
} slip_case;

static const slip_case slip_cases[] = {
    // 3.50 x 1.114 = 3.90 are the imports; 7.30 - 3.90 = 3.40 the exports.
    {"exports printed as imports",
     HEAD LEVEL("import", "2023", "3.50 bn") GROWTH("import", "2024", "11.4 %")
         LEVEL("import", "2024", "3.90 bn") LEVEL("turnover", "2024", "7.30 bn")
             LEVEL("import", "2024", "3.40 bn"),
     4, OT_SLIP_FLOW, true},
    // 3.00 x 1.133 = 3.40; with 3.90 of imports the 7.30 are the turnover.
    {"turnover printed as exports",
     HEAD LEVEL("export", "2023", "3.00 bn") GROWTH("export", "2024", "13.3 %")
         LEVEL("import", "2024", "3.90 bn") LEVEL("turnover", "2024", "7.30 bn")
             LEVEL("export", "2024", "7.30 bn"),
     4, OT_SLIP_FLOW, true},
    // 3.40 + 3.90 = 7.30.
    {"exports printed as turnover", SUM("3.40 bn", "3.90 bn", "3.40 bn"), 2,
     OT_SLIP_FLOW, true},
    // Either of them could be the exports of 7.30 - 3.90 or 7.30 - 3.40.
    {"two imports and a turnover: either is exports",
     HEAD LEVEL("import", "2024", "3.90 bn") LEVEL(
         "turnover", "2024", "7.30 bn") LEVEL("import", "2024", "3.40 bn"),
     2, OT_SLIP_FLOW, false},
    // 9.00 are gross, or net and then gross 11.00: it cannot be told.
    {"exports gross of re-exports printed as net",
     HEAD LEVEL("export", "2024", "9.00 bn")
         LEVEL("re-export", "2024", "2.00 bn")
             LEVEL("domestic-export", "2024", "9.00 bn"),
     2, OT_SLIP_FLOW, false},
    // 6.00 x 1.25 = 7.50.
    {"a level one year too early",
     HEAD LEVEL("export", "2023", "6.00 bn") LEVEL("export", "2024", "7.50 bn")
         GROWTH("export", "2024", "25.0 %") LEVEL("export", "2023", "7.50 bn"),
     3, OT_SLIP_YEAR, true},
    // 4.00 x 1.2 = 4.80.
    {"a level one year too late",
     HEAD LEVEL("import", "2021", "4.00 bn") LEVEL("import", "2022", "4.80 bn")
         GROWTH("import", "2022", "20.0 %") LEVEL("import", "2022", "4.00 bn"),
     3, OT_SLIP_YEAR, true},
    // 4.20 / 4.00 = 1.05 of August; 4.20 / 3.50 = 1.2 of a year before.
    {"month on month printed as year on year",
     HEAD LEVEL("export", "2024-09", "4.20 bn") LEVEL(
         "export", "2024-08", "4.00 bn") LEVEL("export", "2023-09", "3.50 bn")
         GROWTH("export", "2024-09", "5.0 %"),
     3, OT_SLIP_BASE_PERIOD, true},
    // 8.40 / 4.20 = 2 of the half-year before; 8.40 / 3.30 = 2.5.
    {"the half-year before printed as the year before",
     HEAD LEVEL("export", "2024-H1", "8.40 bn") LEVEL(
         "export", "2023-H1", "3.30 bn") LEVEL("export", "2023-H2", "4.20 bn")
         TIMES("export", "2024-H1", "2.0 times"),
     3, OT_SLIP_BASE_PERIOD, true},
    // 2.00 + 2.20 + 2.40 = 6.60 are nine months.
    {"nine months printed as a half-year, by its quarters",
     HEAD LEVEL("export", "2024-Q1", "2.00 bn") LEVEL(
         "export", "2024-Q2", "2.20 bn") LEVEL("export", "2024-Q3", "2.40 bn")
         LEVEL("export", "2024-H1", "6.60 bn"),
     3, OT_SLIP_PERIOD, true},
    // 2.00 + 2.10 + 0.70.
    {"seven months printed as a half-year",
     HEAD LEVEL("export", "2024-Q1", "2.00 bn") LEVEL(
         "export", "2024-Q2", "2.10 bn") LEVEL("export", "2024-07", "0.70 bn")
         LEVEL("export", "2024-H1", "4.80 bn"),
     3, OT_SLIP_PERIOD, true},
    // 1.00 + 1.10 + 1.20 + 1.30 are the last twelve months.
    {"the last twelve months printed as a half-year",
     HEAD LEVEL("export", "2023-Q3", "1.00 bn") LEVEL(
         "export", "2023-Q4", "1.10 bn") LEVEL("export", "2024-Q1", "1.20 bn")
         LEVEL("export", "2024-Q2", "1.30 bn")
             LEVEL("export", "2024-H1", "4.60 bn"),
     4, OT_SLIP_PERIOD, true},
    // 10.00 in nine and in ten months, October 1.00: either period is wrong.
    {"nine or ten months",
     HEAD LEVEL("export", "2024-01/2024-09", "10.00 bn")
         LEVEL("export", "2024-10", "1.00 bn")
             LEVEL("export", "2024-01/2024-10", "10.00 bn"),
     2, OT_SLIP_PERIOD, false},
    // (8 - 4) / 4 = 100 %: 4 points.
    {"per cent of a growth printed as points",
     HEAD GROWTH("export", "2024", "8.0 %") GROWTH("export", "2023", "4.0 %")
         CLAIM("rate_change", "export", "2024", "100 points"),
     2, OT_SLIP_POINTS, true},
    // 62.5 + 31.2 = 93.7 billion, six powers of ten away.
    {"a turnover in thousand for billion",
     SUM("62.5 bn", "31.2 bn", "93.7 thousand"), 2, OT_SLIP_SCALE, true},
    {"a change in million for billion",
     TWO("export", "10.0 bn", "12.0 bn")
         CHANGE("export", "2024", "2.0 million"),
     2, OT_SLIP_SCALE, true},
    // 10 million to 12 million is 20 % as 10 to 12 billion is.
    {"one of two levels is in another scale",
     TWO("export", "10.0 million", "12.0 bn") GROWTH("export", "2024", "20 %"),
     0, OT_SLIP_SCALE, false},
    // 2.00 / 8.00 = 25 %: by 75.
    {"fell to a quarter, printed as by a quarter",
     TWO("import", "8.00 bn", "2.00 bn") GROWTH("import", "2024", "-25.0 %"), 2,
     OT_SLIP_BY_FOR_TO, true},
    // 12.5 / 5.0 = 250 %: by 150.
    {"rose to 250 %, printed as by 250 %",
     TWO("export", "5.00 bn", "12.50 bn") GROWTH("export", "2024", "250 %"), 2,
     OT_SLIP_BY_FOR_TO, true},
    // 2.1 / 6.3 = 1 / 3.
    {"three times printed of a third",
     TWO("import", "6.30 bn", "2.10 bn") TIMES("import", "2024", "3.0 times"),
     2, OT_SLIP_SIGN, true},
    // 4.00 / 5.00 = 0.8; over the new value it would be 25.
    {"a deficit that narrowed printed as wider",
     TWO("balance", "-5.00 bn", "-4.00 bn") GROWTH("balance", "2024", "20.0 %"),
     2, OT_SLIP_SIGN, true},
    // 437.1 + 678.2 = 1,115.3; or 473.1 + 678.2 = 1,151.3.
    {"two digits that changed places in one of two figures",
     SUM("437.1 bn", "678.2 bn", "1151.3 bn"), 2, OT_SLIP_DIGITS, false},
    // 437.1 + 678.4 = 1,115.5; 1,151.5 - 678.4 = 473.1 but for the deficit.
    {"two digits that changed places",
     GAP("437.1 bn", "678.4 bn", "-241.3 bn")
         LEVEL("turnover", "2024", "1151.5 bn"),
     3, OT_SLIP_DIGITS, true},
    {"a digit that got lost", SUM("437.1 bn", "678.2 bn", "115.3 bn"), 2,
     OT_SLIP_DIGITS, true},
    // 2,345 + 2,456 = 4,801.
    {"two digits of a year that changed places",
     HEAD LEVEL("export", "2024-H1", "2345 million")
         LEVEL("export", "2024-H2", "2456 million")
             LEVEL("export", "2024", "4081 million"),
     2, OT_SLIP_DIGITS, true},
    // (10.0 - 5.7) / 10.0 = 43 %; rightly 75.4.
    {"a rise over the new value, 5.7 to 10",
     TWO("import", "5.70 bn", "10.00 bn") GROWTH("import", "2024", "43.0 %"), 2,
     OT_SLIP_BASE, true},
    // 78.1 / 872.5 = 8.95.
    {"a fall over the new value, 950.6 to 872.5",
     TWO("export", "950.6 million", "872.5 million")
         GROWTH("export", "2024", "-9.0 %"),
     2, OT_SLIP_BASE, true},
};

static void test_slip(void **state)
{
    const slip_case *c = *state;
    ot_claims *claims = good_claims(c->claims);
    ot_system *system = NULL;
    bool found = false;

    assert_int_equal(ot_system_new(claims, NULL, &system, NULL), OT_OK);
    const ot_account *a = ot_system_account(system, c->guilty);
    assert_int_equal(a->standing, OT_STANDS_AGAINST);
    for (size_t i = 0; i < a->slips; i++) {
        found = found || a->slip[i].kind == c->kind;
    }
    assert_true(found);
    assert_int_equal(a->slips + a->rivals == 1, c->alone);
    ot_system_free(system);
    ot_claims_free(claims);
}

// ---- sound -----------------------------------------------------------------

typedef struct sound_case {
    const char *name, *claims;
} sound_case;

static const sound_case sound_cases[] = {
    {"4.3 to 6.1 is 41.9",
     TWO("import", "4.3 bn", "6.1 bn") GROWTH("import", "2024", "41.9 %")},
    {"11.86 to 12.48 is 5.2",
     TWO("export", "11.86 bn", "12.48 bn") GROWTH("export", "2024", "5.2 %")},
    {"950.6 to 872.5 is -8.2", TWO("import", "950.6 million", "872.5 million")
                                   GROWTH("import", "2024", "-8.2 %")},
    {"50.5 to 33.9 is -33",
     TWO("export", "50.5 bn", "33.9 bn") GROWTH("export", "2024", "-33 %")},
    {"3.0 to 3.0 is nothing",
     TWO("export", "3.0 bn", "3.0 bn") GROWTH("export", "2024", "0.0 %")},
    {"2.0 to 2.0 can be 4 by rounding",
     TWO("export", "2.0 bn", "2.0 bn") GROWTH("export", "2024", "4 %")},
    {"99.5 to 100.4 is 0.9",
     TWO("export", "99.5 bn", "100.4 bn") GROWTH("export", "2024", "0.9 %")},
    {"1.5 to 2.5 is 67",
     TWO("export", "1.5 bn", "2.5 bn") GROWTH("export", "2024", "67 %")},
    {"0.4 to 0.5 can be 57 by rounding",
     TWO("export", "0.4 bn", "0.5 bn") GROWTH("export", "2024", "57 %")},
    {"2 to 3 can be 133 by rounding",
     TWO("export", "2 bn", "3 bn") GROWTH("export", "2024", "133 %")},
    {"3.3 to 8.3 is 2.5 times",
     TWO("export", "3.3 bn", "8.3 bn") TIMES("export", "2024", "2.5 times")},
    {"2.0 to 5.8 nearly tripled", TWO("export", "2.0 bn", "5.8 bn") TIMES(
                                      "export", "2024", "nearly tripled")},
    {"4.1 to 8.4 doubled",
     TWO("export", "4.1 bn", "8.4 bn") TIMES("export", "2024", "doubled")},
    {"8.2 to 4.1 halved",
     TWO("export", "8.2 bn", "4.1 bn") TIMES("export", "2024", "halved")},
    {"1.9 to 7.1 is 3.7 times",
     TWO("import", "1.9 bn", "7.1 bn") TIMES("import", "2024", "3.7 times")},
    {"2.4 to 5.1 more than doubled",
     TWO("export", "2.4 bn", "5.1 bn")
         TIMES("export", "2024", "more than doubled")},
    {"10.4 to 12.4 can be 1.9",
     TWO("export", "10.4 bn", "12.4 bn") CHANGE("export", "2024", "1.9 bn")},
    {"10.4 to 12.4 can be 2.1",
     TWO("export", "10.4 bn", "12.4 bn") CHANGE("export", "2024", "2.1 bn")},
    {"a deficit of 5.7 to 7.2 is -1.5",
     TWO("balance", "-5.7 bn", "-7.2 bn") CHANGE("balance", "2024", "-1.5 bn")},
    {"-1.2 to 0.8 is 2.0",
     TWO("balance", "-1.2 bn", "0.8 bn") CHANGE("balance", "2024", "2.0 bn")},
    {"a deficit of 5.0 to 4.0 is -20",
     TWO("balance", "-5.0 bn", "-4.0 bn") GROWTH("balance", "2024", "-20 %")},
    {"1.3 and 2.3 can be 3.5", SUM("1.3 bn", "2.3 bn", "3.5 bn")},
    {"1.3 and 2.3 can be 3.7", SUM("1.3 bn", "2.3 bn", "3.7 bn")},
    {"0.5 and 2.6", SUM("0.5 bn", "2.6 bn", "3.1 bn")},
    {"0.45 and 2.64 in two digits", SUM("0.45 bn", "2.64 bn", "3.1 bn")},
    {"699.3 and 1,496.2 million",
     SUM("699.3 million", "1496.2 million", "2195.5 million")},
    {"thousand and million",
     SUM("62500 thousand", "31.2 million", "93.7 million")},
    {"20.5 less 25.7", GAP("20.5 bn", "25.7 bn", "-5.2 bn")},
    {"20.4 less 25.7 can be -5.2", GAP("20.4 bn", "25.7 bn", "-5.2 bn")},
    {"1.0 less 1.0 can be 0.1", GAP("1.0 bn", "1.0 bn", "0.1 bn")},
    {"halves of a year", HEAD LEVEL("export", "2024-H1", "2.21 bn")
                             LEVEL("export", "2024-H2", "2.45 bn")
                                 LEVEL("export", "2024", "4.66 bn")},
    {"quarters of a year", HEAD LEVEL("export", "2024-Q1", "1.1 bn")
                               LEVEL("export", "2024-Q2", "1.2 bn")
                                   LEVEL("export", "2024-Q3", "1.3 bn")
                                       LEVEL("export", "2024-Q4", "1.4 bn")
                                           LEVEL("export", "2024", "5.2 bn")},
    {"nine months, a quarter, a half",
     HEAD LEVEL("export", "2024-01/2024-09", "9.4 bn") LEVEL(
         "export", "2024-Q3", "3.2 bn") LEVEL("export", "2024-H1", "6.2 bn")},
    {"1.2 a month are 14.9 at most",
     HEAD CLAIM("average", "export", "2024", "1.2 bn")
         LEVEL("export", "2024", "14.9 bn")},
    {"0.95 a month are 11.4", HEAD CLAIM("average", "export", "2024", "0.95 bn")
                                  LEVEL("export", "2024", "11.4 bn")},
    {"a share that rose by 5.8 points",
     HEAD CLAIM("share", "export", "2023", "35.6 %")
         CLAIM("share", "export", "2024", "41.4 %")
             CLAIM("share_change", "export", "2024", "5.8 points")},
    {"growth that slowed by 3 points",
     HEAD GROWTH("export", "2024", "4.0 %") GROWTH("export", "2023", "7.0 %")
         CLAIM("rate_change", "export", "2024", "-3 points")},
    {"a record",
     HEAD LEVEL("export", "2023", "13.1 bn") LEVEL("export", "2024", "14.2 bn")
         CLAIM("rank", "export", "2024", "1")},
    {"three years in a row",
     HEAD LEVEL("export", "2022", "11.0 bn") LEVEL("export", "2023", "12.2 bn")
         LEVEL("export", "2024", "13.0 bn")
             CLAIM("run", "export", "2024", "2")},
    {"net of re-exports", HEAD LEVEL("export", "2024", "9.00 bn")
                              LEVEL("re-export", "2024", "2.00 bn")
                                  LEVEL("domestic-export", "2024", "7.00 bn")},
};

static void test_sound(void **state)
{
    const sound_case *c = *state;
    ot_claims *claims = good_claims(c->claims);
    ot_system *system = NULL;

    assert_int_equal(ot_system_new(claims, NULL, &system, NULL), OT_OK);
    for (size_t i = 0; i < claims->n; i++) {
        const ot_account *a = ot_system_account(system, i);
        assert_int_equal(a->standing, OT_STANDS_UP);
        assert_false(a->by_cut);
        assert_null(a->sense);
        assert_int_equal(a->slips, 0);
    }
    ot_system_free(system);
    ot_claims_free(claims);
}

int main(void)
{
    return RUN_TABLE("slips", slip_cases, test_slip) +
           RUN_TABLE("sound", sound_cases, test_sound);
}
