// SPDX-License-Identifier: GPL-3.0-or-later
// test_fold.c - what does not differ between the names that sources write.
#include "support.h"

#include "data/fold.h"

typedef struct fold_case {
    const char *name, *text, *folded;
} fold_case;

static const fold_case fold_cases[] = {
    {"nothing", "", ""},
    {"blanks and punctuation", " (...) ", ""},
    {"a name", "Armenia", "armenia"},
    {"a code", "RUS", "rus"},
    {"accents",
     "Cura\xC3\xA7"
     "ao, T\xC3\xBCrkiye, \xC3\x85land",
     "curacaoturkiyealand"},
    {"apostrophes of two kinds", "d'Ivoire d\xE2\x80\x99Ivoire",
     "divoiredivoire"},
    {"a no-break space", "South\xC2\xA0Korea", "southkorea"},
    {"abbreviations", "Dem. People's Rep. of Korea",
     "democraticpeoplesrepublickorea"},
    {"an abbreviation at the start", "St. Lucia", "saintlucia"},
    {"articles and conjunctions", "The Turks & Caicos and the Isds",
     "turkscaicosislands"},
    {"an article behind", "Bahamas, The", "bahamas"},
    {"a code that looks like an article", "AND", "and"},
    {"a code that looks like an abbreviation", " ST ", "st"},
    {"an underscore counts", "_X ", "_x"},
    // Р in capitals becomes р, Ё becomes е
    {"Cyrillic in small letters", "\xD0\xA0 \xD1\x80", "\xD1\x80\xD1\x80"},
    {"yo is ye", "\xD0\x81", "\xD0\xB5"},
    {"a short i is an i", "\xD0\x99", "\xD0\xB8"},
    {"a short i with its breve apart", "\xD0\xB8\xCC\x86", "\xD0\xB8"},
    {"an accent that stands apart",
     "Re\xCC\x81"
     "union",
     "reunion"},
    {"letters of Central Europe", "\xC5\x81\xC3\xB3\xC4\x91\xC5\xBA", "lodz"},
    {"a raised comma", "Qirg\xCA\xBBiz", "qirgiz"},
    {"a lost letter",
     "Cura\xEF\xBF\xBD"
     "ao",
     "curaao"},
    {"another script stays", "\xD4\xB1 \xD4\xB1", "\xD4\xB1\xD4\xB1"},
};

static void test_fold(void **state)
{
    const fold_case *c = *state;
    char out[OT_FOLD_SIZE + 1] = "";

    const size_t n = ot__fold(c->text, strlen(c->text), out);
    assert_int_equal(n, strlen(c->folded));
    assert_memory_equal(out, c->folded, n);
}

static void what_does_not_fit_is_nothing(void **state)
{
    char text[4 * OT_FOLD_SIZE];
    char out[OT_FOLD_SIZE];

    (void)state;
    for (size_t n = 0; n < sizeof text; n++) {
        memset(text, 'a', n);
        const size_t folded = ot__fold(text, n, out);
        assert_true(folded == n || (folded == 0 && n > OT_FOLD_SIZE / 2));
        for (size_t i = 0; i + 4 <= n; i += 4) { // grows to "republic"
            memcpy(text + i, "rep ", 4);
        }
        assert_true(ot__fold(text, n, out) <= OT_FOLD_SIZE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_does_not_fit_is_nothing),
    };
    return RUN_TABLE("fold", fold_cases, test_fold) +
           cmocka_run_group_tests_name("fold, long", tests, NULL, NULL);
}
