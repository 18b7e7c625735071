// SPDX-License-Identifier: GPL-3.0-or-later
// groups.c - which rows a grouping wants, and the keys of its groups.
#include "data/groups.h"

#include <stdlib.h>
#include <string.h>

#include "data/list.h"
#include "data/listed.h"

// ---- which rows ------------------------------------------------------------

static bool by(const ot_groups *groups, ot_by column)
{
    return (groups->by >> column & 1) != 0;
}

bool ot__group_needs(const ot_groups *groups, ot_role role)
{
    const ot_grouping *g = &groups->grouping;

    switch (role) {
    case OT_ROLE_REPORTER:
        return by(groups, OT_BY_REPORTER) || g->reporters != NULL;
    case OT_ROLE_PARTNER:
        return by(groups, OT_BY_PARTNER) || g->partners != NULL;
    case OT_ROLE_FLOW:
        return by(groups, OT_BY_FLOW) || g->flows != NULL;
    case OT_ROLE_COMMODITY:
    case OT_ROLE_CLASSIFICATION:
        return by(groups, OT_BY_COMMODITY) || g->commodities != NULL;
    case OT_ROLE_BASIS:
        return by(groups, OT_BY_BASIS) || g->basis != NULL;
    case OT_ROLE_PERIOD:
    case OT_ROLE_YEAR:
    case OT_ROLE_MONTH:
    case OT_ROLE_SPAN:
        return by(groups, OT_BY_PERIOD) || by(groups, OT_BY_YEAR) ||
               g->within.months > 0;
    case OT_ROLE_VINTAGE:
        return by(groups, OT_BY_RELEASE) || g->as_of != OT_DAY_LATEST;
    case OT_ROLE_UNIT:
    case OT_ROLE_STATUS:
    case OT_ROLE_ROWS:
    case OT_ROLE_INDICATOR:
        return true; // they say what a figure is
    default:
        return false;
    }
}

bool ot__group_when(const ot_groups *groups, ot_period period, ot_day release)
{
    const ot_grouping *g = &groups->grouping;

    return (g->within.months == 0 || ot_period_contains(g->within, period)) &&
           (release == OT_DAY_NONE || release <= g->as_of);
}

bool ot__group_wants(const ot_groups *groups, const ot_panel *p, ot_role role,
                     int32_t number)
{
    const ot_grouping *g = &groups->grouping;
    const uint32_t i = (uint32_t)number;

    switch (role) {
    case OT_ROLE_REPORTER:
        return ot__area_listed(p, g->reporters, ot__list_area(p, (ot_area)i));
    case OT_ROLE_PARTNER:
        return ot__area_listed(p, g->partners, ot__list_area(p, (ot_area)i));
    case OT_ROLE_FLOW:
        return ot__flow_listed(g->flows, (uint8_t)i);
    case OT_ROLE_COMMODITY:
        return g->commodities == NULL ||
               ot__text_listed(g->commodities,
                               ot__intern_text(&p->commodities, i));
    case OT_ROLE_BASIS:
        return g->basis == NULL ||
               ot__basis_fits(g->basis, ot__intern_text(&p->bases, i));
    default:
        return true;
    }
}

// ---- keys ------------------------------------------------------------------

// The fields of a key, from the lowest bit of each word up.
enum {
    COMMODITY_BITS = 28, // word 0: flow, commodity, partner, reporter
    FLOW_BITS = 4,
    FIRST_BITS = 16, // word 1: release, unit, basis, months, first month
    MONTHS_BITS = 11,
    BASIS_BITS = 8,
    UNIT_BITS = 8,
    RELEASE_BITS = 21
};

#define RELEASE_ZERO (-500000) // days before any release

static bool over(uint64_t value, int bits)
{
    return value >> bits != 0;
}

static ot_period year_of(ot_period p, int year_start)
{
    const ot_period year =
        ot_period_year_of(p.first, year_start > 0 ? year_start : 1);

    return ot_period_contains(year, p) ? year : p;
}

