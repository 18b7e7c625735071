// SPDX-License-Identifier: GPL-3.0-or-later
// when.c - phrases of time by the language's patterns.

#include <string.h>

#include "claim/lexer.h"

// What the places of a pattern held.
typedef struct held {
    ot_when when;
    int month, second; // {M}, {m}
    int number;        // {N}
} held;

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
static size_t pair_at(ot_str s, int *year)
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

static size_t year_phrase(ot_str s, const ot_grammar *g, ot_when *w)
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

// ---- patterns
// -----------------------------------------------------------------

static size_t place(char what, ot_str s, const ot_grammar *g, held *h)
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
        return year_phrase(s, g, &h->when);
    case 'M':
        return month_at(s, g, &h->month);
    case 'm':
        return month_at(s, g, &h->second);
    case 'N':
        return number_at(s, g, &h->number);
    case 'D':
        return day_at(s, g);
    case 'F':
        h->when.whose = YEAR_NUMBER;
        h->when.single = false;
        return pair_at(s, &h->when.year);
    default:
        return 0;
    }
}

static size_t one_char(char want, ot_str s)
{
    if (want == '-') {
        const size_t gap = s.n > 1 && s.at[0] == ' ' && s.at[1] == '-';
        if (s.n == gap || s.at[gap] != '-') {
            return 0;
        }
        return gap + 1 + (s.n > gap + 1 && s.at[gap + 1] == ' ');
    }
    const char have = s.n > 0 ? s.at[0] : '\0';
    const bool same =
        have == want || (have >= 'A' && have <= 'Z' && have + 32 == want);
    return same ? 1 : 0;
}

#define NO_FIT ((size_t)-1)

static size_t fit_from(const char *p, ot_str s, const ot_grammar *g, held *h);

// "[the ]": with what stands in it where that fits, else without.
static size_t fit_choice(const char *p, ot_str s, const ot_grammar *g, held *h)
{
    const char *end = strchr(p, ']') + 1;
    const size_t inside = (size_t)(end - p) - 2;
    size_t n = 0;

    while (n < inside && one_char(p[1 + n], past(s, n < s.n ? n : s.n)) == 1) {
        n++;
    }
    if (n == inside) {
        const held before = *h;
        const size_t rest = fit_from(end, past(s, n), g, h);
        if (rest != NO_FIT) {
            return n + rest;
        }
        *h = before;
    }
    return fit_from(end, s, g, h);
}

static size_t fit_from(const char *p, ot_str s, const ot_grammar *g, held *h)
{
    size_t at = 0;

    while (*p != '\0') {
        if (*p == '[') {
            const size_t n = fit_choice(p, past(s, at), g, h);
            return n == NO_FIT ? n : at + n;
        }
        const bool is_place = p[0] == '{';
        const ot_str rest = past(s, at);
        const size_t n =
            is_place ? place(p[1], rest, g, h) : one_char(*p, rest);
        if (n == 0) {
            return NO_FIT;
        }
        at += n;
        p += is_place ? 3 : 1;
    }
    return ends_word(s, at) ? at : NO_FIT;
}

// The length of what a pattern fits at the start of s; 0: it does not.
static size_t fit(const char *pattern, ot_str s, const ot_grammar *g, held *h)
{
    const size_t n = fit_from(pattern, s, g, h);

    return n == NO_FIT ? 0 : n;
}

// A year behind a month: "September [of] 2024", "September last year".
static size_t dated(ot_str s, const ot_grammar *g, held *h)
{
    for (size_t i = 0; g->year_links[i] != NULL; i++) {
        ot_when w = {.kind = WHEN_NONE};
        const char *link = g->year_links[i];
        int year;
        if (!ot__str_starts(s, link)) {
            continue;
        }
        const ot_str rest = past(s, strlen(link));
        size_t n = pair_at(rest, &year);
        if (n > 0) {
            h->when.whose = YEAR_NUMBER;
            h->when.year = year;
            h->when.kind = WHEN_FISCAL;
            return strlen(link) + n;
        }
        n = year_phrase(rest, g, &w);
        if (n > 0 && (w.whose == YEAR_NUMBER || link[0] != ',')) {
            h->when.whose = w.whose;
            h->when.year = w.year;
            return strlen(link) + n;
        }
    }
    return 0;
}

