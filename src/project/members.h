// SPDX-License-Identifier: GPL-3.0-or-later
// members.h - the ways that a landing is combined of.
#ifndef OT_PROJECT_MEMBERS_H
#define OT_PROJECT_MEMBERS_H

#include "project/landing.h"

#define OT__MEMBERS 8
#define OT__PATHS   400      // joint paths of a model
#define OT__SEED    20240630 // of their errors

const char *ot__member_name(size_t i);

// Scratch for a shape and any earlier cut-off; joint paths are for that shape
// itself.
typedef struct ot__room {
    double *error; // OT__PATHS paths of h standard normal errors
    double *path;  // 1 + OT__PATHS of them
    double *x;     // the past as the models see it
    double *work;
    double *sum; // what the joint paths of all models come to; ot__sums of them
    size_t sums;
} ot__room;

ot_status ot__room_make(const ot__shape *shape, ot__room *room, ot_error *err);
void ot__room_free(ot__room *room);

// What each member says of the total of the period from the shape's past; NaN:
// it does not serve. paths: room->sum receives the totals by the joint paths of
// the models as well, in no order.
void ot__members_say(const ot__shape *shape, bool paths, ot__room *room,
                     double total[OT__MEMBERS]);

// Whether models are fitted to logarithms: all values are above zero.
bool ot__by_logarithms(const ot__shape *shape);

#endif
