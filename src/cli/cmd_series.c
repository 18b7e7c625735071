// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_series.c - outturn series: the selection as canonical CSV, in the unit in
// which it was published, so that it can be read again.

#include <math.h>
#include <string.h>

#include "cli/out.h"
#include "cli/series.h"
#include "cli/spans.h"
#include "cli/views.h"

typedef struct series_args {
    common_args common;
    const char *every, *by;
    bool as_is;
} series_args;

static const opt options[] = {
    {"every", 0, OPT_TEXT, offsetof(series_args, every), "STEP",
     "month, quarter, half or year; else the finest there is", cli_steps},
    {"as-is", 0, OPT_FLAG, offsetof(series_args, as_is), NULL,
     "add every row that fits, whether total, part or repetition", NULL},
    {"by", 0, OPT_TEXT, offsetof(series_args, by), "COLUMN,...",
     "of --as-is: reporter, partner, flow, commodity, basis, period, year, "
     "release",
     NULL},
    {0},
};

static const ot_column columns[SERIES_COLUMNS] = {
    {.id = "reporter", .title = "reporter", .kind = OT_COLUMN_TEXT},
    {.id = "partner", .title = "partner", .kind = OT_COLUMN_TEXT},
    {.id = "flow", .title = "flow", .kind = OT_COLUMN_TEXT},
    {.id = "commodity", .title = "commodity", .kind = OT_COLUMN_TEXT},
    {.id = "basis", .title = "basis", .kind = OT_COLUMN_TEXT},
    {.id = "period", .title = "period", .kind = OT_COLUMN_TEXT},
    {.id = "value", .title = "value", .kind = OT_COLUMN_TEXT},
    {.id = "unit", .title = "unit", .kind = OT_COLUMN_TEXT},
    {.id = "vintage", .title = "release", .kind = OT_COLUMN_TEXT},
    {.id = "status", .title = "status", .kind = OT_COLUMN_TEXT},
    {.id = "rows", .title = "rows", .kind = OT_COLUMN_TEXT},
};

void series_put_release(ot_sheet *sheet, ot_day day)
{
    char text[32];

    if (day == OT_DAY_NONE) {
        return;
    }
    if (ot_day_ends_month(day)) {
        const ot_period month = {ot_day_month(day), 1};
        ot_sheet_text(sheet, SERIES_VINTAGE, ot_period_text(month, text));
    } else {
        ot_sheet_text(sheet, SERIES_VINTAGE, ot_day_text(day, text));
    }
}

// A sum of decimals as it is; a converted one to the digit that rounding of
// what was published leaves.
static char *value_text(char out[], const ot_view *view, const ot_value *v,
                        ot_unit unit)
{
    const double factor = pow(10, unit.scale);

    if (ot_view_rates(view) == NULL || !(v->half > 0)) {
        return ot__digits15(out, v->y / factor);
    }
    const double decimals = floor(-log10(2 * v->half / factor));
    return ot__fixed(out, v->y / factor, (int)fmax(0, fmin(decimals, 9)));
}

static void add_row(ot_sheet *sheet, const cli_views *v, const ot_view *view,
                    ot_period period, ot_unit unit)
{
    const ot_value value = ot_view_value(view, period);
    char text[OT_NUMBER_SIZE];

    ot_sheet_row(sheet);
    ot_sheet_text(sheet, SERIES_REPORTER,
                  ot_panel_area_code(v->panel, ot_view_reporter(view)));
    ot_sheet_text(sheet, SERIES_PARTNER,
                  ot_panel_area_code(v->panel, ot_view_partner(view)));
    ot_sheet_text(sheet, SERIES_FLOW, ot_view_flow(view)->name);
    ot_sheet_text(sheet, SERIES_COMMODITY, ot_view_commodity(view));
    ot_sheet_text(sheet, SERIES_BASIS, ot_view_basis(view));
    ot_sheet_text(sheet, SERIES_PERIOD, ot_period_text(period, text));
    if (!isnan(value.y)) {
        ot_sheet_text(sheet, SERIES_VALUE,
                      value_text(text, view, &value, unit));
        series_put_release(sheet, value.release);
    }
    ot_sheet_text(sheet, SERIES_UNIT, ot_unit_text(unit, text));
    ot_sheet_text(sheet, SERIES_STATUS, ot_state_name(value.state));
}

static ot_unit shown_unit(const common_args *args, const ot_view *view)
{
    ot_unit unit = ot_view_unit(view);

    unit.scale = (signed char)ot_view_published_scale(view);
    if (cli_in_scale(args) >= 0) {
        unit.scale = (signed char)cli_in_scale(args);
    }
    return unit;
}

static void say_converted(const common_args *args, const cli_run *cli,
                          const cli_views *v, ot_sheet *sheet)
{
    ot_buf words = {0};

    for (size_t i = 0; i < v->n && words.n == 0; i++) {
        cli_converted(&words, v->view[i]);
        if (words.n > 0) {
            ot_sheet_head(sheet, "%s%s", ot_view_unit(v->view[i]).code,
                          words.at);
            cli_say(args, cli, "%s%s", ot_view_unit(v->view[i]).code, words.at);
            cli_convert_notes(sheet, v->view[i]);
        }
    }
    ot__buf_free(&words);
}

