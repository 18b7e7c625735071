// SPDX-License-Identifier: GPL-3.0-or-later
// amount.c - the figures of a sentence, as they stand.

#include "claim/amount.h"

#include <math.h>
#include <string.h>

#include "claim/scan.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (unsigned char)c >= 0x80;
}

static ot_str past(ot_str s, size_t n)
{
    return (ot_str){s.at + n, s.n - n};
}

static size_t blanks(ot_str s)
{
    return s.n > 0 && s.at[0] == ' ' ? 1 : 0;
}

// "$8.3 billion", "8.3 billion dollars", "12 %"; "-$2 billion", "+3 %"
static size_t one_at(ot_str s, const ot_words *w, ot_amount *a)
{
    const bool sign = s.n > 1 && (s.at[0] == '-' || s.at[0] == '+');
    const size_t minus = ot__amount_word(s, w->minus);
    size_t skip = sign;
    if (sign) {
        a->sign = s.at[0] == '-' ? -1 : 1;
    } else if (minus > 0 && blanks(past(s, minus)) > 0) {
        a->sign = -1;
        skip = minus + 1;
    }
    s = past(s, skip);
    // A name of money stands behind its figure: "the mark two years".
    const bool name = s.n > 0 && s.at[0] >= 'a' && s.at[0] <= 'z';
    size_t n = s.n == 0 || name || is_digit(s.at[0])
                   ? 0
                   : ot__amount_currency(s, w, a);

    n += n > 0 ? blanks(past(s, n)) : 0;
    const size_t number = ot__amount_number(past(s, n), w, a);
    if (number == 0) {
        return 0;
    }
    n += number;
    n += ot__amount_scale(past(s, n), a);
    return n + ot__amount_unit(past(s, n), w, a) + skip;
}

// ---- ranges -----------------------------------------------------------------

static size_t join_at(ot_str s, const ot_words *w, bool between, bool *worded)
{
    size_t gap = blanks(s);
    const ot_str rest = past(s, gap);

    *worded = false;
    if (rest.n > 1 && rest.at[0] == '-' && !is_letter(rest.at[1])) {
        return gap + 1 + blanks(past(rest, 1));
    }
    if (gap == 0) {
        return 0;
    }
    const size_t n = ot__amount_word(rest, w->to);
    *worded = n > 0;
    return n > 0 && (between || ot__phrase_at(rest, w->to[1]) > 0)
               ? gap + n + blanks(past(rest, n))
               : 0;
}

// Two ends of a range, or a change and the level it led to? "15 billion to 20
// billion dlrs" leaves the unit to its end; "0.3 to $41.9" is two figures.
static bool is_range(const ot_amount *a, const ot_amount *b, bool worded,
                     bool between)
{
    const bool carried = b->dimension == OT_DIM_NONE && b->scale.n > 0 &&
                         a->dimension == OT_DIM_MONEY; // "$14-16 billion"
    if (a->word != NULL || b->word != NULL || b->number.n == 0 ||
        (a->dimension != OT_DIM_NONE && a->dimension != b->dimension &&
         !carried)) {
        return false;
    }
    if (!worded || between) {
        return b->dimension != OT_DIM_NONE || b->scale.n > 0;
    }
    const bool ends = b->dimension != OT_DIM_NONE ||
                      (b->scale.n > 0 && a->scale.n == 0 &&
                       b->value == floor(b->value)); // "one to two billion"
    return a->dimension == OT_DIM_NONE && ends && b->value > a->value &&
           b->value <= 3 * a->value;
}

static size_t range_at(ot_str s, const ot_words *w, bool between, ot_amount *a)
{
    ot_amount b = {.hedge = OT_HEDGE_NONE};
    bool worded;
    const size_t join = join_at(s, w, between, &worded);

    if (join == 0) {
        return 0;
    }
    const size_t n = one_at(past(s, join), w, &b);
    if (n == 0 || !is_range(a, &b, worded, between)) {
        return 0;
    }
    a->high = b.number;
    a->hedge = OT_HEDGE_RANGE;
    a->scale = b.scale.n > 0 ? b.scale : a->scale;
    if (a->dimension == OT_DIM_NONE) {
        ot__amount_set_unit(a, b.unit, b.dimension);
    }
    return join + n;
}

