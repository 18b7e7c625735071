// SPDX-License-Identifier: GPL-3.0-or-later
// speak.c - what kind of claim each figure of a sentence makes: a level, a
// change, a growth, a share ... decided by the word that leads to it.

#include <stdlib.h>
#include <string.h>

#include "claim/speak.h"

static bool clause_has(const ot_passage *p, size_t i, ot_word_class what)
{
    for (size_t j = i; j-- > 0 && !ot__is_break(p, j);) {
        if (ot__is(p, j, what)) {
            return true;
        }
    }
    return false;
}

// ---- kinds ------------------------------------------------------------------

static bool is_change(ot_claim_kind kind)
{
    return kind == OT_CLAIM_CHANGE || kind == OT_CLAIM_GROWTH ||
           kind == OT_CLAIM_MULTIPLE;
}

// "rose by", "up", "an increase of": not "a volume of". In Russian "imported by
// 5 billion" is worth as much.
static bool is_led_change(const ot_passage *p, size_t i, const ot_lead *l)
{
    const bool by = l->what == WORD_BY &&
                    (p->grammar->capitals || ot__move_before(p, i) != i);
    return !l->level && (by || (l->what == WORD_MOVE && l->close) ||
                         (l->what == WORD_MOVE_NOUN && (l->of || l->close)));
}

// "fell by 5.4 % (3.6 billion)": the growth before the bracket.
static const ot_spoken *bracketed_growth(const ot_passage *p, size_t i)
{
    const ot_spoken *s =
        i > 1 && ot__is(p, i - 1, WORD_OPEN) ? ot__spoken_of(p, i - 2) : NULL;

    return s != NULL && s->kind == OT_CLAIM_GROWTH && !s->old ? s : NULL;
}

static void money(const ot_passage *p, const ot_lead *l, ot_spoken *s)
{
    const ot_spoken *before = ot__spoken_of(p, l->at);
    const bool listed =
        (l->what == WORD_AND || l->what == WORD_OR) && before != NULL;

    const ot_spoken *growth = bracketed_growth(p, s->item);
    if (growth != NULL) {
        s->kind = OT_CLAIM_CHANGE;
        s->sign = growth->sign;
        return;
    }
    size_t noun = ot__listed_move(p, s->item);
    noun = noun != s->item ? noun : ot__subject_move(p, s->item, l);
    if (noun != s->item) {
        s->kind = OT_CLAIM_CHANGE;
        s->sign = ot__sign_at(p, noun, s->item);
        return;
    }
    const size_t next = ot__move_behind(p, s->item);
    const bool behind =
        next != s->item &&
        (l->what != WORD_TO || ot__is(p, s->item + 1, WORD_MOVE_NOUN));
    if (!behind && (l->what == WORD_FROM || l->what == WORD_BASE ||
                    l->what == WORD_MOVE_THAN)) {
        s->old = true;
    } else if (behind || is_led_change(p, s->item, l)) {
        s->kind = OT_CLAIM_CHANGE;
    } else if (listed && l->what == WORD_OR && is_change(before->kind)) {
        s->sign = before->sign;
        s->kind = OT_CLAIM_CHANGE;
        return;
    } else if (listed && l->what == WORD_AND &&
               before->kind <= OT_CLAIM_CHANGE) {
        s->kind = before->kind;
        s->old = before->old;
    }
    s->sign = ot__sign_of(p, s->item);
}

static bool is_part_of(const ot_passage *p, size_t i)
{
    return ot__is(p, i + 1, WORD_OF) && ot__gap(p, i) <= 1;
}

// What the last percentage before item i was; a level where there is none.
static ot_claim_kind percent_before(const ot_passage *p, size_t i)
{
    for (size_t j = i; j-- > 0;) {
        const ot_spoken *s = ot__spoken_of(p, j);
        if (s != NULL &&
            (s->kind == OT_CLAIM_SHARE || s->kind == OT_CLAIM_GROWTH)) {
            return s->kind;
        }
    }
    return OT_CLAIM_LEVEL;
}

// "fell from 15.1 % to 8.4 %": two shares, where no growth is spoken of.
static bool is_from_to(const ot_passage *p, size_t i, const ot_lead *l)
{
    size_t from = i, to = i;

    if (l->what == WORD_FROM) {
        to = ot__is(p, i + 1, WORD_TO) ? i + 2 : i;
    } else if (l->what == WORD_TO && l->at > 0) {
        from = l->at - 1;
    }
    return from != to && ot__is_kind(p, from, ITEM_FIGURE) &&
           ot__is_kind(p, to, ITEM_FIGURE) &&
           p->items.at[from].amount.dimension == OT_DIM_PERCENT &&
           p->items.at[to].amount.dimension == OT_DIM_PERCENT &&
           !clause_has(p, i, WORD_RATE) && !clause_has(p, i, WORD_MOVE_NOUN);
}

