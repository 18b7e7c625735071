// SPDX-License-Identifier: GPL-3.0-or-later
// slip_digits.c - two digits that changed places, one that got lost: where what
// the others imply leaves one such number.

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "claim/slip.h"

#define DIGITS_MOST 12
// Of fewer digits some number that is near is found by chance.
#define SWAP_LEAST 4
#define LOST_LEAST 3

// Numbers that the figure could have been, in units of its last digit.
typedef struct guess {
    ot_interval implied; // of it, in these units
    int64_t found;       // fits; -1: none
    bool several;
} guess;

static void take(guess *g, int64_t number)
{
    const double x = (double)number;

    if (x + 0.5 >= g->implied.lo && x - 0.5 <= g->implied.hi) {
        g->several = g->several || (g->found >= 0 && g->found != number);
        g->found = number;
    }
}

static int64_t number_of(const char *digits)
{
    int64_t number = 0;

    for (; *digits != '\0'; digits++) {
        number = 10 * number + (*digits - '0');
    }
    return number;
}

static void swap_two(guess *g, const char *digits)
{
    const size_t n = strlen(digits);

    for (size_t i = 0; i + 1 < n; i++) {
        char text[DIGITS_MOST + 1];
        memcpy(text, digits, n + 1);
        text[i] = digits[i + 1];
        text[i + 1] = digits[i];
        if (text[0] != '0' && digits[i] != digits[i + 1]) {
            take(g, number_of(text));
        }
    }
}

static void put_one(guess *g, const char *digits)
{
    const size_t n = strlen(digits);

    for (size_t i = 0; i <= n && n < DIGITS_MOST; i++) {
        for (int d = i == 0 ? 1 : 0; d <= 9; d++) {
            char text[DIGITS_MOST + 2];
            memcpy(text, digits, i);
            text[i] = (char)('0' + d);
            memcpy(text + i + 1, digits + i, n - i + 1);
            take(g, number_of(text));
        }
    }
}

void ot__try_digits(ot_attempt *t)
{
    ot_stance *s = &t->p->s[t->member];
    const ot_stance was = *s;
    const ot_figure *f = &s->claim->figure;
    const ot_interval implied = ot__account_of(t->y, s)->implied;
    char digits[DIGITS_MOST + 8];

    if (f->hedge != OT_HEDGE_NONE || !(f->step > 0) || f->point == 0 ||
        ot_interval_is_none(f->truncated) || !isfinite(implied.lo) ||
        !isfinite(implied.hi) || fabs(f->point / f->step) >= 1e12) {
        return;
    }
    const double unit = f->point < 0 ? -f->step : f->step;
    const double a = implied.lo / unit, b = implied.hi / unit;
    guess g = {ot_interval_of(fmin(a, b), fmax(a, b)), -1, false};
    snprintf(digits, sizeof digits, "%.0f", f->point / unit);
    const size_t n = strlen(digits);
    if (n >= SWAP_LEAST) {
        swap_two(&g, digits);
    }
    if (g.found < 0 && n >= LOST_LEAST) {
        put_one(&g, digits);
    }
    if (g.found >= 0 && !g.several) {
        const double x = (double)g.found;
        const double lo = (x - 0.5) * unit, hi = (x + 0.5) * unit;
        s->judged = ot_interval_of(fmin(lo, hi), fmax(lo, hi));
        ot__attempt_slip(t, (ot_slip){.kind = OT_SLIP_DIGITS});
        *s = was;
    }
}