ot_status ot__group_key(const ot_groups *groups, const ot_told *t,
                        uint64_t key[2], ot_error *err)
{
    const uint64_t reporter = by(groups, OT_BY_REPORTER) ? t->reporter : 0;
    const uint64_t partner = by(groups, OT_BY_PARTNER) ? t->partner : 0;
    const uint64_t flow = by(groups, OT_BY_FLOW) ? t->flow : 0;
    const uint64_t commodity = by(groups, OT_BY_COMMODITY) ? t->commodity : 0;
    const uint64_t basis = by(groups, OT_BY_BASIS) ? t->basis : 0;
    uint64_t release = 0;
    ot_period p = {0, 0};

    if (by(groups, OT_BY_RELEASE) && t->release != OT_DAY_NONE) {
        release = (uint64_t)((int64_t)t->release - RELEASE_ZERO);
    }
    if (by(groups, OT_BY_PERIOD)) {
        p = t->period;
    } else if (by(groups, OT_BY_YEAR)) {
        p = year_of(t->period, groups->grouping.year_start);
    }
    if (over(commodity, COMMODITY_BITS) || over(basis, BASIS_BITS) ||
        over(t->unit, UNIT_BITS) || over(release, RELEASE_BITS)) {
        return ot_fail(err, OT_E_LIMIT, NULL,
                       "more commodities, bases, units or releases than "
                       "groups can tell apart");
    }
    key[0] = ((reporter << 16 | partner) << COMMODITY_BITS | commodity)
                 << FLOW_BITS |
             flow;
    key[1] = (uint64_t)(uint32_t)p.first << MONTHS_BITS | (uint32_t)p.months;
    key[1] = ((key[1] << BASIS_BITS | basis) << UNIT_BITS | t->unit)
                 << RELEASE_BITS |
             release;
    return OT_OK;
}

static uint32_t take(uint64_t *word, int bits)
{
    const uint32_t value = (uint32_t)(*word & (((uint64_t)1 << bits) - 1));

    *word >>= bits;
    return value;
}

ot_told ot__group_told(const uint64_t key[2])
{
    uint64_t a = key[0], b = key[1];
    ot_told t;

    t.flow = (uint8_t)take(&a, FLOW_BITS);
    t.commodity = take(&a, COMMODITY_BITS);
    t.partner = (ot_area)take(&a, 16);
    t.reporter = (ot_area)take(&a, 16);
    const uint32_t release = take(&b, RELEASE_BITS);
    t.release =
        release == 0 ? OT_DAY_NONE : (ot_day)((int64_t)release + RELEASE_ZERO);
    t.unit = (uint16_t)take(&b, UNIT_BITS);
    t.basis = (uint16_t)take(&b, BASIS_BITS);
    t.period.months = (int32_t)take(&b, MONTHS_BITS);
    t.period.first = (int32_t)take(&b, FIRST_BITS);
    return t;
}

// ---- making and merging ----------------------------------------------------

const char *ot_by_name(ot_by column)
{
    static const char *const names[OT_BYS] = {"",       "reporter",  "partner",
                                              "flow",   "commodity", "basis",
                                              "period", "year",      "release"};

    return names[column];
}

// A composed flow is worked out; rows are of flows that files hold.
static ot_status check_flows(const char *flows, ot_error *err)
{
    ot_str rest = ot__str(flows);
    char name[48];

    while (rest.n > 0) {
        const ot_str item = ot__str_trim(ot__str_cut(&rest, ','));
        const ot_flow *f = ot_flow_find(item.at, item.n);
        ot__str_copy(item, name, sizeof name);
        if (f == NULL) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "'%s' is not a flow (see help flows)", name);
        }
        if (ot_flow_composed(f)) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "%s is worked out, no row holds it: ask for "
                           "export,import",
                           f->name);
        }
    }
    return OT_OK;
}

ot_status ot_groups_new(const ot_grouping *grouping, ot_groups **groups,
                        ot_error *err)
{
    const unsigned both = 1u << OT_BY_PERIOD | 1u << OT_BY_YEAR;
    const ot_status status = check_flows(grouping->flows, err);
    unsigned columns = 0;

    *groups = NULL;
    if (status != OT_OK) {
        return status;
    }
    for (size_t i = 0; grouping->by[i] != OT_BY_NONE; i++) {
        columns |= 1u << grouping->by[i];
    }
    if ((columns & both) == both) { // a group has one period
        return ot_fail(err, OT_E_USAGE, NULL,
                       "rows are told apart by period or by year, not by both");
    }
    ot_groups *g = calloc(1, sizeof *g);
    if (g == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for groups");
    }
    g->grouping = *grouping;
    g->scale = -1;
    g->by = columns;
    *groups = g;
    return OT_OK;
}

void ot_groups_scale(ot_groups *g, int scale)
{
    g->scale = scale;
}

void ot_groups_free(ot_groups *g)
{
    if (g != NULL) {
        ot__store_free(&g->store);
        ot__store_free(&g->pending);
        free(g->order);
        free(g);
    }
}

void ot__groups_forget(ot_groups *g)
{
    ot__store_free(&g->pending);
    g->pending_scales = 0;
}

bool ot__groups_commit(ot_groups *g)
{
    const bool good = ot__store_absorb(&g->store, &g->pending);

    g->scales |= g->pending_scales;
    ot__groups_forget(g);
    return good;
}
