// SPDX-License-Identifier: GPL-3.0-or-later
// check_explain.c - the arithmetic of claims against data: the figures put in,
// with the file and the line of each.

#include <math.h>

#include "cli/check.h"

static void trace(const ot_used_cell *cell, void *context)
{
    ot_buf *out = context;
    char number[OT_NUMBER_SIZE], period[32];

    ot__buf_format(out, "         %s%s %s %s  %s:%ld\n",
                   cell->sign < 0 ? "-" : "+", ot_flow_at(cell->flow)->name,
                   ot_period_text(cell->period, period),
                   ot__shortest(number, cell->y), cell->path, cell->line);
}

static const char *bound(char out[], double x)
{
    return isinf(x) ? "no limit" : ot__shortest(out, x);
}

void check_explain(ot_buf *out, const ot_panel *panel, const ot_claim *c,
                   const ot_finding *f, ot_day day)
{
    char a[OT_NUMBER_SIZE], b[OT_NUMBER_SIZE], d[OT_NUMBER_SIZE];
    char e[OT_NUMBER_SIZE];
    ot_selection s = {.reporter = f->own.reporter,
                      .partner = f->own.partner,
                      .flow = f->own.flow,
                      .basis = f->own.basis[0] != '\0' ? f->own.basis : NULL,
                      .as_of = day};
    ot_view *view;

    ot__str_copy(ot__str(c->commodity), s.commodity, sizeof s.commodity);
    ot__buf_format(out, "      stated: %s to %s (usual), %s to %s (at most)\n",
                   ot__shortest(a, c->figure.usual.lo),
                   ot__shortest(b, c->figure.usual.hi),
                   bound(d, c->figure.hard.lo), bound(e, c->figure.hard.hi));
    if (!f->known) {
        return;
    }
    ot__buf_format(out, "      %s = %s\n      v = %s", f->formula,
                   ot__shortest(a, f->mid), ot__shortest(b, f->value.y));
    if (!isnan(f->base.y)) {
        ot__buf_format(out, ", base = %s", ot__shortest(d, f->base.y));
    }
    ot__buf_format(out, "\n      rounding allows %s to %s\n",
                   ot__shortest(a, f->range.lo), ot__shortest(b, f->range.hi));
    if (ot_panel_select(panel, &s, &view, NULL) == OT_OK) {
        ot_view_trace(view, c->period, trace, out);
        if (!isnan(f->base.y) && c->kind != OT_CLAIM_RANK) {
            ot__buf_text(out, "      the base:\n");
            ot_view_trace(view, c->base, trace, out);
        }
        ot_view_free(view);
    }
}
