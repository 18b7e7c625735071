// SPDX-License-Identifier: GPL-3.0-or-later
// layout_tidy.c - one value a row under names of the user's: columns by --map,
// else by what they are usually called, constants by --set.

#include "data/layout.h"

// The column that a role's usual names point to; -1: none, or more than one.
static int guess(ot_header header, ot_role role)
{
    int found = ot__header_find(header, ot__role_name(role));

    if (found >= 0) {
        return found;
    }
    for (size_t i = 0; i < header.n; i++) {
        if (ot__role_guess(header.name[i]) == role) {
            if (found >= 0) {
                return -1;
            }
            found = (int)i;
        }
    }
    return found;
}

static int detect(ot_header header)
{
    const bool when =
        guess(header, OT_ROLE_PERIOD) >= 0 || guess(header, OT_ROLE_YEAR) >= 0;

    return when && guess(header, OT_ROLE_VALUE) >= 0 ? 10 : 0;
}

// What the user has to say, with the columns there are.
static ot_status ask(ot_header header, const char *missing, ot_error *err)
{
    ot_buf list = {0};

    for (size_t i = 0; i < header.n && i < 40; i++) {
        ot__buf_text(&list, i > 0 ? ", " : "");
        ot__buf_bytes(&list, header.name[i].at, header.name[i].n);
    }
    ot_fail(err, OT_E_DATA, NULL,
            "which column is the %s? Say --map %s=COLUMN; the columns are: "
            "%.200s",
            missing, missing, ot__buf_cstr(&list));
    ot__buf_free(&list);
    return OT_E_DATA;
}

static ot_status bind(ot_header header, const ot_read_options *options,
                      ot_plan *plan, ot_error *err)
{
    (void)options;
    for (int i = 0; i < OT_BREAKDOWN_FIRST; i++) {
        if (plan->field[i] < 0 && plan->set[i].at == NULL) {
            plan->field[i] = guess(header, (ot_role)i);
        }
    }
    if (plan->field[OT_ROLE_PERIOD] >= 0 ||
        plan->set[OT_ROLE_PERIOD].at != NULL) {
        plan->field[OT_ROLE_YEAR] = -1;
        plan->field[OT_ROLE_MONTH] = -1;
    } else if (plan->field[OT_ROLE_YEAR] < 0 &&
               plan->set[OT_ROLE_YEAR].at == NULL) {
        return ask(header, "period", err);
    }
    return plan->field[OT_ROLE_VALUE] >= 0 ? OT_OK : ask(header, "value", err);
}

const ot_layout ot__layout_tidy = {
    .name = "tidy",
    .summary = "one value a row; columns by --map or by their usual names",
    .source = "any",
    .detect = detect,
    .bind = bind,
};
