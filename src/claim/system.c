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

ot_account *ot__account_of(ot_system *y, const ot_stance *s)
{
    return &y->account[s->index];
}

// ---- asking a party --------------------------------------------------------

static void note(ot_system *y, ot_status status)
{
    y->status = y->status == OT_OK ? status : y->status;
}

bool ot__party_holds(ot_system *y, const ot_stance s[], size_t n)
{
    ot_frame frame;
    bool feasible = true;

    ot__frame_build(&frame, s, n, NULL);
    note(y, ot__solve_feasible(&frame.lp, NULL, &feasible, y->err));
    ot__frame_free(&frame);
    return feasible;
}

ot_interval ot__party_implies(ot_system *y, const ot_party *p, size_t i)
{
    bool *skip = calloc(p->n, sizeof *skip);
    ot_interval range = ot_interval_none();
    ot_frame frame;

    if (skip == NULL) {
        note(y, ot_fail(y->err, OT_E_MEMORY, NULL, "no memory for a system"));
        return range;
    }
    skip[i] = true;
    ot__frame_build(&frame, p->s, p->n, NULL);
    note(y, ot__frame_range(&frame, &p->s[i], skip, &range, y->err));
    ot__frame_free(&frame);
    free(skip);
    return range;
}

ot_interval ot__party_level(ot_system *y, const ot_party *p,
                            const ot_quantity *q)
{
    ot_interval range = ot_interval_none();
    ot_frame frame;
    ot_form form;

    ot__frame_build(&frame, p->s, p->n, q);
    ot__frame_level(&frame, q, &form);
    note(y, ot__solve_range(&frame.lp, NULL, &form, &range, y->err));
    const double unit = pow(10, frame.unit);
    ot__frame_free(&frame);
    return ot_interval_is_none(range)
               ? range
               : ot_interval_of(range.lo * unit, range.hi * unit);
}

// ---- what hangs together ---------------------------------------------------

static size_t root_of(size_t parent[], size_t i)
{
    while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

// component[i] of member i: the least member of its component. Members hang
// together through unknowns that rows join.
void ot__party_connected(ot_system *y, const ot_party *p, size_t component[])
{
    ot_frame frame;

    ot__frame_build(&frame, p->s, p->n, NULL);
    note(y, frame.lp.failed);
    const size_t columns = (size_t)frame.lp.columns;
    size_t *parent = calloc(columns + p->n + 1, sizeof *parent);
    if (parent == NULL) {
        note(y, ot_fail(y->err, OT_E_MEMORY, NULL, "no memory for a system"));
    }
    for (size_t i = 0; parent != NULL && i < columns + p->n; i++) {
        parent[i] = i;
    }
    for (size_t r = 0; parent != NULL && r < frame.lp.rows; r++) {
        const ot_row *row = &frame.lp.row[r];
        const size_t first = row->owner >= 0
                                 ? columns + (size_t)row->owner
                                 : (size_t)frame.lp.term[row->first].column;
        for (size_t k = 0; k < row->n; k++) {
            const size_t column = (size_t)frame.lp.term[row->first + k].column;
            parent[root_of(parent, column)] = root_of(parent, first);
        }
    }
    for (size_t i = 0; i < p->n; i++) {
        component[i] = i;
        for (size_t k = 0; parent != NULL && k < i; k++) {
            if (root_of(parent, columns + k) == root_of(parent, columns + i)) {
                component[i] = k;
                break;
            }
        }
    }
    free(parent);
    ot__frame_free(&frame);
}

// ---- an order that is not the text's ---------------------------------------

#define COMPARE(a, b)                                                          \
    do {                                                                       \
        if ((a) != (b)) {                                                      \
            return (a) < (b) ? -1 : 1;                                         \
        }                                                                      \
    } while (0)

// Ratios before levels: what comes first is left out first where either would
// do, and a conflict of levels is the easier one to follow.
static int by_claim(const void *x, const void *z)
{
    const ot_stance *a = x, *b = z;

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

static bool is_weighed(const ot_stance *s)
{
    return s->unweighted == NULL && s->claim->modality == OT_STATED &&
           s->kind != OT_CLAIM_RATE_CHANGE && s->kind != OT_CLAIM_SHARE_CHANGE;
}

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

// Parties of all stated claims, one after the other; scratch has room for them.
static void weigh_stated(ot_system *y, const ot_party *stated,
                         ot_stance *scratch, size_t component[])
{
    ot__party_connected(y, stated, component);
    for (size_t i = 0; i < stated->n && y->status == OT_OK; i++) {
        ot_party p = {scratch, 0};
        for (size_t k = i; k < stated->n && component[i] == i; k++) {
            if (component[k] == i) {
                p.s[p.n++] = stated->s[k];
            }
        }
        if (p.n > 1) {
            ot__weigh_party(y, &p);
        }
    }
}

static void weigh_all(ot_system *y)
{
    const size_t n = y->claims->n;
    ot_stance *s = calloc(2 * n + 1, sizeof *s);
    size_t *component = calloc(n + 1, sizeof *component);
    ot_party stated = {s, 0};

    if (s == NULL || component == NULL) {
        note(y, ot_fail(y->err, OT_E_MEMORY, NULL, "no memory for a system"));
    } else {
        for (size_t i = 0; i < n; i++) {
            if (is_weighed(&y->stance[i])) {
                s[stated.n++] = y->stance[i];
            }
        }
        qsort(s, stated.n, sizeof *s, by_claim);
        weigh_stated(y, &stated, s + n, component);
        ot__weigh_differences(y, &stated);
        for (size_t i = 0; i < n && y->status == OT_OK; i++) {
            if (y->claims->claim[i].modality != OT_STATED &&
                y->stance[i].unweighted == NULL) {
                ot__weigh_projection(y, &stated, i);
            }
        }
    }
    free(s);
    free(component);
}

ot_status ot_system_new(const ot_claims *claims,
                        const ot_system_options *options, ot_system **system,
                        ot_error *err)
{
    ot_system *y = calloc(1, sizeof *y);

    if (y != NULL) {
        y->claims = claims;
        y->err = err;
        y->tolerance = options != NULL && options->tolerance > 0
                           ? options->tolerance
                           : 0.1;
        y->stance = calloc(claims->n + 1, sizeof *y->stance);
        y->account = calloc(claims->n + 1, sizeof *y->account);
    }
    if (y == NULL || y->stance == NULL || y->account == NULL) {
        ot_system_free(y);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a system");
    }
    ot__stances(claims, y->stance);
    begin(y);
    weigh_all(y);
    y->err = NULL;
    const ot_status status = y->status;
    if (status != OT_OK) {
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
