// SPDX-License-Identifier: GPL-3.0-or-later
// backtest.h - the answer of outturn backtest: its tables and its words.
#ifndef OT_CLI_BACKTEST_H
#define OT_CLI_BACKTEST_H

#include "cli/views.h"
#include "outturn/backtest.h"

// What was asked, of which views: series i of the backtest is view i.
typedef struct tested {
    const cli_views *views;
    const ot_backtest *backtest;
    const ot_backtest_options *options;
    const char *period; // "year"
    bool by_series;
} tested;

// How a way is measured, a line each, NULL at the end.
extern const char *const backtest_measures[];

ot_sheet *backtest_sheet(bool by_series);
// Rows of every way, at every cut-off and at all of them.
ot_status backtest_rows(ot_sheet *sheet, const tested *t, ot_error *err);
void backtest_words(ot_sheet *sheet, const tested *t);
// --explain: every question, those at several cut-offs in one row.
ot_sheet *backtest_questions_sheet(const tested *t);
// Why there is nothing to ask.
ot_status backtest_no_question(const tested *t, const char *period,
                               ot_error *err);

#endif
