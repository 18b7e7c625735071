// SPDX-License-Identifier: GPL-3.0-or-later
// lexer.h - a text as sentences of items: figures, periods, places and the
// words of the language's tables.
#ifndef OT_CLAIM_LEXER_H
#define OT_CLAIM_LEXER_H

#include "claim/grammar.h"
#include "outturn/area.h"
#include "outturn/period.h"

// ---- the text without what does not count -----------------------------------

// Blanks and line ends are one blank, paragraphs end with '\n', marks of
// Markdown are gone, dashes are '-', curly apostrophes straight.
typedef struct ot_clean {
    char *text;     // owned, n bytes
    uint32_t *from; // owned: where each byte stood in the text read; n + 1
    size_t n;
} ot_clean;

// each_line: every line is a paragraph; small: Cyrillic capitals become small
// letters. OT_E_LIMIT: 4 GB or more.
ot_status ot__clean(const char *text, size_t n, bool each_line, bool small,
                    ot_clean *clean, ot_error *err);
void ot__clean_free(ot_clean *clean);

// A sentence that goes on for longer is cut at a blank, so that what is read
// of it stays bounded.
#define OT_SENTENCE_MOST 2000

// The end of the sentence that begins at `at`: behind its mark, or at '\n'.
size_t ot__sentence_end(const ot_clean *clean, const ot_grammar *g, size_t at);

// ---- periods ----------------------------------------------------------------

// A phrase of time, before it is known which year was meant.
typedef struct ot_when {
    ot_when_kind kind; // WHEN_NONE: none
    ot_year_of whose;
    int year;  // YEAR_NUMBER: of the (last) month; of AGO, PAST, NEXT: years
    int first; // month of the year, 1 to 12; 0: the whole year
    int months;
    bool from_before; // "between May and June": of June, against May
    bool from_year;   // "from May 2011 to May 2012": against a year before
    bool single;      // WHEN_FISCAL: named by one year, "fiscal 2024"
} ot_when;

// The phrase of time at the start of s: its length, 0: none.
size_t ot__when_at(ot_str s, const ot_grammar *g, ot_when *when);

// ---- items ------------------------------------------------------------------

typedef enum ot_item_kind {
    ITEM_WORD, // of the table of phrases
    ITEM_AREA,
    ITEM_WHEN,
    ITEM_FIGURE
} ot_item_kind;

// A figure as it stands. Its text is put together so that ot_figure_parse reads
// it: carried scales and units are in it.
typedef struct ot_amount {
    ot_hedge hedge;
    ot_str number; // as written; of a figure word: the word
    ot_str high;   // of a range: its upper end; else empty
    ot_str scale;  // "billion"; empty: none
    char unit[12]; // ISO code, "?franc" (several countries'), "%", "pp",
                   // "times", a physical unit, "": none
    ot_dimension dimension;
    const ot_figure_word *word; // "doubled", "a third"; NULL: digits
    double value;               // without its scale, for comparisons
    int sign;                   // -1, 1: a sign in front; 0: none
    ot_per per;
} ot_amount;

typedef struct ot_item {
    ot_item_kind kind;
    ot_word_class what; // ITEM_WORD
    int value;
    size_t at, end;   // in the clean text
    int word, after;  // words before it, and up to its end
    bool possessive;  // "Armenia's", "September's"
    bool capital;     // began with one
    ot_area area;     // ITEM_AREA
    ot_when when;     // ITEM_WHEN
    ot_amount amount; // ITEM_FIGURE
} ot_item;

typedef struct ot_items {
    ot_item *at;
    size_t n, capacity;
} ot_items;

// Phrases by their first byte, for the length of a reading.
#define OT_PHRASES_MOST 1024
typedef struct ot_phrasebook {
    const ot_grammar *grammar;
    const ot_phrase *phrase[OT_PHRASES_MOST];
    uint16_t head[256], next[OT_PHRASES_MOST]; // index + 1; 0: no more
} ot_phrasebook;

void ot__phrasebook(const ot_grammar *g, ot_phrasebook *book);
// The longest phrase at the start of s: its length, 0: none.
size_t ot__phrase_find(const ot_phrasebook *book, ot_str s,
                       const ot_phrase **phrase);

// The figure at the start of s: its length, 0: none.
size_t ot__amount_at(ot_str s, const ot_grammar *g, ot_amount *amount);

// Appends the items of text[from..to) of a clean text.
ot_status ot__itemize(const ot_clean *clean, const ot_phrasebook *book,
                      size_t from, size_t to, ot_items *items, ot_error *err);

#endif
