// SPDX-License-Identifier: GPL-3.0-or-later
// check_slips.c - a figure that differs from the data, with the known slips of
// writers taken back one at a time.
//
// A slip is evidence where it alone explains the figure, the figures said with
// it hold as they are, and no other reading fits.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "claim/judge.h"
#include "report/job.h"
#include "report/readings.h"

typedef struct attempt {
    ot_job *j;
    const ot_figures *figures;
    size_t fits;       // slips that explain the figure
    ot_slip_found one; // the first of them
    ot_measured said;  // what the data say with it
} attempt;

static ot_measured measure(const ot_job *j, ot_claim_kind kind, ot_period p,
                           ot_period base)
{
    return ot__measure(
        kind, &(ot_measures){j->view, j->whole, j->against, j->claim->per}, p,
        base);
}

static ot_measured own(const attempt *t)
{
    return measure(t->j, t->j->claim->kind, t->j->claim->period,
                   t->j->claim->base);
}

// Does the figure fit once the slip is taken back? `most` is the loosest fit
// that counts.
static void enter(attempt *t, const ot_measured *m, ot_slip_found slip,
                  ot_fit most)
{
    if (!m->known || ot__judge(&t->j->claim->figure, m->range) > most) {
        return;
    }
    // The 12 months to September are a fiscal year too.
    const bool again = t->fits > 0 &&
                       strcmp(slip.changed, t->one.changed) == 0 &&
                       ot_period_equal(slip.period, t->one.period) &&
                       ot_period_equal(slip.base, t->one.base);
    if (!again && t->fits++ == 0) {
        t->one = slip;
        t->said = *m;
    }
}

static ot_slip_found slip_of(const attempt *t, const char *changed,
                             const char *how, const char *formula)
{
    return (ot_slip_found){.changed = changed,
                           .how = how,
                           .formula = formula,
                           .period = t->j->claim->period,
                           .base = t->j->claim->base};
}

static void set(ot_measured *m, double mid, ot_interval range)
{
    m->mid = mid;
    m->range = range;
}

// ---- of growth --------------------------------------------------------------

// The habit of cutting goes with that of dividing by the new value.
static void try_base(attempt *t)
{
    ot_measured m = own(t);

    if (t->j->claim->kind == OT_CLAIM_GROWTH && m.known && m.value.y > 0) {
        const ot_interval back = ot_interval_div(ot_value_interval(m.base),
                                                 ot_value_interval(m.value));
        set(&m, 100 * (1 - m.base.y / m.value.y),
            ot_interval_shift(ot_interval_scale(back, -100), 100));
        enter(t, &m,
              slip_of(t, "base", "taken of the new value, not the old",
                      "100 x (v - base) / v"),
              OT_FIT_TRUNCATED);
    }
}

// "260 %" of what is 2.6 times as much; "1.6 times" of what is 1.6 times more.
static void try_by_for_to(attempt *t)
{
    ot_measured m = own(t);
    const ot_claim_kind kind = t->j->claim->kind;

    if (!m.known) {
        return;
    }
    if (kind == OT_CLAIM_GROWTH) {
        set(&m, m.mid + 100, ot_interval_shift(m.range, 100));
        enter(t, &m,
              slip_of(t, "wording", "so many per cent of it, not more than it",
                      "100 x v / base"),
              OT_FIT_ROUNDING);
    } else if (kind == OT_CLAIM_MULTIPLE) {
        set(&m, m.mid - 1, ot_interval_shift(m.range, -1));
        enter(t, &m,
              slip_of(t, "wording", "so many times more, not as much",
                      "v / base - 1"),
              OT_FIT_ROUNDING);
    }
}

static bool is_balance(const ot_job *j)
{
    return strncmp(j->finding->own.flow->name, "balance", 7) == 0;
}

static void try_sign(attempt *t)
{
    const ot_claim_kind kind = t->j->claim->kind;
    ot_measured m;

    if (kind == OT_CLAIM_GROWTH || kind == OT_CLAIM_CHANGE ||
        kind == OT_CLAIM_SHARE_CHANGE || kind == OT_CLAIM_RATE_CHANGE ||
        (kind == OT_CLAIM_LEVEL && is_balance(t->j))) {
        m = own(t);
        set(&m, -m.mid, ot_interval_scale(m.range, -1));
        enter(t, &m,
              slip_of(t, "sign",
                      kind == OT_CLAIM_LEVEL
                          ? "a deficit for a surplus, or the "
                            "other way"
                          : "a rise for a fall, or the "
                            "other way",
                      "the same, below zero for above"),
              OT_FIT_ROUNDING);
    }
}

// ---- of shares and averages -------------------------------------------------

static void try_points(attempt *t)
{
    const ot_claim *c = t->j->claim;

    if (c->kind != OT_CLAIM_SHARE_CHANGE) {
        return;
    }
    ot_measured now = measure(t->j, OT_CLAIM_SHARE, c->period, c->base);
    const ot_measured then = measure(t->j, OT_CLAIM_SHARE, c->base, c->base);
    if (now.known && then.known && then.mid > 0) {
        const ot_interval ratio = ot_interval_div(now.range, then.range);
        set(&now, 100 * (now.mid / then.mid - 1),
            ot_interval_scale(ot_interval_shift(ratio, -1), 100));
        enter(t, &now,
              slip_of(t, "points", "per cent of the share, not points",
                      "100 x (share / share before - 1)"),
              OT_FIT_ROUNDING);
    }
}

