// SPDX-License-Identifier: GPL-3.0-or-later
// alone.c - claims against each other, in words that a journalist can use.

#include "cli/alone.h"

#include <math.h>
#include <string.h>

#include "cli/verdict.h"

// ---- ranges ----------------------------------------------------------------

static int scale_of(double number)
{
    int scale = 0;

    for (int s = 3; s <= 12; s += 3) {
        scale = fabs(number) >= 0.9999 * pow(10, s) ? s : scale;
    }
    return scale;
}

// Two ends with as many digits, one scale: "3.19 to 3.36".
static void put_ends(ot_buf *out, ot_interval range, double unit, int decimals,
                     const char *after)
{
    char lo[OT_NUMBER_SIZE], hi[OT_NUMBER_SIZE];

    ot__fixed(lo, range.lo / unit, decimals);
    ot__fixed(hi, range.hi / unit, decimals);
    if (isinf(range.lo) && isinf(range.hi)) {
        ot__buf_text(out, "anything");
    } else if (isinf(range.hi)) {
        ot__buf_format(out, "at least %s%s", lo, after);
    } else if (isinf(range.lo)) {
        ot__buf_format(out, "at most %s%s", hi, after);
    } else if (strcmp(lo, hi) == 0) {
        ot__buf_format(out, "%s%s", lo, after);
    } else {
        ot__buf_format(out, "%s to %s%s", lo, hi, after);
    }
}

void alone_amounts(ot_buf *out, ot_interval range)
{
    const double size =
        isinf(range.hi)
            ? fabs(range.lo)
            : fmax(isinf(range.lo) ? 0 : fabs(range.lo), fabs(range.hi));
    const int scale = scale_of(size);
    const double unit = pow(10, scale);
    char after[32] = "";

    snprintf(after, sizeof after, "%s%s", scale > 0 ? " " : "",
             ot_scale_name(scale));
    put_ends(out, range, unit,
             size / unit >= 100  ? 0
             : size / unit >= 10 ? 1
                                 : 2,
             after);
}

// A range in the unit of a claim's figure.
static void put_range(ot_buf *out, const ot_claim *c, ot_interval range)
{
    switch (c->kind) {
    case OT_CLAIM_GROWTH:
    case OT_CLAIM_SHARE:
        put_ends(out, range, 1, 1, " %");
        break;
    case OT_CLAIM_SHARE_CHANGE:
    case OT_CLAIM_RATE_CHANGE:
        put_ends(out, range, 1, 1, " points");
        break;
    case OT_CLAIM_MULTIPLE:
        put_ends(out, range, 1, 2, " times");
        break;
    default:
        alone_amounts(out, range);
        break;
    }
}

static void put_quantity(ot_buf *out, const ot_claim *c, const ot_quantity *q)
{
    char period[64];
    const bool other = q->flow != NULL && q->flow != c->flow;

    if (q->partner != OT_AREA_NONE && q->partner != c->partner) {
        ot__buf_format(out, "%s, ", ot_area_name(q->partner));
    }
    if (other) {
        ot__buf_format(out, "%s of ", q->flow->name);
    }
    ot__buf_text(out, c->period.months > 0 ? ot_period_words(q->period, period)
                                           : "the base");
}

// ---- who with whom ---------------------------------------------------------

static void put_conflict(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    const ot_account *a = f->account;
    size_t put = 0;

    for (size_t i = 0; i < a->conflicts; i++) {
        const ot_claim *other = &f->among->claim[a->conflict[i]];
        if (other != c) {
            put++;
            ot__buf_format(out, "%s%s (\"%s\")",
                           put == 1                  ? " with "
                           : put + 1 == a->conflicts ? " and "
                                                     : ", ",
                           other->id, verdict_quoted(other));
        }
    }
}

