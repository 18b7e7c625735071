// SPDX-License-Identifier: GPL-3.0-or-later
// search.h - the least value of a function of one number.
#ifndef OT_STAT_SEARCH_H
#define OT_STAT_SEARCH_H

#include <stddef.h>

// The x in [lo, hi] with the least f(x, context): the best of `steps` + 1 even
// steps, then golden section between its neighbours, to about 1e-9 of hi - lo.
// f returns a number or +infinity, never NaN.
//
// Source  Kiefer, Proc. American Math. Society 4 (1953) 502-506
double ot__search_least(double (*f)(double x, void *context), void *context,
                        double lo, double hi, size_t steps);

#endif
