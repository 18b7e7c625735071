// SPDX-License-Identifier: GPL-3.0-or-later
// test_value.c - the data rules: what a selection says of a period.
#include <unistd.h>

#include "outturn/outturn.h"

#include "support.h"

#define HEAD "reporter,partner,flow,basis,period,value,unit,vintage\n"

typedef struct rule {
    const char *name;
    const char *file;
    const char *flow, *basis, *as_of; // NULL: not given
    ot_absence absence;
    const char *period;
    double y; // NaN: not known
    ot_state state;
    ot_origin origin;
    int absent, mixed;
} rule;

static const rule rules[] = {
    {"the latest release wins",
     HEAD "ARM,RUS,export,,2024-01,10,USD,2024-02\n"
          "ARM,RUS,export,,2024-01,12,USD,2024-05\n",
     "export", NULL, NULL, 0, "2024-01", 12, OT_REPORTED, OT_FROM_CELL, 0, 0},
    {"before the second release the first holds",
     HEAD "ARM,RUS,export,,2024-01,10,USD,2024-02\n"
          "ARM,RUS,export,,2024-01,12,USD,2024-05\n",
     "export", NULL, "2024-05-30", 0, "2024-01", 10, OT_REPORTED, OT_FROM_CELL,
     0, 0},
    {"a release dated by month is known from its last day",
     HEAD "ARM,RUS,export,,2024-01,10,USD,2024-02\n"
          "ARM,RUS,export,,2024-01,12,USD,2024-05\n",
     "export", NULL, "2024-05-31", 0, "2024-01", 12, OT_REPORTED, OT_FROM_CELL,
     0, 0},
    {"what is undated is always known", HEAD "ARM,RUS,export,,2024-01,7,USD,\n",
     "export", NULL, "1990-01-01", 0, "2024-01", 7, OT_REPORTED, OT_FROM_CELL,
     0, 0},
    {"months add up",
     HEAD "ARM,RUS,export,,2024-01,7,USD,\nARM,RUS,export,,2024-02,8,USD,\n",
     "export", NULL, NULL, 0, "2024-01/2024-02", 15, OT_REPORTED, OT_FROM_SUM,
     0, 0},
    {"a published year wins over its months",
     HEAD "ARM,RUS,export,,2024-01,7,USD,\nARM,RUS,export,,2024,100,USD,\n",
     "export", NULL, NULL, 0, "2024", 100, OT_REPORTED, OT_FROM_CELL, 0, 0},
    {"a month is the difference of two to-date figures",
     HEAD "ARM,RUS,export,,2024-01/2024-07,70,USD,\n"
          "ARM,RUS,export,,2024-01/2024-08,81,USD,\n",
     "export", NULL, NULL, 0, "2024-08", 11, OT_REPORTED, OT_FROM_DIFFERENCE, 0,
     0},
    {"a difference of two releases is marked",
     HEAD "ARM,RUS,export,,2024-01/2024-07,70,USD,2024-08\n"
          "ARM,RUS,export,,2024-01/2024-08,81,USD,2024-09\n",
     "export", NULL, NULL, 0, "2024-08", 11, OT_REPORTED, OT_FROM_DIFFERENCE, 0,
     1},
    {"a month with other partners only is absent and counts nothing",
     HEAD "ARM,RUS,export,,2024-01,7,USD,\nARM,RUS,export,,2024-03,9,USD,\n"
          "ARM,GEO,export,,2024-02,1,USD,\n",
     "export", NULL, NULL, 0, "2024-01/2024-03", 16, OT_ABSENT, OT_FROM_SUM, 1,
     0},
    {"a month that nobody has is missing, and the sum is not known",
     HEAD "ARM,RUS,export,,2024-01,7,USD,\nARM,RUS,export,,2024-03,9,USD,\n",
     "export", NULL, NULL, 0, "2024-01/2024-03", NAN, OT_MISSING,
     OT_FROM_NOTHING, 0, 0},
    {"unless absent months are said to be zero",
     HEAD "ARM,RUS,export,,2024-01,7,USD,\nARM,RUS,export,,2024-03,9,USD,\n",
     "export", NULL, NULL, OT_ABSENCE_ZERO, "2024-01/2024-03", 16, OT_ABSENT,
     OT_FROM_SUM, 1, 0},
    {"after the last month nothing is in the files",
     HEAD "ARM,RUS,export,,2024-01,7,USD,\n", "export", NULL, NULL, 0,
     "2024-02", NAN, OT_NOT_IN_FILES, OT_FROM_NOTHING, 0, 0},
    {"turnover adds exports and imports",
     HEAD "ARM,RUS,export,,2024-01,7,USD,\nARM,RUS,import,,2024-01,5,USD,\n",
     "turnover", NULL, NULL, 0, "2024-01", 12, OT_REPORTED, OT_FROM_CELL, 0, 0},
    {"turnover is not known where imports are not",
     HEAD "ARM,RUS,export,,2024-01,7,USD,\nARM,RUS,export,,2024-02,7,USD,\n"
          "ARM,RUS,import,,2024-01,5,USD,\n",
     "turnover", NULL, NULL, 0, "2024-02", NAN, OT_NOT_IN_FILES,
     OT_FROM_NOTHING, 0, 0},
    {"a basis chooses among imports and exports pass",
     HEAD "ARM,RUS,export,,2024-01,7,USD,\n"
          "ARM,RUS,import,origin,2024-01,5,USD,\n"
          "ARM,RUS,import,consignment,2024-01,6,USD,\n",
     "turnover", "consignment", NULL, 0, "2024-01", 13, OT_REPORTED,
     OT_FROM_CELL, 0, 0},
    {"thousands are whole dollars",
     HEAD "ARM,RUS,export,,2024-01,36178.51295,USD thousand,\n", "export", NULL,
     NULL, 0, "2024-01", 36178512.95, OT_REPORTED, OT_FROM_CELL, 0, 0},
    {"sums are exact beyond what a double adds",
     HEAD "ARM,RUS,export,,2024-01,9007199254740993,USD,\n"
          "ARM,RUS,export,,2024-02,-9007199254740992,USD,\n",
     "export", NULL, NULL, 0, "2024-01/2024-02", 1, OT_REPORTED, OT_FROM_SUM, 0,
     0},
    {"a row repeated counts once",
     HEAD "ARM,RUS,export,,2024-01,7,USD,\nARM,RUS,export,,2024-01,7,USD,\n",
     "export", NULL, NULL, 0, "2024-01", 7, OT_REPORTED, OT_FROM_CELL, 0, 0},
};

