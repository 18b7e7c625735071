// SPDX-License-Identifier: GPL-3.0-or-later
// inspect_flows.c - flows that the files give against the exports and imports
// they follow from or are parts of.
//
// A given figure may go with any basis of its terms (imports by origin or by
// consignment): the one that fits best is taken.

#include <math.h>
#include <string.h>

#include "data/inspect.h"
#include "data/lookup.h"

// What a given flow is held against: sign[0] * flow[0] + sign[1] * flow[1].
// within: it is a part of flow[0], with flow[1], if that is there, the rest.
typedef struct rule {
    uint8_t given;
    bool within;
    uint8_t flow[2];
} rule;

static const rule rules[] = {
    {OT_TURNOVER_HELD, false, {OT_EXPORT, OT_IMPORT}},
    {OT_BALANCE_HELD, false, {OT_EXPORT, OT_IMPORT}},
    {OT_REEXPORT, true, {OT_EXPORT, OT_REEXPORT}},
    {OT_DOMESTIC_EXPORT, true, {OT_EXPORT, OT_REEXPORT}},
    {OT_REIMPORT, true, {OT_IMPORT, OT_REIMPORT}},
    {OT_FOREIGN_IMPORT, true, {OT_IMPORT, OT_REIMPORT}},
};

static const rule *rule_of(uint8_t flow)
{
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        if (rules[i].given == flow) {
            return &rules[i];
        }
    }
    return NULL;
}

static ot_spot spot_of(const ot_panel *p, const ot_pcell *c, uint8_t flow)
{
    ot_spot spot = {p->key[c->key], c->first, c->months};

    spot.key.basis = 0;
    spot.key.flow = flow;
    return spot;
}

static bool add_terms(ot_run *run, ot_lookup *terms)
{
    const ot_panel *p = run->p;

    for (uint32_t k = 0; k < p->keys; k++) {
        const uint8_t flow = p->key[k].flow;
        if (flow != OT_EXPORT && flow != OT_IMPORT && flow != OT_REEXPORT &&
            flow != OT_REIMPORT) {
            continue;
        }
        ot__run_of(run, k);
        for (size_t i = 0; i < run->n; i++) {
            const ot_pcell *c = ot__run_at(run, i);
            const ot_spot spot = spot_of(p, c, flow);
            if (ot__cell_known(c) &&
                !ot__lookup_add(terms, &spot, run->cell[i])) {
                return false;
            }
        }
    }
    return true;
}

// What a cell is compared with, the best so far of all bases.
typedef struct match {
    ot_i128 stated, computed;
    double excess; // 0: within rounding; NaN: nothing was compared
    double half;
    const ot_pcell *first;
    int32_t count;
    bool mixed;
} match;

static void compare(const ot_panel *p, const rule *r, const ot_pcell *given,
                    const ot_pcell *a, const ot_pcell *b, match *best)
{
    match m = {.first = a, .count = b != NULL ? 2 : 1};
    const ot_i128 second = b != NULL ? b->amount : 0;

    m.half = ot__cell_half(p, given) + ot__cell_half(p, a);
    m.half += b != NULL ? ot__cell_half(p, b) : 0;
    m.mixed = a->vintage != given->vintage ||
              (b != NULL && b->vintage != given->vintage);
    if (r->within) {
        m.stated = a->amount;
        m.computed = given->amount + second;
    } else {
        m.stated = given->amount;
        m.computed =
            a->amount + (r->given == OT_BALANCE_HELD ? -second : second);
    }
    const double d = ot__amount_double(m.computed - m.stated);
    // A part alone may be less than the whole.
    const bool either_way = !r->within || b != NULL;
    const bool differ = ot__amounts_differ(m.stated, m.computed, m.half);
    m.excess = differ && (either_way || d > 0) ? fabs(d) : 0;
    if (isnan(best->excess) || m.excess < best->excess) {
        *best = m;
    }
}

// All bases of the first term with all of the second.
static match best_match(const ot_panel *p, const ot_lookup *terms,
                        const rule *r, const ot_pcell *given)
{
    const ot_spot first = spot_of(p, given, r->flow[0]);
    const ot_spot second = spot_of(p, given, r->flow[1]);
    const bool alone = r->flow[1] == r->given;
    match best = {.excess = NAN};
    uint32_t a, b;

    for (size_t i = 0;
         terms->cell != NULL &&
         (a = ot__lookup_next(terms, &first, &i)) != OT_NOT_FOUND;) {
        const ot_pcell *whole = &p->cell[terms->cell[a]];
        bool paired = false;
        for (size_t j = 0; !alone && (b = ot__lookup_next(terms, &second,
                                                          &j)) != OT_NOT_FOUND;
             paired = true) {
            compare(p, r, given, whole, &p->cell[terms->cell[b]], &best);
        }
        if (!paired && r->within) {
            compare(p, r, given, whole, NULL, &best);
        }
    }
    return best;
}

static void judge(const ot_panel *p, const ot_lookup *terms, const rule *r,
                  const ot_pcell *given, ot_inspection *to)
{
    const ot_inspect_code code =
        r->within ? OT_INSPECT_WITHIN : OT_INSPECT_FLOWS;
    const match m = best_match(p, terms, r, given);

    if (isnan(m.excess)) {
        return;
    }
    to->check[code].tested++;
    if (m.excess <= 0) {
        return;
    }
    ot_discrepancy d = ot__discrepancy(p, given, code);
    ot__discrepancy_amount(&d, m.stated, m.computed);
    d.half = m.half;
    d.count = m.count;
    d.mixed = m.mixed;
    d.other = ot__cell_place(p, m.first);
    ot__inspect_fail(to, &d);
}

static void judge_all(ot_run *run, const ot_lookup *terms, ot_inspection *to)
{
    const ot_panel *p = run->p;

    for (uint32_t k = 0; k < p->keys; k++) {
        const rule *r = rule_of(p->key[k].flow);
        if (r == NULL) {
            continue;
        }
        ot__run_of(run, k);
        for (size_t i = 0; i < run->n; i++) {
            if (ot__cell_known(ot__run_at(run, i))) {
                judge(p, terms, r, ot__run_at(run, i), to);
            }
        }
    }
}

bool ot__inspect_flows(ot_run *run, ot_inspection *to)
{
    ot_lookup terms = {.n = 0};
    bool any = false;

    for (uint32_t k = 0; k < run->p->keys && !any; k++) {
        any = rule_of(run->p->key[k].flow) != NULL;
    }
    const bool good = !any || add_terms(run, &terms);
    if (any && good) {
        judge_all(run, &terms, to);
    }
    ot__lookup_free(&terms);
    return good;
}
