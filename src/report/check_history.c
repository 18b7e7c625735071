// SPDX-License-Identifier: GPL-3.0-or-later
// check_history.c - ranks and runs: a period against those before it, a partner
// against the others.
//
// Ranks are strict: what is as large goes before. A month, or a quarter of the
// calendar, is held against all earlier ones; longer stretches against the same
// stretch of earlier years.

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "claim/judge.h"
#include "report/job.h"

// ---- what is compared -------------------------------------------------------

static bool is_calendar_step(ot_period p)
{
    return p.months == 1 ||
           (p.months == 3 && ot_month_of_year(p.first) % 3 == 1);
}

int32_t ot__rank_step(ot_period p)
{
    return is_calendar_step(p) ? p.months : 12;
}

// Does a goes before b: larger, or smaller where way is -1; as large counts.
static bool beats(double a, double b, int way)
{
    return way < 0 ? a <= b : a >= b;
}

// Of a balance below zero the size is ranked: a record deficit is the deepest.
static int size_sign(const ot_job *j)
{
    const ot_flow *flow = j->finding->own.flow;

    return strncmp(flow->name, "balance", 7) == 0 && j->finding->value.y < 0
               ? -1
               : 1;
}

int ot__rank_over_time(const ot_view *view, ot_period period, ot_history *h,
                       int way, double own, int32_t from)
{
    const ot_period span = ot_view_span(view);
    int place = 1;

    for (ot_period p = ot_period_shift(period, -h->step);
         p.first >= span.first && p.first >= from;
         p = ot_period_shift(p, -h->step)) {
        const double y = ot_view_value(view, p).y;
        if (isnan(y)) {
            h->holes++;
            continue;
        }
        if (h->compared++ == 0 || (way < 0 ? y < h->rival : y > h->rival)) {
            h->rival = y;
            h->rival_period = p;
        }
        place += beats(y, own, way);
    }
    return place;
}

static int place_from(const ot_job *j, ot_history *h, int way, double own,
                      int32_t from)
{
    return ot__rank_over_time(j->view, j->claim->period, h, way, own, from);
}

// As the claim has it: below zero from the smallest.
static double signed_place(const ot_job *j, int place)
{
    return j->claim->figure.point < 0 ? -place : place;
}

// ---- over time --------------------------------------------------------------

// "The largest since March 2022": all between are smaller, and then it was not.
static bool was_beaten_then(const ot_job *j, const ot_history *h, int way,
                            double own)
{
    const ot_period since = j->claim->since;

    for (ot_period p = ot_period_shift(j->claim->period, -h->step);
         p.first >= since.first; p = ot_period_shift(p, -h->step)) {
        if (p.first <= ot_period_last(since) &&
            beats(ot_view_value(j->view, p).y, own, way)) {
            return true;
        }
    }
    return false;
}

static void judge_since(ot_job *j, ot_history *h, int way, double own)
{
    ot_finding *f = j->finding;
    const int32_t after = ot_period_last(j->claim->since) + 1;
    const int place = place_from(j, h, way, own, after);
    char text[64];

    f->mid = signed_place(j, place);
    if (ot_view_span(j->view).first > j->claim->since.first || h->holes > 0) {
        snprintf(f->why, sizeof f->why,
                 "not all months since %s are in the files",
                 ot_period_words(j->claim->since, text));
        f->known = false;
        return;
    }
    h->beaten_then = was_beaten_then(j, h, way, own);
    f->verdict = f->mid == j->claim->figure.point && h->beaten_then
                     ? OT_AGREES
                     : OT_DIFFERS;
}

static void judge_over_time(ot_job *j, ot_history *h, int way, double own)
{
    ot_finding *f = j->finding;
    const int place = place_from(j, h, way, own, INT32_MIN);

    if (h->compared == 0) {
        snprintf(f->why, sizeof f->why, "no earlier %s to compare with",
                 h->step == 12  ? "year"
                 : h->step == 1 ? "month"
                                : "quarter");
        f->known = false;
        return;
    }
    f->mid = signed_place(j, place);
    f->verdict = f->mid == j->claim->figure.point ? OT_AGREES : OT_DIFFERS;
    if (f->verdict == OT_DIFFERS && h->step < 12) {
        ot_history same = {.step = 12};
        const int among = place_from(j, &same, way, own, INT32_MIN);
        if (same.compared > 0 && among == fabs(j->claim->figure.point)) {
            *h = same; // "a record for a June"
            f->mid = signed_place(j, among);
            f->verdict = OT_AGREES;
            f->only_if = OT_ONLY_IF_LOOSELY;
        }
    }
}

// ---- among partners ---------------------------------------------------------

static bool is_partner(ot_area area)
{
    return area >= ot_area_count() || ot_area_kind_of(area) == OT_AREA_COUNTRY;
}

