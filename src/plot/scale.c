// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scale.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define HUGE_VALUE 1e300
#define TINY_VALUE 1e-290
#define NARROW     1e-9 // of its magnitude: finer steps drown in rounding

static double power10(int exponent)
{
    return pow(10, exponent);
}

// digits * 10^exponent; correctly rounded while 10^|exponent| is exact.
static double decimal(double digits, int exponent)
{
    return exponent < 0 ? digits / power10(-exponent)
                        : digits * power10(exponent);
}

static void widen(double *min, double *max)
{
    const double size = fmax(fabs(*min), fabs(*max));

    if (size < TINY_VALUE) {
        *min = 0;
        *max = 1;
    } else if (*min == *max) {
        *min -= size / 2;
        *max += size / 2;
    } else if (*max - *min < NARROW * size) {
        const double middle = *min + (*max - *min) / 2;
        *min = middle - NARROW * size;
        *max = middle + NARROW * size;
    }
}

// First and last tick that cover [min, max] at the step of s. The quotient can
// be off by a rounding: the ticks themselves are compared.
static void cover(ot_scale *s, double min, double max)
{
    const double step = decimal(s->mantissa, s->exponent);

    s->first = (int64_t)floor(min / step);
    s->last = (int64_t)ceil(max / step);
    while (ot__scale_lo(s) > min) {
        s->first--;
    }
    while (ot__scale_hi(s) < max) {
        s->last++;
    }
    while (ot__scale_value(s, s->first + 1) <= min) {
        s->first++;
    }
    while (ot__scale_value(s, s->last - 1) >= max) {
        s->last--;
    }
}

// Steps, and what each is worse than 1, 2 and 5 at being read: from zero, and
// on an axis without it, where 2.43, 2.46, 2.49 are nobody's numbers.
static const struct {
    int mantissa;
    double cost, far;
} steps[] = {{1, 0, 0},       {2, 0, 0},      {5, 0, 0},     {25, 0.06, 0.32},
             {4, 0.06, 0.25}, {3, 0.12, 0.5}, {6, 0.13, 0.5}};

// What is against a scale: room that no data fill (a quarter of the axis is
// four times as bad as an eighth), fewer than five ticks, an odd step.
static double cost_of(const ot_scale *s, double min, double max, size_t step)
{
    const double whole = ot__scale_hi(s) - ot__scale_lo(s);
    const double empty = 1 - (max - min) / whole;
    const size_t n = ot__scale_count(s);
    const bool far = s->first > 0 || s->last < 0;

    return 4 * empty * empty +
           (n == 3   ? 0.2
            : n == 4 ? 0.04
                     : 0) +
           (far ? steps[step].far : steps[step].cost);
}

ot_scale ot__scale_nice(double min, double max, int most)
{
    ot_scale best = {.mantissa = 1};
    double least = INFINITY;

    min = fmax(fmin(min, HUGE_VALUE), -HUGE_VALUE);
    max = fmax(fmin(max, HUGE_VALUE), -HUGE_VALUE);
    widen(&min, &max);
    const int from = (int)floor(log10((max - min) / (most - 1))) - 1;
    for (int exponent = from; exponent <= from + 3; exponent++) {
        for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
            ot_scale s = {.mantissa = steps[i].mantissa, .exponent = exponent};
            cover(&s, min, max);
            const size_t n = ot__scale_count(&s);
            const double cost = cost_of(&s, min, max, i);
            if (n >= 3 && n <= (size_t)most && cost < least) {
                least = cost;
                best = s;
            }
        }
    }
    return best;
}

size_t ot__scale_count(const ot_scale *s)
{
    return (size_t)(s->last - s->first + 1);
}

double ot__scale_value(const ot_scale *s, int64_t i)
{
    return decimal((double)(i * s->mantissa), s->exponent);
}

double ot__scale_lo(const ot_scale *s)
{
    return ot__scale_value(s, s->first);
}

double ot__scale_hi(const ot_scale *s)
{
    return ot__scale_value(s, s->last);
}

