// SPDX-License-Identifier: GPL-3.0-or-later
// check_climb.c - a target some years ahead: the growth a year that it needs,
// against growth over as many years before.

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "report/job.h"
#include "stat/dist.h"

#define SPANS_LEAST 5 // earlier spans that say what is usual

// The last period of the claim's months that is known before it; months 0:
// none.
static ot_period last_known(const ot_job *j, int *years)
{
    const ot_period span = ot_view_span(j->view);
    ot_period p = j->claim->period;

    for (*years = 0; p.first >= span.first; ++*years) {
        if (!isnan(ot_view_value(j->view, p).y)) {
            return p;
        }
        p = ot_period_year_before(p);
    }
    return (ot_period){0, 0};
}

static double yearly(double ratio, int years)
{
    return 100 * (pow(ratio, 1.0 / years) - 1);
}

// Growth a year over `years` years up to each period from p back: how many go
// into growth[], whose room is one a year of the span.
static size_t look_back(const ot_job *j, ot_climb *climb, double growth[])
{
    const ot_period span = ot_view_span(j->view);
    size_t n = 0;

    for (ot_period p = climb->from; p.first >= span.first;
         p = ot_period_year_before(p)) {
        const ot_value now = ot_view_value(j->view, p);
        const ot_value then =
            ot_view_value(j->view, ot_period_shift(p, -12 * climb->years));
        if (!(then.y > 0) || !(now.y > 0)) {
            continue;
        }
        growth[n] = yearly(now.y / then.y, climb->years);
        climb->reached += growth[n] >= climb->yearly.lo;
        if (n == 0 || growth[n] > climb->best) {
            climb->best = growth[n];
            climb->best_to = p;
        }
        n++;
    }
    return n;
}

static void settle(ot_job *j, ot_climb *climb, double growth[], size_t n)
{
    ot_finding *f = j->finding;
    const ot_dist spans = {n, growth};

    climb->before = n;
    ot__sort(growth, n);
    climb->lo = n > 0 ? ot_dist_quantile(&spans, 0.1) : NAN;
    climb->hi = n > 0 ? ot_dist_quantile(&spans, 0.9) : NAN;
    f->climb = *climb;
    if (n < SPANS_LEAST) {
        return; // it is said what it needs
    }
    f->verdict = climb->yearly.hi < climb->lo   ? OT_LOW
                 : climb->yearly.lo > climb->hi ? OT_HIGH
                                                : OT_IN_RANGE;
}

void ot__judge_climb(ot_job *j, ot_interval claimed)
{
    ot_finding *f = j->finding;
    ot_climb climb = {.best = NAN};
    int years;

    climb.from = last_known(j, &years);
    climb.years = years;
    climb.value = ot_view_value(j->view, climb.from).y;
    if (climb.from.months == 0 || !(climb.value > 0) || claimed.lo <= 0) {
        snprintf(f->why, sizeof f->why,
                 "no year above zero is known that it could grow from");
        return;
    }
    climb.yearly = ot_interval_of(
        yearly(claimed.lo / climb.value, years),
        isinf(claimed.hi) ? INFINITY : yearly(claimed.hi / climb.value, years));
    const size_t room = (size_t)ot_view_span(j->view).months / 12 + 2;
    double *growth = calloc(room, sizeof *growth);
    if (growth == NULL) {
        snprintf(f->why, sizeof f->why, "no memory for earlier growth");
        return;
    }
    settle(j, &climb, growth, look_back(j, &climb, growth));
    free(growth);
}
