// SPDX-License-Identifier: GPL-3.0-or-later
// alone_pace.c - a projection against the level so far, in words: what the pace
// makes of the whole, what the rest needs, how many months the figures fit.

#include "cli/alone.h"
#include "cli/checked.h"
#include "cli/undated.h"

// A figure as it is judged: "8.3-8.4 bn"; a plain one as it stands.
static void put_figure(ot_buf *out, const ot_claim *c)
{
    const bool plain = c->figure.hedge == OT_HEDGE_NONE;

    alone_amounts(out,
                  plain ? ot_interval_point(c->figure.point) : c->figure.usual);
}

static void put_fits(ot_buf *out, const ot_pace *pace)
{
    char tolerance[OT_NUMBER_SIZE];
    const char *between = ": ";

    for (int m = 1; m < 32; m++) {
        if ((pace->fits >> m & 1) != 0) {
            ot__buf_format(out, "%s%d exactly%s", between, m,
                           m == pace->customary ? " and customary" : "");
            between = ", ";
        }
    }
    if (pace->customary > 0 && (pace->fits >> pace->customary & 1) == 0) {
        ot__buf_format(out, "%s%d within %s %% and customary", between,
                       pace->customary,
                       ot__fixed(tolerance, 100 * pace->tolerance, 0));
    }
}

static void put_months(ot_buf *out, const ot_claim *c, const ot_claim *from,
                       const ot_pace *pace)
{
    put_figure(out, from);
    ot__buf_text(out, " and ");
    put_figure(out, c);
    ot__buf_text(out, " fit ");
    alone_range(out, pace->months, 1, 1, " months of an even flow");
    put_fits(out, pace);
}

static void put_need(ot_buf *out, const ot_claim *c, const ot_pace *pace)
{
    char number[OT_NUMBER_SIZE];

    alone_range(out, pace->of_average, 1, 2, " times the average month so far");
    if (c->figure.hedge != OT_HEDGE_RANGE) {
        ot__buf_format(out, " (%s at the figures named)",
                       ot__fixed(number, pace->of_average_at, 2));
    }
}

// The part so far is of a period that is not said.
static void put_unsaid(ot_buf *out, const ot_claim *c, const ot_claim *from,
                       const ot_pace *pace)
{
    ot__buf_text(out, "\nthe period of \"");
    checked_quote(out, from);
    ot__buf_text(out, "\" is not said: ");
    put_months(out, c, from, pace);
    ot__buf_format(out, "\nfrom %d months the other %d need ",
                   (int)pace->so_far.months, (int)pace->rest.months);
    alone_amounts(out, pace->need);
    ot__buf_text(out, ": ");
    put_need(out, c, pace);
}

void alone_pace(ot_buf *out, const ot_claim *c, const ot_finding *f)
{
    const ot_pace *pace = &f->account->pace;
    const ot_claim *from = &f->among->claim[pace->from];
    char period[UNDATED_SIZE];

    if (pace->unsaid) {
        put_unsaid(out, c, from, pace);
        return;
    }
    ot__buf_char(out, '\n');
    put_figure(out, from);
    ot__buf_format(out, " in %d months makes ", (int)pace->so_far.months);
    alone_amounts(out, pace->same);
    ot__buf_format(out, " in %d\n",
                   (int)(pace->so_far.months + pace->rest.months));
    put_figure(out, c);
    ot__buf_text(out, " needs ");
    alone_amounts(out, pace->need);
    ot__buf_format(out, " in %s: ", undated_words(pace->rest, period));
    put_need(out, c, pace);
    ot__buf_char(out, '\n');
    put_months(out, c, from, pace);
}
