// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of stated figures: the founding case against data, texts against
// themselves, and figures alone.
#include "claim_support.h"

#define DATA   "datasets/armenia-russia.csv"
#define CLAIMS "datasets/claims/kazan-2024.csv"
#define MOST   8

static const ot_picture_options none = {.step = 0};

static ot_picture *draw(const ot_panel *panel, const ot_claims *claims,
                        const ot_checking *k)
{
    ot_picture_stated stated[MOST];
    ot_picture *p = NULL;
    ot_error err = {0};

    assert_true(claims->n <= MOST);
    for (size_t i = 0; i < claims->n; i++) {
        stated[i] = (ot_picture_stated){
            &claims->claim[i],
            k != NULL ? &k->finding[i * (size_t)k->columns] : NULL};
    }
    const ot_picture_claims of = {
        .panel = panel, .source = "a.txt", .stated = stated, .n = claims->n};
    if (ot_picture_of_claims(&of, &none, &p, &err) != OT_OK) {
        assert_int_equal(err.status, OT_E_DATA);
        return NULL;
    }
    return p;
}

static ot_claims *read_text(const char *text)
{
    const ot_extract_options options = {.date = OT_DAY_NONE};
    ot_claims *claims = NULL;

    assert_int_equal(
        ot_extract("text", text, strlen(text), &options, &claims, NULL), OT_OK);
    return claims;
}

// The two figures in dollars, the graver one first: 8.37 bn of the half year
// was published, and the landing goes around the range that is claimed.
static void test_against_data(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(DATA);
    ot_claims *claims = NULL;
    assert_int_equal(ot_claims_read(CLAIMS, NULL, &claims, NULL), OT_OK);
    ot_checking *k = check_on(claims, panel, ot_day_of(2024, 10, 8));
    ot_picture *p = draw(panel, claims, k);
    const ot_chart *c = ot_picture_chart(p);

    assert_string_equal(c->kind->name, "claim");
    assert_int_equal(c->rows, 4);
    assert_string_equal(c->row[0].label, "Turnover, Jan–Sep 2024");
    assert_int_equal(c->row[0].style, OT_ROW_CLAIM);
    assert_true(c->row[0].lo == 8.3e9 && c->row[0].hi == 8.4e9);
    assert_string_equal(c->row[1].label, "The data, Jan–Jun 2024");
    assert_true(c->row[1].y > 8.365e9 && c->row[1].y < 8.375e9);
    assert_string_equal(c->row[2].label, "Turnover, 2024");
    assert_true(c->row[2].lo == 14e9 && c->row[2].hi == 16e9);
    assert_int_equal(c->row[3].style, OT_ROW_PROJECTED);
    assert_true(c->row[3].lo < 14e9 && c->row[3].hi > 16e9);
    assert_string_equal(c->headline,
                        "“exceeding 8.3 billion” for Jan–Sep 2024: it fits "
                        "Jan–Jun 2024, USD\u00A08.37\u00A0bn");
    assert_string_equal(
        c->subtitle,
        "Armenia–Russia. Stated figures (shaded) against the data, USD");
    assert_string_equal(c->note, "Data to June 2024, release of September "
                                 "2024. 2 of 4 stated figures are shown");
    ot_picture_free(p);
    ot_checking_free(k);
    ot_claims_free(claims);
    ot_panel_free(panel);
}

// 4.95 / 1.105 = 4.480 to 5.05 / 1.095 = 4.612 of what is said to be 4.0.
static void test_against_each_other(void **state)
{
    (void)state;
    ot_claims *claims =
        read_text("Exports of Chad were 4.0 billion dollars in 2020.\n"
                  "In 2021 they rose by 10 % to 5.0 billion dollars.\n");
    ot_checking *k = NULL;
    assert_int_equal(ot_check_alone(claims, NULL, &k, NULL), OT_OK);
    ot_picture *p = draw(NULL, claims, k);
    const ot_chart *c = ot_picture_chart(p);

    assert_int_equal(c->rows, 4);
    assert_true(c->row[0].lo == 3.95e9 && c->row[0].hi == 4.05e9);
    assert_string_equal(c->row[1].label, "The others imply");
    assert_true(fabs(c->row[1].lo - 4.95e9 / 1.105) < 1);
    assert_true(fabs(c->row[1].hi - 5.05e9 / 1.095) < 1);
    assert_string_equal(c->headline,
                        "“4.0 billion dollars” for 2020: the others imply "
                        "USD\u00A04.48–4.61\u00A0bn");
    ot_picture_free(p);
    ot_checking_free(k);
    ot_claims_free(claims);
}

// It came to 12.40 bn after 7.92 bn; exports fell.
static void test_other_kinds(void **state)
{
    (void)state;
    static const struct {
        const char *text, *headline;
    } cases[] = {
        {"Turnover of Armenia with Russia doubled in 2024.\n",
         "Multiple of turnover, “doubled” for 2024: the data say "
         "1.57\u00A0times"},
        {"Armenia's exports to Russia grew by 20 % in 2024.\n",
         "Growth of exports, “20 %” for 2024: the data say "
         "\u221210.7\u00A0%"},
    };
    ot_panel *panel = panel_of(DATA);

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ot_claims *claims = read_text(cases[i].text);
        ot_checking *k = check_on(claims, panel, OT_DAY_LATEST);
        ot_picture *p = draw(panel, claims, k);
        assert_string_equal(ot_picture_chart(p)->headline, cases[i].headline);
        ot_picture_free(p);
        ot_checking_free(k);
        ot_claims_free(claims);
    }
    ot_panel_free(panel);
}

// Of two figures in dollars and one in per cent the dollars are drawn.
static void test_as_stated(void **state)
{
    (void)state;
    ot_claims *claims =
        read_text("Exports of Chad to China were 4.0 billion dollars in 2020, "
                  "imports from India 2.5 billion dollars. Exports of Chad "
                  "rose by 10 % in 2021.\n");
    ot_picture *p = draw(NULL, claims, NULL);
    const ot_chart *c = ot_picture_chart(p);

    assert_int_equal(claims->n, 3);
    assert_int_equal(c->rows, 2);
    assert_string_equal(c->row[0].label, "China: exports, 2020");
    assert_true(c->row[1].lo == 2.45e9 && c->row[1].hi == 2.55e9);
    assert_string_equal(c->headline, "2 figures in USD stated, up to "
                                     "USD\u00A04.00\u00A0bn");
    assert_string_equal(c->subtitle, "Chad. Figures as stated, USD");
    ot_picture_free(p);
    ot_claims_free(claims);
}

static void test_nothing_to_draw(void **state)
{
    (void)state;
    ot_claims *claims = read_text("Exports of Chad were a record in 2020.\n");
    ot_picture *p = draw(NULL, claims, NULL);

    assert_null(p);
    ot_claims_free(claims);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_against_data),
        cmocka_unit_test(test_against_each_other),
        cmocka_unit_test(test_other_kinds),
        cmocka_unit_test(test_as_stated),
        cmocka_unit_test(test_nothing_to_draw),
    };

    return cmocka_run_group_tests_name("picture claims", tests, NULL, NULL);
}
