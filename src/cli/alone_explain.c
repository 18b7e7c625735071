// SPDX-License-Identifier: GPL-3.0-or-later
// alone_explain.c - the arithmetic of claims against each other, line by line,
// to be followed by hand.

#include <math.h>
#include <string.h>

#include "cli/alone.h"

static void put_number(ot_buf *out, double x, double unit)
{
    char text[OT_NUMBER_SIZE];

    ot__buf_text(out, isinf(x) ? "no limit" : ot__digits15(text, x / unit));
}

// The scale of a claim's amounts, so that a hand can follow: bn, million.
static double unit_of(const ot_claim *c)
{
    double unit = 1;

    for (double u = 1e3; u <= 1e12; u *= 1e3) {
        unit = c->figure.unit.dimension != OT_DIM_PERCENT &&
                       c->figure.unit.dimension != OT_DIM_TIMES &&
                       fabs(c->figure.point) >= u
                   ? u
                   : unit;
    }
    return unit;
}

static void put_figure(ot_buf *out, const ot_claim *c)
{
    const double unit = unit_of(c);
    const ot_interval *u = &c->figure.usual, *h = &c->figure.hard;

    ot__buf_format(out, "      %s '%s': ", c->id, c->stated);
    put_number(out, u->lo, unit);
    ot__buf_text(out, " to ");
    put_number(out, u->hi, unit);
    if (h->lo != u->lo || h->hi != u->hi) {
        ot__buf_text(out, " (at most ");
        put_number(out, h->lo, unit);
        ot__buf_text(out, " to ");
        put_number(out, h->hi, unit);
        ot__buf_char(out, ')');
    }
    if (unit > 1) {
        ot__buf_format(out, " %s", ot_scale_name((int)lround(log10(unit))));
    }
    ot__buf_char(out, '\n');
}

// What a claim says of two levels: "2.5 x v(2023) <= v(2024) <= 2.6 x v(2023)".
static void put_relation(ot_buf *out, const ot_claim *c)
{
    char now[64], before[64];
    const ot_interval *u = &c->figure.usual;
    const bool growth =
        c->kind == OT_CLAIM_GROWTH && c->figure.unit.dimension != OT_DIM_TIMES;

    if (c->kind != OT_CLAIM_MULTIPLE && c->kind != OT_CLAIM_GROWTH) {
        return;
    }
    ot_period_words(c->period, now);
    ot_period_words(c->base, before);
    ot__buf_text(out, "      so ");
    put_number(out, growth ? 1 + u->lo / 100 : u->lo, 1);
    ot__buf_format(out, " x %s <= %s <= ", before, now);
    put_number(out, growth ? 1 + u->hi / 100 : u->hi, 1);
    ot__buf_format(out, " x %s\n", before);
}

// One quotient or difference of a pace, at one end.
static void put_pace_end(ot_buf *out, double total, double part, int done,
                         int left, double unit)
{
    ot__buf_text(out, "      ");
    put_number(out, total, unit);
    ot__buf_text(out, " - ");
    put_number(out, part, unit);
    ot__buf_text(out, " = ");
    put_number(out, total - part, unit);
    ot__buf_format(out, "; / %d months, over ", left);
    put_number(out, part, unit);
    ot__buf_format(out, " / %d: ", done);
    put_number(out, (total - part) / left / (part / done), 1);
    ot__buf_format(out, "; %d x ", done + left);
    put_number(out, part, unit);
    ot__buf_text(out, " / ");
    put_number(out, total, unit);
    ot__buf_text(out, " = ");
    put_number(out, (done + left) * part / total, 1);
    ot__buf_text(out, " months\n");
}

void alone_explain(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    const ot_account *a = f->account;
    const double unit = unit_of(c);

    put_figure(out, c);
    put_relation(out, c);
    for (size_t i = 0; i < a->conflicts; i++) {
        const ot_claim *other = &f->among->claim[a->conflict[i]];
        if (other != c) {
            put_figure(out, other);
            put_relation(out, other);
        }
    }
    if (a->pace.known) {
        const ot_claim *from = &f->among->claim[a->pace.from];
        const int done = a->pace.so_far.months, left = a->pace.rest.months;
        const ot_interval *total = &c->figure.usual;
        const ot_interval *part = &from->figure.usual;
        ot__buf_format(out, "      at the same pace: %d / %d x ", done + left,
                       done);
        put_number(out, part->lo, unit);
        ot__buf_text(out, " = ");
        put_number(out, a->pace.same.lo, unit);
        ot__buf_text(out, ", x ");
        put_number(out, part->hi, unit);
        ot__buf_text(out, " = ");
        put_number(out, a->pace.same.hi, unit);
        ot__buf_char(out, '\n');
        put_pace_end(out, total->lo, part->hi, done, left, unit);
        put_pace_end(out, total->hi, part->lo, done, left, unit);
    }
}