static void try_averages(attempt *t)
{
    const ot_claim *c = t->j->claim;
    ot_measured m;

    if (c->kind == OT_CLAIM_AVERAGE) {
        m = measure(t->j, OT_CLAIM_LEVEL, c->period, c->base);
        enter(t, &m, slip_of(t, "average", "the whole, not an average", "v"),
              OT_FIT_ROUNDING);
    } else if (c->kind == OT_CLAIM_LEVEL && c->period.months > 1) {
        const ot_measures on = {t->j->view, NULL, NULL, OT_AVERAGE_MONTH};
        m = ot__measure(OT_CLAIM_AVERAGE, &on, c->period, c->base);
        enter(t, &m,
              slip_of(t, "average", "an average month, not the whole",
                      "v / months"),
              OT_FIT_ROUNDING);
    }
}

// ---- of periods -------------------------------------------------------------

// Compared with the stretch just before, or that of two years before.
static void try_base_periods(attempt *t)
{
    const ot_claim *c = t->j->claim;
    const ot_period bases[] = {ot_period_shift(c->period, -c->period.months),
                               ot_period_year_before(c->period),
                               ot_period_shift(c->period, -24)};

    for (size_t i = 0; i < 3; i++) {
        const bool met = ot_period_equal(bases[i], c->base) ||
                         (i == 1 && c->period.months == 12);
        if (!met && (c->kind == OT_CLAIM_GROWTH || c->kind == OT_CLAIM_CHANGE ||
                     c->kind == OT_CLAIM_MULTIPLE ||
                     c->kind == OT_CLAIM_SHARE_CHANGE)) {
            const ot_measured m = measure(t->j, c->kind, c->period, bases[i]);
            ot_slip_found slip =
                slip_of(t, "base period", "compared with another period",
                        t->j->finding->formula);
            slip.base = bases[i];
            enter(t, &m, slip, OT_FIT_ROUNDING);
        }
    }
}

// Do all figures said together fit over another period?
static bool all_fit(const attempt *t, ot_period p)
{
    for (size_t i = 0; i < t->figures->n; i++) {
        const ot_claim *c = t->figures->claim[i];
        const ot_period base =
            ot_period_shift(p, c->base.first - c->period.first);
        const ot_measured m = measure(t->j, c->kind, p, base);
        if (!m.known || ot__judge(&c->figure, m.range) > OT_FIT_ROUNDING) {
            return false;
        }
    }
    return t->figures->n > 0;
}

static void try_period(attempt *t, ot_period p, const char *how)
{
    const ot_claim *c = t->j->claim;

    if (!ot_period_equal(p, c->period) && all_fit(t, p)) {
        ot_slip_found slip = slip_of(t, "period", how, t->j->finding->formula);
        slip.period = p;
        slip.base = ot_period_shift(p, c->base.first - c->period.first);
        const ot_measured m = measure(t->j, c->kind, p, slip.base);
        enter(t, &m, slip, OT_FIT_ROUNDING);
    }
}

// What the runs of months inside a year do not hold.
static void try_periods(attempt *t)
{
    static const int starts[] = {4, 7, 10};
    const ot_period own_period = t->j->claim->period;
    const int32_t last = ot_period_last(own_period);
    const int32_t januaries = last - (ot_month_of_year(last) - 1);

    try_period(t, ot_period_shift(own_period, 12), "a year later");
    if (ot_month_of_year(last) != 12) {
        try_period(t, (ot_period){last - 11, 12}, "the 12 months to then");
    }
    for (size_t i = 0; i < 3; i++) {
        const ot_period year = {januaries + starts[i] - 1, 12};
        try_period(t, year, "a fiscal year that began then");
        try_period(t, ot_period_shift(year, -12),
                   "a fiscal year that ended then");
    }
    if (ot_month_of_year(last) < 3) {
        try_period(t, (ot_period){last - 2, 3}, "the three months to then");
    }
}

// ---- all of them ------------------------------------------------------------

static void settle(ot_job *j, const attempt *t)
{
    ot_finding *f = j->finding;

    f->slips = t->fits;
    if (t->fits != 1) {
        return;
    }
    f->verdict = OT_FITS_ANOTHER;
    f->changed = t->one.changed;
    f->slip = t->one;
    f->other = f->own;
    f->other.period = t->one.period;
    f->other_mid = t->said.mid;
    f->slip.value = t->said.value.y;
    f->slip.was = t->said.base.y;
}

void ot__judge_slips(ot_job *j, const ot_figures *figures, bool others_hold)
{
    static void (*const of_figure[])(attempt *) = {
        try_base,   try_by_for_to, try_sign,
        try_points, try_averages,  try_base_periods};
    attempt t = {.j = j, .figures = figures};

    for (size_t i = 0;
         others_hold && i < sizeof of_figure / sizeof of_figure[0]; i++) {
        of_figure[i](&t);
    }
    try_periods(&t);
    settle(j, &t);
}
