// SPDX-License-Identifier: GPL-3.0-or-later
// ets_start.h - where a fit starts from.
#ifndef OT_STAT_ETS_START_H
#define OT_STAT_ETS_START_H

#include "stat/ets.h"

// Sets ets->first by rule of thumb, from a model and its m. spare: 2 n values.
//
// OT_E_DATA  too few values for a season, none known, or a season of factors
//            about something that is not above zero
// Source     the book, 2.6.1: the season by moving averages over the first
//            years, then a line through the first values without it
ot_status ot__ets_start(ot__ets *ets, const double y[], size_t n,
                        double spare[], ot_error *err);

#endif
