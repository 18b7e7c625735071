// SPDX-License-Identifier: GPL-3.0-or-later
// backtest.c - past periods to ask about, and the ways that are asked.

#include "project/backtest.h"

#include <assert.h>
#include <stdlib.h>

// ---- the object ------------------------------------------------------------

static bool keep_ways(ot_backtest *b)
{
    const size_t naive2 = ot_way_find("naive2");
    const ot_backtest_options *o = &b->options;

    b->ways = o->ways > 0 ? o->ways : ot_way_count();
    b->all = b->naive2 = b->ways;
    b->way = malloc((b->ways + 1) * sizeof *b->way);
    if (b->way == NULL) {
        return false;
    }
    for (size_t i = 0; i < b->ways; i++) {
        b->way[i] = o->ways > 0 ? o->way[i] : i;
        b->naive2 = b->way[i] == naive2 ? i : b->naive2;
    }
    if (b->naive2 == b->ways) {
        b->way[b->all++] = naive2;
    }
    return true;
}

ot_backtest *ot_backtest_new(const ot_backtest_options *options)
{
    ot_backtest *b = calloc(1, sizeof *b);

    if (b == NULL) {
        return NULL;
    }
    b->options = *options;
    b->options.months = options->months > 0 ? options->months : 12;
    b->options.years_least =
        options->years_least > 0 ? options->years_least : 4;
    assert(b->options.years_least >= 2 && 12 % b->options.months == 0);
    for (size_t m = 0; m <= OT_CUTS_MOST; m++) {
        b->options.cut[0] = b->options.cut[0] || options->cut[m];
    }
    if (!keep_ways(b)) {
        ot_backtest_free(b);
        return NULL;
    }
    b->options.way = b->way;
    return b;
}

void ot_backtest_free(ot_backtest *b)
{
    if (b == NULL) {
        return;
    }
    for (size_t i = 0; i < b->pasts; i++) {
        ot_series_free(b->past[i]);
    }
    free(b->past);
    free(b->asked);
    free(b->answer);
    free(b->way);
    free(b);
}

// ---- reading it back -------------------------------------------------------

size_t ot_backtest_series(const ot_backtest *b)
{
    return b->series;
}

int32_t ot_backtest_step(const ot_backtest *b)
{
    return b->step;
}

size_t ot_backtest_questions(const ot_backtest *b)
{
    return b->questions;
}

ot_question ot_backtest_question(const ot_backtest *b, size_t i)
{
    return b->asked[i].q;
}

size_t ot_backtest_not_positive(const ot_backtest *b)
{
    return b->not_positive;
}

size_t ot_backtest_ways(const ot_backtest *b)
{
    return b->ways;
}

size_t ot_backtest_way(const ot_backtest *b, size_t w)
{
    return b->way[w];
}
