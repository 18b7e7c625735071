// SPDX-License-Identifier: GPL-3.0-or-later
// test_check_history.c - ranks, runs, averages, balances and comparisons
// against US trade with its partners.
//
// All figures in comments were added up from datasets/us-partners.csv by awk.

#include "claim_support.h"

#include "claim/claims.h"

#define DATA "datasets/us-partners.csv"
#define HEAD                                                                   \
    "kind,reporter,partner,flow,period,base_period,stated,unit,base_flow,"     \
    "base_partner\n"

typedef struct history_case {
    const char *name, *row;
    ot_verdict verdict;
    ot_only_if only_if;
    double mid;
    size_t compared; // 0: not looked at
} history_case;

static const history_case history_cases[] = {
    // Imports from Mexico: 45.48 bn in October 2024; 44.17 in
    // September and 43.89 in May were the largest before. 141 months stand
    // before it.
    {"a record month is the largest of all months",
     "rank,USA,MEX,import,2024-10,,record,,,", OT_AGREES, OT_ONLY_IF_NOTHING, 1,
     141},
    // To Germany 5.165 bn in December 2024, 6.055 a year before.
    {"a month in which it was larger a year before is none",
     "rank,USA,DEU,export,2024-12,,record,,,", OT_DIFFERS, OT_ONLY_IF_NOTHING,
     53, 143},
    // To Germany: 6.764 bn, behind 7.511, 6.799, 6.766 of other months; the
    // Octobers before were 4.04 to 6.59.
    {"a record for an October alone", "rank,USA,DEU,export,2024-10,,record,,,",
     OT_AGREES, OT_ONLY_IF_LOOSELY, 1, 11},
    // 505.5 bn in 2024; 472.9 in 2023.
    {"a record year", "rank,USA,MEX,import,2024,,record,,,", OT_AGREES,
     OT_ONLY_IF_NOTHING, 1, 11},
    {"nine months beside nine months", "rank,USA,MEX,import,9M2024,,record,,,",
     OT_AGREES, OT_ONLY_IF_NOTHING, 1, 11},
    // A deficit of 418.2 bn with China in 2018; 375.2 in 2017 was the deepest
    // before.
    {"a record deficit is the deepest", "rank,USA,CHN,balance,2018,,record,,,",
     OT_AGREES, OT_ONLY_IF_NOTHING, 1, 5},
    // 279.6 bn in 2023: 308.0 in 2020 was the least before.
    {"the smallest deficit", "rank,USA,CHN,balance,2023,,smallest,,,",
     OT_AGREES, OT_ONLY_IF_NOTHING, -1, 10},
    // From China: 29.92 bn in March 2024, 19.64 in March 2020, the least in
    // between 30.57 in February 2023; 29.81 in March 2016.
    {"the lowest since it was lower",
     "rank,USA,CHN,import,2024-03,2020-03,smallest,,,", OT_AGREES,
     OT_ONLY_IF_NOTHING, -1, 47},
    {"the lowest since a year that holds such a month",
     "rank,USA,CHN,import,2024-03,2020,smallest,,,", OT_AGREES,
     OT_ONLY_IF_NOTHING, -1, 38},
    {"not since a month that was higher",
     "rank,USA,CHN,import,2024-03,2023-02,smallest,,,", OT_DIFFERS,
     OT_ONLY_IF_NOTHING, -1, 12},
    {"not since a month before others that were lower",
     "rank,USA,CHN,import,2024-03,2016-03,smallest,,,", OT_DIFFERS,
     OT_ONLY_IF_NOTHING, -3, 95},
    {"not to be told since a year that is not in the files",
     "rank,USA,CHN,import,2024-03,2009,smallest,,,", OT_NOT_CHECKED,
     OT_ONLY_IF_NOTHING, -5, 0},
    // 2024 turnover: Mexico 839.6, Canada 761.8, China 582.0, Germany 236.1,
    // Japan 227.3. Imports: Mexico 505.5, China 438.7, Canada 411.9.
    {"the largest partner", "rank,USA,MEX,turnover,2024,,largest partner,,,",
     OT_AGREES, OT_ONLY_IF_NOTHING, 1, 21},
    {"the second largest supplier",
     "rank,USA,CHN,import,2024,,second largest supplier,,,", OT_AGREES,
     OT_ONLY_IF_NOTHING, 2, 21},
    {"no partner that is behind another",
     "rank,USA,CAN,turnover,2024,,largest partner,,,", OT_DIFFERS,
     OT_ONLY_IF_NOTHING, 2, 21},
    {"a place that partners outside the files may push down",
     "rank,USA,DEU,turnover,2024,,5th largest partner,,,", OT_NOT_CHECKED,
     OT_ONLY_IF_NOTHING, 4, 0},
    // From Mexico, April to June 2024 above a year before, March below.
    {"the third month in a row", "run,USA,MEX,import,2024-06,,3,,,", OT_AGREES,
     OT_ONLY_IF_NOTHING, 3, 0},
    {"no fourth", "run,USA,MEX,import,2024-06,,4,,,", OT_DIFFERS,
     OT_ONLY_IF_NOTHING, 3, 0},
    // From China, March to May 2024 below a year before; April and May above
    // the month before.
    {"a run of falls", "run,USA,CHN,import,2024-05,,-3,,,", OT_AGREES,
     OT_ONLY_IF_NOTHING, -3, 0},
    {"a rise for the third month it was not",
     "run,USA,CHN,import,2024-05,,3,,,", OT_DIFFERS, OT_ONLY_IF_NOTHING, -3, 0},
    {"a run of months on the month before", "run,USA,CHN,import,2024-05,,2,,,",
     OT_AGREES, OT_ONLY_IF_NOTHING, 2, 0},
    // 334.03 bn to Mexico in 2024: 27.836 a month, 0.9127 a day of 366.
    {"an average month", "average,USA,MEX,export,2024,,27.84,bn USD,,",
     OT_AGREES, OT_ONLY_IF_NOTHING, 27.8360e9, 0},
    {"an average day of the calendar",
     "average,USA,MEX,export,2024,,912.7,mln USD/day,,", OT_AGREES,
     OT_ONLY_IF_NOTHING, 0.9127e9, 0},
    // -295.515 bn in 2024, -279.611 in 2023.
    {"a deficit", "level,USA,CHN,balance,2024,,-295.5,bn USD,,", OT_AGREES,
     OT_ONLY_IF_NOTHING, -295.515e9, 0},
    {"it widened", "change,USA,CHN,balance,2024,,-15.9,bn USD,,", OT_AGREES,
     OT_ONLY_IF_NOTHING, -15.904e9, 0},
    {"by so much of its size", "growth,USA,CHN,balance,2024,,5.7 %,,,",
     OT_AGREES, OT_ONLY_IF_NOTHING, 5.688, 0},
    // To Germany 6.447 bn in June 2024, 6.248 in May.
    {"on the month before", "growth,USA,DEU,export,2024-06,2024-05,3.2 %,,,",
     OT_AGREES, OT_ONLY_IF_NOTHING, 3.197, 0},
    // Exports to Mexico 334.0 bn, imports from it 505.5; to Canada 349.9.
    {"exports beside imports", "share,USA,MEX,export,2024,,66.1 %,,import,",
     OT_AGREES, OT_ONLY_IF_NOTHING, 66.08, 0},
    {"more than to another country",
     "change,USA,CAN,export,2024,,15.9,bn USD,,MEX", OT_AGREES,
     OT_ONLY_IF_NOTHING, 15.876e9, 0},
    {"so many times as much as to another",
     "multiple,USA,MEX,import,2024,,1.15 times,,,CHN", OT_AGREES,
     OT_ONLY_IF_NOTHING, 1.152, 0},
    {"no share of a world that is not in the files",
     "share,USA,CHN,import,2024,,13.4 %,,,", OT_NOT_CHECKED, OT_ONLY_IF_NOTHING,
     NAN, 0},
    {"a rank of growth rates is not worked out",
     "rank,USA,CHN,import,2024,,fastest,,,", OT_NOT_CHECKED, OT_ONLY_IF_NOTHING,
     NAN, 0},
};

