// SPDX-License-Identifier: GPL-3.0-or-later
// test_sentence.c - sentences from data: their words, and the law that each
// passes our own checks, against the data and by itself.

#include "claim_support.h"

#define US     "datasets/us-partners.csv"
#define RUSSIA "datasets/armenia-russia.csv"

static ot_view *view_of(const ot_panel *panel, const char *reporter,
                        const char *partner, const char *flow)
{
    const ot_selection s = {.reporter = ot_panel_area_find(panel, reporter),
                            .partner = ot_panel_area_find(panel, partner),
                            .flow = ot_flow_find(flow, strlen(flow)),
                            .basis = "origin",
                            .as_of = OT_DAY_LATEST};
    ot_view *view = NULL;

    assert_int_equal(ot_panel_select(panel, &s, &view, NULL), OT_OK);
    return view;
}

static ot_period period_of(const char *text)
{
    ot_period p = {0, 0};

    if (text[0] != '\0') {
        assert_int_equal(ot_period_parse(text, strlen(text), 1, &p, NULL),
                         OT_OK);
    }
    return p;
}

// ---- words ------------------------------------------------------------------

typedef struct words_case {
    const char *name, *period, *base, *sentence;
} words_case;

// Made up, million dollars, each up to 0.05 off; growth from 20.0 to 21.0 is
// then 4.5 to 5.5 %, from 21.0 to 16.8 it is -20.4 to -19.6 %, 67.2 over 20.0
// is 3.349 to 3.371, and a sum of two is up to 0.1 off.
static const char data[] = "reporter,partner,flow,commodity,period,value,unit\n"
                           "ARM,NLD,export,TOTAL,2015,20.0,USD million\n"
                           "ARM,NLD,export,TOTAL,2016,21.0,USD million\n"
                           "ARM,NLD,export,TOTAL,2017,16.8,USD million\n"
                           "ARM,NLD,export,TOTAL,2018,16.8,USD million\n"
                           "ARM,NLD,export,TOTAL,2019,32.0,USD million\n"
                           "ARM,NLD,export,TOTAL,2020,67.2,USD million\n"
                           "ARM,NLD,export,TOTAL,2021,193.0,USD million\n"
                           "ARM,NLD,export,TOTAL,2022,1931.0,USD million\n"
                           "ARM,NLD,export,TOTAL,2023,0.0,USD million\n"
                           "ARM,NLD,export,TOTAL,2024,1.0,USD million\n"
                           "ARM,WLD,export,TOTAL,2021,1544.0,USD million\n"
                           "ARM,NLD,import,TOTAL,2021,200.0,USD million\n"
                           "ARM,NLD,import,TOTAL,2022,1000.0,USD million\n";

static const words_case exports[] = {
    {"a first year has nothing to be compared with", "2015", "",
     "In 2015 Armenia's exports to the Netherlands amounted to 20.0 million US "
     "dollars."},
    {"a rise", "2016", "",
     "In 2016 Armenia's exports to the Netherlands rose about 5 % to 21.0 "
     "million "
     "US dollars, from 20.0 million a year earlier."},
    {"a fall", "2017", "",
     "In 2017 Armenia's exports to the Netherlands fell 20 % to 16.8 million "
     "US dollars, from 21.0 million a year earlier."},
    {"no change", "2018", "",
     "In 2018 Armenia's exports to the Netherlands amounted to 16.8 million US "
     "dollars, against 16.8 million a year earlier."},
    {"32.0 is 1.905 times 16.8, some 1.900 to 1.910 as they are rounded",
     "2019", "",
     "In 2019 Armenia's exports to the Netherlands nearly doubled to 32.0 "
     "million US dollars, from 16.8 million a year earlier, a rise of about 90 "
     "%."},
    {"67.2 is 2.1 times 32.0: a record of five years", "2020", "",
     "In 2020 Armenia's exports to the Netherlands more than doubled to a "
     "record 67.2 million US dollars, from 32.0 million a year earlier, 2.10 "
     "times as much."},
    {"193.0 is 2.872 times 67.2, and an eighth of 1,544", "2021", "",
     "In 2021 Armenia's exports to the Netherlands nearly tripled to a record "
     "193.0 million US dollars, from 67.2 million a year earlier, 2.87 times "
     "as much; that was 12.5 % of all Armenia's exports."},
    {"ten times as much", "2022", "",
     "In 2022 Armenia's exports to the Netherlands reached a record 1.93 "
     "billion US dollars, from 193.0 million a year earlier, 10.01 times as "
     "much."},
    {"from nothing there is no growth", "2024", "",
     "In 2024 Armenia's exports to the Netherlands amounted to 1.0 million US "
     "dollars."},
    {"against another year", "2020", "2015",
     "In 2020 Armenia's exports to the Netherlands more than tripled to a "
     "record 67.2 million US dollars, from 20.0 million in 2015, 3.4 times as "
     "much."},
};

