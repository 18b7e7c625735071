// SPDX-License-Identifier: GPL-3.0-or-later
// outlook.h - the landing, with what is known of errors from elsewhere.
#ifndef OT_PROJECT_OUTLOOK_H
#define OT_PROJECT_OUTLOOK_H

#include "outturn/project.h"

// How far off landings are before a series has a record of its own, as of one
// of which all is to come: the scale of their logarithmic errors, each divided
// by the share that was still to come. It counts as so many years of errors,
// more than 0; they need not be whole.
typedef struct ot__scale_prior {
    double scale; // 0.33: a third either way
    double years;
} ot__scale_prior;

// ot_project_outlook with a prior: its mean square and that of the record, each
// weighted by its years. NULL: the default, for the years that are missing to
// two only.
ot_status ot__outlook_with(const ot_series *series, ot_period period,
                           const ot__scale_prior *prior, ot_outlook **outlook,
                           ot_error *err);

#endif
