// SPDX-License-Identifier: GPL-3.0-or-later
// growth.h - the second table of outturn growth, where --rates converts.
#ifndef OT_CLI_GROWTH_H
#define OT_CLI_GROWTH_H

#include "cli/views.h"

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
