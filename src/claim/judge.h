// SPDX-License-Identifier: GPL-3.0-or-later
// judge.h - a stated figure against what data say.
#ifndef OT_CLAIM_JUDGE_H
#define OT_CLAIM_JUDGE_H

#include "outturn/claim.h"

// How a figure fits, the plainest first.
typedef enum ot_fit {
    OT_FIT_USUAL = 0, // in its usual reading
    OT_FIT_ROUNDING,  // only for some of what the rounded data can mean
    OT_FIT_TRUNCATED, // only if it was cut, not rounded
    OT_FIT_LOOSE,     // only loosely: a bare round number, a one-sided hedge
    OT_FIT_NONE
} ot_fit;

ot_fit ot__judge(const ot_figure *figure, ot_interval data);

#define OT_WHY_SIZE 160

// What the data say of a claim's kind over a period.
typedef struct ot_measured {
    bool known;
    double mid; // in the figure's unit: base units, per cent, points ...
    ot_interval range;
    ot_value value, base;  // what it was worked out from
    char why[OT_WHY_SIZE]; // where it is not known
} ot_measured;

// What a claim is measured on.
typedef struct ot_measures {
    const ot_view *view;
    const ot_view *whole;   // what a share is one of; NULL: not there
    const ot_view *against; // what it is compared with; NULL: view
    ot_average per;         // what an average is one of
} ot_measures;

// Of all kinds but ranks and runs, which need more than two periods.
ot_measured ot__measure(ot_claim_kind kind, const ot_measures *on,
                        ot_period period, ot_period base);
// "the base 2023 is not in the files": why a value is not known.
void ot__say_unknown(char out[OT_WHY_SIZE], const char *what, ot_period period,
                     const ot_value *v);
// An amount is in the unit of the data, where others are ratios or counts.
bool ot__kind_is_amount(ot_claim_kind kind);
// Is the claim stated in a unit that can be compared with figures held in
// `held`? False with the reason in why.
bool ot__comparable(const ot_claim *claim, ot_unit held, char why[],
                    size_t size);
// "v / base": how a kind is worked out.
const char *ot__measure_formula(ot_claim_kind kind);

// "30 percent of the 2023 level": of its own series in another period.
bool ot__is_share_over_time(const ot_claim *c);

#endif
