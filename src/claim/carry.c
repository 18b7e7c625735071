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
        if (b == NULL || a->word != NULL || b->word != NULL || a->scale.n > 0) {
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

static bool has_decimals(const ot_passage *p, const ot_amount *a)
{
    return memchr(a->number.at, p->grammar->words->mark, a->number.n) != NULL;
}

// No noun behind the number: "from 181.", not "from 27 countries".
static bool stands_alone(const ot_passage *p, size_t i)
{
    const size_t end = p->items.at[i].end;
    const char next = end < p->clean->n ? p->clean->text[end] : '.';

    return strchr(".,;)\n", next) != NULL ||
           (ot__gap(p, i) == 0 &&
            (ot__is_kind(p, i + 1, ITEM_WHEN) || ot__is(p, i + 1, WORD_IN)));
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
            a->scale.n == 0 && a->word == NULL &&
            (has_decimals(p, a) || stands_alone(p, i))) {
            take_over(a, last);
        }
        last = a->dimension == OT_DIM_MONEY && a->scale.n > 0 ? a : last;
    }
}

// A currency, or what is counted: "3.1 mln barrels per day".
static bool names_unit(const ot_amount *a)
{
    return a != NULL && a->unit[0] != '\0' &&
           (a->dimension == OT_DIM_MONEY || a->dimension == OT_DIM_QUANTITY);
}

// The first unit named behind item i; NULL: none is.
static const ot_amount *unit_behind(const ot_passage *p, size_t i)
{
    for (size_t j = i + 1; j < p->items.n; j++) {
        const ot_amount *a = amount_at(p, j);
        if (names_unit(a)) {
            return a;
        }
    }
    return NULL;
}

// "$217,517,130, of which 178,546,555": written out like the one before it.
static bool is_written_out(const ot_amount *a)
{
    return a->dimension == OT_DIM_NONE && a->scale.n == 0 && a->value >= 1e5 &&
           memchr(a->number.at, ',', a->number.n) != NULL;
}

// "102,400 tonnes in January against 84,100 in December"
static bool is_quantity_list(const ot_passage *p, size_t i,
                             const ot_amount *last)
{
    const ot_amount *a = &p->items.at[i].amount;

    return last->dimension == OT_DIM_QUANTITY && last->scale.n == 0 &&
           a->scale.n == 0 && a->value >= 1000 &&
           memchr(a->number.at, ',', a->number.n) != NULL && stands_alone(p, i);
}

// A unit named before, or else behind, or a currency in the sentence before,
// holds for figures that name none: "fell to 214.8 mln".
static void carry_currency(ot_passage *p)
{
    const ot_amount *last = NULL, *money = NULL;

    for (size_t i = 0; i < p->items.n; i++) {
        ot_amount *a = amount_at(p, i);
        const bool bare = a != NULL && a->dimension == OT_DIM_NONE &&
                          !ot__is(p, i + 1, WORD_COUNTED);
        if (bare && a->scale.n > 0) {
            const ot_amount *from = last != NULL ? last : unit_behind(p, i);
            memcpy(a->unit, from != NULL ? from->unit : p->context->currency,
                   sizeof a->unit);
            a->dimension = from != NULL ? from->dimension : OT_DIM_MONEY;
        } else if (bare && last != NULL && is_quantity_list(p, i, last)) {
            take_over(a, last);
        } else if (bare && money != NULL && is_written_out(a) &&
                   money->scale.n == 0) {
            take_over(a, money);
        }
        last = names_unit(a) ? a : last;
        money = last != NULL && last->dimension == OT_DIM_MONEY ? last : money;
    }
    if (money != NULL) {
        memcpy(p->context->currency, money->unit, sizeof money->unit);
    }
}

// "in billions of dollars, with Peru ($2.5)": a scale stated for all behind.
static void carry_scale(ot_passage *p)
{
    ot_str scale = {NULL, 0};

    for (size_t i = 0; i < p->items.n; i++) {
        const ot_item *item = &p->items.at[i];
        ot_amount *a = amount_at(p, i);
        if (item->kind == ITEM_WORD && item->what == WORD_SCALE) {
            scale = item->value == 9 ? (ot_str){"billion", 7}
                                     : (ot_str){"million", 7};
        } else if (a != NULL && a->dimension == OT_DIM_MONEY &&
                   a->scale.n == 0 && scale.n > 0) {
            a->scale = scale;
        }
    }
}

void ot__carry_units(ot_passage *p)
{
    carry_scale(p);
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
