// SPDX-License-Identifier: GPL-3.0-or-later
// inspect_series.c - the figures of one key against each other: months against
// the year, figures to date against those before and against full years.

#include "data/inspect.h"

#define LONGEST 240 // months of a period that is tiled

// The first cell of a run with the same first month as cell i.
static size_t first_alike(const ot_run *run, size_t i)
{
    const int32_t first = ot__run_at(run, i)->first;

    while (i > 0 && ot__run_at(run, i - 1)->first == first) {
        i--;
    }
    return i;
}

// ---- months against the year -----------------------------------------------

typedef struct tiling {
    ot_i128 sum;
    double half;
    int32_t pieces, absent;
    bool mixed, known;
    const ot_pcell *first;
} tiling;

static void add_piece(const ot_run *run, const ot_pcell *whole,
                      const ot_pcell *piece, tiling *t)
{
    t->first = t->pieces == 0 ? piece : t->first;
    t->pieces++;
    t->sum += piece->amount;
    t->half += ot__cell_half(run->p, piece);
    t->mixed = t->mixed || piece->vintage != whole->vintage;
    t->known = t->known && ot__cell_known(piece);
}

// Of the cells from j on that start in a month, the shortest or the longest
// that is shorter than the whole and ends in it.
static const ot_pcell *piece_at(const ot_run *run, size_t j, int32_t month,
                                const ot_pcell *whole, bool longest)
{
    const ot_pcell *best = NULL;

    for (; j < run->n && ot__run_at(run, j)->first == month; j++) {
        const ot_pcell *c = ot__run_at(run, j);
        if (c->months < whole->months &&
            ot__cell_end(c) <= ot__cell_end(whole)) {
            best = c;
        }
        if (best != NULL && !longest) {
            break;
        }
    }
    return best;
}

// Covers cell i by others end to end. A month without a cell that the reporter
// published counts 0, if most of them are there. False: they do not reach.
static bool tile(const ot_run *run, size_t i, bool longest,
                 const ot_published *known, tiling *t)
{
    const ot_pcell *whole = ot__run_at(run, i);
    const uint8_t flow = run->p->key[run->key].flow;
    size_t j = first_alike(run, i);

    *t = (tiling){.known = true};
    for (int32_t month = whole->first; month < ot__cell_end(whole);) {
        while (j < run->n && ot__run_at(run, j)->first < month) {
            j++;
        }
        const ot_pcell *piece = piece_at(run, j, month, whole, longest);
        if (piece != NULL) {
            add_piece(run, whole, piece, t);
            month += piece->months;
        } else if (!longest && ot__published(known, flow, month, 1)) {
            t->absent++;
            month++;
        } else {
            return false;
        }
    }
    return t->pieces > 1 && t->pieces >= t->absent && t->known;
}

void ot__inspect_tiles(const ot_run *run, const ot_published *known,
                       ot_inspection *to)
{
    for (size_t i = 0; i < run->n; i++) {
        const ot_pcell *c = ot__run_at(run, i);
        tiling t;
        if (c->months < 2 || c->months > LONGEST || !ot__cell_known(c) ||
            (!tile(run, i, false, known, &t) &&
             !tile(run, i, true, known, &t))) {
            continue;
        }
        const double half = t.half + ot__cell_half(run->p, c);
        to->check[OT_INSPECT_TILES].tested++;
        if (!ot__amounts_differ(c->amount, t.sum, half)) {
            continue;
        }
        ot_discrepancy d = ot__discrepancy(run->p, c, OT_INSPECT_TILES);
        ot__discrepancy_amount(&d, c->amount, t.sum);
        d.half = half;
        d.count = t.pieces;
        d.absent = t.absent;
        d.mixed = t.mixed;
        d.other_period = (ot_period){t.first->first, t.first->months};
        d.other = ot__cell_place(run->p, t.first);
        ot__inspect_fail(to, &d);
    }
}

// ---- figures to date that fall ---------------------------------------------

void ot__inspect_falls(const ot_run *run, ot_inspection *to)
{
    if (run->p->key[run->key].flow == OT_BALANCE_HELD) {
        return; // it may fall
    }
    for (size_t i = 1; i < run->n; i++) {
        const ot_pcell *a = ot__run_at(run, i - 1), *b = ot__run_at(run, i);
        if (a->first != b->first || !ot__cell_known(a) || !ot__cell_known(b) ||
            a->amount <= 0) {
            continue;
        }
        const double half = ot__cell_half(run->p, a) + ot__cell_half(run->p, b);
        to->check[OT_INSPECT_FALLS].tested++;
        if (b->amount >= a->amount ||
            !ot__amounts_differ(a->amount, b->amount, half)) {
            continue;
        }
        ot_discrepancy d = ot__discrepancy(run->p, b, OT_INSPECT_FALLS);
        ot__discrepancy_amount(&d, b->amount, a->amount);
        d.half = half;
        d.mixed = a->vintage != b->vintage;
        d.other_period = (ot_period){a->first, a->months};
        d.other = ot__cell_place(run->p, a);
        ot__inspect_fail(to, &d);
    }
}

