// SPDX-License-Identifier: GPL-3.0-or-later
// alone.c - claims against each other, in words that a journalist can use.

#include "cli/alone.h"

#include <math.h>
#include <string.h>

#include "cli/checked.h"
#include "cli/undated.h"

// ---- ranges ----------------------------------------------------------------

static int scale_of(double number)
{
    int scale = 0;

    for (int s = 3; s <= 12; s += 3) {
        scale = fabs(number) >= 0.9999 * pow(10, s) ? s : scale;
    }
    return scale;
}

// Zeros that both ends have at the end say nothing: 5.60 and 7.70.
static void cut_zeros(char lo[], char hi[])
{
    size_t a = strlen(lo), b = strlen(hi);

    while (strchr(lo, '.') != NULL && strchr(hi, '.') != NULL &&
           lo[a - 1] == hi[b - 1] && strchr("0.", lo[a - 1]) != NULL) {
        lo[--a] = hi[--b] = '\0';
    }
}

void alone_range(ot_buf *out, ot_interval range, double unit, int decimals,
                 const char *after)
{
    char lo[OT_NUMBER_SIZE], hi[OT_NUMBER_SIZE];

    ot__fixed(lo, isinf(range.lo) ? range.hi / unit : range.lo / unit,
              decimals);
    ot__fixed(hi, isinf(range.hi) ? range.lo / unit : range.hi / unit,
              decimals);
    cut_zeros(lo, hi);
    if (isinf(range.lo) && isinf(range.hi)) {
        ot__buf_text(out, "anything");
        return;
    }
    if (isinf(range.hi)) {
        ot__buf_text(out, "at least ");
    } else if (isinf(range.lo)) {
        ot__buf_text(out, "at most ");
    }
    ot__buf_text(out, lo);
    if (strcmp(lo, hi) != 0) {
        ot__buf_format(out, "%s%s", range.lo < 0 ? " to " : "-", hi);
    }
    ot__buf_text(out, after);
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
    alone_range(out, range, unit,
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
        alone_range(out, range, 1, 1, " %");
        break;
    case OT_CLAIM_SHARE_CHANGE:
    case OT_CLAIM_RATE_CHANGE:
        alone_range(out, range, 1, 1, " points");
        break;
    case OT_CLAIM_MULTIPLE:
        alone_range(out, range, 1, 2, " times");
        break;
    default:
        alone_amounts(out, range);
        break;
    }
}

static void put_quantity(ot_buf *out, const ot_claim *c, const ot_quantity *q)
{
    char period[UNDATED_SIZE];
    const bool other = q->flow != NULL && q->flow != c->flow;

    if (q->partner != OT_AREA_NONE && q->partner != c->partner) {
        ot__buf_format(out, "%s, ", ot_area_name(q->partner));
    }
    if (other) {
        ot__buf_format(out, "%s of ", q->flow->name);
    }
    ot__buf_text(out, c->period.months > 0 ? undated_words(q->period, period)
                                           : "the base");
}

// ---- who with whom ---------------------------------------------------------

static void put_quoted(ot_buf *out, const ot_claim *c)
{
    ot__buf_char(out, '"');
    checked_quote(out, c);
    ot__buf_char(out, '"');
}

// The other members of a conflict, in the order of the text.
static size_t others_of(const ot_claim *c, const ot_finding *f,
                        const ot_claim *other[OT_CONFLICT_MOST])
{
    const ot_account *a = f->account;
    size_t n = 0;

    for (size_t i = 0; i < a->conflicts; i++) {
        const ot_claim *member = &f->among->claim[a->conflict[i]];
        size_t at = n;
        if (member == c) {
            continue;
        }
        for (; at > 0 && other[at - 1] > member; at--) {
            other[at] = other[at - 1];
        }
        other[at] = member;
        n++;
    }
    return n;
}

static void put_conflict(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    const ot_claim *other[OT_CONFLICT_MOST];
    const size_t n = others_of(c, f, other);

    for (size_t i = 0; i < n; i++) {
        ot__buf_text(out, i == 0 ? "with " : i + 1 == n ? " and " : ", ");
        put_quoted(out, other[i]);
        ot__buf_text(out, " (");
        checked_at(out, other[i]);
        ot__buf_char(out, ')');
    }
}

static void put_meant(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    const ot_account *a = f->account;

    if (ot_interval_is_none(a->implied)) {
        return;
    }
    ot__buf_text(out, "\nthe others make it ");
    put_range(out, c, a->implied);
    if (ot_interval_meets(a->implied, c->figure.hard) &&
        !ot_interval_meets(a->implied, c->figure.usual)) {
        ot__buf_text(out, ": only if ");
        put_quoted(out, c);
        ot__buf_text(out, " means that much");
    } else if (!ot_interval_is_none(c->figure.loose) &&
               ot_interval_meets(a->implied, c->figure.loose)) {
        ot__buf_text(out, ": only if ");
        put_quoted(out, c);
        ot__buf_text(out, " is a round number");
    }
}

