// SPDX-License-Identifier: GPL-3.0-or-later
// growth.h - change of a selection between two periods, and over many.
#ifndef OUTTURN_GROWTH_H
#define OUTTURN_GROWTH_H

#include "outturn/panel.h"

#ifdef __cplusplus
extern "C" {
#endif

// One comparison. ratio = value / base (2.594: "2.59 times"); none when a value
// is not known or the base is not positive (then only the change is given).
// like_* are the same over the months known in both years, when some are not:
// "8 of 9 months"; like_months = 0 when not needed or nothing is left.
typedef struct ot_growth {
    ot_period period, base_period;
    ot_value value, base;
    ot_interval ratio;
    double ratio_mid;   // value.y / base.y, NaN when undefined
    ot_interval change; // value - base
    double change_mid;
    int32_t like_months;
    double like_value, like_base, like_ratio;
} ot_growth;

OT_API ot_growth ot_growth_between(const ot_view *view, ot_period period,
                                   ot_period base);
// A comparison of a converted view taken apart. What a unit of the files'
// currency was worth is known twice: rate = converted value / published value,
// which weighs each month by its trade, and average = the mean of the months'
// average rates. The first is the one that fits:
//
//     growth.ratio_mid = published.ratio_mid x move
//
// All NaN, and published = the growth, where the view does not convert.
typedef struct ot_growth_currency {
    ot_growth published; // the same comparison in the files' currency
    double rate, base;   // NaN where a value is not known or not positive
    double move;         // rate / base
    double average, average_base;
    double average_move; // average / average_base
} ot_growth_currency;

OT_API ot_growth_currency ot_growth_in_currency(const ot_view *view,
                                                const ot_growth *growth);

// Compound rate per year from one period to another of the same length:
// (to / from)^(12 / months between) - 1. none when undefined.
// Source: OECD, Data and Metadata Reporting and Presentation Handbook (2007).
OT_API ot_interval ot_growth_compound(const ot_growth *growth, double *mid);

// Trend growth per step: ln y = a + b t by least squares over the known,
// positive values of a series; rate = exp(b) - 1, error = standard error of b.
// Source: UNCTAD Handbook of Statistics, "trend growth".
// OT_E_DATA  fewer than 3 known values, or one that is not positive
OT_API ot_status ot_growth_trend(const ot_series *series, double *rate,
                                 double *error, size_t *used, ot_error *err);

#ifdef __cplusplus
}
#endif
#endif
