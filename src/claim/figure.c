// SPDX-License-Identifier: GPL-3.0-or-later
// figure.c - a stated figure as intervals.
//
// Which words allow what is decided in the table of intervals by the hedge;
// which words there are stands in the language's table.

#include "outturn/figure.h"

#include <math.h>
#include <string.h>

#include "claim/scan.h"

// ---- intervals -------------------------------------------------------------

// digits x 10^exponent, where the power may be more than a decimal holds.
static double scaled(int64_t digits, int exponent)
{
    return ot_decimal_double((ot_decimal){digits, (int8_t)exponent});
}

static double value_of(const ot_scanned *x)
{
    return scaled(x->d.digits, x->d.exponent + x->scale);
}

static double step_of(const ot_scanned *x)
{
    return scaled(1, x->d.exponent + x->scale);
}

// The place of the last significant digit: of 100 the hundreds, of 8.30 the
// hundredths (a zero after the point was written on purpose).
static int significant_place(const ot_scanned *x)
{
    ot_decimal d = x->d;

    while (d.exponent >= 0 && d.digits != 0 && d.digits % 10 == 0) {
        d.digits /= 10;
        d.exponent++;
    }
    return d.exponent;
}

// The next number, up or down, of as many significant digits. From 100 down it
// is 90: one digit less to its left.
static double neighbour(const ot_scanned *x, int direction)
{
    const int place = significant_place(x);
    int64_t digits = x->d.digits;

    for (int e = x->d.exponent; e < place; e++) {
        digits /= 10;
    }
    if (direction < 0 && digits == 1) {
        return scaled(9, place - 1 + x->scale);
    }
    return scaled(digits + direction, place + x->scale);
}

static ot_interval open_both(double lo, double hi, bool lo_open, bool hi_open)
{
    return (ot_interval){lo, hi, lo_open, hi_open};
}

static void plain(const ot_scanned *x, ot_figure *f)
{
    ot_decimal d = x->d;

    d.exponent = (int8_t)(d.exponent + x->scale);
    f->usual = ot_interval_decimal(d);
    const double by = d.digits < 0 ? -f->step : f->step;
    f->truncated = d.digits < 0
                       ? open_both(f->point + by, f->point, true, false)
                       : open_both(f->point, f->point + by, false, true);
    const int place = significant_place(x);
    if (place > x->d.exponent) {
        const double half = scaled(5, place - 1 + x->scale);
        f->loose = open_both(f->point - half, f->point + half, false, true);
    }
}

static void by_hedge(const ot_scanned *x, ot_figure *f)
{
    const double p = f->point;
    const double wide = fmax(f->step, 0.05 * fabs(p));

    switch (f->hedge) {
    case OT_HEDGE_EXACT:
        f->usual = ot_interval_point(p);
        break;
    case OT_HEDGE_OVER:
    case OT_HEDGE_AT_LEAST: {
        const bool open = f->hedge == OT_HEDGE_OVER;
        f->usual = open_both(p, neighbour(x, 1), open, false);
        f->hard = open_both(p, INFINITY, open, true);
        break;
    }
    case OT_HEDGE_UNDER:
    case OT_HEDGE_UP_TO: {
        const bool open = f->hedge == OT_HEDGE_UNDER;
        f->usual = open_both(neighbour(x, -1), p, false, open);
        f->hard = open_both(-INFINITY, p, true, open);
        break;
    }
    case OT_HEDGE_NEARLY:
    case OT_HEDGE_SLIGHTLY_UNDER:
        f->usual = open_both(p - wide, p, false, true);
        break;
    case OT_HEDGE_SLIGHTLY_OVER:
        f->usual = open_both(p, p + wide, true, false);
        break;
    case OT_HEDGE_ABOUT:
        f->usual = open_both(p - wide, p + wide, false, false);
        break;
    default:
        plain(x, f);
        break;
    }
}

