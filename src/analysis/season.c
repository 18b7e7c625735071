// SPDX-License-Identifier: GPL-3.0-or-later
// season.c - a series without its season, and what stands out in it.

#include "analysis/season.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

// ---- what is there ---------------------------------------------------------

// The part of a series that is used: y[begin .. end), `known` of them.
typedef struct run {
    size_t begin, end, known;
    size_t hole; // the longest that is filled
} run;

// Up to the last known value, back to its first one or to a hole too long.
static run find_run(const ot_series *s, size_t period)
{
    run r = {.end = s->n, .hole = period / 4};
    size_t hole = 0;

    while (r.end > 0 && isnan(s->y[r.end - 1])) {
        r.end--;
    }
    r.begin = r.end;
    for (size_t i = r.end; i > 0 && hole <= r.hole; i--) {
        if (isnan(s->y[i - 1])) {
            hole++;
        } else {
            hole = 0;
            r.begin = i - 1;
            r.known++;
        }
    }
    return r;
}

static ot_status too_short(const ot_series *s, size_t period, const run *r,
                           ot_error *err)
{
    const char *steps = s->step == 1 ? "months" : "quarters";
    char first[64], last[64];

    if (r->known == 0) {
        return ot_fail(err, OT_E_DATA, NULL, "no value is known");
    }
    return ot_fail(err, OT_E_DATA, NULL,
                   "a season needs more than two years: %zu %s, no more than "
                   "%zu missing in a row; there are %zu from %s to %s",
                   2 * period + 1, steps, r->hole, r->known,
                   ot_period_words(ot_series_period(s, r->begin), first),
                   ot_period_words(ot_series_period(s, r->end - 1), last));
}

// From the first to the last known value before the run.
static ot_period known_before(const ot_series *s, size_t begin)
{
    size_t first = 0, end = begin;

    while (first < begin && isnan(s->y[first])) {
        first++;
    }
    if (first == begin) {
        return (ot_period){0, 0};
    }
    while (isnan(s->y[end - 1])) {
        end--;
    }
    return ot_period_range(ot_series_period(s, first).first,
                           ot_period_last(ot_series_period(s, end - 1)));
}

// Whether all values are above zero.
static ot_status look_for_zeros(const ot_series *s, const run *r,
                                ot_switch logs, bool *positive, ot_error *err)
{
    char month[64];

    *positive = true;
    for (size_t i = r->begin; i < r->end; i++) {
        if (s->y[i] <= 0 && logs == OT_ON) {
            return ot_fail(err, OT_E_DATA, NULL,
                           "logarithms need values above zero: %s is not",
                           ot_period_words(ot_series_period(s, i), month));
        }
        *positive = *positive && !(s->y[i] <= 0);
    }
    return OT_OK;
}

// ---- memory ----------------------------------------------------------------

// Slices of one block, which a->x holds.
static bool get_memory(ot__adjuster *a)
{
    const size_t n = a->s->n;
    double **const slice[] = {&a->x,     &a->clean,  &a->steps,  &a->expected,
                              &a->trend, &a->season, &a->weight, &a->less};
    const size_t slices = sizeof slice / sizeof slice[0];
    double *block =
        calloc(slices * n + ot__adjuster_work(n, a->s->period), sizeof *block);

    a->x = block;
    a->jump = calloc(OT__JUMPS_MOST, sizeof *a->jump);
    a->out = calloc(n, sizeof *a->out);
    a->s->at = calloc(n, sizeof *a->s->at);
    if (block == NULL || a->jump == NULL || a->out == NULL ||
        a->s->at == NULL) {
        return false;
    }
    for (size_t i = 0; i < slices; i++) {
        *slice[i] = block + i * n;
    }
    a->work = block + slices * n;
    return true;
}

static void give_back(ot__adjuster *a)
{
    free(a->x);
    free(a->jump);
    free(a->out);
}

// ---- the answer ------------------------------------------------------------

// A part as it is said: back from a logarithm where there are logs.
static double said(const ot_season *s, double part)
{
    return s->logs ? exp(part) : part;
}

