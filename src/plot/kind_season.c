// SPDX-License-Identifier: GPL-3.0-or-later
// season: the months of each year over one another; the year that runs in bold.
#include <math.h>

#include "plot/years.h"

#define YEAR 12

static ot_status check(const ot_chart *chart, ot_error *err)
{
    if (chart->fan != NULL || chart->claim != NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a season shows months as they were: neither a fan nor "
                       "a claim");
    }
    return ot__years_check(chart, err);
}

static void name_all(ot_page *page, ot_ends *ends, const ot_chart *chart)
{
    ot__years_name_main(page, ends, chart);
    ot__years_name_muted(page, ends, chart);
}

static void lay(ot_page *page, const ot_chart *chart)
{
    const int32_t first = ot__years_bold(chart)->first;
    double lo, hi;
    ot_ends ends = {0};

    page->at = 0.5;
    const bool cut = ot__page_range(chart, &lo, &hi);
    ot__page_frame(page, chart, cut ? page->terms->not_from_zero : NULL);
    ot__page_values(page, lo, hi);
    ot__page_month_rows(page, 1);

    // Once for the room the names take, once for their places.
    page->x = (ot_months){first, first + YEAR - 1, 1, 1};
    name_all(page, &ends, chart);
    ot__ends_room(page, &ends, chart);
    ends.n = 0;
    ot__page_months(page, first, first + YEAR - 1, true);
    name_all(page, &ends, chart);

    ot__page_axes(page, true);
    ot__years_draw(page, chart);
    ot__ends_draw(page, &ends, chart);
    ot__years_name_running(page, chart);
    ot__ends_free(&ends);
}

const ot_chart_kind ot__kind_season = {
    .name = "season",
    .takes = "one flow with one partner, by month or quarter",
    .summary = "the months of each year over one another",
    .example = "chart season trade.csv -r ARM -p RUS -f export --years 6 "
               "-o season.png",
    .check = check,
    .lay = lay,
};
