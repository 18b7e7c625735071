// SPDX-License-Identifier: GPL-3.0-or-later
// many.c - many series landed at once.
//
// Three passes: every series by itself; those with a short record again, with
// the errors of the others; then the sum of all, one after another, so that it
// is added in the order given.

#include "project/many.h"

#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "stat/dist.h"

static const double at[OT_QUANTILES] = {0.025, 0.1, 0.25, 0.5,
                                        0.75,  0.9, 0.975};

double ot_quantile_at(size_t i)
{
    return at[i];
}

typedef struct job {
    const ot_many *many;
    ot_period period;
    ot_landed *landed;
    ot__kept *kept;
    const size_t *which; // series of this pass; NULL: all
    size_t all;
    const ot__scale_prior *prior;
    pthread_mutex_t lock; // of what follows
    size_t done;
    bool no_memory;
} job;

// ---- a series --------------------------------------------------------------

// The sum of the series' y, or half, over a period; NaN: a part of it is not
// known.
static double sum_over(const ot_series *s, const double y[], ot_period p)
{
    const int32_t from = p.first - s->first;
    const int32_t to = from + p.months;
    double sum = 0;

    if (from < 0 || from % s->step != 0 || to % s->step != 0 ||
        (size_t)(to / s->step) > s->n) {
        return NAN;
    }
    for (int32_t i = from / s->step; i < to / s->step; i++) {
        sum += y[i];
    }
    return sum;
}

// The stretch from the first to the last known value. False: none is known.
static bool known_span(const ot_series *s, size_t *begin, size_t *end)
{
    *begin = 0;
    *end = s->n;
    while (*begin < s->n && isnan(s->y[*begin])) {
        ++*begin;
    }
    while (*end > *begin && isnan(s->y[*end - 1])) {
        --*end;
    }
    return *end > *begin;
}

static bool only_zeros(const ot_series *s)
{
    for (size_t i = 0; i < s->n; i++) {
        if (!isnan(s->y[i]) && s->y[i] != 0) {
            return false;
        }
    }
    return true;
}

ot__kept ot__kept_of(const ot_series *s)
{
    ot__kept k = {
        .first = INT32_MAX, .last = INT32_MIN, .step = s->step, .scale = NAN};
    size_t begin, end;

    if (known_span(s, &begin, &end)) {
        k.first = ot_series_period(s, begin).first;
        k.last = ot_period_last(ot_series_period(s, end - 1));
    }
    return k;
}

// Root mean square of the misses, each as of a period all still to come.
static double scale_of(const ot_series *s, const ot_outlook *o)
{
    double sum = 0;
    size_t n = 0;

    for (size_t i = 0; i < o->misses; i++) {
        const ot_miss *m = &o->miss[i];
        const ot_period part = {m->period.first, o->known.months};
        const double to_come = 1 - sum_over(s, s->y, part) / m->outcome;
        const double e = log(m->outcome / m->said) / to_come;
        if (to_come > 0 && isfinite(e)) {
            sum += e * e;
            n++;
        }
    }
    return n > 0 ? sqrt(sum / (double)n) : NAN;
}

// ---- its landing -----------------------------------------------------------

static void over_already(const ot_series *s, ot_period period, ot_landed *l)
{
    l->served = true;
    l->known = period;
    l->known_total = l->total = sum_over(s, s->y, period);
    l->known_half = sum_over(s, s->half, period);
    for (size_t i = 0; i < OT_QUANTILES; i++) {
        l->quantile[i] = l->total;
    }
}

static void keep(const ot_series *s, const ot_outlook *o, ot_landed *l)
{
    l->served = true;
    l->known = o->known;
    l->known_total = o->known_total;
    l->known_half = sum_over(s, s->half, o->known);
    l->total = o->total;
    for (size_t i = 0; i < OT_QUANTILES; i++) {
        l->quantile[i] = ot_dist_quantile(&o->dist, at[i]);
    }
    l->misses = o->misses;
    l->usual = o->usual;
    l->worst = o->misses > 0 ? o->miss[o->worst].miss : NAN;
    l->years = o->years;
}

