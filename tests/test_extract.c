// SPDX-License-Identifier: GPL-3.0-or-later
// test_extract.c - what texts claim.

#include "support.h"

#include "extract_cases.h"
#include "extract_cases_manner.h"
#include "extract_cases_russian.h"

static const ot_claim *find(const ot_claims *claims, const char *quote)
{
    for (size_t i = 0; i < claims->n; i++) {
        if (strcmp(claims->claim[i].said.quote, quote) == 0) {
            return &claims->claim[i];
        }
    }
    for (size_t i = 0; i < claims->n; i++) {
        print_error("found: '%s'\n", claims->claim[i].said.quote);
    }
    return NULL;
}

static void check_case(const extract_case *c, const char *language)
{
    const ot_extract_options options = {.date = OT_DAY_NONE,
                                        .language = language};
    ot_claims *claims;

    assert_int_equal(
        ot_extract("t", c->text, strlen(c->text), &options, &claims, NULL),
        OT_OK);
    const ot_claim *k = find(claims, c->quote);
    if (k == NULL) {
        fail_msg("'%s' was not found", c->quote);
        return;
    }
    assert_string_equal(ot_claim_kind_name(k->kind),
                        ot_claim_kind_name(c->kind));
    assert_int_equal(k->modality, c->modality);
    assert_close(k->figure.hard.lo, c->lo, 1e-12);
    assert_close(k->figure.hard.hi, c->hi, 1e-12);
    assert_string_equal(k->said.unit, c->unit);
    assert_string_equal(k->said.flow, c->flow);
    assert_string_equal(k->said.reporter, c->reporter);
    assert_string_equal(k->said.partner, c->partner);
    assert_string_equal(k->said.period, c->period);
    assert_string_equal(k->said.base, c->base);
    ot_claims_free(claims);
}

static void test_case(void **state)
{
    check_case(*state, NULL);
}

static void test_russian(void **state)
{
    check_case(*state, "ru");
}

// ---- several sentences ------------------------------------------------------

static ot_claims *claims_of(const char *text, const ot_extract_options *options)
{
    ot_claims *claims = NULL;

    assert_int_equal(
        ot_extract("t", text, strlen(text), options, &claims, NULL), OT_OK);
    assert_non_null(claims);
    return claims;
}

static const char article[] =
    "In January-August 2031, trade between Fiji and Japan came to $60 million."
    "\nExports fell 3 %, imports grew by\n2.5 times to **$41 million**.\n\n"
    "The mayor opened a school for 300 pupils; it cost $2 million.\n";

static void later_sentences_take_over_what_they_do_not_say(void **state)
{
    (void)state;
    ot_claims *claims = claims_of(article, NULL);

    assert_int_equal(claims->n, 4);
    const ot_claim *c = &claims->claim[3];
    assert_string_equal(c->said.quote, "$41 million");
    assert_string_equal(c->said.flow, "import");
    assert_string_equal(c->said.reporter, "FJI");
    assert_string_equal(c->said.partner, "JPN");
    assert_string_equal(c->said.period, "2031-01/2031-08");
    assert_int_equal(c->period.months, 8);
    ot_claims_free(claims);
}

static void a_claim_knows_its_line_and_column(void **state)
{
    (void)state;
    ot_claims *claims = claims_of(article, NULL);

    // "2.5 times to **" has 15 bytes.
    assert_int_equal(claims->claim[3].said.line, 3);
    assert_int_equal(claims->claim[3].said.column, 16);
    assert_string_equal(claims->claim[3].place, "t:3:16");
    ot_claims_free(claims);
}

static void by_n_times_has_two_readings(void **state)
{
    (void)state;
    ot_claims *claims = claims_of(article, NULL);
    const ot_claim *c = &claims->claim[2];

    assert_close(c->figure.hard.lo, 2.45, 1e-12);
    assert_int_equal(c->readings, 1);
    assert_close(c->reading[0].hard.lo, 3.45, 1e-12);
    assert_close(c->reading[0].hard.hi, 3.55, 1e-12);
    ot_claims_free(claims);
}

static void a_date_makes_last_year_a_year(void **state)
{
    (void)state;
    const ot_extract_options options = {.date = ot_day_of(2031, 3, 1)};
    ot_claims *claims = claims_of(
        "Exports last year were $5 million, and $1 million in May.", &options);

    assert_int_equal(claims->n, 2);
    assert_string_equal(claims->claim[0].said.period, "2030-01/2030-12");
    // In March 2031 the last May was that of 2030.
    assert_string_equal(claims->claim[1].said.period, "2030-05/2030-05");
    ot_claims_free(claims);
}

static void each_line_is_a_text_of_its_own(void **state)
{
    (void)state;
    const ot_extract_options options = {.date = OT_DAY_NONE, .each_line = true};
    ot_claims *claims = claims_of("Peru's exports were $5 million.\n"
                                  "Imports were $4 million.\n",
                                  &options);

    assert_int_equal(claims->n, 2);
    assert_string_equal(claims->claim[0].said.reporter, "PER");
    assert_string_equal(claims->claim[1].said.reporter, "unknown");
    assert_int_equal(claims->claim[1].said.line, 2);
    ot_claims_free(claims);
}

static void what_is_not_of_trade_is_left_out(void **state)
{
    (void)state;
    ot_claims *claims = claims_of(
        "Profit rose 20 % to $5 million. About 60 % of voters agreed. The road "
        "is 3.2 km long. A tariff of 10 % on imports was dropped.",
        NULL);

    assert_int_equal(claims->n, 0);
    ot_claims_free(claims);
}

