// SPDX-License-Identifier: GPL-3.0-or-later
// claims_out.h - claims as a claims file: what ot_claims_read reads again.
#ifndef OT_CLI_CLAIMS_OUT_H
#define OT_CLI_CLAIMS_OUT_H

#include "cli/command.h"

// Which of several texts claims are of: its name, and its number from 1.
typedef struct claims_text {
    const char *name;
    size_t number;
    bool each_line; // every line is a text of its own
} claims_text;

extern const char claims_head[]; // the first line
void claims_row(ot_buf *out, const ot_claim *c, const claims_text *text);

#endif
