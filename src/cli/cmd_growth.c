// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_growth.c - outturn growth: the latest month, the year to date, the last
// 12 months and the last full year against a year before; or what -t asks for.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/growth.h"
#include "cli/spans.h"

typedef struct growth_args {
    common_args common;
    const char *base, *every;
    bool trend;
} growth_args;

static const char *const formats[] = {"text", "csv",      "json",
                                      "md",   "sentence", NULL};

static const opt options[] = {
    {"base", 0, OPT_TEXT, offsetof(growth_args, base), "PERIOD",
     "compare with this period instead of the year before", NULL},
    {"every", 0, OPT_TEXT, offsetof(growth_args, every), "STEP",
     "a row for each month, quarter, half or year of -t", cli_steps},
    {"format", 0, OPT_TEXT, offsetof(growth_args, common.format), "FORMAT",
     "text, csv, json, md; sentence: in words that outturn check reads",
     formats},
    {"trend", 0, OPT_FLAG, offsetof(growth_args, trend), NULL,
     "trend growth by least squares on logarithms, over -t by --every", NULL},
    {0},
};

// ---- what is asked for -----------------------------------------------------

typedef struct asked {
    ot_period period, base; // months 0: not given
    int32_t step;           // of --every; 0: not given
    int year_start;
} asked;

static bool is_known(const ot_view *view, ot_period period)
{
    return !isnan(ot_view_value(view, period).y);
}

// What is worked on: rows into a sheet, or sentences where told is not NULL.
typedef struct answering {
    const growth_args *args;
    const cli_views *v;
    const asked *a;
    ot_sheet *sheet;
    growth_told *told;
} answering;

static void put(const answering *w, const ot_view *view, const char *what,
                ot_period period, ot_period base)
{
    if (w->told != NULL) {
        growth_tell(w->told, w->v, view, period, base);
    } else {
        growth_row(&w->args->common, w->sheet, w->v, view, what, period, base);
    }
}

static void add_default(const answering *w, const ot_view *view)
{
    const asked *a = w->a;
    const int32_t last = ot_period_last(ot_view_span(view));
    const int32_t step = ot_view_step(view);
    const ot_period latest = {last - step + 1, step};
    const ot_period year = ot_period_year_of(last, a->year_start);
    const ot_period to_date = ot_period_range(year.first, last);
    const ot_period rolling = {last - 11, 12};
    const ot_period full =
        to_date.months == 12 ? year : ot_period_shift(year, -12);

    // Of months all are asked, holes and all; of figures to date only those
    // there are.
    const bool months = step == 1;
    const bool latest_there = months || is_known(view, latest);

    if (step < 12 && latest_there) {
        put(w, view, months ? "latest month" : "latest", latest,
            ot_period_year_before(latest));
    }
    if (to_date.months < 12 && (to_date.months > step || !latest_there) &&
        (months || is_known(view, to_date))) {
        put(w, view, "year to date", to_date, ot_period_year_before(to_date));
    }
    if (step < 12 && to_date.months < 12 &&
        (months || is_known(view, rolling))) {
        put(w, view, "last 12 months", rolling, ot_period_year_before(rolling));
    }
    if (latest_there || is_known(view, full)) {
        put(w, view, "last full year", full, ot_period_year_before(full));
    }
}

static void add_every(const answering *w, const ot_view *view)
{
    const asked *a = w->a;
    const ot_period range =
        a->period.months > 0 ? a->period : ot_view_span(view);
    ot_series *series;

    if (ot_view_series(view, a->step, range, a->year_start, &series, NULL) !=
        OT_OK) {
        return;
    }
    for (size_t i = 0; i < series->n; i++) {
        const ot_period p = ot_series_period(series, i);
        put(w, view, "", p, ot_period_year_before(p));
    }
    ot_series_free(series);
}

static ot_status add_trend(ot_sheet *sheet, const cli_views *v,
                           const ot_view *view, const asked *a, ot_error *err)
{
    const int step = a->step > 0 ? a->step : 12;
    ot_series *series;
    double rate, error;
    size_t used;
    char text[OT_NUMBER_SIZE], more[OT_NUMBER_SIZE], per[OT_NUMBER_SIZE];

    ot_status status =
        ot_view_series(view, step, a->period, a->year_start, &series, err);
    if (status != OT_OK) {
        return status;
    }
    status = ot_growth_trend(series, &rate, &error, &used, err);
    if (status == OT_OK) {
        const double yearly = pow(1 + rate, 12.0 / step) - 1;
        const double b = log1p(rate);
        ot_sheet_note(sheet,
                      "Trend of %s with %s: %s %% a year (ln y = a + bt over "
                      "%zu values; b = %s, standard error %s)",
                      ot_view_flow(view)->name,
                      ot_panel_area_name(v->panel, ot_view_partner(view)),
                      ot__fixed(per, 100 * yearly, 1), used,
                      ot__fixed(text, b, 4), ot__fixed(more, error, 4));
    }
    ot_series_free(series);
    return status;
}

