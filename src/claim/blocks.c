// SPDX-License-Identifier: GPL-3.0-or-later
// blocks.c - claims that could touch each other at all: of one reporter, unit,
// basis and vintage in stretches of time that overlap, and what is listed as
// parts. Coarser than what hangs together, but found without any rows.

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "claim/weigh.h"

size_t ot__root_of(size_t parent[], size_t i)
{
    while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

// The lesser root stays: a group is named by its least member.
void ot__join(size_t parent[], size_t a, size_t b)
{
    a = ot__root_of(parent, a);
    b = ot__root_of(parent, b);
    if (a < b) {
        parent[b] = a;
    } else {
        parent[a] = b;
    }
}

bool ot__group_order(const size_t group[], size_t n, size_t order[])
{
    size_t *start = calloc(n + 1, sizeof *start);

    if (start == NULL) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        start[group[i]]++;
    }
    for (size_t i = 0, at = 0; i < n; i++) {
        const size_t members = start[i];
        start[i] = at;
        at += members;
    }
    for (size_t i = 0; i < n; i++) {
        order[start[group[i]]++] = i;
    }
    free(start);
    return true;
}

// ---- stretches of time -----------------------------------------------------

static void widen(ot_hull *hull, ot_period p)
{
    if (p.months > 0) {
        hull->from = p.first < hull->from ? p.first : hull->from;
        hull->to =
            p.first + p.months > hull->to ? p.first + p.months : hull->to;
    }
}

ot_hull ot__hull_of(const ot_stance *s)
{
    ot_hull hull = {INT32_MAX, INT32_MIN};

    widen(&hull, s->own.period);
    if (!ot__stance_is_amount(s) || s->kind == OT_CLAIM_CHANGE) {
        widen(&hull, s->base.period);
        widen(&hull, s->whole.period);
    }
    if (s->kind == OT_CLAIM_RATE_CHANGE) {
        widen(&hull, ot__base_of_base(s));
    }
    for (int k = 0; k < ot__run_rows(s); k++) {
        const ot_period p =
            ot_period_shift(s->own.period, -k * s->own.period.months);
        widen(&hull, ot_period_year_before(p));
    }
    if (s->kind == OT_CLAIM_RANK) {
        hull.from = INT32_MIN; // a record is above all before it
    }
    return hull;
}

static bool hulls_meet(ot_hull a, ot_hull b)
{
    return a.from < b.to && b.from < a.to;
}

// ---- the order of a sweep --------------------------------------------------

typedef struct place {
    const ot_stance *s;
    ot_hull hull;
    size_t i;
} place;

static int by_key(const place *a, const place *b)
{
    const ot_quantity *p = &a->s->own, *q = &b->s->own;
    int order = (p->reporter > q->reporter) - (p->reporter < q->reporter);

    order = order != 0 ? order : strcmp(p->unit, q->unit);
    order = order != 0 ? order : strcmp(p->basis, q->basis);
    return order != 0 ? order : strcmp(p->vintage, q->vintage);
}

static int by_place(const void *x, const void *z)
{
    const place *a = x, *b = z;
    const int order = by_key(a, b);

    return order != 0 ? order
           : a->hull.from != b->hull.from
               ? (a->hull.from < b->hull.from ? -1 : 1)
           : a->i < b->i ? -1
                         : 1;
}

// Months apart up to which figures are in one block: a slip of a period may
// lead from one to the other.
#define NEAR 12

static void sweep(place at[], size_t n, size_t parent[])
{
    int32_t reach = INT32_MIN;

    qsort(at, n, sizeof *at, by_place);
    for (size_t i = 0; i < n; i++) {
        const bool same = i > 0 && by_key(&at[i - 1], &at[i]) == 0;
        if (same && at[i].hull.from < reach + NEAR) {
            ot__join(parent, at[i - 1].i, at[i].i);
        }
        reach = same && reach > at[i].hull.to ? reach : at[i].hull.to;
    }
}

// ---- parts -----------------------------------------------------------------

static int by_id(const void *x, const void *z)
{
    const place *a = x, *b = z;

    return strcmp(a->s->claim->id, b->s->claim->id);
}

static bool is_id(const place *at, ot_str id)
{
    const char *text = at->s->claim->id;

    return strlen(text) == id.n && memcmp(text, id.at, id.n) == 0;
}

// The first that is not before an id.
static size_t find_id(const place at[], size_t n, ot_str id)
{
    size_t lo = 0, hi = n;

    while (lo < hi) {
        const size_t mid = lo + (hi - lo) / 2;
        if (strncmp(at[mid].s->claim->id, id.at, id.n) < 0) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo;
}

static void join_parts(place at[], size_t n, size_t parent[])
{
    qsort(at, n, sizeof *at, by_id);
    for (size_t i = 0; i < n; i++) {
        const char *parts = at[i].s->claim->parts;
        while (parts != NULL && parts[0] != '\0') {
            const ot_str id = {parts, strcspn(parts, " ,")};
            for (size_t k = id.n > 0 ? find_id(at, n, id) : n;
                 k < n && is_id(&at[k], id); k++) {
                ot__join(parent, at[i].i, at[k].i);
            }
            parts += id.n + strspn(parts + id.n, " ,");
        }
    }
}

bool ot__blocks(const ot_stance s[], size_t n, size_t block[])
{
    place *at = calloc(n + 1, sizeof *at);

    if (at == NULL) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        at[i] = (place){&s[i], ot__hull_of(&s[i]), i};
        if (s[i].claim->modality != OT_STATED) {
            at[i].hull.from =
                INT32_MIN; // a target is far from what leads to it
        }
        block[i] = i;
    }
    sweep(at, n, block);
    join_parts(at, n, block);
    for (size_t i = 0; i < n; i++) {
        block[i] = ot__root_of(block, i);
    }
    free(at);
    return true;
}

bool ot__touching(ot_system *y, const ot_block *b, const ot_stance *s,
                  size_t more, ot_party *p)
{
    const size_t n = b->stated.n;
    const ot_hull hull = ot__hull_of(s);
    bool *touched = calloc(n + 1, sizeof *touched);

    *p = (ot_party){calloc(n + more + 1, sizeof *p->s), 0};
    if (touched == NULL || p->s == NULL) {
        ot__note(y,
                 ot_fail(&y->err, OT_E_MEMORY, NULL, "no memory for a party"));
        free(touched);
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        if (hulls_meet(ot__hull_of(&b->stated.s[i]), hull)) {
            touched[b->component[i]] = true;
        }
    }
    for (size_t i = 0; i < n; i++) {
        if (touched[b->component[i]]) {
            p->s[p->n++] = b->stated.s[i];
        }
    }
    free(touched);
    return true;
}
