// SPDX-License-Identifier: GPL-3.0-or-later
// view.c - selecting: which keys, which release of each cell, which months the
// reporter published.

#include "data/view.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "data/calendar.h"
#include "data/compose.h"

// ---- which cells -----------------------------------------------------------

static bool known_by(const ot_pcell *c, ot_day day)
{
    return c->vintage == OT_DAY_NONE || c->vintage <= day;
}

static bool same_period(const ot_pcell *a, const ot_pcell *b)
{
    return a->first == b->first && a->months == b->months;
}

// The latest release of each period that was known on a day: cells are in order
// of period, then release.
static size_t latest_cells(const ot_panel *p, ot_range r, ot_day day,
                           ot_piece piece[])
{
    size_t n = 0;

    for (size_t i = r.from; i < r.to; i++) {
        const ot_pcell *c = &p->cell[i];
        if (!known_by(c, day)) {
            continue;
        }
        const ot_piece here = {c->first, c->months, (uint32_t)i, OT_NO_CELL};
        if (n > 0 && same_period(&p->cell[piece[n - 1].cell], c)) {
            piece[n - 1] = here;
        } else {
            piece[n++] = here;
        }
    }
    return n;
}

static int compare_pieces(const void *left, const void *right)
{
    const ot_piece *a = left, *b = right;

    if (a->first != b->first) {
        return a->first < b->first ? -1 : 1;
    }
    if (a->months != b->months) {
        return a->months < b->months ? -1 : 1;
    }
    // The published one before a difference.
    return (a->minus != OT_NO_CELL) - (b->minus != OT_NO_CELL);
}

// Adds what lies between two cells that begin together (Jan-Aug less Jan-Jul is
// August): consecutive lengths only, the rest follows by adding up.
static size_t add_differences(ot_piece piece[], size_t n)
{
    size_t all = n;

    for (size_t i = 1; i < n; i++) {
        const ot_piece *a = &piece[i - 1], *b = &piece[i];
        if (a->first == b->first) {
            piece[all++] = (ot_piece){a->first + a->months,
                                      b->months - a->months, b->cell, a->cell};
        }
    }
    if (all > n) {
        qsort(piece, all, sizeof *piece, compare_pieces);
    }
    return all;
}

// Pieces of the panel's cells of one key.
static ot_status pieces_of_key(const ot_panel *p, size_t key, ot_day day,
                               ot_term *t, ot_error *err)
{
    const ot_range r = p->range[key];

    t->cell = p->cell;
    t->piece = malloc((2 * (r.to - r.from) + 1) * sizeof *t->piece);
    if (t->piece == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a selection");
    }
    t->pieces = latest_cells(p, r, day, t->piece);
    if (t->pieces == 0) {
        char text[16];
        return ot_fail(err, OT_E_DATA, NULL, "no %s had been published by %s",
                       ot_flow_at(t->flow)->name, ot_day_text(day, text));
    }
    return OT_OK;
}

// Pieces of cells that are sums over a partition.
static ot_status pieces_of_sum(ot_view *v, const ot_want *w, size_t key,
                               ot_term *t, ot_error *err)
{
    const ot_status status =
        ot__compose(v->panel, w, key, v->asked.as_of, t, &v->sum, err);

    if (status != OT_OK) {
        return status;
    }
    t->piece = malloc((2 * t->pieces + 1) * sizeof *t->piece);
    if (t->piece == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a selection");
    }
    for (size_t i = 0; i < t->pieces; i++) {
        t->piece[i] = (ot_piece){t->own[i].first, t->own[i].months, (uint32_t)i,
                                 OT_NO_CELL};
    }
    return OT_OK;
}

static ot_status bind_term(ot_view *v, const ot_want *w, size_t key, ot_term *t,
                           ot_error *err)
{
    const ot_status status =
        w->sum_partners || w->sum_codes
            ? pieces_of_sum(v, w, key, t, err)
            : pieces_of_key(v->panel, key, v->asked.as_of, t, err);

    if (status != OT_OK || t->pieces == 0) {
        return status;
    }
    int32_t last = INT32_MIN;
    for (size_t i = 0; i < t->pieces; i++) {
        const int32_t end = t->piece[i].first + t->piece[i].months - 1;
        last = end > last ? end : last;
    }
    t->span = ot_period_range(t->piece[0].first, last);
    t->pieces = add_differences(t->piece, t->pieces);
    return OT_OK;
}

// ---- which months the reporter published ------------------------------------

static ot_status copy_published(const ot__calendar *c, ot_area partner,
                                ot_term *t, ot_error *err)
{
    t->known = c->known;
    t->others = ot__present_others(&c->any, partner);
    t->published = calloc((size_t)c->known.months + 1, sizeof *t->published);
    if (t->published == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a selection");
    }
    for (int32_t i = 0; i < c->known.months; i++) {
        t->published[i] = ot__present_others(&c->month[i], partner);
    }
    return OT_OK;
}

// From the calendar of the whole, where the panel is a part of one, or from one
// made for this selection.
static ot_status find_published(const ot_view *v, ot_term *t, ot_error *err)
{
    const ot_panel *p = v->panel;
    ot__calendar own;

    if (p->calendars != NULL) {
        const ot__calendar *c =
            ot__calendars_find(p->calendars, v->reporter, t->flow);
        assert(c != NULL); // there is a key of them
        return copy_published(c, v->partner, t, err);
    }
    ot_status status = ot__calendar_make(p, ot__keys_of(p, v->reporter),
                                         t->flow, v->asked.as_of, &own, err);
    if (status == OT_OK) {
        status = copy_published(&own, v->partner, t, err);
        ot__calendar_free(&own);
    }
    return status;
}

