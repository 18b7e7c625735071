// SPDX-License-Identifier: GPL-3.0-or-later
// amount.c - the figures of a sentence, as they stand.

#include <string.h>

#include "claim/lexer.h"
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

// ---- numbers ----------------------------------------------------------------

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

// "-1/2" behind a whole number.
static size_t fraction_length(ot_str s)
{
    return s.n >= 4 && s.at[0] == '-' && s.at[1] >= '1' && s.at[1] <= '9' &&
                   s.at[2] == '/' && s.at[3] >= '2' && s.at[3] <= '9' &&
                   (s.n == 4 || !is_digit(s.at[4]))
               ? 4
               : 0;
}

static size_t number_word(ot_str s, const ot_words *w, double *value)
{
    for (size_t i = 0; w->number[i].word != NULL; i++) {
        const size_t n = ot__phrase_at(s, w->number[i].word);
        if (n > 0) {
            *value = w->number[i].value;
            return n;
        }
    }
    return 0;
}

static size_t number_at(ot_str s, const ot_words *w, ot_amount *a)
{
    ot_decimal d;
    const size_t n = digits_length(s);
    const size_t fraction = fraction_length(past(s, n));

    if (n > 0 && fraction > 0) { // "4-1/2"
        a->value = s.at[n + 1] - '0';
        a->value /= s.at[n + 3] - '0';
        for (size_t i = 0, unit = 1; i < n && is_digit(s.at[n - 1 - i]);
             i++, unit *= 10) {
            a->value += (double)unit * (s.at[n - 1 - i] - '0');
        }
        a->number = (ot_str){s.at, n + fraction};
        return n + fraction;
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
    const size_t word = number_word(s, w, &a->value);
    a->number = (ot_str){s.at, word};
    return word;
}

// ---- units ------------------------------------------------------------------

static size_t one_of(ot_str s, const char *const list[])
{
    size_t best = 0;

    for (size_t i = 0; list[i] != NULL; i++) {
        const size_t n = ot__phrase_at(s, list[i]);
        best = n > best ? n : best;
    }
    return best;
}

static void set_unit(ot_amount *a, const char *code, ot_dimension dimension)
{
    ot__str_copy(ot__str(code), a->unit, sizeof a->unit);
    a->dimension = dimension;
}

// The longest name: "U.S. dollars" is no "dollars".
static size_t currency_at(ot_str s, const ot_words *w, ot_amount *a)
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
        set_unit(a, code, OT_DIM_MONEY);
        return n;
    }
    if (best != NULL && strlen(best->sign) == 3) {
        set_unit(a, best->sign, OT_DIM_MONEY); // a code: "guilders"
    } else if (best != NULL) {
        char sign[12] = "?";
        ot__str_copy(ot__str(best->sign), sign + 1, sizeof sign - 1);
        set_unit(a, sign, OT_DIM_MONEY);
    }
    return length;
}

static size_t physical_at(ot_str s, const ot_words *w, ot_amount *a)
{
    for (size_t i = 0; w->physical[i].phrase != NULL; i++) {
        const size_t n = ot__phrase_at(s, w->physical[i].phrase);
        if (n > 0) {
            set_unit(a, w->physical[i].unit, OT_DIM_QUANTITY);
            return n;
        }
    }
    return 0;
}

// What stands behind a number: "%", "times", "-fold", a currency, tonnes.
static size_t unit_at(ot_str s, const ot_words *w, ot_amount *a)
{
    const size_t gap = blanks(s);
    const ot_str rest = past(s, gap);
    size_t n;

    if (rest.n == 0 || rest.at[0] == ',' || rest.at[0] == '.') {
        return 0;
    }
    if (rest.n > 0 && rest.at[0] == '%') {
        set_unit(a, "%", OT_DIM_PERCENT);
        n = 1;
    } else if ((n = one_of(rest, w->points)) > 0) {
        set_unit(a, "pp", OT_DIM_POINTS);
    } else if ((n = one_of(rest, w->percent)) > 0) {
        set_unit(a, "%", OT_DIM_PERCENT);
    } else if ((n = one_of(rest, w->times)) > 0) {
        set_unit(a, "times", OT_DIM_TIMES);
    } else if (a->dimension == OT_DIM_NONE &&
               (n = currency_at(rest, w, a)) == 0) {
        n = physical_at(rest, w, a);
    }
    return n > 0 ? gap + n : 0;
}

static size_t scale_at(ot_str s, ot_amount *a)
{
    const size_t gap = blanks(s);
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

// "$8.3 billion", "8.3 billion dollars", "12 %"; "-$2 billion", "+3 %"
static size_t one_at(ot_str s, const ot_words *w, ot_amount *a)
{
    const bool sign = s.n > 1 && (s.at[0] == '-' || s.at[0] == '+');
    if (sign) {
        a->sign = s.at[0] == '-' ? -1 : 1;
        s = past(s, 1);
    }
    size_t n = s.n > 0 && is_digit(s.at[0]) ? 0 : currency_at(s, w, a);

    n += n > 0 ? blanks(past(s, n)) : 0;
    const size_t number = number_at(past(s, n), w, a);
    if (number == 0) {
        return 0;
    }
    n += number;
    n += scale_at(past(s, n), a);
    return n + unit_at(past(s, n), w, a) + sign;
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
    const size_t n = one_of(rest, w->to);
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
    if (a->word || b->word || b->number.n == 0 ||
        (a->dimension != OT_DIM_NONE && a->dimension != b->dimension &&
         !carried)) {
        return false;
    }
    if (!worded || between) {
        return b->dimension != OT_DIM_NONE || b->scale.n > 0;
    }
    return a->dimension == OT_DIM_NONE && b->dimension != OT_DIM_NONE &&
           b->value > a->value && b->value <= 3 * a->value;
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
        set_unit(a, b.unit, b.dimension);
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
    a->word = true;
    a->number = (ot_str){s.at, length};
    a->value = best->value;
    set_unit(a, best->dimension == OT_DIM_TIMES ? "times" : "%",
             best->dimension);
    return length;
}

// "sevenfold"
static size_t fold_word(ot_str s, const ot_words *w, ot_amount *a)
{
    for (size_t i = 0; w->number[i].word != NULL; i++) {
        const size_t n = strlen(w->number[i].word);
        const size_t fold = ot__str_starts(s, w->number[i].word) && n < s.n
                                ? one_of(past(s, n), w->times)
                                : 0;
        if (fold > 0 && is_letter(s.at[n])) {
            a->number = (ot_str){s.at, n};
            a->value = w->number[i].value;
            set_unit(a, "times", OT_DIM_TIMES);
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

size_t ot__amount_at(ot_str s, const ot_grammar *g, ot_amount *a)
{
    const ot_words *w = g->words;
    ot_hedge hedge;

    *a = (ot_amount){.hedge = OT_HEDGE_NONE};
    const size_t between = one_of(s, w->between);
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
    const ot_str rest = past(s, start);
    size_t n = figure_word(rest, w, a);
    n = n > 0 ? n : fold_word(rest, w, a);
    if (n == 0) {
        n = one_at(rest, w, a);
        n += n > 0 && hedge == OT_HEDGE_NONE
                 ? range_at(past(rest, n), w, false, a)
                 : 0;
    }
    if (n == 0) {
        return 0;
    }
    if (hedge != OT_HEDGE_NONE) {
        a->hedge = hedge;
    }
    return start + n;
}
