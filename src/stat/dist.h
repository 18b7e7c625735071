// SPDX-License-Identifier: GPL-3.0-or-later
// dist.h - sorted values, for sister files.
#ifndef OT_STAT_DIST_H
#define OT_STAT_DIST_H

#include "outturn/project.h"

void ot__sort(double x[], size_t n);     // ascending
double ot__median(double x[], size_t n); // sorts x; NaN when n is 0

#endif
