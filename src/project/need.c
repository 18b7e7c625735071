// SPDX-License-Identifier: GPL-3.0-or-later
// need.c - what the rest of a period would have to bring to reach a target, and
// whether such a rest was ever seen.

#include "outturn/project.h"

#include <math.h>

// The sum over a stretch; NaN where it is not whole steps, or not known.
static double stretch(const ot_series *s, ot_period p)
{
    const int32_t offset = p.first - s->first;
    double sum = 0;

    if (offset < 0 || offset % s->step != 0 || p.months % s->step != 0) {
        return NAN;
    }
    const size_t begin = (size_t)(offset / s->step);
    const size_t n = (size_t)(p.months / s->step);
    if (begin + n > s->n) {
        return NAN;
    }
    for (size_t i = begin; i < begin + n; i++) {
        sum += s->y[i];
    }
    return sum;
}

static bool starts_before(const ot_series *s, ot_period p)
{
    return p.first < s->first;
}

// The same months of all earlier years.
static void look_back(const ot_series *s, ot_need *need)
{
    ot_period p = ot_period_year_before(need->rest);

    for (; !starts_before(s, p); p = ot_period_year_before(p)) {
        const double sum = stretch(s, p);
        if (isnan(sum)) {
            continue;
        }
        need->stretches++;
        need->reached += sum >= need->total.lo;
        if (need->best.months == 0 || sum > need->best_total) {
            need->best = p;
            need->best_total = sum;
        }
    }
    if (need->stretches > 0) {
        need->precedent = need->reached == 0 ? OT_NEVER_BEFORE
                          : need->reached * 5 <= need->stretches ? OT_RARE
                                                                 : OT_USUAL;
    }
}

static ot_interval multiple(ot_interval total, double base)
{
    return base > 0 ? ot_interval_div(total, ot_interval_point(base))
                    : ot_interval_none();
}

static ot_status check(ot_period period, ot_period known, ot_interval target,
                       ot_error *err)
{
    char text[64], part[64];

    if (ot_interval_is_none(target)) {
        return ot_fail(err, OT_E_USAGE, NULL, "the target is no number");
    }
    if (known.months > 0 &&
        (known.first != period.first || known.months >= period.months)) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "%s is not the first part of %s: nothing is left to "
                       "reach the target in",
                       ot_period_words(known, part),
                       ot_period_words(period, text));
    }
    return OT_OK;
}

ot_status ot_project_need(const ot_series *series, ot_period period,
                          ot_period known, ot_interval known_total,
                          double last_year_rest, ot_interval target,
                          ot_need *need, ot_error *err)
{
    const ot_status status = check(period, known, target, err);

    if (status != OT_OK) {
        return status;
    }
    target.lo_open = target.hi_open = false;
    *need = (ot_need){
        .total =
            known.months > 0 ? ot_interval_sub(target, known_total) : target,
        .of_average = ot_interval_none(),
        .of_best = ot_interval_none(),
        .rest = {period.first + known.months, period.months - known.months},
        .best_total = NAN,
        .precedent = OT_NO_PRECEDENT_KNOWN,
    };
    need->per_month =
        ot_interval_div(need->total, ot_interval_point(need->rest.months));
    if (known.months > 0) {
        need->of_average = ot_interval_div(
            need->per_month,
            ot_interval_div(known_total, ot_interval_point(known.months)));
    }
    if (series != NULL) {
        look_back(series, need);
        need->of_best = multiple(need->total, need->best_total);
        last_year_rest =
            isnan(last_year_rest)
                ? stretch(series, ot_period_year_before(need->rest))
                : last_year_rest;
    }
    need->of_last_year = multiple(need->total, last_year_rest);
    return OT_OK;
}
