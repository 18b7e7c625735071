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

// The phrase that belongs to the figure before it: right behind, but for places
// and flows; items.n: none.
static size_t behind(const ot_passage *p, size_t i, bool old)
{
    for (size_t j = i + 1; j < p->items.n; j++) {
        if (ot__is_kind(p, j, ITEM_WHEN) && !ot__is_span(p, j)) {
            if (p->items.at[j].possessive || when_at(p, j)->kind == WHEN_HERE ||
                p->items.at[j].word - p->items.at[i].after > 12) {
                return p->items.n;
            }
            return old || !(ot__is_base(p, j) || ot__is_thing_compared(p, j))
                       ? j
                       : p->items.n;
        }
        if (ot__is_kind(p, j, ITEM_FIGURE)) {
            if (!ot__is(p, j - 1, WORD_OR)) {
                return p->items.n;
            }
            continue;
        }
        if (ot__is(p, j, WORD_CLAUSE) || ot__is(p, j, WORD_OPEN) ||
            ot__is(p, j, WORD_AND) || ot__is(p, j, WORD_MOVE) ||
            ot__leads_base(p, j) || ot__is(p, j, WORD_MODAL)) {
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
                (ot__names_thing(p, j) ||
                 (ot__is(p, j + 1, WORD_FLOW) && ot__gap(p, j) <= 1)) &&
                !ot__is_base_phrase(when_at(p, j));
            return p->items.at[j].possessive || named ? j : p->items.n;
        }
        if (!(ot__is(p, j, WORD_OF) || ot__is(p, j, WORD_STANDIN) ||
              ot__is(p, j, WORD_RANK) || ot__is(p, j, WORD_FLOW))) {
            return p->items.n;
        }
    }
    return p->items.n;
}

// "a tenth of the 29 billion imported in 2021": the whole has a period of its
// own.
static bool is_of_whole(const ot_passage *p, size_t i)
{
    size_t j = i;

    while (j > 0 && !ot__is_kind(p, j, ITEM_FIGURE) &&
           !ot__is(p, j, WORD_CLAUSE)) {
        j--;
    }
    return j > 1 && ot__is_kind(p, j, ITEM_FIGURE) &&
           ot__is(p, j - 1, WORD_OF) && ot__gap(p, j - 1) <= 1 &&
           ot__is_kind(p, j - 2, ITEM_FIGURE) && ot__gap(p, j - 2) == 0 &&
           ot__is_kind(p, i, ITEM_WHEN);
}

// Both values of a revision are of one period.
bool ot__is_revision(const ot_passage *p)
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
    for (size_t k = 0; k < p->n && !ot__is_revision(p); k++) {
        if (p->spoken[k].old && p->spoken[k].when == when_at(p, i)) {
            return true;
        }
    }
    return false;
}

static bool is_main(const ot_passage *p, size_t i)
{
    return ot__is_kind(p, i, ITEM_WHEN) && !ot__is_span(p, i) &&
           !ot__is_base(p, i) && !ot__is_same_here(p, i) &&
           !ot__is_thing_compared(p, i) && when_at(p, i)->kind != WHEN_HERE &&
           when_at(p, i)->kind != WHEN_NONE && !is_claimed(p, i) &&
           !is_of_whole(p, i) &&
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

// The paragraph's: what was and what is aimed at are of different times.
static const ot_when *carried(const ot_passage *p, const ot_spoken *s)
{
    const bool ahead = s != NULL && s->modality == OT_TARGET;
    const bool stated = s == NULL || s->modality == OT_STATED;

    return p->context->when.kind == WHEN_NONE ||
                   (p->context->ahead ? stated : ahead)
               ? NULL
               : &p->context->when;
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
    const ot_spoken *s = ot__spoken_of(p, i);
    const bool stated = s != NULL && s->modality == OT_STATED;
    bool ahead = false; // behind a word of what is expected
    parted = false;
    for (size_t j = i + 1; j < p->items.n; j++) {
        parted = parted || ot__is_new_clause(p, j);
        ahead = ahead || (stated && ot__is(p, j, WORD_MODAL));
        if (is_main(p, j) && !ahead && !(parted && is_owned(p, j, true))) {
            return when_at(p, j);
        }
    }
    return carried(p, s);
}

// "tripled since 2011, from 3 million to 11": the base named before.
static const ot_when *since(const ot_passage *p, size_t i)
{
    for (size_t j = 0; j < i; j++) {
        if (ot__is_kind(p, j, ITEM_WHEN) && ot__is_begin(p, j)) {
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
    s->when = at < p->items.n      ? when_at(p, at)
              : ot__is_revision(p) ? around(p, s->item)
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

// "In the same period of 2023 it was 5 billion": of what is told, not of what
// it is compared with; items.n: no such phrase.
static size_t same_of_year(const ot_passage *p, const ot_spoken *s)
{
    for (size_t j = s->item; s->kind == OT_CLAIM_LEVEL && j-- > 0;) {
        if (ot__is_kind(p, j, ITEM_FIGURE)) {
            break;
        }
        if (ot__is_kind(p, j, ITEM_WHEN)) {
            const bool first =
                j == 1 || (j > 1 && ot__is(p, j - 2, WORD_CLAUSE));
            return when_at(p, j)->kind == WHEN_SAME && first &&
                           ot__is(p, j - 1, WORD_IN)
                       ? j
                       : p->items.n;
        }
    }
    return p->items.n;
}

static void settle_new(const ot_passage *p, ot_spoken *s)
{
    size_t at = behind(p, s->item, false);

    at = at < p->items.n ? at : owning(p, s->item);
    at = at < p->items.n ? at : same_of_year(p, s);
    const ot_when *before = at < p->items.n ? NULL : then(p, s->item);
    s->aside = before != NULL ||
               (at < p->items.n &&
                (is_of_whole(p, at) || ot__is_base_phrase(when_at(p, at))));
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

// "In the first half of the year": of the year named before; with none named,
// the last such months, unless they are expected.
static void settle_years(ot_passage *p)
{
    const ot_when *year = &p->context->when;
    bool expected = false;

    for (size_t i = 0; i < p->items.n; i++) {
        expected = expected || ot__is(p, i, WORD_MODAL);
    }
    for (size_t i = 0; i < p->items.n; i++) {
        ot_when *w = &p->items.at[i].when;
        if (!ot__is_kind(p, i, ITEM_WHEN)) {
            continue;
        }
        if (w->whose == YEAR_SPOKEN) {
            w->whose = year->whose == YEAR_NUMBER  ? YEAR_NUMBER
                       : w->first > 0 && !expected ? YEAR_NOT_SAID
                                                   : YEAR_THIS;
            w->year = year->whose == YEAR_NUMBER ? year->year : w->year;
        } else if (w->whose == YEAR_NUMBER && !ot__is_base(p, i)) {
            year = w;
        }
    }
}

void ot__settle_periods(ot_passage *p)
{
    settle_years(p);
    ot__settle_parts(p);
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
    ot__settle_runs(p);
    for (size_t k = 0; k < p->n; k++) {
        const ot_claim_kind kind = p->spoken[k].kind;
        if (kind == OT_CLAIM_RANK) {
            settle_since(p, &p->spoken[k]);
        }
        if (kind == OT_CLAIM_CHANGE || kind == OT_CLAIM_GROWTH ||
            kind == OT_CLAIM_MULTIPLE || kind == OT_CLAIM_SHARE_CHANGE ||
            kind == OT_CLAIM_RATE_CHANGE) {
            ot__settle_base(p, k);
        }
    }
}