// ---- labels ----------------------------------------------------------------

// A full year and a figure to date that begin in the same month of a year.
static bool comparable(const ot_pcell *to_date, const ot_pcell *year)
{
    return year->months == 12 && ot__cell_known(year) &&
           (year->first - to_date->first) % 12 == 0;
}

// The cells within two years of cell i: [*from, *to).
static void near(const ot_run *run, size_t i, size_t *from, size_t *to)
{
    const int32_t first = ot__run_at(run, i)->first;

    *from = *to = i;
    while (*from > 0 && ot__run_at(run, *from - 1)->first >= first - 24) {
        --*from;
    }
    while (*to < run->n && ot__run_at(run, *to)->first <= first + 24) {
        ++*to;
    }
}

// The cell of a period among [from, to).
static const ot_pcell *find(const ot_run *run, size_t from, size_t to,
                            int32_t first, int32_t months)
{
    for (size_t i = from; i < to; i++) {
        const ot_pcell *c = ot__run_at(run, i);
        if (c->first == first && c->months == months && ot__cell_known(c)) {
            return c;
        }
    }
    return NULL;
}

// Is there a year near in which as many months were plainly less than the year?
static bool usually_less(const ot_run *run, size_t from, size_t to,
                         const ot_pcell *c)
{
    for (size_t i = from; i < to; i++) {
        const ot_pcell *year = ot__run_at(run, i);
        if (!comparable(c, year) || year->first == c->first) {
            continue;
        }
        const ot_pcell *part = find(run, from, to, year->first, c->months);
        if (part != NULL && ot__amount_double(part->amount) <
                                0.97 * ot__amount_double(year->amount)) {
            return true;
        }
    }
    return false;
}

// Of its own year: trade with a country may have stopped, so that the next
// figure to date must not say the same, and another year must look otherwise.
// Of another year: five thousand times what rounding allows is no coincidence.
static bool contradicts(const ot_run *run, size_t from, size_t to,
                        const ot_pcell *c, const ot_pcell *year)
{
    const double half = ot__cell_half(run->p, c) + ot__cell_half(run->p, year);
    const double y = ot__amount_double(c->amount);

    if (ot__amounts_differ(c->amount, year->amount, half)) {
        return false;
    }
    if (year->first != c->first) {
        return y > 5000 * half;
    }
    const ot_pcell *next = find(run, from, to, c->first, c->months + 1);
    const bool stopped =
        next != NULL && next != year && next->amount == c->amount;
    const ot_area partner = run->p->key[run->key].partner;
    const bool world =
        partner < ot_area_count() && ot_area_kind_of(partner) == OT_AREA_WORLD;
    return y > 20 * half && !stopped &&
           (world || usually_less(run, from, to, c));
}

static void check_label(const ot_run *run, size_t i, ot_inspection *to)
{
    const ot_pcell *c = ot__run_at(run, i);
    bool tested = false;
    size_t from, end;

    near(run, i, &from, &end);
    for (size_t j = from; j < end; j++) {
        const ot_pcell *year = ot__run_at(run, j);
        if (!comparable(c, year)) {
            continue;
        }
        tested = true;
        if (contradicts(run, from, end, c, year)) {
            ot_discrepancy d = ot__discrepancy(run->p, c, OT_INSPECT_LABELS);
            ot__discrepancy_amount(&d, c->amount, year->amount);
            d.half = ot__cell_half(run->p, c) + ot__cell_half(run->p, year);
            d.mixed = c->vintage != year->vintage;
            d.other_period = (ot_period){year->first, year->months};
            d.other = ot__cell_place(run->p, year);
            ot__inspect_fail(to, &d);
            break;
        }
    }
    to->check[OT_INSPECT_LABELS].tested += tested;
}

void ot__inspect_labels(const ot_run *run, ot_inspection *to)
{
    bool years = false;

    for (size_t i = 0; i < run->n && !years; i++) {
        years = ot__run_at(run, i)->months == 12;
    }
    for (size_t i = 0; i < run->n && years; i++) {
        const ot_pcell *c = ot__run_at(run, i);
        if (c->months > 1 && c->months < 12 && c->amount > 0 &&
            ot__cell_known(c)) {
            check_label(run, i, to);
        }
    }
}