ot_status ot__land(const ot_series *s, ot_period period,
                   const ot__scale_prior *prior, ot_landed *l, ot__kept *k,
                   ot_error *err)
{
    ot_outlook *o = NULL;

    *k = ot__kept_of(s);
    l->last_year = sum_over(s, s->y, ot_period_shift(period, -12));
    if (!isnan(sum_over(s, s->y, period))) {
        over_already(s, period, l);
        return OT_OK;
    }
    if (k->first <= k->last && only_zeros(s)) {
        return ot_fail(err, OT_E_DATA, NULL, "all that is known of it is zero");
    }
    const ot_status status = ot__outlook_with(s, period, prior, &o, err);
    if (status == OT_OK) {
        keep(s, o, l);
        k->scale = scale_of(s, o);
        ot_outlook_free(o);
    }
    return status;
}

ot_landed ot__landed_nothing(void)
{
    ot_landed l = {.last_year = NAN, .usual = NAN, .worst = NAN, .total = NAN};

    l.known_total = NAN;
    for (size_t i = 0; i < OT_QUANTILES; i++) {
        l.quantile[i] = NAN;
    }
    return l;
}

// Called with every series done.
static void count(job *j, ot_status status)
{
    pthread_mutex_lock(&j->lock);
    j->done++;
    j->no_memory = j->no_memory || status == OT_E_MEMORY;
    if (j->many->progress != NULL) {
        j->many->progress(j->done, j->all, j->many->progress_context);
    }
    pthread_mutex_unlock(&j->lock);
}

static void land_one(size_t at_which, void *context)
{
    job *j = context;
    const size_t i = j->which != NULL ? j->which[at_which] : at_which;
    const ot__scale_prior *p = j->prior;
    ot__scale_prior prior;
    ot_landed l = ot__landed_nothing();
    ot_series *s = NULL;
    ot_error err = {0};

    if (p != NULL) {
        prior =
            (ot__scale_prior){p->scale, p->years - (double)j->landed[i].years};
        l.lent = true;
    }
    ot_status status = j->many->series(i, j->many->context, &s, &err);
    if (status == OT_OK) {
        status = ot__land(s, j->period, p != NULL ? &prior : NULL, &l,
                          &j->kept[i], &err);
    }
    if (status != OT_OK) {
        snprintf(l.why, sizeof l.why, "%.199s", err.message);
    }
    ot_series_free(s);
    j->landed[i] = l;
    count(j, status);
}

static ot_status run(job *j, size_t n, void (*work)(size_t i, void *context),
                     ot_error *err)
{
    ot__parallel(n, j->many->threads > 0 ? j->many->threads : 1, work, j);
    return j->no_memory
               ? ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection")
               : OT_OK;
}

// ---- what the others lend --------------------------------------------------

static bool is_over(const job *j, const ot_landed *l)
{
    return l->known.months == j->period.months;
}

static bool borrows(const job *j, const ot_landed *l)
{
    return l->served && l->years < OT_OWN_YEARS && !is_over(j, l);
}

// The median scale of those with a record, and how many they are.
static double find_scale(const job *j, double scale[], size_t *n)
{
    *n = 0;
    for (size_t i = 0; i < j->many->n; i++) {
        const ot_landed *l = &j->landed[i];
        if (l->served && l->years >= OT_OWN_YEARS && !isnan(j->kept[i].scale)) {
            scale[(*n)++] = j->kept[i].scale;
        }
    }
    return ot__median(scale, *n);
}

