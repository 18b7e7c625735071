// SPDX-License-Identifier: GPL-3.0-or-later
// differences.c - changes of growth rates and of shares: no linear rows, but
// the ranges of the two rates, which are, and interval arithmetic on them.

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "claim/weigh.h"

// The two rates a claim is between, as claims of their own.
static void two_rates(const ot_stance *s, ot_stance *now, ot_stance *before)
{
    *now = *s;
    *before = *s;
    if (s->kind == OT_CLAIM_RATE_CHANGE) {
        now->kind = before->kind = OT_CLAIM_GROWTH;
        before->own = s->base;
        before->base.period = ot__base_of_base(s);
    } else {
        now->kind = before->kind = OT_CLAIM_SHARE;
        before->own = s->base;
        before->whole.period = s->base.period;
    }
}

static ot_interval rate_of(ot_system *y, const ot_block *b,
                           const ot_stance *rate)
{
    ot_interval range = ot_interval_none();
    ot_party p;

    if (ot__touching(y, b, rate, 1, &p)) {
        p.s[p.n++] = *rate;
        if (ot__party_keep_connected(y, &p)) {
            range = ot__party_implies(y, &p, p.n - 1);
        }
    }
    free(p.s);
    return range;
}

static bool is_rate(const ot_stance *a, const ot_stance *rate)
{
    return a->kind == rate->kind && ot__same_series(&a->own, &rate->own) &&
           ot_period_equal(a->own.period, rate->own.period);
}

static bool meets(ot_interval a, ot_interval b)
{
    return a.lo <= b.hi + 1e-9 * fabs(b.hi) && b.lo <= a.hi + 1e-9 * fabs(a.hi);
}

// Per cent of the rate before, where points were meant, or the other way.
static ot_interval relative(ot_interval now, ot_interval before)
{
    return ot_interval_scale(
        ot_interval_shift(ot_interval_div(now, before), -1), 100);
}

static bool bounded(ot_interval a)
{
    return !ot_interval_is_none(a) && isfinite(a.lo) && isfinite(a.hi);
}

// Its members come to be in conflict; each rate would have to be so far from
// the other.
static void clash(ot_system *y, const ot_party *stated, const ot_stance *s,
                  const ot_stance rate[2], const ot_interval is[2])
{
    ot_account *a = ot__account_of(y, s);

    a->suspect = true;
    for (size_t i = 0; i < stated->n && a->conflicts < OT_CONFLICT_MOST - 1;
         i++) {
        const bool now = is_rate(&stated->s[i], &rate[0]);
        if (now || is_rate(&stated->s[i], &rate[1])) {
            a->conflict[a->conflicts++] = stated->s[i].index;
            y->account[stated->s[i].index].implied =
                now ? ot_interval_add(is[1], s->judged)
                    : ot_interval_sub(is[0], s->judged);
        }
    }
    a->conflict[a->conflicts++] = s->index;
    for (size_t i = 0; i < a->conflicts; i++) {
        ot_account *b = &y->account[a->conflict[i]];
        b->standing = OT_STANDS_AGAINST;
        b->why[0] = '\0';
        b->conflicts = a->conflicts;
        memcpy(b->conflict, a->conflict, sizeof a->conflict);
    }
}

static void try_per_cent(ot_account *a, const ot_stance *s,
                         ot_interval as_per_cent)
{
    if (!ot_interval_is_none(as_per_cent) && meets(s->judged, as_per_cent)) {
        a->slip[a->slips++] = (ot_slip){
            .kind = OT_SLIP_POINTS, .claim = s->index, .meant = as_per_cent};
    }
}

// The rates themselves are touched by the change between them.
static void touch(ot_system *y, const ot_party *stated, const ot_stance rate[2])
{
    for (size_t i = 0; i < stated->n; i++) {
        ot_account *a = ot__account_of(y, &stated->s[i]);
        if (a->standing == OT_STANDS_ALONE &&
            (is_rate(&stated->s[i], &rate[0]) ||
             is_rate(&stated->s[i], &rate[1]))) {
            a->standing = OT_STANDS_UP;
            a->why[0] = '\0';
        }
    }
}

void ot__weigh_difference(ot_system *y, const ot_block *b, const ot_stance *s)
{
    const ot_party *stated = &b->stated;
    ot_account *a = ot__account_of(y, s);
    ot_stance rate[2];

    two_rates(s, &rate[0], &rate[1]);
    const ot_interval now = rate_of(y, b, &rate[0]);
    const ot_interval before = rate_of(y, b, &rate[1]);
    if (y->status != OT_OK) {
        return;
    }
    if (!bounded(now) && !bounded(before)) {
        snprintf(a->why, sizeof a->why, "neither %s is said",
                 s->kind == OT_CLAIM_RATE_CHANGE ? "growth" : "share");
        return;
    }
    a->why[0] = '\0';
    touch(y, stated, rate);
    if (!bounded(now) || !bounded(before)) {
        a->standing = OT_STANDS_UP;
        a->base_is_rate = true;
        a->of = bounded(now) ? rate[1].own : rate[0].own;
        a->base = bounded(now) ? ot_interval_sub(now, s->judged)
                               : ot_interval_add(before, s->judged);
        return;
    }
    a->implied = ot_interval_sub(now, before);
    const ot_interval as_per_cent = relative(now, before);
    if (meets(s->judged, a->implied) ||
        (s->claim->figure.unit.dimension == OT_DIM_PERCENT &&
         !ot_interval_is_none(as_per_cent) && meets(s->judged, as_per_cent))) {
        a->standing = OT_STANDS_UP;
        return;
    }
    clash(y, stated, s, rate, (const ot_interval[]){now, before});
    try_per_cent(a, s, as_per_cent);
}
