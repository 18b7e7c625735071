// SPDX-License-Identifier: GPL-3.0-or-later
// What the figures of a panel say of each other: each check alarms where it
// must and is silent where rounding explains it.
#include "panel_support.h"

#include <math.h>
#include <stdio.h>
#include <unistd.h>

#define HEADER "reporter,partner,flow,commodity,period,value,unit\n"

static void inspect(const char *rows, ot_inspection found[OT_INSPECTIONS])
{
    char path[] = "/tmp/outturn-inspect-XXXXXX";
    const int fd = mkstemp(path);
    ot_error err = {0};

    assert_true(fd >= 0);
    FILE *f = fdopen(fd, "w");
    assert_non_null(f);
    fputs(HEADER, f);
    fputs(rows, f);
    fclose(f);
    ot_panel *panel = ot_panel_new();
    assert_non_null(panel);
    if (ot_panel_read(panel, path, NULL, &err) != OT_OK ||
        ot_panel_seal(panel, &err) != OT_OK ||
        ot_panel_inspect(panel, found, &err) != OT_OK) {
        unlink(path);
        fail_msg("%s", err.message);
    }
    unlink(path);
    for (size_t i = 0; i < OT_INSPECTIONS; i++) { // the panel goes
        found[i].place.path = NULL;
        found[i].commodity = NULL;
    }
    ot_panel_free(panel);
}

typedef struct inspect_case {
    const char *name, *rows;
    ot_inspect what;
    size_t checked, failed, left;
    double stated, computed; // of the worst, when there is one
} inspect_case;

static const inspect_case cases[] = {
    {"quarters that make the year agree",
     "ARM,RUS,export,TOTAL,2023-Q1,1,USD\nARM,RUS,export,TOTAL,2023-Q2,2,USD\n"
     "ARM,RUS,export,TOTAL,2023-Q3,3,USD\nARM,RUS,export,TOTAL,2023-Q4,4,USD\n"
     "ARM,RUS,export,TOTAL,2023,10,USD\n",
     OT_INSPECT_MONTHS, 1, 0, 0, 0, 0},
    // 1 + 2 + 3 + 4 = 10; five figures to the unit may be off by 2.5 together
    {"rounding explains two units",
     "ARM,RUS,export,TOTAL,2023-Q1,1,USD\nARM,RUS,export,TOTAL,2023-Q2,2,USD\n"
     "ARM,RUS,export,TOTAL,2023-Q3,3,USD\nARM,RUS,export,TOTAL,2023-Q4,4,USD\n"
     "ARM,RUS,export,TOTAL,2023,12,USD\n",
     OT_INSPECT_MONTHS, 1, 0, 0, 0, 0},
    {"three units it does not explain",
     "ARM,RUS,export,TOTAL,2023-Q1,1,USD\nARM,RUS,export,TOTAL,2023-Q2,2,USD\n"
     "ARM,RUS,export,TOTAL,2023-Q3,3,USD\nARM,RUS,export,TOTAL,2023-Q4,4,USD\n"
     "ARM,RUS,export,TOTAL,2023,13,USD\n",
     OT_INSPECT_MONTHS, 1, 1, 0, 13, 10},
    {"a residual is named: groups are no partners",
     "ARM,WLD,export,TOTAL,2023,10.0,USD\nARM,RUS,export,TOTAL,2023,6.7,USD\n"
     "ARM,KAZ,export,TOTAL,2023,3.0,USD\nARM,EU27,export,TOTAL,2023,9,USD\n",
     OT_INSPECT_PARTNERS, 1, 0, 1, 10.0, 9.7},
    {"partners above the world are an error",
     "ARM,WLD,export,TOTAL,2023,10,USD\nARM,RUS,export,TOTAL,2023,8,USD\n"
     "ARM,KAZ,export,TOTAL,2023,7,USD\n",
     OT_INSPECT_PARTNERS, 1, 1, 0, 10, 15},
    {"codes above their parent are an error",
     "ARM,RUS,export,27,2023,10,USD\nARM,RUS,export,2709,2023,8,USD\n"
     "ARM,RUS,export,2710,2023,7,USD\nARM,RUS,export,270900,2023,8,USD\n",
     OT_INSPECT_CODES, 2, 1, 0, 10, 15},
    {"the balance is exports less imports",
     "ARM,RUS,export,TOTAL,2023,10,USD\nARM,RUS,import,TOTAL,2023,30,USD\n"
     "ARM,RUS,balance-reported,TOTAL,2023,20,USD\n",
     OT_INSPECT_BALANCE, 1, 1, 0, 20, -20},
    {"the turnover is their sum",
     "ARM,RUS,export,TOTAL,2023,10,USD\nARM,RUS,import,TOTAL,2023,30,USD\n"
     "ARM,RUS,turnover-reported,TOTAL,2023,41,USD\n",
     OT_INSPECT_TURNOVER, 1, 0, 0, 0, 0},
    {"re-exports are inside exports",
     "ARM,RUS,export,TOTAL,2023,10,USD\nARM,RUS,re-export,TOTAL,2023,30,USD\n",
     OT_INSPECT_REEXPORT, 1, 1, 0, 30, 10},
    {"a figure to date does not fall",
     "ARM,RUS,export,TOTAL,2023-01/2023-07,20,USD\n"
     "ARM,RUS,export,TOTAL,2023-01/2023-08,15,USD\n",
     OT_INSPECT_TO_DATE, 1, 1, 0, 15, 20},
    // The label of an official table, WEB_UTSA_04 of the Russian customs:
    // nine months that equal a full year.
    {"nine months that are the year are mislabelled",
     "RUS,WLD,turnover-reported,TOTAL,2015-01/2015-09,530427,USD million\n"
     "RUS,WLD,turnover-reported,TOTAL,2015,530427,USD million\n",
     OT_INSPECT_LABELS, 1, 1, 0, 530427e6, 530427e6},
    {"a hole in the trade with the world",
     "ARM,WLD,export,TOTAL,2023-01,1,USD\nARM,WLD,export,TOTAL,2023-04,1,USD\n",
     OT_INSPECT_HOLES, 1, 1, 0, 0, 2},
    {"a month without a row for a country is no hole",
     "ARM,RUS,export,TOTAL,2023-01,1,USD\nARM,RUS,export,TOTAL,2023-04,1,USD\n",
     OT_INSPECT_HOLES, 0, 0, 0, 0, 0},
    {"the Soviet Union had no trade in 2001",
     "ARM,SUN,export,TOTAL,2001,1,USD\n", OT_INSPECT_YEARS, 1, 1, 0, 0, 1},
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const inspect_case *c = &cases[i];
        ot_inspection found[OT_INSPECTIONS];
        inspect(c->rows, found);
        const ot_inspection *o = &found[c->what];
        if (o->checked != c->checked || o->failed != c->failed ||
            o->left != c->left) {
            fail_msg("%s: %zu checked, %zu failed, %zu left", c->name,
                     o->checked, o->failed, o->left);
        }
        if (o->shown != (c->failed + c->left > 0) ||
            (o->shown && (fabs(o->stated - c->stated) > 1e-6 ||
                          fabs(o->computed - c->computed) > 1e-6))) {
            fail_msg("%s: stated %f, computed %f", c->name, o->stated,
                     o->computed);
        }
    }
}

