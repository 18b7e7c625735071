// SPDX-License-Identifier: GPL-3.0-or-later
// csv.c - records of a CSV stream: the one file that knows libcsv.
//
// libcsv says neither where a field stood nor, in its lenient manner, that a
// quote was never closed: it would swallow the rest of the file. It is
// therefore strict, and fed one line at a time, out of a window that holds the
// record being read from its first byte. A record that fails is reported at its
// first line and reading goes back to its second.
//
// Going back costs no more than the bytes once again: a line with an even
// number of quotes leaves a strict parser as it found it, and one with an odd
// number ends an open record, well or badly. So a record that starts at a line
// with an odd number ends at the next such line, at the latest; the lines
// between cannot open another, and no line is read more than a few times.
#include "data/csv.h"

#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "data/pick.h"
#include "data/window.h"

#define BLOCK    ((size_t)4096) // by which libcsv's own buffer grows
#define PROGRESS ((size_t)1024 * 1024)

#define PICKED 1024 // fields of a line that are picked from
#define ENOUGH 4096 // bytes by which to judge whether picking pays

typedef struct reader {
    ot_csv *csv;
    ot_error *err;
    struct csv_parser parser;
    ot_window window; // starts with the record being read
    size_t first_n;   // bytes of its first line, once it has a second
    long record_line, line_number;
    bool open;     // the record goes on in the next line
    bool complete; // libcsv has seen its end

    ot_str *field;
    size_t n, field_capacity;
    char *text; // the fields' bytes; as large as the record, so they always fit
    size_t used, text_capacity;
    bool no_memory;

    ot_pick pick;
    uint32_t picked[PICKED]; // which fields
    uint64_t seen, saved; // bytes of plain lines, and how many were not picked
    uint64_t told;        // bytes read when progress was told
} reader;

static ot_status no_memory(reader *r)
{
    const ot_place place = {.path = ot__source_path(r->window.source),
                            .line = r->record_line};

    return ot_fail(r->err, OT_E_MEMORY, &place, "no memory for a record");
}

// ---- Fields ----

static bool more_fields(reader *r)
{
    const size_t capacity = r->field_capacity * 2;
    ot_str *field = realloc(r->field, capacity * sizeof *field);

    if (field == NULL) {
        r->no_memory = true;
        return false;
    }
    r->field = field;
    r->field_capacity = capacity;
    return true;
}

static bool is_wanted(const ot_csv *csv, size_t i)
{
    return csv->wanted == NULL || (i < csv->wanted_n && csv->wanted[i]);
}

static void on_field(void *bytes, size_t n, void *context)
{
    reader *r = context;
    const size_t i = r->n;

    if (i >= r->field_capacity &&
        (i >= OT_FIELD_LIMIT || r->no_memory || !more_fields(r))) {
        r->n = OT_FIELD_LIMIT + 1; // any further ones are not kept
        return;
    }
    r->n++;
    if (!is_wanted(r->csv, i)) {
        r->field[i] = (ot_str){NULL, 0};
        return;
    }
    char *to = r->text + r->used;
    memcpy(to, bytes, n);
    r->field[i] = (ot_str){to, n};
    r->used += n;
}

// As on_field, of the fields that were picked; the one behind them is nothing.
static void on_picked(void *bytes, size_t n, void *context)
{
    reader *r = context;

    if (r->n < r->pick.picked) {
        char *to = r->text + r->used;
        memcpy(to, bytes, n);
        r->field[r->picked[r->n++]] = (ot_str){to, n};
        r->used += n;
    }
}

static void on_record(int end, void *context)
{
    reader *r = context;

    (void)end;
    r->complete = true;
}

static void forget_fields(reader *r)
{
    r->n = 0;
    r->used = 0;
    r->complete = false;
}

