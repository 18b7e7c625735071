// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "plot/axis.h"
#include "plain_ruler.h"

// At font size 10 a letter is 5 points: "May" 15, "2020" 20, a gap 6. A year's
// name needs 26 points, and so does a month's where years stand below.
typedef struct step_case {
    const char *name;
    int32_t first, months;
    double width;
    bool yearless;
    int32_t step, tick;
} step_case;

#define JAN(year) (12 * (year))

static const step_case step_cases[] = {
    {"every month where each has 26 points", JAN(2024), 12, 312, false, 1,
     JAN(2024)},
    {"every second where one has a little less", JAN(2024), 12, 311, false, 2,
     JAN(2024)},
    {"years over a decade of months", JAN(2015), 120, 300, false, 12,
     JAN(2015)},
    {"from the first January on", JAN(2015) + 5, 120, 300, false, 12,
     JAN(2016)},
    {"every fifth year over a century", JAN(1925), 1200, 600, false, 60,
     JAN(1925)},
    {"decades start at round years", JAN(1923), 1200, 300, false, 120,
     JAN(1930)},
    {"a race names months alone: 21 points each", JAN(2024), 12, 252, true, 1,
     JAN(2024)},
    {"a narrow race names every third", JAN(2024), 12, 90, true, 3, JAN(2024)},
    {"a fiscal year's race starts in April", JAN(2024) + 3, 12, 252, true, 1,
     JAN(2024) + 3},
    {"one month alone", JAN(2024) + 5, 1, 200, false, 1, JAN(2024) + 5},
};

static void test_step(void **state)
{
    const step_case *c = *state;
    ot_months axis = {c->first, c->first + c->months - 1, c->width, 0};

    ot__months_choose(&axis, &plain_ruler, 10, c->yearless);
    assert_int_equal(axis.step, c->step);
    assert_int_equal(ot__months_first(&axis, c->yearless), c->tick);
}

static void test_places(void **state)
{
    (void)state;
    const ot_months axis = {JAN(2024), JAN(2024) + 11, 240, 1};
    const ot_months years = {JAN(2020), JAN(2024) - 1, 96, 12};

    assert_close(ot__months_x(&axis, JAN(2024)), 0, 0);
    assert_close(ot__months_x(&axis, JAN(2025)), 240, 0);
    assert_close(ot__months_middle(&axis, JAN(2024)), 10, 1e-12);
    assert_close(ot__months_middle(&years, JAN(2020)), 12, 1e-12);
}

// Five years over 400 points have room for every third month's name.
static void test_least(void **state)
{
    (void)state;
    ot_months axis = {JAN(2020), JAN(2025) - 1, 400, 0};

    ot__months_choose(&axis, &plain_ruler, 10, false);
    assert_int_equal(axis.step, 6);
    axis.step = 12;
    ot__months_choose(&axis, &plain_ruler, 10, false);
    assert_int_equal(axis.step, 12);
}

int main(void)
{
    const struct CMUnitTest more[] = {cmocka_unit_test(test_places),
                                      cmocka_unit_test(test_least)};

    return RUN_TABLE("step", step_cases, test_step) +
           cmocka_run_group_tests_name("places", more, NULL, NULL);
}
