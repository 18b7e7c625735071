// SPDX-License-Identifier: GPL-3.0-or-later
// judge.c - intervals meet or they do not; both ends count as inside.

#include "claim/judge.h"

static bool meets(ot_interval stated, ot_interval data)
{
    return !ot_interval_is_none(stated) && ot_interval_meets(stated, data);
}

ot_fit ot__judge(const ot_figure *f, ot_interval data)
{
    if (ot_interval_inside(data, f->usual)) {
        return OT_FIT_USUAL;
    }
    if (meets(f->usual, data)) {
        return OT_FIT_ROUNDING;
    }
    if (meets(f->truncated, data)) {
        return OT_FIT_TRUNCATED;
    }
    return meets(f->hard, data) || meets(f->loose, data) ? OT_FIT_LOOSE
                                                         : OT_FIT_NONE;
}
