// SPDX-License-Identifier: GPL-3.0-or-later
// layout_canonical.c - our own form: any subset of the canonical columns, by
// their names, the rest from --set.

#include "data/layout.h"

static const ot_role canonical[] = {
    OT_ROLE_REPORTER, OT_ROLE_PARTNER, OT_ROLE_FLOW,  OT_ROLE_COMMODITY,
    OT_ROLE_BASIS,    OT_ROLE_PERIOD,  OT_ROLE_VALUE, OT_ROLE_UNIT,
    OT_ROLE_VINTAGE,  OT_ROLE_STATUS,
};

static bool is_canonical(ot_str name)
{
    for (size_t i = 0; i < sizeof canonical / sizeof canonical[0]; i++) {
        if (ot__str_same(name, ot__role_name(canonical[i]))) {
            return true;
        }
    }
    return false;
}

static int detect(ot_header header)
{
    if (ot__header_find(header, "period") < 0 ||
        ot__header_find(header, "value") < 0) {
        return 0;
    }
    for (size_t i = 0; i < header.n; i++) {
        if (!is_canonical(header.name[i])) {
            return 0;
        }
    }
    return 100;
}

static ot_status bind(ot_header header, const ot_read_options *options,
                      ot_plan *plan, ot_error *err)
{
    (void)options;
    for (size_t i = 0; i < sizeof canonical / sizeof canonical[0]; i++) {
        const ot_role role = canonical[i];
        if (plan->field[role] < 0) {
            plan->field[role] = ot__header_find(header, ot__role_name(role));
        }
    }
    if (plan->field[OT_ROLE_PERIOD] < 0 || plan->field[OT_ROLE_VALUE] < 0) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "the outturn layout needs the columns period and value");
    }
    return OT_OK;
}

const ot_layout ot__layout_canonical = {
    .name = "outturn",
    .summary = "reporter,partner,flow,commodity,basis,period,value,unit,"
               "vintage,status: any subset",
    .source = "outturn's own canonical form; written by `outturn series`",
    .detect = detect,
    .bind = bind,
};
