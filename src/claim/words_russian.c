// SPDX-License-Identifier: GPL-3.0-or-later
// words_russian.c - figures in Russian. A star is the rest of a word.

#include "claim/words.h"

static const ot_hedge_word hedges[] = {
    {"ровно", OT_HEDGE_EXACT},
    {"более чем", OT_HEDGE_OVER},
    {"более чем в", OT_HEDGE_OVER},
    {"более чем на", OT_HEDGE_OVER},
    {"более", OT_HEDGE_OVER},
    {"больше", OT_HEDGE_OVER},
    {"свыше", OT_HEDGE_OVER},
    {"превысил*", OT_HEDGE_OVER},
    {"превыси*", OT_HEDGE_OVER},
    {"превышает", OT_HEDGE_OVER},
    {"не менее", OT_HEDGE_AT_LEAST},
    {"как минимум", OT_HEDGE_AT_LEAST},
    {"почти", OT_HEDGE_NEARLY},
    {"почти в", OT_HEDGE_NEARLY},
    {"почти на", OT_HEDGE_NEARLY},
    {"чуть менее", OT_HEDGE_SLIGHTLY_UNDER},
    {"чуть более", OT_HEDGE_SLIGHTLY_OVER},
    {"немногим более", OT_HEDGE_SLIGHTLY_OVER},
    {"менее", OT_HEDGE_UNDER},
    {"меньше", OT_HEDGE_UNDER},
    {"не более", OT_HEDGE_UP_TO},
    {"около", OT_HEDGE_ABOUT},
    {"примерно", OT_HEDGE_ABOUT},
    {"примерно на", OT_HEDGE_ABOUT},
    {"порядка", OT_HEDGE_ABOUT},
    {"приблизительно", OT_HEDGE_ABOUT},
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
    TIMES("вдвое", 2, 3),      TIMES("удвоил*", 2, 3),
    TIMES("удвоить*", 2, 3),   TIMES("втрое", 3, 4),
    TIMES("утроил*", 3, 4),    TIMES("вчетверо", 4, 5),
    SHARE("треть", 100.0 / 3), SHARE("четверть", 25),
    SHARE("половин*", 50),     {NULL, 0, 0, 0, 0, OT_DIM_NONE},
};

static const ot_vague_word vague[] = {{NULL, 0, 0}};

static const ot_number_word numbers[] = {
    {"один", 1},         {"два", 2},    {"две", 2},     {"двух", 2},
    {"три", 3},          {"трех", 3},   {"четыре", 4},  {"четырех", 4},
    {"пять", 5},         {"пяти", 5},   {"шесть", 6},   {"шести", 6},
    {"семь", 7},         {"семи", 7},   {"восемь", 8},  {"восьми", 8},
    {"девять", 9},       {"девяти", 9}, {"десять", 10}, {"десяти", 10},
    {"одиннадцати", 11}, {NULL, 0},
};

static const ot_part_word parts[] = {
    {"полтора", 1.5}, {"полутора", 1.5}, {NULL, 0}};
static const ot_part_word added[] = {{"с половиной", 0.5}, {NULL, 0}};
static const ot_hedge_word trailing[] = {{NULL, OT_HEDGE_NONE}};
static const char *const between[] = {"между", "от", NULL};
static const char *const to[] = {"и", "до", NULL};
static const char *const times[] = {"раза", "раз", "-кратн*", NULL};
static const char *const percent[] = {"процент*", NULL};
static const char *const points[] = {"процентн* пункт*", "п.п.", NULL};
static const char *const minus[] = {"минус", NULL};
static const ot_physical_word physical[] = {{"баррел* в сутки", "barrels/day"},
                                            {"баррел* в день", "barrels/day"},
                                            {"тонн*", "tonnes"},
                                            {"баррел*", "barrels"},
                                            {NULL, NULL}};
static const ot_money_word money[] = {
    {"долларов сша", "USD"},
    {"долл. сша", "USD"},
    {"доллар*", "$"},
    {"долл", "$"},
    {"$", "$"},
    {"рубл*", "RUB"},
    {"драм*", "AMD"},
    {"евро", "EUR"},
    {"юан*", "CNY"},
    {"тенге", "KZT"},
    {"сом*", "KGS"},
    {"лари", "GEL"},
    {NULL, NULL},
};

const ot_words ot__words_russian = {
    .mark = ',',
    .hedge = hedges,
    .figure = figures,
    .vague = vague,
    .number = numbers,
    .part = parts,
    .added = added,
    .trailing = trailing,
    .between = between,
    .to = to,
    .times = times,
    .percent = percent,
    .points = points,
    .minus = minus,
    .physical = physical,
    .money = money,
};
