// SPDX-License-Identifier: GPL-3.0-or-later
// topic.c - which flow a figure is of, and whether it is told, expected or
// aimed at.

#include <string.h>

#include "claim/passage.h"

static bool is_balance(int topic)
{
    return topic == TOPIC_BALANCE || topic == TOPIC_SURPLUS ||
           topic == TOPIC_DEFICIT;
}

// ---- compound names ---------------------------------------------------------

static void hide(const ot_passage *p, size_t i)
{
    p->items.at[i].what = WORD_PLAIN;
}

// "excess of exports over imports": the first named decides its sign.
static void settle_excess(const ot_passage *p, size_t i)
{
    int seen = 0;

    p->items.at[i].value = TOPIC_SURPLUS;
    for (size_t j = i + 1; j < p->items.n && seen < 2 && j < i + 8; j++) {
        if (ot__is_kind(p, j, ITEM_FIGURE)) {
            break;
        }
        if (ot__is(p, j, WORD_FLOW)) {
            if (seen == 0 && p->items.at[j].value == TOPIC_IMPORT) {
                p->items.at[i].value = TOPIC_DEFICIT;
            }
            hide(p, j);
            seen++;
        } else if (ot__is(p, j, WORD_BASE) && seen == 1) {
            hide(p, j); // "over"
        }
    }
}

// The flow that a word of exceeding is said of; n: none.
static size_t subject_of(const ot_passage *p, size_t exceed)
{
    for (size_t j = exceed; j-- > 0 && !ot__is_break(p, j);) {
        if (ot__is(p, j, WORD_FLOW)) {
            return j;
        }
    }
    return p->items.n;
}

// "exports exceeded imports by 64 million": a surplus of as much.
static void settle_exceeding(ot_passage *p, size_t exceed)
{
    const size_t other = exceed + 1;
    const size_t i = subject_of(p, exceed);

    if (i == p->items.n || !ot__is(p, other, WORD_FLOW) ||
        !ot__is(p, other + 1, WORD_BY) ||
        p->items.at[i].value == p->items.at[other].value) {
        return;
    }
    p->items.at[other].value =
        p->items.at[i].value == TOPIC_IMPORT ? TOPIC_DEFICIT : TOPIC_SURPLUS;
    ot_spoken *s = ot__spoken_of(p, other + 2);
    if (s != NULL && s->kind == OT_CLAIM_CHANGE) {
        s->kind = OT_CLAIM_LEVEL;
        s->sign = 1;
    }
    for (size_t j = i; j < exceed; j++) {
        if (ot__is_kind(p, j, ITEM_FIGURE)) {
            return; // the subject has a figure of its own
        }
    }
    hide(p, i);
}

// "a deficit in trade", "a surplus in goods and services trade"
static void settle_balance_in(const ot_passage *p, size_t i)
{
    const size_t at = ot__is(p, i + 2, WORD_AND) ? i + 3 : i + 2;

    if (ot__is(p, at, WORD_FLOW) && p->items.at[at].value == TOPIC_TURNOVER &&
        p->items.at[at].word - p->items.at[i].after <= 4) {
        hide(p, at);
    }
}

// "trade deficit", "import and export": one name.
static void settle_names(ot_passage *p)
{
    for (size_t i = 0; i < p->items.n; i++) {
        if (ot__is(p, i, WORD_EXCEED)) {
            settle_exceeding(p, i);
        }
        if (!ot__is(p, i, WORD_FLOW)) {
            continue;
        }
        const int topic = p->items.at[i].value;
        const int next = ot__is(p, i + 1, WORD_FLOW) && ot__gap(p, i) <= 2
                             ? p->items.at[i + 1].value
                             : TOPIC_NONE;
        if (topic == TOPIC_EXCESS) {
            settle_excess(p, i);
        } else if (is_balance(topic) && next == TOPIC_TURNOVER) {
            hide(p, i + 1); // "the deficit of trade", in one word
        } else if (next != TOPIC_NONE &&
                   (ot__gap(p, i) == 0 ||
                    (topic == TOPIC_TURNOVER && is_balance(next)))) {
            hide(p, i);
        } else if (is_balance(topic) && ot__is(p, i + 1, WORD_IN)) {
            settle_balance_in(p, i);
        }
    }
}

// ---- joint flows ------------------------------------------------------------

static bool are_joined(const ot_passage *p, size_t i)
{
    return ot__is(p, i, WORD_FLOW) && ot__is(p, i + 1, WORD_AND) &&
           ot__is(p, i + 2, WORD_FLOW) && ot__gap(p, i) == 0 &&
           ot__gap(p, i + 1) <= 2;
}

bool ot__are_listed(const ot_passage *p, size_t k)
{
    if (k + 1 >= p->n) {
        return false;
    }
    bool joined = false;
    for (size_t j = p->spoken[k].item + 1; j < p->spoken[k + 1].item; j++) {
        if (ot__is(p, j, WORD_FLOW) || ot__is_kind(p, j, ITEM_FIGURE) ||
            ot__is_break(p, j) || ot__is(p, j, WORD_BASE) ||
            ot__is(p, j, WORD_FROM) || ot__is(p, j, WORD_LEVEL)) {
            return false;
        }
        joined = joined || ot__is(p, j, WORD_AND) || ot__is(p, j, WORD_CLAUSE);
    }
    return joined;
}

