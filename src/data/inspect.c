// SPDX-License-Identifier: GPL-3.0-or-later
// inspect.c - goes through a panel's keys and reporters.

#include "data/inspect.h"

#include <math.h>
#include <stdlib.h>

static const char *const words[OT_INSPECTIONS] = {
    [OT_INSPECT_MONTHS] = "months against years and figures to date",
    [OT_INSPECT_PARTNERS] = "partners against the world",
    [OT_INSPECT_CODES] = "codes against the code above them",
    [OT_INSPECT_BALANCE] = "exports less imports against the balance",
    [OT_INSPECT_TURNOVER] = "exports and imports against the turnover",
    [OT_INSPECT_REEXPORT] = "re-exports within exports",
    [OT_INSPECT_TO_DATE] = "figures to date that do not fall",
    [OT_INSPECT_LABELS] = "parts of a year other than the whole",
    [OT_INSPECT_HOLES] = "series without holes",
    [OT_INSPECT_JUMPS] = "series without slips by a power of ten",
    [OT_INSPECT_YEARS] = "series within the years of their areas",
};

double ot__cell_half(const ot_panel *p, const ot_pcell *c)
{
    return c->rows * ot__column_half(&p->column[c->column]);
}

static void show(ot_inspector *in, ot_inspect what, const ot_pcell *c,
                 double stated, double computed)
{
    const ot_panel *p = in->panel;
    const ot_pkey *k = &p->key[c->key];
    ot_inspection *o = &in->out[what];

    o->shown = true;
    o->reporter = k->reporter;
    o->partner = k->partner;
    o->flow = k->flow;
    o->commodity = ot__intern_text(&p->commodities, k->commodity);
    o->period = (ot_period){c->first, c->months};
    o->stated = stated;
    o->computed = computed;
    o->unit = p->unit[k->unit];
    o->place = (ot_place){p->path[p->column[c->column].file], (long)c->line, 0};
}

// The worst case is the one that is off by most, of the failures if there are
// any.
static bool is_worst(const ot_inspection *o, double off, bool first)
{
    return !o->shown || first || off > fabs(o->stated - o->computed);
}

void ot__inspected(ot_inspector *in, ot_inspect what, const ot_pcell *cell,
                   double stated, double computed, double excess)
{
    ot_inspection *o = &in->out[what];

    o->checked++;
    if (excess > 0) {
        o->failed++;
        if (is_worst(o, fabs(stated - computed), o->failed == 1)) {
            show(in, what, cell, stated, computed);
        }
    }
}

void ot__left(ot_inspector *in, ot_inspect what, const ot_pcell *cell,
              double stated, double computed)
{
    ot_inspection *o = &in->out[what];

    o->left++;
    if (o->failed == 0 && is_worst(o, stated - computed, false)) {
        show(in, what, cell, stated, computed);
    }
}

// The newest release of each period.
static size_t newest(const ot_panel *p, ot_range r, const ot_pcell *cell[])
{
    size_t n = 0;

    for (size_t i = r.from; i < r.to; i++) {
        const ot_pcell *c = &p->cell[i];
        if (n > 0 && cell[n - 1]->first == c->first &&
            cell[n - 1]->months == c->months) {
            n--;
        }
        cell[n++] = c;
    }
    return n;
}

static size_t longest_key(const ot_panel *p)
{
    size_t most = 1;

    for (size_t k = 0; k < p->keys; k++) {
        const size_t n = p->range[k].to - p->range[k].from;
        most = n > most ? n : most;
    }
    return most;
}

static bool inspect_reporters(ot_inspector *in)
{
    const ot_panel *p = in->panel;
    bool good = true;

    for (size_t from = 0, to; from < p->keys && good; from = to) {
        to = from + 1;
        while (to < p->keys && p->key[to].reporter == p->key[from].reporter) {
            to++;
        }
        good = ot__inspect_sums(in, (ot_range){from, to});
    }
    return good;
}

ot_status ot_panel_inspect(const ot_panel *panel,
                           ot_inspection out[OT_INSPECTIONS], ot_error *err)
{
    ot_inspector in = {panel, out};
    const ot_pcell **cell = malloc(longest_key(panel) * sizeof *cell);

    if (cell == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for the checks");
    }
    for (size_t i = 0; i < OT_INSPECTIONS; i++) {
        out[i] = (ot_inspection){.words = words[i]};
    }
    for (size_t k = 0; k < panel->keys; k++) {
        const size_t n = newest(panel, panel->range[k], cell);
        if (n > 0) {
            ot__inspect_key(&in, cell, n);
        }
    }
    free(cell);
    return inspect_reporters(&in)
               ? OT_OK
               : ot_fail(err, OT_E_MEMORY, NULL, "no memory for the checks");
}
