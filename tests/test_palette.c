// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "outturn/chart.h"
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

static void check_look(const ot_palette *p, const ot_look *look)
{
    assert_true(ot__contrast(look->mark, p->paper) >= 3);
    assert_true(ot__contrast(look->text, p->paper) >= 4.5);
}

static const ot_palette *palette_of(size_t i)
{
    return ot_chart_theme_at(i)->palette;
}

static void test_looks(void **state)
{
    (void)state;
    for (size_t i = 0; i < ot_chart_theme_count(); i++) {
        const ot_palette *p = palette_of(i);
        const ot_look *const looks[] = {&p->main,  &p->muted, &p->last,
                                        &p->later, &p->claim, &p->up,
                                        &p->down};
        for (size_t k = 0; k < sizeof looks / sizeof looks[0]; k++) {
            check_look(p, looks[k]);
        }
        for (size_t k = 0; k < OT_LOOKS; k++) {
            check_look(p, &p->plain[k]);
        }
        for (size_t k = 0; k < OT_STACKS; k++) {
            check_look(p, &p->stack[k]);
        }
        assert_true(ot__contrast(p->text, p->paper) >= 7);
        assert_true(ot__contrast(p->soft, p->paper) >= 4.5);
        assert_true(ot__contrast(p->axis, p->paper) >= 3);
        assert_true(ot__contrast(p->rim, p->paper) >= 3);
    }
}

// Readable in grey: lines by their dash, what is stacked side by side and what
// is above or below zero by how light it is.
static void test_told_apart_in_grey(void **state)
{
    (void)state;
    for (size_t i = 0; i < ot_chart_theme_count(); i++) {
        const ot_palette *p = palette_of(i);
        for (size_t a = 0; a < OT_LOOKS; a++) {
            for (size_t b = 0; b < a; b++) {
                assert_true(p->plain[a].dash != p->plain[b].dash);
            }
        }
        assert_true(ot__contrast(p->up.mark, p->down.mark) >= 1.2);
    }
}

// Towards the middle each band is further from the paper.
static void test_fan_deepens_inwards(void **state)
{
    (void)state;
    for (size_t i = 0; i < ot_chart_theme_count(); i++) {
        const ot_palette *p = palette_of(i);
        assert_true(ot__contrast(p->fan[0], p->paper) >= 1.2);
        assert_true(ot__contrast(p->fan[1], p->fan[0]) >= 1.2);
        assert_true(ot__contrast(p->fan[2], p->fan[1]) >= 1.2);
        assert_true(ot__contrast(p->fan[2], p->paper) >
                    ot__contrast(p->fan[1], p->paper));
    }
}

static void test_names(void **state)
{
    (void)state;
    for (size_t i = 1; i < ot_chart_theme_count(); i++) {
        assert_true(strcmp(ot_chart_theme_at(i - 1)->name,
                           ot_chart_theme_at(i)->name) < 0);
    }
    assert_non_null(ot_chart_theme_find("dark"));
    assert_null(ot_chart_theme_find("pink"));
}

int main(void)
{
    const struct CMUnitTest more[] = {
        cmocka_unit_test(test_looks),
        cmocka_unit_test(test_told_apart_in_grey),
        cmocka_unit_test(test_fan_deepens_inwards),
        cmocka_unit_test(test_names),
    };

    return RUN_TABLE("contrast", contrast_cases, test_contrast) +
           cmocka_run_group_tests_name("looks", more, NULL, NULL);
}
