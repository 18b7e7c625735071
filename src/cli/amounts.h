// SPDX-License-Identifier: GPL-3.0-or-later
// amounts.h - what the series of a selection are worth in some periods, side by
// side.
#ifndef OT_CLI_AMOUNTS_H
#define OT_CLI_AMOUNTS_H

#include "cli/slicing.h"

// A selection cut into series, which must not overlap.
typedef struct cli_amounts {
    ot_slices *slices;
    size_t n, threads;
    bool fill; // a month without a row is decided by its neighbours
} cli_amounts;

// OT_E_USAGE where some series hold others. Free with cli_amounts_free, also
// after a failure.
ot_status cli_amounts_open(const common_args *args, const ot_panel *panel,
                           const ot_slicing *how, cli_amounts *a,
                           ot_error *err);
void cli_amounts_free(cli_amounts *a);

// The slices of a flow (NULL: all) in each of n periods: slice i in period k is
// value[i * n + k]; unit[i] is that of all of them. What the files cannot tell
// is decided by its neighbours: a series without a row counts as 0 (state
// OT_ABSENT) where another of the same reporter and flow has the whole period,
// unless --absent says otherwise. A series that has no figure of what is
// measured is not known.
ot_status cli_amounts_in(cli_amounts *a, const ot_flow *flow,
                         const ot_period period[], size_t n, ot_value value[],
                         ot_unit unit[], ot_error *err);

#endif
