// SPDX-License-Identifier: GPL-3.0-or-later
// top_chart.c - the picture of outturn top --chart.

#include <stdlib.h>
#include <string.h>

#include "cli/top.h"

static void name_group(ot_buf *b, const tops *t, size_t i)
{
    const top_group *g = &t->groups.at[i];
    const bool code = g->name == NULL || t->groups.by == TOP_BY_CONCORD;

    ot__buf_format(b, "%s%s%s", code ? g->code : "",
                   code && g->name != NULL ? " " : "",
                   g->name != NULL ? g->name : "");
}

static const char *parts_of(const tops *t, const top_args *args)
{
    static const struct {
        const char *by, *words;
    } words[] = {{"hs2", "HS chapter"},
                 {"hs4", "HS heading"},
                 {"hs6", "HS subheading"},
                 {"section", "HS section"}};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(args->by, words[i].by) == 0) {
            return words[i].words;
        }
    }
    return t->groups.by == TOP_BY_CONCORD ? "code of the table" : args->by;
}

// "k=71" in words: "pearls, stones, precious metals".
static const char *left_out(const tops *t, const top_args *args)
{
    const char *what = args->exclude;

    if (what == NULL || strlen(what) < 3 || what[1] != '=') {
        return what;
    }
    const ot_area area = what[0] == 'p'
                             ? ot_panel_area_find(t->held.panel, what + 2)
                             : OT_AREA_NONE;
    const char *goods = strlen(what) == 4 ? ot_hs_chapter(what + 2) : NULL;
    return area != OT_AREA_NONE ? ot_panel_area_name(t->held.panel, area)
           : what[0] == 'k' && goods != NULL ? goods
                                             : what + 2;
}

static ot_picture_subject subject_of(const tops *t)
{
    const ot_slicing *how = &t->cut.how;
    const ot_slice s = ot_slices_at(t->amounts.slices, 0);

    return (ot_picture_subject){
        .panel = t->held.panel,
        .reporter = how->by_reporter ? OT_AREA_NONE : s.reporter,
        .partner = how->by_partner ? OT_AREA_NONE : s.partner,
        .flow = how->flows == 1 ? how->flow[0] : NULL,
        .commodity = !how->by_commodity      ? s.commodity
                     : how->commodities == 1 ? how->commodity[0]
                                             : "",
        .basis = how->whole.basis != NULL ? how->whole.basis : "",
        .unit = t->unit,
        .rates = t->held.rates,
        .release = cli_release(t->held.panel, how->whole.as_of)};
}

static ot_picture_ranking ranking_of(const tops *t, const top_run *r)
{
    const ot_slicing *how = &t->cut.how;
    const bool each = how->by_partner && !how->by_commodity && !how->by_flow &&
                      !how->by_reporter && t->groups.by == TOP_BY_SLICE;

    return (ot_picture_ranking){
        .period = r->period,
        .base = r->base,
        .alone = r->alone,
        .whole = r->whole && r->added == 0,
        .partners = each       ? r->parts
                    : r->whole ? r->added
                               : 0,
        .top = r->parts > 0 ? &r->top : NULL,
        .without = r->parts > 0 && r->left != NULL ? &r->without : NULL,
        .part = r->part,
        .of = r->of,
        .parts = r->parts,
        .unknown = r->unknown};
}

// The names of all slices, or groups, one after the other; where each begins.
static void name_all(const tops *t, ot_buf *names, size_t at[], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        at[i] = names->n;
        if (t->groups.by == TOP_BY_SLICE) {
            cli_slice_name(names, t->held.panel, &t->cut.how,
                           ot_slices_at(t->amounts.slices, i));
        } else {
            name_group(names, t, i);
        }
        ot__buf_bytes(names, "", 1);
    }
}

static ot_status draw(const tops *t, const top_args *args, cli_run *cli,
                      const char *name[], ot_picture_ranking run[],
                      ot_error *err)
{
    const ot_picture_options options = {.year_start = t->year_start};
    const bool by_change =
        args->sort != NULL && strcmp(args->sort, "change") == 0;
    const ot_picture_tops all = {.subject = subject_of(t),
                                 .by = parts_of(t, args),
                                 .run = run,
                                 .runs = t->runs,
                                 .name = name,
                                 .order = by_change ? OT_TOP_BY_CHANGE
                                                    : OT_TOP_BY_VALUE,
                                 .left_out = left_out(t, args)};

    for (size_t i = 0; i < t->runs; i++) {
        run[i] = ranking_of(t, &t->run[i]);
    }
    return ot_picture_of_top(&all, &options, &cli->picture, err);
}

ot_status top_chart(const tops *t, const top_args *args, cli_run *cli,
                    ot_error *err)
{
    const size_t n = t->groups.by == TOP_BY_SLICE ? t->amounts.n : t->groups.n;
    size_t *at = calloc(n + 1, sizeof *at);
    const char **name = calloc(n + 1, sizeof *name);
    ot_picture_ranking *run = calloc(t->runs, sizeof *run);
    ot_buf names = {0};
    ot_status status = OT_E_MEMORY;

    if (at != NULL && name != NULL && run != NULL) {
        name_all(t, &names, at, n);
    }
    if (at != NULL && name != NULL && run != NULL && !names.failed) {
        for (size_t i = 0; i < n; i++) {
            name[i] = names.at + at[i];
        }
        status = draw(t, args, cli, name, run, err);
    }
    free(at);
    free(name);
    free(run);
    ot__buf_free(&names);
    return status == OT_E_MEMORY
               ? ot_fail(err, status, NULL, "no memory for a picture")
               : status;
}
