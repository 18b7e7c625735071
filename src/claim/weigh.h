// SPDX-License-Identifier: GPL-3.0-or-later
// weigh.h - what the files that weigh claims against each other share.
#ifndef OT_CLAIM_WEIGH_H
#define OT_CLAIM_WEIGH_H

#include "claim/stance.h"

struct ot_system {
    const ot_claims *claims;
    ot_stance *stance;   // one a claim
    ot_account *account; // one a claim
    double tolerance;
    ot_error *err; // while it is made
    ot_status status;
};

// Stances weighed together, in an order that does not depend on the text's:
// copies, so that a reading can be changed.
typedef struct ot_party {
    ot_stance *s;
    size_t n;
} ot_party;

ot_account *ot__account_of(ot_system *y, const ot_stance *s);
// Can all of a party be right? Fails into y.
bool ot__party_holds(ot_system *y, const ot_stance s[], size_t n);
// What the party but its member i implies of that member's figure.
ot_interval ot__party_implies(ot_system *y, const ot_party *p, size_t i);
// The range of a level, in base units.
ot_interval ot__party_level(ot_system *y, const ot_party *p,
                            const ot_quantity *q);
// Leaves in *p only what hangs together with member `with`, first found first.
void ot__party_connected(ot_system *y, const ot_party *p, size_t component[]);

// A party that hangs together: all stand up, or who clashes and why.
void ot__weigh_party(ot_system *y, const ot_party *p);
// A minimal conflict of the party is entered in all its accounts; its members
// as bits in conflict[].
bool ot__enter_conflict(ot_system *y, const ot_party *p, const bool skip[],
                        bool conflict[]);
// The known slips, one at a time, of the members in conflict.
void ot__try_slips(ot_system *y, const ot_party *p, const bool conflict[]);
// Changes of rates and of shares, by intervals.
void ot__weigh_differences(ot_system *y, const ot_party *stated);
// A projection or target against what is stated.
void ot__weigh_projection(ot_system *y, const ot_party *stated, size_t claim);

#endif
