// SPDX-License-Identifier: GPL-3.0-or-later
// inspect_key.c - the figures of one series against each other.

#include <math.h>

#include "data/inspect.h"

static double amount(const ot_pcell *c)
{
    return ot__amount_double(c->amount);
}

// What rounding allows, and the noise of figures that were binary once.
static double slack(double half, double y)
{
    return half * (1 + 1e-9) + 1e-9 * fabs(y);
}

static bool known(const ot_pcell *c)
{
    return ot_state_known((ot_state)c->state);
}

static ot_area_kind kind_of(ot_area area)
{
    return area < ot_area_count() ? ot_area_kind_of(area) : OT_AREA_COUNTRY;
}

// ---- finer figures against coarser ones
// --------------------------------------

// The first cell that begins at a month or later.
static size_t at_month(const ot_pcell *const cell[], size_t n, int32_t month)
{
    size_t lo = 0, hi = n;

    while (lo < hi) {
        const size_t mid = (lo + hi) / 2;
        if (cell[mid]->first < month) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo;
}

// Whether cells of `step` months tile a cell; their sum and what rounding
// allows.
static bool tiled(const ot_panel *p, const ot_pcell *const cell[], size_t n,
                  const ot_pcell *whole, int16_t step, ot_i128 *sum,
                  double *half)
{
    const int32_t end = whole->first + whole->months;

    *sum = 0;
    *half = 0;
    for (int32_t month = whole->first; month < end; month += step) {
        size_t i = at_month(cell, n, month);
        while (i < n && cell[i]->first == month && cell[i]->months != step) {
            i++;
        }
        if (i == n || cell[i]->first != month || !known(cell[i])) {
            return false;
        }
        *sum += cell[i]->amount;
        *half += ot__cell_half(p, cell[i]);
    }
    return whole->months > step && whole->months % step == 0;
}

static void check_tiles(ot_inspector *in, const ot_pcell *const cell[],
                        size_t n)
{
    static const int16_t steps[] = {1, 3};

    for (size_t i = 0; i < n; i++) {
        const ot_pcell *c = cell[i];
        for (size_t s = 0; s < 2 && c->months > 1 && known(c); s++) {
            ot_i128 sum;
            double half;
            if (tiled(in->panel, cell, n, c, steps[s], &sum, &half)) {
                const double stated = amount(c), made = ot__amount_double(sum);
                half += ot__cell_half(in->panel, c);
                ot__inspected(in, OT_INSPECT_MONTHS, c, stated, made,
                              fabs(stated - made) - slack(half, stated));
                break;
            }
        }
    }
}

// ---- figures to date
// ---------------------------------------------------------

static void check_to_date(ot_inspector *in, const ot_pcell *const cell[],
                          size_t n)
{
    const ot_pkey *k = &in->panel->key[cell[0]->key];
    const bool whole = kind_of(k->partner) != OT_AREA_COUNTRY &&
                       kind_of(k->partner) != OT_AREA_UNALLOCATED;

    for (size_t i = 1; i < n && k->flow != OT_BALANCE_HELD; i++) {
        const ot_pcell *a = cell[i - 1], *b = cell[i];
        if (a->first != b->first || !known(a) || !known(b)) {
            continue;
        }
        const double half =
            ot__cell_half(in->panel, a) + ot__cell_half(in->panel, b);
        ot__inspected(in, OT_INSPECT_TO_DATE, b, amount(b), amount(a),
                      amount(a) - amount(b) - slack(half, amount(a)));
        // A country may trade in its first months only; the world does not.
        if (whole && a->months > 1 && a->amount > 0) {
            ot__inspected(in, OT_INSPECT_LABELS, a, amount(a), amount(b),
                          a->amount == b->amount ? 1 : 0);
        }
    }
}

// ---- months
// ------------------------------------------------------------------

static void check_holes(ot_inspector *in, const ot_pcell *const cell[],
                        size_t n)
{
    const ot_pcell *before = NULL;
    const ot_pcell *hole = NULL;
    int32_t missing = 0;

    // A month without trade with a country has no row; with the world it has.
    if (kind_of(in->panel->key[cell[0]->key].partner) != OT_AREA_WORLD) {
        return;
    }
    for (size_t i = 0; i < n; i++) {
        if (cell[i]->months != 1) {
            continue;
        }
        if (before != NULL && cell[i]->first > before->first + 1) {
            missing += cell[i]->first - before->first - 1;
            hole = hole == NULL ? cell[i] : hole;
        }
        before = cell[i];
    }
    if (before != NULL) {
        ot__inspected(in, OT_INSPECT_HOLES, hole != NULL ? hole : before, 0,
                      missing, missing);
    }
}

// The power of ten by which a is nearly larger than b; 0: by none.
static int tens(double a, double b)
{
    const double x = log10(a / b);
    const double k = round(x);

    return fabs(x - k) < 0.12 ? (int)k : 0;
}

// A month that is a power of ten off both its neighbours, which are alike, and
// off the month a year before.
static bool slipped(double before, double here, double after, double year_ago)
{
    if (before <= 0 || here <= 0 || after <= 0 || year_ago <= 0) {
        return false;
    }
    const int k = tens(here, before);

    return k != 0 && tens(here, after) == k && tens(here, year_ago) == k &&
           fabs(log10(before / after)) < 0.12;
}

// Whether nearly all months are within a quarter of the one before: in an even
// series a slip of the unit shows, in an uneven one it is trade in ships.
static bool is_even(const ot_pcell *const cell[], size_t n)
{
    size_t near = 0;

    for (size_t i = 1; i < n; i++) {
        const double a = amount(cell[i - 1]), b = amount(cell[i]);
        near += a > 0 && b > 0 && fabs(log10(b / a)) < 0.1;
    }
    return 10 * near >= 8 * n;
}

static void check_jumps(ot_inspector *in, const ot_pcell *const cell[],
                        size_t n)
{
    const ot_pcell *found = NULL;
    double usual = 0;
    size_t months = 0;

    for (size_t i = 0; i < n; i++) {
        months += cell[i]->months == 1;
    }
    if (months != n || n < 14 || !is_even(cell, n)) {
        return;
    }
    for (size_t i = 12; i + 1 < n; i++) {
        const bool in_row = cell[i]->first == cell[i - 12]->first + 12 &&
                            cell[i + 1]->first == cell[i]->first + 1;
        if (in_row && found == NULL &&
            slipped(amount(cell[i - 1]), amount(cell[i]), amount(cell[i + 1]),
                    amount(cell[i - 12]))) {
            found = cell[i];
            usual = amount(cell[i - 1]);
        }
    }
    ot__inspected(in, OT_INSPECT_JUMPS, found != NULL ? found : cell[0],
                  found != NULL ? amount(found) : 0, usual, found != NULL);
}

// ---- areas and their years
// -----------------------------------------------------

static bool outside(ot_area area, const ot_pcell *c)
{
    if (area == OT_AREA_NONE || area >= ot_area_count()) {
        return false;
    }
    const int first = ot_area_first_year(area), last = ot_area_last_year(area);
    const int from = ot_month_year(c->first);
    const int to = ot_month_year(c->first + c->months - 1);

    return c->amount != 0 &&
           ((first != 0 && to < first) || (last != 0 && from > last));
}

static void check_years(ot_inspector *in, const ot_pcell *const cell[],
                        size_t n)
{
    const ot_pkey *k = &in->panel->key[cell[0]->key];
    const ot_pcell *found = NULL;
    double figures = 0;

    for (size_t i = 0; i < n; i++) {
        if (outside(k->partner, cell[i]) || outside(k->reporter, cell[i])) {
            found = found == NULL ? cell[i] : found;
            figures++;
        }
    }
    ot__inspected(in, OT_INSPECT_YEARS, found != NULL ? found : cell[0], 0,
                  figures, figures);
}

void ot__inspect_key(ot_inspector *in, const ot_pcell *const cell[], size_t n)
{
    check_tiles(in, cell, n);
    check_to_date(in, cell, n);
    check_holes(in, cell, n);
    check_jumps(in, cell, n);
    check_years(in, cell, n);
}
