// SPDX-License-Identifier: GPL-3.0-or-later
// check_imply.c - --imply: what the claims of a text imply of a quantity.

#include "cli/alone.h"
#include "cli/check.h"

// Of figures that are weighed apart, the one part that tells, if there is one.
static ot_status imply(const char *asked, const checked *t, ot_buf *out,
                       ot_error *err)
{
    const size_t parts = t->parts > 0 ? t->parts : 1;
    ot_status status = OT_OK;
    bool told = false;

    for (size_t i = 0; i < parts && status == OT_OK; i++) {
        const ot_checking *k = t->parts > 0 ? t->part[i].checking : t->alone;
        const bool last = i + 1 == parts;
        status = alone_imply(out, k->system, asked, last && !told, &told, err);
    }
    return status;
}

ot_status check_imply(const text_list *asked, const checked *t, ot_buf *out,
                      ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t i = 0; i < asked->n && status == OT_OK; i++) {
        status = imply(asked->at[i], t, out, err);
    }
    return status;
}