static void put_meant(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    const ot_account *a = f->account;

    if (ot_interval_is_none(a->implied)) {
        return;
    }
    ot__buf_text(out, " The others make it ");
    put_range(out, c, a->implied);
    ot__buf_char(out, '.');
    if (ot_interval_meets(a->implied, c->figure.hard) &&
        !ot_interval_meets(a->implied, c->figure.usual)) {
        ot__buf_format(out, " Only if '%s' means that much.",
                       verdict_quoted(c));
    } else if (!ot_interval_is_none(c->figure.loose) &&
               ot_interval_meets(a->implied, c->figure.loose)) {
        ot__buf_format(out, " Only if '%s' is a round number.",
                       verdict_quoted(c));
    }
}

// ---- slips -----------------------------------------------------------------

static void put_slip(ot_buf *out, const ot_finding *f, const ot_slip *s)
{
    const ot_claim *c = &f->among->claim[s->claim];
    char text[64];

    switch (s->kind) {
    case OT_SLIP_SCALE:
        ot__buf_format(out, "the word of scale: '%s' times %s",
                       verdict_quoted(c), ot__shortest(text, s->factor));
        break;
    case OT_SLIP_BY_FOR_TO:
        ot__buf_format(out, "'%s' for '%s'", s->factor > 0 ? "to" : "by",
                       s->factor > 0 ? "by" : "to");
        break;
    case OT_SLIP_BASE:
        ot__buf_text(out, "the base: it is taken over the new value");
        break;
    case OT_SLIP_POINTS:
        ot__buf_text(out, "per cent for points");
        break;
    case OT_SLIP_SIGN:
        ot__buf_text(out, "the direction");
        break;
    case OT_SLIP_FLOW:
        ot__buf_format(out, "the flow: %s", s->flow->name);
        break;
    case OT_SLIP_PERIOD:
        ot__buf_format(out, "the period: %s", ot_period_words(s->period, text));
        break;
    case OT_SLIP_DIGITS:
        ot__buf_text(out, "the digits");
        break;
    case OT_SLIP_YEAR:
        ot__buf_format(out, "the year: %s", ot_period_words(s->period, text));
        break;
    default:
        ot__buf_format(out, "what it is compared with: %s",
                       ot_period_words(s->period, text));
        break;
    }
    if (!ot_interval_is_none(s->meant)) {
        ot__buf_text(out, " (then ");
        put_range(out, c, s->meant);
        ot__buf_text(out, " fits)");
    }
}

static void put_slips(ot_buf *out, const ot_finding *f)
{
    const ot_account *a = f->account;

    for (size_t i = 0; i < a->slips; i++) {
        ot__buf_text(out, i > 0                       ? "; or "
                          : a->slips + a->rivals == 1 ? " Likely slip: "
                                                      : " Perhaps a slip: ");
        put_slip(out, f, &a->slip[i]);
    }
    ot__buf_text(out, a->slips > 0 ? "." : "");
}

// ---- the pace --------------------------------------------------------------

static void put_months(ot_buf *out, const ot_pace *pace)
{
    char tolerance[OT_NUMBER_SIZE];
    bool first = true;

    ot__buf_text(out, " The two figures fit ");
    put_ends(out, pace->months, 1, 1, " months of an even flow");
    for (int m = 1; m < 32; m++) {
        if ((pace->fits >> m & 1) != 0) {
            ot__buf_format(out, "%s%d exactly%s", first ? ": " : "; ", m,
                           m == pace->customary ? ", the customary one" : "");
            first = false;
        }
    }
    if (pace->customary > 0 && (pace->fits >> pace->customary & 1) == 0) {
        ot__buf_format(out, "%s%d within %s %%, the customary one",
                       first ? ": " : "; ", pace->customary,
                       ot__fixed(tolerance, 100 * pace->tolerance, 0));
    }
    ot__buf_char(out, '.');
}

