// SPDX-License-Identifier: GPL-3.0-or-later
// groups.h - rows added up as they are, by some of their columns, in memory in
// proportion to the groups and not to the rows.
//
// Nothing is chosen here: totals are added to their parts and repeated rows
// count as often as they stand there. Sums are exact; their order, the number
// of threads and how a file is cut do not matter.
#ifndef OUTTURN_GROUPS_H
#define OUTTURN_GROUPS_H

#include <stdint.h>

#include "outturn/panel.h"

#ifdef __cplusplus
extern "C" {
#endif

// Columns by which rows are told apart; the unit always does.
typedef enum ot_by {
    OT_BY_NONE = 0, // ends a list
    OT_BY_REPORTER,
    OT_BY_PARTNER,
    OT_BY_FLOW,
    OT_BY_COMMODITY,
    OT_BY_BASIS,
    OT_BY_PERIOD,
    OT_BY_YEAR, // the year that holds the period; a longer one stays
    OT_BY_RELEASE,
    OT_BYS
} ot_by;

OT_API const char *ot_by_name(ot_by by); // "reporter"

// Which rows are added, and by what. Lists are as in "ARM,RUS"; NULL: all. A
// row without a release is known on any day, one without a basis is of any.
typedef struct ot_grouping {
    ot_by by[OT_BYS]; // each once; in this order the groups are sorted
    const char *reporters, *partners, *flows, *commodities, *basis;
    ot_period within; // months 0: any
    ot_day as_of;     // OT_DAY_LATEST: any
    int year_start;   // month in which OT_BY_YEAR begins; 0: January
} ot_grouping;

// Where rows are added up: given to ot_panel_read as ot_read_options.groups,
// any number of times, with one panel. The texts of the grouping must outlive
// it. Free with ot_groups_free.
//
// OT_E_USAGE  a flow is not one that files hold; by period and by year at once
OT_API ot_status ot_groups_new(const ot_grouping *grouping, ot_groups **groups,
                               ot_error *err);
OT_API void ot_groups_free(ot_groups *groups); // NULL is fine

// Once all files are read: puts the groups in the order of their columns.
//
// OT_E_USAGE  an area of the grouping is none that is known
// OT_E_DATA   no row fits the grouping
OT_API ot_status ot_groups_sort(ot_groups *groups, const ot_panel *panel,
                                ot_error *err);

// A group. What the grouping does not tell apart is none, "", or months 0.
typedef struct ot_group {
    ot_area reporter, partner;
    uint8_t flow;
    const char *commodity, *basis; // the panel's
    ot_period period;
    ot_day release;
    uint64_t rows;
    ot_unit unit;   // of the value, with the scale in which it was published
    char value[64]; // exact
} ot_group;

// Shows all values in 10^scale of their unit; -1: as they were published.
OT_API void ot_groups_scale(ot_groups *groups, int scale);
OT_API size_t ot_groups_count(const ot_groups *groups);
OT_API ot_group ot_groups_at(const ot_groups *groups, const ot_panel *panel,
                             size_t i);

#ifdef __cplusplus
}
#endif
#endif