// ---- the whole -------------------------------------------------------------

// "origin", or the bases of several terms joined.
static const char *common_basis(const ot_panel *p, const size_t key[], size_t n)
{
    const char *basis = "";

    for (size_t i = 0; i < n; i++) {
        const char *own = ot__intern_text(&p->bases, p->key[key[i]].basis);
        basis = own[0] != '\0' ? own : basis;
    }
    return basis;
}

static ot_status check_units(const ot_view *v, const size_t key[],
                             ot_error *err)
{
    const ot_panel *p = v->panel;

    for (size_t i = 1; i < v->terms; i++) {
        if (p->key[key[i]].unit != p->key[key[0]].unit) {
            return ot_fail(err, OT_E_DATA, NULL,
                           "%s cannot be composed: %s is in %s, %s in %s",
                           v->asked.flow->name,
                           ot_flow_at(v->term[0].flow)->name,
                           p->unit[p->key[key[0]].unit].code,
                           ot_flow_at(v->term[i].flow)->name,
                           p->unit[p->key[key[i]].unit].code);
        }
    }
    return OT_OK;
}

static ot_status bind_terms(ot_view *v, ot_want *w, ot_error *err)
{
    size_t key[4] = {0};
    ot_status status = OT_OK;

    for (size_t i = 0; i < 4 && v->asked.flow->terms[i].sign != 0; i++) {
        ot_term *t = &v->term[i];
        t->sign = v->asked.flow->terms[i].sign;
        t->flow = w->flow = v->asked.flow->terms[i].flow;
        v->terms = i + 1;
        status = ot__choose_key(v->panel, w, &key[i], err);
        if (status == OT_OK) {
            status = bind_term(v, w, key[i], t, err);
        }
        if (status == OT_OK) {
            status = find_published(v, t, err);
        }
        if (status != OT_OK) {
            return status;
        }
        const int32_t first = i == 0 || t->span.first > v->span.first
                                  ? t->span.first
                                  : v->span.first;
        const int32_t last =
            i == 0 || ot_period_last(t->span) < ot_period_last(v->span)
                ? ot_period_last(t->span)
                : ot_period_last(v->span);
        v->span = ot_period_range(first, last);
    }
    v->basis = common_basis(v->panel, key, v->terms);
    v->unit = v->panel->key[key[0]].unit;
    v->scale =
        v->panel->column[v->panel->cell[v->panel->range[key[0]].from].column]
            .scale;
    return check_units(v, key, err);
}

// A turnover that a file gives itself goes before the sum of its parts; a
// balance, which is theirs by definition, only where they are not both there.
static void try_held(ot_view *v, const ot_want *w)
{
    const bool turnover = strcmp(v->asked.flow->name, "turnover") == 0;
    const bool balance = strcmp(v->asked.flow->name, "balance") == 0;
    ot_want x = *w, m = *w, held = *w;
    size_t key;

    x.flow = OT_EXPORT;
    m.flow = OT_IMPORT;
    held.flow = turnover ? OT_TURNOVER_HELD : OT_BALANCE_HELD;
    const bool parts = balance &&
                       ot__choose_key(v->panel, &x, &key, NULL) == OT_OK &&
                       ot__choose_key(v->panel, &m, &key, NULL) == OT_OK;
    if ((turnover || (balance && !parts)) &&
        ot__choose_key(v->panel, &held, &key, NULL) == OT_OK) {
        v->asked.flow = ot_flow_at(held.flow);
    }
}

static ot_status bind(ot_view *v, ot_error *err)
{
    const ot_panel *p = v->panel;
    ot_want w = {.basis = v->asked.basis,
                 .unit = v->asked.unit,
                 .measure = v->asked.measure};
    ot_status status =
        ot__choose_reporter(p, v->asked.reporter, &v->reporter, err);

    if (status == OT_OK) {
        w.keys = ot__keys_of(p, v->reporter);
        status = ot__choose_partner(p, w.keys, v->asked.partner, &v->partner,
                                    &w.sum_partners, err);
    }
    if (status == OT_OK) {
        w.partner = v->partner;
        status = ot__choose_commodity(p, &w, v->asked.commodity, err);
    }
    if (status != OT_OK) {
        return status;
    }
    v->commodity = w.sum_codes ? v->asked.commodity
                               : ot__intern_text(&p->commodities, w.commodity);
    v->sum.partners = w.sum_partners;
    v->sum.codes = w.sum_codes;
    try_held(v, &w);
    return bind_terms(v, &w, err);
}

ot_status ot_panel_select(const ot_panel *panel, const ot_selection *selection,
                          ot_view **view, ot_error *err)
{
    ot_view *v = calloc(1, sizeof *v);

    if (v == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a selection");
    }
    v->panel = panel;
    v->asked = *selection;
    ot_status status = bind(v, err);
    if (status == OT_OK) {
        status = ot__view_convert(v, err);
    }
    if (status != OT_OK) {
        ot_view_free(v);
        return status;
    }
    *view = v;
    return OT_OK;
}

ot_status ot_view_as_of(const ot_view *view, ot_day day, ot_view **then,
                        ot_error *err)
{
    ot_selection asked = view->asked;

    asked.as_of = day;
    return ot_panel_select(view->panel, &asked, then, err);
}

void ot_view_free(ot_view *v)
{
    for (size_t i = 0; v != NULL && i < v->terms; i++) {
        free(v->term[i].piece);
        free(v->term[i].published);
        ot__compose_free(&v->term[i]);
    }
    free(v);
}
