// SPDX-License-Identifier: GPL-3.0-or-later
// calendar.h - which months a reporter published, by flow.
#ifndef OT_DATA_CALENDAR_H
#define OT_DATA_CALENDAR_H

#include "data/panel.h"

// Partners with figures: none, one, or several.
typedef struct ot__present {
    ot_area one; // OT_AREA_NONE: none
    bool more;
} ot__present;

// What a reporter's rows of one flow speak of.
typedef struct ot__calendar {
    ot_area reporter;
    uint8_t flow;
    ot_period known;    // months 0: none
    ot__present *month; // of each month of `known`: with a figure of that month
    ot__present any;    // with any figure
} ot__calendar;

typedef struct ot__calendars {
    ot__calendar *at; // in order of the panel's keys
    size_t n;
} ot__calendars;

// By cells of keys from..to, all of one reporter, that were known on a day.
// Free with ot__calendar_free.
ot_status ot__calendar_make(const ot_panel *p, ot_range keys, uint8_t flow,
                            ot_day day, ot__calendar *c, ot_error *err);
void ot__calendar_free(ot__calendar *c);
// Whether others than this partner are there.
bool ot__present_others(const ot__present *p, ot_area partner);

// Those of all reporters and flows. Free with ot__calendars_free, also after a
// failure.
ot_status ot__calendars_make(const ot_panel *p, ot_day day, ot__calendars *all,
                             ot_error *err);
void ot__calendars_free(ot__calendars *all);
const ot__calendar *ot__calendars_find(const ot__calendars *all,
                                       ot_area reporter, uint8_t flow);

#endif
