// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a layout, and every layout that is embedded.
#include "support.h"

#include "data/layout.h"

static void test_lines(void **state)
{
    static const char text[] = "# a remark\n"
                               "name = mine\r\n"
                               "\n"
                               "map = partner=Country, value=\"Value, USD\"\n"
                               "map = period=Time\n";
    ot_spec spec = {.n = 0};
    ot_error err = {0};
    ot_str value;
    size_t i = 0;
    char mark;

    (void)state;
    assert_int_equal(ot__spec_read(&spec, ot__str(text), NULL, &err), OT_OK);
    assert_int_equal(spec.n, 3);
    assert_true(ot__str_equal(ot__spec_get(&spec, "name"), "mine"));
    assert_true(ot__spec_each(&spec, "map", &i, &value));
    assert_true(ot__str_equal(ot__item_cut(&value), "partner=Country"));
    // A comma inside quotes does not end an item.
    ot_str column;
    const ot_str role = ot__item_split(ot__item_cut(&value), &column, &mark);
    assert_true(ot__str_equal(role, "value"));
    assert_true(ot__str_equal(column, "Value, USD"));
    assert_int_equal(mark, '=');
    assert_true(ot__spec_each(&spec, "map", &i, &value));
    assert_false(ot__spec_each(&spec, "map", &i, &value));
}

static void test_a_mistyped_key_is_named(void **state)
{
    const ot_place place = {"my.layout", 0, 0};
    ot_spec spec = {.n = 0};
    ot_error err = {0};

    (void)state;
    assert_int_equal(
        ot__spec_read(&spec, ot__str("name = x\nvalue = y\n"), &place, &err),
        OT_E_SYNTAX);
    assert_int_equal(err.place.line, 2);
    assert_non_null(strstr(err.message, "did you mean values?"));
}

// Each has a name of its own, says whose it is, and reads without fault.
static void test_every_layout(void **state)
{
    (void)state;
    assert_true(ot__layout_count() > 25);
    for (size_t i = 0; i < ot__layout_count(); i++) {
        ot_spec spec = {.n = 0};
        ot_error err = {0};
        if (ot__spec_read(&spec, ot__str(ot__layout_text(i)), NULL, &err) !=
            OT_OK) {
            fail_msg("layout %zu: %s", i, err.message);
        }
        char name[48];
        ot__str_copy(ot__spec_get(&spec, "name"), name, sizeof name);
        assert_true(name[0] != '\0');
        assert_true(ot__spec_get(&spec, "summary").n > 0);
        assert_true(ot__spec_get(&spec, "source").n > 0);
        assert_true(ot__spec_get(&spec, "has").n > 0);
        for (size_t k = 0; k < i; k++) {
            ot_spec other = {.n = 0};
            ot__layout_spec(k, &other);
            assert_false(ot__str_same(ot__spec_get(&other, "name"), name));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_a_mistyped_key_is_named),
        cmocka_unit_test(test_every_layout),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
