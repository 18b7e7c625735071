// SPDX-License-Identifier: GPL-3.0-or-later
// imply.c - what the stated claims imply of a level that is asked for.

#include <stdio.h>
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

ot_status ot_system_imply(const ot_system *system, const ot_quantity *quantity,
                          ot_interval *range, ot_error *err)
{
    ot_system y = *system;
    ot_quantity q = *quantity;
    ot_party p = {calloc(y.claims->n + 1, sizeof *p.s), 0};

    if (p.s == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a system");
    }
    y.err = err;
    complete(system, &q);
    for (size_t i = 0; i < y.claims->n; i++) {
        if (y.stance[i].claim->modality == OT_STATED &&
            y.stance[i].unweighted == NULL) {
            p.s[p.n++] = y.stance[i];
        }
    }
    *range = ot__party_level(&y, &p, &q);
    free(p.s);
    return y.status;
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
