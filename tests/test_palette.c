// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "plot/palette.h"

typedef struct contrast_case {
    const char *name;
    uint32_t a, b;
    double contrast;
} contrast_case;

// WCAG 2.1, definition of contrast ratio: black on white is 21:1; 0x767676 is
// the lightest grey that reaches 4.5 on white (4.54 by common tables).
static const contrast_case contrast_cases[] = {
    {"black on white", 0x000000, 0xFFFFFF, 21},
    {"the order does not matter", 0xFFFFFF, 0x000000, 21},
    {"a colour on itself", 0x0072B2, 0x0072B2, 1},
    {"the lightest grey for text", 0x767676, 0xFFFFFF, 4.54},
};

static void test_contrast(void **state)
{
    const contrast_case *c = *state;

    assert_close(ot__contrast(c->a, c->b), c->contrast, 1e-3);
}

static void check_look(const ot_look *look)
{
    assert_true(ot__contrast(look->mark, OT_PAPER_COLOUR) >= 3);
    assert_true(ot__contrast(look->text, OT_PAPER_COLOUR) >= 4.5);
}

static void test_looks(void **state)
{
    (void)state;
    for (size_t i = 0; i < OT_LOOKS; i++) {
        check_look(&ot__looks[i]);
        for (size_t k = 0; k < i; k++) {
            assert_true(ot__looks[i].dash != ot__looks[k].dash);
        }
    }
    check_look(&ot__look_main);
    check_look(&ot__look_muted);
    check_look(&ot__look_last);
    check_look(&ot__look_later);
    check_look(&ot__look_claim);
    assert_true(ot__contrast(OT_TEXT_COLOUR, OT_PAPER_COLOUR) >= 4.5);
    assert_true(ot__contrast(OT_SOFT_COLOUR, OT_PAPER_COLOUR) >= 4.5);
    assert_true(ot__contrast(OT_FAN_RIM, OT_PAPER_COLOUR) >= 3);
}

static void test_fan_darkens_inwards(void **state)
{
    (void)state;
    assert_true(ot__luminance(ot__fan_tint[0]) >
                ot__luminance(ot__fan_tint[1]) + 0.1);
    assert_true(ot__luminance(ot__fan_tint[1]) >
                ot__luminance(ot__fan_tint[2]) + 0.1);
}

int main(void)
{
    const struct CMUnitTest more[] = {
        cmocka_unit_test(test_looks),
        cmocka_unit_test(test_fan_darkens_inwards),
    };

    return RUN_TABLE("contrast", contrast_cases, test_contrast) +
           cmocka_run_group_tests_name("looks", more, NULL, NULL);
}
