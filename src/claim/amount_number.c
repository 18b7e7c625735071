// SPDX-License-Identifier: GPL-3.0-or-later
// amount_number.c - numbers of a sentence, in digits and in words.

#include "claim/amount.h"

#include <string.h>

#include "claim/scan.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static ot_str past(ot_str s, size_t n)
{
    return (ot_str){s.at + n, s.n - n};
}

// ---- digits -----------------------------------------------------------------

// " 741": a blank and exactly three digits.
static bool group_at(ot_str s)
{
    return s.n >= 4 && s.at[0] == ' ' && is_digit(s.at[1]) &&
           is_digit(s.at[2]) && is_digit(s.at[3]) &&
           (s.n == 4 || !is_digit(s.at[4]));
}

#define LONGEST_NUMBER 40

// Digits, groups of three, a decimal part; a decimal may begin with its point.
static size_t digits_length(ot_str s)
{
    size_t i = 0, run = 0;

    if (s.n > 1 && s.at[0] == '.' && is_digit(s.at[1])) {
        i = 1;
    }
    while (i < s.n && i <= LONGEST_NUMBER) {
        const ot_str rest = past(s, i);
        if (is_digit(s.at[i])) {
            i++;
            run++;
        } else if ((s.at[i] == '.' || s.at[i] == ',') && rest.n > 1 &&
                   is_digit(s.at[i + 1])) {
            i++;
        } else if (run > 0 && run <= 3 && group_at(rest)) {
            i += 4;
        } else {
            break;
        }
    }
    return i <= LONGEST_NUMBER && (i > 1 || run > 0) ? i : 0;
}

// "1/2"
static size_t half_length(ot_str s)
{
    return s.n >= 3 && s.at[0] >= '1' && s.at[0] <= '9' && s.at[1] == '/' &&
                   s.at[2] >= '2' && s.at[2] <= '9' &&
                   (s.n == 3 || !(is_digit(s.at[3]) || s.at[3] == '/'))
               ? 3
               : 0;
}

// "4-1/2", "4 1/2", "1/2": whole has n digits.
static size_t fraction_at(ot_str s, size_t n, ot_amount *a)
{
    const bool joined = n > 0 && n < s.n && (s.at[n] == '-' || s.at[n] == ' ');
    const size_t at = n > 0 ? n + 1 : 0;
    const size_t length = joined ? half_length(past(s, at)) : half_length(s);

    if (length == 0 || (n > 0 && !joined && n != 1)) {
        return 0;
    }
    const ot_str part = past(s, joined ? at : 0);
    a->value = part.at[0] - '0';
    a->value /= part.at[2] - '0';
    for (size_t i = 0, unit = 1; joined && i < n && is_digit(s.at[n - 1 - i]);
         i++, unit *= 10) {
        a->value += (double)unit * (s.at[n - 1 - i] - '0');
    }
    a->number = (ot_str){s.at, (joined ? at : 0) + length};
    return a->number.n;
}

// ---- words ------------------------------------------------------------------

static size_t listed(ot_str s, const ot_number_word *list, int most, int *value)
{
    for (size_t i = 0; list[i].word != NULL; i++) {
        const size_t n = ot__phrase_at(s, list[i].word);
        if (n > 0 && list[i].value < most) {
            *value = list[i].value;
            return n;
        }
    }
    return 0;
}

static size_t part_of_list(ot_str s, const ot_part_word *list, double *value)
{
    size_t best = 0;

    for (size_t i = 0; list[i].phrase != NULL; i++) {
        const size_t n = ot__phrase_at(s, list[i].phrase);
        if (n > best) {
            best = n;
            *value = list[i].value;
        }
    }
    return best;
}

// "half a" billion, "a" million: only where a scale, or "times", follows.
static size_t part_at(ot_str s, const ot_words *w, ot_amount *a)
{
    double value = 0;
    int exponent;
    const size_t n = part_of_list(s, w->part, &value);
    const ot_str rest = past(s, n);

    if (n == 0 || rest.n < 2 || rest.at[0] != ' ' ||
        (ot_scale_word(rest.at + 1, rest.n - 1, &exponent) < 3 &&
         ot__amount_word(past(rest, 1), w->times) == 0)) {
        return 0;
    }
    a->value = value;
    return n;
}

// "twenty-five", "two and a half"
static size_t number_word(ot_str s, const ot_words *w, ot_amount *a)
{
    int value, unit;
    size_t n = part_at(s, w, a);

    if (n > 0) {
        return n;
    }
    n = listed(s, w->number, 1000, &value);
    if (n == 0) {
        return 0;
    }
    const bool tens = value >= 20 && value % 10 == 0 && n + 1 < s.n &&
                      (s.at[n] == '-' || s.at[n] == ' ');
    const size_t more = tens ? listed(past(s, n + 1), w->number, 10, &unit) : 0;
    a->value = value + (more > 0 ? unit : 0);
    n += more > 0 ? 1 + more : 0;
    double part = 0;
    const size_t added = n < s.n && s.at[n] == ' '
                             ? part_of_list(past(s, n + 1), w->added, &part)
                             : 0;
    a->value += part;
    return n + (added > 0 ? 1 + added : 0);
}

size_t ot__amount_number(ot_str s, const ot_words *w, ot_amount *a)
{
    ot_decimal d;
    const size_t n = digits_length(s);
    const size_t fraction = fraction_at(s, n, a);

    if (fraction > 0) {
        return fraction;
    }
    if (n > 0 && ot_decimal_parse(s.at, n, (ot_decimal_form){w->mark}, &d,
                                  NULL) == OT_OK) {
        a->value = ot_decimal_double(d);
        a->number = (ot_str){s.at, n};
        return n;
    }
    if (n > 0) {
        return 0;
    }
    const size_t word = number_word(s, w, a);
    a->number = (ot_str){s.at, word};
    return word;
}
