// SPDX-License-Identifier: GPL-3.0-or-later
// each.c - "respectively": the figures of a list are, one by one, of the
// places, flows or periods of another list, or of the figures before them.

#include "claim/passage.h"

// Figures first .. first + n - 1 of what is spoken, a list.
typedef struct run {
    size_t first, n;
} run;

static bool same_unit(const ot_passage *p, size_t k)
{
    return p->items.at[p->spoken[k - 1].item].amount.dimension ==
           p->items.at[p->spoken[k].item].amount.dimension;
}

static run list_before(const ot_passage *p, size_t each)
{
    size_t k = 0;

    while (k + 1 < p->n && p->spoken[k + 1].item < each) {
        k++;
    }
    run r = {k, p->n > 0 && p->spoken[k].item < each ? 1 : 0};
    while (r.n > 0 && r.first > 0 && ot__are_listed(p, r.first - 1) &&
           same_unit(p, r.first)) {
        r.first--;
        r.n++;
    }
    return r;
}

static bool is_of(const ot_passage *p, size_t i, ot_item_kind kind)
{
    switch (kind) {
    case ITEM_AREA:
        return ot__is_kind(p, i, ITEM_AREA) || ot__is(p, i, WORD_GROUP);
    case ITEM_WORD:
        return ot__is(p, i, WORD_FLOW);
    default:
        return ot__is_kind(p, i, kind);
    }
}

static bool joins(const ot_passage *p, size_t i)
{
    return ot__is(p, i, WORD_AND) ||
           (ot__is(p, i, WORD_CLAUSE) && !ot__is_break(p, i));
}

#define EACH_MOST 8

// The last list of n items of a kind in [from, to); false: there is none.
static bool find_list(const ot_passage *p, size_t from, size_t to, size_t n,
                      ot_item_kind kind, size_t at[EACH_MOST])
{
    size_t found = 0;

    for (size_t i = to; i-- > from && found < n;) {
        if (is_of(p, i, kind)) {
            at[n - ++found] = i;
        } else if (found > 0 && !joins(p, i) && !ot__is(p, i, WORD_COUNTED)) {
            return false;
        }
    }
    return found == n;
}

static void set_place(const ot_passage *p, size_t first, size_t at,
                      ot_spoken *s)
{
    const bool linked = first > 0 && (ot__is(p, first - 1, WORD_TO) ||
                                      ot__is(p, first - 1, WORD_WITH) ||
                                      ot__is(p, first - 1, WORD_FROM));
    const bool group = ot__is(p, at, WORD_GROUP);

    if (linked || group) {
        s->group = group;
        s->partner = group ? OT_AREA_NONE : p->items.at[at].area;
    } else {
        s->reporter = p->items.at[at].area;
    }
}

static bool from_list(ot_passage *p, run r, size_t from, size_t to)
{
    static const ot_item_kind kinds[] = {ITEM_AREA, ITEM_WORD, ITEM_WHEN};
    size_t at[EACH_MOST];

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (!find_list(p, from, to, r.n, kinds[i], at)) {
            continue;
        }
        for (size_t k = 0; k < r.n; k++) {
            ot_spoken *s = &p->spoken[r.first + k];
            if (kinds[i] == ITEM_AREA) {
                set_place(p, at[0], at[k], s);
            } else if (kinds[i] == ITEM_WORD) {
                s->topic = (ot_topic)p->items.at[at[k]].value;
            } else {
                s->when = &p->items.at[at[k]].when;
            }
        }
        return true;
    }
    return false;
}

// "5 and 4 billion, up 3 and 2 per cent respectively"
static void from_figures(ot_passage *p, run r)
{
    for (size_t k = 0; k < r.n && r.first >= r.n; k++) {
        const ot_spoken *of = &p->spoken[r.first - r.n + k];
        ot_spoken *s = &p->spoken[r.first + k];
        s->topic = of->topic;
        s->reporter = of->reporter;
        s->partner = of->partner;
        s->group = of->group;
        if (!s->old && s->when == NULL) {
            s->when = of->when;
        }
    }
}

static size_t next_figure(const ot_passage *p, size_t i)
{
    while (i < p->items.n && !ot__is_kind(p, i, ITEM_FIGURE)) {
        i++;
    }
    return i;
}

static void settle(ot_passage *p, size_t each)
{
    const run r = list_before(p, each);

    if (r.n < 2 || r.n > EACH_MOST) {
        return;
    }
    const size_t begin = r.first > 0 ? p->spoken[r.first - 1].item + 1 : 0;
    if (!from_list(p, r, begin, p->spoken[r.first].item) &&
        !from_list(p, r, p->spoken[r.first + r.n - 1].item + 1, each) &&
        !from_list(p, r, each + 1, next_figure(p, each))) {
        from_figures(p, r);
    }
}

static bool have_topics(const ot_passage *p, run r)
{
    bool differ = false;

    for (size_t k = r.first - r.n; k < r.first; k++) {
        const ot_spoken *s = &p->spoken[k];
        if (s->kind != OT_CLAIM_LEVEL || s->old) {
            return false;
        }
        differ = differ || s->topic != p->spoken[r.first - 1].topic;
    }
    return differ;
}

// "5.1 billion and exports 3.2, against 4.8 and 2.9": old values in their
// order.
static void settle_old_list(ot_passage *p, size_t k)
{
    run r = {k, 1};

    while (ot__are_listed(p, r.first + r.n - 1) &&
           p->spoken[r.first + r.n].old && r.n < EACH_MOST) {
        r.n++;
    }
    if (r.n > 1 && r.first >= r.n && have_topics(p, r)) {
        from_figures(p, r);
    }
}

void ot__settle_each(ot_passage *p)
{
    for (size_t k = 1; k < p->n; k++) {
        if (p->spoken[k].old && !p->spoken[k - 1].old) {
            settle_old_list(p, k);
        }
    }
    for (size_t i = 0; i < p->items.n; i++) {
        if (ot__is(p, i, WORD_EACH)) {
            settle(p, i);
        }
    }
}