static ot_status read_asked(const growth_args *args, asked *a, ot_error *err)
{
    *a = (asked){.step = cli_step(args->every)};
    ot_status status = cli_period(&args->common, &a->period, err);
    if (status == OT_OK) {
        status = cli_year_start(&args->common, &a->year_start, err);
    }
    if (status == OT_OK) {
        status = cli_base(&args->common, args->base, &a->base, err);
    }
    if (status != OT_OK || args->base == NULL) {
        return status;
    }
    if (a->period.months == 0 || a->step > 0) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--base goes with one period: say -t PERIOD");
    }
    return OT_OK;
}

static ot_status fill(const answering *w, ot_error *err)
{
    const asked *a = w->a;
    ot_status status = OT_OK;

    for (size_t i = 0; i < w->v->n && status == OT_OK; i++) {
        const ot_view *view = w->v->view[i];
        if (w->args->trend) {
            status = add_trend(w->sheet, w->v, view, a, err);
        } else if (a->step > 0) {
            add_every(w, view);
        } else if (a->period.months > 0) {
            put(w, view, "", a->period,
                a->base.months > 0 ? a->base
                                   : ot_period_year_before(a->period));
        } else {
            add_default(w, view);
        }
    }
    return status;
}

static bool several_partners(const cli_views *v)
{
    for (size_t i = 1; i < v->n; i++) {
        if (ot_view_partner(v->view[i]) != ot_view_partner(v->view[0])) {
            return true;
        }
    }
    return false;
}

// A second table, where any view converts.
static void add_currency(ot_sheet *sheet, const cli_views *v,
                         growth_titles *titles)
{
    for (size_t i = 0; i < v->n; i++) {
        if (ot_view_rates(v->view[i]) != NULL) {
            ot_sheet_append(sheet, growth_currency_sheet(v->view[i],
                                                         several_partners(v),
                                                         v->n > 1, titles));
            return;
        }
    }
}

static ot_status tell(const growth_args *args, cli_run *cli, const cli_views *v,
                      const asked *a, ot_error *err)
{
    growth_told told = {.out = &cli->out};
    const answering w = {args, v, a, NULL, &told};
    ot_status status = cli_as_of(&args->common, &told.as_of, err);

    if (status == OT_OK && (args->trend || v->rates != NULL)) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--format sentence tells growth between two periods, as "
                       "published: leave out %s",
                       args->trend ? "--trend" : "--rates");
    }
    status = status == OT_OK ? fill(&w, err) : status;
    if (status == OT_OK && cli->out.n == 0) {
        status = ot_fail(err, OT_E_DATA, NULL, "nothing to tell: %s",
                         told.why.message);
    }
    return status;
}

static ot_status tabulate(const growth_args *args, cli_run *cli,
                          const cli_views *v, const asked *a, ot_error *err)
{
    const bool named = a->period.months == 0 && a->step == 0;
    growth_titles titles;
    ot_sheet *sheet =
        growth_sheet(v, several_partners(v), named, a->base.months > 0);
    const answering w = {args, v, a, sheet, NULL};
    if (sheet == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    if (!args->trend) {
        add_currency(sheet, v, &titles);
    }
    cli_describe(sheet, v->panel, v->view, v->n);
    ot_status status = fill(&w, err);
    cli_source(sheet, v->panel, cli_views_release(v));
    if (status == OT_OK) {
        status = cli_scale(&args->common, sheet, err);
    }
    if (status == OT_OK) {
        status = cli_write(&args->common, cli, sheet, err);
    }
    ot_sheet_free(sheet);
    return status;
}

static ot_status answer(const growth_args *args, cli_run *cli,
                        const cli_views *v, ot_error *err)
{
    const char *format = args->common.format;
    const bool told = format != NULL && strcmp(format, "sentence") == 0;
    asked a;
    const ot_status status = read_asked(args, &a, err);

    return status != OT_OK ? status
           : told          ? tell(args, cli, v, &a, err)
                           : tabulate(args, cli, v, &a, err);
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const growth_args *args = arguments;
    cli_views v;
    ot_status status = cli_views_open(&args->common, cli, &v, err);

    if (status == OT_OK) {
        status = answer(args, cli, &v, err);
    }
    cli_views_free(&v);
    return status;
}

const command command_growth = {
    .name = "growth",
    .operands = "[FILE...]",
    .summary = "how much it grew: month, year to date, 12 months, year",
    .about =
        "Without -t: the latest month, the year to date, the last 12 months "
        "and "
        "the last\nfull year, each against a year before. With -t: that "
        "period. "
        "A period with a\nmonth missing has no value: the months known in both "
        "years are compared.",
    .examples =
        "outturn growth trade.csv -r ARM -p RUS -f turnover --basis origin\n"
        "outturn growth trade.csv -r ARM -p RUS -f turnover -t 9M2024\n"
        "outturn growth trade.csv -r ARM -p RUS -f export -t 2024 --base 2019\n"
        "outturn growth trade.csv -r ARM -p RUS -f export --every quarter\n"
        "outturn growth trade.csv -r ARM -p RUS -f turnover --basis origin "
        "--format sentence",
    .uses = USE_SELECT | USE_READ | USE_RATES | USE_CHART | USE_OUTPUT,
    .chart = "growth",

    .first = true,
    .options = options,
    .defaults = &(const growth_args){.base = NULL},
    .args_size = sizeof(growth_args),
    .run = run,
};
