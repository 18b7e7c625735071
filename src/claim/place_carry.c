// SPDX-License-Identifier: GPL-3.0-or-later
// place_carry.c - with whom the trade goes on that names no partner: the one of
// the sentence before, unless it is not clear which.

#include "claim/passage.h"

// "Total exports": with all partners, but for a turnover
// that may be of exports and imports.
static bool is_of_all(const ot_passage *p, const ot_spoken *s)
{
    size_t flow = s->item;

    while (flow > 0 && !ot__is(p, flow, WORD_FLOW)) {
        flow--;
    }
    return ot__says_total(p, flow);
}

// "Between the two countries": which they are, the sentence does not say.
static bool is_of_two(const ot_passage *p)
{
    const ot_clean *clean = p->clean;
    const size_t from = p->items.at[0].at;
    const size_t to = p->items.at[p->items.n - 1].end;
    const size_t end = to + 40 < clean->n ? to + 40 : clean->n;

    for (size_t at = from; at < end && clean->text[at] != '\n'; at++) {
        const ot_str rest = {clean->text + at, end - at};
        for (const char *const *w = p->grammar->two; *w != NULL; w++) {
            if ((at == 0 || clean->text[at - 1] == ' ') &&
                ot__phrase_at(rest, *w) > 0) {
                return true;
            }
        }
    }
    return false;
}

void ot__carry_partner(const ot_passage *p, ot_spoken *s)
{
    const bool named = p->context->partner != OT_AREA_NONE || p->context->group;

    if (named && is_of_all(p, s)) {
        s->doubtful = s->topic != TOPIC_EXPORT && s->topic != TOPIC_IMPORT;
        return;
    }
    s->doubtful = p->context->several || (!named && is_of_two(p));
    if (!s->doubtful) {
        s->group = p->context->group;
        s->partner = p->context->partner;
    }
}

// Are several partners named, none of which the next sentence can be of?
bool ot__are_several(const ot_passage *p)
{
    const ot_spoken *first = &p->spoken[0];

    for (size_t k = 1; k < p->n; k++) {
        const ot_spoken *s = &p->spoken[k];
        if (first->partner == OT_AREA_NONE && !first->group) {
            first = s;
        } else if ((s->partner != OT_AREA_NONE || s->group) &&
                   (s->partner != first->partner || s->group != first->group)) {
            return true;
        }
    }
    return false;
}
