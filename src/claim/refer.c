// SPDX-License-Identifier: GPL-3.0-or-later
// refer.c - words that take their meaning from others of the sentence:
// "shipments to China" is a flow, "the latter" is what was named last.

#include "claim/passage.h"

static bool is_place(const ot_passage *p, size_t i)
{
    return ot__is_kind(p, i, ITEM_AREA) || ot__is(p, i, WORD_GROUP);
}

// ---- sales and purchases ----------------------------------------------------

static bool speaks_of_trade(const ot_passage *p)
{
    for (size_t i = 0; i < p->items.n; i++) {
        if (ot__is(p, i, WORD_PARTNER) ||
            (ot__is(p, i, WORD_FLOW) && p->items.at[i].value != TOPIC_OTHER)) {
            return true;
        }
    }
    return p->context->topic != TOPIC_NONE;
}

// "shipments of tea to China"; "purchases of Iraqi oil"; with a genitive
// between, "shipments Russian oil to China".
static bool has_partner(const ot_passage *p, size_t i)
{
    const bool genitive =
        !p->grammar->capitals && ot__is_kind(p, i + 1, ITEM_AREA);
    if (genitive) {
        return ot__is(p, i + 2, WORD_TO) && is_place(p, i + 3) &&
               ot__gap(p, i + 1) <= 2 && ot__gap(p, i + 2) == 0;
    }
    const bool bought = p->items.at[i].value == TOPIC_IMPORT;
    const bool link = ot__is(p, i + 1, WORD_TO) ||
                      ot__is(p, i + 1, WORD_FROM) ||
                      (bought && ot__is(p, i + 1, WORD_OF));

    return link && ot__gap(p, i) <= 3 && is_place(p, i + 2) &&
           ot__gap(p, i + 1) <= 1;
}

// "Malaysia shipped 4 million tonnes"
static bool has_quantity(const ot_passage *p, size_t i)
{
    return ot__is_kind(p, i + 1, ITEM_FIGURE) && ot__gap(p, i) == 0 &&
           p->items.at[i + 1].amount.dimension == OT_DIM_QUANTITY;
}

static void settle_sales(ot_passage *p)
{
    bool trade = false, known = false;

    for (size_t i = 0; i < p->items.n; i++) {
        if (!ot__is(p, i, WORD_SALES)) {
            continue;
        }
        trade = known ? trade : speaks_of_trade(p);
        known = true;
        const bool owned =
            (i > 0 && is_place(p, i - 1) && ot__gap(p, i - 1) <= 1) ||
            (!p->grammar->capitals && ot__is_kind(p, i + 1, ITEM_AREA));
        if ((has_partner(p, i) && (owned || trade)) ||
            (owned && has_quantity(p, i))) {
            p->items.at[i].what = WORD_FLOW;
        }
    }
}

// ---- the former, the latter -------------------------------------------------

// The two last different flows, or places, before item i; false: there are
// none.
static bool two_before(const ot_passage *p, size_t i, ot_item_kind kind,
                       size_t at[2])
{
    size_t found = 0;

    for (size_t j = i; j-- > 0 && found < 2;) {
        const bool fits = kind == ITEM_AREA ? ot__is_kind(p, j, ITEM_AREA)
                                            : ot__is(p, j, WORD_FLOW);
        const ot_item *item = &p->items.at[j];
        const bool again =
            found == 1 &&
            (kind == ITEM_AREA ? item->area == p->items.at[at[1]].area
                               : item->value == p->items.at[at[1]].value);
        if (fits && !again) {
            at[1 - found++] = j;
        }
    }
    return found == 2;
}

static void settle_former(ot_passage *p, size_t i)
{
    const bool linked =
        i > 0 && (ot__is(p, i - 1, WORD_WITH) || ot__is(p, i - 1, WORD_TO) ||
                  ot__is(p, i - 1, WORD_FROM));
    ot_item *item = &p->items.at[i];
    const size_t which = item->value == 1 ? 0 : 1;
    size_t at[2];

    if (linked && two_before(p, i, ITEM_AREA, at)) {
        item->kind = ITEM_AREA;
        item->area = p->items.at[at[which]].area;
    } else if (!linked && two_before(p, i, ITEM_WORD, at)) {
        item->what = WORD_FLOW;
        item->value = p->items.at[at[which]].value;
    }
}

// "the largest market": a partner, in a text about trade.
static void settle_markets(ot_passage *p)
{
    for (size_t i = 1; i < p->items.n; i++) {
        const bool ranked =
            ot__is(p, i - 1, WORD_LARGEST) || ot__is(p, i - 1, WORD_LEVEL);
        const int most = ranked ? 2 : is_place(p, i - 1) ? 4 : -1;
        if (ot__is(p, i, WORD_MARKET) && ot__gap(p, i - 1) <= most &&
            speaks_of_trade(p)) {
            p->items.at[i].what = WORD_PARTNER;
        }
    }
}

void ot__settle_references(ot_passage *p)
{
    settle_sales(p);
    settle_markets(p);
    for (size_t i = 0; i < p->items.n; i++) {
        if (ot__is(p, i, WORD_FORMER)) {
            settle_former(p, i);
        }
    }
}
