// SPDX-License-Identifier: GPL-3.0-or-later
// chart_beside.c - --chart: the picture of what a command has told.

#include <string.h>

#include "cli/chart.h"

static const char *text_at(const void *args, size_t offset)
{
    const char *text;

    memcpy(&text, (const char *)args + offset, sizeof text);
    return text;
}

static const char *claim_of(const command *c, const void *args)
{
    return c->chart_claim > 0 ? text_at(args, c->chart_claim) : NULL;
}

// The step of its rows, which is that of the picture too; NULL: not given.
static const char *every_of(const command *c, const void *args)
{
    for (const opt *o = c->options; o != NULL && o->name != NULL; o++) {
        if (o->kind == OPT_TEXT && strcmp(o->name, "every") == 0) {
            return text_at(args, o->offset);
        }
    }
    return NULL;
}

// The chart that the command has made of its answer.
static ot_status draw_made(const chart_args *of, const cli_run *cli,
                           ot_buf *out, ot_error *err)
{
    if (cli->picture == NULL) {
        return ot_fail(err, OT_E_DATA, NULL,
                       "--chart: there is nothing to draw in this answer");
    }
    return cli_chart_ink(of, cli, ot_picture_chart(cli->picture), out, err);
}

// Its kind of chart, of the files once more.
static ot_status draw_again(const command *c, const chart_args *of,
                            cli_run *cli, ot_buf *out, ot_error *err)
{
    ot_panel *panel = NULL;

    if (cli->files->n == 0) {
        return ot_fail(err, OT_E_USAGE, NULL, "--chart draws what files hold");
    }
    const ot_status status = cli_read_again(&of->common, cli, &panel, err);
    return status == OT_OK
               ? cli_chart_draw(of, cli, ot_chart_kind_find(c->chart), panel,
                                out, err)
               : status;
}

ot_status cli_chart_beside(const command *c, const void *args, cli_run *cli,
                           ot_error *err)
{
    chart_args of = {.common = *(const common_args *)args,
                     .claim = claim_of(c, args),
                     .every = every_of(c, args),
                     .beside = true};
    ot_buf picture = {0};

    of.common.output = of.common.chart;
    of.common.format = NULL;
    of.common.in = of.common.rates != NULL ? of.common.in : NULL;
    if (ot_chart_format_find(of.common.chart) == NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--chart: '%.200s' does not end in .png, .pdf or .svg",
                       of.common.chart);
    }
    ot_status status = cli->picture != NULL || c->chart == NULL
                           ? draw_made(&of, cli, &picture, err)
                           : draw_again(c, &of, cli, &picture, err);
    if (status == OT_OK && picture.failed) {
        status = ot_fail(err, OT_E_MEMORY, NULL, "no memory for the picture");
    }
    if (status == OT_OK) {
        status = cli_save(of.common.chart, picture.at, picture.n, err);
    }
    ot__buf_free(&picture);
    return status;
}
