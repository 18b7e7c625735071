// SPDX-License-Identifier: GPL-3.0-or-later
// series.h - the canonical columns, and the figures as they were published.
#ifndef OT_CLI_SERIES_H
#define OT_CLI_SERIES_H

#include "cli/command.h"

enum {
    SERIES_REPORTER,
    SERIES_PARTNER,
    SERIES_FLOW,
    SERIES_COMMODITY,
    SERIES_BASIS,
    SERIES_PERIOD,
    SERIES_VALUE,
    SERIES_UNIT,
    SERIES_VINTAGE,
    SERIES_STATUS,
    SERIES_ROWS, // only where figures are sums of several rows
    SERIES_COLUMNS
};

// Rows of all published figures that the options select: areas, flows,
// commodities, basis, measure, period, release. *count of them.
ot_status series_cells(const common_args *args, const ot_panel *panel,
                       ot_sheet *sheet, size_t *count, ot_error *err);
// Whether some figure is the sum of several rows.
bool series_has_sums(const ot_panel *panel);
// --as-is: every row that fits, added up by columns ("reporter,period"; NULL:
// all of them).
ot_status series_as_is(const common_args *args, const char *by, cli_run *cli,
                       ot_error *err);
// A release: a month where it is a month's last day, else the day.
void series_put_release(ot_sheet *sheet, ot_day day);

#endif
