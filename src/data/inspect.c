// SPDX-License-Identifier: GPL-3.0-or-later
// inspect.c - holds a sealed panel against itself: goes through its keys,
// collects what disagrees.

#include "data/inspect.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[OT_INSPECT_CODE_COUNT] = {
    [OT_INSPECT_TILES] = "months-year",
    [OT_INSPECT_PARTNERS] = "partners-world",
    [OT_INSPECT_PARTNERS_SHORT] = "not-allocated",
    [OT_INSPECT_CODES] = "codes-total",
    [OT_INSPECT_CODES_SHORT] = "codes-short",
    [OT_INSPECT_FLOWS] = "given-flows",
    [OT_INSPECT_WITHIN] = "parts-of-flows",
    [OT_INSPECT_FALLS] = "to-date-falls",
    [OT_INSPECT_LABELS] = "labels",
    [OT_INSPECT_HOLES] = "holes",
    [OT_INSPECT_JUMPS] = "jumps",
    [OT_INSPECT_SHIFTS] = "shifts",
    [OT_INSPECT_YEARS] = "area-years",
};

const char *ot_inspect_name(ot_inspect_code code)
{
    return names[code];
}

// ---- cells -----------------------------------------------------------------

const ot_pcell *ot__run_at(const ot_run *run, size_t i)
{
    return &run->p->cell[run->cell[i]];
}

bool ot__cell_known(const ot_pcell *c)
{
    return ot_state_known((ot_state)c->state);
}

double ot__cell_half(const ot_panel *p, const ot_pcell *c)
{
    return c->rows * ot__column_half(&p->column[c->column]);
}

ot_place ot__cell_place(const ot_panel *p, const ot_pcell *c)
{
    return (ot_place){p->path[p->column[c->column].file], (long)c->line, 0};
}

int32_t ot__cell_end(const ot_pcell *c)
{
    return c->first + c->months;
}

void ot__run_of(ot_run *run, uint32_t key)
{
    const ot_panel *p = run->p;
    const ot_range r = p->range[key];

    run->key = key;
    run->n = 0;
    for (size_t i = r.from; i < r.to; i++) {
        const ot_pcell *c = &p->cell[i];
        const ot_pcell *last = run->n > 0 ? ot__run_at(run, run->n - 1) : NULL;
        if (last != NULL && last->first == c->first &&
            last->months == c->months) {
            run->n--; // a later release of the same
        }
        run->cell[run->n++] = (uint32_t)i;
    }
}

size_t ot__step_on(const ot_run *run, size_t i)
{
    const int32_t months = ot__run_at(run, i)->months;

    do {
        i++;
    } while (i < run->n && ot__run_at(run, i)->months != months);
    return i;
}

size_t ot__step_back(const ot_run *run, size_t i)
{
    const int32_t months = ot__run_at(run, i)->months;

    while (i-- > 0) {
        if (ot__run_at(run, i)->months == months) {
            return i;
        }
    }
    return run->n;
}

bool ot__amounts_differ(ot_i128 a, ot_i128 b, double half)
{
    const double x = fabs(ot__amount_double(a));
    const double y = fabs(ot__amount_double(b));
    const double allowed = fmax(half * (1 + 1e-9), 1e-6 * fmax(x, y));

    return fabs(ot__amount_double(a - b)) > allowed;
}

// ---- discrepancies ---------------------------------------------------------

ot_discrepancy ot__discrepancy(const ot_panel *p, const ot_pcell *c,
                               ot_inspect_code code)
{
    const ot_pkey *key = &p->key[c->key];

    return (ot_discrepancy){
        .code = code,
        .reporter = key->reporter,
        .partner = key->partner,
        .flow = key->flow,
        .commodity = ot__intern_text(&p->commodities, key->commodity),
        .basis = ot__intern_text(&p->bases, key->basis),
        .unit = p->unit[key->unit],
        .period = {c->first, c->months},
        .stated = ot__amount_double(c->amount),
        .computed = NAN,
        .difference = NAN,
        .place = ot__cell_place(p, c),
    };
}

void ot__discrepancy_amount(ot_discrepancy *d, ot_i128 stated, ot_i128 computed)
{
    d->stated = ot__amount_double(stated);
    d->computed = ot__amount_double(computed);
    d->difference = ot__amount_double(stated - computed);
}

// The weight is kept in no row: it is the size of the difference, or without
// one the count.
static double weight_of(const ot_discrepancy *d)
{
    return isnan(d->difference) ? fabs((double)d->count) : fabs(d->difference);
}

