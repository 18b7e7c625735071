// SPDX-License-Identifier: GPL-3.0-or-later
// check_rules.h - what a finding is filed under: its verdict, and the one slip
// or other reading that would explain it ("clashes/period").
#ifndef OT_CLI_CHECK_RULES_H
#define OT_CLI_CHECK_RULES_H

#include "cli/command.h"

typedef struct check_rule {
    const char *id;
    const char *brief; // a sentence
    const char *full;  // how it is judged
    const char *help;  // what to do
} check_rule;

size_t check_rule_count(void);
const check_rule *check_rule_at(size_t i);
// Its index; that of the verdict alone where nothing single explains it.
size_t check_rule_of(const ot_finding *f);
// The rule of a verdict alone.
const check_rule *check_rule_verdict(ot_verdict verdict);

// How far a verdict is from fine.
typedef enum check_grade {
    CHECK_WRONG, // clashes, differs, fits another
    CHECK_DOUBT, // low, high
    CHECK_HOLDS, // agrees, adds up, in range
    CHECK_OPEN,  // not checked
    CHECK_GRADES
} check_grade;

check_grade check_grade_of(ot_verdict verdict);

#endif
