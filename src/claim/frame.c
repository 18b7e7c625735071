// SPDX-License-Identifier: GPL-3.0-or-later
// frame.c - unknowns of a set of claims: held flows over the stretches between
// all ends of periods, and what always holds between them.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "claim/stance.h"
#include "data/flow.h"

// ---- stretches -------------------------------------------------------------

// The first edge from a month on.
static size_t edge_at(const ot_frame *g, int32_t month)
{
    size_t lo = 0, hi = g->edges;

    while (lo < hi) {
        const size_t mid = lo + (hi - lo) / 2;
        if (g->edge[mid] < month) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo;
}

static void put_edge(ot_frame *g, int32_t month)
{
    const size_t at = edge_at(g, month);

    if (at < g->edges && g->edge[at] == month) {
        return;
    }
    memmove(g->edge + at + 1, g->edge + at, (g->edges - at) * sizeof *g->edge);
    g->edge[at] = month;
    g->edges++;
}

static void put_edges(ot_frame *g, ot_period p)
{
    if (p.months > 0) {
        put_edge(g, p.first);
        put_edge(g, p.first + p.months);
    }
}

// The base of a base: growth a year before is over two years before.
ot_period ot__base_of_base(const ot_stance *s)
{
    return ot_period_shift(s->base.period,
                           s->base.period.first - s->own.period.first);
}

#define EDGES_MOST 256 // of one claim: a run of many periods

static bool make_edges(ot_frame *g, const ot_stance s[], size_t n,
                       const ot_quantity *extra)
{
    g->edge = calloc(EDGES_MOST * (n + 1), sizeof *g->edge);
    if (g->edge == NULL) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        put_edges(g, s[i].own.period);
        put_edges(g, s[i].base.period);
        if (s[i].kind == OT_CLAIM_RATE_CHANGE) {
            put_edges(g, ot__base_of_base(&s[i]));
        }
        for (int k = 0; k < ot__run_rows(&s[i]); k++) {
            const ot_period p =
                ot_period_shift(s[i].own.period, -k * s[i].own.period.months);
            put_edges(g, p);
            put_edges(g, ot_period_year_before(p));
        }
    }
    if (extra != NULL) {
        put_edges(g, extra->period);
    }
    return true;
}

// Periods in a row of a run that rows are made for.
int ot__run_rows(const ot_stance *s)
{
    const double length = fabs(s->claim->figure.point);

    return s->kind != OT_CLAIM_RUN || s->own.period.months == 0 ? 0
           : length < 24                                        ? (int)length
                                                                : 24;
}

// ---- unknowns --------------------------------------------------------------

static void add_unknown(ot_frame *g, const ot_quantity *q, int held,
                        ot_period stretch, double sign, ot_form *form)
{
    const int j = ot__unknowns_put(&g->unknown, q, held, stretch);

    g->lp.columns = g->unknown.n;
    if (j >= 0) {
        ot__form_add(form, j, sign);
    } else {
        g->lp.failed = OT_E_MEMORY;
    }
}

static void add_stretch(ot_frame *g, const ot_quantity *q, ot_period stretch,
                        ot_form *form)
{
    const ot_flow *flow = q->flow;

    if (flow == NULL) {
        add_unknown(g, q, -1, stretch, 1, form);
        return;
    }
    // A turnover or balance as a file gives it is what it is composed of.
    if (flow->terms[0].flow == OT_TURNOVER_HELD) {
        flow = ot_flow_find("turnover", 8);
    } else if (flow->terms[0].flow == OT_BALANCE_HELD) {
        flow = ot_flow_find("balance", 7);
    }
    for (size_t t = 0; t < 4 && flow->terms[t].sign != 0; t++) {
        add_unknown(g, q, flow->terms[t].flow, stretch, flow->terms[t].sign,
                    form);
    }
}

void ot__frame_level(ot_frame *g, const ot_quantity *q, ot_form *form)
{
    const int32_t end = q->period.first + q->period.months;

    form->n = 0;
    form->failed = false;
    for (size_t i = edge_at(g, q->period.first);
         i + 1 < g->edges && g->edge[i + 1] <= end; i++) {
        add_stretch(g, q, (ot_period){g->edge[i], g->edge[i + 1] - g->edge[i]},
                    form);
    }
}

// ---- what always holds -----------------------------------------------------

// part <= whole, of one flow in one stretch.
static void put_part(ot_frame *g, const int part[], size_t parts, int whole,
                     bool all)
{
    ot_form form = {.n = 0};

    for (size_t i = 0; i < parts; i++) {
        ot__form_add(&form, part[i], 1);
    }
    ot__form_add(&form, whole, -1);
    ot__lp_row(&g->lp, OT_OWNER_NONE, &form, all ? 0 : -INFINITY, 0);
}

