// SPDX-License-Identifier: GPL-3.0-or-later
// interval.c - arithmetic on what rounded figures can mean.
//
// IEEE arithmetic rounds to nearest, so the true bound lies within one unit in
// the last place of the computed one: each inexact bound is moved outward by
// that. Exact results (detected by error-free transformations) stay.

#include "outturn/interval.h"

#include <math.h>

ot_interval ot_interval_of(double lo, double hi)
{
    return (ot_interval){lo, hi, isinf(lo) != 0, isinf(hi) != 0};
}

ot_interval ot_interval_point(double x)
{
    return (ot_interval){x, x, false, false};
}

ot_interval ot_interval_around(double x, double half)
{
    return half > 0 ? (ot_interval){x - half, x + half, false, false}
                    : ot_interval_point(x);
}

ot_interval ot_interval_decimal(ot_decimal d)
{
    // The bounds are decimals themselves: digits x 10 +- 5, one place further.
    // 19 digits would not fit a decimal, so long figures go by doubles.
    if (d.digits < 90000000000000000 && d.digits > -90000000000000000) {
        const int8_t exponent = (int8_t)(d.exponent - 1);
        const ot_decimal lo = {10 * d.digits - 5, exponent};
        const ot_decimal hi = {10 * d.digits + 5, exponent};
        return (ot_interval){ot_decimal_double(lo), ot_decimal_double(hi),
                             d.digits < 0, d.digits >= 0};
    }
    ot_interval around =
        ot_interval_around(ot_decimal_double(d), ot_decimal_half(d));
    around.lo_open = d.digits < 0;
    around.hi_open = d.digits >= 0;
    return around;
}

ot_interval ot_interval_none(void)
{
    return (ot_interval){NAN, NAN, false, false};
}

bool ot_interval_is_none(ot_interval a)
{
    return isnan(a.lo) || isnan(a.hi);
}

bool ot_interval_is_point(ot_interval a)
{
    return a.lo == a.hi;
}

bool ot_interval_holds(ot_interval a, double x)
{
    return a.lo <= x && x <= a.hi;
}

bool ot_interval_meets(ot_interval a, ot_interval b)
{
    return a.lo <= b.hi && b.lo <= a.hi;
}

bool ot_interval_inside(ot_interval inner, ot_interval outer)
{
    return outer.lo <= inner.lo && inner.hi <= outer.hi;
}

double ot_interval_mid(ot_interval a)
{
    if (isinf(a.lo) && isinf(a.hi)) {
        return 0;
    }
    if (isinf(a.lo)) {
        return a.hi;
    }
    return isinf(a.hi) ? a.lo : a.lo + (a.hi - a.lo) / 2;
}

static double down(double x, bool exact)
{
    return exact || !isfinite(x) ? x : nextafter(x, -INFINITY);
}

static double up(double x, bool exact)
{
    return exact || !isfinite(x) ? x : nextafter(x, INFINITY);
}

// Is a + b a double? (Knuth's two-sum leaves no error.)
static bool sum_exact(double a, double b)
{
    const double s = a + b;
    const double back = s - a;

    return (a - (s - back)) + (b - back) == 0;
}

static bool product_exact(double a, double b)
{
    return fma(a, b, -(a * b)) == 0;
}

static bool quotient_exact(double a, double b)
{
    return fma(a / b, b, -a) == 0;
}

ot_interval ot_interval_add(ot_interval a, ot_interval b)
{
    return (ot_interval){down(a.lo + b.lo, sum_exact(a.lo, b.lo)),
                         up(a.hi + b.hi, sum_exact(a.hi, b.hi)),
                         a.lo_open || b.lo_open, a.hi_open || b.hi_open};
}

ot_interval ot_interval_sub(ot_interval a, ot_interval b)
{
    const ot_interval minus = {-b.hi, -b.lo, b.hi_open, b.lo_open};

    return ot_interval_add(a, minus);
}

// 0 x infinity is 0 here: an unlimited quantity of nothing.
static double times(double a, double b)
{
    return a == 0 || b == 0 ? 0 : a * b;
}

ot_interval ot_interval_mul(ot_interval a, ot_interval b)
{
    const double x[2] = {a.lo, a.hi}, y[2] = {b.lo, b.hi};
    const bool x_open[2] = {a.lo_open, a.hi_open};
    const bool y_open[2] = {b.lo_open, b.hi_open};
    ot_interval out = {INFINITY, -INFINITY, false, false};

    if (ot_interval_is_none(a) || ot_interval_is_none(b)) {
        return ot_interval_none();
    }
    for (int i = 0; i < 4; i++) {
        const double p = x[i / 2], q = y[i % 2];
        const bool exact = p == 0 || q == 0 || product_exact(p, q);
        const bool open = x_open[i / 2] || y_open[i % 2];
        if (down(times(p, q), exact) < out.lo) {
            out.lo = down(times(p, q), exact);
            out.lo_open = open;
        }
        if (up(times(p, q), exact) > out.hi) {
            out.hi = up(times(p, q), exact);
            out.hi_open = open;
        }
    }
    return out;
}

ot_interval ot_interval_div(ot_interval a, ot_interval b)
{
    if (ot_interval_is_none(a) || ot_interval_is_none(b) || b.lo <= 0) {
        return ot_interval_none();
    }
    // b is positive: the end of b that takes a's end furthest out.
    const double lo_by = a.lo >= 0 ? b.hi : b.lo;
    const double hi_by = a.hi >= 0 ? b.lo : b.hi;
    const double lo = isinf(lo_by) ? 0 : a.lo / lo_by;
    const double hi = isinf(hi_by) ? 0 : a.hi / hi_by;
    return (ot_interval){down(lo, isinf(lo_by) || quotient_exact(a.lo, lo_by)),
                         up(hi, isinf(hi_by) || quotient_exact(a.hi, hi_by)),
                         a.lo_open || (a.lo >= 0 ? b.hi_open : b.lo_open),
                         a.hi_open || (a.hi >= 0 ? b.lo_open : b.hi_open)};
}

ot_interval ot_interval_scale(ot_interval a, double factor)
{
    return ot_interval_mul(a, ot_interval_point(factor));
}

ot_interval ot_interval_shift(ot_interval a, double by)
{
    return ot_interval_add(a, ot_interval_point(by));
}
