// SPDX-License-Identifier: GPL-3.0-or-later
// test_area.c - countries and other areas by code, number and name.
#include "support.h"

#include "base/text.h"
#include "data/csv.h"
#include "outturn/area.h"

static ot_area find(const char *text)
{
    return ot_area_find(text, strlen(text));
}

typedef struct find_case {
    const char *text, *code; // "": not known
} find_case;

// M49 and ISO 3166-1 numbers and the places where UN Comtrade's differ are from
// the UN's lists; the spellings are those of UN Comtrade, Eurostat, the World
// Bank's WITS, the US Census Bureau, Armstat and newspapers.
static const find_case find_cases[] = {
    {"ARM", "ARM"},
    {"am", "ARM"},
    {"51", "ARM"},
    {"051", "ARM"},
    {" Armenia ", "ARM"},
    {"Russia", "RUS"},
    {"RUSSIAN FEDERATION", "RUS"},
    {"Russian Federation (the)", "RUS"},
    {"643", "RUS"},
    {"842", "USA"},
    {"840", "USA"},
    {"United States of America", "USA"},
    {"U.S.", "USA"},
    {"251", "FRA"},
    {"250", "FRA"},
    {"381", "ITA"},
    {"380", "ITA"},
    {"699", "IND"},
    {"356", "IND"},
    {"757", "CHE"},
    {"579", "NOR"},
    {"412", "XKX"},
    {"EL", "GRC"},
    {"UK", "GBR"},
    {"United Kingdom", "GBR"},
    {"Rep. of Korea", "KOR"},
    {"Korea, Republic of", "KOR"},
    {"Korea, South", "KOR"},
    {"Dem. People's Rep. of Korea", "PRK"},
    {"Viet Nam", "VNM"},
    {"China, Hong Kong SAR", "HKG"},
    {"T\xC3\xBCrkiye", "TUR"},
    {"Turkey", "TUR"},
    {"Cote D'Ivoire", "CIV"},
    {"C\xC3\xB4te d\xE2\x80\x99Ivoire", "CIV"},
    {"St. Kitts & Nevis", "KNA"},
    {"Sao Tome And Principe", "STP"},
    {"ST", "STP"},
    {"AND", "AND"},
    {"Bahamas, The", "BHS"},
    {"Congo", "COG"},
    {"Dem. Rep. of the Congo", "COD"},
    {"Czech Republic", "CZE"},
    {"Iran, Islamic Republic of", "IRN"},
    {"Moldova, Republic of", "MDA"},
    {"Micronesia, Fed. Sts.", "FSM"},
    {"Belgium (incl. Luxembourg 'LU' -> 1998)", "BEL"},
    {"European Union - 27 countries (AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI, "
     "FR, GR, HR, HU, IE, IT, LT, LU, LV, MT, NL, PL, PT, RO, SE, SI, SK)",
     "EU27"},
    {"Turks and Caicos Isl.", "TCA"},
    {"USSR", "SUN"},
    {"Yugoslavia", "YUG"},
    {"Serbia and Montenegro", "SCG"},
    {"Belgium-Luxembourg (...1998)", "BLX"},
    {"58", "BLX"},
    {"736", "XSD"},
    {"729", "SDN"},
    {"World", "WLD"},
    {"0", "WLD"},
    {"W00", "WLD"},
    {" World", "WLD"},
    {"001", "WLD"},
    {"Areas, nes", "XAR"},
    {"_X ", "XAR"},
    {"899", "XAR"},
    {"490", "XOA"},
    {"Other Asia, nes", "XOA"},
    {"Taiwan", "TWN"},
    {"158", "TWN"},
    {"Bunkers", "XBK"},
    {"EU countries not specified", "XEN"},
    {"European Union (AT-01/1995, BE-01/1958)", "EUV"},
    {"Asia (excl. China)", ""},
    {"EU27_2020", "EU27"},
    {"EXT_EU27_2020", "EXTEU"},
    {"European Union", "EU27"},
    {"CIS", "CIS"},
    {"", ""},
    {"  ", ""},
    {"-", ""},
    {"1220", ""}, // Canada in the US Census Bureau's scheme
    {"0004", ""}, // and its world
    {"1000", ""},
    {"777", ""},
    {"Ruritania", ""},
    {"X", ""},
    {"XYZ", ""},
};

