// SPDX-License-Identifier: GPL-3.0-or-later
// ets_numbers.h - what is fitted of a model, as numbers without bounds.
#ifndef OT_STAT_ETS_NUMBERS_H
#define OT_STAT_ETS_NUMBERS_H

#include "stat/ets_run.h"

#define OT__ETS_NUMBERS (6 + OT__ETS_SEASON_MAX)

// A fit under way.
typedef struct ot__ets_job {
    ot__ets *ets; // the model; its numbers are those looked at last
    ot__ets_trace trace;
    ot__ets_state start;  // the first states where their numbers are 0
    double least;         // sum of squares that counts as none
    double state, season; // units of the first states
} ot__ets_job;

// Numbers for parameters at shares of what is possible for alpha, beta, gamma,
// and for phi; the first states at their start. x: OT__ETS_NUMBERS.
void ot__ets_pack(const ot__ets *ets, const double from[4], double x[]);

// Sets the model of the job from numbers; returns how many there are.
size_t ot__ets_unpack(const ot__ets_job *job, const double x[]);

// An ot__function of numbers, context the job: lik; +infinity where parameters
// are not admissible or the model breaks down.
double ot__ets_lik_at(const double x[], size_t k, double gradient[],
                      void *context);

#endif
