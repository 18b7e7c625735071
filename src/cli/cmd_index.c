// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_index.c - outturn index: price, volume and value of a flow by the unit
// values of what it is made of; terms of trade.

#include <stdlib.h>
#include <string.h>

#include "cli/index.h"

typedef struct index_args {
    common_args common;
    const char *base, *every, *by, *screen;
    bool items;
} index_args;

static const opt options[] = {
    {"by", 0, OPT_TEXT, offsetof(index_args, by), "WHAT,...",
     "what has a unit value: commodity (default), partner, or both", NULL},
    {"base", 0, OPT_TEXT, offsetof(index_args, base), "PERIOD",
     "the base period of all instead of the year before", NULL},
    {"every", 0, OPT_TEXT, offsetof(index_args, every), "STEP",
     "a row for each month, quarter, half or year of -t", cli_steps},
    {"screen", 0, OPT_TEXT, offsetof(index_args, screen), "K",
     "outliers are K robust standard deviations off (3.5); 0: none are", NULL},
    {"items", 0, OPT_FLAG, offsetof(index_args, items), NULL,
     "list all unit values, not only outliers", NULL},
    {0},
};

static ot_status read_cutoff(const index_args *args, double *cutoff,
                             ot_error *err)
{
    ot_decimal d;

    *cutoff = OT_ITEM_CUTOFF;
    if (args->screen == NULL) {
        return OT_OK;
    }
    if (ot_decimal_parse(args->screen, strlen(args->screen),
                         (ot_decimal_form){0}, &d, NULL) != OT_OK ||
        d.digits < 0) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--screen is a number, 0 or more, not '%.40s'",
                       args->screen);
    }
    *cutoff = ot_decimal_double(d);
    return OT_OK;
}

// Which of the flows is exports, or imports; SIZE_MAX: none is.
static size_t find_flow(const index_data *d, const char *name)
{
    for (size_t i = 0; i < d->cut.how.flows; i++) {
        if (strcmp(d->cut.how.flow[i]->name, name) == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

typedef struct asked {
    double cutoff;
    ot_period base; // months 0: the year before
    cli_spans spans;
} asked;

// All flows of a period.
static ot_status work_period(index_data *d, const asked *a, ot_period period,
                             index_run run[], ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t i = 0; i < d->cut.how.flows && status == OT_OK; i++) {
        run[i] = (index_run){.flow = d->cut.how.flow[i],
                             .period = period,
                             .base = a->base.months > 0
                                         ? a->base
                                         : ot_period_year_before(period)};
        status = index_work(d, &run[i], a->cutoff, err);
    }
    return status;
}

static ot_status work_all(index_data *d, const asked *a, index_run run[],
                          ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t i = 0; i < a->spans.n && status == OT_OK; i++) {
        status =
            work_period(d, a, a->spans.at[i], &run[i * d->cut.how.flows], err);
    }
    return status;
}

static ot_status write(const index_args *args, cli_run *cli,
                       const index_data *d, const asked *a,
                       const index_run run[], ot_error *err)
{
    const size_t flows = d->cut.how.flows;
    const size_t exports = find_flow(d, "export");
    const size_t imports = find_flow(d, "import");
    const bool terms = exports != SIZE_MAX && imports != SIZE_MAX;
    index_sheets s;
    ot_sheet *sheet = index_sheets_new(d, terms, &s);
    if (sheet == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < a->spans.n; i++) {
        const index_run *row = &run[i * flows];
        for (size_t k = 0; k < flows; k++) {
            index_add(&s, d, &row[k], args->items);
        }
        if (terms) {
            index_add_terms(&s, &row[exports], &row[imports]);
        }
    }
    index_words(sheet, &args->common, d, a->cutoff);
    ot_status status = cli_scale(&args->common, sheet, err);
    if (status == OT_OK) {
        status = cli_write(&args->common, cli, sheet, err);
    }
    ot_sheet_free(sheet);
    return status;
}

static ot_status answer(const index_args *args, cli_run *cli, index_data *d,
                        asked *a, ot_error *err)
{
    ot_status status =
        cli_spans_read(&args->common, args->every, d->values, &a->spans, err);
    if (status != OT_OK) {
        return status;
    }
    const size_t n = a->spans.n * d->cut.how.flows;
    index_run *run = calloc(n + 1, sizeof *run);
    if (run == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    status = work_all(d, a, run, err);
    if (status == OT_OK) {
        status = write(args, cli, d, a, run, err);
    }
    if (status == OT_OK && args->common.chart != NULL) {
        status = index_chart(&args->common, d, run, n, cli, err);
    }
    for (size_t i = 0; i < n; i++) {
        index_run_free(&run[i]);
    }
    free(run);
    return status;
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const index_args *args = arguments;
    asked a = {.cutoff = 0};
    index_data d;

    if (args->common.measure != NULL &&
        strcmp(args->common.measure, "value") == 0) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "-m is what values are divided by: netweight or "
                       "quantity");
    }
    ot_status status = read_cutoff(args, &a.cutoff, err);
    if (status == OT_OK) {
        status = cli_base(&args->common, args->base, &a.base, err);
    }
    if (status != OT_OK) {
        return status;
    }
    status = index_open(&args->common, args->by, cli, &d, err);
    if (status == OT_OK) {
        status = answer(args, cli, &d, &a, err);
    }
    cli_spans_free(&a.spans);
    index_free(&d);
    return status;
}

const command command_index = {
    .name = "index",
    .operands = "FILE...",
    .summary = "price, volume and value by unit values; terms of trade",
    .about =
        "Unit values, value by net weight (-m quantity: by quantity), of each "
        "commodity in\nthe last full year, or -t, against a year before, or "
        "--base: price indices by\nLaspeyres, Paasche, Fisher and Toernqvist, "
        "the volume, and how much of the change\nin value came by price and "
        "how much by quantity. What has no quantity, is new or\ngone, or moves "
        "unlike the rest is left out and said, with its share of the value.\n"
        "--chart FILE draws how price and quantity moved the value, of several "
        "periods the\nindices.",
    .examples = "outturn index trade.csv -r ARM -t 2024\n"
                "outturn index trade.csv -r ARM -f import --every quarter "
                "-t 2024\n"
                "outturn index trade.csv -r ARM -t 2024 --base 2019 --items",
    .uses = USE_SELECT | USE_READ | USE_CHART | USE_OUTPUT,
    .options = options,
    .defaults = &(const index_args){.by = "commodity"},
    .args_size = sizeof(index_args),
    .run = run,
};
