// SPDX-License-Identifier: GPL-3.0-or-later
// inspect.h - what files let us verify of themselves.
//
// A sealed panel is held against its own arithmetic: sums against totals,
// flows against each other, every series against its neighbours. Of each figure
// the latest release counts. Two figures disagree when they differ by more than
// the rounding of all that was added allows; sums are exact.
#ifndef OUTTURN_INSPECT_H
#define OUTTURN_INSPECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "outturn/error.h"
#include "outturn/panel.h"

#ifdef __cplusplus
extern "C" {
#endif

// What is verified. `stated` and `computed` of a row are given in brackets.
typedef enum ot_inspect_code {
    // Months (or quarters) that tile a longer period, against its own figure
    // [the longer period's, their sum].
    OT_INSPECT_TILES = 0,
    // Countries and what is allocated to none, against the world [the world's,
    // their sum]: the parts exceed the whole.
    OT_INSPECT_PARTNERS,
    // The same, the parts fall short: the rest is not allocated, or the files
    // do not hold all partners. No fault.
    OT_INSPECT_PARTNERS_SHORT,
    // HS codes of two, four and six digits against the total or the code one
    // level up [the upper one's, their sum], as with partners.
    OT_INSPECT_CODES,
    OT_INSPECT_CODES_SHORT,
    // Exports and imports against a turnover or a balance that the files give
    // [the given one, what follows].
    OT_INSPECT_FLOWS,
    // Re-exports, domestic exports, re-imports, foreign imports against the
    // flow they are parts of [the whole flow, the part or the parts' sum].
    OT_INSPECT_WITHIN,
    // A figure to date below the one before (January-August below
    // January-July) [the later, the earlier].
    OT_INSPECT_FALLS,
    // A figure to date that is another year's, or its own year's, full figure
    // [the figure to date, the full year's]. `period` is that of the former,
    // `other_period` that of the latter.
    OT_INSPECT_LABELS,
    // Months between two published ones that nobody has figures for, and a
    // month missing from an otherwise unbroken series [the figure before, the
    // one after]. `count` months, from `period` on.
    OT_INSPECT_HOLES,
    // A figure off its neighbours by a power of ten: a slip of the unit [the
    // figure, the neighbours' median]. `count`: the power, negative when the
    // figure is too small.
    OT_INSPECT_JUMPS,
    // A series that changes its level by a power of ten for good [the median
    // behind, the median before]. `count`: the power.
    OT_INSPECT_SHIFTS,
    // Figures after the last year for which there are statistics of an area.
    // `count` figures.
    OT_INSPECT_YEARS,
    OT_INSPECT_CODE_COUNT
} ot_inspect_code;

// A place where two figures disagree. Texts and paths are the panel's.
typedef struct ot_discrepancy {
    ot_inspect_code code;
    ot_area reporter, partner;
    uint8_t flow;
    const char *commodity, *basis;
    ot_unit unit; // base unit, scale 0
    ot_period period, other_period;
    double stated, computed;
    double difference; // stated - computed, exact before it is rounded here
    double half;       // how far rounding reaches: less is no disagreement
    int32_t count;     // figures added, months, or a power of ten
    int32_t absent;    // months without a row, counted as 0
    bool mixed;        // the figures are of different releases
    ot_place place;    // of the figure stated
    ot_place other;    // of the first one that it is held against
} ot_discrepancy;

// At most so many rows of a code are kept, those that differ most.
#define OT_INSPECT_ROWS 20

typedef struct ot_inspected {
    size_t tested; // how often two figures could be compared
    size_t failed; // of them, how often they disagree
    size_t rows;   // kept, the largest difference first
    ot_discrepancy row[OT_INSPECT_ROWS];
} ot_inspected;

typedef struct ot_inspection {
    ot_inspected check[OT_INSPECT_CODE_COUNT];
} ot_inspection;

// Inspects a sealed panel, which must outlive the result; free it with
// ot_inspection_free. The cost grows with the number of cells.
// OT_E_MEMORY
OT_API ot_status ot_panel_inspect(const ot_panel *panel,
                                  ot_inspection **inspection, ot_error *err);
OT_API void ot_inspection_free(ot_inspection *inspection); // NULL is fine
// A short name for machines: "months-year".
OT_API const char *ot_inspect_name(ot_inspect_code code);

#ifdef __cplusplus
}
#endif
#endif
