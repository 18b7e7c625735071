// SPDX-License-Identifier: GPL-3.0-or-later
// scan.c - hedges, numbers, scales and units of a stated figure, read from its
// text one after another.

#include "claim/scan.h"

#include <string.h>

static bool is_word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

// Each star is the rest of a word.
size_t ot__phrase_there(ot_str s, const char *phrase)
{
    const char *p = phrase;
    size_t at = 0;

    for (; *p != '\0'; p++) {
        if (*p == '*') {
            while (at < s.n && is_word_char(s.at[at])) {
                at++;
            }
        } else if (at < s.n && lower(s.at[at]) == lower(*p)) {
            at++;
        } else {
            return 0;
        }
    }
    const bool word = p[-1] == '*' || is_word_char(p[-1]);
    return at == s.n || !word || !is_word_char(s.at[at]) ? at : 0;
}

void ot__scan_skip(ot_scan *s, size_t n)
{
    s->rest = ot__str_trim((ot_str){s->rest.at + n, s->rest.n - n});
}

// The longest of a list of words that stands here; its length, 0: none.
static size_t one_of(const ot_scan *s, const char *const list[])
{
    size_t best = 0;

    for (size_t i = 0; list[i] != NULL; i++) {
        const size_t n = ot__phrase_at(s->rest, list[i]);
        best = n > best ? n : best;
    }
    return best;
}

bool ot__scan_take(ot_scan *s, const char *const list[])
{
    const size_t n = one_of(s, list);

    ot__scan_skip(s, n);
    return n > 0;
}

ot_hedge ot__scan_hedge(ot_scan *s)
{
    ot_hedge hedge = OT_HEDGE_NONE;
    size_t best = 0;

    for (const ot_hedge_word *w = s->words->hedge; w->phrase != NULL; w++) {
        const size_t n = ot__phrase_at(s->rest, w->phrase);
        if (n > best) {
            best = n;
            hedge = w->hedge;
        }
    }
    ot__scan_skip(s, best);
    return hedge;
}

// ---- numbers ---------------------------------------------------------------

static bool take_currency(ot_scan *s, ot_unit *unit)
{
    char code[12];
    const size_t n = ot_currency_word(s->rest.at, s->rest.n, code);

    if (n == 0) {
        return false;
    }
    *unit = (ot_unit){.dimension = OT_DIM_MONEY};
    memcpy(unit->code, code, sizeof code);
    ot__scan_skip(s, n);
    return true;
}

// A space and a group of exactly three digits.
static bool group_follows(const char *at, const char *end)
{
    int digits = 0;

    if (*at != ' ') {
        return false;
    }
    while (++at < end && *at >= '0' && *at <= '9') {
        digits++;
    }
    return digits == 3;
}

// Bytes that can belong to a figure: digits, marks, groups of three after a
// space, an exponent, a sign in front.
static size_t figure_length(const ot_scan *s)
{
    const char *at = s->rest.at, *end = at + s->rest.n;
    const char *start = at;

    if (at < end && (*at == '-' || *at == '+')) {
        at++;
    } else if (end - at >= 3 && memcmp(at, "\u2212", 3) == 0) {
        at += 3;
    }
    const char *digits = at;
    while (at < end) {
        const bool digit = *at >= '0' && *at <= '9';
        const bool mark = (*at == '.' || *at == ',') && at + 1 < end &&
                          at[1] >= '0' && at[1] <= '9';
        const bool group = at > digits && group_follows(at, end);
        const bool power = (*at == 'e' || *at == 'E') && at > digits &&
                           at + 1 < end && at[1] >= '0' && at[1] <= '9';
        if (!digit && !mark && !group && !power) {
            break;
        }
        at++;
    }
    return at > digits ? (size_t)(at - start) : 0;
}

static bool take_digits(ot_scan *s, ot_decimal *d)
{
    const size_t n = figure_length(s);

    if (n > 0 && ot_decimal_parse(s->rest.at, n, s->form, d, NULL) == OT_OK) {
        ot__scan_skip(s, n);
        return true;
    }
    for (const ot_number_word *w = s->words->number; w->word != NULL; w++) {
        const size_t length = ot__phrase_at(s->rest, w->word);
        if (length > 0) {
            *d = (ot_decimal){w->value, 0};
            ot__scan_skip(s, length);
            return true;
        }
    }
    return false;
}

void ot__scan_scale(ot_scan *s, ot_scanned *x)
{
    int exponent;
    const size_t n = ot_scale_word(s->rest.at, s->rest.n, &exponent);

    if (n > 0) {
        x->scale += exponent;
        x->has_scale = true;
        ot__scan_skip(s, n);
    }
}

void ot__scan_unit(ot_scan *s, ot_scanned *x)
{
    if (s->rest.n > 0 && s->rest.at[0] == '%') {
        ot__scan_skip(s, 1);
        x->unit = (ot_unit){"%", 0, OT_DIM_PERCENT};
        return;
    }
    if (ot__scan_take(s, s->words->percent)) {
        x->unit = (ot_unit){"%", 0, OT_DIM_PERCENT};
    } else if (ot__scan_take(s, s->words->points)) {
        x->unit = (ot_unit){"pp", 0, OT_DIM_POINTS};
    } else if (ot__scan_take(s, s->words->times)) {
        x->unit = (ot_unit){"times", 0, OT_DIM_TIMES};
    } else if (x->unit.dimension == OT_DIM_NONE) {
        take_currency(s, &x->unit);
    }
}

// "$8.3 bn", "8.3 billion dollars", "12 %", "2.5-fold"
bool ot__scan_number(ot_scan *s, ot_scanned *x)
{
    *x = (ot_scanned){.scale = 0};
    take_currency(s, &x->unit);
    if (!take_digits(s, &x->d)) {
        return false;
    }
    ot__scan_scale(s, x);
    ot__scan_unit(s, x);
    return true;
}