// The bytes of the fields so far move with their buffer.
static ot_status grow_text(reader *r, size_t capacity)
{
    char *text = malloc(capacity);
    char *raw = realloc(r->pick.raw, capacity + 2);

    r->pick.raw = raw != NULL ? raw : r->pick.raw;
    if (text == NULL || raw == NULL) {
        free(text);
        return no_memory(r);
    }
    if (r->used > 0) {
        memcpy(text, r->text, r->used);
    }
    const size_t kept = r->n < r->field_capacity ? r->n : r->field_capacity;
    for (size_t i = 0; i < kept; i++) {
        if (r->field[i].at != NULL) {
            r->field[i].at = text + (r->field[i].at - r->text);
        }
    }
    free(r->text);
    r->text = text;
    r->text_capacity = capacity;
    return OT_OK;
}

// Makes room for the record so far and the n bytes of the line at hand.
static ot_status make_room(reader *r, size_t n)
{
    const size_t size = r->window.line + n - r->window.start;

    if (size > BLOCK) { // libcsv's buffer, too, grows in few steps
        csv_set_blk_size(&r->parser, size);
    }
    return size > r->text_capacity ? grow_text(r, 2 * size) : OT_OK;
}

// ---- Records ----

static void restart_parser(reader *r)
{
    // Without CSV_STRICT_FINI this does no more than forget the half-read
    // record.
    (void)csv_fini(&r->parser, NULL, NULL, NULL);
    forget_fields(r);
}

static ot_status report(reader *r, const char *what)
{
    return r->csv->bad(r->csv->context, r->record_line, what, r->err);
}

// The record cannot be read: goes back to its second line.
static ot_status give_up(reader *r, const char *what)
{
    restart_parser(r);
    r->open = false;
    r->window.start += r->first_n;
    r->window.line = r->window.start;
    r->line_number = r->record_line + 1;
    return report(r, what);
}

static ot_status hand_over(reader *r)
{
    const ot_record record = {r->field, r->n, r->record_line};
    ot_status status;

    if (r->no_memory) {
        return no_memory(r);
    }
    if (r->n > OT_FIELD_LIMIT) {
        status = report(r, "more than 65536 fields");
    } else {
        status = r->csv->see(r->csv->context, &record, r->err);
    }
    r->open = false;
    forget_fields(r);
    return status;
}

// The line at hand, of n bytes, is done with and so is the record.
static void go_on(reader *r, size_t n)
{
    r->window.line += n;
    r->window.start = r->window.line;
    r->line_number++;
}

// The line at hand, of n bytes, did not parse.
static ot_status take_bad_line(reader *r, const char *line, size_t n)
{
    if (csv_error(&r->parser) != CSV_EPARSE) {
        return no_memory(r);
    }
    if (r->open) {
        return give_up(r, OT_FAULT_UNCLOSED);
    }
    r->first_n = n;
    const char *what = ot__quote_fault(line, r->csv->delimiter);
    if (what != NULL) {
        return give_up(r, what);
    }
    restart_parser(r);
    (void)csv_set_opts(&r->parser, 0);
    const size_t done = csv_parse(&r->parser, line, n, on_field, on_record, r);
    (void)csv_set_opts(&r->parser, CSV_STRICT);
    go_on(r, n);
    return done == n ? hand_over(r) : no_memory(r);
}

// Picking pays unless most bytes are wanted.
static bool may_pick(const reader *r)
{
    return r->csv->wanted != NULL && !r->open &&
           (r->saved >= r->seen / 4 || r->seen < ENOUGH);
}

// Parses nothing of the line but the wanted fields. false: it is not plain.
static bool pick_line(reader *r, const char *line, size_t n)
{
    ot_pick *p = &r->pick;
    const size_t end = n > 1 && line[n - 2] == '\r' ? 2 : 1;

    p->delimiter = r->csv->delimiter;
    p->wanted = r->csv->wanted;
    p->wanted_n = r->csv->wanted_n;
    if (!ot__pick(p, line, n - end)) {
        return false;
    }
    r->seen += n;
    r->saved += n - end - (p->raw_n < n - end ? p->raw_n : n - end);
    memset(r->field, 0, p->fields * sizeof *r->field);
    p->raw[p->raw_n] = '\n';
    if (csv_parse(&r->parser, p->raw, p->raw_n + 1, on_picked, on_record, r) !=
        p->raw_n + 1) {
        restart_parser(r);
        return false;
    }
    r->n = p->fields;
    return true;
}

