// SPDX-License-Identifier: GPL-3.0-or-later
// weigh.h - what the files that weigh claims against each other share.
#ifndef OT_CLAIM_WEIGH_H
#define OT_CLAIM_WEIGH_H

#include "claim/stance.h"

// Stances weighed together, in an order that does not depend on the text's:
// copies, so that a reading can be changed.
typedef struct ot_party {
    ot_stance *s;
    size_t n;
} ot_party;

struct ot_system {
    const ot_claims *claims;
    ot_stance *stance;   // one a claim
    ot_account *account; // one a claim
    double tolerance;
    ot_error err; // while it is weighed
    ot_status status;
    char reason[sizeof((ot_error *)0)->message]; // of the last giving up
    ot_effort effort;
    uint64_t ample; // spent up to here, there is some for more than verdicts
    ot_party said;  // all that is stated in the block under way; borrowed
    size_t left;    // claims that are not weighed yet
};

// Claims that could touch each other: the stated ones with what hangs together
// of them, named by its least member; then differences of rates and what is
// projected.
typedef struct ot_block {
    ot_party stated;
    const size_t *component;
    const ot_stance *other;
    size_t others;
} ot_block;

ot_account *ot__account_of(ot_system *y, const ot_stance *s);
// The first status that is not OT_OK stays, and stops what is under way.
void ot__note(ot_system *y, ot_status status);
// Was it only that the solver did not get to the end? Then that is forgotten,
// but for its reason: no text fails for what is hard to weigh.
bool ot__gave_up(ot_system *y);
// Nothing is said of a claim, for the last reason.
void ot__leave_alone(ot_system *y, const ot_stance *s);

// ---- blocks: what could touch ----

// block[i] of stance i: the least of its block. False: no memory.
bool ot__blocks(const ot_stance s[], size_t n, size_t block[]);
// Members of the same group one after the other, the groups by their least.
bool ot__group_order(const size_t group[], size_t n, size_t order[]);
// Groups as trees under their least member.
size_t ot__root_of(size_t parent[], size_t i);
void ot__join(size_t parent[], size_t a, size_t b);

// The months from .. to - 1 that a claim says something of.
typedef struct ot_hull {
    int32_t from, to;
} ot_hull;
ot_hull ot__hull_of(const ot_stance *s);
// What of a block hangs together with anything that such a claim could touch.
// Room for `more` stances is left; the caller frees p->s.
bool ot__touching(ot_system *y, const ot_block *b, const ot_stance *s,
                  size_t more, ot_party *p);

// ---- parties: what hangs together ----

// The rows of a party, and the effort counted that they take. `extra` as in
// ot__frame_build.
void ot__party_frame(ot_system *y, const ot_party *p, const ot_quantity *extra,
                     ot_frame *frame);
// Can all of a party be right? False, too, where that is not known: y->status.
bool ot__party_holds(ot_system *y, const ot_party *p);
// The same for a reading that is tried out.
bool ot__party_try(ot_system *y, const ot_party *p);
// What the party but its member i implies of that member's figure.
ot_interval ot__party_implies(ot_system *y, const ot_party *p, size_t i);
// The range of a level, in base units.
ot_interval ot__party_level(ot_system *y, const ot_party *p,
                            const ot_quantity *q);
// component[i] of member i: the least member of its component. False:
// y->status.
bool ot__party_connected(ot_system *y, const ot_party *p, size_t component[]);

// Leaves what hangs together with the last member. False: y->status.
bool ot__party_keep_connected(ot_system *y, ot_party *p);

// ---- weighing ----

// Is a figure written in digits, not in a word as "tripled"?
bool ot__in_digits(const char *text);
// A party that hangs together: all stand up, or who clashes and why.
void ot__weigh_party(ot_system *y, const ot_party *p);
// A minimal conflict of the party is entered in all its accounts; its members
// as bits in conflict[].
bool ot__enter_conflict(ot_system *y, const ot_party *p, const bool skip[],
                        bool conflict[]);
// The known slips, one at a time, of the members in conflict.
void ot__try_slips(ot_system *y, const ot_party *p, const bool conflict[]);
// A change of rates or of shares, by intervals.
void ot__weigh_difference(ot_system *y, const ot_block *b, const ot_stance *s);
// A projection or target against what is stated.
void ot__weigh_projection(ot_system *y, const ot_block *b, const ot_stance *s);

#endif
