// SPDX-License-Identifier: GPL-3.0-or-later
// verdict_explain.c - what else a verdict against data rests on: the basis,
// other readings, history, the landing, each with the file and line of its
// figures.

#include <math.h>
#include <string.h>

#include "cli/out.h"
#include "cli/verdict.h"

typedef struct page {
    ot_buf *out;
    const ot_panel *panel;
    const ot_claim *claim;
    const ot_finding *finding;
    ot_day day;
    int margin;
} page;

// A new line, set in.
static ot_buf *begin(const page *p)
{
    ot__buf_format(p->out, "%*s", p->margin, "");
    return p->out;
}

static void see(const ot_used_cell *cell, void *context)
{
    const page *p = context;
    char number[OT_NUMBER_SIZE], period[32];

    ot__buf_format(begin(p), "  %s%s %s %s  %s:%ld\n",
                   cell->sign < 0 ? "-" : "+", ot_flow_at(cell->flow)->name,
                   ot_period_text(cell->period, period),
                   ot__shortest(number, cell->y), cell->path, cell->line);
}

// The cells of a reading over a period; of a release as it was known then.
static void cells(const page *p, const ot_reading *r, ot_period period)
{
    const bool earlier = r->release != p->finding->own.release;
    ot_selection s = {.reporter = r->reporter,
                      .partner = r->partner,
                      .flow = r->flow,
                      .basis = r->basis[0] != '\0' ? r->basis : NULL,
                      .as_of = earlier ? r->release : p->day};
    ot_view *view;

    ot__str_copy(ot__str(p->claim->commodity), s.commodity, sizeof s.commodity);
    if (r->flow != NULL &&
        ot_panel_select(p->panel, &s, &view, NULL) == OT_OK) {
        ot_view_trace(view, period, see, (void *)(uintptr_t)p);
        ot_view_free(view);
    }
}

static void explain_other(const page *p)
{
    const ot_finding *f = p->finding;
    const ot_period other =
        f->slip.how != NULL ? f->slip.period : f->other.period;
    const ot_period base =
        f->slip.how != NULL
            ? f->slip.base
            : ot_period_shift(other,
                              p->claim->base.first - p->claim->period.first);
    char period[64];

    if (f->verdict != OT_FITS_ANOTHER) {
        return;
    }
    ot__buf_format(begin(p), "the reading that fits, %s:\n",
                   ot_period_words(other, period));
    cells(p, &f->other, other);
    if (p->claim->kind == OT_CLAIM_GROWTH ||
        p->claim->kind == OT_CLAIM_CHANGE ||
        p->claim->kind == OT_CLAIM_MULTIPLE) {
        ot__buf_format(begin(p), "its base, %s:\n",
                       ot_period_words(base, period));
        cells(p, &f->other, base);
    }
}

static void explain_basis(const page *p)
{
    const ot_finding *f = p->finding;
    char number[OT_NUMBER_SIZE];

    if (f->customary != NULL) {
        ot__buf_format(
            begin(p),
            "no basis was named: %s is the customary one (UN, International "
            "Merchandise Trade Statistics 2010)\n",
            f->customary);
    }
    for (size_t i = 0; i < f->besides; i++) {
        const ot_beside *b = &f->beside[i];
        ot__buf_format(begin(p), "%s, %s%s%s: %s\n",
                       ot_area_name(b->reading.reporter), b->reading.flow->name,
                       b->reading.basis[0] != '\0' ? " by " : "",
                       b->reading.basis, ot__shortest(number, b->mid));
        cells(p, &b->reading, p->claim->period);
    }
}

// The period or partner that a rank was measured by.
static void explain_history(const page *p)
{
    const ot_finding *f = p->finding;
    const ot_history *h = &f->history;
    ot_reading rival = f->own;
    char period[64];

    if (h->compared == 0) {
        return;
    }
    rival.partner = h->of_partners ? h->rival_partner : rival.partner;
    const ot_period when = h->of_partners ? p->claim->period : h->rival_period;
    ot__buf_format(begin(p), "the %s of the others, %s%s%s:\n",
                   p->claim->figure.point < 0 ? "smallest" : "largest",
                   h->of_partners ? ot_area_name(rival.partner) : "",
                   h->of_partners ? ", " : "", ot_period_words(when, period));
    cells(p, &rival, when);
}

static void explain_landing(const page *p)
{
    const ot_finding *f = p->finding;
    const ot_period rest = f->need.rest;
    char a[OT_NUMBER_SIZE], b[OT_NUMBER_SIZE], d[OT_NUMBER_SIZE];

    if (isnan(f->spread_lo)) {
        return;
    }
    ot__buf_format(begin(p), "claimed of the whole: %s to %s\n",
                   ot__shortest(a, f->odds.claimed.lo),
                   isinf(f->odds.claimed.hi)
                       ? "no limit"
                       : ot__shortest(b, f->odds.claimed.hi));
    ot__buf_format(
        begin(p),
        "landing %s, its tenth %s, nine tenths %s: as outturn project "
        "--explain has it\n",
        ot__shortest(a, f->odds.total), ot__shortest(b, f->spread_lo),
        ot__shortest(d, f->spread_hi));
    if (f->has_need) {
        ot__buf_format(begin(p), "known of it:\n");
        cells(p, &f->own,
              ot_period_range(p->claim->period.first, rest.first - 1));
    }
}

static void explain_climb(const page *p)
{
    const ot_climb *c = &p->finding->climb;
    char a[OT_NUMBER_SIZE], b[OT_NUMBER_SIZE], d[OT_NUMBER_SIZE];

    if (c->years == 0) {
        return;
    }
    ot__buf_format(
        begin(p), "100 x ((target / v)^(1 / %d) - 1) = %s to %s, v = %s\n",
        c->years, ot__shortest(a, c->yearly.lo),
        isinf(c->yearly.hi) ? "no limit" : ot__shortest(b, c->yearly.hi),
        ot__shortest(d, c->value));
    cells(p, &p->finding->own, c->from);
}

void verdict_explain(ot_buf *out, const ot_panel *panel, const ot_claim *c,
                     const ot_finding *f, ot_day day, int margin)
{
    const page p = {out, panel, c, f, day, margin};

    explain_other(&p);
    explain_basis(&p);
    explain_history(&p);
    explain_landing(&p);
    explain_climb(&p);
}
