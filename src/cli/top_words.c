// SPDX-License-Identifier: GPL-3.0-or-later
// top_words.c - what outturn top says above and below its table.

#include <math.h>
#include <string.h>

#include "cli/top.h"

static void put_flows(ot_buf *b, const ot_slicing *how)
{
    for (size_t i = 0; i < how->flows; i++) {
        ot__buf_format(b, "%s%s", i > 0 ? ", " : "", how->flow[i]->name);
    }
}

// "each HS chapter", "each commodity"
static void put_goods(ot_buf *b, const tops *t, const ot_slice *s)
{
    const ot_slicing *how = &t->cut.how;

    if (t->groups.by == TOP_BY_SECTION) {
        ot__buf_text(b, " of each HS section");
    } else if (t->groups.by == TOP_BY_CONCORD) {
        ot__buf_text(b, " of each code of the table");
    } else if (how->by_commodity && how->digits > 0) {
        ot__buf_format(b, " of each HS code of %d digits", how->digits);
    } else if (how->by_commodity) {
        ot__buf_text(b, " of each commodity");
    } else if (s->commodity[0] != '\0' && strcmp(s->commodity, "TOTAL") != 0) {
        ot__buf_format(b, " of %s", s->commodity);
    }
    if (how->by_commodity && how->commodities == 1) {
        ot__buf_format(b, " in %s", how->commodity[0]);
    }
}

static const char *partners_of(const tops *t)
{
    return t->groups.by == TOP_BY_REGION      ? "each region"
           : t->groups.by == TOP_BY_CONTINENT ? "each continent"
                                              : "each partner";
}

// "2024 against 2023", "6 periods from 2019 to 2024, each against a year
// before"
static void put_periods(ot_buf *b, const tops *t)
{
    const top_run *first = &t->run[0], *last = &t->run[t->runs - 1];
    char from[64], to[64];

    ot_period_words(first->period, from);
    ot_period_words(t->runs > 1 ? last->period : first->base, to);
    if (t->runs > 1) {
        ot__buf_format(b, "; %zu periods, %s to %s", t->runs, from, to);
    } else if (first->alone) {
        ot__buf_format(b, "; %s", from);
    } else {
        ot__buf_format(b, "; %s against %s", from, to);
    }
}

// "United States with each partner: turnover; 22 partners; USD; 2024 against
// 2023"
static void put_head(ot_sheet *sheet, const tops *t)
{
    const ot_panel *p = t->held.panel;
    const ot_slicing *how = &t->cut.how;
    const ot_slice s = ot_slices_at(t->amounts.slices, 0);
    char unit[64];
    ot_buf b = {0};

    ot__buf_text(&b, how->by_reporter ? "each reporter"
                                      : ot_panel_area_name(p, s.reporter));
    if (how->by_partner || s.partner != OT_AREA_NONE) {
        ot__buf_format(&b, " with %s",
                       how->by_partner ? partners_of(t)
                                       : ot_panel_area_name(p, s.partner));
    }
    ot__buf_text(&b, ": ");
    put_flows(&b, how);
    put_goods(&b, t, &s);
    if (how->whole.basis != NULL) {
        cli_say_basis(&b, how->whole.basis);
    }
    ot__buf_format(&b, "; %s", ot_unit_text(t->unit, unit));
    if (t->held.rates != NULL) {
        ot__buf_format(&b, " at monthly average rates, %s",
                       ot_rates_path(t->held.rates));
    }
    put_periods(&b, t);
    ot_sheet_head(sheet, "%s", ot__buf_cstr(&b));
    ot__buf_free(&b);
}

static void put_facts(ot_sheet *sheet, const tops *t, const top_args *args)
{
    const ot_panel *p = t->held.panel;
    const ot_slice s = ot_slices_at(t->amounts.slices, 0);
    char text[64];
    ot_buf flows = {0};

    put_flows(&flows, &t->cut.how);
    ot_sheet_fact(sheet, "by", args->by);
    if (!t->cut.how.by_reporter) {
        ot_sheet_fact(sheet, "reporter", ot_panel_area_code(p, s.reporter));
    }
    if (!t->cut.how.by_partner && s.partner != OT_AREA_NONE) {
        ot_sheet_fact(sheet, "partner", ot_panel_area_code(p, s.partner));
    }
    ot_sheet_fact(sheet, "flow", ot__buf_cstr(&flows));
    ot_sheet_fact(sheet, "unit", ot_unit_text(t->unit, text));
    if (t->runs == 1) {
        ot_sheet_fact(sheet, "period", ot_period_text(t->run[0].period, text));
        ot_sheet_fact(sheet, "base_period",
                      ot_period_text(t->run[0].base, text));
    }
    if (args->concord != NULL) {
        ot_sheet_fact(sheet, "concord", args->concord);
    }
    ot__buf_free(&flows);
}

