// SPDX-License-Identifier: GPL-3.0-or-later
// test_area_label.c - areas by what stands in files, and by codes of schemes.
#include "support.h"

#include "data/area_label.h"

typedef struct label_case {
    const char *label, *code; // "": not known
} label_case;

// As they stand in files of the IMF (DOTS), the ONS, Eurostat, SingStat,
// Geostat, the Federal Customs Service of Russia, the statistical offices of
// Kazakhstan and Uzbekistan, the World Bank (WITS), CEPII (BACI).
static const label_case labels[] = {
    // words behind a comma
    {"Armenia, Rep. of", "ARM"},
    {"Afghanistan, Islamic Rep. of", "AFG"},
    {"Aruba, Kingdom of the Netherlands", "ABW"},
    {"Bahrain, Kingdom of", "BHR"},
    {"Comoros, Union of the", "COM"},
    {"Timor-Leste, Dem. Rep. of", "TLS"},
    {"China, P.R.: Hong Kong", "HKG"},
    {"China, P.R.: Mainland", "CHN"},
    {"Egypt, Arab Rep.", "EGY"},
    {"Venezuela, Rep. Bolivariana de", "VEN"},
    {"Korea, Dem Peo Rep Of", "PRK"},
    {"Иран, Исламская Республика", "IRN"},
    {"Молдова, Республика", "MDA"},
    // notes
    {"Total EU27 [note 3]", "EU27"},
    {"Serbia1)", "SRB"},
    {"Сербия1)", "SRB"},
    {"Georgia*", "GEO"},
    {"Kosovo 2/ 3/", "XKX"},
    {"Cyprus (2)", "CYP"},
    {"Israel a)", "ISR"},
    {"CIS 1)", "CIS"},
    {"Niger (2)", "NER"},
    {"Armenia (preliminary)", "ARM"},
    // codes in front or behind
    {"AM-Armenia", "ARM"},
    {"AM - Armenia", "ARM"},
    {"842: USA", "USA"},
    {"4621 Russia", "RUS"},
    {"W1 Total", "WLD"},
    {"B5 Total EU27 [note 2]", "EU27"},
    {"D5 Total Non EU [note 3]", "EXTEU"},
    {"Germany [DE]", "DEU"},
    {"DE-Germany (incl. German Democratic Republic 'DD' from 1991)", "DEU"},
    {"EU27_2020-European Union - 27 countries (AT, BE, BG)", "EU27"},
    // remarks
    {"Russian Federation (Russia)", "RUS"},
    {"Germany (incl. German Democratic Republic 'DD' from 1991)", "DEU"},
    {"Belgium (incl. Luxembourg 'LU' -> 1998)", "BEL"},
    {"Morocco incl. Western Sahara", "MAR"},
    {"India, excluding Sikkim", "IND"},
    {"Россия (без Калининградской области)", "RUS"},
    {"Korea (North)", "PRK"},
    {"Congo (Democratic Republic)", "COD"},
    {"Congo (le)", "COG"},
    {"Kosovo (UNSCR 1244/99)", "XKX"},
    {"Extra-EU (= 'WORLD' - 'EU_INTRA')", "EXTEU"},
    {"European Union - 27 countries (AT, BE, BG)", "EU27"},
    {"European Union (AT-01/1995, BE-01/1958, GB-01/1973->01/2020)", "EUV"},
    {"Тайвань (Китай)", "TWN"},
    {"Черногория (Монтенегро)", "MNE"},
    {"Виргинские Острова, Сша", "VIR"},
    // letters that went astray
    {"T\xC3\x83\xC2\xBCrkiye", "TUR"},
    {"C\xC3\x83\xC2\xB4te d'Ivoire", "CIV"},
    {"Cura\xEF\xBF\xBD"
     "ao",
     "CUW"},
    {"Saint Barth?lemy", "BLM"},
    // other languages, in any case
    {"АЗИЯ", "ASIA"},
    {"Кыргызстан", "KGZ"},
    {"КИРГИЗИЯ", "KGZ"},
    {"Республика Корея", "KOR"},
    {"Папуа-новая Гвинея", "PNG"},
    {"Весь мир", "WLD"},
    {"Всего", "WLD"},
    {"Страны ЕАЭС", "EAEU"},
    {"Страны вне ЕАЭС", "EXTEAEU"},
    {"Дальнее зарубежье", "EXTCIS"},
    {"Остальные страны мира", "XOC"},
    {"Республика Латвия", "LVA"},
    {"Alemanha", "DEU"},
    {"Äthiopien", "ETH"},
    {"Países Bajos", "NLD"},
    {"Royaume-Uni", "GBR"},
    {"Qirg\xCA\xBBiziston", "KGZ"},
    {"Qirg'iziston", "KGZ"},
    // groups and leftovers that are no countries
    {"Advanced Economies", "ADVECO"},
    {"Africa not specified", "XAF1"},
    {"Other Markets Asia", "XOM3"},
    {"CIS counrties", "CIS"},
    {"QV", "XAI"},
    {"SSF", "SSAFRICA"},
};

