// SPDX-License-Identifier: GPL-3.0-or-later
// pace.c - a projection or target against what is stated: what the pace so far
// makes of the period, what the rest needs, and how many months of an even
// flow the two figures fit.

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "claim/weigh.h"

// ---- who is weighed with it ------------------------------------------------

// A figure for what a projection is of, or for later, is how it came out.
static bool is_outcome(const ot_stance *stated, const ot_stance *projected)
{
    const ot_period p = stated->own.period;
    const ot_period q = projected->own.period;

    return ot__same_series(&stated->own, &projected->own) && !stated->vague &&
           ot_period_last(p) >= ot_period_last(q) && p.first <= q.first;
}

// Projections said together are weighed together; two for the same are not:
// they are two people's.
static bool goes_with(const ot_stance *a, const ot_stance *s)
{
    const char *x = a->claim->group != NULL ? a->claim->group : "";
    const char *z = s->claim->group != NULL ? s->claim->group : "";
    const bool same = a->kind == s->kind && ot__same_series(&a->own, &s->own) &&
                      ot_period_equal(a->own.period, s->own.period);

    return a->claim->modality != OT_STATED && a->unweighted == NULL &&
           strcmp(x, z) == 0 && !same;
}

// The party of a projection, which stands last; those that hang together.
static bool gather(ot_system *y, const ot_block *b, const ot_stance *s,
                   ot_party *p)
{
    size_t n = 0;

    if (!ot__touching(y, b, s, b->others + 1, p)) {
        return false;
    }
    for (size_t i = 0; i < p->n; i++) {
        if (!is_outcome(&p->s[i], s)) {
            p->s[n++] = p->s[i];
        }
    }
    p->n = n;
    for (size_t i = 0; i < b->others; i++) {
        if (b->other[i].index != s->index && goes_with(&b->other[i], s)) {
            p->s[p->n++] = b->other[i];
        }
    }
    p->s[p->n++] = *s;
    return ot__party_keep_connected(y, p);
}

// ---- the pace --------------------------------------------------------------

// The longest stated level of the same series from the start of the period, or
// one whose period is not said.
static const ot_stance *so_far(const ot_party *p, const ot_stance *s)
{
    const ot_stance *best = NULL;

    for (size_t i = 0; i < p->n; i++) {
        const ot_stance *a = &p->s[i];
        const bool begins = a->own.period.first == s->own.period.first &&
                            a->own.period.months < s->own.period.months;
        if (a->kind == OT_CLAIM_LEVEL && a->claim->modality == OT_STATED &&
            ot__same_series(&a->own, &s->own) && (a->vague || begins) &&
            (best == NULL || best->vague ||
             a->own.period.months > best->own.period.months)) {
            best = a;
        }
    }
    return best;
}

static ot_interval ratio(ot_system *y, ot_frame *frame, const ot_form *over,
                         const ot_form *under, double factor)
{
    ot_interval r = ot_interval_none();

    ot__note(y, ot__solve_ratio(&frame->lp, NULL, over, under, &r, &y->err));
    return ot_interval_is_none(r)
               ? r
               : ot_interval_of(r.lo * factor, r.hi * factor);
}

static ot_interval range(ot_system *y, ot_frame *frame, const ot_form *form,
                         double factor)
{
    ot_interval r = ot_interval_none();

    ot__note(y, ot__solve_range(&frame->lp, NULL, form, &r, &y->err));
    return ot_interval_is_none(r)
               ? r
               : ot_interval_of(r.lo * factor, r.hi * factor);
}

// Which numbers of months fit, and which come near; the customary one of them.
static void fit_months(ot_pace *pace, int months)
{
    static const int customary[] = {3, 6, 9, 12};
    const double mid = (pace->months.lo + pace->months.hi) / 2;

    for (int m = 1; m < months && m < 32; m++) {
        const double lo = pace->months.lo * (1 - pace->tolerance);
        const double hi = pace->months.hi * (1 + pace->tolerance);
        if (m >= pace->months.lo && m <= pace->months.hi) {
            pace->fits |= 1u << m;
        }
        if (m >= lo && m <= hi) {
            pace->near |= 1u << m;
        }
    }
    for (size_t i = 0; i < 4; i++) {
        const int m = customary[i];
        const bool nearer =
            pace->customary == 0 || fabs(m - mid) < fabs(pace->customary - mid);
        if (m < months && (pace->near >> m & 1) != 0 && nearer) {
            pace->customary = m;
        }
    }
}

// Where the period so far is not said: the customary one nearest to what fits.
static int guess_months(const ot_pace *pace, int months)
{
    const double mid = (pace->months.lo + pace->months.hi) / 2;
    int best = 3;

    for (int m = 3; m < months; m += 3) {
        best = fabs(m - mid) < fabs(best - mid) ? m : best;
    }
    return best;
}

