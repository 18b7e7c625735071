// SPDX-License-Identifier: GPL-3.0-or-later
// rows.c - a claim as linear rows with whole factors: one function a kind.
//
// Bounds of figures are decimals: they are brought to whole numbers in one
// power of ten, outward where they have more digits than that holds, so a row
// never forbids what the figure allows.

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "claim/stance.h"

// ---- decimals as whole numbers ---------------------------------------------

// A bound as the decimal that it is; doubles carry noise beyond 15 digits.
static ot_decimal decimal_of(double x)
{
    char text[OT_NUMBER_SIZE];
    ot_decimal d = {0, 0};

    ot__digits15(text, x);
    (void)ot_decimal_parse(text, strlen(text), (ot_decimal_form){0}, &d, NULL);
    while (d.digits != 0 && d.digits % 10 == 0) {
        d.digits /= 10;
        d.exponent++;
    }
    return d;
}

// x x 10^-unit, down or up to a whole number; infinities stay.
static double whole(double x, int unit, bool up)
{
    if (isinf(x) || x == 0) {
        return x;
    }
    ot_decimal d = decimal_of(x);
    bool cut = false;
    double out = 0;
    for (; d.exponent < unit; d.exponent++) {
        cut = cut || d.digits % 10 != 0;
        d.digits /= 10;
    }
    out = (double)d.digits;
    for (int e = unit; e < d.exponent; e++) {
        out *= 10;
    }
    if (cut && up && x > 0) {
        out += 1;
    } else if (cut && !up && x < 0) {
        out -= 1;
    }
    return out;
}

static int exponent_of(double x)
{
    return isinf(x) || x == 0 ? INT8_MAX : decimal_of(x).exponent;
}

#define DIGITS_MOST 12 // of a bound of an amount
#define PLACES_MOST 9  // after the point, of a bound of a ratio

int ot__rows_unit(const ot_stance s[], size_t n)
{
    int finest = INT8_MAX;
    double largest = 0;

    for (size_t i = 0; i < n; i++) {
        const double bound[2] = {s[i].judged.lo, s[i].judged.hi};
        for (int k = 0; k < 2 && ot__stance_is_amount(&s[i]); k++) {
            const int e = exponent_of(bound[k]);
            finest = e < finest ? e : finest;
            largest = isinf(bound[k]) ? largest : fmax(largest, fabs(bound[k]));
        }
    }
    if (largest == 0) {
        return 0;
    }
    // One place finer, so that the least base above zero is far below all.
    const int coarsest = (int)floor(log10(largest)) + 1 - DIGITS_MOST;
    return finest - 1 > coarsest ? finest - 1 : coarsest;
}

// ---- the figure of a claim -------------------------------------------------

static bool is_per(const ot_stance *s, const char *per)
{
    const char *unit = s->claim->said.unit;
    const char *at = unit != NULL ? strchr(unit, '/') : NULL;

    return at != NULL && strcmp(at, per) == 0;
}

static int32_t days_of(ot_period p)
{
    const int32_t end = p.first + p.months;

    return ot_day_of(ot_month_year(end), ot_month_of_year(end), 1) -
           ot_day_of(ot_month_year(p.first), ot_month_of_year(p.first), 1);
}

// How many days, months or years an average is over.
static double count_of(const ot_stance *s)
{
    return is_per(s, "/day")    ? days_of(s->own.period)
           : is_per(s, "/year") ? s->own.period.months / 12.0
                                : s->own.period.months;
}

// Averages of years are over whole ones, of a period that is said.
static bool is_average(const ot_stance *s)
{
    return s->kind == OT_CLAIM_AVERAGE && !s->vague &&
           (!is_per(s, "/year") || s->own.period.months % 12 == 0);
}

static void ratio_of(ot_frame *g, const ot_quantity *over,
                     const ot_quantity *under, int sign, ot_figure_form *f)
{
    ot_form level;

    ot__frame_level(g, over, &level);
    ot__form_join(&f->over, &level, sign);
    ot__frame_level(g, under, &level);
    ot__form_join(&f->under, &level, sign);
}