static char *tell(const char *flow, const char *period, const char *base)
{
    ot_panel *panel = panel_from(data);
    ot_view *view = view_of(panel, "ARM", "NLD", flow);
    const ot_sentence_options how = {period_of(period), period_of(base),
                                     OT_DAY_LATEST};
    char *sentence = NULL;

    assert_int_equal(ot_sentence_growth(panel, view, &how, &sentence, NULL),
                     OT_OK);
    ot_view_free(view);
    ot_panel_free(panel);
    return sentence;
}

static void test_words(void **state)
{
    const words_case *c = *state;
    char *sentence = tell("export", c->period, c->base);

    assert_string_equal(sentence, c->sentence);
    free(sentence);
}

// 193 - 200 and 1,931 - 1,000.
static void a_deficit_that_became_a_surplus(void **state)
{
    (void)state;
    char *sentence = tell("balance", "2022", "");

    assert_string_equal(
        sentence, "In 2022 Armenia's trade surplus with the Netherlands "
                  "amounted to 931 million US dollars, against a deficit of "
                  "7 million a year earlier.");
    free(sentence);
}

static void a_turnover_and_its_parts(void **state)
{
    (void)state;
    char *sentence = tell("turnover", "2021", "");

    assert_string_equal(sentence,
                        "In 2021 Armenia's trade turnover with the Netherlands "
                        "amounted to 393 million US dollars (exports 193.0 "
                        "million, imports 200.0 million).");
    free(sentence);
}

static void what_is_not_known_is_not_told(void **state)
{
    (void)state;
    ot_panel *panel = panel_from(data);
    ot_view *view = view_of(panel, "ARM", "NLD", "export");
    ot_sentence_options how = {.period = period_of("2025"),
                               .as_of = OT_DAY_LATEST};
    char *sentence = NULL;
    ot_error err = {0};

    assert_int_equal(ot_sentence_growth(panel, view, &how, &sentence, &err),
                     OT_E_DATA);
    assert_non_null(strstr(err.message, "2025 is not in the files"));
    how.period = period_of("2023");
    assert_int_equal(ot_sentence_growth(panel, view, &how, &sentence, NULL),
                     OT_E_DATA);
    assert_null(sentence);
    ot_view_free(view);
    ot_panel_free(panel);
}

// ---- the law ----------------------------------------------------------------

typedef struct count {
    size_t sentences, figures, agree, loosely, unchecked;
} count;

// A sentence stands up by itself.
static void stands_alone(const char *sentence, const ot_claims *claims)
{
    ot_checking *k = NULL;

    assert_int_equal(ot_check_alone(claims, NULL, &k, NULL), OT_OK);
    for (size_t i = 0; i < k->n; i++) {
        if (k->finding[i].verdict == OT_CLASHES) {
            fail_msg("%s: '%s' clashes", sentence, claims->claim[i].said.quote);
        }
    }
    ot_checking_free(k);
}

