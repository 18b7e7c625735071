// SPDX-License-Identifier: GPL-3.0-or-later
// theta_season.h - what Theta and its dynamic form share.
#ifndef OT_STAT_THETA_SEASON_H
#define OT_STAT_THETA_SEASON_H

#include "stat/theta.h"

// Begins a fit: checks y, and puts it into x (n values) brought near 1 by 2^-k
// and without its season, if it has one. spare: n values.
ot_status ot__theta_begin(const double y[], size_t n, size_t season,
                          ot__theta *fit, double figure[], double x[],
                          double spare[], int *k, ot_error *err);

// The state from which the dynamic form takes its steps.
typedef struct ot__dotm {
    double alpha, pull; // pull = 1 - 1 / theta
    double t;           // values seen
    double level, mean, slope;
    double fade; // (1 - alpha)^t
} ot__dotm;

double ot__dotm_next(const ot__dotm *s);       // what is expected next
void ot__dotm_see(ot__dotm *s, double y);      // takes a value in
ot__dotm ot__dotm_state(const ot__theta *fit); // at the end of the past

#endif
