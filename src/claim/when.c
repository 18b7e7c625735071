// SPDX-License-Identifier: GPL-3.0-or-later
// when.c - phrases of time by the language's patterns.

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

// ---- patterns -------------------------------------------------------------

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

static size_t fit_from(const char *p, ot_str s, const ot_grammar *g,
                       ot_held *h);

// "[the ]": with what stands in it where that fits, else without.
static size_t fit_choice(const char *p, ot_str s, const ot_grammar *g,
                         ot_held *h)
{
    const char *end = strchr(p, ']') + 1;
    const size_t inside = (size_t)(end - p) - 2;
    size_t n = 0;

    while (n < inside && one_char(p[1 + n], past(s, n < s.n ? n : s.n)) == 1) {
        n++;
    }
    if (n == inside) {
        const ot_held before = *h;
        const size_t rest = fit_from(end, past(s, n), g, h);
        if (rest != NO_FIT) {
            return n + rest;
        }
        *h = before;
    }
    return fit_from(end, s, g, h);
}

static size_t fit_from(const char *p, ot_str s, const ot_grammar *g, ot_held *h)
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
            is_place ? ot__when_place(p[1], rest, g, h) : one_char(*p, rest);
        if (n == 0) {
            return NO_FIT;
        }
        at += n;
        p += is_place ? 3 : 1;
    }
    return ends_word(s, at) ? at : NO_FIT;
}

size_t ot__when_fit(const char *pattern, ot_str s, const ot_grammar *g,
                    ot_held *h)
{
    const size_t n = fit_from(pattern, s, g, h);

    return n == NO_FIT ? 0 : n;
}

// A fiscal year behind a month: "April of 2024-25", "of FY25". Its first year.
static size_t fiscal_at(ot_str s, const ot_grammar *g, int *year)
{
    const size_t pair = ot__when_pair(s, year);

    if (pair > 0) {
        return pair;
    }
    for (size_t i = 0; g->fiscal[i] != NULL; i++) {
        const size_t mark = strlen(g->fiscal[i]);
        ot_held h = {.when = {.kind = WHEN_NONE}};
        if (!ot__str_starts(s, g->fiscal[i])) {
            continue;
        }
        const ot_str rest = past(s, mark);
        size_t n = ot__when_pair(rest, year);
        if (n > 0) {
            return mark + n;
        }
        n = ot__when_place('Y', rest, g, &h);
        n = n > 0 ? n : ot__when_place('y', rest, g, &h);
        if (n > 0) {
            *year = h.when.year - 1;
            return mark + n;
        }
    }
    return 0;
}

