// SPDX-License-Identifier: GPL-3.0-or-later
// attach_base.c - which period a change, a growth, a multiple is over.

#include "claim/attach.h"

// The base of a change: the phrase of comparison behind it, else the period of
// the old value in its clause.
static const ot_when *base_of(const ot_passage *p, const ot_spoken *s)
{
    for (size_t j = s->item + 1;
         j < p->items.n && !ot__is_break(p, j) && !ot__is_new_clause(p, j);
         j++) {
        if (ot__is_kind(p, j, ITEM_WHEN) && ot__is_base(p, j)) {
            return &p->items.at[j].when;
        }
        const ot_spoken *next = ot__spoken_of(p, j);
        if (next != NULL && next->old && next->when != NULL) {
            return next->when;
        }
    }
    for (size_t j = s->item; j-- > 0 && !ot__is_break(p, j);) {
        const ot_spoken *last = ot__spoken_of(p, j);
        if (last != NULL && last->old) {
            return last->when;
        }
        if (last != NULL && last->kind == OT_CLAIM_LEVEL &&
            last->when != NULL && s->when != NULL && last->when != s->when) {
            return last->when; // "3.4 in 2023 and in 2024 fell to 3.1, by 9 %"
        }
        if (ot__is_kind(p, j, ITEM_WHEN) && ot__is_base(p, j)) {
            return &p->items.at[j].when;
        }
    }
    return NULL;
}

// "5 billion in 1911 and 8 billion in 1917, an increase of 3": of the level
// before the last one.
static const ot_when *level_before(const ot_passage *p, const ot_spoken *s)
{
    for (size_t k = 0; k < p->n && p->spoken[k].item < s->item; k++) {
        const ot_spoken *first = &p->spoken[k];
        if (first->kind == OT_CLAIM_LEVEL && !first->old &&
            first->topic == s->topic && first->when != NULL &&
            first->when != s->when) {
            return first->when;
        }
    }
    return NULL;
}

// "13 million in 1881 as against 4 in 1871, while those of wool trebled": over
// the year of the comparison before.
static const ot_when *compared_before(const ot_passage *p, const ot_spoken *s)
{
    for (size_t j = s->item; j-- > 0;) {
        const ot_spoken *last = ot__spoken_of(p, j);
        if (last != NULL && last->old && last->when != NULL) {
            return last->when;
        }
    }
    return NULL;
}

// "rose 5 % from a year earlier, while imports fell 3 %": the same base.
static const ot_when *base_before(const ot_passage *p, size_t k)
{
    const ot_spoken *s = &p->spoken[k];

    while (k-- > 0) {
        const ot_spoken *last = &p->spoken[k];
        if (last->kind == OT_CLAIM_GROWTH && last->base != NULL &&
            (last->base->kind == WHEN_YEAR_BEFORE ||
             (last->when == s->when && s->when != NULL))) {
            return last->base;
        }
    }
    return NULL;
}

void ot__settle_base(ot_passage *p, size_t k)
{
    ot_spoken *s = &p->spoken[k];

    static const ot_when previous = {.kind = WHEN_PREVIOUS};
    static const ot_when year = {.kind = WHEN_YEAR_BEFORE};

    if (s->when != NULL && s->when->from_before) {
        s->base = s->when->from_year ? &year : &previous;
        return;
    }
    s->base = base_of(p, s);
    if (s->base == NULL) {
        s->base = level_before(p, s);
    }
    if (s->base == NULL && s->kind == OT_CLAIM_GROWTH) {
        s->base = base_before(p, k);
    }
    if (s->base == NULL && s->kind == OT_CLAIM_MULTIPLE) {
        s->base = compared_before(p, s);
    }
}