static ot_panel *panel;

static void test_history(void **state)
{
    const history_case *c = *state;
    const ot_check_options how = {.date = OT_DAY_LATEST};
    char text[300];
    ot_checking *k = NULL;

    snprintf(text, sizeof text, HEAD "%s\n", c->row);
    ot_claims *claims = good_claims(text);
    assert_int_equal(ot_check(claims, panel, &how, &k, NULL), OT_OK);
    const ot_finding *f = &k->finding[0];
    if (f->verdict != c->verdict) {
        fail_msg("%s, not %s: %s", ot_verdict_word(f->verdict),
                 ot_verdict_word(c->verdict), f->why);
    }
    assert_int_equal(f->only_if, c->only_if);
    assert_close(f->mid, c->mid, 1e-3);
    if (c->compared > 0) {
        assert_int_equal(f->history.compared, c->compared);
    }
    ot_checking_free(k);
    ot_claims_free(claims);
}

// ---- ranks in words ---------------------------------------------------------

typedef struct words_case {
    const char *name; // as a claims file states it
    int rank;
    bool of_partners, of_rates;
    const char *text; // as it is written again
} words_case;

static const words_case words_cases[] = {
    {"record", 1, false, false, "record"},
    {"a record", 1, false, false, "record"},
    {"the highest", 1, false, false, "record"},
    {"record low", -1, false, false, "smallest"},
    {"the lowest", -1, false, false, "smallest"},
    {"third smallest", -3, false, false, "third smallest"},
    {"second", 2, false, false, "second largest"},
    {"largest trading partner", 1, true, false, "largest partner"},
    {"third largest partner", 3, true, false, "third largest partner"},
    {"12th largest partner", 12, true, false, "12th largest partner"},
    {"fastest", 1, false, true, "fastest"},
};

static void test_words(void **state)
{
    const words_case *c = *state;
    char text[OT_RANK_SIZE];
    ot_claim claim = {.of_partners = false};

    assert_true(ot__rank_parse(ot__str(c->name), &claim));
    assert_close(claim.figure.point, c->rank, 0);
    assert_int_equal(claim.of_partners, c->of_partners);
    assert_int_equal(claim.of_rates, c->of_rates);
    ot__rank_text(c->rank, c->of_partners, c->of_rates, text);
    assert_string_equal(text, c->text);
    assert_true(ot__rank_parse(ot__str(text), &claim));
    assert_close(claim.figure.point, c->rank, 0);
}

static void what_is_no_rank_is_none(void **state)
{
    (void)state;
    static const char *const none[] = {"",  "3",   "5 %",          "largely",
                                       "a", "the", "third country"};
    ot_claim claim;

    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        memset(&claim, 0, sizeof claim);
        assert_false(ot__rank_parse(ot__str(none[i]), &claim));
    }
}

int main(void)
{
    const struct CMUnitTest rest[] = {
        cmocka_unit_test(what_is_no_rank_is_none),
    };

    panel = panel_of(DATA);
    const int failed = RUN_TABLE("history", history_cases, test_history) +
                       RUN_TABLE("ranks in words", words_cases, test_words) +
                       cmocka_run_group_tests_name("words", rest, NULL, NULL);
    ot_panel_free(panel);
    return failed;
}
