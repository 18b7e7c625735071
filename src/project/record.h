// SPDX-License-Identifier: GPL-3.0-or-later
// record.h - what a landing would have said in earlier years, and how far off
// it was.
#ifndef OT_PROJECT_RECORD_H
#define OT_PROJECT_RECORD_H

#include "project/members.h"
#include "project/outlook.h"

#define OT__RECORD_YEARS 12   // at most
#define OT__RECORD_CUTS  12   // no more than there are months
#define OT__RECORD_LEAST 1e-4 // errors below it do not set a way apart

// What was said at one cut-off of an earlier year. outcome NaN: not asked.
typedef struct ot__origin {
    double said[OT__MEMBERS];
    double outcome;
    double landing; // of all of them
} ot__origin;

typedef struct ot__record {
    const ot__shape *shape;
    const ot__scale_prior *prior;    // NULL: the default
    bool logs;                       // errors are of logarithms
    size_t cuts, here;               // how many; the one that is asked about
    ptrdiff_t step[OT__RECORD_CUTS]; // how many values after that one
    bool near[OT__RECORD_CUTS];      // near enough to weigh members by
    double to_come[OT__RECORD_CUTS]; // share of the period, at each cut-off
    double size[OT__RECORD_CUTS];    // of errors there: ot__record_size
    size_t years;                    // back[years - 1] is the latest
    size_t back[OT__RECORD_YEARS];   // how many years before
    ot__origin at[OT__RECORD_YEARS][OT__RECORD_CUTS]; // oldest first
    double weight[OT__MEMBERS];                       // now
    ot__room room;
} ot__record;

// Asks every member in every earlier year that has two full years before it.
// shape, prior, logs and room are set, all else is 0.
void ot__record_make(ot__record *r);

// How large errors are while that share of a period is to come, in parts of
// those with all of it to come. A level that moves at random adds a term in the
// cube of the share to their square; months that are irregular, one in the
// share itself.
double ot__record_size(double to_come);

// Weights of the members that say something, by the first `years` years at the
// cut-offs near the one that is asked about: half of them in equal parts, half
// by inverse squared error.
void ot__record_weigh(const ot__record *r, const double said[], size_t years,
                      double weight[]);

// The weighted median, straight between the middles of the weights of
// neighbours. NaN: none says anything.
double ot__record_median(const double said[], const double weight[]);

// Root mean square of the errors at all cut-offs, as of the one that is asked
// about, every year with the same weight; of the worse half of the years alone
// if `worse`. *years have any.
double ot__record_scale(const ot__record *r, bool worse, size_t *years);

#endif
