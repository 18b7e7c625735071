// SPDX-License-Identifier: GPL-3.0-or-later
// test_area_group.c - who belonged to a group when.
#include "support.h"

#include "outturn/area.h"
#include "outturn/period.h"

static ot_area find(const char *text)
{
    return ot_area_find(text, strlen(text));
}

typedef struct member_case {
    const char *name, *group, *member;
    int year, month;
    bool is;
} member_case;

// Dates as the organisations publish them; see datasets/codes/README.md.
static const member_case member_cases[] = {
    {"Britain is in the Union to January 2020", "EUV", "GBR", 2020, 1, true},
    {"and out of it from February", "EUV", "GBR", 2020, 2, false},
    {"Croatia is not in it in June 2013", "EUV", "HRV", 2013, 6, false},
    {"Croatia joins it in July 2013", "EUV", "HRV", 2013, 7, true},
    {"ten countries join in May 2004", "EUV", "POL", 2004, 5, true},
    {"Bulgaria joins in January 2007", "EUV", "BGR", 2006, 12, false},
    {"the Union of 27 has no dates", "EU27", "HRV", 1999, 1, true},
    {"and never had Britain", "EU27", "GBR", 1999, 1, false},
    {"the Union of 28 had", "EU28", "GBR", 2024, 1, true},
    {"the 27 to 2013 were without Croatia", "EU27O", "HRV", 2010, 1, false},
    {"Croatia has the euro from 2023", "EA", "HRV", 2023, 1, true},
    {"Greece has it from 2001", "EA", "GRC", 2000, 12, false},
    {"the euro area of 19 is without Croatia", "EA19", "HRV", 2024, 1, false},
    {"Armenia is in the EAEU from January 2015", "EAEU", "ARM", 2015, 1, true},
    {"not before", "EAEU", "ARM", 2014, 12, false},
    {"Kyrgyzstan is not in it in July 2015", "EAEU", "KGZ", 2015, 7, false},
    {"Kyrgyzstan is in it from August 2015", "EAEU", "KGZ", 2015, 8, true},
    {"Georgia leaves the CIS in August 2009", "CIS", "GEO", 2009, 8, true},
    {"Georgia is out of the CIS", "CIS", "GEO", 2009, 9, false},
    {"Qatar is in OPEC to December 2018", "OPEC", "QAT", 2018, 12, true},
    {"Qatar is out of OPEC", "OPEC", "QAT", 2019, 1, false},
    {"Angola is out of OPEC from 2024", "OPEC", "AGO", 2024, 1, false},
    {"Ecuador is in OPEC a second time", "OPEC", "ECU", 2010, 1, true},
    {"Ecuador was out between", "OPEC", "ECU", 2000, 1, false},
    {"BRICS of five", "BRICS", "ZAF", 2010, 12, true},
    {"South Africa joined them", "BRICS", "ZAF", 2010, 11, false},
    {"five join BRICS in January 2024", "BRICSP", "EGY", 2024, 1, true},
    {"Bolivia joins Mercosur in 2024", "MERCOSUR", "BOL", 2024, 6, false},
    {"Austria leaves EFTA for the Union", "EFTA", "AUT", 1995, 1, false},
    {"Lithuania joins the OECD in July 2018", "OECD", "LTU", 2018, 7, true},
    {"Britain joins the CPTPP", "CPTPP", "GBR", 2024, 12, true},
    {"NAFTA is the same group as USMCA", "NAFTA", "MEX", 2010, 1, true},
    {"Russia is in no Union", "EUV", "RUS", 2010, 1, false},
    {"members of a continent are not known", "ASIA", "JPN", 2010, 1, false},
    {"a country is no group", "FRA", "FRA", 2010, 1, false},
};

static void test_member(void **state)
{
    const member_case *c = *state;
    const ot_area group = find(c->group), member = find(c->member);
    const int32_t month = ot_period_month(c->year, c->month).first;

    assert_int_not_equal(group, OT_AREA_NONE);
    assert_int_not_equal(member, OT_AREA_NONE);
    assert_int_equal(ot_area_member(group, member, month), c->is);
}

typedef struct count_case {
    const char *name, *group;
    int year, month;
    size_t members;
} count_case;

static const count_case count_cases[] = {
    {"the Six", "EUV", 1960, 1, 6},
    {"nine", "EUV", 1973, 1, 9},
    {"ten", "EUV", 1981, 1, 10},
    {"twelve", "EUV", 1986, 1, 12},
    {"fifteen", "EUV", 1995, 1, 15},
    {"twenty-five", "EUV", 2004, 5, 25},
    {"twenty-seven", "EUV", 2007, 1, 27},
    {"twenty-eight", "EUV", 2013, 7, 28},
    {"twenty-seven again", "EUV", 2020, 2, 27},
    {"the euro area of eleven", "EA", 1999, 1, 11},
    {"of twelve", "EA", 2001, 1, 12},
    {"of seventeen", "EA", 2011, 1, 17},
    {"of nineteen", "EA", 2015, 1, 19},
    {"of twenty", "EA", 2023, 1, 20},
    {"of twenty-one", "EA", 2026, 1, 21},
    {"EU27", "EU27", 2024, 1, 27},
    {"EU28", "EU28", 2024, 1, 28},
    {"EU25", "EU25", 2024, 1, 25},
    {"the EAEU", "EAEU", 2024, 1, 5},
    {"OPEC in 2024", "OPEC", 2024, 1, 12},
    {"ASEAN in 2024", "ASEAN", 2024, 1, 10},
    {"ASEAN with Timor-Leste", "ASEAN", 2025, 10, 11},
    {"EFTA in 2024", "EFTA", 2024, 1, 4},
    {"the OECD in 2024", "OECD", 2024, 1, 38},
    {"BRICS of ten", "BRICSP", 2025, 1, 10},
    {"a group without known members", "ASIA", 2024, 1, 0},
};

static void test_count(void **state)
{
    const count_case *c = *state;
    const ot_area group = find(c->group);
    const int32_t month = ot_period_month(c->year, c->month).first;
    ot_area members[64];
    const size_t n = ot_area_members(group, month, members, 64);

    assert_int_equal(n, c->members);
    assert_int_equal(ot_area_members(group, month, NULL, 0), n);
    for (size_t i = 0; i < n; i++) {
        assert_true(ot_area_member(group, members[i], month));
        assert_true(i == 0 || members[i - 1] < members[i]);
        assert_int_equal(ot_area_kind_of(members[i]), OT_AREA_COUNTRY);
    }
}

static void groups_are_listed_in_order(void **state)
{
    const size_t count = ot_area_group_count();

    (void)state;
    assert_true(count > 20);
    for (size_t i = 0; i < count; i++) {
        const ot_area group = ot_area_group_at(i);
        assert_int_equal(ot_area_kind_of(group), OT_AREA_GROUP);
        assert_true(i == 0 || ot_area_group_at(i - 1) < group);
        assert_true(ot_area_members(group, ot_period_month(2025, 12).first,
                                    NULL, 0) > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_are_listed_in_order),
    };
    return RUN_TABLE("groups", member_cases, test_member) +
           RUN_TABLE("groups, how many", count_cases, test_count) +
           cmocka_run_group_tests_name("groups, all", tests, NULL, NULL);
}
