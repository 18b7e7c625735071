// SPDX-License-Identifier: GPL-3.0-or-later
// extract_cases.h - sentences of our own. What each says was read from it by
// hand: the interval from the digits and the hedge, sign and base from the
// words.
#ifndef OT_TESTS_EXTRACT_CASES_H
#define OT_TESTS_EXTRACT_CASES_H

#include "outturn/extract.h"

#define INF INFINITY

// One claim of a sentence: the one with this quote.
typedef struct extract_case {
    const char *name, *text, *quote;
    ot_claim_kind kind;
    ot_modality modality;
    double lo, hi; // at most, in base units
    const char *unit, *flow, *reporter, *partner, *period, *base;
} extract_case;

static const extract_case cases[] = {
    {"a level", "Armenia's exports to Georgia were $85.3 million in 2023.",
     "$85.3 million", OT_CLAIM_LEVEL, OT_STATED, 85.25e6, 85.35e6, "USD",
     "export", "ARM", "GEO", "2023-01/2023-12", "-"},
    {"a growth", "In May 2022, Kenyan imports fell 4.5 percent year on year.",
     "4.5 percent", OT_CLAIM_GROWTH, OT_STATED, -4.55, -4.45, "percent",
     "import", "KEN", "WLD", "2022-05/2022-05", "2021-05/2021-05"},
    {"a deficit is below zero",
     "The trade deficit of Peru widened by 1.2 billion euros to 3.4 billion "
     "euros in the first half of 2019.",
     "3.4 billion euros", OT_CLAIM_LEVEL, OT_STATED, -3.45e9, -3.35e9, "EUR",
     "balance", "PER", "WLD", "2019-01/2019-06", "-"},
    {"a deficit that widens takes from the balance",
     "The trade deficit of Peru widened by 1.2 billion euros to 3.4 billion "
     "euros in the first half of 2019.",
     "1.2 billion euros", OT_CLAIM_CHANGE, OT_STATED, -1.25e9, -1.15e9, "EUR",
     "balance", "PER", "WLD", "2019-01/2019-06", "2018-01/2018-06"},
    {"a multiple",
     "Trade between Chile and Norway grew by 2.4 times in nine months of 2024.",
     "2.4 times", OT_CLAIM_MULTIPLE, OT_STATED, 2.35, 2.45, "times", "turnover",
     "CHL", "NOR", "2024-01/2024-09", "2023-01/2023-09"},
    {"a fall of n times is to one nth",
     "Imports from Turkey fell by 2.5 times in 2031.", "2.5 times",
     OT_CLAIM_MULTIPLE, OT_STATED, 1 / 2.55, 1 / 2.45, "times", "import",
     "unknown", "TUR", "2031-01/2031-12", "2030-01/2030-12"},
    {"more than in a year",
     "Trade turnover came to 11 million euros, 1.7 times more than in 2031.",
     "1.7 times", OT_CLAIM_MULTIPLE, OT_STATED, 1.65, 1.75, "times", "turnover",
     "unknown", "WLD", "unknown", "2031-01/2031-12"},
    {"a gap is a deficit",
     "The gap between imports and exports narrowed to $60 million.",
     "$60 million", OT_CLAIM_LEVEL, OT_STATED, -60.5e6, -59.5e6, "USD",
     "balance", "unknown", "WLD", "unknown", "-"},
    {"a projection",
     "Imports from Vietnam may exceed 7 billion dollars by the end of 2025.",
     "exceed 7 billion dollars", OT_CLAIM_LEVEL, OT_PROJECTED, 7e9, INF, "USD",
     "import", "unknown", "VNM", "2025-01/2025-12", "-"},
    {"a deficit that grows lowers the balance",
     "The farm goods deficit with Laos increased $2.3 billion to $41.7 billion "
     "in March.",
     "$2.3 billion", OT_CLAIM_CHANGE, OT_STATED, -2.35e9, -2.25e9, "USD",
     "balance", "unknown", "LAO", "relative:03/03", "unknown"},
    {"more than the month before",
     "May exports were $93.6 billion, $3.7 billion more than April exports.",
     "$3.7 billion", OT_CLAIM_CHANGE, OT_STATED, 3.65e9, 3.75e9, "USD",
     "export", "unknown", "WLD", "relative:05/05", "relative:04/04"},
    {"an average holds for the change and the level",
     "Average imports increased $0.6 billion to $71.5 billion in May.",
     "$71.5 billion", OT_CLAIM_AVERAGE, OT_STATED, 71.45e9, 71.55e9,
     "USD/month", "import", "unknown", "WLD", "relative:05/05", "-"},
    {"an old deficit is below zero as well",
     "Malta's deficit on trade in goods was put at €1.7 billion in April 2031, "
     "compared with a deficit of €3.4 billion in March.",
     "€3.4 billion", OT_CLAIM_LEVEL, OT_STATED, -3.45e9, -3.35e9, "EUR",
     "balance", "MLT", "WLD", "2031-03/2031-03", "-"},
    {"a surplus that offsets is a level",
     "There was a deficit of 3.3 billion euros on food, partly offset by an "
     "estimated surplus of 2.1 billion euros on wine.",
     "2.1 billion euros", OT_CLAIM_LEVEL, OT_STATED, 2.05e9, 2.15e9, "EUR",
     "balance", "unknown", "WLD", "unknown", "-"},
    {"between two neighbours in time: of the second, against the first",
     "Exports of tea increased by £1.4 billion (7.3 per cent) between March "
     "and April.",
     "7.3 per cent", OT_CLAIM_GROWTH, OT_STATED, 7.25, 7.35, "percent",
     "export", "unknown", "WLD", "relative:04/04", "relative:03/03"},
    {"a value in brackets is of the period before them",
     "Swiss exports of watches to the rest of the world in May 2031 were €31.9 "
     "billion, an increase of 6.1% compared with May 2030 (€30.1 bn).",
     "€30.1 bn", OT_CLAIM_LEVEL, OT_STATED, 30.05e9, 30.15e9, "EUR", "export",
     "CHE", "WLD", "2030-05/2030-05", "-"},
    {"a plus sign is a surplus",
     "So Finland recorded a €4.3 bn surplus in trade in paper in May 2031, "
     "compared with +€3.7 bn in May 2030.",
     "+€3.7 bn", OT_CLAIM_LEVEL, OT_STATED, 3.65e9, 3.75e9, "EUR", "balance",
     "FIN", "WLD", "2030-05/2030-05", "-"},
    {"a share of imports from a partner",
     "Canada's share of imports from China fell from 14.1% to 12.5%.", "14.1%",
     OT_CLAIM_SHARE, OT_STATED, 14.05, 14.15, "percent", "import", "CAN", "CHN",
     "unknown", "-"},
    {"negative growth",
     "Exports in June 2031 were USD 14.66 billion as compared to USD 15.91 "
     "billion in June 2030, registering a negative growth of 7.86 per cent.",
     "7.86 per cent", OT_CLAIM_GROWTH, OT_STATED, -7.865, -7.855, "percent",
     "export", "unknown", "WLD", "2031-06/2031-06", "2030-06/2030-06"},
    {"months of a fiscal year",
     "From April to August this fiscal, exports rose 2 per cent to USD 81.53 "
     "billion and imports grew 4.27 per cent to USD 94.05 billion.",
     "4.27 per cent", OT_CLAIM_GROWTH, OT_STATED, 4.265, 4.275, "percent",
     "import", "unknown", "WLD", "relative:this-fiscal-year:04/08", "unknown"},
    {"up from is the old value",
     "Taiwan's trade surplus with the U.S. hit 1.27 billion dlrs in May, up "
     "from 1.08 billion a year earlier.",
     "1.08 billion", OT_CLAIM_LEVEL, OT_STATED, 1.075e9, 1.085e9, "USD",
     "balance", "TWN", "USA", "relative:year-ago", "-"},
    {"a currency is carried on",
     "The surplus totalled a provisional 1.1 billion marks against 7.2 billion "
     "in January and 5.8 billion a year earlier.",
     "5.8 billion", OT_CLAIM_LEVEL, OT_STATED, 5.75e9, 5.85e9, "DEM", "balance",
     "unknown", "WLD", "relative:year-ago", "-"},
    {"a fall from the month before",
     "West German imports fell a provisional 6.3 pct in May from April.",
     "6.3 pct", OT_CLAIM_GROWTH, OT_STATED, -6.35, -6.25, "percent", "import",
     "DEU", "WLD", "relative:05/05", "relative:04/04"},
    {"trade between two countries",
     "Trade turnover between Armenia and Iran amounted to $731.4 million in "
     "2031, down 4.6% from 2030.",
     "4.6%", OT_CLAIM_GROWTH, OT_STATED, -4.65, -4.55, "percent", "turnover",
     "ARM", "IRN", "2031-01/2031-12", "2030-01/2030-12"},
    {"exports from a country are that country's",
     "Exports from Armenia to the UAE increased 4.2-fold in January-June 2023 "
     "to $900 million.",
     "4.2-fold", OT_CLAIM_MULTIPLE, OT_STATED, 4.15, 4.25, "times", "export",
     "ARM", "ARE", "2023-01/2023-06", "2022-01/2022-06"},
    {"what is aimed at",
     "The two countries aim to increase bilateral trade to $30 billion by "
     "2025, the ministers said.",
     "$30 billion", OT_CLAIM_LEVEL, OT_TARGET, 29.5e9, 30.5e9, "USD",
     "turnover", "unknown", "unknown", "2025-01/2025-12", "-"},
    {"almost double",
     "Uzbekistan exported goods worth $1.2 billion to Afghanistan in the first "
     "nine months of 2024, almost double the figure of a year ago.",
     "almost double", OT_CLAIM_MULTIPLE, OT_STATED, 1.8, 2, "times", "export",
     "UZB", "AFG", "2024-01/2024-09", "2023-01/2023-09"},
    {"who accounts for a share is the partner",
     "Russia accounted for 31.6% of Armenia's total imports and 42% of its "
     "exports in 2023.",
     "31.6%", OT_CLAIM_SHARE, OT_STATED, 31.55, 31.65, "percent", "import",
     "ARM", "RUS", "2023-01/2023-12", "-"},
    {"with a partner's figure",
     "China was the largest trading partner of Kazakhstan with $30.1 billion, "
     "followed by Russia with $25.9 billion.",
     "$25.9 billion", OT_CLAIM_LEVEL, OT_STATED, 25.85e9, 25.95e9, "USD",
     "turnover", "KAZ", "RUS", "unknown", "-"},
    {"a run",
     "The trade surplus widened for the third consecutive month to 5.2 billion "
     "dollars.",
     "consecutive", OT_CLAIM_RUN, OT_STATED, 3, 3, "count", "balance",
     "unknown", "WLD", "unknown", "-"},
    {"by a third is growth",
     "Exports fell by a third to 2.4 billion euros, while imports halved.",
     "a third", OT_CLAIM_GROWTH, OT_STATED, -35.8333333333333,
     -30.8333333333333, "percent", "export", "unknown", "WLD", "unknown",
     "unknown"},
    {"a list carries its scale and unit back",
     "In 2023, exports totalled 3.27, 2.81 and 1.46 trillion yuan "
     "respectively.",
     "3.27", OT_CLAIM_LEVEL, OT_STATED, 3.265e12, 3.275e12, "CNY", "export",
     "unknown", "WLD", "2023-01/2023-12", "-"},
    {"after a rise is the rise before",
     "Imports grew 3.5 percent, after a rise of 2.1 percent in the previous "
     "month.",
     "2.1 percent", OT_CLAIM_GROWTH, OT_STATED, 2.05, 2.15, "percent", "import",
     "unknown", "WLD", "unknown", "unknown"},
    {"a range that is projected",
     "The volume of trade between the two countries is projected to grow by "
     "10-12 percent this year.",
     "10-12 percent", OT_CLAIM_GROWTH, OT_PROJECTED, 10, 12, "percent",
     "turnover", "unknown", "unknown", "relative:this-year", "unknown"},
    {"less than in a year",
     "The United States imported $4.4 trillion worth of goods in 2031, 3.2 "
     "percent less than in 2030.",
     "3.2 percent", OT_CLAIM_GROWTH, OT_STATED, -3.25, -3.15, "percent",
     "import", "USA", "WLD", "2031-01/2031-12", "2030-01/2030-12"},
    {"growth that slows is still growth",
     "Growth in exports slowed to 2.4 percent in August from 7 percent in "
     "July.",
     "2.4 percent", OT_CLAIM_GROWTH, OT_STATED, 2.35, 2.45, "percent", "export",
     "unknown", "WLD", "relative:08/08", "relative:07/07"},
    {"a half", "Oil accounted for almost half of Gabon's exports.",
     "almost half", OT_CLAIM_SHARE, OT_STATED, 47.5, 50, "percent", "export",
     "GAB", "WLD", "unknown", "-"},
    {"a sign that several countries use",
     "The deficit stood at more than 2 billion dinars.",
     "more than 2 billion dinars", OT_CLAIM_LEVEL, OT_STATED, -INF, -2e9,
     "ambiguous:dinar", "balance", "unknown", "WLD", "unknown", "-"},
    {"a monthly average", "Monthly exports averaged $1.5 billion in 2024.",
     "$1.5 billion", OT_CLAIM_AVERAGE, OT_STATED, 1.45e9, 1.55e9, "USD/month",
     "export", "unknown", "WLD", "2024-01/2024-12", "-"},
    {"a top market",
     "Austria remained Slovenia's top export market, with a share of 14.6 "
     "percent.",
     "top", OT_CLAIM_RANK, OT_STATED, 1, 1, "count", "export", "SVN", "AUT",
     "unknown", "-"},
    {"since a year, from its value",
     "Our exports to Chile have more than tripled since 2011, from $3 billion "
     "to $11 billion.",
     "$3 billion", OT_CLAIM_LEVEL, OT_STATED, 2.5e9, 3.5e9, "USD", "export",
     "unknown", "CHL", "2011-01/2011-12", "-"},
    {"a year that ends in June",
     "The value of our exports of hemp during the year ended June 30, 1877, "
     "was $2,481,337, an increase of $54,211 over 1876.",
     "$54,211", OT_CLAIM_CHANGE, OT_STATED, 54210.5, 54211.5, "USD", "export",
     "unknown", "WLD", "1876-07/1877-06", "1875-07/1876-06"},
    {"a balance in favour",
     "Imports of hemp during the same period were $1,893,402, leaving a "
     "balance in our favor of nearly $590,000.",
     "nearly $590,000", OT_CLAIM_LEVEL, OT_STATED, 560500, 590000, "USD",
     "balance", "unknown", "WLD", "unknown", "-"},
    {"from one year to another",
     "The trade of the Philippines with the United States increased from $17 "
     "million in 1906 to $51 million in 1914.",
     "$17 million", OT_CLAIM_LEVEL, OT_STATED, 16.5e6, 17.5e6, "USD",
     "turnover", "PHL", "USA", "1906-01/1906-12", "-"},
    {"crowns of the country",
     "Sweden had a trade surplus of 2.3 billion crowns in March against 4.1 "
     "billion in February and 1.9 billion in March 1986.",
     "1.9 billion", OT_CLAIM_LEVEL, OT_STATED, 1.85e9, 1.95e9, "SEK", "balance",
     "SWE", "WLD", "1986-03/1986-03", "-"},
    {"between two figures",
     "The government forecasts a 1987 trade surplus of between 8 and 10 "
     "billion dlrs.",
     "between 8 and 10 billion dlrs", OT_CLAIM_LEVEL, OT_PROJECTED, 8e9, 10e9,
     "USD", "balance", "unknown", "WLD", "1987-01/1987-12", "-"},
    {"months that end in a month",
     "New Zealand's trade deficit was 71 mln N.Z. dlrs in the eight months to "
     "May.",
     "71 mln N.Z. dlrs", OT_CLAIM_LEVEL, OT_STATED, -71.5e6, -70.5e6, "NZD",
     "balance", "NZL", "WLD", "relative:10/05", "-"},
    {"those to another country",
     "Exports to China increased 18 pct and those to Japan fell 7 pct.",
     "7 pct", OT_CLAIM_GROWTH, OT_STATED, -7.5, -6.5, "percent", "export",
     "unknown", "JPN", "unknown", "unknown"},
    {"times higher",
     "Trade turnover for the first quarter of this year was 1.4 times higher "
     "than in the same period last year.",
     "1.4 times", OT_CLAIM_MULTIPLE, OT_STATED, 1.35, 1.45, "times", "turnover",
     "unknown", "WLD", "relative:this-year:01/03", "relative:last-year:01/03"},
    {"against the year before",
     "Trade with Mongolia hit $24 million in 2031, against $19 million a year "
     "earlier, an increase of 26.4%.",
     "$19 million", OT_CLAIM_LEVEL, OT_STATED, 18.5e6, 19.5e6, "USD",
     "turnover", "unknown", "MNG", "2030-01/2030-12", "-"},
    {"imports and exports together are turnover",
     "From January to August, China's imports and exports of tea reached 36.7 "
     "million yuan, up 7.2 percent year on year.",
     "36.7 million yuan", OT_CLAIM_LEVEL, OT_STATED, 36.65e6, 36.75e6, "CNY",
     "turnover", "CHN", "WLD", "relative:01/08", "-"},
    {"a share of the total",
     "Private firms' imports and exports rose 6.6 percent to 4.72 million "
     "yuan, accounting for 41.3 percent of the country's total.",
     "41.3 percent", OT_CLAIM_SHARE, OT_STATED, 41.25, 41.35, "percent",
     "turnover", "unknown", "WLD", "unknown", "-"},
    {"a country's fiscal year",
     "Bangladesh's exports fell 3.8% to $39.16 billion in the 2031-32 fiscal "
     "year.",
     "3.8%", OT_CLAIM_GROWTH, OT_STATED, -3.85, -3.75, "percent", "export",
     "BGD", "WLD", "2031-07/2032-06", "2030-07/2031-06"},
    {"a group without a code",
     "Exports of goods, excluding boats, increased by 4.1% in June 2031, "
     "driven by a £0.7 billion rise in exports to non-EU countries.",
     "£0.7 billion", OT_CLAIM_CHANGE, OT_STATED, 650e6, 750e6, "GBP", "export",
     "unknown", "group:other", "2031-06/2031-06", "unknown"},
    {"the year before of twelve months",
     "In the 12 months to May 2031 Cyprus had a trade deficit of €4.6 billion, "
     "compared with €5.2 billion the year before.",
     "€5.2 billion", OT_CLAIM_LEVEL, OT_STATED, -5.25e9, -5.15e9, "EUR",
     "balance", "CYP", "WLD", "2029-06/2030-05", "-"},
    {"a fraction behind a whole number",
     "Imports were up 4-1/2 pct at 3.1 billion dlrs.", "4-1/2 pct",
     OT_CLAIM_GROWTH, OT_STATED, 4.45, 4.55, "percent", "import", "unknown",
     "WLD", "unknown", "unknown"},
    {"last year's value",
     "He said the trade surplus could fall to about 40 billion dlrs from last "
     "year's 88.4 billion.",
     "88.4 billion", OT_CLAIM_LEVEL, OT_STATED, 88.35e9, 88.45e9, "USD",
     "balance", "unknown", "WLD", "relative:last-year", "-"},
    {"deficit, surplus and deficit",
     "Italy posted a trade deficit of 1,340 billion lire in June after a "
     "surplus of 530 billion lire in May and a deficit of 1,871 billion lire "
     "in June last year.",
     "530 billion lire", OT_CLAIM_LEVEL, OT_STATED, 529.5e9, 530.5e9, "ITL",
     "balance", "ITA", "WLD", "relative:05/05", "-"},
    {"below the level of a year ago",
     "Exports were 7.4 pct below the year-ago level while imports were 3.2 pct "
     "higher.",
     "7.4 pct", OT_CLAIM_GROWTH, OT_STATED, -7.45, -7.35, "percent", "export",
     "unknown", "WLD", "unknown", "relative:year-ago"},
    {"a rise on a month",
     "French exports totalled 64.8 billion francs in June, a rise of 2.9 pct "
     "on May.",
     "2.9 pct", OT_CLAIM_GROWTH, OT_STATED, 2.85, 2.95, "percent", "export",
     "FRA", "WLD", "relative:06/06", "relative:05/05"},
    {"between two number words",
     "South Korean officials said the trade surplus this year is likely to be "
     "between five and seven billion dlrs.",
     "between five and seven billion dlrs", OT_CLAIM_LEVEL, OT_PROJECTED, 5e9,
     7e9, "USD", "balance", "KOR", "WLD", "relative:this-year", "-"},
    {"a record in the past",
     "The surplus was down nearly 30 pct from a record $9.9 billion in the "
     "same month a year earlier.",
     "record", OT_CLAIM_RANK, OT_STATED, 1, 1, "count", "balance", "unknown",
     "WLD", "relative:year-ago", "-"},
    {"as much as in a year",
     "Trade between the two sides reached 820 million dollars, nine times as "
     "much as in 1972.",
     "nine times", OT_CLAIM_MULTIPLE, OT_STATED, 8.5, 9.5, "times", "turnover",
     "unknown", "unknown", "unknown", "1972-01/1972-12"},
    {"a run in figures",
     "In October, exports increased by 4.6% year on year, the 13th straight "
     "month of growth.",
     "straight", OT_CLAIM_RUN, OT_STATED, 13, 13, "count", "export", "unknown",
     "WLD", "relative:10/10", "-"},
    {"a multiple that is aimed at",
     "The government's target is to double exports to $1 trillion by 2030.",
     "double", OT_CLAIM_MULTIPLE, OT_TARGET, 1.9, 2.1, "times", "export",
     "unknown", "WLD", "2030-01/2030-12", "unknown"},
    {"a change said twice",
     "Tajikistan's foreign trade turnover was more than $7.6 billion, which is "
     "$412.7 million or 5.7% more than in the same period of 2030.",
     "$412.7 million", OT_CLAIM_CHANGE, OT_STATED, 412.65e6, 412.75e6, "USD",
     "turnover", "TJK", "WLD", "unknown", "relative:same-period-2030"},
};

#endif
