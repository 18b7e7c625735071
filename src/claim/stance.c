// SPDX-License-Identifier: GPL-3.0-or-later
// stance.c - claims with what was left unsaid filled in.
//
// A reporter, partner or flow that is not said is the one that all others say;
// a commodity, a basis or a vintage that is not said is the headline's and
// never taken over.

#include "claim/stance.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "claim/judge.h"

bool ot__stance_is_ratio(const ot_stance *s)
{
    return s->kind == OT_CLAIM_GROWTH || s->kind == OT_CLAIM_MULTIPLE ||
           s->kind == OT_CLAIM_SHARE;
}

bool ot__stance_is_amount(const ot_stance *s)
{
    return ot__kind_is_amount(s->kind);
}

bool ot__same_series(const ot_quantity *a, const ot_quantity *b)
{
    return a->reporter == b->reporter && a->partner == b->partner &&
           a->flow == b->flow && strcmp(a->commodity, b->commodity) == 0 &&
           strcmp(a->basis, b->basis) == 0 &&
           strcmp(a->vintage, b->vintage) == 0 && strcmp(a->unit, b->unit) == 0;
}

static const char *headline(const char *text)
{
    return text == NULL || ot__str_same(ot__str(text), "TOTAL") ? "" : text;
}

static bool names_unit(const ot_claim *c)
{
    return ot__kind_is_amount(c->kind) &&
           c->figure.unit.dimension != OT_DIM_NONE;
}

// ---- what all others say ---------------------------------------------------

typedef struct agreed {
    ot_area reporter, partner;
    const ot_flow *flow;
    bool reporters, partners, flows; // they differ
} agreed;

static void agree_area(ot_area said, ot_area *all, bool *differ)
{
    if (said != OT_AREA_NONE) {
        *differ = *differ || (*all != OT_AREA_NONE && *all != said);
        *all = said;
    }
}

static agreed agree(const ot_claims *claims)
{
    agreed a = {.flow = NULL};

    for (size_t i = 0; i < claims->n; i++) {
        const ot_claim *c = &claims->claim[i];
        agree_area(c->reporter, &a.reporter, &a.reporters);
        agree_area(c->partner, &a.partner, &a.partners);
        if (c->flow != NULL) {
            a.flows = a.flows || (a.flow != NULL && a.flow != c->flow);
            a.flow = c->flow;
        }
    }
    a.reporter = a.reporters ? OT_AREA_NONE : a.reporter;
    a.partner = a.partners ? OT_AREA_NONE : a.partner;
    a.flow = a.flows ? NULL : a.flow;
    return a;
}

// ---- currencies ------------------------------------------------------------

// A claim and the nearest one about the same partners that names a currency;
// SIZE_MAX: none.
typedef struct near {
    const ot_claim *claim;
    size_t i, before, after;
} near;

static int by_partners(const void *x, const void *z)
{
    const near *a = x, *b = z;
    const ot_claim *c = a->claim, *d = b->claim;

    if (c->reporter != d->reporter) {
        return c->reporter < d->reporter ? -1 : 1;
    }
    if (c->partner != d->partner) {
        return c->partner < d->partner ? -1 : 1;
    }
    return a->i < b->i ? -1 : 1;
}

// In the order given; partners: only among the same.
static void find_nearest(near at[], size_t n, bool partners)
{
    size_t last = SIZE_MAX;

    for (size_t k = 0; k < n; k++) {
        if (partners && k > 0 &&
            (at[k - 1].claim->reporter != at[k].claim->reporter ||
             at[k - 1].claim->partner != at[k].claim->partner)) {
            last = SIZE_MAX;
        }
        last = names_unit(at[k].claim) ? at[k].i : last;
        at[k].before = last;
    }
    last = SIZE_MAX;
    for (size_t k = n; k-- > 0;) {
        if (partners && k + 1 < n &&
            (at[k + 1].claim->reporter != at[k].claim->reporter ||
             at[k + 1].claim->partner != at[k].claim->partner)) {
            last = SIZE_MAX;
        }
        last = names_unit(at[k].claim) ? at[k].i : last;
        at[k].after = last;
    }
}

