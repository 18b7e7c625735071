// SPDX-License-Identifier: GPL-3.0-or-later
// when.c - one function a spelling.

#include "data/when.h"

#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// The digits at the start of *s, at most `most` of them, as a number; moves *s
// behind them. The count of them; 0: there are none, or more.
static size_t take_digits(ot_str *s, size_t most, int *value)
{
    size_t n = 0;

    *value = 0;
    while (n < s->n && n <= most && is_digit(s->at[n])) {
        *value = 10 * *value + (s->at[n++] - '0');
    }
    if (n > most) {
        return 0;
    }
    s->at += n;
    s->n -= n;
    return n;
}

static bool take_mark(ot_str *s, const char *marks, char *mark)
{
    for (; s->n > 0 && *marks != '\0'; marks++) {
        if (s->at[0] == *marks) {
            *mark = *marks;
            s->at++;
            s->n--;
            return true;
        }
    }
    return false;
}

static bool make_month(int year, int month, ot_period *p)
{
    if (month < 1 || month > 12 || year < 1000 || year > 2999) {
        return false;
    }
    *p = ot_period_month(year, month);
    return true;
}

// 1995-01-31, 1995/01/31, with or without a time behind it.
static bool date_year_first(ot_str s, ot_period *p)
{
    int year, month, day;
    char mark, again;

    return take_digits(&s, 4, &year) == 4 && take_mark(&s, "-/.", &mark) &&
           take_digits(&s, 2, &month) > 0 && take_mark(&s, "-/.", &again) &&
           mark == again && take_digits(&s, 2, &day) > 0 && day >= 1 &&
           day <= 31 && (s.n == 0 || s.at[0] == ' ' || s.at[0] == 'T') &&
           make_month(year, month, p);
}

// 31.01.1995, 31/01/1995; 01/31/1995, where only one of them can be a month.
static bool date_year_last(ot_str s, ot_period *p)
{
    int day, month, year;
    char mark, again;

    if (take_digits(&s, 2, &day) == 0 || !take_mark(&s, ".-/", &mark) ||
        take_digits(&s, 2, &month) == 0 || !take_mark(&s, ".-/", &again) ||
        mark != again || take_digits(&s, 4, &year) != 4 || s.n != 0) {
        return false;
    }
    const bool american = mark == '/' && month > 12;
    if (mark == '/' && day <= 12 && month <= 12 && day != month) {
        return false; // either could be the month
    }
    return make_month(year, american ? day : month, p);
}

// 01.2024, 1/2024, 01-2024; 2024.01, 2024/1.
static bool month_and_year(ot_str s, ot_period *p)
{
    int first, second;
    char mark;

    const size_t n = take_digits(&s, 4, &first);
    if (n == 0 || !take_mark(&s, "./-", &mark)) {
        return false;
    }
    const size_t m = take_digits(&s, 4, &second);
    if (s.n != 0 || (n == 4) == (m == 4) || n == 3 || m == 3 || m == 0) {
        return false;
    }
    return n == 4 ? make_month(first, second, p) : make_month(second, first, p);
}

// 1997Jan, 2025 Feb, 2024-Sep, 2024 Q1 is read by ot_period_parse already.
static bool year_then_month(ot_str s, ot_period *p)
{
    int year;
    char mark;
    size_t used;

    if (take_digits(&s, 4, &year) != 4) {
        return false;
    }
    (void)take_mark(&s, "-/.", &mark);
    s = ot__str_trim(s);
    const int month = ot_month_word(s.at, s.n, &used);
    return month != 0 && used == s.n && make_month(year, month, p);
}

// Jan-24, Jan 24, Jan'24.
static bool month_then_short_year(ot_str s, ot_period *p)
{
    size_t used = 0;
    int year;
    char mark;

    const int month = s.n > 0 ? ot_month_word(s.at, s.n, &used) : 0;
    if (month == 0) {
        return false;
    }
    s = (ot_str){s.at + used, s.n - used};
    if (!take_mark(&s, "-/' .", &mark) || take_digits(&s, 2, &year) != 2 ||
        s.n != 0) {
        return false;
    }
    return make_month(year < 50 ? 2000 + year : 1900 + year, month, p);
}

// Eurostat: 201952 is the year 2019; a label may follow.
static bool eurostat(ot_str s, int year_start, ot_period *p)
{
    ot_str digits = s;
    int number;
    char mark;

    if (take_digits(&digits, 6, &number) != 6) {
        return false;
    }
    if (number % 100 == 52) {
        *p = ot_period_year(number / 100);
        return number >= 100000 && (digits.n == 0 || digits.at[0] == '-');
    }
    return take_mark(&digits, "-", &mark) &&
           ot_period_parse(s.at, 6, year_start, p, NULL) == OT_OK;
}

