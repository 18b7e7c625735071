// SPDX-License-Identifier: GPL-3.0-or-later
// speak.c - what kind of claim each figure of a sentence makes: a level, a
// change, a growth, a share ... decided by the word that leads to it.

#include <stdlib.h>
#include <string.h>

#include "claim/passage.h"

// ---- walking over items
// -------------------------------------------------------

bool ot__is_kind(const ot_passage *p, size_t i, ot_item_kind kind)
{
    return i < p->items.n && p->items.at[i].kind == kind;
}

bool ot__is(const ot_passage *p, size_t i, ot_word_class what)
{
    return ot__is_kind(p, i, ITEM_WORD) && p->items.at[i].what == what;
}

int ot__gap(const ot_passage *p, size_t i)
{
    return i + 1 < p->items.n ? p->items.at[i + 1].word - p->items.at[i].after
                              : 1000;
}

bool ot__is_move(const ot_passage *p, size_t i)
{
    return ot__is(p, i, WORD_MOVE) || ot__is(p, i, WORD_MOVE_NOUN);
}

bool ot__is_break(const ot_passage *p, size_t i)
{
    return ot__is(p, i, WORD_CLAUSE) && p->items.at[i].value >= 2;
}

ot_spoken *ot__spoken_of(const ot_passage *p, size_t item)
{
    for (size_t k = 0; k < p->n; k++) {
        if (p->spoken[k].item == item) {
            return &p->spoken[k];
        }
    }
    return NULL;
}

// ---- the word that leads to a figure
// ------------------------------------------

typedef struct lead {
    ot_word_class what; // WORD_END: none; WORD_AND, WORD_OR: a figure's list
    size_t at;
    bool of;    // "increase in exports of"
    bool level; // "a volume of": no change, whatever leads to it
    bool close; // next to the figure, but for a word or two
} lead;

// "exports to Russia", "imports from China": not the link of a figure.
static bool links_place(const ot_passage *p, size_t i)
{
    if (ot__gap(p, i) > 1) {
        return false;
    }
    return ot__is_kind(p, i + 1, ITEM_AREA) || ot__is(p, i + 1, WORD_GROUP) ||
           ot__is(p, i + 1, WORD_FLOW);
}

// What an item means for the figure that it stands before.
typedef enum step { STEP_ON, STEP_TAKE, STEP_STOP } step;

static step look(const ot_passage *p, size_t j, size_t i, lead *l)
{
    const ot_item *item = &p->items.at[j];

    // "rose from a year earlier 14.6 %": the link is the period's.
    size_t k = j + 1;
    while (ot__is(p, k, WORD_OF) || ot__is(p, k, WORD_IN)) {
        k++; // "over those of the previous year"
    }
    if ((item->what == WORD_FROM || item->what == WORD_BASE) && k < i &&
        ot__is_kind(p, k, ITEM_WHEN) && !p->items.at[k].possessive) {
        return STEP_ON;
    }

    switch (item->what) {
    case WORD_FROM:
    case WORD_TO:
        return links_place(p, j) && !p->items.at[j + 1].possessive ? STEP_ON
                                                                   : STEP_TAKE;
    case WORD_BY: // "followed by Russia", "offset by a surplus of"
        return l->of ? STEP_STOP : links_place(p, j) ? STEP_ON : STEP_TAKE;
    case WORD_BASE:
    case WORD_SHARE:
    case WORD_RATE:
        return STEP_TAKE;
    case WORD_LEVEL:
        return l->of && !l->close ? STEP_STOP : STEP_TAKE;
    case WORD_MOVE:
        return l->of ? STEP_ON : STEP_TAKE;
    case WORD_MOVE_NOUN:
        return STEP_TAKE;
    case WORD_MOVE_THAN: // "above February's 6.9 billion"
        return l->of ? STEP_ON : STEP_TAKE;
    case WORD_WITH:
        return l->of ? STEP_STOP : STEP_ON;
    case WORD_STANDIN: // "a volume of", "last year's figure of"
        l->level = l->level || (l->of && ot__gap(p, j) == 0);
        return STEP_ON;
    case WORD_OF:
        l->of = l->of || l->close;
        return STEP_ON;
    case WORD_FLOW:
        return l->of ? STEP_ON : STEP_STOP;
    case WORD_CLAUSE:
        return item->value >= 2 || l->of ? STEP_STOP : STEP_ON;
    case WORD_OPEN:
    case WORD_CLOSE:
        return STEP_STOP;
    default:
        return STEP_ON;
    }
}

