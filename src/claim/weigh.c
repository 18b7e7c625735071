// SPDX-License-Identifier: GPL-3.0-or-later
// weigh.c - one party of claims that hang together: all stand up, with what
// they imply, or those that clash, with what would be needed.

#include "claim/weigh.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void stand_up(ot_system *y, const ot_party *p)
{
    for (size_t i = 0; i < p->n; i++) {
        ot_account *a = ot__account_of(y, &p->s[i]);
        a->standing = OT_STANDS_UP;
        a->why[0] = '\0';
        a->sense = p->s[i].sense;
        if (a->sense != NULL) {
            a->slip[0] = (ot_slip){.kind = OT_SLIP_POINTS,
                                   .claim = p->s[i].index,
                                   .meant = p->s[i].judged};
            a->slips = 1;
        }
    }
}

// ---- what all imply --------------------------------------------------------

static bool states_level(const ot_party *p, const ot_quantity *q)
{
    for (size_t i = 0; i < p->n; i++) {
        if (p->s[i].kind == OT_CLAIM_LEVEL &&
            ot__same_series(&p->s[i].own, q) &&
            ot_period_equal(p->s[i].own.period, q->period)) {
            return true;
        }
    }
    return false;
}

// A ratio or a change says something of a level that is not stated.
static void imply_base(ot_system *y, const ot_party *p, const ot_stance *s)
{
    ot_account *a = ot__account_of(y, s);
    const ot_quantity *other = s->kind == OT_CLAIM_SHARE ? &s->whole : &s->base;
    const bool compares = ot__stance_is_ratio(s) || s->kind == OT_CLAIM_CHANGE;

    if (!compares || (states_level(p, other) && states_level(p, &s->own))) {
        return;
    }
    a->of = states_level(p, other) ? s->own : *other;
    a->base = ot__party_level(y, p, &a->of);
    if (!isfinite(a->base.lo) || !isfinite(a->base.hi)) {
        a->base = ot_interval_none();
    }
}