static void agrees(const ot_panel *panel, const char *sentence, count *n)
{
    const ot_check_options how = {.date = OT_DAY_LATEST};
    ot_claims *claims = NULL;
    ot_checking *k = NULL;

    assert_int_equal(
        ot_extract("s", sentence, strlen(sentence), NULL, &claims, NULL),
        OT_OK);
    assert_int_equal(ot_check(claims, panel, &how, &k, NULL), OT_OK);
    n->sentences++;
    n->figures += claims->n;
    for (size_t i = 0; i < k->n; i++) {
        const ot_finding *f = &k->finding[i];
        if (f->verdict != OT_AGREES && f->verdict != OT_NOT_CHECKED) {
            fail_msg("%s: '%s': %s, %g", sentence, claims->claim[i].said.quote,
                     ot_verdict_word(f->verdict), f->mid);
        }
        n->agree += f->verdict == OT_AGREES;
        n->loosely += f->only_if == OT_ONLY_IF_LOOSELY;
        n->unchecked += f->verdict == OT_NOT_CHECKED;
    }
    ot_checking_free(k);
    stands_alone(sentence, claims);
    ot_claims_free(claims);
}

static const char *const periods[] = {
    "2014",    "2020",    "2023",    "2024",    "9M2024", "2022-01/2022-06",
    "Q2 2020", "Q4 2024", "2024-06", "2020-04", "2013-05"};

static void tell_all(const ot_panel *panel, const ot_view *view, count *n)
{
    for (size_t i = 0; i < sizeof periods / sizeof periods[0]; i++) {
        const ot_sentence_options how = {.period = period_of(periods[i]),
                                         .as_of = OT_DAY_LATEST};
        char *sentence = NULL;
        if (ot_sentence_growth(panel, view, &how, &sentence, NULL) == OT_OK) {
            agrees(panel, sentence, n);
            free(sentence);
        }
    }
}

// Trade of the United States with 22 partners, four flows, eleven periods: no
// figure of any sentence differs, and nine in ten are checked.
static void every_sentence_passes_its_own_check(void **state)
{
    (void)state;
    static const char *const flows[] = {"export", "import", "turnover",
                                        "balance"};
    ot_panel *panel = panel_of(US);
    ot_area last = OT_AREA_NONE;
    count n = {0};

    for (size_t i = 0; i < ot_panel_keys(panel); i++) {
        const ot_area partner = ot_panel_key(panel, i).partner;
        for (size_t f = 0; f < 4 && partner != last; f++) {
            ot_view *view = view_of(
                panel, "USA", ot_panel_area_code(panel, partner), flows[f]);
            tell_all(panel, view, &n);
            ot_view_free(view);
        }
        last = partner;
    }
    assert_int_equal(n.sentences, 22 * 4 * 11);
    assert_true(n.figures > 3 * n.sentences / 2);
    assert_true(10 * n.agree >= 9 * n.figures);
    assert_int_equal(n.loosely, 0);
    ot_panel_free(panel);
}

static void armenia_with_russia_too(void **state)
{
    (void)state;
    static const char *const flows[] = {"export", "import", "turnover",
                                        "balance"};
    ot_panel *panel = panel_of(RUSSIA);
    count n = {0};

    for (size_t f = 0; f < 4; f++) {
        ot_view *view = view_of(panel, "ARM", "RUS", flows[f]);
        tell_all(panel, view, &n);
        ot_view_free(view);
    }
    assert_int_equal(n.sentences, 4 * 11);
    assert_true(10 * n.agree >= 9 * n.figures);
    ot_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest rest[] = {
        cmocka_unit_test(a_deficit_that_became_a_surplus),
        cmocka_unit_test(a_turnover_and_its_parts),
        cmocka_unit_test(what_is_not_known_is_not_told),
        cmocka_unit_test(every_sentence_passes_its_own_check),
        cmocka_unit_test(armenia_with_russia_too),
    };

    return RUN_TABLE("exports", exports, test_words) +
           cmocka_run_group_tests_name("sentences", rest, NULL, NULL);
}
