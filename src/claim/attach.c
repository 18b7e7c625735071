// SPDX-License-Identifier: GPL-3.0-or-later
// attach.c - which period a figure is of, and which it is compared with.
//
// A phrase right behind a figure is its own; one that a word of comparison
// leads to is the base of the changes before it; else the clause's, the
// sentence's, the paragraph's phrase holds.

#include "claim/passage.h"

static const ot_when *when_at(const ot_passage *p, size_t i)
{
    return &p->items.at[i].when;
}

// A phrase that always names the period compared with.
static bool is_base_phrase(const ot_when *w)
{
    return w->kind == WHEN_YEAR_BEFORE || w->kind == WHEN_PREVIOUS ||
           w->kind == WHEN_SAME || w->whose == YEAR_BEFORE;
}

static bool leads_base(const ot_passage *p, size_t i)
{
    return ot__is(p, i, WORD_BASE) || ot__is(p, i, WORD_FROM);
}

// Is the phrase at i the base of the changes before it?
static bool is_base(const ot_passage *p, size_t i)
{
    const ot_when_kind kind = when_at(p, i)->kind;
    if (is_base_phrase(when_at(p, i))) {
        return true;
    }
    if (kind == WHEN_PAST || kind == WHEN_NEXT || kind == WHEN_TO_DATE) {
        return false;
    }
    if (i == 0 || p->items.at[i].possessive ||
        ot__is_kind(p, i + 1, ITEM_FIGURE)) {
        return false;
    }
    size_t j = i - 1;
    if (ot__is(p, j, WORD_IN) && p->items.at[j].value == 1 && j > 0 &&
        ot__is_kind(p, j - 1, ITEM_FIGURE) && kind == WHEN_MONTH) {
        return true; // "a rise of 3.7 pct on March"
    }
    if (ot__is(p, j, WORD_IN) && j > 0) {
        j--;
    }
    if (p->items.at[i].word - p->items.at[j].after > 4) {
        return false;
    }
    if (ot__is(p, j, WORD_STANDIN) && j > 0) {
        j--;
    }
    const bool weak = ot__is(p, j, WORD_BASE) && p->items.at[j].value == 1;
    return (leads_base(p, j) && !weak) ||
           (ot__is(p, j, WORD_MOVE_THAN) && j + 1 == i);
}

// "the highest so far this year": the span that a rank is of.
static bool is_span(const ot_passage *p, size_t i)
{
    return i > 0 && ot__gap(p, i - 1) <= 1 &&
           (ot__is(p, i - 1, WORD_RANK) || ot__is(p, i - 1, WORD_LARGEST));
}

// The phrase that belongs to the figure before it: right behind, but for places
// and flows; items.n: none.
static size_t behind(const ot_passage *p, size_t i, bool old)
{
    for (size_t j = i + 1; j < p->items.n; j++) {
        if (ot__is_kind(p, j, ITEM_WHEN) && !is_span(p, j)) {
            if (p->items.at[j].possessive || when_at(p, j)->kind == WHEN_HERE ||
                p->items.at[j].word - p->items.at[i].after > 12) {
                return p->items.n;
            }
            return old || !is_base(p, j) ? j : p->items.n;
        }
        if (ot__is_kind(p, j, ITEM_FIGURE)) {
            if (!ot__is(p, j - 1, WORD_OR)) {
                return p->items.n;
            }
            continue;
        }
        if (ot__is(p, j, WORD_CLAUSE) || ot__is(p, j, WORD_OPEN) ||
            ot__is(p, j, WORD_AND) || ot__is(p, j, WORD_MOVE) ||
            leads_base(p, j) || ot__is(p, j, WORD_MODAL)) {
            return p->items.n;
        }
    }
    return p->items.n;
}

