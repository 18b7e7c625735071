// SPDX-License-Identifier: GPL-3.0-or-later
// forecast.h - a path with limits that hold as often as they say.
#ifndef OT_PROJECT_FORECAST_H
#define OT_PROJECT_FORECAST_H

#include "outturn/project.h"

// mean and sd: h values each, the caller's.
typedef struct ot__forecast {
    size_t h;
    double *mean;
    double *sd;     // of the model, set right by the record
    double freedom; // of Student's distribution for the limits
    size_t origins; // how many times the past was asked; 0: no record
    bool positive;  // nothing is below zero
} ot__forecast;

size_t ot__forecast_work_size(const ot_method *method, const ot_past *past,
                              size_t h);

// The method's path and how far off it may be. The method is asked again at up
// to OT__ORIGINS earlier times, evenly spaced over the later half of the past,
// with what was known then. Its errors over the deviations that it gave for
// them then have the root mean square r; deviations are multiplied by r, but
// not made smaller: a model that knows its parameters (none does) is too sure
// of itself and none is known to be the other way round.
//
// The method must have a spread. OT_E_DATA: what it says itself.
//
// Source  rolling origins: Tashman, Int. J. Forecasting 16 (2000) 437-450;
//         limits from past errors beside the model's: Chatfield, J. Business &
//         Economic Statistics 11 (1993) 121-135, 4.3 and 6
#define OT__ORIGINS 8
ot_status ot__forecast_make(const ot_method *method, const ot_past *past,
                            ot__forecast *forecast, double work[],
                            ot_error *err);

// Limits of value k that are to hold with that probability.
void ot__forecast_band(const ot__forecast *forecast, size_t k, double level,
                       double *lo, double *hi);

#endif
