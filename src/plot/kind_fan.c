// SPDX-License-Identifier: GPL-3.0-or-later
// fan: what was and, from its last value on, what may come.
#include "plot/lines.h"

static ot_status check(const ot_chart *chart, ot_error *err)
{
    if (chart->fan == NULL || chart->fan->n == 0) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a fan needs values that are projected");
    }
    return ot__lines_check(chart, err);
}

static void lay(ot_page *page, const ot_chart *chart)
{
    ot__lines_lay(page, chart, &(ot_lines_more){0});
}

const ot_chart_kind ot__kind_fan = {
    .name = "fan",
    .takes = "one flow with one partner, years that are over and one that runs",
    .summary = "what was, and the bands in which what comes may lie",
    .example = "chart fan trade.csv -r ARM -p RUS -f export -o fan.png",
    .check = check,
    .lay = lay,
};
