// SPDX-License-Identifier: GPL-3.0-or-later
// landing.h - what one rule says of one period, and how it did before.
#ifndef OT_PROJECT_LANDING_H
#define OT_PROJECT_LANDING_H

#include "project/shape.h"

// Fills *landing for a method. A rule that cannot serve is no error: see served
// and why. Freed with ot__landing_free.
ot_status ot__landing_make(const ot_method *method, const ot__shape *shape,
                           ot_landing *landing, ot_error *err);
void ot__landing_free(ot_landing *landing);

// The total alone, of any method; NaN: it does not serve.
ot_status ot__landing_total(const ot_method *method, const ot__shape *shape,
                            double *total, ot_error *err);

#endif
