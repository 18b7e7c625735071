// SPDX-License-Identifier: GPL-3.0-or-later
// rank, of a projection of many series: where each may end and what it was.
#include <math.h>
#include <string.h>

#include "report/subject.h"

// "US imports: 2025 may end at USD 1.37 tn; Mexico first, USD 499 bn"
static void titles(ot_picture *p, const ot_picture_landings *all,
                   const ot_picture_landing *first)
{
    ot__subject_say(&p->headline, &all->subject);
    ot__buf_text(&p->headline, ": ");
    ot__subject_period(&p->headline, all->period);
    ot__buf_text(&p->headline, " may end at ");
    if (isfinite(all->total) && all->n > 1) {
        ot__say_amount(&p->headline, all->total, all->subject.unit);
        ot__buf_format(&p->headline, "; %s first, ", first->label);
    }
    ot__say_amount(&p->headline, first->total, all->subject.unit);
    ot__subject_measure(&p->subtitle, &all->subject);
    ot__buf_format(&p->subtitle, " by %s, where the year may end, ", all->by);
    ot__subject_unit(&p->subtitle, &all->subject);
    ot__subject_period(&p->now, all->period);
    ot__buf_text(&p->now, ", projected");
    ot__subject_period(&p->was, ot_period_year_before(all->period));
}

static ot_status fill(ot_picture *p, const ot_picture_landings *all,
                      ot_error *err)
{
    const ot_picture_landing *first = NULL;
    const ot_status status =
        ot__picture_reserve_rows(p, all->n > 0 ? all->n : 1, err);

    for (size_t i = 0; i < all->n && status == OT_OK; i++) {
        const ot_picture_landing *x = &all->at[i];
        if (isfinite(x->total)) {
            ot__picture_row(p, x->label, x->total, OT_ROW_PLAIN)->before =
                x->last_year;
            first = first == NULL || x->total > first->total ? x : first;
        }
    }
    if (status != OT_OK) {
        return status;
    }
    if (first == NULL) {
        return ot_fail(err, OT_E_DATA, NULL, "no series is projected");
    }
    titles(p, all, first);
    return OT_OK;
}

ot_status ot_picture_of_landings(const ot_picture_landings *all,
                                 const ot_picture_options *options,
                                 ot_picture **picture, ot_error *err)
{
    // What is known: of the period, or all before it.
    const int32_t known =
        all->known != INT32_MIN ? all->known : all->period.first - 1;
    ot_picture *p = NULL;
    ot_status status = ot__subject_picture(&all->subject, "rank",
                                           (ot_period){known, 1}, &p, err);

    if (status != OT_OK) {
        return status;
    }
    status = fill(p, all, err);
    return ot__subject_finish(p, status, options, picture, err);
}
