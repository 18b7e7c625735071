// SPDX-License-Identifier: GPL-3.0-or-later
// undated.h - "last year" in a text whose date is not known.
//
// What is said of this year and of last year can still be held against each
// other: such periods are counted from a year far off that stands for the
// text's own. No data know them.
#ifndef OT_CLI_UNDATED_H
#define OT_CLI_UNDATED_H

#include "cli/command.h"

// Gives periods to claims that have "relative:last-year:01/09" for one.
void undated_settle(ot_claims *claims);
// Takes them away again, for data.
void undated_clear(ot_claims *claims);

// Is a period counted from the text's own year?
bool undated_is(ot_period period);
// As ot_period_words: "January-September last year"; out: UNDATED_SIZE.
#define UNDATED_SIZE 128
char *undated_words(ot_period period, char out[]);

#endif
