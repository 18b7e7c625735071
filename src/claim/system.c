// SPDX-License-Identifier: GPL-3.0-or-later
// system.c - all claims of a set against each other: parties of claims that
// hang together, then projections one by one, then what was asked for.

#include "outturn/system.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "claim/weigh.h"

// What may be asked for a whole text, in rows and unknowns, and what a claim
// may ask for its verdict in any case: some 0.3 seconds, and some 0.1
// milliseconds.
#define EFFORT_MOST  UINT64_C(300000)
#define EFFORT_LEAST UINT64_C(120)

// ---- an order that is not the text's ---------------------------------------

#define COMPARE(a, b)                                                          \
    do {                                                                       \
        if ((a) != (b)) {                                                      \
            return (a) < (b) ? -1 : 1;                                         \
        }                                                                      \
    } while (0)

static bool is_difference(const ot_stance *s)
{
    return s->kind == OT_CLAIM_RATE_CHANGE || s->kind == OT_CLAIM_SHARE_CHANGE;
}

// What is stated, differences of rates, projections.
static int turn_of(const ot_stance *s)
{
    return s->claim->modality != OT_STATED ? 2 : is_difference(s) ? 1 : 0;
}

// Ratios before levels: what comes first is left out first where either would
// do, and a conflict of levels is the easier one to follow.
static int by_claim(const void *x, const void *z)
{
    const ot_stance *a = x, *b = z;

    COMPARE(turn_of(a), turn_of(b));
    COMPARE((int)b->kind, (int)a->kind);
    COMPARE(a->own.period.first, b->own.period.first);
    COMPARE(a->own.period.months, b->own.period.months);
    COMPARE(a->base.period.first, b->base.period.first);
    COMPARE(a->own.reporter, b->own.reporter);
    COMPARE(a->own.partner, b->own.partner);
    COMPARE(a->own.flow != NULL, b->own.flow != NULL);
    const int flow =
        a->own.flow == NULL ? 0 : strcmp(a->own.flow->name, b->own.flow->name);
    COMPARE(flow, 0);
    COMPARE(strcmp(a->own.commodity, b->own.commodity), 0);
    COMPARE(a->judged.lo, b->judged.lo);
    COMPARE(a->judged.hi, b->judged.hi);
    COMPARE(a->index, b->index);
    return 0;
}

// ---- the whole -------------------------------------------------------------

static void begin(ot_system *y)
{
    const ot_interval none = ot_interval_none();

    for (size_t i = 0; i < y->claims->n; i++) {
        ot_account *a = &y->account[i];
        *a = (ot_account){.implied = none, .base = none, .yearly = none};
        snprintf(a->why, sizeof a->why, "%s",
                 y->stance[i].unweighted != NULL ? y->stance[i].unweighted
                 : y->stance[i].kind == OT_CLAIM_RANK
                     ? "a rank needs the earlier years"
                     : "no other figure here touches it");
    }
}

// n claims are weighed next. They may spend four times what would be theirs of
// what is left, as most need less.
static void allow(ot_system *y, size_t n)
{
    const uint64_t left =
        y->effort.spent < EFFORT_MOST ? EFFORT_MOST - y->effort.spent : 0;
    const uint64_t share = left * 4 * n / (y->left > 0 ? y->left : 1);

    y->ample = y->effort.spent + (share < left ? share : left);
    y->effort.most = y->ample + EFFORT_LEAST * n;
    y->left -= n < y->left ? n : y->left;
}

// Parties of the stated claims of a block, one after the other.
static void weigh_stated(ot_system *y, const ot_block *b)
{
    ot_party p = {calloc(b->stated.n + 1, sizeof *p.s), 0};
    size_t *order = calloc(b->stated.n + 1, sizeof *order);

    const bool ready = p.s != NULL && order != NULL &&
                       ot__group_order(b->component, b->stated.n, order);
    if (!ready) {
        ot__note(y,
                 ot_fail(&y->err, OT_E_MEMORY, NULL, "no memory for a system"));
    }
    for (size_t i = 0; ready && i < b->stated.n && y->status == OT_OK; i++) {
        const size_t group = b->component[order[i]];
        p.s[p.n++] = b->stated.s[order[i]];
        if (i + 1 < b->stated.n && b->component[order[i + 1]] == group) {
            continue;
        }
        allow(y, p.n);
        if (p.n > 1) {
            ot__weigh_party(y, &p);
        }
        p.n = 0;
    }
    free(p.s);
    free(order);
}

