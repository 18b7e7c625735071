// SPDX-License-Identifier: GPL-3.0-or-later
// relation_cases.h - short texts of every kind of relation, with what
// arithmetic says of them. All sentences are our own. Each answer was worked by
// hand: the comment has the arithmetic, u is one unit of the last digit.
#ifndef OT_TESTS_RELATION_CASES_H
#define OT_TESTS_RELATION_CASES_H

#define UP    'u' // some claim adds up and none clashes
#define CLASH 'c' // the quoted claim clashes
#define APART                                                                  \
    'n'          // nothing clashes: figures that are not of the same are kept
                 // apart
#define OPEN 'o' // the quoted projection is neither: it says what it needs

typedef enum relation_what {
    NOTHING = 0,
    IMPLIED, // what the others imply of the quoted figure
    BASE,    // ... of the level it is compared with
    MONTHS,  // of even flow that level so far and projection fit
    NEED,    // of the rest of the period
    YEARLY   // growth a year that a target needs
} relation_what;

typedef struct relation {
    const char *name, *text;
    char verdict;
    const char *quote; // the claim that is asked for; NULL: none
    int slip;          // an ot_slip_kind + 1; 0: no slip is likely
    relation_what what;
    double lo, hi; // of `what`, in base units, per cent, times; to a part in
                   // 1000
} relation;

#define SLIP(kind) (OT_SLIP_##kind + 1)
#define BN         1e9
#define M          1e6

