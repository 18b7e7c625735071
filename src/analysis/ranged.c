// SPDX-License-Identifier: GPL-3.0-or-later
// ranged.c - a formula of intervals, asked twice.

#include "analysis/ranged.h"

#include <math.h>

ot_interval ot__taken(ot_value v, bool exact)
{
    if (isnan(v.y)) {
        return ot_interval_none();
    }
    ot_interval a = exact ? ot_interval_point(v.y) : ot_value_interval(v);
    a.lo = a.lo < 0 && v.y >= 0 ? 0 : a.lo;
    return a;
}

ot_ranged ot__ranged_none(void)
{
    return (ot_ranged){NAN, ot_interval_none()};
}

ot_ranged ot__ranged(ot_interval point, ot_interval range)
{
    if (ot_interval_is_none(point)) {
        return ot__ranged_none();
    }
    return (ot_ranged){ot_interval_mid(point), range};
}

ot_ranged ot__ranged_quotient(ot_ranged a, ot_ranged b)
{
    return isnan(a.y) || !(b.y > 0)
               ? ot__ranged_none()
               : (ot_ranged){a.y / b.y, ot_interval_div(a.range, b.range)};
}

// Both ends of a rising function, two units in the last place further out.
static ot_interval outward(double lo, double hi)
{
    return ot_interval_of(nextafter(nextafter(lo, -INFINITY), -INFINITY),
                          nextafter(nextafter(hi, INFINITY), INFINITY));
}

ot_interval ot__interval_sqrt(ot_interval a)
{
    return a.lo >= 0 ? outward(sqrt(a.lo), sqrt(a.hi)) : ot_interval_none();
}

ot_interval ot__interval_log(ot_interval a)
{
    return a.lo > 0 ? outward(log(a.lo), log(a.hi)) : ot_interval_none();
}

ot_interval ot__interval_exp(ot_interval a)
{
    return ot_interval_is_none(a) ? a : outward(exp(a.lo), exp(a.hi));
}

// a / (a + b) of two numbers.
static ot_interval divided(double a, double b)
{
    return ot_interval_div(ot_interval_point(a),
                           ot_interval_shift(ot_interval_point(a), b));
}

ot_interval ot__interval_share(ot_interval a, ot_interval rest)
{
    if (!(a.lo >= 0 && rest.lo >= 0 && a.lo + rest.hi > 0 &&
          a.hi + rest.lo > 0)) {
        return ot_interval_none();
    }
    const double lo = divided(a.lo, rest.hi).lo;
    const double hi = divided(a.hi, rest.lo).hi;
    return ot_interval_of(fmax(lo, 0), fmin(hi, 1));
}

ot_interval ot__interval_rest(ot_interval total, ot_interval part)
{
    if (ot_interval_is_none(total) || ot_interval_is_none(part)) {
        return ot_interval_none();
    }
    const double lo =
        ot_interval_shift(ot_interval_point(total.lo), -part.lo).lo;
    const double hi =
        ot_interval_shift(ot_interval_point(total.hi), -part.hi).hi;
    return ot_interval_of(fmax(lo, 0), fmax(hi, 0));
}
