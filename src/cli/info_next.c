// SPDX-License-Identifier: GPL-3.0-or-later
// info_next.c - releases, and a command to go on with.

#include <string.h>

#include "cli/info.h"

void info_releases(ot_sheet *sheet, const ot_panel *panel)
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
void info_next(ot_sheet *sheet, const ot_panel *panel)
{
    ot_buf line = {0};

    if (ot_panel_keys(panel) == 0) {
        return;
    }
    const ot_key k = ot_panel_key(panel, 0);
    const bool open = k.reporter == OT_AREA_NONE || k.partner == OT_AREA_NONE ||
                      k.unit.dimension == OT_DIM_NONE;
    ot__buf_format(&line, "outturn %s ", open ? "info" : "growth");
    put_path(&line, ot_panel_file(panel, 0).given);
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

void info_advice(cli_run *cli, const char *options)
{
    ot_buf *out = &cli->out;

    ot__buf_text(out, "next: outturn info ");
    put_path(out, cli->operands > 0 ? cli->operand[0] : "standard input");
    ot__buf_format(out, " %s\n", options);
    cli->speaks = true;
}
