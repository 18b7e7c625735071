// SPDX-License-Identifier: GPL-3.0-or-later
// test_goods.c - short names of HS chapters and sections.
#include "outturn/outturn.h"

#include "support.h"

typedef struct goods_case {
    const char *name, *code;
    const char *chapter; // NULL: none
    int section;
} goods_case;

// Which chapter holds what, and which section: the contents of the Harmonized
// System (sections I to XXI); the words are ours.
static const goods_case goods_cases[] = {
    {"the first chapter", "01", "live animals", 1},
    {"wine is a drink", "2204", "drinks and vinegar", 4},
    {"crude oil is a fuel", "270900", "fuels and mineral oils", 5},
    {"salt is before ores", "2501", "salt, stone, cement", 5},
    {"medicines", "3004", "medicines", 6},
    {"T-shirts are knitted", "6109", "knitted clothes", 11},
    {"shoes", "64", "footwear", 12},
    {"gold", "7108", "pearls, gems, gold, silver", 14},
    {"copper wire", "7408", "copper", 15},
    {"aluminium", "7601", "aluminium", 15},
    {"computers are machinery", "8471", "machinery", 16},
    {"telephones", "851713", "electrical goods, electronics", 16},
    {"cars", "8703", "vehicles", 17},
    {"aircraft", "88", "aircraft and spacecraft", 17},
    {"watches", "91", "clocks and watches", 18},
    {"furniture", "94", "furniture, lamps, prefab houses", 20},
    {"paintings", "9701", "art and antiques", 21},
    {"of its own, in no section", "99", "special provisions", 0},
    {"no chapter", "00", NULL, 0},
    {"a total", "TOTAL", NULL, 0},
    {"one digit", "2", NULL, 0},
    {"nothing", "", NULL, 0},
};

static void test_goods(void **state)
{
    const goods_case *c = *state;
    const char *name = ot_hs_chapter(c->code), *section;

    if (c->chapter == NULL) {
        assert_null(name);
    } else {
        assert_string_equal(name, c->chapter);
    }
    assert_int_equal(ot_hs_section(c->code, &section), c->section);
    assert_true((section != NULL) == (c->section > 0));
}

static void every_chapter_is_named(void **state)
{
    (void)state;
    for (int i = 1; i < 100; i++) {
        const char code[] = {(char)('0' + i / 10), (char)('0' + i % 10), '\0'};
        assert_non_null(ot_hs_chapter(code));
        assert_true(strlen(ot_hs_chapter(code)) <= 32);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_chapter_is_named)};

    return RUN_TABLE("goods", goods_cases, test_goods) +
           cmocka_run_group_tests(tests, NULL, NULL);
}
