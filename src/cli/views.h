// SPDX-License-Identifier: GPL-3.0-or-later
// views.h - the selections of a command, bound to the panel.
#ifndef OT_CLI_VIEWS_H
#define OT_CLI_VIEWS_H

#include "cli/command.h"

typedef struct cli_views {
    ot_panel *panel;
    ot_view **view;
    size_t n;
} cli_views;

// Reads the files and binds what the options select. Free with cli_views_free,
// also after a failure.
ot_status cli_views_open(const common_args *args, cli_run *cli, cli_views *v,
                         ot_error *err);
// The same for a panel that is there; the views own it from here on.
ot_status cli_views_bind(const common_args *args, ot_panel *panel, cli_views *v,
                         ot_error *err);
void cli_views_free(cli_views *v);
ot_day cli_views_release(const cli_views *v); // newest release used

#endif