// The value of another partner, NaN where it is not known; of the world only
// where the files hold one.
static double value_of(const ot_job *j, ot_area partner)
{
    const ot_selection s = ot__job_selection(j, partner);
    ot_view *view;
    double y = NAN;

    if (ot_panel_select(j->panel, &s, &view, NULL) == OT_OK) {
        y = ot_view_partners_added(view) > 0
                ? NAN
                : ot_view_value(view, j->claim->period).y;
        ot_view_free(view);
    }
    return y;
}

static void judge_partners(ot_job *j, ot_history *h, int way, double own)
{
    ot_finding *f = j->finding;
    ot_area last = OT_AREA_NONE;
    double sum = own;
    int place = 1;

    for (size_t i = 0; i < ot_panel_keys(j->panel); i++) {
        const ot_key k = ot_panel_key(j->panel, i);
        const bool other = k.reporter == f->own.reporter &&
                           k.partner != f->own.partner && k.partner != last &&
                           is_partner(k.partner);
        const double y = other ? value_of(j, k.partner) : NAN;
        last = other ? k.partner : last;
        if (isnan(y)) {
            continue;
        }
        if (h->compared++ == 0 || (way < 0 ? y < h->rival : y > h->rival)) {
            h->rival = y;
            h->rival_partner = k.partner;
        }
        place += beats(y, own, way);
        sum += y;
    }
    f->mid = signed_place(j, place);
    h->of_partners = true;
    const double stated = fabs(j->claim->figure.point);
    h->complete = value_of(j, ot_area_find("WLD", 3)) - sum < own;
    f->verdict = place == stated ? OT_AGREES : OT_DIFFERS;
    if (h->compared == 0 || (place < stated && !h->complete)) {
        snprintf(f->why, sizeof f->why,
                 h->compared == 0
                     ? "the files hold no other partner to rank it among"
                     : "it is number %d of the %zu partners in the files, and "
                       "others may be missing",
                 place, h->compared + 1);
        f->verdict = OT_NOT_CHECKED;
        f->known = false;
    }
}

// ---- one rank ---------------------------------------------------------------

void ot__judge_rank(ot_job *j)
{
    ot_finding *f = j->finding;
    const ot_claim *c = j->claim;
    int way = c->figure.point < 0 ? -1 : 1;
    ot_history h = {.step = ot__rank_step(c->period)};

    f->value = ot_view_value(j->view, c->period);
    f->known = !isnan(f->value.y) && !c->of_rates;
    way *= size_sign(j);
    if (c->of_rates) {
        snprintf(f->why, sizeof f->why,
                 "a rank of growth rates is not worked out");
    } else if (!f->known) {
        ot__say_unknown(f->why, "", c->period, &f->value);
    } else if (c->of_partners) {
        judge_partners(j, &h, way, f->value.y);
    } else if (c->since.months > 0) {
        judge_since(j, &h, way, f->value.y);
    } else {
        judge_over_time(j, &h, way, f->value.y);
    }
    if (f->known) {
        f->range = ot_interval_point(f->mid);
        f->base.y = h.rival;
        f->history = h;
    }
}

// ---- runs -------------------------------------------------------------------

// Periods in a row up to the claim's that moved the same way, each on the one
// `back` months before: below zero, that fell; 0: not known.
static int run_of(const ot_job *j, int32_t back)
{
    const int sign = size_sign(j);
    int length = 0, way = 0;
    ot_period p = j->claim->period;

    for (;; p = ot_period_shift(p, -p.months)) {
        const double now = ot_view_value(j->view, p).y;
        const double then = ot_view_value(j->view, ot_period_shift(p, -back)).y;
        const int here = now > then ? sign : now < then ? -sign : 0;
        if (here == 0 || (length > 0 && here != way)) {
            return way * length;
        }
        way = here;
        length++;
    }
}

void ot__judge_run(ot_job *j)
{
    ot_finding *f = j->finding;
    const ot_claim *c = j->claim;
    const int32_t back = c->period.first - c->base.first;
    const int32_t other = back == 12 ? c->period.months : 12;
    ot_history h = {.step = back};

    f->value = ot_view_value(j->view, c->period);
    const int run = run_of(j, back);
    const int beside = run_of(j, other);
    f->known = run != 0;
    if (isnan(f->value.y)) {
        ot__say_unknown(f->why, "", c->period, &f->value);
    } else if (!f->known) {
        snprintf(f->why, sizeof f->why, "no period before to compare with");
    }
    if (!f->known) {
        return;
    }
    f->mid = run;
    f->verdict = run == c->figure.point ? OT_AGREES : OT_DIFFERS;
    if (f->verdict == OT_DIFFERS && beside == c->figure.point) {
        f->mid = beside; // on the month before, not on a year before
        f->verdict = OT_AGREES;
        h.step = other;
    }
    f->range = ot_interval_point(f->mid);
    f->base = ot_view_value(j->view, ot_period_shift(c->period, -h.step));
    f->history = h;
}