static void test_find(void **state)
{
    const find_case *c = *state;

    assert_string_equal(ot_area_code(find(c->text)), c->code);
}

typedef struct kind_case {
    const char *name, *text;
    ot_area_kind kind;
    int first, last;
} kind_case;

static const kind_case kind_cases[] = {
    {"a country", "Japan", OT_AREA_COUNTRY, 0, 0},
    {"a country that came of another", "RUS", OT_AREA_COUNTRY, 1992, 0},
    {"a former country", "SUN", OT_AREA_COUNTRY, 0, 1991},
    {"one that came and went", "SCG", OT_AREA_COUNTRY, 1992, 2006},
    {"a group", "EAEU", OT_AREA_GROUP, 0, 0},
    {"a continent", "Asia", OT_AREA_GROUP, 0, 0},
    {"the world", "World", OT_AREA_WORLD, 0, 0},
    {"what no country is named for", "Areas, nes", OT_AREA_UNALLOCATED, 0, 0},
    {"other Asia is not Taiwan", "490", OT_AREA_UNALLOCATED, 0, 0},
};

static void test_kind(void **state)
{
    const kind_case *c = *state;
    const ot_area area = find(c->text);

    assert_int_not_equal(area, OT_AREA_NONE);
    assert_int_equal(ot_area_kind_of(area), c->kind);
    assert_int_equal(ot_area_first_year(area), c->first);
    assert_int_equal(ot_area_last_year(area), c->last);
}

typedef struct existed_case {
    const char *name, *text;
    int year;
    bool existed;
} existed_case;

static const existed_case existed_cases[] = {
    {"the Soviet Union in 1991", "SUN", 1991, true},
    {"the Soviet Union in 1992", "SUN", 1992, false},
    {"Russia in 1991", "RUS", 1991, false},
    {"Russia in 1992", "RUS", 1992, true},
    {"Serbia and Montenegro in 2006", "SCG", 2006, true},
    {"Serbia and Montenegro in 2007", "SCG", 2007, false},
    {"Serbia in 2005", "SRB", 2005, false},
    {"Yugoslavia in 1995", "YUG", 1995, false},
    {"Belgium-Luxembourg in 1998", "BLX", 1998, true},
    {"Belgium in 1998", "BEL", 1998, false},
    {"Belgium in 1999", "BEL", 1999, true},
    {"Sudan as it was in 2005", "736", 2005, true},
    {"Sudan as it was in 2020", "736", 2020, false},
    {"South Sudan in 2005", "SSD", 2005, false},
    {"West Germany in 1990", "280", 1990, true},
    {"Germany in 1989", "DEU", 1989, false},
    {"Ethiopia with Eritrea in 1995", "230", 1995, false},
    {"Yemen in 1985", "YEM", 1985, false},
    {"Czechoslovakia in 1992", "CSK", 1992, true},
    {"Czechia in 1992", "CZE", 1992, false},
    {"the Netherlands Antilles in 2015", "ANT", 2015, false},
    {"Curacao in 2015", "CUW", 2015, true},
    {"Japan in any year", "JPN", 1900, true},
    {"the Union in any year", "EU27", 1900, true},
};

static void test_existed(void **state)
{
    const existed_case *c = *state;

    assert_int_not_equal(find(c->text), OT_AREA_NONE);
    assert_int_equal(ot_area_existed(find(c->text), c->year), c->existed);
}

static void an_area_of_a_file_may_be_of_any_year(void **state)
{
    (void)state;
    assert_true(ot_area_existed((ot_area)ot_area_count(), 1900));
}

// ---- The table, as it stands in the file ----

static void check_each(ot_str list, ot_area area)
{
    while (list.n > 0) {
        const ot_str part = ot__str_cut(&list, ';');
        assert_int_equal(ot_area_find(part.at, part.n), area);
    }
}