static void put_pace(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    const ot_pace *pace = &f->account->pace;
    const ot_claim *from = &f->among->claim[pace->from];
    char number[OT_NUMBER_SIZE], period[64];

    if (pace->unsaid) {
        ot__buf_format(out, " The period of '%s' is not said.",
                       verdict_quoted(from));
        put_months(out, pace);
        ot__buf_format(out, " From %d months", (int)pace->so_far.months);
    } else {
        ot__buf_format(out, " '%s' in %d months makes ", verdict_quoted(from),
                       (int)pace->so_far.months);
        alone_amounts(out, pace->same);
        ot__buf_format(out, " in %d. '%s'",
                       (int)(pace->so_far.months + pace->rest.months),
                       verdict_quoted(c));
    }
    if (pace->unsaid) {
        ot__buf_format(out, " the other %d need ", (int)pace->rest.months);
    } else {
        ot__buf_text(out, " needs ");
    }
    alone_amounts(out, pace->need);
    if (!pace->unsaid) {
        ot__buf_format(out, " in %s", ot_period_words(pace->rest, period));
    }
    ot__buf_text(out, ": ");
    put_ends(out, pace->of_average, 1, 2, " times the average month so far");
    if (c->figure.hedge != OT_HEDGE_RANGE) {
        ot__buf_format(out, " (%s at the figures named)",
                       ot__fixed(number, pace->of_average_at, 2));
    }
    ot__buf_char(out, '.');
    if (!pace->unsaid) {
        put_months(out, pace);
    }
}

// ---- the whole -------------------------------------------------------------

static void put_implied(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    const ot_account *a = f->account;

    if (!ot_interval_is_none(a->base)) {
        ot__buf_char(out, ' ');
        put_quantity(out, c, &a->of);
        ot__buf_text(out, " was then ");
        if (a->base_is_rate) {
            put_ends(out, a->base, 1, 1, " %");
        } else {
            alone_amounts(out, a->base);
        }
        ot__buf_char(out, '.');
    } else if (isfinite(a->implied.lo) && isfinite(a->implied.hi)) {
        ot__buf_text(out, " the others make it ");
        put_range(out, c, a->implied);
        ot__buf_char(out, '.');
    } else {
        ot__buf_text(out, " with the other figures.");
    }
    if (a->refuted_sense) {
        ot__buf_format(out,
                       " Read as so many times more than before, '%s' "
                       "would not fit.",
                       verdict_quoted(c));
    }
}

static void put_target(ot_buf *out, const ot_account *a)
{
    if (a->years > 0) {
        ot__buf_text(out, " it needs ");
        put_ends(out, a->yearly, 1, 1, " % growth a year");
        ot__buf_format(out, " over %d year%s.", a->years,
                       a->years == 1 ? "" : "s");
    }
}

void alone_words(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    const ot_account *a = f->account;

    ot__buf_text(out, ot_verdict_word(f->verdict));
    switch (a->standing) {
    case OT_STANDS_UP:
        if (a->sense != NULL) {
            ot__buf_format(out, ", read as %s:", a->sense);
        } else {
            ot__buf_format(out, "%s:",
                           a->by_cut        ? ", if cut, not rounded"
                           : a->by_rounding ? ", as far as rounding allows"
                                            : "");
        }
        put_implied(out, c, f);
        break;
    case OT_STANDS_AGAINST:
        put_conflict(out, c, f);
        ot__buf_text(out, a->pace.known ? ", at the same pace:" : ".");
        put_meant(out, c, f);
        if (a->pace.known) {
            put_pace(out, c, f);
        }
        put_slips(out, f);
        break;
    case OT_STANDS_OPEN:
        ot__buf_format(out, ": no condition is said.");
        if (a->pace.known) {
            put_pace(out, c, f);
        }
        put_target(out, a);
        break;
    default:
        ot__buf_format(out, ": %s.", a->why);
        break;
    }
}

ot_status alone_imply(ot_buf *out, const ot_checking *k, const char *asked,
                      ot_error *err)
{
    ot_quantity q;
    ot_interval range;

    ot_status status = ot_quantity_parse(asked, &q, err);
    if (status == OT_OK) {
        status = ot_system_imply(k->system, &q, &range, err);
    }
    if (status == OT_OK) {
        ot__buf_format(out, "implied: %s: ", asked);
        if (ot_interval_is_none(range)) {
            ot__buf_text(out, "nothing, the figures clash");
        } else if (range.lo <= 0 && isinf(range.hi)) {
            ot__buf_text(out, "nothing, no figure here tells");
        } else {
            alone_amounts(out, range);
        }
    }
    return status;
}
