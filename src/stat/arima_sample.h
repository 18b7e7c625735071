// SPDX-License-Identifier: GPL-3.0-or-later
// arima_sample.h - a series made ready for the likelihoods of one model.
#ifndef OT_STAT_ARIMA_SAMPLE_H
#define OT_STAT_ARIMA_SAMPLE_H

#include "stat/arima_residuals.h"

// Differenced values less their mean (with orders.mean) in units of their
// spread, so that nothing after it depends on the unit of the series.
typedef struct ot__arima_sample {
    const ot__arima_orders *o;
    size_t n, nw;
    bool holes;           // some values are missing
    bool flat;            // nothing varies but by rounding
    double centre, scale; // w = centre + scale z
    double *w;            // nw of z; those of missing values see below
    double *y;            // n: the series whose differences are z
    double *x;            // n: ot__arima_regressor
    double *u, *v;        // n each: residuals, and those of x
    double *work;
} ot__arima_sample;

typedef enum ot__criterion { OT__CONDITIONAL, OT__EXACT } ot__criterion;

size_t ot__arima_sample_work(const ot__arima_orders *o, size_t n);

// fill: missing values are drawn in, on the line between the nearest known ones
// of the same place in the season (D > 0) or of any (D = 0), for w only.
void ot__arima_sample_take(ot__arima_sample *s, const ot__arima_orders *o,
                           const double y[], size_t n, bool fill,
                           double work[]);

// Residuals of coef in s->u and s->v. skip: those left out of the conditional
// ones.
ot__residuals ot__arima_residuals(const ot__arima_sample *s,
                                  ot__criterion criterion, size_t skip,
                                  const double coef[]);

// The best c in units of the sample, 0 without a mean, or *given in those of
// the series; u less c v. Returns the sum of squares.
double ot__arima_settle(const ot__arima_sample *s, ot__residuals *e,
                        const double *given, double *c);

// What the residuals say, of `used` values in the sense of ot__arima_value.
ot__arima_value ot__arima_valued(const ot__arima_sample *s, ot__residuals *e,
                                 size_t used, const double *given);

// y[0..n) with missing values on the line between their known neighbours at
// distances of `stride`; beyond the outermost, those.
void ot__fill_in(double y[], size_t n, size_t stride);

#endif
