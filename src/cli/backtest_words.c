// SPDX-License-Identifier: GPL-3.0-or-later
// backtest_words.c - outturn backtest in words: what was asked, what was known
// then, how answers are measured.

#include "cli/backtest.h"

#include <math.h>

const char *const backtest_measures[] = {
    "F what a method said, A the outcome, [L, U] the 95 % of its range",
    "q the mean absolute change of the total from year to year, over the years "
    "before, as known then",
    "MdAPE, MAPE  median and mean of |F - A| / A",
    "MASE         mean of |F - A| / q",
    "sMAPE        mean of 2 |F - A| / (|F| + |A|)",
    "bias         mean of F / A - 1: + where it said too much",
    "in 80, 95 %  share of outcomes inside its range",
    "MSIS         mean of (U - L + 40 max(L - A, 0) + 40 max(A - U, 0)) / q",
    "OWA          (sMAPE / its of naive2 + MASE / its of naive2) / 2, over the "
    "same questions",
    "Where years never differed (q = 0), MASE, MSIS and OWA leave them out",
    "From: Makridakis, Spiliotis & Assimakopoulos, Int. J. Forecasting 36 "
    "(2020) 54-74; Hyndman & Koehler, 22 (2006) 679-688",
    NULL,
};

static const char *step_name(int32_t step)
{
    return step == 1 ? "month" : step == 3 ? "quarter" : "half-year";
}

static const char *ending(size_t n)
{
    return n == 1 ? "" : "s";
}

// What the questions are about.
typedef struct extent {
    size_t series, periods; // periods of each series
    bool cut[OT_CUTS_MOST + 1];
    int32_t first, last; // first months of the first and last period
    size_t released;     // known by a release
    ot_day first_day, last_day;
} extent;

static extent extent_of(const ot_backtest *b)
{
    extent e = {.first = INT32_MAX,
                .last = INT32_MIN,
                .first_day = OT_DAY_LATEST,
                .last_day = OT_DAY_NONE};
    ot_question last = {.series = SIZE_MAX};

    for (size_t i = 0; i < ot_backtest_questions(b); i++) {
        const ot_question q = ot_backtest_question(b, i);
        const bool other = q.series != last.series;
        e.series += other;
        e.periods += other || q.period.first != last.period.first;
        e.cut[q.known] = true;
        e.first = q.period.first < e.first ? q.period.first : e.first;
        e.last = q.period.first > e.last ? q.period.first : e.last;
        if (q.release != OT_DAY_NONE) {
            e.released++;
            e.first_day = q.release < e.first_day ? q.release : e.first_day;
            e.last_day = q.release > e.last_day ? q.release : e.last_day;
        }
        last = q;
    }
    return e;
}

// ---- above the table -------------------------------------------------------

// "1 to 11 months", "3, 6, 9 months": runs of more than two are drawn together.
static void put_cuts(ot_buf *line, const bool cut[], const char *step)
{
    size_t last = 0;

    for (size_t m = 1; m <= OT_CUTS_MOST; m++) {
        size_t end = m;
        while (cut[m] && end < OT_CUTS_MOST && cut[end + 1]) {
            end++;
        }
        if (!cut[m]) {
            continue;
        }
        ot__buf_format(line, "%s%zu", last > 0 ? ", " : " ", m);
        if (end > m + 1) {
            ot__buf_format(line, " to %zu", end);
            m = end;
        }
        last = m;
    }
    ot__buf_format(line, " %s%s", step, ending(last));
}

static void asked_line(ot_sheet *sheet, const tested *t, const extent *e)
{
    const int32_t months = t->options->months;
    const size_t n = ot_backtest_questions(t->backtest);
    char first[64], last[64];
    ot_buf line = {0};

    ot__buf_format(&line, "%zu %s%s", e->periods, t->period,
                   ending(e->periods));
    if (e->series > 1) {
        ot__buf_format(&line, " of %zu series", e->series);
    }
    ot__buf_format(&line, ", %s",
                   ot_period_words((ot_period){e->first, months}, first));
    if (e->last > e->first) {
        ot__buf_format(&line, " to %s",
                       ot_period_words((ot_period){e->last, months}, last));
    }
    ot__buf_format(&line, ", with %zu full years or more before; after",
                   t->options->years_least);
    put_cuts(&line, e->cut, step_name(ot_backtest_step(t->backtest)));
    ot_sheet_above(sheet, "%s: %zu question%s", ot__buf_cstr(&line), n,
                   ending(n));
    ot__buf_free(&line);
}

