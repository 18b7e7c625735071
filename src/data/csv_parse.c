// SPDX-License-Identifier: GPL-3.0-or-later
// csv_parse.c - the records of CSV text in memory: cut out of what is plain, by
// libcsv where it is not.
#include <stdlib.h>
#include <string.h>

#include "data/csv_cut.h"
#include "data/csv_libcsv.h"

#define BATCH     ((size_t)16 * 1024)   // bytes scanned at once, at first
#define BATCH_MAX ((size_t)1024 * 1024) // longer records are not cut

struct ot_csv_parser {
    ot_csv *csv;
    ot_libcsv *libcsv;
    long line;     // of the next record
    bool skipping; // a line that is too long
    ot_lines lines;
    ot_scan_kernel *scan_kernel;
    ot_scan scan;
    uint32_t *ends; // room of scan.end, and one before it
    size_t batch;   // that there is room for
    ot_cutter cutter;
};

// The text at hand.
typedef struct part {
    const char *bytes;
    size_t n, at;
    ot_behind behind;
} part;

static ot_status no_memory(ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "no memory for records");
}

static bool make_batch(ot_csv_parser *p, size_t batch)
{
    const size_t room = batch + OT_SCAN_SLACK;
    uint32_t *end = malloc((room + 1) * sizeof *end);
    uint32_t *row = malloc(room * sizeof *row);

    if (end == NULL || row == NULL) {
        free(end);
        free(row);
        return false;
    }
    free(p->ends);
    free(p->scan.row);
    p->ends = end;
    p->ends[0] = UINT32_MAX; // what stands before the first field ends at -1
    p->scan.end = end + 1;
    p->scan.row = row;
    p->batch = batch;
    return true;
}

// ---- records ---------------------------------------------------------------

// Hands over the plain record that begins at t->at, to which ends [from, to]
// of the scan of bytes[base..) belong.
static inline ot_status see_plain(ot_csv_parser *p, part *t, size_t base,
                                  size_t from, size_t to, ot_error *err)
{
    const uint32_t *end = p->scan.end + from;
    const size_t n = to + 1 - from;
    const size_t after = base + end[n - 1] + 1;
    bool repeated;

    if (!ot__cut(&p->cutter, t->bytes + base, end, n, &repeated)) {
        return no_memory(err);
    }
    const ot_record record = {p->cutter.field, n, p->line, repeated};
    p->line += p->scan.lines_within
                   ? (long)ot__lines_count(t->bytes + t->at, after - t->at)
                   : 1;
    t->at = after;
    return p->csv->see(p->csv->context, &record, err);
}

static ot_status see_other(ot_csv_parser *p, part *t, bool *ended,
                           ot_error *err)
{
    ot_taken taken;

    ot__cutter_forget(&p->cutter);
    ot_status status = ot__libcsv_take(p->libcsv, &p->lines, t->bytes, t->n,
                                       t->at, t->behind, &taken, err);
    const long line = p->line;

    if (status != OT_OK) {
        return status;
    }
    t->at += taken.used;
    p->line += taken.lines;
    *ended = taken.kind == OT_TAKEN_NONE || taken.kind == OT_TAKEN_LONG;
    if (taken.kind == OT_TAKEN_LONG) {
        p->skipping = true;
        t->at -= t->bytes[t->n - 1] == '\r'; // it may be half of a CRLF
    }
    if (taken.kind == OT_TAKEN_RECORD) {
        taken.record.line = line;
        status = p->csv->see(p->csv->context, &taken.record, err);
    } else if (taken.kind == OT_TAKEN_BLANK) {
        p->csv->blank_lines++;
    } else if (taken.kind != OT_TAKEN_NONE) {
        status = p->csv->bad(p->csv->context, line, taken.what, err);
    }
    return status;
}

// Goes on to the end of a line that is too long.
static void skip_line(ot_csv_parser *p, part *t)
{
    const size_t n = ot__line_length(&p->lines, t->bytes, t->n, 0,
                                     t->behind == OT_BEHIND_MORE);

    p->skipping = n == 0;
    t->at = n > 0 ? n : t->n - (t->n > 0 && t->bytes[t->n - 1] == '\r');
}

