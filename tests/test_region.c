// SPDX-License-Identifier: GPL-3.0-or-later
// Regions of M49, checked at countries that are often put elsewhere, and over
// the whole table of areas.
#include "outturn/region.h"

#include <string.h>

#include "support.h"

static const char *region_of(const char *code)
{
    const ot_region *r = ot_region_of(ot_area_find(code, strlen(code)));

    return r != NULL ? r->name : "none";
}

// UN Statistics Division, M49 (the list by geographic regions).
static void countries_lie_where_the_un_has_them(void **state)
{
    (void)state;
    assert_string_equal(region_of("CYP"), "Western Asia");
    assert_string_equal(region_of("ARM"), "Western Asia");
    assert_string_equal(region_of("RUS"), "Eastern Europe");
    assert_string_equal(region_of("IRN"), "Southern Asia");
    assert_string_equal(region_of("GBR"), "Northern Europe");
    assert_string_equal(region_of("MEX"), "Latin America and the Caribbean");
    assert_string_equal(region_of("SDN"), "Northern Africa");
    assert_string_equal(region_of("FJI"), "Melanesia");
}

static void what_is_no_country_lies_nowhere(void **state)
{
    (void)state;
    assert_string_equal(region_of("WLD"), "none");
    assert_string_equal(region_of("EU27"), "none");
    assert_string_equal(region_of("XOA"), "none"); // other Asia, nes
    assert_null(ot_region_of(OT_AREA_NONE));
    assert_null(ot_region_of((ot_area)(ot_area_count() + 1)));
}

// Antarctica and what was claimed of it are in no region of M49.
static void every_other_country_lies_somewhere(void **state)
{
    (void)state;
    for (ot_area a = 1; a < ot_area_count(); a++) {
        const ot_region *r = ot_region_of(a);
        const bool polar = strcmp(ot_area_code(a), "ATA") == 0 ||
                           strcmp(ot_area_code(a), "XBA") == 0;
        if (ot_area_kind_of(a) != OT_AREA_COUNTRY || polar) {
            assert_null(r);
            continue;
        }
        if (r == NULL) {
            fail_msg("%s lies nowhere", ot_area_code(a));
        }
        assert_int_equal(strlen(r->code), 3);
        assert_int_equal(strlen(r->continent_code), 3);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(countries_lie_where_the_un_has_them),
        cmocka_unit_test(what_is_no_country_lies_nowhere),
        cmocka_unit_test(every_other_country_lies_somewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
