// SPDX-License-Identifier: GPL-3.0-or-later
// speak_move.c - the word of rise or fall that a figure belongs to.

#include "claim/speak.h"

// The nearest word of rise or fall before item i, in its clause; i: none.
size_t ot__move_before(const ot_passage *p, size_t i)
{
    for (size_t j = i; j-- > 0 && !ot__is_break(p, j);) {
        const bool rate = ot__is(p, j, WORD_RATE) &&
                          p->items.at[i].amount.dimension == OT_DIM_POINTS;
        if ((ot__is_move(p, j) || rate) && p->items.at[j].value != 0) {
            return j;
        }
    }
    return i;
}

// "a 4.7 billion or 19.4 % rise", "2 % lower": the word behind; i: none.
size_t ot__move_behind(const ot_passage *p, size_t i)
{
    size_t j = i + 1;

    if (ot__is(p, j, WORD_OR) && ot__is_kind(p, j + 1, ITEM_FIGURE)) {
        j += 2;
    }
    if (j < p->items.n && ot__gap(p, j - 1) <= 1 &&
        (ot__is(p, j, WORD_MOVE_NOUN) || ot__is(p, j, WORD_MOVE_THAN))) {
        return j;
    }
    // "9.1 pct up at", not "9.1 billion, up 3 %"
    const int way = ot__is(p, j, WORD_MOVE) ? p->items.at[j].value : 0;
    return (way == 1 || way == -1) && ot__gap(p, j - 1) == 0 &&
                   p->items.at[i].amount.dimension == OT_DIM_PERCENT &&
                   !ot__is_kind(p, j + 1, ITEM_FIGURE)
               ? j
               : i;
}

int ot__sign_at(const ot_passage *p, size_t move, size_t i)
{
    return move != i && p->items.at[move].value < 0 ? -1 : 1;
}

int ot__sign_of(const ot_passage *p, size_t i)
{
    const size_t behind = ot__move_behind(p, i);

    return behind != i ? ot__sign_at(p, behind, i)
                       : ot__sign_at(p, ot__move_before(p, i), i);
}

// "increases in cars ($0.9 billion); fuels ($0.4 billion)": the noun; i: none.
size_t ot__listed_move(const ot_passage *p, size_t i)
{
    if (i == 0 || !ot__is(p, i - 1, WORD_OPEN)) {
        return i;
    }
    for (size_t j = i - 1; j-- > 0;) {
        if (ot__is(p, j, WORD_MOVE_NOUN)) {
            return ot__is(p, j + 1, WORD_IN) && ot__gap(p, j) <= 1 ? j : i;
        }
        if ((ot__is_kind(p, j, ITEM_FIGURE) &&
             !(j > 0 && ot__is(p, j - 1, WORD_OPEN))) ||
            ot__is(p, j, WORD_LEVEL) || ot__is_kind(p, j, ITEM_WHEN)) {
            return i;
        }
    }
    return i;
}

// "The gain in exports over the year was 121 million": the noun; i: none.
size_t ot__subject_move(const ot_passage *p, size_t i, const ot_lead *l)
{
    int flows = 0;

    if (l->what != WORD_LEVEL || p->items.at[l->at].value != 1) {
        return i;
    }
    for (size_t j = l->at; j-- > 0 && !ot__is(p, j, WORD_CLAUSE) &&
                           !ot__is_kind(p, j, ITEM_FIGURE);) {
        flows += ot__is(p, j, WORD_FLOW);
        if (ot__is(p, j, WORD_MOVE_NOUN) && flows <= 1) {
            const bool first = j == 0 || ot__is_break(p, j - 1) ||
                               ot__is(p, j - 1, WORD_CLAUSE);
            return first && p->items.at[j].value != 0 ? j : i;
        }
    }
    return i;
}
