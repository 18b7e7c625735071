// SPDX-License-Identifier: GPL-3.0-or-later
// panel.c - the store of cells: growing, finding, asking what there is.

#include "data/panel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

ot_panel *ot_panel_new(void)
{
    ot_panel *p = calloc(1, sizeof *p);
    const ot_part total = {{0}, 0};
    uint16_t number;

    if (p != NULL && !ot__panel_part(p, &total, &number)) {
        free(p);
        return NULL;
    }
    return p;
}

void ot_panel_free(ot_panel *p)
{
    if (p == NULL) {
        return;
    }
    ot__panel_truncate(p, 0, 0);
    free(p->cell);
    free(p->key);
    free(p->key_slot);
    free(p->range);
    free(p->unit);
    free(p->column);
    free(p->part);
    free(p->file);
    free(p->path);
    free(p->release);
    free(p->mark);
    free(p->wide);
    for (size_t i = 0; i < p->kept_n; i++) {
        free(p->kept[i]);
    }
    free(p->kept);
    ot__buf_free(&p->advice_map);
    ot__buf_free(&p->advice_set);
    ot__intern_free(&p->commodities);
    ot__intern_free(&p->bases);
    ot__intern_free(&p->areas);
    ot__intern_free(&p->listed);
    free(p->listed_area);
    free(p);
}

void ot__panel_truncate(ot_panel *p, size_t cells, size_t files)
{
    while (p->files > files) {
        p->files--;
        free(p->path[p->files]);
    }
    if (cells < p->cells) {
        p->cells = cells;
    }
}

// ---- small tables ----------------------------------------------------------

// Room for one element more in an array that grows by doubling; the capacity is
// the next power of two, so it need not be kept.
static bool room(void **array, size_t n, size_t size)
{
    if (n != 0 && (n & (n - 1)) != 0) {
        return true;
    }
    void *more = realloc(*array, (n == 0 ? 1 : 2 * n) * size);
    if (more == NULL) {
        return false;
    }
    *array = more;
    return true;
}

const char *ot__panel_keep(ot_panel *p, const char *text)
{
    void *array = p->kept;

    if (!room(&array, p->kept_n, sizeof *p->kept)) {
        return NULL;
    }
    p->kept = array;
    p->kept[p->kept_n] = ot__str_dup(ot__str(text));
    return p->kept[p->kept_n] != NULL ? p->kept[p->kept_n++] : NULL;
}

bool ot__panel_unit(ot_panel *p, ot_unit base, uint16_t *number)
{
    size_t i = 0;

    base.scale = 0;
    while (i < p->units && !ot_unit_same_base(p->unit[i], base)) {
        i++;
    }
    if (i == p->units) {
        void *array = p->unit;
        if (i == UINT16_MAX || !room(&array, i, sizeof *p->unit)) {
            return false;
        }
        p->unit = array;
        p->unit[p->units++] = base;
    }
    *number = (uint16_t)i;
    return true;
}

bool ot__panel_column(ot_panel *p, uint16_t file, uint16_t unit, int scale,
                      uint16_t *number)
{
    size_t i = p->columns;

    while (i > 0 && p->column[i - 1].file == file) {
        i--;
        if (p->column[i].unit == unit && p->column[i].scale == scale) {
            *number = (uint16_t)i;
            return true;
        }
    }
    void *array = p->column;
    if (p->columns == UINT16_MAX ||
        !room(&array, p->columns, sizeof *p->column)) {
        return false;
    }
    p->column = array;
    p->column[p->columns] = (ot_pcolumn){file, unit, (int8_t)scale, INT8_MAX};
    *number = (uint16_t)p->columns++;
    return true;
}

bool ot__panel_part(ot_panel *p, const ot_part *part, uint16_t *number)
{
    size_t i = p->parts;

    while (i-- > 0) { // the latest are the likeliest
        if (memcmp(p->part[i].code, part->code, sizeof part->code) == 0) {
            *number = (uint16_t)i;
            return true;
        }
    }
    void *array = p->part;
    if (p->parts == UINT16_MAX || !room(&array, p->parts, sizeof *p->part)) {
        return false;
    }
    p->part = array;
    p->part[p->parts] = *part;
    *number = (uint16_t)p->parts++;
    return true;
}

// ---- keys ------------------------------------------------------------------

static uint64_t key_hash(const ot_pkey *key)
{
    uint64_t word[2];

    memcpy(word, key, sizeof word);
    uint64_t h = (word[0] ^ (word[0] >> 32)) * 0x9e3779b97f4a7c15u;
    h = (h ^ (h >> 29) ^ word[1]) * 0xbf58476d1ce4e5b9u;
    return h ^ (h >> 32);
}

// The slot of a key, or the free one where it belongs. A slot keeps the upper
// half of the hash, so that keys are looked at only when they are likely the
// same.
static size_t key_place(const ot_panel *p, const ot_pkey *key, uint64_t hash)
{
    size_t at = (size_t)hash & (p->key_slots - 1);

    for (uint64_t held; (held = p->key_slot[at]) != 0;
         at = (at + 1) & (p->key_slots - 1)) {
        if (held >> 32 == hash >> 32 &&
            memcmp(&p->key[(uint32_t)held - 1], key, sizeof *key) == 0) {
            break;
        }
    }
    return at;
}

