// SPDX-License-Identifier: GPL-3.0-or-later
// check_page_mark.c - which words of a text are marked: those of its claims,
// one mark where they overlap.

#include <stdlib.h>

#include "cli/check_page.h"

typedef struct spot {
    check_place place;
    size_t claim;
} spot;

// By place; claims without one last; then as they come.
static int by_place(const void *a, const void *b)
{
    const spot *x = a, *y = b;
    const size_t from[] = {x->place.to > 0 ? x->place.from : SIZE_MAX,
                           y->place.to > 0 ? y->place.from : SIZE_MAX};

    if (from[0] != from[1]) {
        return from[0] < from[1] ? -1 : 1;
    }
    return x->claim < y->claim ? -1 : 1;
}

static void join(page_text *x, const spot *spots, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const check_place *p = &spots[i].place;
        page_mark *last = x->marks > 0 ? &x->mark[x->marks - 1] : NULL;
        x->order[i] = spots[i].claim;
        if (p->to == 0) {
            continue;
        }
        if (last != NULL && p->from < last->to) {
            last->to = p->to > last->to ? p->to : last->to;
            last->last = i + 1;
        } else {
            x->mark[x->marks++] = (page_mark){p->from, p->to, i, i + 1};
        }
    }
}

ot_status page_mark_up(page_text *x, ot_error *err)
{
    const size_t n = x->t->claims->n;
    check_place *places = check_places(x->t);
    spot *spots = calloc(n + 1, sizeof *spots);

    x->order = calloc(n + 1, sizeof *x->order);
    x->mark = calloc(n + 1, sizeof *x->mark);
    const bool there =
        places != NULL && spots != NULL && x->order != NULL && x->mark != NULL;
    if (there) {
        for (size_t i = 0; i < n; i++) {
            spots[i] = (spot){places[i], i};
        }
        qsort(spots, n, sizeof *spots, by_place);
        join(x, spots, n);
    } else {
        page_mark_free(x);
    }
    free(places);
    free(spots);
    return there ? OT_OK
                 : ot_fail(err, OT_E_MEMORY, NULL, "no memory for a page");
}

void page_mark_free(page_text *x)
{
    free(x->order);
    free(x->mark);
    x->order = NULL;
    x->mark = NULL;
}
