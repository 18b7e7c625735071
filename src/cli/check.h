// SPDX-License-Identifier: GPL-3.0-or-later
// check.h - what the files of outturn check share.
#ifndef OT_CLI_CHECK_H
#define OT_CLI_CHECK_H

#include "cli/checked.h"

typedef struct check_args {
    common_args common;
    text_list data, imply;
    const char *date, *fail_on;
} check_args;

// All operands, read and checked. Free with checked_free.
ot_status check_texts(const check_args *args, cli_run *cli,
                      const ot_panel *panel, const ot_check_options *how,
                      checked **texts, size_t *n, ot_error *err);

// The answer for people.
ot_status check_text(const check_args *args, cli_run *cli,
                     const ot_panel *panel, const checked *texts, size_t n,
                     ot_error *err);
// The arithmetic of a finding against data, under --explain.
void check_explain(ot_buf *out, const ot_panel *panel, const ot_claim *c,
                   const ot_finding *f, ot_day day);

#endif
