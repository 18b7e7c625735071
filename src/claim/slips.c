// SPDX-License-Identifier: GPL-3.0-or-later
// slips.c - the known slips of writers, taken back one at a time.
//
// A slip explains a clash only where the claim, read without it, is still held
// by the others within a narrow range: a figure moved to where nothing touches
// it fits anything, which is no evidence.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "claim/slip.h"

#define HALF 0.5 // as wide as it is large, at most

static bool has_slip(const ot_account *a, ot_slip_kind kind)
{
    for (size_t i = 0; i < a->slips; i++) {
        if (a->slip[i].kind == kind) {
            return true;
        }
    }
    return false;
}

// A range is evidence when it is narrow for its size.
static bool is_narrow(const ot_stance *s, ot_interval implied, double most)
{
    const double zero = s->kind == OT_CLAIM_GROWTH ? -100 : 0;
    const double width = implied.hi - implied.lo;
    const double size = fmax(fabs(implied.lo - zero), fabs(implied.hi - zero));

    return isfinite(width) && width <= most * size;
}

static bool holds_alone(ot_attempt *t)
{
    if (t->alone == NULL) {
        return true;
    }
    ot_stance *s = &t->alone->s[t->at];
    const ot_stance was = *s;
    *s = t->p->s[t->member];
    const bool holds = ot__party_try(t->y, t->alone);
    *s = was;
    return holds;
}

static bool fits(ot_attempt *t, ot_interval *meant)
{
    const ot_stance *s = &t->p->s[t->member];

    if (!holds_alone(t) || !ot__party_try(t->y, t->p)) {
        return false;
    }
    *meant = ot__party_implies(t->y, t->p, t->member);
    return !ot_interval_is_none(*meant) && is_narrow(s, *meant, t->widest);
}

void ot__attempt_slip(ot_attempt *t, ot_slip slip)
{
    ot_stance *s = &t->p->s[t->member];
    ot_account *a = ot__account_of(t->y, s);

    if (a->slips < OT_SLIP_MOST && !has_slip(a, slip.kind) &&
        fits(t, &slip.meant)) {
        slip.claim = s->index;
        a->slip[a->slips++] = slip;
    }
}

// ---- one function a slip: changes, tries, restores -------------------------

static void try_scale(ot_attempt *t)
{
    static const double factors[] = {1e3, 1e-3, 1e6, 1e-6};
    ot_stance *s = &t->p->s[t->member];
    const ot_stance was = *s;

    for (size_t i = 0; i < 4 && ot__stance_is_amount(s); i++) {
        s->judged = ot_interval_of(was.judged.lo * factors[i],
                                   was.judged.hi * factors[i]);
        ot__attempt_slip(
            t, (ot_slip){.kind = OT_SLIP_SCALE, .factor = factors[i]});
        *s = was;
    }
}

static void try_shift(ot_attempt *t, ot_interval judged, double factor)
{
    ot_stance *s = &t->p->s[t->member];
    const ot_stance was = *s;

    s->judged = judged;
    ot__attempt_slip(t, (ot_slip){.kind = OT_SLIP_BY_FOR_TO, .factor = factor});
    *s = was;
}

// N times said of what grew by N times, or the other way; a growth of N % of
// what is N % of the base; a fall of N % of what fell to N %.
static void try_by_for_to(ot_attempt *t)
{
    const ot_stance *s = &t->p->s[t->member];
    const ot_interval j = s->judged;

    if (s->kind == OT_CLAIM_MULTIPLE && j.lo > 0 &&
        ot__in_digits(s->claim->stated)) {
        try_shift(t, ot_interval_shift(j, 1), 1);
        if (j.lo > 1) {
            try_shift(t, ot_interval_shift(j, -1), -1);
        }
    } else if (s->kind == OT_CLAIM_GROWTH && j.lo > 0) {
        try_shift(t, ot_interval_shift(j, 100), 1);
        try_shift(t, ot_interval_shift(j, -100), -1);
    } else if (s->kind == OT_CLAIM_GROWTH && j.lo > -100 && j.hi < 0) {
        try_shift(t, ot_interval_of(-100 - j.hi, -100 - j.lo), -1);
    }
}

static void try_base(ot_attempt *t)
{
    ot_stance *s = &t->p->s[t->member];
    const ot_stance was = *s;

    if (s->kind == OT_CLAIM_GROWTH) {
        s->over_new = true;
        // Cut or rounded: the slip and the habit go together.
        ot__attempt_slip(t, (ot_slip){.kind = OT_SLIP_BASE});
    }
    *s = was;
}

