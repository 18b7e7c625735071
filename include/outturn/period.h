// SPDX-License-Identifier: GPL-3.0-or-later
// period.h - intervals of whole months, and days for releases.
#ifndef OUTTURN_PERIOD_H
#define OUTTURN_PERIOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "outturn/error.h"

#ifdef __cplusplus
extern "C" {
#endif

// first = 12 * year + month - 1. 2024 is {24288, 12}, 9M2024 {24288, 9},
// September 2024 {24296, 1}. months = 0: no period.
typedef struct ot_period {
    int32_t first;
    int32_t months;
} ot_period;

OT_API ot_period ot_period_month(int year, int month); // month 1 to 12
OT_API ot_period ot_period_year(int year);
OT_API ot_period ot_period_range(int32_t first, int32_t last); // both inside
OT_API int32_t ot_period_last(ot_period p);                    // its last month
OT_API int ot_month_year(int32_t month);                       // 24296 -> 2024
OT_API int ot_month_of_year(int32_t month);                    // 24296 -> 9
OT_API ot_period ot_period_shift(ot_period p, int32_t months);
// The same stretch a year before.
OT_API ot_period ot_period_year_before(ot_period p);
OT_API bool ot_period_equal(ot_period a, ot_period b);
OT_API bool ot_period_contains(ot_period outer, ot_period inner);
// outer without inner, where inner stands at its start or its end (else months
// 0): 2024 minus 9M2024 = 2024-10/2024-12.
OT_API ot_period ot_period_minus(ot_period outer, ot_period inner);
// The year (starting in month year_start, 0 or 1: January) that holds a month.
OT_API ot_period ot_period_year_of(int32_t month, int year_start);

// Reads 2024, 2024-09, 202409, 2024M09, 2024M9, Sep 2024, September 2024,
// 2024-Q3, 2024Q3, Q3 2024, 2024-H1, H1 2024, 9M2024, 9M 2024, 2024-01/2024-09,
// Jan-Sep 2024, January-September 2024, "12 months to March 2024", "3 months to
// 2024-03", FY2024/25 and 2024/25 (with a year start).
//
// year_start  0: none stated; 1 to 12: the first month of a (fiscal) year; then
//             FY2024/25 is read, 2024/25 too, and quarters, halves, 9M and a
//             bare year stay calendar ones unless written FY.
//
// "2011-12" is December 2011; with a year start other than 0 it is refused
// naming both spellings (2011-M12, FY2011/12). "FY2025" is refused: it names
// two different years. Nothing depends on the locale. OT_E_SYNTAX with a
// sentence that says what was understood and what to write
OT_API ot_status ot_period_parse(const char *text, size_t n, int year_start,
                                 ot_period *p, ot_error *err);

// Machine text: "2024", "2024-09", else "2024-01/2024-09". out: 32 bytes.
OT_API char *ot_period_text(ot_period p, char out[]);
// In words: "2024", "September 2024", "January-September 2024", "Q3 2024" is
// written "July-September 2024"; "July 2023-June 2024". out: 64 bytes.
OT_API char *ot_period_words(ot_period p, char out[]);
// Short words for axes and tables: "Sep 2024", "Jan-Sep 2024". out: 64 bytes.
OT_API char *ot_period_short(ot_period p, char out[]);
// English month names, 1 to 12.
OT_API const char *ot_month_name(int month);
OT_API const char *ot_month_short(int month);
// A month name or abbreviation (English, Russian) at the start of text: 1 to 12
// and its length in *length; 0: none.
OT_API int ot_month_word(const char *text, size_t n, size_t *length);

// Days, for releases and dates: days since 1970-01-01.
typedef int32_t ot_day;
#define OT_DAY_NONE   INT32_MIN // undated: always known
#define OT_DAY_LATEST INT32_MAX // all that is known
// "2024-10-08"; "2025-02" is the last day of February, "2025" 31 December.
OT_API ot_status ot_day_parse(const char *text, size_t n, ot_day *day,
                              ot_error *err);
OT_API ot_day ot_day_of(int year, int month, int day);
OT_API char *ot_day_text(ot_day day, char out[]);  // "2024-10-08", out: 16
OT_API char *ot_day_words(ot_day day, char out[]); // "8 October 2024", out: 32
OT_API int32_t ot_day_month(ot_day day);           // the month that holds it
// Is this day the last of its month? (A release dated by month is.)
OT_API bool ot_day_ends_month(ot_day day);

#ifdef __cplusplus
}
#endif
#endif