static bool is_listed_unit(const ot_passage *p, size_t k)
{
    return p->items.at[p->spoken[k].item].amount.dimension ==
           p->items.at[p->spoken[k + 1].item].amount.dimension;
}

// "Exports and imports fell by 6.7 % and 9.4 %", or of both together.
static void settle_joint(ot_passage *p, size_t i)
{
    for (size_t k = 0; k < p->n; k++) {
        if (p->spoken[k].item < i) {
            continue;
        }
        if (ot__are_listed(p, k) && is_listed_unit(p, k)) {
            p->spoken[k].topic = (ot_topic)p->items.at[i].value;
            p->spoken[k + 1].topic = (ot_topic)p->items.at[i + 2].value;
            return;
        }
        break;
    }
    hide(p, i);
    p->items.at[i + 2].value = TOPIC_TURNOVER;
}

// ---- one figure -------------------------------------------------------------

// The flow right behind a figure: "$400 billion exports", "2.1 billion increase
// in exports", "15.4 billion of imports"; TOPIC_NONE: none.
static ot_topic behind(const ot_passage *p, size_t i, bool *next)
{
    bool linked = false;

    // "71 mln deficit", "1.5 billion rise in imports"
    *next = ot__gap(p, i) == 0 &&
            (ot__is(p, i + 1, WORD_FLOW) || ot__is(p, i + 1, WORD_MOVE_NOUN));

    for (size_t j = i + 1; j < p->items.n && j <= i + 5; j++) {
        const int gap = ot__gap(p, j - 1);
        if (ot__is(p, j, WORD_FLOW)) {
            return gap <= (linked ? 4 : 1) ? (ot_topic)p->items.at[j].value
                                           : TOPIC_NONE;
        }
        if (gap > 1 || p->items.at[j].kind == ITEM_FIGURE) {
            return TOPIC_NONE;
        }
        if (ot__is(p, j, WORD_OF) || ot__is(p, j, WORD_IN)) {
            linked = true;
        } else if (!(ot__is(p, j, WORD_MOVE_NOUN) || ot__is(p, j, WORD_LEVEL) ||
                     ot__is_kind(p, j, ITEM_AREA) ||
                     ot__is(p, j, WORD_STANDIN) || ot__is(p, j, WORD_RANK))) {
            return TOPIC_NONE;
        }
    }
    return TOPIC_NONE;
}

// ", Georgia's third largest trading partner,": said by the way.
static bool is_apposition(const ot_passage *p, size_t i)
{
    if (!ot__is(p, i + 1, WORD_CLAUSE) || ot__gap(p, i) > 0) {
        return false;
    }
    for (size_t j = i; j-- > 0 && !ot__is_kind(p, j, ITEM_FIGURE);) {
        if (ot__is(p, j, WORD_CLAUSE)) {
            return true;
        }
        if (ot__is(p, j, WORD_FLOW) || ot__is(p, j, WORD_LEVEL)) {
            return false;
        }
    }
    return false;
}

// The nearest flow before a figure; *same: no figure and no comma between.
static ot_topic before(const ot_passage *p, size_t i, bool *same)
{
    *same = true;
    for (size_t j = i; j-- > 0;) {
        if (ot__is(p, j, WORD_FLOW)) {
            return (ot_topic)p->items.at[j].value;
        }
        if (ot__is(p, j, WORD_PARTNER) && p->items.at[j].value > 0 &&
            !is_apposition(p, j)) {
            return (ot_topic)p->items.at[j].value;
        }
        *same = *same && !ot__is_kind(p, j, ITEM_FIGURE) &&
                !ot__is(p, j, WORD_CLAUSE) && !ot__is(p, j, WORD_AND);
    }
    *same = false;
    return TOPIC_NONE;
}

static ot_topic first_after(const ot_passage *p, size_t i)
{
    for (size_t j = i + 1; j < p->items.n; j++) {
        if (ot__is(p, j, WORD_FLOW) ||
            (ot__is(p, j, WORD_PARTNER) && p->items.at[j].value > 0)) {
            return (ot_topic)p->items.at[j].value;
        }
    }
    return TOPIC_NONE;
}

// "the fifth largest partner for imports", "the largest trading partner";
// TOPIC_NONE: none is named.
static ot_topic of_partner(const ot_passage *p, const ot_spoken *s)
{
    for (size_t j = s->item + 1; j < p->items.n && j <= s->item + 3; j++) {
        if (ot__is_kind(p, j, ITEM_FIGURE) || ot__is(p, j, WORD_CLAUSE)) {
            return TOPIC_NONE;
        }
        const bool link = ot__is(p, j, WORD_IN) || ot__is(p, j, WORD_BY);
        if (link && ot__is(p, j + 1, WORD_FLOW) && ot__gap(p, j) <= 1) {
            return (ot_topic)p->items.at[j + 1].value;
        }
        if (ot__is(p, j, WORD_PARTNER) && p->items.at[j].value > 0) {
            return (ot_topic)p->items.at[j].value;
        }
    }
    return TOPIC_NONE;
}

