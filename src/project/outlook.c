// SPDX-License-Identifier: GPL-3.0-or-later
// outlook.c - the landing: several ways combined, and how far they were off in
// earlier years at the same cut-off.

#include "outturn/project.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>

#include "project/members.h"
#include "project/method.h"
#include "stat/dist.h"

#define YEARS_MOST  12 // of the track record
#define YEARS_TILT  3  // from so many on weights are not equal
#define AROUND      2  // cut-offs before and after that are pooled
#define CUTS        (2 * AROUND + 1)
#define FREEDOM     1.5  // degrees of it for a year of pooled errors
#define PRIOR       0.33 // error of a share to come of 1, without a record
#define PRIOR_YEARS 2    // that the prior counts as
#define DRAWS       1000 // steps of probability
#define HAIR        1e-4 // errors below it do not set a way apart

// What was said at one cut-off of an earlier year. outcome NaN: not asked.
typedef struct origin {
    double said[OT__MEMBERS];
    double outcome;
    double landing; // of all of them
} origin;

typedef struct record {
    const ot__shape *shape;
    bool logs;                   // errors are of logarithms
    size_t cuts, here;           // how many; the one that is asked about
    double to_come[CUTS];        // share of the period, at each cut-off
    size_t years;                // back[years - 1] is the latest
    size_t back[YEARS_MOST];     // how many years before
    origin at[YEARS_MOST][CUTS]; // oldest first
    double weight[OT__MEMBERS];  // now
    ot__room room;
} record;

// ---- where to look ---------------------------------------------------------

// How many values of the period are known at a cut-off, which may lie before.
static ptrdiff_t known_at(const record *r, size_t cut)
{
    return (ptrdiff_t)r->shape->known - (ptrdiff_t)r->shape->gap +
           (ptrdiff_t)cut - (ptrdiff_t)r->here;
}

static void choose_cuts(record *r)
{
    const ot__shape *s = r->shape;
    const size_t around = s->season == 12 ? AROUND : 1;

    r->cuts = 1;
    if (s->known == 0) {
        return;
    }
    const size_t before = s->known - 1, after = s->length - 1 - s->known;
    r->here = before < around ? before : around;
    r->cuts = r->here + 1 + (after < around ? after : around);
}

// Where the period lay `back` years before, at a cut-off. False: not in what is
// known, or with less than two full years before.
static bool shape_at(const record *r, size_t back, size_t cut, ot__shape *out)
{
    const ot__shape *s = r->shape;
    const size_t steps = back * s->season;
    const ptrdiff_t known = known_at(r, cut);

    *out = *s;
    out->known = known > 0 ? (size_t)known : 0;
    out->gap = known < 0 ? (size_t)-known : 0;
    if (steps > s->n + cut || s->n + cut - steps < r->here) {
        return false;
    }
    out->n = s->n + cut - steps - r->here;
    return out->n >= out->known + 2 * s->season &&
           out->n - out->known + out->gap + s->length <= s->n;
}

static double outcome_of(const ot__shape *q)
{
    return ot__sum(q->y + q->n - q->known + q->gap, q->length);
}

// What the share to come was on average in the years before the period.
static double to_come(const record *r, size_t cut)
{
    const ot__shape *s = r->shape;
    const ptrdiff_t known = known_at(r, cut);
    double sum = 0;
    size_t years = 0;
    ot__shape q;

    if (known <= 0) {
        return 1;
    }
    for (size_t back = 1; back <= s->n / s->season; back++) {
        const size_t end = s->n - s->known; // where the period begins
        if (back * s->season > end) {
            break;
        }
        q = *s;
        q.n = end - back * s->season;
        const double all = ot__sum(s->y + q.n, s->length);
        const double part = ot__sum(s->y + q.n, (size_t)known);
        if (all > 0 && part >= 0 && part < all) {
            sum += 1 - part / all;
            years++;
        }
    }
    return years > 0 ? sum / (double)years
                     : 1 - (double)known / (double)s->length;
}

// ---- errors and weights ----------------------------------------------------

// As of this cut-off; NaN: none.
static double error_of(const record *r, const origin *o, size_t cut,
                       double said)
{
    const double e = r->logs ? log(o->outcome / said) : o->outcome - said;

    return isfinite(e) ? e * (r->to_come[r->here] / r->to_come[cut]) : NAN;
}

