// SPDX-License-Identifier: GPL-3.0-or-later
// index_chart.c - the picture of outturn index --chart.

#include <stdlib.h>
#include <string.h>

#include "cli/index.h"
#include "cli/views.h"

static ot_picture_subject subject_of(const index_data *d)
{
    const ot_slicing *how = &d->cut.how;
    const ot_slice s = ot_slices_at(d->amounts.slices, 0);

    return (ot_picture_subject){
        .panel = d->values,
        .reporter = how->by_reporter ? OT_AREA_NONE : s.reporter,
        .partner = how->by_partner ? OT_AREA_NONE : s.partner,
        .flow = how->flows == 1 ? how->flow[0] : NULL,
        .commodity = !how->by_commodity      ? s.commodity
                     : how->commodities == 1 ? how->commodity[0]
                                             : "",
        .basis = how->whole.basis != NULL ? how->whole.basis : "",
        .unit = d->unit,
        .release = cli_release(d->values, how->whole.as_of)};
}

ot_status index_chart(const common_args *args, const index_data *d,
                      const index_run run[], size_t n, cli_run *cli,
                      ot_error *err)
{
    ot_picture_index *at = calloc(n + 1, sizeof *at);
    const ot_picture_indices all = {
        .subject = subject_of(d),
        .by = args->measure != NULL && strcmp(args->measure, "netweight") != 0
                  ? args->measure
                  : "net weight",
        .run = at,
        .runs = n};

    if (at == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < n; i++) {
        at[i] = (ot_picture_index){run[i].flow, run[i].period, run[i].base,
                                   run[i].known ? &run[i].index : NULL};
    }
    const ot_status status =
        ot_picture_of_index(&all, &(ot_picture_options){0}, &cli->picture, err);
    free(at);
    return status;
}
