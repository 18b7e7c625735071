// SPDX-License-Identifier: GPL-3.0-or-later
// lines.h - where the lines of a text end: LF, CRLF or a bare CR, whichever
// comes first.
#ifndef OT_DATA_LINES_H
#define OT_DATA_LINES_H

#include <stdbool.h>
#include <stddef.h>

// Where the next line end of one kind stands. None is in [from, at); `found`
// says whether one is at `at` or whether the search has only come so far.
typedef struct ot_line_end {
    size_t from, at;
    bool found;
} ot_line_end;

// What is known of the line ends of a text: a file of CRs is not searched for
// an LF at each line. {0} knows nothing.
typedef struct ot_lines {
    ot_line_end lf, cr;
} ot_lines;

// The length of the line at `at`, with its end; 0: its end is not in
// bytes[0..n). more: bytes may follow, so that a CR in the last place may be
// half of a CRLF.
size_t ot__line_length(ot_lines *lines, const char *bytes, size_t n, size_t at,
                       bool more);
// The text lost its first `by` bytes.
void ot__lines_shift(ot_lines *lines, size_t by);

// How many lines end in bytes[0..n), which a line begins.
size_t ot__lines_count(const char *bytes, size_t n);

#endif