// "... to Germany rose 20 %; those to France 12 %": the growth that goes on.
static const ot_spoken *growth_before(const ot_passage *p, size_t i)
{
    bool those = false;

    for (size_t j = i; j-- > 0;) {
        const ot_spoken *s = ot__spoken_of(p, j);
        if (s != NULL) {
            return those && s->kind == OT_CLAIM_GROWTH && !s->old ? s : NULL;
        }
        those = those || (ot__is(p, j, WORD_STANDIN) &&
                          p->items.at[j].value == STANDIN_THOSE);
        if (ot__is(p, j, WORD_SHARE) || ot__is(p, j, WORD_LEVEL)) {
            return NULL;
        }
    }
    return NULL;
}

static void percent(const ot_passage *p, const ot_lead *l, ot_spoken *s)
{
    const size_t i = s->item;
    const ot_spoken *before = ot__spoken_of(p, l->at);
    const bool led = l->what == WORD_BY || l->what == WORD_MOVE ||
                     l->what == WORD_MOVE_NOUN || ot__move_behind(p, i) != i;
    const bool listed =
        (l->what == WORD_AND || l->what == WORD_OR) && before != NULL;

    s->sign = ot__sign_of(p, i);
    s->kind = OT_CLAIM_GROWTH;
    if (l->what == WORD_FROM || l->what == WORD_BASE) {
        s->old = true;
        s->kind = percent_before(p, i) == OT_CLAIM_SHARE ||
                          clause_has(p, i, WORD_SHARE) || is_part_of(p, i) ||
                          is_from_to(p, i, l)
                      ? OT_CLAIM_SHARE
                      : OT_CLAIM_GROWTH;
        return;
    }
    if (p->items.at[i].amount.sign != 0 || p->items.at[i].amount.value == 0) {
        return; // "+2.9 %", "unchanged"
    }
    const bool shared = l->what == WORD_SHARE || (is_part_of(p, i) && !led) ||
                        is_from_to(p, i, l);
    if (!shared && listed && !led && is_change(before->kind)) {
        s->sign = before->sign;
        return;
    }
    const ot_spoken *growth = led || shared ? NULL : growth_before(p, i);
    if (growth != NULL) {
        s->sign = growth->sign;
        return;
    }
    const bool alone =
        !led && (clause_has(p, i, WORD_SHARE) ||
                 (listed && before->kind == OT_CLAIM_LEVEL) ||
                 ot__move_before(p, i) == i || ot__is(p, i + 1, WORD_SHARE));
    s->kind = shared || alone ? OT_CLAIM_SHARE : OT_CLAIM_GROWTH;
}

static void times(const ot_passage *p, const ot_lead *l, ot_spoken *s)
{
    s->kind = OT_CLAIM_MULTIPLE;
    s->by = l->what == WORD_BY || l->what == WORD_MOVE_NOUN ||
            ot__move_behind(p, s->item) != s->item;
    s->sign =
        p->items.at[s->item].amount.word != NULL ? 1 : ot__sign_of(p, s->item);
}

static void points(const ot_passage *p, const ot_lead *l, ot_spoken *s)
{
    (void)l;
    s->kind =
        clause_has(p, s->item, WORD_RATE) || !clause_has(p, s->item, WORD_SHARE)
            ? OT_CLAIM_RATE_CHANGE
            : OT_CLAIM_SHARE_CHANGE;
    s->sign = ot__sign_of(p, s->item);
}

// "after a rise of 2.1 percent": the change before this one.
static bool is_past_change(const ot_passage *p, const ot_lead *l)
{
    return l->what == WORD_MOVE_NOUN && l->at > 0 &&
           ot__gap(p, l->at - 1) <= 1 &&
           (ot__is(p, l->at - 1, WORD_FROM) || ot__is(p, l->at - 1, WORD_BASE));
}

// "compared with May 2019 (30.1 bn)": of the period before the bracket.
static bool is_note(const ot_passage *p, size_t i)
{
    return i > 1 && ot__is(p, i - 1, WORD_OPEN) &&
           ot__is_kind(p, i - 2, ITEM_WHEN) && ot__gap(p, i - 2) == 0;
}

// Is a figure an average, and of what: the next figure behind such a word is,
// and those behind it that no comma parts from it.
static ot_per averaged(const ot_passage *p, size_t i)
{
    bool parted = false, mark = false; // mark: since the last figure

    for (size_t j = i; j-- > 0 && !ot__is_break(p, j);) {
        if (ot__is(p, j, WORD_AVERAGE)) {
            const ot_per per = (ot_per)p->items.at[j].value;
            return parted ? PER_NONE : per != PER_NONE ? per : PER_MONTH;
        }
        if (ot__is_kind(p, j, ITEM_FIGURE)) {
            parted = parted || mark;
            mark = false;
        }
        mark = mark || ot__is(p, j, WORD_CLAUSE) || ot__is(p, j, WORD_AND);
    }
    return PER_NONE;
}

