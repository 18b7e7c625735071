// SPDX-License-Identifier: GPL-3.0-or-later
// landing_words.c - what is known, whether it is like anything before, and what
// a target needs, in words.

#include "cli/landing.h"

#include <math.h>
#include <string.h>

#include "cli/out.h"

// ---- numbers ---------------------------------------------------------------

static void range_text(ot_buf *out, ot_interval r, double factor, int decimals)
{
    char lo[OT_NUMBER_SIZE], hi[OT_NUMBER_SIZE];

    ot__grouped(lo, r.lo / factor, decimals);
    ot__grouped(hi, r.hi / factor, decimals);
    if (isinf(r.hi)) {
        ot__buf_format(out, "%s or more", lo);
    } else if (isinf(r.lo)) {
        ot__buf_format(out, "at most %s", hi);
    } else if (strcmp(lo, hi) == 0) {
        ot__buf_text(out, lo);
    } else {
        ot__buf_format(out, r.lo < 0 ? "%s to %s" : "%s-%s", lo, hi);
    }
}

static double largest(ot_interval r)
{
    return isinf(r.hi) ? fabs(r.lo) : fmax(fabs(r.lo), fabs(r.hi));
}

void landing_amounts(ot_buf *out, ot_interval r, ot_unit unit, int scale)
{
    const double factor = pow(10, scale);
    const char *name = ot_scale_name(scale);

    if (unit.code[0] != '\0') {
        ot__buf_format(out, "%s ", unit.code);
    }
    range_text(out, r, factor, out_decimals(largest(r) / factor, INFINITY));
    if (name != NULL && name[0] != '\0') {
        ot__buf_format(out, " %s", name);
    } else if (name == NULL) {
        ot__buf_format(out, " (10^%d)", scale);
    }
}

void landing_multiple(ot_buf *out, ot_interval r)
{
    range_text(out, r, 1, 2);
}

// Is anything known before that month?
static bool has_earlier(const ot_series *s, int32_t month)
{
    for (size_t i = 0; i < s->n && ot_series_period(s, i).first < month; i++) {
        if (!isnan(s->y[i])) {
            return true;
        }
    }
    return false;
}

// ---- above the table -------------------------------------------------------

static void label(ot_buf *out, const projected *p)
{
    if (p->several) {
        ot__buf_format(out, "%s: ", p->name);
    }
}

static void known_line(ot_sheet *sheet, const projected *p, int scale)
{
    const ot_projection *q = p->projection;
    const ot_unit unit = ot_view_unit(p->view);
    char period[64], known[64], ratio[OUT_CELL_SIZE];
    ot_buf line = {0};

    label(&line, p);
    ot_period_words(q->period, period);
    if (q->known.months == 0) {
        ot__buf_format(&line,
                       "nothing of %s is known yet: rules that carry on what "
                       "is known are left out",
                       period);
    } else {
        ot__buf_format(&line, "%s, of which %s is known: ", period,
                       ot_period_words(q->known, known));
        landing_amounts(&line,
                        ot_interval_around(q->known_total, q->known_half), unit,
                        scale);
    }
    if (q->known.months > 0 && q->known_total > 0 && q->last_year_part > 0) {
        const double r = q->known_total / q->last_year_part;
        cli_ratio(ratio, r, ot_interval_none());
        ot__buf_format(&line, ", %s %s a year before", ratio,
                       r < 2 ? "on" : "the same months");
    }
    ot_sheet_above(sheet, "%s", ot__buf_cstr(&line));
    ot__buf_free(&line);
}

static void sign_line(ot_sheet *sheet, const ot_break_sign *b)
{
    char now[OT_NUMBER_SIZE], lo[OT_NUMBER_SIZE], hi[OT_NUMBER_SIZE];

    if (isnan(b->now)) {
        return;
    }
    ot__fixed(now, b->now, 2);
    if (b->years == 0) {
        ot_sheet_above(sheet, "  %-42s %5s", b->name, now);
        return;
    }
    if (b->years == 1) {
        ot_sheet_above(sheet, "  %-42s %5s  (%s in %d)", b->name, now,
                       ot__fixed(lo, b->lo, 2), b->first_year);
        return;
    }
    ot_sheet_above(sheet, "  %-42s %5s  (%s-%s in %d-%02d)%s", b->name, now,
                   ot__fixed(lo, b->lo, 2), ot__fixed(hi, b->hi, 2),
                   b->first_year, b->last_year % 100,
                   b->outside ? "  out of line" : "");
}

