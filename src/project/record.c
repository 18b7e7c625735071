// SPDX-License-Identifier: GPL-3.0-or-later
// record.c - earlier years asked as this one is: with what was known then.

#include "project/record.h"

#include <math.h>
#include <stdlib.h>

#include "project/method.h"
#include "stat/dist.h"

#define YEARS_TILT 3 // from so many on weights are not equal

// Variance of a year that its months' irregularity leaves, in parts of that of
// its level: a month is off by two thirds as much as the level moves in a year.
#define MONTHS (4.0 / 9 / 12)

// ---- where to look ---------------------------------------------------------

// How many values of the period are known at a cut-off, which may lie before.
static ptrdiff_t known_at(const ot__record *r, size_t cut)
{
    return (ptrdiff_t)r->shape->known - (ptrdiff_t)r->shape->gap + r->step[cut];
}

static ptrdiff_t distance(ptrdiff_t step)
{
    return step < 0 ? -step : step;
}

// Cut-offs of the same period: those around and of the others every second one,
// as neighbours say nearly the same.
static void choose_cuts(ot__record *r)
{
    const ot__shape *s = r->shape;
    const ptrdiff_t near = s->season == 12 ? 2 : 1;
    const ptrdiff_t known = (ptrdiff_t)s->known;
    const ptrdiff_t first = known > 0 ? 1 - known : 0;
    const ptrdiff_t last = known > 0 ? (ptrdiff_t)s->length - 1 - known : 0;

    for (ptrdiff_t step = first; step <= last; step++) {
        const bool is_near = distance(step) <= near;
        if (!is_near && step % 2 != 0) {
            continue;
        }
        r->here = step == 0 ? r->cuts : r->here;
        r->step[r->cuts] = step;
        r->near[r->cuts++] = is_near;
    }
}

// Where the period lay `back` years before, at a cut-off. False: not in what is
// known, or with less than two full years before.
static bool shape_at(const ot__record *r, size_t back, size_t cut,
                     ot__shape *out)
{
    const ot__shape *s = r->shape;
    const ptrdiff_t known = known_at(r, cut);
    const ptrdiff_t end =
        (ptrdiff_t)s->n + r->step[cut] - (ptrdiff_t)(back * s->season);

    if (end < 0) {
        return false;
    }
    *out = *s;
    out->known = known > 0 ? (size_t)known : 0;
    out->gap = known < 0 ? (size_t)-known : 0;
    out->n = (size_t)end;
    return out->n >= out->known + 2 * s->season &&
           out->n - out->known + out->gap + s->length <= s->n;
}

static double outcome_of(const ot__shape *q)
{
    return ot__sum(q->y + q->n - q->known + q->gap, q->length);
}

// What the share to come was on average in the years before the period.
static double to_come(const ot__record *r, size_t cut)
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
static double error_of(const ot__record *r, const ot__origin *o, size_t cut,
                       double said)
{
    const double e = r->logs ? log(o->outcome / said) : o->outcome - said;

    return isfinite(e) ? e * (r->size[r->here] / r->size[cut]) : NAN;
}

double ot__record_size(double to_come)
{
    return sqrt((to_come * to_come * to_come + MONTHS * to_come) /
                (1 + MONTHS));
}

// Mean squared error of a member in the first `years` years; NaN: none.
static double member_error(const ot__record *r, size_t member, size_t years)
{
    double sum = 0;
    size_t n = 0;

    for (size_t y = 0; y < years; y++) {
        for (size_t cut = 0; cut < r->cuts; cut++) {
            const ot__origin *o = &r->at[y][cut];
            const double e =
                r->near[cut] ? error_of(r, o, cut, o->said[member]) : NAN;
            sum += isnan(e) ? 0 : e * e;
            n += isnan(e) ? 0 : 1;
        }
    }
    return n > 0 ? sum / (double)n : NAN;
}

void ot__record_weigh(const ot__record *r, const double said[], size_t years,
                      double weight[])
{
    double inverse[OT__MEMBERS], sum = 0;
    size_t n = 0, judged = 0;

    for (size_t i = 0; i < OT__MEMBERS; i++) {
        const double e =
            years < YEARS_TILT || !r->logs ? NAN : member_error(r, i, years);
        const bool serves = !isnan(said[i]);
        inverse[i] = serves && !isnan(e)
                         ? 1 / (e + OT__RECORD_LEAST * OT__RECORD_LEAST)
                         : 0;
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

double ot__record_median(const double said[], const double weight[])
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

static bool ask_year(ot__record *r, size_t back, ot__origin at[])
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

void ot__record_make(ot__record *r)
{
    const size_t all = r->shape->n / r->shape->season;

    choose_cuts(r);
    for (size_t cut = 0; cut < r->cuts; cut++) {
        r->to_come[cut] = fmax(to_come(r, cut), OT__RECORD_LEAST);
        r->size[cut] = ot__record_size(r->to_come[cut]);
    }
    for (size_t back = all < OT__RECORD_YEARS ? all : OT__RECORD_YEARS;
         back > 0; back--) {
        r->back[r->years] = back;
        r->years += ask_year(r, back, r->at[r->years]);
    }
    for (size_t y = 0; y < r->years; y++) {
        for (size_t cut = 0; cut < r->cuts; cut++) {
            ot__origin *o = &r->at[y][cut];
            double weight[OT__MEMBERS];
            ot__record_weigh(r, o->said, y, weight);
            o->landing = ot__record_median(o->said, weight);
        }
    }
}

// Mean square of the errors of one year; NaN: none.
static double year_error(const ot__record *r, size_t year)
{
    double sum = 0;
    size_t n = 0;

    for (size_t cut = 0; cut < r->cuts; cut++) {
        const ot__origin *o = &r->at[year][cut];
        const double e = error_of(r, o, cut, o->landing);
        sum += isnan(e) ? 0 : e * e;
        n += isnan(e) ? 0 : 1;
    }
    return n > 0 ? sum / (double)n : NAN;
}

double ot__record_scale(const ot__record *r, bool worse, size_t *years)
{
    double square[OT__RECORD_YEARS];
    size_t n = 0;

    for (size_t y = 0; y < r->years; y++) {
        square[n] = year_error(r, y);
        n += isnan(square[n]) ? 0 : 1;
    }
    *years = n;
    ot__sort(square, n);
    const size_t used = worse ? (n + 1) / 2 : n;
    return n > 0 ? sqrt(ot__sum(square + n - used, used) / (double)used) : 0;
}
