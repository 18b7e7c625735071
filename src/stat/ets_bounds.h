// SPDX-License-Identifier: GPL-3.0-or-later
// ets_bounds.h - which parameters forget the distant past.
#ifndef OT_STAT_ETS_BOUNDS_H
#define OT_STAT_ETS_BOUNDS_H

#include "stat/ets.h"

// Whether the weight of old values in a forecast dies away: the roots of the
// model's characteristic equation lie inside the unit circle, but for one at 1
// that the level and the season share. Asked of parameters in the usual region,
// in which only a season can fail it.
//
// Source  Hyndman, Akram & Archibald, Annals Inst. Stat. Math. 60 (2008) 407-
//         426, theorem 1; the book, 10.2
bool ot__ets_admissible(const ot__ets *ets);

#endif