static void known_line(ot_sheet *sheet, const tested *t, const extent *e)
{
    const size_t n = ot_backtest_questions(t->backtest);
    char first[32], last[32];

    if (e->released < n) {
        ot_sheet_above(sheet, "%sfinal figures: revisions not accounted for",
                       e->released > 0 ? "in part " : "");
    }
    if (e->released > 0) {
        ot_sheet_above(sheet,
                       "known then: the first release with just so much, of %s "
                       "to %s; outcomes: the newest figures",
                       ot_day_words(e->first_day, first),
                       ot_day_words(e->last_day, last));
    }
}

// ---- below it --------------------------------------------------------------

static void silent_series_line(ot_sheet *sheet, const tested *t)
{
    const ot_backtest *b = t->backtest;
    ot_buf names = {0};
    size_t next = 0, silent = 0;

    for (size_t s = 0; s < ot_backtest_series(b); s++) {
        if (next < ot_backtest_questions(b) &&
            ot_backtest_question(b, next).series == s) {
            while (next < ot_backtest_questions(b) &&
                   ot_backtest_question(b, next).series == s) {
                next++;
            }
            continue;
        }
        ot__buf_text(&names, silent++ > 0 ? ", " : "");
        cli_views_name(t->views, s, &names);
    }
    if (silent > 0) {
        ot_sheet_note(sheet, "no %s to ask about: %s", t->period,
                      ot__buf_cstr(&names));
    }
    ot__buf_free(&names);
}

void backtest_words(ot_sheet *sheet, const tested *t)
{
    const extent e = extent_of(t->backtest);
    const size_t left_out = ot_backtest_not_positive(t->backtest);

    asked_line(sheet, t, &e);
    known_line(sheet, t, &e);
    ot_sheet_note(sheet,
                  "after: %ss known. bias: + said too much. MASE, MSIS: in "
                  "usual changes from year to year. OWA: 1 is naive2",
                  step_name(ot_backtest_step(t->backtest)));
    ot_sheet_note(sheet,
                  "ranges: auto by its distribution; methods that project "
                  "asks by three or more earlier misses; others have none");
    silent_series_line(sheet, t);
    if (left_out > 0) {
        ot_sheet_note(sheet,
                      "left out, as percentages of it mean nothing: %zu "
                      "outcome%s of zero or less",
                      left_out, ending(left_out));
    }
    if (e.released > 0) {
        ot_sheet_note(sheet, "earlier years can be asked about by --final");
    }
}

// ---- nothing to ask --------------------------------------------------------

// The months that any series has.
static ot_period span_of(const cli_views *v)
{
    ot_period span = ot_view_span(v->view[0]);

    for (size_t i = 1; i < v->n; i++) {
        const ot_period p = ot_view_span(v->view[i]);
        const int32_t first = p.first < span.first ? p.first : span.first;
        const int32_t last = ot_period_last(p) > ot_period_last(span)
                                 ? ot_period_last(p)
                                 : ot_period_last(span);
        span = ot_period_range(first, last);
    }
    return span;
}

static ot_status no_percentages(const tested *t, ot_error *err)
{
    const size_t n = ot_backtest_not_positive(t->backtest);

    return ot_fail(
        err, OT_E_DATA, NULL,
        "no %s can be asked about: %zu outcome%s of zero or less, of "
        "which percentages mean nothing",
        t->period, n, ending(n));
}

ot_status backtest_no_question(const tested *t, const char *period,
                               ot_error *err)
{
    const bool released = cli_views_release(t->views) != OT_DAY_NONE &&
                          !t->options->final_figures;
    char span[64];

    if (ot_backtest_not_positive(t->backtest) > 0) {
        return no_percentages(t, err);
    }
    return ot_fail(err, OT_E_DATA, NULL,
                   "no %s%s%s can be asked about: it needs %zu full years "
                   "before it (--min-years)%s; the figures are of %s",
                   t->period, period != NULL ? " in " : "",
                   period != NULL ? period : "", t->options->years_least,
                   released ? ", a known end, and a release of when a part of "
                              "it was known (or --final)"
                            : " and a known end",
                   ot_period_words(span_of(t->views), span));
}
