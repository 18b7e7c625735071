// SPDX-License-Identifier: GPL-3.0-or-later
// csv.c - records of a CSV stream: the one file that knows libcsv.
//
// libcsv says neither where a field stood nor, in its lenient manner, that a
// quote was never closed: it would swallow the rest of the file. It is therefore
// strict, and fed one line at a time, out of a window that holds the record
// being read from its first byte. A record that fails is reported at its first
// line and reading goes back to its second.
//
// Going back costs no more than the bytes once again: a line with an even number
// of quotes leaves a strict parser as it found it, and one with an odd number
// ends an open record, well or badly. So a record that starts at a line with an
// odd number ends at the next such line, at the latest; the lines between cannot
// open another, and no line is read more than a few times.
#include "data/csv.h"

#include <stdlib.h>
#include <string.h>

#include <csv.h>

#define CHUNK    ((size_t)256 * 1024) // bytes asked of the source at once
#define PROGRESS ((size_t)1024 * 1024)
#define BLOCK    ((size_t)4096) // by which libcsv's own buffer grows

// Where the next line end of one kind stands. None is in [from, at); `found`
// says whether one is at `at` or whether the search has only come so far.
typedef struct mark {
    size_t from, at;
    bool found;
} mark;

typedef struct reader {
    ot_csv *csv;
    ot_source *source;
    ot_error *err;
    struct csv_parser parser;

    char *window;
    size_t capacity, filled;
    size_t record; // where the record being read begins
    size_t second; // where its second line does, once it has one
    size_t line;   // where the line being read begins
    mark lf, cr;
    bool ended;      // the source has no more
    size_t unspoken; // bytes since progress was told

    long record_line, line_number;
    bool open;     // the record goes on in the next line
    bool complete; // libcsv has seen its end

    ot_str *field;
    size_t n, field_capacity;
    char *text; // the fields' bytes; as large as the window, so they always fit
    size_t used;
    bool no_memory;
} reader;

