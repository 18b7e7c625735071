// SPDX-License-Identifier: GPL-3.0-or-later
// landing_by_words.c - what outturn project --by says around its table.

#include <math.h>
#include <string.h>

#include "cli/landing_by.h"

// ---- what was selected -----------------------------------------------------

static void put_flows(ot_buf *b, const ot_slicing *how)
{
    for (size_t i = 0; i < how->flows; i++) {
        ot__buf_format(b, "%s%s", i > 0 ? ", " : "", how->flow[i]->name);
    }
}

// "US with each partner: turnover; 22 series; USD; months to June 2024"
static void put_head(ot_sheet *sheet, const landings *l)
{
    const ot_panel *p = l->held.panel;
    const ot_slice s = ot_slices_at(l->slices, 0);
    char text[64];
    ot_buf b = {0};

    ot__buf_text(&b, l->cut.how.by_reporter
                         ? "each reporter"
                         : ot_panel_area_name(p, s.reporter));
    if (l->cut.how.by_partner || s.partner != OT_AREA_NONE) {
        ot__buf_format(&b, " with %s",
                       l->cut.how.by_partner
                           ? "each partner"
                           : ot_panel_area_name(p, s.partner));
    }
    ot__buf_text(&b, ": ");
    put_flows(&b, &l->cut.how);
    if (l->cut.how.by_commodity) {
        ot__buf_text(&b, " of each commodity");
    } else if (s.commodity[0] != '\0' && strcmp(s.commodity, "TOTAL") != 0) {
        ot__buf_format(&b, " of %s", s.commodity);
    }
    if (l->cut.how.whole.basis != NULL) {
        cli_say_basis(&b, l->cut.how.whole.basis);
    }
    ot__buf_format(&b, "; %zu series; %s", l->n, ot_unit_text(l->unit, text));
    if (l->held.rates != NULL) {
        ot__buf_format(&b, " at monthly average rates, %s",
                       ot_rates_path(l->held.rates));
    }
    if (l->latest > INT32_MIN) {
        const ot_period month = {l->latest, 1};
        ot__buf_format(&b, "; months to %s", ot_period_words(month, text));
    }
    ot_sheet_head(sheet, "%s", ot__buf_cstr(&b));
    ot__buf_free(&b);
}

static void put_facts(ot_sheet *sheet, const landings *l)
{
    const ot_panel *p = l->held.panel;
    const ot_slice s = ot_slices_at(l->slices, 0);
    char text[64];
    ot_slicing how = l->cut.how;
    ot_buf flows = {0}, by = {0};

    put_flows(&flows, &l->cut.how);
    for (int i = OT_BY_REPORTER; i <= OT_BY_COMMODITY; i++) {
        if (*cli_cut_by(&how, (ot_by)i)) {
            ot__buf_format(&by, "%s%s", by.n > 0 ? "," : "",
                           ot_by_name((ot_by)i));
        }
    }
    ot_sheet_fact(sheet, "by", ot__buf_cstr(&by));
    if (!l->cut.how.by_reporter) {
        ot_sheet_fact(sheet, "reporter", ot_panel_area_code(p, s.reporter));
    }
    if (!l->cut.how.by_partner && s.partner != OT_AREA_NONE) {
        ot_sheet_fact(sheet, "partner", ot_panel_area_code(p, s.partner));
    }
    ot_sheet_fact(sheet, "flow", ot__buf_cstr(&flows));
    ot_sheet_fact(sheet, "unit", ot_unit_text(l->unit, text));
    ot_sheet_fact(sheet, "period", ot_period_text(l->whole.period, text));
    if (l->latest > INT32_MIN) {
        const ot_period month = {l->latest, 1};
        ot_sheet_fact(sheet, "months_to", ot_period_text(month, text));
    }
    ot__buf_free(&flows);
    ot__buf_free(&by);
}

// ---- notes -----------------------------------------------------------------

static void put_range(ot_buf *b, const ot_landed *x, size_t tail, int percent,
                      int scale)
{
    ot__buf_format(b, ", %d %%: ", percent);
    landing_amounts(
        b,
        ot_interval_of(x->quantile[tail], x->quantile[OT_QUANTILES - 1 - tail]),
        (ot_unit){.code = ""}, scale);
}

