// SPDX-License-Identifier: GPL-3.0-or-later
// inspect_jumps.c - figures that are off by a power of ten: slips of the unit.
//
// The rules for powers of ten. A figure is a jump, by ten, a hundred, a
// thousand or a million, when
//   - it is over five times above, or below a fifth of, both figures beside it
//     (of the one, at the end of the series, and then a hundred times at
//     least);
//   - of six figures on each side (six at least in all, four of years) the
//     largest is at most 2.5 times the smallest, five times for hundreds, ten
//     times for more;
//   - divided by that power of ten it is within a factor of 1.6 to 2 of their
//     median, and within 2.2 of the same month a year away, where there is one;
//   - it and they are at least ten and fifty units of the last digit published;
//   - nowhere else in the series do two figures running differ three times: a
//     single aircraft or cargo moves small series, and is no slip.
// A shift asks for six figures on each side within 2.5 times of each other, and
// for a thousand times: trade itself may rise or fall tenfold.
//
// Two figures running that slip alike are seen by neither rule.

#include <math.h>
#include <stdlib.h>

#include "data/inspect.h"

#define WING 6 // figures looked at on each side

// Common logarithms of the figures about one, in order.
typedef struct wing {
    double log[2 * WING];
    size_t n, sides;
    double least; // of them
} wing;

static bool usable(const ot_pcell *c)
{
    return c->amount > 0 && ot__cell_known(c);
}

static void insert(wing *w, double y)
{
    const double log = log10(y);
    size_t at = w->n++;

    for (; at > 0 && w->log[at - 1] > log; at--) {
        w->log[at] = w->log[at - 1];
    }
    w->log[at] = log;
    w->least = w->n == 1 || y < w->least ? y : w->least;
}

// Adds up to six figures before or behind cell i, not more than eight steps
// away.
static void add_side(const ot_run *run, size_t i, bool back, wing *w)
{
    const ot_pcell *c = ot__run_at(run, i);
    size_t found = 0;

    for (size_t k = i; found < WING;) {
        k = back ? ot__step_back(run, k) : ot__step_on(run, k);
        if (k == run->n ||
            abs(ot__run_at(run, k)->first - c->first) > 8 * c->months) {
            break;
        }
        if (usable(ot__run_at(run, k))) {
            insert(w, ot__amount_double(ot__run_at(run, k)->amount));
            found++;
        }
    }
    w->sides += found > 0;
}

static double median(const wing *w)
{
    return (w->log[(w->n - 1) / 2] + w->log[w->n / 2]) / 2;
}

static double spread(const wing *w)
{
    return w->log[w->n - 1] - w->log[0];
}

// So many times more, or less: +1, -1; else 0.
static int leap(const ot_run *run, size_t from, size_t to, int times)
{
    const ot_pcell *a = ot__run_at(run, from), *b = ot__run_at(run, to);

    return !usable(a) || !usable(b)        ? 0
           : b->amount > times * a->amount ? 1
           : b->amount < a->amount / times ? -1
                                           : 0;
}

// Do two figures running differ three times, cell i apart?
static bool uneasy(const ot_run *run, size_t i)
{
    size_t before = run->n;

    for (size_t k = 0; k < run->n; k++) {
        if (ot__run_at(run, k)->months != ot__run_at(run, i)->months) {
            continue;
        }
        if (before < run->n && before != i && k != i &&
            (leap(run, before, k, 3) != 0 || !usable(ot__run_at(run, k)))) {
            return true;
        }
        before = k;
    }
    return false;
}

// How many times ten a figure is off, or 0.
static int power_off(const ot_run *run, size_t i, const wing *w)
{
    const ot_pcell *c = ot__run_at(run, i);
    const double unit = 2 * ot__cell_half(run->p, c);
    const double y = ot__amount_double(c->amount);
    const double off = log10(y) - median(w);
    const int k = (int)lround(off);
    const double most = abs(k) == 1 ? 0.4 : abs(k) == 2 ? 0.7 : 1;
    const double room = spread(w) / 2 + 0.1;

    const bool plain = abs(k) <= 3 || abs(k) == 6;

    if (k == 0 || !plain || (w->sides < 2 && abs(k) == 1) ||
        w->n < (c->months == 12 ? 4 : 6) || spread(w) > most ||
        fabs(off - k) > (room < 0.2   ? 0.2
                         : room > 0.3 ? 0.3
                                      : room) ||
        y < 10 * unit || w->least < 50 * unit) {
        return 0;
    }
    return k;
}

