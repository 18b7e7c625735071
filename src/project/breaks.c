// SPDX-License-Identifier: GPL-3.0-or-later
// breaks.c - is what is known at the cut-off like anything seen before?
//
// Three ratios of the known part, each against the same ratio of every earlier
// year: its weight in the last twelve months, its growth over a year before,
// and its last two months against those before them. A spike that is already
// over reads high, high, low.

#include "project/breaks.h"

#include <math.h>
#include <stdlib.h>

#include "project/method.h"
#include "stat/dist.h"

#define YEARS_LEAST 5      // fewer earlier years say nothing
#define BEYOND      0.05   // of the nearest earlier year
#define DEVIATIONS  3      // Hampel's identifier, Hampel (1974)
#define MAD_SCALE   1.4826 // of a normal distribution's sigma

// A ratio at the cut-off after n values; NaN where it cannot be worked out.
typedef double ratio_fn(const ot__shape *s, size_t n);

static double ratio(double a, double b)
{
    return a > 0 && b > 0 ? a / b : NAN;
}

static double share(const ot__shape *s, size_t n)
{
    return n < s->season ? NAN
                         : ratio(ot__sum(s->y + n - s->known, s->known),
                                 ot__sum(s->y + n - s->season, s->season));
}

static double growth(const ot__shape *s, size_t n)
{
    return n < s->known + s->season
               ? NAN
               : ratio(ot__sum(s->y + n - s->known, s->known),
                       ot__sum(s->y + n - s->known - s->season, s->known));
}

static double recent(const ot__shape *s, size_t n)
{
    const size_t last = s->season == 12 ? 2 : 1;

    if (s->known <= last || n < s->known) {
        return NAN;
    }
    const size_t before = s->known - last;
    const double *y = s->y + n - s->known;
    return ratio(ot__sum(y + before, last) / (double)last,
                 ot__sum(y, before) / (double)before);
}

static const struct {
    ot_sign sign;
    const char *name, *coarse; // of months; of quarters or half-years
    ratio_fn *work;
} signs[] = {
    {OT_SIGN_SHARE, "to date over the last 12 months",
     "to date over the last 12 months", share},
    {OT_SIGN_GROWTH, "to-date growth", "to-date growth", growth},
    {OT_SIGN_RECENT, "the last two months against those before",
     "the last value against those before", recent},
};

// Beyond all of past[0..n), by more than a hair, and far for their scatter.
// past is overwritten.
static bool is_outside(const ot_break_sign *b, double past[], size_t n)
{
    if (n < YEARS_LEAST || isnan(b->now) ||
        (b->now <= b->hi * (1 + BEYOND) && b->now >= b->lo * (1 - BEYOND))) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        past[i] = log(past[i]);
    }
    const double centre = ot__median(past, n);
    for (size_t i = 0; i < n; i++) {
        past[i] = fabs(past[i] - centre);
    }
    const double scatter = MAD_SCALE * ot__median(past, n);
    return fabs(log(b->now) - centre) > DEVIATIONS * scatter;
}

// work holds a value for each year of the past.
static ot_break_sign test(const ot__shape *s, size_t row, double work[])
{
    ot_break_sign b = {.sign = signs[row].sign,
                       .name = s->season == 12 ? signs[row].name
                                               : signs[row].coarse,
                       .now = signs[row].work(s, s->n),
                       .lo = NAN,
                       .hi = NAN};
    const int year = ot_month_year(s->period.first);

    for (size_t back = s->n / s->season; back > 0; back--) {
        if (back * s->season >= s->n) {
            continue;
        }
        const double then = signs[row].work(s, s->n - back * s->season);
        if (isnan(then)) {
            continue;
        }
        b.first_year = b.years == 0 ? year - (int)back : b.first_year;
        b.last_year = year - (int)back;
        b.lo = b.years == 0 ? then : fmin(b.lo, then);
        b.hi = b.years == 0 ? then : fmax(b.hi, then);
        work[b.years++] = then;
    }
    b.outside = is_outside(&b, work, b.years);
    return b;
}

// The longest run of values in the known part that grew over a year before by
// more than the known part of any year did.
static void find_spike(const ot__shape *s, int32_t step, double most,
                       ot_projection *p)
{
    const double *now = s->y + s->n - s->known;
    size_t run = 0, longest = 0;

    for (size_t i = 0; i < s->known; i++) {
        const double then = *(now + i - s->season);
        run = then > 0 && now[i] / then > most ? run + 1 : 0;
        if (run > longest) {
            longest = run;
            p->spike =
                (ot_period){p->known.first + step * (int32_t)(i + 1 - run),
                            step * (int32_t)run};
        }
    }
}

ot_status ot__breaks_test(const ot__shape *s, int32_t step, ot_projection *p,
                          ot_error *err)
{
    double *work = malloc((s->n / s->season + 1) * sizeof *work);

    if (work == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a break test");
    }
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        p->sign[i] = test(s, i, work);
        p->broken = p->broken || p->sign[i].outside;
    }
    free(work);
    p->signs = sizeof signs / sizeof signs[0];

    const ot_break_sign *g = &p->sign[OT_SIGN_GROWTH];
    const ot_break_sign *r = &p->sign[OT_SIGN_RECENT];
    const ot_break_sign *w = &p->sign[OT_SIGN_SHARE];
    const bool high =
        (g->outside && g->now > g->hi) || (w->outside && w->now > w->hi);
    p->spike_over = high && r->outside && r->now < r->lo;
    if (g->outside && g->now > g->hi) {
        find_spike(s, step, g->hi, p);
    }
    return OT_OK;
}
