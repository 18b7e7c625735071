// SPDX-License-Identifier: GPL-3.0-or-later
// What the words over columns and tables say, as offices write them.
#include "support.h"

#include "data/caption.h"

typedef struct caption_case {
    const char *text;
    const char *flow, *basis, *unit; // NULL: not said
    bool other;
} caption_case;

static const caption_case captions[] = {
    {"Exports, FOB to Partner Countries", "export", "fob", NULL, false},
    {"Imports, CIF from Partner Countries", "import", "cif", NULL, false},
    {"US Dollars, Millions", NULL, NULL, "USD million", false},
    {"(Thsd. USD)", NULL, NULL, "USD thousand", false},
    {"(млрд. долл. США)", NULL, NULL, "USD bn", false},
    {"тыс. долларов США", NULL, NULL, "USD thousand", false},
    {"VALUE_IN_EUROS", NULL, NULL, "EUR", false},
    {"QUANTITY_IN_100KG", NULL, NULL, "kg x 10^2", false},
    {"Export(US$ Mil)", "export", NULL, "USD million", false},
    {"TradeValue in 1000 USD", NULL, NULL, "USD thousand", false},
    {"exports_usd", "export", NULL, "USD", false},
    {"import (countries of origin)", "import", "origin", NULL, false},
    {"import_consigment", "import", "consignment", NULL, false},
    {"Товарооборот", "turnover", NULL, NULL, false},
    {"3 Trade Balance", "balance", NULL, NULL, false},
    {"re-export", "re-export", NULL, NULL, false},
    {"current prices, seasonally adjusted", NULL, "sa", NULL, false},
    {"not seasonally adjusted", NULL, NULL, NULL, false},
    // no amounts
    {"темп роста, %", NULL, NULL, NULL, true},
    {"удельный вес страны в общем объеме экспорта, %", "export", NULL, NULL,
     true},
    {"Import Product share(%)", "import", NULL, NULL, true},
    {"No. Of Export partners", "export", NULL, NULL, true},
    {"yoy", NULL, NULL, NULL, true},
    {"Partner", NULL, NULL, NULL, false},
};

static bool same(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static void test_captions(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof captions / sizeof captions[0]; i++) {
        const caption_case *c = &captions[i];
        const ot_caption got = ot__caption_read(ot__str(c->text), 0);
        char text[32];
        const char *unit = got.unit.dimension != OT_DIM_NONE
                               ? ot_unit_text(got.unit, text)
                               : NULL;
        if (!same(got.flow, c->flow) || !same(got.basis, c->basis) ||
            !same(unit, c->unit) || got.other != c->other) {
            fail_msg("'%s': flow %s, basis %s, unit %s, other %d", c->text,
                     got.flow != NULL ? got.flow : "-",
                     got.basis != NULL ? got.basis : "-",
                     unit != NULL ? unit : "-", got.other);
        }
    }
}

static void test_headings(void **state)
{
    (void)state;
    assert_true(ot__caption_heading(ot__str("of which:")));
    assert_true(ot__caption_heading(ot__str("В том числе:")));
    assert_false(ot__caption_heading(ot__str("of which Russia")));
    assert_false(ot__caption_heading(ot__str("Russia")));
}

static void test_words_are_found_in_any_case(void **state)
{
    (void)state;
    assert_true(ot__caption_holds(ot__str("Georgian Exports by Country"),
                                  ot__str("exports BY")));
    assert_true(
        ot__caption_holds(ot__str("ЭКСПОРТ И ИМПОРТ"), ot__str("экспорт и")));
    assert_false(ot__caption_holds(ot__str("Exp"), ot__str("export")));
    assert_true(ot__caption_holds(ot__str("any"), ot__str("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_captions),
        cmocka_unit_test(test_headings),
        cmocka_unit_test(test_words_are_found_in_any_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