static ot_topic topic_of(const ot_passage *p, const ot_spoken *s)
{
    const ot_topic ranked =
        s->kind == OT_CLAIM_RANK ? of_partner(p, s) : TOPIC_NONE;
    if (ranked != TOPIC_NONE) {
        return ranked;
    }
    bool same, right_behind;
    const ot_topic nearest = before(p, s->item, &same);
    const ot_topic next = behind(p, s->item, &right_behind);
    if (next != TOPIC_NONE && (right_behind || !same)) {
        return next;
    }
    if (nearest != TOPIC_NONE) {
        return nearest;
    }
    const ot_topic later = first_after(p, s->item);
    if (later != TOPIC_NONE || p->context->topic != TOPIC_NONE) {
        return later != TOPIC_NONE ? later : p->context->topic;
    }
    for (size_t j = 0; j < p->items.n; j++) {
        if (ot__is(p, j, WORD_PARTNER)) {
            return TOPIC_TURNOVER; // "its largest partner, with 5 billion"
        }
    }
    return TOPIC_NONE;
}

void ot__settle_topics(ot_passage *p)
{
    settle_names(p);
    for (size_t i = 0; i < p->items.n; i++) {
        if (are_joined(p, i)) {
            settle_joint(p, i);
        }
    }
    for (size_t k = 0; k < p->n; k++) {
        ot_spoken *s = &p->spoken[k];
        if (s->topic == TOPIC_NONE) {
            s->topic = topic_of(p, s);
        }
        if (s->counted) {
            s->topic = TOPIC_OTHER;
            continue;
        }
        if (s->topic != TOPIC_NONE) {
            p->context->topic = s->topic;
        }
    }
}

// ---- modality ---------------------------------------------------------------

// "rose", "was": what such a verb leads to is no forecast.
static bool tells_what_was(const ot_passage *p, size_t i)
{
    const int value = p->items.at[i].value;

    // "would be trimmed"
    const size_t be =
        i > 1 && ot__is(p, i - 1, WORD_LEVEL) && p->items.at[i - 1].value == 0;
    return (ot__is(p, i, WORD_LEVEL) && value == 1) ||
           (ot__is(p, i, WORD_MOVE) && (value == 2 || value == -2) && i > 0 &&
            !ot__is(p, i - 1 - be, WORD_MODAL));
}

// The word that governs item i; its modality in *value.
static bool modal_before(const ot_passage *p, size_t i, size_t *at)
{
    bool is = false; // "could reach 5 billion, and its share is 90 %"

    for (size_t j = i; j-- > 0 && !(ot__is(p, j, WORD_CLAUSE) &&
                                    p->items.at[j].value == 3);) {
        if (ot__is(p, j, WORD_MODAL)) {
            *at = j;
            return true;
        }
        if (tells_what_was(p, j) ||
            (is && (ot__is(p, j, WORD_AND) || ot__is(p, j, WORD_CLAUSE)))) {
            return false;
        }
        is = is || (ot__is(p, j, WORD_LEVEL) && p->items.at[j].value == 3);
        if (ot__is_break(p, j) && p->items.at[j].value == 2 &&
            p->clean->text[p->items.at[j].at] != ':') {
            return false;
        }
    }
    return false;
}

// "a record 5 billion": the rank is said of its figure.
static bool leads_figure(const ot_passage *p, size_t i)
{
    return ot__is_kind(p, i + 1, ITEM_FIGURE) && ot__gap(p, i) <= 1;
}

static ot_modality modality_of(const ot_passage *p, const ot_spoken *s)
{
    size_t at;

    if (s->old) {
        return OT_STATED;
    }
    if (s->kind == OT_CLAIM_RANK && leads_figure(p, s->item)) {
        const ot_spoken *figure = ot__spoken_of(p, s->item + 1);
        return figure != NULL ? modality_of(p, figure) : OT_STATED;
    }
    if (!modal_before(p, s->item, &at)) {
        const size_t i = s->item;
        const bool is = ot__is(p, i + 1, WORD_LEVEL) && ot__gap(p, i) <= 1;
        return is && ot__is(p, i + 2, WORD_MODAL) && ot__gap(p, i + 1) <= 1
                   ? (ot_modality)p->items.at[i + 2].value
                   : OT_STATED;
    }
    // "a goal: we will double": what is aimed at stays so up to a figure.
    for (size_t j = at; j-- > 0 && !ot__is_kind(p, j, ITEM_FIGURE);) {
        if (ot__is(p, j, WORD_MODAL) && p->items.at[j].value == OT_TARGET) {
            return OT_TARGET;
        }
    }
    return (ot_modality)p->items.at[at].value;
}

void ot__settle_modality(ot_passage *p)
{
    for (size_t k = 0; k < p->n; k++) {
        p->spoken[k].modality = modality_of(p, &p->spoken[k]);
    }
}
