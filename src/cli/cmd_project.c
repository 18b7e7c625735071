// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_project.c - outturn project: where a period will end, rule by rule, and
// what a target would need.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/landing.h"
#include "cli/views.h"
#include "cli/ways.h"
#include "outturn/backtest.h"

typedef struct project_args {
    common_args common;
    have_args have;
    const char *methods;
    by_args by;
} project_args;

static const char *const orders[] = {"value", "change", "name", NULL};

static const opt options[] = {
    {"target", 0, OPT_TEXT, offsetof(project_args, have.target), "FIGURE",
     "what the rest would have to bring to reach it: \"14-16 bn\", 14e9:16e9",
     NULL},
    {"methods", 0, OPT_TEXT, offsetof(project_args, methods), "NAME,...",
     "further ones beside the usual: ets, arima ... (help methods)", NULL},
    {"through", 0, OPT_TEXT, offsetof(project_args, have.through), "MONTH",
     "the last month taken as known; needed with --have", NULL},
    {"have", 0, OPT_TEXT, offsetof(project_args, have.have), "FIGURE",
     "without a file: what is known so far, \"12.4 bn\"", NULL},
    {"last-year", 0, OPT_TEXT, offsetof(project_args, have.last_year), "FIGURE",
     "with --have: last year's total", NULL},
    {"last-part", 0, OPT_TEXT, offsetof(project_args, have.last_part), "FIGURE",
     "with --have: last year's same months", NULL},
    {"by", 0, OPT_TEXT, offsetof(project_args, by.by), "WHAT,...",
     "every series by reporter, partner, flow or commodity, and their sum",
     NULL},
    {"sort", 0, OPT_TEXT, offsetof(project_args, by.sort), "ORDER",
     "with --by: value (of the landing), change (in money) or name", orders},
    {"top", 0, OPT_INT, offsetof(project_args, by.top), "N",
     "with --by: only so many, the others in one row", NULL},
    {0},
};

// What all selections of a run share.
typedef struct asked {
    ot_period period; // months 0: the unfinished year of the data
    int32_t through;  // last month taken; INT32_MAX: all
    int year_start;
    bool has_target;
    ot_interval target;
    ot_unit target_unit;
    size_t way[CLI_WAYS_MOST], ways; // to be asked beside the usual
} asked;

ot_status landing_figure(const common_args *args, const char *option,
                         const char *text, bool is_target, ot_interval *range,
                         ot_unit *unit, ot_error *err)
{
    const bool comma =
        args->decimal != NULL && strcmp(args->decimal, "comma") == 0;
    const ot_decimal_form form = {comma ? ',' : '.'};
    ot_error inner = {0};
    ot_figure figure;

    if (ot_figure_parse(text, strlen(text), form, &figure, &inner) != OT_OK) {
        return ot_fail(err, OT_E_USAGE, NULL, "--%s: %s", option,
                       inner.message);
    }
    if (figure.unit.dimension == OT_DIM_PERCENT ||
        figure.unit.dimension == OT_DIM_TIMES) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--%s: '%.40s' is a rate; an amount is needed", option,
                       text);
    }
    *range = is_target && figure.hedge != OT_HEDGE_RANGE
                 ? ot_interval_point(figure.point)
                 : figure.usual;
    if (unit != NULL) {
        *unit = figure.unit;
    }
    return OT_OK;
}

static ot_status read_asked(const project_args *args, asked *a, ot_error *err)
{
    *a = (asked){.target = ot_interval_none()};
    ot_status status = cli_period(&args->common, &a->period, err);
    if (status == OT_OK) {
        status = cli_year_start(&args->common, &a->year_start, err);
    }
    if (status == OT_OK) {
        status = landing_through(args->have.through, a->year_start, &a->through,
                                 err);
    }
    if (status == OT_OK && args->methods != NULL) {
        status = cli_ways(args->methods, a->way, &a->ways, err);
    }
    if (status == OT_OK && args->have.target != NULL) {
        a->has_target = true;
        status = landing_figure(&args->common, "target", args->have.target,
                                true, &a->target, &a->target_unit, err);
    }
    if (status == OT_OK &&
        (args->have.last_year != NULL || args->have.last_part != NULL)) {
        status = ot_fail(err, OT_E_USAGE, NULL,
                         "--last-year and --last-part go with --have; with a "
                         "file they are in the data");
    }
    return status;
}

// ---- one selection ---------------------------------------------------------

static int32_t last_known(const ot_series *s)
{
    size_t n = s->n;

    while (n > 0 && isnan(s->y[n - 1])) {
        n--;
    }
    return n > 0 ? ot_period_last(ot_series_period(s, n - 1)) : s->first - 1;
}

