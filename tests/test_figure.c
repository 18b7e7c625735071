// SPDX-License-Identifier: GPL-3.0-or-later
// test_figure.c - stated figures as intervals, worked out by hand.

#include "support.h"

#include "outturn/figure.h"

#define INF INFINITY

typedef struct figure_case {
    const char *name, *text;
    ot_hedge hedge;
    double lo, hi;           // usual
    double hard_lo, hard_hi; // at most
} figure_case;

static const figure_case figure_cases[] = {
    {"a plain figure is half a unit of its last digit", "8.3", OT_HEDGE_NONE,
     8.25, 8.35, 8.25, 8.35},
    {"trailing zeros count", "8.30", OT_HEDGE_NONE, 8.295, 8.305, 8.295, 8.305},
    {"a scale word multiplies", "8.3 billion", OT_HEDGE_NONE, 8.25e9, 8.35e9,
     8.25e9, 8.35e9},
    {"so does its abbreviation, after a currency", "$8.3 bn", OT_HEDGE_NONE,
     8.25e9, 8.35e9, 8.25e9, 8.35e9},
    {"groups of three", "1,741.9 mln USD", OT_HEDGE_NONE, 1741.85e6, 1741.95e6,
     1741.85e6, 1741.95e6},
    {"a fall", "-8.2 %", OT_HEDGE_NONE, -8.25, -8.15, -8.25, -8.15},
    {"a fall with a minus sign", "\u22128.2 %", OT_HEDGE_NONE, -8.25, -8.15,
     -8.25, -8.15},
    {"minus before a hedge turns the whole", "minus nearly 5 %",
     OT_HEDGE_NEARLY, -5, -4, -5, -4},
    {"minus more than has no lower limit", "minus more than 2.5", OT_HEDGE_OVER,
     -2.6, -2.5, -INF, -2.5},
    {"fivefold is the figure 5", "fivefold", OT_HEDGE_NONE, 4.5, 5.5, 4.5, 5.5},
    {"exactly is a point", "exactly 8.3", OT_HEDGE_EXACT, 8.3, 8.3, 8.3, 8.3},
    {"exceeding reaches to the next figure as long", "exceeding 8.3",
     OT_HEDGE_OVER, 8.3, 8.4, 8.3, INF},
    {"more than 2 is below 3", "more than 2", OT_HEDGE_OVER, 2, 3, 2, INF},
    {"over 100 is below 200", "over 100", OT_HEDGE_OVER, 100, 200, 100, INF},
    {"over 150 is below 160", "over 150", OT_HEDGE_OVER, 150, 160, 150, INF},
    {"over 99 is below 100", "over 99", OT_HEDGE_OVER, 99, 100, 99, INF},
    {"more than 2.5 times is below 2.6", "more than 2.5 times", OT_HEDGE_OVER,
     2.5, 2.6, 2.5, INF},
    {"exceeding 8.3 billion", "exceeding $8.3 billion", OT_HEDGE_OVER, 8.3e9,
     8.4e9, 8.3e9, INF},
    {"hedges in capitals", "More Than 2.5", OT_HEDGE_OVER, 2.5, 2.6, 2.5, INF},
    {"at least", "at least 5", OT_HEDGE_AT_LEAST, 5, 6, 5, INF},
    {"less than", "less than 5", OT_HEDGE_UNDER, 4, 5, -INF, 5},
    {"under 100 is above 90", "under 100", OT_HEDGE_UNDER, 90, 100, -INF, 100},
    {"up to", "up to 5", OT_HEDGE_UP_TO, 4, 5, -INF, 5},
    {"nearly a whole number is one unit", "nearly 5", OT_HEDGE_NEARLY, 4, 5, 4,
     5},
    {"nearly a finer one is five per cent", "nearly 5.0", OT_HEDGE_NEARLY, 4.75,
     5, 4.75, 5},
    {"almost four times", "almost 4 times", OT_HEDGE_NEARLY, 3, 4, 3, 4},
    {"just under is nearly, not under", "just under 60", OT_HEDGE_NEARLY, 57,
     60, 57, 60},
    {"about is five per cent either way", "about 200", OT_HEDGE_ABOUT, 190, 210,
     190, 210},
    {"about a whole number is one unit", "around 12 %", OT_HEDGE_ABOUT, 11, 13,
     11, 13},
    {"a tilde is about", "~12", OT_HEDGE_ABOUT, 11, 13, 11, 13},
    {"slightly more than is not any more", "slightly more than 8.0",
     OT_HEDGE_SLIGHTLY_OVER, 8, 8.4, 8, 8.4},
    {"slightly less than", "slightly less than 8.0", OT_HEDGE_SLIGHTLY_UNDER,
     7.6, 8, 7.6, 8},
    {"a range", "14-16", OT_HEDGE_RANGE, 14, 16, 14, 16},
    {"the scale of its end holds for both", "14-16 billion", OT_HEDGE_RANGE,
     14e9, 16e9, 14e9, 16e9},
    {"with an en dash", "14\u201316 bn", OT_HEDGE_RANGE, 14e9, 16e9, 14e9,
     16e9},
    {"with a colon", "14e9:16e9", OT_HEDGE_RANGE, 14e9, 16e9, 14e9, 16e9},
    {"between and", "between 14 and 16 billion", OT_HEDGE_RANGE, 14e9, 16e9,
     14e9, 16e9},
    {"from to, the currency twice", "from $48 to $52 billion", OT_HEDGE_RANGE,
     48e9, 52e9, 48e9, 52e9},
    {"two scales", "900 million to 1.2 billion", OT_HEDGE_RANGE, 900e6, 1.2e9,
     900e6, 1.2e9},
    {"doubled", "doubled", OT_HEDGE_NONE, 1.9, 2.1, 1.9, 2.1},
    {"tripled", "tripled", OT_HEDGE_NONE, 2.85, 3.15, 2.85, 3.15},
    {"halved", "halved", OT_HEDGE_NONE, 0.475, 0.525, 0.475, 0.525},
    {"more than halved is less than a half", "more than halved", OT_HEDGE_OVER,
     0.4, 0.5, -INF, 0.5},
    {"almost halved is a little more than a half", "almost halved",
     OT_HEDGE_NEARLY, 0.5, 0.55, 0.5, 0.55},
    {"upward of is over", "upward of 5", OT_HEDGE_OVER, 5, 6, 5, INF},
    {"not exceeding is up to", "not exceeding 5", OT_HEDGE_UP_TO, 4, 5, -INF,
     5},
    {"little short of is nearly", "little short of 60", OT_HEDGE_NEARLY, 57, 60,
     57, 60},
    {"more than doubled: else it had tripled", "more than doubled",
     OT_HEDGE_OVER, 2, 3, 2, INF},
    {"nearly doubled", "nearly doubled", OT_HEDGE_NEARLY, 1.8, 2, 1.8, 2},
    {"almost quadrupled", "almost quadrupled", OT_HEDGE_NEARLY, 3.6, 4, 3.6, 4},
    {"so many fold", "2.5-fold", OT_HEDGE_NONE, 2.45, 2.55, 2.45, 2.55},
    {"a quarter", "a quarter", OT_HEDGE_NONE, 22.5, 27.5, 22.5, 27.5},
    {"two thirds", "two thirds", OT_HEDGE_NONE, 200.0 / 3 - 2.5,
     200.0 / 3 + 2.5, 200.0 / 3 - 2.5, 200.0 / 3 + 2.5},
    {"almost half", "almost half", OT_HEDGE_NEARLY, 47.5, 50, 47.5, 50},
    {"tens of millions", "tens of millions", OT_HEDGE_RANGE, 20e6, 100e6, 20e6,
     100e6},
    {"a number in words", "three billion dollars", OT_HEDGE_NONE, 2.5e9, 3.5e9,
     2.5e9, 3.5e9},
    {"unchanged", "unchanged", OT_HEDGE_NONE, -0.5, 0.5, -0.5, 0.5},
    {"blanks around", "  8.3  ", OT_HEDGE_NONE, 8.25, 8.35, 8.25, 8.35},
};

