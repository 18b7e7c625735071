// SPDX-License-Identifier: GPL-3.0-or-later
// groups_sort.c - groups in the order of their columns: by counting, 16 bits at
// a time, from the last column to the first. Texts are ranked once.
#include <stdlib.h>
#include <string.h>

#include "data/groups.h"
#include "data/list.h"
#include "data/rank.h"

#define DIGIT 16 // bits of a pass

// ---- passes ----------------------------------------------------------------

typedef uint32_t value_of(const ot_told *t);

static uint32_t reporter_of(const ot_told *t)
{
    return t->reporter;
}

static uint32_t partner_of(const ot_told *t)
{
    return t->partner;
}

static uint32_t flow_of(const ot_told *t)
{
    return t->flow;
}

static uint32_t commodity_of(const ot_told *t)
{
    return t->commodity;
}

static uint32_t basis_of(const ot_told *t)
{
    return t->basis;
}

static uint32_t unit_of(const ot_told *t)
{
    return t->unit;
}

// By first month, then the shorter one first.
static uint32_t period_of(const ot_told *t)
{
    return (uint32_t)t->period.first << 11 | (uint32_t)t->period.months;
}

static uint32_t release_of(const ot_told *t) // undated first
{
    return (uint32_t)t->release + 0x80000000u;
}

typedef struct column {
    value_of *value;
    ot_ranked what;
} column;

static const column columns[OT_BYS] = {
    [OT_BY_NONE] = {unit_of, OT_RANKED_UNIT},
    [OT_BY_REPORTER] = {reporter_of, OT_RANKED_AREA},
    [OT_BY_PARTNER] = {partner_of, OT_RANKED_AREA},
    [OT_BY_FLOW] = {flow_of, OT_RANKED_NOT},
    [OT_BY_COMMODITY] = {commodity_of, OT_RANKED_COMMODITY},
    [OT_BY_BASIS] = {basis_of, OT_RANKED_BASIS},
    [OT_BY_PERIOD] = {period_of, OT_RANKED_NOT},
    [OT_BY_YEAR] = {period_of, OT_RANKED_NOT},
    [OT_BY_RELEASE] = {release_of, OT_RANKED_NOT},
};

typedef struct sorting {
    const ot_store *store;
    uint32_t *order, *work;
    uint32_t *value; // of sum i in the column at hand
    size_t n;
    uint32_t count[1 << DIGIT];
} sorting;

static void read_values(sorting *s, value_of *value, const uint32_t *rank)
{
    for (size_t i = 0; i < s->store->n; i++) {
        const ot_told t = ot__group_told(ot__store_sum(s->store, i)->key);
        const uint32_t v = value(&t);
        s->value[i] = rank != NULL ? rank[v] : v;
    }
}

// One stable pass by 16 bits of a column; none where all are the same.
static void pass(sorting *s, int shift)
{
    const uint32_t mask = (1u << DIGIT) - 1;
    uint32_t sum = 0;

    memset(s->count, 0, sizeof s->count);
    for (size_t i = 0; i < s->n; i++) {
        s->count[s->value[s->order[i]] >> shift & mask]++;
    }
    for (size_t i = 0; i <= mask; i++) {
        const uint32_t here = s->count[i];
        if (here == s->n) {
            return;
        }
        s->count[i] = sum;
        sum += here;
    }
    for (size_t i = 0; i < s->n; i++) {
        const uint32_t v = s->value[s->order[i]];
        s->work[s->count[v >> shift & mask]++] = s->order[i];
    }
    uint32_t *swap = s->order;
    s->order = s->work;
    s->work = swap;
}

static bool sort_by(sorting *s, const ot_panel *p, ot_by by)
{
    const column *c = &columns[by];
    const bool ranked = c->what != OT_RANKED_NOT;
    uint32_t *rank = ranked ? ot__ranks(p, c->what) : NULL;

    if (ranked && rank == NULL) {
        return false;
    }
    read_values(s, c->value, rank);
    pass(s, 0);
    pass(s, DIGIT);
    free(rank);
    return true;
}

// ---- the whole -------------------------------------------------------------

// Areas that a list of codes explains get their place in the table.
static bool apply_lists(ot_groups *g, const ot_panel *p)
{
    ot_store store = {0};
    bool good = true;

    if (p->listed.n == 0) {
        return true;
    }
    for (size_t i = 0; i < g->store.n && good; i++) {
        const ot_sum *from = ot__store_sum(&g->store, i);
        ot_told t = ot__group_told(from->key);
        uint64_t key[2];
        t.reporter = ot__list_area(p, t.reporter);
        t.partner = ot__list_area(p, t.partner);
        good = ot__group_key(g, &t, key, NULL) == OT_OK;
        ot_sum *to = good ? ot__store_at(&store, key) : NULL;
        good = to != NULL;
        if (good) {
            ot__sum_add(to, ot__sum_amount(from), from->rows);
        }
    }
    ot__store_free(&g->store);
    g->store = store;
    return good;
}

