// SPDX-License-Identifier: GPL-3.0-or-later
// grammar.h - how one language says what a figure is about, as tables. Another
// language is another set of tables; the rules that read them are the same.
#ifndef OT_CLAIM_GRAMMAR_H
#define OT_CLAIM_GRAMMAR_H

#include "claim/words.h"

// What a phrase does in a sentence.
typedef enum ot_word_class {
    WORD_END = 0,
    WORD_PLAIN,     // says nothing, and hides shorter phrases in it
    WORD_FLOW,      // value: an ot_topic
    WORD_MOVE,      // "down"; value: 1 up, -1 down, 0 either; 2, -2: "rose",
                    // a verb of what was
    WORD_MOVE_NOUN, // "increase", "drop": also a noun
    WORD_MOVE_THAN, // "lower", "more": stands behind its figure
    WORD_LEVEL,     // "amounting to"; value 1: "was", a verb of what was; 2: a
                    // revision; 3: "is", of what is
    WORD_FROM,
    WORD_TO,
    WORD_BY,
    WORD_OF,
    WORD_IN,
    WORD_WITH,
    WORD_BETWEEN,
    WORD_AND,
    WORD_OR,
    WORD_BASE,    // "compared with": the old value follows; value 1: "over";
                  // BASE_BY: the Russian "to" or "by" a year
    WORD_SHARE,   // "share", "accounted for"
    WORD_MODAL,   // value: an ot_modality
    WORD_RANK,    // value: the rank; below zero: from the smallest
    WORD_LARGEST, // "largest", behind an ordinal or alone; value -1:
                  // "smallest"; 2: "fastest", of rates
    WORD_ORDINAL, // value: 2, 3 ...
    WORD_PLACED,  // "ranked" fourth; value 1: fourth "place"
    WORD_RUN,     // "in a row"
    WORD_AVERAGE, // "average", "averaged"
    WORD_PER,     // behind a figure; value: an ot_per
    WORD_CLAUSE,  // value: 1 a comma, 2 "while", 3 a semicolon
    WORD_EACH,    // "respectively"
    WORD_STANDIN, // "this figure", "the share": the flow was named before;
                  // value 0: of trade by itself
    WORD_RATE,    // "growth rate", "accelerated"
    WORD_PARTNER, // "trading partner"
    WORD_GROUP,   // a group without a code, "neighbouring countries"
    WORD_COUNTED, // what is counted, not traded: "jobs"
    WORD_PERFECT, // "has" grown: of now, not of the time named before
    WORD_FORMER,  // value: 1 "the former", 2 "the latter"
    WORD_MARKET,  // "market": a partner where trade is spoken of
    WORD_BUDGET,  // "budget": a deficit near it is no trade's
    WORD_SALES,   // "shipments": a flow where a place is theirs
    WORD_SCALE,   // "in billions of dollars"; value: the power of ten
    WORD_EXCEED,  // "exports exceeded imports by"
    WORD_THEN,    // "when": the clause is of the time named before it
    WORD_OPEN,    // an opening bracket
    WORD_CLOSE    // a closing one
} ot_word_class;

typedef enum ot_topic {
    TOPIC_NONE = 0,
    TOPIC_EXPORT,
    TOPIC_IMPORT,
    TOPIC_TURNOVER,
    TOPIC_REEXPORT,
    TOPIC_BALANCE, // either sign
    TOPIC_SURPLUS,
    TOPIC_DEFICIT,
    TOPIC_EXCESS, // "excess of exports over imports"
    TOPIC_OTHER
} ot_topic;

// "those of China", "that of 1924"; "it reached"
enum { STANDIN_THOSE = 2, STANDIN_IT = 3 };

enum { BASE_BY = 2 };

typedef enum ot_per { PER_NONE = 0, PER_DAY, PER_MONTH, PER_YEAR } ot_per;

typedef struct ot_phrase {
    const char *phrase; // lower case, blanks single; NULL ends a table
    ot_word_class what;
    int value;
} ot_phrase;

// Whose year it is that a phrase names.
typedef enum ot_year_of {
    YEAR_NOT_SAID = 0,
    YEAR_NUMBER, // 2024
    YEAR_SPOKEN, // "the year": the one spoken of, else this one; settled first
    YEAR_THIS,
    YEAR_LAST,
    YEAR_NEXT,
    YEAR_BEFORE, // a year before the period: "a year earlier"
    YEAR_FISCAL_THIS,
    YEAR_FISCAL_LAST
} ot_year_of;

