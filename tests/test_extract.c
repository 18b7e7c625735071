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
        cmocka_unit_test(a_language_that_is_not_known_is_refused),
    };

    return RUN_TABLE("extract", cases, test_case) +
           RUN_TABLE("manner", manner_cases, test_case) +
           RUN_TABLE("manner read back", manner_cases, test_stated_reads_back) +
           RUN_TABLE("Russian", russian_cases, test_russian) +
           RUN_TABLE("read back", cases, test_stated_reads_back) +
           cmocka_run_group_tests_name("texts", texts, NULL, NULL);
}
