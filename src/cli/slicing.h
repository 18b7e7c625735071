// SPDX-License-Identifier: GPL-3.0-or-later
// slicing.h - --by and the options of a selection that is cut into its series.
#ifndef OT_CLI_SLICING_H
#define OT_CLI_SLICING_H

#include "cli/select.h"

// `how` points into the rest: it stays where it is.
typedef struct cli_slicing {
    ot_slicing how; // flows are set also where it is not cut by them
    cli_lists lists;
    ot_area reporter[CLI_LIST_MOST], partner[CLI_LIST_MOST];
    const ot_flow *flow[CLI_LIST_MOST];
} cli_slicing;

// by: "partner,flow". Without -f: by flow exports and imports, else turnover
// where the panel has both, or its only flow. Free with cli_slicing_free, also
// after a failure.
ot_status cli_slicing_read(const common_args *args, const char *by,
                           const ot_panel *panel, cli_slicing *s,
                           ot_error *err);
void cli_slicing_free(cli_slicing *s);
// The member of `how` that says whether it is cut by reporter, partner, flow or
// commodity.
bool *cli_cut_by(ot_slicing *how, ot_by by);
// "Armenia, China, imports, 27 fuels and mineral oils": what a slice is told
// from the others by, for pictures.
void cli_slice_name(ot_buf *out, const ot_panel *panel, const ot_slicing *how,
                    ot_slice s);

#endif
