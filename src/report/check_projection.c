// SPDX-License-Identifier: GPL-3.0-or-later
// check_projection.c - projections and targets against outcomes and landings.

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "report/job.h"

static void place(ot_finding *f, ot_interval claimed, double lo, double hi)
{
    f->verdict = claimed.hi < lo   ? OT_LOW
                 : claimed.lo > hi ? OT_HIGH
                                   : OT_IN_RANGE;
}

ot_interval ot__claimed_level(ot_job *j)
{
    const ot_claim *c = j->claim;
    // One-sided words claim all beyond: "at least 14" is not too low.
    const ot_interval claimed = c->figure.hard;
    const ot_value base = ot_view_value(j->view, c->base);
    char text[64];

    if (c->kind == OT_CLAIM_LEVEL) {
        return claimed;
    }
    if (c->kind == OT_CLAIM_AVERAGE) {
        if (c->per != OT_AVERAGE_MONTH) {
            snprintf(j->finding->why, sizeof j->finding->why,
                     "it is not over, and only an average month has a landing");
            return ot_interval_none();
        }
        return ot_interval_scale(claimed, c->period.months);
    }
    if (c->kind != OT_CLAIM_CHANGE && c->kind != OT_CLAIM_GROWTH &&
        c->kind != OT_CLAIM_MULTIPLE) {
        snprintf(j->finding->why, sizeof j->finding->why,
                 "it is not over, and a %s has no landing",
                 ot_claim_kind_name(c->kind));
        return ot_interval_none();
    }
    if (isnan(base.y) || (c->kind != OT_CLAIM_CHANGE && !(base.y > 0))) {
        snprintf(j->finding->why, sizeof j->finding->why,
                 "%s, which it is compared with, is not known or not above "
                 "zero",
                 ot_period_words(c->base, text));
        return ot_interval_none();
    }
    if (c->kind == OT_CLAIM_CHANGE) {
        return ot_interval_shift(claimed, base.y);
    }
    return c->kind == OT_CLAIM_MULTIPLE
               ? ot_interval_scale(claimed, base.y)
               : ot_interval_scale(ot_interval_shift(claimed, 100),
                                   base.y / 100);
}

// The landing's 80 % range, as that of outturn project, and what it gives the
// claim.
static void land(ot_finding *f, const ot_outlook *o, const ot_projection *p,
                 ot_interval claimed)
{
    f->spread_lo = ot_dist_quantile(&o->dist, 0.1);
    f->spread_hi = ot_dist_quantile(&o->dist, 0.9);
    // A deficit is reached from above.
    const bool below = claimed.hi <= 0;
    f->odds = (ot_odds){
        .claimed = claimed,
        .total = o->total,
        .reaches = ot_dist_within(&o->dist, below ? -INFINITY : claimed.lo,
                                  below ? claimed.hi : INFINITY),
        .within = ot_dist_within(&o->dist, claimed.lo, claimed.hi),
        .broken = p->broken,
        .stays = NAN,
        .one_off = NAN,
        .mixed = NAN};
    if (p->scenarios == 2) {
        f->odds.stays =
            ot_dist_within(&p->scenario[0].dist, claimed.lo, claimed.hi);
        f->odds.one_off =
            ot_dist_within(&p->scenario[1].dist, claimed.lo, claimed.hi);
        f->odds.mixed = ot_dist_within(&p->mixture, claimed.lo, claimed.hi);
    }
    place(f, claimed, f->spread_lo, f->spread_hi);
}

static ot_status project(ot_job *j, const ot_series *series,
                         ot_interval claimed, ot_error *err)
{
    ot_finding *f = j->finding;
    const ot_claim *c = j->claim;
    ot_projection *p = NULL;
    ot_outlook *o = NULL;

    ot_status status = ot_project(series, c->period, &p, err);
    if (status == OT_OK) {
        status = ot_project_outlook(series, c->period, &o, err);
    }
    if (status == OT_OK) {
        land(f, o, p, claimed);
        const double rest = p->last_year - p->last_year_part;
        f->has_need =
            p->known.months > 0 && claimed.hi > 0 &&
            ot_project_need(series, c->period, p->known,
                            ot_interval_around(p->known_total, p->known_half),
                            rest, claimed, &f->need, NULL) == OT_OK;
    }
    ot_outlook_free(o);
    ot_projection_free(p);
    return status;
}

// On a day when the period is not over.
static void judge_unknown(ot_job *j)
{
    ot_finding *f = j->finding;
    const ot_claim *c = j->claim;
    const ot_interval claimed = ot__claimed_level(j);
    ot_series *series = NULL;
    ot_error err = {0};

    if (ot_interval_is_none(claimed)) {
        return;
    }
    if (c->period.first > ot_period_last(ot_view_span(j->view)) + 12) {
        ot__judge_climb(j, claimed);
        return;
    }
    ot_status status =
        ot_view_series(j->view, ot_view_step(j->view), (ot_period){0, 0},
                       j->options.year_start, &series, &err);
    if (status == OT_OK) {
        status = project(j, series, claimed, &err);
    }
    if (status != OT_OK) {
        snprintf(f->why, sizeof f->why, "%.200s", err.message);
    }
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
    judge_unknown(j);
}
