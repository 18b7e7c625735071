// SPDX-License-Identifier: GPL-3.0-or-later
// check_explain.c - the arithmetic of claims against data: the figures put in,
// with the file and the line of each.

#include <math.h>

#include "cli/check.h"
#include "cli/verdict.h"
#include "cli/out.h"

typedef struct tracing {
    ot_buf *out;
    int margin;
} tracing;

static void trace(const ot_used_cell *cell, void *context)
{
    const tracing *t = context;
    char number[OT_NUMBER_SIZE], period[32];

    ot__buf_format(t->out, "%*s%s%s %s %s  %s:%ld\n", t->margin + 2, "",
                   cell->sign < 0 ? "-" : "+", ot_flow_at(cell->flow)->name,
                   ot_period_text(cell->period, period),
                   ot__shortest(number, cell->y), cell->path, cell->line);
}

static void put_cells(ot_buf *out, const ot_panel *panel, const ot_claim *c,
                      const ot_finding *f, ot_day day, int margin)
{
    ot_selection s = {.reporter = f->own.reporter,
                      .partner = f->own.partner,
                      .flow = f->own.flow,
                      .basis = f->own.basis[0] != '\0' ? f->own.basis : NULL,
                      .as_of = day};
    tracing t = {out, margin};
    ot_view *view;

    ot__str_copy(ot__str(c->commodity), s.commodity, sizeof s.commodity);
    if (ot_panel_select(panel, &s, &view, NULL) != OT_OK) {
        return;
    }
    ot_view_trace(view, c->period, trace, &t);
    if (!isnan(f->base.y) && c->kind != OT_CLAIM_RANK) {
        ot__buf_format(out, "%*sthe base:\n", margin, "");
        ot_view_trace(view, c->base, trace, &t);
    }
    ot_view_free(view);
}

static const char *bound(char out[], double x)
{
    return isinf(x) ? "no limit" : ot__shortest(out, x);
}

// What the data say in the unit of a ratio is worked out, an amount is theirs.
static double told(const ot_claim *c, double number)
{
    return c->kind == OT_CLAIM_LEVEL ? number : out_derived(number);
}

static void put_known(ot_buf *out, const ot_claim *c, const ot_finding *f,
                      int in)
{
    char a[OT_NUMBER_SIZE], b[OT_NUMBER_SIZE], d[OT_NUMBER_SIZE];

    ot__buf_format(out, "%*s%s = %s\n%*sv = %s", in, "", f->formula,
                   ot__shortest(a, told(c, f->mid)), in, "",
                   ot__shortest(b, f->value.y));
    if (!isnan(f->base.y)) {
        ot__buf_format(out, ", base = %s", ot__shortest(d, f->base.y));
    }
    ot__buf_format(out, "\n%*srounding allows %s to %s\n", in, "",
                   ot__shortest(a, told(c, f->range.lo)),
                   ot__shortest(b, told(c, f->range.hi)));
}

void check_explain(ot_buf *out, const ot_panel *panel, const ot_claim *c,
                   const ot_finding *f, ot_day day, size_t margin)
{
    char a[OT_NUMBER_SIZE], b[OT_NUMBER_SIZE], d[OT_NUMBER_SIZE];
    char e[OT_NUMBER_SIZE];
    const int in = (int)margin;

    ot__buf_format(out, "%*sstated: %s to %s (usual), %s to %s (at most)\n", in,
                   "", ot__shortest(a, c->figure.usual.lo),
                   ot__shortest(b, c->figure.usual.hi),
                   bound(d, c->figure.hard.lo), bound(e, c->figure.hard.hi));
    if (f->known) {
        put_known(out, c, f, in);
        put_cells(out, panel, c, f, day, in);
    }
    verdict_explain(out, panel, c, f, day, in);
}