static const relation relations[] = {
    // ---- K1 levels: one figure twice
    // 2,391.6 rounds to 2.4.
    {"a level and the same with more digits",
     "Armenia's exports to Russia were 2.4 billion dollars in 2024. "
     "Armenia's exports to Russia came to 2,391.6 million dollars in 2024.",
     UP, "2.4 billion dollars", 0, IMPLIED, 2391.55 * M, 2391.65 * M},
    // 2,451.6 rounds to 2.5; cut it is 2.4.
    {"a level that was cut",
     "Armenia's exports to Russia were 2.4 billion dollars in 2024. "
     "Armenia's exports to Russia came to 2,451.6 million dollars in 2024.",
     UP, NULL, 0, NOTHING, 0, 0},
    // 2.6 is neither rounded nor cut.
    {"a level that is another",
     "Armenia's exports to Russia were 2.4 billion dollars in 2024. "
     "Armenia's exports to Russia came to 2,631.6 million dollars in 2024.",
     CLASH, "2.4 billion dollars", 0, IMPLIED, 2631.55 * M, 2631.65 * M},
    // 2.45 is a tie: 2.4 and 2.5 are both right.
    {"a tie goes either way",
     "Exports were 2.4 billion dollars in 2024. In 2024 exports came to "
     "exactly 2,450 million dollars.",
     UP, NULL, 0, NOTHING, 0, 0},

    // ---- goods: figures for some of them are not those for all
    {"goods named before the flow",
     "Wine exports from Georgia rose 6.6 percent to $276 million in 2024. "
     "Total exports from Georgia rose 7.8 percent to $6.56 billion in 2024.",
     APART, NULL, 0, NOTHING, 0, 0},
    {"goods named behind the flow",
     "Exports of Switzerland were 282.9 billion francs in 2024. Exports of "
     "watches were 26.0 billion francs in 2024.",
     APART, NULL, 0, NOTHING, 0, 0},
    {"goods named behind the figure",
     "In 2024 Brazil exported 14.6 billion dollars of soybeans to China. In "
     "2024 Brazil's exports to China were 51.8 billion dollars.",
     APART, NULL, 0, NOTHING, 0, 0},
    // 276 / 259 = 1.0656, not 1.086.
    {"the same goods by another wording",
     "Wine exports were $276 million in 2024 and $259 million in 2023. Exports "
     "of wine rose 8.6 percent in 2024 compared with 2023.",
     CLASH, "8.6 percent", 0, NOTHING, 0, 0},
    // A part is at most its whole.
    {"goods for more than all of them",
     "Exports of wine were $7.1 billion in 2024. Exports were $6.56 billion "
     "in 2024.",
     CLASH, "$7.1 billion", 0, NOTHING, 0, 0},
    {"goods that are all of them",
     "Exports of goods were $7.1 billion in 2024. Exports were $6.56 billion "
     "in 2024.",
     CLASH, "$7.1 billion", 0, NOTHING, 0, 0},

    // ---- whose period goes on
    // 9.75 / 10.15 = 0.9606, 9.85 / 10.05 = 0.9801; both months are of 2024.
    {"a month before, by its name",
     "Exports were 9.8 billion euros in March 2024, down 3.0 percent from "
     "February. Exports were 10.1 billion euros in February 2024.",
     UP, "3.0 percent", 0, IMPLIED, -3.941, -1.990},
    {"the time of the whole of a share",
     "Imports were 3.0 billion dollars, a tenth of the 29.6 billion dollars "
     "imported in 2021. Imports were 4.6 billion dollars in 2023 and 29.6 "
     "billion dollars in 2021.",
     APART, NULL, 0, NOTHING, 0, 0},
    {"a target is of no time named before",
     "Armenia's trade with Iran was 737 million dollars in 2024. The goal is "
     "to bring trade with Iran to 3 billion dollars.",
     APART, NULL, 0, NOTHING, 0, 0},

    // ---- whose partner goes on
    {"all exports after those to one country",
     "Exports to Russia were 682 million dollars in 2024. Total exports were "
     "6.56 billion dollars in 2024. Exports to Russia were 0.68 billion "
     "dollars in 2024.",
     UP, NULL, 0, NOTHING, 0, 0},
    {"all exports against themselves",
     "Exports to Russia were 682 million dollars in 2024. Total exports were "
     "6.56 billion dollars in 2024. All exports were 6.76 billion dollars in "
     "2024.",
     CLASH, "6.76 billion dollars", 0, NOTHING, 0, 0},
    {"imports after exports to two countries",
     "In 2024 exports to the EU were 574.0 million dollars, exports to Russia "
     "60.9 million dollars. Imports were 2.05 billion dollars. In 2024 the "
     "deficit with Russia was 0.3 billion dollars.",
     APART, NULL, 0, NOTHING, 0, 0},

    // ---- quantities are no money
    {"cubic metres and dollars",
     "Gas exports rose 6.3 percent to 25.2 billion cubic metres in 2024. In "
     "2024 gas exports fell to 8.4 billion dollars from 9.6 billion dollars, "
     "by 12.5 percent.",
     UP, NULL, 0, NOTHING, 0, 0},
    // 3.1 / 3.4 = 0.912, 3.4 / 2.4 = 1.417.
    {"three years: a fall over the one before it",
     "Exports rose from 2.4 billion dollars in 2022 to 3.4 billion dollars in "
     "2023, by 1.4 times, and in 2024 fell to 3.1 billion dollars, by 8.8 "
     "percent.",
     UP, "8.8 percent", 0, IMPLIED, -11.595, -5.970},
    {"the same period of a year, in a sentence of its own",
     "Exports were 14.6 billion dollars in January-June 2024. In the same "
     "period of 2023 they had been 16.2 billion dollars, so that exports fell "
     "9.9 percent.",
     UP, "9.9 percent", 0, IMPLIED, -10.463, -9.288},

    // ---- K2 relative change
    // 12.475 / 11.865 = 1.0514, 12.485 / 11.855 = 1.0531.
    {"a growth between two levels",
     "Exports rose 5.2 percent to 12.48 billion dollars in 2024 from 11.86 "
     "billion dollars in 2023.",
     UP, "5.2 percent", 0, IMPLIED, 5.141, 5.314},
    // 6.5 / 5.5 - 1 = 18.2 named; 6.45 / 5.55 to 6.55 / 5.45: 16.2 to 20.2.
    {"a growth that only rounding allows",
     "Exports rose 20 percent to 6.5 billion dollars in 2024 from 5.5 billion "
     "dollars in 2023.",
     UP, "20 percent", 0, IMPLIED, 16.216, 20.183},
    {"a growth beyond rounding",
     "Exports rose 22 percent to 6.5 billion dollars in 2024 from 5.5 billion "
     "dollars in 2023.",
     CLASH, "22 percent", 0, IMPLIED, 16.216, 20.183},
    // 872.5 / 950.6 = 0.91784.
    {"a fall between two levels",
     "Imports were down 8.2 percent in 2024, to 872.5 million dollars from "
     "950.6 million dollars in 2023.",
     UP, "8.2 percent", 0, IMPLIED, -8.226, -8.206},
    // 7.8 / 872.5 = 8.95 of the new.
    {"a fall over the new value, cut too",
     "Imports fell 8.9 percent in 2024, to 872.5 million dollars from 950.6 "
     "million dollars in 2023.",
     CLASH, "8.9 percent", SLIP(BASE), IMPLIED, -8.226, -8.206},
    // 4.7 / 13.1 = 35.9 %; 4.7 / 8.4 = 56 %.
    {"a rise over the new value",
     "Armenia's exports were 13.1 billion dollars in 2024, 36 percent more "
     "than the 8.4 billion dollars of 2023.",
     CLASH, "36 percent", SLIP(BASE), IMPLIED, 54.438, 57.485},
    // 1.6 / 4.3 = 37.2 %: it fell to that, by 62.8.
    {"a fall by what is left",
     "Exports fell from 4.3 billion dollars in 2023 to 1.6 billion dollars in "
     "2024, a drop of 37 percent.",
     CLASH, "37 percent", SLIP(BY_FOR_TO), IMPLIED, -64.368, -61.176},
    // 6.0 / 4.0 = 150 %.
    {"a rise by what it rose to",
     "Exports rose 150 percent to 6.0 billion dollars in 2024 from 4.0 billion "
     "dollars in 2023.",
     CLASH, "150 percent", SLIP(BY_FOR_TO), IMPLIED, 46.914, 53.165},
    // 8.2 / 9.0 = 0.9111.
    {"a fall that is said to be a rise",
     "Exports rose 8.9 percent in 2024, to 8.20 billion dollars from 9.00 "
     "billion dollars in 2023.",
     CLASH, "8.9 percent", SLIP(SIGN), IMPLIED, -8.995, -8.783},
    // 437.1 / 451.1 = 0.96896.
    {"fiscal years a year apart",
     "Exports for fiscal 2023-24 were 437.1 billion dollars and for fiscal "
     "2022-23 451.1 billion dollars, a fall of 3.1 percent.",
     UP, "3.1 percent", 0, IMPLIED, -3.125, -3.082},

    // ---- K3, K4 absolute change and level
    // 12.35 - 10.45 to 12.45 - 10.35.
    {"a change that only rounding allows",
     "Exports were up 1.9 billion dollars in 2024, at 12.4 billion dollars, "
     "from 10.4 billion dollars in 2023.",
     UP, "1.9 billion dollars", 0, IMPLIED, 1.9 * BN, 2.1 * BN},
    {"a change beyond rounding",
     "Exports were up 2.9 billion dollars in 2024, at 12.4 billion dollars, "
     "from 10.4 billion dollars in 2023.",
     CLASH, "2.9 billion dollars", 0, IMPLIED, 1.9 * BN, 2.1 * BN},
    // 33.9 + 16.6 = 50.5; 33.9 / 50.5 - 1 = -32.9 %.
    {"both forms of a change with the new level",
     "Exports fell 16.6 billion dollars or 33 percent to 33.9 billion dollars "
     "in 2024.",
     UP, "16.6 billion dollars", 0, BASE, 50.4 * BN, 50.597 * BN},
    // 16.65 / (33.85 + 16.65), 16.55 / (33.95 + 16.55).
    {"both forms of a change that do not agree",
     "Exports fell 16.6 billion dollars or 43 percent to 33.9 billion dollars "
     "in 2024.",
     CLASH, "43 percent", 0, IMPLIED, -32.970, -32.772},
    // 12.48 / 1.052: 12.475 / 1.0525 to 12.485 / 1.0515.
    {"a growth and the new level imply the old",
     "Exports rose 5.2 percent to 12.48 billion dollars in 2024.", UP,
     "5.2 percent", 0, BASE, 11.8527 * BN, 11.8735 * BN},

    // ---- K5 from, to, against
    // 6.1 / 4.3 = 1.419.
    {"from and to with a growth",
     "Imports rose from 4.3 billion dollars in 2023 to 6.1 billion dollars in "
     "2024, or by 42 percent.",
     UP, "42 percent", 0, IMPLIED, 39.08, 44.706},
    {"from and to without a period",
     "Exports rose from 4.3 billion dollars to 6.1 billion dollars, or by 42 "
     "percent.",
     UP, "42 percent", 0, IMPLIED, 39.08, 44.706},
    {"from and to without a period, wrong",
     "Exports rose from 4.3 billion dollars to 6.1 billion dollars, or by 72 "
     "percent.",
     CLASH, "72 percent", 0, IMPLIED, 39.08, 44.706},
    // 6.5 / 5.0 = 1.3.
    {"against the old value",
     "Exports were 6.5 billion dollars in 2024 against 5.0 billion dollars in "
     "2023, up 30 percent.",
     UP, "30 percent", 0, IMPLIED, 27.723, 32.323},
    {"the old value has no period of its own",
     "Exports rose 30 percent to 6.5 billion dollars in 2024 from 5.0 billion "
     "dollars.",
     UP, "30 percent", 0, IMPLIED, 27.723, 32.323},
    {"the old value has no period of its own, wrong",
     "Exports rose 40 percent to 6.5 billion dollars in 2024 from 5.0 billion "
     "dollars.",
     CLASH, "40 percent", 0, IMPLIED, 27.723, 32.323},
    {"a month and the same a year earlier",
     "Exports in September were 4.2 billion dollars, up 5 percent from 4.0 "
     "billion dollars a year earlier.",
     UP, "5 percent", 0, IMPLIED, 2.469, 7.595},
    {"last year is not this year",
     "Exports last year were 12.4 billion dollars. Exports this year were 13.9 "
     "billion dollars.",
     APART, NULL, 0, NOTHING, 0, 0},
    {"May is not June",
     "Exports were 12.4 billion dollars in May and 13.0 billion dollars in "
     "June.",
     APART, NULL, 0, NOTHING, 0, 0},

    // ---- K6 multiples
    // 8.3 / 3.3 = 2.515: 8.25 / 3.35 to 8.35 / 3.25.
    {"so many times",
     "Exports increased 2.5 times to 8.3 billion dollars in 2024 from 3.3 "
     "billion dollars in 2023.",
     UP, "2.5 times", 0, IMPLIED, 2.4627, 2.5692},
    {"so many times, one too many",
     "Exports increased 3.5 times to 8.3 billion dollars in 2024 from 3.3 "
     "billion dollars in 2023.",
     CLASH, "3.5 times", SLIP(BY_FOR_TO), IMPLIED, 2.4627, 2.5692},
    // 7.1 / 1.9 = 3.74: to 3.7 times; "by 2.7 times" is on top of the base.
    {"by so many times is to so many times",
     "Imports increased by 3.7 times to 7.1 billion dollars in 2024 from 1.9 "
     "billion dollars in 2023.",
     UP, "3.7 times", 0, IMPLIED, 3.6154, 3.8649},
    {"by so many times on top of the base",
     "Imports increased by 2.7 times to 7.1 billion dollars in 2024 from 1.9 "
     "billion dollars in 2023.",
     UP, "2.7 times", 0, IMPLIED, 3.6154, 3.8649},
    // 8.4 / 4.1 = 2.05, doubled is 1.9 to 2.1.
    {"doubled",
     "Exports doubled to 8.4 billion dollars in 2024 from 4.1 billion dollars "
     "in 2023.",
     UP, "doubled", 0, IMPLIED, 2.0120, 2.0864},
    // 8.4 / 4.6 = 1.83.
    {"more than doubled that is less",
     "Exports more than doubled to 8.4 billion dollars in 2024 from 4.6 "
     "billion dollars in 2023.",
     CLASH, "more than doubled", 0, IMPLIED, 1.7957, 1.8571},
    // 7.3 / 2.6 = 2.81 is in 2.85 - 5 %; nearly is 2.7 to 3 of tripled.
    {"almost tripled",
     "Trade between the two countries almost tripled, from 2.6 billion dollars "
     "in 2021 to 7.3 billion dollars in 2023.",
     UP, "almost tripled", 0, IMPLIED, 2.7358, 2.8824},
    {"more than tripled that is almost",
     "Trade between the two countries more than tripled, from 2.6 billion "
     "dollars in 2021 to 7.3 billion dollars in 2023.",
     CLASH, "more than tripled", 0, IMPLIED, 2.7358, 2.8824},
    // 4.4 is above four times: almost it is not.
    {"almost four times for 4.4",
     "Exports almost quadrupled to 4.4 billion dollars in 2024 from 1.0 "
     "billion dollars in 2023.",
     CLASH, "almost quadrupled", 0, IMPLIED, 4.1429, 4.6842},
    {"halved",
     "Exports halved to 4.1 billion dollars in 2024 from 8.2 billion dollars "
     "in "
     "2023.",
     UP, NULL, 0, NOTHING, 0, 0},
    // 7.1 / 1.4 = 5.07.
    {"fivefold",
     "Imports grew fivefold to 7.1 billion dollars in 2024 from 1.4 billion "
     "dollars in 2023.",
     UP, NULL, 0, NOTHING, 0, 0},
    // 2.0 / 5.0 = 1 / 2.5.
    {"so many times lower",
     "Imports were 2.5 times lower in 2024 at 2.0 billion dollars, compared "
     "with 5.0 billion dollars in 2023.",
     UP, "2.5 times", 0, IMPLIED, 0.38614, 0.41414},
    {"twice as large",
     "Exports to China, at 3.0 billion dollars in 2024, were twice as large as "
     "in 2023, when they were 1.5 billion dollars.",
     UP, NULL, 0, NOTHING, 0, 0},

    // ---- K7, K8 shares
    // 3.1 / 13.0 = 23.8 %: 3.05 / 13.05 to 3.15 / 12.95.
    {"a share of a total that stands beside it",
     "Exports to Russia accounted for 24 percent of Armenia's total exports in "
     "2024: 3.1 billion dollars of 13.0 billion dollars.",
     UP, "24 percent", 0, IMPLIED, 23.372, 24.324},
    {"a share of a total that stands beside it, wrong",
     "Armenia's exports to Russia were 3.1 billion dollars in 2024, or 34 "
     "percent of total exports of 13.0 billion dollars.",
     CLASH, "34 percent", 0, IMPLIED, 23.372, 24.324},
    // 3.0 / 9.1 = 33.0 %, a third is 33.3 +- 2.5.
    {"a third of a total",
     "Armenia's exports to China were 3.0 billion dollars in 2024, a third of "
     "its total exports of 9.1 billion dollars.",
     UP, "a third", 0, IMPLIED, 32.24, 33.702},
    {"half of a total that is a third of it",
     "Armenia's exports to China were 3.0 billion dollars in 2024, half of its "
     "total exports of 9.1 billion dollars.",
     CLASH, "half", 0, IMPLIED, 32.24, 33.702},
    // 41.4 - 35.6 = 5.8 +- 0.1.
    {"a change of a share in points",
     "Russia's share of Armenia's exports rose from 35.6 percent in 2023 to "
     "41.4 percent in 2024, up 5.8 percentage points.",
     UP, "5.8 percentage points", 0, IMPLIED, 5.7, 5.9},
    {"a change of a share in points, wrong",
     "Russia's share of Armenia's exports rose from 35.6 percent in 2023 to "
     "41.4 percent in 2024, up 8.8 percentage points.",
     CLASH, "8.8 percentage points", 0, IMPLIED, 5.7, 5.9},
    // 41.4 / 35.6 = 1.163.
    {"a change of a share in points that is per cent of it",
     "Russia's share of Armenia's exports rose from 35.6 percent in 2023 to "
     "41.4 percent in 2024, up 16.3 percentage points.",
     CLASH, "16.3 percentage points", SLIP(POINTS), IMPLIED, 5.7, 5.9},
    {"points for per cent of a level",
     "Exports rose by 5 percentage points to 10.5 billion dollars in 2024 from "
     "10.0 billion dollars in 2023.",
     UP, "5 percentage points", SLIP(POINTS), IMPLIED, 3.98, 6.03},

    // ---- K9 balance and turnover
    {"a deficit of exports and imports",
     "In 2024 exports were 20.5 billion dollars and imports 25.7 billion "
     "dollars, leaving a trade deficit of 5.2 billion dollars.",
     UP, "5.2 billion dollars", 0, IMPLIED, -5.3 * BN, -5.1 * BN},
    // 20.4 - 25.7 named is -5.3: with 5.2 it holds for 20.45 and 25.65.
    {"a deficit that only rounding allows",
     "In 2024 exports were 20.4 billion dollars and imports 25.7 billion "
     "dollars, leaving a trade deficit of 5.2 billion dollars.",
     UP, "5.2 billion dollars", 0, IMPLIED, -5.4 * BN, -5.2 * BN},
    {"a deficit beyond rounding",
     "In 2024 exports were 20.5 billion dollars and imports 25.7 billion "
     "dollars, leaving a trade deficit of 6.2 billion dollars.",
     CLASH, "6.2 billion dollars", 0, IMPLIED, -5.3 * BN, -5.1 * BN},
    {"a surplus that is a deficit",
     "In 2024 exports were 20.5 billion dollars and imports 25.7 billion "
     "dollars, leaving a trade surplus of 5.2 billion dollars.",
     CLASH, "5.2 billion dollars", SLIP(SIGN), IMPLIED, -5.3 * BN, -5.1 * BN},
    // 0.8 - (-1.2).
    {"a deficit that turned to a surplus",
     "The trade balance turned from a deficit of 1.2 billion dollars in 2023 "
     "to a surplus of 0.8 billion dollars in 2024, an improvement of 2.0 "
     "billion dollars.",
     UP, "2.0 billion dollars", 0, IMPLIED, 1.9 * BN, 2.1 * BN},
    {"a deficit that widened",
     "The trade deficit widened by 1.5 billion dollars to 7.2 billion dollars "
     "in 2024 from 5.7 billion dollars in 2023.",
     UP, "1.5 billion dollars", 0, IMPLIED, -1.6 * BN, -1.4 * BN},
    {"a deficit that widened and is said to narrow",
     "The trade deficit narrowed by 1.5 billion dollars to 7.2 billion dollars "
     "in 2024 from 5.7 billion dollars in 2023.",
     CLASH, "1.5 billion dollars", SLIP(SIGN), IMPLIED, -1.6 * BN, -1.4 * BN},
    {"a gap that widened implies the old one",
     "The trade gap widened 2.3 billion pounds to 7.2 billion pounds in 2024.",
     UP, "2.3 billion pounds", 0, BASE, -5.0 * BN, -4.8 * BN},
    {"a deficit that widened, without a period",
     "The trade deficit widened to 7.2 billion dollars from 5.7 billion "
     "dollars, up 1.5 billion dollars.",
     UP, "1.5 billion dollars", 0, IMPLIED, -1.6 * BN, -1.4 * BN},
    // 4.0 / 5.0 - 1 = -20 %; 1.0 / 4.0 = 25 %.
    {"a deficit that narrowed over its new value",
     "In 2024 the trade deficit narrowed 25 percent to 4.0 billion dollars "
     "from 5.0 billion dollars in 2023.",
     CLASH, "25 percent", SLIP(BASE), IMPLIED, -21.782, -18.182},
    {"imports beyond exports",
     "Imports exceeded exports by 5.2 billion dollars in 2024: exports were "
     "20.5 billion dollars, imports 25.7 billion dollars.",
     UP, NULL, 0, NOTHING, 0, 0},
    {"turnover, exports, imports and deficit",
     "Trade turnover between Georgia and Turkey was 3.1 billion dollars in "
     "2024: exports 0.5 billion dollars and imports 2.6 billion dollars. The "
     "trade deficit was 2.1 billion dollars in 2024.",
     UP, NULL, 0, NOTHING, 0, 0},
    // 437.1 + 678.2 = 1,115.3.
    {"a turnover with two digits that changed places",
     "In 2024 exports were 437.1 billion dollars and imports 678.2 billion "
     "dollars, so that total trade was 1,151.3 billion dollars and the deficit "
     "241.1 billion dollars.",
     CLASH, "1,151.3 billion dollars", SLIP(DIGITS), IMPLIED, 1115.2 * BN,
     1115.4 * BN},
    {"a turnover in million for billion",
     "In 2024 exports were 3.4 billion dollars and imports 3.9 billion "
     "dollars, "
     "and trade turnover was 7.3 million dollars.",
     CLASH, "7.3 million dollars", SLIP(SCALE), IMPLIED, 7.2 * BN, 7.4 * BN},
    // 699.3 + 1,496.2 = 2,195.5.
    {"a turnover that was cut",
     "Exports were 699.3 million dollars and imports 1,496.2 million dollars "
     "in "
     "2024; trade turnover was 2.19 billion dollars.",
     UP, "2.19 billion dollars", 0, IMPLIED, 2195.4 * M, 2195.6 * M},

    // ---- K10 sums and parts
    {"turnover of two flows, one too large",
     "Armenia's trade turnover with Russia was 7.3 billion dollars in 2023: "
     "exports 3.4 billion dollars, imports 4.9 billion dollars.",
     CLASH, "7.3 billion dollars", 0, IMPLIED, 8.2 * BN, 8.4 * BN},
    {"a part that is more than the whole",
     "Exports in 2024 came to 9.0 billion dollars, of which 9.8 billion "
     "dollars "
     "went to Germany.",
     CLASH, "9.8 billion dollars", 0, NOTHING, 0, 0},
    {"parts that are the whole",
     "Of total exports of 12.4 billion dollars in 2024, machinery accounted "
     "for "
     "5.0 billion dollars and textiles for 7.4 billion dollars.",
     UP, "7.4 billion dollars", 0, IMPLIED, 7.3 * BN, 7.5 * BN},
    {"quarters of a half-year",
     "Exports were 2.1 billion dollars in the first quarter of 2024, 2.4 "
     "billion dollars in the second quarter of 2024 and 4.5 billion dollars in "
     "the first half of 2024.",
     UP, "4.5 billion dollars", 0, IMPLIED, 4.4 * BN, 4.6 * BN},
    {"quarters beyond their half-year",
     "Exports were 2.1 billion dollars in the first quarter of 2024, 2.4 "
     "billion dollars in the second quarter of 2024 and 4.9 billion dollars in "
     "the first half of 2024.",
     CLASH, "4.9 billion dollars", 0, IMPLIED, 4.4 * BN, 4.6 * BN},
    {"a month on top of the months before",
     "Exports were 31.2 billion dollars in January-August 2024, 4.1 billion "
     "dollars in September 2024 and 35.3 billion dollars in January-September "
     "2024.",
     UP, "4.1 billion dollars", 0, IMPLIED, 4.0 * BN, 4.2 * BN},
    {"nine months less a quarter",
     "Exports in January-September 2024 were 9.4 billion dollars, 3.2 billion "
     "dollars of it in the third quarter of 2024; the first half of 2024 "
     "brought 7.2 billion dollars.",
     CLASH, "7.2 billion dollars", 0, IMPLIED, 6.1 * BN, 6.3 * BN},

    // ---- K11 changes of growth
    {"growth that slowed",
     "Export growth slowed to 4.0 percent in 2024 from 7.0 percent in 2023, by "
     "3 percentage points.",
     UP, "3 percentage points", 0, IMPLIED, -3.1, -2.9},
    {"growth that slowed by less than is said",
     "Export growth slowed to 4.0 percent in 2024 from 7.0 percent in 2023, by "
     "5 percentage points.",
     CLASH, "5 percentage points", 0, IMPLIED, -3.1, -2.9},
    // 9.1 - 5.2 = 3.9 is nearly 4.
    {"growth that quickened by nearly four points",
     "Export growth accelerated to 9.1 percent in 2024, up nearly four "
     "percentage points from 5.2 percent in 2023.",
     UP, "nearly four percentage points", 0, IMPLIED, 3.8, 4.0},
    // 100.0 / 93.5 - 1 = 6.95 %.
    {"two growths of three levels, the earlier wrong",
     "Exports grew by 4.2 percent in 2024 after growing by 9.0 percent in "
     "2023. "
     "In 2024 they were 104.2 billion dollars, in 2023 100.0 billion dollars "
     "and in 2022 93.5 billion dollars.",
     CLASH, "9.0 percent", 0, IMPLIED, 6.8414, 7.0627},

    // ---- K12 averages
    {"an average a month",
     "Exports averaged 1.2 billion dollars a month in 2024, 14.4 billion "
     "dollars in the whole of 2024.",
     UP, "1.2 billion dollars", 0, IMPLIED, 14.35 / 12 * BN, 14.45 / 12 * BN},
    {"an average a month that does not make the year",
     "Exports averaged 1.2 billion dollars a month in 2024, 12.4 billion "
     "dollars in the whole of 2024.",
     CLASH, "1.2 billion dollars", 0, IMPLIED, 12.35 / 12 * BN,
     12.45 / 12 * BN},
    // 2024 had 366 days: 13.9 / 366 = 37.98 million.
    {"an average a day of a leap year",
     "Imports averaged 38 million dollars a day in 2024 and came to 13.9 "
     "billion dollars in 2024.",
     UP, "38 million dollars", 0, IMPLIED, 13850 / 366.0 * M,
     13950 / 366.0 * M},
    {"an average a day that does not make the year",
     "Imports averaged 38 million dollars a day in 2024 and came to 10.9 "
     "billion dollars in 2024.",
     CLASH, "38 million dollars", 0, IMPLIED, 10850 / 366.0 * M,
     10950 / 366.0 * M},

    // ---- K13, K14 ranks and runs
    {"a record",
     "Exports hit a record 14.2 billion dollars in 2024, after 13.1 billion "
     "dollars in 2023 and 12.0 billion dollars in 2022.",
     UP, NULL, 0, NOTHING, 0, 0},
    {"a record below an earlier year",
     "Exports hit a record 14.2 billion dollars in 2024, after 14.9 billion "
     "dollars in 2023 and 12.0 billion dollars in 2022.",
     CLASH, "record", 0, NOTHING, 0, 0},
    // 12.4 > 7.4, the only earlier year there is.
    {"a record above the earlier year",
     "Trade with Russia reached a record 12.4 billion dollars in 2024, against "
     "7.4 billion dollars in 2023.",
     UP, NULL, 0, NOTHING, 0, 0},
    // The record is that of 2023: years before it are not said.
    {"an earlier record that was passed",
     "Trade with Russia reached 12.4 billion dollars in 2024, surpassing the "
     "previous record of 7.4 billion dollars set in 2023.",
     APART, NULL, 0, NOTHING, 0, 0},

    // ---- K15, K16 projections and targets
    {"the founding passage",
     "Trade turnover between Russia and Armenia in the first nine months of "
     "2024 rose more than 2.5 times compared to the same period of 2023, to "
     "over $8.3 billion. If this pace is kept, it may reach 14-16 billion "
     "dollars by the end of 2024.",
     CLASH, "14-16 billion dollars", SLIP(PERIOD), MONTHS, 6.225, 7.2},
    // 12 / 6 x 6.0 = 12.
    {"twice a half-year",
     "Exports reached 6.0 billion dollars in the first half of 2024. If this "
     "pace continues, exports will reach 12 billion dollars in 2024.",
     UP, NULL, 0, NOTHING, 0, 0},
    // 12 x 5.95 / 18.5 to 12 x 6.05 / 17.5.
    {"three times a half-year",
     "Exports reached 6.0 billion dollars in the first half of 2024. If this "
     "pace continues, exports will reach 18 billion dollars in 2024.",
     CLASH, "18 billion dollars", SLIP(PERIOD), MONTHS, 3.8595, 4.1486},
    // 13 - 6.0: 12.5 - 6.05 to 13.5 - 5.95.
    {"a projection without a condition",
     "Exports reached 6.0 billion dollars in the first half of 2024. They are "
     "expected to reach 13 billion dollars in 2024.",
     OPEN, "13 billion dollars", 0, NEED, 6.45 * BN, 7.55 * BN},
    {"a projection below what there is",
     "Exports reached 14.0 billion dollars in the first half of 2024. They are "
     "expected to reach 13 billion dollars in 2024.",
     CLASH, "13 billion dollars", 0, NOTHING, 0, 0},
    // 12 x 12.35 / 18.5 to 12 x 12.45 / 17.5.
    {"on track, without a period",
     "Exports rose by a third to 12.4 bn, on track for 18 bn.", OPEN, "18 bn",
     0, MONTHS, 8.0108, 8.5371},
    // 1.1 x 12.4 = 13.6.
    {"a projected growth and a projected level",
     "Exports are forecast to grow 10 percent to 13.6 billion dollars in 2025 "
     "from 12.4 billion dollars in 2024.",
     UP, "10 percent", 0, IMPLIED, 8.835, 10.527},
    {"a projected growth that does not lead there",
     "Exports are forecast to grow 20 percent to 13.6 billion dollars in 2025 "
     "from 12.4 billion dollars in 2024.",
     CLASH, "20 percent", 0, NOTHING, 0, 0},
    // (11.5 / 7.45)^(1/7) and (12.5 / 7.35)^(1/7).
    {"a target",
     "Trade turnover was 7.4 billion dollars in 2023. The goal is to bring it "
     "to 12 billion dollars by 2030.",
     OPEN, "12 billion dollars", 0, YEARLY, 6.398, 7.881},

    // ---- K17 to K19: what is not of the same
    {"a revision is no contradiction",
     "Exports in 2023 were revised to 5.1 billion dollars from 5.4 billion "
     "dollars.",
     APART, NULL, 0, NOTHING, 0, 0},
    {"a revision with the year twice",
     "Exports in 2023 were revised to 5.1 billion dollars from 5.4 billion "
     "dollars in 2023.",
     APART, NULL, 0, NOTHING, 0, 0},
    {"two reporters",
     "China puts its exports to Kazakhstan at 24.7 billion dollars in 2023. "
     "Kazakhstan reported imports from China of 16.8 billion dollars in 2023.",
     APART, NULL, 0, NOTHING, 0, 0},
    {"two currencies",
     "Exports in 2024 were 5.0 billion dollars and imports 4.0 billion euros, "
     "a "
     "surplus of 1.0 billion dollars.",
     APART, NULL, 0, NOTHING, 0, 0},

    // ---- K20 across
    {"larger than in any year before",
     "Exports in 2024, at 8.1 billion dollars, were larger than in any "
     "previous "
     "year; in 2022 they were 8.4 billion dollars.",
     CLASH, "8.1 billion dollars", 0, NOTHING, 0, 0},

    // ---- compound growth; other bases
    // 1.08^5 = 1.469, 7.3 / 5.0 = 1.46.
    {"growth a year over five years",
     "Exports grew at a compound annual rate of 8 percent from 5.0 billion "
     "dollars in 2019 to 7.3 billion dollars in 2024.",
     UP, NULL, 0, NOTHING, 0, 0},
    // 1.12^5 = 1.762.
    {"growth a year over five years, wrong",
     "Exports grew at a compound annual rate of 12 percent from 5.0 billion "
     "dollars in 2019 to 7.3 billion dollars in 2024.",
     CLASH, "12 percent", 0, NOTHING, 0, 0},
    // 2.3 / 2.6 = 0.885.
    {"month on month",
     "Exports were 2.3 billion dollars in August 2024, 12 percent less than in "
     "July 2024, when they were 2.6 billion dollars.",
     UP, "12 percent", 0, IMPLIED, -15.094, -7.843},
    {"month on month, wrong",
     "Exports rose 15 percent month-on-month to 4.2 billion dollars in "
     "September 2024; in August 2024 they were 4.0 billion dollars.",
     CLASH, "15 percent", 0, IMPLIED, 2.469, 7.595},
    {"from a month of the same year",
     "Exports rose 5 percent from August to 4.2 billion dollars in September "
     "2024; in August 2024 they were 4.0 billion dollars.",
     UP, "5 percent", 0, IMPLIED, 2.469, 7.595},

    // ---- hedges (claims are of the usual reading)
    {"nearly nine is below nine",
     "Exports were nearly 9 billion dollars in 2024. Exports in 2024 amounted "
     "to 9,130 million dollars.",
     CLASH, "nearly 9 billion dollars", 0, NOTHING, 0, 0},
    {"nearly nine is 8.7",
     "Exports were nearly 9 billion dollars in 2024. Exports in 2024 amounted "
     "to 8,700 million dollars.",
     UP, NULL, 0, NOTHING, 0, 0},
    {"exceeding 8.3 is 8.364",
     "Exports exceeded 8.3 billion dollars in 2024. Exports in 2024 amounted "
     "to "
     "8,364 million dollars.",
     UP, NULL, 0, NOTHING, 0, 0},
    {"exceeding 8.3 is not 10.5",
     "Exports exceeded 8.3 billion dollars in 2024. Exports in 2024 amounted "
     "to "
     "10,500 million dollars.",
     CLASH, "exceeded 8.3 billion dollars", 0, NOTHING, 0, 0},
    {"at least eight is not 7.9",
     "Exports were at least 8 billion dollars in 2024. Exports in 2024 "
     "amounted "
     "to 7,900 million dollars.",
     CLASH, "at least 8 billion dollars", 0, NOTHING, 0, 0},
    {"less than eight is not 8.1",
     "Exports were less than 8 billion dollars in 2024. Exports in 2024 "
     "amounted to 8,100 million dollars.",
     CLASH, "less than 8 billion dollars", 0, NOTHING, 0, 0},
    {"up to eight is 7.7",
     "Exports were up to 8 billion dollars in 2024. Exports in 2024 amounted "
     "to "
     "7,700 million dollars.",
     UP, NULL, 0, NOTHING, 0, 0},
    {"about eight is 8.9: one unit",
     "Exports were about 8 billion dollars in 2024. Exports in 2024 amounted "
     "to "
     "8,900 million dollars.",
     UP, NULL, 0, NOTHING, 0, 0},
    // 8.0 + 5 % = 8.4.
    {"slightly more than 8.0 is not 8.9",
     "Exports were slightly more than 8.0 billion dollars in 2024. Exports in "
     "2024 amounted to 8,900 million dollars.",
     CLASH, "slightly more than 8.0 billion dollars", 0, NOTHING, 0, 0},
    {"exactly eight is not 8.001",
     "Exports were exactly 8 billion dollars in 2024. Exports in 2024 amounted "
     "to 8,001 million dollars.",
     CLASH, "exactly 8 billion dollars", 0, NOTHING, 0, 0},
    {"unchanged",
     "Exports were unchanged in 2024 at 8.0 billion dollars, compared with 8.0 "
     "billion dollars in 2023.",
     UP, NULL, 0, NOTHING, 0, 0},
    // 4.1 / 8.2 - 1 = -50 %, a third is 33.3 +- 2.5.
    {"a third that is a half",
     "Exports fell by a third to 4.1 billion dollars in 2024 from 8.2 billion "
     "dollars in 2023.",
     CLASH, "a third", 0, IMPLIED, -50.909, -49.080},
    // 12.4 / 9.3 = 1.333.
    {"a rise by a third",
     "Exports rose by a third to 12.4 billion dollars in 2024 from 9.3 billion "
     "dollars in 2023.",
     UP, "a third", 0, IMPLIED, 32.086, 34.595},
};

#endif
