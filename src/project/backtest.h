// SPDX-License-Identifier: GPL-3.0-or-later
// backtest.h - what the files of a backtest share.
#ifndef OT_PROJECT_BACKTEST_H
#define OT_PROJECT_BACKTEST_H

#include "outturn/backtest.h"

// A question and what was known: the first n values of past[past].
typedef struct ot__asked {
    ot_question q;
    size_t past, n;
} ot__asked;

struct ot_backtest {
    ot_backtest_options options; // way is b->way
    size_t *way;                 // of ot_way_at: those asked for, then naive2
    size_t ways, all;            // asked for; and naive2, if it is none of them
    size_t naive2;               // where it stands in way[]
    ot_series **past;            // owned copies
    size_t pasts;
    ot__asked *asked;
    size_t questions;
    ot_answer *answer; // of way w to question i: [i * all + w]; NULL: not run
    size_t series, not_positive;
    int32_t step;
};

#endif
