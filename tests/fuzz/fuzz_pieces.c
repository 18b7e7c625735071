// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_pieces.c - any text, cut anywhere, by any number of threads: the same
// records, bad records, lines and errors at the same places as in one pass by
// libcsv alone.
//
// The first byte chooses the size of the pieces, the second the threads, the
// delimiter, whether the text is a file or a stream, and how many leading
// fields are compared with the record before; the rest is the text.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "data/intern.h"
#include "data/pieces.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define THREADS 4

static const bool wanted[] = {true, false, true, true};

#define WANTED (sizeof wanted / sizeof wanted[0])

// Sums over records, in which their order does not matter; lines are those of a
// piece, or of the whole.
typedef struct seen {
    uint64_t records, hashes, lines, both;
    uint64_t bad, bad_hashes, bad_lines, bad_both;
} seen;

typedef struct reader {
    uint64_t sign; // 1, or -1 in the arithmetic of 2^64
    seen seen;
} reader;

static void require(int holds)
{
    if (!holds) {
        abort();
    }
}

static uint64_t hash_of(const ot_record *record, bool all)
{
    uint64_t h = record->n;

    for (size_t i = 0; i < record->n && (all || i < WANTED); i++) {
        if (all || wanted[i]) {
            const ot_str f = record->field[i];
            h = (h ^ ot__hash(f.at, f.n) ^ i) * 0x9e3779b97f4a7c15u;
        }
    }
    return h;
}

static ot_status see(void *context, const ot_record *record, ot_error *err)
{
    reader *r = context;
    const uint64_t line = (uint64_t)record->line;
    const uint64_t h = hash_of(record, false);

    (void)err;
    r->seen.records += r->sign;
    r->seen.hashes += r->sign * h;
    r->seen.lines += r->sign * line;
    r->seen.both += r->sign * line * h;
    return OT_OK;
}

static ot_status bad(void *context, long line, const char *what, ot_error *err)
{
    reader *r = context;
    const uint64_t h = ot__hash(what, strlen(what));

    (void)err;
    r->seen.bad += r->sign;
    r->seen.bad_hashes += r->sign * h;
    r->seen.bad_lines += r->sign * (uint64_t)line;
    r->seen.bad_both += r->sign * (uint64_t)line * h;
    return OT_OK;
}

static void begin(void *context, int sign)
{
    reader *r = context;

    *r = (reader){.sign = sign > 0 ? 1 : UINT64_MAX};
}

static void end(void *context, void *result)
{
    const reader *r = context;

    memcpy(result, &r->seen, sizeof r->seen);
}

static ot_status accept(void *shared, const void *result, long line,
                        ot_error *err)
{
    seen *all = shared;
    seen s;
    const uint64_t before = (uint64_t)(line - 1);

    (void)err;
    memcpy(&s, result, sizeof s);
    all->records += s.records;
    all->hashes += s.hashes;
    all->lines += s.lines + before * s.records;
    all->both += s.both + before * s.hashes;
    all->bad += s.bad;
    all->bad_hashes += s.bad_hashes;
    all->bad_lines += s.bad_lines + before * s.bad;
    all->bad_both += s.bad_both + before * s.bad_hashes;
    return OT_OK;
}

// ---- the text
// ----------------------------------------------------------------

static const char *path_of(const uint8_t *data, size_t n)
{
    static char path[] = "/tmp/outturn-pieces-XXXXXX";
    static int file = -1;

    if (file < 0) {
        file = mkstemp(path);
        require(file >= 0);
    }
    require(ftruncate(file, 0) == 0);
    require(pwrite(file, data, n, 0) == (ssize_t)n);
    return path;
}

static ot_source *open_text(const uint8_t *data, size_t n, bool is_file)
{
    ot_source *source = NULL;
    const ot_str text = {(const char *)data, n};

    if (!is_file) {
        require(ot__source_memory("fuzz", text, &source, NULL) == OT_OK);
    } else if (ot__source_open(path_of(data, n), &source, NULL) != OT_OK) {
        return NULL; // no text at all
    }
    return source;
}

typedef struct outcome {
    ot_status status;
    ot_error err;
    seen seen;
    size_t lines, blank_lines;
    bool unended;
    uint64_t bytes;
} outcome;

static outcome read_once(ot_source *source, char delimiter)
{
    reader r = {.sign = 1};
    outcome o = {0};
    ot_csv csv = {.delimiter = delimiter,
                  .wanted = wanted,
                  .wanted_n = WANTED,
                  .by_libcsv = true,
                  .see = see,
                  .bad = bad,
                  .context = &r};

    o.status = ot__csv_read(source, &csv, &o.err);
    o.seen = r.seen;
    o.lines = csv.lines;
    o.blank_lines = csv.blank_lines;
    o.unended = csv.unended;
    o.bytes = ot__source_bytes(source);
    return o;
}

static outcome read_in_pieces(ot_source *source, char delimiter, size_t threads,
                              size_t piece, size_t lead)
{
    reader r[THREADS];
    void *const context[THREADS] = {&r[0], &r[1], &r[2], &r[3]};
    outcome o = {0};
    ot_pieces p = {.delimiter = delimiter,
                   .wanted = wanted,
                   .wanted_n = WANTED,
                   .lead = lead,
                   .threads = threads,
                   .piece = piece,
                   .skip = ot__source_bytes(source),
                   .line = 1,
                   .context = context,
                   .see = see,
                   .bad = bad,
                   .begin = begin,
                   .end = end,
                   .result_size = sizeof(seen),
                   .accept = accept,
                   .shared = &o.seen};

    o.status = ot__pieces_read(source, &p, &o.err);
    o.lines = p.lines;
    o.blank_lines = p.blank_lines;
    o.unended = p.unended;
    o.bytes = p.bytes;
    return o;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2) {
        return 0;
    }
    const size_t piece = OT_PIECE_LEAST + data[0] % 64u * (data[0] / 64u);
    const size_t threads = 1 + data[1] % THREADS;
    const bool is_file = (data[1] & 4) != 0;
    const char delimiter = (data[1] & 8) != 0 ? ';' : ',';
    ot_source *first = open_text(data + 2, size - 2, is_file);

    if (first == NULL) {
        return 0;
    }
    const outcome one = read_once(first, delimiter);
    ot__source_close(first);
    ot_source *second = open_text(data + 2, size - 2, is_file);
    require(second != NULL);
    const outcome many =
        read_in_pieces(second, delimiter, threads, piece, data[1] / 16u % 5u);
    ot__source_close(second);
    require(one.status == many.status);
    require(strcmp(one.err.message, many.err.message) == 0);
    require(one.err.place.line == many.err.place.line);
    if (one.status == OT_OK) {
        require(memcmp(&one.seen, &many.seen, sizeof one.seen) == 0);
        require(one.lines == many.lines);
        require(one.blank_lines == many.blank_lines);
        require(one.unended == many.unended && one.bytes == many.bytes);
    }
    return 0;
}
