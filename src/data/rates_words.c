// SPDX-License-Identifier: GPL-3.0-or-later
// rates_words.c - currencies and days as files of exchange rates spell them.

#include <string.h>

#include "data/rates.h"
#include "data/when.h"
#include "outturn/unit.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// ---- currencies ------------------------------------------------------------

// "USD": three letters, of which a file may know more than our table does.
static bool is_code(ot_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.at[i] < 'A' || s.at[i] > 'Z') {
            return false;
        }
    }
    return s.n == 3;
}

// "100 JPY", "JPY 100", "JPY (100)": takes the number off.
static ot_str without_units(ot_str s, double *units)
{
    size_t from = 0, to;

    *units = 1;
    while (from < s.n && !is_digit(s.at[from])) {
        from++;
    }
    for (to = from; to < s.n && s.at[to] == (to == from ? '1' : '0'); to++) {
        *units *= to == from ? 1 : 10;
    }
    if (to == from || to - from > 6) {
        *units = 1;
        return s;
    }
    if (from == 0) {
        return ot__str_trim((ot_str){s.at + to, s.n - to});
    }
    const bool bracket = s.at[from - 1] == '(' && to + 1 == s.n;
    if (to != s.n && !bracket) {
        *units = 1;
        return s;
    }
    return ot__str_trim((ot_str){s.at, from - (bracket ? 1 : 0)});
}

bool ot__rates_currency(ot_str text, char code[12], double *units)
{
    const ot_str s = without_units(ot__str_trim(text), units);

    if (is_code(s)) {
        ot__str_copy(s, code, 12);
        return true;
    }
    return s.n > 0 && ot_currency_word(s.at, s.n, code) == s.n;
}

// ---- days ------------------------------------------------------------------

// Parts of a date: numbers, or the name of a month.
typedef struct parts {
    int number[3];
    size_t digits[3]; // 0: a name
    char mark[2];
    size_t n;
} parts;

static bool take_part(ot_str *s, parts *p)
{
    int *number = &p->number[p->n];
    size_t used = 0;

    *number = 0;
    while (used < s->n && used < 8 && is_digit(s->at[used])) {
        *number = 10 * *number + (s->at[used++] - '0');
    }
    p->digits[p->n] = used;
    if (used == 0) {
        *number = s->n > 0 && is_letter(s->at[0])
                      ? ot_month_word(s->at, s->n, &used)
                      : 0;
        if (*number == 0) {
            return false;
        }
    }
    p->n++;
    *s = (ot_str){s->at + used, s->n - used};
    return true;
}

static bool split(ot_str s, parts *p)
{
    *p = (parts){.n = 0};
    while (take_part(&s, p) && p->n < 3 && s.n > 0 &&
           memchr("-/. ", s.at[0], 4) != NULL) {
        p->mark[p->n - 1] = s.at[0];
        s = (ot_str){s.at + 1, s.n - 1};
    }
    // A time may follow: 2024-01-31T00:00, 2024-01-31 00:00:00.
    return p->n > 0 && (s.n == 0 || (p->n == 3 && p->digits[0] == 4 &&
                                     (s.at[0] == 'T' || s.at[0] == ' ')));
}

static bool make_day(int year, int month, int day, int32_t *out, int *out_day)
{
    if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 ||
        day > 31) {
        return false;
    }
    const ot_day whole = ot_day_of(year, month, day);
    *out = ot_period_month(year, month).first;
    *out_day = day;
    return ot_day_month(whole) == *out; // no 31 June
}

static bool take_day(ot_str s, int32_t *month, int *day)
{
    parts p;

    if (!split(s, &p)) {
        return false;
    }
    const int *n = p.number;
    if (p.n == 1 && p.digits[0] == 8) {
        return make_day(n[0] / 10000, n[0] / 100 % 100, n[0] % 100, month, day);
    }
    if (p.n != 3 || (p.digits[1] != 0 && p.mark[0] != p.mark[1])) {
        return false;
    }
    if (p.digits[0] == 4) {
        return make_day(n[0], n[1], n[2], month, day);
    }
    if (p.digits[2] != 4 || p.digits[0] == 0) {
        return false;
    }
    if (p.mark[0] == '/' && p.digits[1] > 0 && n[1] > 12) {
        return make_day(n[2], n[0], n[1], month, day); // American
    }
    const bool either =
        p.mark[0] == '/' && p.digits[1] > 0 && n[0] <= 12 && n[0] != n[1];
    return !either && make_day(n[2], n[1], n[0], month, day);
}

bool ot__rates_date(ot_str text, int32_t *month, int *day)
{
    const ot_str s = ot__str_trim(text);
    parts date;
    ot_period p;

    if (take_day(s, month, day)) {
        return true;
    }
    if (split(s, &date) && date.n == 3) {
        return false; // 2024-06-31 is not June
    }
    if (!ot__when(s, 0, &p) || p.months != 1) {
        return false;
    }
    *month = p.first;
    *day = 0;
    return true;
}
