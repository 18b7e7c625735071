// SPDX-License-Identifier: GPL-3.0-or-later
// model.h - what rows that rest on a model share.
#ifndef OT_PROJECT_MODEL_H
#define OT_PROJECT_MODEL_H

#include "outturn/project.h"

// A model at work: mean[0..h) and, unless it is NULL, sd[0..h).
typedef ot_status ot__kernel(const ot_past *past, size_t h, double mean[],
                             double sd[], double work[], ot_error *err);

// The kernel's path, kept on the side of zero where the past lies: where every
// value is above zero and the path is not, the kernel is asked again about
// logarithms; without values below zero it ends at zero. work: past->n doubles,
// then the kernel's.
ot_status ot__carry(ot__kernel *kernel, const ot_past *past, size_t h,
                    double mean[], double sd[], double work[], ot_error *err);

// As ot__carry, about values without their season, where they have one: with
// three years of them, by the test of acf.h, as factors or else as terms. The
// kernel sees a past without seasons. work: ot__adjusted_size, then the
// kernel's.
//
// Source  the benchmarks of Makridakis, Spiliotis & Assimakopoulos, Int. J.
//         Forecasting 36 (2020) 54-74, and their code
ot_status ot__carry_adjusted(ot__kernel *kernel, const ot_past *past, size_t h,
                             double mean[], double sd[], double work[],
                             ot_error *err);
size_t ot__adjusted_size(const ot_past *past);

#endif
