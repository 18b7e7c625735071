// SPDX-License-Identifier: GPL-3.0-or-later
// slips.c - the known slips of writers, taken back one at a time.
//
// A slip explains a clash only where the claim, read without it, is still held
// by the others within a narrow range: a figure moved to where nothing touches
// it fits anything, which is no evidence.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "claim/weigh.h"

// Of a member of a party; `alone` are those in conflict, of whom it is `at`:
// what they cannot hold by themselves the party cannot.
typedef struct attempt {
    ot_system *y;
    const ot_party *p;
    size_t member;
    const ot_party *alone; // NULL: all of the party
    size_t at;
} attempt;

static bool has_slip(const ot_account *a, ot_slip_kind kind)
{
    for (size_t i = 0; i < a->slips; i++) {
        if (a->slip[i].kind == kind) {
            return true;
        }
    }
    return false;
}

// A range is evidence when it is at most half as wide as it is large.
static bool is_narrow(const ot_stance *s, ot_interval implied)
{
    const double zero = s->kind == OT_CLAIM_GROWTH ? -100 : 0;
    const double width = implied.hi - implied.lo;
    const double size = fmax(fabs(implied.lo - zero), fabs(implied.hi - zero));

    return isfinite(width) && width <= 0.5 * size;
}

static bool holds_alone(attempt *t)
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

static bool fits(attempt *t, ot_interval *meant)
{
    const ot_stance *s = &t->p->s[t->member];

    if (!holds_alone(t) || !ot__party_try(t->y, t->p)) {
        return false;
    }
    *meant = ot__party_implies(t->y, t->p, t->member);
    return !ot_interval_is_none(*meant) && is_narrow(s, *meant);
}

// Enters a slip of the member, whose stance was changed, if it fits.
static void attempt_slip(attempt *t, ot_slip slip)
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

static void try_scale(attempt *t)
{
    static const double factors[] = {1e3, 1e-3, 1e6, 1e-6};
    ot_stance *s = &t->p->s[t->member];
    const ot_stance was = *s;

    for (size_t i = 0; i < 4 && ot__stance_is_amount(s); i++) {
        s->judged = ot_interval_of(was.judged.lo * factors[i],
                                   was.judged.hi * factors[i]);
        attempt_slip(t, (ot_slip){.kind = OT_SLIP_SCALE, .factor = factors[i]});
        *s = was;
    }
}

// N times said of what grew by N times, or the other way; a growth of N % of
// what is N % of the base.
static void try_by_for_to(attempt *t)
{
    static const double shifts[] = {1, -1};
    ot_stance *s = &t->p->s[t->member];
    const ot_stance was = *s;

    for (size_t i = 0; i < 2; i++) {
        const double by = s->kind == OT_CLAIM_MULTIPLE ? 1
                          : s->kind == OT_CLAIM_GROWTH ? 100
                                                       : 0;
        const bool clear = was.judged.lo + shifts[i] * by > (by > 1 ? -100 : 0);
        if (by > 0 && clear && was.judged.lo > 0) {
            s->judged = ot_interval_of(was.judged.lo + shifts[i] * by,
                                       was.judged.hi + shifts[i] * by);
            attempt_slip(
                t, (ot_slip){.kind = OT_SLIP_BY_FOR_TO, .factor = shifts[i]});
        }
        *s = was;
    }
}

static void try_base(attempt *t)
{
    ot_stance *s = &t->p->s[t->member];
    const ot_stance was = *s;

    if (s->kind == OT_CLAIM_GROWTH) {
        s->over_new = true;
        // Cut or rounded: the slip and the habit go together.
        attempt_slip(t, (ot_slip){.kind = OT_SLIP_BASE});
    }
    *s = was;
}

static bool is_balance(const ot_stance *s)
{
    return s->own.flow != NULL && strncmp(s->own.flow->name, "balance", 7) == 0;
}

