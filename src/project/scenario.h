// SPDX-License-Identifier: GPL-3.0-or-later
// scenario.h - how a break may go on.
#ifndef OT_PROJECT_SCENARIO_H
#define OT_PROJECT_SCENARIO_H

#include "project/landing.h"

// Fills scenario, scenarios, recent_growth and mixture of a projection that has
// its landings and is broken; none where one of the two rules does not serve or
// has less than two past misses.
ot_status ot__scenarios_make(const ot__shape *shape, ot_projection *p,
                             ot_error *err);
void ot__scenarios_free(ot_projection *p);

#endif
