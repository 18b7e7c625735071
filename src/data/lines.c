// SPDX-License-Identifier: GPL-3.0-or-later
// lines.c - where the lines of a text end.
#include "data/lines.h"

#include <string.h>

static void seek(ot_line_end *e, char c, const char *bytes, size_t n, size_t at)
{
    if (at < e->from || at > e->at) {
        *e = (ot_line_end){at, at, false};
    }
    if (!e->found && e->at < n) {
        const char *here = memchr(bytes + e->at, c, n - e->at);
        e->found = here != NULL;
        e->at = e->found ? (size_t)(here - bytes) : n;
    }
}

size_t ot__line_length(ot_lines *lines, const char *bytes, size_t n, size_t at,
                       bool more)
{
    seek(&lines->lf, '\n', bytes, n, at);
    seek(&lines->cr, '\r', bytes, n, at);
    if (!lines->cr.found || (lines->lf.found && lines->lf.at < lines->cr.at)) {
        return lines->lf.found ? lines->lf.at + 1 - at : 0;
    }
    const size_t after = lines->cr.at + 1;
    if (after < n) {
        return after - at + (bytes[after] == '\n');
    }
    return more ? 0 : after - at;
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

void ot__lines_shift(ot_lines *lines, size_t by)
{
    shift_end(&lines->lf, by);
    shift_end(&lines->cr, by);
}

size_t ot__lines_count(const char *bytes, size_t n)
{
    size_t count = 0;

    if (n == 0) {
        return 0;
    }
    const char *const end = bytes + n;
    const char *p = bytes;

    while (p < end && (p = memchr(p, '\n', (size_t)(end - p))) != NULL) {
        count++;
        p++;
    }
    p = bytes;
    while (p < end && (p = memchr(p, '\r', (size_t)(end - p))) != NULL) {
        count += p + 1 == end || p[1] != '\n';
        p++;
    }
    return count;
}
