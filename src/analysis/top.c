// SPDX-License-Identifier: GPL-3.0-or-later
// top.c - what a total is made of in two periods, and what moved it.

#include "analysis/top.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// ---- order and ranks -------------------------------------------------------

typedef struct ranked {
    ot_i128 by;
    size_t i;
} ranked;

static int largest_first(const void *left, const void *right)
{
    const ranked *a = left, *b = right;

    if (a->by != b->by) {
        return a->by > b->by ? -1 : 1;
    }
    return (a->i > b->i) - (a->i < b->i);
}

// What the work is done with; n of each.
typedef struct room {
    ot__both *part;
    ranked *order;
    size_t *rank, *was;
} room;

static void free_room(room *r)
{
    free(r->part);
    free(r->order);
    free(r->rank);
    free(r->was);
}

static ot_status make_room(room *r, size_t n, ot_error *err)
{
    *r = (room){
        .part = malloc((n + 1) * sizeof *r->part),
        .order = malloc((n + 1) * sizeof *r->order),
        .rank = calloc(n + 1, sizeof *r->rank),
        .was = calloc(n + 1, sizeof *r->was),
    };
    return r->part != NULL && r->order != NULL && r->rank != NULL &&
                   r->was != NULL
               ? OT_OK
               : ot_fail(err, OT_E_MEMORY, NULL, "no memory for %zu parts", n);
}

// The allocated parts, largest first by what key() says; how many they are.
static size_t sort(room *r, const ot_top_part part[], size_t n,
                   ot_i128 (*key)(const ot__both *p))
{
    size_t m = 0;

    for (size_t i = 0; i < n; i++) {
        if (!part[i].unallocated) {
            r->order[m++] = (ranked){key(&r->part[i]), i};
        }
    }
    qsort(r->order, m, sizeof *r->order, largest_first);
    return m;
}

static ot_i128 by_value(const ot__both *p)
{
    return p->value;
}

static ot_i128 by_base(const ot__both *p)
{
    return p->base;
}

static ot_i128 by_change(const ot__both *p)
{
    const ot_i128 change = p->value - p->base;

    return change < 0 ? -change : change;
}

// Like amounts have like ranks; nothing has none.
static void number(const room *r, size_t m, size_t rank[])
{
    for (size_t k = 0; k < m; k++) {
        const ranked *here = &r->order[k];
        rank[here->i] = here->by == 0                      ? 0
                        : k > 0 && here->by == here[-1].by ? rank[here[-1].i]
                                                           : k + 1;
    }
}

// ---- concentration ---------------------------------------------------------

// Of the m parts in order, as they are now or were before.
static ot_concentration concentrate(const room *r, size_t m,
                                    ot__side (*take)(const ot__both *p))
{
    const ot_concentration undefined = {0, ot__ranged_none(), ot__ranged_none(),
                                        ot__ranged_none()};
    ot_concentration c = undefined;
    double squares = 0, lo = 0, hi = 0;
    ot__both sum = {0, 0, 0, 0};

    for (size_t k = 0; k < m; k++) {
        const ot__side s = take(&r->part[r->order[k].i]);
        if (s.y < 0) {
            return undefined;
        }
        ot__both_add(&sum, &r->part[r->order[k].i]);
        c.n += s.y > 0;
    }
    const ot__side all = take(&sum);
    if (!(all.y > 0)) {
        return c;
    }
    for (size_t k = 0; k < m; k++) {
        const ot_ranged s =
            ot__top_share(take(&r->part[r->order[k].i]), all, false);
        squares += s.y * s.y;
        lo += s.range.lo * s.range.lo;
        hi += s.range.hi * s.range.hi;
    }
    // A sum of m rounded squares is good to as many units in the last place.
    const double slack = ((double)m + 4) * 0x1p-52, n = (double)c.n;
    c.hhi = (ot_ranged){squares, all.half > 0
                                     ? ot_interval_of(lo * (1 - slack),
                                                      fmin(1, hi * (1 + slack)))
                                     : ot_interval_point(squares)};
    c.effective =
        ot__ranged_quotient((ot_ranged){1, ot_interval_point(1)}, c.hhi);
    if (c.n > 1) {
        c.normalised = (ot_ranged){
            (squares - 1 / n) / (1 - 1 / n),
            ot_interval_scale(ot_interval_shift(c.hhi.range, -1 / n),
                              1 / (1 - 1 / n))};
    }
    return c;
}

// ---- the table -------------------------------------------------------------

static ot_status take(room *r, const ot_top_part part[], size_t n, ot__whole *w,
                      ot_error *err)
{
    *w = (ot__whole){.shares = true, .base_shares = true};
    for (size_t i = 0; i < n; i++) {
        const ot_status status = ot__both_check(&part[i], i + 1, err);
        if (status != OT_OK) {
            return status;
        }
        r->part[i] = ot__both_of(&part[i]);
        ot__both_add(&w->sum, &r->part[i]);
        w->shares = w->shares && r->part[i].value >= 0;
        w->base_shares = w->base_shares && r->part[i].base >= 0;
    }
    return OT_OK;
}

// Rows for the first of the order; the rest is others.
static void fill(ot_top *top, const room *r, size_t m, const ot__whole *w)
{
    ot__both others = {0, 0, 0, 0};

    top->others = (ot_top_row){.part = OT_TOP_NO_PART, .n = m - top->rows};
    for (size_t k = 0; k < m; k++) {
        const size_t i = r->order[k].i;
        if (k >= top->rows) {
            ot__both_add(&others, &r->part[i]);
            continue;
        }
        top->row[k] = (ot_top_row){
            .part = i, .n = 1, .rank = r->rank[i], .was = r->was[i]};
        ot__top_measure(&top->row[k], &r->part[i], w);
    }
    ot__top_measure(&top->others, &others, w);
}

