// SPDX-License-Identifier: GPL-3.0-or-later
// period_parse.c - the spellings of a period.

#include <string.h>

#include "base/text.h"
#include "outturn/period.h"

// What is left to read; every take_ moves on only when it succeeds.
typedef struct scan {
    const char *at, *end;
} scan;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void skip_blanks(scan *s)
{
    while (s->at < s->end && (*s->at == ' ' || *s->at == '\t')) {
        s->at++;
    }
}

static bool at_end(scan *s)
{
    skip_blanks(s);
    return s->at == s->end;
}

// A run of exactly min to max digits.
static bool take_number(scan *s, int min, int max, int *value)
{
    const char *at = s->at;
    int n = 0;

    *value = 0;
    while (at < s->end && is_digit(*at) && n <= max) {
        *value = 10 * *value + (*at++ - '0');
        n++;
    }
    if (n < min || n > max) {
        return false;
    }
    s->at = at;
    return true;
}

static bool take_char(scan *s, char c)
{
    if (s->at < s->end && (*s->at | 0x20) == (c | 0x20)) {
        s->at++;
        return true;
    }
    return false;
}

// A word in any case, with blanks before it.
static bool take_word(scan *s, const char *word)
{
    scan t = *s;

    skip_blanks(&t);
    if (!ot__str_starts((ot_str){t.at, (size_t)(t.end - t.at)}, word)) {
        return false;
    }
    s->at = t.at + strlen(word);
    return true;
}

static bool take_year(scan *s, int *year)
{
    scan t = *s;

    skip_blanks(&t);
    if (!take_number(&t, 4, 4, year) || *year < 1000) {
        return false;
    }
    *s = t;
    return true;
}

static bool take_month_name(scan *s, int *month)
{
    size_t length;
    scan t = *s;

    skip_blanks(&t);
    *month = ot_month_word(t.at, (size_t)(t.end - t.at), &length);
    if (*month == 0) {
        return false;
    }
    s->at = t.at + length;
    return true;
}

// "-", "/", an en or em dash, "to".
static bool take_to(scan *s)
{
    scan t = *s;

    skip_blanks(&t);
    const size_t left = (size_t)(t.end - t.at);
    if (left >= 3 &&
        (memcmp(t.at, "\u2013", 3) == 0 || memcmp(t.at, "\u2014", 3) == 0)) {
        s->at = t.at + 3;
        return true;
    }
    if (left >= 1 && (*t.at == '-' || *t.at == '/')) {
        s->at = t.at + 1;
        return true;
    }
    return take_word(s, "to ");
}

// A part of a year: its first month and its length.
typedef struct stretch {
    int month, months;
} stretch;

// A letter and a number up to most: Q3.
static bool take_lettered(scan *s, char letter, int most, int *k)
{
    scan t = *s;

    skip_blanks(&t);
    if (!take_char(&t, letter) || !take_number(&t, 1, 2, k) || *k < 1 ||
        *k > most) {
        return false;
    }
    *s = t;
    return true;
}

// Q3, H1, M09.
static bool take_stretch(scan *s, stretch *part)
{
    int k;

    if (take_lettered(s, 'Q', 4, &k)) {
        *part = (stretch){3 * k - 2, 3};
        return true;
    }
    if (take_lettered(s, 'H', 2, &k)) {
        *part = (stretch){6 * k - 5, 6};
        return true;
    }
    if (take_lettered(s, 'M', 12, &k)) {
        *part = (stretch){k, 1};
        return true;
    }
    return false;
}

static ot_period within(int year, stretch part)
{
    return (ot_period){12 * year + part.month - 1, part.months};
}

// ---- the spellings, one function each; false: it is another one -------------

typedef struct asked {
    int year_start;
    ot_period p;
    ot_status status; // not OK where a spelling is refused with a sentence
    ot_error *err;
} asked;

// 202409
static bool six_digits(scan *s, asked *a)
{
    int number;

    if (!take_number(s, 6, 6, &number) || !at_end(s) || number % 100 < 1 ||
        number % 100 > 12 || number < 100000) {
        return false;
    }
    a->p = ot_period_month(number / 100, number % 100);
    return true;
}

// What follows "2024-": a month in figures.
static bool month_in_figures(scan *s, int year, asked *a)
{
    int month;

    if (!take_number(s, 1, 2, &month) || !at_end(s) || month < 1 ||
        month > 12) {
        return false;
    }
    if (a->year_start > 0 && month == (year + 1) % 100) {
        a->status = ot_fail(
            a->err, OT_E_SYNTAX, NULL,
            "'%d-%02d' can be a month or a fiscal year: write %d-M%02d or "
            "FY%d/%02d",
            year, month, year, month, year, month);
        return true;
    }
    a->p = ot_period_month(year, month);
    return true;
}

// 2024, 2024-09, 2024M09, 2024-M09, 2024-Q3, 2024 Q3, 2024H1
static bool year_first(scan *s, asked *a)
{
    stretch part;
    int year;

    if (!take_year(s, &year)) {
        return false;
    }
    if (at_end(s)) {
        a->p = ot_period_year(year);
        return true;
    }
    if (take_char(s, '-') && s->at < s->end && is_digit(*s->at)) {
        return month_in_figures(s, year, a);
    }
    if (!take_stretch(s, &part) || !at_end(s)) {
        return false;
    }
    a->p = within(year, part);
    return true;
}

// The year after, in two digits or four.
static bool take_next_year(scan *s, int year)
{
    int next;

    return (take_number(s, 2, 2, &next) && next == (year + 1) % 100) ||
           (take_number(s, 4, 4, &next) && next == year + 1);
}

