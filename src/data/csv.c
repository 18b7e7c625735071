// SPDX-License-Identifier: GPL-3.0-or-later
// csv.c - one record of CSV text: the one file that knows libcsv.
//
// libcsv says neither where a field stood nor, in its lenient manner, that a
// quote was never closed: it would swallow the rest of the file. It is
// therefore strict, and fed one line at a time. A record that fails is reported
// at its first line and reading goes back to its second.
//
// Going back costs no more than the bytes once again: a line with an even
// number of quotes leaves a strict parser as it found it, and one with an odd
// number ends an open record, well or badly. So a record that starts at a line
// with an odd number ends at the next such line, at the latest; the lines
// between cannot open another, and no line is read more than a few times.
#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "data/csv_libcsv.h"
#include "data/quote.h"

#define BLOCK  ((size_t)4096) // by which libcsv's own buffer grows
#define FIELDS 64             // for which there is room at first

#define WHAT_LONG_RECORD "a record of more than 16 MiB: is a quote not closed?"
#define WHAT_LONG_LINE   "a line of more than 16 MiB"

struct ot_libcsv {
    const ot_csv *csv;
    struct csv_parser parser;
    bool complete; // libcsv has seen the end of the record
    bool no_memory;
    ot_str *field;
    size_t n, capacity;
    char *text; // the fields' bytes; as large as the record, so they always fit
    size_t used, text_capacity;
};

static ot_status no_memory(ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a record");
}

// ---- fields ----------------------------------------------------------------

static bool more_fields(ot_libcsv *l)
{
    const size_t capacity = l->capacity * 2;
    ot_str *field = realloc(l->field, capacity * sizeof *field);

    if (field == NULL) {
        l->no_memory = true;
        return false;
    }
    l->field = field;
    l->capacity = capacity;
    return true;
}

static bool is_wanted(const ot_csv *csv, size_t i)
{
    return csv->wanted == NULL || (i < csv->wanted_n && csv->wanted[i]);
}

static void on_field(void *bytes, size_t n, void *context)
{
    ot_libcsv *l = context;
    const size_t i = l->n;

    if (i >= l->capacity &&
        (i >= OT_FIELD_LIMIT || l->no_memory || !more_fields(l))) {
        l->n = OT_FIELD_LIMIT + 1; // any further ones are not kept
        return;
    }
    l->n++;
    if (!is_wanted(l->csv, i)) {
        l->field[i] = (ot_str){NULL, 0};
        return;
    }
    char *to = l->text + l->used;
    memcpy(to, bytes, n);
    l->field[i] = (ot_str){to, n};
    l->used += n;
}

static void on_record(int end, void *context)
{
    ot_libcsv *l = context;

    (void)end;
    l->complete = true;
}

// Makes room for a record of n bytes; the fields so far move along.
static bool make_room(ot_libcsv *l, size_t n)
{
    if (n > BLOCK) { // libcsv's buffer, too, grows in few steps
        csv_set_blk_size(&l->parser, n);
    }
    if (n <= l->text_capacity) {
        return true;
    }
    char *text = malloc(2 * n);
    if (text == NULL) {
        return false;
    }
    if (l->used > 0) {
        memcpy(text, l->text, l->used);
    }
    const size_t kept = l->n < l->capacity ? l->n : l->capacity;
    for (size_t i = 0; i < kept; i++) {
        if (l->field[i].at != NULL) {
            l->field[i].at = text + (l->field[i].at - l->text);
        }
    }
    free(l->text);
    l->text = text;
    l->text_capacity = 2 * n;
    return true;
}

static void forget(ot_libcsv *l)
{
    // Without CSV_STRICT_FINI this does no more than forget the half-read
    // record.
    (void)csv_fini(&l->parser, NULL, NULL, NULL);
    l->n = 0;
    l->used = 0;
    l->complete = false;
}

// ---- a record --------------------------------------------------------------

static void give_up(ot_libcsv *l, ot_taken *t, size_t first_n, const char *what)
{
    forget(l);
    t->kind = OT_TAKEN_BAD;
    t->what = what;
    t->used = first_n;
    t->lines = 1;
}

static void hand_over(ot_libcsv *l, ot_taken *t)
{
    if (l->n > OT_FIELD_LIMIT) {
        t->kind = OT_TAKEN_BAD;
        t->what = "more than 65536 fields";
        return;
    }
    t->kind = OT_TAKEN_RECORD;
    t->record = (ot_record){.field = l->field, .n = l->n};
}

