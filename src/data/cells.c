// SPDX-License-Identifier: GPL-3.0-or-later
// cells.c - the figures of a sealed panel one by one, as they were published.

#include <string.h>

#include "data/panel.h"

// amount / 10^(scale - OT_CELL_EXPONENT) as a decimal with at least as many
// decimals as asked for, and as many as it takes to be exact.
static void exact_text(ot_i128 amount, int scale, int decimals, char out[])
{
    char digits[48] = {0};
    size_t n = 0;
    const bool negative = amount < 0;
    int places = scale - OT_CELL_EXPONENT; // behind the point
    char *to = out;

    for (ot_i128 x = negative ? -amount : amount; x != 0; x /= 10) {
        digits[n++] = (char)('0' + (int)(x % 10)); // the last one first
    }
    for (; places < 0 && n < sizeof digits - 1; places++) {
        memmove(digits + 1, digits, n);
        digits[0] = '0';
        n++;
    }
    while ((int)n <= places) {
        digits[n++] = '0';
    }
    int last = 0; // digits behind the point that are not written
    while (places - last > decimals && digits[last] == '0') {
        last++;
    }
    if (negative) {
        *to++ = '-';
    }
    for (int i = (int)n - 1; i >= last; i--) {
        *to++ = digits[i];
        if (i == places && i > last) {
            *to++ = '.';
        }
    }
    for (int i = places - last; i < decimals && i < 20; i++) {
        if (i == 0) {
            *to++ = '.';
        }
        *to++ = '0';
    }
    *to = '\0';
}

size_t ot_panel_entries(const ot_panel *p)
{
    return p->cells;
}

ot_entry ot_panel_entry(const ot_panel *p, size_t i)
{
    const ot_pcell *c = &p->cell[i];
    const ot_pkey *k = &p->key[c->key];
    const ot_pcolumn *column = &p->column[c->column];
    ot_entry out = {.reporter = k->reporter,
                    .partner = k->partner,
                    .flow = k->flow,
                    .commodity = ot__intern_text(&p->commodities, k->commodity),
                    .basis = ot__intern_text(&p->bases, k->basis),
                    .unit = p->unit[k->unit],
                    .period = {c->first, c->months},
                    .release = c->vintage,
                    .state = (ot_state)c->state,
                    .provisional = (c->flags & OT_FLAG_PROVISIONAL) != 0,
                    .estimated = (c->flags & OT_FLAG_ESTIMATED) != 0,
                    .rows = c->rows,
                    .path = p->path[column->file],
                    .line = (long)c->line};

    out.unit.scale = column->scale;
    if (ot_state_known(out.state) && out.state != OT_ABSENT) {
        const int decimals = column->exponent < 0 ? -column->exponent : 0;
        exact_text(c->amount, column->scale, decimals, out.value);
    }
    return out;
}
