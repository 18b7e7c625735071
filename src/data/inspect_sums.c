// SPDX-License-Identifier: GPL-3.0-or-later
// inspect_sums.c - parts against wholes: partners and the world, codes and the
// code above them, exports, imports and what is stated of both.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "data/inspect.h"

typedef struct entry {
    const ot_pcell *cell;
    const ot_pkey *key;
    const char *code;
} entry;

static ot_area_kind kind_of(ot_area area)
{
    return area < ot_area_count() ? ot_area_kind_of(area) : OT_AREA_COUNTRY;
}

static int order(long a, long b)
{
    return (a > b) - (a < b);
}

static int by_period(const entry *a, const entry *b)
{
    const int first = order(a->cell->first, b->cell->first);

    return first != 0 ? first : order(a->cell->months, b->cell->months);
}

// Alike but for the partner; the world first.
static int by_partner(const void *left, const void *right)
{
    const entry *a = left, *b = right;
    int c = order(a->key->flow, b->key->flow);

    c = c != 0 ? c : order(a->key->commodity, b->key->commodity);
    c = c != 0 ? c : order(a->key->basis, b->key->basis);
    c = c != 0 ? c : order(a->key->unit, b->key->unit);
    c = c != 0 ? c : by_period(a, b);
    return c != 0 ? c
                  : order(kind_of(b->key->partner) == OT_AREA_WORLD,
                          kind_of(a->key->partner) == OT_AREA_WORLD);
}

static bool alike_but_partner(const entry *a, const entry *b)
{
    return a->key->flow == b->key->flow &&
           a->key->commodity == b->key->commodity &&
           a->key->basis == b->key->basis && a->key->unit == b->key->unit &&
           by_period(a, b) == 0;
}

// Alike but for the code; TOTAL first, then codes behind their parents.
static int by_code(const void *left, const void *right)
{
    const entry *a = left, *b = right;
    int c = order(a->key->partner, b->key->partner);

    c = c != 0 ? c : order(a->key->flow, b->key->flow);
    c = c != 0 ? c : order(a->key->basis, b->key->basis);
    c = c != 0 ? c : order(a->key->unit, b->key->unit);
    c = c != 0 ? c : by_period(a, b);
    if (c != 0) {
        return c;
    }
    const bool total_a = strcmp(a->code, "TOTAL") == 0;
    const bool total_b = strcmp(b->code, "TOTAL") == 0;
    return total_a != total_b ? order(total_b, total_a)
                              : strcmp(a->code, b->code);
}

static bool alike_but_code(const entry *a, const entry *b)
{
    return a->key->partner == b->key->partner && a->key->flow == b->key->flow &&
           a->key->basis == b->key->basis && a->key->unit == b->key->unit &&
           by_period(a, b) == 0;
}

// Alike but for the flow.
static int by_flow(const void *left, const void *right)
{
    const entry *a = left, *b = right;
    int c = order(a->key->partner, b->key->partner);

    c = c != 0 ? c : order(a->key->commodity, b->key->commodity);
    c = c != 0 ? c : order(a->key->unit, b->key->unit);
    c = c != 0 ? c : by_period(a, b);
    return c != 0 ? c : order(a->key->flow, b->key->flow);
}

static bool alike_but_flow(const entry *a, const entry *b)
{
    return a->key->partner == b->key->partner &&
           a->key->commodity == b->key->commodity &&
           a->key->unit == b->key->unit && by_period(a, b) == 0;
}

// ---- the checks of one group
// -------------------------------------------------

// A sum being made, and what rounding allows it.
typedef struct total {
    ot_i128 amount;
    double half;
    size_t n;
} total;

static void add(const ot_panel *p, total *t, const ot_pcell *c)
{
    t->amount += c->amount;
    t->half += ot__cell_half(p, c);
    t->n++;
}

// A whole against the sum of its parts: more is an error, less is left.
static void compare(ot_inspector *in, ot_inspect what, const ot_pcell *whole,
                    const total *parts)
{
    const double stated = ot__amount_double(whole->amount);
    const double sum = ot__amount_double(parts->amount);
    // Rounding, and the noise of figures that were binary once.
    const double half =
        (parts->half + ot__cell_half(in->panel, whole)) * (1 + 1e-9) +
        1e-9 * fabs(stated);

    if (parts->n == 0) {
        return;
    }
    ot__inspected(in, what, whole, stated, sum, sum - stated - half);
    if (stated - sum > half) {
        ot__left(in, what, whole, stated, sum);
    }
}

static void partners(ot_inspector *in, const entry *e, size_t n)
{
    total parts = {0, 0, 0};

    if (kind_of(e[0].key->partner) != OT_AREA_WORLD) {
        return;
    }
    for (size_t i = 1; i < n; i++) {
        const ot_area_kind kind = kind_of(e[i].key->partner);
        if (kind == OT_AREA_COUNTRY || kind == OT_AREA_UNALLOCATED) {
            add(in->panel, &parts, e[i].cell);
        }
    }
    compare(in, OT_INSPECT_PARTNERS, e[0].cell, &parts);
}

