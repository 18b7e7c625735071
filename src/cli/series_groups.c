// SPDX-License-Identifier: GPL-3.0-or-later
// series_groups.c - rows added up as they are, written group by group: what is
// held in memory is the groups, not their text.

#include <string.h>

#include "cli/series.h"

#define WRITE ((size_t)256 * 1024) // bytes written at once

// "reporter,partner,period" as columns.
static ot_status read_columns(const char *text, ot_by by[OT_BYS], ot_error *err)
{
    const char *names[OT_BYS];
    ot_str rest =
        ot__str(text != NULL ? text : "reporter,partner,flow,commodity,period");
    unsigned seen = 0;
    size_t n = 0;

    for (int i = 1; i < OT_BYS; i++) {
        names[i - 1] = ot_by_name((ot_by)i);
    }
    while (rest.n > 0) {
        char name[32];
        size_t i = 0;
        (void)ot__str_copy(ot__str_trim(ot__str_cut(&rest, ',')), name,
                           sizeof name);
        while (i < OT_BYS - 1 && strcmp(name, names[i]) != 0) {
            i++;
        }
        if (i == OT_BYS - 1) {
            const size_t near = ot__nearest(name, names, OT_BYS - 1);
            return ot_fail(err, OT_E_USAGE, NULL,
                           "--by: there is no column '%s'%s%s%s", name,
                           near < OT_BYS - 1
                               ? "; did you mean "
                               : " (reporter, partner, flow, commodity, "
                                 "basis, period, year, release)",
                           near < OT_BYS - 1 ? names[near] : "",
                           near < OT_BYS - 1 ? "?" : "");
        }
        if ((seen >> i & 1) != 0) {
            return ot_fail(err, OT_E_USAGE, NULL, "--by names %s twice", name);
        }
        seen |= 1u << i;
        by[n++] = (ot_by)(i + 1);
    }
    return OT_OK;
}

static ot_status make_grouping(const common_args *args, const char *by,
                               ot_grouping *g, ot_error *err)
{
    *g = (ot_grouping){.reporters = args->reporter,
                       .partners = args->partner,
                       .flows = args->flow,
                       .commodities = args->commodity,
                       .basis = args->basis};
    ot_unit unit;
    ot_status status = read_columns(by, g->by, err);

    if (status == OT_OK) {
        status = cli_in(args, &unit, err);
    }
    if (status == OT_OK) {
        status = cli_period(args, &g->within, err);
    }
    if (status == OT_OK) {
        status = cli_as_of(args, &g->as_of, err);
    }
    return status == OT_OK ? cli_year_start(args, &g->year_start, err) : status;
}

// ---- a group as texts ------------------------------------------------------

// The last period and unit as text: groups that follow one another often share
// them.
typedef struct writing {
    const ot_groups *groups;
    const ot_panel *panel;
    const ot_by *by;
    ot_period period;
    char period_text[64];
    ot_unit unit;
    bool has_unit;
    char unit_text[64];
} writing;

static const char *text_of(writing *w, const ot_group *g, ot_by by,
                           char room[64])
{
    switch (by) {
    case OT_BY_REPORTER:
        return ot_panel_area_code(w->panel, g->reporter);
    case OT_BY_PARTNER:
        return ot_panel_area_code(w->panel, g->partner);
    case OT_BY_FLOW:
        return ot_flow_at(g->flow)->name;
    case OT_BY_COMMODITY:
        return g->commodity;
    case OT_BY_BASIS:
        return g->basis;
    case OT_BY_RELEASE:
        return g->release == OT_DAY_NONE ? "" : ot_day_text(g->release, room);
    default:
        if (!ot_period_equal(w->period, g->period)) {
            w->period = g->period;
            ot_period_text(g->period, w->period_text);
        }
        return w->period_text;
    }
}

static const char *unit_text(writing *w, ot_unit unit)
{
    if (!w->has_unit || unit.scale != w->unit.scale ||
        strcmp(unit.code, w->unit.code) != 0) {
        w->unit = unit;
        w->has_unit = true;
        ot_unit_text(unit, w->unit_text);
    }
    return w->unit_text;
}

static char *count_text(uint64_t n, char room[24])
{
    char *to = room + 23;

    *to = '\0';
    do {
        *--to = (char)('0' + n % 10);
        n /= 10;
    } while (n > 0);
    return to;
}

static void put_row(writing *w, const ot_group *g, ot_buf *out)
{
    char room[64];

    for (const ot_by *by = w->by; *by != OT_BY_NONE; by++) {
        cli_csv_field(out, text_of(w, g, *by, room));
        ot__buf_char(out, ',');
    }
    ot__buf_text(out, g->value);
    ot__buf_char(out, ',');
    cli_csv_field(out, unit_text(w, g->unit));
    ot__buf_char(out, ',');
    ot__buf_text(out, count_text(g->rows, room));
    ot__buf_char(out, '\n');
}

