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
// Quantile by Hyndman & Fan (1996) type 7; NaN when n is 0 or p not in [0, 1].
OT_API double ot_dist_quantile(const ot_dist *d, double p);
// Share of draws inside [lo, hi]; NaN when n is 0.
OT_API double ot_dist_within(const ot_dist *d, double lo, double hi);

// What a method is given: the known past up to the cut-off.
typedef struct ot_past {
    const double *y; // n values, oldest first, no NaN
    size_t n;
    size_t season; // values a year: 12, 4, 1
    size_t phase;  // position in its year (0 = first) of y[0], counted from
                   // the start of the period's year
} ot_past;

// A way to carry a series forward. Sorted table, see ot_method_at.
//
// The period's known part is the last (phase + n) % season values of the past.
// mean[0..h) receives the next h values, work holds ot_method_work_size
// doubles. Never called with fewer values than min_years asks for, without a
// known value where needs_part, or with a NaN.
typedef struct ot_method {
    const char *name;    // "run-rate"
    const char *summary; // in words: "the average month so far goes on"
    const char *formula; // of the total: "V x L / m"; help methods has letters
    const char *value;   // of the k-th value to come: "l + k b"; NULL: the
                         // formula says it all
    const char *source;
    size_t min_years; // full years of past needed before the period
    bool needs_part;  // needs at least one known value of the period
    bool listed;      // ot_project asks it, others on request
    int version;      // raised when the same past makes it say something else
    ot_status (*path)(const ot_past *past, size_t h, double mean[],
                      double work[], ot_error *err);
    // The sum of the next h values in the rule's least and largest case; NULL:
    // the rule has no range.
    ot_status (*range)(const ot_past *past, size_t h, double rest[2],
                       double work[], ot_error *err);
    // The path with the standard deviation of each of its values, as the model
    // has it with its parameters taken as known; NULL: it has none.
    ot_status (*spread)(const ot_past *past, size_t h, double mean[],
                        double sd[], double work[], ot_error *err);
    // Doubles of work it needs, growing with past->n; NULL: past->n + h.
    size_t (*work_size)(const ot_past *past, size_t h);
} ot_method;

OT_API size_t ot_method_count(void);
OT_API const ot_method *ot_method_at(size_t i);
OT_API const ot_method *ot_method_find(const char *name); // NULL: none
// The most that any row needs.
OT_API size_t ot_method_work_size(const ot_past *past, size_t h);

// How a rule did in one past year at the same cut-off month, knowing only what
// stood before: miss = said / outcome - 1.
typedef struct ot_miss {
    ot_period period; // the past period it was asked for
    double said, outcome, miss;
} ot_miss;

// What one rule says about the total of the period.
typedef struct ot_landing {
    const ot_method *method;
    bool served; // false: `why` says what would be needed
    char why[160];
    double total; // known part + the rule's rest, base units
    // Of the total, from the rounding of what is known; exact for a rule that
    // rises or falls with each value all the way, as the arithmetic ones do;
    // none for a fitted method where something is rounded.
    ot_interval rounding;
    double lo, hi; // extremes of a rule with a range; NaN: none
    ot_dist dist;  // of the total: total x outcome / said over its own past
                   // misses at this month; n = 0 with fewer than 3
    ot_miss *miss; // oldest first; owned
    size_t misses;
    double usual; // signed median miss; NaN without misses
    size_t worst; // index of the largest absolute miss
} ot_landing;

// The break test: what is known at the cut-off against its own history.
typedef enum ot_sign {
    OT_SIGN_SHARE = 0, // the known part over the last 12 months
    OT_SIGN_GROWTH,    // the known part over the same part a year before
    OT_SIGN_RECENT     // a month: the last two over those before, in the part
} ot_sign;

// now is outside when it is beyond every earlier year by more than 5 % and
// more than three scaled median absolute deviations from their median, in
// logarithms (Hampel 1974, the "3 MAD" identifier). Fewer than 5 earlier
// years say nothing: years then is what there is and outside false.
typedef struct ot_break_sign {
    ot_sign sign;
    const char *name; // "to date over the last 12 months"
    double now;       // NaN: cannot be worked out
    double lo, hi;    // smallest and largest of earlier years; NaN: none
    int first_year, last_year;
    size_t years;
    bool outside;
} ot_break_sign;

// The needed remainder for a target interval.
typedef enum ot_precedent {
    OT_NEVER_BEFORE = 0, // no such stretch reached the low end
    OT_RARE,             // one in five or fewer did
    OT_USUAL,
    OT_NO_PRECEDENT_KNOWN // no earlier stretch in the data
} ot_precedent;

typedef struct ot_need {
    ot_interval total; // target - known
    ot_interval per_month;
    ot_interval of_average; // multiple of the average month so far
    ot_interval
        of_last_year;    // multiple of last year's same months; none: unknown
    ot_interval of_best; // multiple of the best such stretch
    ot_period rest;      // the months that remain
    ot_period best;      // the best such stretch; months 0: none
    double best_total;
    size_t reached;   // earlier stretches that reached the low end ...
    size_t stretches; // ... of how many: the same months of other years
    ot_precedent precedent;
} ot_need;

// How a break may go on. The rest of the period as the known part has it in
// other years, or as last year's rest.
typedef struct ot_scenario {
    const char *id;          // "stays", "one-off"
    const char *name;        // "the break stays", "the break was one-off"
    const ot_method *method; // the rule that says its total
    double total;            // base units
    double weight;           // of both: 1
    ot_dist dist;            // of the total
} ot_scenario;

