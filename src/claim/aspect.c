// SPDX-License-Identifier: GPL-3.0-or-later
// aspect.c - figures of another series than the headline's: "excluding gold",
// "in real terms", an earlier estimate, what the partner's office counted.
//
// Such words take no part in the grammar of a sentence; they are looked for in
// its text, and hold for the figures of their clause.

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "claim/passage.h"

// ---- one phrase -------------------------------------------------------------

// The longest phrase at a place of the text.
static const ot_aspect *aspect_at(const ot_grammar *g, ot_str s, size_t *length)
{
    const ot_aspect *best = NULL;

    *length = 0;
    for (const ot_aspect *a = g->aspects; a->phrase != NULL; a++) {
        const size_t n = ot__phrase_at(s, a->phrase);
        if (n > *length) {
            *length = n;
            best = a;
        }
    }
    return best;
}

// The first item that ends behind a place of the text.
static size_t item_behind(const ot_passage *p, size_t at)
{
    size_t i = 0;

    while (i < p->items.n && p->items.at[i].end <= at) {
        i++;
    }
    return i;
}

// What is left out: the words up to the next item that is no name and no "and".
static void name_without(const ot_passage *p, size_t from, size_t to,
                         char out[OT_ASPECT_SIZE])
{
    const char *text = p->clean->text;
    size_t n = (size_t)snprintf(out, OT_ASPECT_SIZE, "excluding");

    for (size_t i = item_behind(p, from); i < p->items.n; i++) {
        if (!ot__is_kind(p, i, ITEM_AREA) && !ot__is(p, i, WORD_AND)) {
            to = p->items.at[i].at < to ? p->items.at[i].at : to;
            break;
        }
    }
    while (to > from && strchr(" .,;:)", text[to - 1]) != NULL) {
        to--;
    }
    for (; from < to && n + 2 < OT_ASPECT_SIZE && text[from] != ','; from++) {
        out[n++] = (char)tolower((unsigned char)text[from]);
    }
    out[n] = '\0';
}

// Whose figures they are: the place right before the phrase, else the first in
// its clause behind it.
static ot_area source_of(const ot_passage *p, size_t from, size_t to)
{
    const size_t i = item_behind(p, to);
    const size_t before = item_behind(p, from);

    if (before > 0 && ot__is_kind(p, before - 1, ITEM_AREA) &&
        p->items.at[before - 1].end + 1 == from) {
        return p->items.at[before - 1].area;
    }
    return ot__is_kind(p, i, ITEM_AREA) && p->items.at[i].at <= to + 24
               ? p->items.at[i].area
               : OT_AREA_NONE;
}

// ---- the figures that it holds for ------------------------------------------

static bool is_figure(const ot_passage *p, size_t i)
{
    return ot__is_kind(p, i, ITEM_FIGURE);
}

static bool ends_clause(const ot_passage *p, size_t i)
{
    return ot__is(p, i, WORD_CLAUSE) || ot__is(p, i, WORD_AND);
}

// Does it stand behind its figure: "rose 4 percent in volume"? It does where no
// flow or comma is between; and where no figure follows it.
static bool is_behind(const ot_passage *p, size_t at)
{
    bool figure = false, follows = false, parted = false;

    for (size_t i = at; i < p->items.n; i++) {
        follows = follows || is_figure(p, i);
    }
    for (size_t i = at; i-- > 0 && !figure;) {
        figure = is_figure(p, i);
        parted = parted || ot__is(p, i, WORD_FLOW) || ends_clause(p, i);
    }
    return figure && (!parted || !follows);
}

typedef struct reach {
    size_t from, to; // items
} reach;

static reach reach_of(const ot_passage *p, size_t at)
{
    reach r = {at, at};

    if (is_behind(p, at)) {
        while (r.from > 0 && !is_figure(p, r.from - 1)) {
            r.from--;
        }
        while (r.from > 0 && !ends_clause(p, r.from - 1)) {
            r.from--;
        }
        return r;
    }
    while (r.to < p->items.n && !ot__is_break(p, r.to)) {
        r.to++;
    }
    return r;
}

static void set_aspect(const ot_passage *p, const ot_aspect *a, reach r,
                       ot_area source, const char *name)
{
    for (size_t k = 0; k < p->n; k++) {
        ot_spoken *s = &p->spoken[k];
        if (s->item < r.from || s->item >= r.to) {
            continue;
        }
        if (a->kind == ASPECT_SOURCE) {
            if (s->reporter != OT_AREA_NONE && s->reporter != source) {
                snprintf(s->vintage, sizeof s->vintage, "%s",
                         ot_area_code(source));
            }
        } else if (a->kind == ASPECT_VINTAGE) {
            snprintf(s->vintage, sizeof s->vintage, "%s", name);
        } else {
            snprintf(s->basis, sizeof s->basis, "%s", name);
        }
    }
}

// The old value of a revision is an earlier print of the same.
static void settle_revised(const ot_passage *p)
{
    const ot_when *now = NULL;

    for (size_t k = 0; k < p->n && now == NULL; k++) {
        now = p->spoken[k].old ? NULL : p->spoken[k].when;
    }
    for (size_t k = 0; k < p->n && ot__is_revision(p); k++) {
        ot_spoken *s = &p->spoken[k];
        if (s->old && s->when == now) {
            snprintf(s->vintage, sizeof s->vintage, "earlier");
        }
    }
}

void ot__settle_aspects(ot_passage *p, size_t from, size_t to)
{
    const char *text = p->clean->text;
    size_t length = 0;

    for (size_t i = from; i<to; i += length> 0 ? length : 1) {
        length = 0;
        if (i > from && strchr(" (-", text[i - 1]) == NULL) {
            continue;
        }
        const ot_aspect *a =
            aspect_at(p->grammar, (ot_str){text + i, to - i}, &length);
        if (a == NULL) {
            continue;
        }
        char without[OT_ASPECT_SIZE];
        const ot_area source = a->kind == ASPECT_SOURCE
                                   ? source_of(p, i, i + length)
                                   : OT_AREA_NONE;
        if (a->kind == ASPECT_WITHOUT) {
            name_without(p, i + length, to, without);
        }
        if (a->kind != ASPECT_SOURCE || source != OT_AREA_NONE) {
            set_aspect(p, a, reach_of(p, item_behind(p, i)), source,
                       a->kind == ASPECT_WITHOUT ? without : a->name);
        }
    }
    settle_revised(p);
}