// What is not the area that it looks like, and what is no area.
static const label_case traps[] = {
    {"Congo", "COG"},
    {"Congo, Dem. Rep. of the", "COD"},
    {"Congo, Rep. of", "COG"},
    {"Congo, the river", ""},
    {"Korea", "KOR"},
    {"Korea, Rep. of", "KOR"},
    {"Korea (N)", ""},
    {"N-Korea", ""},
    {"Guinea", "GIN"},
    {"Guinea Bissau", "GNB"},
    {"Equatorial Guinea, Rep. of", "GNQ"},
    {"Papua New Guinea", "PNG"},
    {"New Guinea", ""},
    {"Niger", "NER"},
    {"Nigeria", "NGA"},
    {"Dominica", "DMA"},
    {"Dominican Rep.", "DOM"},
    {"Vietnam, Rep. of", "XVS"},
    {"Yemen, Dem. Rep. of", ""},
    {"Germany, Dem. Rep. of", "DDR"},
    {"Samoa", "WSM"},
    {"Samoa (American)", "ASM"},
    {"US Samoa", ""},
    {"Georgia, South", "SGS"},
    {"Sudan, South", "SSD"},
    {"Ireland (Northern)", "XNI"},
    {"China (Taiwan)", "TWN"},
    {"Netherlands (Antilles)", "ANT"},
    {"Finland (Aland)", ""},
    {"Saint Martin (Netherlands)", ""},
    {"Virgin Islands", ""},
    {"Mexico, New", ""},
    {"RU - Germany", ""},
    {"Germany [FR]", ""},
    {"Ruritania [NE]", ""},
    {"NE-Ruritania", ""},
    {"EU-candidates", ""},
    {"Non-OECD Europe", ""},
    {"NON-EU countries", "EXTEU"},
    {"EU 25", "EU25"},
    {"EU 26", ""},
    {"EU (9)", ""},
    {"15 EU", ""},
    {"ASEAN 6", ""},
    {"EU (excl. UK)", ""},
    {"World (excl. EU)", ""},
    {"World excluding Russia", ""},
    {"Asia excluding China", ""},
    {"CIS without Russia", ""},
    {"12-Mar", ""},
    {"2024-01", ""},
    {"2024-DE", ""},
    {"No.", ""},
    {"To", ""},
    {"in:", ""},
    {"Uk", "GBR"},
    {"U.S.", "USA"},
    {"no", "NOR"},
    {"Special value", ""},
    {"not available", ""},
    {":", ""},
    {"*", ""},
    {"1)", ""},
    {"()", ""},
    {"[]", ""},
    {",", ""},
    {"-", ""},
    {"", ""},
    {"Memorandum Items", ""},
    {"в том числе:", ""},
};

