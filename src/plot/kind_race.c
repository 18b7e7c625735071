// SPDX-License-Identifier: GPL-3.0-or-later
// race: to-date values, one line a year, all from zero on the same months; the
// year that runs in bold, where it may end as a fan, what was claimed as a bar.
#include <math.h>
#include <stdio.h>

#include "plot/signs.h"
#include "plot/years.h"

#define YEAR 12

static void range(const ot_chart *chart, double *lo, double *hi)
{
    *lo = 0;
    *hi = 0;
    for (size_t i = 0; i < chart->lines; i++) {
        for (size_t k = 0; k < chart->line[i].n; k++) {
            ot__include(chart->line[i].y[k], lo, hi);
        }
    }
    ot__page_reach(chart, lo, hi);
    ot__signs_reach(chart, lo, hi);
}

// The most that an earlier year added after so many values; NaN: none did.
static double most_after(const ot_chart *chart, size_t known)
{
    double most = NAN;

    for (size_t i = 0; i < chart->lines; i++) {
        const ot_chart_line *l = &chart->line[i];
        const bool earlier =
            l->style == OT_LINE_MUTED || l->style == OT_LINE_PLAIN;
        if (earlier && ot__years_over(l) && known < l->n &&
            isfinite(l->y[known])) {
            most = fmax(most, l->y[l->n - 1] - l->y[known]);
        }
    }
    return most;
}

static const char *month_of(const ot_chart *chart, int32_t month)
{
    return ot__terms(chart)->month_short[ot_month_of_year(month) - 1];
}

// "needs 5.6–7.6 bn in Jul–Dec; the most so far was 4.7 bn"; "" where there is
// nothing to need.
static void say_need(const ot_chart *chart, char out[static 200])
{
    const ot_chart_line *l = ot__years_bold(chart);
    const size_t last = ot__last_known(l->y, l->n);
    char range[OT_AMOUNT_SIZE], amount[OT_AMOUNT_SIZE], record[96] = "";

    out[0] = '\0';
    if (chart->claim == NULL || last == SIZE_MAX || ot__years_over(l) ||
        !(chart->claim->lo > l->y[last])) {
        return;
    }
    const double most = most_after(chart, last);
    const int32_t rest = l->first + (int32_t)(last + 1) * l->step;
    if (isfinite(most)) {
        ot__amount(ot__terms(chart), most, chart->unit, 2, amount);
        snprintf(record, sizeof record, "%s%s", ot__terms(chart)->record,
                 amount);
    }
    ot__amount_range(ot__terms(chart), chart->claim->lo - l->y[last],
                     chart->claim->hi - l->y[last], chart->unit, 2, range);
    snprintf(out, 200, "%s%s%s%s–%s%s", ot__terms(chart)->needs, range,
             ot__terms(chart)->within, month_of(chart, rest),
             month_of(chart, l->first + YEAR - 1), record);
}

static void name_all(ot_page *page, ot_ends *ends, const ot_chart *chart)
{
    char need[200];

    say_need(chart, need);
    ot__ends_add_claim(page, ends, chart, need[0] != '\0' ? need : NULL);
    ot__ends_add_fan(page, ends, chart);
    ot__years_name_main(page, ends, chart);
    ot__years_name_muted(page, ends, chart);
}

// What the year still lacks to a claim: thin lines from what is known to its
// ends.
static void draw_need(ot_page *page, const ot_chart *chart)
{
    const ot_chart_line *l = ot__years_bold(chart);
    const size_t last = ot__last_known(l->y, l->n);
    const ot_claim_bar *claim = chart->claim;
    const ot_mark line = {.kind = OT_MARK_LINE,
                          .colour = page->look->claim.mark,
                          .size = 1.1,
                          .dash = OT_DOTTED};

    if (claim == NULL || last == SIZE_MAX || ot__years_over(l)) {
        return;
    }
    const double ends[] = {claim->lo, claim->hi};
    const ot_point from = ot__years_end(page, l).from;
    ot__marks_group(page->marks, "need", NULL, "what the claim needs");
    for (size_t i = 0; i < (claim->lo < claim->hi ? 2u : 1u); i++) {
        if (isfinite(ends[i]) && ends[i] > l->y[last]) {
            ot__marks_segment(
                page->marks, line, from,
                (ot_point){page->right, ot__page_y(page, ends[i])});
        }
    }
}

// The fan's step at[i] is reached at the end of its period.
static void draw_fan(ot_page *page, const ot_chart *chart)
{
    const ot_chart_line *l = ot__years_bold(chart);
    const ot_fan *fan = chart->fan;
    const size_t last = ot__last_known(l->y, l->n);
    const ot_point zero = {page->left, ot__page_y(page, 0)};

    if (fan == NULL) {
        return;
    }
    const ot_point from = last != SIZE_MAX ? ot__years_end(page, l).from : zero;
    const double x0 = page->x.first + (fan->first - l->first) + fan->step;
    ot__page_fan(page, fan, from, x0, fan->step);
}

static void lay(ot_page *page, const ot_chart *chart)
{
    const int32_t first = ot__years_bold(chart)->first;
    double lo, hi;
    ot_ends ends = {0};

    page->at = 1;
    range(chart, &lo, &hi);
    ot__page_frame(page, chart, NULL);
    ot__page_values(page, lo, hi);
    ot__page_month_rows(page, 1);

    // Once for the room the names take, once for their places.
    page->x = (ot_months){first, first + YEAR - 1, 1, 1};
    name_all(page, &ends, chart);
    ot__ends_room(page, &ends, chart);
    ends.n = 0;
    ot__page_months(page, first, first + YEAR - 1, true);
    name_all(page, &ends, chart);

    draw_fan(page, chart);
    draw_need(page, chart);
    ot__page_axes(page, true);
    ot__years_draw(page, chart);
    ot__years_name_running(page, chart);
    ot__ends_draw(page, &ends, chart);
    ot__ends_free(&ends);
}

const ot_chart_kind ot__kind_race = {
    .name = "race",
    .takes = "one flow with one partner, by month or quarter",
    .summary = "to-date values, one line a year, and where this one may end",
    .example = "chart race trade.csv -r ARM -p RUS --claim \"14-16 bn\" "
               "-o race.png",
    .check = ot__years_check,
    .lay = lay,
};