// What is in the total, and in none of the allocated parts.
static void fill_rest(ot_top *top, const room *r, const ot_top_part part[],
                      size_t n, const ot__whole *w)
{
    ot__both rest = {0, 0, 0, 0};
    size_t known = 0;

    for (size_t i = 0; i < n; i++) {
        if (part[i].unallocated) {
            ot__both_add(&rest, &r->part[i]);
            known++;
        }
    }
    if (w->published) {
        const ot__both lacking = ot__both_less(&w->total, &w->sum);
        top->rest = lacking.value != 0 || lacking.base != 0;
        if (top->rest) {
            ot__both_add(&rest, &lacking);
        }
    }
    top->rest = top->rest || known > 0;
    top->unallocated = (ot_top_row){.part = OT_TOP_NO_PART, .n = known};
    ot__top_measure(&top->unallocated, &rest, w);
}

// Moves the rows of another table to the front, in their order; the rest keeps
// its own.
static ot_status follow(room *r, size_t m, size_t n, const ot_top *first,
                        ot_error *err)
{
    bool *there = calloc(n + 1, sizeof *there);
    ranked *rest = malloc((m + 1) * sizeof *rest);
    size_t k = 0;

    if (there == NULL || rest == NULL) {
        free(there);
        free(rest);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for %zu parts", n);
    }
    for (; k < first->rows; k++) {
        rest[k] = (ranked){0, first->row[k].part};
        there[first->row[k].part] = true;
    }
    for (size_t i = 0; i < m; i++) {
        if (!there[r->order[i].i]) {
            rest[k++] = r->order[i];
        }
    }
    memcpy(r->order, rest, m * sizeof *rest);
    free(there);
    free(rest);
    return OT_OK;
}

// What the rows are, and in which order.
typedef struct asked {
    const ot_top *first; // NULL: by order and most
    ot_top_order order;
    size_t most;
} asked;

static ot_status order_rows(room *r, const ot_top_part part[], size_t n,
                            size_t m, const asked *a, ot_top *top,
                            ot_error *err)
{
    ot_status status = OT_OK;

    top->rows = a->most > 0 && a->most < m ? a->most : m;
    if (a->first != NULL) {
        top->rows = a->first->rows;
        status = follow(r, m, n, a->first, err);
    } else if (a->order == OT_TOP_BY_CHANGE) {
        (void)sort(r, part, n, by_change);
    }
    top->row = calloc(top->rows + 1, sizeof *top->row);
    return top->row != NULL || status != OT_OK
               ? status
               : ot_fail(err, OT_E_MEMORY, NULL, "no memory for %zu rows", m);
}

// Whatever rounding leaves open, a total is all of itself.
static void whole_of_itself(ot_ranged *m, double all)
{
    if (!isnan(m->y)) {
        *m = (ot_ranged){all, ot_interval_point(all)};
    }
}

static ot_status make(room *r, const ot_top_part part[], size_t n,
                      const ot_top_part *published, const asked *a, ot_top *top,
                      ot_error *err)
{
    ot__whole w;
    ot_status status = take(r, part, n, &w, err);

    if (status == OT_OK && published != NULL) {
        status = ot__both_check(published, 0, err);
    }
    if (status != OT_OK) {
        return status;
    }
    ot__whole_total(&w, published);
    size_t m = sort(r, part, n, by_base);
    top->before = concentrate(r, m, ot__side_before);
    number(r, m, r->was);
    m = sort(r, part, n, by_value);
    top->now = concentrate(r, m, ot__side_now);
    number(r, m, r->rank);
    status = order_rows(r, part, n, m, a, top, err);
    if (status != OT_OK) {
        return status;
    }
    fill(top, r, m, &w);
    fill_rest(top, r, part, n, &w);
    top->total = (ot_top_row){.part = OT_TOP_NO_PART, .n = n};
    ot__top_measure(&top->total, &w.total, &w);
    whole_of_itself(&top->total.share, 1);
    whole_of_itself(&top->total.base_share, 1);
    whole_of_itself(&top->total.share_change, 0);
    return OT_OK;
}

static ot_status make_all(const ot_top_part part[], size_t n,
                          const ot_top_part *total, const asked *a, ot_top *top,
                          ot_error *err)
{
    room r;
    ot_status status = make_room(&r, n, err);

    *top = (ot_top){.rows = 0};
    if (status == OT_OK) {
        status = make(&r, part, n, total, a, top, err);
    }
    free_room(&r);
    return status;
}

ot_status ot_top_make(const ot_top_part part[], size_t n,
                      const ot_top_part *total, ot_top_order order, size_t most,
                      ot_top *top, ot_error *err)
{
    const asked a = {NULL, order, most};

    return make_all(part, n, total, &a, top, err);
}

ot_status ot_top_again(const ot_top *first, const ot_top_part part[], size_t n,
                       const ot_top_part *total, ot_top *top, ot_error *err)
{
    const asked a = {first, OT_TOP_BY_VALUE, 0};

    return make_all(part, n, total, &a, top, err);
}

void ot_top_free(ot_top *top)
{
    free(top->row);
    *top = (ot_top){.rows = 0};
}