static void set_point(const ot__adjuster *a, size_t i, double given)
{
    ot_season *s = a->s;
    ot_season_point *p = &s->at[i];
    const double trend = a->trend[i] + a->steps[i];

    *p = (ot_season_point){
        .value = isnan(given) ? said(s, a->x[i]) : given,
        .trend = said(s, trend),
        .season = said(s, a->season[i]),
        .rest = said(s, a->x[i] - trend - a->season[i]),
        .expected = NAN,
        .shift = NAN,
    };
    p->adjusted = s->logs ? p->value / p->season : p->value - p->season;
    if (isnan(given)) {
        p->flags |= OT_SEASON_ESTIMATED;
        p->expected = p->value;
        s->estimated++;
    } else if (a->out[i]) {
        p->flags |= OT_SEASON_OUTLIER;
        p->expected = said(s, a->expected[i] + a->steps[i]);
    }
    s->zeros += p->value == 0;
}

static void set_points(const ot__adjuster *a, const double given[])
{
    ot_season *s = a->s;

    for (size_t i = 0; i < s->n; i++) {
        set_point(a, i, given[i]);
    }
    for (size_t k = 0; k < a->shifts; k++) {
        s->at[a->jump[k].at].flags |= OT_SEASON_SHIFT;
        s->at[a->jump[k].at].shift = said(s, a->jump[k].size);
    }
    s->shifts = a->shifts;
    s->strongest = s->weakest = s->n - s->period;
    for (size_t i = s->n - s->period; i < s->n; i++) {
        const double season = s->at[i].season;
        s->strongest = season > s->at[s->strongest].season ? i : s->strongest;
        s->weakest = season < s->at[s->weakest].season ? i : s->weakest;
    }
}

// Sum of squared distances from the mean of season + rest, or of rest alone.
static double squares(const ot__adjuster *a, bool with_season)
{
    const size_t n = a->s->n;
    double mean = 0, sum = 0;

    for (size_t i = 0; i < n; i++) {
        a->less[i] =
            a->clean[i] - a->trend[i] - (with_season ? 0 : a->season[i]);
        mean += a->less[i] / (double)n;
    }
    for (size_t i = 0; i < n; i++) {
        sum += (a->less[i] - mean) * (a->less[i] - mean);
    }
    return sum;
}

static ot_status adjust(ot__adjuster *a, const double given[],
                        const ot_season_options *options, bool positive,
                        ot_error *err)
{
    ot_season *s = a->s;

    if (!get_memory(a)) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for an adjustment");
    }
    memcpy(a->x, given, s->n * sizeof *a->x);
    const ot_status status = ot__season_parts(a, options, positive, err);
    if (status != OT_OK) {
        return status;
    }
    set_points(a, given);
    if (s->found) {
        s->strength = fmax(0, 1 - squares(a, false) / squares(a, true));
    }
    return OT_OK;
}

ot_status ot_season_adjust(const ot_series *series,
                           const ot_season_options *options, ot_season **season,
                           ot_error *err)
{
    const size_t period = series->step > 0 ? 12 / (size_t)series->step : 0;
    bool positive;

    assert(options != NULL);
    if (series->step != 1 && series->step != 3) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a season is told from months or quarters, not from "
                       "figures for %d months",
                       (int)series->step);
    }
    const run r = find_run(series, period);
    if (r.known <= 2 * period) {
        return too_short(series, period, &r, err);
    }
    ot_status status = look_for_zeros(series, &r, options->log, &positive, err);
    if (status != OT_OK) {
        return status;
    }
    ot_season *s = calloc(1, sizeof *s);
    if (s == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for an adjustment");
    }
    ot__adjuster a = {.s = s};
    s->first = ot_series_period(series, r.begin).first;
    s->step = series->step;
    s->n = r.end - r.begin;
    s->period = period;
    s->p_needed = s->n < 4 * period ? 0.05 : 0.01;
    s->rough = s->n < 3 * period;
    s->before = known_before(series, r.begin);
    status = adjust(&a, series->y + r.begin, options, positive, err);
    give_back(&a);
    if (status != OT_OK) {
        ot_season_free(s);
        return status;
    }
    *season = s;
    return OT_OK;
}

void ot_season_free(ot_season *season)
{
    if (season != NULL) {
        free(season->at);
        free(season);
    }
}

ot_period ot_season_period(const ot_season *s, size_t i)
{
    return (ot_period){s->first + s->step * (int32_t)i, s->step};
}

double ot_season_change(const ot_season *s, size_t i)
{
    return i > 0 && s->at[i - 1].adjusted > 0
               ? s->at[i].adjusted / s->at[i - 1].adjusted - 1
               : NAN;
}
