// SPDX-License-Identifier: GPL-3.0-or-later
// top_measure.c - the numbers of one row: shares, growth, contribution.

#include "analysis/top.h"

#include <math.h>

// ---- amounts ---------------------------------------------------------------

#define GRAIN 1e9  // parts of a unit
#define MOST  1e22 // of an amount: sums of 1e7 of them stay in 128 bits

ot_status ot__both_check(const ot_top_part *p, size_t number, ot_error *err)
{
    if (fabs(p->value) < MOST && fabs(p->base) < MOST) {
        return OT_OK;
    }
    return number > 0 ? ot_fail(err, OT_E_LIMIT, NULL,
                                "part %zu is no amount below 1e22", number)
                      : ot_fail(err, OT_E_LIMIT, NULL, "no total below 1e22");
}

static ot_i128 exact(double y)
{
    const double whole = trunc(y);

    return (ot_i128)whole * (ot_i128)GRAIN +
           (ot_i128)nearbyint((y - whole) * GRAIN);
}

ot__both ot__both_of(const ot_top_part *p)
{
    return (ot__both){exact(p->value), exact(p->base), p->half, p->base_half};
}

void ot__both_take(const ot__both *p, ot_top_part *part)
{
    *part = (ot_top_part){.value = ot__amount_double(p->value),
                          .base = ot__amount_double(p->base),
                          .half = p->half,
                          .base_half = p->base_half};
}

void ot__both_add(ot__both *to, const ot__both *p)
{
    to->value += p->value;
    to->base += p->base;
    to->half += p->half;
    to->base_half += p->base_half;
}

ot__both ot__both_less(const ot__both *whole, const ot__both *p)
{
    return (ot__both){whole->value - p->value, whole->base - p->base,
                      whole->half + p->half, whole->base_half + p->base_half};
}

// ---- measures of a row -----------------------------------------------------

static ot_ranged amount(ot_i128 exact_amount, double half)
{
    const double y = ot__amount_double(exact_amount);

    return (ot_ranged){y, ot_interval_around(y, half)};
}

static ot_ranged difference(ot_ranged a, ot_ranged b)
{
    return isnan(a.y) || isnan(b.y)
               ? ot__ranged_none()
               : (ot_ranged){a.y - b.y, ot_interval_sub(a.range, b.range)};
}

ot__side ot__side_now(const ot__both *p)
{
    return (ot__side){ot__amount_double(p->value), p->half};
}

ot__side ot__side_before(const ot__both *p)
{
    return (ot__side){ot__amount_double(p->base), p->base_half};
}

// Outward, for sums and quotients that were rounded a few times.
static ot_interval outward(double lo, double hi)
{
    return ot_interval_of(lo - 0x1p-50 * fabs(lo), hi + 0x1p-50 * fabs(hi));
}

// y / all of an amount that is one of those added up: it is largest where the
// rest is smallest.
static ot_interval part_of_sum(ot__side part, ot__side all)
{
    const double rest = all.y - part.y, half = fmax(0, all.half - part.half);
    const double lo = fmax(0, part.y - part.half), hi = part.y + part.half;
    const double most = rest + half, least = fmax(0, rest - half);

    return outward(lo > 0 ? lo / (lo + most) : 0,
                   hi > 0 ? hi / (hi + least) : 0);
}

ot_ranged ot__top_share(ot__side part, ot__side all, bool apart)
{
    const double y = part.y / all.y;

    if (!(all.y > 0)) {
        return ot__ranged_none();
    }
    const bool same = part.y >= all.y && part.half >= all.half && !apart;
    if (same || (part.half <= 0 && all.half <= 0)) {
        return (ot_ranged){y, ot_interval_point(y)};
    }
    return (ot_ranged){
        y, apart ? ot_interval_div(ot_interval_around(part.y, part.half),
                                   ot_interval_around(all.y, all.half))
                 : part_of_sum(part, all)};
}

// (value - base) / all, where base is one of those added up: it is largest
// where value is large and base small, and the rest such that it counts for
// more.
static ot_ranged contribution(const ot__both *p, ot_ranged change,
                              const ot__whole *w)
{
    const ot__side v = ot__side_now(p), b = ot__side_before(p),
                   all = ot__side_before(&w->total);
    const double up = v.y + v.half - (b.y - b.half);
    const double down = v.y - v.half - (b.y + b.half);
    const double rest = all.y - b.y, half = fmax(0, all.half - b.half);
    const double least = b.y - b.half + (up > 0 ? rest - half : rest + half);
    const double most = b.y + b.half + (down > 0 ? rest + half : rest - half);
    ot_ranged c = ot__ranged_quotient(change, w->base);

    // It falls as the base rises where value and rest are more than nothing.
    if (!isnan(c.y) && !w->published && w->shares && w->base_shares &&
        least > 0 && most > 0 && !ot_interval_is_point(c.range)) {
        c.range = outward(down / most, up / least);
    }
    return c;
}

void ot__top_measure(ot_top_row *row, const ot__both *p, const ot__whole *w)
{
    row->value = amount(p->value, p->half);
    row->base = amount(p->base, p->base_half);
    row->change = amount(p->value - p->base, p->half + p->base_half);
    row->ratio = ot__ranged_quotient(row->value, row->base);
    row->share = w->shares
                     ? ot__top_share(ot__side_now(p), ot__side_now(&w->total),
                                     w->published)
                     : ot__ranged_none();
    row->base_share =
        w->base_shares ? ot__top_share(ot__side_before(p),
                                       ot__side_before(&w->total), w->published)
                       : ot__ranged_none();
    row->share_change = difference(row->share, row->base_share);
    row->contribution = contribution(p, row->change, w);
}

void ot__whole_total(ot__whole *w, const ot_top_part *published)
{
    w->published = published != NULL;
    w->total = published != NULL ? ot__both_of(published) : w->sum;
    w->value = amount(w->total.value, w->total.half);
    w->base = amount(w->total.base, w->total.base_half);
}
