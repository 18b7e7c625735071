// SPDX-License-Identifier: GPL-3.0-or-later
// imply.c - what the stated claims imply of a level that is asked for.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "claim/weigh.h"

// Takes over what is not said from the first claim that fits what is.
static void complete(const ot_system *y, ot_quantity *q)
{
    for (size_t i = 0; i < y->claims->n; i++) {
        const ot_quantity *own = &y->stance[i].own;
        const bool like =
            (q->reporter == OT_AREA_NONE || q->reporter == own->reporter) &&
            (q->partner == OT_AREA_NONE || q->partner == own->partner);
        if (like && own->unit[0] != '\0') {
            q->reporter = own->reporter;
            q->partner = own->partner;
            q->flow = q->flow != NULL ? q->flow : own->flow;
            if (q->unit[0] == '\0') {
                memcpy(q->unit, own->unit, sizeof q->unit);
            }
            break;
        }
    }
    q->commodity = q->commodity != NULL ? q->commodity : "";
    q->basis = q->basis != NULL ? q->basis : "";
    q->vintage = q->vintage != NULL ? q->vintage : "";
}

// A claim that says nothing of a quantity.
static ot_stance asking(const ot_quantity *q, const ot_claim *nothing)
{
    return (ot_stance){.claim = nothing,
                       .kind = OT_CLAIM_LEVEL,
                       .judged = ot_interval_of(-INFINITY, INFINITY),
                       .own = *q,
                       .base = *q,
                       .whole = *q,
                       .sign = 1};
}

// Leaves what hangs together with the last member, which goes.
static void keep_touching(ot_system *y, ot_party *p, size_t component[])
{
    size_t n = 0;

    if (ot__party_connected(y, p, component)) {
        for (size_t i = 0; i + 1 < p->n; i++) {
            if (component[i] == component[p->n - 1]) {
                p->s[n++] = p->s[i];
            }
        }
        p->n = n;
    }
}

ot_status ot_system_imply(const ot_system *system, const ot_quantity *quantity,
                          ot_interval *range, ot_error *err)
{
    static const ot_claim nothing = {.id = "", .parts = ""};
    ot_system y = *system;
    ot_quantity q = *quantity;
    ot_party p = {calloc(y.claims->n + 1, sizeof *p.s), 0};
    size_t *component = calloc(y.claims->n + 1, sizeof *component);

    y.effort = (ot_effort){0, UINT64_MAX};
    *range = ot_interval_none();
    if (p.s == NULL || component == NULL) {
        ot__note(&y,
                 ot_fail(&y.err, OT_E_MEMORY, NULL, "no memory for a system"));
    } else {
        complete(system, &q);
        for (size_t i = 0; i < y.claims->n; i++) {
            if (y.stance[i].claim->modality == OT_STATED &&
                y.stance[i].unweighted == NULL) {
                p.s[p.n++] = y.stance[i];
            }
        }
        p.s[p.n++] = asking(&q, &nothing);
        keep_touching(&y, &p, component);
    }
    if (y.status == OT_OK) {
        *range = ot__party_level(&y, &p, &q);
    }
    free(p.s);
    free(component);
    return y.status == OT_OK
               ? OT_OK
               : ot_fail(err, y.status, NULL, "%s", y.err.message);
}

static ot_status not_understood(ot_str word, ot_error *err)
{
    char text[48];

    return ot_fail(err, OT_E_USAGE, NULL,
                   "'%s' is no flow, country or period (turnover ARM RUS "
                   "9M2023)",
                   ot__str_copy(word, text, sizeof text));
}

ot_status ot_quantity_parse(const char *text, ot_quantity *quantity,
                            ot_error *err)
{
    ot_str rest = ot__str(text);

    *quantity = (ot_quantity){.commodity = "", .basis = "", .vintage = ""};
    while (rest.n > 0) {
        ot_str tail = ot__str_trim(rest);
        const ot_str word = ot__str_cut(&rest, ' ');
        if (word.n == 0) {
            continue;
        }
        const ot_flow *flow = ot_flow_find(word.at, word.n);
        const ot_area area = ot_area_find(word.at, word.n);
        if (quantity->period.months == 0 &&
            ot_period_parse(tail.at, tail.n, 0, &quantity->period, NULL) ==
                OT_OK) {
            return OT_OK;
        }
        if (quantity->flow == NULL && flow != NULL) {
            quantity->flow = flow;
        } else if (quantity->reporter == OT_AREA_NONE && area != OT_AREA_NONE) {
            quantity->reporter = area;
        } else if (quantity->partner == OT_AREA_NONE && area != OT_AREA_NONE) {
            quantity->partner = area;
        } else if (ot_period_parse(word.at, word.n, 0, &quantity->period,
                                   NULL) != OT_OK) {
            return not_understood(word, err);
        }
    }
    return quantity->period.months > 0 ? OT_OK
                                       : ot_fail(err, OT_E_USAGE, NULL,
                                                 "no period is said: turnover "
                                                 "ARM RUS 9M2023");
}