static ot_status no_memory(reader *r)
{
    const ot_place place = {.path = ot__source_path(r->source),
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

// ---- The window ----

// The fields' bytes move with their buffer.
static bool grow_text(reader *r, size_t capacity)
{
    char *text = malloc(capacity);

    if (text == NULL) {
        return false;
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
    return true;
}

static ot_status grow_window(reader *r)
{
    const size_t most = OT_RECORD_LIMIT + 2 * CHUNK;
    const size_t twice = r->capacity * 2;
    const size_t capacity = twice < most ? twice : most;
    char *window = realloc(r->window, capacity);

    if (window == NULL) {
        return no_memory(r);
    }
    r->window = window;
    r->capacity = capacity;
    return grow_text(r, capacity) ? OT_OK : no_memory(r);
}

static void shift_mark(mark *m, size_t by)
{
    if (m->at < by) {
        *m = (mark){0, 0, false};
        return;
    }
    m->from -= m->from < by ? m->from : by;
    m->at -= by;
}

// What stands before the record is done with.
static void shift_window(reader *r)
{
    const size_t by = r->record;

    if (by == 0) {
        return;
    }
    memmove(r->window, r->window + by, r->filled - by);
    r->filled -= by;
    r->line -= by;
    r->second -= r->second < by ? r->second : by;
    r->record = 0;
    shift_mark(&r->lf, by);
    shift_mark(&r->cr, by);
}

// A last line without an end is given one.
static void end_window(reader *r)
{
    r->ended = true;
    if (r->filled > r->line && r->window[r->filled - 1] != '\n' &&
        r->window[r->filled - 1] != '\r') {
        r->window[r->filled++] = '\n';
    }
}

static ot_status fill_window(reader *r)
{
    ot_status status = OT_OK;
    size_t n;

    shift_window(r);
    if (r->capacity - r->filled <= CHUNK) {
        status = grow_window(r);
    }
    if (status == OT_OK) {
        status = ot__source_read(r->source, r->window + r->filled, CHUNK, &n,
                                 r->err);
    }
    if (status != OT_OK) {
        return status;
    }
    if (n == 0) {
        end_window(r);
    }
    r->filled += n;
    r->unspoken += n;
    if (r->csv->progress != NULL && r->unspoken >= PROGRESS) {
        r->csv->progress(r->csv->context);
        r->unspoken = 0;
    }
    return OT_OK;
}

// ---- Lines ----

static void seek(mark *m, char c, const reader *r)
{
    if (r->line < m->from || r->line > m->at) {
        *m = (mark){r->line, r->line, false};
    }
    if (!m->found && m->at < r->filled) {
        const char *at = memchr(r->window + m->at, c, r->filled - m->at);
        m->found = at != NULL;
        m->at = m->found ? (size_t)(at - r->window) : r->filled;
    }
}

// Length of the line at r->line with its end, 0 when its end is not in the
// window. CR ends a line only when the byte after it is known not to be LF.
static size_t line_length(reader *r)
{
    seek(&r->lf, '\n', r);
    seek(&r->cr, '\r', r);
    if (!r->cr.found || (r->lf.found && r->lf.at < r->cr.at)) {
        return r->lf.found ? r->lf.at + 1 - r->line : 0;
    }
    const size_t after = r->cr.at + 1;
    if (after < r->filled) {
        return after - r->line + (r->window[after] == '\n');
    }
    return r->ended ? after - r->line : 0;
}

// Finds the line at r->line. *n = 0: the source has no more, or the record is
// over the limit.
static ot_status next_line(reader *r, size_t *n)
{
    *n = line_length(r);
    while (*n == 0 && !r->ended && r->filled - r->record <= OT_RECORD_LIMIT) {
        const ot_status status = fill_window(r);
        if (status != OT_OK) {
            return status;
        }
        *n = line_length(r);
    }
    if (r->line + *n - r->record > OT_RECORD_LIMIT) {
        *n = 0;
    }
    return OT_OK;
}

// Goes on behind the line at r->line, however long it is.
static ot_status skip_line(reader *r)
{
    size_t n = line_length(r);

    while (n == 0 && !r->ended) {
        const bool cut = r->window[r->filled - 1] == '\r';
        r->record = r->line = r->filled - cut;
        const ot_status status = fill_window(r);
        if (status != OT_OK) {
            return status;
        }
        n = line_length(r);
    }
    r->record = r->line = r->line + n;
    r->line_number++;
    return OT_OK;
}

// ---- Records ----

static void restart_parser(reader *r)
{
    // Without CSV_STRICT_FINI this does no more than forget the half-read record.
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
    r->record = r->line = r->second;
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

static bool is_blank(const reader *r, char c)
{
    return (c == ' ' || c == '\t') && c != r->csv->delimiter;
}

static bool is_end(char c)
{
    return c == '\n' || c == '\r';
}

#define UNCLOSED "a quoted field without end"
#define BEHIND   "text after a closing quote"

// Moves *at, in text that ends with a line end, behind a field and the byte that
// follows it, which is returned; '\0' and *what when no field can be so.
static char skip_field(const reader *r, const char **at, const char **what)
{
    const char *p = *at;
    const char delimiter = r->csv->delimiter;

    while (is_blank(r, *p)) {
        p++;
    }
    const bool quoted = *p == '"';
    while (quoted && *p == '"') { // a doubled quote goes round once more
        for (p++; *p != '"'; p++) {
            if (is_end(*p)) {
                *what = UNCLOSED;
                return '\0';
            }
        }
        p++;
    }
    while (quoted ? is_blank(r, *p) : *p != delimiter && !is_end(*p)) {
        p++;
    }
    *at = p + 1;
    *what = BEHIND;
    return *p == delimiter || is_end(*p) ? *p : '\0';
}

// A line that strict CSV forbids is meant as it stands when all that is wrong
// are quotes inside unquoted fields: NULL. Else what is wrong with it.
static const char *wrong_with(const reader *r, const char *line)
{
    const char *what = NULL;
    char after = r->csv->delimiter;

    while (after == r->csv->delimiter) {
        after = skip_field(r, &line, &what);
    }
    return after == '\0' ? what : NULL;
}

// Lets libcsv's buffer grow in few steps, however long the record is.
static void widen_parser(reader *r, size_t n)
{
    const size_t size = r->line + n - r->record;

    if (size > BLOCK) {
        csv_set_blk_size(&r->parser, size);
    }
}

// The line at r->line, of n bytes, did not parse.
static ot_status take_bad_line(reader *r, size_t n)
{
    if (csv_error(&r->parser) != CSV_EPARSE) {
        return no_memory(r);
    }
    if (r->line != r->record) {
        return give_up(r, UNCLOSED);
    }
    r->second = r->line + n;
    const char *what = wrong_with(r, r->window + r->line);
    if (what != NULL) {
        return give_up(r, what);
    }
    restart_parser(r);
    (void)csv_set_opts(&r->parser, 0);
    const size_t done = csv_parse(&r->parser, r->window + r->line, n, on_field,
                                  on_record, r);
    (void)csv_set_opts(&r->parser, CSV_STRICT);
    if (done != n) {
        return no_memory(r);
    }
    r->record = r->line = r->second;
    r->line_number++;
    return hand_over(r);
}

// Whether nothing but blanks stands before the line's end.
static bool is_blank_line(const reader *r, const char *line)
{
    while (is_blank(r, *line)) {
        line++;
    }
    return is_end(*line);
}

static ot_status take_line(reader *r, size_t n)
{
    const char *line = r->window + r->line;

    if (!r->open) {
        r->record_line = r->line_number;
    }
    widen_parser(r, n);
    if (csv_parse(&r->parser, line, n, on_field, on_record, r) != n) {
        return take_bad_line(r, n);
    }
    const bool first = !r->open;
    r->line += n;
    r->line_number++;
    if (r->complete) {
        r->record = r->line;
        return hand_over(r);
    }
    if (first && is_blank_line(r, line)) {
        r->record = r->line;
        r->csv->blank_lines++;
        return OT_OK;
    }
    if (first) {
        r->open = true;
        r->second = r->line;
    }
    return OT_OK;
}

// There is no further line: the source has ended or the record is too long.
static ot_status take_end(reader *r)
{
    const bool over = r->filled - r->record > OT_RECORD_LIMIT;

    if (r->open) {
        return give_up(r, over ? "a record of more than 16 MiB: is a quote "
                                 "not closed?"
                               : UNCLOSED);
    }
    r->record_line = r->line_number;
    const ot_status status = skip_line(r);
    return status == OT_OK ? report(r, "a line of more than 16 MiB") : status;
}

static ot_status read_all(reader *r)
{
    ot_status status = OT_OK;

    while (status == OT_OK) {
        size_t n;
        status = next_line(r, &n);
        if (status == OT_OK && n == 0 && !r->open && r->line == r->filled) {
            break;
        }
        if (status == OT_OK) {
            status = n > 0 ? take_line(r, n) : take_end(r);
        }
    }
    r->csv->lines = (size_t)(r->line_number - 1);
    return status;
}

static ot_status get_ready(reader *r)
{
    ot_csv *csv = r->csv;

    if (csv->delimiter == '\0') {
        csv->delimiter = ot__csv_delimiter(ot__source_head(r->source));
    }
    csv->lines = csv->blank_lines = 0;
    csv_set_delim(&r->parser, (unsigned char)csv->delimiter);
    csv_set_blk_size(&r->parser, BLOCK);
    r->capacity = 2 * CHUNK;
    r->field_capacity = 64;
    r->window = malloc(r->capacity);
    r->text = malloc(r->capacity);
    r->field = malloc(r->field_capacity * sizeof *r->field);
    return r->window != NULL && r->text != NULL && r->field != NULL
               ? OT_OK
               : no_memory(r);
}

ot_status ot__csv_read(ot_source *source, ot_csv *csv, ot_error *err)
{
    reader r = {
        .csv = csv, .source = source, .err = err, .line_number = 1};

    if (csv_init(&r.parser, CSV_STRICT) != 0) {
        return no_memory(&r);
    }
    ot_status status = get_ready(&r);
    if (status == OT_OK) {
        status = read_all(&r);
    }
    csv_free(&r.parser);
    free(r.field);
    free(r.text);
    free(r.window);
    return status;
}