static ot_status check_areas(const ot_panel *p, const char *list,
                             const char *option, ot_error *err)
{
    ot_str rest = ot__str(list);

    while (rest.n > 0) {
        char name[128];
        (void)ot__str_copy(ot__str_trim(ot__str_cut(&rest, ',')), name,
                           sizeof name);
        if (ot_panel_area_find(p, name) != OT_AREA_NONE) {
            continue;
        }
        const char *near = ot_area_suggest(name);
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--%s: no country or group is called '%.60s'%s%s%s",
                       option, name, near != NULL ? "; did you mean " : "",
                       near != NULL ? near : "", near != NULL ? "?" : "");
    }
    return OT_OK;
}

// The groups that rows were added to: what was taken back whole is none.
static void list_groups(sorting *s, const ot_groups *g)
{
    for (uint32_t i = 0; i < g->store.n; i++) {
        if (ot__store_sum(&g->store, i)->rows != 0) {
            s->order[s->n++] = i;
        }
    }
}

static ot_status sort_all(ot_groups *g, const ot_panel *p, ot_error *err)
{
    sorting *s = calloc(1, sizeof *s);
    bool good = s != NULL;

    if (good) {
        s->store = &g->store;
        s->order = malloc((g->store.n + 1) * sizeof *s->order);
        s->work = malloc((g->store.n + 1) * sizeof *s->work);
        s->value = malloc((g->store.n + 1) * sizeof *s->value);
        good = s->order != NULL && s->work != NULL && s->value != NULL;
    }
    size_t by = OT_BYS - 1;
    if (good) {
        list_groups(s, g);
        good = sort_by(s, p, OT_BY_NONE); // units
        while (by > 0 && good) {
            by--;
            good = g->grouping.by[by] == OT_BY_NONE ||
                   sort_by(s, p, g->grouping.by[by]);
        }
    }
    if (s != NULL) {
        free(g->order);
        g->order = s->order;
        g->groups = s->n;
        free(s->work);
        free(s->value);
        free(s);
    }
    return good ? OT_OK
                : ot_fail(err, OT_E_MEMORY, NULL, "no memory to sort groups");
}

static const char *why_none(const ot_tally *t)
{
    return t->rows == 0        ? "no rows below the header"
           : t->not_asked == 0 ? "no row has a figure"
                               : "no row is of what was asked for: see what "
                                 "there is with outturn info";
}

ot_status ot_groups_sort(ot_groups *g, const ot_panel *p, ot_error *err)
{
    const ot_grouping *by = &g->grouping;
    ot_status status = check_areas(p, by->reporters, "reporter", err);

    if (status == OT_OK) {
        status = check_areas(p, by->partners, "partner", err);
    }
    if (status != OT_OK) {
        return status;
    }
    if (!apply_lists(g, p)) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for groups");
    }
    ot__store_settle(&g->store);
    status = sort_all(g, p, err);
    if (status == OT_OK && g->groups == 0) {
        return ot_fail(err, OT_E_DATA, NULL, "%s", why_none(&p->tally));
    }
    return status;
}

size_t ot_groups_count(const ot_groups *g)
{
    return g->groups;
}

ot_group ot_groups_at(const ot_groups *g, const ot_panel *p, size_t i)
{
    const ot_sum *sum = ot__store_sum(&g->store, g->order[i]);
    const ot_told t = ot__group_told(sum->key);
    const bool by_basis = (g->by >> OT_BY_BASIS & 1) != 0;
    const bool by_commodity = (g->by >> OT_BY_COMMODITY & 1) != 0;
    ot_group out = {
        .reporter = t.reporter,
        .partner = t.partner,
        .flow = t.flow,
        .commodity =
            by_commodity ? ot__intern_text(&p->commodities, t.commodity) : "",
        .basis = by_basis ? ot__intern_text(&p->bases, t.basis) : "",
        .period = t.period,
        .release = t.release,
        .rows = sum->rows,
        .unit = p->unit[t.unit]};

    if (g->scale >= 0) {
        out.unit.scale = (signed char)g->scale;
    } else if (g->scales != 0) {
        out.unit.scale = (signed char)__builtin_ctz(g->scales);
    }
    ot__amount_text(ot__sum_amount(sum), out.unit.scale, 0, out.value);
    return out;
}