// Scales, largest first, as the words of a language have them. Thousands keep
// their digits up to 10,000: "2,500" is shorter than "2.5 k" is clear.
static const struct {
    double from;
    int exponent;
} scales[] = {{1e12, 12}, {1e9, 9}, {1e6, 6}, {1e4, 3}, {0, 0}};

static size_t word_of(double largest, ot_unit unit)
{
    const bool plain = unit.dimension == OT_DIM_PERCENT ||
                       unit.dimension == OT_DIM_POINTS ||
                       unit.dimension == OT_DIM_TIMES;
    const size_t last = sizeof scales / sizeof scales[0] - 1;
    size_t i = 0;

    while (!plain && i < last && !(fabs(largest) >= scales[i].from)) {
        i++;
    }
    return plain ? last : i;
}

static const char *suffix(const ot_terms *terms, size_t word, ot_unit unit)
{
    switch (unit.dimension) {
    case OT_DIM_PERCENT:
        return "%";
    case OT_DIM_POINTS:
        return terms->points;
    default:
        return terms->scale[word];
    }
}

// number + no-break space + word, cut to what out can hold.
static char *join(char out[], const char *number, const char *word)
{
    snprintf(out, OT_AMOUNT_SIZE, "%.40s%s%s", number,
             word[0] != '\0' ? "\u00A0" : "", word);
    return out;
}

char *ot__scale_label(const ot_terms *terms, const ot_scale *s, int64_t i,
                      ot_unit unit, char out[])
{
    const double largest = fmax(fabs(ot__scale_lo(s)), fabs(ot__scale_hi(s)));
    const size_t word = word_of(largest, unit);
    const int places = scales[word].exponent - s->exponent;
    const double digits = (double)(i * s->mantissa);
    char number[OT_NUMBER_SIZE + 8];

    if (i == 0) {
        return join(out, "0", "");
    }
    if (places > 6 || largest >= 1e18) {
        snprintf(out, OT_AMOUNT_SIZE, "%s%llde%d", i < 0 ? "\u2212" : "",
                 (long long)fabs(digits), s->exponent);
        return out;
    }
    ot__grouped(number, decimal(digits, -places), places > 0 ? places : 0);
    return join(out, ot__typeset(terms, number), suffix(terms, word, unit));
}

// Digits before the decimal mark of x, at least one.
static int whole_digits(double x)
{
    int n = 1;
    for (double rest = fabs(x); rest >= 10 && n < 30; rest /= 10) {
        n++;
    }
    return n;
}

// Places after the mark that `figures` figures leave for x.
static int places_for(double x, int figures)
{
    int places = figures - whole_digits(x);

    for (double rest = fabs(x); rest > 0 && rest < 1 && places < 9;
         rest *= 10) {
        places++;
    }
    return places > 0 ? (places < 9 ? places : 9) : 0;
}

// Fewest places, up to 3, that show x as it is.
static int places_of(double x)
{
    int places = 0;
    for (double rest = fabs(x); places < 3; rest *= 10, places++) {
        if (fabs(rest - round(rest)) < 1e-7 * fmax(rest, 1)) {
            break;
        }
    }
    return places;
}

// y to so many significant figures: what decides word and places, so that
// 999.96 m is 1.00 bn.
static double round_figures(double y, int figures)
{
    if (y == 0) {
        return 0;
    }
    const int exponent = (int)floor(log10(fabs(y))) - figures + 1;

    return decimal(round(decimal(y, -exponent)), exponent);
}

char *ot__amount(const ot_terms *terms, double y, ot_unit unit, int figures,
                 char out[])
{
    return ot__amount_among(terms, y, &y, 1, unit, figures, out);
}