bool ot__frame_figure(ot_frame *g, const ot_stance *s, ot_figure_form *f)
{
    ot_form base;
    const double per =
        s->claim->figure.unit.dimension == OT_DIM_PERCENT ? 100 : 1;

    memset(f, 0, sizeof *f);
    switch (s->kind) {
    case OT_CLAIM_LEVEL:
        ot__frame_level(g, &s->own, &f->over);
        f->factor = pow(10, g->unit);
        return true;
    case OT_CLAIM_AVERAGE:
        ot__frame_level(g, &s->own, &f->over);
        f->factor = pow(10, g->unit) / count_of(s);
        return is_average(s);
    case OT_CLAIM_CHANGE:
        ot__frame_level(g, &s->own, &f->over);
        ot__frame_level(g, &s->base, &base);
        ot__form_join(&f->over, &base, -1);
        f->factor = pow(10, g->unit);
        return true;
    case OT_CLAIM_GROWTH:
        ratio_of(g, &s->own, &s->base, s->sign, f);
        f->factor = 100;
        f->shift = -100;
        if (s->over_new) { // 100 (v - base) / v
            base = f->over;
            ot__form_join(&f->over, &f->under, -1);
            f->under = base;
            f->shift = 0;
        }
        return true;
    case OT_CLAIM_MULTIPLE:
        ratio_of(g, &s->own, &s->base, s->sign, f);
        f->factor = per;
        return true;
    case OT_CLAIM_SHARE:
        ratio_of(g, &s->own, &s->whole, 1, f);
        f->factor = 100;
        return true;
    default:
        return false;
    }
}

ot_status ot__frame_range(ot_frame *g, const ot_stance *s, const bool skip[],
                          ot_interval *range, ot_error *err)
{
    ot_figure_form f;

    *range = ot_interval_none();
    if (!ot__frame_figure(g, s, &f)) {
        return OT_OK;
    }
    const ot_status status =
        f.under.n > 0
            ? ot__solve_ratio(&g->lp, skip, &f.over, &f.under, range, err)
            : ot__solve_range(&g->lp, skip, &f.over, range, err);
    if (status == OT_OK && !ot_interval_is_none(*range)) {
        *range = ot_interval_of(range->lo * f.factor + f.shift,
                                range->hi * f.factor + f.shift);
    }
    return status;
}

// ---- rows ------------------------------------------------------------------

static void put_amount(ot_frame *g, const ot_stance *s, int owner)
{
    ot_figure_form f;
    const double count = s->kind == OT_CLAIM_AVERAGE ? count_of(s) : 1;

    if (ot__frame_figure(g, s, &f)) {
        ot__lp_row(&g->lp, owner, &f.over,
                   count * whole(s->judged.lo, g->unit, false),
                   count * whole(s->judged.hi, g->unit, true));
    }
}

// lo <= factor x over / under + shift <= hi, with under above zero.
static void put_ratio(ot_frame *g, const ot_stance *s, int owner)
{
    const double bound[2] = {s->judged.lo, s->judged.hi};
    ot_figure_form f;
    int places = 0;

    if (!ot__frame_figure(g, s, &f)) {
        return;
    }
    ot__lp_row(&g->lp, owner, &f.under, 1, INFINITY);
    for (int i = 0; i < 2; i++) {
        const int e = exponent_of(bound[i]);
        places = -e > places ? -e : places;
    }
    places = places < PLACES_MOST ? places : PLACES_MOST;
    const double ten = pow(10, places);
    for (int i = 0; i < 2; i++) {
        ot_form form = {.n = 0};
        if (!isinf(bound[i])) {
            ot__form_join(&form, &f.over, f.factor * ten);
            ot__form_join(&form, &f.under,
                          f.shift * ten - whole(bound[i], -places, i == 1));
            ot__lp_row(&g->lp, owner, &form, i == 0 ? 0 : -INFINITY,
                       i == 0 ? INFINITY : 0);
        }
    }
}

