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

static void shift_end(ot_line_end *e, size_t by)
{
    if (e->at < by) {
        *e = (ot_line_end){0, 0, false};
        return;
    }
    e->from -= e->from < by ? e->from : by;
    e->at -= by;
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
    shift_end(&w->lf, by);
    shift_end(&w->cr, by);
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

static ot_status fill(ot_window *w, ot_error *err)
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

static void seek(ot_line_end *e, char c, const ot_window *w)
{
    if (w->line < e->from || w->line > e->at) {
        *e = (ot_line_end){w->line, w->line, false};
    }
    if (!e->found && e->at < w->filled) {
        const char *at = memchr(w->bytes + e->at, c, w->filled - e->at);
        e->found = at != NULL;
        e->at = e->found ? (size_t)(at - w->bytes) : w->filled;
    }
}

// 0 when its end is not in the window. CR ends a line only when the byte after
// it is known not to be LF.
static size_t line_length(ot_window *w)
{
    seek(&w->lf, '\n', w);
    seek(&w->cr, '\r', w);
    if (!w->cr.found || (w->lf.found && w->lf.at < w->cr.at)) {
        return w->lf.found ? w->lf.at + 1 - w->line : 0;
    }
    const size_t after = w->cr.at + 1;
    if (after < w->filled) {
        return after - w->line + (w->bytes[after] == '\n');
    }
    return w->ended ? after - w->line : 0;
}

ot_status ot__window_line(ot_window *w, size_t limit, size_t *n, ot_error *err)
{
    *n = line_length(w);
    while (*n == 0 && !w->ended && w->filled - w->start <= limit) {
        const ot_status status = fill(w, err);
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
        const ot_status status = fill(w, err);
        if (status != OT_OK) {
            return status;
        }
        n = line_length(w);
    }
    w->start = w->line = w->line + n;
    return OT_OK;
}
