// SPDX-License-Identifier: GPL-3.0-or-later
// test_lexer.c - texts cleaned and cut, phrases of time, figures as they stand;
// all read by hand.

#include "support.h"

#include "claim/said.h"

// ---- cleaning ---------------------------------------------------------------

typedef struct clean_case {
    const char *name, *text, *clean;
    bool each_line;
} clean_case;

static const clean_case clean_cases[] = {
    {"blanks and line ends are one blank", "a  b\t\nc", "a b c", false},
    {"an empty line ends a paragraph", "a\n\n\nb", "a\nb", false},
    {"every line may be a text", "a\nb", "a\nb", true},
    {"marks of Markdown are gone", "# **a** `b`", "a b", false},
    {"a list's points stand for themselves", "a:\n- b\n- c", "a:\n- b\n- c",
     false},
    {"a line that begins with a minus sign goes on", "a\n-5 %", "a -5 %",
     false},
    {"cells of a table are apart", "| a | b |", "a ; b ;", false},
    {"a no-break space is a blank", "1\u00a0741", "1 741", false},
    {"dashes are one", "14\u201316\u201418", "14-16-18", false},
    {"apostrophes are straight", "China\u2019s", "China's", false},
    {"bytes that are no text stay", "a\xff", "a\xff", false},
};

static void test_clean(void **state)
{
    const clean_case *c = *state;
    ot_clean clean;

    assert_int_equal(
        ot__clean(c->text, strlen(c->text), c->each_line, false, &clean, NULL),
        OT_OK);
    clean.text[clean.n] = '\0';
    assert_string_equal(clean.text, c->clean);
    ot__clean_free(&clean);
}

// ---- sentences --------------------------------------------------------------

typedef struct sentence_case {
    const char *name, *text;
    size_t end; // of the first sentence
} sentence_case;

static const sentence_case sentence_cases[] = {
    {"a full stop ends it", "It rose. It fell.", 8},
    {"one in a figure does not", "It rose 5.2 pct. It fell.", 16},
    {"nor one that shortens a country", "The U.S. Senate. It", 16},
    {"nor one that shortens a month", "On Jan. 5 it rose. It", 18},
    {"nor one before a small letter", "5 mln. dollars. It", 15},
    {"a question mark does", "Why? It", 4},
    {"the last needs none", "It rose", 7},
};

static void test_sentence(void **state)
{
    const sentence_case *c = *state;
    ot_clean clean;

    assert_int_equal(
        ot__clean(c->text, strlen(c->text), false, false, &clean, NULL), OT_OK);
    assert_int_equal(ot__sentence_end(&clean, &ot__grammar_english, 0), c->end);
    ot__clean_free(&clean);
}

// ---- phrases of time --------------------------------------------------------

typedef struct when_case {
    const char *name, *text;
    size_t length; // of the phrase; 0: there is none
    const char *said;
    const char *dated; // as on 2031-05-20
} when_case;

static const when_case when_cases[] = {
    {"a year", "2024", 4, "2024-01/2024-12", "2024-01/2024-12"},
    {"no year before a unit", "2024 tonnes of it", 0, "", ""},
    {"an amount is no year", "2024 million", 0, "", ""},
    {"per cent are no year", "2024 %", 0, "", ""},
    {"a month and its year", "September 2024 and", 14, "2024-09/2024-09",
     "2024-09/2024-09"},
    {"of its year", "September of last year", 22, "relative:last-year:09/09",
     "2030-09/2030-09"},
    {"a month alone was the last one", "September", 9, "relative:09/09",
     "2030-09/2030-09"},
    {"or the running one", "May", 3, "relative:05/05", "2031-05/2031-05"},
    {"may is a verb", "may reach", 0, "", ""},
    {"a range", "January-August of this year", 27, "relative:this-year:01/08",
     "2031-01/2031-08"},
    {"a range in words", "from January to August 2023", 27, "2023-01/2023-08",
     "2023-01/2023-08"},
    {"first months", "the first nine months of 2024", 29, "2024-01/2024-09",
     "2024-01/2024-09"},
    {"months in short", "9M2024", 6, "2024-01/2024-09", "2024-01/2024-09"},
    {"remaining months", "the remaining three months of 2024", 34,
     "2024-10/2024-12", "2024-10/2024-12"},
    {"months to a month", "the three months to March 2019", 30,
     "2019-01/2019-03", "2019-01/2019-03"},
    {"twelve months over two years", "12 months to the end of April 2022", 34,
     "2021-05/2022-04", "2021-05/2022-04"},
    {"a year that ends in June", "the fiscal year ended June 30, 1892", 35,
     "1891-07/1892-06", "1891-07/1892-06"},
    {"a quarter", "the third quarter of 2024", 25, "2024-07/2024-09",
     "2024-07/2024-09"},
    {"a quarter in short", "Q3 2024", 7, "2024-07/2024-09", "2024-07/2024-09"},
    {"a half", "the second half of this year", 28, "relative:this-year:07/12",
     "2031-07/2031-12"},
    {"a fiscal year", "1985/86", 7, "fiscal:1985/86", "fiscal:1985/86"},
    {"months of a fiscal year", "April-September 2020-21", 23,
     "2020-04/2020-09", "2020-04/2020-09"},
    {"last year", "last year", 9, "relative:last-year", "2030-01/2030-12"},
    {"a year's end", "the end of 2025", 15, "2025-01/2025-12",
     "2025-01/2025-12"},
    {"to date", "so far this year", 16, "relative:YTD", "relative:YTD"},
    {"past years", "the past five years", 19, "relative:past-5-years",
     "relative:past-5-years"},
    {"years ago", "two years ago", 13, "relative:2-years-ago",
     "2029-01/2029-12"},
    {"a year before", "a year earlier", 14, "relative:year-ago",
     "relative:year-ago"},
    {"the same months of a year", "the same period of 2023", 23,
     "relative:same-period-2023", "relative:same-period-2023"},
    {"a fifth month that is no quarter", "the fifth quarter", 0, "", ""},
};