static ot_status take_line(reader *r, size_t n)
{
    if (!r->open) {
        r->record_line = r->line_number;
    }
    const ot_status status = make_room(r, n);
    if (status != OT_OK) {
        return status;
    }
    const char *line = r->window.bytes + r->window.line;
    if (may_pick(r) && pick_line(r, line, n)) {
        go_on(r, n);
        return hand_over(r);
    }
    if (csv_parse(&r->parser, line, n, on_field, on_record, r) != n) {
        return take_bad_line(r, line, n);
    }
    if (r->complete) {
        go_on(r, n);
        return hand_over(r);
    }
    if (!r->open && ot__line_blank(line, r->csv->delimiter)) {
        go_on(r, n);
        r->csv->blank_lines++;
        return OT_OK;
    }
    r->first_n = r->open ? r->first_n : n;
    r->open = true;
    r->window.line += n;
    r->line_number++;
    return OT_OK;
}

// There is no further line: the source has ended or the record is too long.
static ot_status take_end(reader *r)
{
    const bool over = r->window.filled - r->window.start > OT_RECORD_LIMIT;

    if (r->open) {
        return give_up(r, over ? "a record of more than 16 MiB: is a quote "
                                 "not closed?"
                               : OT_FAULT_UNCLOSED);
    }
    r->record_line = r->line_number++;
    const ot_status status = ot__window_skip(&r->window, r->err);
    return status == OT_OK ? report(r, "a line of more than 16 MiB") : status;
}

static void tell_progress(reader *r)
{
    const uint64_t bytes = ot__source_bytes(r->window.source);

    if (bytes - r->told >= PROGRESS) {
        r->csv->progress(r->csv->context);
        r->told = bytes;
    }
}

static ot_status read_all(reader *r)
{
    const ot_window *w = &r->window;
    ot_status status = OT_OK;

    while (status == OT_OK) {
        size_t n;
        status = ot__window_line(&r->window, OT_RECORD_LIMIT, &n, r->err);
        if (status != OT_OK && r->err != NULL &&
            r->err->place.line == OT_LINE_HERE) {
            r->err->place.line = r->line_number;
        }
        if (status == OT_OK && n == 0 && !r->open && w->line == w->filled) {
            break;
        }
        if (status == OT_OK) {
            status = n > 0 ? take_line(r, n) : take_end(r);
        }
        if (r->csv->progress != NULL) {
            tell_progress(r);
        }
    }
    r->csv->lines = (size_t)(r->line_number - 1);
    r->csv->unended = w->unended;
    return status;
}

static ot_status read_source(reader *r, ot_source *source)
{
    ot_csv *csv = r->csv;

    if (csv->delimiter == '\0') {
        csv->delimiter = ot__csv_delimiter(ot__source_head(source));
    }
    csv->lines = csv->blank_lines = 0;
    csv_set_delim(&r->parser, (unsigned char)csv->delimiter);
    csv_set_blk_size(&r->parser, BLOCK);
    r->pick.index = r->picked;
    r->pick.most = PICKED;
    r->field_capacity = PICKED;
    r->field = malloc(r->field_capacity * sizeof *r->field);
    const ot_status status = ot__window_open(&r->window, source, r->err);
    if (status != OT_OK) {
        return status;
    }
    return r->field != NULL ? read_all(r) : no_memory(r);
}

ot_status ot__csv_read(ot_source *source, ot_csv *csv, ot_error *err)
{
    reader r = {
        .csv = csv, .err = err, .window.source = source, .line_number = 1};

    if (csv_init(&r.parser, CSV_STRICT) != 0) {
        return no_memory(&r);
    }
    const ot_status status = read_source(&r, source);
    csv_free(&r.parser);
    ot__window_close(&r.window);
    free(r.field);
    free(r.text);
    free(r.pick.raw);
    return status;
}