static ot_status project_need(const asked *a, projected *p, ot_error *err)
{
    const ot_projection *q = p->projection;

    p->has_target = a->has_target;
    if (!a->has_target) {
        return OT_OK;
    }
    p->target = a->target;
    return ot_project_need(p->series, q->period, q->known,
                           ot_interval_around(q->known_total, q->known_half),
                           q->last_year - q->last_year_part, a->target,
                           &p->need, err);
}

static bool is_asked(const ot_projection *q, const ot_method *method)
{
    for (size_t i = 0; i < q->landings; i++) {
        if (q->landing[i].method == method) {
            return true;
        }
    }
    return false;
}

// The landing itself, a way without a method, is there already.
static ot_status add_methods(const asked *a, projected *p, ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t i = 0; i < a->ways && status == OT_OK; i++) {
        const ot_method *method = ot_way_at(a->way[i]).method;
        if (method != NULL && !is_asked(p->projection, method)) {
            status = ot_project_add(p->projection, p->series, method, err);
        }
    }
    return status;
}

static ot_status project_view(const asked *a, const ot_view *view, projected *p,
                              ot_error *err)
{
    ot_status status =
        ot_view_series(view, ot_view_step(view), (ot_period){0, 0},
                       a->year_start, &p->series, err);

    p->view = view;
    if (status != OT_OK) {
        return status;
    }
    landing_cut(p->series, a->through);
    const ot_period period =
        a->period.months > 0
            ? a->period
            : ot_period_year_of(last_known(p->series) + 1, a->year_start);
    status = ot_project(p->series, period, &p->projection, err);
    if (status == OT_OK) {
        status = add_methods(a, p, err);
    }
    if (status == OT_OK) {
        status = ot_project_outlook(p->series, period, &p->outlook, err);
    }
    return status == OT_OK ? project_need(a, p, err) : status;
}

// ---- the answer ------------------------------------------------------------

static void trace(const ot_used_cell *cell, void *context)
{
    char number[OT_NUMBER_SIZE], rate[OT_NUMBER_SIZE], period[32];

    ot_sheet_note(context, "  %s%s %s %s%s  %s:%ld", cell->sign < 0 ? "-" : "+",
                  ot_flow_at(cell->flow)->name,
                  ot_period_text(cell->period, period),
                  ot__shortest(number, cell->y), cli_at_rate(cell, rate),
                  cell->path, cell->line);
}

static void explain(ot_sheet *sheet, const projected *p)
{
    ot_sheet_note(sheet,
                  "V known, m months of L; V1, T1, R1 last year's same months, "
                  "total, rest; s the share; R the rest as the rule has it");
    ot_sheet_note(sheet, "break test: outside every earlier year by 5 %% and 3 "
                         "scaled median absolute deviations (in logarithms)");
    landing_outlook_explain(sheet, p);
    landing_scenario_explain(sheet, p);
    landing_record_words(sheet, p->projection);
    if (p->projection->known.months > 0) {
        ot_sheet_note(sheet, "V is made of:");
        ot_view_trace(p->view, p->projection->known, trace, sheet);
    }
}

static void append_tables(ot_sheet *sheet, const projected p[], size_t count)
{
    ot_sheet_append(sheet,
                    landing_outlook_sheet(ot_view_unit(p[0].view), p, count));
    ot_sheet_append(sheet,
                    landing_misses_sheet(ot_view_unit(p[0].view), p, count));
    ot_sheet_append(sheet, landing_breaks_sheet(p, count));
    ot_sheet_append(sheet,
                    landing_scenario_sheet(ot_view_unit(p[0].view), p, count));
    if (p[0].has_target) {
        ot_sheet_append(sheet,
                        landing_need_sheet(ot_view_unit(p[0].view), &p[0]));
    }
}

static ot_status fill(const project_args *args, ot_sheet *sheet,
                      const projected p[], size_t count, ot_error *err)
{
    const bool machines = landing_for_machines(&args->common);

    for (size_t i = 0; i < count; i++) {
        landing_rows(sheet, &p[i], machines);
    }
    if (machines) {
        append_tables(sheet, p, count);
    }
    const ot_status status = cli_scale(&args->common, sheet, err);
    if (status != OT_OK) {
        return status;
    }
    const int scale = landing_scale(sheet);
    for (size_t i = 0; i < count; i++) {
        landing_above(sheet, &p[i], scale);
        landing_below(sheet, &p[i], scale);
        if (p[i].has_target) {
            landing_need_words(sheet, &p[i], ot_view_unit(p[i].view), scale);
        }
        if (args->common.explain) {
            explain(sheet, &p[i]);
        }
    }
    return OT_OK;
}

