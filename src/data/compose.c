// SPDX-License-Identifier: GPL-3.0-or-later
// compose.c - sums over partitions: partners of the world or of a group, codes
// of a total.

#include "data/compose.h"

#include <stdlib.h>
#include <string.h>

// A cell that may be a part of the sum.
typedef struct part {
    uint32_t cell;
    uint32_t key;
    int32_t first;
    int16_t months;
    ot_area partner;
    const char *code;
} part;

typedef struct parts {
    part *at;
    size_t n, capacity;
} parts;

static bool add_part(parts *list, part one)
{
    if (list->n == list->capacity) {
        const size_t capacity = 2 * list->capacity + 256;
        part *more = realloc(list->at, capacity * sizeof *more);
        if (more == NULL) {
            return false;
        }
        list->at = more;
        list->capacity = capacity;
    }
    list->at[list->n++] = one;
    return true;
}

// The latest release of each period of key k that was known on a day.
static bool add_key(const ot_panel *p, size_t k, const ot_want *w, ot_day day,
                    parts *list)
{
    const ot_pkey *key = &p->key[k];
    const size_t before = list->n;

    for (size_t i = p->range[k].from; i < p->range[k].to; i++) {
        const ot_pcell *c = &p->cell[i];
        const part one = {.cell = (uint32_t)i,
                          .key = (uint32_t)k,
                          .first = c->first,
                          .months = c->months,
                          .partner = key->partner,
                          .code =
                              ot__intern_text(&p->commodities, key->commodity)};
        if ((c->vintage != OT_DAY_NONE && c->vintage > day) ||
            !ot__partner_fits(p, w, key->partner, c->first)) {
            continue;
        }
        part *last = list->n > before ? &list->at[list->n - 1] : NULL;
        if (last != NULL && last->first == c->first &&
            last->months == c->months) {
            last->cell = (uint32_t)i;
        } else if (!add_part(list, one)) {
            return false;
        }
    }
    return true;
}

// By period, then partner, then code: a code stands behind its parents.
static int compare(const void *left, const void *right)
{
    const part *a = left, *b = right;

    if (a->first != b->first) {
        return a->first < b->first ? -1 : 1;
    }
    if (a->months != b->months) {
        return a->months < b->months ? -1 : 1;
    }
    if (a->partner != b->partner) {
        return a->partner < b->partner ? -1 : 1;
    }
    return strcmp(a->code, b->code);
}

// Leaves out the codes whose parent is there.
static void drop_children(parts *list)
{
    size_t n = 0;

    for (size_t i = 0; i < list->n; i++) {
        const part *a = n > 0 ? &list->at[n - 1] : NULL;
        const part *b = &list->at[i];
        const bool child = a != NULL && a->first == b->first &&
                           a->months == b->months && a->partner == b->partner &&
                           strncmp(b->code, a->code, strlen(a->code)) == 0 &&
                           strcmp(b->code, a->code) != 0;
        if (!child) {
            list->at[n++] = *b;
        }
    }
    list->n = n;
}

static void add_cell(const ot_panel *p, const part *one, ot_pcell *sum,
                     double *half)
{
    const ot_pcell *c = &p->cell[one->cell];

    sum->amount += c->amount;
    sum->rows += c->rows;
    sum->state = c->state > sum->state ? c->state : sum->state;
    sum->flags |= c->flags;
    sum->vintage = c->vintage > sum->vintage ? c->vintage : sum->vintage;
    *half += c->rows * ot__column_half(&p->column[c->column]);
}

static bool same_period(const part *a, const part *b)
{
    return a->first == b->first && a->months == b->months;
}

static bool make_cells(const ot_panel *p, const parts *list, ot_term *t)
{
    size_t n = 0;

    t->own = calloc(list->n + 1, sizeof *t->own);
    t->half = calloc(list->n + 1, sizeof *t->half);
    t->member = calloc(list->n + 1, sizeof *t->member);
    t->members = calloc(list->n + 2, sizeof *t->members);
    if (t->own == NULL || t->half == NULL || t->member == NULL ||
        t->members == NULL) {
        return false;
    }
    for (size_t i = 0; i < list->n; i++) {
        const part *one = &list->at[i];
        t->member[i] = one->cell;
        if (i > 0 && same_period(one, &list->at[i - 1])) {
            add_cell(p, one, &t->own[n - 1], &t->half[n - 1]);
        } else {
            const ot_pcell *c = &p->cell[one->cell];
            t->members[n] = i;
            t->own[n] = *c;
            t->half[n] = c->rows * ot__column_half(&p->column[c->column]);
            n++;
        }
        // A zero beside figures is not the state of their sum.
        ot_pcell *sum = &t->own[n - 1];
        if (sum->state == OT_ZERO && sum->amount != 0) {
            sum->state = OT_REPORTED;
        }
    }
    t->members[n] = list->n;
    t->pieces = n;
    t->cell = t->own;
    return true;
}

static void count(const parts *list, ot_partition *sum)
{
    size_t partners = 0, codes = 0;

    for (size_t i = 0; i < list->n; i++) {
        const part *a = i > 0 ? &list->at[i - 1] : NULL;
        const part *b = &list->at[i];
        if (a == NULL || !same_period(a, b)) {
            partners = codes = 0;
        }
        partners += partners == 0 || a->partner != b->partner;
        codes =
            a != NULL && codes > 0 && a->partner == b->partner ? codes + 1 : 1;
        sum->partner_n = partners > sum->partner_n ? partners : sum->partner_n;
        sum->code_n = codes > sum->code_n ? codes : sum->code_n;
    }
}

ot_status ot__compose(const ot_panel *p, const ot_want *w, size_t key,
                      ot_day day, ot_term *t, ot_partition *sum, ot_error *err)
{
    parts list = {NULL, 0, 0};
    bool good = true;

    for (size_t i = w->keys.from; i < w->keys.to && good; i++) {
        good = !ot__member(p, w, key, i) || add_key(p, i, w, day, &list);
    }
    if (good && list.n > 0) {
        qsort(list.at, list.n, sizeof *list.at, compare);
        if (w->sum_codes) {
            drop_children(&list);
        }
        good = make_cells(p, &list, t);
        count(&list, sum);
    }
    const bool none = good && list.n == 0;
    free(list.at);
    if (none) {
        char text[16];
        return ot_fail(err, OT_E_DATA, NULL, "no %s had been published by %s",
                       ot_flow_at(t->flow)->name, ot_day_text(day, text));
    }
    return good ? OT_OK
                : ot_fail(err, OT_E_MEMORY, NULL, "no memory for a selection");
}

void ot__compose_free(ot_term *t)
{
    free(t->own);
    free(t->half);
    free(t->member);
    free(t->members);
}
