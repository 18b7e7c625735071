// SPDX-License-Identifier: GPL-3.0-or-later
// attach.c - which period a figure is of.
//
// A phrase right behind a figure is its own; one that a word of comparison
// leads to is the base of the changes before it; else the clause's, the
// sentence's, the paragraph's phrase holds.

#include "claim/attach.h"

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

// What may stand between a word of comparison and its period: "against imports
// in 1986", "above that of 1924".
static bool is_filler(const ot_passage *p, size_t i)
{
    return ot__is(p, i, WORD_OF) || ot__is(p, i, WORD_IN) ||
           ot__is(p, i, WORD_FLOW) || ot__is(p, i, WORD_STANDIN) ||
           (ot__is(p, i, WORD_LEVEL) && p->items.at[i].value == 1);
}

// "the 1986 figure": a thing of that year.
static bool names_thing(const ot_passage *p, size_t i)
{
    return ot__is(p, i + 1, WORD_STANDIN) && ot__gap(p, i) <= 1 &&
           p->items.at[i + 1].value < STANDIN_THOSE;
}

// "three times what it was in 1898", "twice the average of 2021", "double the
// 1986 figure"
static bool is_of_multiple(const ot_passage *p, size_t i)
{
    size_t j = i;
    bool noun = names_thing(p, i);

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
static bool is_span(const ot_passage *p, size_t i)
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
static bool is_begin(const ot_passage *p, size_t i)
{
    return i > 0 && ot__is(p, i - 1, WORD_BETWEEN) &&
           ot__is(p, i + 1, WORD_AND) && ot__is_kind(p, i + 2, ITEM_WHEN);
}

static bool leads_base(const ot_passage *p, size_t i)
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
    return ot__is(p, i - 1, WORD_MOVE_THAN) || leads_base(p, i - 1);
}

// "In the same period imports fell": the period spoken of, no other.
static bool is_same_here(const ot_passage *p, size_t i)
{
    const ot_when *w = when_at(p, i);

    return w->kind == WHEN_SAME && w->whose == YEAR_NOT_SAID && i > 0 &&
           ot__is(p, i - 1, WORD_IN) &&
           !(i > 1 &&
             (leads_base(p, i - 2) || ot__is_kind(p, i - 2, ITEM_FIGURE)));
}

bool ot__is_base(const ot_passage *p, size_t i)
{
    const ot_when_kind kind = when_at(p, i)->kind;
    if (is_base_phrase(when_at(p, i))) {
        return !is_same_here(p, i);
    }
    if (is_begin(p, i)) {
        return true;
    }
    if (kind == WHEN_PAST || kind == WHEN_NEXT || kind == WHEN_TO_DATE) {
        return false;
    }
    if (is_of_multiple(p, i)) {
        return true;
    }
    if (i == 0 || (p->items.at[i].possessive && !is_compared(p, i)) ||
        is_span(p, i) || ot__is_kind(p, i + 1, ITEM_FIGURE)) {
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
                          p->items.at[j].value == STANDIN_THOSE);
        j--;
    }
    if (p->items.at[i].word - p->items.at[j].after > 5) {
        return false;
    }
    const bool weak = ot__is(p, j, WORD_BASE) && p->items.at[j].value == 1;
    return (leads_base(p, j) && (!weak || those)) ||
           (ot__is(p, j, WORD_MOVE_THAN) && (j + 1 == i || those)) ||
           (ot__is(p, j, WORD_EXCEED) && those);
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
            return old || !ot__is_base(p, j) ? j : p->items.n;
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

