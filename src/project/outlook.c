// SPDX-License-Identifier: GPL-3.0-or-later
// outlook.c - the landing: several ways combined, and how far they were off in
// earlier years at the same cut-off.

#include "project/outlook.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "project/breaks.h"
#include "project/method.h"
#include "project/record.h"
#include "stat/dist.h"

// What a landing is off by before anything is known of it: a level that moves
// by 15 % in a year. It counts as two years, the spread of the models as four.
#define PRIOR       0.15
#define PRIOR_YEARS 2
#define MODEL_YEARS 4

// Errors have heavy tails: those of four degrees of freedom, whose scale is
// less than the root of the mean square.
#define SHRINK 0.85

#define VERSION 1
#define DRAWS   1000 // steps of probability

static ot_status add_misses(const ot__record *r, ot_outlook *o, ot_error *err)
{
    double misses[OT__RECORD_YEARS];

    o->usual = NAN;
    o->miss = calloc(OT__RECORD_YEARS, sizeof *o->miss);
    if (o->miss == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection");
    }
    for (size_t y = 0; y < r->years; y++) {
        const ot__origin *at = &r->at[y][r->here];
        const double ratio = at->landing / at->outcome;
        if (!(ratio > 0) || isinf(ratio)) {
            continue;
        }
        misses[o->misses] = ratio - 1;
        o->miss[o->misses] =
            (ot_miss){ot_period_shift(o->period, -12 * (int32_t)r->back[y]),
                      at->landing, at->outcome, ratio - 1};
        o->worst = fabs(ratio - 1) > fabs(o->miss[o->worst].miss) ? o->misses
                                                                  : o->worst;
        o->misses++;
    }
    o->usual = ot__median(misses, o->misses);
    return OT_OK;
}

// ---- the distribution ------------------------------------------------------

// Differences have a size: that of a period of values like the largest.
static double size_of(const ot__record *r)
{
    const ot__shape *s = r->shape;
    double size = r->logs ? 1 : 0;

    for (size_t i = 0; !r->logs && i < s->n; i++) {
        size = fmax(size, fabs(s->y[i]) * (double)s->length);
    }
    return size;
}

// The scale of an error, and how many years of errors it is worth.
typedef struct spread {
    double scale, years;
} spread;

// After a break of the worse half of the years alone.
static spread of_record(const ot__record *r, bool broken)
{
    size_t years;
    const double scale = ot__record_scale(r, broken, &years);

    return (spread){scale, (double)years};
}

// Of the models' sums, by their outer tenths.
static spread of_models(const ot__record *r)
{
    ot_dist sums = {r->room.sums, r->room.sum};
    const double tenth = 1.2815515655446004; // of the standard normal

    ot__sort(sums.draw, sums.n);
    const double lo = ot_dist_quantile(&sums, 0.1);
    const double hi = ot_dist_quantile(&sums, 0.9);
    const double width = r->logs ? log(hi / lo) : hi - lo;
    return isfinite(width) ? (spread){width / (2 * tenth), MODEL_YEARS}
                           : (spread){0, 0};
}

static spread of_prior(const ot__record *r)
{
    const double size = size_of(r);

    assert(r->prior == NULL || r->prior->years > 0);
    return r->prior == NULL
               ? (spread){PRIOR * size * r->size[r->here], PRIOR_YEARS}
               : (spread){r->prior->scale * size * r->to_come[r->here],
                          r->prior->years};
}

// Mean squares, each weighted by its years.
static spread together(spread a, spread b)
{
    const double years = a.years + b.years;

    return (spread){
        hypot(sqrt(a.years / years) * a.scale, sqrt(b.years / years) * b.scale),
        years};
}

// Quantile of Student's t with four degrees of freedom: Shaw, J. Computational
// Finance 9 (2006) 37-73, 4.
static double t_quantile(double p)
{
    const double root = sqrt(4 * p * (1 - p));
    const double t = 2 * sqrt(fmax(cos(acos(fmin(root, 1)) / 3) / root - 1, 0));

    return p < 0.5 ? -t : t;
}