static void judge(const ot_passage *p, ot_spoken *s)
{
    const ot_amount *a = &p->items.at[s->item].amount;
    const ot_lead l = ot__lead_of(p, s->item);

    switch (a->dimension) {
    case OT_DIM_PERCENT:
        percent(p, &l, s);
        break;
    case OT_DIM_TIMES:
        times(p, &l, s);
        break;
    case OT_DIM_POINTS:
        points(p, &l, s);
        break;
    default:
        money(p, &l, s);
        break;
    }
    s->old = s->old || is_past_change(p, &l) || is_note(p, s->item);
    s->sign = a->sign != 0 ? a->sign : s->sign;
    if (s->kind == OT_CLAIM_LEVEL || s->kind == OT_CLAIM_CHANGE) {
        s->per = a->per != PER_NONE ? a->per : averaged(p, s->item);
        if (s->kind == OT_CLAIM_LEVEL && s->per != PER_NONE) {
            s->kind = OT_CLAIM_AVERAGE;
        }
    }
}

// ---- what is spoken of ------------------------------------------------------

static ot_status add(ot_passage *p, size_t item, ot_error *err)
{
    if (p->n == p->capacity) {
        const size_t capacity = p->capacity > 0 ? 2 * p->capacity : 16;
        ot_spoken *more = realloc(p->spoken, capacity * sizeof *more);
        if (more == NULL) {
            return ot_fail(err, OT_E_MEMORY, NULL, "no memory for figures");
        }
        p->spoken = more;
        p->capacity = capacity;
    }
    p->spoken[p->n++] = (ot_spoken){.item = item, .sign = 1};
    return OT_OK;
}

// "By a third", "a third larger"; "a third of the men" is led by nothing.
static bool is_led_fraction(const ot_passage *p, size_t i)
{
    const ot_lead l = ot__lead_of(p, i);
    const ot_spoken *before = ot__spoken_of(p, l.at);

    if (l.what == WORD_AND && before != NULL &&
        before->kind == OT_CLAIM_SHARE) {
        return true; // "40 % in 1907 and one-fourth in 1895"
    }
    if (p->n > 0 && ot__is(p, i - 1, WORD_FLOW) && ot__gap(p, i - 1) == 0) {
        return true; // "exports rose 15 % and imports a third"
    }
    return l.what == WORD_BY || l.what == WORD_MOVE ||
           (l.what == WORD_MOVE_NOUN && l.of) || l.what == WORD_SHARE ||
           ot__is(p, i + 1, WORD_MOVE_THAN);
}

// Figures of other things: "a tariff of 10 %", "50 countries".
static bool is_aside(const ot_passage *p, size_t i)
{
    const ot_amount *a = &p->items.at[i].amount;
    const bool behind = ot__is(p, i + 1, WORD_COUNTED) && ot__gap(p, i) <= 1;

    if (a->dimension == OT_DIM_MONEY && a->scale.n == 0 && a->number.n == 4 &&
        a->value >= 1700 && a->value < 2100 &&
        a->number.at == p->clean->text + p->items.at[i].at) {
        return true; // "constant 2012 dollars"
    }

    if (behind && p->items.at[i + 1].value < 0) {
        return true;
    }
    if (i > 0 && ot__is(p, i - 1, WORD_OF) && i > 1 &&
        ot__is(p, i - 2, WORD_COUNTED) && p->items.at[i - 2].value < 0) {
        return true;
    }
    if (a->word != NULL && a->dimension == OT_DIM_PERCENT &&
        !is_part_of(p, i) && a->hedge == OT_HEDGE_NONE && a->value != 0) {
        return !is_led_fraction(p, i);
    }
    return a->dimension == OT_DIM_NONE && a->scale.n == 0;
}

ot_status ot__speak(ot_passage *p, ot_error *err)
{
    ot_status status = OT_OK;

    p->n = 0;
    for (size_t i = 0; i < p->items.n && status == OT_OK; i++) {
        const bool ranks = ot__is(p, i, WORD_RANK) ||
                           ot__is(p, i, WORD_LARGEST) ||
                           ot__is(p, i, WORD_PLACED);
        const int rank = ranks                    ? ot__rank_of(p, i)
                         : ot__is(p, i, WORD_RUN) ? ot__run_length(p, i)
                                                  : 0;
        if (rank != 0 || (ot__is_kind(p, i, ITEM_FIGURE) && !is_aside(p, i))) {
            status = add(p, ot__rank_at(p, i), err);
        }
        if (status == OT_OK && rank != 0) {
            ot_spoken *s = &p->spoken[p->n - 1];
            s->kind = ranks ? OT_CLAIM_RANK : OT_CLAIM_RUN;
            s->rank = ranks ? rank : rank * ot__sign_of(p, i);
            s->partners = ranks && ot__rank_of_partners(p, i);
            s->rates = ot__is(p, i, WORD_LARGEST) && p->items.at[i].value == 2;
        } else if (status == OT_OK && p->n > 0 &&
                   ot__is_kind(p, i, ITEM_FIGURE) &&
                   p->spoken[p->n - 1].item == i) {
            judge(p, &p->spoken[p->n - 1]);
            if (p->items.at[i].amount.dimension == OT_DIM_NONE) {
                p->spoken[p->n - 1].counted = true;
                p->spoken[p->n - 1].kind = OT_CLAIM_LEVEL;
            }
        }
    }
    return status;
}