// "January's 31 mln", "last year's figure of 4.17": items.n: none.
static size_t owning(const ot_passage *p, size_t i)
{
    if (i > 1 && ot__is(p, i - 1, WORD_OPEN) &&
        ot__is_kind(p, i - 2, ITEM_WHEN)) {
        return i - 2;
    }
    for (size_t j = i; j-- > 0 && i - j <= 4;) {
        if (ot__is_kind(p, j, ITEM_WHEN)) {
            return p->items.at[j].possessive ? j : p->items.n;
        }
        if (!(ot__is(p, j, WORD_OF) || ot__is(p, j, WORD_STANDIN) ||
              ot__is(p, j, WORD_RANK) || ot__is(p, j, WORD_FLOW))) {
            return p->items.n;
        }
    }
    return p->items.n;
}

static bool is_claimed(const ot_passage *p, size_t i)
{
    for (size_t k = 0; k < p->n; k++) {
        if (p->spoken[k].old && p->spoken[k].when == when_at(p, i)) {
            return true;
        }
    }
    return false;
}

static bool is_main(const ot_passage *p, size_t i)
{
    return !is_span(p, i) && ot__is_kind(p, i, ITEM_WHEN) && !is_base(p, i) &&
           when_at(p, i)->kind != WHEN_HERE &&
           when_at(p, i)->kind != WHEN_NONE && !is_claimed(p, i) &&
           !(p->items.at[i].possessive && ot__is(p, i + 1, WORD_RANK));
}

// The phrase that holds for a figure which has none of its own.
static const ot_when *around(const ot_passage *p, size_t i)
{
    for (size_t j = i; j-- > 0;) {
        if (is_main(p, j)) {
            return when_at(p, j);
        }
    }
    for (size_t j = i + 1; j < p->items.n; j++) {
        if (is_main(p, j)) {
            return when_at(p, j);
        }
    }
    return p->context->when.kind != WHEN_NONE ? &p->context->when : NULL;
}

// Both values of a revision are of one period.
static bool is_revision(const ot_passage *p)
{
    for (size_t j = 0; j < p->items.n; j++) {
        if (ot__is(p, j, WORD_LEVEL) && p->items.at[j].value == 2) {
            return true;
        }
    }
    return false;
}

// "tripled since 2011, from 3 million to 11": the base named before.
static const ot_when *since(const ot_passage *p, size_t i)
{
    for (size_t j = i; j-- > 0 && !ot__is_break(p, j);) {
        if (ot__is_kind(p, j, ITEM_FIGURE)) {
            return NULL;
        }
        if (ot__is_kind(p, j, ITEM_WHEN)) {
            return is_base(p, j) && j > 0 && ot__is(p, j - 1, WORD_BASE)
                       ? when_at(p, j)
                       : NULL;
        }
    }
    return NULL;
}

static void settle_old(const ot_passage *p, ot_spoken *s)
{
    size_t at = owning(p, s->item);

    at = at < p->items.n ? at : behind(p, s->item, true);
    s->when = at < p->items.n  ? when_at(p, at)
              : is_revision(p) ? around(p, s->item)
                               : since(p, s->item);
}

// "62 mln and 47 mln in the same period": a list's end names it for all.
static void settle_old_list(const ot_passage *p)
{
    for (size_t k = p->n; k-- > 1;) {
        const ot_spoken *next = &p->spoken[k];
        ot_spoken *s = &p->spoken[k - 1];
        const bool listed =
            ot__is(p, s->item + 1, WORD_AND) && next->item == s->item + 2;
        if (listed && s->old && next->old && s->when == NULL) {
            s->when = next->when;
        }
    }
}

// "..., when the deficit was 1.5 billion": the time named before "when".
static const ot_when *then(const ot_passage *p, size_t i)
{
    size_t j = i;

    while (j > 0 && !ot__is_kind(p, j - 1, ITEM_FIGURE) &&
           !ot__is_break(p, j - 1) && !ot__is(p, j - 1, WORD_THEN)) {
        j--;
    }
    if (j == 0 || !ot__is(p, j - 1, WORD_THEN)) {
        return NULL;
    }
    while (j-- > 0) {
        if (ot__is_kind(p, j, ITEM_WHEN)) {
            return when_at(p, j);
        }
    }
    return NULL;
}