static lead lead_of(const ot_passage *p, size_t i)
{
    lead l = {.what = WORD_END, .at = i, .close = true};
    ot_word_class list = WORD_END;

    for (size_t j = i; j-- > 0;) {
        if (ot__gap(p, j) > (l.of ? 12 : 5)) {
            break;
        }
        l.close = l.close && ot__gap(p, j) <= 2;
        if (p->items.at[j].kind == ITEM_FIGURE) {
            l.what = list;
            l.at = j;
            return l;
        }
        if (p->items.at[j].kind != ITEM_WORD) {
            continue;
        }
        if (ot__is(p, j, WORD_AND) || ot__is(p, j, WORD_OR) ||
            (ot__is(p, j, WORD_CLAUSE) && list == WORD_END &&
             !ot__is_break(p, j))) {
            list = ot__is(p, j, WORD_OR) ? WORD_OR : WORD_AND;
            l.close = false;
            continue;
        }
        const step s = look(p, j, i, &l);
        if (s == STEP_TAKE) {
            l.what = p->items.at[j].what;
            l.at = j;
            return l;
        }
        if (s == STEP_STOP) {
            break;
        }
    }
    l.what = l.of ? WORD_OF : WORD_END;
    return l;
}

// The nearest word of rise or fall before item i, in its clause; i: none.
static size_t move_before(const ot_passage *p, size_t i)
{
    for (size_t j = i; j-- > 0 && !ot__is_break(p, j);) {
        const bool rate = ot__is(p, j, WORD_RATE) &&
                          p->items.at[i].amount.dimension == OT_DIM_POINTS;
        if ((ot__is_move(p, j) || rate) && p->items.at[j].value != 0) {
            return j;
        }
    }
    return i;
}

// "a 4.7 billion or 19.4 % rise", "2 % lower": the word behind; i: none.
static size_t move_behind(const ot_passage *p, size_t i)
{
    size_t j = i + 1;

    if (ot__is(p, j, WORD_OR) && ot__is_kind(p, j + 1, ITEM_FIGURE)) {
        j += 2;
    }
    if (j < p->items.n && ot__gap(p, j - 1) <= 1 &&
        (ot__is(p, j, WORD_MOVE_NOUN) || ot__is(p, j, WORD_MOVE_THAN))) {
        return j;
    }
    return i;
}

static int sign_at(const ot_passage *p, size_t move, size_t i)
{
    return move != i && p->items.at[move].value < 0 ? -1 : 1;
}

static int sign_of(const ot_passage *p, size_t i)
{
    const size_t behind = move_behind(p, i);

    return behind != i ? sign_at(p, behind, i)
                       : sign_at(p, move_before(p, i), i);
}

static bool clause_has(const ot_passage *p, size_t i, ot_word_class what)
{
    for (size_t j = i; j-- > 0 && !ot__is_break(p, j);) {
        if (ot__is(p, j, what)) {
            return true;
        }
    }
    return false;
}

// ---- kinds
// --------------------------------------------------------------------

static bool is_change(ot_claim_kind kind)
{
    return kind == OT_CLAIM_CHANGE || kind == OT_CLAIM_GROWTH ||
           kind == OT_CLAIM_MULTIPLE;
}

