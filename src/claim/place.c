// SPDX-License-Identifier: GPL-3.0-or-later
// place.c - whose trade, with whom: by the nearest mention, taken over from the
// sentences before.

#include "claim/passage.h"

typedef enum place_role { ROLE_NONE, ROLE_REPORTER, ROLE_PARTNER } place_role;

static bool is_place(const ot_passage *p, size_t i)
{
    return ot__is_kind(p, i, ITEM_AREA) || ot__is(p, i, WORD_GROUP);
}

static ot_topic flow_before(const ot_passage *p, size_t i)
{
    for (size_t j = i; j-- > 0;) {
        if (ot__is(p, j, WORD_FLOW)) {
            return (ot_topic)p->items.at[j].value;
        }
    }
    return p->context->topic;
}

static bool is_import(const ot_passage *p, size_t i)
{
    return ot__is(p, i, WORD_FLOW) && p->items.at[i].value == TOPIC_IMPORT;
}

// "imports", "imports of Chinese cars" before a link
static bool imports_before(const ot_passage *p, size_t i)
{
    size_t j = i;

    while (j > 0 && i - j < 3 && ot__gap(p, j - 1) <= 2 &&
           (ot__is_kind(p, j - 1, ITEM_AREA) || ot__is(p, j - 1, WORD_OF))) {
        j--;
    }
    return j > 0 && is_import(p, j - 1) && ot__gap(p, j - 1) <= 2;
}

static bool has_place_before(const ot_passage *p, size_t i)
{
    return i > 0 && is_place(p, i - 1) && ot__gap(p, i - 1) <= 2;
}

static bool has_share_before(const ot_passage *p, size_t i)
{
    for (size_t j = i; j-- > 0;) {
        if (ot__is(p, j, WORD_SHARE)) {
            return true;
        }
    }
    return false;
}

static bool is_named_before(const ot_passage *p, size_t i)
{
    for (size_t j = 0; j < i; j++) {
        if (ot__is_kind(p, j, ITEM_AREA) &&
            p->items.at[j].area == p->items.at[i].area) {
            return true;
        }
    }
    return false;
}

// The place before item i in a list, "Peru, Chile and Cuba"; i: none.
static size_t listed_before(const ot_passage *p, size_t i)
{
    size_t j = i;

    while (j > 0 && ot__gap(p, j - 1) <= 1 &&
           (ot__is(p, j - 1, WORD_AND) ||
            (ot__is(p, j - 1, WORD_CLAUSE) && !ot__is_break(p, j - 1)))) {
        j--;
    }
    if (j == i || j == 0 || !is_place(p, j - 1) || ot__gap(p, j - 1) > 1) {
        return i;
    }
    // A comma alone makes a list only where an "and" ends it.
    size_t k = i;
    while (!ot__is(p, k - 1, WORD_AND)) {
        if (!(ot__is(p, k + 1, WORD_AND) ||
              (ot__is(p, k + 1, WORD_CLAUSE) && !ot__is_break(p, k + 1)))) {
            return i;
        }
        k += ot__is(p, k + 2, WORD_AND) ? 3 : 2;
        if (!is_place(p, k)) {
            return i;
        }
    }
    return j - 1;
}