static bool is_balance(const ot_stance *s)
{
    return s->own.flow != NULL && strncmp(s->own.flow->name, "balance", 7) == 0;
}

// Fell for rose; a deficit for a surplus; 3 times as much for a third.
static void try_sign(ot_attempt *t)
{
    ot_stance *s = &t->p->s[t->member];
    const ot_stance was = *s;

    if (s->kind == OT_CLAIM_GROWTH || s->kind == OT_CLAIM_CHANGE ||
        (s->kind == OT_CLAIM_LEVEL && is_balance(s))) {
        s->judged = ot_interval_of(-was.judged.hi, -was.judged.lo);
        ot__attempt_slip(t, (ot_slip){.kind = OT_SLIP_SIGN});
    } else if (s->kind == OT_CLAIM_MULTIPLE && was.judged.lo > 0 &&
               isfinite(was.judged.hi)) {
        s->judged = ot_interval_of(1 / was.judged.hi, 1 / was.judged.lo);
        ot__attempt_slip(t, (ot_slip){.kind = OT_SLIP_SIGN});
    }
    *s = was;
}

static void try_flow(ot_attempt *t)
{
    static const char *const flows[] = {"export", "import", "turnover"};
    ot_stance *s = &t->p->s[t->member];
    const ot_stance was = *s;

    for (size_t i = 0; i < 3 && s->own.flow != NULL && !is_balance(s); i++) {
        const ot_flow *flow = ot_flow_find(flows[i], strlen(flows[i]));
        if (flow != was.own.flow) {
            s->own.flow = flow;
            s->base.flow = was.base.flow == was.own.flow ? flow : was.base.flow;
            s->whole.flow =
                was.whole.flow == was.own.flow ? flow : was.whole.flow;
            ot__attempt_slip(t, (ot_slip){.kind = OT_SLIP_FLOW, .flow = flow});
        }
        *s = was;
    }
}

static size_t try_member(ot_attempt *t)
{
    static void (*const slips[])(ot_attempt *) = {
        try_scale,     try_by_for_to,  try_base,     try_sign,
        try_flow,      ot__try_period, ot__try_year, ot__try_base_period,
        ot__try_digits};

    for (size_t k = 0;
         t->y->status == OT_OK && k < sizeof slips / sizeof slips[0]; k++) {
        slips[k](t);
    }
    return ot__account_of(t->y, &t->p->s[t->member])->slips;
}

static void count_rivals(ot_system *y, const ot_party *p, const bool conflict[])
{
    size_t all = 0;

    for (size_t i = 0; i < p->n; i++) {
        all += conflict[i] ? ot__account_of(y, &p->s[i])->slips : 0;
    }
    for (size_t i = 0; i < p->n; i++) {
        ot_account *a = ot__account_of(y, &p->s[i]);
        a->rivals = conflict[i] ? all - a->slips : a->rivals;
    }
}

void ot__try_slips(ot_system *y, const ot_party *p, const bool conflict[])
{
    ot_party alone = {calloc(p->n, sizeof *alone.s), 0};
    size_t found = 0;

    for (size_t i = 0; i < p->n && alone.s != NULL; i++) {
        if (conflict[i]) {
            alone.s[alone.n++] = p->s[i];
        }
    }
    const bool part = alone.n < p->n;
    for (size_t i = 0, at = 0; i < p->n && alone.s != NULL; i++) {
        if (conflict[i]) {
            ot_attempt t = {y, p, i, part ? &alone : NULL, at++, HALF};
            found += try_member(&t);
        }
    }
    // A digit is only looked at where nothing else explains it.
    for (size_t i = 0, at = 0; found == 0 && i < p->n && alone.s != NULL; i++) {
        if (conflict[i] && y->status == OT_OK) {
            ot_attempt t = {y, p, i, part ? &alone : NULL, at++, HALF};
            ot__try_digits(&t);
        }
    }
    for (size_t i = 0; found == 0 && i < p->n; i++) {
        found += conflict[i] ? ot__account_of(y, &p->s[i])->slips : 0;
    }
    // Where the party has another conflict no slip reconciles all of it.
    for (size_t i = 0; found == 0 && part && i < alone.n; i++) {
        ot_attempt t = {y, &alone, i, NULL, 0, HALF};
        (void)try_member(&t);
    }
    free(alone.s);
    count_rivals(y, p, conflict);
}