static ot_status add_draws(const ot__record *r, ot_outlook *o, ot_error *err)
{
    const spread all =
        together(together(of_prior(r), of_models(r)), of_record(r, o->broken));
    const double scale = SHRINK * all.scale * sqrt(1 + 1 / all.years);

    o->dist = (ot_dist){DRAWS + 1, malloc((DRAWS + 1) * sizeof(double))};
    if (o->dist.draw == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection");
    }
    for (size_t i = 0; i <= DRAWS; i++) {
        const double p =
            fmin(fmax((double)i / DRAWS, 0.5 / DRAWS), 1 - 0.5 / DRAWS);
        const double off = i * 2 == DRAWS ? 0 : scale * t_quantile(p);
        const double x =
            r->logs ? o->total * exp(fmin(off, 20)) : o->total + off;
        o->dist.draw[i] = r->logs ? fmax(x, o->known_total) : x;
    }
    return OT_OK;
}

// ---- the answer ------------------------------------------------------------

static ot_status no_member(const ot_outlook *o, ot_error *err)
{
    char text[64];

    return ot_fail(err, OT_E_DATA, NULL,
                   "nothing of %s is known, nor a full year before it: no "
                   "rule can project it",
                   ot_period_words(o->period, text));
}

static ot_status fill(ot__record *r, ot_outlook *o, ot_error *err)
{
    const ot__shape *s = r->shape;
    double said[OT__MEMBERS];

    ot__record_make(r);
    ot__members_say(s, true, &r->room, said);
    ot__record_weigh(r, said, r->years, r->weight);
    o->total = ot__record_median(said, r->weight);
    if (isnan(o->total)) {
        return no_member(o, err);
    }
    for (size_t i = 0; i < OT__MEMBERS; i++) {
        if (!isnan(said[i])) {
            o->member[o->members++] =
                (ot_member){ot__member_name(i), said[i], r->weight[i]};
        }
    }
    ot__record_scale(r, false, &o->years);
    const ot_status status = add_misses(r, o, err);
    return status == OT_OK ? add_draws(r, o, err) : status;
}

static bool none_below_zero(const ot__shape *s)
{
    for (size_t i = 0; i < s->n; i++) {
        if (s->y[i] < 0) {
            return false;
        }
    }
    return true;
}

static ot_status make(const ot__shape *s, const ot__scale_prior *prior,
                      ot_outlook *o, ot_error *err)
{
    ot__record *r = calloc(1, sizeof *r);

    if (r == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection");
    }
    r->shape = s;
    r->prior = prior;
    r->logs = none_below_zero(s);
    ot_status status = ot__room_make(s, &r->room, err);
    if (status == OT_OK) {
        status = fill(r, o, err);
    }
    ot__room_free(&r->room);
    free(r);
    return status;
}

static ot_status find_break(const ot__shape *s, int32_t step, ot_outlook *o,
                            ot_error *err)
{
    ot_projection p = {.period = o->period, .known = o->known};

    if (s->known == 0) {
        return OT_OK;
    }
    const ot_status status = ot__breaks_test(s, step, &p, err);
    o->broken = p.broken;
    return status;
}

static ot_status answer(const ot__shape *s, int32_t step,
                        const ot__scale_prior *prior, ot_outlook *o,
                        ot_error *err)
{
    const int32_t known = step * (int32_t)s->known;

    o->period = s->period;
    o->known = (ot_period){known > 0 ? s->period.first : 0, known};
    o->known_total = ot__sum(s->y + s->n - s->known, s->known);
    o->before = (s->n - s->known) / s->season;
    o->by_logarithms = ot__by_logarithms(s);
    o->version = VERSION;
    o->seed = OT__SEED;
    const ot_status status = find_break(s, step, o, err);
    return status == OT_OK ? make(s, prior, o, err) : status;
}

ot_status ot__outlook_with(const ot_series *series, ot_period period,
                           const ot__scale_prior *prior, ot_outlook **outlook,
                           ot_error *err)
{
    ot__shape s;
    ot_status status = ot__shape_of(series, period, &s, err);

    if (status != OT_OK) {
        return status;
    }
    ot_outlook *o = calloc(1, sizeof *o);
    status = o == NULL
                 ? ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection")
                 : answer(&s, series->step, prior, o, err);
    ot__shape_free(&s);
    if (status != OT_OK) {
        ot_outlook_free(o);
        return status;
    }
    *outlook = o;
    return OT_OK;
}

ot_status ot_project_outlook(const ot_series *series, ot_period period,
                             ot_outlook **outlook, ot_error *err)
{
    return ot__outlook_with(series, period, NULL, outlook, err);
}

void ot_outlook_free(ot_outlook *o)
{
    if (o == NULL) {
        return;
    }
    free(o->miss);
    ot_dist_free(&o->dist);
    free(o);
}
