// SPDX-License-Identifier: GPL-3.0-or-later
// check.h - claims against data: verdicts and what they rest on.
#ifndef OUTTURN_CHECK_H
#define OUTTURN_CHECK_H

#include "outturn/claim.h"
#include "outturn/panel.h"
#include "outturn/project.h"
#include "outturn/system.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ot_verdict {
    OT_ADDS_UP = 0,
    OT_CLASHES,
    OT_AGREES,
    OT_DIFFERS,
    OT_FITS_ANOTHER,
    OT_NOT_CHECKED,
    OT_LOW, // a projection: the claim is the subject
    OT_IN_RANGE,
    OT_HIGH,
    OT_VERDICTS
} ot_verdict;

OT_API const char *ot_verdict_id(ot_verdict verdict);   // "fits-another"
OT_API const char *ot_verdict_word(ot_verdict verdict); // "FITS ANOTHER"

// What an agreement needs; in csv and json: "", "rounding", "truncated",
// "loosely", "reading".
typedef enum ot_only_if {
    OT_ONLY_IF_NOTHING = 0,
    OT_ONLY_IF_ROUNDING,
    OT_ONLY_IF_TRUNCATED,
    OT_ONLY_IF_LOOSELY,
    OT_ONLY_IF_READING // only if read in another way than the first
} ot_only_if;

OT_API const char *ot_only_if_id(ot_only_if only_if);

// One way to understand a claim.
typedef struct ot_reading {
    ot_area reporter, partner;
    const ot_flow *flow;
    const char *basis; // of the panel
    ot_period period;
    ot_day release; // OT_DAY_NONE: undated
} ot_reading;

// What other figures for the same thing say: those on another basis, or those
// of the partner. Whatever was published by then, for the claim's own period.
typedef struct ot_beside {
    ot_reading reading; // of the partner: its flow is the other way round
    ot_verdict verdict;
    ot_only_if only_if;
    double mid;
    // Of the partner: what an amount would be with freight and insurance added
    // to exports, or taken off imports (1.00 to 1.10 times); else none.
    ot_interval band;
} ot_beside;

// The landing of a period that is not over, and how likely it is by it that
// what is claimed comes true. NaN: not known.
typedef struct ot_odds {
    ot_interval claimed; // the total that is claimed, base units
    double total;        // of the landing; its 80 % range is spread_lo .. hi
    double reaches;      // probability of the low end or more; below zero, of
                         // the upper end or less
    double within;       // of ending between both ends
    // After a break (`scenarios` of a projection): within, if it stays, if it
    // was one-off, and by both with their weights.
    bool broken;
    double stays, one_off, mixed;
} ot_odds;

// The growth a year that a target some years ahead needs, and growth over as
// many years before: whole years of the data.
typedef struct ot_climb {
    int years;              // 0: none
    ot_period from;         // the last year known
    double value;           // of it
    ot_interval yearly;     // needed, per cent
    size_t reached, before; // how many of the earlier spans reached it
    double lo, hi;          // 80 % of these grew between so much, per cent
    double best;            // the fastest of them, per cent a year
    ot_period best_to;      // the year it ended with
} ot_climb;

// A slip of the writer that explains a figure.
typedef struct ot_slip_found {
    const char *changed; // "base", "base period", "wording", "sign", "points",
                         // "average", "period"; as that of a finding
    const char *how;     // in words: "taken of the new value, not the old"
    const char *formula; // of the figure with it: "100 x (v - base) / v"
    ot_period period, base; // that it is of then, and compared with
    double value, was;      // v and base; NaN: not used
} ot_slip_found;

// What a rank or a run was compared with.
typedef struct ot_history {
    size_t compared; // earlier periods, or other partners; 0: none
    size_t holes;    // periods left out: not known
    int32_t step;    // months from one to the next; of a run: it is on
                     // the period so long before
    double rival;    // the largest of them (smallest, where that is said)
    ot_period rival_period; // over time
    ot_area rival_partner;
    bool of_partners;
    bool complete;    // no partner outside the files can be larger
    bool beaten_then; // "since": there it was larger
} ot_history;

#define OT_BESIDES_MOST 4

typedef struct ot_finding {
    ot_verdict verdict;
    ot_only_if only_if;
    char why[240];     // NOT CHECKED: why, and what would be needed
    ot_reading own;    // the claim's own reading as of the day
    int32_t months_to; // last month of the data on the day
    // The claim names nobody: the earlier one whose reporter and partner it is
    // taken to be of; NULL: they are its own, or the only ones of the data.
    const ot_claim *who;
    // Neither claim nor options name a basis where figures have several: it is
    // the customary one. NULL: one was named, or there is no choice.
    const char *customary;
    ot_beside beside[OT_BESIDES_MOST];
    size_t besides;
    bool known; // the data say something of the own reading
    double mid; // what they say, in the figure's unit
    ot_interval range;
    ot_value value, base; // what it was worked out from
    const char *formula;
    // Other readings, where the own one does not hold: how many gave all the
    // figures of the group, how many of these fit, how many with one change
    // only.
    size_t group, tried, fits, near;
    ot_reading other;    // FITS ANOTHER: the one
    const char *changed; // "period", "flow", "basis", "release", "reporter",
                         // "unit", or as that of a slip
    double other_mid;
    // Known slips of writers, where no other reading fits: how many would
    // explain the figure, and the one that does, if it is one.
    size_t slips;
    ot_slip_found slip; // how NULL: none
    // Projections that are not over: where the period lands, 80 % of it, and
    // what the rest needs. NaN: no landing.
    bool projected;
    double spread_lo, spread_hi;
    ot_odds odds;
    bool has_need;
    ot_need need;
    ot_history history; // ranks and runs
    ot_climb climb;     // targets of years that are too far to land
    // Claims against each other, without data: what is to be said of it; NULL
    // in a check against data.
    const ot_account *account;
    const ot_claims *among;
} ot_finding;

typedef struct ot_check_options {
    ot_day date; // OT_DAY_LATEST: only today's column
    // For claims that name none. NULL: the customary one, where the figures
    // are on several: imports by country of origin, at their cif value; exports
    // fob.
    const char *basis;
    // Where figures are held in several currencies: the one that a claim is
    // judged by which states none, and none was stated with it. NULL: it is not
    // checked.
    const char *currency;
    int year_start;
    ot_absence absence;
} ot_check_options;

// Findings of claim i: on the date (column 0) and today (column 1) where a date
// was given and the data have releases; else one column, today.
typedef struct ot_checking {
    size_t n;
    int columns;
    ot_day day[2];       // OT_DAY_LATEST: today
    ot_finding *finding; // n x columns, by claim
    ot_system *system;   // owned; NULL in a check against data
} ot_checking;

// Never fails on a claim: what cannot be checked says so. A claim that names
// neither reporter nor partner is of the pair named before it. Free with
// ot_checking_free; claims and panel must outlive it.
// Source  the customary bases: United Nations, International Merchandise Trade
//         Statistics: Concepts and Definitions 2010 (country of origin for
//         imports; cif and fob values)
OT_API ot_status ot_check(const ot_claims *claims, const ot_panel *panel,
                          const ot_check_options *options,
                          ot_checking **checking, ot_error *err);
// Claims against each other, without data: ADDS UP, CLASHES, NOT CHECKED, one
// column. Free with ot_checking_free; claims must outlive it. Errors as
// ot_system_new.
OT_API ot_status ot_check_alone(const ot_claims *claims,
                                const ot_system_options *options,
                                ot_checking **checking, ot_error *err);
OT_API void ot_checking_free(ot_checking *checking);

#ifdef __cplusplus
}
#endif
#endif
