// SPDX-License-Identifier: GPL-3.0-or-later
// test_inspect.c - what files say against themselves: each check where it must
// speak and where it must not. All figures are invented.
#include <unistd.h>

#include "outturn/outturn.h"

#include "support.h"

#define HEAD  "reporter,partner,flow,commodity,period,value,unit\n"
#define BASIS "reporter,partner,flow,basis,period,value,unit\n"
#define DATED "reporter,partner,flow,period,value,unit,vintage\n"
// Months of one year, by their figures.
#define MONTHS(who, year, a, b, c, d, e, f, g, h, i, j, k, l)                  \
    who year "-01," a "\n" who year "-02," b "\n" who year "-03," c            \
             "\n" who year "-04," d "\n" who year "-05," e "\n" who year       \
             "-06," f "\n" who year "-07," g "\n" who year "-08," h            \
             "\n" who year "-09," i "\n" who year "-10," j "\n" who year       \
             "-11," k "\n" who year "-12," l "\n"
#define PLAIN "reporter,partner,flow,period,value\n"
#define X     "ARM,RUS,export,"

typedef struct inspect_case {
    const char *name;
    const char *text;
    ot_inspect_code code;
    size_t tested, failed;
    // Of the first row, where there is one.
    const char *partner, *period;
    double stated, computed;
    int count;
    long line, other;
} inspect_case;

#define EVEN(who, year)                                                        \
    MONTHS(who, year, "1.1", "1.2", "0.9", "1.0", "1.1", "1.0", "0.9", "1.2",  \
           "1.0", "1.1", "0.9", "1.2")
#define HUNDREDS(who, year)                                                    \
    MONTHS(who, year, "110.5", "120.2", "90.1", "100.7", "110.2", "100.9",     \
           "90.3", "120.5", "100.2", "110.6", "90.7", "120.4")