static void settle_new(const ot_passage *p, ot_spoken *s)
{
    size_t at = behind(p, s->item, false);

    at = at < p->items.n ? at : owning(p, s->item);
    const ot_when *before = at < p->items.n ? NULL : then(p, s->item);
    s->when = at < p->items.n  ? when_at(p, at)
              : before != NULL ? before
                               : around(p, s->item);
}

// "the record 3.31 billion in January": a rank is of its figure's period.
static void settle_ranks(const ot_passage *p)
{
    for (size_t k = 0; k + 1 < p->n; k++) {
        if (p->spoken[k].kind == OT_CLAIM_RANK &&
            p->spoken[k + 1].item == p->spoken[k].item + 1 &&
            ot__gap(p, p->spoken[k].item) <= 1) {
            p->spoken[k].when = p->spoken[k + 1].when;
        }
    }
}

// "the highest since March 2022"
static void settle_since(const ot_passage *p, ot_spoken *s)
{
    for (size_t j = s->item + 1; j < p->items.n && !ot__is_break(p, j) &&
                                 !ot__is_kind(p, j, ITEM_FIGURE);
         j++) {
        if (ot__is_kind(p, j, ITEM_WHEN) && ot__is(p, j - 1, WORD_BASE)) {
            s->since = when_at(p, j);
            return;
        }
    }
}

// The base of a change: the phrase of comparison behind it, else the period of
// the old value in its clause.
static const ot_when *base_of(const ot_passage *p, const ot_spoken *s)
{
    for (size_t j = s->item + 1; j < p->items.n && !ot__is_break(p, j); j++) {
        if (ot__is_kind(p, j, ITEM_WHEN) && is_base(p, j)) {
            return when_at(p, j);
        }
        const ot_spoken *next = ot__spoken_of(p, j);
        if (next != NULL && next->old) {
            return next->when;
        }
    }
    for (size_t j = s->item; j-- > 0 && !ot__is_break(p, j);) {
        const ot_spoken *last = ot__spoken_of(p, j);
        if (last != NULL && last->old) {
            return last->when;
        }
        if (ot__is_kind(p, j, ITEM_WHEN) && is_base(p, j)) {
            return when_at(p, j);
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
            s->when != NULL && first->when != s->when) {
            return first->when;
        }
    }
    return NULL;
}

// "rose 5 % from a year earlier, while imports fell 3 %": the same base.
static const ot_when *base_before(const ot_passage *p, size_t k)
{
    while (k-- > 0) {
        if (p->spoken[k].kind == OT_CLAIM_GROWTH && p->spoken[k].base != NULL &&
            p->spoken[k].base->kind == WHEN_YEAR_BEFORE) {
            return p->spoken[k].base;
        }
    }
    return NULL;
}

static void settle_base(ot_passage *p, size_t k)
{
    ot_spoken *s = &p->spoken[k];

    static const ot_when previous = {.kind = WHEN_PREVIOUS};

    if (s->when != NULL && s->when->from_before) {
        s->base = &previous;
        return;
    }
    s->base = base_of(p, s);
    if (s->base == NULL) {
        s->base = level_before(p, s);
    }
    if (s->base == NULL && s->kind == OT_CLAIM_GROWTH) {
        s->base = base_before(p, k);
    }
}

void ot__settle_periods(ot_passage *p)
{
    for (size_t k = 0; k < p->n; k++) {
        if (p->spoken[k].old) {
            settle_old(p, &p->spoken[k]);
        }
    }
    settle_old_list(p);
    for (size_t k = 0; k < p->n; k++) {
        if (!p->spoken[k].old) {
            settle_new(p, &p->spoken[k]);
        }
    }
    settle_ranks(p);
    for (size_t k = 0; k < p->n; k++) {
        const ot_claim_kind kind = p->spoken[k].kind;
        if (kind == OT_CLAIM_RANK) {
            settle_since(p, &p->spoken[k]);
        }
        if (kind == OT_CLAIM_CHANGE || kind == OT_CLAIM_GROWTH ||
            kind == OT_CLAIM_MULTIPLE || kind == OT_CLAIM_SHARE_CHANGE ||
            kind == OT_CLAIM_RATE_CHANGE) {
            settle_base(p, k);
        }
    }
}