// ---- figure words -----------------------------------------------------------

static size_t figure_word(ot_str s, const ot_words *w, ot_amount *a)
{
    const ot_figure_word *best = NULL;
    size_t length = 0;

    for (const ot_figure_word *f = w->figure; f->phrase != NULL; f++) {
        const size_t n = ot__phrase_at(s, f->phrase);
        if (n > length) {
            length = n;
            best = f;
        }
    }
    if (best == NULL || (length < s.n && s.at[length] == '-')) {
        return 0;
    }
    a->word = best;
    a->number = (ot_str){s.at, length};
    a->value = best->value;
    ot__amount_set_unit(a, best->dimension == OT_DIM_TIMES ? "times" : "%",
                        best->dimension);
    return length;
}

// "sevenfold"
static size_t fold_word(ot_str s, const ot_words *w, ot_amount *a)
{
    for (size_t i = 0; w->number[i].word != NULL; i++) {
        const size_t n = strlen(w->number[i].word);
        const size_t fold = ot__str_starts(s, w->number[i].word) && n < s.n
                                ? ot__amount_word(past(s, n), w->times)
                                : 0;
        if (fold > 0 && is_letter(s.at[n])) {
            a->number = (ot_str){s.at, n};
            a->value = w->number[i].value;
            ot__amount_set_unit(a, "times", OT_DIM_TIMES);
            return n + fold;
        }
    }
    return 0;
}

static size_t hedge_at(ot_str s, const ot_words *w, ot_hedge *hedge)
{
    size_t best = 0;

    *hedge = OT_HEDGE_NONE;
    for (const ot_hedge_word *h = w->hedge; h->phrase != NULL; h++) {
        const size_t n = ot__phrase_at(s, h->phrase);
        if (n > best) {
            best = n;
            *hedge = h->hedge;
        }
    }
    return best > 0 ? best + blanks(past(s, best)) : 0;
}

// "or more" behind a figure; its length with the blank before it.
static size_t trailing_at(ot_str s, const ot_words *w, ot_amount *a)
{
    for (const ot_hedge_word *h = w->trailing;
         a->hedge == OT_HEDGE_NONE && h->phrase != NULL; h++) {
        const size_t n =
            blanks(s) > 0 ? ot__phrase_at(past(s, 1), h->phrase) : 0;
        if (n > 0) {
            a->hedge = h->hedge;
            return 1 + n;
        }
    }
    return 0;
}

// One figure behind its hedge.
static size_t hedged(ot_str s, const ot_words *w, ot_hedge hedge, ot_amount *a)
{
    ot_amount number = {.hedge = OT_HEDGE_NONE};
    size_t n = ot__amount_number(s, w, &number); // "half a billion"

    n = n > 0 && !is_digit(s.at[0]) && number.value < 1 ? 0
                                                        : figure_word(s, w, a);
    n = n > 0 ? n : fold_word(s, w, a);
    if (n == 0) {
        n = one_at(s, w, a);
        n += n > 0 && hedge == OT_HEDGE_NONE ? range_at(past(s, n), w, false, a)
                                             : 0;
    }
    if (n > 0 && hedge != OT_HEDGE_NONE) {
        a->hedge = hedge;
    }
    return n + (n > 0 ? trailing_at(past(s, n), w, a) : 0);
}

size_t ot__amount_at(ot_str s, const ot_grammar *g, ot_amount *a)
{
    const ot_words *w = g->words;
    ot_hedge hedge;

    *a = (ot_amount){.hedge = OT_HEDGE_NONE};
    const size_t between = ot__amount_word(s, w->between);
    if (between > 0 && blanks(past(s, between)) > 0 &&
        ot__phrase_at(s, w->between[0]) > 0) {
        const ot_str rest = past(s, between + 1);
        const size_t n = one_at(rest, w, a);
        const size_t range = n > 0 ? range_at(past(rest, n), w, true, a) : 0;
        if (range > 0) {
            return between + 1 + n + range;
        }
        *a = (ot_amount){.hedge = OT_HEDGE_NONE};
    }
    const size_t start = hedge_at(s, w, &hedge);
    const size_t n = hedged(past(s, start), w, hedge, a);
    return n > 0 ? start + n : 0;
}