static void spike_line(ot_sheet *sheet, const ot_projection *q)
{
    char spike[64];

    if (q->spike.months == 0) {
        return;
    }
    const bool to_the_end =
        ot_period_last(q->spike) == ot_period_last(q->known);
    ot_sheet_above(sheet, "  %s stood out%s", ot_period_words(q->spike, spike),
                   !q->spike_over ? ""
                   : to_the_end
                       ? ", but its last two months fell far below the others"
                       : ", what came after did not: a spike already over");
}

static void break_lines(ot_sheet *sheet, const projected *p)
{
    const ot_projection *q = p->projection;
    size_t years = 0;
    ot_buf line = {0};

    if (q->signs == 0) {
        return;
    }
    for (size_t i = 0; i < q->signs; i++) {
        years = q->sign[i].years > years ? q->sign[i].years : years;
    }
    label(&line, p);
    ot_sheet_above(
        sheet, "%sbreak test: %s", ot__buf_cstr(&line),
        q->broken   ? "a break. No earlier year looked like this, and the past "
                      "misses below do not cover it"
        : years < 5 ? "too few earlier years to tell (5 are needed)"
                    : "nothing is out of line with earlier years");
    ot__buf_free(&line);
    for (size_t i = 0; i < q->signs; i++) {
        sign_line(sheet, &q->sign[i]);
    }
    spike_line(sheet, q);
}

// What of the past is not used, or was not known.
static void history_line(ot_sheet *sheet, const projected *p)
{
    const ot_projection *q = p->projection;
    const ot_series *s = p->series;
    char month[64];
    ot_buf line = {0};

    label(&line, p);
    if (q->filled > 0) {
        ot_sheet_above(sheet,
                       "%s%zu %s of the past %s missing: filled by the "
                       "neighbours and the season",
                       ot__buf_cstr(&line), q->filled,
                       s->step == 1     ? q->filled == 1 ? "month" : "months"
                       : q->filled == 1 ? "value"
                                        : "values",
                       q->filled == 1 ? "is" : "are");
    }
    if (has_earlier(s, q->history)) {
        ot_sheet_above(
            sheet,
            "%spast used from %s on: before it more than a quarter "
            "of a year is missing",
            ot__buf_cstr(&line),
            ot_period_words((ot_period){q->history, s->step}, month));
    }
    ot__buf_free(&line);
}

void landing_above(ot_sheet *sheet, const projected *p, int scale)
{
    known_line(sheet, p, scale);
    history_line(sheet, p);
    landing_outlook_above(sheet, p, scale);
    break_lines(sheet, p);
    landing_scenario_above(sheet, p, scale);
}

// ---- below it --------------------------------------------------------------

// The rule shown just before that says the same.
static const ot_landing *same_as(const ot_projection *q, size_t i)
{
    const double x = q->landing[i].total;

    return i > 0 && fabs(q->landing[i - 1].total - x) <= 1e-12 * fabs(x)
               ? &q->landing[i - 1]
               : NULL;
}

// Where nothing is known one line says it for all that carry on what is known.
static bool to_be_told(const ot_projection *q, const ot_landing *l)
{
    return !l->served && (q->known.months > 0 || !l->method->needs_part);
}

// Why rules are not in the table: a line for all from i on of the same reason.
static void left_out_line(ot_sheet *sheet, const projected *p, size_t i)
{
    const ot_projection *q = p->projection;
    const char *why = q->landing[i].why;
    const char *before = "";
    ot_buf line = {0};

    for (size_t k = 0; k < i; k++) {
        if (to_be_told(q, &q->landing[k]) &&
            strcmp(q->landing[k].why, why) == 0) {
            return;
        }
    }
    label(&line, p);
    ot__buf_format(&line, "left out (%s): ", why);
    for (; i < q->landings; i++) {
        const ot_landing *l = &q->landing[i];
        if (to_be_told(q, l) && strcmp(l->why, why) == 0) {
            ot__buf_format(&line, "%s%s", before, l->method->summary);
            before = "; ";
        }
    }
    ot_sheet_note(sheet, "%s", ot__buf_cstr(&line));
    ot__buf_free(&line);
}

static void served_lines(ot_sheet *sheet, const projected *p, size_t i,
                         int scale)
{
    const ot_landing *l = &p->projection->landing[i];
    const ot_landing *twin = same_as(p->projection, i);
    ot_buf line = {0};

    label(&line, p);
    if (twin != NULL) {
        ot_sheet_note(sheet, "%s\"%s\" and \"%s\" are the same here",
                      ot__buf_cstr(&line), twin->method->summary,
                      l->method->summary);
    }
    if (!isnan(l->lo)) {
        ot__buf_format(&line,
                       "\"%s\", by its extreme years: ", l->method->summary);
        landing_amounts(&line, ot_interval_of(l->lo, l->hi),
                        ot_view_unit(p->view), scale);
        ot_sheet_note(sheet, "%s", ot__buf_cstr(&line));
    }
    ot__buf_free(&line);
}