bool ot__in_digits(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

// "By 3.7 times" may be meant as 3.7 times more: 4.7 times as much.
static void try_sense(ot_system *y, const ot_party *p, size_t i)
{
    ot_stance *s = &p->s[i];
    ot_account *a = ot__account_of(y, s);
    const ot_interval judged = s->judged;

    if (s->kind != OT_CLAIM_MULTIPLE || !ot__in_digits(s->claim->stated) ||
        judged.lo <= 1 || ot_interval_is_none(a->implied) ||
        isinf(a->implied.hi)) {
        return;
    }
    s->judged = ot_interval_shift(judged, 1);
    const bool holds = ot__party_try(y, p);
    a->tried_sense = y->status == OT_OK;
    a->refuted_sense = a->tried_sense && !holds;
    s->judged = judged;
}

// Would the figures named, taken as exact, do too?
static bool holds_exactly(ot_system *y, const ot_party *p)
{
    ot_party exact = {calloc(p->n, sizeof *exact.s), p->n};

    if (exact.s == NULL) {
        return true;
    }
    memcpy(exact.s, p->s, p->n * sizeof *exact.s);
    for (size_t i = 0; i < p->n; i++) {
        const ot_figure *f = &exact.s[i].claim->figure;
        if (f->hedge == OT_HEDGE_NONE) {
            exact.s[i].judged = ot_interval_point(f->point);
        }
    }
    const bool holds = ot__party_try(y, &exact);
    free(exact.s);
    return holds;
}

#define IMPLIED_MOST 80 // beyond, a party is only said to hold or to clash

static void imply_all(ot_system *y, const ot_party *p)
{
    const bool by_rounding = !holds_exactly(y, p);

    for (size_t i = 0; i < p->n && y->status == OT_OK; i++) {
        ot_account *a = ot__account_of(y, &p->s[i]);
        a->by_rounding = by_rounding;
        a->implied = ot__party_implies(y, p, i);
        imply_base(y, p, &p->s[i]);
        try_sense(y, p, i);
    }
}

// ---- a clash ---------------------------------------------------------------

static bool is_projected(const ot_stance *s)
{
    return s->claim->modality != OT_STATED;
}

bool ot__enter_conflict(ot_system *y, const ot_party *p, const bool skip[],
                        bool conflict[])
{
    ot_frame frame;
    size_t members = 0;
    bool projected = false;

    ot__party_frame(y, p, NULL, &frame);
    ot__note(y, ot__solve_conflict(&frame.lp, skip, p->n, conflict, &y->err));
    ot__frame_free(&frame);
    if (y->status != OT_OK) {
        return false;
    }
    for (size_t i = 0; i < p->n; i++) {
        members += conflict[i];
        projected = projected || (conflict[i] && is_projected(&p->s[i]));
    }
    for (size_t i = 0; i < p->n && members > 0; i++) {
        ot_account *a = ot__account_of(y, &p->s[i]);
        if (!conflict[i] || projected != is_projected(&p->s[i])) {
            continue; // a projection does not put what is stated in doubt
        }
        a->standing = OT_STANDS_AGAINST;
        a->why[0] = '\0';
        a->sense = NULL;
        a->slips = 0;
        a->conflicts = 0;
        for (size_t k = 0; k < p->n; k++) {
            if (conflict[k] && a->conflicts < OT_CONFLICT_MOST) {
                a->conflict[a->conflicts++] = p->s[k].index;
            }
        }
    }
    return members > 0;
}

// A figure may have been cut where it is a ratio or has a digit less than all
// amounts it clashes with: 699.3 + 1,496.2 million printed as 2.19 bn.
static bool may_be_cut(const ot_party *p, const bool conflict[], size_t i)
{
    const ot_stance *s = &p->s[i];

    if (ot_interval_is_none(s->claim->figure.truncated)) {
        return false;
    }
    for (size_t k = 0; k < p->n; k++) {
        const ot_stance *other = &p->s[k];
        if (k == i || !conflict[k]) {
            continue;
        }
        if (ot__stance_is_ratio(s)
                ? ot__stance_is_ratio(other)
                : !ot__stance_is_amount(other) ||
                      s->claim->figure.step < 9.9 * other->claim->figure.step) {
            return false;
        }
    }
    return true;
}

static bool holds_if_cut(ot_system *y, const ot_party *p, const bool conflict[])
{
    for (size_t i = 0; i < p->n && y->status == OT_OK; i++) {
        const ot_interval judged = p->s[i].judged;
        const ot_interval cut = p->s[i].claim->figure.truncated;
        if (!conflict[i] || !may_be_cut(p, conflict, i)) {
            continue;
        }
        p->s[i].judged =
            ot_interval_of(fmin(judged.lo, cut.lo), fmax(judged.hi, cut.hi));
        if (ot__party_try(y, p)) {
            stand_up(y, p);
            imply_all(y, p);
            ot__account_of(y, &p->s[i])->by_cut = true;
            return true;
        }
        p->s[i].judged = judged;
    }
    return false;
}

// Another way to read a claim: its judged interval, and words for it; NULL:
// there is no other, or no other like it.
static const char *read_otherwise(const ot_stance *s, size_t k,
                                  ot_interval *judged)
{
    const ot_claim *c = s->claim;
    const int32_t months = s->own.period.first - s->base.period.first;

    if (k < c->readings) {
        const ot_sense *sense = &c->reading[k];
        *judged =
            ot_interval_shift(s->judged, sense->hard.lo - c->figure.hard.lo);
        return sense->kind == s->kind && isfinite(sense->hard.lo) ? sense->words
                                                                  : NULL;
    }
    if (s->kind != OT_CLAIM_GROWTH || months < 24 || months % 12 != 0 ||
        s->own.period.months != 12 || s->base.period.months != 12 ||
        s->judged.lo <= -100) {
        return NULL;
    }
    const int years = months / 12;
    *judged = ot_interval_of(100 * (pow(1 + s->judged.lo / 100, years) - 1),
                             100 * (pow(1 + s->judged.hi / 100, years) - 1));
    return "growth a year, compounded";
}

static bool holds_if_read(ot_system *y, const ot_party *p,
                          const bool conflict[])
{
    for (size_t i = 0; i < p->n; i++) {
        ot_stance *s = &p->s[i];
        const ot_interval judged = s->judged;
        const size_t others = conflict[i] ? s->claim->readings + 1 : 0;
        for (size_t k = 0; k < others && y->status == OT_OK; k++) {
            ot_interval other;
            const char *words = read_otherwise(s, k, &other);
            s->judged = words != NULL ? other : judged;
            if (words != NULL && ot__party_try(y, p)) {
                stand_up(y, p);
                imply_all(y, p);
                ot_account *a = ot__account_of(y, s);
                a->sense = words;
                a->tried_sense = a->refuted_sense = false;
                return true;
            }
            s->judged = judged;
        }
    }
    return false;
}

// Whoever alone is in the way; and what the others imply of each.
static void find_suspects(ot_system *y, const ot_party *p,
                          const bool conflict[])
{
    bool *skip = calloc(p->n, sizeof *skip);
    ot_frame frame;
    bool feasible = false;

    ot__party_frame(y, p, NULL, &frame);
    for (size_t i = 0; i < p->n && skip != NULL && y->status == OT_OK; i++) {
        ot_account *a = ot__account_of(y, &p->s[i]);
        if (!conflict[i]) {
            continue;
        }
        skip[i] = true;
        ot__note(y, ot__solve_try(&frame.lp, skip, &feasible, &y->err));
        a->suspect = y->status == OT_OK && feasible;
        if (a->suspect) {
            a->implied = ot__party_implies(y, p, i);
        }
        skip[i] = false;
    }
    ot__frame_free(&frame);
    free(skip);
}

static void forget_conflicts(ot_system *y, const ot_party *p)
{
    for (size_t i = 0; i < p->n; i++) {
        ot__account_of(y, &p->s[i])->conflicts = 0;
    }
}

// One conflict after the other, each without the members of those before, until
// the rest holds. Where that is not got to the end of, nothing is said of the
// rest.
static void enter_conflicts(ot_system *y, const ot_party *p, bool conflict[],
                            bool skip[])
{
    bool first = true;

    stand_up(y, p);
    while (ot__enter_conflict(y, p, skip, conflict)) {
        if (first &&
            (holds_if_read(y, p, conflict) || holds_if_cut(y, p, conflict))) {
            forget_conflicts(y, p);
            return;
        }
        first = false;
        if (y->effort.spent < y->ample) {
            find_suspects(y, p, conflict);
            ot__try_slips(y, p, conflict);
        }
        (void)ot__gave_up(y); // the conflict stands
        for (size_t i = 0; i < p->n; i++) {
            skip[i] = skip[i] || conflict[i];
        }
    }
    const bool gave_up = ot__gave_up(y);
    for (size_t i = 0; i < p->n && gave_up; i++) {
        if (ot__account_of(y, &p->s[i])->standing != OT_STANDS_AGAINST) {
            ot__leave_alone(y, &p->s[i]);
        }
    }
}

static void refuse(ot_system *y, const ot_party *p)
{
    for (size_t i = 0; i < p->n; i++) {
        ot_account *a = ot__account_of(y, &p->s[i]);
        snprintf(a->why, sizeof a->why,
                 "%zu figures hang together, more than %d", p->n,
                 OT_TOGETHER_MOST);
    }
}

static void weigh(ot_system *y, const ot_party *p, bool flags[])
{
    const bool holds = ot__party_holds(y, p);

    if (ot__gave_up(y)) {
        for (size_t i = 0; i < p->n; i++) {
            ot__leave_alone(y, &p->s[i]);
        }
    } else if (holds) {
        stand_up(y, p);
        if (p->n <= IMPLIED_MOST && y->effort.spent < y->ample) {
            imply_all(y, p);
        }
    } else if (y->status == OT_OK) {
        enter_conflicts(y, p, flags, flags + p->n);
    }
    (void)ot__gave_up(y); // the verdict stands
}

void ot__weigh_party(ot_system *y, const ot_party *p)
{
    bool *flags = calloc(2 * p->n + 1, sizeof *flags);

    if (flags == NULL) {
        ot__note(y,
                 ot_fail(&y->err, OT_E_MEMORY, NULL, "no memory for a party"));
    } else if (p->n > OT_TOGETHER_MOST) {
        refuse(y, p);
    } else {
        weigh(y, p, flags);
    }
    free(flags);
}