// Takes off what stands behind a period: notes, the word for year.
static ot_str without_tail(ot_str s)
{
    static const char *const words[] = {
        "года", "год", "г.", "г", "*", "(p)", "(r)", "1)", "2)", "3)", "p)",
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        const ot_str word = ot__str(words[i]);
        if (s.n > word.n + 3 &&
            ot__str_same((ot_str){s.at + s.n - word.n, word.n}, words[i])) {
            s.n -= word.n;
            return ot__str_trim(s);
        }
    }
    return s;
}

static bool try_all(ot_str s, int year_start, ot_period *p)
{
    return ot_period_parse(s.at, s.n, year_start, p, NULL) == OT_OK ||
           date_year_first(s, p) || date_year_last(s, p) ||
           month_and_year(s, p) || year_then_month(s, p) ||
           month_then_short_year(s, p) || eurostat(s, year_start, p);
}

// Takes off what stands before a period: "за 2022 год".
static ot_str without_head(ot_str s)
{
    static const char *const words[] = {"за ", "in ", "year "};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (ot__str_starts(s, words[i])) {
            const size_t n = strlen(words[i]);
            return ot__str_trim((ot_str){s.at + n, s.n - n});
        }
    }
    return s;
}

bool ot__when(ot_str text, int year_start, ot_period *period)
{
    const ot_str s = without_head(ot__str_trim(text));

    if (s.n < 4 || s.n > 64) {
        return false;
    }
    if (try_all(s, year_start, period)) {
        return true;
    }
    const ot_str rest = without_tail(s);
    return rest.n != s.n && try_all(rest, year_start, period);
}

// ---- parts of a year -------------------------------------------------------

static const struct {
    const char *text;
    int month, months;
} parts[] = {
    {"year", 0, 12},       {"annual", 0, 12}, {"total", 0, 12},
    {"yr", 0, 12},         {"ytd", 0, 12},    {"Год", 0, 12},
    {"год", 0, 12},        {"За год", 0, 12}, {"Год / Year", 0, 12},
    {"whole year", 0, 12}, {"52", 0, 12},     {"I", 1, 3},
    {"II", 4, 3},          {"III", 7, 3},     {"IV", 10, 3},
    {"Q1", 1, 3},          {"Q2", 4, 3},      {"Q3", 7, 3},
    {"Q4", 10, 3},         {"H1", 1, 6},      {"H2", 7, 6},
};

// "Янв. Jan.": nothing but words for the same month.
static bool month_words(ot_str s, int *month)
{
    *month = 0;
    while (s.n > 0) {
        size_t used;
        const int here = ot_month_word(s.at, s.n, &used);
        if (here == 0 || (*month != 0 && here != *month)) {
            return false;
        }
        *month = here;
        s = (ot_str){s.at + used, s.n - used};
        while (s.n > 0 && (s.at[0] == '/' || s.at[0] == '.' || s.at[0] == ' ' ||
                           s.at[0] == '|')) {
            s = (ot_str){s.at + 1, s.n - 1};
        }
    }
    return *month != 0;
}

// "Jan-Sep": read with a year that is taken off again.
static bool stretch(ot_str s, int *month, int *months)
{
    char text[64];
    ot_period p;

    if (s.n == 0 || s.n > 48) {
        return false;
    }
    ot__str_copy(s, text, sizeof text - 6);
    const size_t n = strlen(text);
    memcpy(text + n, " 2001", 6);
    if (ot_period_parse(text, n + 5, 0, &p, NULL) != OT_OK ||
        ot_month_year(p.first) != 2001) {
        return false;
    }
    *month = p.months == 12 ? 0 : ot_month_of_year(p.first);
    *months = p.months;
    return true;
}

bool ot__when_part(ot_str text, int *month, int *months)
{
    const ot_str s = ot__str_trim(text);
    ot_str rest = s;
    int number;

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (ot__str_same(s, parts[i].text)) {
            *month = parts[i].month;
            *months = parts[i].months;
            return true;
        }
    }
    const size_t n = take_digits(&rest, 2, &number);
    // "01. Janeiro"
    if (n > 0 && rest.n > 2 && rest.at[0] == '.' && rest.at[1] == ' ') {
        rest.n = 0;
    }
    if (n > 0 && rest.n == 0) {
        *month = number;
        *months = 1;
        return number >= 1 && number <= 12;
    }
    if (n > 0) {
        return false;
    }
    *months = 1;
    return s.n > 0 && (month_words(s, month) || stretch(s, month, months));
}