typedef struct ot_year_phrase {
    const char *phrase;
    ot_year_of year;
} ot_year_phrase;

// What a pattern makes of its numbers.
typedef enum ot_when_kind {
    WHEN_NONE = 0,   // not a period, and hides shorter patterns in it
    WHEN_YEAR,       // {R} or {Y}
    WHEN_MONTH,      // {M}
    WHEN_RANGE,      // {M} to {m}
    WHEN_FIRST,      // the first {N} months
    WHEN_BETWEEN,    // between {M} and {m}, or quarters
    WHEN_BETWEEN_TO, // between the {N} months to {M} and those to {m}
    WHEN_REST,       // the last, the remaining {N} months of a year
    WHEN_TO,         // the {N} months to {M}
    WHEN_YEAR_TO,    // the 12 months to {M}
    WHEN_QUARTER,    // {N}th quarter
    WHEN_QUARTERS,   // the first {N} quarters
    WHEN_HALF,       // {N}th half
    WHEN_HALF_TO,    // the half year to {M}
    WHEN_QUARTER_TO,
    WHEN_FISCAL,      // {F}: 1985/86
    WHEN_TO_DATE,     // the year to date
    WHEN_NOW,         //
    WHEN_PAST,        // the past {N} years
    WHEN_NEXT,        // the next {N} years
    WHEN_AGO,         // {N} years ago
    WHEN_YEAR_BEFORE, // a year before the period
    WHEN_SAME,        // the same months, of {R}
    WHEN_PREVIOUS,    // the month or quarter before
    WHEN_SPAN,        // a rank: "a 10-month high"
    WHEN_RUN,         // a run: "for a {N} month"
    WHEN_HERE         // "the reporting period": the one spoken of
} ot_when_kind;

// {Y} 2024; {R} a year phrase or {Y}; {M} {m} months; {Q} {q} quarters, as the
// month that ends them; {N} a number, in digits or a word, or an ordinal; {D} a
// day, dropped; {y} two digits of a year; {F} a pair of years; what stands in
// brackets may be left out. A blank in a pattern is one or more blanks in a
// text; "-" has blanks around it or none.
typedef struct ot_when_pattern {
    const char *pattern;
    ot_when_kind kind;
    int value;  // the number, where the pattern names it by a word
    bool dated; // a year may follow: "in September [of] 2024"
} ot_when_pattern;

typedef struct ot_name {
    const char *name;
    const char *code; // as ot_area_find takes it
} ot_name;

// Words that say of which series a figure is, where it is not the headline's.
typedef enum ot_aspect_kind {
    ASPECT_PLAIN = 0, // says nothing, and hides shorter phrases in it
    ASPECT_BASIS,     // on the basis named; "": the headline's
    ASPECT_WITHOUT,   // what is left out follows
    ASPECT_VINTAGE,   // the print named
    ASPECT_SOURCE     // whose count it is stands before or behind
} ot_aspect_kind;

typedef struct ot_aspect {
    const char *phrase;
    ot_aspect_kind kind;
    const char *name; // of a basis, a vintage
} ot_aspect;

typedef struct ot_grammar {
    const ot_words *words;
    const ot_phrase *const *phrases; // tables; NULL ends them
    const ot_year_phrase *years;
    const ot_when_pattern *periods;
    const ot_number_word *ordinals;
    const ot_name *names; // demonyms, short names; the rest is in data/area
    const char *const *possessive; // "'s"
    const char *const *year_links; // between a month and its year: "of", ","
    const char *const *fiscal; // before a year that begins with its fiscal one
    const char *const *abbreviations; // a full stop behind them ends nothing
    const char *const *pace; // "this pace": a projection that follows from it
    const ot_aspect *aspects;
    const char *const *together; // a figure is the sum of those before it
    const char *const *total;    // in front of a flow: all of it
    const char *const *two;      // a partner that is not named
    const char *const *wares;    // words that name goods
    const char *const *no_wares; // words behind "of" that do not
    bool capitals;               // names and months begin with a capital
} ot_grammar;

extern const ot_grammar ot__grammar_english, ot__grammar_russian;

// "en", "ru"; NULL stands for it. NULL: not known.
const ot_grammar *ot__grammar_find(const char *language);

#endif
