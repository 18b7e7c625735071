// SPDX-License-Identifier: GPL-3.0-or-later
// rank.c - records, ranks and runs.

#include "claim/passage.h"

// "ranked fourth", "in second place": where its rank stands; i: nowhere.
static size_t placed(const ot_passage *p, size_t i)
{
    if (p->items.at[i].value == 0) {
        const bool next = ot__is(p, i + 1, WORD_ORDINAL) && ot__gap(p, i) <= 1;
        return next && !ot__is(p, i + 2, WORD_LARGEST) ? i + 1 : i;
    }
    return i > 0 && ot__is(p, i - 1, WORD_ORDINAL) && ot__gap(p, i - 1) == 0 &&
                   !(i > 1 && ot__is(p, i - 2, WORD_PLACED))
               ? i - 1
               : i;
}

size_t ot__rank_at(const ot_passage *p, size_t i)
{
    return ot__is(p, i, WORD_PLACED) ? placed(p, i) : i;
}

// "third largest": its rank; 0: the superlative says nothing about trade.
int ot__rank_of(const ot_passage *p, size_t i)
{
    if (ot__is(p, i, WORD_RANK)) {
        return p->items.at[i].value;
    }
    if (ot__is(p, i, WORD_PLACED)) {
        const size_t at = placed(p, i);
        return at != i ? p->items.at[at].value : 0;
    }
    bool near = false;
    for (size_t j = i + 1; j < p->items.n && j < i + 4; j++) {
        near = near ||
               (p->items.at[j].word - p->items.at[i].after <= 5 &&
                (ot__is(p, j, WORD_FLOW) || ot__is(p, j, WORD_PARTNER) ||
                 ot__is(p, j, WORD_STANDIN) ||
                 (ot__is(p, j, WORD_PLAIN) && p->items.at[j].value > 0) ||
                 ot__is_kind(p, j, ITEM_FIGURE) || ot__is(p, j, WORD_BASE)));
    }
    // "at 2.5 billion, their lowest in a decade"
    near = near || (i > 0 &&
                    (ot__is(p, i - 1, WORD_CLAUSE) ||
                     ot__is_kind(p, i - 1, ITEM_FIGURE)) &&
                    ot__gap(p, i - 1) <= 2 && ot__gap(p, i) <= 1 &&
                    (ot__is(p, i + 1, WORD_IN) || ot__is(p, i + 1, WORD_BASE)));
    near = near ||
           (i > 0 && ot__is(p, i - 1, WORD_LEVEL) && ot__gap(p, i - 1) <= 1);
    if (!near) {
        return 0;
    }
    const int rank =
        i > 0 && ot__is(p, i - 1, WORD_ORDINAL) && ot__gap(p, i - 1) == 0
            ? p->items.at[i - 1].value
            : 1;
    return p->items.at[i].value < 0 ? -rank : rank;
}

bool ot__rank_of_partners(const ot_passage *p, size_t i)
{
    for (size_t j = i + 1; j < p->items.n && j < i + 3; j++) {
        if (ot__is(p, j, WORD_PARTNER)) {
            return p->items.at[j].word - p->items.at[i].after <= 2;
        }
    }
    return false;
}

// "for the third month in a row": its number; 0: none.
int ot__run_length(const ot_passage *p, size_t i)
{
    if (p->items.at[i].value > 0) {
        return p->items.at[i].value; // "for a fifth month"
    }
    for (size_t j = i; j-- > 0 && i - j <= 3;) {
        if (p->items.at[i].word - p->items.at[j].after > 3) {
            break;
        }
        if (ot__is(p, j, WORD_ORDINAL)) {
            return p->items.at[j].value;
        }
        if (ot__is_kind(p, j, ITEM_FIGURE) &&
            p->items.at[j].amount.dimension == OT_DIM_NONE) {
            return (int)p->items.at[j].amount.value;
        }
    }
    return 0;
}
