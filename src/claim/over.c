// SPDX-License-Identifier: GPL-3.0-or-later
// over.c - what a ratio is taken of, where that is not its own flow a year
// before: "exports covered 77 percent of imports", "30 percent of the 2023
// level".

#include "claim/attach.h"

static bool is_one_way(int topic)
{
    return topic == TOPIC_EXPORT || topic == TOPIC_IMPORT;
}

// Words between a ratio and what it is of: "as large as", "higher than", "of".
static bool is_link(const ot_passage *p, size_t i)
{
    return ot__is(p, i, WORD_OF) || ot__is(p, i, WORD_BASE) ||
           ot__is(p, i, WORD_MOVE_THAN) || ot__is(p, i, WORD_STANDIN);
}

// The other flow right behind a ratio; items.n: none.
static size_t flow_behind(const ot_passage *p, const ot_spoken *s)
{
    const bool times = p->items.at[s->item].amount.dimension == OT_DIM_TIMES;
    size_t j = s->item + 1;

    while (is_link(p, j) && ot__gap(p, j - 1) <= 2) {
        j++;
    }
    const bool linked = j > s->item + 1 || times;
    return linked && ot__gap(p, j - 1) <= 1 && ot__is(p, j, WORD_FLOW) &&
                   is_one_way(p->items.at[j].value) &&
                   p->items.at[j].value != (int)s->topic
               ? j
               : p->items.n;
}

static bool is_ratio(const ot_spoken *s)
{
    return !s->old &&
           (s->kind == OT_CLAIM_SHARE || s->kind == OT_CLAIM_MULTIPLE ||
            s->kind == OT_CLAIM_GROWTH);
}

void ot__settle_over(ot_passage *p)
{
    for (size_t k = 0; k < p->n; k++) {
        ot_spoken *s = &p->spoken[k];
        const size_t of = s->item + 2;
        if (!is_ratio(s)) {
            continue;
        }
        if (is_one_way((int)s->topic)) {
            const size_t j = flow_behind(p, s);
            s->over =
                j < p->items.n ? (ot_topic)p->items.at[j].value : TOPIC_NONE;
        }
        if (s->kind == OT_CLAIM_SHARE && ot__is(p, of - 1, WORD_OF) &&
            ot__is_kind(p, of, ITEM_WHEN) && ot__is_thing_compared(p, of)) {
            s->base = &p->items.at[of].when;
        }
    }
}