static void stretch(ot_when *w, int first, int months)
{
    w->first = (first + 119) % 12 + 1;
    w->months = months;
}

// Months and year of what a pattern held; false: they make no sense.
static bool build(const ot_when_pattern *p, const held *h, ot_when *w)
{
    const bool fiscal = h->when.kind == WHEN_FISCAL; // "April-May 2020-21"
    const int n = p->value > 0 ? p->value : h->number;

    *w = h->when;
    w->kind = p->kind;
    switch (p->kind) {
    case WHEN_MONTH:
        stretch(w, h->month, 1);
        break;
    case WHEN_RANGE:
        stretch(w, h->month, (h->second - h->month + 12) % 12 + 1);
        break;
    case WHEN_FIRST:
        stretch(w, 1, n);
        break;
    case WHEN_BETWEEN: // neighbours are compared, others a stretch
        w->kind =
            h->second % 12 == (h->month + 1) % 12 ? WHEN_MONTH : WHEN_RANGE;
        w->from_before = w->kind == WHEN_MONTH;
        stretch(w, w->from_before ? h->second : h->month,
                w->from_before ? 1 : (h->second - h->month + 12) % 12 + 1);
        break;
    case WHEN_REST:
        stretch(w, 13 - n, n);
        w->kind = WHEN_FIRST;
        break;
    case WHEN_TO:
        w->first = h->month;
        w->months = p->value > 0 ? p->value * h->number : n;
        return w->months > 0;
    case WHEN_YEAR_TO:
        w->year += p->value;
        w->first = h->month;
        w->months = 12;
        return true;
    case WHEN_HALF_TO:
    case WHEN_QUARTER_TO:
        w->first = h->month;
        w->months = p->kind == WHEN_HALF_TO ? 6 : 3;
        return true;
    case WHEN_QUARTER:
        stretch(w, 3 * n - 2, 3);
        return n <= 4;
    case WHEN_QUARTERS:
        stretch(w, 1, 3 * n);
        return n <= 4;
    case WHEN_HALF:
        stretch(w, 6 * n - 5, 6);
        return n <= 2;
    case WHEN_PAST:
    case WHEN_NEXT:
    case WHEN_AGO:
        w->year = h->number;
        return true;
    default:
        break;
    }
    // In a fiscal year 2020-21, April belongs to 2020 and January to 2021.
    if (fiscal && w->first > 0 && w->first < 4) {
        w->year++;
    }
    return w->months <= 12;
}

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

// Can a pattern begin with this byte? Most are out at once.
static bool may_begin(const char *p, char first, bool capitals)
{
    const bool digit = is_digit(first);

    while (*p == '[') {
        if (lower(p[1]) == lower(first)) {
            return true;
        }
        p = strchr(p, ']') + 1;
    }
    if (*p != '{') {
        return lower(*p) == lower(first);
    }
    switch (p[1]) {
    case 'M':
        return !digit && (!capitals || lower(first) != first);
    case 'N':
    case 'R':
        return digit || lower(first) != first || (unsigned char)first >= 'a';
    default:
        return digit;
    }
}

size_t ot__when_at(ot_str s, const ot_grammar *g, ot_when *when)
{
    size_t best = 0;

    *when = (ot_when){.kind = WHEN_NONE};
    for (const ot_when_pattern *p = g->periods; p->pattern != NULL; p++) {
        if (s.n == 0 || !may_begin(p->pattern, s.at[0], g->capitals)) {
            continue;
        }
        held h = {.when = {.kind = WHEN_NONE}};
        ot_when w;
        size_t n = fit(p->pattern, s, g, &h);
        if (n == 0) {
            continue;
        }
        n += p->dated ? dated(past(s, n), g, &h) : 0;
        if (n > best && build(p, &h, &w)) {
            best = n;
            *when = w;
        }
    }
    return best;
}
