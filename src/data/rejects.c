// SPDX-License-Identifier: GPL-3.0-or-later
// rejects.c - the rows that do not count, with their text: the files are read
// once more.

#include <stdlib.h>
#include <string.h>

#include "data/panel.h"
#include "data/csv.h"
#include "data/window.h"

static int compare_marks(const void *left, const void *right)
{
    const ot_mark *a = left, *b = right;

    if (a->file != b->file) {
        return a->file < b->file ? -1 : 1;
    }
    return (a->line > b->line) - (a->line < b->line);
}

typedef struct rereading {
    const ot_panel *panel;
    ot_window window;
    long line; // of window.line
    ot_status (*see)(void *context, const char *path, long line,
                     const char *reason, const char *bytes, size_t n,
                     ot_error *err);
    void *context;
} rereading;

static bool odd_quotes(const char *line, size_t n)
{
    bool odd = false;

    for (size_t i = 0; i < n; i++) {
        odd = odd != (line[i] == '"');
    }
    return odd;
}

// The bytes of the record at the window's line: *n, without its line end. A
// record that could not be read is its first line.
static ot_status record_at(rereading *r, bool one_line, size_t *n,
                           ot_error *err)
{
    ot_window *w = &r->window;
    bool open = false;
    size_t length = 0;

    w->start = w->line;
    *n = 0;
    do {
        w->line = w->start + *n;
        const ot_status status =
            ot__window_line(w, OT_RECORD_LIMIT, &length, err);
        if (status != OT_OK) {
            return status;
        }
        open = open != odd_quotes(w->bytes + w->line, length);
        *n += length;
        r->line += length > 0;
    } while (open && !one_line && length > 0);
    w->line = w->start + *n;
    while (*n > 0 && (w->bytes[w->start + *n - 1] == '\n' ||
                      w->bytes[w->start + *n - 1] == '\r')) {
        (*n)--;
    }
    return OT_OK;
}

// All marks of one file; *i moves behind them.
static ot_status reread(rereading *r, size_t *i, ot_error *err)
{
    const ot_panel *p = r->panel;
    const uint16_t file = p->mark[*i].file;
    ot_status status = OT_OK;

    for (; *i < p->marks && p->mark[*i].file == file && status == OT_OK;
         (*i)++) {
        const ot_mark *m = &p->mark[*i];
        size_t n = 0;
        while (r->line < (long)m->line && status == OT_OK) {
            status = ot__window_skip(&r->window, err);
            r->line++;
        }
        if (status == OT_OK) {
            status = record_at(r, m->which == OT_CLASS_MALFORMED, &n, err);
        }
        if (status == OT_OK) {
            const char *why =
                m->why != NULL ? m->why : ot_class_words(m->which);
            status = r->see(r->context, p->path[file], (long)m->line, why,
                            r->window.bytes + r->window.start, n, err);
        }
    }
    return status;
}

// Goes on to the file of an archive that is called `path`.
static ot_status find_member(ot_source *source, const char *path, ot_error *err)
{
    ot_status status = OT_OK;
    bool more = true;

    while (status == OT_OK && more &&
           strcmp(ot__source_path(source), path) != 0) {
        status = ot__source_next(source, &more, err);
    }
    return status;
}

static ot_status reopen(rereading *r, size_t *i, ot_error *err)
{
    const ot_file *file = &r->panel->file[r->panel->mark[*i].file];
    ot_source *source;

    if (strcmp(file->given, "-") == 0) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--rejects needs a file: standard input cannot be read "
                       "twice");
    }
    const bool plain = strcmp(file->encoding, "utf-8") == 0;
    ot_status status = ot__source_open_as(
        file->given, plain ? NULL : file->encoding, &source, err);
    if (status != OT_OK) {
        return status;
    }
    r->line = 1;
    status = ot__window_open(&r->window, source, err);
    if (status == OT_OK) {
        status = find_member(source, file->path, err);
    }
    if (status == OT_OK) {
        status = reread(r, i, err);
    }
    (void)ot__source_keep_place(err, file->given);
    ot__window_close(&r->window);
    ot__source_close(source);
    return status;
}

ot_status ot_panel_rejects(ot_panel *panel,
                           ot_status (*see)(void *context, const char *path,
                                            long line, const char *reason,
                                            const char *bytes, size_t n,
                                            ot_error *err),
                           void *context, ot_error *err)
{
    rereading r = {.panel = panel, .see = see, .context = context};
    ot_status status = OT_OK;

    if (panel->marks > 0) {
        qsort(panel->mark, panel->marks, sizeof *panel->mark, compare_marks);
    }
    for (size_t i = 0; i < panel->marks && status == OT_OK;) {
        status = reopen(&r, &i, err);
    }
    return status;
}

ot_advice ot_panel_advice(const ot_panel *panel)
{
    return (ot_advice){ot__buf_cstr(&panel->advice_map),
                       ot__buf_cstr(&panel->advice_set)};
}
