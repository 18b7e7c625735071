// SPDX-License-Identifier: GPL-3.0-or-later
// growth.h - the tables of outturn growth: its rows, and the second one where
// --rates converts.
#ifndef OT_CLI_GROWTH_H
#define OT_CLI_GROWTH_H

#include "cli/views.h"

// The table; NULL without memory. named: rows say what they are ("year to
// date"); compound: a column for the rate a year.
ot_sheet *growth_sheet(const cli_views *v, bool many_partners, bool named,
                       bool compound);
// The growth of a period on a base: a row, its notes and, under --explain, what
// it came from; one like for like where months are missing; and a row of the
// second table, where there is one.
void growth_row(const common_args *args, ot_sheet *sheet, const cli_views *v,
                const ot_view *view, const char *what, ot_period period,
                ot_period base);

// --format sentence: a sentence into *out, on a line of its own. What cannot be
// told is left out; why the first one could not be stays in `why`.
typedef struct growth_told {
    ot_buf *out;
    ot_day as_of;
    ot_error why;
} growth_told;
void growth_tell(growth_told *told, const cli_views *v, const ot_view *view,
                 ot_period period, ot_period base);

// Its titles name the currencies; they live as long as the sheet is used.
typedef struct growth_titles {
    char published[32], converted[32], rate[32], move[32], average[48];
} growth_titles;

// A table of both growth rates and the currency's own move, to be appended;
// NULL without memory. view is the first that converts.
ot_sheet *growth_currency_sheet(const ot_view *view, bool many_partners,
                                bool many_flows, growth_titles *titles);
// A row of it; none where no value is known in both currencies.
void growth_currency_row(ot_sheet *sheet, const cli_views *v,
                         const ot_view *view, const ot_growth *g);

#endif
