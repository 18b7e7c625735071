// SPDX-License-Identifier: GPL-3.0-or-later
// mirror_chart.c - what outturn mirror compares, as a picture.

#include <stdlib.h>

#include "cli/mirror.h"

// Without --every the periods of -t are taken as they are; with it their steps.
static ot_picture_options options_of(const mirrors *m)
{
    return (ot_picture_options){
        .step = m->step,
        .year_start = m->year_start,
        .cif = m->band,
        .period =
            m->step > 0 && m->within.n > 0
                ? ot_period_range(m->within.at[0].first,
                                  ot_period_last(m->within.at[m->within.n - 1]))
                : (ot_period){0, 0}};
}

ot_status mirror_picture(const mirrors *m, ot_picture **picture, ot_error *err)
{
    const ot_picture_options options = options_of(m);
    ot_picture_pair *pair = calloc(m->n, sizeof *pair);

    if (pair == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < m->n; i++) {
        pair[i] = (ot_picture_pair){m->at[i].exports, m->at[i].imports};
    }
    const ot_picture_mirrors of = {.panel = m->panel,
                                   .pair = pair,
                                   .pairs = m->n,
                                   .at = m->within.at,
                                   .periods = m->step > 0 ? 0 : m->within.n,
                                   .last_only =
                                       m->last_only && m->within.n == 0};
    const ot_status status = ot_picture_of_mirror(&of, &options, picture, err);
    free(pair);
    return status;
}