static bool is_digits(const char *code)
{
    return *code != '\0' && code[strspn(code, "0123456789")] == '\0';
}

// Whether b is one level below a: two digits more, or the first level of a
// total.
static bool below(const char *a, const char *b)
{
    if (!is_digits(b)) {
        return false;
    }
    return strcmp(a, "TOTAL") == 0
               ? strlen(b) == 2
               : is_digits(a) && strlen(b) == strlen(a) + 2 &&
                     strncmp(a, b, strlen(a)) == 0;
}

static void codes(ot_inspector *in, const entry *e, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const bool all = strcmp(e[i].code, "TOTAL") == 0;
        total parts = {0, 0, 0};
        for (size_t k = i + 1; k < n; k++) {
            if (below(e[i].code, e[k].code)) {
                add(in->panel, &parts, e[k].cell);
            } else if (!all &&
                       strncmp(e[i].code, e[k].code, strlen(e[i].code)) != 0) {
                break;
            }
        }
        compare(in, OT_INSPECT_CODES, e[i].cell, &parts);
    }
}

static void flows(ot_inspector *in, const entry *e, size_t n)
{
    const ot_pcell *of[OT_FLOWS_HELD] = {NULL};
    const ot_panel *p = in->panel;
    bool twice = false;

    for (size_t i = 0; i < n; i++) {
        twice = twice || of[e[i].key->flow] != NULL; // on several bases
        of[e[i].key->flow] = e[i].cell;
    }
    const ot_pcell *x = of[OT_EXPORT], *m = of[OT_IMPORT];
    const ot_pcell *rx = of[OT_REEXPORT];
    const ot_pcell *stated[2] = {of[OT_TURNOVER_HELD], of[OT_BALANCE_HELD]};
    for (int i = 0; i < 2 && !twice && x != NULL && m != NULL; i++) {
        if (stated[i] == NULL) {
            continue;
        }
        const double made = ot__amount_double(x->amount) +
                            (i == 0 ? 1 : -1) * ot__amount_double(m->amount);
        const double said = ot__amount_double(stated[i]->amount);
        const double half = ot__cell_half(p, x) + ot__cell_half(p, m) +
                            ot__cell_half(p, stated[i]);
        ot__inspected(in, i == 0 ? OT_INSPECT_TURNOVER : OT_INSPECT_BALANCE,
                      stated[i], said, made,
                      fabs(said - made) - half * (1 + 1e-9));
    }
    if (!twice && x != NULL && rx != NULL) {
        const double all = ot__amount_double(x->amount);
        const double again = ot__amount_double(rx->amount);
        ot__inspected(in, OT_INSPECT_REEXPORT, rx, again, all,
                      again - all - ot__cell_half(p, x) - ot__cell_half(p, rx));
    }
}

// ---- all groups of a reporter
// --------------------------------------------------

static size_t collect(const ot_panel *p, ot_range keys, entry e[])
{
    size_t n = 0;

    for (size_t k = keys.from; k < keys.to; k++) {
        for (size_t i = p->range[k].from; i < p->range[k].to; i++) {
            const ot_pcell *c = &p->cell[i];
            const entry one = {
                c, &p->key[k],
                ot__intern_text(&p->commodities, p->key[k].commodity)};
            if (!ot_state_known((ot_state)c->state)) {
                continue;
            }
            // The newest release stands last.
            if (n > 0 && e[n - 1].key == one.key &&
                by_period(&e[n - 1], &one) == 0) {
                n--;
            }
            e[n++] = one;
        }
    }
    return n;
}

static void each_group(ot_inspector *in, entry e[], size_t n,
                       int (*compare_entries)(const void *, const void *),
                       bool (*alike)(const entry *, const entry *),
                       void (*check)(ot_inspector *, const entry *, size_t))
{
    qsort(e, n, sizeof *e, compare_entries);
    for (size_t from = 0, to; from < n; from = to) {
        to = from + 1;
        while (to < n && alike(&e[from], &e[to])) {
            to++;
        }
        if (to - from > 1) {
            check(in, e + from, to - from);
        }
    }
}

bool ot__inspect_sums(ot_inspector *in, ot_range keys)
{
    size_t cells = 1;

    for (size_t k = keys.from; k < keys.to; k++) {
        cells += in->panel->range[k].to - in->panel->range[k].from;
    }
    entry *e = malloc(cells * sizeof *e);
    if (e == NULL) {
        return false;
    }
    const size_t n = collect(in->panel, keys, e);
    each_group(in, e, n, by_partner, alike_but_partner, partners);
    each_group(in, e, n, by_code, alike_but_code, codes);
    each_group(in, e, n, by_flow, alike_but_flow, flows);
    free(e);
    return true;
}