static void test_when(void **state)
{
    const when_case *c = *state;
    const ot_dating undated = {OT_DAY_NONE, OT_AREA_NONE};
    const ot_dating dated = {ot_day_of(2031, 5, 20), OT_AREA_NONE};
    char text[OT_WHEN_SIZE];
    ot_when w;

    assert_int_equal(ot__when_at((ot_str){c->text, strlen(c->text)},
                                 &ot__grammar_english, &w),
                     c->length);
    if (c->length == 0) {
        return;
    }
    (void)ot__when_text(&w, NULL, (ot_period){0, 0}, &undated, text);
    assert_string_equal(text, c->said);
    (void)ot__when_text(&w, NULL, (ot_period){0, 0}, &dated, text);
    assert_string_equal(text, c->dated);
}

// ---- figures ----------------------------------------------------------------

typedef struct amount_case {
    const char *name, *text;
    size_t length;
    ot_hedge hedge;
    double value;
    const char *unit;
} amount_case;

static const amount_case amount_cases[] = {
    {"a currency in front", "$8.3 billion and", 12, OT_HEDGE_NONE, 8.3, "?$"},
    {"a code in front", "USD 12.5 billion", 16, OT_HEDGE_NONE, 12.5, "USD"},
    {"a currency behind", "31.4 mln USD,", 12, OT_HEDGE_NONE, 31.4, "USD"},
    {"groups after a blank", "2 318.4 bn of", 10, OT_HEDGE_NONE, 2318.4, ""},
    {"a hedge", "more than 2.5 times", 19, OT_HEDGE_OVER, 2.5, "times"},
    {"a hedge that a blank was lost behind", "about$6 billion", 15,
     OT_HEDGE_ABOUT, 6, "?$"},
    {"a range", "14-16 billion dollars", 21, OT_HEDGE_RANGE, 14, "?$"},
    {"a range after a sign", "$14-16 billion", 14, OT_HEDGE_RANGE, 14, "?$"},
    {"a range in words", "12 billion to 18 billion dlrs", 29, OT_HEDGE_RANGE,
     12, "?$"},
    {"a change and its level are no range", "$0.3 billion to $41.9 billion", 12,
     OT_HEDGE_NONE, 0.3, "?$"},
    {"a fold", "2.5-fold", 8, OT_HEDGE_NONE, 2.5, "times"},
    {"a fold in a word", "sevenfold rise", 9, OT_HEDGE_NONE, 7, "times"},
    {"points are no per cent", "four percentage points", 22, OT_HEDGE_NONE, 4,
     "pp"},
    {"a fraction", "4-1/2 pct", 9, OT_HEDGE_NONE, 4.5, "%"},
    {"a sign in front", "-$2 billion", 11, OT_HEDGE_NONE, 2, "?$"},
    {"a bare number", "350 people", 3, OT_HEDGE_NONE, 350, ""},
    {"a double-digit rise is no double", "double-digit", 0, OT_HEDGE_NONE, 0,
     ""},
    {"no figure", "exports", 0, OT_HEDGE_NONE, 0, ""},
};

static void test_amount(void **state)
{
    const amount_case *c = *state;
    ot_amount a;

    assert_int_equal(ot__amount_at((ot_str){c->text, strlen(c->text)},
                                   &ot__grammar_english, &a),
                     c->length);
    if (c->length > 0) {
        assert_int_equal(a.hedge, c->hedge);
        assert_close(a.value, c->value, 1e-14);
        assert_string_equal(a.unit, c->unit);
    }
}

// ---- the tables -------------------------------------------------------------

static void every_phrase_finds_itself(void **state)
{
    static ot_phrasebook book;
    const ot_grammar *g = &ot__grammar_english;
    size_t count = 0;

    (void)state;
    ot__phrasebook(g, &book);
    for (size_t t = 0; g->phrases[t] != NULL; t++) {
        for (const ot_phrase *p = g->phrases[t]; p->phrase != NULL; p++) {
            const ot_phrase *found = NULL;
            const size_t n = ot__phrase_find(&book, ot__str(p->phrase), &found);
            assert_int_equal(n, strlen(p->phrase));
            assert_true(found == p || found->what == p->what);
            count++;
        }
    }
    assert_true(count < OT_PHRASES_MOST);
}

static void every_name_is_known(void **state)
{
    (void)state;
    for (const ot_name *n = ot__grammar_english.names; n->name != NULL; n++) {
        assert_int_not_equal(ot_area_find(n->code, strlen(n->code)),
                             OT_AREA_NONE);
    }
}

int main(void)
{
    static const struct CMUnitTest tables[] = {
        cmocka_unit_test(every_phrase_finds_itself),
        cmocka_unit_test(every_name_is_known),
    };

    return RUN_TABLE("clean", clean_cases, test_clean) +
           RUN_TABLE("sentences", sentence_cases, test_sentence) +
           RUN_TABLE("when", when_cases, test_when) +
           RUN_TABLE("amounts", amount_cases, test_amount) +
           cmocka_run_group_tests_name("tables", tables, NULL, NULL);
}
