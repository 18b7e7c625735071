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

// The length of what a pattern fits at the start of s; 0: it does not.
static size_t fit(const char *pattern, ot_str s, const ot_grammar *g,
                  ot_held *h)
{
    const size_t n = fit_from(pattern, s, g, h);

    return n == NO_FIT ? 0 : n;
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
        size_t n = ot__when_pair(rest, &year);
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
static void between(const ot_held *h, ot_when *w)
{
    const int apart = (h->second - h->month + 12) % 12;

    w->from_before = apart == 1;
    w->kind = w->from_before ? WHEN_MONTH : WHEN_RANGE;
    stretch(w, w->from_before ? h->second : h->month,
            w->from_before ? 1 : apart + 1);
}

// The months of a year that a pattern names; false: there are no such.
static bool part_of_year(ot_when_kind kind, int n, const ot_held *h, ot_when *w)
{
    switch (kind) {
    case WHEN_MONTH:
        stretch(w, h->month, 1);
        return true;
    case WHEN_RANGE:
        stretch(w, h->month, (h->second - h->month + 12) % 12 + 1);
        return true;
    case WHEN_BETWEEN:
        between(h, w);
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
    if (p->kind == WHEN_PAST || p->kind == WHEN_NEXT || p->kind == WHEN_AGO) {
        w->year = n;
        return true;
    }
    const bool fits = part_of_year(p->kind, n, h, w);
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

// What stands at the start of a text, looked up once for all patterns: bits by
// the letters of places.
typedef struct opening {
    ot_str s;
    const ot_grammar *g;
    uint64_t tried, fits;
} opening;

static bool place_opens(opening *o, char what)
{
    const uint64_t bit = UINT64_C(1) << (what - 'A');

    if ((o->tried & bit) == 0) {
        ot_held h = {.when = {.kind = WHEN_NONE}};
        o->tried |= bit;
        o->fits |= ot__when_place(what, o->s, o->g, &h) > 0 ? bit : 0;
    }
    return (o->fits & bit) != 0;
}

// Can a pattern begin there? Most are out at once.
static bool may_begin(const char *p, opening *o)
{
    const char first = lower(o->s.at[0]);

    while (*p == '[') {
        if (lower(p[1]) == first) {
            return true;
        }
        p = strchr(p, ']') + 1;
    }
    return *p == '{' ? place_opens(o, p[1]) : lower(*p) == first;
}

size_t ot__when_at(ot_str s, const ot_grammar *g, ot_when *when)
{
    opening o = {.s = s, .g = g};
    size_t best = 0;

    *when = (ot_when){.kind = WHEN_NONE};
    for (const ot_when_pattern *p = g->periods; p->pattern != NULL; p++) {
        if (s.n == 0 || !may_begin(p->pattern, &o)) {
            continue;
        }
        ot_held h = {.when = {.kind = WHEN_NONE}};
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