static const inspect_case sums[] = {
    {"months that add up to their year agree",
     PLAIN EVEN(X, "2023") X "2023,12.6\n", OT_INSPECT_TILES, 1, 0, NULL, NULL,
     0, 0, 0, 0, 0},
    {"months are off their year by more than rounding allows",
     // Thirteen figures to one digit: half of 1.3 at most.
     PLAIN EVEN(X, "2023") X "2023,13.3\n", OT_INSPECT_TILES, 1, 1, "RUS",
     "2023", 13.3, 12.6, 12, 14, 2},
    {"and within it they agree", PLAIN EVEN(X, "2023") X "2023,13.2\n",
     OT_INSPECT_TILES, 1, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"a year without all of its months is not held against them",
     PLAIN X "2023-01,1\n" X "2023-02,1\n" X "2023,50\n", OT_INSPECT_TILES, 0,
     0, NULL, NULL, 0, 0, 0, 0, 0},
    {"quarters add up to a year",
     PLAIN X "2023-Q1,100\n" X "2023-Q2,100\n" X "2023-Q3,100\n" X
             "2023-Q4,100\n" X "2023,450\n",
     OT_INSPECT_TILES, 1, 1, "RUS", "2023", 450, 400, 4, 6, 2},
    {"January and February together are a part of the year",
     PLAIN X "2023-01/2023-02,200\n" X "2023-Q2,100\n" X "2023-03,100\n" X
             "2023-01/2023-06,400\n",
     OT_INSPECT_TILES, 1, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"only the latest release of each figure counts",
     DATED X "2023-Q1,100,USD,2024-01\n" X "2023-Q2,100,USD,2024-01\n" X
             "2023-Q2,150,USD,2024-02\n" X "2023-01/2023-06,250,USD,2024-02\n",
     OT_INSPECT_TILES, 1, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"a millionth is no disagreement",
     PLAIN X "2023-Q1,1000000.01\n" X "2023-Q2,1000000.01\n" X
             "2023-01/2023-06,2000000.10\n",
     OT_INSPECT_TILES, 1, 0, NULL, NULL, 0, 0, 0, 0, 0},

    {"partners add up to the world, groups left aside",
     HEAD "ARM,WLD,export,TOTAL,2023,100,USD\nARM,RUS,export,TOTAL,2023,60,"
          "USD\nARM,GEO,export,TOTAL,2023,30,USD\nARM,Areas nes,export,TOTAL,"
          "2023,10,USD\nARM,EU27,export,TOTAL,2023,30,USD\n",
     OT_INSPECT_PARTNERS, 1, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"partners that are more than the world",
     HEAD "ARM,WLD,export,TOTAL,2023,100,USD\nARM,RUS,export,TOTAL,2023,90,"
          "USD\nARM,GEO,export,TOTAL,2023,30,USD\n",
     OT_INSPECT_PARTNERS, 1, 1, "WLD", "2023", 100, 120, 2, 2, 4},
    {"what is allocated to none may hold countries that are listed",
     HEAD "ARM,WLD,export,TOTAL,2023,100,USD\nARM,RUS,export,TOTAL,2023,90,"
          "USD\nARM,Areas nes,export,TOTAL,2023,30,USD\n",
     OT_INSPECT_PARTNERS, 0, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"the rest of the world is named",
     HEAD "ARM,WLD,export,TOTAL,2023,1000,USD\nARM,RUS,export,TOTAL,2023,970,"
          "USD\n",
     OT_INSPECT_PARTNERS_SHORT, 1, 1, "WLD", "2023", 1000, 970, 1, 2, 3},
    {"a rest is no fault",
     HEAD "ARM,WLD,export,TOTAL,2023,1000,USD\nARM,RUS,export,TOTAL,2023,970,"
          "USD\n",
     OT_INSPECT_PARTNERS, 1, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"seasonally adjusted partners need not add up",
     BASIS "GBR,WLD,export,sa,2023,100,GBP\nGBR,FRA,export,sa,2023,130,GBP\n",
     OT_INSPECT_PARTNERS, 0, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"a chapter that is more than the total",
     HEAD "ARM,RUS,export,TOTAL,2023,100,USD\nARM,RUS,export,27,2023,70,USD\n"
          "ARM,RUS,export,71,2023,40,USD\n",
     OT_INSPECT_CODES, 1, 1, "RUS", "2023", 100, 110, 2, 2, 3},
    {"headings against their chapter, codes against their heading",
     HEAD "ARM,RUS,export,27,2023,70,USD\nARM,RUS,export,2709,2023,40,USD\n"
          "ARM,RUS,export,2710,2023,30,USD\nARM,RUS,export,270900,2023,40,"
          "USD\n",
     OT_INSPECT_CODES, 2, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"files that hold some codes leave a rest",
     HEAD "ARM,RUS,export,TOTAL,2023,100,USD\nARM,RUS,export,27,2023,7,USD\n",
     OT_INSPECT_CODES_SHORT, 1, 1, "RUS", "2023", 100, 7, 1, 2, 3},
};

static const inspect_case flows[] = {
    {"a balance is exports less imports",
     PLAIN X "2023,100\nARM,RUS,import,2023,130\nARM,RUS,balance,2023,-30\n",
     OT_INSPECT_FLOWS, 1, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"a balance that does not follow",
     PLAIN X "2023,100\nARM,RUS,import,2023,130\nARM,RUS,сальдо,2023,30\n",
     OT_INSPECT_FLOWS, 1, 1, "RUS", "2023", 30, -30, 2, 4, 2},
    {"a turnover that does not follow",
     PLAIN X "2023,100\nARM,RUS,import,2023,130\nARM,RUS,turnover,2023,240\n",
     OT_INSPECT_FLOWS, 1, 1, "RUS", "2023", 240, 230, 2, 4, 2},
    {"a turnover goes with either basis of imports",
     BASIS "ARM,RUS,export,,2023,100,USD\nARM,RUS,import,origin,2023,130,USD\n"
           "ARM,RUS,import,consignment,2023,140,USD\n"
           "ARM,RUS,turnover,,2023,240,USD\n",
     OT_INSPECT_FLOWS, 1, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"without imports a turnover cannot be held against anything",
     PLAIN X "2023,100\nARM,RUS,turnover,2023,240\n", OT_INSPECT_FLOWS, 0, 0,
     NULL, NULL, 0, 0, 0, 0, 0},
    {"re-exports are a part of exports",
     PLAIN X "2023,100\nARM,RUS,re-export,2023,60\n", OT_INSPECT_WITHIN, 1, 0,
     NULL, NULL, 0, 0, 0, 0, 0},
    {"re-exports larger than exports",
     PLAIN X "2023,100\nARM,RUS,re-export,2023,160\n", OT_INSPECT_WITHIN, 1, 1,
     "RUS", "2023", 100, 160, 1, 3, 2},
    {"domestic exports and re-exports make exports",
     PLAIN X "2023,100\nARM,RUS,re-export,2023,60\nARM,RUS,DX,2023,20\n",
     OT_INSPECT_WITHIN, 2, 1, "RUS", "2023", 100, 80, 2, 4, 2},
};

