// SPDX-License-Identifier: GPL-3.0-or-later
// attach_phrase.c - what a phrase of time does where it stands: it names the
// period compared with, the span of a rank, a thing of a year.

#include "claim/attach.h"

static const ot_when *when_at(const ot_passage *p, size_t i)
{
    return &p->items.at[i].when;
}

// A phrase that always names the period compared with.
bool ot__is_base_phrase(const ot_when *w)
{
    return w->kind == WHEN_YEAR_BEFORE || w->kind == WHEN_PREVIOUS ||
           w->kind == WHEN_SAME || w->whose == YEAR_BEFORE;
}

// What may stand between a word of comparison and its period: "against imports
// in 1986", "above that of 1924".
static bool is_filler(const ot_passage *p, size_t i)
{
    return ot__is(p, i, WORD_OF) || ot__is(p, i, WORD_IN) ||
           ot__is(p, i, WORD_FLOW) || ot__is(p, i, WORD_STANDIN) ||
           (ot__is(p, i, WORD_LEVEL) && p->items.at[i].value == 1);
}

// "the 1986 figure": a thing of that year.
bool ot__names_thing(const ot_passage *p, size_t i)
{
    return ot__is(p, i + 1, WORD_STANDIN) && ot__gap(p, i) <= 1 &&
           p->items.at[i + 1].value < STANDIN_THOSE;
}

// "three times what it was in 1898", "twice the average of 2021", "double the
// 1986 figure"
static bool is_of_multiple(const ot_passage *p, size_t i)
{
    size_t j = i;
    bool noun = ot__names_thing(p, i);

    while (j > 0 && i - j < 4 &&
           (is_filler(p, j - 1) || ot__is(p, j - 1, WORD_AVERAGE))) {
        j--;
        noun = noun || ot__is(p, j, WORD_STANDIN) || ot__is(p, j, WORD_AVERAGE);
    }
    return j > 0 && noun && ot__is_kind(p, j - 1, ITEM_FIGURE) &&
           p->items.at[j - 1].amount.dimension == OT_DIM_TIMES;
}

// "the highest so far this year", "the lowest level since July": the span that
// a rank is of.
bool ot__is_span(const ot_passage *p, size_t i)
{
    for (size_t j = i; j-- > 0 && i - j <= 4;) {
        if (p->items.at[i].word - p->items.at[j].after > 5) {
            return false;
        }
        if (ot__is(p, j, WORD_RANK) || ot__is(p, j, WORD_LARGEST)) {
            return j + 1 == i
                       ? ot__gap(p, j) <= 1
                       : ot__is(p, i - 1, WORD_BASE) ||
                             (when_at(p, i)->kind == WHEN_FIRST && j + 2 == i);
        }
        if (!is_filler(p, j) && !ot__is(p, j, WORD_BASE)) {
            return false;
        }
    }
    return false;
}

// "between 2011 and 2021": the first of two years.
bool ot__is_begin(const ot_passage *p, size_t i)
{
    return i > 0 && ot__is(p, i - 1, WORD_BETWEEN) &&
           ot__is(p, i + 1, WORD_AND) && ot__is_kind(p, i + 2, ITEM_WHEN);
}

bool ot__leads_base(const ot_passage *p, size_t i)
{
    return ot__is(p, i, WORD_BASE) || ot__is(p, i, WORD_FROM);
}

// "6 % below last year's record pace": no figure is last year's.
static bool is_compared(const ot_passage *p, size_t i)
{
    for (size_t j = i + 1; j < p->items.n && j <= i + 3; j++) {
        if (ot__is_kind(p, j, ITEM_FIGURE)) {
            return false;
        }
    }
    return ot__is(p, i - 1, WORD_MOVE_THAN) || ot__leads_base(p, i - 1);
}

// "In the same period imports fell": the period spoken of, no other.
bool ot__is_same_here(const ot_passage *p, size_t i)
{
    const ot_when *w = when_at(p, i);

    return w->kind == WHEN_SAME && w->whose == YEAR_NOT_SAID && i > 0 &&
           ot__is(p, i - 1, WORD_IN) &&
           !(i > 1 &&
             (ot__leads_base(p, i - 2) || ot__is_kind(p, i - 2, ITEM_FIGURE)));
}

static bool is_ahead(const ot_passage *p, size_t i)
{
    for (size_t j = 0; j < i; j++) {
        if (ot__is(p, j, WORD_MODAL)) {
            return true;
        }
    }
    return false;
}

bool ot__is_base(const ot_passage *p, size_t i)
{
    const ot_when_kind kind = when_at(p, i)->kind;
    if (ot__is_base_phrase(when_at(p, i))) {
        return !ot__is_same_here(p, i);
    }
    if (ot__is_begin(p, i)) {
        return true;
    }
    if (kind == WHEN_PAST || kind == WHEN_NEXT || kind == WHEN_TO_DATE) {
        return false;
    }
    if (is_of_multiple(p, i)) {
        return true;
    }
    if (i == 0 || (p->items.at[i].possessive && !is_compared(p, i)) ||
        ot__is_span(p, i) || ot__is_kind(p, i + 1, ITEM_FIGURE)) {
        return false;
    }
    size_t j = i - 1;
    if (ot__is(p, j, WORD_IN) && p->items.at[j].value == 1 && j > 0 &&
        ot__is_kind(p, j - 1, ITEM_FIGURE) && kind == WHEN_MONTH) {
        return true; // "a rise of 3.7 pct on March"
    }
    bool those = false; // "those of", "that of"
    while (j > 0 && is_filler(p, j) &&
           p->items.at[i].word - p->items.at[j].after <= 4) {
        those = those || (ot__is(p, j, WORD_STANDIN) &&
                          (p->items.at[j].value == STANDIN_THOSE ||
                           p->items.at[j].value == 0));
        j--;
    }
    if (p->items.at[i].word - p->items.at[j].after > 5) {
        return false;
    }
    if (ot__is(p, j, WORD_BASE) && p->items.at[j].value == BASE_BY &&
        is_ahead(p, j)) {
        return false; // "may reach 5 billion by 2030"
    }
    const bool weak = ot__is(p, j, WORD_BASE) && p->items.at[j].value == 1;
    const bool noun = weak && j > 0 && ot__is(p, j - 1, WORD_MOVE_NOUN) &&
                      ot__gap(p, j - 1) == 0; // "the gain over 1932"
    return (ot__leads_base(p, j) && (!weak || those || noun)) ||
           (ot__is(p, j, WORD_MOVE_THAN) && (j + 1 == i || those)) ||
           (ot__is(p, j, WORD_EXCEED) && those);
}

// "a fifth of the 2012 level"
bool ot__is_thing_compared(const ot_passage *p, size_t i)
{
    return when_at(p, i)->kind == WHEN_YEAR && ot__names_thing(p, i) && i > 0 &&
           (ot__is(p, i - 1, WORD_OF) || ot__is_kind(p, i - 1, ITEM_FIGURE));
}
