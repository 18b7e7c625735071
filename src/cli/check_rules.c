// SPDX-License-Identifier: GPL-3.0-or-later
// check_rules.c - the rules that findings are filed under.

#include "cli/check_rules.h"

#include <string.h>

#define LOOK                                                                   \
    "Look the figure up in its source, or see the arithmetic with --explain."

// The nine verdicts in their order; then what explains some of them.
static const check_rule rules[] = {
    {"adds-up", "The figure fits the others of the text.",
     "All figures of the text, each as the interval that its rounding and its "
     "hedge allow, can be right together, and others of them bear on this one.",
     "Nothing to do."},
    {"clashes", "The figures of the text cannot all be right.",
     "No values lie within the intervals of all figures of the set that is "
     "named; without any one of the set there are some.",
     LOOK},
    {"agrees", "The data give the figure.",
     "What the data give lies within the interval that the rounding and the "
     "hedge of the figure allow; 'only if' says what that took.",
     "Nothing to do."},
    {"differs", "The data give another figure.",
     "What the data give lies outside the interval that the rounding and the "
     "hedge of the figure allow, and no other reading explains it.",
     LOOK},
    {"fits-another", "The figure is right of something else.",
     "As stated the data do not give it; with one change they give it and all "
     "figures said with it.",
     "Say of which period, flow, reporter, basis, release or unit it is."},
    {"not-checked", "Nothing here tells whether the figure is right.",
     "No other figure of the text bears on it, and the data, where there are "
     "any, do not hold what it is about.",
     "The finding says what would be needed: a period, a date, data."},
    {"low", "The projection is lower than the record suggests.",
     "All of the projected range lies below where the data lead, or below the "
     "outturn.",
     "Say on what condition it rests."},
    {"in-range", "The projection is within what the record suggests.",
     "The projected range meets where the data lead, or the outturn.",
     "Nothing to do."},
    {"high", "The projection is higher than the record suggests.",
     "All of the projected range lies above where the data lead, or above the "
     "outturn.",
     "Say on what condition it rests."},
    {"clashes/scale", "Likely slip: thousand, million or billion.",
     "With another word of scale the figure fits all others of the text.",
     "Look at the word of scale."},
    {"clashes/by-for-to", "Likely slip: 'by' for 'to', or the other way.",
     "Read as so many times more, or as so many times as much, the figure fits "
     "all others of the text.",
     "Say to how many times the base it rose."},
    {"clashes/base", "Likely slip: the change over the new value.",
     "Taken over the new value, not the old, the rate fits all others.",
     "Work the rate out over the old value."},
    {"clashes/points", "Likely slip: per cent for percentage points.",
     "As a difference of shares in points the figure fits all others.",
     "Say points, or work out the per cent."},
    {"clashes/sign", "Likely slip: the direction.",
     "With fell for rose, or deficit for surplus, the figure fits all others.",
     "Look at the verb."},
    {"clashes/flow", "Likely slip: exports, imports or turnover.",
     "As a figure of another flow it fits all others of the text.",
     "Say which flow it is."},
    {"clashes/period", "Likely slip: the period.",
     "As a figure of another stretch of months it fits all others.",
     "Say of which months it is."},
    {"clashes/year", "Likely slip: one year off.",
     "As a figure of the year before or after it fits all others.",
     "Say of which year it is."},
    {"clashes/base-period", "Likely slip: what it is compared with.",
     "Against another base the change fits all others of the text.",
     "Say against which period it changed."},
    {"clashes/digits", "Likely slip: two digits, or one that got lost.",
     "With two digits in the other order, or one more, it fits all others.",
     "Look the figure up and write it anew."},
    {"fits-another/period", "The figure is right of another period.",
     "The data give it, and all figures said with it, for another stretch of "
     "months, and for no other reading that is as near.",
     "Say of which months it is."},
    {"fits-another/flow", "The figure is right of another flow.",
     "The data give it for exports, imports or turnover where another is said.",
     "Say which flow it is."},
    {"fits-another/reporter", "The figure is right as the other side reports.",
     "The partner's figures give it; the two sides' seldom agree.",
     "Say whose figures they are."},
    {"fits-another/basis", "The figure is right on another basis.",
     "The data give it by origin, consignment, cif or fob where another is "
     "said.",
     "Say on which basis it is."},
    {"fits-another/release", "The figure is right in another release.",
     "An earlier or later release of the data gives it.",
     "Say of which release it is."},
    {"fits-another/unit", "The figure is right in another unit.",
     "With another word of scale the data give it.",
     "Look at the word of scale."},
};

size_t check_rule_count(void)
{
    return sizeof rules / sizeof rules[0];
}

const check_rule *check_rule_at(size_t i)
{
    return &rules[i];
}

static size_t find(const char *verdict, const char *what, size_t otherwise)
{
    const size_t n = strlen(verdict);

    for (size_t i = 0; i < check_rule_count(); i++) {
        const char *id = rules[i].id;
        if (strncmp(id, verdict, n) == 0 &&
            (what == NULL ? id[n] == '\0'
                          : id[n] == '/' && strcmp(id + n + 1, what) == 0)) {
            return i;
        }
    }
    return otherwise;
}

size_t check_rule_of(const ot_finding *f)
{
    const char *verdict = ot_verdict_id(f->verdict);
    const size_t plain = find(verdict, NULL, 0);
    const ot_account *a = f->account;

    if (f->verdict == OT_CLASHES && a != NULL && a->slips == 1 &&
        a->rivals == 0) {
        return find(verdict, ot_slip_id(a->slip[0].kind), plain);
    }
    if (f->verdict == OT_FITS_ANOTHER && f->changed != NULL) {
        return find(verdict, f->changed, plain);
    }
    return plain;
}

const check_rule *check_rule_verdict(ot_verdict verdict)
{
    return &rules[find(ot_verdict_id(verdict), NULL, 0)];
}

check_grade check_grade_of(ot_verdict verdict)
{
    switch (verdict) {
    case OT_CLASHES:
    case OT_DIFFERS:
    case OT_FITS_ANOTHER:
        return CHECK_WRONG;
    case OT_LOW:
    case OT_HIGH:
        return CHECK_DOUBT;
    case OT_NOT_CHECKED:
        return CHECK_OPEN;
    default:
        return CHECK_HOLDS;
    }
}