static ot_figure empty(ot_hedge hedge)
{
    const ot_interval none = ot_interval_none();

    return (ot_figure){.usual = none,
                       .hard = none,
                       .truncated = none,
                       .loose = none,
                       .hedge = hedge};
}

static void set_number(const ot_scanned *x, ot_hedge hedge, ot_figure *f)
{
    *f = empty(hedge);
    f->point = value_of(x);
    f->step = step_of(x);
    f->unit = x->unit;
    f->has_scale = x->has_scale;
    by_hedge(x, f);
}

// 14-16 billion: the scale and the unit of the end hold for both, where the
// beginning names none.
static void set_range(ot_scanned a, ot_scanned b, ot_figure *f)
{
    if (!a.has_scale) {
        a.scale = b.scale;
    } else if (!b.has_scale) {
        b.scale = a.scale;
    }
    *f = empty(OT_HEDGE_RANGE);
    const double from = value_of(&a), to = value_of(&b);
    f->usual = ot_interval_of(fmin(from, to), fmax(from, to));
    f->point = from + (to - from) / 2;
    f->step = fmax(step_of(&a), step_of(&b));
    f->loose = open_both(f->usual.lo - f->step / 2, f->usual.hi + f->step / 2,
                         false, true);
    f->unit = b.unit.dimension != OT_DIM_NONE ? b.unit : a.unit;
    f->has_scale = a.has_scale || b.has_scale;
}

// "More than halved" is less than a half, "almost halved" a little more.
static ot_hedge turned(ot_hedge hedge)
{
    switch (hedge) {
    case OT_HEDGE_OVER:
        return OT_HEDGE_UNDER;
    case OT_HEDGE_AT_LEAST:
        return OT_HEDGE_UP_TO;
    case OT_HEDGE_UNDER:
        return OT_HEDGE_OVER;
    case OT_HEDGE_UP_TO:
        return OT_HEDGE_AT_LEAST;
    case OT_HEDGE_NEARLY:
    case OT_HEDGE_SLIGHTLY_UNDER:
        return OT_HEDGE_SLIGHTLY_OVER;
    case OT_HEDGE_SLIGHTLY_OVER:
        return OT_HEDGE_SLIGHTLY_UNDER;
    default:
        return hedge;
    }
}

static void set_word(const ot_figure_word *w, ot_hedge stated, ot_figure *f)
{
    const double x = w->value;
    const bool fall = w->dimension == OT_DIM_TIMES && x < 1;
    const ot_hedge hedge = fall ? turned(stated) : stated;

    *f = empty(stated);
    f->point = x;
    f->step = 2 * w->half;
    f->unit = w->dimension == OT_DIM_TIMES ? (ot_unit){"times", 0, OT_DIM_TIMES}
                                           : (ot_unit){"%", 0, OT_DIM_PERCENT};
    switch (hedge) {
    case OT_HEDGE_OVER:
    case OT_HEDGE_AT_LEAST:
        f->usual = open_both(x, w->next, hedge == OT_HEDGE_OVER, false);
        f->hard = open_both(x, INFINITY, hedge == OT_HEDGE_OVER, true);
        break;
    case OT_HEDGE_UNDER:
    case OT_HEDGE_UP_TO:
        f->usual = open_both(x - 2 * w->nearly, x, false, true);
        f->hard = open_both(-INFINITY, x, true, true);
        break;
    case OT_HEDGE_NEARLY:
    case OT_HEDGE_SLIGHTLY_UNDER:
        f->usual = open_both(x - w->nearly, x, false, true);
        break;
    case OT_HEDGE_SLIGHTLY_OVER:
        f->usual = open_both(x, x + w->nearly, true, false);
        break;
    default:
        f->usual = open_both(x - w->half, x + w->half, false, false);
        break;
    }
}

// ---- the whole -------------------------------------------------------------

static const ot_figure_word *find_word(const ot_scan *s, size_t *length)
{
    const ot_figure_word *best = NULL;

    *length = 0;
    for (const ot_figure_word *w = s->words->figure; w->phrase != NULL; w++) {
        const size_t n = ot__phrase_at(s->rest, w->phrase);
        if (n > *length) {
            *length = n;
            best = w;
        }
    }
    return best;
}

