// SPDX-License-Identifier: GPL-3.0-or-later
// slip.h - what the files that try known slips share.
#ifndef OT_CLAIM_SLIP_H
#define OT_CLAIM_SLIP_H

#include "claim/weigh.h"

// Others whose periods are tried, of the party and beside it.
#define OT_OTHERS_MOST 24

// Of a member of a party; `alone` are those in conflict, of whom it is `at`:
// what they cannot hold by themselves the party cannot.
typedef struct ot_attempt {
    ot_system *y;
    const ot_party *p;
    size_t member;
    const ot_party *alone; // NULL: all of the party
    size_t at;
    double widest; // what the others imply is evidence up to this width, as a
                   // part of its size
} ot_attempt;

// Enters a slip of the member, whose stance was changed, if it fits; the first
// of a kind stays.
void ot__attempt_slip(ot_attempt *t, ot_slip slip);

// One function a kind of slip: changes the stance, attempts, restores.
void ot__try_period(ot_attempt *t);
void ot__try_year(ot_attempt *t);
void ot__try_base_period(ot_attempt *t);
void ot__try_digits(ot_attempt *t);

#endif
