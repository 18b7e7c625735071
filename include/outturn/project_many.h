// SPDX-License-Identifier: GPL-3.0-or-later
// project_many.h - where a period will end for many series at once, and for
// their sum.
#ifndef OUTTURN_PROJECT_MANY_H
#define OUTTURN_PROJECT_MANY_H

#include <stdbool.h>
#include <stddef.h>

#include "outturn/error.h"
#include "outturn/period.h"
#include "outturn/series.h"

#ifdef __cplusplus
extern "C" {
#endif

#define OT_QUANTILES 7
// Quantile i is that of 0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975.
OT_API double ot_quantile_at(size_t i);

// What is kept of one landing; amounts in base units.
typedef struct ot_landed {
    bool served; // false: `why` says why not
    char why[200];
    ot_period known; // its own known part of the period; months 0: none
    double known_total, known_half; // known_half: as ot_series has it
    double last_year; // the same period a year before; NaN: not known
    double total;
    double quantile[OT_QUANTILES]; // of the total
    size_t misses;                 // earlier years at the same cut-off
    double usual;                  // signed median miss; NaN without misses
    double worst;                  // the largest; NaN without misses
    size_t years;                  // of its own errors behind the range
    bool lent; // fewer than OT_OWN_YEARS: the others' error fills them up
} ot_landed;

#define OT_OWN_YEARS    4  // with fewer a series borrows
#define OT_LENDERS_FROM 10 // where so many are projected, or more

// Many series and what is asked of them.
typedef struct ot_many {
    size_t n;
    // Makes series i, which is freed by ot_project_many; what it fails with,
    // but for want of memory, is that series' `why`. Called from all threads,
    // more than once for the same i, with the same outcome.
    ot_status (*series)(size_t i, void *context, ot_series **series,
                        ot_error *err);
    void *context;
    ot_period period; // months 0: the unfinished year after the last month that
                      // is known of any of them
    int year_start;   // of that year; 0: January
    size_t threads;   // 0: one
    // Called now and then, from any thread but never from two at once; NULL:
    // not wanted.
    void (*progress)(size_t done, size_t all, void *context);
    void *progress_context;
} ot_many;

// All of them together.
typedef struct ot_whole {
    ot_period period;
    size_t served;                  // series that are in it
    double known_total, known_half; // theirs, each to its own last month
    double total;                   // the sum of their landings
    double last_year;               // of those that have one ...
    double this_year;               // ... and what they land at
    size_t compared;                // how many have
    // The landing of the summed series: month by month from the first month of
    // any to the last month that all have; before its own first month a series
    // counts as nothing.
    ot_landed sum;
    // That landing's range moved onto `total`: in proportion where both are
    // above zero, else by the difference. NaN: the sum is not served.
    double quantile[OT_QUANTILES];
    bool apart; // `total` lies outside the sum's own 50 % range
    size_t lenders;
    double lent; // scale lent, as of a period of which all is to come
} ot_whole;

// Lands every series as ot_project_outlook does, into landed[0..n), on up to
// `threads` threads. A series that cannot be projected is no failure: see
// served and why. One of which all of the period is known has landed: total and
// quantiles are what is known. One without any value but zero is not projected.
//
// Where OT_LENDERS_FROM or more are projected, those with less than
// OT_OWN_YEARS years of errors of their own are projected again with a prior
// for the years they lack: the median, over the others, of the root mean square
// of their logarithmic misses, each divided by the share of its year that was
// still to come. The order of the series does not matter for that.
//
// The same series give the same bits for any number of threads. Memory is in
// proportion to n, some 400 bytes each, not to their length.
//
// OT_E_DATA    no series can be projected: the reason of the first
// OT_E_MEMORY  no memory
OT_API ot_status ot_project_many(const ot_many *many, ot_landed landed[],
                                 ot_whole *whole, ot_error *err);

#ifdef __cplusplus
}
#endif
#endif
