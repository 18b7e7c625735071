// SPDX-License-Identifier: GPL-3.0-or-later
// job.h - what the files that check a claim share.
#ifndef OT_REPORT_JOB_H
#define OT_REPORT_JOB_H

#include "outturn/check.h"

// What is worked on: one claim on one day.
typedef struct ot_job {
    const ot_claims *claims;
    const ot_panel *panel;
    const ot_check_options *options;
    ot_day day;
    const ot_claim *claim;
    ot_finding *finding;
    ot_view *view;  // of the own reading; NULL: nothing matches
    ot_view *whole; // the same flow with the world; NULL: none
} ot_job;

// A finding of which nothing is known.
void ot__finding_begin(ot_finding *f);
// Whether two claims belong to one statement.
bool ot__said_together(const ot_claim *a, const ot_claim *b);
// The figure against what was published for its own period.
void ot__judge_own(ot_job *j);
// A projection or target: against the outcome, else the spread of the rules.
void ot__judge_projection(ot_job *j);

#endif
