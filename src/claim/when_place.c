// SPDX-License-Identifier: GPL-3.0-or-later
// when_place.c - years, months, numbers and days in phrases of time.

#include "claim/when.h"

#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word_char(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (unsigned char)c >= 0x80;
}

static ot_str past(ot_str s, size_t n)
{
    return (ot_str){s.at + n, s.n - n};
}

static bool ends_word(ot_str s, size_t n)
{
    return n == s.n || !is_word_char(s.at[n]);
}

static size_t whole(ot_str s, int *value)
{
    size_t n = 0;

    *value = 0;
    while (n < s.n && is_digit(s.at[n]) && n < 5) {
        *value = 10 * *value + (s.at[n++] - '0');
    }
    return n;
}

// Behind a year may stand no unit, no decimals: then it is an amount.
static bool is_amount(ot_str rest, const ot_grammar *g)
{
    int exponent;
    char code[12];

    if (rest.n > 1 && (rest.at[0] == '.' || rest.at[0] == ',') &&
        is_digit(rest.at[1])) {
        return true;
    }
    const ot_str next = rest.n > 0 && rest.at[0] == ' ' ? past(rest, 1) : rest;
    for (size_t i = 0; g->words->physical[i].phrase != NULL; i++) {
        if (ot__phrase_at(next, g->words->physical[i].phrase) > 0) {
            return true;
        }
    }
    return (next.n > 0 && next.at[0] == '%') ||
           ot_scale_word(next.at, next.n, &exponent) > 0 ||
           ot_currency_word(next.at, next.n, code) > 0;
}

static size_t year_at(ot_str s, const ot_grammar *g, int *year)
{
    const size_t n = whole(s, year);

    return n == 4 && *year >= 1700 && *year < 2100 && ends_word(s, n) &&
                   !is_amount(past(s, n), g)
               ? n
               : 0;
}

// 1985/86, 2012-13, 2024/2025: a year and the next.
size_t ot__when_pair(ot_str s, int *year)
{
    int next;
    const size_t n = whole(s, year);

    if (n != 4 || *year < 1700 || *year >= 2100 || n == s.n ||
        (s.at[n] != '/' && s.at[n] != '-')) {
        return 0;
    }
    const size_t m = whole(past(s, n + 1), &next);
    const bool follows =
        (m == 2 && next == (*year + 1) % 100) || (m == 4 && next == *year + 1);
    return follows && ends_word(s, n + 1 + m) ? n + 1 + m : 0;
}

static size_t short_year(ot_str s, int *year)
{
    const size_t n = whole(s, year);

    *year += 2000;
    return n == 2 && ends_word(s, n) ? n : 0;
}

static size_t month_at(ot_str s, const ot_grammar *g, int *month)
{
    size_t length;

    if (s.n == 0 || (g->capitals && !(s.at[0] >= 'A' && s.at[0] <= 'Z'))) {
        return 0;
    }
    *month = ot_month_word(s.at, s.n, &length);
    return *month > 0 ? length : 0;
}

// A quarter by the language's own patterns: the month that ends it.
static size_t quarter_at(ot_str s, const ot_grammar *g, int *month)
{
    size_t best = 0;

    for (const ot_when_pattern *p = g->periods; p->pattern != NULL; p++) {
        ot_held h = {.when = {.kind = WHEN_NONE}};
        if (p->kind != WHEN_QUARTER || p->value != 0) {
            continue;
        }
        const size_t n = ot__when_fit(p->pattern, s, g, &h);
        if (n > best && h.number >= 1 && h.number <= 4) {
            best = n;
            *month = 3 * h.number;
        }
    }
    return best;
}

static size_t listed(ot_str s, const ot_number_word *list, int *value)
{
    for (size_t i = 0; list[i].word != NULL; i++) {
        const size_t n = ot__phrase_at(s, list[i].word);
        if (n > 0) {
            *value = list[i].value;
            return n;
        }
    }
    return 0;
}

static size_t number_at(ot_str s, const ot_grammar *g, int *value)
{
    size_t n = whole(s, value);

    if (n > 0) {
        return n <= 2 && (n == s.n || (s.at[n] != '.' && s.at[n] != ','))
                   ? n
                   : listed(s, g->ordinals, value);
    }
    n = listed(s, g->words->number, value);
    return n > 0 ? n : listed(s, g->ordinals, value);
}

// "30", "30th", "June 30,": its comma too, where a year follows.
static size_t day_at(ot_str s, const ot_grammar *g)
{
    int day;
    size_t n = whole(s, &day);

    if (n == 0 || n > 2 || day < 1 || day > 31) {
        return 0;
    }
    if (s.n >= n + 2 &&
        (memcmp(s.at + n, "th", 2) == 0 || memcmp(s.at + n, "st", 2) == 0 ||
         memcmp(s.at + n, "nd", 2) == 0 || memcmp(s.at + n, "rd", 2) == 0)) {
        n += 2;
    }
    return ends_word(s, n) && !is_amount(past(s, n), g) ? n : 0;
}

size_t ot__when_year(ot_str s, const ot_grammar *g, ot_when *w)
{
    size_t best = year_at(s, g, &w->year);

    if (best > 0) {
        w->whose = YEAR_NUMBER;
        return best;
    }
    for (const ot_year_phrase *y = g->years; y->phrase != NULL; y++) {
        const size_t n = ot__phrase_at(s, y->phrase);
        if (n > best) {
            best = n;
            w->whose = y->year;
        }
    }
    return best;
}

size_t ot__when_place(char what, ot_str s, const ot_grammar *g, ot_held *h)
{
    switch (what) {
    case 'Y':
        h->when.whose = YEAR_NUMBER;
        h->when.single = true;
        return year_at(s, g, &h->when.year);
    case 'y':
        h->when.whose = YEAR_NUMBER;
        h->when.single = true;
        return short_year(s, &h->when.year);
    case 'R':
        return ot__when_year(s, g, &h->when);
    case 'M':
        return month_at(s, g, &h->month);
    case 'm':
        return month_at(s, g, &h->second);
    case 'Q':
        return quarter_at(s, g, &h->month);
    case 'q':
        return quarter_at(s, g, &h->second);
    case 'N':
        return number_at(s, g, &h->number);
    case 'D':
        return day_at(s, g);
    case 'F':
        h->when.whose = YEAR_NUMBER;
        h->when.single = false;
        return ot__when_pair(s, &h->when.year);
    default:
        return 0;
    }
}
