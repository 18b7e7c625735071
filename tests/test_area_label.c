// SPDX-License-Identifier: GPL-3.0-or-later
// Labels of areas as they stand in files, codes of schemes, groups with dates.
#include "support.h"

#include "data/area_label.h"
#include "outturn/period.h"

typedef struct label_case {
    const char *label, *code; // code NULL: not known
} label_case;

static const label_case labels[] = {
    // IMF: formal words behind a comma
    {"Armenia, Rep. of", "ARM"},
    {"Aruba, Kingdom of the Netherlands", "ABW"},
    {"Bahrain, Kingdom of", "BHR"},
    {"Timor-Leste, Dem. Rep. of", "TLS"},
    {"China, P.R.: Hong Kong", "HKG"},
    {"China, P.R.: Mainland", "CHN"},
    // what stands behind the comma tells these apart
    {"Congo, Dem. Rep. of the", "COD"},
    {"Congo, Rep. of", "COG"},
    {"Congo, the river", NULL},
    {"Korea, Rep. of", "KOR"},
    {"Guinea, State of", NULL},
    // notes, remarks, codes
    {"Total EU27 [note 3]", "EU27"},
    {"Serbia1)", "SRB"},
    {"Georgia*", "GEO"},
    {"AM-Armenia", "ARM"},
    {"842: USA", "USA"},
    {"RU - Germany", NULL},
    {"Russian Federation (Russia)", "RUS"},
    {"Germany (incl. German Democratic Republic 'DD' from 1991)", "DEU"},
    {"Belgium (incl. Luxembourg 'LU' -> 1998)", "BEL"},
    {"European Union - 27 countries (AT, BE, BG)", "EU27"},
    {"Niger", "NER"},
    {"Nigeria", "NGA"},
    {"Dominica", "DMA"},
    {"Dominican Rep.", "DOM"},
    // other languages, in any case
    {"Молдова, Республика", "MDA"},
    {"АЗИЯ", "ASIA"},
    {"Кыргызстан", "KGZ"},
    {"Киргизия", "KGZ"},
    {"Республика Корея", "KOR"},
    {"Папуа-новая Гвинея", "PNG"},
    {"Весь мир", "WLD"},
    {"Страны ЕАЭС", "EAEU"},
    {"Страны вне ЕАЭС", "EXTEAEU"},
    {"Остальные страны мира", "XOC"},
    {"Alemanha", "DEU"},
    // groups and leftovers that are no countries
    {"Advanced Economies", "ADVECO"},
    {"Africa not specified", "XAF1"},
    {"Other Markets Asia", "XOM3"},
    {"CIS counrties", "CIS"},
    {"", NULL},
    {"Memorandum Items", NULL},
};

static void test_labels(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        const ot_area area = ot__area_label(ot__str(labels[i].label));
        const char *code = area != OT_AREA_NONE ? ot_area_code(area) : "";
        const char *want = labels[i].code != NULL ? labels[i].code : "";
        if (strcmp(code, want) != 0) {
            fail_msg("'%s' is '%s', not '%s'", labels[i].label, code, want);
        }
    }
}

// Groups and leftovers must be told from countries, or sums count them twice.
static void test_kinds(void **state)
{
    static const struct {
        const char *label;
        ot_area_kind kind;
    } cases[] = {
        {"Emerging and Developing Asia", OT_AREA_GROUP},
        {"Euro Area", OT_AREA_GROUP},
        {"Middle East", OT_AREA_GROUP},
        {"ЕВРОПА", OT_AREA_GROUP},
        {"Other Countries not included elsewhere", OT_AREA_UNALLOCATED},
        {"Bunkers", OT_AREA_UNALLOCATED},
        {"Total All Markets", OT_AREA_WORLD},
        {"Всего", OT_AREA_WORLD},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const ot_area area = ot__area_label(ot__str(cases[i].label));
        if (area == OT_AREA_NONE || ot_area_kind_of(area) != cases[i].kind) {
            fail_msg("'%s' is of another kind", cases[i].label);
        }
    }
}

// Codes of the US Census Bureau (Schedule C) and of Brazil's Comex Stat
// (PAIS.csv).
static void test_schemes(void **state)
{
    static const struct {
        const char *scheme, *code, *area;
    } cases[] = {
        {"census", "1220", "CAN"},   {"census", "5700", "CHN"},
        {"census", "4621", "RUS"},   {"census", "0015", "WLD"},
        {"census", "0004", "XWS"},   {"comexstat", "160", "CHN"},
        {"comexstat", "249", "USA"}, {"comexstat", "023", "DEU"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const ot_area area =
            ot__area_code_in(cases[i].scheme, ot__str(cases[i].code));
        assert_int_not_equal(area, OT_AREA_NONE);
        assert_string_equal(ot_area_code(area), cases[i].area);
    }
    assert_int_equal(ot__area_code_in("census", ot__str("9999")), 0);
    assert_int_equal(ot__area_code_in("none", ot__str("1220")), 0);
}

static bool member(const char *group, const char *area, int year, int month)
{
    return ot_area_member(ot_area_find(group, strlen(group)),
                          ot_area_find(area, strlen(area)),
                          ot_period_month(year, month).first);
}

static void test_groups_have_dates(void **state)
{
    (void)state;
    // The United Kingdom left on 31 January 2020; Croatia joined on 1 July
    // 2013.
    assert_true(member("EUV", "GBR", 2020, 1));
    assert_false(member("EUV", "GBR", 2020, 2));
    assert_false(member("EUV", "HRV", 2013, 6));
    assert_true(member("EUV", "HRV", 2013, 7));
    // The Union of 27 has no dates.
    assert_true(member("EU27", "HRV", 1999, 1));
    assert_false(member("EU27", "GBR", 1999, 1));
    // Kyrgyzstan acceded to the Eurasian Economic Union in August 2015.
    assert_false(member("EAEU", "KGZ", 2015, 7));
    assert_true(member("EAEU", "KGZ", 2015, 8));
    assert_true(member("EAEU", "ARM", 2015, 1));
    // Qatar left OPEC at the start of 2019.
    assert_true(member("OPEC", "QAT", 2018, 12));
    assert_false(member("OPEC", "QAT", 2019, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_schemes),
        cmocka_unit_test(test_groups_have_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
