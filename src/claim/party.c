// SPDX-License-Identifier: GPL-3.0-or-later
// party.c - asking claims that are weighed together.

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "claim/weigh.h"

ot_account *ot__account_of(ot_system *y, const ot_stance *s)
{
    return &y->account[s->index];
}

void ot__note(ot_system *y, ot_status status)
{
    y->status = y->status == OT_OK ? status : y->status;
}

bool ot__gave_up(ot_system *y)
{
    if (y->status != OT_E_LIMIT) {
        return false;
    }
    y->status = OT_OK;
    memcpy(y->reason, y->err.message, sizeof y->reason);
    y->err = (ot_error){.status = OT_OK};
    return true;
}

void ot__leave_alone(ot_system *y, const ot_stance *s)
{
    const ot_interval none = ot_interval_none();
    ot_account *a = ot__account_of(y, s);

    *a = (ot_account){.implied = none, .base = none, .yearly = none};
    snprintf(a->why, sizeof a->why,
             "the figures it hangs together with could not be weighed: %.80s",
             y->reason);
}

// ---- asking ----------------------------------------------------------------

void ot__party_frame(ot_system *y, const ot_party *p, const ot_quantity *extra,
                     ot_frame *frame)
{
    ot__frame_build(frame, p->s, p->n, extra);
    frame->lp.effort = &y->effort;
}

static bool holds(ot_system *y, const ot_party *p,
                  ot_status (*ask)(const ot_lp *, const bool[], bool *,
                                   ot_error *))
{
    ot_frame frame;
    bool feasible = false;

    ot__party_frame(y, p, NULL, &frame);
    ot__note(y, ask(&frame.lp, NULL, &feasible, &y->err));
    ot__frame_free(&frame);
    return feasible && y->status == OT_OK;
}

bool ot__party_holds(ot_system *y, const ot_party *p)
{
    return holds(y, p, ot__solve_feasible);
}

bool ot__party_try(ot_system *y, const ot_party *p)
{
    return holds(y, p, ot__solve_try);
}

ot_interval ot__party_implies(ot_system *y, const ot_party *p, size_t i)
{
    bool *skip = calloc(p->n, sizeof *skip);
    ot_interval range = ot_interval_none();
    ot_frame frame;

    if (skip == NULL) {
        ot__note(y,
                 ot_fail(&y->err, OT_E_MEMORY, NULL, "no memory for a system"));
        return range;
    }
    skip[i] = true;
    ot__party_frame(y, p, NULL, &frame);
    ot__note(y, ot__frame_range(&frame, &p->s[i], skip, &range, &y->err));
    ot__frame_free(&frame);
    free(skip);
    return range;
}

ot_interval ot__party_level(ot_system *y, const ot_party *p,
                            const ot_quantity *q)
{
    ot_interval range = ot_interval_none();
    ot_frame frame;
    ot_form form;

    ot__party_frame(y, p, q, &frame);
    ot__frame_level(&frame, q, &form);
    ot__note(y, ot__solve_range(&frame.lp, NULL, &form, &range, &y->err));
    const double unit = pow(10, frame.unit);
    ot__frame_free(&frame);
    return ot_interval_is_none(range)
               ? range
               : ot_interval_of(range.lo * unit, range.hi * unit);
}

// ---- what hangs together ---------------------------------------------------

// Members hang together through unknowns that rows join.
static void join_rows(const ot_lp *lp, size_t parent[], size_t members)
{
    for (size_t r = 0; r < lp->rows; r++) {
        const ot_row *row = &lp->row[r];
        const ot_term *term = lp->term + row->first;
        for (size_t k = 0; k < row->n; k++) {
            const size_t first = row->owner >= 0
                                     ? (size_t)row->owner
                                     : members + (size_t)term->column;
            ot__join(parent, first, members + (size_t)term[k].column);
        }
    }
}

bool ot__party_connected(ot_system *y, const ot_party *p, size_t component[])
{
    ot_frame frame;

    ot__frame_build(&frame, p->s, p->n, NULL);
    const size_t nodes = p->n + (size_t)frame.lp.columns;
    size_t *parent = calloc(nodes + 1, sizeof *parent);
    if (parent == NULL || frame.lp.failed == OT_E_MEMORY) {
        ot__note(y,
                 ot_fail(&y->err, OT_E_MEMORY, NULL, "no memory for a system"));
    } else if (frame.lp.failed != OT_OK) {
        ot__note(y, ot_fail(&y->err, OT_E_LIMIT, NULL,
                            "a figure spans more than %d stretches",
                            OT_FORM_MOST));
    } else {
        for (size_t i = 0; i < nodes; i++) {
            parent[i] = i;
        }
        join_rows(&frame.lp, parent, p->n);
        for (size_t i = 0; i < p->n; i++) {
            component[i] = ot__root_of(parent, i);
        }
    }
    free(parent);
    ot__frame_free(&frame);
    return y->status == OT_OK;
}

bool ot__party_keep_connected(ot_system *y, ot_party *p)
{
    size_t *component = calloc(p->n + 1, sizeof *component);
    size_t n = 0;

    if (component == NULL) {
        ot__note(y,
                 ot_fail(&y->err, OT_E_MEMORY, NULL, "no memory for a party"));
    } else if (ot__party_connected(y, p, component)) {
        for (size_t i = 0; i < p->n; i++) {
            if (component[i] == component[p->n - 1]) {
                p->s[n++] = p->s[i];
            }
        }
        p->n = n;
    }
    free(component);
    return y->status == OT_OK;
}
