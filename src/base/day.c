// SPDX-License-Identifier: GPL-3.0-or-later
// day.c - days of the proleptic Gregorian calendar, for releases and dates.

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "outturn/period.h"

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in(int year, int month)
{
    static const int days[12] = {31, 28, 31, 30, 31, 30,
                                 31, 31, 30, 31, 30, 31};

    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

// Days from 1 January of year 1 to 1 January of `year`.
static int32_t days_before_year(int year)
{
    const int y = year - 1;

    return 365 * y + y / 4 - y / 100 + y / 400;
}

ot_day ot_day_of(int year, int month, int day)
{
    int32_t days = days_before_year(year) - days_before_year(1970) + day - 1;

    for (int m = 1; m < month; m++) {
        days += days_in(year, m);
    }
    return days;
}

static void split(ot_day day, int *year, int *month, int *of_month)
{
    int32_t rest;

    *year = 1970 + day / 366;
    while (ot_day_of(*year, 1, 1) > day) {
        (*year)--;
    }
    while (ot_day_of(*year + 1, 1, 1) <= day) {
        (*year)++;
    }
    rest = day - ot_day_of(*year, 1, 1);
    for (*month = 1; rest >= days_in(*year, *month); (*month)++) {
        rest -= days_in(*year, *month);
    }
    *of_month = rest + 1;
}

// A number of exactly so many digits at *at; -1: there is none.
static int number(const char **at, const char *end, int digits)
{
    int value = 0;

    if (end - *at < digits) {
        return -1;
    }
    for (; digits > 0; digits--, (*at)++) {
        if (**at < '0' || **at > '9') {
            return -1;
        }
        value = 10 * value + (**at - '0');
    }
    return value;
}

ot_status ot_day_parse(const char *text, size_t n, ot_day *day, ot_error *err)
{
    const ot_str s = ot__str_trim((ot_str){text, n});
    const char *at = s.at, *end = s.at + s.n;
    int month = 12, of_month = 31;
    char shown[32];

    const int year = number(&at, end, 4);
    bool good = year >= 1;
    if (good && at < end) {
        good =
            *at++ == '-' && (month = number(&at, end, 2)) >= 1 && month <= 12;
        of_month = good ? days_in(year, month) : 0;
    }
    if (good && at < end) {
        const int last = of_month;
        good = *at++ == '-' && (of_month = number(&at, end, 2)) >= 1 &&
               of_month <= last;
    }
    if (!good || at != end) {
        return ot_fail(err, OT_E_SYNTAX, NULL,
                       "'%s' is not a date (2024-10-08, 2024-10 or 2024)",
                       ot__str_copy(s, shown, sizeof shown));
    }
    *day = ot_day_of(year, month, of_month);
    return OT_OK;
}

char *ot_day_text(ot_day day, char out[])
{
    int year, month, of_month;

    split(day, &year, &month, &of_month);
    snprintf(out, 16, "%04d-%02u-%02u", year, (unsigned)month % 100,
             (unsigned)of_month % 100);
    return out;
}

char *ot_day_words(ot_day day, char out[])
{
    int year, month, of_month;

    split(day, &year, &month, &of_month);
    snprintf(out, 32, "%d %s %d", of_month, ot_month_name(month), year);
    return out;
}

int32_t ot_day_month(ot_day day)
{
    int year, month, of_month;

    split(day, &year, &month, &of_month);
    return 12 * year + month - 1;
}

bool ot_day_ends_month(ot_day day)
{
    int year, month, of_month;

    split(day, &year, &month, &of_month);
    return of_month == days_in(year, month);
}
