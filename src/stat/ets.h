// SPDX-License-Identifier: GPL-3.0-or-later
// ets.h - exponential smoothing as a state space model.
//
// Hyndman, Koehler, Ord & Snyder, Forecasting with Exponential Smoothing: The
// State Space Approach (Springer 2008), "the book" below. Letters are theirs:
// alpha, beta (of the error, not of alpha), gamma, phi.
#ifndef OT_STAT_ETS_H
#define OT_STAT_ETS_H

#include <stdbool.h>
#include <stddef.h>

#include "outturn/error.h"

#define OT__ETS_SEASON_MAX 24

// One of the 30 models of the book's chapter 2. 'N' none, 'A' a term, 'M' a
// factor.
typedef struct ot__ets_model {
    char error; // A or M
    char trend; // N, A or M
    bool damped;
    char season; // N, A or M
} ot__ets_model;

#define OT__ETS_NAME 5 // bytes of the longest name, "MAdM"

// "ANN", "MAdM": as the models are written. False: there is no such model.
bool ot__ets_parse(const char *name, ot__ets_model *model);
// Returns out.
char *ot__ets_name(ot__ets_model model, char out[OT__ETS_NAME]);

// Where a series stands. season[0] is that of the next value.
typedef struct ot__ets_state {
    double level, trend, season[OT__ETS_SEASON_MAX];
} ot__ets_state;

// A model with its numbers. What a model does not have is 0 (a factor that it
// does not have: 0 as well).
typedef struct ot__ets {
    ot__ets_model model;
    size_t m; // values a season; 1 without one
    double alpha, beta, gamma, phi;
    ot__ets_state first; // before y[0]
    // Set by ot__ets_likelihood and ot__ets_fit:
    ot__ets_state last; // at y[n - 1]
    size_t values;      // of y that are known
    double sse; // sum of squared errors, relative ones of model M; may overflow
    // -2 log likelihood without constants: values log(sse), + 2 sum log |mean|
    // where errors are relative (the book, 5.1).
    double lik;
    // Set by ot__ets_fit:
    size_t params; // numbers fitted, the variance among them
    double aicc;   // lik + 2 params + 2 params (params + 1) / (n - params - 1)
    double sigma;  // standard deviation of the errors
} ot__ets;

size_t ot__ets_work_size(size_t n, size_t m);

// Runs over y (n values; NaN: missing, its error is 0) from `first` on. False:
// the recursion broke down (a base of a factor is 0, a growth factor is not
// above 0, or a number is not finite); then `last` and `lik` mean nothing.
bool ot__ets_likelihood(ot__ets *ets, const double y[], size_t n,
                        double work[]);

// Fits the model by maximum likelihood: 1e-4 <= alpha <= 0.9999, 1e-4 <= beta
// <= alpha, 1e-4 <= gamma <= 1 - alpha, 0.8 <= phi <= 0.98, all of them
// admissible (forecasts do not hang on the distant past), and the first states.
// season: values a season, at least 2 for a model with one. work:
// ot__ets_work_size doubles.
//
// OT_E_DATA   too few values, none known, or values that are not above zero for
//             a model with factors
// OT_E_LIMIT  a season longer than OT__ETS_SEASON_MAX
ot_status ot__ets_fit(ot__ets_model model, const double y[], size_t n,
                      size_t season, ot__ets *ets, double work[],
                      ot_error *err);

// Factors are for values that are all above zero and none of which is next to
// nothing beside those around it: a twentieth of the mean of the season that
// ends with it. NaN: missing.
bool ot__ets_suits_factors(const double y[], size_t n, size_t season);

// The model of the least AICc among ANN and AAdN and, with a season, ANA, AAdA
// and, where they suit, MNM, MAdM, MAM. A trend is a term, damped unless the
// season is a factor.
ot_status ot__ets_select(const double y[], size_t n, size_t season,
                         ot__ets *ets, double work[], ot_error *err);

// The next h values from `last`. error: h standard errors (of variance 1), one
// for each step, which make it one joint path; NULL: the path without errors.
void ot__ets_path(const ot__ets *ets, size_t h, const double error[],
                  double path[]);

// The mean of each of the next h values: the path without errors, and what a
// season of factors about relative errors adds after a season (the book, 6.4).
// With factors about additive errors or a trend of factors, where the mean has
// no formula, the path without errors stands for it.
void ot__ets_mean(const ot__ets *ets, size_t h, double mean[]);

// Standard deviation of each of the next h values, the parameters taken as
// known and errors as normal. False: this model has no formula (an additive
// error beside factors, or a trend of them); take it from paths.
//
// Source  the book, chapter 6; Hyndman, Koehler, Ord & Snyder, J. Forecasting
// 24
//         (2005) 17-37
bool ot__ets_sd(const ot__ets *ets, size_t h, double sd[]);

#endif