// By the link in front of a place: "to China", "between A and B".
static place_role role_by_link(const ot_passage *p, size_t i)
{
    const size_t j = i - 1;

    if (i == 0 || ot__gap(p, j) > 2) {
        return ROLE_NONE;
    }
    if (ot__is(p, j, WORD_WITH) && j > 0 && ot__is(p, j - 1, WORD_CLAUSE) &&
        ot__is_kind(p, i, ITEM_AREA) && is_named_before(p, i)) {
        return ROLE_NONE; // ", with the UK reporting a surplus"
    }
    if (ot__is(p, j, WORD_TO) && imports_before(p, j)) {
        return ROLE_REPORTER; // "imports into Russia"
    }
    if (ot__is(p, j, WORD_TO) || ot__is(p, j, WORD_WITH)) {
        return ROLE_PARTNER;
    }
    if (ot__is(p, j, WORD_BETWEEN)) {
        return ROLE_REPORTER;
    }
    if (ot__is(p, j, WORD_FROM)) {
        const ot_topic topic = flow_before(p, i);
        return topic == TOPIC_EXPORT || topic == TOPIC_REEXPORT ? ROLE_REPORTER
                                                                : ROLE_PARTNER;
    }
    if (ot__is(p, j, WORD_AND) && j > 0 && is_place(p, j - 1) && j > 1 &&
        ot__is(p, j - 2, WORD_BETWEEN)) {
        return ROLE_PARTNER;
    }
    if (ot__is(p, j, WORD_OF) && j > 0 && ot__is(p, j - 1, WORD_SHARE)) {
        return ROLE_PARTNER; // "the share of Russia in Armenia's trade"
    }
    if (p->grammar->capitals && ot__gap(p, j) == 0 && is_import(p, j) &&
        ot__is_kind(p, i, ITEM_AREA)) {
        return ROLE_PARTNER; // "imported Russian flour"
    }
    if (ot__is(p, j, WORD_OF) && j > 0 && is_import(p, j - 1) &&
        !p->items.at[i].possessive && has_place_before(p, j - 1)) {
        return ROLE_PARTNER; // "Tajik imports of Russian flour"
    }
    const bool those = j > 0 && ot__is(p, j - 1, WORD_STANDIN) &&
                       p->items.at[j - 1].value == STANDIN_THOSE;
    if (ot__is(p, j, WORD_OF) && j > 0 &&
        (those || ot__is(p, j - 1, WORD_FLOW) ||
         ot__is(p, j - 1, WORD_PARTNER))) {
        return those && has_share_before(p, j) ? ROLE_PARTNER : ROLE_REPORTER;
    }
    const size_t listed = listed_before(p, i);
    return listed != i && role_by_link(p, listed) == ROLE_PARTNER ? ROLE_PARTNER
                                                                  : ROLE_NONE;
}

static bool partner_follows(const ot_passage *p, size_t i)
{
    for (size_t j = i + 1; j < p->items.n; j++) {
        if (ot__is(p, j, WORD_PARTNER)) {
            return true;
        }
    }
    return false;
}

// Does a link name the partner, as in "Canada's share of imports from China"?
static bool partner_linked(const ot_passage *p)
{
    for (size_t j = 0; j < p->items.n; j++) {
        if (is_place(p, j) && role_by_link(p, j) == ROLE_PARTNER) {
            return true;
        }
    }
    return false;
}

// "Singapore ($1.8)", "China 34.2 %": a partner beside its figure.
static bool is_beside(const ot_passage *p, size_t i)
{
    const size_t next = ot__is(p, i + 1, WORD_OPEN) ? i + 2 : i + 1;

    return ot__is_kind(p, next, ITEM_FIGURE) && ot__gap(p, i) == 0 &&
           ot__gap(p, next - 1) == 0 && !p->items.at[i].possessive;
}

// "Uzbek-Afghan trade": are items i and i + 1 such a pair?
static bool is_pair(const ot_passage *p, size_t i)
{
    return ot__is_kind(p, i, ITEM_AREA) && ot__is_kind(p, i + 1, ITEM_AREA) &&
           p->items.at[i + 1].at == p->items.at[i].end + 1 &&
           p->clean->text[p->items.at[i].end] == '-';
}

