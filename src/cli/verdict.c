// SPDX-License-Identifier: GPL-3.0-or-later
// verdict.c - findings of a check in words that a journalist can use.

#include "cli/verdict.h"

#include <math.h>
#include <string.h>

#include "cli/alone.h"
#include "cli/out.h"

char *verdict_money(char out[], double number)
{
    static const int scales[] = {12, 9, 6, 3};
    int scale = 0;
    char text[OUT_CELL_SIZE];

    for (size_t i = 4; i-- > 0;) {
        if (fabs(number) >= pow(10, scales[i])) {
            scale = scales[i];
        }
    }
    cli_amount(text, number, ot_interval_none(), scale);
    snprintf(out, OUT_CELL_SIZE, "%.400s%s%s", text, scale > 0 ? " " : "",
             ot_scale_name(scale));
    return out;
}

char *verdict_number(char out[], const ot_claim *c, double number)
{
    char text[OT_NUMBER_SIZE];

    switch (c->kind) {
    case OT_CLAIM_GROWTH:
    case OT_CLAIM_SHARE:
        snprintf(out, OUT_CELL_SIZE, "%s %%", ot__fixed(text, number, 1));
        return out;
    case OT_CLAIM_SHARE_CHANGE:
    case OT_CLAIM_RATE_CHANGE:
        snprintf(out, OUT_CELL_SIZE, "%s pp", ot__fixed(text, number, 1));
        return out;
    case OT_CLAIM_MULTIPLE:
        snprintf(out, OUT_CELL_SIZE, "%s times", ot__fixed(text, number, 2));
        return out;
    case OT_CLAIM_RANK:
        snprintf(out, OUT_CELL_SIZE, "place %s%s",
                 ot__fixed(text, fabs(number), 0),
                 number < 0 ? " from the smallest" : "");
        return out;
    case OT_CLAIM_RUN:
        snprintf(out, OUT_CELL_SIZE, "%s in a row %s",
                 ot__fixed(text, fabs(number), 0), number < 0 ? "down" : "up");
        return out;
    case OT_CLAIM_AVERAGE:
        snprintf(out, OUT_CELL_SIZE, "%.400s a %s%s",
                 verdict_money(text, number),
                 c->per == OT_AVERAGE_DAY ? "calendar " : "",
                 ot_average_name(c->per));
        return out;
    default:
        return verdict_money(out, number);
    }
}

const char *verdict_precedent(ot_precedent precedent)
{
    static const char *const words[] = {"never before", "rare", "usual",
                                        "no earlier stretch to compare with"};

    return words[precedent];
}

void verdict_release(ot_buf *out, ot_day release)
{
    char text[64];

    if (release == OT_DAY_NONE) {
        ot__buf_text(out, "undated figures");
    } else if (ot_day_ends_month(release)) {
        const ot_period month = {ot_day_month(release), 1};
        ot__buf_format(out, "release of %s", ot_period_words(month, text));
    } else {
        ot__buf_format(out, "release of %s", ot_day_words(release, text));
    }
}

// ---- what the data say ------------------------------------------------------

void verdict_found(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    char text[OUT_CELL_SIZE], base[OUT_CELL_SIZE];

    if (c->kind == OT_CLAIM_RANK || c->kind == OT_CLAIM_RUN) {
        (c->kind == OT_CLAIM_RANK ? verdict_rank : verdict_run)(out, c, f);
        return;
    }
    ot__buf_text(out, verdict_number(text, c, f->mid));
    if (c->kind == OT_CLAIM_GROWTH || c->kind == OT_CLAIM_MULTIPLE ||
        c->kind == OT_CLAIM_CHANGE) {
        ot__buf_format(out, " (%s against %s)", verdict_money(text, f->value.y),
                       verdict_money(base, f->base.y));
    }
}

static void put_agrees(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    char text[OT_NUMBER_SIZE];

    verdict_found(out, c, f);
    switch (f->only_if) {
    case OT_ONLY_IF_LOOSELY:
        if (c->kind == OT_CLAIM_RANK) {
            break;
        }
        ot__buf_format(
            out, " is %s %% %s '%s'",
            ot__fixed(text, 100 * fabs(f->mid / c->figure.point - 1), 0),
            f->mid > c->figure.point ? "over" : "under", verdict_quoted(c));
        break;
    case OT_ONLY_IF_ROUNDING:
        ot__buf_text(out, ", as far as the rounded data tell");
        break;
    case OT_ONLY_IF_TRUNCATED:
        ot__buf_text(out, ", if the figure was cut, not rounded");
        break;
    case OT_ONLY_IF_READING: // of texts by themselves only
    case OT_ONLY_IF_NOTHING:
        break;
    }
    ot__buf_char(out, '.');
}

static void put_count(ot_buf *out, size_t n)
{
    char text[OT_NUMBER_SIZE];

    ot__buf_text(out, ot__grouped(text, (double)n, 0));
}

