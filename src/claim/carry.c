// SPDX-License-Identifier: GPL-3.0-or-later
// carry.c - scales and units that a list or a comparison states once:
// "3.27, 2.81 and 1.46 trillion yuan", "from $21 to $23 billion".

#include <string.h>

#include "claim/passage.h"

static ot_amount *amount_at(const ot_passage *p, size_t i)
{
    return ot__is_kind(p, i, ITEM_FIGURE) ? &p->items.at[i].amount : NULL;
}

static bool is_joint(const ot_passage *p, size_t i)
{
    return ot__is(p, i, WORD_AND) || ot__is(p, i, WORD_OR) ||
           ot__is(p, i, WORD_TO) || ot__is(p, i, WORD_FROM) ||
           (ot__is(p, i, WORD_CLAUSE) && p->items.at[i].value == 1);
}

// The figure that goes on a list behind item i; items.n: none.
static size_t next_in_list(const ot_passage *p, size_t i)
{
    size_t j = i + 1;

    while (is_joint(p, j) && ot__gap(p, j - 1) == 0 && j <= i + 2) {
        j++;
    }
    return j > i + 1 && ot__is_kind(p, j, ITEM_FIGURE) && ot__gap(p, j - 1) == 0
               ? j
               : p->items.n;
}

static void take_over(ot_amount *a, const ot_amount *from)
{
    if (a->dimension == OT_DIM_NONE) {
        memcpy(a->unit, from->unit, sizeof a->unit);
        a->dimension = from->dimension;
    }
    if (a->scale.n == 0) {
        a->scale = from->scale;
    }
}

// A scale or unit stated at the end of a list holds for what stands before.
static void carry_back(ot_passage *p)
{
    for (size_t i = p->items.n; i-- > 0;) {
        ot_amount *a = amount_at(p, i);
        const size_t next = a != NULL ? next_in_list(p, i) : p->items.n;
        const ot_amount *b = amount_at(p, next);
        if (b == NULL || a->word || b->word || a->scale.n > 0) {
            continue;
        }
        const bool bare = a->dimension == OT_DIM_NONE;
        const bool money = a->dimension == OT_DIM_MONEY &&
                           b->dimension == OT_DIM_MONEY && b->scale.n > 0 &&
                           a->value < 1000;
        if ((bare && b->dimension != OT_DIM_NONE &&
             b->dimension != OT_DIM_TIMES) ||
            money) {
            take_over(a, b);
        }
    }
}

// "3.92 billion from 3.51": an old value of the same scale.
static void carry_on(ot_passage *p)
{
    const ot_amount *last = NULL;

    for (size_t i = 0; i < p->items.n; i++) {
        ot_amount *a = amount_at(p, i);
        if (a == NULL) {
            continue;
        }
        const bool led =
            i > 0 && ot__gap(p, i - 1) == 0 &&
            (ot__is(p, i - 1, WORD_FROM) || ot__is(p, i - 1, WORD_BASE) ||
             ot__is(p, i - 1, WORD_TO));
        if (led && last != NULL && a->dimension == OT_DIM_NONE &&
            a->scale.n == 0 && !a->word &&
            memchr(a->number.at, p->grammar->words->mark, a->number.n) !=
                NULL) {
            take_over(a, last);
        }
        last = a->dimension == OT_DIM_MONEY && a->scale.n > 0 ? a : last;
    }
}

static bool names_currency(const ot_amount *a)
{
    return a != NULL && a->dimension == OT_DIM_MONEY && a->unit[0] != '\0';
}

// The first currency named behind item i; NULL: none is.
static const ot_amount *currency_behind(const ot_passage *p, size_t i)
{
    for (size_t j = i + 1; j < p->items.n; j++) {
        const ot_amount *a = amount_at(p, j);
        if (names_currency(a)) {
            return a;
        }
    }
    return NULL;
}

// A currency named before, or else behind, or in the sentence before, holds for
// figures that name none: "fell to 214.8 mln".
static void carry_currency(ot_passage *p)
{
    const ot_amount *last = NULL;

    for (size_t i = 0; i < p->items.n; i++) {
        ot_amount *a = amount_at(p, i);
        if (a != NULL && a->dimension == OT_DIM_NONE && a->scale.n > 0 &&
            !ot__is(p, i + 1, WORD_COUNTED)) {
            const ot_amount *from = last != NULL ? last : currency_behind(p, i);
            memcpy(a->unit, from != NULL ? from->unit : p->context->currency,
                   sizeof a->unit);
            a->dimension = OT_DIM_MONEY;
        }
        last = names_currency(a) ? a : last;
    }
    if (last != NULL) {
        memcpy(p->context->currency, last->unit, sizeof last->unit);
    }
}

void ot__carry_units(ot_passage *p)
{
    carry_back(p);
    carry_on(p);
    carry_currency(p);
    for (size_t i = 0; i < p->items.n; i++) {
        ot_amount *a = amount_at(p, i);
        if (a != NULL && ot__is(p, i + 1, WORD_PER) && ot__gap(p, i) == 0) {
            a->per = (ot_per)p->items.at[i + 1].value;
        }
    }
}