// "January's 31 mln", "last year's figure of 4.17", "June exports of 5 bn":
// items.n: none.
static size_t owning(const ot_passage *p, size_t i)
{
    if (i > 1 && ot__is(p, i - 1, WORD_OPEN) &&
        ot__is_kind(p, i - 2, ITEM_WHEN)) {
        return i - 2;
    }
    for (size_t j = i; j-- > 0 && i - j <= 4;) {
        if (ot__is_kind(p, j, ITEM_WHEN)) {
            const bool named =
                (names_thing(p, j) ||
                 (ot__is(p, j + 1, WORD_FLOW) && ot__gap(p, j) <= 1)) &&
                !is_base_phrase(when_at(p, j));
            return p->items.at[j].possessive || named ? j : p->items.n;
        }
        if (!(ot__is(p, j, WORD_OF) || ot__is(p, j, WORD_STANDIN) ||
              ot__is(p, j, WORD_RANK) || ot__is(p, j, WORD_FLOW))) {
            return p->items.n;
        }
    }
    return p->items.n;
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

static bool is_claimed(const ot_passage *p, size_t i)
{
    for (size_t k = 0; k < p->n && !is_revision(p); k++) {
        if (p->spoken[k].old && p->spoken[k].when == when_at(p, i)) {
            return true;
        }
    }
    return false;
}

// "a fifth of the 2012 level"
static bool is_thing_compared(const ot_passage *p, size_t i)
{
    return when_at(p, i)->kind == WHEN_YEAR && names_thing(p, i) && i > 0 &&
           (ot__is(p, i - 1, WORD_OF) || ot__is_kind(p, i - 1, ITEM_FIGURE));
}

static bool is_main(const ot_passage *p, size_t i)
{
    return ot__is_kind(p, i, ITEM_WHEN) && !is_span(p, i) &&
           !ot__is_base(p, i) && !is_same_here(p, i) &&
           !is_thing_compared(p, i) && when_at(p, i)->kind != WHEN_HERE &&
           when_at(p, i)->kind != WHEN_NONE && !is_claimed(p, i) &&
           !(p->items.at[i].possessive && ot__is(p, i + 1, WORD_RANK));
}

// Does the phrase stand right behind a figure or a flow: "5 billion in 2001"?
static bool is_owned(const ot_passage *p, size_t i, bool flows)
{
    const size_t j = i > 0 && ot__is(p, i - 1, WORD_IN) ? i - 1 : i;

    return j > 0 && ot__gap(p, j - 1) <= 1 &&
           (ot__is_kind(p, j - 1, ITEM_FIGURE) ||
            (flows && j == i && ot__is(p, j - 1, WORD_FLOW)));
}

// The phrase that holds for a figure which has none of its own. One that
// another figure owns does not: "which was 2 million in 2001, has grown to 9".
static const ot_when *around(const ot_passage *p, size_t i)
{
    bool perfect = false, parted = false;

    for (size_t j = i; j-- > 0;) {
        if (is_main(p, j)) {
            return perfect && parted && is_owned(p, j, false) ? NULL
                                                              : when_at(p, j);
        }
        parted = parted || (perfect && ot__is(p, j, WORD_CLAUSE));
        perfect = perfect || ot__is(p, j, WORD_PERFECT);
    }
    parted = false;
    for (size_t j = i + 1; j < p->items.n; j++) {
        parted = parted || ot__is_new_clause(p, j);
        if (is_main(p, j) && !(parted && is_owned(p, j, true))) {
            return when_at(p, j);
        }
    }
    return p->context->when.kind != WHEN_NONE ? &p->context->when : NULL;
}

// "tripled since 2011, from 3 million to 11": the base named before.
static const ot_when *since(const ot_passage *p, size_t i)
{
    for (size_t j = 0; j < i; j++) {
        if (ot__is_kind(p, j, ITEM_WHEN) && is_begin(p, j)) {
            return when_at(p, j);
        }
    }
    for (size_t j = i; j-- > 0 && !ot__is_break(p, j);) {
        if (ot__is_kind(p, j, ITEM_FIGURE)) {
            return NULL;
        }
        if (ot__is_kind(p, j, ITEM_WHEN)) {
            return ot__is_base(p, j) && j > 0 && ot__is(p, j - 1, WORD_BASE)
                       ? when_at(p, j)
                       : NULL;
        }
    }
    return NULL;
}

// "14.7 billion vs 15.2 in December; imports 15.9 vs 15.1": as the comparison
// before, in a clause of its own.
static const ot_when *parallel(const ot_passage *p, const ot_spoken *s)
{
    bool parted = false;

    for (size_t j = s->item; j-- > 0;) {
        const ot_spoken *last = ot__spoken_of(p, j);
        parted = parted || ot__is(p, j, WORD_CLAUSE);
        if (last != NULL && last->old && last->kind == s->kind) {
            return parted ? last->when : NULL;
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
    s->when = s->when != NULL ? s->when : parallel(p, s);
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
        const size_t i = p->spoken[k].item;
        const size_t next = ot__is(p, i + 1, WORD_OF) ? i + 2 : i + 1;
        if (p->spoken[k].kind == OT_CLAIM_RANK &&
            p->spoken[k + 1].item == next && ot__gap(p, i) <= 1) {
            p->spoken[k].when = p->spoken[k + 1].when;
        }
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
        if (kind == OT_CLAIM_CHANGE || kind == OT_CLAIM_GROWTH ||
            kind == OT_CLAIM_MULTIPLE || kind == OT_CLAIM_SHARE_CHANGE ||
            kind == OT_CLAIM_RATE_CHANGE) {
            ot__settle_base(p, k);
        }
    }
}