static ot_figure parse(const char *text)
{
    ot_figure f;
    ot_error err = {0};

    if (ot_figure_parse(text, strlen(text), (ot_decimal_form){0}, &f, &err) !=
        OT_OK) {
        fail_msg("%s", err.message);
    }
    return f;
}

static void test_figure(void **state)
{
    const figure_case *c = *state;
    const ot_figure f = parse(c->text);

    assert_int_equal(f.hedge, c->hedge);
    assert_close(f.usual.lo, c->lo, 1e-14);
    assert_close(f.usual.hi, c->hi, 1e-14);
    assert_close(f.hard.lo, c->hard_lo, 1e-14);
    assert_close(f.hard.hi, c->hard_hi, 1e-14);
}

// Other readings: cut instead of rounded, and loosely; NaN: there is none.
typedef struct other_case {
    const char *name, *text;
    double cut_lo, cut_hi, loose_lo, loose_hi;
} other_case;

static const other_case other_cases[] = {
    {"a figure may have been cut", "8.3", 8.3, 8.4, NAN, NAN},
    {"a negative one is cut towards zero", "-8.3", -8.4, -8.3, NAN, NAN},
    {"a bare round number may be loose", "100", 100, 101, 50, 150},
    {"zeros after the point are no looseness", "8.00", 8.00, 8.01, NAN, NAN},
    {"a range may be rounded at its ends", "14-16", NAN, NAN, 13.5, 16.5},
    {"a hedged figure is not cut", "more than 8.3", NAN, NAN, NAN, NAN},
};

static void test_other(void **state)
{
    const other_case *c = *state;
    const ot_figure f = parse(c->text);

    assert_close(f.truncated.lo, c->cut_lo, 1e-14);
    assert_close(f.truncated.hi, c->cut_hi, 1e-14);
    assert_close(f.loose.lo, c->loose_lo, 1e-14);
    assert_close(f.loose.hi, c->loose_hi, 1e-14);
}

