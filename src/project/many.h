// SPDX-License-Identifier: GPL-3.0-or-later
// many.h - what the files about many series share.
#ifndef OT_PROJECT_MANY_H
#define OT_PROJECT_MANY_H

#include "outturn/project_many.h"
#include "project/outlook.h"

// What is kept of a series besides its landing.
typedef struct ot__kept {
    int32_t first, last; // known months: first of the first, last of the last;
                         // last < first: none
    int32_t step;
    double scale; // of its misses, as of a period still to come; NaN: none
} ot__kept;

ot__kept ot__kept_of(const ot_series *s);
// Of which nothing is known.
ot_landed ot__landed_nothing(void);
// Fills *l, which is as ot__landed_nothing, and *k. Errors as
// ot_project_outlook, and OT_E_DATA where all that is known is zero.
ot_status ot__land(const ot_series *s, ot_period period,
                   const ot__scale_prior *prior, ot_landed *l, ot__kept *k,
                   ot_error *err);

// Adds up what was landed: all of *whole but what was lent. OT_E_MEMORY alone.
ot_status ot__whole_make(const ot_many *many, const ot_landed landed[],
                         const ot__kept kept[], ot_whole *whole, ot_error *err);

#endif