void landing_below(ot_sheet *sheet, const projected *p, int scale)
{
    const ot_projection *q = p->projection;

    for (size_t i = 0; i < q->landings; i++) {
        if (q->landing[i].served) {
            served_lines(sheet, p, i, scale);
        } else if (to_be_told(q, &q->landing[i])) {
            left_out_line(sheet, p, i);
        }
    }
}

// ---- the target ------------------------------------------------------------

static void multiple_line(ot_sheet *sheet, ot_interval r, const char *of)
{
    ot_buf line = {0};

    if (ot_interval_is_none(r)) {
        return;
    }
    landing_multiple(&line, r);
    ot_sheet_note(sheet, "  %s times %s", ot__buf_cstr(&line), of);
    ot__buf_free(&line);
}

static void precedent_line(ot_sheet *sheet, const projected *p, ot_unit unit,
                           int scale)
{
    static const char *const words[] = {"never before", "rare", "usual"};
    const ot_need *n = &p->need;
    const ot_period rest = n->rest;
    char months[64];
    ot_buf line = {0};

    if (n->precedent == OT_NO_PRECEDENT_KNOWN) {
        return;
    }
    landing_amounts(&line, ot_interval_point(n->total.lo), unit, scale);
    // The months without their year, as of any year.
    ot_period_words(rest, months);
    char *year = strrchr(months, ' ');
    if (year != NULL && strchr(months, ' ') == year) {
        *year = '\0';
    }
    ot_sheet_note(sheet, "  %s: %zu of %zu earlier stretches of %s reached %s",
                  words[n->precedent], n->reached, n->stretches, months,
                  ot__buf_cstr(&line));
    ot__buf_free(&line);
}

// A number as short as it was stated: 14, 14.5, 14,000.
static char *stated(char out[], double x)
{
    return fabs(x - round(x)) < 1e-9 * fabs(x) ? ot__grouped(out, x, 0)
                                               : ot__shortest(out, x);
}

// As it was stated: "USD 14-16 bn".
static void stated_amount(ot_buf *out, ot_interval r, ot_unit unit, int scale)
{
    const double factor = pow(10, scale);
    char lo[OT_NUMBER_SIZE], hi[OT_NUMBER_SIZE];
    const char *name = ot_scale_name(scale);

    stated(lo, r.lo / factor);
    stated(hi, r.hi / factor);
    ot__buf_format(
        out, "%s%s%s%s%s%s%s", unit.code, unit.code[0] != '\0' ? " " : "", lo,
        r.lo < r.hi ? "-" : "", r.lo < r.hi ? hi : "",
        name != NULL && name[0] != '\0' ? " " : "", name != NULL ? name : "");
}

static void need_line(ot_sheet *sheet, const projected *p, ot_unit unit,
                      int scale)
{
    const ot_need *n = &p->need;
    char rest[64];
    ot_buf line = {0};

    ot__buf_text(&line, "Target ");
    stated_amount(&line, p->target, unit, scale);
    if (n->total.hi <= 0) {
        ot__buf_text(&line, ": reached already");
    } else {
        ot__buf_format(&line, " needs of %s: ", ot_period_words(n->rest, rest));
        landing_amounts(&line, n->total, unit, scale);
        ot__buf_text(&line, ", a month ");
        landing_amounts(&line, n->per_month, unit, scale);
    }
    ot_sheet_note(sheet, "%s", ot__buf_cstr(&line));
    ot__buf_free(&line);
}

void landing_need_words(ot_sheet *sheet, const projected *p, ot_unit unit,
                        int scale)
{
    const ot_need *n = &p->need;
    char period[64], text[160];

    need_line(sheet, p, unit, scale);
    if (n->total.hi <= 0) {
        return;
    }
    landing_outlook_target(sheet, p, unit, scale);
    landing_scenario_target(sheet, p);
    multiple_line(sheet, n->of_average, "the average month so far");
    multiple_line(sheet, n->of_last_year, "the same months a year before");
    if (n->best.months > 0) {
        snprintf(text, sizeof text, "the best of them, %s",
                 ot_period_words(n->best, period));
        multiple_line(sheet, n->of_best, text);
    }
    precedent_line(sheet, p, unit, scale);
}
