// SPDX-License-Identifier: GPL-3.0-or-later
// sort.c - keys and cells in order. Texts are ranked once; after that keys are
// sorted by counting, field by field from the last, and cells by key: the cost
// grows with the number of cells, not with its logarithm.

#include <stdlib.h>
#include <string.h>

#include "data/rank.h"

typedef uint32_t field_of(const ot_pkey *key);

static uint32_t reporter_of(const ot_pkey *key)
{
    return key->reporter;
}

static uint32_t partner_of(const ot_pkey *key)
{
    return key->partner;
}

static uint32_t flow_of(const ot_pkey *key)
{
    return key->flow;
}

static uint32_t commodity_of(const ot_pkey *key)
{
    return key->commodity;
}

static uint32_t basis_of(const ot_pkey *key)
{
    return key->basis;
}

static uint32_t unit_of(const ot_pkey *key)
{
    return key->unit;
}

// One stable pass: order[] by the rank of a field with `range` values. False:
// no memory.
static bool pass(const ot_panel *p, field_of *field, const uint32_t *rank,
                 size_t range, uint32_t **order, uint32_t **work)
{
    size_t *start = calloc(range + 2, sizeof *start);

    if (start == NULL) {
        return false;
    }
    for (size_t i = 0; i < p->keys; i++) {
        const uint32_t f = field(&p->key[i]);
        start[(rank != NULL ? rank[f] : f) + 1]++;
    }
    for (size_t i = 0; i < range; i++) {
        start[i + 1] += start[i];
    }
    for (size_t i = 0; i < p->keys; i++) {
        const uint32_t k = (*order)[i];
        const uint32_t f = field(&p->key[k]);
        (*work)[start[rank != NULL ? rank[f] : f]++] = k;
    }
    free(start);
    uint32_t *swap = *order;
    *order = *work;
    *work = swap;
    return true;
}

// order[]: key numbers by their text.
static bool order_keys(const ot_panel *p, uint32_t **order, uint32_t **work)
{
    static const struct {
        field_of *field;
        ot_ranked what;
    } fields[] = {
        {unit_of, OT_RANKED_UNIT},           {basis_of, OT_RANKED_BASIS},
        {commodity_of, OT_RANKED_COMMODITY}, {flow_of, OT_RANKED_NOT},
        {partner_of, OT_RANKED_AREA},        {reporter_of, OT_RANKED_AREA},
    };
    bool ready = true;

    for (uint32_t i = 0; i < p->keys; i++) {
        (*order)[i] = i;
    }
    for (size_t i = 0; i < sizeof fields / sizeof fields[0] && ready; i++) {
        const ot_ranked what = fields[i].what;
        const bool ranked = what != OT_RANKED_NOT;
        const size_t range = ranked ? ot__ranked_count(p, what) : OT_FLOWS_HELD;
        if (range < 2) {
            continue;
        }
        uint32_t *rank = ranked ? ot__ranks(p, what) : NULL;
        ready = (rank != NULL || !ranked) &&
                pass(p, fields[i].field, rank, range, order, work);
        free(rank);
    }
    return ready;
}

// Keys into their order; rank[] (the second array) says where each went.
static bool move_keys(ot_panel *p, const uint32_t order[], uint32_t rank[])
{
    ot_pkey *sorted = malloc((p->keys + 1) * sizeof *sorted);

    if (sorted == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < p->keys; i++) {
        sorted[i] = p->key[order[i]];
        rank[order[i]] = i;
    }
    if (p->keys > 0) {
        memcpy(p->key, sorted, p->keys * sizeof *sorted);
    }
    free(sorted);
    return true;
}

static int compare_in_key(const void *left, const void *right)
{
    const ot_pcell *a = left, *b = right;

    if (a->first != b->first) {
        return a->first < b->first ? -1 : 1;
    }
    if (a->months != b->months) {
        return a->months < b->months ? -1 : 1;
    }
    if (a->vintage != b->vintage) {
        return a->vintage < b->vintage ? -1 : 1;
    }
    if (a->part != b->part) {
        return a->part < b->part ? -1 : 1;
    }
    // Repetitions: the first stays.
    return (a->line > b->line) - (a->line < b->line);
}

// Cells by the new number of their key, then in each key by period.
static bool move_cells(ot_panel *p, const uint32_t rank[])
{
    ot_pcell *sorted = malloc((p->cells + 1) * sizeof *sorted);
    size_t *start = calloc(p->keys + 2, sizeof *start);

    if (sorted == NULL || start == NULL) {
        free(sorted);
        free(start);
        return false;
    }
    for (size_t i = 0; i < p->cells; i++) {
        p->cell[i].key = rank[p->cell[i].key];
        start[p->cell[i].key + 1]++;
    }
    for (size_t k = 0; k < p->keys; k++) {
        start[k + 1] += start[k];
    }
    for (size_t i = 0; i < p->cells; i++) {
        sorted[start[p->cell[i].key]++] = p->cell[i];
    }
    for (size_t k = 0, from = 0; k < p->keys; from = start[k], k++) {
        if (start[k] - from > 1) {
            qsort(sorted + from, start[k] - from, sizeof *sorted,
                  compare_in_key);
        }
    }
    free(start);
    free(p->cell);
    p->cell = sorted;
    p->cell_capacity = p->cells + 1;
    return true;
}

bool ot__panel_sort(ot_panel *p)
{
    uint32_t *order = calloc(p->keys + 1, sizeof *order);
    uint32_t *work = calloc(p->keys + 1, sizeof *work);
    const bool ready = order != NULL && work != NULL &&
                       order_keys(p, &order, &work) &&
                       move_keys(p, order, work) && move_cells(p, work);

    free(order);
    free(work);
    free(p->key_slot); // numbers have changed
    p->key_slot = NULL;
    p->key_slots = 0;
    return ready;
}