static ot_status add_view(const series_args *args, ot_sheet *sheet,
                          const cli_views *v, const ot_view *view,
                          ot_error *err)
{
    const int32_t step =
        args->every != NULL ? cli_step(args->every) : ot_view_step(view);
    ot_period range;
    ot_series *series;
    int start;

    ot_status status = cli_period(&args->common, &range, err);
    if (status == OT_OK) {
        status = cli_year_start(&args->common, &start, err);
    }
    if (status == OT_OK) {
        status = ot_view_series(view, step, range, start, &series, err);
    }
    if (status != OT_OK) {
        return status;
    }
    for (size_t i = 0; i < series->n; i++) {
        add_row(sheet, v, view, ot_series_period(series, i),
                shown_unit(&args->common, view));
    }
    ot_series_free(series);
    return OT_OK;
}

// A step, a sum or a composed flow is worked out; all else is as published.
static bool asks_to_compute(const series_args *args)
{
    ot_str flows = ot__str(args->common.flow);
    bool composed = args->every != NULL || args->common.in != NULL ||
                    args->common.rates != NULL;

    while (flows.n > 0 && !composed) {
        const ot_str item = ot__str_trim(ot__str_cut(&flows, ','));
        const ot_flow *f = ot_flow_find(item.at, item.n);
        composed = f == NULL || ot_flow_composed(f);
    }
    return composed;
}

static ot_status add_views(const series_args *args, const cli_run *cli,
                           ot_panel **panel, ot_sheet *sheet, ot_error *err)
{
    cli_views v;
    ot_status status = cli_views_bind(&args->common, *panel, &v, err);

    *panel = NULL; // is the views' now
    for (size_t i = 0; i < v.n && status == OT_OK; i++) {
        status = add_view(args, sheet, &v, v.view[i], err);
    }
    if (status == OT_OK) {
        say_converted(&args->common, cli, &v, sheet);
    }
    cli_views_free(&v);
    return status;
}

static ot_status put_all(const series_args *args, cli_run *cli,
                         ot_panel **panel, ot_error *err)
{
    common_args shown = args->common;
    size_t count = 0;
    ot_status status = OT_OK;
    ot_sheet *sheet = ot_sheet_new(
        "rows", columns,
        series_has_sums(*panel) && !asks_to_compute(args) ? SERIES_COLUMNS
                                                          : SERIES_ROWS);

    if (sheet == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    if (!asks_to_compute(args)) {
        status = series_cells(&args->common, *panel, sheet, &count, err);
    }
    if (status == OT_OK && count == 0) {
        status = add_views(args, cli, panel, sheet, err);
    }
    if (status == OT_OK) {
        shown.format = shown.format != NULL ? shown.format : "csv";
        status = cli_write(&shown, cli, sheet, err);
    }
    ot_sheet_free(sheet);
    return status;
}

// What cannot go with --as-is, which works nothing out.
static ot_status check_as_is(const series_args *args, ot_error *err)
{
    const char *other = args->every != NULL           ? "--every"
                        : args->common.rates != NULL  ? "--rates"
                        : args->common.absent != NULL ? "--absent"
                        : args->common.explain        ? "--explain"
                                                      : NULL;

    return other == NULL
               ? OT_OK
               : ot_fail(err, OT_E_USAGE, NULL,
                         "--as-is adds rows up as they are: %s cannot go with "
                         "it",
                         other);
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const series_args *args = arguments;
    ot_panel *panel = NULL;
    ot_status status = OT_OK;

    if (args->by != NULL && !args->as_is) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--by adds rows up as they are: say --as-is as well");
    }
    if (args->as_is) {
        status = check_as_is(args, err);
        return status == OT_OK ? series_as_is(&args->common, args->by, cli, err)
                               : status;
    }
    status = cli_read(&args->common, cli, &panel, err);

    if (status == OT_OK) {
        status = put_all(args, cli, &panel, err);
    }
    ot_panel_free(panel);
    return status;
}

const command command_series = {
    .name = "series",
    .operands = "[FILE...]",
    .summary = "the selection as tidy canonical CSV",
    .about =
        "Every figure as it was published: unit, release and status with it. "
        "Read again,\nthey are the same panel. With --every, --in, a flow or "
        "a sum that the files do not\nhold: one row a period, worked out.\n\n"
        "--as-is adds up every row that fits, by the columns that --by names, "
        "in memory in\nproportion to the groups: files of any size. Nothing is "
        "chosen: totals are added to\ntheir parts, repeated rows count as "
        "often "
        "as they stand there.",
    .examples = "outturn series trade.csv -r ARM -p RUS -f turnover\n"
                "outturn series trade.csv -r ARM -p RUS --every year\n"
                "outturn series comtrade.csv.gz --as-is -k TOTAL "
                "--by reporter,partner,year",
    .uses = USE_SELECT | USE_READ | USE_RATES | USE_CHART | USE_OUTPUT,
    .chart = "line",

    .options = options,
    .defaults = &(const series_args){.every = NULL},
    .args_size = sizeof(series_args),
    .run = run,
};
