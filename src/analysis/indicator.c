// SPDX-License-Identifier: GPL-3.0-or-later
// indicator.c - indicators of trade structure: the formulas and their table.

#include "outturn/indicator.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/ranged.h"

// ---- parts of formulas -----------------------------------------------------

static ot_interval sum_of(const ot_interval x[], size_t n)
{
    ot_interval sum = ot_interval_point(0);

    for (size_t i = 0; i < n; i++) {
        sum = ot_interval_add(sum, x[i]);
    }
    return sum;
}

static ot_interval share_in(ot_interval x, ot_interval sum)
{
    return ot__interval_share(x, ot__interval_rest(sum, x));
}

static ot_interval size_of(ot_interval x)
{
    if (ot_interval_is_none(x)) {
        return x;
    }
    return ot_interval_of(x.lo > 0   ? x.lo
                          : x.hi < 0 ? -x.hi
                                     : 0,
                          fmax(fabs(x.lo), fabs(x.hi)));
}

static ot_interval least(ot_interval a, ot_interval b)
{
    return ot_interval_is_none(a) || ot_interval_is_none(b)
               ? ot_interval_none()
               : ot_interval_of(fmin(a.lo, b.lo), fmin(a.hi, b.hi));
}

// What cannot be beyond 0 and 1.
static ot_interval within_one(ot_interval x)
{
    return ot_interval_is_none(x)
               ? x
               : ot_interval_of(fmin(fmax(x.lo, 0), 1), fmax(fmin(x.hi, 1), 0));
}

static ot_interval one_less(ot_interval x)
{
    return ot_interval_sub(ot_interval_point(1), x);
}

// Half the sum of the differences of shares.
static ot_interval distance(const ot_interval a[], const ot_interval b[],
                            size_t n)
{
    const ot_interval all_a = sum_of(a, n), all_b = sum_of(b, n);
    ot_interval sum = ot_interval_point(0);

    for (size_t i = 0; i < n; i++) {
        sum = ot_interval_add(sum,
                              size_of(ot_interval_sub(share_in(a[i], all_a),
                                                      share_in(b[i], all_b))));
    }
    return n > 0 ? within_one(ot_interval_scale(sum, 0.5)) : ot_interval_none();
}

// ---- of all ----------------------------------------------------------------

static ot_interval coverage(const ot_interval a[], const ot_interval b[],
                            size_t n)
{
    return ot_interval_scale(ot_interval_div(sum_of(a, n), sum_of(b, n)), 100);
}

// (X - M) / (X + M) = 2 X / (X + M) - 1
static ot_interval balance(const ot_interval a[], const ot_interval b[],
                           size_t n)
{
    const ot_interval s = ot__interval_share(sum_of(a, n), sum_of(b, n));

    return ot_interval_shift(ot_interval_scale(s, 2), -1);
}

static ot_interval grubel_lloyd(const ot_interval a[], const ot_interval b[],
                                size_t n)
{
    ot_interval apart = ot_interval_point(0);
    const ot_interval all = ot_interval_add(sum_of(a, n), sum_of(b, n));

    for (size_t i = 0; i < n; i++) {
        apart = ot_interval_add(apart, size_of(ot_interval_sub(a[i], b[i])));
    }
    return within_one(one_less(ot_interval_div(apart, all)));
}

static ot_interval complementarity(const ot_interval a[], const ot_interval b[],
                                   size_t n)
{
    return ot_interval_scale(one_less(distance(a, b, n)), 100);
}

static ot_interval similarity(const ot_interval a[], const ot_interval b[],
                              size_t n)
{
    const ot_interval all_a = sum_of(a, n), all_b = sum_of(b, n);
    ot_interval sum = ot_interval_point(0);

    for (size_t i = 0; i < n; i++) {
        sum = ot_interval_add(
            sum, least(share_in(a[i], all_a), share_in(b[i], all_b)));
    }
    return n > 0 ? within_one(sum) : ot_interval_none();
}

static ot_interval hhi(const ot_interval a[], const ot_interval b[], size_t n)
{
    const ot_interval all = sum_of(a, n);
    ot_interval sum = ot_interval_point(0);

    (void)b;
    for (size_t i = 0; i < n; i++) {
        const ot_interval s = share_in(a[i], all);
        sum = ot_interval_add(sum, ot_interval_mul(s, s));
    }
    return n > 0 ? within_one(sum) : ot_interval_none();
}

static ot_interval normalised_hhi(const ot_interval a[], const ot_interval b[],
                                  size_t n)
{
    const double even = n > 0 ? 1 / (double)n : 0;
    const ot_interval room = ot_interval_point(1 - even);

    return ot_interval_div(ot_interval_shift(hhi(a, b, n), -even), room);
}

// ---- of each ---------------------------------------------------------------

static ot_interval grubel_lloyd_each(ot_interval a, ot_interval b,
                                     ot_interval a_share, ot_interval b_share)
{
    const ot_interval s = ot__interval_share(a, b);

    (void)a_share;
    (void)b_share;
    return within_one(
        one_less(size_of(ot_interval_shift(ot_interval_scale(s, 2), -1))));
}

static ot_interval rca(ot_interval a, ot_interval b, ot_interval a_share,
                       ot_interval b_share)
{
    (void)a;
    (void)b;
    return ot_interval_div(a_share, b_share);
}

// (R - 1) / (R + 1) = 2 s / (s + w) - 1, s and w the shares.
static ot_interval symmetric_rca(ot_interval a, ot_interval b,
                                 ot_interval a_share, ot_interval b_share)
{
    (void)a;
    if (!(b.lo > 0)) {
        return ot_interval_none();
    }
    const ot_interval s = ot__interval_share(a_share, b_share);
    return ot_interval_shift(ot_interval_scale(s, 2), -1);
}