// A year behind a month: "September [of] 2024", "September last year".
static size_t dated(ot_str s, const ot_grammar *g, ot_held *h)
{
    for (size_t i = 0; g->year_links[i] != NULL; i++) {
        ot_when w = {.kind = WHEN_NONE};
        const char *link = g->year_links[i];
        int year;
        if (!ot__str_starts(s, link)) {
            continue;
        }
        const ot_str rest = past(s, strlen(link));
        size_t n = fiscal_at(rest, g, &year);
        if (n > 0) {
            h->when.whose = YEAR_NUMBER;
            h->when.year = year;
            h->when.kind = WHEN_FISCAL;
            return strlen(link) + n;
        }
        n = ot__when_year(rest, g, &w);
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

// Stretches that end with a named month.
static bool ends_in_month(const ot_when_pattern *p, const ot_held *h,
                          ot_when *w)
{
    w->first = h->month;
    switch (p->kind) {
    case WHEN_TO:
        w->months = p->value > 0 ? p->value * h->number : h->number;
        return w->months > 0;
    case WHEN_YEAR_TO:
        w->year += p->value;
        w->months = 12;
        return true;
    case WHEN_HALF_TO:
        w->months = 6;
        return true;
    default:
        w->months = 3;
        return true;
    }
}

// Neighbours are compared; months further apart are a stretch.
static void between(const ot_held *h, bool quarters, ot_when *w)
{
    const int apart = (h->second - h->month + 12) % 12;

    if (quarters) {
        w->from_before = true;
        w->kind = WHEN_QUARTER;
        stretch(w, h->second - 2, 3);
        return;
    }
    w->from_before = apart <= 1;
    w->from_year = apart == 0;
    w->kind = w->from_before ? WHEN_MONTH : WHEN_RANGE;
    stretch(w, w->from_before ? h->second : h->month,
            w->from_before ? 1 : apart + 1);
}

// The months of a year that a pattern names; false: there are no such.
static bool part_of_year(const ot_when_pattern *p, int n, const ot_held *h,
                         ot_when *w)
{
    switch (p->kind) {
    case WHEN_MONTH:
        stretch(w, h->month, 1);
        return true;
    case WHEN_RANGE:
        stretch(w, h->month, (h->second - h->month + 12) % 12 + 1);
        return true;
    case WHEN_BETWEEN:
        between(h, p->value == 3, w);
        return true;
    case WHEN_FIRST:
        stretch(w, 1, n);
        return n <= 12;
    case WHEN_REST:
        stretch(w, 13 - n, n);
        w->kind = WHEN_FIRST;
        return n <= 12;
    case WHEN_QUARTER:
        stretch(w, 3 * n - 2, 3);
        return n <= 4;
    case WHEN_QUARTERS:
        stretch(w, 1, 3 * n);
        return n <= 4;
    case WHEN_HALF:
        stretch(w, 6 * n - 5, 6);
        return n <= 2;
    default:
        return true;
    }
}

// Months and year of what a pattern held; false: they make no sense.
static bool build(const ot_when_pattern *p, const ot_held *h, ot_when *w)
{
    const bool fiscal = h->when.kind == WHEN_FISCAL; // "April-May 2020-21"
    const int n = p->value > 0 ? p->value : h->number;

    *w = h->when;
    w->kind = p->kind;
    if (p->kind == WHEN_TO || p->kind == WHEN_YEAR_TO ||
        p->kind == WHEN_HALF_TO || p->kind == WHEN_QUARTER_TO) {
        return ends_in_month(p, h, w);
    }
    if (p->kind == WHEN_BETWEEN_TO) {
        w->kind = WHEN_TO;
        w->from_before = true;
        w->first = h->second;
        w->months = h->number;
        return h->number > 0;
    }
    if (p->kind == WHEN_RUN) {
        w->months = h->number;
        return h->number > 0;
    }
    if (p->kind == WHEN_PAST || p->kind == WHEN_NEXT || p->kind == WHEN_AGO) {
        w->year = n;
        return true;
    }
    const bool fits = part_of_year(p, n, h, w);
    // In a fiscal year 2020-21, April belongs to 2020 and January to 2021.
    if (fiscal && w->first > 0 && w->first < 4) {
        w->year++;
    }
    return fits;
}

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

// What places a text can begin with: found out once for all patterns.
typedef struct starts {
    char first;
    bool digit, month, number, year;
} starts;

static starts starts_of(ot_str s, const ot_grammar *g)
{
    ot_held h = {.when = {.kind = WHEN_NONE}};

    return (starts){.first = lower(s.at[0]),
                    .digit = is_digit(s.at[0]),
                    .month = ot__when_place('M', s, g, &h) > 0,
                    .number = ot__when_place('N', s, g, &h) > 0,
                    .year = ot__when_place('R', s, g, &h) > 0};
}

// Can a pattern fit a text of this beginning? Most are out at once.
static bool may_begin(const char *p, const starts *s)
{
    while (*p == '[') {
        if (lower(p[1]) == s->first) {
            return true;
        }
        while (*p++ != ']') {
        }
    }
    if (*p != '{') {
        return lower(*p) == s->first;
    }
    switch (p[1]) {
    case 'M':
        return s->month;
    case 'N':
        return s->number;
    case 'R':
        return s->year;
    default:
        return s->digit;
    }
}

size_t ot__when_at(ot_str s, const ot_grammar *g, ot_when *when)
{
    size_t best = 0;

    *when = (ot_when){.kind = WHEN_NONE};
    if (s.n == 0) {
        return 0;
    }
    const starts begin = starts_of(s, g);
    for (const ot_when_pattern *p = g->periods; p->pattern != NULL; p++) {
        if (!may_begin(p->pattern, &begin)) {
            continue;
        }
        ot_held h = {.when = {.kind = WHEN_NONE}};
        ot_when w;
        size_t n = ot__when_fit(p->pattern, s, g, &h);
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
