// SPDX-License-Identifier: GPL-3.0-or-later
// test_judge.c - a stated figure against a value, and units against units.

#include "support.h"

#include "claim/judge.h"

typedef struct judge_case {
    const char *name, *stated;
    double lo, hi; // what the data can mean
    ot_fit fit;
} judge_case;

static const judge_case judge_cases[] = {
    {"8.37 is no 8.3 by rounding, but cut it is", "8.3", 8.37, 8.37,
     OT_FIT_TRUNCATED},
    {"8.34 is 8.3", "8.3", 8.34, 8.34, OT_FIT_USUAL},
    {"a tie goes either way, up", "8.3", 8.25, 8.25, OT_FIT_USUAL},
    {"a tie goes either way, down", "8.3", 8.35, 8.35, OT_FIT_USUAL},
    {"8.24 is no 8.3", "8.3", 8.24, 8.24, OT_FIT_NONE},
    {"rounded data that only partly fit", "8.3", 8.34, 8.36, OT_FIT_ROUNDING},
    {"exceeding 8.3, and it was 8.37", "exceeding 8.3", 8.37, 8.37,
     OT_FIT_USUAL},
    {"exceeding 8.3, and it was 10.03", "exceeding 8.3", 10.03, 10.03,
     OT_FIT_LOOSE},
    {"exceeding 8.3, and it was 8.2", "exceeding 8.3", 8.2, 8.2, OT_FIT_NONE},
    {"more than 2.5, and it was 2.048", "more than 2.5", 2.048, 2.048,
     OT_FIT_NONE},
    {"nearly 5 must be below it", "nearly 5", 5.1, 5.1, OT_FIT_NONE},
    {"less than 5, and it was 1", "less than 5", 1, 1, OT_FIT_LOOSE},
    {"100 may be a round number", "100", 120, 120, OT_FIT_LOOSE},
    {"100.0 is not", "100.0", 120, 120, OT_FIT_NONE},
    {"more than doubled, and it was 2.9", "more than doubled", 2.9, 2.9,
     OT_FIT_USUAL},
    {"14-16, and it was 12.4", "14-16", 12.4, 12.4, OT_FIT_NONE},
    {"a fall of 8.2, and it was 8.9", "-8.2", -8.9, -8.9, OT_FIT_NONE},
};

static void test_judge(void **state)
{
    const judge_case *c = *state;
    ot_figure f;

    assert_int_equal(ot_figure_parse(c->stated, strlen(c->stated),
                                     (ot_decimal_form){0}, &f, NULL),
                     OT_OK);
    assert_int_equal(ot__judge(&f, ot_interval_of(c->lo, c->hi)), c->fit);
}

// Against figures held in US dollars.
typedef struct comparable_case {
    const char *name, *stated;
    ot_claim_kind kind;
    const char *why; // NULL: comparable
} comparable_case;

static const comparable_case comparable_cases[] = {
    {"dollars with dollars", "$8.3 bn", OT_CLAIM_LEVEL, NULL},
    {"a scale without a currency", "8.3 bn", OT_CLAIM_LEVEL, NULL},
    {"euros with dollars", "EUR 8.3 bn", OT_CLAIM_LEVEL, "EUR"},
    {"a bare number", "8.3", OT_CLAIM_LEVEL, "unit is not said"},
    {"a level in per cent", "8.3 %", OT_CLAIM_LEVEL, "%"},
    {"a growth in per cent", "8.3 %", OT_CLAIM_GROWTH, NULL},
    {"a growth in nothing", "8.3", OT_CLAIM_GROWTH, NULL},
    {"a growth in times", "2.5 times", OT_CLAIM_GROWTH, "times"},
    {"a multiple in times", "doubled", OT_CLAIM_MULTIPLE, NULL},
    {"a multiple in per cent", "250 %", OT_CLAIM_MULTIPLE, "%"},
    {"points said as per cent", "2 %", OT_CLAIM_SHARE_CHANGE, NULL},
    {"a change in euros", "EUR 1.9 bn", OT_CLAIM_CHANGE, "EUR"},
    {"an average without a unit", "8.3", OT_CLAIM_AVERAGE, "unit is not said"},
    {"a run is a count", "3", OT_CLAIM_RUN, NULL},
};

static void test_comparable(void **state)
{
    const comparable_case *c = *state;
    const ot_unit usd = {"USD", 0, OT_DIM_MONEY};
    ot_claim claim = {.kind = c->kind};
    char why[160] = "";

    assert_int_equal(ot_figure_parse(c->stated, strlen(c->stated),
                                     (ot_decimal_form){0}, &claim.figure, NULL),
                     OT_OK);
    assert_int_equal(ot__comparable(&claim, usd, why, sizeof why),
                     c->why == NULL);
    if (c->why != NULL && strstr(why, c->why) == NULL) {
        fail_msg("'%s' does not say '%s'", why, c->why);
    }
}

int main(void)
{
    return RUN_TABLE("verdicts on figures", judge_cases, test_judge) +
           RUN_TABLE("units compared", comparable_cases, test_comparable);
}