// Whether the same month a year away, where there is one, says the same.
static bool year_away_agrees(const ot_run *run, size_t i, int k)
{
    const ot_pcell *c = ot__run_at(run, i);
    const double log = log10(ot__amount_double(c->amount)) - k;

    for (int side = 0; side < 2 && c->months < 12; side++) {
        const int32_t first = c->first + (side == 0 ? -12 : 12);
        size_t j = i;
        while (j < run->n && (side == 0 ? ot__run_at(run, j)->first > first
                                        : ot__run_at(run, j)->first < first)) {
            j = side == 0 ? ot__step_back(run, j) : ot__step_on(run, j);
        }
        if (j < run->n && ot__run_at(run, j)->first == first &&
            usable(ot__run_at(run, j))) {
            const double there =
                log10(ot__amount_double(ot__run_at(run, j)->amount));
            return fabs(log - there) <= 0.35;
        }
    }
    return true;
}

static void report(const ot_run *run, size_t i, ot_inspect_code code,
                   size_t other, double usual, int power, ot_inspection *to)
{
    ot_discrepancy d = ot__discrepancy(run->p, ot__run_at(run, i), code);

    d.computed = pow(10, usual);
    d.difference = d.stated - d.computed;
    d.count = power;
    d.other = ot__cell_place(run->p, ot__run_at(run, other));
    d.other_period = (ot_period){ot__run_at(run, other)->first,
                                 ot__run_at(run, other)->months};
    ot__inspect_fail(to, &d);
}

static void check_jump(const ot_run *run, size_t i, size_t beside,
                       ot_inspection *to)
{
    wing w = {.n = 0};

    add_side(run, i, true, &w);
    add_side(run, i, false, &w);
    if (w.n == 0) {
        return;
    }
    const int k = power_off(run, i, &w);
    if (k != 0 && year_away_agrees(run, i, k) && !uneasy(run, i)) {
        report(run, i, OT_INSPECT_JUMPS, beside, median(&w), k, to);
    }
}

static void check_shift(const ot_run *run, size_t i, size_t before,
                        ot_inspection *to)
{
    wing a = {.n = 0}, b = {.n = 0};

    add_side(run, i, true, &a);
    add_side(run, before, false, &b);
    if (a.n < WING || b.n < WING || spread(&a) > 0.4 || spread(&b) > 0.4) {
        return;
    }
    const double off = median(&b) - median(&a);
    const int k = (int)lround(off);
    if ((abs(k) != 3 && abs(k) != 6) || fabs(off - k) > 0.3) {
        return;
    }
    report(run, i, OT_INSPECT_SHIFTS, before, median(&a), k, to);
}

static void check_beside(const ot_run *run, size_t i, ot_inspection *to)
{
    const size_t back = ot__step_back(run, i), on = ot__step_on(run, i);
    const int up = back < run->n ? leap(run, back, i, 5) : 0;
    const int down = on < run->n ? leap(run, i, on, 5) : 0;

    if (up != 0 && (down == -up || on == run->n)) {
        check_jump(run, i, back, to);
    } else if (up != 0) {
        check_shift(run, i, back, to);
    }
}

void ot__inspect_jumps(const ot_run *run, ot_inspection *to)
{
    static const struct {
        int32_t months;
        size_t fewest;
    } steps[] = {{1, 7}, {3, 7}, {12, 5}};

    for (size_t k = 0; k < sizeof steps / sizeof steps[0]; k++) {
        size_t n = 0;
        for (size_t i = 0; i < run->n; i++) {
            n += ot__run_at(run, i)->months == steps[k].months;
        }
        if (n < steps[k].fewest) {
            continue;
        }
        to->check[OT_INSPECT_JUMPS].tested++;
        to->check[OT_INSPECT_SHIFTS].tested++;
        for (size_t i = 0; i < run->n; i++) {
            if (ot__run_at(run, i)->months == steps[k].months) {
                check_beside(run, i, to);
            }
        }
    }
}