// Each is said once, whatever many periods it is true of.
static void note_total(ot_sheet *sheet, const tops *t)
{
    bool summed = false, below = false, from_nothing = false, no_shares = false;

    for (size_t i = 0; i < t->runs; i++) {
        const top_run *r = &t->run[i];
        const ot_top *top = &r->top;
        if (r->parts == 0) {
            continue;
        }
        summed = summed || !r->whole;
        below = below || (top->rest && top->unallocated.value.y < 0);
        from_nothing =
            from_nothing || (!r->alone && isnan(top->total.contribution.y));
        no_shares = no_shares || isnan(top->total.share.y);
    }
    if (summed) {
        ot_sheet_note(sheet,
                      "total: the sum of what is listed, as the files "
                      "hold no whole of it in %s",
                      tops_moved(t) ? "both periods" : "the period");
    }
    if (below) {
        ot_sheet_note(sheet, "not allocated is below zero: the parts are more "
                             "than the total that the files hold");
    }
    if (from_nothing) {
        ot_sheet_note(sheet, "no growth and no contributions: the total of "
                             "the base period is not above zero");
    }
    if (no_shares) {
        ot_sheet_note(sheet, "no shares: the total is not above zero, or some "
                             "of its parts are below");
    }
}

// "2024: " where there are several periods.
static const char *when(const tops *t, const top_run *run, char out[])
{
    out[0] = '\0';
    if (t->runs > 1) {
        ot_period_text(run->period, out);
        ot__str_copy(ot__str(": "), out + strlen(out), 3);
    }
    return out;
}

static void note_run(ot_sheet *sheet, const tops *t, const top_run *run)
{
    char text[40], base[32];

    when(t, run, text);
    if (run->parts == 0) {
        ot_sheet_note(sheet,
                      "%snothing has a value there and in its base period (%s)",
                      text, run->why);
        return;
    }
    if (run->alone) {
        ot_sheet_note(sheet,
                      "%sno growth and no contributions: nothing of %s is in "
                      "the files",
                      text, ot_period_text(run->base, base));
    }
    if (run->filled > 0) {
        ot_sheet_note(sheet,
                      "%s%zu of %zu have no row in one of the periods, which "
                      "others have: they count as 0 there (--absent missing "
                      "leaves them out)",
                      text, run->filled, t->amounts.n);
    }
    if (run->unknown > 0) {
        ot_sheet_note(sheet,
                      "%s%zu of %zu without a value in %s, and in no row (the "
                      "first of them: %s)%s",
                      text, run->unknown, t->amounts.n,
                      run->alone ? "the period" : "both periods", run->why,
                      t->amounts.fill ? "; --absent zero counts them as 0"
                                      : "");
    }
}

// How much of the value a table of codes could not place in one.
static void note_concord(ot_sheet *sheet, const tops *t, const top_run *run)
{
    const ot_top_row *rest = &run->top.unallocated;
    char share[OT_NUMBER_SIZE], text[40];

    if (t->groups.by != TOP_BY_CONCORD || run->parts == 0 ||
        isnan(run->split)) {
        return;
    }
    ot_sheet_note(sheet,
                  "%s%s %% of the value is of codes that the table splits "
                  "among several",
                  when(t, run, text), ot__fixed(share, 100 * run->split, 1));
    if (rest->n > 0) {
        ot_sheet_note(sheet, "%snot allocated: codes that are not in the table",
                      text);
    }
}

void top_words(ot_sheet *sheet, const tops *t, const top_args *args)
{
    const bool by_change =
        args->sort != NULL && strcmp(args->sort, "change") == 0;

    put_head(sheet, t);
    put_facts(sheet, t, args);
    ot_sheet_above(sheet, "%s first; share: of the total%s",
                   by_change ? "largest change, up or down," : "largest",
                   tops_moved(t) ? ", and by how much it moved; contribution: "
                                   "to the growth of the total"
                                 : "");
    for (size_t i = 0; i < t->runs; i++) {
        note_run(sheet, t, &t->run[i]);
        note_concord(sheet, t, &t->run[i]);
    }
    note_total(sheet, t);
    if (t->cut.how.by_commodity) {
        cli_hs_revisions(sheet, t->held.panel);
    }
    if (args->exclude != NULL) {
        ot_sheet_fact(sheet, "exclude", args->exclude);
        ot_sheet_note(sheet,
                      "without: %s left out, of the total too; ranks "
                      "and concentration are with it",
                      args->exclude);
    }
    if (args->common.explain) {
        ot_sheet_note(sheet, "HHI (raw): the sum of squared shares, over n "
                             "with a value above zero, those not allocated "
                             "left out; effective number: 1 / HHI");
    }
    cli_source(sheet, t->held.panel,
               cli_release(t->held.panel, t->cut.how.whole.as_of));
}
