// SPDX-License-Identifier: GPL-3.0-or-later
// csv_read.c - the records of a source, in one pass.
#include "data/csv.h"
#include "data/window.h"

#define PROGRESS ((size_t)1024 * 1024)

typedef struct reader {
    ot_csv *csv;
    ot_csv_parser *parser;
    ot_window window;
    size_t tried;  // bytes in which no record ended
    uint64_t told; // bytes read when progress was told
} reader;

static void tell_progress(reader *r)
{
    const uint64_t bytes = ot__source_bytes(r->window.source);

    if (r->csv->progress != NULL && bytes - r->told >= PROGRESS) {
        r->csv->progress(r->csv->context);
        r->told = bytes;
    }
}

// Until there are twice as many bytes as the last time no record ended in them.
static ot_status read_more(reader *r, ot_error *err)
{
    ot_window *w = &r->window;
    ot_status status = OT_OK;

    do {
        status = ot__window_more(w, err);
    } while (status == OT_OK && !w->ended &&
             w->filled - w->start < 2 * r->tried);
    tell_progress(r);
    return status;
}

static ot_status parse(reader *r, ot_behind behind, ot_error *err)
{
    ot_window *w = &r->window;
    const size_t n = w->filled - w->start;
    size_t used = 0;
    const ot_status status =
        ot__csv_parse(r->parser, w->bytes + w->start, n, behind, &used, err);

    w->start += used;
    w->line = w->start;
    r->tried = n - used;
    return status;
}

// The source cannot be read further: what came before is read first.
static ot_status read_rest(reader *r, const ot_error *why, ot_error *err)
{
    const ot_window *w = &r->window;
    ot_place place = why->place;
    const ot_status status = parse(r, OT_BEHIND_MORE, err);

    if (status != OT_OK) {
        return status;
    }
    if (place.line == OT_LINE_HERE) {
        place.line =
            ot__csv_line(r->parser) +
            (long)ot__lines_count(w->bytes + w->start, w->filled - w->start);
    }
    return ot_fail(err, why->status, &place, "%s", why->message);
}

static ot_status read_all(reader *r, ot_error *err)
{
    const ot_window *w = &r->window;
    ot_status status = OT_OK;

    while (status == OT_OK && !w->ended) {
        ot_error here = {0};
        status = read_more(r, &here);
        status =
            status != OT_OK
                ? read_rest(r, &here, err)
                : parse(r, w->ended ? OT_BEHIND_NONE : OT_BEHIND_MORE, err);
    }
    r->csv->lines = (size_t)(ot__csv_line(r->parser) - 1);
    r->csv->unended = w->unended;
    return status;
}

ot_status ot__csv_read(ot_source *source, ot_csv *csv, ot_error *err)
{
    reader r = {.csv = csv};

    if (csv->delimiter == '\0') {
        csv->delimiter = ot__csv_delimiter(ot__source_head(source));
    }
    csv->lines = csv->blank_lines = 0;
    ot_status status = ot__csv_open(csv, &r.parser, err);
    if (status == OT_OK) {
        status = ot__window_open(&r.window, source, err);
    }
    if (status == OT_OK) {
        status = read_all(&r, err);
    }
    ot__window_close(&r.window);
    ot__csv_close(r.parser);
    return status;
}