typedef struct ot_projection {
    ot_period period; // asked for
    ot_period known;  // its known part (months 0: nothing is known)
    double known_total, known_half;
    int32_t history; // first month of the past used: after the last long hole
    size_t filled;   // values of it that are not known
    // The same period a year before, and its same part; NaN: not known.
    double last_year, last_year_part;
    ot_landing *landing; // served ones first, ascending by total; owned
    size_t landings;
    ot_break_sign sign[3];
    size_t signs;    // 0: nothing of the period is known
    bool broken;     // any sign outside
    bool spike_over; // to date high and the last two months low
    ot_period spike; // the months that were out of line; months 0: none
    double spread_lo, spread_hi; // over served rules
    // After a break, where both rules serve with two past misses each. The
    // first one's weight is what the last two values have of the logarithm of
    // the growth to date, between 0.1 and 0.9. Their spread is that of the
    // larger half of their rule's logarithmic misses at this cut-off (root mean
    // square, Student's t with a degree of freedom a miss); where no value is
    // below zero no draw is below the known part.
    ot_scenario scenario[2];
    size_t scenarios;     // 0 or 2
    double recent_growth; // the last two values over the same a year before
    double mixed;         // the weighted mean of their totals
    ot_dist mixture;      // of both by their weights
} ot_projection;

// Projects the total of period (a year or less) from a series of months,
// quarters or half-years. Known values enter as they are; the past starts after
// the last hole of more than a quarter of a year; shorter ones are filled by
// their neighbours and the season (R's na.interp).
//
// OT_E_DATA   the period is over, starts more than a year after the last known
//             value, has a hole in its known part, or no rule serves it
// OT_E_USAGE  the step of the series does not divide the period, or the period
//             is longer than a year
OT_API ot_status ot_project(const ot_series *series, ot_period period,
                            ot_projection **projection, ot_error *err);
// Asks one more method, not asked yet, of the series that *projection is of.
OT_API ot_status ot_project_add(ot_projection *projection,
                                const ot_series *series,
                                const ot_method *method, ot_error *err);
OT_API void ot_projection_free(ot_projection *p);

// ---- the landing: all of it in one distribution ----------------------------

#define OT_MEMBERS_MOST 8

// One way that takes part in the landing, and what it says by itself.
typedef struct ot_member {
    const char *name; // as that of a method: "theta"
    double total;     // base units
    double weight;    // of all members: 1
} ot_member;

// Where a period will end, by several ways at once.
typedef struct ot_outlook {
    ot_period period, known; // known.months 0: nothing is known
    double known_total;
    double total; // the weighted median of the members, base units
    ot_dist dist; // of the total; draw[500] of 1,001 is `total`
    ot_member member[OT_MEMBERS_MOST];
    size_t members;
    size_t years;       // earlier years that it was tried on
    ot_miss *miss;      // at this very cut-off, oldest first; owned
    size_t misses;      //
    double usual;       // signed median miss; NaN without misses
    size_t worst;       // index of the largest absolute miss
    size_t before;      // full years before the period
    bool by_logarithms; // of values, as all of them are above zero
    bool broken;        // as that of a projection
    int version;        // raised when the same past makes another landing
    uint64_t seed;      // of the generator that joint paths are drawn by
} ot_outlook;

// The landing. Members are Theta, DOTM and STL+ETS, fitted to logarithms where
// all values are above zero, the shrunken and the usual share: all of them from
// 4 full years before the period on, Theta, last year's rest and the shares
// with 2 or 3, rules of arithmetic with less. Each carries the months on; known
// ones enter as they are. Weights are equal and, from 3 earlier years on, drawn
// half-way to those by inverse squared logarithmic error in those years.
//
// The distribution is Student's t with 4 degrees of freedom around the total,
// of logarithms. The square of its scale is the mean, each weighted by how many
// years it counts as, of three (times 0.85 squared, as errors with such tails
// have a root of the mean square above their scale):
//   - the landing's own errors in earlier years, made with what was known then
//     (where the year breaks with its past, in the worse half of them alone);
//     those at other cut-offs are taken as so much larger or smaller as the
//     root of s^3 + s / 27 is, s the share to come: a level that moves at
//     random, and months irregular by two thirds of what it moves in a year;
//   - the spread of the sum over joint paths of the models (normal errors from
//     a generator with a fixed seed), as 4 years;
//   - a level that moves by 15 % in a year, as 2 years: what has not happened
//     yet, and all there is without a full year before.
// It is widened by the root of 1 + 1 / years. On 352 years of 44 series of
// trade and 1,645 years of the M1 competition the standardised errors have 3 to
// 4 degrees of freedom. Where no value is below zero no draw is below the known
// part; where some are, errors are differences instead.
//
// Free *outlook with ot_outlook_free. The same series gives the same bits.
// OT_E_DATA, OT_E_USAGE  as ot_project
// Source  the median: Petropoulos & Svetunkov, Int. J. Forecasting 36 (2020)
//         110-115; the shares: Mendoza & de Alba, Int. J. Forecasting 22 (2006)
//         781-798; Theta, DOTM and STL+ETS as the methods of these names
OT_API ot_status ot_project_outlook(const ot_series *series, ot_period period,
                                    ot_outlook **outlook, ot_error *err);
OT_API void ot_outlook_free(ot_outlook *outlook); // NULL is fine

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
