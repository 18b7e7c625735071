// SPDX-License-Identifier: GPL-3.0-or-later
// csv_parse.c - the records of CSV text in memory: cut out of what is plain, by
// libcsv where it is not.
#include <stdlib.h>
#include <string.h>

#include "base/plain.h"
#include "data/csv_libcsv.h"
#include "data/scan.h"

#define BATCH     ((size_t)16 * 1024) // bytes scanned at once, at first
#define COMPARED  1024u // records by which to judge whether fields repeat
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
    ot_str *field;
    size_t capacity;
    const bool *wanted; // what `pick` was made from
    size_t wanted_n;
    uint32_t *pick; // the numbers of the wanted fields
    size_t picks, pick_capacity;
    // The first csv->lead fields as they stood in the record before, which was
    // plain; at NULL: it was not, or there is none. Once they repeat too seldom
    // they are not compared any more (leads 0).
    ot_str before;
    size_t leads; // wanted fields among them
    unsigned compared, repeated;
    char *text; // fields that had doubled quotes, of the record at hand
    size_t used, text_capacity;
    size_t record_n; // bytes of that record
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

// ---- room ------------------------------------------------------------------

static bool grow(void *array, size_t *capacity, size_t n, size_t size)
{
    void **at = array;

    if (n <= *capacity) {
        return true;
    }
    void *more = realloc(*at, 2 * n * size);
    if (more == NULL) {
        return false;
    }
    *at = more;
    *capacity = 2 * n;
    return true;
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

// Room for n fields; none of them is wanted, until it is picked.
static bool make_fields(ot_csv_parser *p, size_t n)
{
    const size_t before = p->capacity;
    void *field = p->field;

    if (!grow(&field, &p->capacity, n, sizeof *p->field)) {
        return false;
    }
    p->field = field;
    for (size_t i = before; i < p->capacity; i++) {
        p->field[i] = (ot_str){NULL, 0};
    }
    return true;
}

// Of each record, the longest run of ends that no wanted field begins or ends
// at. The last end of a record is always found.
static void find_gap(ot_csv_parser *p)
{
    size_t from = 0; // the first end behind the last one that is wanted

    p->scan.gap_from = p->scan.gap_to = 0;
    for (size_t k = 0; k <= p->picks && p->wanted != NULL; k++) {
        const size_t field = k < p->picks ? p->pick[k] : p->wanted_n + 1;
        const size_t to = field > 0 ? field - 1 : 0;
        if (to > from && to - from > p->scan.gap_to - p->scan.gap_from) {
            p->scan.gap_from = (uint32_t)from;
            p->scan.gap_to = (uint32_t)to;
        }
        from = field + 1;
    }
}

static bool is_listed(const ot_csv_parser *p)
{
    return p->wanted == p->csv->wanted && p->wanted_n == p->csv->wanted_n;
}

static bool list_wanted(ot_csv_parser *p)
{
    const ot_csv *csv = p->csv;
    void *pick = p->pick;

    if (is_listed(p)) {
        return true;
    }
    if (!grow(&pick, &p->pick_capacity, csv->wanted_n, sizeof *p->pick)) {
        return false;
    }
    p->pick = pick;
    p->picks = 0;
    for (size_t i = 0; csv->wanted != NULL && i < csv->wanted_n; i++) {
        if (csv->wanted[i]) {
            p->pick[p->picks++] = (uint32_t)i;
        }
    }
    for (size_t i = 0; i < p->capacity; i++) {
        p->field[i] = (ot_str){NULL, 0};
    }
    p->wanted = csv->wanted;
    p->wanted_n = csv->wanted_n;
    p->before.at = NULL;
    p->leads = 0;
    while (p->leads < p->picks && p->pick[p->leads] < csv->lead) {
        p->leads++;
    }
    find_gap(p);
    return true;
}

// ---- plain records ---------------------------------------------------------

// "a""b" without the outer quotes, in our own text.
static ot_str undouble(ot_csv_parser *p, ot_str s)
{
    char *const to = p->text + p->used;
    size_t n = 0;

    for (size_t i = 0; i < s.n; i++) {
        to[n++] = s.at[i];
        i += s.at[i] == '"';
    }
    p->used += n;
    return (ot_str){to, n};
}

static bool is_blank(char c, char delimiter)
{
    return (c == ' ' || c == '\t') && c != delimiter;
}

static ot_str trimmed(ot_str s, char delimiter)
{
    while (s.n > 0 && is_blank(s.at[s.n - 1], delimiter)) {
        s.n--;
    }
    while (s.n > 0 && is_blank(s.at[0], delimiter)) {
        s.at++;
        s.n--;
    }
    return s;
}

// A field that begins with a quote or a blank, or ends with a blank or a CR:
// that is half of the line end.
static bool unwrap(ot_csv_parser *p, ot_str *field)
{
    field->n -= field->n > 0 && field->at[field->n - 1] == '\r';
    if (field->n == 0 || field->at[0] != '"') {
        *field = trimmed(*field, p->csv->delimiter);
        return true;
    }
    const ot_str inner = {field->at + 1, field->n - 2};
    if (memchr(inner.at, '"', inner.n) == NULL) {
        *field = inner;
        return true;
    }
    void *text = p->text;
    if (p->used == 0 && // once for a record: what was cut stays where it is
        !grow(&text, &p->text_capacity, p->record_n, 1)) {
        return false;
    }
    p->text = text;
    *field = undouble(p, inner);
    return true;
}

// Field i of a record whose ends are end[0..]; end[-1] is that of the record
// before.
static inline bool cut_field(ot_csv_parser *p, const char *bytes,
                             const uint32_t *end, size_t i)
{
    const uint32_t *const before = end - 1;
    const uint32_t from = before[i] + 1;
    const size_t n = end[i] - from;
    const char *at = bytes + from;

    p->field[i] = (ot_str){at, n};
    return ((unsigned char)at[0] > '"' &&
            (n == 0 || (unsigned char)at[n - 1] > ' ')) ||
           unwrap(p, &p->field[i]);
}

static inline bool same_bytes(const char *a, const char *b, size_t n)
{
    if (n < 8) {
        return memcmp(a, b, n) == 0;
    }
    size_t i = 0;
    while (i + 8 <= n && ot__load8(a + i) == ot__load8(b + i)) {
        i += 8;
    }
    return i + 8 > n && ot__load8(a + n - 8) == ot__load8(b + n - 8);
}

// Whether the leading fields of a record of n are as they were in the record
// before.
static inline bool repeats(ot_csv_parser *p, const char *bytes,
                           const uint32_t *end, size_t n)
{
    const size_t lead = p->csv->lead;
    const uint32_t start = (end - 1)[0] + 1;

    if (n < lead || p->pick[p->leads - 1] + (size_t)1 != lead) {
        p->before.at = NULL;
        return false;
    }
    const ot_str now = {bytes + start, end[lead - 1] - start};
    const bool same = p->before.at != NULL && p->before.n == now.n &&
                      same_bytes(now.at, p->before.at, now.n);
    p->before = now;
    p->repeated += same;
    if (++p->compared == COMPARED) {
        p->leads = p->repeated < COMPARED / 4 ? 0 : p->leads;
        p->compared = p->repeated = 0;
    }
    return same;
}

// The fields of a record of n. *repeated: the leading ones are as they were.
static bool cut_fields(ot_csv_parser *p, const char *bytes, const uint32_t *end,
                       size_t n, bool *repeated)
{
    bool good = n <= p->capacity || make_fields(p, n);
    const size_t leads = p->leads;
    size_t k = 0;

    *repeated = leads > 0 && repeats(p, bytes, end, n);
    k = *repeated ? leads : 0;
    p->used = 0;
    p->record_n = end[n - 1] - (end - 1)[0];
    if (p->wanted == NULL) {
        for (size_t i = 0; i < n && good; i++) {
            good = cut_field(p, bytes, end, i);
        }
        return good;
    }
    for (; k < p->picks && p->pick[k] < n && good; k++) {
        good = cut_field(p, bytes, end, p->pick[k]);
    }
    if (p->used > 0) { // texts of our own do not outlive the record
        p->before.at = NULL;
    }
    return good;
}

// Hands over the plain record that begins at t->at, to which ends [from, to]
// of the scan of bytes[base..) belong.
static inline ot_status see_plain(ot_csv_parser *p, part *t, size_t base,
                                  size_t from, size_t to, ot_error *err)
{
    const uint32_t *end = p->scan.end + from;
    const size_t n = to + 1 - from;
    const size_t after = base + end[n - 1] + 1;

    bool repeated;
    if (!cut_fields(p, t->bytes + base, end, n, &repeated)) {
        return no_memory(err);
    }
    const ot_record record = {p->field, n, p->line, repeated};
    p->line += p->scan.lines_within
                   ? (long)ot__lines_count(t->bytes + t->at, after - t->at)
                   : 1;
    t->at = after;
    return p->csv->see(p->csv->context, &record, err);
}

// ---- other records ---------------------------------------------------------

static ot_status see_other(ot_csv_parser *p, part *t, bool *ended,
                           ot_error *err)
{
    ot_taken taken;

    p->before.at = NULL;
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

    if (!list_wanted(p)) {
        return no_memory(err);
    }
    p->scan_kernel(t->bytes + base, n, p->csv->delimiter, &p->scan);
    for (size_t r = 0; r < p->scan.rows && status == OT_OK && in_step; r++) {
        const size_t to = p->scan.row[r];
        const size_t after = base + p->scan.end[to] + 1;
        if (is_plain(from, to)) {
            status = see_plain(p, t, base, from, to, err);
            if (!is_listed(p)) { // other places are wanted from here on
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
    p->before.at = NULL;
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
        free(p->field);
        free(p->pick);
        free(p->text);
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
