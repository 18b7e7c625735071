// SPDX-License-Identifier: GPL-3.0-or-later
// verdict_projection.c - projections and targets in words: the outturn, or the
// landing, its odds and what it needs.

#include "cli/verdict.h"

#include <math.h>
#include <string.h>

#include "claim/judge.h"
#include "cli/landing.h"
#include "cli/out.h"

static double off(double stated, double outcome)
{
    return 100 * (stated / outcome - 1);
}

static void put_off(ot_buf *out, const char *what, double percent)
{
    char miss[OT_NUMBER_SIZE];

    ot__buf_format(out, "%s %s %% too %s", what,
                   ot__fixed(miss, fabs(percent), 0),
                   percent > 0 ? "high" : "low");
}

// Over, and known: how far off the middle and the nearer end were.
static void put_outcome(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    char text[OUT_CELL_SIZE];
    const ot_interval usual = c->figure.usual;
    const bool range = c->figure.hedge == OT_HEDGE_RANGE;
    const bool amount = ot__kind_is_amount(c->kind) && f->mid > 0;

    ot__buf_format(out, "the outturn was %s", verdict_number(text, c, f->mid));
    if (f->verdict != OT_IN_RANGE && c->kind == OT_CLAIM_GROWTH) {
        ot__buf_format(out, "; the figure was %s points too %s",
                       ot__fixed(text, fabs(c->figure.point - f->mid), 1),
                       f->verdict == OT_HIGH ? "high" : "low");
    } else if (f->verdict != OT_IN_RANGE && amount) {
        ot__buf_text(out, "; ");
        put_off(out, range ? "the middle of the range was" : "the figure was",
                off(c->figure.point, f->mid));
        if (range) {
            const bool high = f->verdict == OT_HIGH;
            ot__buf_text(out, ", ");
            put_off(out, high ? "its lower end" : "its upper end",
                    off(high ? usual.lo : usual.hi, f->mid));
        }
    }
    ot__buf_char(out, '.');
}

static void put_need(ot_buf *out, const ot_need *need)
{
    char lo[OUT_CELL_SIZE], hi[OUT_CELL_SIZE], period[64];

    ot__buf_format(
        out, " It needs %s%s%s in %s: %s", verdict_money(lo, need->total.lo),
        isinf(need->total.hi) ? " or more" : " to ",
        isinf(need->total.hi) ? "" : verdict_money(hi, need->total.hi),
        ot_period_words(need->rest, period),
        verdict_precedent(need->precedent));
    if (need->stretches > 0) {
        ot__buf_format(out,
                       " (%zu of %zu years reached that; the best was %s "
                       "in %s)",
                       need->reached, need->stretches,
                       verdict_money(lo, need->best_total),
                       ot_period_words(need->best, period));
    }
    ot__buf_char(out, '.');
}

static void put_chance(ot_buf *out, const char *before, double p,
                       const char *after)
{
    char text[OT_NUMBER_SIZE];

    ot__buf_format(out, "%s%s%s", before, landing_chance(text, p), after);
}

// What is claimed comes true with which probability.
static void put_chances(ot_buf *out, const ot_odds *l)
{
    char low[OUT_CELL_SIZE];
    const ot_interval claimed = l->claimed;
    const bool below = claimed.hi <= 0;

    if (isinf(claimed.lo)) {
        put_chance(out, "; ", l->within, " that it ends there");
    } else {
        put_chance(out, "; ", l->reaches, " that it reaches ");
        ot__buf_text(out, verdict_money(low, below ? claimed.hi : claimed.lo));
        if (!isinf(claimed.hi)) {
            put_chance(out, ", ", l->within, " that it ends as claimed");
        }
    }
    ot__buf_char(out, '.');
    if (!isnan(l->mixed)) {
        put_chance(out, " After the break in it: ", l->stays,
                   " if that stays, ");
        put_chance(out, "", l->one_off, " if it was one-off, ");
        put_chance(out, "", l->mixed, " by both.");
    } else if (l->broken) {
        ot__buf_text(out, " No earlier year looked like this one so far.");
    }
}

static void put_landing(ot_buf *out, const ot_finding *f)
{
    char total[OUT_CELL_SIZE], lo[OUT_CELL_SIZE], hi[OUT_CELL_SIZE];

    ot__buf_format(out, "the landing is %s, 80 %%: %s to %s",
                   verdict_money(total, f->odds.total),
                   verdict_money(lo, f->spread_lo),
                   verdict_money(hi, f->spread_hi));
    put_chances(out, &f->odds);
    if (f->has_need && f->need.total.hi <= 0) {
        ot__buf_text(out, " It is reached already.");
    } else if (f->has_need) {
        put_need(out, &f->need);
    }
}

static void put_percents(ot_buf *out, ot_interval r)
{
    char lo[OT_NUMBER_SIZE], hi[OT_NUMBER_SIZE];

    ot__fixed(lo, r.lo, 1);
    ot__buf_text(out, lo);
    if (isinf(r.hi)) {
        ot__buf_text(out, " or more");
    } else if (strcmp(lo, ot__fixed(hi, r.hi, 1)) != 0) {
        ot__buf_format(out, " to %s", hi);
    }
}

// A target of years ahead.
static void put_climb(ot_buf *out, const ot_climb *climb)
{
    char text[OUT_CELL_SIZE], lo[OT_NUMBER_SIZE], hi[OT_NUMBER_SIZE];
    char period[64], best[OT_NUMBER_SIZE];

    ot__buf_format(out, "from %s in %s it needs ",
                   verdict_money(text, climb->value),
                   ot_period_words(climb->from, period));
    put_percents(out, climb->yearly);
    ot__buf_format(out, " %% a year over %d years", climb->years);
    if (climb->before == 0) {
        ot__buf_text(out, "; the data hold no span as long to compare with.");
        return;
    }
    ot__buf_format(out,
                   "; %zu of %zu earlier spans as long reached that (80 %% of "
                   "them: %s to %s %%; the best %s %%, to %s)",
                   climb->reached, climb->before, ot__fixed(lo, climb->lo, 1),
                   ot__fixed(hi, climb->hi, 1), ot__fixed(best, climb->best, 1),
                   ot_period_words(climb->best_to, period));
    ot__buf_text(out, climb->before < 5 ? ": too few to judge by." : ".");
}

void verdict_projection(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    char text[OUT_CELL_SIZE];

    if (f->known && c->kind == OT_CLAIM_RANK) {
        verdict_found(out, c, f);
        ot__buf_char(out, '.');
    } else if (f->known) {
        put_outcome(out, c, f);
    } else if (c->kind == OT_CLAIM_RANK && !isnan(f->base.y)) {
        ot__buf_format(
            out, "the figure said with it is %s the largest earlier one, %s.",
            f->verdict == OT_AGREES ? "above" : "not above",
            verdict_money(text, f->base.y));
    } else if (f->climb.years > 0) {
        put_climb(out, &f->climb);
    } else if (!isnan(f->spread_lo)) {
        put_landing(out, f);
    }
}
