// SPDX-License-Identifier: GPL-3.0-or-later
// project.h - where a period will end, of which part is known.
#ifndef OUTTURN_PROJECT_H
#define OUTTURN_PROJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "outturn/error.h"
#include "outturn/interval.h"
#include "outturn/period.h"
#include "outturn/series.h"

#ifdef __cplusplus
extern "C" {
#endif

// One uncertain number as sorted draws.
typedef struct ot_dist {
    size_t n;
    double *draw; // ascending; owned
} ot_dist;

OT_API void ot_dist_free(ot_dist *d); // the draws, not d itself; NULL is fine
// Quantile by Hyndman & Fan (1996) type 7; NaN when n is 0.
OT_API double ot_dist_quantile(const ot_dist *d, double p);
// Share of draws inside [lo, hi].
OT_API double ot_dist_within(const ot_dist *d, double lo, double hi);

// What a method is given: the known past up to the cut-off.
typedef struct ot_past {
    const double *y; // n values, oldest first, no NaN
    size_t n;
    size_t season;   // values a year: 12, 4, 1
    size_t phase;    // position in its year (0 = first) of y[0], counted from
                     // the start of the period's year
} ot_past;

// A way to carry a series forward. Sorted table, see ot_method_at.
typedef struct ot_method {
    const char *name;    // "run-rate"
    const char *summary; // in words: "the average month so far goes on"
    const char *formula; // "V x 12 / m"
    const char *source;
    size_t min_years;    // full years of past needed before the period's year
    bool needs_part;     // needs at least one known value in the period's year
    // mean[0..h): the next h values. work: ot_method_work_size doubles.
    // Never called with fewer values than min_years asks for or with a NaN.
    ot_status (*path)(const ot_past *past, size_t h, double mean[],
                      double work[], ot_error *err);
} ot_method;

OT_API size_t ot_method_count(void);
OT_API const ot_method *ot_method_at(size_t i);
OT_API const ot_method *ot_method_find(const char *name); // NULL: none
OT_API size_t ot_method_work_size(const ot_past *past, size_t h);

// How a rule did in one past year at the same cut-off month: miss = said /
// outcome - 1.
typedef struct ot_miss {
    ot_period period; // the past period it was asked for
    double said, outcome, miss;
} ot_miss;

// What one rule says about the total of the period.
typedef struct ot_landing {
    const ot_method *method;
    bool served;          // false: `why` says what would be needed
    char why[160];
    double total;         // known part + the rule's rest, base units
    ot_interval rounding; // of the total, from the rounding of what is known
    double lo, hi;        // extremes of a rule with a range (seasonal share by its extreme years); NaN: none
    ot_dist dist;         // of the total, from its own past misses at this month
    ot_miss *miss;        // misses, oldest first; owned
    size_t misses;
    double usual;         // signed median miss
    size_t worst;         // index of the largest absolute miss
} ot_landing;

// The break test: what is known at the cut-off against its own history
// (case: "a spike that is already over").
typedef struct ot_break_sign {
    const char *name;   // "to-date over the last 12 months" ...
    double now;         // NaN: cannot be worked out
    double lo, hi;      // smallest and largest of earlier years
    int first_year, last_year;
    bool outside;       // now is outside [lo, hi] (by more than 5 % of it)
} ot_break_sign;

// The needed remainder for a target interval.
typedef enum ot_precedent {
    OT_NEVER_BEFORE = 0, // no such stretch reached the low end
    OT_RARE,             // one in five or fewer did
    OT_USUAL,
    OT_NO_PRECEDENT_KNOWN // no earlier stretch in the data
} ot_precedent;

typedef struct ot_need {
    ot_interval total;      // target - known
    ot_interval per_month;
    ot_interval of_average; // multiple of the average month so far
    ot_interval of_last_year; // multiple of last year's same months; none: unknown
    ot_interval of_best;    // multiple of the best such stretch
    ot_period rest;         // the months that remain
    ot_period best;         // the best such stretch (same months of another year)
    double best_total;
    size_t reached, stretches; // earlier stretches (same months) that reached the low end, of how many
    ot_precedent precedent;
} ot_need;

typedef struct ot_projection {
    ot_period period;  // asked for
    ot_period known;   // its known part (months 0: nothing is known)
    double known_total, known_half;
    double last_year, last_year_part; // same period a year before, and its same part; NaN
    ot_landing *landing; // served ones first, ascending by total; owned
    size_t landings;
    ot_break_sign sign[3];
    size_t signs;
    bool broken;         // any sign outside
    bool spike_over;     // to-date high and the last two months low
    ot_period spike;     // the months that were out of line, months 0: none
    double spread_lo, spread_hi; // over served rules
} ot_projection;

// Projects the total of period from a monthly (or quarterly) series. Known
// values enter as they are. A rule's distribution is total x outcome/said over
// its own past misses at the same cut-off (at least 3, else dist.n = 0).
//
// OT_E_DATA   the period is over and known, starts after the data by more than
//             a year, has a hole before the cut-off, or nothing is known of it
//             and no history serves
// OT_E_USAGE  step of the series does not divide the period
OT_API ot_status ot_project(const ot_series *series, ot_period period,
                            ot_projection **projection, ot_error *err);
OT_API void ot_projection_free(ot_projection *p);

// The needed remainder; target in base units. Half-open ends count as closed;
// an infinite end stays so. series may be NULL: then only total, per_month and
// of_average (and of_last_year where last_year_rest is not NaN).
OT_API ot_status ot_project_need(const ot_series *series, ot_period period,
                                 ot_period known, ot_interval known_total,
                                 double last_year_rest, ot_interval target,
                                 ot_need *need, ot_error *err);

#ifdef __cplusplus
}
#endif
#endif