static ot_status lend(job *j, double room[], size_t which[], ot_whole *w,
                      ot_error *err)
{
    ot__scale_prior prior = {.years = OT_OWN_YEARS};
    size_t n = 0;

    prior.scale = w->lent = find_scale(j, room, &w->lenders);
    for (size_t i = 0; i < j->many->n; i++) {
        if (borrows(j, &j->landed[i])) {
            which[n++] = i;
        }
    }
    if (w->served < OT_LENDERS_FROM || w->lenders == 0 || n == 0) {
        w->lenders = 0;
        w->lent = NAN;
        return OT_OK;
    }
    j->prior = &prior;
    j->which = which;
    j->all += n;
    return run(j, n, land_one, err);
}

static ot_status lend_to_short(job *j, ot_whole *w, ot_error *err)
{
    double *room = malloc((j->many->n + 1) * sizeof *room);
    size_t *which = malloc((j->many->n + 1) * sizeof *which);
    const ot_status status =
        room == NULL || which == NULL
            ? ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection")
            : lend(j, room, which, w, err);

    j->which = NULL;
    j->prior = NULL;
    free(room);
    free(which);
    return status;
}

// ---- the period ------------------------------------------------------------

static void span_of_one(size_t i, void *context)
{
    job *j = context;
    ot_series *s = NULL;

    j->kept[i] = (ot__kept){.last = INT32_MIN};
    const ot_status status = j->many->series(i, j->many->context, &s, NULL);
    if (status == OT_OK) {
        j->kept[i] = ot__kept_of(s);
    }
    ot_series_free(s);
    if (status == OT_E_MEMORY) {
        pthread_mutex_lock(&j->lock);
        j->no_memory = true;
        pthread_mutex_unlock(&j->lock);
    }
}

static ot_status find_period(job *j, ot_error *err)
{
    int32_t last = INT32_MIN;

    j->period = j->many->period;
    if (j->period.months > 0) {
        return OT_OK;
    }
    const ot_status status = run(j, j->many->n, span_of_one, err);
    for (size_t i = 0; i < j->many->n; i++) {
        last = j->kept[i].last > last ? j->kept[i].last : last;
    }
    // Without any value each series says so by itself, of any period.
    j->period =
        ot_period_year_of(last > INT32_MIN ? last + 1 : 0, j->many->year_start);
    return status;
}

// ---- all of them -----------------------------------------------------------

static ot_status none_served(const job *j, ot_error *err)
{
    const char *why = j->landed[0].why;

    return j->many->n == 1
               ? ot_fail(err, OT_E_DATA, NULL, "%s", why)
               : ot_fail(err, OT_E_DATA, NULL,
                         "none of %zu series can be projected; the first: "
                         "%.150s",
                         j->many->n, why);
}

static ot_status project_all(job *j, ot_whole *w, ot_error *err)
{
    ot_status status = find_period(j, err);

    w->period = j->period;
    if (status == OT_OK) {
        status = run(j, j->many->n, land_one, err);
    }
    for (size_t i = 0; i < j->many->n; i++) {
        w->served += j->landed[i].served;
    }
    if (status == OT_OK && w->served == 0) {
        status = none_served(j, err);
    }
    if (status == OT_OK) {
        status = lend_to_short(j, w, err);
    }
    return status == OT_OK ? ot__whole_make(j->many, j->landed, j->kept, w, err)
                           : status;
}

ot_status ot_project_many(const ot_many *many, ot_landed landed[],
                          ot_whole *whole, ot_error *err)
{
    job j = {.many = many, .landed = landed, .all = many->n};

    if (many->n == 0) {
        return ot_fail(err, OT_E_DATA, NULL, "there is no series to project");
    }
    *whole = (ot_whole){.lent = NAN};
    j.kept = calloc(many->n, sizeof *j.kept);
    if (j.kept == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a projection");
    }
    pthread_mutex_init(&j.lock, NULL);
    const ot_status status = project_all(&j, whole, err);
    pthread_mutex_destroy(&j.lock);
    free(j.kept);
    return status;
}