static const inspect_case labels[] = {
    {"a figure to date that falls",
     PLAIN X "2023-01/2023-07,700\n" X "2023-01/2023-08,690\n",
     OT_INSPECT_FALLS, 1, 1, "RUS", "2023-01/2023-08", 690, 700, 0, 3, 2},
    {"figures to date that rise",
     PLAIN X "2023-01/2023-07,700\n" X "2023-01/2023-08,790\n" X "2023,900\n",
     OT_INSPECT_FALLS, 2, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"a balance to date may fall",
     PLAIN "ARM,RUS,balance,2023-01/2023-07,70\n"
           "ARM,RUS,balance,2023-01/2023-08,60\n",
     OT_INSPECT_FALLS, 0, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"nine months that are the full year",
     PLAIN "RUS,WLD,turnover,2014,784.5\nRUS,WLD,turnover,2015-01/2015-09,"
           "530.4\nRUS,WLD,turnover,2015,530.4\n",
     OT_INSPECT_LABELS, 1, 1, "WLD", "2015-01/2015-09", 530.4, 530.4, 0, 3, 4},
    {"nine months that are another year's full figure",
     PLAIN X "2014,784512\n" X "2015-01/2015-09,784512\n", OT_INSPECT_LABELS, 1,
     1, "RUS", "2015-01/2015-09", 784512, 784512, 0, 3, 2},
    {"nine months that are less",
     PLAIN X "2014,784512\n" X "2015-01/2015-09,402133\n" X "2015,530427\n",
     OT_INSPECT_LABELS, 1, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"few digits agree by chance", PLAIN X "2014,78\n" X "2015-01/2015-09,78\n",
     OT_INSPECT_LABELS, 1, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"trade with a country may end in September",
     PLAIN X "2015-01/2015-09,530427\n" X "2015-01/2015-10,530427\n" X
             "2015,530427\n",
     OT_INSPECT_LABELS, 2, 0, NULL, NULL, 0, 0, 0, 0, 0},
};