// Mean squared error of a member in the first `years` years; NaN: none.
static double member_error(const record *r, size_t member, size_t years)
{
    double sum = 0;
    size_t n = 0;

    for (size_t y = 0; y < years; y++) {
        for (size_t cut = 0; cut < r->cuts; cut++) {
            const origin *o = &r->at[y][cut];
            const double e = error_of(r, o, cut, o->said[member]);
            sum += isnan(e) ? 0 : e * e;
            n += isnan(e) ? 0 : 1;
        }
    }
    return n > 0 ? sum / (double)n : NAN;
}

// Half of it in equal parts, half by inverse squared error, over the members
// that say something.
static void weigh(const record *r, const double said[], size_t years,
                  double weight[])
{
    double inverse[OT__MEMBERS], sum = 0;
    size_t n = 0, judged = 0;

    for (size_t i = 0; i < OT__MEMBERS; i++) {
        const double e =
            years < YEARS_TILT || !r->logs ? NAN : member_error(r, i, years);
        const bool serves = !isnan(said[i]);
        inverse[i] = serves && !isnan(e) ? 1 / (e + HAIR * HAIR) : 0;
        sum += inverse[i];
        judged += inverse[i] > 0;
        n += serves;
    }
    for (size_t i = 0; i < OT__MEMBERS; i++) {
        const double equal = isnan(said[i]) ? 0 : 1 / (double)n;
        weight[i] = judged < n ? equal : 0.5 * equal + 0.5 * inverse[i] / sum;
    }
}

typedef struct weighted {
    double x, weight;
} weighted;

static int by_value(const void *a, const void *b)
{
    const weighted *p = a, *q = b;

    return (p->x > q->x) - (p->x < q->x);
}

// Straight between the middles of the weights of neighbours. NaN: none says
// anything.
static double median_of(const double said[], const double weight[])
{
    weighted w[OT__MEMBERS];
    double below = 0, at = 0;
    size_t n = 0;

    for (size_t i = 0; i < OT__MEMBERS; i++) {
        if (!isnan(said[i])) {
            w[n++] = (weighted){said[i], weight[i]};
        }
    }
    qsort(w, n, sizeof *w, by_value);
    for (size_t i = 0; i < n; i++) {
        const double middle = below + w[i].weight / 2;
        if (middle >= 0.5) {
            return i == 0 ? w[0].x
                          : w[i - 1].x + (w[i].x - w[i - 1].x) * (0.5 - at) /
                                             (middle - at);
        }
        below += w[i].weight;
        at = middle;
    }
    return n > 0 ? w[n - 1].x : NAN;
}

// ---- the track record ------------------------------------------------------

static bool ask_year(record *r, size_t back, origin at[])
{
    bool some = false;

    for (size_t cut = 0; cut < r->cuts; cut++) {
        ot__shape q;
        at[cut].outcome = at[cut].landing = NAN;
        for (size_t i = 0; i < OT__MEMBERS; i++) {
            at[cut].said[i] = NAN;
        }
        if (shape_at(r, back, cut, &q)) {
            ot__members_say(&q, false, &r->room, at[cut].said);
            at[cut].outcome = outcome_of(&q);
            some = true;
        }
    }
    return some;
}

static void look_back(record *r)
{
    const size_t all = r->shape->n / r->shape->season;

    for (size_t cut = 0; cut < r->cuts; cut++) {
        r->to_come[cut] = fmax(to_come(r, cut), HAIR);
    }
    for (size_t back = all < YEARS_MOST ? all : YEARS_MOST; back > 0; back--) {
        r->back[r->years] = back;
        r->years += ask_year(r, back, r->at[r->years]);
    }
    for (size_t y = 0; y < r->years; y++) {
        for (size_t cut = 0; cut < r->cuts; cut++) {
            origin *o = &r->at[y][cut];
            double weight[OT__MEMBERS];
            weigh(r, o->said, y, weight);
            o->landing = median_of(o->said, weight);
        }
    }
}

// Root mean square of its errors; *years of them.
static double scale_of(const record *r, size_t *years)
{
    double sum = 0;
    size_t n = 0;

    *years = 0;
    for (size_t y = 0; y < r->years; y++) {
        size_t some = 0;
        for (size_t cut = 0; cut < r->cuts; cut++) {
            const origin *o = &r->at[y][cut];
            const double e = error_of(r, o, cut, o->landing);
            sum += isnan(e) ? 0 : e * e;
            some += isnan(e) ? 0 : 1;
        }
        n += some;
        *years += some > 0 ? 1 : 0;
    }
    return n > 0 ? sqrt(sum / (double)n) : 0;
}

