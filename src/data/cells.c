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

// The usual: a few digits behind the point, nothing too large for a word.
static bool short_text(ot_i128 amount, int places, int decimals, char out[])
{
    static const uint64_t powers[] = {
        1,           10,           100,          1000,      10000,
        100000,      1000000,      10000000,     100000000, 1000000000,
        10000000000, 100000000000, 1000000000000};
    const ot_u128 size = amount < 0 ? -(ot_u128)amount : (ot_u128)amount;
    char digits[24];
    char *to = digits + sizeof digits;

    if (size >> 63 != 0 || places < 0 || places > 12 || decimals > 0) {
        return false;
    }
    uint64_t whole = (uint64_t)size / powers[places];
    uint64_t part = (uint64_t)size - whole * powers[places];
    int left = part != 0 ? places : 0;
    for (; left > 0 && part % 10 == 0; left--) {
        part /= 10;
    }
    for (int i = 0; i < left; i++, part /= 10) {
        *--to = (char)('0' + part % 10);
    }
    if (left > 0) {
        *--to = '.';
    }
    do {
        *--to = (char)('0' + whole % 10);
        whole /= 10;
    } while (whole > 0);
    if (amount < 0) {
        *--to = '-';
    }
    const size_t n = (size_t)(digits + sizeof digits - to);
    memcpy(out, to, n);
    out[n] = '\0';
    return true;
}

void ot__amount_text(ot_i128 amount, int scale, int decimals, char out[])
{
    if (short_text(amount, scale - OT_CELL_EXPONENT, decimals, out)) {
        return;
    }
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
                    .breaks = (c->flags & OT_FLAG_BREAK) != 0,
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
