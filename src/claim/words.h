// SPDX-License-Identifier: GPL-3.0-or-later
// words.h - the words of one language that figures are stated with, as a table.
// Another language is another table.
#ifndef OT_CLAIM_WORDS_H
#define OT_CLAIM_WORDS_H

#include "base/text.h"
#include "outturn/figure.h"

typedef struct ot_hedge_word {
    const char *phrase; // matched in any case, the longest that fits
    ot_hedge hedge;
} ot_hedge_word;

// A figure that is a word: "doubled" is 2 times, "a third" 33.3 per cent.
typedef struct ot_figure_word {
    const char *phrase;
    double value;
    double half;            // how far the bare word may be off
    double nearly;          // how far below "nearly" reaches
    double next;            // where "more than" usually ends
    ot_dimension dimension; // TIMES or PERCENT
} ot_figure_word;

// A word for an order of magnitude: "tens of" is 20 to 100.
typedef struct ot_vague_word {
    const char *phrase;
    double lo, hi;
} ot_vague_word;

typedef struct ot_number_word {
    const char *word;
    int value;
} ot_number_word;

// A number that only a word of scale makes one, "half a" billion; or what is
// added behind a number, "two and a half".
typedef struct ot_part_word {
    const char *phrase;
    double value;
} ot_part_word;

// What is counted in physical units: "barrels per day" in "barrels/day".
typedef struct ot_physical_word {
    const char *phrase, *unit;
} ot_physical_word;

// A name of money that several countries use: "dollars" is of the sign "$".
// Or one country's: then its ISO code.
typedef struct ot_money_word {
    const char *phrase, *sign;
} ot_money_word;

typedef struct ot_words {
    char mark;                  // of decimals
    const ot_hedge_word *hedge; // each list ends with a NULL phrase
    const ot_figure_word *figure;
    const ot_vague_word *vague;
    const ot_number_word *number; // from 20 on the tens: "twenty-five"
    const ot_part_word *part;     // NULL: none
    const ot_part_word *added;
    const ot_hedge_word *trailing; // behind a figure: "or more"
    const char *const *between;    // words that open a range ...
    const char *const *to;         // ... and join its ends
    const char *const *times;      // after a number: a ratio
    const char *genitive;          // "millions of dollars"; NULL: none
    const char *const *percent;
    const char *const *points;
    const char *const *minus; // in front of a whole figure: below zero
    const ot_physical_word *physical;
    const ot_money_word *money;
} ot_words;

extern const ot_words ot__words_english, ot__words_russian;

// For a phrase whose first letter fits.
size_t ot__phrase_there(ot_str s, const char *phrase);

// Does phrase stand at the start of s, and end where letters and digits end?
// A star in it is the rest of a word: "export*".
// Its length, 0: no. Most phrases are out at their first letter.
static inline size_t ot__phrase_at(ot_str s, const char *phrase)
{
    return s.n == 0 || ((phrase[0] ^ s.at[0]) & ~0x20) != 0
               ? 0
               : ot__phrase_there(s, phrase);
}

#endif
