// SPDX-License-Identifier: GPL-3.0-or-later
// seal.c - puts a panel's cells in order and leaves one partition of each.

#include <stdlib.h>
#include <string.h>

#include "data/list.h"

static ot_place place_of(const ot_panel *p, const ot_pcell *c)
{
    return (ot_place){p->path[p->column[c->column].file], (long)c->line, 0};
}

static ot_status no_memory(ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "no memory for the account");
}

static bool comes_later(const ot_panel *p, const ot_pcell *a, const ot_pcell *b)
{
    const uint16_t first = p->column[a->column].file;
    const uint16_t second = p->column[b->column].file;

    return first > second || (first == second && a->line > b->line);
}

// Two records of one cell: the same value is a repetition, another a conflict.
static ot_status compare_twins(ot_panel *p, const ot_pcell *a,
                               const ot_pcell *b, ot_error *err)
{
    const ot_place first = place_of(p, a), second = place_of(p, b);
    const bool later = !comes_later(p, a, b);

    if (a->amount == b->amount && a->state == b->state) {
        return ot__figure_aside(p, later ? b : a, OT_CLASS_REPEATED)
                   ? OT_OK
                   : no_memory(err);
    }
    if (p->lenient) {
        return ot__figure_aside(p, later ? b : a, OT_CLASS_CONFLICT)
                   ? OT_OK
                   : no_memory(err);
    }
    return ot_fail(err, OT_E_DATA, later ? &second : &first,
                   "another value for what %.160s:%ld gives already (is a "
                   "release date or a breakdown not mapped? --map "
                   "vintage=COLUMN; --lenient keeps the first)",
                   later ? first.path : second.path,
                   later ? first.line : second.line);
}

static bool same_period(const ot_pcell *a, const ot_pcell *b)
{
    return a->key == b->key && a->first == b->first && a->months == b->months &&
           a->vintage == b->vintage;
}

static ot_status drop_twins(ot_panel *p, ot_error *err)
{
    size_t n = 0;

    for (size_t i = 0; i < p->cells; i++) {
        const ot_pcell *c = &p->cell[i];
        if (n > 0 && same_period(&p->cell[n - 1], c) &&
            p->cell[n - 1].part == c->part) {
            const ot_status status = compare_twins(p, &p->cell[n - 1], c, err);
            if (status != OT_OK) {
                return status;
            }
            if (comes_later(p, &p->cell[n - 1], c)) {
                p->cell[n - 1] = *c; // the first of them stays
            }
        } else {
            p->cell[n++] = *c;
        }
    }
    p->cells = n;
    return OT_OK;
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
static bool merge(ot_panel *p, size_t from, size_t to, ot_pcell *sum)
{
    const uint8_t keep = coarsest(p, from, to);
    bool first = true, good = true;

    for (size_t i = from; i < to; i++) {
        const ot_pcell *c = &p->cell[i];
        if (p->part[c->part].mask != keep) {
            good = good && ot__figure_aside(p, c, OT_CLASS_TOTAL);
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
    return good;
}

static bool merge_parts(ot_panel *p)
{
    size_t n = 0;

    for (size_t from = 0, to; from < p->cells; from = to) {
        ot_pcell sum = p->cell[from];
        to = from + 1;
        while (to < p->cells && same_period(&p->cell[from], &p->cell[to])) {
            to++;
        }
        if (!merge(p, from, to, &sum)) {
            return false;
        }
        p->cell[n++] = sum;
    }
    p->cells = n;
    return true;
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
    if (p->lists > 0 && p->lists == p->files) {
        const ot_place place = {p->path[0], 0, 0};
        return ot_fail(err, OT_E_DATA, &place,
                       "not trade data: a list of codes and names (give it "
                       "beside the files that use them)");
    }
    if (!ot__list_apply(p) || !ot__panel_sort(p)) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory to sort %zu cells",
                       p->cells);
    }
    const ot_status status = drop_twins(p, err);
    if (status != OT_OK) {
        return status;
    }
    if (!merge_parts(p) || !index_keys(p) || !collect_releases(p)) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory to index %zu cells",
                       p->cells);
    }
    p->sealed = true;
    return OT_OK;
}