// Places of y where the largest figure under its word has `figures` figures.
static int places_among(double y, const double all[], size_t n, ot_unit unit,
                        int figures)
{
    const size_t word = word_of(round_figures(y, figures), unit);
    const int exponent = scales[word].exponent;
    double most = fabs(round_figures(y, figures));

    for (size_t i = 0; i < n; i++) {
        if (isfinite(all[i])) {
            const double other = fabs(round_figures(all[i], figures));
            most = other > most && word_of(other, unit) == word ? other : most;
        }
    }
    const int own = places_for(decimal(y, -exponent), 1);
    const int shared = places_for(decimal(most, -exponent), figures);
    return shared > own ? shared : own;
}

// What is counted has no tenths: "22" figures, not "22.0".
static bool counted(const double all[], size_t n, ot_unit unit)
{
    size_t whole = 0;

    while (whole < n && (!isfinite(all[whole]) || places_of(all[whole]) == 0)) {
        whole++;
    }
    return unit.dimension == OT_DIM_QUANTITY && strcmp(unit.code, "u") == 0 &&
           whole == n;
}

char *ot__amount_among(const ot_terms *terms, double y, const double all[],
                       size_t n, ot_unit unit, int figures, char out[])
{
    char number[OT_NUMBER_SIZE + 8];

    if (fabs(y) >= 1e18 || (y != 0 && fabs(y) < 1e-6)) {
        const int exponent = (int)floor(log10(fabs(y)));
        char power[16];
        ot__fixed(number, y / power10(exponent), 1);
        snprintf(power, sizeof power, "e%d", exponent);
        snprintf(out, OT_AMOUNT_SIZE, "%.20s%s", ot__typeset(terms, number),
                 power);
        return out;
    }
    const double shown = round_figures(y, figures);
    const size_t word = word_of(shown, unit);
    const int exponent = scales[word].exponent;
    const int places = exponent == 0 && counted(all, n, unit)
                           ? 0
                           : places_among(y, all, n, unit, figures);
    ot__grouped(number, decimal(y, -exponent), places);
    return join(out, ot__typeset(terms, number), suffix(terms, word, unit));
}

static char *one_sided(const ot_terms *terms, double lo, double hi,
                       ot_unit unit, char out[])
{
    char amount[OT_AMOUNT_SIZE];
    const bool over = isinf(hi);

    ot__amount_range(terms, over ? lo : hi, over ? lo : hi, unit, 0, amount);
    snprintf(out, OT_AMOUNT_SIZE, "%s %.44s", over ? terms->over : terms->up_to,
             amount);
    return out;
}

char *ot__amount_range(const ot_terms *terms, double lo, double hi,
                       ot_unit unit, int figures, char out[])
{
    char a[OT_NUMBER_SIZE + 8], b[OT_NUMBER_SIZE + 8], both[OT_AMOUNT_SIZE];

    if (isinf(lo) != isinf(hi)) {
        return one_sided(terms, lo, hi, unit, out);
    }
    const double size = fmax(fabs(lo), fabs(hi));
    const double largest = figures > 0 ? round_figures(size, figures) : size;
    if (largest >= 1e18 || (largest != 0 && largest < 1e-6)) {
        ot__amount(terms, lo, unit, 2, a);
        ot__amount(terms, hi, unit, 2, b);
        snprintf(out, OT_AMOUNT_SIZE, "%.25s–%.25s", a, b);
        return out;
    }
    const size_t word = word_of(largest, unit);
    const double x = decimal(lo, -scales[word].exponent);
    const double y = decimal(hi, -scales[word].exponent);
    const int places =
        figures > 0
            ? places_for(decimal(largest, -scales[word].exponent), figures)
            : (int)fmax(places_of(x), places_of(y));
    ot__typeset(terms, ot__grouped(a, x, places));
    ot__typeset(terms, ot__grouped(b, y, places));
    if (strcmp(a, b) == 0) {
        return join(out, a, suffix(terms, word, unit));
    }
    // A dash beside a minus sign cannot be read: "−3 to −1 bn".
    snprintf(both, sizeof both, lo < 0 ? "%.25s to %.25s" : "%.25s–%.25s", a,
             b);
    return join(out, both, suffix(terms, word, unit));
}
