// SPDX-License-Identifier: GPL-3.0-or-later
// inspect_shape.c - holes in a series, and figures after the end of an area.

#include "data/inspect.h"

#define STEADY 6 // figures looked at on each side of a hole; of years 3

static bool adjoin(const ot_run *run, size_t a, size_t b)
{
    return ot__cell_end(ot__run_at(run, a)) == ot__run_at(run, b)->first;
}

// ---- holes -----------------------------------------------------------------

// Is a month the last of a figure shorter than a year (January-August, or
// January-February together)? Then it is not lost.
static bool ends_somewhere(const ot_run *run, size_t behind, int32_t month)
{
    for (size_t i = behind; i-- > 0;) {
        const ot_pcell *c = ot__run_at(run, i);
        if (c->first < month - 11) {
            break;
        }
        if (c->months < 12 && ot__cell_end(c) == month + 1) {
            return true;
        }
    }
    return false;
}

// Are the figures around two neighbours a and b of a steady, unbroken series?
static bool steady(const ot_run *run, size_t a, size_t b)
{
    const int wanted = ot__run_at(run, a)->months == 1 ? STEADY : 3;
    double least = ot__amount_double(ot__run_at(run, a)->amount), most = least;

    for (int side = 0; side < 2; side++) {
        size_t i = side == 0 ? a : b;
        for (int k = 0; k < wanted; k++) {
            const double y = ot__amount_double(ot__run_at(run, i)->amount);
            least = y < least ? y : least;
            most = y > most ? y : most;
            const size_t next =
                side == 0 ? ot__step_back(run, i) : ot__step_on(run, i);
            if (next == run->n ||
                !adjoin(run, side == 0 ? next : i, side == 0 ? i : next)) {
                return false;
            }
            i = next;
        }
    }
    return least > 0 && most <= 4 * least;
}

// Periods between two neighbours that are lost, from *first on.
static int32_t count_lost(const ot_run *run, const ot_published *known,
                          size_t a, size_t b, int32_t *first)
{
    const ot_pcell *before = ot__run_at(run, a), *after = ot__run_at(run, b);
    const uint8_t flow = run->p->key[run->key].flow;
    const int32_t step = before->months;
    int32_t lost = 0;

    for (int32_t m = ot__cell_end(before); m + step <= after->first;
         m += step) {
        const bool others = ot__published(known, flow, m, step);
        if (!others && (step != 1 || !ends_somewhere(run, b, m))) {
            *first = lost == 0 ? m : *first;
            lost++;
        }
    }
    return lost;
}

static void check_gap(const ot_run *run, const ot_published *known, size_t a,
                      size_t b, ot_inspection *to)
{
    const ot_pcell *before = ot__run_at(run, a), *after = ot__run_at(run, b);
    const int32_t step = before->months;
    int32_t first = ot__cell_end(before);
    int32_t lost = count_lost(run, known, a, b, &first);

    if (lost == 0 && after->first - ot__cell_end(before) <= 2 * step &&
        !ends_somewhere(run, b, first) && steady(run, a, b)) {
        lost = (after->first - first) / step;
    }
    if (lost == 0) {
        return;
    }
    ot_discrepancy d = ot__discrepancy(run->p, before, OT_INSPECT_HOLES);
    d.computed = ot__amount_double(after->amount);
    d.other = ot__cell_place(run->p, after);
    d.other_period = (ot_period){after->first, after->months};
    d.period = (ot_period){first, step};
    d.count = lost * step;
    ot__inspect_fail(to, &d);
}

// A series of which a quarter and more is missing says nothing by its holes,
// unless it is that with the world.
static bool dense(const ot_run *run, int32_t step)
{
    int32_t first = 0, end = 0, count = 0;

    for (size_t i = 0; i < run->n; i++) {
        const ot_pcell *c = ot__run_at(run, i);
        if (c->months == step) {
            first = count == 0 ? c->first : first;
            end = ot__cell_end(c);
            count++;
        }
    }
    const ot_area partner = run->p->key[run->key].partner;
    const bool world =
        partner < ot_area_count() && ot_area_kind_of(partner) == OT_AREA_WORLD;
    return (world && count > 1) ||
           (count > 2 && 4 * count * step > 3 * (end - first));
}

static void check_gaps(const ot_run *run, const ot_published *known,
                       int32_t step, ot_inspection *to)
{
    size_t last = run->n;

    if (!dense(run, step)) {
        return;
    }
    to->check[OT_INSPECT_HOLES].tested++;
    for (size_t i = 0; i < run->n; i++) {
        if (ot__run_at(run, i)->months != step) {
            continue;
        }
        if (last < run->n && !adjoin(run, last, i)) {
            check_gap(run, known, last, i, to);
        }
        last = i;
    }
}

void ot__inspect_holes(const ot_run *run, const ot_published *known,
                       ot_inspection *to)
{
    check_gaps(run, known, 1, to);
    check_gaps(run, known, 12, to);
}

// ---- the life of an area ---------------------------------------------------

// Of countries that are no more. First years are not looked at: offices carry
// figures of new countries back.
static int32_t count_after(const ot_run *run, ot_area area, size_t *where)
{
    const int last = area < ot_area_count() ? ot_area_last_year(area) : 0;
    int32_t count = 0;

    for (size_t i = 0; i < run->n && last != 0; i++) {
        const ot_pcell *c = ot__run_at(run, i);
        if (ot_month_year(c->first) > last && ot__cell_known(c) &&
            c->amount != 0) {
            *where = count == 0 ? i : *where;
            count++;
        }
    }
    return count;
}

void ot__inspect_years(const ot_run *run, ot_inspection *to)
{
    const ot_pkey *key = &run->p->key[run->key];
    const ot_area areas[] = {key->reporter, key->partner};

    to->check[OT_INSPECT_YEARS].tested++;
    for (int i = 0; i < 2; i++) {
        size_t where = 0;
        const int32_t count = count_after(run, areas[i], &where);
        if (count > 0) {
            ot_discrepancy d = ot__discrepancy(run->p, ot__run_at(run, where),
                                               OT_INSPECT_YEARS);
            d.count = count;
            ot__inspect_fail(to, &d);
            return;
        }
    }
}