static void money(const ot_passage *p, const lead *l, ot_spoken *s)
{
    const ot_spoken *before = ot__spoken_of(p, l->at);
    const bool listed =
        (l->what == WORD_AND || l->what == WORD_OR) && before != NULL;

    const size_t next = move_behind(p, s->item);
    if (next != s->item &&
        (l->what != WORD_TO || ot__is(p, s->item + 1, WORD_MOVE_NOUN))) {
        s->kind = OT_CLAIM_CHANGE;
    } else if (l->what == WORD_FROM || l->what == WORD_BASE ||
               l->what == WORD_MOVE_THAN) {
        s->old = true;
    } else if (l->level) {
        s->kind = OT_CLAIM_LEVEL;
    } else if (l->what == WORD_BY || (l->what == WORD_MOVE && l->close) ||
               (l->what == WORD_MOVE_NOUN && (l->of || l->close))) {
        s->kind = OT_CLAIM_CHANGE;
    } else if (listed && (is_change(before->kind) && l->what == WORD_OR)) {
        s->kind = OT_CLAIM_CHANGE;
        s->sign = before->sign;
        return;
    } else if (listed && l->what == WORD_AND &&
               before->kind <= OT_CLAIM_CHANGE) {
        s->kind = before->kind;
        s->old = before->old;
    }
    s->sign = sign_of(p, s->item);
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

static void percent(const ot_passage *p, const lead *l, ot_spoken *s)
{
    const size_t i = s->item;
    const ot_spoken *before = ot__spoken_of(p, l->at);
    const bool led = l->what == WORD_BY || l->what == WORD_MOVE ||
                     l->what == WORD_MOVE_NOUN || move_behind(p, i) != i;
    const bool listed =
        (l->what == WORD_AND || l->what == WORD_OR) && before != NULL;

    s->sign = sign_of(p, i);
    s->kind = OT_CLAIM_GROWTH;
    if (l->what == WORD_FROM || l->what == WORD_BASE) {
        s->old = true;
        s->kind = percent_before(p, i) == OT_CLAIM_SHARE ||
                          clause_has(p, i, WORD_SHARE) || is_part_of(p, i)
                      ? OT_CLAIM_SHARE
                      : OT_CLAIM_GROWTH;
        return;
    }
    if (p->items.at[i].amount.sign != 0 || p->items.at[i].amount.value == 0) {
        return; // "+2.9 %", "unchanged"
    }
    if (l->what == WORD_SHARE || (is_part_of(p, i) && !led)) {
        s->kind = OT_CLAIM_SHARE;
    } else if (led) {
        return;
    } else if (listed && is_change(before->kind)) {
        s->sign = before->sign;
    } else if (clause_has(p, i, WORD_SHARE) ||
               (listed && before->kind == OT_CLAIM_LEVEL) ||
               move_before(p, i) == i || ot__is(p, i + 1, WORD_SHARE)) {
        s->kind = OT_CLAIM_SHARE;
    }
}

static void times(const ot_passage *p, const lead *l, ot_spoken *s)
{
    s->kind = OT_CLAIM_MULTIPLE;
    s->by = l->what == WORD_BY || l->what == WORD_MOVE_NOUN ||
            move_behind(p, s->item) != s->item;
    s->sign = p->items.at[s->item].amount.word ? 1 : sign_of(p, s->item);
}

static void points(const ot_passage *p, const lead *l, ot_spoken *s)
{
    (void)l;
    s->kind =
        clause_has(p, s->item, WORD_RATE) || !clause_has(p, s->item, WORD_SHARE)
            ? OT_CLAIM_RATE_CHANGE
            : OT_CLAIM_SHARE_CHANGE;
    s->sign = sign_of(p, s->item);
}

// "after a rise of 2.1 percent": the change before this one.
static bool is_past_change(const ot_passage *p, const lead *l)
{
    return l->what == WORD_MOVE_NOUN && l->at > 0 &&
           ot__gap(p, l->at - 1) <= 1 &&
           (ot__is(p, l->at - 1, WORD_FROM) || ot__is(p, l->at - 1, WORD_BASE));
}

// "compared with May 2019 (192.4 bn)": of the period before the bracket.
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
    const lead l = lead_of(p, s->item);

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

// ---- what is spoken of
// --------------------------------------------------------

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
    if (a->word && a->dimension == OT_DIM_PERCENT && !is_part_of(p, i) &&
        a->hedge == OT_HEDGE_NONE && a->value != 0) {
        const lead l = lead_of(p, i);
        return l.what != WORD_BY && l.what != WORD_MOVE &&
               !(l.what == WORD_MOVE_NOUN && l.of) && l.what != WORD_SHARE;
    }
    return a->dimension == OT_DIM_NONE && a->scale.n == 0;
}

// "third largest": its rank; 0: the superlative says nothing about trade.
static int rank_at(const ot_passage *p, size_t i)
{
    if (ot__is(p, i, WORD_RANK)) {
        return p->items.at[i].value;
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
    near = near ||
           (i > 0 && ot__is(p, i - 1, WORD_LEVEL) && ot__gap(p, i - 1) <= 1);
    if (!near) {
        return 0;
    }
    return i > 0 && ot__is(p, i - 1, WORD_ORDINAL) && ot__gap(p, i - 1) == 0
               ? p->items.at[i - 1].value
               : 1;
}

// "for the third month in a row": its number; 0: none.
static int run_at(const ot_passage *p, size_t i)
{
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

ot_status ot__speak(ot_passage *p, ot_error *err)
{
    ot_status status = OT_OK;

    p->n = 0;
    for (size_t i = 0; i < p->items.n && status == OT_OK; i++) {
        const bool ranks =
            ot__is(p, i, WORD_RANK) || ot__is(p, i, WORD_LARGEST);
        const int rank = ranks                    ? rank_at(p, i)
                         : ot__is(p, i, WORD_RUN) ? run_at(p, i)
                                                  : 0;
        if (rank > 0 || (ot__is_kind(p, i, ITEM_FIGURE) && !is_aside(p, i))) {
            status = add(p, i, err);
        }
        if (status == OT_OK && rank > 0) {
            p->spoken[p->n - 1].kind = ranks ? OT_CLAIM_RANK : OT_CLAIM_RUN;
            p->spoken[p->n - 1].rank = rank;
        } else if (status == OT_OK && p->n > 0 &&
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
