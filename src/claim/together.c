// SPDX-License-Identifier: GPL-3.0-or-later
// together.c - a figure that is the sum of those before it in its sentence: "to
// Germany 2.1 billion and to France 1.9, together 4.0 billion".

#include <stdio.h>
#include <string.h>

#include "claim/passage.h"

// Does such a word stand right before or behind a figure?
static bool is_marked(const ot_passage *p, size_t i, size_t from, size_t to)
{
    const char *text = p->clean->text;
    const ot_item *item = &p->items.at[i];

    for (const char *const *w = p->grammar->together; *w != NULL; w++) {
        if (item->end + 1 < to &&
            ot__phrase_at((ot_str){text + item->end + 1, to - item->end - 1},
                          *w) > 0) {
            return true;
        }
        for (size_t at = item->at > from + 24 ? item->at - 24 : from;
             at < item->at; at++) {
            const ot_str s = {text + at, item->at - at};
            const size_t n = ot__phrase_at(s, *w);
            if (n > 0 && n + 1 >= s.n && (at == from || text[at - 1] == ' ')) {
                return true;
            }
        }
    }
    return false;
}

bool ot__has_other_partner(const ot_passage *p, const ot_spoken *s)
{
    for (size_t k = 0; k < p->n; k++) {
        const ot_spoken *other = &p->spoken[k];
        if (other->topic == s->topic && other->partner != OT_AREA_NONE &&
            s->partner != OT_AREA_NONE && other->partner != s->partner) {
            return true;
        }
    }
    return false;
}

// Shortly in front of a flow, with no other item between.
bool ot__says_total(const ot_passage *p, size_t flow)
{
    const ot_item *item = &p->items.at[flow];
    const size_t last = flow > 0 ? p->items.at[flow - 1].at : 0;

    for (size_t at = item->at; at > last && at + 24 > item->at; at--) {
        const ot_str rest = {p->clean->text + at - 1, item->at - at + 1};
        const bool begins = at == 1 || rest.at[-1] == ' ';
        for (const char *const *w = p->grammar->total; *w != NULL; w++) {
            if (begins && ot__phrase_at(rest, *w) > 0) {
                return true;
            }
        }
    }
    return false;
}

static bool stands_between(const ot_passage *p, size_t from, size_t to,
                           bool (*is)(const ot_passage *p, size_t i))
{
    while (from < to && !is(p, from)) {
        from++;
    }
    return from < to;
}

static bool is_figure(const ot_passage *p, size_t i)
{
    return ot__is_kind(p, i, ITEM_FIGURE);
}

static bool is_mark(const ot_passage *p, size_t i)
{
    return ot__is(p, i, WORD_CLAUSE);
}

// "Total exports were 12 billion", "12 billion in all": of one way of trade.
bool ot__is_total(const ot_passage *p, const ot_spoken *s, size_t place)
{
    size_t flow = s->item;

    if (s->topic != TOPIC_EXPORT && s->topic != TOPIC_IMPORT) {
        return false;
    }
    while (flow > 0 && !ot__is(p, flow, WORD_FLOW)) {
        flow--;
    }
    if (!(ot__is(p, flow, WORD_FLOW) && ot__says_total(p, flow)) &&
        !is_marked(p, s->item, 0, p->clean->n)) {
        return false;
    }
    return place == p->items.n ||
           (place < flow && stands_between(p, place, flow, is_figure) &&
            !stands_between(p, flow, s->item, is_mark)) ||
           (place > s->item && stands_between(p, s->item, place, is_mark));
}

static bool is_summand(const ot_passage *p, const ot_spoken *s,
                       const ot_spoken *sum)
{
    return s->kind == OT_CLAIM_LEVEL && !s->old &&
           s->modality == sum->modality && s->when == sum->when &&
           s->topic != TOPIC_OTHER &&
           p->items.at[s->item].amount.dimension ==
               p->items.at[sum->item].amount.dimension;
}

static bool same_partner(const ot_spoken *a, const ot_spoken *b)
{
    return a->partner == b->partner && a->group == b->group;
}

// Are a and b of two partners, or of the two ways of trade with one?
static bool add_up(const ot_spoken *a, const ot_spoken *b)
{
    const bool ways = (a->topic == TOPIC_EXPORT && b->topic == TOPIC_IMPORT) ||
                      (a->topic == TOPIC_IMPORT && b->topic == TOPIC_EXPORT);

    return a->reporter == b->reporter &&
           (same_partner(a, b) ? ways : a->topic == b->topic);
}

// What is spoken k-th is of the figures right before it.
static void settle_sum(ot_passage *p, size_t k)
{
    ot_spoken *sum = &p->spoken[k];
    size_t first = k;

    while (first > 0 && is_summand(p, &p->spoken[first - 1], sum)) {
        for (size_t i = first; i < k; i++) {
            if (!add_up(&p->spoken[first - 1], &p->spoken[i])) {
                return;
            }
        }
        first--;
    }
    if (k - first < 2) {
        return;
    }
    for (size_t i = first; i < k; i++) {
        p->spoken[i].part_of = sum->item;
    }
    if (same_partner(&p->spoken[k - 1], &p->spoken[k - 2])) {
        sum->topic = TOPIC_TURNOVER;
        return;
    }
    sum->partner = OT_AREA_NONE;
    sum->group = false;
    snprintf(sum->basis, sizeof sum->basis, "together");
}

void ot__settle_sums(ot_passage *p, size_t from, size_t to)
{
    for (size_t k = 2; k < p->n; k++) {
        const size_t i = p->spoken[k].item;
        if (p->spoken[k].kind == OT_CLAIM_LEVEL && !p->spoken[k].old &&
            is_marked(p, i, from, to)) {
            settle_sum(p, k);
        }
    }
}