typedef struct unit_case {
    const char *name, *text, *code;
    ot_dimension dimension;
    bool has_scale;
} unit_case;

static const unit_case unit_cases[] = {
    {"no unit named", "8.3", "", OT_DIM_NONE, false},
    {"a scale without a unit", "8.3 bn", "", OT_DIM_NONE, true},
    {"a sign before", "$8.3 bn", "USD", OT_DIM_MONEY, true},
    {"a name behind", "8.3 billion dollars", "USD", OT_DIM_MONEY, true},
    {"a code before", "EUR 8.3 million", "EUR", OT_DIM_MONEY, true},
    {"per cent", "12 per cent", "%", OT_DIM_PERCENT, false},
    {"per cent, one word", "12 percent", "%", OT_DIM_PERCENT, false},
    {"points", "4 percentage points", "pp", OT_DIM_POINTS, false},
    {"times", "2.5 times", "times", OT_DIM_TIMES, false},
    {"fold", "2.5-fold", "times", OT_DIM_TIMES, false},
    {"doubled is a ratio", "doubled", "times", OT_DIM_TIMES, false},
    {"a third is per cent", "a third", "%", OT_DIM_PERCENT, false},
    {"the unit of a range's end", "14-16 billion dollars", "USD", OT_DIM_MONEY,
     true},
};

static void test_unit(void **state)
{
    const unit_case *c = *state;
    const ot_figure f = parse(c->text);

    assert_string_equal(f.unit.code, c->code);
    assert_int_equal(f.unit.dimension, c->dimension);
    assert_int_equal(f.unit.scale, 0);
    assert_int_equal(f.has_scale, c->has_scale);
}

typedef struct refused_case {
    const char *name, *text, *named; // what the message must name
} refused_case;

static const refused_case refused_cases[] = {
    {"nothing", "", "not a figure"},
    {"a hedge without a figure", "more than", "not a figure"},
    {"a word that is none of ours", "8.3 zillion", "zillion"},
    {"a range without an end", "14-", "not a figure"},
    {"another language", "plus de 8.3", "plus"},
    {"two figures", "8.3 2.5", "2.5"},
    {"a decimal comma where points are written", "8,3", "8,3"},
};

static void test_refused(void **state)
{
    const refused_case *c = *state;
    ot_figure f;
    ot_error err = {0};

    assert_int_equal(ot_figure_parse(c->text, strlen(c->text),
                                     (ot_decimal_form){0}, &f, &err),
                     OT_E_SYNTAX);
    if (strstr(err.message, c->named) == NULL) {
        fail_msg("'%s' does not name '%s'", err.message, c->named);
    }
}

// A decimal comma, where the form says so, is a point.
static void a_decimal_comma(void **state)
{
    (void)state;
    ot_figure f;

    assert_int_equal(
        ot_figure_parse("8,3 bn", 6, (ot_decimal_form){','}, &f, NULL), OT_OK);
    assert_close(f.usual.lo, 8.25e9, 1e-14);
    assert_close(f.usual.hi, 8.35e9, 1e-14);
}

// Laws, over every hedge: the figure named lies in (or at an end of) its usual
// reading, the usual one in the hard one, and in millions all of it is a
// thousandth of what it is in billions.
static const char *const hedge_words[] = {"",
                                          "exactly ",
                                          "more than ",
                                          "at least ",
                                          "nearly ",
                                          "less than ",
                                          "up to ",
                                          "about ",
                                          "slightly more than ",
                                          "slightly less than "};
static const char *const numbers[] = {"1",  "9",   "10",    "8.3", "8.30",
                                      "99", "100", "1,250", "0.4", "3.999"};

static void check_law(const char *hedge, const char *number)
{
    char text[80];

    snprintf(text, sizeof text, "%s%s bn", hedge, number);
    const ot_figure bn = parse(text);
    snprintf(text, sizeof text, "%s%s mln", hedge, number);
    const ot_figure mln = parse(text);
    assert_true(ot_interval_holds(bn.usual, bn.point));
    assert_true(ot_interval_inside(bn.usual, bn.hard));
    assert_close(1e3 * mln.usual.lo, bn.usual.lo, 1e-14);
    assert_close(1e3 * mln.usual.hi, bn.usual.hi, 1e-14);
    assert_close(1e3 * mln.point, bn.point, 1e-14);
    assert_close(1e3 * mln.step, bn.step, 1e-14);
}

static void laws_hold_for_every_hedge(void **state)
{
    (void)state;
    for (size_t h = 0; h < sizeof hedge_words / sizeof *hedge_words; h++) {
        for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
            check_law(hedge_words[h], numbers[i]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest rest[] = {
        cmocka_unit_test(a_decimal_comma),
        cmocka_unit_test(laws_hold_for_every_hedge),
    };

    return RUN_TABLE("figures", figure_cases, test_figure) +
           RUN_TABLE("other readings", other_cases, test_other) +
           RUN_TABLE("units of figures", unit_cases, test_unit) +
           RUN_TABLE("refused figures", refused_cases, test_refused) +
           cmocka_run_group_tests_name("figure laws", rest, NULL, NULL);
}
