// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_revisions.c - outturn revisions: what changed between two releases.

#include <stdlib.h>
#include <string.h>

#include "cli/revisions.h"

static const opt options[] = {
    {"from", 0, OPT_TEXT, offsetof(revisions_args, from), "RELEASE",
     "the older release, by its date; else the one before --to", NULL},
    {"to", 0, OPT_TEXT, offsetof(revisions_args, to), "RELEASE",
     "the newer release; else the newest there is", NULL},
    {"every", 0, OPT_TEXT, offsetof(revisions_args, every), "STEP",
     "compare months, quarters, half-years or years instead of single figures",
     cli_steps},
    {"top", 0, OPT_INT, offsetof(revisions_args, top), "N",
     "so many figures; 0: all; else 20 in text and md, all in csv and json",
     NULL},
    {"triangle", 0, OPT_FLAG, offsetof(revisions_args, triangle), NULL,
     "a table of periods by releases instead; of the last 24 periods, or -t",
     NULL},
    {0},
};

static ot_status finish(const revisions_args *args, cli_run *cli,
                        const compared *c, ot_sheet *sheet, ot_error *err)
{
    ot_status status = cli_scale(&args->common, sheet, err);

    if (cli_in_scale(&args->common) < 0) {
        revisions_scale(sheet);
    }
    cli_source(sheet, c->after.panel, cli_views_release(&c->after));
    if (status == OT_OK) {
        status = cli_write(&args->common, cli, sheet, err);
    }
    return status;
}

static ot_status write_list(const revisions_args *args, cli_run *cli,
                            const compared *c, ot_error *err)
{
    ot_revisions *r = NULL;
    const ot_revising how = {c->within.at, c->within.n, c->step, c->year_start};
    ot_status status = ot_revisions_new(c->before.view, c->after.view,
                                        c->listed, &how, &r, err);

    if (status != OT_OK) {
        return status;
    }
    ot_sheet *sheet = revisions_sheet(c, r);
    ot_sheet *effects = revisions_effects(c, r);
    if (sheet == NULL || effects == NULL) {
        status = ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
        ot_sheet_free(effects);
    } else {
        if (ot_sheet_rows(effects) > 0) {
            ot_sheet_append(sheet, effects);
        } else {
            ot_sheet_free(effects);
        }
        cli_describe(sheet, c->after.panel, c->after.view, c->after.n);
        revisions_words(sheet, c, r);
        status = finish(args, cli, c, sheet, err);
    }
    if (status == OT_OK && args->common.chart != NULL) {
        status = revisions_picture(c, r, &cli->picture, err);
    }
    ot_sheet_free(sheet);
    ot_revisions_free(r);
    return status;
}

static ot_status write_triangle(const revisions_args *args, cli_run *cli,
                                const compared *c, ot_error *err)
{
    char *names = NULL;
    ot_sheet *sheet = NULL;
    ot_status status = revisions_triangle(c, &names, &sheet, err);

    if (status == OT_OK) {
        cli_describe(sheet, c->after.panel, c->after.view, c->listed);
        status = finish(args, cli, c, sheet, err);
    }
    if (status == OT_OK && args->common.chart != NULL) {
        status = revisions_triangle_picture(c, &cli->picture, err);
    }
    ot_sheet_free(sheet);
    free(names);
    return status;
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const revisions_args *args = arguments;
    compared c = {.listed = 0};
    ot_status status = revisions_open(args, cli, &c, err);

    if (status == OT_OK) {
        status = args->triangle ? write_triangle(args, cli, &c, err)
                                : write_list(args, cli, &c, err);
    }
    cli_spans_free(&c.within);
    cli_views_free(&c.before);
    cli_views_free(&c.after);
    return status;
}

const command command_revisions = {
    .name = "revisions",
    .operands = "[OLDER NEWER | FILE...]",
    .summary = "what changed between two releases of the figures",
    .about =
        "Two files are the older and the newer release. With one file, more "
        "than two, or\n--from and --to, the releases are those in the data: "
        "else the last two. A release\nis known with all that went before it; "
        "a date between releases means the last one\nbefore it.\n\n"
        "Figures that changed, appeared or vanished are listed with what each "
        "does to its year\nto date and its year as a whole, largest "
        "difference first; below it, what all of\nthem do together. Months "
        "the older release did not reach are no revisions. csv and\njson give "
        "fractions: 0.05 is 5 %. --chart draws the figures that changed most, "
        "of\n--triangle a line a release.",
    .examples =
        "outturn revisions trade.csv -r ARM -p RUS --basis origin\n"
        "outturn revisions trade.csv -p RUS --basis origin --from 2024-09 "
        "--to 2025-02\n"
        "outturn revisions may.csv june.csv -r USA -p CHN,MEX -f import\n"
        "outturn revisions trade.csv -p RUS -f export --triangle -t 2024\n"
        "outturn revisions trade.csv -r ARM -p RUS --basis origin "
        "--chart revised.png",
    .uses = USE_SELECT | USE_READ | USE_RATES | USE_CHART | USE_OUTPUT,
    .first = true,
    .options = options,
    .defaults = &(const revisions_args){.top = REVISIONS_TOP_UNSAID},
    .args_size = sizeof(revisions_args),
    .run = run,
};
