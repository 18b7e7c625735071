// SPDX-License-Identifier: GPL-3.0-or-later
// job.h - what the files that check a claim share.
#ifndef OT_REPORT_JOB_H
#define OT_REPORT_JOB_H

#include "outturn/check.h"

// What is worked on: one claim on one day.
typedef struct ot_job {
    const ot_claims *claims;
    const ot_panel *panel;
    ot_check_options options; // basis: the one it is judged by; NULL: none
    ot_day day;
    const ot_claim *claim;
    ot_finding *finding;
    ot_area reporter, partner; // whose it is taken to be; NONE: the only ones
    const ot_flow *flow;       // of the claim, or that of the other side
    ot_view *view;             // of the own reading; NULL: nothing matches
    ot_view *whole;            // what a share is one of; NULL: none
    ot_view *against; // another quantity it is compared with; NULL: its own
} ot_job;

// A finding of which nothing is known.
void ot__finding_begin(ot_finding *f);
// Whether two claims belong to one statement.
bool ot__said_together(const ot_claim *a, const ot_claim *b);
// Is a claim compared with another quantity than its own: exports that cover
// 80 % of imports, a partner that buys more than another?
bool ot__has_other_base(const ot_claim *c);
// Settles reporter, partner and basis of a job.
void ot__job_settle(ot_job *j);
// Opens its views and describes its own reading; false, with `why` filled,
// where there is nothing to look at. ot__job_close frees them in any case.
bool ot__job_open(ot_job *j);
void ot__job_close(ot_job *j);
// What of the data is meant, with another partner.
ot_selection ot__job_selection(const ot_job *j, ot_area partner);
// The figure against what was published for its own period.
void ot__judge_own(ot_job *j);
// The same of a rank or a run.
void ot__judge_rank(ot_job *j);
void ot__judge_run(ot_job *j);
// What a period is ranked among over time: every so many months back.
int32_t ot__rank_step(ot_period p);
// The place of a period's value among those every h->step months before it that
// begin at `from` or later, 1 the largest (the smallest where way is -1); as
// large goes before. Counts them in *h.
int ot__rank_over_time(const ot_view *view, ot_period period, ot_history *h,
                       int way, double own, int32_t from);
// Another reading that all figures said with it fit.
void ot__judge_others(ot_job *j);
// What other bases and the partner's figures say.
void ot__judge_beside(ot_job *j);
// A projection or target: against the outcome, else against the landing.
void ot__judge_projection(ot_job *j);
// What is claimed of a whole period as a level: a growth, a multiple or a
// change from its base; none, with `why` filled, where it is none of these.
ot_interval ot__claimed_level(ot_job *j);
// A target of a year too far to land: against growth before.
void ot__judge_climb(ot_job *j, ot_interval claimed);

#endif
