// SPDX-License-Identifier: GPL-3.0-or-later
// breaks.h - the known part of a period against its own history.
#ifndef OT_PROJECT_BREAKS_H
#define OT_PROJECT_BREAKS_H

#include "project/landing.h"

// Fills sign, signs, broken, spike_over and spike of *p, whose period and known
// part are set. Needs shape->known > 0.
ot_status ot__breaks_test(const ot__shape *shape, int32_t step,
                          ot_projection *p, ot_error *err);

#endif
