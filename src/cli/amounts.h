// SPDX-License-Identifier: GPL-3.0-or-later
// amounts.h - what the series of a selection are worth in a period, side by
// side.
#ifndef OT_CLI_AMOUNTS_H
#define OT_CLI_AMOUNTS_H

#include "cli/slicing.h"

// A selection cut into series, which must not overlap.
typedef struct cli_amounts {
    ot_slices *slices;
    ot_slices *zero; // the same where a month without a row is 0; NULL: not
                     // wanted
    size_t n;
} cli_amounts;

// OT_E_USAGE where some series hold others. Free with cli_amounts_free, also
// after a failure.
ot_status cli_amounts_open(const ot_panel *panel, const ot_slicing *how,
                           cli_amounts *a, ot_error *err);
void cli_amounts_free(cli_amounts *a);

// value[i] of each slice of a flow (NULL: of all) in a period, and its unit;
// both hold a->n. What the files cannot tell is decided by its neighbours: a
// series without a row counts as 0 where another of the same reporter and flow
// has the whole period, unless --absent says otherwise. A series that has no
// figure of what is measured is not known.
ot_status cli_amounts_in(const cli_amounts *a, const ot_flow *flow,
                         ot_period period, ot_value value[], ot_unit unit[],
                         ot_error *err);

#endif