static void weigh_others(ot_system *y, const ot_block *b)
{
    for (size_t i = 0; i < b->others && y->status == OT_OK; i++) {
        const ot_stance *s = &b->other[i];
        allow(y, 1);
        if (s->claim->modality != OT_STATED) {
            ot__weigh_projection(y, b, s);
        } else {
            ot__weigh_difference(y, b, s);
        }
        if (ot__gave_up(y)) {
            ot__leave_alone(y, s);
        }
    }
}

// Stances of a block: those that make rows first, `other` from `stated.n` on.
static void weigh_block(ot_system *y, ot_stance s[], size_t n,
                        size_t component[])
{
    ot_block b = {{s, 0}, component, NULL, 0};

    while (b.stated.n < n && s[b.stated.n].claim->modality == OT_STATED &&
           !is_difference(&s[b.stated.n])) {
        b.stated.n++;
    }
    b.other = s + b.stated.n;
    b.others = n - b.stated.n;
    y->said = b.stated;
    if (ot__party_connected(y, &b.stated, component)) {
        weigh_stated(y, &b);
        weigh_others(y, &b);
    }
    if (ot__gave_up(y)) {
        for (size_t i = 0; i < n; i++) {
            ot__leave_alone(y, &s[i]);
        }
    }
}

// s, in blocks, each in the order of claims; component has room for all.
static void weigh_blocks(ot_system *y, ot_stance s[], size_t n, size_t block[],
                         size_t order[], size_t component[])
{
    ot_stance *sorted = calloc(n + 1, sizeof *sorted);

    const bool ready = sorted != NULL && ot__blocks(s, n, block) &&
                       ot__group_order(block, n, order);
    if (!ready) {
        ot__note(y,
                 ot_fail(&y->err, OT_E_MEMORY, NULL, "no memory for a system"));
    }
    for (size_t i = 0, from = 0; ready && i < n && y->status == OT_OK; i++) {
        sorted[i] = s[order[i]];
        if (i + 1 == n || block[order[i + 1]] != block[order[i]]) {
            weigh_block(y, sorted + from, i + 1 - from, component);
            from = i + 1;
        }
    }
    free(sorted);
}

static void weigh_all(ot_system *y)
{
    const size_t most = y->claims->n + 1;
    ot_stance *s = calloc(most, sizeof *s);
    size_t *index = calloc(3 * most, sizeof *index);
    size_t n = 0;

    if (s == NULL || index == NULL) {
        ot__note(y,
                 ot_fail(&y->err, OT_E_MEMORY, NULL, "no memory for a system"));
    } else {
        for (size_t i = 0; i + 1 < most; i++) {
            if (y->stance[i].unweighted == NULL) {
                s[n++] = y->stance[i];
            }
        }
        qsort(s, n, sizeof *s, by_claim);
        weigh_blocks(y, s, n, index, index + most, index + 2 * most);
    }
    free(s);
    free(index);
}

ot_status ot_system_new(const ot_claims *claims,
                        const ot_system_options *options, ot_system **system,
                        ot_error *err)
{
    ot_system *y = calloc(1, sizeof *y);

    if (y != NULL) {
        y->claims = claims;
        y->left = claims->n;
        y->tolerance = options != NULL && options->tolerance > 0
                           ? options->tolerance
                           : 0.1;
        y->stance = calloc(claims->n + 1, sizeof *y->stance);
        y->account = calloc(claims->n + 1, sizeof *y->account);
    }
    if (y == NULL || y->stance == NULL || y->account == NULL ||
        !ot__stances(claims, y->stance)) {
        ot_system_free(y);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a system");
    }
    begin(y);
    weigh_all(y);
    if (y->status != OT_OK) {
        const ot_status status =
            ot_fail(err, y->status, NULL, "%s", y->err.message);
        ot_system_free(y);
        return status;
    }
    *system = y;
    return OT_OK;
}

void ot_system_free(ot_system *system)
{
    if (system != NULL) {
        free(system->stance);
        free(system->account);
        free(system);
    }
}

const ot_account *ot_system_account(const ot_system *system, size_t claim)
{
    return &system->account[claim];
}
