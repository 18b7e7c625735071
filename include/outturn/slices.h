// SPDX-License-Identifier: GPL-3.0-or-later
// slices.h - a selection cut into its series: one for each partner, commodity,
// flow or reporter.
#ifndef OUTTURN_SLICES_H
#define OUTTURN_SLICES_H

#include <stdbool.h>
#include <stddef.h>

#include "outturn/error.h"
#include "outturn/panel.h"
#include "outturn/series.h"

#ifdef __cplusplus
extern "C" {
#endif

// What is cut, and by what. Where it is not cut by something, `whole` says what
// is taken, as for ot_panel_select; what it leaves open must be the only one.
//
// Slices do not overlap: totals (the world, groups, TOTAL, a code whose parts
// are there for the same partner) are no slices of their own, unless a list
// names them.
typedef struct ot_slicing {
    ot_selection whole; // its flow is not used by flow
    bool by_reporter, by_partner, by_flow, by_commodity;
    // Which are wanted; 0 of them: all there are. Of partners a group that the
    // files do not hold is its members; of codes a lone one is its parts, where
    // there are any. By flow at least one must be given.
    const ot_area *reporter, *partner;
    size_t reporters, partners;
    const ot_flow *const *flow;
    size_t flows;
    const char *const *commodity;
    size_t commodities;
    // By commodity: HS codes are put together by so many of their first digits,
    // 2, 4 or 6; shorter and other codes are no slices. 0: codes as they are.
    // With it at most one commodity is named: of which the parts are wanted.
    int digits;
} ot_slicing;

// One of them. What it is not cut by is as `whole` has it, with what was left
// open filled in; reporter and partner stay OT_AREA_NONE where each slice finds
// its own.
typedef struct ot_slice {
    ot_area reporter, partner;
    const ot_flow *flow;
    const char *commodity; // "": TOTAL, or the only one; belongs to the slices
} ot_slice;

typedef struct ot_slices ot_slices;

// In order of reporter, partner, commodity (by code), then flow as given. The
// panel must be sealed and outlive them, as must the texts and rates of the
// slicing. Free with ot_slices_free. The work is in proportion to the panel.
//
// OT_E_DATA   nothing is left
// OT_E_USAGE  several reporters, partners or commodities, and it is not cut by
//             them
OT_API ot_status ot_slices_new(const ot_panel *panel, const ot_slicing *slicing,
                               ot_slices **slices, ot_error *err);
OT_API void ot_slices_free(ot_slices *slices); // NULL is fine
OT_API size_t ot_slices_count(const ot_slices *slices);
OT_API ot_slice ot_slices_at(const ot_slices *slices, size_t i);
// Whether some hold what others hold, so that they do not add up: a list named
// a whole and its parts, or flows that are not exports and imports.
OT_API bool ot_slices_overlap(const ot_slices *slices);

// Slice i as ot_panel_select and ot_view_series give it, at its own finest
// step, over its own months; free with ot_series_free. Errors are theirs. May
// be called from several threads; the work is in proportion to the slice.
OT_API ot_status ot_slices_series(const ot_slices *slices, size_t i,
                                  int year_start, ot_series **series,
                                  ot_error *err);
// Slice i in each of n periods, as ot_panel_select and ot_view_value give it;
// *unit, unless NULL, is the base unit of all of them. Errors and threads as
// ot_slices_series.
OT_API ot_status ot_slices_values(const ot_slices *slices, size_t i,
                                  const ot_period period[], size_t n,
                                  ot_value value[], ot_unit *unit,
                                  ot_error *err);
// Says anew what a month without a row is, for what is asked from here on; not
// while other threads ask.
OT_API void ot_slices_absence(ot_slices *slices, ot_absence absence);

#ifdef __cplusplus
}
#endif
#endif
