// SPDX-License-Identifier: GPL-3.0-or-later
// backtest.h - how ways to project would have done on periods that are over.
//
// A question is one past period after so many of its steps, with what was known
// then; an answer is the total that one way would have said. Nothing after the
// cut-off is looked at but the outcome, which the answer is held against.
#ifndef OUTTURN_BACKTEST_H
#define OUTTURN_BACKTEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "outturn/error.h"
#include "outturn/panel.h"
#include "outturn/period.h"
#include "outturn/project.h"
#include "outturn/series.h"

#ifdef __cplusplus
extern "C" {
#endif

// A way to project: the landing of ot_project_outlook ("auto", the first), then
// the rules that ot_project asks, then the other methods of the registry; the
// method of the name "auto" is "auto-months" here.
typedef struct ot_way {
    const char *name, *summary;
    const ot_method *method; // NULL: the landing
} ot_way;

OT_API size_t ot_way_count(void);
OT_API ot_way ot_way_at(size_t i);
OT_API size_t ot_way_find(const char *name); // ot_way_count(): none

#define OT_CUTS_MOST 11 // a year of months has so many cut-offs

typedef struct ot_backtest_options {
    const size_t *way;          // of ot_way_at; copied
    size_t ways;                // 0: all
    int32_t months;             // of a period: 12, 6 or 3; 0: 12
    int year_start;             // 1 to 12; 0: January
    ot_period range;            // only periods inside it; months 0: all
    size_t years_least;         // full years before a period, 2 or more; 0: 4
    bool cut[OT_CUTS_MOST + 1]; // cut[m]: after m steps; none set: after any
    bool final_figures;         // releases are not looked at
} ot_backtest_options;

// One period at one cut-off.
typedef struct ot_question {
    size_t series; // in the order in which they were added
    ot_period period;
    size_t known;   // its first steps, as many as were known
    ot_day release; // of which they were known; OT_DAY_NONE: final figures
    size_t years;   // full years before it, without a hole
    double outcome; // by the newest figures; base units, above zero
    double scale;   // of its errors, see ot_score
} ot_question;

// What a way said. lo and hi are NaN where it has no distribution, all of it
// where it did not serve.
typedef struct ot_answer {
    double said;
    double lo80, hi80, lo95, hi95;
} ot_answer;

typedef struct ot_backtest ot_backtest;

// NULL: out of memory. Free with ot_backtest_free; NULL is fine there.
OT_API ot_backtest *ot_backtest_new(const ot_backtest_options *options);
OT_API void ot_backtest_free(ot_backtest *b);

// Adds the questions of one series. A period is asked about where all its
// values are known now, their sum is above zero, and at the cut-off as many
// full years as asked for were known before it.
//
// Without releases what was known at a cut-off is the newest figures up to it:
// final ones, so that revisions are not accounted for. Where there are releases
// it is the first of them in which exactly that much of the period was known;
// without one such the question is not asked.
//
//   newest       what the outcomes are of; steps of 1, 3 or 6 months
//   known        the same series as of each release, oldest first
//   release      their days
//   releases     how many there are; 0: final figures
//
// Arrays are copied. Roundings are not looked at.
// OT_E_USAGE  the step leaves no cut-off in a period, or it is another one than
//             that of the series added before
// OT_E_MEMORY b may then only be freed
OT_API ot_status ot_backtest_add(ot_backtest *b, const ot_series *newest,
                                 const ot_series *const known[],
                                 const ot_day release[], size_t releases,
                                 ot_error *err);
// The same for a selection, at its finest step, with the releases its files
// hold (up to the view's day), unless final figures are asked for.
OT_API ot_status ot_backtest_add_view(ot_backtest *b, const ot_view *view,
                                      ot_error *err);

// Asks every way every question. The answers are the same bits for any number
// of threads.
OT_API ot_status ot_backtest_run(ot_backtest *b, size_t threads, ot_error *err);

OT_API size_t ot_backtest_series(const ot_backtest *b); // how many were added
OT_API int32_t ot_backtest_step(const ot_backtest *b);  // of them; 0: none yet
// Questions in the order of series, period and cut-off.
OT_API size_t ot_backtest_questions(const ot_backtest *b);
OT_API ot_question ot_backtest_question(const ot_backtest *b, size_t i);
// Periods left out because their outcome is zero or less.
OT_API size_t ot_backtest_not_positive(const ot_backtest *b);
OT_API size_t ot_backtest_ways(const ot_backtest *b); // as in the options
OT_API size_t ot_backtest_way(const ot_backtest *b, size_t w); // of ot_way_at
// After ot_backtest_run: what way w of ot_backtest_way said to question i.
OT_API ot_answer ot_backtest_answer(const ot_backtest *b, size_t i, size_t w);

// How a way did over n questions, F said and A the outcome. Fractions, not per
// cent; NaN: none.
//
//   mdape, mape  median and mean of |F - A| / A
//   mase         mean of |F - A| / q. q is the scale of the question: the mean
//                absolute change of the total from one year to the next over
//                the full years before the period, as they were known then;
//                the error in them of saying the total of the year before
//   smape        mean of 2 |F - A| / (|F| + |A|)
//   bias         mean of F / A - 1: above zero where it said too much
//   cov80, cov95 share of outcomes inside the 80 and 95 % of its distribution
//   msis         of [L, U], its 95 %: mean of (U - L + 40 max(L - A, 0) + 40
//                max(A - U, 0)) / q
//   owa          (smape / smape2 + mase / mase2) / 2, where those are of naive2
//                over the same questions
//
// Totals that never changed have no scale (q = 0): their questions are left out
// of mase, msis and owa. Coverage and msis are over questions with a range.
//
// Source  Makridakis, Spiliotis & Assimakopoulos, Int. J. Forecasting 36 (2020)
//         54-74 (sMAPE, MASE, MSIS, OWA); Hyndman & Koehler, Int. J.
//         Forecasting 22 (2006) 679-688 (MASE); Gneiting & Raftery, J. American
//         Statistical Association 102 (2007) 359-378 (the interval score)
typedef struct ot_score {
    size_t n;      // questions that it answered
    size_t ranges; // of which with a range
    double mdape, mape, mase, smape, bias;
    double cov80, cov95, msis;
    double owa;
} ot_score;

#define OT_ALL_SERIES SIZE_MAX

// Over the questions of one series (OT_ALL_SERIES: of all) after `known` steps
// (0: after any).
OT_API ot_status ot_backtest_score(const ot_backtest *b, size_t w,
                                   size_t series, size_t known, ot_score *score,
                                   ot_error *err);

#ifdef __cplusplus
}
#endif
#endif
