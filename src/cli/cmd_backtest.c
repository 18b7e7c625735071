// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_backtest.c - outturn backtest: how the landing and each method would have
// done on periods that are over.

#include <stdlib.h>
#include <string.h>

#include "cli/backtest.h"
#include "cli/ways.h"
#include "outturn/picture_backtest.h"

typedef struct backtest_args {
    common_args common;
    const char *methods, *cuts, *every, *by;
    long min_years;
    bool final_figures;
} backtest_args;

static const char *const periods[] = {"year", "half", "quarter", NULL};
static const char *const names[] = {"year", "half-year", "quarter"};
static const int32_t months[] = {12, 6, 3};
static const char *const rows_by[] = {"series", NULL};

static const opt options[] = {
    {"methods", 0, OPT_TEXT, offsetof(backtest_args, methods), "NAME,...",
     "auto (the landing), run-rate, theta ... (help methods); else all", NULL},
    {"cuts", 0, OPT_TEXT, offsetof(backtest_args, cuts), "N,...",
     "with so many months known (quarters of quarterly figures); else any",
     NULL},
    {"every", 0, OPT_TEXT, offsetof(backtest_args, every), "PERIOD",
     "what ends: year, half or quarter; else year", periods},
    {"min-years", 0, OPT_INT, offsetof(backtest_args, min_years), "N",
     "full years known before a period that is asked about; else 4", NULL},
    {"by", 0, OPT_TEXT, offsetof(backtest_args, by), "WHAT",
     "series: rows for each selected series, then for all of them", rows_by},
    {"final", 0, OPT_FLAG, offsetof(backtest_args, final_figures), NULL,
     "final figures for what was known, also where there are releases", NULL},
    {0},
};

// ---- what is asked ---------------------------------------------------------

typedef struct asked {
    ot_backtest_options options;
    size_t way[CLI_WAYS_MOST];
    const char *period; // "year"
    size_t threads;
} asked;

static ot_status read_cuts(const char *list, asked *a, ot_error *err)
{
    ot_str rest = ot__str(list);
    char text[16];

    while (rest.n > 0) {
        ot__str_copy(ot__str_trim(ot__str_cut(&rest, ',')), text, sizeof text);
        char *end;
        const long cut = strtol(text, &end, 10);
        if (*text == '\0' || *end != '\0' || cut < 1 || cut > OT_CUTS_MOST) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "--cuts are numbers from 1 to %d, not '%s'",
                           OT_CUTS_MOST, text);
        }
        a->options.cut[cut] = true;
    }
    return OT_OK;
}

static ot_status read_asked(const backtest_args *args, asked *a, ot_error *err)
{
    ot_backtest_options *o = &a->options;

    *a = (asked){.period = names[0], .options.months = months[0]};
    for (size_t i = 0; args->every != NULL && periods[i] != NULL; i++) {
        if (strcmp(args->every, periods[i]) == 0) {
            a->period = names[i];
            o->months = months[i];
        }
    }
    if (args->min_years < 2 || args->min_years > 100) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--min-years is a number from 2 to 100, not '%ld': "
                       "errors are measured by how two years differ",
                       args->min_years);
    }
    o->years_least = (size_t)args->min_years;
    o->final_figures = args->final_figures;
    ot_status status = cli_period(&args->common, &o->range, err);
    if (status == OT_OK) {
        status = cli_year_start(&args->common, &o->year_start, err);
    }
    if (status == OT_OK) {
        status = cli_threads(&args->common, &a->threads, err);
    }
    if (status == OT_OK && args->methods != NULL) {
        o->way = a->way;
        status = cli_ways(args->methods, a->way, &o->ways, err);
    }
    return status == OT_OK && args->cuts != NULL ? read_cuts(args->cuts, a, err)
                                                 : status;
}

// ---- which series ----------------------------------------------------------

static bool is_plain(const ot_view *view)
{
    const char *name = ot_view_flow(view)->name;

    return strcmp(name, "export") == 0 || strcmp(name, "import") == 0;
}

static bool is_balance(const ot_view *view)
{
    return strncmp(ot_view_flow(view)->name, "balance", 7) == 0;
}

// Without -f: exports and imports, of which turnover and balance are made;
// where neither is there, all but the balance, which has no percentages.
static void choose_flows(const common_args *args, cli_views *v)
{
    bool plain = false;
    size_t n = 0;

    for (size_t i = 0; i < v->n; i++) {
        plain = plain || is_plain(v->view[i]);
    }
    for (size_t i = 0; i < v->n; i++) {
        ot_view *view = v->view[i];
        if (args->flow != NULL ||
            (plain ? is_plain(view) : !is_balance(view))) {
            v->view[n++] = view;
        } else {
            ot_view_free(view);
        }
    }
    v->n = n;
}