static ot_status check_row(void *context, const ot_record *record,
                           ot_error *err)
{
    size_t *rows = context;
    const ot_area area = (ot_area)*rows;

    (void)err;
    if ((*rows)++ == 0) { // the header; area 0 is "none"
        return OT_OK;
    }
    assert_int_equal(record->n, 9);
    assert_true(ot__str_equal(record->field[0], ot_area_code(area)));
    assert_true(ot__str_equal(record->field[1], ot_area_iso2(area)));
    assert_true(ot__str_equal(record->field[7], ot_area_name(area)));
    check_each(record->field[0], area);
    check_each(record->field[1], area);
    check_each(record->field[2], area);
    check_each(record->field[3], area);
    check_each(record->field[7], area);
    check_each(record->field[8], area);
    return OT_OK;
}

static ot_status never_bad(void *context, long line, const char *what,
                           ot_error *err)
{
    (void)context;
    return ot_fail(err, OT_E_SYNTAX, &(ot_place){.line = line}, "%s", what);
}

static void every_code_number_name_and_alias_finds_its_row(void **state)
{
    size_t rows = 0;
    ot_csv csv = {
        .delimiter = ',', .see = check_row, .bad = never_bad, .context = &rows};
    ot_source *source;

    (void)state;
    assert_int_equal(ot__source_open("datasets/codes/areas.csv", &source, NULL),
                     OT_OK);
    assert_int_equal(ot__csv_read(source, &csv, NULL), OT_OK);
    ot__source_close(source);
    assert_int_equal(rows, ot_area_count());
    assert_true(rows > 300);
}

static ot_status check_name(void *context, const ot_record *record,
                            ot_error *err)
{
    size_t *rows = context;

    (void)err;
    if ((*rows)++ == 0) { // the header
        return OT_OK;
    }
    assert_int_equal(record->n, 3);
    const ot_area area = ot_area_find(record->field[0].at, record->field[0].n);
    assert_int_not_equal(area, OT_AREA_NONE);
    check_each(record->field[2], area);
    return OT_OK;
}

static void every_name_in_another_language_finds_its_row(void **state)
{
    size_t rows = 0;
    ot_csv csv = {.delimiter = ',',
                  .see = check_name,
                  .bad = never_bad,
                  .context = &rows};
    ot_source *source;

    (void)state;
    assert_int_equal(
        ot__source_open("datasets/codes/area-names.csv", &source, NULL), OT_OK);
    assert_int_equal(ot__csv_read(source, &csv, NULL), OT_OK);
    ot__source_close(source);
    assert_true(rows > 2000);
}

static void codes_are_in_order(void **state)
{
    (void)state;
    for (size_t i = 1; i < ot_area_count(); i++) {
        assert_true(strcmp(ot_area_code((ot_area)(i - 1)),
                           ot_area_code((ot_area)i)) < 0);
        assert_true(ot_area_name((ot_area)i)[0] != '\0');
        const int last = ot_area_last_year((ot_area)i);
        assert_true(last == 0 || ot_area_first_year((ot_area)i) <= last);
    }
}

static void there_is_one_world(void **state)
{
    size_t worlds = 0;

    (void)state;
    for (size_t i = 1; i < ot_area_count(); i++) {
        worlds += ot_area_kind_of((ot_area)i) == OT_AREA_WORLD;
    }
    assert_int_equal(worlds, 1);
}

static void a_mistyped_name_gets_a_suggestion(void **state)
{
    (void)state;
    assert_string_equal(ot_area_suggest("Rusia"), "Russia");
    assert_string_equal(ot_area_suggest("kazahstan"), "Kazakhstan");
    assert_null(ot_area_suggest("nothing like it at all"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_area_of_a_file_may_be_of_any_year),
        cmocka_unit_test(every_name_in_another_language_finds_its_row),
        cmocka_unit_test(every_code_number_name_and_alias_finds_its_row),
        cmocka_unit_test(codes_are_in_order),
        cmocka_unit_test(there_is_one_world),
        cmocka_unit_test(a_mistyped_name_gets_a_suggestion),
    };
    return RUN_TABLE("area, found", find_cases, test_find) +
           RUN_TABLE("area, kinds", kind_cases, test_kind) +
           RUN_TABLE("area, years", existed_cases, test_existed) +
           cmocka_run_group_tests_name("area, the table", tests, NULL, NULL);
}
