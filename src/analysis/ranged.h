// SPDX-License-Identifier: GPL-3.0-or-later
// ranged.h - a formula of intervals, asked twice: of points for its value, of
// what rounding allows for its range.
#ifndef OT_ANALYSIS_RANGED_H
#define OT_ANALYSIS_RANGED_H

#include "outturn/interval.h"
#include "outturn/panel.h"

// The figure alone (exact), or all that it can be; a value below zero is none
// of trade, so the range ends there.
ot_interval ot__taken(ot_value v, bool exact);
ot_ranged ot__ranged_none(void); // not defined
ot_ranged ot__ranged(ot_interval point, ot_interval range);
// a / b; not defined where b is not above zero.
ot_ranged ot__ranged_quotient(ot_ranged a, ot_ranged b);

// Monotone functions, outward by the two units in the last place that libm may
// be off. None outside their domain.
ot_interval ot__interval_sqrt(ot_interval a);
ot_interval ot__interval_log(ot_interval a);
ot_interval ot__interval_exp(ot_interval a);
// a / (a + rest), both not negative: each stands once, so the range is narrow.
// None where both may be zero.
ot_interval ot__interval_share(ot_interval a, ot_interval rest);
// What is left of a sum without a part of it.
ot_interval ot__interval_rest(ot_interval total, ot_interval part);

#endif
