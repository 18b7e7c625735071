// SPDX-License-Identifier: GPL-3.0-or-later
// info_next.c - releases, and a command to go on with.

#include <string.h>

#include "cli/info.h"

// How many releases there are, the first and the last of them.
static size_t count_releases(const info_held *held, ot_day *first, ot_day *last)
{
    const bool added = ot_panel_added(held->panel);
    const size_t n =
        added ? ot_groups_count(held->groups) : ot_panel_releases(held->panel);
    size_t count = 0;

    for (size_t i = 0; i < n; i++) {
        const ot_day day =
            added ? ot_groups_at(held->groups, held->panel, i).release
                  : ot_panel_release(held->panel, i);
        if (day == OT_DAY_NONE) {
            continue;
        }
        *first = count == 0 || day < *first ? day : *first;
        *last = count == 0 || day > *last ? day : *last;
        count++;
    }
    return added && count > 0 && *first == *last ? 1 : count;
}

void info_releases(ot_sheet *sheet, const info_held *held)
{
    ot_day from = 0, to = 0;
    const size_t n = count_releases(held, &from, &to);
    char first[16], last[16];

    if (n == 0) {
        ot_sheet_note(sheet, "No releases: figures are taken as known at any "
                             "time.");
    } else if (n == 1) {
        ot_sheet_note(sheet, "One release: %s.", ot_day_text(from, first));
    } else if (ot_panel_added(held->panel)) {
        ot_sheet_note(sheet, "Releases: %s to %s.", ot_day_text(from, first),
                      ot_day_text(to, last));
    } else {
        ot_sheet_note(sheet, "%zu releases: %s to %s.", n,
                      ot_day_text(from, first), ot_day_text(to, last));
    }
}

// The key to ask of first: a total with the world, else the first.
static ot_key best_key(const ot_panel *panel)
{
    size_t best = 0;
    int most = -1;

    for (size_t i = 0; i < ot_panel_keys(panel); i++) {
        const ot_key k = ot_panel_key(panel, i);
        const int score =
            k.cells == 0 ? -1
                         : 2 * (k.partner < ot_area_count() &&
                                ot_area_kind_of(k.partner) == OT_AREA_WORLD) +
                               (strcmp(k.commodity, "TOTAL") == 0);
        if (score > most) {
            most = score;
            best = i;
        }
    }
    return ot_panel_key(panel, best);
}

// What the files leave open, in words and as a text to add to --set.
static void put_questions(ot_sheet *sheet, ot_buf *set, const ot_key *k)
{
    const char *const what[] = {"reporter", "partner", "unit"};
    const char *const example[] = {"reporter=ARM", "partner=RUS", "unit=USD"};
    const bool open[] = {k->reporter == OT_AREA_NONE,
                         k->partner == OT_AREA_NONE,
                         k->unit.dimension == OT_DIM_NONE};
    ot_buf words = {0};

    for (size_t i = 0; i < 3; i++) {
        if (open[i]) {
            ot__buf_format(&words, "%sthe %s", words.n > 0 ? ", " : "",
                           what[i]);
            ot__buf_format(set, "%s%s", set->n > 0 ? "," : "", example[i]);
        }
    }
    ot_sheet_note(sheet, "The files do not say: %s.", ot__buf_cstr(&words));
    ot__buf_free(&words);
}

// The files as they were given, each once.
static void put_files(ot_buf *line, const ot_panel *panel)
{
    const char *before = "";

    for (size_t i = 0; i < ot_panel_files(panel) && i < 12; i++) {
        const ot_file f = ot_panel_file(panel, i);
        if (strcmp(f.given, before) != 0) {
            ot__buf_text(line, i > 0 ? " " : "");
            cli_shell_path(line, f.given);
            before = f.given;
        }
    }
}

// An option, if it was given or there is something to add to it.
static void put_option(ot_buf *line, const char *name, const char *given,
                       const char *more)
{
    ot_buf value = {0};

    ot__buf_text(&value, given != NULL ? given : "");
    ot__buf_text(&value, value.n > 0 && more[0] != '\0' ? "," : "");
    ot__buf_text(&value, more);
    if (given != NULL || value.n > 0) {
        ot__buf_format(line, " --%s ", name);
        cli_shell_path(line, ot__buf_cstr(&value));
    }
    ot__buf_free(&value);
}

// The options by which the files were read, and what is to be added to --map
// and --set.
static void put_options(ot_buf *line, const common_args *args, const char *map,
                        const char *set)
{
    put_option(line, "layout", args->layout, "");
    put_option(line, "map", args->map, map);
    put_option(line, "set", args->set, set);
    put_option(line, "values", args->values, "");
    put_option(line, "decimal", args->decimal, "");
    put_option(line, "delimiter", args->delimiter, "");
    put_option(line, "encoding", args->encoding, "");
    put_option(line, "measure", args->measure, "");
    put_option(line, "year-start", args->year_start, "");
    ot__buf_text(line, args->lenient ? " --lenient" : "");
}

// A complete command to go on with: it says what the files leave open, or asks
// the first question.
void info_next(ot_sheet *sheet, const ot_panel *panel, const common_args *args)
{
    ot_buf line = {0}, set = {0};

    if (ot_panel_keys(panel) == 0) {
        return;
    }
    const ot_key k = best_key(panel);
    const bool open = k.reporter == OT_AREA_NONE || k.partner == OT_AREA_NONE ||
                      k.unit.dimension == OT_DIM_NONE;
    ot__buf_format(&line, "outturn %s ", open ? "info" : "growth");
    put_files(&line, panel);
    if (open) {
        put_questions(sheet, &set, &k);
    }
    put_options(&line, args, "", ot__buf_cstr(&set));
    if (!open) {
        ot__buf_format(&line, " -r %s -p ",
                       ot_panel_area_code(panel, k.reporter));
        cli_shell_path(&line, ot_panel_area_code(panel, k.partner));
        ot__buf_format(&line, " -f %s", ot_flow_at(k.flow)->name);
        if (strcmp(k.commodity, "TOTAL") != 0) {
            ot__buf_text(&line, " -k ");
            cli_shell_path(&line, k.commodity);
        }
    }
    ot_sheet_note(sheet, "next: %s", ot__buf_cstr(&line));
    ot__buf_free(&line);
    ot__buf_free(&set);
}

void info_next_sums(ot_sheet *sheet, const ot_panel *panel,
                    const common_args *args)
{
    ot_buf line = {0};

    ot__buf_text(&line, "outturn series ");
    put_files(&line, panel);
    put_options(&line, args, "", "");
    ot__buf_text(&line, " --as-is --by reporter,partner,flow,period");
    ot_sheet_note(sheet, "next: %s", ot__buf_cstr(&line));
    ot__buf_free(&line);
}

void info_advice(cli_run *cli, const common_args *args,
                 const cli_advice *advice)
{
    ot_buf *out = &cli->out;

    if (advice->map.n == 0 && advice->set.n == 0) {
        return;
    }
    ot__buf_text(out, "next: outturn info");
    for (size_t i = 0; i < cli->operands; i++) {
        ot__buf_char(out, ' ');
        cli_shell_path(out, cli->operand[i]);
    }
    ot__buf_text(out, cli->operands == 0 ? " -" : "");
    put_options(out, args, ot__buf_cstr(&advice->map),
                ot__buf_cstr(&advice->set));
    ot__buf_char(out, '\n');
    cli->speaks = true;
}
