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

#define HALF      0.5 // as wide as it is large, at most
#define SAID_MOST 500 // figures beside a party that are looked through

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
    static const char *const flows[] = {"export", "import", "turnover",
                                        "domestic-export"};
    ot_stance *s = &t->p->s[t->member];
    const ot_stance was = *s;

    for (size_t i = 0; i < sizeof flows / sizeof flows[0] &&
                       s->own.flow != NULL && !is_balance(s);
         i++) {
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

static void try_member(ot_attempt *t)
{
    static void (*const slips[])(ot_attempt *) = {
        try_scale,     try_by_for_to,  try_base,     try_sign,
        try_flow,      ot__try_period, ot__try_year, ot__try_base_period,
        ot__try_digits};

    for (size_t k = 0;
         t->y->status == OT_OK && k < sizeof slips / sizeof slips[0]; k++) {
        slips[k](t);
    }
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

static bool is_in(const ot_party *p, const ot_stance *s)
{
    for (size_t i = 0; i < p->n; i++) {
        if (p->s[i].index == s->index) {
            return true;
        }
    }
    return false;
}

static bool is_of_conflict(const ot_party *p, const bool conflict[],
                           const ot_stance *s)
{
    for (size_t i = 0; i < p->n; i++) {
        if (conflict[i] && ot__same_series(&p->s[i].own, &s->own)) {
            return true;
        }
    }
    return false;
}

// The party, and after it what else is said of the series in conflict: a figure
// may belong to a period that only these speak of. They have to hold with all
// that is not in conflict.
static void widen(ot_system *y, const ot_party *p, const bool conflict[],
                  ot_party *wide)
{
    ot_party rest = {calloc(p->n + OT_OTHERS_MOST, sizeof *rest.s), 0};

    wide->n = p->n;
    memcpy(wide->s, p->s, p->n * sizeof *p->s);
    for (size_t i = 0; i < p->n && rest.s != NULL; i++) {
        if (!conflict[i]) {
            rest.s[rest.n++] = p->s[i];
        }
    }
    for (size_t i = 0;
         i < y->said.n && rest.s != NULL && wide->n < p->n + OT_OTHERS_MOST;
         i++) {
        const ot_stance *s = &y->said.s[i];
        if (is_of_conflict(p, conflict, s) && !is_in(p, s)) {
            wide->s[wide->n++] = *s;
            rest.s[rest.n++] = *s;
        }
    }
    if (rest.s == NULL || (wide->n > p->n && !ot__party_try(y, &rest))) {
        wide->n = p->n;
    }
    free(rest.s);
}

// All slips of all that are in conflict, or their digits. How many are found.
static size_t try_all(ot_system *y, const ot_party *p, const bool conflict[],
                      size_t members, const ot_party *alone,
                      void (*attempt)(ot_attempt *))
{
    size_t found = 0;

    for (size_t i = 0, at = 0; i < members; i++) {
        if (conflict[i] && y->status == OT_OK) {
            ot_attempt t = {y,    p,   i, alone->n < p->n ? alone : NULL,
                            at++, HALF};
            attempt(&t);
            found += ot__account_of(y, &p->s[i])->slips;
        }
    }
    return found;
}

void ot__try_slips(ot_system *y, const ot_party *p, const bool conflict[])
{
    ot_party alone = {calloc(p->n, sizeof *alone.s), 0};
    ot_party wide = {calloc(p->n + OT_OTHERS_MOST, sizeof *wide.s), 0};

    if (alone.s == NULL || wide.s == NULL) {
        free(alone.s);
        free(wide.s);
        return;
    }
    for (size_t i = 0; i < p->n; i++) {
        if (conflict[i]) {
            alone.s[alone.n++] = p->s[i];
        }
    }
    widen(y, p, conflict, &wide);
    size_t found = try_all(y, &wide, conflict, p->n, &alone, try_member);
    // A digit is only looked at where nothing else explains it.
    if (found == 0) {
        found = try_all(y, &wide, conflict, p->n, &alone, ot__try_digits);
    }
    // Where the party has another conflict no slip reconciles all of it.
    if (found == 0 && alone.n < p->n) {
        for (size_t i = 0; i < alone.n && y->status == OT_OK; i++) {
            ot_attempt t = {y, &alone, i, NULL, 0, HALF};
            try_member(&t);
        }
    }
    free(alone.s);
    free(wide.s);
    count_rivals(y, p, conflict);
}

const char *ot_slip_id(ot_slip_kind kind)
{
    static const char *const ids[OT_SLIP_KINDS] = {
        [OT_SLIP_SCALE] = "scale",
        [OT_SLIP_BY_FOR_TO] = "by-for-to",
        [OT_SLIP_BASE] = "base",
        [OT_SLIP_POINTS] = "points",
        [OT_SLIP_SIGN] = "sign",
        [OT_SLIP_FLOW] = "flow",
        [OT_SLIP_PERIOD] = "period",
        [OT_SLIP_YEAR] = "year",
        [OT_SLIP_BASE_PERIOD] = "base-period",
        [OT_SLIP_DIGITS] = "digits"};

    return ids[kind];
}