// ---- the table -------------------------------------------------------------

static const ot_indicator indicators[] = {
    {"coverage", "exports in per cent of imports", "100 X / M",
     "usual definition", OT_COUNTERPART_IMPORTS, OT_OVER_NOTHING, coverage,
     NULL},
    {"balance", "the balance in relation to turnover, -1 to 1",
     "(X - M) / (X + M)",
     "ITC, Trade Performance Index, technical notes: relative trade balance",
     OT_COUNTERPART_IMPORTS, OT_OVER_NOTHING, balance, NULL},
    {"rca", "revealed comparative advantage: a share by the world's",
     "(x[k] / X) / (w[k] / W)",
     "Balassa, Manchester School 33 (1965) 99-123; WITS, help",
     OT_COUNTERPART_WORLD, OT_OVER_COMMODITIES, NULL, rca},
    {"rsca", "the same, symmetric, -1 to 1", "(R - 1) / (R + 1), R = rca",
     "Dalum, Laursen & Villumsen, Int. Review of Applied Economics 12 (1998) "
     "423-443",
     OT_COUNTERPART_WORLD, OT_OVER_COMMODITIES, NULL, symmetric_rca},
    {"grubel-lloyd", "trade within industries, 0 to 1",
     "1 - sum |x[k] - m[k]| / sum (x[k] + m[k])",
     "Grubel & Lloyd, Intra-Industry Trade (1975)", OT_COUNTERPART_IMPORTS,
     OT_OVER_COMMODITIES, grubel_lloyd, grubel_lloyd_each},
    {"intensity", "a partner's share by its share in the world's",
     "(x[j] / X) / (w[j] / W)",
     "Mikic & Gilbert, Trade Statistics in Policymaking, ESCAP (2009)",
     OT_COUNTERPART_WORLD, OT_OVER_PARTNERS, NULL, rca},
    {"complementarity", "how exports suit another's imports, 0 to 100",
     "100 (1 - sum |m[k] / M - x[k] / X| / 2), m another's",
     "Michaely, Trade Preferential Agreements in Latin America (World Bank, "
     "1996)",
     OT_COUNTERPART_ANOTHERS_IMPORTS, OT_OVER_COMMODITIES, complementarity,
     NULL},
    {"similarity", "what two structures share, 0 to 1",
     "sum min(x[k] / X, y[k] / Y), y another's",
     "Finger & Kreinin, Economic Journal 89 (1979) 905-912",
     OT_COUNTERPART_ANOTHER, OT_OVER_COMMODITIES, similarity, NULL},
    {"diversification", "how far from the world's structure, 0 to 1",
     "sum |x[k] / X - w[k] / W| / 2", "UNCTADstat: diversification index",
     OT_COUNTERPART_WORLD, OT_OVER_COMMODITIES, distance, NULL},
    {"hhi", "concentration by commodity, raw, 1 / n to 1", "sum (x[k] / X)^2",
     "World Bank, WITS, help on trade indicators", OT_COUNTERPART_NOTHING,
     OT_OVER_COMMODITIES, hhi, NULL},
    {"hhi-normalised", "the same between 0 and 1, n commodities traded or not",
     "(H - 1 / n) / (1 - 1 / n), H = hhi",
     "usual definition; UNCTAD's concentration index takes roots of H and 1 / "
     "n",
     OT_COUNTERPART_NOTHING, OT_OVER_COMMODITIES, normalised_hhi, NULL},
    {"hhi-partners", "concentration by partner, raw, 1 / n to 1",
     "sum (x[j] / X)^2", "World Bank, WITS, help on trade indicators",
     OT_COUNTERPART_NOTHING, OT_OVER_PARTNERS, hhi, NULL},
};

size_t ot_indicator_count(void)
{
    return sizeof indicators / sizeof indicators[0];
}

const ot_indicator *ot_indicator_at(size_t i)
{
    return &indicators[i];
}

const ot_indicator *ot_indicator_find(const char *name)
{
    for (size_t i = 0; i < ot_indicator_count(); i++) {
        if (strcmp(indicators[i].name, name) == 0) {
            return &indicators[i];
        }
    }
    return NULL;
}

// ---- asked -----------------------------------------------------------------

// work: 2 n. Of each to[n], as far as it is wanted; the result is of all.
static ot_interval ask(const ot_indicator *x, const ot_pair pair[], size_t n,
                       bool exact, ot_interval work[], ot_interval to[])
{
    ot_interval *a = work, *b = work + n;

    for (size_t i = 0; i < n; i++) {
        a[i] = ot__taken(pair[i].a, exact);
        b[i] = ot__taken(pair[i].b, exact);
    }
    const ot_interval all_a = sum_of(a, n), all_b = sum_of(b, n);
    for (size_t i = 0; to != NULL && i < n; i++) {
        to[i] = x->each == NULL ? ot_interval_none()
                                : x->each(a[i], b[i], share_in(a[i], all_a),
                                          share_in(b[i], all_b));
    }
    return x->whole != NULL ? x->whole(a, b, n) : ot_interval_none();
}

ot_status ot_indicator_of(const ot_indicator *x, const ot_pair pair[], size_t n,
                          ot_ranged *whole, ot_ranged each[], ot_error *err)
{
    ot_interval *work = malloc((4 * n + 1) * sizeof *work);

    if (work == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for %zu values", n);
    }
    ot_interval *point = work + 2 * n, *range = work + 3 * n;
    const ot_interval mid = ask(x, pair, n, true, work, point);
    *whole = ot__ranged(mid, ask(x, pair, n, false, work, range));
    for (size_t i = 0; each != NULL && i < n; i++) {
        each[i] = ot__ranged(point[i], range[i]);
    }
    free(work);
    return OT_OK;
}
