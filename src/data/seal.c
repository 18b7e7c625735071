// SPDX-License-Identifier: GPL-3.0-or-later
// seal.c - puts a panel's cells in order and leaves one partition of each.

#include <stdlib.h>
#include <string.h>

#include "data/panel.h"

// qsort has no context in C11, so what is compared carries all it needs: keys
// are replaced by their rank before cells are sorted.
static int compare_cells(const void *left, const void *right)
{
    const ot_pcell *a = left, *b = right;

    if (a->key != b->key) {
        return a->key < b->key ? -1 : 1;
    }
    if (a->first != b->first) {
        return a->first < b->first ? -1 : 1;
    }
    if (a->months != b->months) {
        return a->months < b->months ? -1 : 1;
    }
    if (a->vintage != b->vintage) {
        return a->vintage < b->vintage ? -1 : 1;
    }
    return (a->part > b->part) - (a->part < b->part);
}

// Merge sort of key numbers by their text, without recursion.
static void sort_keys(const ot_panel *p, uint32_t order[], uint32_t work[])
{
    for (size_t width = 1; width < p->keys; width *= 2) {
        for (size_t from = 0; from < p->keys; from += 2 * width) {
            const size_t mid = from + width < p->keys ? from + width : p->keys;
            const size_t to =
                mid + width < p->keys ? mid + width : p->keys;
            size_t a = from, b = mid;
            for (size_t i = from; i < to; i++) {
                const bool left =
                    b >= to || (a < mid && ot__panel_compare(
                                               p, &p->key[order[a]],
                                               &p->key[order[b]]) <= 0);
                work[i] = order[left ? a++ : b++];
            }
        }
        memcpy(order, work, p->keys * sizeof *order);
    }
}

// Numbers keys by the order of their text, in cells too.
static bool order_keys(ot_panel *p)
{
    const size_t n = p->keys > 0 ? p->keys : 1;
    uint32_t *order = malloc(n * sizeof *order);
    uint32_t *work = malloc(n * sizeof *work);
    ot_pkey *sorted = malloc(n * sizeof *sorted);
    const bool ready = order != NULL && work != NULL && sorted != NULL;

    if (ready) {
        for (uint32_t i = 0; i < p->keys; i++) {
            order[i] = i;
        }
        sort_keys(p, order, work);
        for (uint32_t i = 0; i < p->keys; i++) {
            sorted[i] = p->key[order[i]];
            work[order[i]] = i; // rank
        }
        for (size_t c = 0; c < p->cells; c++) {
            p->cell[c].key = work[p->cell[c].key];
        }
        if (p->keys > 0) {
            memcpy(p->key, sorted, p->keys * sizeof *sorted);
        }
    }
    free(order);
    free(work);
    free(sorted);
    return ready;
}

// Of cells [from, to), alike but for their part: the class to keep is the
// coarsest, the totals if there are any.
static uint8_t coarsest(const ot_panel *p, size_t from, size_t to)
{
    uint8_t best = UINT8_MAX;
    int fewest = 9;

    for (size_t i = from; i < to; i++) {
        const uint8_t mask = p->part[p->cell[i].part].mask;
        const int bits = __builtin_popcount(mask);
        if (bits < fewest || (bits == fewest && mask < best)) {
            fewest = bits;
            best = mask;
        }
    }
    return best;
}

// Adds up one class of cells [from, to) into *sum; counts the rest as left out.
static void merge(ot_panel *p, size_t from, size_t to, ot_pcell *sum)
{
    const uint8_t keep = coarsest(p, from, to);
    bool first = true;

    for (size_t i = from; i < to; i++) {
        const ot_pcell *c = &p->cell[i];
        if (p->part[c->part].mask != keep) {
            p->tally.totals_left_out += c->rows;
            p->tally.used -= c->rows;
        } else if (first) {
            *sum = *c;
            first = false;
        } else {
            sum->amount += c->amount;
            sum->rows += c->rows;
            sum->state = c->state > sum->state ? c->state : sum->state;
            sum->flags |= c->flags | OT_FLAG_MERGED;
            sum->line = c->line < sum->line ? c->line : sum->line;
        }
    }
}

static bool alike(const ot_pcell *a, const ot_pcell *b)
{
    return a->key == b->key && a->first == b->first &&
           a->months == b->months && a->vintage == b->vintage;
}

static void merge_parts(ot_panel *p)
{
    size_t n = 0;

    for (size_t from = 0, to; from < p->cells; from = to) {
        ot_pcell sum = p->cell[from];
        to = from + 1;
        while (to < p->cells && alike(&p->cell[from], &p->cell[to])) {
            to++;
        }
        merge(p, from, to, &sum);
        p->cell[n++] = sum;
    }
    p->cells = n;
}

static bool index_keys(ot_panel *p)
{
    free(p->range);
    p->range = calloc(p->keys > 0 ? p->keys : 1, sizeof *p->range);
    if (p->range == NULL) {
        return false;
    }
    for (size_t from = 0, to; from < p->cells; from = to) {
        to = from + 1;
        while (to < p->cells && p->cell[to].key == p->cell[from].key) {
            to++;
        }
        p->range[p->cell[from].key] = (ot_range){from, to};
    }
    return true;
}

static bool collect_releases(ot_panel *p)
{
    size_t capacity = 0;

    p->releases = 0;
    for (size_t c = 0; c < p->cells; c++) {
        const ot_day day = p->cell[c].vintage;
        size_t at = p->releases;
        while (at > 0 && p->release[at - 1] >= day) {
            at--;
        }
        if (day == OT_DAY_NONE || (at < p->releases && p->release[at] == day)) {
            continue;
        }
        if (p->releases == capacity) {
            capacity = capacity > 0 ? 2 * capacity : 8;
            ot_day *more = realloc(p->release, capacity * sizeof *more);
            if (more == NULL) {
                return false;
            }
            p->release = more;
        }
        memmove(p->release + at + 1, p->release + at,
                (p->releases - at) * sizeof *p->release);
        p->release[at] = day;
        p->releases++;
    }
    return true;
}

ot_status ot_panel_seal(ot_panel *p, ot_error *err)
{
    if (p->sealed) {
        return OT_OK;
    }
    if (!order_keys(p)) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory to sort %zu keys",
                       p->keys);
    }
    free(p->slot); // nothing is added any more
    p->slot = NULL;
    p->slots = 0;
    free(p->key_slot);
    p->key_slot = NULL;
    p->key_slots = 0;
    if (p->cells > 0) {
        qsort(p->cell, p->cells, sizeof *p->cell, compare_cells);
    }
    merge_parts(p);
    if (!index_keys(p) || !collect_releases(p)) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory to index %zu cells",
                       p->cells);
    }
    p->sealed = true;
    return OT_OK;
}
