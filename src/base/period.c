// SPDX-License-Identifier: GPL-3.0-or-later
// period.c - arithmetic on intervals of months, and their text.

#include "outturn/period.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

ot_period ot_period_month(int year, int month)
{
    return (ot_period){12 * year + month - 1, 1};
}

ot_period ot_period_year(int year)
{
    return (ot_period){12 * year, 12};
}

ot_period ot_period_range(int32_t first, int32_t last)
{
    return (ot_period){first, last - first + 1};
}

int32_t ot_period_last(ot_period p)
{
    return p.first + p.months - 1;
}

int ot_month_year(int32_t month)
{
    return month >= 0 ? month / 12 : (month - 11) / 12;
}

int ot_month_of_year(int32_t month)
{
    return month - 12 * ot_month_year(month) + 1;
}

ot_period ot_period_shift(ot_period p, int32_t months)
{
    return (ot_period){p.first + months, p.months};
}

ot_period ot_period_year_before(ot_period p)
{
    return ot_period_shift(p, -12);
}

bool ot_period_equal(ot_period a, ot_period b)
{
    return a.first == b.first && a.months == b.months;
}

bool ot_period_contains(ot_period outer, ot_period inner)
{
    return outer.first <= inner.first &&
           inner.first + inner.months <= outer.first + outer.months;
}

ot_period ot_period_minus(ot_period outer, ot_period inner)
{
    const ot_period none = {0, 0};

    if (!ot_period_contains(outer, inner) || inner.months >= outer.months) {
        return none;
    }
    if (inner.first == outer.first) {
        return ot_period_range(inner.first + inner.months,
                               ot_period_last(outer));
    }
    if (ot_period_last(inner) == ot_period_last(outer)) {
        return ot_period_range(outer.first, inner.first - 1);
    }
    return none;
}

ot_period ot_period_year_of(int32_t month, int year_start)
{
    const int32_t back = year_start > 1 ? year_start - 1 : 0;
    const int32_t from = 12 * ot_month_year(month - back) + back;

    return (ot_period){from, 12};
}

// ---- months ----------------------------------------------------------------

static const char *const long_names[12] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
static const char *const short_names[12] = {"Jan", "Feb", "Mar", "Apr",
                                            "May", "Jun", "Jul", "Aug",
                                            "Sep", "Oct", "Nov", "Dec"};

// Names and abbreviations as they occur, longest first for each month.
static const struct {
    const char *name;
    int month;
} words[] = {
    {"January", 1},
    {"February", 2},
    {"March", 3},
    {"April", 4},
    {"May", 5},
    {"June", 6},
    {"July", 7},
    {"August", 8},
    {"September", 9},
    {"October", 10},
    {"November", 11},
    {"December", 12},
    {"Jan", 1},
    {"Feb", 2},
    {"Mar", 3},
    {"Apr", 4},
    {"Jun", 6},
    {"Jul", 7},
    {"Aug", 8},
    {"Sept", 9},
    {"Sep", 9},
    {"Oct", 10},
    {"Nov", 11},
    {"Dec", 12},
    {"январь", 1},
    {"февраль", 2},
    {"март", 3},
    {"апрель", 4},
    {"май", 5},
    {"июнь", 6},
    {"июль", 7},
    {"август", 8},
    {"сентябрь", 9},
    {"октябрь", 10},
    {"ноябрь", 11},
    {"декабрь", 12},
    {"января", 1},
    {"февраля", 2},
    {"марта", 3},
    {"апреля", 4},
    {"мая", 5},
    {"июня", 6},
    {"июля", 7},
    {"августа", 8},
    {"сентября", 9},
    {"октября", 10},
    {"ноября", 11},
    {"декабря", 12},
    {"январе", 1},
    {"феврале", 2},
    {"марте", 3},
    {"апреле", 4},
    {"мае", 5},
    {"июне", 6},
    {"июле", 7},
    {"августе", 8},
    {"сентябре", 9},
    {"октябре", 10},
    {"ноябре", 11},
    {"декабре", 12},
    {"январем", 1},
    {"февралем", 2},
    {"мартом", 3},
    {"апрелем", 4},
    {"маем", 5},
    {"июнем", 6},
    {"июлем", 7},
    {"августом", 8},
    {"сентябрем", 9},
    {"октябрем", 10},
    {"ноябрем", 11},
    {"декабрем", 12},
    {"январю", 1},
    {"февралю", 2},
    {"марту", 3},
    {"апрелю", 4},
    {"маю", 5},
    {"июню", 6},
    {"июлю", 7},
    {"августу", 8},
    {"сентябрю", 9},
    {"октябрю", 10},
    {"ноябрю", 11},
    {"декабрю", 12},
    // Russian abbreviations; Portuguese, Spanish, French, German
    {"янв", 1},
    {"фев", 2},
    {"мар", 3},
    {"апр", 4},
    {"июн", 6},
    {"июл", 7},
    {"авг", 8},
    {"сен", 9},
    {"окт", 10},
    {"ноя", 11},
    {"дек", 12},
    {"сент", 9},
    {"нояб", 11},
    {"janeiro", 1},
    {"fevereiro", 2},
    {"março", 3},
    {"abril", 4},
    {"maio", 5},
    {"junho", 6},
    {"julho", 7},
    {"agosto", 8},
    {"setembro", 9},
    {"outubro", 10},
    {"novembro", 11},
    {"dezembro", 12},
    {"enero", 1},
    {"febrero", 2},
    {"marzo", 3},
    {"mayo", 5},
    {"junio", 6},
    {"septiembre", 9},
    {"octubre", 10},
    {"noviembre", 11},
    {"diciembre", 12},
    {"janvier", 1},
    {"février", 2},
    {"mars", 3},
    {"avril", 4},
    {"mai", 5},
    {"juin", 6},
    {"juillet", 7},
    {"août", 8},
    {"septembre", 9},
    {"octobre", 10},
    {"décembre", 12},
    {"januar", 1},
    {"februar", 2},
    {"märz", 3},
    {"juni", 6},
    {"juli", 7},
    {"oktober", 10},
    {"dezember", 12},
};