// Sport, growth and prices, a city's budget, a company, history: texts of our
// own with some 60 figures, none of trade between countries.
static const char *const no_trade[] = {
    "Manchester United beat Arsenal 3-1 in front of 73,500 fans. Rashford "
    "scored twice in the first half. It was their third straight win and "
    "lifted them to second place with 45 points, 5% fewer than last year. The "
    "club paid £80 million for him in 2022; its value has doubled since.",
    "GDP grew 2.4 percent in the second quarter, up from 2.0 percent. "
    "Inflation slowed to 3.1% in July, its lowest since March 2021. The bank "
    "raised its rate by 25 basis points to 5.5%. House prices rose 5% to a "
    "record $410,000 and retail sales by 0.7%.",
    "The council adopted a budget of 1.2 billion euros, 6% more than last "
    "year. Schools will get 340 million, or 28% of spending. The deficit of 45 "
    "million euros will be covered by loans at 3.8%. Call 0800 123 456.",
    "The vaccine was 95% effective in a trial of 44,000 people. The company "
    "expects revenue of $26 billion this year, three times as much as in 2020, "
    "and will trade on the Nasdaq. Its shares fell 4% to $212; trading volume "
    "doubled to 3 million shares.",
    "In 1803 the territory was bought for $15 million and the size of the "
    "nation doubled. By 1850 the population was 23 million, 36% more than in "
    "1840, and one third of it lived in towns. Article 1 forbade the slave "
    "trade after 1808; some 10% of ships still carried it on.",
};

static void texts_without_trade_claim_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof no_trade / sizeof no_trade[0]; i++) {
        ot_claims *claims = claims_of(no_trade[i], NULL);
        if (claims->n > 0) {
            print_error("found: '%s'\n", claims->claim[0].said.quote);
        }
        assert_int_equal(claims->n, 0);
        ot_claims_free(claims);
    }
}

static void a_text_keeps_its_currency(void **state)
{
    (void)state;
    ot_claims *claims = claims_of("Imports came to 2.3 billion euros.\n\n"
                                  "Exports were 1.1 billion.\n",
                                  NULL);

    assert_int_equal(claims->n, 2);
    assert_string_equal(claims->claim[1].said.unit, "EUR");
    ot_claims_free(claims);
}

// A ranking in an article: who is ranked is the partner.
static void a_ranking_goes_on_in_the_next_sentence(void **state)
{
    (void)state;
    ot_claims *claims = claims_of(
        "China was its largest partner with $13.7 billion. Russia came second "
        "with $9.9 billion, and Peru third with $4.4 billion.",
        NULL);

    static const char *const partners[] = {"CHN", "CHN", "RUS", "RUS", "PER"};

    assert_int_equal(claims->n, 5);
    for (size_t i = 0; i < claims->n; i++) {
        assert_string_equal(claims->claim[i].said.partner, partners[i]);
        assert_string_equal(claims->claim[i].said.flow, "turnover");
    }
    ot_claims_free(claims);
}

static void a_language_that_is_not_known_is_refused(void **state)
{
    (void)state;
    const ot_extract_options options = {.language = "xx"};
    ot_claims *claims = NULL;
    ot_error err = {0};

    assert_int_equal(ot_extract("t", "", 0, &options, &claims, &err),
                     OT_E_USAGE);
}

// What is stated can be read again as the figure it is.
static void test_stated_reads_back(void **state)
{
    const extract_case *c = *state;
    ot_claims *claims = claims_of(c->text, NULL);

    for (size_t i = 0; i < claims->n; i++) {
        const ot_claim *k = &claims->claim[i];
        ot_figure f;
        if (k->kind == OT_CLAIM_RANK || k->kind == OT_CLAIM_RUN) {
            continue;
        }
        assert_int_equal(ot_figure_parse(k->stated, strlen(k->stated),
                                         (ot_decimal_form){'.'}, &f, NULL),
                         OT_OK);
        assert_close(f.usual.lo, k->figure.usual.lo, 1e-12);
        assert_close(f.usual.hi, k->figure.usual.hi, 1e-12);
    }
    ot_claims_free(claims);
}

int main(void)
{
    static const struct CMUnitTest texts[] = {
        cmocka_unit_test(later_sentences_take_over_what_they_do_not_say),
        cmocka_unit_test(a_claim_knows_its_line_and_column),
        cmocka_unit_test(by_n_times_has_two_readings),
        cmocka_unit_test(a_date_makes_last_year_a_year),
        cmocka_unit_test(each_line_is_a_text_of_its_own),
        cmocka_unit_test(what_is_not_of_trade_is_left_out),
        cmocka_unit_test(texts_without_trade_claim_nothing),
        cmocka_unit_test(a_text_keeps_its_currency),
        cmocka_unit_test(a_ranking_goes_on_in_the_next_sentence),
        cmocka_unit_test(a_language_that_is_not_known_is_refused),
    };

    return RUN_TABLE("extract", cases, test_case) +
           RUN_TABLE("manner", manner_cases, test_case) +
           RUN_TABLE("manner read back", manner_cases, test_stated_reads_back) +
           RUN_TABLE("Russian", russian_cases, test_russian) +
           RUN_TABLE("read back", cases, test_stated_reads_back) +
           cmocka_run_group_tests_name("texts", texts, NULL, NULL);
}
