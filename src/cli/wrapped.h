// SPDX-License-Identifier: GPL-3.0-or-later
// wrapped.h - words broken into lines.
#ifndef OT_CLI_WRAPPED_H
#define OT_CLI_WRAPPED_H

#include "base/text.h"

// Puts the words of a text, one blank between them, where `column` columns of
// the line are taken; goes on in lines set in by `margin`, and ends the last.
// None is wider than WRAPPED_WIDTH unless a word is.
#define WRAPPED_WIDTH 96
void wrapped(ot_buf *out, size_t column, size_t margin, const char *text);
// The same with each line of a text begun anew; those but the first are set in
// by two more.
void wrapped_lines(ot_buf *out, size_t column, size_t margin, const char *text);
// A text without line ends, tabs and other control characters: blanks, and one
// for a run of them.
void wrapped_flat(ot_buf *out, const char *text);

#endif