static bool is_area(const ot_unknown *u, const char *code)
{
    return strcmp(ot_area_code(u->of.partner), code) == 0;
}

// Countries together are at most the world; a group by itself is; inside and
// outside the European Union are all of it.
static void put_world(ot_frame *g, int world)
{
    int country[OT_FORM_MOST - 1], halves[2] = {-1, -1};
    size_t countries = 0;

    for (int j = g->unknown.ring[world]; j != world; j = g->unknown.ring[j]) {
        const ot_unknown *u = &g->unknown.at[j];
        if (u->of.partner == OT_AREA_NONE) {
            continue;
        }
        const ot_area_kind kind = ot_area_kind_of(u->of.partner);
        if (kind == OT_AREA_GROUP) {
            put_part(g, &j, 1, world, false);
            halves[0] = is_area(u, "EXTEU") ? j : halves[0];
            halves[1] =
                is_area(u, "INTEU") || is_area(u, "EU27") || is_area(u, "EUV")
                    ? j
                    : halves[1];
        } else if (countries < OT_FORM_MOST - 1) {
            country[countries++] = j;
        }
    }
    if (countries > 0) {
        put_part(g, country, countries, world, false);
    }
    if (halves[0] >= 0 && halves[1] >= 0) {
        put_part(g, halves, 2, world, true);
    }
}

// Members that occur are together at most their group.
static void put_group(ot_frame *g, int group)
{
    int member[OT_FORM_MOST - 1];
    size_t members = 0;
    const ot_unknown *all = &g->unknown.at[group];

    for (int j = g->unknown.ring[group]; j != group; j = g->unknown.ring[j]) {
        const ot_unknown *u = &g->unknown.at[j];
        if (u->of.partner != OT_AREA_NONE && members < OT_FORM_MOST - 1 &&
            ot_area_kind_of(u->of.partner) == OT_AREA_COUNTRY &&
            ot_area_member(all->of.partner, u->of.partner,
                           all->of.period.first)) {
            member[members++] = j;
        }
    }
    if (members > 0) {
        put_part(g, member, members, group, false);
    }
}

// A commodity is at most all of them, re-exports at most exports.
static void put_within(ot_frame *g, int j)
{
    const ot_unknown *u = &g->unknown.at[j];
    ot_quantity q = u->of;

    if (q.commodity[0] != '\0') {
        q.commodity = "";
        const int whole =
            ot__unknowns_find(&g->unknown, &q, u->held, q.period.first);
        if (whole >= 0) {
            put_part(g, &j, 1, whole, false);
        }
    }
    if (u->held == OT_REEXPORT || u->held == OT_REIMPORT) {
        const int whole = ot__unknowns_find(
            &g->unknown, &u->of, u->held == OT_REEXPORT ? OT_EXPORT : OT_IMPORT,
            u->of.period.first);
        if (whole >= 0) {
            put_part(g, &j, 1, whole, false);
        }
    }
}

static void put_identities(ot_frame *g)
{
    if (g->lp.failed == OT_OK && !ot__unknowns_ring(&g->unknown)) {
        g->lp.failed = OT_E_MEMORY;
    }
    for (int j = 0; j < g->lp.columns && g->lp.failed == OT_OK; j++) {
        const ot_area partner = g->unknown.at[j].of.partner;
        if (partner != OT_AREA_NONE &&
            ot_area_kind_of(partner) == OT_AREA_WORLD) {
            put_world(g, j);
        } else if (partner != OT_AREA_NONE &&
                   ot_area_kind_of(partner) == OT_AREA_GROUP) {
            put_group(g, j);
        }
        put_within(g, j);
    }
}

void ot__frame_build(ot_frame *g, const ot_stance s[], size_t n,
                     const ot_quantity *extra)
{
    ot_form form;

    *g = (ot_frame){.unit = ot__rows_unit(s, n)};
    if (!make_edges(g, s, n, extra)) {
        g->lp.failed = OT_E_MEMORY;
        return;
    }
    if (extra != NULL) {
        ot__frame_level(g, extra, &form);
    }
    for (size_t i = 0; i < n && g->lp.failed == OT_OK; i++) {
        ot__rows_of(g, s, n, i);
    }
    put_identities(g);
}

void ot__frame_free(ot_frame *g)
{
    ot__lp_free(&g->lp);
    free(g->edge);
    ot__unknowns_free(&g->unknown);
    *g = (ot_frame){0};
}
