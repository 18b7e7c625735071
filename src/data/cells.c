// SPDX-License-Identifier: GPL-3.0-or-later
// cells.c - the figures of a sealed panel one by one, as they were published.

#include <string.h>

#include "data/panel.h"

// The decimal digits of x, the last one first; how many.
static size_t digits_of(ot_u128 x, char digits[])
{
    const uint64_t step = 1000000000000000000;
    size_t n = 0;

    while (x >> 64 != 0) { // 18 of them by one long division
        uint64_t part = (uint64_t)(x % step);
        x /= step;
        for (int i = 0; i < 18; i++, part /= 10) {
            digits[n++] = (char)('0' + part % 10);
        }
    }
    for (uint64_t rest = (uint64_t)x; rest != 0; rest /= 10) {
        digits[n++] = (char)('0' + rest % 10);
    }
    return n;
}

void ot__amount_text(ot_i128 amount, int scale, int decimals, char out[])
{
    char digits[48] = {0};
    const bool negative = amount < 0;
    int places = scale - OT_CELL_EXPONENT; // behind the point
    char *to = out;
    size_t n = digits_of(negative ? -(ot_u128)amount : (ot_u128)amount, digits);

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
        ot__amount_text(c->amount, column->scale, decimals, out.value);
    }
    return out;
}
