// SPDX-License-Identifier: GPL-3.0-or-later
// scenario.c - two landings after a break, and their mixture.
//
// A break is news that past misses do not cover: it stays, and the rest of the
// period is to the known part as in any year; or it was one-off, and the rest
// is last year's. What the last two months still carry of the growth to date
// says which is likelier. Each spreads as its rule did in its worst years.

#include "project/scenario.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>

#include "project/method.h"
#include "stat/dist.h"

#define MISSES_LEAST 2
#define DRAWS        1001 // of a scenario
#define MIXED        2000 // of both
#define WEIGHT_LEAST 0.1  // neither is ruled out
#define GROWTH_LEAST 0.05 // in logarithms; less tells nothing

// ---- how much of it is still there -----------------------------------------

static double recent_growth(const ot__shape *s)
{
    const size_t wanted = s->season == 12 ? 2 : 1;
    const size_t last = s->known < wanted ? s->known : wanted;
    const double *now = s->y + s->n - last;

    return ot__sum(now, last) / ot__sum(now - s->season, last);
}

// Of the logarithm of the growth to date, what the last two months have.
static double weight_of_stays(const ot_projection *p)
{
    const double to_date = log(p->known_total / p->last_year_part);
    const double recent = log(p->recent_growth);

    if (!isfinite(to_date) || !isfinite(recent) ||
        fabs(to_date) < GROWTH_LEAST) {
        return 0.5;
    }
    return fmin(fmax(recent / to_date, WEIGHT_LEAST), 1 - WEIGHT_LEAST);
}

// ---- how far off each may be -----------------------------------------------

// Root mean square of the larger half of the logarithmic misses.
static ot_status scale_of(const ot_landing *l, double *scale, ot_error *err)
{
    const size_t n = l->misses, half = (n + 1) / 2;
    double *e = malloc(n * sizeof *e);
    double sum = 0;

    if (e == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection");
    }
    for (size_t i = 0; i < n; i++) {
        e[i] = fabs(log1p(l->miss[i].miss));
    }
    ot__sort(e, n);
    for (size_t i = n - half; i < n; i++) {
        sum += e[i] * e[i];
    }
    free(e);
    *scale = sqrt(sum / (double)half) * sqrt(1 + 1 / (double)n);
    return OT_OK;
}

// draw[0..n): equally likely totals, ascending.
static void put_draws(const ot_scenario *s, double freedom, double scale,
                      double least, double draw[], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const double p = ((double)i + 0.5) / (double)n;
        const double off = scale * gsl_cdf_tdist_Pinv(p, freedom);
        draw[i] = fmax(s->total * exp(fmin(off, 20)), least);
    }
}

static ot_status mix(ot_projection *p, const double scale[2],
                     const double freedom[2], double least, ot_error *err)
{
    const size_t first = (size_t)lround(MIXED * p->scenario[0].weight);

    for (size_t i = 0; i < 2; i++) {
        ot_scenario *s = &p->scenario[i];
        s->dist = (ot_dist){DRAWS, malloc(DRAWS * sizeof(double))};
        if (s->dist.draw == NULL) {
            return ot_fail(err, OT_E_MEMORY, NULL,
                           "no memory for a projection");
        }
        put_draws(s, freedom[i], scale[i], least, s->dist.draw, DRAWS);
    }
    p->mixture = (ot_dist){MIXED, malloc(MIXED * sizeof(double))};
    if (p->mixture.draw == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection");
    }
    put_draws(&p->scenario[0], freedom[0], scale[0], least, p->mixture.draw,
              first);
    put_draws(&p->scenario[1], freedom[1], scale[1], least,
              p->mixture.draw + first, MIXED - first);
    ot__sort(p->mixture.draw, MIXED);
    return OT_OK;
}

// ---- both ------------------------------------------------------------------

static const ot_landing *landing_of(const ot_projection *p,
                                    const ot_method *method)
{
    for (size_t i = 0; i < p->landings; i++) {
        const ot_landing *l = &p->landing[i];
        if (l->method == method && l->served && l->total > 0 &&
            l->misses >= MISSES_LEAST) {
            return l;
        }
    }
    return NULL;
}

// What is known already, where nothing falls below zero.
static double least_total(const ot__shape *s)
{
    for (size_t i = 0; i < s->n; i++) {
        if (s->y[i] < 0) {
            return -INFINITY;
        }
    }
    return ot__sum(s->y + s->n - s->known, s->known);
}

ot_status ot__scenarios_make(const ot__shape *s, ot_projection *p,
                             ot_error *err)
{
    static const char *const ids[] = {"stays", "one-off"};
    static const char *const names[] = {"the break stays",
                                        "the break was one-off"};
    const ot_landing *const l[] = {
        landing_of(p, &ot__method_seasonal_share),
        landing_of(p, &ot__method_last_years_rest),
    };
    double scale[2] = {0}, freedom[2] = {0};
    ot_status status = OT_OK;

    if (l[0] == NULL || l[1] == NULL) {
        return OT_OK;
    }
    p->recent_growth = recent_growth(s);
    const double stays = weight_of_stays(p);
    for (size_t i = 0; i < 2 && status == OT_OK; i++) {
        p->scenario[i] = (ot_scenario){.id = ids[i],
                                       .name = names[i],
                                       .method = l[i]->method,
                                       .total = l[i]->total,
                                       .weight = i == 0 ? stays : 1 - stays};
        freedom[i] = (double)l[i]->misses;
        status = scale_of(l[i], &scale[i], err);
    }
    p->scenarios = 2;
    p->mixed =
        stays * p->scenario[0].total + (1 - stays) * p->scenario[1].total;
    return status == OT_OK ? mix(p, scale, freedom, least_total(s), err)
                           : status;
}

void ot__scenarios_free(ot_projection *p)
{
    ot_dist_free(&p->scenario[0].dist);
    ot_dist_free(&p->scenario[1].dist);
    ot_dist_free(&p->mixture);
}