// How many other readings were tried, and what that is worth.
static void put_search(ot_buf *out, const ot_finding *f)
{
    const char *all = f->group > 1 ? f->group == 2 ? "both figures"
                                                   : "all figures of the group"
                                   : "it";

    if (f->tried == 0) {
        return;
    }
    if (f->verdict == OT_FITS_ANOTHER) {
        ot__buf_text(out, " Of ");
        put_count(out, f->tried);
        if (f->fits == 1) {
            ot__buf_format(out, " other readings exactly one fits %s.", all);
        } else {
            ot__buf_format(out,
                           " other readings %zu fit %s, this one by one "
                           "change.",
                           f->fits, all);
        }
        return;
    }
    ot__buf_format(out, " %s%s %zu of ", f->group > 1 ? "Together " : "It ",
                   f->group > 1 ? "the figures fit" : "fits", f->fits);
    put_count(out, f->tried);
    ot__buf_format(out, " other readings%s.",
                   f->fits == 0   ? ""
                   : f->near == 0 ? ", none by one change"
                                  : ": no evidence for any of them");
    if (f->slips > 1) {
        ot__buf_format(out, " %zu slips would explain it: no evidence for one.",
                       f->slips);
    }
}

// "taken of the new value, not the old, it is -8.9 % (100 x (v - base) / v, v
// 872.5 million, base 950.6 million). As stated it is ..."
static void put_slip(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    const ot_slip_found *s = &f->slip;
    char text[OUT_CELL_SIZE], period[64];

    ot__buf_text(out, s->how);
    if (!ot_period_equal(s->period, c->period)) {
        ot__buf_format(out, ", %s", ot_period_words(s->period, period));
    }
    if (strcmp(s->changed, "base period") == 0) {
        ot__buf_format(out, ", %s", ot_period_words(s->base, period));
    }
    ot__buf_format(out, ", it is %s (%s",
                   strcmp(s->changed, "average") == 0
                       ? verdict_money(text, f->other_mid)
                       : verdict_number(text, c, f->other_mid),
                   s->formula);
    if (!isnan(s->value)) {
        ot__buf_format(out, ", v %s", verdict_money(text, s->value));
    }
    if (!isnan(s->was)) {
        ot__buf_format(out, ", base %s", verdict_money(text, s->was));
    }
    ot__buf_text(out, "). As stated it is ");
    verdict_found(out, c, f);
    ot__buf_text(out, ". No other slip and no other reading explains it.");
}

static void put_fits_another(ot_buf *out, const ot_claim *c,
                             const ot_finding *f)
{
    char text[OUT_CELL_SIZE], period[64];

    ot__buf_format(out, " %s: ", f->changed);
    if (f->slip.how != NULL) {
        put_slip(out, c, f);
        return;
    }
    if (strcmp(f->changed, "unit") == 0) {
        verdict_found(out, c, f);
        ot__buf_text(out, ": another word of scale.");
        return;
    }
    if (strcmp(f->changed, "flow") == 0) {
        ot__buf_format(out, "%s, ", f->other.flow->name);
    } else if (strcmp(f->changed, "basis") == 0) {
        ot__buf_format(out, "by %s, ", f->other.basis);
    } else if (strcmp(f->changed, "release") == 0) {
        verdict_release(out, f->other.release);
        ot__buf_text(out, ", ");
    } else if (strcmp(f->changed, "reporter") == 0) {
        ot__buf_format(out, "reported by %s, ",
                       ot_area_name(f->other.reporter));
    } else {
        ot__buf_format(out, "%s, ", ot_period_words(f->other.period, period));
    }
    ot__buf_format(out, "%s.", verdict_number(text, c, f->other_mid));
    if (f->known) {
        ot__buf_text(out, " As stated it is ");
        verdict_found(out, c, f);
        ot__buf_char(out, '.');
    } else {
        ot__buf_format(out, " As stated it cannot be checked: %s.", f->why);
    }
    put_search(out, f);
}

// ---- all of it --------------------------------------------------------------

static void put_verdict(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    ot__buf_format(out, "%s%s", ot_verdict_word(f->verdict),
                   f->only_if == OT_ONLY_IF_LOOSELY ? ", loosely" : "");
    if (f->verdict == OT_FITS_ANOTHER) {
        put_fits_another(out, c, f);
        return;
    }
    ot__buf_text(out, ": ");
    if (f->verdict == OT_NOT_CHECKED && f->why[0] != '\0') {
        ot__buf_format(out, "%s.", f->why);
        put_search(out, f);
    } else if (f->projected) {
        verdict_projection(out, c, f);
    } else if (f->verdict == OT_AGREES) {
        put_agrees(out, c, f);
    } else {
        verdict_found(out, c, f);
        ot__buf_char(out, '.');
        put_search(out, f);
    }
}

void verdict_words(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    if (f->account != NULL) {
        alone_words(out, c, f);
        return;
    }
    put_verdict(out, c, f);
    verdict_besides(out, c, f);
    if (f->who != NULL) {
        ot__buf_format(out, " Taken to be of %s with %s, as claim %s.",
                       ot_area_name(f->who->reporter),
                       ot_area_name(f->who->partner), f->who->id);
    }
}
