// SPDX-License-Identifier: GPL-3.0-or-later
// minimise.h - the least value of a smooth function of several numbers.
#ifndef OT_STAT_MINIMISE_H
#define OT_STAT_MINIMISE_H

#include <stddef.h>

// A function and its gradient at x. It may return +infinity, where it does not
// exist (the gradient then means nothing), never NaN.
typedef double ot__function(const double x[], size_t k, double gradient[],
                            void *context);

size_t ot__minimise_work_size(size_t k);

// Moves x (k numbers, where f is finite) to a local minimum and returns its
// value: until three steps in a row gain less than `gain` each, or after
// `limit` calls of f. work: ot__minimise_work_size doubles.
//
// Source  Nocedal & Wright, Numerical Optimization (2006), 6.1 (BFGS); the line
//         search is that of Lewis & Overton, Math. Programming 141 (2013)
//         135-163, which also holds where f has kinks or ends
double ot__minimise(ot__function *f, void *context, double x[], size_t k,
                    double gain, size_t limit, double work[]);

#endif
