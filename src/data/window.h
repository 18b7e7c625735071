// SPDX-License-Identifier: GPL-3.0-or-later
// window.h - a window that moves over a source, line by line, and keeps what
// may be read again.
#ifndef OT_DATA_WINDOW_H
#define OT_DATA_WINDOW_H

#include <stdbool.h>
#include <stddef.h>

#include "data/lines.h"
#include "data/source.h"

typedef struct ot_window {
    ot_source *source;
    char *bytes;
    size_t capacity, filled;
    size_t start; // the caller's: bytes before it are done with
    size_t line;  // the caller's: where the line to look at begins, >= start
    ot_lines lines;
    bool ended;   // the source has no more
    bool unended; // its last line had no end
} ot_window;

// Free with ot__window_close, also on failure.
ot_status ot__window_open(ot_window *w, ot_source *source, ot_error *err);
void ot__window_close(ot_window *w);

// Finds the line at w->line: *n is its length with its end (LF, CRLF or CR; a
// last line without one is given an LF). *n = 0: the source has no more, or the
// line would end more than `limit` bytes behind w->start. May move the bytes:
// start and line move along.
ot_status ot__window_line(ot_window *w, size_t limit, size_t *n, ot_error *err);

// Asks the source for more bytes behind those there are; at its end a last line
// without an end is given an LF. Bytes before start are let go: start and line
// move along.
ot_status ot__window_more(ot_window *w, ot_error *err);

// Sets start and line behind the line at w->line, however long it is.
ot_status ot__window_skip(ot_window *w, ot_error *err);

#endif
