// SPDX-License-Identifier: GPL-3.0-or-later
// test_mirror.c - ratio, gap and band of a flow that both sides report.
#include "support.h"

#include "outturn/mirror.h"

static ot_value value(double y, double half)
{
    return (ot_value){.y = y, .half = half};
}

typedef struct mirror_case {
    const char *name;
    double exports, imports, half; // half: of both
    double ratio, gap;
    ot_mirror_place place;
} mirror_case;

// Worked by hand; the band is 1.00 to 1.10. The second: 80 and 120 differ by
// 40, their mean is 100. The last: 99.5/100.5 is below 1, 100.5/99.5 above.
static const mirror_case mirror_cases[] = {
    {"six per cent more", 100, 106, 0, 1.06, 6.0 / 103, OT_MIRROR_INSIDE},
    {"half as much again", 80, 120, 0, 1.5, 0.4, OT_MIRROR_ABOVE},
    {"the ends are inside", 100, 110, 0, 1.1, 10.0 / 105, OT_MIRROR_INSIDE},
    {"imports fall short", 120, 80, 0, 2.0 / 3, -0.4, OT_MIRROR_BELOW},
    {"no exports", 0, 50, 0, NAN, 2, OT_MIRROR_UNDEFINED},
    {"no imports", 50, 0, 0, 0, -2, OT_MIRROR_BELOW},
    {"nothing on either side", 0, 0, 0, NAN, NAN, OT_MIRROR_UNDEFINED},
    {"exports not known", NAN, 50, 0, NAN, NAN, OT_MIRROR_UNDEFINED},
    {"too rounded to say", 100, 100, 0.5, 1, 0, OT_MIRROR_EITHER},
};

static void test_mirror(void **state)
{
    const mirror_case *c = *state;
    const ot_mirror m =
        ot_mirror_of(value(c->exports, c->half), value(c->imports, c->half),
                     ot_interval_of(1.0, 1.1));

    assert_close(m.ratio, c->ratio, 1e-14);
    assert_close(m.gap, c->gap, 1e-14);
    assert_int_equal(m.place, c->place);
    if (!isnan(m.gap)) {
        assert_true(ot_interval_holds(m.gap_range, m.gap));
    }
}

// Changing the sides turns the gap's sign and the ratio upside down.
static void the_other_way_round(void **state)
{
    const mirror_case *c = *state;
    const ot_interval band = ot_interval_of(1.0, 1.1);
    const ot_value x = value(c->exports, c->half),
                   y = value(c->imports, c->half);
    const ot_mirror a = ot_mirror_of(x, y, band), b = ot_mirror_of(y, x, band);

    assert_close(b.gap, -a.gap, 1e-14);
    if (a.ratio > 0 && b.ratio > 0) {
        assert_close(a.ratio * b.ratio, 1, 1e-14);
    }
}

static void mirror_of_the_mirror_is_itself(void **state)
{
    (void)state;
    static const char *const flows[] = {"export", "import"};

    for (size_t i = 0; i < 2; i++) {
        const ot_selection s = {.reporter = ot_area_find("ARM", 3),
                                .partner = ot_area_find("RUS", 3),
                                .flow = ot_flow_find(flows[i], 6),
                                .commodity = "27",
                                .as_of = OT_DAY_LATEST};
        ot_selection once, twice;
        assert_int_equal(ot_mirror_selection(&s, &once, NULL), OT_OK);
        assert_int_equal(once.reporter, s.partner);
        assert_int_equal(once.partner, s.reporter);
        assert_string_equal(once.flow->name, flows[1 - i]);
        assert_int_equal(ot_mirror_selection(&once, &twice, NULL), OT_OK);
        assert_int_equal(twice.reporter, s.reporter);
        assert_int_equal(twice.partner, s.partner);
        assert_ptr_equal(twice.flow, s.flow);
        assert_string_equal(twice.commodity, "27");
    }
}

static void turnover_and_the_whole_world_have_none(void **state)
{
    (void)state;
    ot_selection s = {.reporter = ot_area_find("ARM", 3),
                      .partner = ot_area_find("RUS", 3),
                      .flow = ot_flow_find("turnover", 8)};
    ot_selection mirror;

    assert_int_equal(ot_mirror_selection(&s, &mirror, NULL), OT_E_USAGE);
    s.flow = ot_flow_find("export", 6);
    s.partner = OT_AREA_NONE;
    assert_int_equal(ot_mirror_selection(&s, &mirror, NULL), OT_E_USAGE);
}

// Exports 100, imports 126 cif; at cif / fob 1.05 imports are 120 fob.
static void estimates_by_rule(void **state)
{
    (void)state;
    const ot_interval band = ot_interval_of(1.0, 1.1);
    const ot_mirror both = ot_mirror_of(value(100, 0), value(126, 0), band);
    const ot_mirror one = ot_mirror_of(value(NAN, 0), value(126, 0), band);
    const ot_mirror rounded =
        ot_mirror_of(value(100, 1), value(126, 2.1), band);
    const ot_mirror_rule *mean = ot_mirror_rule_find("mean");
    const ot_mirror_rule *exporter = ot_mirror_rule_find("exporter");
    const ot_mirror_rule *importer = ot_mirror_rule_find("importer");
    ot_interval range;

    assert_close(ot_mirror_reconciled(&both, mean, 1.05, &range), 110, 1e-14);
    assert_close(ot_mirror_reconciled(&both, exporter, 1.05, &range), 100, 0);
    assert_close(ot_mirror_reconciled(&both, importer, 1.05, &range), 120,
                 1e-14);
    assert_true(isnan(ot_mirror_reconciled(&one, mean, 1.05, &range)));
    assert_close(ot_mirror_reconciled(&one, exporter, 1.05, &range), 120,
                 1e-14);
    // 99 to 101 and 118 to 122
    assert_close(ot_mirror_reconciled(&rounded, mean, 1.05, &range), 110,
                 1e-14);
    assert_close(range.lo, 108.5, 1e-12);
    assert_close(range.hi, 111.5, 1e-12);
    assert_null(ot_mirror_rule_find("median"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mirror_of_the_mirror_is_itself),
        cmocka_unit_test(turnover_and_the_whole_world_have_none),
        cmocka_unit_test(estimates_by_rule),
    };

    return RUN_TABLE("mirror", mirror_cases, test_mirror) +
           RUN_TABLE("sides", mirror_cases, the_other_way_round) +
           cmocka_run_group_tests(tests, NULL, NULL);
}
