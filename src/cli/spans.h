// SPDX-License-Identifier: GPL-3.0-or-later
// spans.h - the periods a command is asked for: -t, lists of it, --every.
#ifndef OT_CLI_SPANS_H
#define OT_CLI_SPANS_H

#include "cli/command.h"

typedef struct cli_spans {
    ot_period *at;
    size_t n;
} cli_spans;

// month, quarter, half, year: what --every takes, NULL-terminated.
extern const char *const cli_steps[];

// "2022,2023" of -t; with `every` the steps that lie within -t, or within what
// the files have; without either the last full year of the files. Free with
// cli_spans_free, also after a failure.
ot_status cli_spans_read(const common_args *args, const char *every,
                         const ot_panel *panel, cli_spans *spans,
                         ot_error *err);
void cli_spans_free(cli_spans *spans);
// -t as it stands there: n 0 without it.
ot_status cli_spans_list(const common_args *args, cli_spans *spans,
                         ot_error *err);
// Months of a step of --every; 0: NULL.
int32_t cli_step(const char *every);
// First to last month of any figure; months 0: there are none.
ot_period cli_span_of(const ot_panel *panel);
// --base; text NULL: months 0.
ot_status cli_base(const common_args *args, const char *text, ot_period *base,
                   ot_error *err);

#endif
