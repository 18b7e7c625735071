// SPDX-License-Identifier: GPL-3.0-or-later
// chart.h - what a chart is made of.
#ifndef OT_CLI_CHART_H
#define OT_CLI_CHART_H

#include "cli/views.h"

// Reads the files and binds what the options select; of a kind of several
// partners, all countries that the files have figures of, where -p names none.
// *whole: the same flow with the world, where such a kind can have it from the
// files; NULL. Free both, also after a failure.
ot_status cli_chart_open(const common_args *args, cli_run *cli,
                         const ot_picture_kind *wants, cli_views *v,
                         ot_view **whole, ot_error *err);

#endif
