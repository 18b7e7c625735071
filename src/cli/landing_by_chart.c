// SPDX-License-Identifier: GPL-3.0-or-later
// landing_by_chart.c - the picture of outturn project --by.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/landing_by.h"
#include "outturn/picture_of.h"

static ot_picture_subject subject_of(const landings *l)
{
    const ot_slicing *how = &l->cut.how;
    const ot_slice s = ot_slices_at(l->slices, 0);

    return (ot_picture_subject){
        .panel = l->held.panel,
        .reporter = how->by_reporter ? OT_AREA_NONE : s.reporter,
        .partner = how->by_partner ? OT_AREA_NONE : s.partner,
        .flow = how->flows == 1 ? how->flow[0] : NULL,
        .commodity = how->by_commodity ? "" : s.commodity,
        .basis = how->whole.basis != NULL ? how->whole.basis : "",
        .unit = l->unit,
        .rates = l->held.rates,
        .release = cli_release(l->held.panel, how->whole.as_of)};
}

static ot_status make(const landings *l, const char *by,
                      ot_picture_landing at[], ot_picture **picture,
                      ot_error *err)
{
    const char *name;
    ot_buf names = {0};

    for (size_t i = 0; i < l->n; i++) {
        cli_slice_name(&names, l->held.panel, &l->cut.how,
                       ot_slices_at(l->slices, i));
        ot__buf_char(&names, '\0');
    }
    name = ot__buf_cstr(&names);
    for (size_t i = 0; i < l->n && !names.failed; i++) {
        const ot_landed *x = &l->landed[i];
        at[i] = (ot_picture_landing){name, x->served ? x->total : NAN,
                                     x->last_year};
        name += strlen(name) + 1;
    }
    const ot_picture_landings all = {
        .subject = subject_of(l),
        .by = by,
        .period = l->whole.period,
        .known = l->latest,
        .total = l->whole.served > 0 ? l->whole.total : NAN,
        .n = names.failed ? 0 : l->n,
        .at = at};
    const ot_status status = ot_picture_of_landings(
        &all, &(ot_picture_options){.step = 0}, picture, err);
    ot__buf_free(&names);
    return status;
}

ot_status landing_by_chart(const landings *l, const char *by,
                           ot_picture **picture, ot_error *err)
{
    ot_picture_landing *at = calloc(l->n + 1, sizeof *at);

    if (at == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    const ot_status status = make(l, by, at, picture, err);
    free(at);
    return status;
}