static bool take_vague(ot_scan *s, ot_figure *f)
{
    for (const ot_vague_word *w = s->words->vague; w->phrase != NULL; w++) {
        const size_t n = ot__phrase_at(s->rest, w->phrase);
        ot_scanned x = {.scale = 0};
        if (n == 0) {
            continue;
        }
        ot__scan_skip(s, n);
        ot__scan_scale(s, &x);
        ot__scan_unit(s, &x);
        const double factor = pow(10, x.scale);
        *f = empty(OT_HEDGE_RANGE);
        f->usual = open_both(w->lo * factor, w->hi * factor, false, true);
        f->point = sqrt(w->lo * w->hi) * factor;
        f->step = w->lo * factor;
        f->unit = x.unit;
        f->has_scale = x.has_scale;
        return true;
    }
    return false;
}

// A dash or colon between two numbers, or a word after "between".
static bool take_join(ot_scan *s, bool worded)
{
    static const char *const dashes[] = {"-", ":", "\u2013", "\u2014", NULL};

    for (size_t i = 0; dashes[i] != NULL; i++) {
        if (ot__str_starts(s->rest, dashes[i])) {
            ot__scan_skip(s, strlen(dashes[i]));
            return true;
        }
    }
    if (worded || ot__phrase_at(s->rest, "to") > 0) {
        return ot__scan_take(s, s->words->to);
    }
    return false;
}

static void turn(ot_interval *a)
{
    if (!ot_interval_is_none(*a)) {
        *a = (ot_interval){-a->hi, -a->lo, a->hi_open, a->lo_open};
    }
}

// "minus nearly 5 %": the figure on the other side of zero.
static void negate(ot_figure *f)
{
    turn(&f->usual);
    turn(&f->hard);
    turn(&f->truncated);
    turn(&f->loose);
    f->point = -f->point;
}

static bool read_stated(ot_scan *s, ot_figure *f)
{
    ot_hedge hedge = ot__scan_hedge(s);
    ot_scanned a, b;
    size_t n;

    const ot_figure_word *word = find_word(s, &n);
    if (word != NULL) {
        ot__scan_skip(s, n);
        set_word(word, hedge, f);
        return true;
    }
    if (take_vague(s, f)) {
        return true;
    }
    const bool worded = ot__scan_take(s, s->words->between);
    if (!ot__scan_number(s, &a)) {
        return false;
    }
    if (s->rest.n > 0 && take_join(s, worded)) {
        if (!ot__scan_number(s, &b)) {
            return false;
        }
        set_range(a, b, f);
        return true;
    }
    set_number(&a, hedge, f);
    return true;
}

static bool read_figure(ot_scan *s, ot_figure *f)
{
    const bool minus = ot__scan_take(s, s->words->minus);

    if (!read_stated(s, f)) {
        return false;
    }
    if (minus) {
        negate(f);
    }
    return true;
}

ot_status ot_figure_parse(const char *text, size_t n, ot_decimal_form form,
                          ot_figure *figure, ot_error *err)
{
    const ot_str all = ot__str_trim((ot_str){n > 0 ? text : "", n});
    ot_scan s = {all, &ot__words_english, form};
    char whole[64], word[48];

    if (read_figure(&s, figure) && s.rest.n == 0) {
        if (ot_interval_is_none(figure->hard)) {
            figure->hard = figure->usual;
        }
        return OT_OK;
    }
    ot__str_copy(all, whole, sizeof whole);
    if (s.rest.n == 0) {
        return ot_fail(err, OT_E_SYNTAX, NULL,
                       "'%s' is not a figure (8.3 bn, more than 2.5, 14-16 "
                       "billion, doubled)",
                       whole);
    }
    ot__str_copy(s.rest, word, sizeof word);
    return ot_fail(err, OT_E_SYNTAX, NULL, "'%s' in '%s' is not understood",
                   word, whole);
}