static void set_pace(ot_system *y, const ot_party *p, const ot_stance *s,
                     const ot_stance *from, ot_pace *pace)
{
    const int months = s->own.period.months;
    ot_frame frame;
    ot_form total, part, rest;

    ot__party_frame(y, p, NULL, &frame);
    ot__frame_level(&frame, &s->own, &total);
    ot__frame_level(&frame, &from->own, &part);
    rest = total;
    ot__form_join(&rest, &part, -1);
    const double unit = pow(10, frame.unit);

    *pace = (ot_pace){.known = true,
                      .from = from->index,
                      .unsaid = from->unsaid,
                      .tolerance = y->tolerance};
    pace->months = ratio(y, &frame, &part, &total, months);
    if (ot_interval_is_none(pace->months) || isinf(pace->months.hi)) {
        pace->known = false;
        ot__frame_free(&frame);
        return;
    }
    fit_months(pace, months);
    const int done =
        from->vague ? guess_months(pace, months) : from->own.period.months;
    const int left = months - done;
    pace->so_far = (ot_period){s->own.period.first, done};
    pace->rest = (ot_period){s->own.period.first + done, left};
    pace->same = range(y, &frame, &part, unit * months / done);
    pace->need = range(y, &frame, &rest, unit);
    pace->of_average = ratio(y, &frame, &rest, &part, (double)done / left);
    pace->of_average_at =
        (s->claim->figure.point / from->claim->figure.point - 1) * done / left;
    ot__frame_free(&frame);
}

// ---- the verdict -----------------------------------------------------------

// The pace is held to: does it reach what is projected? If not, the months that
// would fit are the likely slip.
static void hold_to_pace(ot_system *y, ot_party *p, ot_account *a,
                         const ot_stance *from)
{
    ot_stance *s = &p->s[p->n - 1];
    bool *conflict = calloc(p->n, sizeof *conflict);

    s->paced = true;
    s->from = from->own;
    s->tolerance = y->tolerance;
    if (conflict != NULL && !ot__party_holds(y, p)) {
        (void)ot__enter_conflict(y, p, NULL, conflict);
        const int m = a->pace.customary > 0 ? a->pace.customary : 0;
        if (m > 0 || a->pace.fits != 0) {
            int months = m;
            for (int k = 1; k < 32 && months == 0; k++) {
                months = (a->pace.fits >> k & 1) != 0 ? k : 0;
            }
            a->slip[a->slips++] =
                (ot_slip){.kind = OT_SLIP_PERIOD,
                          .claim = from->index,
                          .period = {from->own.period.first, months},
                          .meant = ot_interval_none()};
        }
    } else {
        a->standing = OT_STANDS_UP;
        a->why[0] = '\0';
    }
    free(conflict);
}

// Growth a year that leads from the latest stated year to a target.
static void need_a_year(const ot_party *p, const ot_stance *s, ot_account *a)
{
    const ot_stance *last = NULL;

    for (size_t i = 0; i < p->n; i++) {
        const ot_stance *b = &p->s[i];
        if (b->kind == OT_CLAIM_LEVEL && b->claim->modality == OT_STATED &&
            ot__same_series(&b->own, &s->own) && !b->vague && !s->vague &&
            b->unsaid == s->unsaid &&
            b->own.period.months == s->own.period.months &&
            b->own.period.first < s->own.period.first &&
            (s->own.period.first - b->own.period.first) % 12 == 0 &&
            (last == NULL || b->own.period.first > last->own.period.first)) {
            last = b;
        }
    }
    if (last == NULL || !(last->judged.lo > 0) || !(s->judged.lo > 0)) {
        return;
    }
    a->years = (s->own.period.first - last->own.period.first) / 12;
    a->yearly = ot_interval_of(
        100 * (pow(s->judged.lo / last->judged.hi, 1.0 / a->years) - 1),
        100 * (pow(s->judged.hi / last->judged.lo, 1.0 / a->years) - 1));
    a->standing = OT_STANDS_OPEN;
    a->why[0] = '\0';
}

static void judge(ot_system *y, ot_party *p, ot_account *a)
{
    const ot_stance *s = &p->s[p->n - 1];
    bool *conflict = calloc(p->n, sizeof *conflict);

    if (conflict != NULL && ot__enter_conflict(y, p, NULL, conflict)) {
        // Its stated members hold by themselves or have their own conflict.
        free(conflict);
        return;
    }
    free(conflict);
    const ot_stance *from = s->kind == OT_CLAIM_LEVEL ? so_far(p, s) : NULL;
    if (from != NULL) {
        set_pace(y, p, s, from, &a->pace);
    }
    if (from != NULL && a->pace.known && !from->vague &&
        s->claim->condition == OT_CONDITION_PACE) {
        hold_to_pace(y, p, a, from);
    } else if (from != NULL && a->pace.known) {
        a->standing = OT_STANDS_OPEN;
        a->why[0] = '\0';
    } else {
        a->standing = OT_STANDS_UP;
        a->why[0] = '\0';
        a->implied = ot__party_implies(y, p, p->n - 1);
    }
}

void ot__weigh_projection(ot_system *y, const ot_block *b, const ot_stance *s)
{
    ot_account *a = ot__account_of(y, s);
    ot_party p = {NULL, 0};

    if (a->standing == OT_STANDS_AGAINST) {
        return; // in conflict with what was projected together with it
    }
    if (s->kind == OT_CLAIM_LEVEL) {
        need_a_year(&b->stated, s, a);
    }
    if (gather(y, b, s, &p) && p.n > 1) {
        judge(y, &p, a);
    } else if (a->standing == OT_STANDS_ALONE && s->kind != OT_CLAIM_RANK) {
        snprintf(a->why, sizeof a->why,
                 "a projection needs the level so far, or data");
    }
    free(p.s);
}
