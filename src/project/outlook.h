// SPDX-License-Identifier: GPL-3.0-or-later
// outlook.h - the landing, with what is known of errors from elsewhere.
#ifndef OT_PROJECT_OUTLOOK_H
#define OT_PROJECT_OUTLOOK_H

#include "outturn/project.h"

// How far off landings are, as far as is known from other series: the scale
// (root of the mean square) of their logarithmic errors at this cut-off, each
// divided by the share that was still to come. It counts as so many years of
// errors, more than 0; they need not be whole.
typedef struct ot__scale_prior {
    double scale; // 0.15: 15 % either way of what is to come
    double years;
} ot__scale_prior;

// ot_project_outlook with a prior in place of its own, which is a level that
// moves by 15 % in a year, as 2 years. NULL: that one.
ot_status ot__outlook_with(const ot_series *series, ot_period period,
                           const ot__scale_prior *prior, ot_outlook **outlook,
                           ot_error *err);

#endif