static const inspect_case shapes[] = {
    {"a month that nobody has",
     PLAIN X "2023-01,1\n" X "2023-02,1\n" X "2023-03,1\n" X "2023-05,1\n",
     OT_INSPECT_HOLES, 1, 1, "RUS", "2023-04", 1, 1, 1, 4, 5},
    {"a month with other partners only is no hole",
     PLAIN X "2023-01,1\n" X "2023-02,9\n" X "2023-03,1\n" X "2023-05,1\n"
             "ARM,GEO,export,2023-04,1\n",
     OT_INSPECT_HOLES, 1, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"but in a steady series it is one",
     PLAIN EVEN(X, "2022") X "2023-02,1\n" X "2023-03,1\n" X "2023-04,1\n" X
                             "2023-05,1\n" X "2023-06,1\n" X "2023-07,1\n" X
                             "2023-08,1\nARM,GEO,export,2023-01,1\n",
     OT_INSPECT_HOLES, 1, 1, "RUS", "2023-01", 1.2, 1, 1, 13, 14},
    {"a month that a figure to date gives is no hole",
     PLAIN X "2023-01,1\n" X "2023-02,1\n" X "2023-03,1\n" X
             "2023-01/2023-04,4\n" X "2023-05,1\n",
     OT_INSPECT_HOLES, 1, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"a series that is mostly holes says nothing by them",
     PLAIN X "2020-01,1\n" X "2020-02,1\n" X "2023-03,1\n", OT_INSPECT_HOLES, 0,
     0, NULL, NULL, 0, 0, 0, 0, 0},
    {"but that with the world does",
     PLAIN "ARM,WLD,export,2023-01,1\nARM,WLD,export,2023-04,1\n",
     OT_INSPECT_HOLES, 1, 1, "WLD", "2023-02", 1, 1, 2, 2, 3},
    {"a month a thousand times its neighbours",
     PLAIN HUNDREDS(X, "2022")
         MONTHS(X, "2023", "110.2", "120.1", "90.6", "100700.0", "110.9",
                "100.1", "90.4", "120.9", "100.2", "110.2", "90.6", "120.2"),
     OT_INSPECT_JUMPS, 1, 1, "RUS", "2023-04", 100700, 110.2, 3, 17, 16},
    {"a latest month of a thousandth",
     PLAIN HUNDREDS(X, "2022") X "2023-01,0.11\n", OT_INSPECT_JUMPS, 1, 1,
     "RUS", "2023-01", 0.11, 105.3, -3, 14, 13},
    {"a month ten times its neighbours in a quiet series",
     PLAIN HUNDREDS(X, "2022")
         MONTHS(X, "2023", "110.2", "120.1", "90.6", "1007.0", "110.9", "100.1",
                "90.4", "120.9", "100.2", "110.2", "90.6", "120.2"),
     OT_INSPECT_JUMPS, 1, 1, "RUS", "2023-04", 1007, 110.2, 1, 17, 16},
    {"the same in a series that has leapt before",
     PLAIN MONTHS(X, "2022", "110.5", "420.2", "90.1", "100.7", "110.2",
                  "100.9", "90.3", "120.5", "100.2", "110.6", "90.7", "120.4")
         MONTHS(X, "2023", "110.2", "120.1", "90.6", "1007.0", "110.9", "100.1",
                "90.4", "120.9", "100.2", "110.2", "90.6", "120.2"),
     OT_INSPECT_JUMPS, 1, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"four times is no power of ten",
     PLAIN HUNDREDS(X, "2022")
         MONTHS(X, "2023", "110.2", "120.1", "90.6", "450.0", "110.9", "100.1",
                "90.4", "120.9", "100.2", "110.2", "90.6", "120.2"),
     OT_INSPECT_JUMPS, 1, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"a series of few digits is not judged",
     PLAIN MONTHS(X, "2022", "2", "2", "2", "2", "2", "2", "20", "2", "2", "2",
                  "2", "2"),
     OT_INSPECT_JUMPS, 1, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"a level a thousand times higher for good",
     PLAIN HUNDREDS(X, "2022") MONTHS(
         X, "2023", "110200", "120100", "90600", "100700", "110900", "100100",
         "90400", "120900", "100200", "110200", "90600", "120200"),
     OT_INSPECT_SHIFTS, 1, 1, "RUS", "2023-01", 110200, 105.3, 3, 14, 13},
    {"a trade that grows tenfold is not a shift of the unit",
     PLAIN HUNDREDS(X, "2022")
         MONTHS(X, "2023", "1102", "1201", "906", "1007", "1109", "1001", "904",
                "1209", "1002", "1102", "906", "1202"),
     OT_INSPECT_SHIFTS, 1, 0, NULL, NULL, 0, 0, 0, 0, 0},
    {"the Soviet Union after its end",
     PLAIN "ARM,SUN,export,1991,5\nARM,SUN,export,1993,5\n"
           "ARM,SUN,export,1994,5\n",
     OT_INSPECT_YEARS, 1, 1, "SUN", "1993", 5, NAN, 2, 3, 0},
};