// A line that did not parse and begins its record: a bare quote in a field that
// is not quoted stands for itself.
static bool take_bare_quotes(ot_libcsv *l, ot_taken *t, const char *line)
{
    forget(l);
    (void)csv_set_opts(&l->parser, 0);
    const size_t done =
        csv_parse(&l->parser, line, t->used, on_field, on_record, l);
    (void)csv_set_opts(&l->parser, CSV_STRICT);
    hand_over(l, t);
    return done == t->used && !l->no_memory;
}

// The line of n bytes at bytes + t->used. false: no memory.
static bool take_line(ot_libcsv *l, ot_taken *t, const char *bytes, size_t n,
                      size_t first_n)
{
    const char *line = bytes + t->used;

    t->used += n;
    t->lines++;
    if (!make_room(l, t->used)) {
        return false;
    }
    if (csv_parse(&l->parser, line, n, on_field, on_record, l) == n) {
        if (l->complete) {
            hand_over(l, t);
        } else if (t->lines == 1 && ot__line_blank(line, l->csv->delimiter)) {
            t->kind = OT_TAKEN_BLANK;
        }
        return !l->no_memory;
    }
    if (csv_error(&l->parser) != CSV_EPARSE) {
        return false;
    }
    const char *what = t->lines > 1 ? OT_FAULT_UNCLOSED
                                    : ot__quote_fault(line, l->csv->delimiter);
    if (what == NULL) {
        return take_bare_quotes(l, t, line);
    }
    give_up(l, t, first_n, what);
    return true;
}

// No further line ends in what there is of the text.
static void take_rest(ot_libcsv *l, ot_taken *t, size_t rest, size_t first_n,
                      ot_behind behind)
{
    const bool over = rest > OT_RECORD_LIMIT;

    if (t->lines > 0 && (over || behind == OT_BEHIND_NONE)) {
        give_up(l, t, first_n, over ? WHAT_LONG_RECORD : OT_FAULT_UNCLOSED);
    } else if (over) {
        t->kind = OT_TAKEN_LONG;
        t->what = WHAT_LONG_LINE;
        t->used = rest;
        t->lines = 1;
    } else {
        forget(l);
        t->used = 0;
        t->lines = 0;
    }
}

ot_status ot__libcsv_take(ot_libcsv *l, ot_lines *lines, const char *bytes,
                          size_t n, size_t at, ot_behind behind, ot_taken *t,
                          ot_error *err)
{
    size_t first_n = 0;

    *t = (ot_taken){.kind = OT_TAKEN_NONE};
    forget(l);
    while (t->kind == OT_TAKEN_NONE) {
        const size_t line = ot__line_length(lines, bytes, n, at + t->used,
                                            behind == OT_BEHIND_MORE);
        first_n = t->lines == 0 ? line : first_n;
        if (line > 0 && t->lines == 0 && line > OT_RECORD_LIMIT) {
            *t = (ot_taken){OT_TAKEN_BAD, WHAT_LONG_LINE, line, 1, {0}};
            break;
        }
        if (line == 0 || t->used + line > OT_RECORD_LIMIT) {
            take_rest(l, t, line == 0 ? n - at : t->used + line, first_n,
                      behind);
            break;
        }
        if (!take_line(l, t, bytes + at, line, first_n)) {
            return no_memory(err);
        }
    }
    return OT_OK;
}

ot_libcsv *ot__libcsv_open(const ot_csv *csv)
{
    ot_libcsv *l = calloc(1, sizeof *l);

    if (l == NULL || csv_init(&l->parser, CSV_STRICT) != 0) {
        free(l);
        return NULL;
    }
    csv_set_delim(&l->parser, (unsigned char)csv->delimiter);
    csv_set_blk_size(&l->parser, BLOCK);
    l->csv = csv;
    l->capacity = FIELDS;
    l->field = malloc(FIELDS * sizeof *l->field);
    if (l->field == NULL) {
        ot__libcsv_close(l);
        return NULL;
    }
    return l;
}

void ot__libcsv_close(ot_libcsv *l)
{
    if (l != NULL) {
        csv_free(&l->parser);
        free(l->field);
        free(l->text);
        free(l);
    }
}
