// SPDX-License-Identifier: GPL-3.0-or-later
// cmd_info.c - outturn info: what files hold, and what became of every row.

#include <stdlib.h>
#include <string.h>

#include "cli/command.h"

typedef struct info_args {
    common_args common;
} info_args;

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
        strstr(ot__buf_cstr(&g->commodities), k->commodity) != NULL;
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

static ot_status put_groups(ot_sheet *sheet, const ot_panel *panel,
                            ot_error *err)
{
    group *groups = NULL;
    size_t n = 0;

    for (size_t i = 0; i < ot_panel_keys(panel); i++) {
        const ot_key k = ot_panel_key(panel, i);
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

static void put_files(ot_sheet *sheet, const ot_panel *panel)
{
    for (size_t i = 0; i < ot_panel_files(panel); i++) {
        const ot_file f = ot_panel_file(panel, i);
        const char *by = f.delimiter == '\t'  ? "tabs"
                         : f.delimiter == ';' ? "semicolons"
                         : f.delimiter == '|' ? "bars"
                                              : "commas";
        ot_sheet_head(sheet, "%s: layout %s, %llu rows, separated by %s%s",
                      f.path, f.layout, (unsigned long long)f.rows, by,
                      f.latin1 ? ", read as Windows-1252" : "");
    }
}

typedef struct account {
    uint64_t count;
    const char *words;
} account;

static void put_account(ot_sheet *sheet, const ot_tally *t)
{
    const account lines[] = {
        {t->used, "used"},
        {t->totals_left_out, "parts of a total that is there, left out"},
        {t->duplicates, "repeated word for word, counted once"},
        {t->no_value, "without a value"},
        {t->not_asked, "of other reporters"},
    };
    const account remarks[] = {
        {t->suppressed, "rows suppressed at the source"},
        {t->unknown_areas, "rows with an area code that is not in the table"},
        {t->short_rows, "rows shorter than the header"},
        {t->long_rows, "rows with an empty field more than the header"},
        {t->blank_lines, "blank lines"},
    };
    ot_buf line = {0};

    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        if (lines[i].count > 0 || i == 0) {
            ot__buf_format(&line, "%s%llu %s", line.n > 0 ? "; " : "",
                           (unsigned long long)lines[i].count, lines[i].words);
        }
    }
    ot_sheet_note(sheet, "Of %llu rows: %s.", (unsigned long long)t->rows,
                  ot__buf_cstr(&line));
    for (size_t i = 0; i < sizeof remarks / sizeof remarks[0]; i++) {
        if (remarks[i].count > 0) {
            ot_sheet_note(sheet, "%llu %s.",
                          (unsigned long long)remarks[i].count,
                          remarks[i].words);
        }
    }
    ot__buf_free(&line);
}

static void put_releases(ot_sheet *sheet, const ot_panel *panel)
{
    const size_t n = ot_panel_releases(panel);
    char first[16], last[16];

    if (n == 0) {
        ot_sheet_note(sheet, "No releases: figures are taken as known at any "
                             "time.");
    } else if (n == 1) {
        ot_sheet_note(sheet, "One release: %s.",
                      ot_day_text(ot_panel_release(panel, 0), first));
    } else {
        ot_sheet_note(sheet, "%zu releases: %s to %s.", n,
                      ot_day_text(ot_panel_release(panel, 0), first),
                      ot_day_text(ot_panel_release(panel, n - 1), last));
    }
}

// A path as a shell takes it.
static void put_path(ot_buf *line, const char *path)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/+-";

    if (strcmp(path, "standard input") == 0) {
        ot__buf_char(line, '-');
        return;
    }
    if (path[strspn(path, plain)] == '\0') {
        ot__buf_text(line, path);
        return;
    }
    ot__buf_char(line, '\'');
    for (; *path != '\0'; path++) {
        if (*path == '\'') {
            ot__buf_text(line, "'\\'"); // ends, a quote, begins again
        }
        ot__buf_char(line, *path);
    }
    ot__buf_char(line, '\'');
}

// A complete command to go on with: it says what the files leave open, or asks
// the first question.
static void put_next(ot_sheet *sheet, const ot_panel *panel)
{
    ot_buf line = {0};

    if (ot_panel_keys(panel) == 0) {
        return;
    }
    const ot_key k = ot_panel_key(panel, 0);
    const bool open = k.reporter == OT_AREA_NONE || k.partner == OT_AREA_NONE ||
                      k.unit.dimension == OT_DIM_NONE;
    ot__buf_format(&line, "outturn %s ", open ? "info" : "growth");
    put_path(&line, ot_panel_file(panel, 0).path);
    if (open) {
        ot__buf_format(&line, " --set \"%s%s%s\"",
                       k.reporter == OT_AREA_NONE ? "reporter=ARM," : "",
                       k.partner == OT_AREA_NONE ? "partner=RUS," : "",
                       k.unit.dimension == OT_DIM_NONE ? "unit=USD" : "");
        ot_sheet_note(sheet, "The files do not say: %s%s%s.",
                      k.reporter == OT_AREA_NONE ? "the reporter " : "",
                      k.partner == OT_AREA_NONE ? "the partner " : "",
                      k.unit.dimension == OT_DIM_NONE ? "the unit" : "");
    } else {
        ot__buf_format(
            &line, " -r %s -p %s -f %s", ot_panel_area_code(panel, k.reporter),
            ot_panel_area_code(panel, k.partner), ot_flow_at(k.flow)->name);
    }
    ot_sheet_note(sheet, "next: %s", ot__buf_cstr(&line));
    ot__buf_free(&line);
}

static ot_status run(const void *arguments, cli_run *cli, ot_error *err)
{
    const info_args *args = arguments;
    ot_panel *panel = NULL;
    ot_status status = cli_read(&args->common, cli, &panel, err);

    if (status != OT_OK) {
        return status;
    }
    ot_sheet *sheet = ot_sheet_new("rows", columns, COLUMNS);
    if (sheet == NULL) {
        ot_panel_free(panel);
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    put_files(sheet, panel);
    status = put_groups(sheet, panel, err);
    put_account(sheet, ot_panel_tally(panel));
    put_releases(sheet, panel);
    put_next(sheet, panel);
    if (status == OT_OK) {
        status = cli_write(&args->common, cli, sheet, err);
    }
    ot_sheet_free(sheet);
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
        "value. Ends with a command\nto go on with.",
    .examples = "outturn info trade.csv\n"
                "outturn info my.csv --map value=amount,period=ym "
                "--set reporter=ARM,partner=RUS,unit=USD",
    .uses = USE_SELECT | USE_READ | USE_OUTPUT,
    .first = true,
    .options = NULL,
    .defaults = &(const info_args){.common = {.format = NULL}},
    .args_size = sizeof(info_args),
    .run = run,
};