static ot_status write(const project_args *args, cli_run *cli,
                       const cli_views *v, const projected p[], ot_error *err)
{
    ot_sheet *sheet =
        landing_sheet(ot_view_unit(v->view[0]),
                      landing_for_machines(&args->common), v->n > 1);

    if (sheet == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    cli_describe(sheet, v->panel, v->view, v->n);
    ot_status status = fill(args, sheet, p, v->n, err);
    cli_source(sheet, v->panel, cli_views_release(v));
    if (status == OT_OK) {
        status = cli_write(&args->common, cli, sheet, err);
    }
    ot_sheet_free(sheet);
    return status;
}

static void name(const cli_views *v, size_t i, projected *p)
{
    ot_buf text = {0};

    cli_views_name(v, i, &text);
    snprintf(p->name, sizeof p->name, "%s", ot__buf_cstr(&text));
    p->several = v->n > 1;
    ot__buf_free(&text);
}

static ot_status check_target(const asked *a, const ot_view *view,
                              ot_error *err)
{
    const ot_unit held = ot_view_unit(view);

    if (a->target_unit.code[0] == '\0' ||
        ot_unit_same_base(a->target_unit, held)) {
        return OT_OK;
    }
    return ot_fail(err, OT_E_USAGE, NULL,
                   "--target is in %s, the figures are in %s",
                   a->target_unit.code, held.code);
}

static ot_status answer(const project_args *args, cli_run *cli,
                        const cli_views *v, projected p[], ot_error *err)
{
    asked a;
    ot_status status = read_asked(args, &a, err);

    if (status == OT_OK && a.has_target && v->n > 1) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--target is about one figure: say which with -f (and "
                       "-p)");
    }
    if (status == OT_OK && a.has_target) {
        status = check_target(&a, v->view[0], err);
    }
    for (size_t i = 0; i < v->n && status == OT_OK; i++) {
        status = project_view(&a, v->view[i], &p[i], err);
        name(v, i, &p[i]);
    }
    return status == OT_OK ? write(args, cli, v, p, err) : status;
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const project_args *args = arguments;
    cli_views v;

    if (args->by.by != NULL && args->methods != NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--by prints landings only: leave out --methods");
    }
    if (args->by.by != NULL || args->by.sort != NULL || args->by.top != 0) {
        return landing_by(&args->common, &args->have, &args->by, cli, err);
    }
    if (args->have.have != NULL && args->common.rates != NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--rates goes with files, not with --have");
    }
    if (args->have.have != NULL) {
        return landing_have(&args->common, &args->have, cli, err);
    }
    ot_status status = cli_views_open(&args->common, cli, &v, err);
    if (status == OT_OK) {
        projected *p = calloc(v.n, sizeof *p);
        status = p == NULL ? ot_fail(err, OT_E_MEMORY, NULL, "out of memory")
                           : answer(args, cli, &v, p, err);
        for (size_t i = 0; p != NULL && i < v.n; i++) {
            ot_series_free(p[i].series);
            ot_projection_free(p[i].projection);
            ot_outlook_free(p[i].outlook);
        }
        free(p);
    }
    cli_views_free(&v);
    return status;
}

const command command_project = {
    .name = "project",
    .operands = "[FILE...]",
    .summary = "where the year will end: rules side by side, and a target",
    .about =
        "Each rule says where the period (-t; else the unfinished year) ends, "
        "and how it\nmissed in past years at the same month. The break test "
        "stands above: what is\nknown against its own history. --target: what "
        "the rest would have to bring, and\nwhether it ever did. --have: the "
        "same from figures alone, without a file.\n--by: every series of the "
        "selection, the largest landing first, and their sum,\nwhose range is "
        "that of the summed series; what cannot be projected says why.",
    .examples =
        "outturn project trade.csv -r ARM -p RUS -f turnover --basis origin\n"
        "outturn project trade.csv -r ARM -p RUS -f turnover -t 2024 --target "
        "\"14-16 bn\"\n"
        "outturn project --have \"12.4 bn\" --through 2024-09 --target \"18 "
        "bn\" --last-year \"15.1 bn\"\n"
        "outturn project trade.csv --by partner --top 10",
    .uses = USE_SELECT | USE_READ | USE_RATES | USE_CHART | USE_OUTPUT,
    .chart = "race",
    .chart_claim = offsetof(project_args, have.target),
    .first = true,
    .options = options,
    .defaults = &(const project_args){.have = {.have = NULL}},
    .args_size = sizeof(project_args),
    .run = run,
};
