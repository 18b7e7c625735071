// SPDX-License-Identifier: GPL-3.0-or-later
// alone_explain.c - the arithmetic of claims against each other, line by line,
// to be followed by hand.

#include <math.h>

#include "cli/alone.h"
#include "cli/checked.h"
#include "cli/out.h"
#include "cli/undated.h"

// Lines set in alike.
typedef struct page {
    ot_buf *out;
    int margin;
} page;

static void begin_line(const page *p)
{
    ot__buf_format(p->out, "%*s", p->margin, "");
}

static void put_number(ot_buf *out, double x, double unit)
{
    char text[OT_NUMBER_SIZE];

    ot__buf_text(out, isinf(x) ? "no limit"
                               : ot__digits15(text, out_derived(x / unit)));
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

static void put_figure(const page *p, const ot_claim *c)
{
    const double unit = unit_of(c);
    const ot_interval *u = &c->figure.usual, *h = &c->figure.hard;

    begin_line(p);
    ot__buf_char(p->out, '"');
    checked_quote(p->out, c);
    ot__buf_text(p->out, "\" is ");
    put_number(p->out, u->lo, unit);
    ot__buf_text(p->out, " to ");
    put_number(p->out, u->hi, unit);
    if (h->lo != u->lo || h->hi != u->hi) {
        ot__buf_text(p->out, " (at most ");
        put_number(p->out, h->lo, unit);
        ot__buf_text(p->out, " to ");
        put_number(p->out, h->hi, unit);
        ot__buf_char(p->out, ')');
    }
    if (unit > 1) {
        ot__buf_format(p->out, " %s", ot_scale_name((int)lround(log10(unit))));
    }
    ot__buf_char(p->out, '\n');
}

// What a claim says of two levels: "2.5 x v(2023) <= v(2024) <= 2.6 x v(2023)".
static void put_relation(const page *p, const ot_claim *c)
{
    char now[UNDATED_SIZE], before[UNDATED_SIZE];
    const ot_interval *u = &c->figure.usual;
    const bool growth =
        c->kind == OT_CLAIM_GROWTH && c->figure.unit.dimension != OT_DIM_TIMES;

    if ((c->kind != OT_CLAIM_MULTIPLE && c->kind != OT_CLAIM_GROWTH) ||
        c->period.months == 0 || c->base.months == 0) {
        return;
    }
    undated_words(c->period, now);
    undated_words(c->base, before);
    begin_line(p);
    ot__buf_text(p->out, "so ");
    put_number(p->out, growth ? 1 + u->lo / 100 : u->lo, 1);
    ot__buf_format(p->out, " x %s <= %s <= ", before, now);
    put_number(p->out, growth ? 1 + u->hi / 100 : u->hi, 1);
    ot__buf_format(p->out, " x %s\n", before);
}

// One quotient or difference of a pace, at one end.
static void put_pace_end(const page *p, const ot_pace *pace, double total,
                         double part, double unit)
{
    const int done = pace->so_far.months, left = pace->rest.months;
    ot_buf *out = p->out;

    begin_line(p);
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

static void put_pace(const page *p, const ot_claim *c, const ot_claim *from,
                     const ot_pace *pace)
{
    const int done = pace->so_far.months, left = pace->rest.months;
    const ot_interval *total = &c->figure.usual, *part = &from->figure.usual;
    const double unit = unit_of(c);

    begin_line(p);
    ot__buf_format(p->out, "at the same pace: %d / %d x ", done + left, done);
    put_number(p->out, part->lo, unit);
    ot__buf_text(p->out, " = ");
    put_number(p->out, pace->same.lo, unit);
    ot__buf_text(p->out, ", x ");
    put_number(p->out, part->hi, unit);
    ot__buf_text(p->out, " = ");
    put_number(p->out, pace->same.hi, unit);
    ot__buf_char(p->out, '\n');
    put_pace_end(p, pace, total->lo, part->hi, unit);
    put_pace_end(p, pace, total->hi, part->lo, unit);
}

void alone_explain(ot_buf *out, const ot_claim *c, const ot_finding *f,
                   size_t margin)
{
    const ot_account *a = f->account;
    const page p = {out, (int)margin};

    put_figure(&p, c);
    put_relation(&p, c);
    for (size_t i = 0; i < a->conflicts; i++) {
        const ot_claim *other = &f->among->claim[a->conflict[i]];
        if (other != c) {
            put_figure(&p, other);
            put_relation(&p, other);
        }
    }
    if (a->pace.known) {
        put_pace(&p, c, &f->among->claim[a->pace.from], &a->pace);
    }
}
