// SPDX-License-Identifier: GPL-3.0-or-later
// extract_cases_manner.h - sentences of our own in the manners of statistical
// releases, of news, of presidents' messages and of wires of 1987. What each
// says was written down by hand before it was read by the program: the interval
// from the digits and the hedge, sign and base from the words.
#ifndef OT_TESTS_EXTRACT_CASES_MANNER_H
#define OT_TESTS_EXTRACT_CASES_MANNER_H

#include "extract_cases.h"

static const extract_case manner_cases[] = {
    {"June exports are of June",
     "July exports were $2.3 billion more than June exports of $180.4 billion, "
     "while imports were $1.1 billion less than in June.",
     "$180.4 billion", OT_CLAIM_LEVEL, OT_STATED, 180.35e9, 180.45e9, "USD",
     "export", "unknown", "WLD", "relative:06/06", "-"},
    {"a change of a three-month average",
     "Year-over-year, the average goods and services deficit decreased $1.9 "
     "billion from the three months ending in May 2018.",
     "$1.9 billion", OT_CLAIM_CHANGE, OT_STATED, 1.85e9, 1.95e9, "USD/month",
     "balance", "unknown", "WLD", "unknown", "2018-03/2018-05"},
    {"a scale stated for a list in brackets",
     "In August, the figures show surpluses, in billions of dollars, with Hong "
     "Kong ($2.5), Singapore ($1.8), and Australia ($0.9).",
     "$1.8", OT_CLAIM_LEVEL, OT_STATED, 1.75e9, 1.85e9, "USD", "balance",
     "unknown", "SGP", "relative:08/08", "-"},
    {"those from elsewhere",
     "Total imports of goods and services rose £1.4 billion (3.1%) in Quarter "
     "2 (Apr to June) 2021, driven by a £2.2 billion (9.6%) increase in goods "
     "imports from non-EU countries, whereas those from the EU fell by £0.8 "
     "billion.",
     "£0.8 billion", OT_CLAIM_CHANGE, OT_STATED, -850e6, -750e6, "GBP",
     "import", "unknown", "EU27", "2021-04/2021-06", "unknown"},
    {"twelve months over the twelve before",
     "Comparing the 12 months to February 2018 with the same period in 2017, "
     "the total trade deficit narrowed by £12.9 billion to £27.5 billion, with "
     "services exports up £16.4 billion.",
     "£12.9 billion", OT_CLAIM_CHANGE, OT_STATED, 12.85e9, 12.95e9, "GBP",
     "balance", "unknown", "WLD", "2017-03/2018-02", "2016-03/2017-02"},
    {"between two quarters",
     "Between Quarter 3 and Quarter 4 2019, the volume of goods exports rose "
     "by 2.8 per cent and the trade surplus in services was broadly flat at "
     "£26.3 billion.",
     "2.8 per cent", OT_CLAIM_GROWTH, OT_STATED, 2.75, 2.85, "percent",
     "export", "unknown", "WLD", "2019-10/2019-12", "2019-07/2019-09"},
    {"a rank for exports, beside one for imports",
     "In 2021, the EU imported goods worth €162.5 billion from Russia, which "
     "was its fifth largest partner for exports (4.1 %) and third largest for "
     "imports (7.7 %).",
     "largest", OT_CLAIM_RANK, OT_STATED, 5, 5, "count", "export", "EU27",
     "RUS", "2021-01/2021-12", "-"},
    {"between two years",
     "Between 2011 and 2021, EU exports of medicinal products almost doubled, "
     "from €101 billion to €199.6 billion, and the surplus peaked at €136 "
     "billion in 2021.",
     "almost doubled", OT_CLAIM_MULTIPLE, OT_STATED, 1.8, 2, "times", "export",
     "EU27", "WLD", "2021-01/2021-12", "2011-01/2011-12"},
    {"a negative balance",
     "Export amounted to 4 796.4 million USD, import 7 816.3 million USD, and "
     "the negative balance of trade was 3 019.9 million USD.",
     "3 019.9 million USD", OT_CLAIM_LEVEL, OT_STATED, -3019950000, -3019850000,
     "USD", "balance", "unknown", "WLD", "unknown", "-"},
    {"minus in words, one of three respectively",
     "In the same period, China's trade with ASEAN, the EU and the United "
     "States grew 9.9 percent, 3.6 percent and minus 5.5 percent, "
     "respectively.",
     "minus 5.5 percent", OT_CLAIM_GROWTH, OT_STATED, -5.55, -5.45, "percent",
     "turnover", "CHN", "USA", "unknown", "unknown"},
    {"four quarters to the end of one",
     "The United Kingdom's total trade in the four quarters to the end of Q1 "
     "2023 was worth £1,734.2 billion, an increase of 22.8% or £322.4 billion "
     "from the four quarters to the end of Q1 2022.",
     "£322.4 billion", OT_CLAIM_CHANGE, OT_STATED, 322.35e9, 322.45e9, "GBP",
     "turnover", "GBR", "WLD", "2022-04/2023-03", "2021-04/2022-03"},
    {"a list of increases in brackets",
     "The May increase in exports of goods mostly reflected increases in "
     "capital goods ($1.1 billion) and consumer goods ($0.6 billion), while a "
     "decrease occurred in automotive vehicles, parts, and engines ($0.3 "
     "billion).",
     "$0.6 billion", OT_CLAIM_CHANGE, OT_STATED, 550e6, 650e6, "USD", "export",
     "unknown", "WLD", "relative:05/05", "unknown"},
    {"deficits in a list of countries",
     "Deficits were recorded, in billions of dollars, with China ($27.9), the "
     "European Union ($13.2), Mexico ($6.6), and Japan ($5.8).",
     "$6.6", OT_CLAIM_LEVEL, OT_STATED, -6.65e9, -6.55e9, "USD", "balance",
     "unknown", "MEX", "unknown", "-"},
    {"from a month to the same a year later",
     "From March 2011 to March 2012, exports were up $11.6 billion, or 6.7 "
     "percent, and imports were up $14.0 billion, or 6.4 percent.",
     "$14.0 billion", OT_CLAIM_CHANGE, OT_STATED, 13.95e9, 14.05e9, "USD",
     "import", "unknown", "WLD", "2012-03/2012-03", "2011-03/2011-03"},
    {"two groups respectively",
     "Exports to EU countries and non-EU countries fell by £0.4 billion and "
     "£1.0 billion respectively in the month to July 2014.",
     "£0.4 billion", OT_CLAIM_CHANGE, OT_STATED, -450e6, -350e6, "GBP",
     "export", "unknown", "EU27", "2014-07/2014-07", "unknown"},
    {"ranked first",
     "In 2020, Russia ranked first in Armenia's external trade with a share of "
     "29.8%, followed by China (12.5%) and Germany (5.1%).",
     "first", OT_CLAIM_RANK, OT_STATED, 1, 1, "count", "turnover", "ARM", "RUS",
     "2020-01/2020-12", "-"},
    {"a share of the country's total",
     "Kyrgyzstan's trade with Kazakhstan amounted to $1.317 billion in 2023, "
     "accounting for 8.4 percent of Kyrgyzstan's total trade, and rose by 11.6 "
     "percent compared to $1.181 billion in 2022.",
     "8.4 percent", OT_CLAIM_SHARE, OT_STATED, 8.35, 8.45, "percent",
     "turnover", "KGZ", "KAZ", "2023-01/2023-12", "-"},
    {"a hyphen before per cent",
     "Azerbaijan ranked fourth among Georgia's main trading partners with "
     "turnover of $355.3 million, a 9.2-percent share, while Turkey ($562.4 "
     "million), China ($461.9 million) and Russia ($383.2 million) were the "
     "top three.",
     "9.2-percent", OT_CLAIM_SHARE, OT_STATED, 9.15, 9.25, "percent",
     "turnover", "GEO", "AZE", "unknown", "-"},
    {"a fraction behind its flow",
     "Uzbekistan's foreign trade turnover grew by a quarter to $42.7 billion "
     "in eight months, Statistics Agency data show, with exports adding 15.6% "
     "and imports a third.",
     "a third", OT_CLAIM_GROWTH, OT_STATED, 100.0 / 3 - 2.5, 100.0 / 3 + 2.5,
     "percent", "import", "UZB", "WLD", "relative:01/08", "unknown"},
    {"from January through November",
     "From January through November trade with Turkey totaled $45.6 billion, "
     "down 12.4% year on year, whereas a year before that it had surged "
     "1.7-fold.",
     "12.4%", OT_CLAIM_GROWTH, OT_STATED, -12.45, -12.35, "percent", "turnover",
     "unknown", "TUR", "relative:01/11", "relative:year-ago"},
    {"a mark that was passed",
     "\"We have already passed the $200 billion mark two years in a row and "
     "are not going to stop there,\" Putin said of trade with China.",
     "passed the $200 billion", OT_CLAIM_LEVEL, OT_STATED, 200e9, INF, "USD",
     "turnover", "unknown", "CHN", "unknown", "-"},
    {"a ten-month high",
     "India's trade deficit narrowed to $20.8 billion in September from a "
     "10-month high of $29.7 billion in August, as gold imports more than "
     "halved to $4.4 billion.",
     "10-month high", OT_CLAIM_RANK, OT_STATED, 1, 1, "count", "balance", "IND",
     "WLD", "relative:08/08", "-"},
    {"more than halved is less than half",
     "India's trade deficit narrowed to $20.8 billion in September from a "
     "10-month high of $29.7 billion in August, as gold imports more than "
     "halved to $4.4 billion.",
     "more than halved", OT_CLAIM_MULTIPLE, OT_STATED, -INF, 0.5, "times",
     "import", "IND", "WLD", "relative:09/09", "relative:08/08"},
    {"months of a fiscal year by its end",
     "During April-August of FY25, cumulative exports stood at $178.68 billion "
     "as against $176.67 billion in the corresponding period of the previous "
     "fiscal.",
     "$178.68 billion", OT_CLAIM_LEVEL, OT_STATED, 178.675e9, 178.685e9, "USD",
     "export", "unknown", "WLD", "2024-04/2024-08", "-"},
    {"a fourteenth straight month",
     "South Korea's exports rose for a 14th straight month in November, with "
     "shipments to China up 0.6% to $11.3 billion and those to the U.S. down "
     "5.1% at $10.4 billion.",
     "straight", OT_CLAIM_RUN, OT_STATED, 14, 14, "count", "export", "KOR",
     "WLD", "relative:11/11", "-"},
    {"shares of the two before, respectively",
     "Exports to the CIS totalled $1.9bn and those to the EU $0.7bn, or 64.3% "
     "and 23.7% of the total respectively.",
     "64.3%", OT_CLAIM_SHARE, OT_STATED, 64.25, 64.35, "percent", "export",
     "unknown", "CIS", "unknown", "-"},
    {"for a fifth month",
     "Japan's exports to the United States fell for a fifth month, by 13.8%, "
     "and its surplus with that country was cut in half to 324 billion yen.",
     "for a fifth month", OT_CLAIM_RUN, OT_STATED, -5, -5, "count", "export",
     "JPN", "USA", "unknown", "-"},
    {"less than a year earlier",
     "According to the Federal Customs Service, Russia's exports totaled "
     "$316.9 bln in January-September 2023, which is 29.5% less than a year "
     "earlier, and imports grew 17.6% to $212.9 bln.",
     "29.5%", OT_CLAIM_GROWTH, OT_STATED, -29.55, -29.45, "percent", "export",
     "RUS", "WLD", "2023-01/2023-09", "2022-01/2022-09"},
    {"grown since what was then",
     "The two countries' trade, which stood at a mere $200 million in 2001, "
     "has ballooned 45-fold to over $9 billion.",
     "45-fold", OT_CLAIM_MULTIPLE, OT_STATED, 44.5, 45.5, "times", "turnover",
     "unknown", "WLD", "unknown", "2001-01/2001-12"},
    {"did not exceed",
     "The exports of domestic produce, which in 1830 did not exceed "
     "$60,000,000, rose in 1836 to upward of $106,000,000.",
     "did not exceed $60,000,000", OT_CLAIM_LEVEL, OT_STATED, -INF, 60e6, "USD",
     "export", "unknown", "WLD", "1830-01/1830-12", "-"},
    {"upward of",
     "The exports of domestic produce, which in 1830 did not exceed "
     "$60,000,000, rose in 1836 to upward of $106,000,000.",
     "upward of $106,000,000", OT_CLAIM_LEVEL, OT_STATED, 106e6, INF, "USD",
     "export", "unknown", "WLD", "1836-01/1836-12", "-"},
    {"little short of",
     "Our exports to Mexico, which amounted in 1824 to little short of "
     "$7,000,000, have since fallen to less than one-half of that sum.",
     "little short of $7,000,000", OT_CLAIM_LEVEL, OT_STATED, 6.65e6, 7e6,
     "USD", "export", "unknown", "MEX", "1824-01/1824-12", "-"},
    {"the former",
     "For the first time in our history the exports of manufactures exceeded "
     "the imports, the former reaching $339,675,558 and the latter "
     "$229,000,000 in round figures.",
     "$339,675,558", OT_CLAIM_LEVEL, OT_STATED, 339675557.5, 339675558.5, "USD",
     "export", "unknown", "WLD", "unknown", "-"},
    {"half a billion",
     "The combined exports and imports reached $2,074,000,000, against "
     "$1,857,680,610 for 1896, the highest ever recorded, and the balance in "
     "our favor was more than half a billion dollars.",
     "more than half a billion dollars", OT_CLAIM_LEVEL, OT_STATED, 500e6, INF,
     "USD", "balance", "unknown", "WLD", "unknown", "-"},
    {"three times what it was",
     "Our trade with Porto Rico and Hawaii has doubled since annexation, "
     "amounting in the fiscal year 1903 to $57,000,000 with the former, or "
     "three times what it was in 1898.",
     "three times", OT_CLAIM_MULTIPLE, OT_STATED, 2.5, 3.5, "times", "turnover",
     "unknown", "PRI", "fiscal:1903", "1898-01/1898-12"},
    {"a fiscal year that ends a century",
     "Our sales to China increased from $9,992,894 in the fiscal year 1898-99 "
     "to $15,259,167 in 1899-1900, more than one-half as much again.",
     "$15,259,167", OT_CLAIM_LEVEL, OT_STATED, 15259166.5, 15259167.5, "USD",
     "export", "unknown", "CHN", "fiscal:1899/00", "-"},
    {"above that of a year",
     "Our foreign trade for 1926 totaled about $9,250,000,000, and this was "
     "some $900,000,000 above that of 1924.",
     "some $900,000,000", OT_CLAIM_CHANGE, OT_STATED, 855e6, 945e6, "USD",
     "turnover", "unknown", "WLD", "1926-01/1926-12", "1924-01/1924-12"},
    {"cut almost in half",
     "We have cut our trade deficit almost in half, from $6.4 billion in 1972 "
     "to $3.4 billion, and farm exports this year will top $20 billion, a "
     "record.",
     "almost in half", OT_CLAIM_MULTIPLE, OT_STATED, 0.5, 0.55, "times",
     "balance", "unknown", "WLD", "unknown", "1972-01/1972-12"},
    {"twice the value of years before",
     "American farmers last year exported more than 100 million tons of grain, "
     "worth $40 billion, twice the value of five years before.",
     "twice", OT_CLAIM_MULTIPLE, OT_STATED, 1.9, 2.1, "times", "export", "USA",
     "WLD", "relative:last-year", "relative:5-years-ago"},
    {"threefold is the figure 3",
     "The tonnage aside, the import of silks alone has swollen to $28,000,000 "
     "a year, a threefold increase in a decade, and exceeds by one-quarter the "
     "average of the ten years preceding.",
     "threefold", OT_CLAIM_MULTIPLE, OT_STATED, 2.5, 3.5, "times", "import",
     "unknown", "WLD", "unknown", "unknown"},
    {"twelve months that close with one",
     "The imports for the twelve months closing with September amount to "
     "$133,500,000, exceeding by more than $10,000,000 those of any former "
     "year.",
     "$133,500,000", OT_CLAIM_LEVEL, OT_STATED, 133499999.5, 133500000.5, "USD",
     "import", "unknown", "WLD", "relative:10/09", "-"},
    {"written out, the sign said before",
     "Of $738,000,000 of exports in the year, 552,000,000 were the product of "
     "agriculture, and the proportion of manufactures had risen to 20.4 per "
     "cent from 15.6 per cent in 1880.",
     "552,000,000", OT_CLAIM_LEVEL, OT_STATED, 551999999.5, 552000000.5, "USD",
     "export", "unknown", "WLD", "unknown", "-"},
    {"four and a half millions of dollars",
     "The imports at the port of Vera Cruz amounted in 1845 to four and a half "
     "millions of dollars, hardly a tenth part of which came from this "
     "country.",
     "four and a half millions of dollars", OT_CLAIM_LEVEL, OT_STATED, 4.45e6,
     4.55e6, "USD", "import", "unknown", "WLD", "1845-01/1845-12", "-"},
    {"or more",
     "Agricultural exports have risen 30 percent since 1969 to a record $7.7 "
     "billion, and we look for $8 billion or more this year.",
     "$8 billion or more", OT_CLAIM_LEVEL, OT_PROJECTED, 8e9, INF, "USD",
     "export", "unknown", "WLD", "relative:this-year", "-"},
    {"a third larger",
     "The trade between the United States and the Republic of Cuba for the "
     "calendar year 1903, $85,000,000 in round figures, was a third larger "
     "than that of the year preceding.",
     "a third", OT_CLAIM_GROWTH, OT_STATED, 100.0 / 3 - 2.5, 100.0 / 3 + 2.5,
     "percent", "turnover", "USA", "CUB", "1903-01/1903-12", "1902-01/1902-12"},
    {"a fraction behind a blank",
     "While the exports of cotton fell off 19 1/2 per cent in quantity, their "
     "value, $221,000,000, was less by only $5,800,000 than in the former "
     "year.",
     "19 1/2 per cent", OT_CLAIM_GROWTH, OT_STATED, -19.55, -19.45, "percent",
     "export", "unknown", "WLD", "unknown", "relative:year-ago"},
    {"a year ended in March",
     "Indonesia's non-oil exports rose 12.4 pct to 6.53 billion dlrs in the "
     "year ended March 31 from 5.81 billion the year before, central bank "
     "figures show.",
     "6.53 billion dlrs", OT_CLAIM_LEVEL, OT_STATED, 6.525e9, 6.535e9, "USD",
     "export", "IDN", "WLD", "relative:04/03", "-"},
    {"barrels carried over",
     "Saudi crude exports averaged 3.1 mln barrels per day in March, up from "
     "2.6 mln in February, industry sources said.",
     "2.6 mln", OT_CLAIM_LEVEL, OT_STATED, 2.55e6, 2.65e6, "barrels/day",
     "export", "SAU", "WLD", "relative:02/02", "-"},
    {"a season from September to August",
     "Sugar imports by the Soviet Union are likely to reach 4.4 mln tonnes in "
     "1986/87 (September/August) versus 5.1 mln in 1985/86.",
     "4.4 mln tonnes", OT_CLAIM_LEVEL, OT_PROJECTED, 4.35e6, 4.45e6, "tonnes",
     "import", "SUN", "WLD", "1986-09/1987-08", "-"},
    {"bushels",
     "U.S. wheat exports for the week ended March 19 came to 21.6 mln bushels, "
     "bringing the season's total to 762 mln, or 14 pct above last year's "
     "pace.",
     "21.6 mln bushels", OT_CLAIM_LEVEL, OT_STATED, 21.55e6, 21.65e6, "bushels",
     "export", "USA", "WLD", "relative:03/03", "-"},
    {"a drop behind its figure",
     "Total turnover last year was 26.3 mln roubles, a drop of 3.1 mln, and "
     "imports were cut back to 11.9 mln.",
     "3.1 mln", OT_CLAIM_CHANGE, OT_STATED, -3.15e6, -3.05e6, "RUB", "turnover",
     "unknown", "WLD", "relative:last-year", "unknown"},
    {"an old value with no word of its own",
     "Kuwait's imports from Britain slumped by 22 pct to 301 mln stg, "
     "Britain's from Kuwait dipping to 79.8 mln from 181.",
     "181", OT_CLAIM_LEVEL, OT_STATED, 180.5e6, 181.5e6, "GBP", "import", "GBR",
     "KWT", "unknown", "-"},
    {"a comparison like the one before",
     "Danish Jan exports 14.7 billion crowns vs 15.2 billion in Dec; imports "
     "15.9 billion vs 15.1 billion.",
     "15.1 billion", OT_CLAIM_LEVEL, OT_STATED, 15.05e9, 15.15e9, "DKK",
     "import", "DNK", "WLD", "relative:12/12", "-"},
    {"nearly half the total",
     "South African gold exports, which brought in 16.7 billion rand, made up "
     "nearly half the 41 billion rand total last year.",
     "nearly half", OT_CLAIM_SHARE, OT_STATED, 47.5, 50, "percent", "export",
     "ZAF", "WLD", "relative:last-year", "-"},
    {"up behind its figure",
     "OPEC's exports to Japan were 9.1 pct up at 2.61 mln bpd and, said MITI, "
     "those of Iran more than trebled to 244,000 bpd.",
     "9.1 pct", OT_CLAIM_GROWTH, OT_STATED, 9.05, 9.15, "percent", "export",
     "group:OPEC", "JPN", "unknown", "unknown"},
    {"two against two, without respectively",
     "Imports rose to 1.05 billion dinars and exports to 720 mln in the first "
     "half, against 998 mln and 613 mln in the 1986 period.",
     "998 mln", OT_CLAIM_LEVEL, OT_STATED, 997.5e6, 998.5e6, "ambiguous:dinar",
     "import", "unknown", "WLD", "1986-01/1986-06", "-"},
    {"a range in words",
     "He told reporters the surplus with the U.S., 16.0 billion dlrs last "
     "year, would be trimmed by one to two billion in 1987.",
     "one to two billion", OT_CLAIM_CHANGE, OT_PROJECTED, -2e9, -1e9, "USD",
     "balance", "unknown", "USA", "1987-01/1987-12", "relative:last-year"},
    {"their lowest in a decade",
     "Peru's trade surplus collapsed to 16 mln dlrs in 1986 from 1.17 billion "
     "the year before as exports slumped to 2.51 billion dlrs, their lowest in "
     "a decade.",
     "lowest", OT_CLAIM_RANK, OT_STATED, -1, -1, "count", "export", "PER",
     "WLD", "1986-01/1986-12", "-"},
    {"a rise of less than",
     "The August decrease in the goods and services deficit reflected an "
     "increase in the services surplus of less than $0.1 billion to $22.3 "
     "billion, which more than offset an increase in the goods deficit of $0.2 "
     "billion to $64.9 billion.",
     "less than $0.1 billion", OT_CLAIM_CHANGE, OT_STATED, 0, 100e6, "USD",
     "balance", "unknown", "WLD", "relative:08/08", "unknown"},
    {"an amount in brackets behind its percentage",
     "Total exports fell by 5.4% (£3.6 billion) and imports by 2.6% (£1.9 "
     "billion) over the three months to August 2023 compared with the previous "
     "three months.",
     "£3.6 billion", OT_CLAIM_CHANGE, OT_STATED, -3.65e9, -3.55e9, "GBP",
     "export", "unknown", "WLD", "2023-06/2023-08", "2023-03/2023-05"},
    {"a fall in brackets behind its country",
     "EU exports to the United Kingdom (-13.8%) and Russia (-5.2%) declined, "
     "while those to China grew 10.1% to €223.3 billion.",
     "-5.2%", OT_CLAIM_GROWTH, OT_STATED, -5.25, -5.15, "percent", "export",
     "EU27", "RUS", "unknown", "unknown"},
    {"trade of a pair, Uzbek-Afghan",
     "The Uzbek-Afghan trade turnover stood at $653 million in 2021, $762 "
     "million in 2022 and $867 million in 2023.",
     "$762 million", OT_CLAIM_LEVEL, OT_STATED, 761.5e6, 762.5e6, "USD",
     "turnover", "UZB", "AFG", "2022-01/2022-12", "-"},
    {"came from the third of a list",
     "Of the $9.4bn of goods Georgia imported in the first eight months, "
     "$1.5bn came from Turkey, $1.2bn from the United States and $1.1bn from "
     "Russia.",
     "$1.1bn", OT_CLAIM_LEVEL, OT_STATED, 1.05e9, 1.15e9, "USD", "import",
     "GEO", "RUS", "relative:01/08", "-"},
    {"imports that exceeded exports",
     "In the year ended June 30, 1872, imports reached $640,337,540, the "
     "largest in our annals, and exceeded exports by $116,000,000.",
     "$116,000,000", OT_CLAIM_LEVEL, OT_STATED, -116000000.5, -115999999.5,
     "USD", "balance", "unknown", "WLD", "1871-07/1872-06", "-"},
    {"tonnes said once",
     "Philippine exports of coconut oil totalled 102,400 tonnes in January "
     "against 84,100 in December and 67,000 a year earlier.",
     "84,100", OT_CLAIM_LEVEL, OT_STATED, 84099.5, 84100.5, "tonnes", "export",
     "PHL", "WLD", "relative:12/12", "-"},
    {"respectively, with the periods behind it",
     "Austria's January trade deficit was 5.0 billion schillings, against a "
     "deficit of 5.6 billion and 2.6 billion respectively in December and "
     "January 1986.",
     "5.6 billion", OT_CLAIM_LEVEL, OT_STATED, -5.65e9, -5.55e9, "ATS",
     "balance", "AUT", "WLD", "relative:12/12", "-"},
    {"the January-May period",
     "The trade surplus expanded 45 percent to 893.36 billion yuan in the "
     "January-May period.",
     "893.36 billion yuan", OT_CLAIM_LEVEL, OT_STATED, 893.355e9, 893.365e9,
     "CNY", "balance", "unknown", "WLD", "relative:01/05", "-"},
    {"those to another country, without a verb",
     "During the year 1907 the exports to Germany rose 20 per cent; those to "
     "France 12 per cent.",
     "12 per cent", OT_CLAIM_GROWTH, OT_STATED, 11.5, 12.5, "percent", "export",
     "unknown", "FRA", "1907-01/1907-12", "1906-01/1906-12"},
    {"for the first time in ten months",
     "Japan's surplus with Peru narrowed for the first time in 10 months to "
     "3.99 billion dlrs.",
     "3.99 billion dlrs", OT_CLAIM_LEVEL, OT_STATED, 3.985e9, 3.995e9, "USD",
     "balance", "JPN", "PER", "unknown", "-"},
};

#endif