static size_t nearer(const near *a)
{
    if (a->before == SIZE_MAX || a->after == SIZE_MAX) {
        return a->before == SIZE_MAX ? a->after : a->before;
    }
    return a->i - a->before <= a->after - a->i ? a->before : a->after;
}

// unit[i]: the claim whose currency claim i is in: itself, else of the nearest
// about the same partners that names one, else of the nearest; SIZE_MAX: none.
static bool find_units(const ot_claims *claims, size_t unit[])
{
    const size_t n = claims->n;
    near *at = calloc(n + 1, sizeof *at);

    if (at == NULL) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        at[i] = (near){&claims->claim[i], i, SIZE_MAX, SIZE_MAX};
    }
    find_nearest(at, n, false);
    for (size_t i = 0; i < n; i++) {
        unit[i] = nearer(&at[i]);
    }
    qsort(at, n, sizeof *at, by_partners);
    find_nearest(at, n, true);
    for (size_t k = 0; k < n; k++) {
        const size_t same = nearer(&at[k]);
        unit[at[k].i] = same != SIZE_MAX ? same : unit[at[k].i];
    }
    free(at);
    return true;
}

// ---- one claim -------------------------------------------------------------

static ot_quantity quantity_of(const ot_claim *c, const agreed *a,
                               const char *unit)
{
    // A group that is no area of ours is kept apart by its name.
    const bool is_group = c->partner == OT_AREA_NONE &&
                          c->said.partner != NULL &&
                          strncmp(c->said.partner, "group:", 6) == 0;
    ot_quantity q = {
        .reporter = c->reporter != OT_AREA_NONE ? c->reporter : a->reporter,
        .partner =
            c->partner != OT_AREA_NONE || is_group ? c->partner : a->partner,
        .flow = c->flow != NULL ? c->flow : a->flow,
        .commodity = headline(c->commodity),
        .basis = is_group           ? c->said.partner
                 : c->basis != NULL ? c->basis
                                    : "",
        .vintage = c->vintage != NULL ? c->vintage : "",
        .period = c->period};

    ot__str_copy(ot__str(unit), q.unit, sizeof q.unit);
    return q;
}

static void set_base(ot_stance *s)
{
    const ot_claim *c = s->claim;
    const bool other_commodity =
        c->base_commodity != NULL && c->base_commodity[0] != '\0';

    s->base = s->own;
    s->base.flow = c->base_flow != NULL ? c->base_flow : s->own.flow;
    s->base.partner =
        c->base_partner != OT_AREA_NONE ? c->base_partner : s->own.partner;
    s->base.commodity =
        other_commodity ? headline(c->base_commodity) : s->own.commodity;
}

bool ot__is_share_over_time(const ot_claim *c)
{
    const char *base = c->said.base;

    return c->kind == OT_CLAIM_SHARE && c->said.line > 0 && base != NULL &&
           strcmp(base, "-") != 0 && c->base_flow == NULL && c->base.months > 0;
}

// What a share is taken of: what is named, else all commodities, else the
// world.
static void set_whole(ot_stance *s)
{
    const ot_claim *c = s->claim;
    const ot_area world = ot_area_find("WLD", 3);
    const bool named =
        ot__is_share_over_time(c) || c->base_flow != NULL ||
        c->base_partner != OT_AREA_NONE ||
        (c->base_commodity != NULL && c->base_commodity[0] != '\0');

    s->whole = named ? s->base : s->own;
    s->whole.period = s->own.period;
    if (named) {
        return;
    }
    if (s->own.partner != world && s->own.partner != OT_AREA_NONE &&
        s->own.partner != s->own.reporter) {
        s->whole.partner = world;
    } else if (s->own.commodity[0] != '\0') {
        s->whole.commodity = "";
    } else {
        s->unweighted = "what it is a share of is not said";
    }
}