static bool grow_key_slots(ot_panel *p)
{
    const size_t slots = p->key_slots > 0 ? 4 * p->key_slots : 256;
    uint64_t *slot = calloc(slots, sizeof *slot);

    if (slot == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < p->keys; i++) {
        const uint64_t hash = key_hash(&p->key[i]);
        size_t at = (size_t)hash & (slots - 1);
        while (slot[at] != 0) {
            at = (at + 1) & (slots - 1);
        }
        slot[at] = hash >> 32 << 32 | (i + 1);
    }
    free(p->key_slot);
    p->key_slot = slot;
    p->key_slots = slots;
    return true;
}

bool ot__panel_key(ot_panel *p, const ot_pkey *key, uint32_t *number)
{
    const uint64_t hash = key_hash(key);

    // After sealing there are no slots: they are made as large as they must be.
    while (3 * p->keys >= 2 * p->key_slots) {
        if (!grow_key_slots(p)) {
            return false;
        }
    }
    const size_t at = key_place(p, key, hash);
    if (p->key_slot[at] == 0) {
        void *array = p->key;
        if (p->keys >= UINT32_MAX - 1 ||
            !room(&array, p->keys, sizeof *p->key)) {
            return false;
        }
        p->key = array;
        p->key[p->keys++] = *key;
        p->key_slot[at] = hash >> 32 << 32 | p->keys;
    }
    *number = (uint32_t)p->key_slot[at] - 1;
    return true;
}

// ---- cells -----------------------------------------------------------------

static bool cells_ready(ot_panel *p)
{
    if (p->cells < p->cell_capacity) {
        return true;
    }
    const size_t capacity = p->cell_capacity + p->cell_capacity / 2 + 256;
    ot_pcell *cell = capacity < UINT32_MAX
                         ? realloc(p->cell, capacity * sizeof *cell)
                         : NULL;
    if (cell == NULL) {
        return false;
    }
    p->cell = cell;
    p->cell_capacity = capacity;
    return true;
}

bool ot__panel_add(ot_panel *p, const ot_pcell *cell)
{
    if (!cells_ready(p)) {
        return false;
    }
    p->cell[p->cells++] = *cell;
    return true;
}

double ot__amount_double(ot_i128 amount)
{
    // Whole and rest apart: a sum below 2^53 units keeps all its digits.
    const ot_i128 unit = 1000000000;

    return (double)(amount / unit) + (double)(amount % unit) / 1e9;
}

double ot__column_half(const ot_pcolumn *column)
{
    return column->exponent == INT8_MAX
               ? 0
               : 0.5 * pow(10, column->exponent + column->scale);
}

// ---- what there is ---------------------------------------------------------

const char *ot_panel_area_code(const ot_panel *p, ot_area area)
{
    const size_t known = ot_area_count();

    return area < known ? ot_area_code(area)
                        : ot__intern_text(&p->areas, (uint32_t)(area - known));
}

const char *ot_panel_area_name(const ot_panel *p, ot_area area)
{
    return area < ot_area_count() ? ot_area_name(area)
                                  : ot_panel_area_code(p, area);
}

size_t ot_panel_unknown_areas(const ot_panel *p)
{
    return p->areas.n;
}

ot_area ot_panel_area_find(const ot_panel *p, const char *text)
{
    const ot_str name = ot__str_trim(ot__str(text));
    const ot_area area = ot_area_find(name.at, name.n);

    if (area != OT_AREA_NONE) {
        return area;
    }
    const uint32_t own = ot__intern_find(&p->areas, name);
    return own == OT_INTERN_FAILED ? OT_AREA_NONE
                                   : (ot_area)(ot_area_count() + own);
}

const ot_tally *ot_panel_tally(const ot_panel *p)
{
    return &p->tally;
}

size_t ot_panel_files(const ot_panel *p)
{
    return p->files;
}

ot_file ot_panel_file(const ot_panel *p, size_t i)
{
    return p->file[i];
}

bool ot_panel_added(const ot_panel *p)
{
    return p->added;
}

size_t ot_panel_keys(const ot_panel *p)
{
    return p->keys;
}

ot_key ot_panel_key(const ot_panel *p, size_t i)
{
    const ot_pkey *k = &p->key[i];
    const ot_range r = p->range[i];
    ot_key out = {
        .reporter = k->reporter,
        .partner = k->partner,
        .flow = k->flow,
        .commodity = ot__intern_text(&p->commodities, k->commodity),
        .basis = ot__intern_text(&p->bases, k->basis),
        .unit = p->unit[k->unit],
        .cells = r.to - r.from,
    };
    int32_t last = INT32_MIN;

    for (size_t c = r.from; c < r.to; c++) {
        const int32_t end = p->cell[c].first + p->cell[c].months - 1;
        last = end > last ? end : last;
    }
    if (r.to > r.from) {
        out.span = ot_period_range(p->cell[r.from].first, last);
        out.unit.scale = p->column[p->cell[r.from].column].scale;
    }
    return out;
}

unsigned ot_panel_hs_revisions(const ot_panel *p)
{
    return p->hs_revisions;
}

size_t ot_panel_releases(const ot_panel *p)
{
    return p->releases;
}

ot_day ot_panel_release(const ot_panel *p, size_t i)
{
    return p->release[i];
}
