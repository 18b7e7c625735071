// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_top.c - outturn top: what a total is made of, and what moved it.

#include <string.h>

#include "cli/landing.h"
#include "cli/top.h"

static const char *const orders[] = {"value", "change", NULL};

static const opt options[] = {
    {"by", 0, OPT_TEXT, offsetof(top_args, by), "WHAT",
     "partner, commodity, flow, reporter, or several; hs2, hs4, hs6: "
     "commodities by their digits; or region, continent, section",
     NULL},
    {"top", 0, OPT_INT, offsetof(top_args, top), "N",
     "so many rows, the rest as others (default 10; 0: all)", NULL},
    {"sort", 0, OPT_TEXT, offsetof(top_args, sort), "ORDER",
     "largest first by value, or by change up or down", orders},
    {"base", 0, OPT_TEXT, offsetof(top_args, base), "PERIOD",
     "compare with this period instead of the year before", NULL},
    {"every", 0, OPT_TEXT, offsetof(top_args, every), "STEP",
     "a ranking for each month, quarter, half or year of -t", cli_steps},
    {"concord", 0, OPT_TEXT, offsetof(top_args, concord), "FILE",
     "put codes together by a table: from,to and, to split a code, weight",
     NULL},
    {"exclude", 0, OPT_TEXT, offsetof(top_args, exclude), "WHAT",
     "with and without k=CODE, p=PARTNER or f=FLOW, side by side", NULL},
    {0},
};

static ot_status answer(const top_args *args, cli_run *cli, const tops *t,
                        ot_error *err)
{
    int scale = 0;
    ot_sheet *sheet = top_sheet(t, landing_for_machines(&args->common), &scale);

    if (sheet == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    ot_status status = cli_scale(&args->common, sheet, err);
    if (status == OT_OK && cli_in_scale(&args->common) < 0) {
        ot_sheet_scale(sheet, scale);
    }
    if (status == OT_OK) {
        top_words(sheet, t, args);
        status = cli_write(&args->common, cli, sheet, err);
    }
    ot_sheet_free(sheet);
    return status;
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const top_args *args = arguments;
    tops t = {.runs = 0};

    ot_status status = args->top >= 0
                           ? tops_make(args, cli, &t, err)
                           : ot_fail(err, OT_E_USAGE, NULL,
                                     "--top is how many rows are shown, not "
                                     "%ld",
                                     args->top);

    if (status == OT_OK) {
        status = answer(args, cli, &t, err);
    }
    if (status == OT_OK && args->common.chart != NULL) {
        status = top_chart(&t, args, cli, err);
    }
    tops_free(&t);
    return status;
}

const command command_top = {
    .name = "top",
    .operands = "[FILE...]",
    .summary = "what a total is made of, and what moved it",
    .about =
        "Ranks partners, commodities, flows, regions or HS sections in a "
        "period against a year\nbefore: value, share, growth, and the "
        "contribution to the growth of the total in\npercentage points, (value "
        "- base) / base of the total; contributions add up to that\ngrowth. "
        "Without -t: the latest year where it is full, else the year to date; "
        "-t takes a\nlist. Below: how concentrated it is, by the raw "
        "Herfindahl-Hirschman index. Regions and\ncontinents are the UN's "
        "(M49). --concord FILE has columns from, to and weight; the "
        "weights\nof "
        "a code are 1 together, so that totals stay, and without them it is "
        "split evenly.\n--chart FILE draws shares, by change a waterfall, "
        "with --exclude both rankings; of\nseveral periods lines, boxes or "
        "contributions.",
    .examples =
        "outturn top trade.csv -r USA --by partner -t 2024\n"
        "outturn top trade.csv -r USA --by hs2 -f export --sort change "
        "--top 5\n"
        "outturn top trade.csv -r ARM -p RUS --by commodity -k 27 -t 9M2024\n"
        "outturn top trade.csv -r ARM --by partner --exclude k=71\n"
        "outturn top trade.csv -r ARM --by region -t 2022,2023,2024\n"
        "outturn top trade.csv -r ARM -p World --by hs6 --concord h6-to-h5.csv",
    .uses = USE_SELECT | USE_READ | USE_RATES | USE_CHART | USE_OUTPUT,
    .first = true,
    .options = options,
    .defaults = &(const top_args){.by = "partner", .top = 10},
    .args_size = sizeof(top_args),
    .run = run,
};
