// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_season.c - outturn season: a series without its season, and what stands
// out in it.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/season.h"

#define SHOWN 13 // periods that readers see without --all: a year and one

typedef struct season_args {
    common_args common;
    const char *log, *robust;
    bool all;
} season_args;

static const char *const choices[] = {"on", "off", "auto", NULL};

static const opt options[] = {
    {"log", 0, OPT_TEXT, offsetof(season_args, log), "SWITCH",
     "parts that multiply: on, off, or auto, the better of both", choices},
    {"robust", 0, OPT_TEXT, offsetof(season_args, robust), "SWITCH",
     "outliers lose their weight: on, off, or auto, where there are any",
     choices},
    {"all", 'a', OPT_FLAG, offsetof(season_args, all), NULL,
     "every period, not only the last 13 (csv and json have all)", NULL},
    {0},
};

static ot_switch switch_of(const char *text)
{
    return text == NULL || strcmp(text, "auto") == 0 ? OT_AUTO
           : strcmp(text, "on") == 0                 ? OT_ON
                                                     : OT_OFF;
}

static void set_names(const cli_views *v, adjusted *a)
{
    a->partner = ot_panel_area_name(v->panel, ot_view_partner(a->view));
    a->flow = ot_view_flow(a->view)->name;
    a->several = v->n > 1;
    snprintf(a->name, sizeof a->name, "%s", a->flow);
    for (size_t i = 0; i < v->n; i++) {
        if (ot_view_partner(v->view[i]) != ot_view_partner(a->view)) {
            snprintf(a->name, sizeof a->name, "%s with %s", a->flow,
                     a->partner);
        }
    }
}

static bool adjusted_already(const ot_view *view)
{
    return ot__str_lists(ot__str(ot_view_basis(view)), "sa");
}

static ot_status adjust(const season_args *args, adjusted *a, ot_error *err)
{
    const ot_season_options how = {.log = switch_of(args->log),
                                   .robust = switch_of(args->robust)};
    ot_series *series = NULL;
    ot_error inner = {0};
    ot_period range;

    ot_status status = cli_period(&args->common, &range, err);
    if (status == OT_OK) {
        status = cli_year_start(&args->common, &a->year_start, err);
    }
    if (status == OT_OK) {
        status = ot_view_series(a->view, ot_view_step(a->view), range,
                                a->year_start, &series, err);
    }
    if (status != OT_OK) {
        return status;
    }
    if (adjusted_already(a->view)) {
        status = ot_fail(&inner, OT_E_DATA, NULL,
                         "the figures are seasonally adjusted already (basis "
                         "%s)",
                         ot_view_basis(a->view));
    } else {
        status = ot_season_adjust(series, &how, &a->season, &inner);
    }
    ot_series_free(series);
    return status == OT_OK
               ? OT_OK
               : ot_fail(err, status, NULL, "%s: %s", a->name, inner.message);
}

// The largest value shown, in the unit of its column.
static double largest_value(const ot_sheet *sheet, const adjusted a[],
                            size_t count)
{
    double largest = 0;

    for (size_t k = 0; k < count; k++) {
        for (size_t i = a[k].from; i < a[k].season->n; i++) {
            largest = fmax(largest, fabs(a[k].season->at[i].value));
        }
    }
    return largest / pow(10, season_scale(sheet));
}

// One scale for all amounts, which are to be compared: 1,795 million rather
// than 1.80 bn beside 0.65.
static ot_status scale_all(const common_args *args, ot_sheet *sheet,
                           const adjusted a[], size_t count, ot_error *err)
{
    const ot_status status = cli_scale(args, sheet, err);
    int scale = season_scale(sheet);

    if (cli_in_scale(args) < 0 && scale >= 3 &&
        largest_value(sheet, a, count) < 10) {
        scale -= 3;
    }
    for (ot_sheet *s = sheet; s != NULL && status == OT_OK;
         s = ot_sheet_next(s)) {
        ot_sheet_scale(s, scale);
    }
    return status;
}

static void put_words(const common_args *args, const cli_views *v,
                      const adjusted a[], ot_sheet *sheet)
{
    const int scale = season_scale(sheet);
    ot_sheet *last = sheet;

    while (ot_sheet_next(last) != NULL) {
        last = ot_sheet_next(last);
    }
    for (size_t i = 0; i < v->n; i++) {
        season_above(sheet, &a[i], scale);
    }
    season_below(last, a, v->n, scale);
    if (args->explain) {
        season_explain(last, a, v->n);
    }
    cli_source(last, v->panel, cli_views_release(v));
}

static ot_status write(const season_args *args, cli_run *cli,
                       const cli_views *v, adjusted a[], ot_error *err)
{
    const common_args *common = &args->common;
    const bool machines = season_for_machines(common);
    ot_sheet *sheet = season_sheet(a, v->n, machines);

    if (sheet == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    cli_describe(sheet, v->panel, v->view, v->n);
    for (size_t i = 0; i < v->n; i++) {
        const size_t n = a[i].season->n;
        a[i].from = machines || args->all || n < SHOWN ? 0 : n - SHOWN;
        season_rows(sheet, common, &a[i]);
    }
    ot_sheet *found = season_found_sheet(a, v->n, machines);
    if (found != NULL || machines) {
        ot_sheet_append(sheet, found);
    }
    if (machines) {
        ot_sheet_append(sheet, season_about_sheet(a, v->n));
    }
    ot_status status = scale_all(common, sheet, a, v->n, err);
    if (status == OT_OK) {
        put_words(common, v, a, sheet);
        status = cli_write(common, cli, sheet, err);
    }
    ot_sheet_free(sheet);
    return status;
}

static ot_status answer(const season_args *args, cli_run *cli,
                        const cli_views *v, adjusted a[], ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t i = 0; i < v->n && status == OT_OK; i++) {
        a[i].view = v->view[i];
        set_names(v, &a[i]);
        status = adjust(args, &a[i], err);
    }
    return status == OT_OK ? write(args, cli, v, a, err) : status;
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const season_args *args = arguments;
    cli_views v;
    ot_status status = cli_views_open(&args->common, cli, &v, err);

    if (status == OT_OK) {
        adjusted *a = calloc(v.n, sizeof *a);
        status = a == NULL ? ot_fail(err, OT_E_MEMORY, NULL, "out of memory")
                           : answer(args, cli, &v, a, err);
        for (size_t i = 0; a != NULL && i < v.n; i++) {
            ot_season_free(a[i].season);
        }
        free(a);
    }
    cli_views_free(&v);
    return status;
}

const command command_season = {
    .name = "season",
    .operands = "[FILE...]",
    .summary = "seasonally adjusted by STL; outliers and level shifts",
    .about =
        "Months or quarters without their season, each on the one before: our "
        "adjustment,\nnot X-13. Whether there is a season is tested first; "
        "without one the values stay\nas they are. More than two years are "
        "needed; up to 3 months missing in a row are\nestimated and marked. "
        "What stands out is listed with what would have been there\nwithout "
        "it; no value is changed. A flow or partner is a block of its own.",
    .examples =
        "outturn season trade.csv -r ARM -p RUS -f turnover --basis origin\n"
        "outturn season trade.csv -r USA -p DEU -f import,export --all\n"
        "outturn season trade.csv -r USA -p DEU -f import --format csv "
        "-o adjusted.csv",
    .uses = USE_SELECT | USE_READ | USE_RATES | USE_CHART | USE_OUTPUT,
    .chart = "season",

    .options = options,
    .defaults = &(const season_args){.log = NULL},
    .args_size = sizeof(season_args),
    .run = run,
};