// By what stands behind a place: "Armenia's share", "Israeli exports".
static place_role role_by_head(const ot_passage *p, size_t i)
{
    const ot_item *item = &p->items.at[i];

    if (ot__is(p, i + 1, WORD_SHARE) && ot__gap(p, i) <= 1) {
        return item->possessive && partner_linked(p) ? ROLE_REPORTER
                                                     : ROLE_PARTNER;
    }
    if (ot__gap(p, i) <= 1 && !item->possessive &&
        (ot__is(p, i + 1, WORD_PLACED) || ot__is(p, i + 1, WORD_ORDINAL))) {
        return ROLE_PARTNER; // "Russia ranks first in Armenia's trade"
    }
    if (is_beside(p, i)) {
        return ROLE_NONE; // "and China 34.2 %", "China (34.2 %)"
    }
    if (i > 0 && ot__gap(p, i - 1) == 0 && !p->grammar->capitals &&
        (ot__is(p, i - 1, WORD_FLOW) || ot__is(p, i - 1, WORD_SHARE) ||
         ot__is(p, i - 1, WORD_PARTNER))) {
        // A genitive: "the exports Armenia's", "the share China's".
        const bool into = is_import(p, i - 1) && ot__is(p, i + 1, WORD_TO);
        return ot__is(p, i - 1, WORD_SHARE) || into ? ROLE_PARTNER
                                                    : ROLE_REPORTER;
    }
    if (i > 1 && !p->grammar->capitals && ot__is(p, i - 1, WORD_AND) &&
        ot__is_kind(p, i - 2, ITEM_AREA) && i > 2 &&
        ot__is(p, i - 3, WORD_FLOW) &&
        p->items.at[i - 3].value == TOPIC_TURNOVER) {
        return ROLE_PARTNER; // "the turnover of Russia and Turkey"
    }
    if (item->possessive ||
        (ot__is(p, i + 1, WORD_FLOW) && ot__gap(p, i) <= 3)) {
        return ROLE_REPORTER;
    }
    for (size_t j = i + 1; j < p->items.n && j <= i + 3; j++) {
        if (ot__is(p, j, WORD_FLOW) && p->items.at[j].word - item->after <= 4) {
            return ROLE_REPORTER;
        }
    }
    const bool verb = i + 1 < p->items.n && ot__gap(p, i) <= 2 &&
                      (ot__is(p, i + 1, WORD_LEVEL) || ot__is_move(p, i + 1) ||
                       ot__is(p, i + 1, WORD_MODAL));
    const bool subject =
        (i == 0 || ot__is(p, i - 1, WORD_CLAUSE) || verb ||
         ot__is_kind(p, i - 1, ITEM_WHEN)) &&
        (i == 0 || !ot__is(p, i - 1, WORD_IN) || ot__gap(p, i - 1) > 1);
    if (!subject) {
        return ROLE_NONE;
    }
    return partner_follows(p, i) ? ROLE_PARTNER : ROLE_REPORTER;
}

static place_role role_of(const ot_passage *p, size_t i)
{
    if (ot__is(p, i, WORD_GROUP)) {
        return ROLE_PARTNER;
    }
    if (ot_area_kind_of(p->items.at[i].area) == OT_AREA_WORLD) {
        return i > 0 && ot__is(p, i - 1, WORD_TO) ? ROLE_PARTNER : ROLE_NONE;
    }
    if (is_pair(p, i)) {
        return ROLE_REPORTER;
    }
    if (i > 0 && is_pair(p, i - 1)) {
        return ROLE_PARTNER;
    }
    const place_role role = role_by_link(p, i);
    if (role == ROLE_PARTNER && p->items.at[i].possessive &&
        !ot__is(p, i + 1, WORD_SHARE)) {
        return ROLE_REPORTER; // "compared to China's exports"
    }
    return role != ROLE_NONE ? role : role_by_head(p, i);
}

// ---- one figure -------------------------------------------------------------

static bool has_flow_before(const ot_passage *p, size_t i)
{
    for (size_t j = i; j-- > 0;) {
        if (ot__is(p, j, WORD_FLOW)) {
            return true;
        }
    }
    return false;
}

// Is what stands at j, behind a comma, of another figure than item i?
static bool is_parted(const ot_passage *p, size_t i, size_t j)
{
    return ot__is_kind(p, j, ITEM_FIGURE) ||
           (ot__is(p, j, WORD_FLOW) && has_flow_before(p, i));
}

// The place of a role nearest to item i: the last before it, else the first
// behind it; items.n: none.
static size_t nearest(const ot_passage *p, size_t i, place_role role)
{
    for (size_t j = i; j-- > 0;) {
        if (is_place(p, j) && role_of(p, j) == role) {
            return j;
        }
    }
    int flows = 0;
    bool parted = false, parted_with = false;
    for (size_t j = i + 1; j < p->items.n && flows < 2; j++) {
        flows += ot__is(p, j, WORD_FLOW);
        parted = parted || ot__is(p, j, WORD_CLAUSE);
        if (parted && role == ROLE_PARTNER && is_parted(p, i, j)) {
            break;
        }
        parted_with = parted_with || (ot__is(p, j, WORD_CLAUSE) &&
                                      ot__is(p, j + 1, WORD_WITH));
        if (parted_with && role == ROLE_PARTNER) {
            break; // ", with Italy taking a half"
        }
        if (is_place(p, j) && role_of(p, j) == role) {
            return j;
        }
    }
    return p->items.n;
}

