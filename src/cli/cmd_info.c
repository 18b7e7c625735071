// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_info.c - outturn info: what files hold, and what became of every row.

#include <stdlib.h>
#include <string.h>

#include "cli/info.h"

typedef struct info_args {
    common_args common;
    const char *save_layout;
    bool whole;
} info_args;

#define FIGURES_MOST 500000 // that are kept, without --whole

#define AT(member) offsetof(info_args, member)

static const opt options[] = {
    {"save-layout", 0, OPT_TEXT, AT(save_layout), "FILE",
     "write the layout of the first file, options and guesses included", NULL},
    {"whole", 0, OPT_FLAG, AT(whole), NULL,
     "keep and check every figure, however many: 170 bytes each", NULL},
    {0},
};

enum {
    REPORTER,
    FLOW,
    BASIS,
    UNIT,
    PARTNERS,
    COMMODITIES,
    SPAN,
    CELLS,
    COLUMNS
};

static const ot_column columns[COLUMNS] = {
    {.id = "reporter", .title = "reporter", .kind = OT_COLUMN_TEXT},
    {.id = "flow", .title = "flow", .kind = OT_COLUMN_TEXT},
    {.id = "basis", .title = "basis", .kind = OT_COLUMN_TEXT},
    {.id = "unit", .title = "unit", .kind = OT_COLUMN_TEXT},
    {.id = "partners", .title = "partners", .kind = OT_COLUMN_TEXT},
    {.id = "commodities", .title = "commodities", .kind = OT_COLUMN_TEXT},
    {.id = "span", .title = "months", .kind = OT_COLUMN_PERIOD},
    {.id = "cells", .title = "figures", .kind = OT_COLUMN_COUNT},
};

// Keys alike but for partner and commodity, added up.
typedef struct group {
    ot_key first;
    ot_buf partners, commodities;
    size_t partner_count, commodity_count, cells;
    ot_area last_partner;
} group;

static bool same_group(const ot_key *a, const ot_key *b)
{
    return a->reporter == b->reporter && a->flow == b->flow &&
           strcmp(a->basis, b->basis) == 0 &&
           ot_unit_same_base(a->unit, b->unit);
}

// Adds a name to a list of at most six, counting all that differ from the last.
static void add_name(ot_buf *list, size_t *count, const char *name)
{
    if (*count < 6) {
        ot__buf_format(list, "%s%s", *count > 0 ? " " : "", name);
    }
    (*count)++;
}

static void add_key(group *g, const ot_panel *panel, const ot_key *k)
{
    const int32_t last = ot_period_last(k->span);
    const int32_t end = ot_period_last(g->first.span);
    const int32_t first = k->span.first < g->first.span.first
                              ? k->span.first
                              : g->first.span.first;

    if (g->partner_count == 0 || k->partner != g->last_partner) {
        add_name(&g->partners, &g->partner_count,
                 ot_panel_area_code(panel, k->partner));
        g->last_partner = k->partner;
    }
    const bool seen =
        ot__str_lists(ot__str(ot__buf_cstr(&g->commodities)), k->commodity);
    if (g->commodity_count == 0 || (g->commodity_count <= 6 && !seen)) {
        add_name(&g->commodities, &g->commodity_count, k->commodity);
    }
    g->first.span = ot_period_range(first, last > end ? last : end);
    g->cells += k->cells;
}

static void put_list(ot_sheet *sheet, size_t column, ot_buf *list, size_t count,
                     size_t most)
{
    if (count > most) {
        ot__buf_format(list, " and %s",
                       column == COMMODITIES ? "more" : "others");
    }
    ot_sheet_text(sheet, column, ot__buf_cstr(list));
    ot__buf_free(list);
}

static void put_group(ot_sheet *sheet, const ot_panel *panel, group *g)
{
    char text[32];

    ot_sheet_row(sheet);
    ot_sheet_text(sheet, REPORTER,
                  ot_panel_area_code(panel, g->first.reporter));
    ot_sheet_text(sheet, FLOW, ot_flow_at(g->first.flow)->name);
    ot_sheet_text(sheet, BASIS, g->first.basis);
    ot_sheet_text(sheet, UNIT, ot_unit_text(g->first.unit, text));
    put_list(sheet, PARTNERS, &g->partners, g->partner_count, 6);
    put_list(sheet, COMMODITIES, &g->commodities, g->commodity_count, 6);
    ot_sheet_period(sheet, SPAN, g->first.span);
    ot_sheet_number(sheet, CELLS, (double)g->cells, ot_interval_none());
}

// The group of a key: groups of one reporter stand together, newest last.
static group *find_group(group *groups, size_t n, const ot_key *k)
{
    for (size_t i = n; i-- > 0;) {
        if (groups[i].first.reporter != k->reporter) {
            break;
        }
        if (same_group(&groups[i].first, k)) {
            return &groups[i];
        }
    }
    return NULL;
}

static size_t keys_of(const info_held *held)
{
    return ot_panel_added(held->panel) ? ot_groups_count(held->groups)
                                       : ot_panel_keys(held->panel);
}

// A key of the panel; of groups, one for each period, without a commodity.
static ot_key key_of(const info_held *held, size_t i)
{
    if (!ot_panel_added(held->panel)) {
        return ot_panel_key(held->panel, i);
    }
    const ot_group g = ot_groups_at(held->groups, held->panel, i);
    return (ot_key){.reporter = g.reporter,
                    .partner = g.partner,
                    .flow = g.flow,
                    .commodity = "not told apart",
                    .basis = g.basis,
                    .unit = g.unit,
                    .span = g.period,
                    .cells = (size_t)g.rows};
}

