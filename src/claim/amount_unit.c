// SPDX-License-Identifier: GPL-3.0-or-later
// amount_unit.c - scales and units of the figures of a sentence.

#include "claim/amount.h"

#include <string.h>

#include "claim/scan.h"

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (unsigned char)c >= 0x80;
}

static ot_str past(ot_str s, size_t n)
{
    return (ot_str){s.at + n, s.n - n};
}

// Between a number and its scale or unit: a blank, or a hyphen before a word,
// "a 9.2-percent share".
static size_t joint(ot_str s)
{
    const bool hyphen = s.n > 1 && s.at[0] == '-' && is_letter(s.at[1]);

    return s.n > 0 && (s.at[0] == ' ' || hyphen) ? 1 : 0;
}

size_t ot__amount_word(ot_str s, const char *const list[])
{
    size_t best = 0;

    for (size_t i = 0; list[i] != NULL; i++) {
        const size_t n = ot__phrase_at(s, list[i]);
        best = n > best ? n : best;
    }
    return best;
}

void ot__amount_set_unit(ot_amount *a, const char *code, ot_dimension dimension)
{
    ot__str_copy(ot__str(code), a->unit, sizeof a->unit);
    a->dimension = dimension;
}

// The longest name: "U.S. dollars" is no "dollars".
size_t ot__amount_currency(ot_str s, const ot_words *w, ot_amount *a)
{
    char code[12];
    const ot_money_word *best = NULL;
    size_t length = 0;

    for (const ot_money_word *m = w->money; m->phrase != NULL; m++) {
        const size_t n = ot__phrase_at(s, m->phrase);
        if (n > length) {
            length = n;
            best = m;
        }
    }
    const size_t n = ot_currency_word(s.at, s.n, code);
    if (n > length) {
        ot__amount_set_unit(a, code, OT_DIM_MONEY);
        return n;
    }
    if (best != NULL && strlen(best->sign) == 3) {
        ot__amount_set_unit(a, best->sign, OT_DIM_MONEY); // a code: "guilders"
    } else if (best != NULL) {
        char sign[12] = "?";
        ot__str_copy(ot__str(best->sign), sign + 1, sizeof sign - 1);
        ot__amount_set_unit(a, sign, OT_DIM_MONEY);
    }
    return length;
}

static size_t physical_at(ot_str s, const ot_words *w, ot_amount *a)
{
    for (size_t i = 0; w->physical[i].phrase != NULL; i++) {
        const size_t n = ot__phrase_at(s, w->physical[i].phrase);
        if (n > 0) {
            ot__amount_set_unit(a, w->physical[i].unit, OT_DIM_QUANTITY);
            return n;
        }
    }
    return 0;
}

size_t ot__amount_unit(ot_str s, const ot_words *w, ot_amount *a)
{
    const size_t gap = joint(s);
    const ot_str rest = past(s, gap);
    size_t n;

    if (rest.n == 0 || rest.at[0] == ',' || rest.at[0] == '.') {
        return 0;
    }
    if (rest.n > 0 && rest.at[0] == '%') {
        ot__amount_set_unit(a, "%", OT_DIM_PERCENT);
        n = 1;
    } else if ((n = ot__amount_word(rest, w->points)) > 0) {
        ot__amount_set_unit(a, "pp", OT_DIM_POINTS);
    } else if ((n = ot__amount_word(rest, w->percent)) > 0) {
        ot__amount_set_unit(a, "%", OT_DIM_PERCENT);
    } else if ((n = ot__amount_word(rest, w->times)) > 0) {
        ot__amount_set_unit(a, "times", OT_DIM_TIMES);
    } else if (a->dimension == OT_DIM_NONE &&
               (n = ot__amount_currency(rest, w, a)) == 0) {
        n = physical_at(rest, w, a);
    }
    if (n == 0 && a->dimension == OT_DIM_NONE && a->scale.n > 0 &&
        w->genitive != NULL && ot__str_starts(rest, w->genitive)) {
        const size_t of = strlen(w->genitive);
        n = ot__amount_currency(past(rest, of), w, a);
        n += n > 0 ? of : 0;
    }
    return n > 0 ? gap + n : 0;
}

size_t ot__amount_scale(ot_str s, ot_amount *a)
{
    const size_t gap = joint(s);
    int exponent;
    const ot_str rest = past(s, gap);
    size_t n = ot_scale_word(rest.at, rest.n, &exponent);

    if (n == 0) {
        return 0;
    }
    const size_t word = n - (rest.at[n - 1] == '.');
    a->scale = (ot_str){rest.at, word};
    // A full stop belongs to the sentence where that goes on behind it.
    return gap + word;
}