// ---- slips -----------------------------------------------------------------

static void put_slip(ot_buf *out, const ot_finding *f, const ot_slip *s)
{
    const ot_claim *c = &f->among->claim[s->claim];
    char text[UNDATED_SIZE];

    switch (s->kind) {
    case OT_SLIP_SCALE:
        ot__buf_text(out, "the word of scale: ");
        put_quoted(out, c);
        ot__buf_format(out, " times %s", ot__shortest(text, s->factor));
        break;
    case OT_SLIP_BY_FOR_TO:
        ot__buf_format(out, "\"%s\" for \"%s\"", s->factor > 0 ? "to" : "by",
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
        ot__buf_format(out, "the period: %s%s",
                       s->period.months == 6 ? "the half-year " : "",
                       undated_words(s->period, text));
        break;
    case OT_SLIP_DIGITS:
        ot__buf_text(out, "the digits");
        break;
    case OT_SLIP_YEAR:
        ot__buf_format(out, "the year: %s", undated_words(s->period, text));
        break;
    default:
        ot__buf_format(out, "what it is compared with: %s",
                       undated_words(s->period, text));
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
                          : a->slips + a->rivals == 1 ? "\nlikely slip: "
                                                      : "\nperhaps a slip: ");
        put_slip(out, f, &a->slip[i]);
    }
}

// ---- the whole -------------------------------------------------------------

static void put_implied(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    const ot_account *a = f->account;

    if (a->sense != NULL) {
        ot__buf_format(out, "read as %s: ", a->sense);
    } else if (a->by_cut) {
        ot__buf_text(out, "if cut, not rounded: ");
    }
    if (!ot_interval_is_none(a->base)) {
        put_quantity(out, c, &a->of);
        ot__buf_text(out, " was then ");
        if (a->base_is_rate) {
            alone_range(out, a->base, 1, 1, " %");
        } else {
            alone_amounts(out, a->base);
        }
    } else if (isfinite(a->implied.lo) && isfinite(a->implied.hi)) {
        ot__buf_text(out, "the others make it ");
        put_range(out, c, a->implied);
    } else {
        ot__buf_text(out, "with the other figures");
    }
    if (a->refuted_sense) {
        ot__buf_text(out, "\nread as so many times more than before, it would "
                          "not fit");
    }
}

static void put_target(ot_buf *out, const ot_account *a)
{
    if (a->years > 0) {
        ot__buf_text(out, "\nit needs ");
        alone_range(out, a->yearly, 1, 1, " % growth a year");
        ot__buf_format(out, " over %d year%s", a->years,
                       a->years == 1 ? "" : "s");
    }
}

bool alone_tells(const ot_finding *f)
{
    const ot_account *a = f->account;

    return f->verdict != OT_ADDS_UP || a->by_cut || a->sense != NULL ||
           a->refuted_sense || !ot_interval_is_none(a->base);
}

void alone_lines(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    const ot_account *a = f->account;

    switch (a->standing) {
    case OT_STANDS_UP:
        put_implied(out, c, f);
        break;
    case OT_STANDS_AGAINST:
        put_conflict(out, c, f);
        ot__buf_text(out, a->pace.known ? ", if the pace is kept" : "");
        put_meant(out, c, f);
        if (a->pace.known) {
            alone_pace(out, c, f);
        }
        put_slips(out, f);
        break;
    case OT_STANDS_OPEN:
        ot__buf_text(out, "no condition is said");
        if (a->pace.known) {
            alone_pace(out, c, f);
        }
        put_target(out, a);
        break;
    default:
        checked_why(out, c, a->why);
        break;
    }
}

void alone_words(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    ot_buf lines = {0};

    alone_lines(&lines, c, f);
    ot__buf_format(out, "%s: ", ot_verdict_word(f->verdict));
    for (const char *at = ot__buf_cstr(&lines); *at != '\0'; at++) {
        if (*at == '\n') {
            ot__buf_text(out, "; ");
        } else {
            ot__buf_char(out, *at);
        }
    }
    ot__buf_free(&lines);
}

ot_status alone_imply(ot_buf *out, const ot_system *system, const char *asked,
                      bool always, bool *told, ot_error *err)
{
    ot_quantity q;
    ot_interval range;

    ot_status status = ot_quantity_parse(asked, &q, err);
    if (status == OT_OK) {
        status = ot_system_imply(system, &q, &range, err);
    }
    if (status != OT_OK) {
        return status;
    }
    const bool open =
        !ot_interval_is_none(range) && range.lo <= 0 && isinf(range.hi);
    if (open && !always) {
        return OT_OK;
    }
    *told = *told || !open;
    ot__buf_format(out, "implied: %s: ", asked);
    if (ot_interval_is_none(range)) {
        ot__buf_text(out, "nothing, the figures clash");
    } else if (open) {
        ot__buf_text(out, "nothing, no figure here tells");
    } else {
        alone_amounts(out, range);
    }
    ot__buf_char(out, '\n');
    return OT_OK;
}
