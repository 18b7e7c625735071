// SPDX-License-Identifier: GPL-3.0-or-later
// revisions.h - how figures differ between two releases of them.
//
// A release is a view as of a day (ot_view_as_of), or a view of another panel:
// the same selection of an older and of a newer file. Amounts are in whole base
// units.
#ifndef OUTTURN_REVISIONS_H
#define OUTTURN_REVISIONS_H

#include "outturn/panel.h"

#ifdef __cplusplus
extern "C" {
#endif

// What became of a figure. Those from CHANGED to VANISHED are listed.
typedef enum ot_revised {
    OT_REVISED_CHANGED = 0,
    OT_REVISED_APPEARED, // not known, or a month without trade, before
    OT_REVISED_VANISHED, // known before and no longer
    OT_REVISED_SAME,     // the same, or another rounding of it
    OT_REVISED_ADDED,    // outside the months known before
    OT_REVISED_STANDS,   // not repeated by the newer release, although it has
                         // months before and after: the older one stands
    OT_REVISED_KINDS
} ot_revised;

OT_API const char *ot_revised_name(ot_revised kind); // "changed"

// One figure in both. A figure that is not known is NaN, and so is all that
// needs it.
//
// Published figures of one precision that differ at all are changed; a figure
// that was only rounded otherwise (by no more than half a unit of the coarser
// one) is the same.
typedef struct ot_revision {
    size_t series; // index of its views
    ot_period period;
    ot_revised kind;
    ot_value before, after;
    double difference; // after - before; a month without trade counts as 0
    ot_interval difference_range;
    double change; // difference / before; NaN where before <= 0
    ot_interval change_range;
    // What this difference alone does to the year that holds it, from its start
    // to the last month known in both, and as a whole: difference / value
    // before. NaN where that is not known or not positive.
    ot_period to_date, year;
    double of_to_date, of_year;
    ot_interval of_to_date_range, of_year_range;
} ot_revision;

// Of any period, whether listed or not; kind ADDED and STANDS are told apart by
// ot_revisions_new only. Both views must be in one unit.
OT_API ot_revision ot_revision_of(const ot_view *before, const ot_view *after,
                                  ot_period period);

typedef struct ot_revisions {
    ot_revision *at; // changed, appeared and vanished: largest difference
                     // first, unknown ones last; ties by series, then period
    size_t n;
    size_t count[OT_REVISED_KINDS]; // of all figures compared
    ot_period added, standing;      // from first to last of those kinds
    int32_t last;                   // last month that a series has in both
} ot_revisions;

// What is compared.
typedef struct ot_revising {
    const ot_period *within; // only figures of periods inside one of these
    size_t n;                // 0: all
    int32_t step;            // months of a figure; 0: as finely as both are
    int year_start;          // first month of a year, 0 or 1: January
} ot_revising;

// Compares series before[i] and after[i], i < n, figure by figure at the
// coarser of their finest steps, or in steps that are longer. Free with
// ot_revisions_free. OT_E_DATA: the views are in two units.
OT_API ot_status ot_revisions_new(ot_view *const before[],
                                  ot_view *const after[], size_t n,
                                  const ot_revising *how,
                                  ot_revisions **revisions, ot_error *err);
OT_API void ot_revisions_free(ot_revisions *revisions); // NULL is fine

#ifdef __cplusplus
}
#endif
#endif