// Eighteen even months, one of them published in thousands too few.
static void test_a_slip_of_the_unit(void **state)
{
    ot_inspection found[OT_INSPECTIONS];
    char rows[4096];
    size_t n = 0;

    (void)state;
    for (int bad = 0; bad < 2; bad++) {
        n = 0;
        for (int m = 0; m < 18; m++) {
            n += (size_t)snprintf(
                rows + n, sizeof rows - n,
                "ARM,RUS,export,TOTAL,%d-%02d,%d,USD\n", 2022 + m / 12,
                m % 12 + 1, bad == 1 && m == 14 ? 1010000 : 1000 + 10 * m);
        }
        inspect(rows, found);
        assert_int_equal(found[OT_INSPECT_JUMPS].checked, 1);
        assert_int_equal(found[OT_INSPECT_JUMPS].failed, bad);
    }
}

// No alarm where there is none: figures of two offices.
static void test_real_series_are_quiet(void **state)
{
    static const char *const files[] = {"datasets/armenia-russia.csv",
                                        "datasets/us-partners.csv"};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        ot_inspection found[OT_INSPECTIONS];
        ot_error err = {0};
        ot_panel *panel = ot_panel_new();
        assert_int_equal(ot_panel_read(panel, files[i], NULL, &err), OT_OK);
        assert_int_equal(ot_panel_seal(panel, &err), OT_OK);
        assert_int_equal(ot_panel_inspect(panel, found, &err), OT_OK);
        for (size_t k = 0; k < OT_INSPECTIONS; k++) {
            assert_int_equal(found[k].failed, 0);
        }
        ot_panel_free(panel);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_a_slip_of_the_unit),
        cmocka_unit_test(test_real_series_are_quiet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
