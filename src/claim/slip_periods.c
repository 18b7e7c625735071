// SPDX-License-Identifier: GPL-3.0-or-later
// slip_periods.c - figures of another stretch of months than they are said of.

#include <stdlib.h>

#include "claim/slip.h"

// Moves the claim to another period; its base moves with it.
static void set_period(ot_stance *s, ot_period p)
{
    const int32_t back = s->own.period.first - s->base.period.first;
    const bool same = s->own.period.months == s->base.period.months;

    s->own.period = p;
    s->whole.period = p;
    if (same) {
        s->base.period = ot_period_shift(p, -back);
    }
}

static void try_one(ot_attempt *t, ot_period p)
{
    ot_stance *s = &t->p->s[t->member];
    const ot_stance was = *s;

    if (!ot_period_equal(p, was.own.period)) {
        set_period(s, p);
        ot__attempt_slip(t, (ot_slip){.kind = OT_SLIP_PERIOD, .period = p});
        *s = was;
    }
}

// The same months of another year are the slip of a year.
static bool is_year_off(ot_period a, ot_period b)
{
    return a.months == b.months && (a.first - b.first) % 12 == 0;
}

// What others speak of, then customary stretches from the same month on, 12
// months to the same end, then any stretch: of these the range has to be
// narrower, as being longer and shorter than others tells so much already.
void ot__try_period(ot_attempt *t)
{
    static const int32_t months[] = {3, 6, 9, 12, 1, 2, 4, 5, 7, 8, 10, 11};
    const ot_stance *s = &t->p->s[t->member];
    const ot_period own = s->own.period;
    const double widest = t->widest;

    for (size_t i = 0; i < t->p->n && i < 2 * OT_OTHERS_MOST && !s->unsaid;
         i++) {
        const ot_stance *other = &t->p->s[i];
        if (!other->unsaid && !is_year_off(other->own.period, own)) {
            try_one(t, other->own.period);
        }
    }
    t->widest = widest / 5;
    for (size_t i = 0; i < sizeof months / sizeof months[0] && !s->unsaid;
         i++) {
        try_one(t, (ot_period){own.first, months[i]});
    }
    if (!s->unsaid) {
        try_one(t, (ot_period){own.first + own.months - 12, 12});
    }
    t->widest = widest;
}

void ot__try_year(ot_attempt *t)
{
    static const int32_t shifts[] = {-12, 12};
    ot_stance *s = &t->p->s[t->member];
    const ot_stance was = *s;

    for (size_t i = 0; i < 2 && !s->unsaid; i++) {
        const ot_period p = ot_period_shift(was.own.period, shifts[i]);
        set_period(s, p);
        ot__attempt_slip(t, (ot_slip){.kind = OT_SLIP_YEAR, .period = p});
        *s = was;
    }
}

// Against the period before, or the year before, or another that others name.
void ot__try_base_period(ot_attempt *t)
{
    ot_stance *s = &t->p->s[t->member];
    const ot_stance was = *s;
    const bool compares = s->kind == OT_CLAIM_GROWTH ||
                          s->kind == OT_CLAIM_MULTIPLE ||
                          s->kind == OT_CLAIM_CHANGE;

    for (size_t i = 0;
         i < t->p->n && i < 2 * OT_OTHERS_MOST && compares && !s->unsaid; i++) {
        const ot_period p = t->p->s[i].own.period;
        if (!ot_period_equal(p, was.base.period) &&
            !ot_period_equal(p, was.own.period) &&
            p.months == was.own.period.months) {
            s->base.period = p;
            ot__attempt_slip(
                t, (ot_slip){.kind = OT_SLIP_BASE_PERIOD, .period = p});
            *s = was;
        }
    }
}
