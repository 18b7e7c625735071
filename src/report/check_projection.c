// SPDX-License-Identifier: GPL-3.0-or-later
// check_projection.c - projections and targets against outcomes and landings.

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "report/job.h"

static void place(ot_finding *f, ot_interval claimed, double lo, double hi)
{
    f->verdict = claimed.hi < lo   ? OT_LOW
                 : claimed.lo > hi ? OT_HIGH
                                   : OT_IN_RANGE;
}

// The rules' landings and the needed remainder on a day when the period is not
// over.
static void judge_unknown(ot_job *j)
{
    ot_finding *f = j->finding;
    const ot_claim *c = j->claim;
    ot_series *series = NULL;
    ot_projection *p = NULL;
    ot_error err = {0};

    ot_status status =
        ot_view_series(j->view, ot_view_step(j->view), (ot_period){0, 0},
                       j->options->year_start, &series, &err);
    if (status == OT_OK) {
        status = ot_project(series, c->period, &p, &err);
    }
    if (status == OT_OK) {
        f->spread_lo = p->spread_lo;
        f->spread_hi = p->spread_hi;
        place(f, c->figure.usual, p->spread_lo, p->spread_hi);
        const double rest = p->last_year - p->last_year_part;
        f->has_need =
            p->known.months > 0 &&
            ot_project_need(series, c->period, p->known,
                            ot_interval_around(p->known_total, p->known_half),
                            rest, c->figure.usual, &f->need, NULL) == OT_OK;
    } else {
        snprintf(f->why, sizeof f->why, "%.200s", err.message);
    }
    ot_projection_free(p);
    ot_series_free(series);
}

// The largest earlier year, for a record that is said to come.
static void judge_record(ot_job *j)
{
    const ot_claim *c = j->claim;
    const ot_period span = ot_view_span(j->view);
    const ot_claim *level = NULL;
    double largest = NAN;

    for (size_t i = 0; i < j->claims->n; i++) {
        const ot_claim *other = &j->claims->claim[i];
        if (other->kind == OT_CLAIM_LEVEL && ot__said_together(c, other)) {
            level = other;
        }
    }
    for (ot_period p = ot_period_year_before(c->period); p.first >= span.first;
         p = ot_period_year_before(p)) {
        const ot_value v = ot_view_value(j->view, p);
        if (!isnan(v.y) && (isnan(largest) || v.y > largest)) {
            largest = v.y;
            j->finding->base = v;
        }
    }
    if (level == NULL || isnan(largest) || c->figure.point > 1) {
        snprintf(j->finding->why, sizeof j->finding->why,
                 c->figure.point > 1
                     ? "it is not over, and only a record can be judged before"
                     : "it is not over, and no figure for it is said");
        return;
    }
    if (level->figure.usual.lo > largest) {
        j->finding->verdict = OT_AGREES;
    } else if (level->figure.usual.hi > largest) {
        snprintf(j->finding->why, sizeof j->finding->why,
                 "only the upper part of '%.80s' would be a record",
                 level->stated);
    } else {
        j->finding->verdict = OT_DIFFERS;
    }
}

void ot__judge_projection(ot_job *j)
{
    const ot_claim *c = j->claim;
    ot_finding *f = j->finding;

    ot__judge_own(j);
    f->projected = true;
    f->spread_lo = f->spread_hi = NAN;
    if (c->kind == OT_CLAIM_RANK) {
        if (!f->known) {
            judge_record(j);
        }
        return;
    }
    if (f->known) {
        place(f, c->figure.usual, f->range.lo, f->range.hi);
        f->only_if = OT_ONLY_IF_NOTHING;
        if (f->verdict != OT_IN_RANGE &&
            ot_interval_meets(c->figure.hard, f->range)) {
            f->verdict = OT_IN_RANGE; // "at least 14", and it became 18
            f->only_if = OT_ONLY_IF_LOOSELY;
        }
        return;
    }
    if (c->kind == OT_CLAIM_LEVEL) {
        judge_unknown(j);
    }
}