void ot__inspect_fail(ot_inspection *to, const ot_discrepancy *d)
{
    ot_inspected *check = &to->check[d->code];
    size_t at = check->rows;

    check->failed++;
    while (at > 0 && weight_of(&check->row[at - 1]) < weight_of(d)) {
        at--;
    }
    if (at == OT_INSPECT_ROWS) {
        return;
    }
    if (check->rows < OT_INSPECT_ROWS) {
        check->rows++;
    }
    memmove(&check->row[at + 1], &check->row[at],
            (check->rows - at - 1) * sizeof *d);
    check->row[at] = *d;
}

// ---- months a reporter published -------------------------------------------

_Static_assert(OT_FLOWS_HELD <= 8, "a flow is a bit of eight");

static unsigned flow_bit(uint8_t flow, int32_t months)
{
    return 1u << (flow + (months == 12 ? 8 : 0));
}

bool ot__published(const ot_published *known, uint8_t flow, int32_t first,
                   int32_t months)
{
    const int32_t at = first - known->first;

    return known->several && at >= 0 && at < known->months &&
           (known->at[at] & flow_bit(flow, months)) != 0;
}

// The keys of one reporter, from `from` on.
static uint32_t reporter_end(const ot_panel *p, uint32_t from)
{
    uint32_t to = from;

    while (to < p->keys && p->key[to].reporter == p->key[from].reporter) {
        to++;
    }
    return to;
}

static void mark_months(const ot_panel *p, uint32_t from, uint32_t to,
                        ot_published *known)
{
    for (uint32_t k = from; k < to; k++) {
        for (size_t i = p->range[k].from; i < p->range[k].to; i++) {
            const ot_pcell *c = &p->cell[i];
            if (c->months == 1 || c->months == 12) {
                known->at[c->first - known->first] |=
                    (uint16_t)flow_bit(p->key[k].flow, c->months);
            }
        }
    }
}

static bool find_published(const ot_panel *p, uint32_t from, uint32_t to,
                           ot_published *known)
{
    int32_t first = INT32_MAX, end = INT32_MIN;

    for (uint32_t k = from; k < to; k++) {
        for (size_t i = p->range[k].from; i < p->range[k].to; i++) {
            const ot_pcell *c = &p->cell[i];
            if (c->months == 1 || c->months == 12) {
                first = c->first < first ? c->first : first;
                end = c->first >= end ? c->first + 1 : end;
            }
        }
    }
    known->several = to - from > 1;
    known->first = first;
    known->months = end > first ? end - first : 0;
    if ((size_t)known->months > known->capacity) {
        uint16_t *more =
            realloc(known->at, (size_t)known->months * sizeof *more);
        if (more == NULL) {
            return false;
        }
        known->at = more;
        known->capacity = (size_t)known->months;
    }
    if (known->months > 0) {
        memset(known->at, 0, (size_t)known->months * sizeof *known->at);
        mark_months(p, from, to, known);
    }
    return true;
}

// ---- the whole -------------------------------------------------------------

static void inspect_key(const ot_run *run, const ot_published *known,
                        ot_inspection *to)
{
    ot__inspect_years(run, to);
    if (run->n < 2) {
        return;
    }
    ot__inspect_tiles(run, known, to);
    ot__inspect_falls(run, to);
    ot__inspect_labels(run, to);
    ot__inspect_holes(run, known, to);
    ot__inspect_jumps(run, to);
}

static bool inspect_keys(ot_run *run, ot_published *known, ot_inspection *to)
{
    const ot_panel *p = run->p;
    uint32_t end = 0;

    for (uint32_t k = 0; k < p->keys; k++) {
        if (k == end) {
            end = reporter_end(p, k);
            if (!find_published(p, k, end, known)) {
                return false;
            }
        }
        ot__run_of(run, k);
        if (run->n > 0) {
            inspect_key(run, known, to);
        }
    }
    return true;
}

static size_t longest_key(const ot_panel *p)
{
    size_t most = 0;

    for (size_t k = 0; k < p->keys; k++) {
        const size_t n = p->range[k].to - p->range[k].from;
        most = n > most ? n : most;
    }
    return most;
}

static bool inspect(const ot_panel *p, ot_inspection *to)
{
    ot_run run = {.p = p, .cell = calloc(longest_key(p) + 1, sizeof(uint32_t))};
    ot_published known = {.at = NULL};
    const bool good = run.cell != NULL && inspect_keys(&run, &known, to) &&
                      ot__inspect_partners(&run, to) &&
                      ot__inspect_codes(&run, to) &&
                      ot__inspect_flows(&run, to);

    free(known.at);
    free(run.cell);
    return good;
}

ot_status ot_panel_inspect(const ot_panel *p, ot_inspection **inspection,
                           ot_error *err)
{
    ot_inspection *to = calloc(1, sizeof *to);

    if (to == NULL || !inspect(p, to)) {
        free(to);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for the checks");
    }
    *inspection = to;
    return OT_OK;
}

void ot_inspection_free(ot_inspection *inspection)
{
    free(inspection);
}
