// SPDX-License-Identifier: GPL-3.0-or-later
// window.c - lines of a source, found once and kept as long as they are needed.
#include "data/window.h"

#include <stdlib.h>
#include <string.h>

#define CHUNK ((size_t)256 * 1024) // bytes asked of the source at once

static ot_status no_memory(const ot_window *w, ot_error *err)
{
    const ot_place place = {.path = ot__source_path(w->source)};

    return ot_fail(err, OT_E_MEMORY, &place, "no memory for a line");
}

ot_status ot__window_open(ot_window *w, ot_source *source, ot_error *err)
{
    *w = (ot_window){.source = source, .capacity = 2 * CHUNK};
    w->bytes = malloc(w->capacity);
    return w->bytes != NULL ? OT_OK : no_memory(w, err);
}

void ot__window_close(ot_window *w)
{
    free(w->bytes);
    w->bytes = NULL;
}

static ot_status grow(ot_window *w, ot_error *err)
{
    char *bytes = realloc(w->bytes, w->capacity * 2);

    if (bytes == NULL) {
        return no_memory(w, err);
    }
    w->bytes = bytes;
    w->capacity *= 2;
    return OT_OK;
}

static void shift(ot_window *w)
{
    const size_t by = w->start;

    if (by == 0) {
        return;
    }
    memmove(w->bytes, w->bytes + by, w->filled - by);
    w->filled -= by;
    w->line -= by;
    w->start = 0;
    ot__lines_shift(&w->lines, by);
}

static void end(ot_window *w)
{
    w->ended = true;
    if (w->filled > w->line && w->bytes[w->filled - 1] != '\n' &&
        w->bytes[w->filled - 1] != '\r') {
        w->bytes[w->filled++] = '\n';
        w->unended = true;
    }
}

ot_status ot__window_more(ot_window *w, ot_error *err)
{
    ot_status status = OT_OK;
    size_t n = 0;

    shift(w);
    if (w->capacity - w->filled <= CHUNK) { // one byte more, for a last LF
        status = grow(w, err);
    }
    if (status == OT_OK) {
        status =
            ot__source_read(w->source, w->bytes + w->filled, CHUNK, &n, err);
    }
    w->filled += n;
    if (status == OT_OK && n == 0) {
        end(w);
    }
    return status;
}

// 0 when its end is not in the window.
static size_t line_length(ot_window *w)
{
    return ot__line_length(&w->lines, w->bytes, w->filled, w->line, !w->ended);
}

ot_status ot__window_line(ot_window *w, size_t limit, size_t *n, ot_error *err)
{
    *n = line_length(w);
    while (*n == 0 && !w->ended && w->filled - w->start <= limit) {
        const ot_status status = ot__window_more(w, err);
        if (status != OT_OK) {
            return status;
        }
        *n = line_length(w);
    }
    if (w->line + *n - w->start > limit) {
        *n = 0;
    }
    return OT_OK;
}

ot_status ot__window_skip(ot_window *w, ot_error *err)
{
    size_t n = line_length(w);

    while (n == 0 && !w->ended) {
        const bool cut = w->filled > w->line && w->bytes[w->filled - 1] == '\r';
        w->start = w->line = w->filled - cut;
        const ot_status status = ot__window_more(w, err);
        if (status != OT_OK) {
            return status;
        }
        n = line_length(w);
    }
    w->start = w->line = w->line + n;
    return OT_OK;
}