const char *ot_month_name(int month)
{
    return month >= 1 && month <= 12 ? long_names[month - 1] : "";
}

const char *ot_month_short(int month)
{
    return month >= 1 && month <= 12 ? short_names[month - 1] : "";
}

// Letters compared in any case: ASCII, and Cyrillic from А to п (D0 90..BF).
static bool letters_same(const char *at, const char *name, size_t n)
{
    const char *a = at, *b = name;
    const char *a_end = at + n, *b_end = name + n;

    while (a < a_end) {
        uint32_t x = ot__utf8_next(&a, a_end);
        const uint32_t y = ot__utf8_next(&b, b_end);
        if ((x >= 'A' && x <= 'Z') || (x >= 0x410 && x <= 0x42F)) {
            x += 0x20;
        }
        const uint32_t y_low = y >= 'A' && y <= 'Z' ? y + 0x20 : y;
        if (x != y_low) {
            return false;
        }
    }
    return true;
}

// Most names are out by their first byte, where that is a letter by itself.
static bool may_be(char first, char name)
{
    const unsigned char a = (unsigned char)first, b = (unsigned char)name;

    return (a | 0x20) == (b | 0x20) || (a >= 0x80 && b >= 0x80);
}

int ot_month_word(const char *text, size_t n, size_t *length)
{
    int month = 0;

    *length = 0;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (n == 0 || !may_be(text[0], words[i].name[0])) {
            continue;
        }
        const size_t size = strlen(words[i].name);
        if (size > *length && size <= n &&
            letters_same(text, words[i].name, size)) {
            month = words[i].month;
            *length = size;
        }
    }
    // A full stop ends an abbreviation; a letter after the word means another.
    if (month != 0 && *length < n) {
        const unsigned char next = (unsigned char)text[*length];
        const bool letter = (next | 0x20) >= 'a' && (next | 0x20) <= 'z';
        if (letter || next >= 0xC3) {
            *length = 0;
            return 0;
        }
        *length += next == '.' && *length <= 4;
    }
    return month;
}

// ---- text ------------------------------------------------------------------

// A year as four digits, or as many as it takes; where it ends.
static char *put_year(char *to, int year)
{
    if (year < 0 || year > 9999) {
        return to + snprintf(to, 12, "%d", year);
    }
    for (int place = 1000; place > 0; place /= 10) {
        *to++ = (char)('0' + year / place % 10);
    }
    return to;
}

static char *put_month(char *to, int32_t month)
{
    const int number = ot_month_of_year(month);

    to = put_year(to, ot_month_year(month));
    *to++ = '-';
    *to++ = (char)('0' + number / 10);
    *to++ = (char)('0' + number % 10);
    return to;
}

static char *give(ot_buf *b, char out[], size_t size)
{
    ot__str_copy(ot__str(ot__buf_cstr(b)), out, size);
    ot__buf_free(b);
    return out;
}

static bool is_calendar_year(ot_period p)
{
    return p.months == 12 && ot_month_of_year(p.first) == 1;
}

char *ot_period_text(ot_period p, char out[])
{
    char *to = out;

    if (is_calendar_year(p)) {
        to = put_year(to, ot_month_year(p.first));
    } else if (p.months > 0) {
        to = put_month(to, p.first);
        if (p.months > 1) {
            *to++ = '/';
            to = put_month(to, ot_period_last(p));
        }
    }
    *to = '\0';
    return out;
}

static char *with_names(ot_period p, const char *const names[12], char out[])
{
    const int32_t last = ot_period_last(p);
    const int from = ot_month_of_year(p.first), to = ot_month_of_year(last);
    const int from_year = ot_month_year(p.first), to_year = ot_month_year(last);
    ot_buf b = {0};

    if (p.months <= 0) {
        return give(&b, out, 64);
    }
    if (from == 1 && to == 12) {
        ot__buf_format(&b, "%d", from_year);
        if (to_year != from_year) {
            ot__buf_format(&b, "-%d", to_year);
        }
    } else if (p.months == 1) {
        ot__buf_format(&b, "%s %d", names[from - 1], from_year);
    } else if (from_year == to_year) {
        ot__buf_format(&b, "%s-%s %d", names[from - 1], names[to - 1],
                       from_year);
    } else {
        ot__buf_format(&b, "%s %d-%s %d", names[from - 1], from_year,
                       names[to - 1], to_year);
    }
    return give(&b, out, 64);
}

char *ot_period_words(ot_period p, char out[])
{
    return with_names(p, long_names, out);
}

char *ot_period_short(ot_period p, char out[])
{
    return with_names(p, short_names, out);
}
