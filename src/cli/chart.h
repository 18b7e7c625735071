// SPDX-License-Identifier: GPL-3.0-or-later
// chart.h - what a chart is made of.
#ifndef OT_CLI_CHART_H
#define OT_CLI_CHART_H

#include "cli/views.h"

typedef struct chart_args {
    common_args common;
    const char *size, *theme, *locale, *font, *title, *subtitle, *source, *note,
        *claim, *every, *alt, *data;
    long years;
    bool outcome, no_landing;
    bool beside; // of --chart: more lines than one box holds are boxes
} chart_args;

// Binds what the options select to a panel, which the views own from here on;
// of a kind of several partners, all countries that the files have figures of,
// where -p names none. *whole: the same flow with the world, where such a kind
// can have it from the files; NULL. Free both, also after a failure.
ot_status cli_chart_bind(const common_args *args, ot_panel *panel,
                         const ot_picture_kind *wants, cli_views *v,
                         ot_view **whole, ot_error *err);

// png, pdf or svg, by --format or the end of the name of -o.
ot_status cli_chart_format(const common_args *args,
                           const ot_chart_format **format, ot_error *err);
// Draws a chart as the options say, as a picture behind what `out` holds;
// --alt and --data-out beside it.
ot_status cli_chart_ink(const chart_args *args, const cli_run *cli,
                        const ot_chart *chart, ot_buf *out, ot_error *err);
// Makes a kind of what the options select from a panel, which it frees. Free
// *picture with ot_picture_free.
ot_status cli_chart_make(const chart_args *args, const cli_run *cli,
                         const ot_chart_kind *kind, ot_panel *panel,
                         ot_picture **picture, ot_error *err);
// Draws a kind of what the options select from a panel, which it frees, as a
// picture, by cli_chart_ink.
ot_status cli_chart_draw(const chart_args *args, const cli_run *cli,
                         const ot_chart_kind *kind, ot_panel *panel,
                         ot_buf *out, ot_error *err);

// --chart of a command: the picture that it has made, else its kind of chart of
// the files that it has read.
ot_status cli_chart_beside(const command *c, const void *args, cli_run *cli,
                           ot_error *err);

#endif
