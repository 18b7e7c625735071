// SPDX-License-Identifier: GPL-3.0-or-later
// amounts.c - what the series of a selection are worth in a period.

#include "cli/amounts.h"

#include <math.h>

ot_status cli_amounts_open(const ot_panel *panel, const ot_slicing *how,
                           cli_amounts *a, ot_error *err)
{
    ot_slicing zero = *how;

    *a = (cli_amounts){.n = 0};
    zero.whole.absence = OT_ABSENCE_ZERO;
    ot_status status = ot_slices_new(panel, how, &a->slices, err);
    if (status == OT_OK && ot_slices_overlap(a->slices)) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "some of what is selected holds the rest of it, and "
                       "would count twice: name parts or the whole");
    }
    if (status == OT_OK && how->whole.absence == OT_ABSENCE_TELL) {
        status = ot_slices_new(panel, &zero, &a->zero, err);
    }
    a->n = status == OT_OK ? ot_slices_count(a->slices) : 0;
    return status;
}

void cli_amounts_free(cli_amounts *a)
{
    ot_slices_free(a->slices);
    ot_slices_free(a->zero);
    *a = (cli_amounts){.n = 0};
}

static ot_status ask(const ot_slices *s, size_t i, ot_period period,
                     ot_value *value, ot_unit *unit, ot_error *err)
{
    ot_error inner = {0};
    const ot_status status =
        ot_slices_values(s, i, &period, 1, value, unit, &inner);

    if (status == OT_E_DATA) {
        *value = (ot_value){.y = NAN, .state = OT_MISSING};
        *unit = (ot_unit){.scale = 0};
        return OT_OK;
    }
    return status == OT_OK
               ? OT_OK
               : ot_fail(err, status, NULL, "%s: %s",
                         ot_slices_at(s, i).commodity, inner.message);
}

static bool is_of(const cli_amounts *a, size_t i, const ot_flow *flow)
{
    return flow == NULL || ot_slices_at(a->slices, i).flow == flow;
}

// From `from` on, the slices of the same reporter; those of a flow without a
// figure are asked once more where another has one.
static ot_status fill_block(const cli_amounts *a, size_t from, size_t to,
                            const ot_flow *flow, ot_period period,
                            ot_value value[], ot_unit unit[], ot_error *err)
{
    ot_status status = OT_OK;
    bool known = false;

    for (size_t i = from; i < to; i++) {
        known = known || (is_of(a, i, flow) && !isnan(value[i].y));
    }
    for (size_t i = from; known && i < to && status == OT_OK; i++) {
        if (is_of(a, i, flow) && (value[i].state == OT_MISSING ||
                                  value[i].state == OT_NOT_IN_FILES)) {
            status = ask(a->zero, i, period, &value[i], &unit[i], err);
        }
    }
    return status;
}

static ot_status fill(const cli_amounts *a, const ot_flow *flow,
                      ot_period period, ot_value value[], ot_unit unit[],
                      ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t from = 0, to; from < a->n && status == OT_OK; from = to) {
        const ot_area reporter = ot_slices_at(a->slices, from).reporter;
        to = from + 1;
        while (to < a->n && ot_slices_at(a->slices, to).reporter == reporter) {
            to++;
        }
        status = fill_block(a, from, to, flow, period, value, unit, err);
    }
    return status;
}

ot_status cli_amounts_in(const cli_amounts *a, const ot_flow *flow,
                         ot_period period, ot_value value[], ot_unit unit[],
                         ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t i = 0; i < a->n && status == OT_OK; i++) {
        value[i] = (ot_value){.y = NAN, .state = OT_MISSING};
        unit[i] = (ot_unit){.scale = 0};
        if (is_of(a, i, flow)) {
            status = ask(a->slices, i, period, &value[i], &unit[i], err);
        }
    }
    return status == OT_OK && a->zero != NULL
               ? fill(a, flow, period, value, unit, err)
               : status;
}
