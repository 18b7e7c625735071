// SPDX-License-Identifier: GPL-3.0-or-later
// system.h - stated figures against each other: can all be right, what do they
// imply, which cannot stand together, and which known slip would explain it.
//
// Levels (flow, reporter, partner, commodity, basis, unit, period) are unknowns
// of zero or more; each claim is linear rows over them from its closed rounding
// interval. A period is the sum of the stretches between all ends of periods
// that occur; turnover and balance are sums of exports and imports; partners
// together are at most the world. Nothing here needs data.
#ifndef OUTTURN_SYSTEM_H
#define OUTTURN_SYSTEM_H

#include "outturn/claim.h"

#ifdef __cplusplus
extern "C" {
#endif

// What is asked for by --imply: a level.
typedef struct ot_quantity {
    ot_area reporter, partner;
    const ot_flow *flow;                     // NULL: not said
    const char *commodity, *basis, *vintage; // "": not said
    char unit[12];                           // "USD"; "": not said
    ot_period period;
} ot_quantity;

typedef enum ot_standing {
    OT_STANDS_ALONE = 0, // nothing else said touches it; why says what it needs
    OT_STANDS_UP,
    OT_STANDS_AGAINST, // others: `conflict`
    OT_STANDS_OPEN     // a projection without a condition: what it needs
} ot_standing;

// Known slips of writers of figures.
typedef enum ot_slip_kind {
    OT_SLIP_SCALE = 0,   // thousand, million, billion
    OT_SLIP_BY_FOR_TO,   // "by 3 times" for "to 3 times", and the other way
    OT_SLIP_BASE,        // taken over the new value, not the old
    OT_SLIP_POINTS,      // per cent for points
    OT_SLIP_SIGN,        // fell for rose, deficit for surplus
    OT_SLIP_FLOW,        // exports for imports for turnover, gross for net
    OT_SLIP_PERIOD,      // another stretch of months
    OT_SLIP_YEAR,        // one year off
    OT_SLIP_BASE_PERIOD, // against another base: the month, not the year before
    OT_SLIP_DIGITS,      // two digits changed places, or one got lost
    OT_SLIP_KINDS
} ot_slip_kind;

OT_API const char *ot_slip_id(ot_slip_kind kind); // "by-for-to"

// A claim that fits all others once one slip is taken back.
typedef struct ot_slip {
    ot_slip_kind kind;
    size_t claim;
    double factor;       // SCALE: stated times this fits; BY_FOR_TO: above 0,
                         // "to" is said of what is "by"
    ot_period period;    // PERIOD, YEAR, BASE_PERIOD: the one that fits
    const ot_flow *flow; // FLOW: the one that fits
    ot_interval meant;   // what the others imply of it, in the figure's unit
} ot_slip;

// A projection against the level so far.
typedef struct ot_pace {
    bool known;
    size_t from; // the claim with the level so far
    ot_period so_far, rest;
    bool unsaid; // the period so far is not said: `so_far` is the customary
                 // one nearest to what fits
    ot_interval same;       // what the pace so far makes of the whole
    ot_interval need;       // of the rest
    ot_interval of_average; // the rest a month over the average month so far
    double of_average_at;   // the same at the figures named
    ot_interval months;     // of even flow that both figures fit
    unsigned fits, near;    // bit m: m months fit; within the tolerance
    int customary;          // 3, 6, 9 or 12 of `near`; 0: none
    double tolerance;       // 0.1
} ot_pace;

#define OT_CONFLICT_MOST 16
#define OT_SLIP_MOST     4

// What is to be said of one claim. Intervals of its figure are in the figure's
// unit; none: not known.
typedef struct ot_account {
    ot_standing standing;
    char why[160];
    bool by_rounding;    // adds up only because figures are rounded
    bool by_cut;         // adds up only if this figure was cut, not rounded
    const char *sense;   // adds up only if read so: "times more, on top of the
                         // base"; NULL: as it is
    bool tried_sense;    // "3.7 times": as 4.7 times too ...
    bool refuted_sense;  // ... which the others refute
    ot_interval implied; // what the others imply of its figure
    ot_interval base;    // what all imply of the level it is compared with
    ot_quantity of;      // the quantity that `base` is of
    bool base_is_rate;   // `base` is a growth or a share of it, per cent
    size_t conflict[OT_CONFLICT_MOST]; // itself included
    size_t conflicts;
    bool suspect; // without this claim all others hold
    ot_slip slip[OT_SLIP_MOST];
    size_t slips;
    size_t rivals; // slips of others of its conflict that would do as well;
                   // with slips + rivals over 1 there is no evidence for one
    ot_pace pace;
    ot_interval yearly; // a target: needed growth a year, per cent
    int years;          // ... over so many years
} ot_account;

typedef struct ot_system_options {
    double tolerance; // of a pace that is kept; 0: 0.1
} ot_system_options;

typedef struct ot_system ot_system;

// Weighs all claims, which must outlive the system; their order does not
// matter. Free with ot_system_free.
//
// Fails on nothing but memory. Of more than OT_TOGETHER_MOST claims that hang
// together, and of those that the solver does not get to the end of, nothing is
// said: they stand alone, and why says so.
#define OT_TOGETHER_MOST 400
OT_API ot_status ot_system_new(const ot_claims *claims,
                               const ot_system_options *options,
                               ot_system **system, ot_error *err);
OT_API void ot_system_free(ot_system *system);
OT_API const ot_account *ot_system_account(const ot_system *system,
                                           size_t claim);

// What the stated claims imply of a level: its closed range, none where they
// clash. Unsaid members are taken over from the claims where these agree.
OT_API ot_status ot_system_imply(const ot_system *system,
                                 const ot_quantity *quantity,
                                 ot_interval *range, ot_error *err);
// Reads "turnover ARM RUS 9M2023": flow, reporter, partner, period, in any
// order but reporter before partner; commodity and unit are left unsaid.
OT_API ot_status ot_quantity_parse(const char *text, ot_quantity *quantity,
                                   ot_error *err);

#ifdef __cplusplus
}
#endif
#endif