// a - b >= 0
static void put_above(ot_frame *g, int owner, const ot_quantity *a,
                      const ot_quantity *b)
{
    ot_form form, other;

    ot__frame_level(g, a, &form);
    ot__frame_level(g, b, &other);
    ot__form_join(&form, &other, -1);
    ot__lp_row(&g->lp, owner, &form, 0, INFINITY);
}

// A record is above every earlier stretch of as many months that is stated.
static void put_record(ot_frame *g, const ot_stance s[], size_t n, size_t i)
{
    for (size_t k = 0; k < n; k++) {
        const ot_quantity *q = &s[k].own;
        if (k != i && s[k].kind == OT_CLAIM_LEVEL &&
            s[i].claim->figure.point == 1 && ot__same_series(q, &s[i].own) &&
            q->period.months == s[i].own.period.months &&
            q->period.first < s[i].own.period.first) {
            put_above(g, (int)i, &s[i].own, q);
        }
    }
}

// Each of the last so many periods was above the same a year before, or below.
static void put_run(ot_frame *g, const ot_stance *s, int owner)
{
    const bool fell = s->claim->figure.point < 0;

    for (int k = 0; k < ot__run_rows(s); k++) {
        ot_quantity now = s->own, before;
        now.period = ot_period_shift(now.period, -k * now.period.months);
        before = now;
        before.period = ot_period_year_before(now.period);
        put_above(g, owner, fell ? &before : &now, fell ? &now : &before);
    }
}

// At the pace of the part so far the whole is months / months times it.
static void put_pace(ot_frame *g, const ot_stance *s, int owner)
{
    const double whole_months = s->own.period.months;
    const double part_months = s->from.period.months;
    const double loose = round(1000 * s->tolerance);
    ot_form total, part;

    ot__frame_level(g, &s->own, &total);
    ot__frame_level(g, &s->from, &part);
    for (int i = 0; i < 2; i++) {
        ot_form form = {.n = 0};
        const double times = i == 0 ? 1000 - loose : 1000 + loose;
        ot__form_join(&form, &total, 1000 * part_months);
        ot__form_join(&form, &part, -times * whole_months);
        ot__lp_row(&g->lp, owner, &form, i == 0 ? 0 : -INFINITY,
                   i == 0 ? INFINITY : 0);
    }
}

// What a claim is made up of adds up to it.
static void put_parts(ot_frame *g, const ot_stance s[], size_t n, size_t i)
{
    const char *parts = s[i].claim->parts;
    const bool listed = parts != NULL && parts[0] != '\0';
    ot_form sum = {.n = 0}, level;
    size_t found = 0;

    if (!listed && !s[i].has_parts) {
        return;
    }
    for (size_t k = 0; k < n; k++) {
        if (k != i && (listed ? ot__str_lists(ot__str(parts), s[k].claim->id)
                              : s[k].part_of == s[i].claim)) {
            ot__frame_level(g, &s[k].own, &level);
            ot__form_join(&sum, &level, 1);
            found++;
        }
    }
    if (found > 0) {
        ot__frame_level(g, &s[i].own, &level);
        ot__form_join(&sum, &level, -1);
        ot__lp_row(&g->lp, OT_OWNER_NONE, &sum, 0, 0);
    }
}

void ot__rows_of(ot_frame *g, const ot_stance s[], size_t n, size_t i)
{
    const int owner = (int)i;

    if (s[i].unweighted != NULL) {
        return;
    }
    if (ot__stance_is_amount(&s[i])) {
        put_amount(g, &s[i], owner);
    } else if (ot__stance_is_ratio(&s[i])) {
        put_ratio(g, &s[i], owner);
    } else if (s[i].kind == OT_CLAIM_RANK) {
        put_record(g, s, n, i);
    } else if (s[i].kind == OT_CLAIM_RUN) {
        put_run(g, &s[i], owner);
    }
    if (s[i].paced) {
        put_pace(g, &s[i], owner);
    }
    put_parts(g, s, n, i);
}
