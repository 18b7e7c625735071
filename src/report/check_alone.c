// SPDX-License-Identifier: GPL-3.0-or-later
// check_alone.c - claims against each other as findings.

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/job.h"

static void find(const ot_claims *claims, size_t i, const ot_account *a,
                 ot_finding *f)
{
    static const ot_verdict verdicts[] = {[OT_STANDS_ALONE] = OT_NOT_CHECKED,
                                          [OT_STANDS_UP] = OT_ADDS_UP,
                                          [OT_STANDS_AGAINST] = OT_CLASHES,
                                          [OT_STANDS_OPEN] = OT_NOT_CHECKED};

    ot__finding_begin(f);
    f->account = a;
    f->among = claims;
    f->own.period = claims->claim[i].period;
    f->own.release = OT_DAY_NONE;
    f->verdict = verdicts[a->standing];
    f->only_if = a->sense != NULL ? OT_ONLY_IF_READING
                 : a->by_cut      ? OT_ONLY_IF_TRUNCATED
                 : a->by_rounding ? OT_ONLY_IF_ROUNDING
                                  : OT_ONLY_IF_NOTHING;
    f->projected = claims->claim[i].modality != OT_STATED;
    snprintf(f->why, sizeof f->why, "%s", a->why);
    if (isfinite(a->implied.lo) && isfinite(a->implied.hi)) {
        f->range = a->implied;
    }
    if (a->pace.known) {
        f->has_need = true;
        f->need = (ot_need){.total = a->pace.need,
                            .of_average = a->pace.of_average,
                            .rest = a->pace.rest,
                            .precedent = OT_NO_PRECEDENT_KNOWN};
    }
}

ot_status ot_check_alone(const ot_claims *claims,
                         const ot_system_options *options,
                         ot_checking **checking, ot_error *err)
{
    ot_checking *out = calloc(1, sizeof *out);

    if (out != NULL) {
        out->n = claims->n;
        out->columns = 1;
        out->day[0] = out->day[1] = OT_DAY_LATEST;
        out->finding = calloc(claims->n + 1, sizeof *out->finding);
    }
    if (out == NULL || out->finding == NULL) {
        free(out);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for findings");
    }
    const ot_status status = ot_system_new(claims, options, &out->system, err);
    if (status != OT_OK) {
        ot_checking_free(out);
        return status;
    }
    for (size_t i = 0; i < claims->n; i++) {
        find(claims, i, ot_system_account(out->system, i), &out->finding[i]);
    }
    *checking = out;
    return OT_OK;
}