static ot_status add_misses(const record *r, ot_outlook *o, ot_error *err)
{
    double misses[YEARS_MOST];

    o->usual = NAN;
    o->miss = calloc(YEARS_MOST, sizeof *o->miss);
    if (o->miss == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection");
    }
    for (size_t y = 0; y < r->years; y++) {
        const origin *at = &r->at[y][r->here];
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

// A third of the share to come, of last year's size where errors are
// differences; with one year of errors, in part.
static double with_prior(const record *r, const ot_outlook *o, double scale)
{
    const ot__shape *s = r->shape;
    double size = 1;

    if (o->years >= PRIOR_YEARS) {
        return scale;
    }
    for (size_t i = 0; !r->logs && i < s->n; i++) {
        size = fmax(size, fabs(s->y[i]) * (double)s->length);
    }
    return fmax(scale, PRIOR * size * r->to_come[r->here]);
}

static ot_status add_draws(const record *r, ot_outlook *o, ot_error *err)
{
    ot_dist models = {r->room.sums, r->room.sum};
    const bool positive = r->logs;
    const double n = o->years > PRIOR_YEARS ? (double)o->years : PRIOR_YEARS;
    size_t years;
    const double scale =
        with_prior(r, o, scale_of(r, &years)) * sqrt(1 + 1 / n);

    o->dist = (ot_dist){DRAWS + 1, malloc((DRAWS + 1) * sizeof(double))};
    if (o->dist.draw == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection");
    }
    ot__sort(models.draw, models.n);
    const double middle = ot_dist_quantile(&models, 0.5);
    for (size_t i = 0; i <= DRAWS; i++) {
        const double p =
            fmin(fmax((double)i / DRAWS, 0.5 / DRAWS), 1 - 0.5 / DRAWS);
        const double off = scale * gsl_cdf_tdist_Pinv(p, FREEDOM * n);
        double x = positive ? o->total * exp(fmin(off, 20)) : o->total + off;
        if (models.n > 0) {
            const double q = ot_dist_quantile(&models, p);
            const double own = positive && middle > 0 ? o->total * (q / middle)
                                                      : o->total + q - middle;
            x = i * 2 < DRAWS ? fmin(x, own) : fmax(x, own);
        }
        x = i * 2 == DRAWS ? o->total : x;
        o->dist.draw[i] = positive ? fmax(x, o->known_total) : x;
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

static ot_status fill(record *r, ot_outlook *o, ot_error *err)
{
    const ot__shape *s = r->shape;
    double said[OT__MEMBERS];

    choose_cuts(r);
    look_back(r);
    ot__members_say(s, true, &r->room, said);
    weigh(r, said, r->years, r->weight);
    o->total = median_of(said, r->weight);
    if (isnan(o->total)) {
        return no_member(o, err);
    }
    for (size_t i = 0; i < OT__MEMBERS; i++) {
        if (!isnan(said[i])) {
            o->member[o->members++] =
                (ot_member){ot__member_name(i), said[i], r->weight[i]};
        }
    }
    scale_of(r, &o->years);
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

static ot_status make(const ot__shape *s, ot_outlook *o, ot_error *err)
{
    record *r = calloc(1, sizeof *r);

    if (r == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection");
    }
    r->shape = s;
    r->logs = none_below_zero(s);
    ot_status status = ot__room_make(s, &r->room, err);
    if (status == OT_OK) {
        status = fill(r, o, err);
    }
    ot__room_free(&r->room);
    free(r);
    return status;
}

ot_status ot_project_outlook(const ot_series *series, ot_period period,
                             ot_outlook **outlook, ot_error *err)
{
    ot__shape s;
    ot_status status = ot__shape_of(series, period, &s, err);

    if (status != OT_OK) {
        return status;
    }
    ot_outlook *o = calloc(1, sizeof *o);
    if (o == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection");
    }
    const int32_t known = series->step * (int32_t)s.known;
    o->period = period;
    o->known = (ot_period){known > 0 ? period.first : 0, known};
    o->known_total = ot__sum(s.y + s.n - s.known, s.known);
    o->before = (s.n - s.known) / s.season;
    o->by_logarithms = ot__by_logarithms(&s);
    status = make(&s, o, err);
    if (status != OT_OK) {
        ot_outlook_free(o);
        return status;
    }
    *outlook = o;
    return OT_OK;
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