// ---- a batch ---------------------------------------------------------------

// A line of one field may be blank.
static bool is_plain(size_t from, size_t to)
{
    return to > from && to - from < OT_FIELD_LIMIT;
}

// Hands over the records of one scan; one that is not plain among them, too, as
// long as what libcsv makes of it ends where the scan saw its end.
static ot_status see_batch(ot_csv_parser *p, part *t, bool *ended,
                           ot_error *err)
{
    const size_t base = t->at;
    const size_t n = t->n - base < p->batch ? t->n - base : p->batch;
    ot_status status = OT_OK;
    size_t from = 0;
    bool in_step = true;

    if (!ot__cutter_is_set(&p->cutter) &&
        !ot__cutter_set(&p->cutter, &p->scan)) {
        return no_memory(err);
    }
    p->scan_kernel(t->bytes + base, n, p->csv->delimiter, &p->scan);
    for (size_t r = 0; r < p->scan.rows && status == OT_OK && in_step; r++) {
        const size_t to = p->scan.row[r];
        const size_t after = base + p->scan.end[to] + 1;
        if (is_plain(from, to)) {
            status = see_plain(p, t, base, from, to, err);
            if (!ot__cutter_is_set(
                    &p->cutter)) { // other places are wanted from here on
                return status;
            }
        } else {
            status = see_other(p, t, ended, err);
            in_step = t->at == after && !*ended;
        }
        from = to + 1;
    }
    if (status != OT_OK || !in_step || p->scan.plain < n) {
        return status == OT_OK && in_step ? see_other(p, t, ended, err)
                                          : status;
    }
    if (p->scan.rows == 0 && n == p->batch) { // no record ends in a batch
        if (p->batch < BATCH_MAX) {
            return make_batch(p, 2 * p->batch) ? OT_OK : no_memory(err);
        }
        return see_other(p, t, ended, err);
    }
    if (n < p->batch && t->at < t->n) { // the last one is not complete
        return see_other(p, t, ended, err);
    }
    return OT_OK;
}

ot_status ot__csv_parse(ot_csv_parser *p, const char *bytes, size_t n,
                        ot_behind behind, size_t *used, ot_error *err)
{
    part t = {bytes, n, 0, behind};
    ot_status status = OT_OK;
    bool ended = false;

    p->lines = (ot_lines){0};
    ot__cutter_forget(&p->cutter);
    if (p->skipping) {
        skip_line(p, &t);
        ended = p->skipping;
    }
    while (status == OT_OK && t.at < n && !ended) {
        status = p->csv->by_libcsv ? see_other(p, &t, &ended, err)
                                   : see_batch(p, &t, &ended, err);
    }
    *used = t.at;
    return status;
}

// ---- opening and closing ---------------------------------------------------

ot_status ot__csv_open(ot_csv *csv, ot_csv_parser **parser, ot_error *err)
{
    ot_csv_parser *p = calloc(1, sizeof *p);

    *parser = p;
    if (p == NULL) {
        return no_memory(err);
    }
    p->csv = csv;
    p->cutter.csv = csv;
    p->line = 1;
    p->scan_kernel = ot__scan_best();
    p->libcsv = ot__libcsv_open(csv);
    if (p->libcsv == NULL || !make_batch(p, BATCH)) {
        ot__csv_close(p);
        *parser = NULL;
        return no_memory(err);
    }
    return OT_OK;
}

void ot__csv_close(ot_csv_parser *p)
{
    if (p != NULL) {
        ot__libcsv_close(p->libcsv);
        free(p->ends);
        free(p->scan.row);
        ot__cutter_free(&p->cutter);
        free(p);
    }
}

void ot__csv_begin(ot_csv_parser *p, long line)
{
    p->line = line;
    p->skipping = false;
}

long ot__csv_line(const ot_csv_parser *p)
{
    return p->line;
}