static ot_status put_groups(ot_sheet *sheet, const info_held *held,
                            ot_error *err)
{
    const ot_panel *panel = held->panel;
    group *groups = NULL;
    size_t n = 0;

    for (size_t i = 0; i < keys_of(held); i++) {
        const ot_key k = key_of(held, i);
        if (k.cells == 0) {
            continue;
        }
        group *g = find_group(groups, n, &k);
        if (g == NULL) {
            group *more = realloc(groups, (n + 1) * sizeof *more);
            if (more == NULL) {
                free(groups);
                return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
            }
            groups = more;
            g = &groups[n++];
            *g = (group){.first = k};
        }
        add_key(g, panel, &k);
    }
    for (size_t i = 0; i < n; i++) {
        put_group(sheet, panel, &groups[i]);
    }
    free(groups);
    return OT_OK;
}

static ot_status save_layout(const info_args *args, const ot_panel *panel,
                             ot_error *err)
{
    if (args->save_layout == NULL || ot_panel_files(panel) == 0) {
        return OT_OK;
    }
    const char *lines = ot_panel_file(panel, 0).lines;
    return cli_save(args->save_layout, lines, strlen(lines), err);
}

// What follows the table, where all figures were kept.
static ot_status put_checked(ot_sheet *sheet, const info_args *args,
                             const info_held *held, ot_error *err)
{
    const ot_status status =
        info_checks(sheet, held->panel, &args->common, err);

    info_releases(sheet, held);
    info_next(sheet, held->panel, &args->common);
    return status;
}

static void put_unchecked(ot_sheet *sheet, const info_args *args,
                          const info_held *held)
{
    ot_sheet_note(
        sheet,
        "More than %d,000 figures: added up without their commodities; "
        "repetitions, totals beside parts and sums not checked "
        "(--whole checks them).",
        FIGURES_MOST / 1000);
    info_releases(sheet, held);
    info_next_sums(sheet, held->panel, &args->common);
}

static ot_status put_all(ot_sheet *sheet, const info_args *args, cli_run *cli,
                         const info_held *held, ot_error *err)
{
    const ot_panel *panel = held->panel;

    info_files(sheet, panel, args->common.explain);
    ot_status status = put_groups(sheet, held, err);
    info_account(sheet, panel);
    if (ot_panel_added(panel)) {
        put_unchecked(sheet, args, held);
    } else if (status == OT_OK) {
        status = put_checked(sheet, args, held, err);
    }
    if (status == OT_OK && args->common.format != NULL &&
        strcmp(args->common.format, "json") == 0) {
        status = info_account_rows(sheet, panel, err);
    }
    if (status == OT_OK) {
        status = cli_write(&args->common, cli, sheet, err);
    }
    if (status == OT_OK && args->common.chart != NULL) {
        status = ot_picture_of_coverage(panel, &(ot_picture_options){0},
                                        &cli->picture, err);
    }
    return status == OT_OK ? save_layout(args, panel, err) : status;
}

static ot_status show(const info_args *args, cli_run *cli, ot_groups *groups,
                      const ot_panel *panel, ot_error *err)
{
    const info_held held = {panel, groups};
    ot_status status =
        ot_panel_added(panel) ? ot_groups_sort(groups, panel, err) : OT_OK;
    ot_sheet *sheet = ot_sheet_new("rows", columns, COLUMNS);

    if (status == OT_OK) {
        status = sheet != NULL
                     ? put_all(sheet, args, cli, &held, err)
                     : ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    ot_sheet_free(sheet);
    return status;
}

static ot_status make_groups(const info_args *args, ot_groups **groups,
                             ot_error *err)
{
    const ot_grouping grouping = {.by = {OT_BY_REPORTER, OT_BY_FLOW,
                                         OT_BY_BASIS, OT_BY_PARTNER,
                                         OT_BY_PERIOD, OT_BY_RELEASE},
                                  .reporters = args->common.reporter,
                                  .as_of = OT_DAY_LATEST};

    // What was asked to be remembered of each row is kept with the figures.
    const bool each = args->whole || args->common.rejects != NULL ||
                      args->common.chart != NULL;

    *groups = NULL;
    return each ? OT_OK : ot_groups_new(&grouping, groups, err);
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const info_args *args = arguments;
    ot_groups *groups;
    ot_panel *panel = NULL;
    cli_advice advice = {{0}, {0}};
    ot_status status = make_groups(args, &groups, err);

    if (status != OT_OK) {
        return status;
    }
    status = cli_read_groups(&args->common, cli, groups, FIGURES_MOST, &panel,
                             &advice, err);
    if (status == OT_OK) {
        status = show(args, cli, groups, panel, err);
    } else {
        info_advice(cli, &args->common, &advice);
    }
    ot__buf_free(&advice.map);
    ot__buf_free(&advice.set);
    ot_groups_free(groups);
    ot_panel_free(panel);
    return status;
}

const command command_info = {
    .name = "info",
    .operands = "[FILE...]",
    .summary = "what files hold, and what became of every row",
    .about =
        "Layout, coverage, units and releases of the files; the account of "
        "the reading:\nevery row is used, left out, repeated or without a "
        "value. Ends with a command\nto go on with. "
        "--chart FILE draws how many figures there are of each month.",
    .examples = "outturn info trade.csv\n"
                "outturn info my.csv --map value=amount,period=ym "
                "--set reporter=ARM,partner=RUS,unit=USD",
    .uses = USE_SELECT | USE_READ | USE_CHART | USE_OUTPUT,
    .first = true,
    .options = options,
    .defaults = &(const info_args){.common = {.format = NULL}},
    .args_size = sizeof(info_args),
    .run = run,
};