// ---- the answer ------------------------------------------------------------

static ot_status fill(const backtest_args *args, ot_sheet *sheet,
                      const tested *t, ot_error *err)
{
    ot_status status = backtest_rows(sheet, t, err);

    backtest_words(sheet, t);
    if (args->common.explain) {
        for (size_t i = 0; backtest_measures[i] != NULL; i++) {
            ot_sheet_note(sheet, "%s", backtest_measures[i]);
        }
        ot_sheet_append(sheet, backtest_questions_sheet(t));
    }
    if (status == OT_OK) {
        status = cli_scale(&args->common, sheet, err);
    }
    return status;
}

static ot_status write(const backtest_args *args, cli_run *cli, const tested *t,
                       ot_error *err)
{
    const cli_views *v = t->views;
    ot_sheet *sheet = backtest_sheet(t->by_series);

    if (sheet == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    cli_describe(sheet, v->panel, v->view, v->n);
    ot_status status = fill(args, sheet, t, err);
    cli_source(sheet, v->panel, cli_views_release(v));
    if (status == OT_OK) {
        status = cli_write(&args->common, cli, sheet, err);
    }
    ot_sheet_free(sheet);
    return status;
}

// A cut-off at which nothing would be left.
static ot_status check_cuts(const asked *a, const ot_backtest *b, ot_error *err)
{
    const int32_t steps = a->options.months / ot_backtest_step(b);

    for (int32_t m = steps; m <= OT_CUTS_MOST; m++) {
        if (a->options.cut[m]) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "--cuts %d: a %s has %d figures, so 1 to %d are "
                           "known before its end",
                           (int)m, a->period, (int)steps, (int)steps - 1);
        }
    }
    return OT_OK;
}

static ot_status test(const backtest_args *args, const asked *a, cli_run *cli,
                      const cli_views *v, ot_backtest *b, ot_error *err)
{
    const tested t = {.views = v,
                      .backtest = b,
                      .options = &a->options,
                      .period = a->period,
                      .by_series = args->by != NULL};
    ot_status status = OT_OK;

    for (size_t i = 0; i < v->n && status == OT_OK; i++) {
        status = ot_backtest_add_view(b, v->view[i], err);
    }
    if (status == OT_OK) {
        status = check_cuts(a, b, err);
    }
    if (status == OT_OK && ot_backtest_questions(b) == 0) {
        status = backtest_no_question(&t, args->common.period, err);
    }
    if (status == OT_OK) {
        status = ot_backtest_run(b, a->threads, err);
    }
    if (status == OT_OK) {
        status = write(args, cli, &t, err);
    }
    if (status == OT_OK && args->common.chart != NULL) {
        status = ot_picture_of_backtest(v->panel, v->view, v->n, b,
                                        &(const ot_picture_options){.step = 0},
                                        &cli->picture, err);
    }
    return status;
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const backtest_args *args = arguments;
    asked a;
    cli_views v;
    ot_status status = read_asked(args, &a, err);

    if (status != OT_OK) {
        return status;
    }
    status = cli_views_open(&args->common, cli, &v, err);
    if (status == OT_OK) {
        choose_flows(&args->common, &v);
        ot_backtest *b = ot_backtest_new(&a.options);
        status = b == NULL ? ot_fail(err, OT_E_MEMORY, NULL, "out of memory")
                           : test(args, &a, cli, &v, b, err);
        ot_backtest_free(b);
    }
    cli_views_free(&v);
    return status;
}

const command command_backtest = {
    .name = "backtest",
    .operands = "[FILE...]",
    .summary = "how the landing and each method would have done",
    .about =
        "Every year (--every) with a known end and enough years before it is "
        "projected after\n1, 2 ... months with what was known then, by the "
        "landing (auto) and by each method,\nand held against its outcome; "
        "help scores says how. All series of a selection are\ntaken together; "
        "-t: only periods in it. Of releases the first counts in which just\n"
        "that much was known; files without them hold final figures, and then "
        "revisions\nare not accounted for. csv and json give fractions: 0.05 "
        "is 5 %.",
    .examples =
        "outturn backtest trade.csv -r ARM -p RUS -f turnover --basis origin\n"
        "outturn backtest trade.csv -r USA -p CHN,MEX -f import --cuts 3,6,9 "
        "--methods auto,run-rate\n"
        "outturn backtest trade.csv -r ARM -p RUS -f export --every quarter "
        "-t 2015-01/2024-12\n"
        "outturn backtest trade.csv -r USA -p CHN -f import --chart errors.png",
    .uses = USE_SELECT | USE_READ | USE_RATES | USE_CHART | USE_OUTPUT,
    .options = options,
    .defaults = &(const backtest_args){.min_years = 4},
    .args_size = sizeof(backtest_args),
    .run = run,
};
