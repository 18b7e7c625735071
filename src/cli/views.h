// SPDX-License-Identifier: GPL-3.0-or-later
// views.h - the selections of a command, bound to the panel.
#ifndef OT_CLI_VIEWS_H
#define OT_CLI_VIEWS_H

#include "cli/command.h"

typedef struct cli_views {
    ot_panel *panel;
    ot_rates *rates;   // of --rates; NULL: not given
    char currency[12]; // into which they convert
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
// What tells view i from the others: "export", "export with China", "export of
// 27 with China".
void cli_views_name(const cli_views *v, size_t i, ot_buf *name);

// --rates and --in: reads the rates. OT_E_USAGE where one lacks the other.
ot_status cli_rates_open(const common_args *args, cli_views *v, ot_error *err);
// Has selections converted.
void cli_rates_apply(const cli_views *v, ot_selection selection[], size_t n);
// OT_E_USAGE  --in names another currency than a view has
ot_status cli_rates_check(const common_args *args, const cli_views *v,
                          ot_error *err);
// ", converted from USD at monthly average rates, FILE"; nothing where it is
// not.
void cli_converted(ot_buf *b, const ot_view *view);
// ", imports by origin": of a basis that is not "".
void cli_say_basis(ot_buf *line, const char *basis);
// Facts and lines below on how a view was converted.
void cli_convert_notes(ot_sheet *sheet, const ot_view *view);
// Why a value is not known: "2024-02 missing", "no EUR/USD rate for 2024-06".
char *cli_hole(const ot_view *view, const ot_value *v, char out[], size_t size);
// " x 0.92251": by what a cell was converted; "" where it was not. out holds
// OT_NUMBER_SIZE.
char *cli_at_rate(const ot_used_cell *cell, char out[]);

#endif