// Any place at all, as a reporter: "the Statistics Service of Georgia".
static size_t any_place(const ot_passage *p)
{
    if (partner_follows(p, 0)) {
        return p->items.n; // "China, followed by Italy": all are partners
    }
    for (size_t j = 0; j < p->items.n; j++) {
        if (ot__is_kind(p, j, ITEM_AREA) && role_of(p, j) == ROLE_NONE &&
            !(j > 0 && ot__is(p, j - 1, WORD_BY)) && !is_beside(p, j) &&
            ot_area_kind_of(p->items.at[j].area) != OT_AREA_WORLD) {
            return j;
        }
    }
    return p->items.n;
}

static void settle_reporter(const ot_passage *p, ot_spoken *s)
{
    size_t at = nearest(p, s->item, ROLE_REPORTER);

    if (at == p->items.n && p->context->reporter == OT_AREA_NONE) {
        at = any_place(p);
    }
    s->reporter = at < p->items.n ? p->items.at[at].area : p->context->reporter;
}

// A partner right beside its figure: "followed by Russia with 25.9 billion",
// "by Russia (25.9 %)", "China 34.2 %", "1.9 billion went to Russia".
static size_t own_partner(const ot_passage *p, const ot_spoken *s)
{
    const size_t i = s->item;
    const bool opened =
        i > 0 && (ot__is(p, i - 1, WORD_WITH) || ot__is(p, i - 1, WORD_OPEN));
    const bool beside = i > 0 && is_place(p, i - 1) && ot__gap(p, i - 1) == 0;
    const size_t before = opened ? i - 2 : i - 1;

    if (((opened && i > 1) || beside) && is_place(p, before) &&
        ot__gap(p, before) == 0 && !p->items.at[before].possessive &&
        role_of(p, before) == ROLE_NONE) {
        return before;
    }
    // "1.9 billion to Russia", "a 5 billion deficit with Japan"
    const bool flow = ot__is(p, i + 1, WORD_FLOW) && ot__gap(p, i) <= 1;
    const size_t link = i + 1 + flow;
    const bool went = ot__gap(p, link - 1) <= 1 &&
                      (ot__is(p, link, WORD_TO) || ot__is(p, link, WORD_WITH) ||
                       ot__is(p, link, WORD_FROM));
    return went && is_place(p, link + 1) && role_of(p, link + 1) == ROLE_PARTNER
               ? link + 1
               : p->items.n;
}

// all: the sentence has spoken of trade with all; so it goes on.
static void settle_partner(const ot_passage *p, ot_spoken *s, bool *all)
{
    size_t at = nearest(p, s->item, ROLE_PARTNER);

    const size_t own = own_partner(p, s);
    at = own < p->items.n ? own : at;
    *all = (*all && at == p->items.n) ||
           (own == p->items.n && ot__is_total(p, s, at));
    if (at < p->items.n && !*all) {
        s->group = ot__is(p, at, WORD_GROUP);
        s->partner = s->group ? OT_AREA_NONE : p->items.at[at].area;
    } else if (!*all) {
        ot__carry_partner(p, s);
    }
}

void ot__settle_places(ot_passage *p)
{
    bool all = false;

    for (size_t k = 0; k < p->n; k++) {
        ot_spoken *s = &p->spoken[k];
        settle_reporter(p, s);
        settle_partner(p, s, &all);
        if (s->partner == s->reporter) {
            s->partner = OT_AREA_NONE;
        }
    }
    if (p->n > 0) {
        p->context->reporter = p->spoken[p->n - 1].reporter;
        const ot_spoken *last = &p->spoken[p->n - 1];
        p->context->partner = last->partner;
        p->context->group = last->group;
        p->context->several = !all && (ot__are_several(p) || last->doubtful ||
                                       ot__has_other_partner(p, last));
    }
}