static ot_status write_rows(writing *w, const cli_sink *sink, ot_buf *out,
                            ot_error *err)
{
    ot_status status = OT_OK;

    for (const ot_by *by = w->by; *by != OT_BY_NONE; by++) {
        ot__buf_format(out, "%s,", ot_by_name(*by));
    }
    ot__buf_text(out, "value,unit,rows\n");
    for (size_t i = 0; i < ot_groups_count(w->groups) && status == OT_OK; i++) {
        const ot_group g = ot_groups_at(w->groups, w->panel, i);
        put_row(w, &g, out);
        if (out->failed) {
            return ot_fail(err, OT_E_MEMORY, NULL, "no memory for the answer");
        }
        if (out->n >= WRITE) {
            status = cli_sink_write(sink, ot__buf_cstr(out), out->n, err);
            ot__buf_clear(out);
        }
    }
    return status == OT_OK
               ? cli_sink_write(sink, ot__buf_cstr(out), out->n, err)
               : status;
}

static ot_status write_csv(const common_args *args, cli_run *cli, writing *w,
                           ot_error *err)
{
    cli_sink sink;
    ot_status status =
        cli_sink_open(&sink, args->output != NULL ? args->output : "-", err);

    if (status != OT_OK) {
        return status;
    }
    status = write_rows(w, &sink, &cli->out, err);
    ot__buf_clear(&cli->out);
    cli->written = true;
    const ot_status closed = cli_sink_close(&sink, status == OT_OK, err);
    return status != OT_OK ? status : closed;
}

// ---- other formats ---------------------------------------------------------

static ot_status write_sheet(const common_args *args, cli_run *cli, writing *w,
                             ot_error *err)
{
    ot_column columns[OT_BYS + 3] = {0};
    size_t n = 0;

    for (; w->by[n] != OT_BY_NONE; n++) {
        const char *name = ot_by_name(w->by[n]);
        columns[n] =
            (ot_column){.id = name, .title = name, .kind = OT_COLUMN_TEXT};
    }
    columns[n] =
        (ot_column){.id = "value", .title = "value", .kind = OT_COLUMN_TEXT};
    columns[n + 1] =
        (ot_column){.id = "unit", .title = "unit", .kind = OT_COLUMN_TEXT};
    columns[n + 2] =
        (ot_column){.id = "rows", .title = "rows", .kind = OT_COLUMN_TEXT};
    ot_sheet *sheet = ot_sheet_new("groups", columns, n + 3);
    if (sheet == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < ot_groups_count(w->groups); i++) {
        const ot_group g = ot_groups_at(w->groups, w->panel, i);
        char room[64];
        ot_sheet_row(sheet);
        for (size_t c = 0; c < n; c++) {
            ot_sheet_text(sheet, c, text_of(w, &g, w->by[c], room));
        }
        ot_sheet_text(sheet, n, g.value);
        ot_sheet_text(sheet, n + 1, unit_text(w, g.unit));
        ot_sheet_text(sheet, n + 2, count_text(g.rows, room));
    }
    const ot_status status = cli_write(args, cli, sheet, err);
    ot_sheet_free(sheet);
    return status;
}

// ---- the whole -------------------------------------------------------------

static void say_account(const common_args *args, const cli_run *cli,
                        const writing *w)
{
    const ot_tally *t = ot_panel_tally(w->panel);
    const size_t groups = ot_groups_count(w->groups);

    cli_say(args, cli,
            "%llu of %llu row%s added up as they are, in %zu group%s; "
            "duplicates not checked, totals not told from parts",
            (unsigned long long)t->used, (unsigned long long)t->rows,
            t->rows == 1 ? "" : "s", groups, groups == 1 ? "" : "s");
}

// Nothing is converted: --in can say the scale, and the currency there is.
static ot_status set_scale(const common_args *args, ot_groups *groups,
                           const ot_panel *panel, ot_error *err)
{
    ot_unit unit;
    const ot_status status = cli_in(args, &unit, err);
    const size_t n =
        status == OT_OK && unit.code[0] != '\0' ? ot_groups_count(groups) : 0;

    for (size_t i = 0; i < n; i++) {
        const ot_unit held = ot_groups_at(groups, panel, i).unit;
        if (!ot_unit_same_base(unit, held)) {
            return ot_fail(err, OT_E_USAGE, NULL,
                           "--in %s: --as-is converts nothing, and there are "
                           "figures in %s",
                           args->in, held.code);
        }
    }
    ot_groups_scale(groups, cli_in_scale(args));
    return status;
}

ot_status series_as_is(const common_args *args, const char *by, cli_run *cli,
                       ot_error *err)
{
    ot_grouping grouping;
    ot_groups *groups = NULL;
    ot_panel *panel = NULL;
    ot_status status = make_grouping(args, by, &grouping, err);

    if (status == OT_OK) {
        status = ot_groups_new(&grouping, &groups, err);
    }
    if (status == OT_OK) {
        status = cli_read_groups(args, cli, groups, 0, &panel, NULL, err);
    }
    if (status == OT_OK) {
        status = ot_groups_sort(groups, panel, err);
    }
    if (status == OT_OK) {
        status = set_scale(args, groups, panel, err);
    }
    if (status == OT_OK) {
        writing w = {.groups = groups, .panel = panel, .by = grouping.by};
        const bool csv =
            args->format == NULL || strcmp(args->format, "csv") == 0;
        say_account(args, cli, &w);
        status = csv ? write_csv(args, cli, &w, err)
                     : write_sheet(args, cli, &w, err);
    }
    ot_groups_free(groups);
    ot_panel_free(panel);
    return status;
}
