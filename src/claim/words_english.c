// SPDX-License-Identifier: GPL-3.0-or-later
// words_english.c - English.

#include "claim/words.h"

static const ot_hedge_word hedges[] = {
    {"exactly", OT_HEDGE_EXACT},
    {"precisely", OT_HEDGE_EXACT},
    {"more than", OT_HEDGE_OVER},
    {"over", OT_HEDGE_OVER},
    {"exceeding", OT_HEDGE_OVER},
    {"exceeded", OT_HEDGE_OVER},
    {"exceeds", OT_HEDGE_OVER},
    {"above", OT_HEDGE_OVER},
    {"surpassing", OT_HEDGE_OVER},
    {"surpassed", OT_HEDGE_OVER},
    {"topped", OT_HEDGE_OVER},
    {"topping", OT_HEDGE_OVER},
    {"upwards of", OT_HEDGE_OVER},
    {"in excess of", OT_HEDGE_OVER},
    {"greater than", OT_HEDGE_OVER},
    {"at least", OT_HEDGE_AT_LEAST},
    {"no less than", OT_HEDGE_AT_LEAST},
    {"not less than", OT_HEDGE_AT_LEAST},
    {"nearly", OT_HEDGE_NEARLY},
    {"almost", OT_HEDGE_NEARLY},
    {"just under", OT_HEDGE_NEARLY},
    {"just below", OT_HEDGE_NEARLY},
    {"close to", OT_HEDGE_NEARLY},
    {"approaching", OT_HEDGE_NEARLY},
    {"less than", OT_HEDGE_UNDER},
    {"fewer than", OT_HEDGE_UNDER},
    {"under", OT_HEDGE_UNDER},
    {"below", OT_HEDGE_UNDER},
    {"up to", OT_HEDGE_UP_TO},
    {"as much as", OT_HEDGE_UP_TO},
    {"at most", OT_HEDGE_UP_TO},
    {"no more than", OT_HEDGE_UP_TO},
    {"not more than", OT_HEDGE_UP_TO},
    {"about", OT_HEDGE_ABOUT},
    {"around", OT_HEDGE_ABOUT},
    {"some", OT_HEDGE_ABOUT},
    {"roughly", OT_HEDGE_ABOUT},
    {"approximately", OT_HEDGE_ABOUT},
    {"approx.", OT_HEDGE_ABOUT},
    {"circa", OT_HEDGE_ABOUT},
    {"~", OT_HEDGE_ABOUT},
    {"slightly more than", OT_HEDGE_SLIGHTLY_OVER},
    {"slightly over", OT_HEDGE_SLIGHTLY_OVER},
    {"slightly above", OT_HEDGE_SLIGHTLY_OVER},
    {"just over", OT_HEDGE_SLIGHTLY_OVER},
    {"just above", OT_HEDGE_SLIGHTLY_OVER},
    {"a bit more than", OT_HEDGE_SLIGHTLY_OVER},
    {"a little more than", OT_HEDGE_SLIGHTLY_OVER},
    {"a fraction over", OT_HEDGE_SLIGHTLY_OVER},
    {"slightly less than", OT_HEDGE_SLIGHTLY_UNDER},
    {"slightly under", OT_HEDGE_SLIGHTLY_UNDER},
    {"slightly below", OT_HEDGE_SLIGHTLY_UNDER},
    {"a bit less than", OT_HEDGE_SLIGHTLY_UNDER},
    {"a little less than", OT_HEDGE_SLIGHTLY_UNDER},
    {NULL, OT_HEDGE_NONE},
};

#define TIMES(phrase, x, next)                                                 \
    {                                                                          \
        phrase, x, 0.05 * (x), 0.1 * (x), next, OT_DIM_TIMES                   \
    }
#define SHARE(phrase, x)                                                       \
    {                                                                          \
        phrase, x, 2.5, 2.5, (x) + 5, OT_DIM_PERCENT                           \
    }

static const ot_figure_word figures[] = {
    TIMES("doubled", 2, 3),
    TIMES("doubling", 2, 3),
    TIMES("double", 2, 3),
    TIMES("twofold", 2, 3),
    TIMES("twice", 2, 3),
    TIMES("tripled", 3, 4),
    TIMES("trebled", 3, 4),
    TIMES("triple", 3, 4),
    TIMES("threefold", 3, 4),
    TIMES("quadrupled", 4, 5),
    TIMES("fourfold", 4, 5),
    TIMES("quintupled", 5, 6),
    TIMES("fivefold", 5, 6),
    TIMES("halved", 0.5, 0.6),
    SHARE("one third", 100.0 / 3),
    SHARE("a third", 100.0 / 3),
    SHARE("two thirds", 200.0 / 3),
    SHARE("two-thirds", 200.0 / 3),
    SHARE("one quarter", 25),
    SHARE("a quarter", 25),
    SHARE("three quarters", 75),
    SHARE("three-quarters", 75),
    SHARE("one half", 50),
    SHARE("a half", 50),
    SHARE("half", 50),
    SHARE("one fifth", 20),
    SHARE("a fifth", 20),
    SHARE("one in four", 25),
    SHARE("one in five", 20),
    {"unchanged", 0, 0.5, 0.5, 0.5, OT_DIM_PERCENT},
    {"flat", 0, 0.5, 0.5, 0.5, OT_DIM_PERCENT},
    {NULL, 0, 0, 0, 0, OT_DIM_NONE},
};

static const ot_vague_word vague[] = {
    {"tens of", 20, 100},
    {"dozens of", 24, 100},
    {"hundreds of", 200, 1000},
    {NULL, 0, 0},
};

static const ot_number_word numbers[] = {
    {"one", 1},     {"two", 2},     {"three", 3}, {"four", 4}, {"five", 5},
    {"six", 6},     {"seven", 7},   {"eight", 8}, {"nine", 9}, {"ten", 10},
    {"eleven", 11}, {"twelve", 12}, {NULL, 0},
};

static const char *const between[] = {"between", "from", "within", NULL};
static const char *const to[] = {"and", "to", NULL};
static const char *const times[] = {"times", "fold", "-fold", "x", NULL};
static const char *const percent[] = {"percent", "per cent", "pct", NULL};
static const char *const points[] = {
    "percentage points", "percentage point", "pp", "p.p.", "points", NULL};

const ot_words ot__words_english = {
    .hedge = hedges,
    .figure = figures,
    .vague = vague,
    .number = numbers,
    .between = between,
    .to = to,
    .times = times,
    .percent = percent,
    .points = points,
};