// FY2024/25, FY 2024-25, 2024/25, 2024/2025; FY2025 is refused.
static bool fiscal(scan *s, asked *a)
{
    const bool marked = take_word(s, "FY");
    int year;

    if (!take_year(s, &year)) {
        return false;
    }
    if (marked && at_end(s)) {
        a->status = ot_fail(a->err, OT_E_SYNTAX, NULL,
                            "'FY%d' names two different years: write FY%d/%02d "
                            "or FY%d/%02d",
                            year, year - 1, year % 100, year, (year + 1) % 100);
        return true;
    }
    if (!(take_char(s, '/') || (marked && take_char(s, '-'))) ||
        !take_next_year(s, year) || !at_end(s)) {
        return false;
    }
    if (a->year_start == 0) {
        a->status = ot_fail(a->err, OT_E_SYNTAX, NULL,
                            "%d/%02d is a fiscal year, which needs its first "
                            "month (a year start such as apr)",
                            year, (year + 1) % 100);
        return true;
    }
    a->p = (ot_period){12 * year + a->year_start - 1, 12};
    return true;
}

// Q3 2024, H1 2024
static bool stretch_first(scan *s, asked *a)
{
    stretch part;
    int year;

    if (!take_stretch(s, &part) || !take_year(s, &year) || !at_end(s)) {
        return false;
    }
    a->p = within(year, part);
    return true;
}

// 9M2024, 9M 2024, 9 months 2024, 9 months of 2024
static bool to_date(scan *s, asked *a)
{
    int months, year;

    skip_blanks(s);
    if (!take_number(s, 1, 2, &months) || months < 1 || months > 12) {
        return false;
    }
    if (!take_word(s, "months of") && !take_word(s, "months") &&
        !take_char(s, 'M')) {
        return false;
    }
    if (!take_year(s, &year) || !at_end(s)) {
        return false;
    }
    a->p = within(year, (stretch){1, months});
    return true;
}

// Sep 2024, September 2024, Jan-Sep 2024, Nov 2023-Mar 2024
static bool named_months(scan *s, asked *a)
{
    int from, to, year, to_year;

    if (!take_month_name(s, &from)) {
        return false;
    }
    const bool year_after_first = take_year(s, &year);
    if (year_after_first && at_end(s)) {
        a->p = ot_period_month(year, from);
        return true;
    }
    if (!take_to(s) || !take_month_name(s, &to) || !take_year(s, &to_year) ||
        !at_end(s)) {
        return false;
    }
    if (!year_after_first) {
        year = to < from ? to_year - 1 : to_year;
    }
    a->p = ot_period_range(12 * year + from - 1, 12 * to_year + to - 1);
    return a->p.months > 0;
}

// A month as 2024-09, 202409, 2024M09, Sep 2024: where it begins in *month.
static bool single_month(const char *at, const char *end, int32_t *month)
{
    asked a = {0};
    scan s = {at, end};
    scan t = s, u = s;

    if (!(six_digits(&s, &a) || year_first(&t, &a) || named_months(&u, &a)) ||
        a.status != OT_OK || a.p.months != 1) {
        return false;
    }
    *month = a.p.first;
    return true;
}

// 2024-01/2024-09, 202401/202409
static bool from_to(scan *s, asked *a)
{
    const char *slash =
        s->at < s->end ? memchr(s->at, '/', (size_t)(s->end - s->at)) : NULL;
    int32_t from, to;

    if (slash == NULL || !single_month(s->at, slash, &from) ||
        !single_month(slash + 1, s->end, &to)) {
        return false;
    }
    if (to < from) {
        a->status = ot_fail(a->err, OT_E_SYNTAX, NULL,
                            "the period ends before it begins");
        return true;
    }
    a->p = ot_period_range(from, to);
    return true;
}

// "12 months to March 2024", "3 months to 2024-03"
static bool months_to(scan *s, asked *a)
{
    int months;
    int32_t last;

    skip_blanks(s);
    if (!take_number(s, 1, 3, &months) || months < 1 ||
        !(take_word(s, "months to ") || take_word(s, "month to "))) {
        return false;
    }
    skip_blanks(s);
    if (!single_month(s->at, s->end, &last)) {
        return false;
    }
    a->p = (ot_period){last - months + 1, months};
    return true;
}

static bool (*const spellings[])(scan *s, asked *a) = {
    six_digits, year_first, fiscal,    stretch_first,
    to_date,    from_to,    months_to, named_months,
};

// Four digits a year, or its text would not read back.
static ot_status check_years(ot_period p, ot_error *err)
{
    if (p.first >= 12 * 1000 && ot_period_last(p) < 12 * 10000) {
        return OT_OK;
    }
    return ot_fail(err, OT_E_SYNTAX, NULL,
                   "a period outside the years 1000 to 9999");
}

ot_status ot_period_parse(const char *text, size_t n, int year_start,
                          ot_period *p, ot_error *err)
{
    const ot_str s = ot__str_trim((ot_str){text, n});
    char shown[48];

    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++) {
        asked a = {.year_start = year_start, .err = err};
        scan whole = {s.at, s.at + s.n};
        if (s.n > 0 && spellings[i](&whole, &a)) {
            *p = a.p;
            return a.status != OT_OK ? a.status : check_years(a.p, err);
        }
    }
    return ot_fail(err, OT_E_SYNTAX, NULL,
                   "'%s' is not a period (2024, 2024-09, Q3 2024, 9M2024, "
                   "2024-01/2024-09, Jan-Sep 2024)",
                   ot__str_copy(s, shown, sizeof shown));
}
