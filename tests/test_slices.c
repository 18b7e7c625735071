// SPDX-License-Identifier: GPL-3.0-or-later
// test_slices.c - which series a selection is cut into, and each of them.
#include <unistd.h>

#include "base/text.h"
#include "outturn/outturn.h"

#include "support.h"

#define HEAD "reporter,partner,flow,commodity,period,value,unit\n"

static ot_panel *panel_of(const char *text)
{
    char path[] = "/tmp/test_slices.XXXXXX";
    const int file = mkstemp(path);
    const size_t n = strlen(text);
    ot_panel *panel = ot_panel_new();
    ot_error err = {0};

    assert_true(file >= 0);
    assert_int_equal(write(file, text, n), (ssize_t)n);
    close(file);
    if (ot_panel_read(panel, path, NULL, &err) != OT_OK ||
        ot_panel_seal(panel, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    unlink(path);
    return panel;
}

static const ot_flow *flow(const char *name)
{
    return ot_flow_find(name, strlen(name));
}

static ot_area area(const char *code)
{
    return ot_area_find(code, strlen(code));
}

// "ARM/RUS/export/27", as reporter, partner, flow and commodity of each.
static void put(ot_buf *to, const ot_panel *panel, const ot_slice *s)
{
    ot__buf_format(
        to, "%s%s/%s/%s/%s", to->n > 0 ? " " : "",
        s->reporter != 0 ? ot_panel_area_code(panel, s->reporter) : "-",
        s->partner != 0 ? ot_panel_area_code(panel, s->partner) : "-",
        s->flow->name, s->commodity);
}

static bool overlap;

// What there is, and in `overlap` whether it does.
static void assert_slices(const ot_panel *panel, const ot_slicing *how,
                          const char *want)
{
    ot_slices *slices = NULL;
    ot_error err = {0};
    ot_buf got = {0};

    if (ot_slices_new(panel, how, &slices, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    for (size_t i = 0; i < ot_slices_count(slices); i++) {
        const ot_slice s = ot_slices_at(slices, i);
        put(&got, panel, &s);
    }
    assert_string_equal(ot__buf_cstr(&got), want);
    overlap = ot_slices_overlap(slices);
    ot__buf_free(&got);
    ot_slices_free(slices);
}

// ---- which there are -------------------------------------------------------

#define PARTNERS                                                               \
    HEAD "ARM,RUS,export,TOTAL,2024-01,5,USD\n"                                \
         "ARM,WLD,export,TOTAL,2024-01,9,USD\n"                                \
         "ARM,GEO,export,TOTAL,2024-01,4,USD\n"                                \
         "ARM,GEO,import,TOTAL,2024-01,3,USD\n"                                \
         "ARM,IRN,import,TOTAL,2024-01,2,USD\n"

static void by_partner_totals_are_left_out(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(PARTNERS);
    ot_slicing how = {.whole = {.flow = flow("export"), .as_of = OT_DAY_LATEST},
                      .by_partner = true};

    assert_slices(panel, &how, "ARM/GEO/export/ ARM/RUS/export/");
    // One of the terms of a turnover is enough to be a slice of it.
    how.whole.flow = flow("turnover");
    assert_slices(panel, &how,
                  "ARM/GEO/turnover/ ARM/IRN/turnover/ ARM/RUS/turnover/");
    // Unless a list names them.
    const ot_area list[] = {area("WLD"), area("RUS")};
    how.whole.flow = flow("export");
    how.partner = list;
    how.partners = 2;
    assert_false(overlap);
    assert_slices(panel, &how, "ARM/RUS/export/ ARM/WLD/export/");
    assert_true(overlap);
    ot_panel_free(panel);
}

// Russia is in the Eurasian Economic Union, Georgia and Iran are not.
static void a_group_is_its_members(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(PARTNERS);
    const ot_area list[] = {area("EAEU")};
    const ot_slicing how = {
        .whole = {.flow = flow("export"), .as_of = OT_DAY_LATEST},
        .by_partner = true,
        .partner = list,
        .partners = 1};

    assert_int_not_equal(list[0], OT_AREA_NONE);
    assert_slices(panel, &how, "ARM/RUS/export/");
    ot_panel_free(panel);
}

static void by_flow_are_those_each_has(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(PARTNERS);
    const ot_flow *const flows[] = {flow("export"), flow("import"),
                                    flow("turnover")};
    ot_slicing how = {.whole = {.as_of = OT_DAY_LATEST},
                      .by_partner = true,
                      .by_flow = true,
                      .flow = flows,
                      .flows = 2};

    assert_slices(panel, &how,
                  "ARM/GEO/export/ ARM/GEO/import/ ARM/IRN/import/ "
                  "ARM/RUS/export/");
    assert_false(overlap);
    how.by_partner = false;
    how.whole.partner = area("GEO");
    how.flows = 3;
    assert_slices(panel, &how,
                  "ARM/GEO/export/ ARM/GEO/import/ ARM/GEO/turnover/");
    assert_true(overlap);
    ot_panel_free(panel);
}

#define CODES                                                                  \
    HEAD "ARM,RUS,export,TOTAL,2024-01,9,USD\n"                                \
         "ARM,RUS,export,27,2024-01,6,USD\n"                                   \
         "ARM,RUS,export,2709,2024-01,5,USD\n"                                 \
         "ARM,RUS,export,2710,2024-01,1,USD\n"                                 \
         "ARM,RUS,export,3004,2024-01,3,USD\n"

static void a_code_stands_for_those_within_it(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(CODES);
    ot_slicing how = {.whole = {.flow = flow("export"), .as_of = OT_DAY_LATEST},
                      .by_commodity = true};
    const char *const fuels[] = {"27"};
    const char *const named[] = {"2709", "27", "TOTAL"};

    assert_slices(panel, &how, "ARM/RUS/export/27 ARM/RUS/export/3004");
    how.commodity = fuels;
    how.commodities = 1;
    assert_slices(panel, &how, "ARM/RUS/export/2709 ARM/RUS/export/2710");
    assert_false(overlap);
    how.commodity = named;
    how.commodities = 3;
    assert_slices(panel, &how,
                  "ARM/RUS/export/27 ARM/RUS/export/2709 ARM/RUS/export/TOTAL");
    assert_true(overlap);
    how.commodities = 2;
    assert_slices(panel, &how, "ARM/RUS/export/27 ARM/RUS/export/2709");
    assert_true(overlap);
    // One without parts is itself.
    how.commodity = named;
    how.commodities = 1;
    assert_slices(panel, &how, "ARM/RUS/export/2709");
    ot_panel_free(panel);
}

// Where World has its own figures, codes that only countries have beside it are
// no slices: its 27 holds them.
static void a_world_of_its_own_has_its_own_codes(void **state)
{
    (void)state;
    const ot_slicing how = {
        .whole = {.flow = flow("export"), .as_of = OT_DAY_LATEST},
        .by_commodity = true};
    ot_panel *held = panel_of(HEAD "ARM,WLD,export,27,2024-01,6,USD\n"
                                   "ARM,RUS,export,2709,2024-01,5,USD\n");

    assert_slices(held, &how, "ARM/WLD/export/27");
    ot_panel_free(held);
}

static void several_of_what_it_is_not_cut_by_are_refused(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(PARTNERS "GEO,ARM,export,TOTAL,2024-01,1,USD\n");
    ot_slicing how = {.whole = {.flow = flow("export"), .as_of = OT_DAY_LATEST},
                      .by_partner = true};
    ot_slices *slices = NULL;
    ot_error err = {0};

    assert_int_equal(ot_slices_new(panel, &how, &slices, &err), OT_E_USAGE);
    assert_string_equal(err.message,
                        "several reporters: ARM, GEO; choose with -r");
    how.by_reporter = true;
    assert_slices(panel, &how,
                  "ARM/GEO/export/ ARM/RUS/export/ GEO/ARM/export/");
    const ot_area nobody[] = {area("BRA")};
    how.reporter = nobody;
    how.reporters = 1;
    assert_int_equal(ot_slices_new(panel, &how, &slices, NULL), OT_E_DATA);
    ot_panel_free(panel);
    panel = panel_of(HEAD "ARM,RUS,export,27,2024-01,6,USD\n"
                          "ARM,GEO,export,27,2024-01,6,USD\n"
                          "ARM,GEO,export,30,2024-01,5,USD\n");
    how = (ot_slicing){.whole = how.whole, .by_partner = true};
    assert_int_equal(ot_slices_new(panel, &how, &slices, NULL), OT_E_USAGE);
    ot_panel_free(panel);
}

// ---- what they are ---------------------------------------------------------

static void assert_series(const ot_slices *slices, size_t i, const double y[],
                          size_t n)
{
    ot_series *s = NULL;
    ot_error err = {0};

    if (ot_slices_series(slices, i, 0, &s, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    assert_int_equal(s->n, n);
    for (size_t k = 0; k < n; k++) {
        assert_close(s->y[k], y[k], 0);
    }
    ot_series_free(s);
}

// Georgia has no row for February, in which Russia has one: Armenia published
// the month, so Georgia's figure is nothing. Of Iran nobody knows March.
static void months_are_told_by_the_whole(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(HEAD "ARM,GEO,export,TOTAL,2024-01,4,USD\n"
                                    "ARM,GEO,export,TOTAL,2024-04,6,USD\n"
                                    "ARM,IRN,export,TOTAL,2024-02,1,USD\n"
                                    "ARM,IRN,export,TOTAL,2024-04,2,USD\n"
                                    "ARM,RUS,export,TOTAL,2024-02,5,USD\n");
    const ot_slicing how = {
        .whole = {.flow = flow("export"), .as_of = OT_DAY_LATEST},
        .by_partner = true};
    ot_slices *slices = NULL;

    assert_int_equal(ot_slices_new(panel, &how, &slices, NULL), OT_OK);
    assert_int_equal(ot_slices_count(slices), 3);
    assert_series(slices, 0, (const double[]){4, 0, NAN, 6}, 4);
    assert_series(slices, 1, (const double[]){1, NAN, 2}, 3);
    assert_series(slices, 2, (const double[]){5}, 1);
    ot_slices_free(slices);
    ot_panel_free(panel);
}

// TOTAL as the sum of codes, a turnover as that of flows; a partner that lacks
// one of them says so by itself.
static void a_slice_is_made_as_any_selection(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(HEAD "ARM,GEO,export,27,2024-01,4,USD\n"
                                    "ARM,GEO,export,30,2024-01,5,USD\n"
                                    "ARM,GEO,import,27,2024-01,7,USD\n"
                                    "ARM,RUS,export,27,2024-01,8,USD\n");
    const ot_slicing how = {.whole = {.flow = flow("turnover"),
                                      .commodity = "TOTAL",
                                      .as_of = OT_DAY_LATEST},
                            .by_partner = true};
    ot_slices *slices = NULL;
    ot_series *s = NULL;
    ot_error err = {0};

    assert_int_equal(ot_slices_new(panel, &how, &slices, NULL), OT_OK);
    assert_series(slices, 0, (const double[]){16}, 1);
    assert_int_equal(ot_slices_series(slices, 1, 0, &s, &err), OT_E_DATA);
    assert_string_equal(err.message, "no import with Russia in the files");
    ot_slices_free(slices);
    ot_panel_free(panel);
}

// Chapters: of Georgia from its headings, of Russia as such; a chapter is not
// also added to its headings, and what is kept secret is in none.
#define CHAPTERS                                                               \
    HEAD "ARM,GEO,export,2709,2024-01,4,USD\n"                                 \
         "ARM,GEO,export,2710,2024-01,5,USD\n"                                 \
         "ARM,GEO,export,TOTAL,2024-01,20,USD\n"                               \
         "ARM,GEO,export,71,2024-01,6,USD\n"                                   \
         "ARM,GEO,export,7108,2024-01,2,USD\n"                                 \
         "ARM,GEO,export,XX,2024-01,5,USD\n"

static void codes_are_put_together_by_their_first_digits(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(CHAPTERS);
    ot_slicing how = {.whole = {.flow = flow("export"), .as_of = OT_DAY_LATEST},
                      .by_commodity = true,
                      .digits = 2};

    assert_slices(panel, &how, "ARM/GEO/export/27 ARM/GEO/export/71");
    assert_false(overlap);
    how.digits = 4;
    assert_slices(panel, &how,
                  "ARM/GEO/export/2709 ARM/GEO/export/2710 "
                  "ARM/GEO/export/7108");
    const char *const fuels[] = {"27"};
    how.commodity = fuels;
    how.commodities = 1;
    assert_slices(panel, &how, "ARM/GEO/export/2709 ARM/GEO/export/2710");
    ot_panel_free(panel);
}

static void chapters_have_values(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(CHAPTERS);
    const ot_slicing how = {
        .whole = {.flow = flow("export"), .as_of = OT_DAY_LATEST},
        .by_commodity = true,
        .digits = 2};
    const ot_period periods[] = {ot_period_month(2024, 1),
                                 ot_period_month(2023, 1)};
    ot_slices *slices = NULL;
    ot_value value[2];
    ot_unit unit;

    assert_int_equal(ot_slices_new(panel, &how, &slices, NULL), OT_OK);
    assert_int_equal(
        ot_slices_values(slices, 0, periods, 2, value, &unit, NULL), OT_OK);
    assert_close(value[0].y, 9, 0); // 4 + 5
    assert_true(isnan(value[1].y));
    assert_string_equal(unit.code, "USD");
    assert_int_equal(ot_slices_values(slices, 1, periods, 1, value, NULL, NULL),
                     OT_OK);
    assert_close(value[0].y, 6, 0);
    ot_slices_free(slices);
    ot_panel_free(panel);
}

// A quarter of which one month has no row, and one month that nobody published.
static void values_of_any_period(void **state)
{
    (void)state;
    ot_panel *panel = panel_of(HEAD "ARM,GEO,export,TOTAL,2024-01,4,USD\n"
                                    "ARM,GEO,export,TOTAL,2024-03,6,USD\n"
                                    "ARM,IRN,export,TOTAL,2024-02,1,USD\n");
    const ot_slicing how = {
        .whole = {.flow = flow("export"), .as_of = OT_DAY_LATEST},
        .by_partner = true};
    const ot_period period[2] = {{ot_period_month(2024, 1).first, 3},
                                 ot_period_month(2024, 4)};
    ot_slices *slices = NULL;
    ot_value value[2];
    ot_unit unit;

    assert_int_equal(ot_slices_new(panel, &how, &slices, NULL), OT_OK);
    assert_int_equal(ot_slices_values(slices, 0, period, 2, value, &unit, NULL),
                     OT_OK);
    assert_close(value[0].y, 10, 0);
    assert_close(value[0].half, 1, 0); // of two figures in whole dollars
    assert_int_equal(value[0].absent, 1);
    assert_close(value[1].y, NAN, 0);
    assert_string_equal(unit.code, "USD");
    ot_slices_free(slices);
    ot_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_partner_totals_are_left_out),
        cmocka_unit_test(a_group_is_its_members),
        cmocka_unit_test(by_flow_are_those_each_has),
        cmocka_unit_test(a_code_stands_for_those_within_it),
        cmocka_unit_test(a_world_of_its_own_has_its_own_codes),
        cmocka_unit_test(several_of_what_it_is_not_cut_by_are_refused),
        cmocka_unit_test(months_are_told_by_the_whole),
        cmocka_unit_test(a_slice_is_made_as_any_selection),
        cmocka_unit_test(codes_are_put_together_by_their_first_digits),
        cmocka_unit_test(chapters_have_values),
        cmocka_unit_test(values_of_any_period),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
