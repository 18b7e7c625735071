// SPDX-License-Identifier: GPL-3.0-or-later
// relation_cases_wordings.h - short texts whose wording decides what is of the
// same and what is taken of what. All sentences are our own; each answer was
// worked by hand, as in relation_cases.h.
#ifndef OT_TESTS_RELATION_CASES_WORDINGS_H
#define OT_TESTS_RELATION_CASES_WORDINGS_H

#include "relation_cases.h"

static const relation wordings[] = {
    // ---- K19: another series
    {"gold left out is another series",
     "Exports were 5.2 billion dollars in 2024. Excluding precious metals, "
     "exports were 3.1 billion dollars in 2024.",
     APART, NULL, 0, NOTHING, 0, 0},
    // 5.40 / 5.00 = 1.08; the 3.1 is of volume.
    {"growth in real terms is no growth in money",
     "Exports rose 8.0 percent in 2024 from 5.00 billion dollars in 2023 to "
     "5.40 billion dollars. In real terms exports rose 3.1 percent in 2024.",
     UP, "8.0 percent", 0, NOTHING, 0, 0},
    {"value and volume in one sentence",
     "Exports rose 9 percent in 2024 in value and 4 percent in volume.", APART,
     NULL, 0, NOTHING, 0, 0},
    {"seasonally adjusted",
     "Exports were 402 million dollars in May 2024. Seasonally adjusted, "
     "exports were 391 million dollars in May 2024.",
     APART, NULL, 0, NOTHING, 0, 0},
    {"a Census basis",
     "The deficit was 73.1 billion dollars in March 2024. On a Census basis, "
     "the deficit was 98.5 billion dollars in March 2024.",
     APART, NULL, 0, NOTHING, 0, 0},
    {"what is left out behind the flow",
     "Exports excluding gold rose 4 percent to 3.12 billion dollars in 2024. "
     "Exports rose 12 percent to 5.60 billion dollars in 2024.",
     APART, NULL, 0, NOTHING, 0, 0},
    {"without oil",
     "Imports were 8.4 billion dollars in 2024. Imports without oil were 6.3 "
     "billion dollars in 2024.",
     APART, NULL, 0, NOTHING, 0, 0},
    {"exports but oil",
     "Non-oil exports rose 5 percent in 2024. Exports rose 9 percent in 2024.",
     APART, NULL, 0, NOTHING, 0, 0},
    // 3.12 / 3.00 = 1.04; 3.115 / 3.005 = 1.0366, 3.125 / 2.995 = 1.0434.
    {"within the other series figures still add up",
     "Excluding precious metals, exports rose 4.0 percent to 3.12 billion "
     "dollars in 2024 from 3.00 billion dollars in 2023.",
     UP, "4.0 percent", 0, IMPLIED, 3.660, 4.341},
    {"and clash",
     "Excluding precious metals, exports rose 14.0 percent to 3.12 billion "
     "dollars in 2024 from 3.00 billion dollars in 2023.",
     CLASH, "14.0 percent", 0, IMPLIED, 3.660, 4.341},
    // 5.3 and 4.1 are both of the headline.
    {"another series between two that clash",
     "Exports were 5.3 billion dollars in 2024. On a balance of payments basis "
     "exports were 6.0 billion dollars in 2024. Exports were 4.1 billion "
     "dollars in 2024.",
     CLASH, "4.1 billion dollars", 0, IMPLIED, 5.25 * BN, 5.35 * BN},

    // ---- K17, K18: another print, another office
    {"first put at",
     "Exports were 5.3 billion dollars in 2023. The office had first put them "
     "at 5.1 billion dollars.",
     APART, NULL, 0, NOTHING, 0, 0},
    {"an earlier estimate",
     "Exports in 2024 were 5.3 billion dollars. An earlier estimate had put "
     "exports in 2024 at 5.1 billion dollars.",
     APART, NULL, 0, NOTHING, 0, 0},
    {"preliminary data",
     "Preliminary data showed exports of 5.1 billion dollars in 2024. Exports "
     "in 2024 were 5.3 billion dollars.",
     APART, NULL, 0, NOTHING, 0, 0},
    // 5.5 / 5.0 = 1.1: nothing else is printed for 2024.
    {"preliminary data with nothing beside them",
     "Preliminary data showed exports of 5.5 billion dollars in 2024, up 10 "
     "percent. Exports in 2023 were 5.0 billion dollars.",
     UP, "10 percent", 0, NOTHING, 0, 0},
    {"preliminary data that are wrong",
     "Preliminary data showed exports of 5.5 billion dollars in 2024, up 20 "
     "percent. Exports in 2023 were 5.0 billion dollars.",
     CLASH, "20 percent", 0, NOTHING, 0, 0},
    // 4.9 x 1.1 = 5.39.
    {"a revised month and growth over it",
     "Exports for March were revised down to 4.9 billion dollars, from 5.1 "
     "billion dollars first reported, and April exports were 5.39 billion "
     "dollars, up 10 percent from March.",
     UP, "10 percent", 0, NOTHING, 0, 0},
    {"the partner's customs count otherwise",
     "According to Armenian statistics, trade between Armenia and Russia was "
     "7.3 billion dollars in 2023. According to Russian customs, trade between "
     "Armenia and Russia was 7.9 billion dollars in 2023.",
     APART, NULL, 0, NOTHING, 0, 0},
    // 7.9 / 5.0 = 1.58.
    {"one office alone is judged",
     "According to Russian customs, trade between Armenia and Russia was 7.9 "
     "billion dollars in 2023. It was 5.0 billion dollars in 2022 and so rose "
     "28 percent in 2023.",
     CLASH, "28 percent", 0, NOTHING, 0, 0},

    // ---- K7, K6, K2: a ratio of another flow, of another period
    // 5.39 / 7.00 = 0.77; 5.385 / 7.005, 5.395 / 6.995.
    {"exports that cover imports",
     "Exports were 5.39 billion dollars and imports 7.00 billion dollars in "
     "2024; exports covered 77 percent of imports.",
     UP, "77 percent", 0, IMPLIED, 76.874, 77.127},
    {"exports that cover less",
     "Exports were 5.39 billion dollars and imports 7.00 billion dollars in "
     "2024; exports covered 87 percent of imports.",
     CLASH, "87 percent", 0, IMPLIED, 76.874, 77.127},
    // 5.15 / 4.05 to 5.25 / 3.95.
    {"exports as a multiple of imports",
     "In 2024 exports were 5.2 billion dollars and imports 4.0 billion "
     "dollars. Exports were 1.3 times as large as imports.",
     UP, "1.3 times", 0, IMPLIED, 1.2716, 1.3291},
    {"a multiple of imports, wrong",
     "In 2024 exports were 5.2 billion dollars and imports 4.0 billion "
     "dollars. Exports were 2.3 times as large as imports.",
     CLASH, "2.3 times", 0, IMPLIED, 1.2716, 1.3291},
    // 8.1 / 4.0 = 2.03; of a month without a year.
    {"twice as large in a month without a year",
     "Exports were 4.0 billion dollars and imports 8.1 billion dollars in "
     "September. Imports were twice as large as exports in September.",
     UP, "twice", 0, NOTHING, 0, 0},
    // 5.0 / 4.0 = 1.25; 4.95 / 4.05 = 1.222, 5.05 / 3.95 = 1.278.
    {"imports higher than exports",
     "Exports were 4.0 billion dollars and imports 5.0 billion dollars in "
     "2024. Imports were 45 percent higher than exports in 2024.",
     CLASH, "45 percent", 0, IMPLIED, 22.222, 27.849},
    // 1.5 / 5.0 = 0.3; 1.45 / 5.05, 1.55 / 4.95.
    {"percent of the level of a year",
     "Exports were 1.5 billion dollars in 2024, 30 percent of the 2023 level "
     "of 5.0 billion dollars.",
     UP, "30 percent", 0, IMPLIED, 28.713, 31.313},
    {"percent of the level of a year, wrong",
     "Exports were 1.5 billion dollars in 2024, 40 percent of the 2023 level. "
     "Exports in 2023 were 5.0 billion dollars.",
     CLASH, "40 percent", 0, IMPLIED, 28.713, 31.313},

    // ---- periods whose year stands elsewhere
    // 2.2 + 2.0 = 4.2.
    {"quarters before their flow, the year behind",
     "Second-quarter exports were 2.2 billion dollars in 2024. First-quarter "
     "exports were 2.0 billion dollars in 2024. First-half exports were 4.2 "
     "billion dollars in 2024.",
     UP, "4.2 billion dollars", 0, IMPLIED, 4.1 * BN, 4.3 * BN},
    // 2.2 / 2.0 = 1.1.
    {"both years are of the quarter",
     "Second-quarter exports were 2.2 billion dollars in 2024, up 10 percent "
     "from 2.0 billion dollars in 2023.",
     UP, "10 percent", 0, IMPLIED, 4.878, 15.385},
    {"in the second",
     "Exports were 2.0 billion dollars in the first quarter of 2024 and 2.2 "
     "billion dollars in the second. In the first half of 2024 exports were "
     "4.8 billion dollars.",
     CLASH, "4.8 billion dollars", 0, IMPLIED, 4.1 * BN, 4.3 * BN},
    // 5.0 > 4.8 > 4.7 > 4.5.
    {"a third year in a row, with the years behind",
     "Exports fell for a third year in a row: they were 5.0 billion dollars in "
     "2021, 4.8 billion dollars in 2022, 4.7 billion dollars in 2023 and 4.5 "
     "billion dollars in 2024.",
     UP, "for a third year", 0, NOTHING, 0, 0},
    // 4.9 > 4.6.
    {"a third year in a row that was none",
     "Exports fell for a third year in a row: they were 5.0 billion dollars in "
     "2021, 4.6 billion dollars in 2022, 4.9 billion dollars in 2023 and 4.5 "
     "billion dollars in 2024.",
     CLASH, "for a third year", 0, NOTHING, 0, 0},

    // ---- K10, totals: of all partners, of those before
    {"total exports after those to one country",
     "Exports to Germany were 2.1 billion dollars in 2024. Total exports were "
     "12.0 billion dollars in 2024.",
     APART, NULL, 0, NOTHING, 0, 0},
    {"in all, after those to two countries",
     "Exports to Germany were 2.1 billion dollars and to France 1.9 billion "
     "dollars in 2024. Exports were 12.0 billion dollars in all in 2024.",
     APART, NULL, 0, NOTHING, 0, 0},
    {"exports after those to two countries",
     "Exports to Germany were 2.1 billion dollars and to France 1.9 billion "
     "dollars in 2024. Exports were 12.0 billion dollars in 2024.",
     APART, NULL, 0, NOTHING, 0, 0},
    // 3.0 / 12.0 = 25 %; 2.95 / 12.05, 3.05 / 11.95.
    {"a share of the total beside it",
     "Exports to Russia were 3.0 billion dollars in 2024 and total exports "
     "12.0 billion dollars; Russia took 45 percent of exports in 2024.",
     CLASH, "45 percent", 0, IMPLIED, 24.481, 25.523},
    // 2.1 + 1.9 + 1.0 = 5.0, +- 0.15.
    {"together",
     "In 2024 exports to Germany were 2.1 billion dollars, to France 1.9 "
     "billion dollars and to Italy 1.0 billion dollars, together 5.0 billion "
     "dollars.",
     UP, "5.0 billion dollars", 0, IMPLIED, 4.85 * BN, 5.15 * BN},
    {"together, wrong",
     "In 2024 exports to Germany were 2.1 billion dollars, to France 1.9 "
     "billion dollars and to Italy 1.0 billion dollars, together 5.9 billion "
     "dollars.",
     CLASH, "5.9 billion dollars", 0, IMPLIED, 4.85 * BN, 5.15 * BN},
    // 3.1 + 2.9 = 6.0.
    {"inside and outside the European Union",
     "Exports to EU countries were 3.1 billion euros and to non-EU countries "
     "2.9 billion euros in 2024, 6.0 billion euros in all.",
     UP, "6.0 billion euros", 0, IMPLIED, 5.9 * BN, 6.1 * BN},
    // 2.1 + 1.9 = 4.0.
    {"both ways of trade in all, wrong",
     "Exports were 2.1 billion dollars and imports 1.9 billion dollars in "
     "2024, altogether 4.9 billion dollars.",
     CLASH, "4.9 billion dollars", 0, IMPLIED, 3.9 * BN, 4.1 * BN},
};

#endif
