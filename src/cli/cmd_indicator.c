// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_indicator.c - outturn indicator: the structure of trade in one number, or
// one for each commodity or partner.

#include <stdlib.h>
#include <string.h>

#include "cli/indicator.h"

static const char *const worlds[] = {"all", "others", NULL};

static const opt options[] = {
    {"with", 0, OPT_TEXT, offsetof(indicator_args, with), "AREA",
     "the other reporter, of similarity and complementarity", NULL},
    {"world", 0, OPT_TEXT, offsetof(indicator_args, world), "WHICH",
     "the world is all reporters of the files, or others: without this one",
     worlds},
    {"every", 0, OPT_TEXT, offsetof(indicator_args, every), "STEP",
     "each month, quarter, half or year of -t", cli_steps},
    {0},
};

static ot_status unknown(const char *name, ot_error *err)
{
    const char *names[32];
    size_t n = 0;

    for (; n < ot_indicator_count() && n < 32; n++) {
        names[n] = ot_indicator_at(n)->name;
    }
    const size_t near = ot__nearest(name, names, n);
    return ot_fail(err, OT_E_USAGE, NULL,
                   "no indicator is called '%.40s'%s%s%s", name,
                   near < n ? "; did you mean " : " (help indicators)",
                   near < n ? names[near] : "", near < n ? "?" : "");
}

// "rca,hhi", or all.
static ot_status add_all(const indicator_args *args, const char *names,
                         indicator_work *w, ot_error *err)
{
    ot_str rest = ot__str(names);
    ot_status status = OT_OK;

    if (strcmp(names, "all") == 0) {
        for (size_t i = 0; i < ot_indicator_count() && status == OT_OK; i++) {
            status = indicator_add(args, w, ot_indicator_at(i), true, err);
        }
        return status;
    }
    do {
        char name[48];
        ot__str_copy(ot__str_trim(ot__str_cut(&rest, ',')), name, sizeof name);
        const ot_indicator *x = ot_indicator_find(name);
        status = x != NULL ? indicator_add(args, w, x, false, err)
                           : unknown(name, err);
    } while (rest.n > 0 && status == OT_OK);
    return status;
}

static ot_status answer(const indicator_args *args, cli_run *cli,
                        indicator_work *w, ot_error *err)
{
    ot_day as_of = OT_DAY_LATEST;
    ot_status status =
        cli_spans_read(&args->common, args->every, w->panel, &w->spans, err);

    if (status == OT_OK) {
        status = indicator_start(args, w, err);
    }
    if (status == OT_OK) {
        status = add_all(args, cli->operand[0], w, err);
    }
    if (status == OT_OK) {
        status = cli_as_of(&args->common, &as_of, err);
    }
    if (status == OT_OK) {
        cli_hs_revisions(w->sheet, w->panel);
        cli_source(w->sheet, w->panel, cli_release(w->panel, as_of));
        status = ot_sheet_status(w->sheet, err);
    }
    if (status == OT_OK) {
        status = cli_write(&args->common, cli, w->sheet, err);
    }
    return status == OT_OK && args->common.chart != NULL
               ? indicator_chart(w, as_of, cli, err)
               : status;
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const indicator_args *args = arguments;
    indicator_work w = {.panel = NULL};
    common_args everyone = args->common; // others are compared with -r

    everyone.reporter = NULL;
    if (cli->operands < 2) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "which indicator, of which file? NAME or all comes "
                       "first (see outturn help indicators)");
    }
    ot_status status = cli_read_files(&everyone, cli, cli->operand + 1,
                                      cli->operands - 1, &w.panel, err);
    if (status == OT_OK) {
        status = answer(args, cli, &w, err);
    }
    ot_sheet_free(w.sheet);
    cli_spans_free(&w.spans);
    cli_lists_free(&w.lists);
    ot_panel_free(w.panel);
    return status;
}

const command command_indicator = {
    .name = "indicator",
    .operands = "NAME,...|all FILE...",
    .summary = "structure: coverage, RCA, Grubel-Lloyd, similarity, HHI ...",
    .about =
        "Indicators of exports (-f: of another flow) in the last full year, or "
        "-t; help\nindicators has each with its formula and source. What is "
        "undefined is said. The\nworld is the sum of the reporters in the "
        "files: give it the reporters it needs.\n"
        "--chart FILE draws dots of one period, lines or boxes of several.",
    .examples = "outturn indicator coverage,balance trade.csv -r ARM -t 2024\n"
                "outturn indicator rca world.csv -r ARM --world others\n"
                "outturn indicator all world.csv -r ARM --with GEO",
    .uses = USE_SELECT | USE_READ | USE_CHART | USE_OUTPUT,
    .options = options,
    .defaults = &(const indicator_args){.world = "all"},
    .args_size = sizeof(indicator_args),
    .run = run,
};