static void try_sign(attempt *t)
{
    ot_stance *s = &t->p->s[t->member];
    const ot_stance was = *s;

    if (s->kind == OT_CLAIM_GROWTH || s->kind == OT_CLAIM_CHANGE ||
        (s->kind == OT_CLAIM_LEVEL && is_balance(s))) {
        s->judged = ot_interval_of(-was.judged.hi, -was.judged.lo);
        attempt_slip(t, (ot_slip){.kind = OT_SLIP_SIGN});
    }
    *s = was;
}

static void try_flow(attempt *t)
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
            attempt_slip(t, (ot_slip){.kind = OT_SLIP_FLOW, .flow = flow});
        }
        *s = was;
    }
}

// Moves the claim to another period; its base moves with it.
static void set_period(ot_stance *s, ot_period p)
{
    const int32_t back = s->own.period.first - s->base.period.first;
    const bool same = s->own.period.months == s->base.period.months;

    s->own.period = p;
    s->whole.period = p;
    if (same) {
        s->base.period = ot_period_shift(p, -back);
    }
}

// Stretches of the year so far, and every period that others speak of.
static void try_period(attempt *t)
{
    ot_stance *s = &t->p->s[t->member];
    const ot_stance was = *s;

    for (int m = 1; m <= 12 && !s->unsaid; m++) {
        const ot_period p = {was.own.period.first, m};
        if (m != was.own.period.months) {
            set_period(s, p);
            attempt_slip(t, (ot_slip){.kind = OT_SLIP_PERIOD, .period = p});
            *s = was;
        }
    }
    for (size_t i = 0; i < t->p->n && i < 24 && !s->unsaid; i++) {
        const ot_period p = t->p->s[i].own.period;
        const bool year = p.months == was.own.period.months &&
                          abs(p.first - was.own.period.first) % 12 == 0;
        if (!ot_period_equal(p, was.own.period) && !t->p->s[i].unsaid &&
            !year) {
            set_period(s, p);
            attempt_slip(t, (ot_slip){.kind = OT_SLIP_PERIOD, .period = p});
            *s = was;
        }
    }
}

static void try_year(attempt *t)
{
    static const int32_t shifts[] = {-12, 12};
    ot_stance *s = &t->p->s[t->member];
    const ot_stance was = *s;

    for (size_t i = 0; i < 2 && !s->unsaid; i++) {
        const ot_period p = ot_period_shift(was.own.period, shifts[i]);
        set_period(s, p);
        attempt_slip(t, (ot_slip){.kind = OT_SLIP_YEAR, .period = p});
        *s = was;
    }
}

// Against the period before, or the year before, or another that others name.
static void try_base_period(attempt *t)
{
    ot_stance *s = &t->p->s[t->member];
    const ot_stance was = *s;
    const bool compares = s->kind == OT_CLAIM_GROWTH ||
                          s->kind == OT_CLAIM_MULTIPLE ||
                          s->kind == OT_CLAIM_CHANGE;

    for (size_t i = 0; i < t->p->n && i < 24 && compares && !s->unsaid; i++) {
        const ot_period p = t->p->s[i].own.period;
        if (!ot_period_equal(p, was.base.period) &&
            !ot_period_equal(p, was.own.period) &&
            p.months == was.own.period.months) {
            s->base.period = p;
            attempt_slip(t,
                         (ot_slip){.kind = OT_SLIP_BASE_PERIOD, .period = p});
            *s = was;
        }
    }
}

static size_t try_member(attempt *t)
{
    static void (*const slips[])(attempt *) = {
        try_scale, try_by_for_to, try_base, try_sign,
        try_flow,  try_period,    try_year, try_base_period};

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
            attempt t = {y, p, i, part ? &alone : NULL, at++};
            found += try_member(&t);
        }
    }
    // Where the party has another conflict no slip reconciles all of it.
    for (size_t i = 0; found == 0 && part && i < alone.n; i++) {
        attempt t = {y, &alone, i, NULL, 0};
        (void)try_member(&t);
    }
    free(alone.s);
    count_rivals(y, p, conflict);
}
