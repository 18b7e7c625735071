// SPDX-License-Identifier: GPL-3.0-or-later
// calendar.c - which months a reporter published, by flow: found once for all
// selections of a panel, or for one.

#include "data/calendar.h"

#include <stdlib.h>

static bool known_by(const ot_pcell *c, ot_day day)
{
    return c->vintage == OT_DAY_NONE || c->vintage <= day;
}

static void add(ot__present *p, ot_area partner)
{
    p->more = p->more || (p->one != OT_AREA_NONE && p->one != partner);
    p->one = p->one == OT_AREA_NONE ? partner : p->one;
}

bool ot__present_others(const ot__present *p, ot_area partner)
{
    return p->more || (p->one != OT_AREA_NONE && p->one != partner);
}

static ot_period joined(ot_period known, const ot_pcell *c)
{
    const int32_t end = c->first + c->months - 1;

    if (known.months == 0) {
        return ot_period_range(c->first, end);
    }
    const int32_t last = ot_period_last(known);
    return ot_period_range(c->first < known.first ? c->first : known.first,
                           end > last ? end : last);
}

// Goes over the cells: for what they span, then (mark) month by month.
static void each_cell(const ot_panel *p, ot_range keys, ot_day day, bool mark,
                      ot__calendar *c)
{
    for (size_t k = keys.from; k < keys.to; k++) {
        const ot_area partner = p->key[k].partner;
        if (p->key[k].flow != c->flow) {
            continue;
        }
        for (size_t i = p->range[k].from; i < p->range[k].to; i++) {
            const ot_pcell *cell = &p->cell[i];
            if (!known_by(cell, day)) {
                continue;
            }
            if (!mark) {
                c->known = joined(c->known, cell);
                add(&c->any, partner);
            } else if (cell->months == 1) {
                add(&c->month[cell->first - c->known.first], partner);
            }
        }
    }
}

ot_status ot__calendar_make(const ot_panel *p, ot_range keys, uint8_t flow,
                            ot_day day, ot__calendar *c, ot_error *err)
{
    *c = (ot__calendar){.flow = flow};
    c->reporter = keys.to > keys.from ? p->key[keys.from].reporter : 0;
    each_cell(p, keys, day, false, c);
    c->month = calloc((size_t)c->known.months + 1, sizeof *c->month);
    if (c->month == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a selection");
    }
    each_cell(p, keys, day, true, c);
    return OT_OK;
}

void ot__calendar_free(ot__calendar *c)
{
    free(c->month);
    c->month = NULL;
}

// ---- of all reporters ------------------------------------------------------

// The keys from `from` on of the same reporter.
static ot_range reporter_keys(const ot_panel *p, size_t from)
{
    ot_range r = {from, from};

    while (r.to < p->keys && p->key[r.to].reporter == p->key[from].reporter) {
        r.to++;
    }
    return r;
}

static ot_status add_reporter(const ot_panel *p, ot_range keys, ot_day day,
                              ot__calendars *all, ot_error *err)
{
    bool seen[UINT8_MAX + 1] = {false};

    for (size_t k = keys.from; k < keys.to; k++) {
        const uint8_t flow = p->key[k].flow;
        if (seen[flow]) {
            continue;
        }
        seen[flow] = true;
        ot__calendar *more = realloc(all->at, (all->n + 1) * sizeof *more);
        if (more == NULL) {
            return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a selection");
        }
        all->at = more;
        const ot_status status =
            ot__calendar_make(p, keys, flow, day, &all->at[all->n], err);
        if (status != OT_OK) {
            return status;
        }
        all->n++;
    }
    return OT_OK;
}

ot_status ot__calendars_make(const ot_panel *p, ot_day day, ot__calendars *all,
                             ot_error *err)
{
    ot_status status = OT_OK;

    *all = (ot__calendars){NULL, 0};
    for (size_t k = 0; k < p->keys && status == OT_OK;) {
        const ot_range keys = reporter_keys(p, k);
        status = add_reporter(p, keys, day, all, err);
        k = keys.to;
    }
    return status;
}

void ot__calendars_free(ot__calendars *all)
{
    for (size_t i = 0; i < all->n; i++) {
        ot__calendar_free(&all->at[i]);
    }
    free(all->at);
    *all = (ot__calendars){NULL, 0};
}

const ot__calendar *ot__calendars_find(const ot__calendars *all,
                                       ot_area reporter, uint8_t flow)
{
    for (size_t i = 0; i < all->n; i++) {
        if (all->at[i].reporter == reporter && all->at[i].flow == flow) {
            return &all->at[i];
        }
    }
    return NULL;
}