static void test_label(void **state)
{
    const label_case *c = *state;
    const ot_area area = ot__area_label(ot__str(c->label));

    assert_string_equal(ot_area_code(area), c->code);
}

typedef struct kind_case {
    const char *label;
    ot_area_kind kind;
} kind_case;

// Groups must be told from countries, or sums count them twice; leftovers from
// groups, or sums lack them.
static const kind_case kinds[] = {
    {"Emerging and Developing Asia", OT_AREA_GROUP},
    {"Euro Area", OT_AREA_GROUP},
    {"Middle East", OT_AREA_GROUP},
    {"ЕВРОПА", OT_AREA_GROUP},
    {"America", OT_AREA_GROUP},
    {"Страны СНГ", OT_AREA_GROUP},
    {"Остальные страны мира", OT_AREA_GROUP},
    {"Greater China", OT_AREA_GROUP},
    {"World, Seasonally Adjusted", OT_AREA_GROUP},
    {"Advance Technology Products", OT_AREA_GROUP},
    // the sum of Cuba and North Korea, which follow it
    {"Other Countries not included elsewhere", OT_AREA_GROUP},
    {"Bunkers", OT_AREA_UNALLOCATED},
    {"Other Markets Asia", OT_AREA_UNALLOCATED},
    {"Countries & Areas not specified", OT_AREA_UNALLOCATED},
    {"Total All Markets", OT_AREA_WORLD},
    {"World, Not Seasonally Adjusted", OT_AREA_WORLD},
    {"Всего", OT_AREA_WORLD},
};

static void test_kind(void **state)
{
    const kind_case *c = *state;
    const ot_area area = ot__area_label(ot__str(c->label));

    assert_int_not_equal(area, OT_AREA_NONE);
    assert_int_equal(ot_area_kind_of(area), c->kind);
}

typedef struct scheme_case {
    const char *code, *scheme, *area; // area "": not known
} scheme_case;

// Schedule C of the US Census Bureau; PAIS.csv of Brazil's Comex Stat; M49.
static const scheme_case schemes[] = {
    {"1220", "census", "CAN"},   {"5700", "census", "CHN"},
    {"4621", "census", "RUS"},   {"0015", "census", "WLD"},
    {"15", "census", "WLD"},     {"0004", "census", "XWS"},
    {"5081", "census", "ISR"},   {"5082", "census", "XGZ"},
    {"0025", "census", "EA"},    {"5XXX", "census", "ASIA"},
    {"9999", "census", ""},      {"RUS", "census", ""},
    {"160", "comexstat", "CHN"}, {"249", "comexstat", "USA"},
    {"023", "comexstat", "DEU"}, {"23", "comexstat", "DEU"},
    {"776", "comexstat", "THA"}, {"151", "comexstat", "XCY"},
    {"990", "comexstat", "XBK"}, {"643", "comexstat", ""},
    {"643", "m49", "RUS"},       {"051", "m49", "ARM"},
    {"842", "m49", "USA"},       {"1220", "m49", ""},
    {"RU", "m49", ""},           {"ru", "iso", "RUS"},
    {"RUS", "iso", "RUS"},       {"Russia", "iso", ""},
    {"EL", "iso", ""},           {"", "iso", ""},
    {"", "census", ""},          {"1220", "none", ""},
};

static void test_scheme(void **state)
{
    const scheme_case *c = *state;
    const ot_area area = ot_area_find_in(c->scheme, c->code, strlen(c->code));

    assert_string_equal(ot_area_code(area), c->area);
    assert_int_equal(ot__area_code_in(c->scheme, ot__str(c->code)), area);
}

int main(void)
{
    return RUN_TABLE("area labels", labels, test_label) +
           RUN_TABLE("area labels, traps", traps, test_label) +
           RUN_TABLE("area labels, kinds", kinds, test_kind) +
           RUN_TABLE("area codes of schemes", schemes, test_scheme);
}