// Growth stated in times is a multiple.
static void set_kind(ot_stance *s)
{
    const ot_claim *c = s->claim;

    s->kind =
        c->kind == OT_CLAIM_GROWTH && c->figure.unit.dimension == OT_DIM_TIMES
            ? OT_CLAIM_MULTIPLE
            : c->kind;
    s->judged = c->figure.usual;
    if (c->flow == NULL && c->said.flow != NULL &&
        strcmp(c->said.flow, "other") == 0) {
        s->unweighted = "it is not about a flow of trade";
    }
    if (ot__stance_is_amount(s) &&
        (c->figure.unit.dimension == OT_DIM_PERCENT ||
         c->figure.unit.dimension == OT_DIM_POINTS ||
         c->figure.unit.dimension == OT_DIM_TIMES)) {
        s->unweighted = "an amount is not stated in per cent, points or times";
    }
}

static bool is_bare(const ot_claim *c)
{
    return ot__kind_is_amount(c->kind) &&
           c->figure.unit.dimension == OT_DIM_NONE && !c->figure.has_scale;
}

static bool is_balance(const ot_flow *flow)
{
    return flow != NULL && strncmp(flow->name, "balance", 7) == 0;
}

// Growth of a deficit is that of its size: -1 where a level says that it is
// one. 0: a deficit before and a surplus now have no growth.
static int size_sign(const ot_stance s[], size_t n, const ot_stance *of)
{
    bool below = false, above = false;

    for (size_t i = 0; i < n; i++) {
        const ot_quantity *q = &s[i].own;
        if (s[i].kind == OT_CLAIM_LEVEL && q->flow == of->own.flow &&
            q->reporter == of->own.reporter && q->partner == of->own.partner &&
            (ot_period_equal(q->period, of->own.period) ||
             ot_period_equal(q->period, of->base.period))) {
            below = below || s[i].judged.hi <= 0;
            above = above || s[i].judged.lo > 0;
        }
    }
    return below && above ? 0 : below ? -1 : 1;
}

bool ot__stances(const ot_claims *claims, ot_stance out[])
{
    const agreed a = agree(claims);
    size_t *unit = calloc(claims->n + 1, sizeof *unit);
    bool bare = false, worded = false;

    if (unit == NULL || !find_units(claims, unit)) {
        free(unit);
        return false;
    }
    for (size_t i = 0; i < claims->n; i++) {
        const ot_claim *c = &claims->claim[i];
        ot_stance *s = &out[i];
        *s = (ot_stance){.claim = c, .index = i, .sign = 1};
        set_kind(s);
        s->own = quantity_of(
            c, &a,
            unit[i] != SIZE_MAX ? claims->claim[unit[i]].figure.unit.code : "");
        set_base(s);
        s->whole = s->own;
        if (s->kind == OT_CLAIM_SHARE || s->kind == OT_CLAIM_SHARE_CHANGE) {
            set_whole(s);
        }
        bare = bare || is_bare(c);
        worded = worded || (ot__kind_is_amount(c->kind) && !is_bare(c));
    }
    free(unit);
    ot__place_unsaid(out, claims->n);
    ot__read_sentences(out, claims->n);
    for (size_t i = 0; i < claims->n; i++) {
        ot_stance *s = &out[i];
        if (bare && worded && is_bare(s->claim)) {
            s->unweighted = "its unit is not said (USD million, bn EUR ...)";
        }
        if (ot__stance_is_ratio(s) && is_balance(s->own.flow) &&
            s->base.flow == s->own.flow) {
            s->sign = size_sign(out, claims->n, s);
        }
        if (s->sign == 0) {
            s->unweighted =
                "a deficit that became a surplus, or the other way, "
                "has no growth";
        }
    }
    return true;
}
