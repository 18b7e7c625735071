// SPDX-License-Identifier: GPL-3.0-or-later
// alone.h - claims against each other, in words.
#ifndef OT_CLI_ALONE_H
#define OT_CLI_ALONE_H

#include "cli/command.h"

// "ADDS UP: January-September 2023 was then 3.19-3.36 bn", one line.
void alone_words(ot_buf *out, const ot_claim *c, const ot_finding *f);
// The same without the verdict, a thought a line; the last has no line's end.
void alone_lines(ot_buf *out, const ot_claim *c, const ot_finding *f);
// Does it say more than that the figures hold?
bool alone_tells(const ot_finding *f);
// The arithmetic, a line each, set in by `margin`, to be followed by hand.
void alone_explain(ot_buf *out, const ot_claim *c, const ot_finding *f,
                   size_t margin);
// --imply: what all stated claims imply of a quantity, a line. Where they tell
// nothing there is none, unless `always`; else *told is set.
ot_status alone_imply(ot_buf *out, const ot_system *system, const char *asked,
                      bool always, bool *told, ot_error *err);

// ---- between alone.c and alone_pace.c ----

// "3.19-3.36": both ends with as many decimals, common zeros off; half-lines
// are "at least" and "at most". `after` follows.
void alone_range(ot_buf *out, ot_interval range, double unit, int decimals,
                 const char *after);
// "3.19-3.36 bn"
void alone_amounts(ot_buf *out, ot_interval range);
// The lines of a projection against the level so far, each begun by a line's
// end.
void alone_pace(ot_buf *out, const ot_claim *c, const ot_finding *f);

#endif
