// SPDX-License-Identifier: GPL-3.0-or-later
// select.h - the options of a selection, one by one.
#ifndef OT_CLI_SELECT_H
#define OT_CLI_SELECT_H

#include "cli/command.h"

#define CLI_LIST_MOST 64

// The parts of "RUS,KAZ"; one empty part when the option is not
// given.
typedef struct cli_list {
    char *copy;
    const char *at[CLI_LIST_MOST];
    size_t n;
} cli_list;

// -r -p -f -k as lists; free with cli_lists_free, also after a failure. A
// commodity whose name has commas is one where the panel has it.
typedef struct cli_lists {
    cli_list reporter, partner, flow, commodity;
} cli_lists;

ot_status cli_lists_split(const common_args *args, const ot_panel *panel,
                          cli_lists *lists, ot_error *err);
void cli_lists_free(cli_lists *lists);
// By name or code; text NULL: OT_AREA_NONE.
ot_status cli_find_area(const ot_panel *panel, const char *text,
                        const char *option, ot_area *area, ot_error *err);
ot_status cli_find_flow(const char *text, const ot_flow **flow, ot_error *err);
// All of a selection but what is traded by whom with whom.
ot_status cli_selection(const common_args *args, ot_selection *base,
                        ot_error *err);

#endif
