// SPDX-License-Identifier: GPL-3.0-or-later
// inspect.h - what the figures of a panel say of each other: sums against what
// is stated, holes, slips of scale, labels that cannot be right.
#ifndef OUTTURN_INSPECT_H
#define OUTTURN_INSPECT_H

#include "outturn/panel.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ot_inspect {
    OT_INSPECT_MONTHS,   // finer figures add up to a coarser one that they tile
    OT_INSPECT_PARTNERS, // partners add up to no more than the world
    OT_INSPECT_CODES,    // codes add up to no more than the code above them
    OT_INSPECT_BALANCE,  // exports less imports are the balance stated
    OT_INSPECT_TURNOVER, // exports and imports are the turnover stated
    OT_INSPECT_REEXPORT, // re-exports are no larger than exports
    OT_INSPECT_TO_DATE,  // figures from the start of a year do not fall
    OT_INSPECT_LABELS,   // a part of a year does not equal the whole year
    OT_INSPECT_HOLES,    // no month is missing between two
    OT_INSPECT_JUMPS,    // no month is a power of ten off its neighbours
    OT_INSPECT_YEARS,    // areas have figures only while they existed
    OT_INSPECTIONS
} ot_inspect;

// How often a check could be made, how often it failed, and where worst. For
// PARTNERS and CODES `left` counts wholes that the parts do not reach, with the
// largest such residual as the worst when none failed.
typedef struct ot_inspection {
    const char *words; // "months against the year"
    size_t checked, failed, left;
    bool shown; // the rest is set: the worst case, of failures or residuals
    ot_area reporter, partner;
    uint8_t flow;
    const char *commodity;
    ot_period period;
    double stated, computed; // base units
    ot_unit unit;            // scale 0
    ot_place place;          // of what is stated
} ot_inspection;

// Looks at the newest release of every figure; rounding is allowed for. The
// panel must be sealed and outlive the inspections.
//
// OT_E_MEMORY
// Source  the checks of the IMF on Direction of Trade reports (totals against
//         sums of partners, periods against each other)
OT_API ot_status ot_panel_inspect(const ot_panel *panel,
                                  ot_inspection out[OT_INSPECTIONS],
                                  ot_error *err);

#ifdef __cplusplus
}
#endif
#endif
