// SPDX-License-Identifier: GPL-3.0-or-later
// when.h - periods as files spell them, wider than what a person types.
#ifndef OT_DATA_WHEN_H
#define OT_DATA_WHEN_H

#include "base/text.h"
#include "outturn/period.h"

// All that ot_period_parse reads, and besides what stands in files: a date for
// its month ("1995-01-31", "2024-01-01 00:00:00", "31.01.1995"), "1997Jan",
// "2025 Feb", "Jan-24", "01.2024", "1/2024", "2024 год", "2023*", "2023 1)",
// "201952-Jan.-Dec. 2019" and "201952" (Eurostat: a whole year). Two-digit
// years are 1950 to 2049. false: it is no period.
bool ot__when(ot_str text, int year_start, ot_period *period);

// A part of a year without its year: "Jan", "Янв. Jan.", "3", "03", "Q1", "I
// quarter", "II", "Jan-Sep"; a whole year: "52", "Year", "Annual", "Total",
// "Год". *month 1 to 12, *months its length; 0 and 12: the whole year.
bool ot__when_part(ot_str text, int *month, int *months);

#endif