// How many are not in the total, and what they were a year before.
static void note_left_out(ot_sheet *sheet, const landings *l, int scale,
                          bool hidden)
{
    const size_t n = l->n - l->whole.served;
    double last_year = 0;
    ot_buf b = {0};

    for (size_t i = 0; i < l->n; i++) {
        const ot_landed *x = &l->landed[i];
        last_year += x->served || isnan(x->last_year) ? 0 : x->last_year;
    }
    if (n == 0) {
        return;
    }
    ot__buf_format(&b, "%zu of %zu series %s not projected%s", n, l->n,
                   n == 1 ? "is" : "are", hidden ? "" : " and in no sum");
    if (last_year > 0) {
        ot__buf_text(&b, "; a year before: ");
        landing_amounts(&b, ot_interval_point(last_year), l->unit, scale);
    }
    if (hidden) {
        ot__buf_text(&b, "; without --top each says why");
    }
    ot_sheet_note(sheet, "%s", ot__buf_cstr(&b));
    ot__buf_free(&b);
}

static void note_apart(ot_sheet *sheet, const landings *l, int scale)
{
    const ot_landed *x = &l->whole.sum;
    ot_buf b = {0};

    if (!l->whole.apart) {
        return;
    }
    ot__buf_text(&b, "the summed series by itself lands at ");
    landing_amounts(&b, ot_interval_point(x->total), l->unit, scale);
    put_range(&b, x, 2, 50, scale);
    ot_sheet_note(sheet, "%s; the total, the sum of landings, lies outside",
                  ot__buf_cstr(&b));
    ot__buf_free(&b);
}

static void note_total(ot_sheet *sheet, const landings *l, int scale)
{
    const ot_whole *w = &l->whole;
    char text[64];

    if (ot_slices_overlap(l->slices)) {
        ot_sheet_note(sheet, "no total: some rows hold what others hold");
        return;
    }
    if (!w->sum.served) {
        ot_sheet_note(sheet,
                      "total: without a range, as the summed series "
                      "cannot be projected: %s",
                      w->sum.why);
    }
    note_apart(sheet, l, scale);
    if (w->compared > 0 && w->compared < w->served) {
        const ot_period before = ot_period_year_before(w->period);
        ot_sheet_note(sheet,
                      "growth of the total: of the %zu series that have all "
                      "of %s",
                      w->compared, ot_period_words(before, text));
    }
}

static void explain(ot_sheet *sheet, const landings *l)
{
    const ot_whole *w = &l->whole;
    char number[OT_NUMBER_SIZE];

    ot_sheet_note(sheet, "landing: of each series as project has it of that "
                         "series alone; 80 of 100 end between the columns "
                         "beside it");
    if (w->lenders > 0) {
        ot_sheet_note(sheet,
                      "range by the errors of the others: with less than %d "
                      "years of its own, for the years it lacks the median of "
                      "%zu series, %s of the share to come",
                      OT_OWN_YEARS, w->lenders, ot__fixed(number, w->lent, 2));
    }
    if (!ot_slices_overlap(l->slices) && w->sum.served) {
        ot_sheet_note(sheet, "total: the sum of landings; its range is that of "
                             "the landing of the summed series, moved onto it "
                             "in proportion; usual miss: of the summed series");
    }
}

void landing_by_words(ot_sheet *sheet, const landings *l, const by_view *view,
                      bool explaining)
{
    const int scale = landing_by_scale(sheet);
    char text[64];

    put_head(sheet, l);
    put_facts(sheet, l);
    ot_sheet_above(
        sheet, "where %s ends, %s", ot_period_words(l->whole.period, text),
        view->order == BY_NAME     ? "by name"
        : view->order == BY_CHANGE ? "most added on a year before first"
                                   : "largest first");
    note_total(sheet, l, scale);
    note_left_out(sheet, l, scale, view->top > 0);
    if (explaining) {
        explain(sheet, l);
    }
    cli_source(sheet, l->held.panel,
               cli_release(l->held.panel, l->cut.how.whole.as_of));
}
