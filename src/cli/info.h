// SPDX-License-Identifier: GPL-3.0-or-later
// info.h - the parts of what `info` says.
#ifndef OT_CLI_INFO_H
#define OT_CLI_INFO_H

#include "cli/command.h"
#include "outturn/inspect.h"

// What the files hold: in a panel, or, where there is too much, in groups.
typedef struct info_held {
    const ot_panel *panel;
    const ot_groups *groups;
} info_held;

// How one check is worded: "NAME: 17 of 17 PASSED", "NAME: 1 of 17 FAILED".
// Without `failed`: "PASSED 44 series", "NAME: 2". Without `passed` nothing is
// said where nothing is found.
typedef struct wording {
    const char *name;
    const char *passed;
    const char *failed;
    void (*tell)(ot_buf *line, const ot_discrepancy *d);
} wording;

extern const wording info_wordings[OT_INSPECT_CODE_COUNT];
// " (a.csv:14 and 20)"
void info_places(ot_buf *line, const ot_discrepancy *d);

// How each file was read; with `explain` why, and how each column is used.
void info_files(ot_sheet *sheet, const ot_panel *panel, bool explain);
// What became of every row, in words.
void info_account(ot_sheet *sheet, const ot_panel *panel);
// The same as a table of its own, behind the sheet.
ot_status info_account_rows(ot_sheet *sheet, const ot_panel *panel,
                            ot_error *err);
// What the files say against themselves, in words; for JSON as rows too.
ot_status info_checks(ot_sheet *sheet, const ot_panel *panel,
                      const common_args *args, ot_error *err);
void info_releases(ot_sheet *sheet, const info_held *held);
// A complete command to go on with.
void info_next(ot_sheet *sheet, const ot_panel *panel, const common_args *args);
// The same where rows were added up.
void info_next_sums(ot_sheet *sheet, const ot_panel *panel,
                    const common_args *args);
// The same for files that could not be read.
void info_advice(cli_run *cli, const common_args *args,
                 const cli_advice *advice);

#endif
