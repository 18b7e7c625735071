// SPDX-License-Identifier: GPL-3.0-or-later
// test_revisions.c - what became of each figure, in what order, and what it
// does to its year.
#include <unistd.h>

#include "panel_support.h"

#include "outturn/revisions.h"

#define HEAD "reporter,partner,flow,commodity,period,value,unit\n"

static ot_panel *panel_of(const char *text)
{
    char path[] = "/tmp/test_revisions.XXXXXX";
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

static ot_view *exports_of(const ot_panel *panel)
{
    const ot_selection s = {.flow = ot_flow_find("export", 6),
                            .as_of = OT_DAY_LATEST};
    ot_error err = {0};
    ot_view *view = NULL;

    if (ot_panel_select(panel, &s, &view, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    return view;
}

static ot_revisions *revise(ot_view *before, ot_view *after)
{
    ot_revisions *r = NULL;
    ot_error err = {0};

    const ot_revising how = {.n = 0};
    if (ot_revisions_new(&before, &after, 1, &how, &r, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    return r;
}

// January was 100.0 and is 130.0; February went, March came; April is the same;
// May is beyond the older file.
#define OLDER                                                                  \
    HEAD "ARM,RUS,export,TOTAL,2024-01,100.0,USD\n"                            \
         "ARM,RUS,export,TOTAL,2024-02,200.0,USD\n"                            \
         "ARM,RUS,export,TOTAL,2024-04,50.0,USD\n"
#define NEWER                                                                  \
    HEAD "ARM,RUS,export,TOTAL,2024-01,130.0,USD\n"                            \
         "ARM,RUS,export,TOTAL,2024-03,70.0,USD\n"                             \
         "ARM,RUS,export,TOTAL,2024-04,50.0,USD\n"                             \
         "ARM,RUS,export,TOTAL,2024-05,60.0,USD\n"

static void changed_and_come_and_gone_are_told_apart(void **state)
{
    (void)state;
    ot_panel *p = panel_of(OLDER), *q = panel_of(NEWER);
    ot_view *a = exports_of(p), *b = exports_of(q);
    ot_revisions *r = revise(a, b);

    assert_int_equal(r->n, 3);
    assert_int_equal(r->count[OT_REVISED_CHANGED], 1);
    assert_int_equal(r->count[OT_REVISED_VANISHED], 1);
    assert_int_equal(r->count[OT_REVISED_APPEARED], 1);
    assert_int_equal(r->count[OT_REVISED_SAME], 1);
    assert_int_equal(r->count[OT_REVISED_ADDED], 1);
    assert_int_equal(r->at[0].kind, OT_REVISED_CHANGED);
    assert_close(r->at[0].difference, 30, 1e-14);
    assert_close(r->at[0].change, 0.3, 1e-14);
    // 100.0 is 99.95 to 100.05, 130.0 is 129.95 to 130.05.
    assert_close(r->at[0].difference_range.lo, 29.9, 1e-12);
    assert_close(r->at[0].difference_range.hi, 30.1, 1e-12);
    assert_true(isnan(r->at[1].difference) && isnan(r->at[2].difference));
    // Its year to date has a hole in March.
    assert_true(isnan(r->at[0].of_to_date));
    ot_revisions_free(r);
    ot_view_free(a);
    ot_view_free(b);
    ot_panel_free(p);
    ot_panel_free(q);
}

static void a_file_against_itself_is_the_same(void **state)
{
    (void)state;
    ot_panel *p = panel_of(OLDER);
    ot_view *a = exports_of(p);
    ot_revisions *r = revise(a, a);

    assert_int_equal(r->n, 0);
    assert_int_equal(r->count[OT_REVISED_SAME], 3);
    ot_revisions_free(r);
    ot_view_free(a);
    ot_panel_free(p);
}

static void another_rounding_is_no_revision(void **state)
{
    (void)state;
    // 100.4 rounds to 100, 101 does not.
    ot_panel *p = panel_of(HEAD "ARM,RUS,export,TOTAL,2024-01,100.4,USD\n"
                                "ARM,RUS,export,TOTAL,2024-02,101.0,USD\n");
    ot_panel *q = panel_of(HEAD "ARM,RUS,export,TOTAL,2024-01,100,USD\n"
                                "ARM,RUS,export,TOTAL,2024-02,100,USD\n");
    ot_view *a = exports_of(p), *b = exports_of(q);
    ot_revisions *r = revise(a, b);

    assert_int_equal(r->n, 1);
    assert_int_equal(r->at[0].period.first, ot_period_month(2024, 2).first);
    ot_revisions_free(r);
    ot_view_free(a);
    ot_view_free(b);
    ot_panel_free(p);
    ot_panel_free(q);
}

// Back and forth: the same figures, differences with the other sign.
static void backwards_turns_every_sign(void **state)
{
    (void)state;
    ot_panel *panel;
    ot_view *b = armenia_russia("import", OT_DAY_LATEST, &panel), *a = NULL;

    assert_int_equal(ot_view_as_of(b, ot_day_of(2024, 9, 30), &a, NULL), OT_OK);
    ot_revisions *there = revise(a, b), *back = revise(b, a);
    assert_true(there->n > 0);
    for (size_t i = 0; i < there->n; i++) {
        assert_int_equal(there->at[i].period.first, back->at[i].period.first);
        assert_close(there->at[i].difference, -back->at[i].difference, 0);
    }
    ot_revisions_free(there);
    ot_revisions_free(back);
    ot_view_free(a);
    ot_view_free(b);
    ot_panel_free(panel);
}

// From the file by awk: April 2024 was 2217596.448 and is 1292454.676 thousand;
// January to June of the older release add up to 6957127.1872.
static void april_2024_comes_first(void **state)
{
    (void)state;
    ot_panel *panel;
    ot_view *b = armenia_russia("import", OT_DAY_LATEST, &panel), *a = NULL;

    assert_int_equal(ot_view_as_of(b, ot_day_of(2024, 9, 30), &a, NULL), OT_OK);
    ot_revisions *r = revise(a, b);
    const ot_revision *first = &r->at[0];
    assert_int_equal(r->n, 6);
    assert_int_equal(first->period.first, ot_period_month(2024, 4).first);
    assert_close(first->before.y, 2217596448, 1e-12);
    assert_close(first->after.y, 1292454676, 1e-12);
    assert_int_equal(first->to_date.months, 6);
    assert_close(first->of_to_date, -925141.772 / 6957127.1872, 1e-9);
    assert_true(isnan(first->of_year)); // 2024 was not over
    ot_revisions_free(r);
    ot_view_free(a);
    ot_view_free(b);
    ot_panel_free(panel);
}

// A release of months 1, 2 and 4 that leaves out 3: the earlier figure stands.
static void what_is_not_repeated_stands(void **state)
{
    (void)state;
    ot_panel *p =
        panel_of("reporter,partner,flow,commodity,period,value,unit,vintage\n"
                 "ARM,RUS,export,TOTAL,2024-01,10,USD,2024-05\n"
                 "ARM,RUS,export,TOTAL,2024-02,20,USD,2024-05\n"
                 "ARM,RUS,export,TOTAL,2024-03,30,USD,2024-05\n"
                 "ARM,RUS,export,TOTAL,2024-01,11,USD,2024-06\n"
                 "ARM,RUS,export,TOTAL,2024-02,20,USD,2024-06\n"
                 "ARM,RUS,export,TOTAL,2024-04,40,USD,2024-06\n");
    ot_view *b = exports_of(p), *a = NULL;

    assert_int_equal(ot_view_as_of(b, ot_day_of(2024, 5, 31), &a, NULL), OT_OK);
    ot_revisions *r = revise(a, b);
    assert_int_equal(r->n, 1);
    assert_int_equal(r->count[OT_REVISED_STANDS], 1);
    assert_int_equal(r->standing.first, ot_period_month(2024, 3).first);
    assert_int_equal(r->count[OT_REVISED_ADDED], 1);
    // 1 of 10 + 20 + 30
    assert_close(r->at[0].of_to_date, 1.0 / 60, 1e-14);
    ot_revisions_free(r);
    ot_view_free(a);
    ot_view_free(b);
    ot_panel_free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changed_and_come_and_gone_are_told_apart),
        cmocka_unit_test(a_file_against_itself_is_the_same),
        cmocka_unit_test(another_rounding_is_no_revision),
        cmocka_unit_test(backwards_turns_every_sign),
        cmocka_unit_test(april_2024_comes_first),
        cmocka_unit_test(what_is_not_repeated_stands),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
