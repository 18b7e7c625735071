// SPDX-License-Identifier: GPL-3.0-or-later
// alone.h - claims against each other, in words.
#ifndef OT_CLI_ALONE_H
#define OT_CLI_ALONE_H

#include "cli/command.h"

// "ADDS UP: January-September 2023 was then 3.19 to 3.36 bn."
void alone_words(ot_buf *out, const ot_claim *c, const ot_finding *f);
// The arithmetic, a line each, to be followed by hand.
void alone_explain(ot_buf *out, const ot_claim *c, const ot_finding *f);
// --imply: what all stated claims imply of a quantity, a line.
ot_status alone_imply(ot_buf *out, const ot_checking *k, const char *asked,
                      ot_error *err);
// "3.19 to 3.36 bn"; half-lines are "at least" and "at most".
void alone_amounts(ot_buf *out, ot_interval range);

#endif
