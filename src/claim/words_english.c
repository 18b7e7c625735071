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
    {"exceed", OT_HEDGE_OVER},
    {"surpass", OT_HEDGE_OVER},
    {"well over", OT_HEDGE_OVER},
    {"better than", OT_HEDGE_OVER},
    {"beyond", OT_HEDGE_OVER},
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
    {"not quite", OT_HEDGE_NEARLY},
    {"a little under", OT_HEDGE_NEARLY},
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
    {"approximately of", OT_HEDGE_ABOUT},
    {"approx.", OT_HEDGE_ABOUT},
    {"circa", OT_HEDGE_ABOUT},
    {"in the region of", OT_HEDGE_ABOUT},
    {"~", OT_HEDGE_ABOUT},
    {"slightly more than", OT_HEDGE_SLIGHTLY_OVER},
    {"slightly over", OT_HEDGE_SLIGHTLY_OVER},
    {"slightly above", OT_HEDGE_SLIGHTLY_OVER},
    {"just over", OT_HEDGE_SLIGHTLY_OVER},
    {"just above", OT_HEDGE_SLIGHTLY_OVER},
    {"a bit more than", OT_HEDGE_SLIGHTLY_OVER},
    {"a bit over", OT_HEDGE_SLIGHTLY_OVER},
    {"a little over", OT_HEDGE_SLIGHTLY_OVER},
    {"marginally over", OT_HEDGE_SLIGHTLY_OVER},
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
// "Fivefold" is the figure 5.
#define FOLD(phrase, x)                                                        \
    {                                                                          \
        phrase, x, 0.5, 1, (x) + 1, OT_DIM_TIMES                               \
    }
#define SHARE(phrase, x)                                                       \
    {                                                                          \
        phrase, x, 2.5, 2.5, (x) + 5, OT_DIM_PERCENT                           \
    }

static const ot_figure_word figures[] = {
    TIMES("doubled", 2, 3),
    TIMES("doubling", 2, 3),
    TIMES("double", 2, 3),
    FOLD("twofold", 2),
    TIMES("twice", 2, 3),
    TIMES("tripled", 3, 4),
    TIMES("trebled", 3, 4),
    TIMES("tripling", 3, 4),
    TIMES("triple", 3, 4),
    TIMES("thrice", 3, 4),
    TIMES("quadruple", 4, 5),
    TIMES("quadrupling", 4, 5),
    TIMES("halving", 0.5, 0.6),
    FOLD("threefold", 3),
    TIMES("quadrupled", 4, 5),
    FOLD("fourfold", 4),
    TIMES("quintupled", 5, 6),
    FOLD("fivefold", 5),
    TIMES("halved", 0.5, 0.6),
    SHARE("one third", 100.0 / 3),
    SHARE("one-third", 100.0 / 3),
    SHARE("one-quarter", 25),
    SHARE("one-half", 50),
    SHARE("one-fifth", 20),
    SHARE("one-sixth", 100.0 / 6),
    SHARE("a sixth", 100.0 / 6),
    SHARE("one-tenth", 10),
    SHARE("a tenth", 10),
    SHARE("two fifths", 40),
    SHARE("two-fifths", 40),
    SHARE("three fifths", 60),
    SHARE("three-fifths", 60),
    SHARE("four fifths", 80),
    SHARE("four-fifths", 80),
    SHARE("one in three", 100.0 / 3),
    SHARE("one in ten", 10),
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
static const char *const minus[] = {"minus", NULL};
static const ot_physical_word physical[] = {
    {"barrels per day", "barrels/day"},
    {"barrels a day", "barrels/day"},
    {"bpd", "barrels/day"},
    {"barrels", "barrels"},
    {"metric tons", "tonnes"},
    {"tonnes", "tonnes"},
    {"tons", "tonnes"},
    {"cubic meters", "m3"},
    {"cubic metres", "m3"},
    {NULL, NULL},
};
static const char *const points[] = {
    "percentage points", "percentage point", "pp", "p.p.", "points", NULL};

static const ot_money_word money[] = {
    {"$", "$"},           {"$$", "$"},         {"dollars", "$"},
    {"dollar", "$"},      {"dlrs", "$"},       {"dlr", "$"},
    {"francs", "franc"},  {"franc", "franc"},  {"dinars", "dinar"},
    {"dinar", "dinar"},   {"crowns", "crown"}, {"crown", "crown"},
    {"kronor", "crown"},  {"kroner", "crown"}, {"dirhams", "dirham"},
    {"dirham", "dirham"}, {"pesos", "peso"},   {"peso", "peso"},
    {"rupees", "rupee"},  {"rupee", "rupee"},  {"marks", "mark"},
    {"mark", "mark"},     {"lire", "lira"},    {"lira", "lira"},
    {"rials", "rial"},    {"riyals", "rial"},  {"\u00a5", "\u00a5"},
    {NULL, NULL},
};

const ot_words ot__words_english = {
    .mark = '.',
    .hedge = hedges,
    .figure = figures,
    .vague = vague,
    .number = numbers,
    .between = between,
    .to = to,
    .times = times,
    .percent = percent,
    .points = points,
    .minus = minus,
    .physical = physical,
    .money = money,
};
