// SPDX-License-Identifier: GPL-3.0-or-later
// passage.h - a sentence while it is read: its items, what its figures say, and
// what it takes over from the sentences before it.
#ifndef OT_CLAIM_PASSAGE_H
#define OT_CLAIM_PASSAGE_H

#include "claim/lexer.h"
#include "outturn/claim.h"

#define OT_ASPECT_SIZE 48
#define OT_WARE_SIZE   48

// What a figure, a rank or a run says.
typedef struct ot_spoken {
    size_t item;
    ot_claim_kind kind;
    ot_modality modality;
    int sign;             // 1, -1: the way of a change
    bool old;             // the value compared with
    bool counted;         // "2 million jobs": no trade itself
    bool by;              // "by 3.7 times": may mean 3.7 times more
    int rank;             // of a rank or run; below zero: the smallest, falls
    bool partners;        // a rank among partners
    bool rates;           // "fastest": a rank of growth
    const ot_when *since; // of a rank; NULL: not said
    ot_topic topic;
    ot_topic over; // a ratio: the flow that it is taken of; NONE: its own
    char ware[OT_WARE_SIZE];   // the goods, in small letters; "": not said
    ot_area reporter, partner; // OT_AREA_NONE: not said
    size_t part_of;            // the item of the sum that it is in; 0: none
    size_t id;                 // of the claim made of it; 0: none yet
    bool group;                // the partner is a group without a code
    bool doubtful;             // which partner is meant is not clear
    bool aside;                // told of a time named before, by the way
    ot_per per;
    const ot_when *when, *base;                          // NULL: not said
    char basis[OT_ASPECT_SIZE], vintage[OT_ASPECT_SIZE]; // "": the headline's
} ot_spoken;

// What later sentences of a paragraph inherit.
typedef struct ot_context {
    ot_topic topic;
    char ware[OT_WARE_SIZE];
    ot_area reporter, partner;
    bool group;
    bool several; // partners were named: it is not clear which goes on
    ot_when when;
    bool ahead;  // `when` is of what is expected
    bool budget; // a budget was spoken of: its deficit is no trade's
    char currency[12];
} ot_context;

typedef struct ot_passage {
    const ot_clean *clean;
    const ot_grammar *grammar;
    ot_items items;
    ot_spoken *spoken; // owned
    size_t n, capacity;
    bool pace; // what is projected follows from a pace that is kept
    ot_context *context;
} ot_passage;

// Words that take their meaning from others of the sentence.
void ot__settle_references(ot_passage *p);
// Scales, currencies and rates that are stated once for several figures.
void ot__carry_units(ot_passage *p);
// Each settles one thing for all that is spoken of in the sentence, in this
// order.
ot_status ot__speak(ot_passage *p, ot_error *err); // kind, sign, old
void ot__settle_topics(ot_passage *p);
void ot__settle_wares(ot_passage *p);
void ot__settle_modality(ot_passage *p);
void ot__settle_places(ot_passage *p);
void ot__settle_periods(ot_passage *p);
void ot__settle_each(ot_passage *p); // "respectively"
void ot__settle_over(ot_passage *p); // what ratios are taken of
// Has the same flow with another partner been spoken of in the sentence?
bool ot__has_other_partner(const ot_passage *p, const ot_spoken *s);
// "Total exports", of the flow at an item.
bool ot__says_total(const ot_passage *p, size_t flow);
// "Total exports": of all partners, not of the place at an item (items.n: none
// is named) nor of whom was spoken of before.
bool ot__is_total(const ot_passage *p, const ot_spoken *s, size_t place);
// Sums of the figures before them.
void ot__settle_sums(ot_passage *p, size_t from, size_t to);
// Bases and vintages, from the sentence's bytes of the clean text.
void ot__settle_aspects(ot_passage *p, size_t from, size_t to);

// A figure without a partner; what the sentence before leaves to it.
void ot__carry_partner(const ot_passage *p, ot_spoken *s);
bool ot__are_several(const ot_passage *p);

// ---- walking over items -----------------------------------------------------

bool ot__is(const ot_passage *p, size_t i, ot_word_class what);
bool ot__is_kind(const ot_passage *p, size_t i, ot_item_kind kind);
// Words between an item and the one after it.
int ot__gap(const ot_passage *p, size_t i);
bool ot__is_move(const ot_passage *p, size_t i);
// Does a new clause begin at item i: "while", ";"? Commas do not count.
bool ot__is_break(const ot_passage *p, size_t i);
// Or with ", and"?
bool ot__is_new_clause(const ot_passage *p, size_t i);
typedef struct ot_lead {
    ot_word_class what; // WORD_END: none; WORD_AND, WORD_OR: a figure's list
    size_t at;
    bool of;    // "increase in exports of"
    bool level; // "a volume of": no change, whatever leads to it
    bool close; // next to the figure, but for a word or two
} ot_lead;

ot_lead ot__lead_of(const ot_passage *p, size_t i);
// The rank that a superlative says, below zero from the smallest; the length of
// a run; 0: none.
int ot__rank_of(const ot_passage *p, size_t i);
// The item that says the rank which item i tells of.
size_t ot__rank_at(const ot_passage *p, size_t i);
int ot__run_length(const ot_passage *p, size_t i);
// Does the sentence revise a figure? Both values are then of one period.
bool ot__is_revision(const ot_passage *p);
// "third largest trading partner": is the rank at i one among partners?
bool ot__rank_of_partners(const ot_passage *p, size_t i);
// Figures k and k + 1 in a list, with nothing between that they could be of.
bool ot__are_listed(const ot_passage *p, size_t k);
ot_spoken *ot__spoken_of(const ot_passage *p, size_t item); // NULL: none

#endif