// Reads a text as a file into a sealed panel.
static ot_status read_text(const char *text, ot_panel **panel, ot_error *err)
{
    char path[] = "/tmp/outturn-test-XXXXXX";
    const int file = mkstemp(path);
    const size_t n = strlen(text);

    assert_true(file >= 0);
    assert_int_equal(write(file, text, n), n);
    close(file);
    *panel = ot_panel_new();
    ot_status status = ot_panel_read(*panel, path, NULL, err);
    if (status == OT_OK) {
        status = ot_panel_seal(*panel, err);
    }
    unlink(path);
    return status;
}

static ot_status select_flow(const ot_panel *panel, const rule *c,
                             ot_view **view, ot_error *err)
{
    ot_selection s = {.reporter = ot_area_find("ARM", 3),
                      .partner = ot_area_find("RUS", 3),
                      .flow = ot_flow_find(c->flow, strlen(c->flow)),
                      .basis = c->basis,
                      .as_of = OT_DAY_LATEST,
                      .absence = c->absence};

    if (c->as_of != NULL) {
        ot_day_parse(c->as_of, strlen(c->as_of), &s.as_of, NULL);
    }
    return ot_panel_select(panel, &s, view, err);
}

static void test_rule(void **state)
{
    const rule *c = *state;
    ot_error err = {0};
    ot_panel *panel;
    ot_view *view = NULL;
    ot_period p;

    if (read_text(c->file, &panel, &err) != OT_OK ||
        select_flow(panel, c, &view, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    ot_period_parse(c->period, strlen(c->period), 0, &p, NULL);
    const ot_value v = ot_view_value(view, p);
    assert_close(v.y, c->y, 1e-15);
    assert_int_equal(v.state, c->state);
    assert_int_equal(v.origin, c->origin);
    assert_int_equal(v.absent, c->absent);
    assert_int_equal(v.mixed, c->mixed);
    ot_view_free(view);
    ot_panel_free(panel);
}

static void test_conflict(void **state)
{
    ot_error err = {0};
    ot_panel *panel;

    (void)state;
    assert_int_equal(read_text(HEAD "ARM,RUS,export,,2024-01,7,USD,\n"
                                    "ARM,RUS,export,,2024-01,8,USD,\n",
                               &panel, &err),
                     OT_E_DATA);
    assert_int_equal(err.place.line, 3);
    assert_non_null(strstr(err.message, ":2 gives already"));
    ot_panel_free(panel);
}

static void test_half_of_a_column(void **state)
{
    const rule c = {.flow = "export"};
    ot_error err = {0};
    ot_panel *panel;
    ot_view *view = NULL;

    (void)state;
    assert_int_equal(read_text(HEAD "ARM,RUS,export,,2024-01,8.3,USD million,\n"
                                    "ARM,RUS,export,,2024-02,8,USD million,\n",
                               &panel, &err),
                     OT_OK);
    assert_int_equal(select_flow(panel, &c, &view, &err), OT_OK);
    // The finest digit of the column is a tenth of a million.
    const ot_value v = ot_view_value(view, ot_period_month(2024, 2));
    assert_close(v.half, 50000, 1e-12);
    ot_view_free(view);
    ot_panel_free(panel);
}

static void test_two_bases_are_refused(void **state)
{
    const rule c = {.flow = "import"},
               other = {.flow = "import", .basis = "cif"};
    ot_error err = {0};
    ot_panel *panel;
    ot_view *view = NULL;

    (void)state;
    read_text(HEAD "ARM,RUS,import,origin,2024-01,5,USD,\n"
                   "ARM,RUS,import,consignment,2024-01,6,USD,\n",
              &panel, &err);
    assert_int_equal(select_flow(panel, &c, &view, &err), OT_E_USAGE);
    assert_non_null(strstr(err.message, "consignment, origin"));
    err = (ot_error){0};
    assert_int_equal(select_flow(panel, &other, &view, &err), OT_E_DATA);
    ot_panel_free(panel);
}

// UN Comtrade: where there are totals, parts are left out; parts alone add up.
static void test_parts(void **state)
{
    static const char head[] =
        "period,reporterCode,flowCode,partnerCode,cmdCode,motCode,"
        "primaryValue\n";
    char text[512];
    const rule c = {.flow = "export"};
    ot_error err = {0};
    ot_panel *panel;
    ot_view *view = NULL;

    (void)state;
    snprintf(text, sizeof text,
             "%s202401,51,X,643,TOTAL,0,10,\n202401,51,X,643,TOTAL,1000,4,\n"
             "202401,51,X,643,TOTAL,2000,6,\n202402,51,X,643,TOTAL,1000,3,\n"
             "202402,51,X,643,TOTAL,2000,5,\n",
             head);
    assert_int_equal(read_text(text, &panel, &err), OT_OK);
    assert_int_equal(select_flow(panel, &c, &view, &err), OT_OK);
    assert_close(ot_view_value(view, ot_period_month(2024, 1)).y, 10, 1e-15);
    assert_close(ot_view_value(view, ot_period_month(2024, 2)).y, 8, 1e-15);
    const ot_tally *t = ot_panel_tally(panel);
    assert_int_equal(t->rows, 5);
    assert_int_equal(t->used, 3);
    assert_int_equal(t->totals_left_out, 2);
    assert_int_equal(t->long_rows, 5);
    ot_view_free(view);
    ot_panel_free(panel);
}

static void test_as_of_another_day(void **state)
{
    const rule c = {.flow = "export"};
    ot_error err = {0};
    ot_panel *panel;
    ot_view *view = NULL, *then = NULL, *never = NULL;
    const ot_period month = ot_period_month(2024, 1);

    (void)state;
    assert_int_equal(read_text(HEAD "ARM,RUS,export,,2024-01,10,USD,2024-02\n"
                                    "ARM,RUS,export,,2024-01,12,USD,2024-05\n",
                               &panel, &err),
                     OT_OK);
    assert_int_equal(select_flow(panel, &c, &view, &err), OT_OK);
    assert_int_equal(ot_view_as_of(view, ot_day_of(2024, 5, 30), &then, &err),
                     OT_OK);
    assert_close(ot_view_value(view, month).y, 12, 1e-15);
    assert_close(ot_view_value(then, month).y, 10, 1e-15);
    assert_int_equal(ot_view_as_of(view, ot_day_of(2024, 2, 28), &never, &err),
                     OT_E_DATA);
    assert_null(never);
    ot_view_free(then);
    ot_view_free(view);
    ot_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest more[] = {
        cmocka_unit_test(test_as_of_another_day),
        cmocka_unit_test(test_conflict),
        cmocka_unit_test(test_half_of_a_column),
        cmocka_unit_test(test_two_bases_are_refused),
        cmocka_unit_test(test_parts),
    };

    return RUN_TABLE("value", rules, test_rule) +
           cmocka_run_group_tests(more, NULL, NULL);
}