static ot_panel *read_text(const char *text)
{
    char path[] = "/tmp/outturn-test-XXXXXX";
    const int file = mkstemp(path);
    const size_t n = strlen(text);
    const ot_read_options options = {.set = "unit=USD"};
    ot_error err = {0};
    ot_panel *panel = ot_panel_new();

    assert_true(file >= 0);
    assert_int_equal(write(file, text, n), n);
    close(file);
    const bool own_unit = strstr(text, "unit") != NULL;
    if (ot_panel_read(panel, path, own_unit ? NULL : &options, &err) != OT_OK ||
        ot_panel_seal(panel, &err) != OT_OK) {
        fail_msg("%s", err.message);
    }
    unlink(path);
    return panel;
}

static void test_case(void **state)
{
    const inspect_case *c = *state;
    ot_panel *panel = read_text(c->text);
    ot_inspection *found = NULL;
    char text[32];

    assert_int_equal(ot_panel_inspect(panel, &found, NULL), OT_OK);
    const ot_inspected *check = &found->check[c->code];
    assert_int_equal(check->tested, c->tested);
    assert_int_equal(check->failed, c->failed);
    assert_int_equal(check->rows, c->failed);
    if (c->failed > 0) {
        const ot_discrepancy *d = &check->row[0];
        assert_string_equal(ot_panel_area_code(panel, d->partner), c->partner);
        assert_string_equal(ot_period_text(d->period, text), c->period);
        assert_close(d->stated, c->stated, 1e-12);
        assert_close(d->computed, c->computed, 0.01);
        assert_int_equal(d->count, c->count);
        assert_int_equal(d->place.line, c->line);
        assert_int_equal(d->other.line, c->other);
    }
    ot_inspection_free(found);
    ot_panel_free(panel);
}

// The files that come with the program hold noisy partners, wars, pandemics and
// five releases: nothing in them may be called wrong.
static void test_real_files(void **state)
{
    static const char *const paths[] = {"datasets/us-partners.csv",
                                        "datasets/armenia-russia.csv"};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        ot_panel *panel = ot_panel_new();
        ot_inspection *found = NULL;
        assert_int_equal(ot_panel_read(panel, paths[i], NULL, NULL), OT_OK);
        assert_int_equal(ot_panel_seal(panel, NULL), OT_OK);
        assert_int_equal(ot_panel_inspect(panel, &found, NULL), OT_OK);
        for (int k = 0; k < OT_INSPECT_CODE_COUNT; k++) {
            assert_int_equal(found->check[k].failed, 0);
        }
        assert_true(found->check[OT_INSPECT_JUMPS].tested > 2);
        ot_inspection_free(found);
        ot_panel_free(panel);
    }
}

// Of many, the largest are kept in order.
static void test_many(void **state)
{
    char text[4096] = PLAIN;
    size_t n = strlen(text);

    (void)state;
    for (int year = 1990; year < 2020; year++) {
        n += (size_t)snprintf(text + n, sizeof text - n,
                              X "%d,100\nARM,RUS,re-export,%d,%d\n", year, year,
                              101 + (year * 7) % 30);
    }
    ot_panel *panel = read_text(text);
    ot_inspection *found = NULL;
    assert_int_equal(ot_panel_inspect(panel, &found, NULL), OT_OK);
    const ot_inspected *check = &found->check[OT_INSPECT_WITHIN];
    // Differences 1 to 30, each once; 1 is rounding.
    assert_int_equal(check->failed, 29);
    assert_int_equal(check->rows, OT_INSPECT_ROWS);
    for (size_t i = 0; i < OT_INSPECT_ROWS; i++) {
        assert_close(check->row[i].difference, -30.0 + (double)i, 1e-12);
    }
    ot_inspection_free(found);
    ot_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_real_files),
        cmocka_unit_test(test_many),
    };

    return RUN_TABLE("inspect, sums", sums, test_case) +
           RUN_TABLE("inspect, flows", flows, test_case) +
           RUN_TABLE("inspect, labels", labels, test_case) +
           RUN_TABLE("inspect, shapes", shapes, test_case) +
           cmocka_run_group_tests_name("inspect, files", tests, NULL, NULL);
}
