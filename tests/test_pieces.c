// SPDX-License-Identifier: GPL-3.0-or-later
// test_pieces.c - text in pieces: the same records, whatever the pieces and
// however many read them.
#include "support.h"

#include <pthread.h>
#include <time.h>
#include <unistd.h>

#include "data/intern.h"
#include "data/pieces.h"
#include "pack.h"

#define THREADS 4
#define KIB     ((size_t)1024)
#define MIB     (KIB * 1024)

// Sums over what was seen, so that its order does not matter. Lines are those
// of a piece, or of the whole.
typedef struct seen {
    uint64_t records, hashes, lines, both;
    uint64_t bad, bad_lines;
} seen;

typedef struct reader {
    uint64_t sign; // 1, or -1 in the arithmetic of 2^64
    seen seen;
    char what[64]; // of the first bad one of the piece
} reader;

typedef struct brought {
    seen seen;
    char what[64];
} brought;

// What threads share.
typedef struct all {
    seen seen;
    char what[64]; // of the first bad one
    size_t accepted, stop_at;
    long last_line;
} all;

static ot_status see(void *context, const ot_record *record, ot_error *err)
{
    reader *r = context;
    uint64_t h = record->n;

    (void)err;
    for (size_t i = 0; i < record->n; i++) {
        const ot_str f = record->field[i];
        h = (h ^ ot__hash(f.at, f.n) ^ i) * 0x9e3779b97f4a7c15u;
    }
    r->seen.records += r->sign;
    r->seen.hashes += r->sign * h;
    r->seen.lines += r->sign * (uint64_t)record->line;
    r->seen.both += r->sign * (uint64_t)record->line * h;
    return OT_OK;
}

static ot_status bad(void *context, long line, const char *what, ot_error *err)
{
    reader *r = context;

    (void)err;
    r->seen.bad += r->sign;
    r->seen.bad_lines += r->sign * (uint64_t)line;
    if (r->what[0] == '\0') {
        snprintf(r->what, sizeof r->what, "%s", what);
    }
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
    brought *b = result;

    b->seen = r->seen;
    memcpy(b->what, r->what, sizeof b->what);
}

static ot_status accept(void *shared, const void *result, long line,
                        ot_error *err)
{
    all *a = shared;
    const brought *b = result;
    const uint64_t before = (uint64_t)(line - 1);

    if (line < a->last_line) {
        return ot_fail(err, OT_E_DATA, NULL, "out of order");
    }
    a->last_line = line;
    a->seen.records += b->seen.records;
    a->seen.hashes += b->seen.hashes;
    a->seen.lines += b->seen.lines + before * b->seen.records;
    a->seen.both += b->seen.both + before * b->seen.hashes;
    a->seen.bad += b->seen.bad;
    a->seen.bad_lines += b->seen.bad_lines + before * b->seen.bad;
    if (a->what[0] == '\0') {
        memcpy(a->what, b->what, sizeof a->what);
    }
    return ++a->accepted == a->stop_at ? ot_fail(err, OT_E_DATA, NULL, "enough")
                                       : OT_OK;
}

// ---- texts -----------------------------------------------------------------

typedef struct text {
    char *at;
    size_t n;
} text;

static void put(text *t, const char *part, size_t n, size_t count)
{
    const size_t size = n * count;

    t->at = realloc(t->at, t->n + size + 1);
    assert_non_null(t->at);
    // Once, then what is there again.
    for (size_t done = 0; done < size;) {
        const size_t more = done == 0            ? n
                            : done < size - done ? done
                                                 : size - done;
        memcpy(t->at + t->n + done, done == 0 ? part : t->at + t->n, more);
        done += more;
    }
    t->n += size;
}

static int file = -1;
static char path[] = "/tmp/outturn-pieces-XXXXXX";

static int make_file(void **state)
{
    (void)state;
    file = mkstemp(path);
    return file >= 0 ? 0 : 1;
}

static int remove_file(void **state)
{
    (void)state;
    close(file);
    return unlink(path);
}

static void write_file(ot_str t)
{
    size_t done = 0;

    assert_int_equal(ftruncate(file, 0), 0);
    while (done < t.n) {
        const ssize_t n = pwrite(file, t.at + done, t.n - done, (off_t)done);
        assert_true(n > 0);
        done += (size_t)n;
    }
}

static ot_source *open_text(ot_str t, bool is_file)
{
    ot_source *source = NULL;

    if (is_file) {
        assert_int_equal(ot__source_open(path, &source, NULL), OT_OK);
    } else {
        assert_int_equal(ot__source_memory("text", t, &source, NULL), OT_OK);
    }
    return source;
}

typedef struct outcome {
    ot_status status;
    ot_error err;
    all all;
    size_t lines, blank_lines;
    bool unended;
    uint64_t bytes;
} outcome;

static outcome in_pieces(ot_str t, bool is_file, size_t threads, size_t piece,
                         size_t stop_at)
{
    reader r[THREADS];
    void *const context[THREADS] = {&r[0], &r[1], &r[2], &r[3]};
    outcome o = {.all.stop_at = stop_at};
    ot_source *source = open_text(t, is_file);
    ot_pieces p = {.delimiter = ',',
                   .threads = threads,
                   .piece = piece,
                   .skip = ot__source_bytes(source),
                   .line = 1,
                   .context = context,
                   .see = see,
                   .bad = bad,
                   .begin = begin,
                   .end = end,
                   .result_size = sizeof(brought),
                   .accept = accept,
                   .shared = &o.all};

    o.status = ot__pieces_read(source, &p, &o.err);
    assert_int_equal(o.status, o.err.status);
    o.lines = p.lines;
    o.blank_lines = p.blank_lines;
    o.unended = p.unended;
    o.bytes = p.bytes;
    ot__source_close(source);
    return o;
}

static outcome in_one_pass(ot_str t)
{
    reader r = {.sign = 1};
    outcome o = {0};
    ot_source *source = open_text(t, false);
    ot_csv csv = {.delimiter = ',',
                  .by_libcsv = true,
                  .see = see,
                  .bad = bad,
                  .context = &r};

    o.status = ot__csv_read(source, &csv, &o.err);
    o.all.seen = r.seen;
    memcpy(o.all.what, r.what, sizeof o.all.what);
    o.lines = csv.lines;
    o.blank_lines = csv.blank_lines;
    o.unended = csv.unended;
    o.bytes = ot__source_bytes(source);
    ot__source_close(source);
    return o;
}

static void assert_same(const outcome *got, const outcome *want)
{
    assert_int_equal(got->status, want->status);
    assert_string_equal(got->err.message, want->err.message);
    assert_int_equal(got->err.place.line, want->err.place.line);
    if (want->status == OT_OK) {
        assert_memory_equal(&got->all.seen, &want->all.seen, sizeof(seen));
        assert_string_equal(got->all.what, want->all.what);
        assert_int_equal(got->lines, want->lines);
        assert_int_equal(got->blank_lines, want->blank_lines);
        assert_int_equal(got->unended, want->unended);
        assert_int_equal(got->bytes, want->bytes);
    }
}

// ---- the edge of a piece ---------------------------------------------------

#define PIECE OT_PIECE_LEAST

// Four bytes that begin up to four bytes before the edge of a piece, at the end
// of a text or before more: the same as in one pass by libcsv.
static void check_edge(const char *middle, size_t n, size_t begin_at,
                       const char *tail)
{
    char bytes[4 * PIECE];
    size_t all_n = begin_at + n + strlen(tail);

    memset(bytes, 'h', begin_at);
    bytes[begin_at / 2] = '\n';
    memcpy(bytes + begin_at, middle, n);
    memcpy(bytes + begin_at + n, tail, strlen(tail));
    const ot_str t = {bytes, all_n};
    const outcome want = in_one_pass(t);
    write_file(t);
    for (int is_file = 0; is_file < 2; is_file++) {
        const outcome got = in_pieces(t, is_file != 0, 1, PIECE, 0);
        assert_same(&got, &want);
    }
}

static void whatever_stands_at_an_edge(void **state)
{
    static const char letters[] = {',', '"', '\n', '\r'};
    static const char *const tails[] = {"", "\"\n\"x\r\ny,\"z\"\n"};
    char middle[4];

    (void)state;
    for (size_t i = 0; i < 256; i += STRIDE) {
        for (size_t k = 0, rest = i; k < 4; k++, rest /= 4) {
            middle[k] = letters[rest % 4];
        }
        for (size_t before = 0; before <= 4; before++) {
            for (size_t k = 0; k < 2; k++) {
                check_edge(middle, 4, PIECE - before, tails[k]);
            }
        }
    }
}

typedef struct end_case {
    const char *name;
    const char *end; // the last bytes of the text
    int beyond;      // bytes by which it is longer than two pieces
    size_t records, lines, blank_lines;
    bool unended;
} end_case;

// A line of 63 letters and its end, then letters up to `end`. Where the text is
// two pieces long and the end is one byte, that is 64 + 63 + 1 bytes.
static const end_case end_cases[] = {
    {"ends at the edge with a line feed", "\n", 0, 2, 2, 0, false},
    {"ends at the edge without a line end", "x", 0, 2, 2, 0, true},
    {"ends at the edge with a carriage return", "\r", 0, 2, 2, 0, false},
    {"ends at the edge with both", "\r\n", 0, 2, 2, 0, false},
    {"ends a byte before with a line feed", "\n", -1, 2, 2, 0, false},
    {"ends a byte before without a line end", "x", -1, 2, 2, 0, true},
    {"ends a byte before with a carriage return", "\r", -1, 2, 2, 0, false},
    {"ends a byte behind with a line feed", "\n", 1, 2, 2, 0, false},
    {"ends a byte behind without a line end", "x", 1, 2, 2, 0, true},
    {"the edge is within both", "\r\n", 1, 2, 2, 0, false},
    {"a blank line is behind the edge", "\n\n", 1, 2, 3, 1, false},
    {"carriage returns around the edge", "\r\r", 1, 2, 3, 1, false},
    {"a byte without an end behind the edge", "\nx", 1, 3, 3, 0, true},
    {"a quote is closed at the edge", "\n\"q\"", 0, 3, 3, 0, true},
    {"a quoted line end is at the edge", "\n\"\n\"", 1, 3, 4, 0, true},
};

static void ends_near_an_edge(void **state)
{
    const end_case *c = *state;
    char bytes[3 * PIECE];
    const size_t end_n = strlen(c->end);
    const ot_str t = {bytes, (size_t)((int)(2 * PIECE) + c->beyond)};

    memset(bytes, 'h', sizeof bytes);
    bytes[PIECE - 1] = '\n';
    memcpy(bytes + t.n - end_n, c->end, end_n);
    write_file(t);
    for (size_t k = 0; k < 2 * THREADS; k++) {
        const outcome o = in_pieces(t, k % 2 == 0, 1 + k / 2, PIECE, 0);
        assert_int_equal(o.status, OT_OK);
        assert_int_equal(o.all.seen.records, c->records);
        assert_int_equal(o.all.seen.bad, 0);
        assert_int_equal(o.lines, c->lines);
        assert_int_equal(o.blank_lines, c->blank_lines);
        assert_int_equal(o.unended, c->unended);
        assert_int_equal(o.bytes, t.n);
    }
}

// ---- large texts -----------------------------------------------------------

typedef struct large_case {
    const char *name;
    const char *head, *part;
    size_t count;
    const char *tail;
    size_t records, bad, lines;
    uint64_t bad_lines; // the sum of their numbers
    const char *what;
} large_case;

// 17 MiB are more than a record may have.
static const large_case large_cases[] = {
    {"a field of 15 MiB", "a,", "x", 15 * MIB, "\nb\n", 2, 0, 2, 0, ""},
    {"a quoted field of 15 MiB", "a,\"", "\n\"\"", 5 * MIB, "\"\nb\n", 2, 0,
     5 * MIB + 2, 0, ""},
    {"a line of 17 MiB", "a\n", "x", 17 * MIB, "\nb\n", 2, 1, 3, 2,
     "a line of more than 16 MiB"},
    {"a line of 17 MiB that Windows ended", "a\r\n", "x", 17 * MIB, "\r\nb\r\n",
     2, 1, 3, 2, "a line of more than 16 MiB"},
    {"a line of 17 MiB that a Mac ended", "a\r", "x", 17 * MIB, "\rb\r", 2, 1,
     3, 2, "a line of more than 16 MiB"},
    {"a line of 33 MiB without an end", "a\n", "x", 33 * MIB, "", 1, 1, 2, 2,
     "a line of more than 16 MiB"},
    {"a line of 17 MiB of quotes", "a\n", "\"", 17 * MIB, "\nb\n", 2, 1, 3, 2,
     "a line of more than 16 MiB"},
    {"a line of 17 MiB of commas", "a\n", ",", 17 * MIB, "\nb\n", 2, 1, 3, 2,
     "a line of more than 16 MiB"},
    {"a line of 17 MiB within quotes", "a\n\"b\n", "x", 17 * MIB, "\n\"c\n", 1,
     3, 4, 2 + 3 + 4, "a record of more than 16 MiB: is a quote not closed?"},
    // All but the quote itself are good records then.
    {"a quoted record of 17 MiB", "a\n\"b\n", "c,d\n", 17 * MIB / 4, "e\"\nf\n",
     1 + 17 * MIB / 4 + 2, 1, 1 + 1 + 17 * MIB / 4 + 2, 2,
     "a record of more than 16 MiB: is a quote not closed?"},
    {"a quoted record of 15 MiB", "a\n\"b\n", "c,d\n", 15 * MIB / 4, "e\"\nf\n",
     3, 0, 1 + 1 + 15 * MIB / 4 + 2, 0, ""},
    {"a quote without end before 2 MiB of lines", "\"a\n", "b,c\n", MIB / 2, "",
     MIB / 2, 1, MIB / 2 + 1, 1, "a quoted field without end"},
};

// Far more than any takes; what went back over all for each piece would take
// hours.
#define SECONDS 120

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void check_large(const large_case *c, text t, bool is_file,
                        size_t threads, size_t piece)
{
    const double start = now();
    const outcome o =
        in_pieces((ot_str){t.at, t.n}, is_file, threads, piece, 0);

    assert_int_equal(o.status, OT_OK);
    assert_int_equal(o.all.seen.records, c->records);
    assert_int_equal(o.all.seen.bad, c->bad);
    assert_int_equal(o.all.seen.bad_lines, c->bad_lines);
    assert_string_equal(o.all.what, c->what);
    assert_int_equal(o.lines, c->lines);
    assert_int_equal(o.bytes, t.n);
    assert_true(now() - start < SECONDS);
}

static void reads_large_texts(void **state)
{
    const large_case *c = *state;
    text t = {NULL, 0};

    put(&t, c->head, strlen(c->head), 1);
    put(&t, c->part, strlen(c->part), c->count);
    put(&t, c->tail, strlen(c->tail), 1);
    write_file((ot_str){t.at, t.n});
    check_large(c, t, true, 3, 4 * KIB);
    check_large(c, t, false, 4, OT_PIECE);
    if (STRIDE == 1) { // both ways to read, both pieces are above
        check_large(c, t, true, 4, OT_PIECE);
        check_large(c, t, false, 1, 4 * KIB);
    }
    free(t.at);
}

// A line of 20 MB, and 20 million lines without anything (fewer where a
// sanitizer watches each).
typedef struct time_case {
    const char *name;
    const char *part;
    size_t bad, lines, blank_lines;
    size_t piece;
    bool is_file;
} time_case;

#define MANY  ((size_t)20000000)
#define LINES (MANY / STRIDE)

static const time_case time_cases[] = {
    {"one line in a file, by 4096", "x", 1, 1, 0, 4 * KIB, true},
    {"one line in a file, by 256 K", "x", 1, 1, 0, OT_PIECE, true},
    {"one line in a stream, by 4096", "x", 1, 1, 0, 4 * KIB, false},
    {"line feeds in a file", "\n", 0, LINES, LINES, OT_PIECE, true},
    {"line feeds in a stream, by 4096", "\n", 0, LINES, LINES, 4 * KIB, false},
    {"carriage returns in a file, by 4096", "\r", 0, LINES, LINES, 4 * KIB,
     true},
};

static void takes_time_in_proportion(void **state)
{
    const time_case *c = *state;
    text t = {NULL, 0};

    put(&t, c->part, 1, c->blank_lines > 0 ? LINES : MANY);
    write_file((ot_str){t.at, t.n});
    const double start = now();
    const outcome o =
        in_pieces((ot_str){t.at, t.n}, c->is_file, 2, c->piece, 0);
    assert_int_equal(o.status, OT_OK);
    assert_int_equal(o.all.seen.records, 0);
    assert_int_equal(o.all.seen.bad, c->bad);
    assert_int_equal(o.lines, c->lines);
    assert_int_equal(o.blank_lines, c->blank_lines);
    assert_true(now() - start < SECONDS);
    free(t.at);
}

// ---- a text that cannot be read to its end ---------------------------------

typedef struct nul_case {
    const char *name;
    const char *head, *part;
    size_t count;
    const char *tail; // stands before the NUL
    long line;        // on which it stands, counted from the head
} nul_case;

// What is looked at to tell a file's kind holds none: 80,000 bytes of lines
// stand before each of these, 20,000 lines and 1250 pieces of 64 bytes.
#define BEFORE ((size_t)20000)

static const nul_case nul_cases[] = {
    {"at the start of a line", "", "", 0, "", 1},
    {"in a line", "ab", "", 0, "", 1},
    {"at the start of the next line", "ab\n", "", 0, "", 2},
    {"behind many lines", "", "a,b\n", 1000, "c", 1001},
    {"within quotes", "a\n", "\"b\nc\"\n", 100, "\"d\ne", 2 + 200 + 1},
    {"at the edge of a piece", "", "x", 63, "\n", 2},
    {"before the edge of a piece", "", "x", 63, "", 1},
    {"behind the edge of a piece", "", "x", 63, "\ny", 2},
    {"behind a carriage return", "a\n", "x", 60, "\r", 3},
    {"behind a carriage return at an edge", "", "x", 63, "\r", 2},
    {"in a line of 1 MiB", "a\n", "x", MIB, "", 2},
    {"in the line behind one of 17 MiB", "a\n", "x", 17 * MIB, "\nb", 3},
    {"lines behind one of 17 MiB", "a\n", "x", 17 * MIB, "\nb\r\nc\rd\n", 6},
    {"in an open field", "\"a\n", "b\n", 50000, "", 1 + 50000 + 1},
};

static void write_packed(const text *t)
{
    const packed_bytes b = pack_stream("gzip", t->at, t->n);

    write_file((ot_str){b.at, b.n});
    free(b.at);
}

static void check_nul(const nul_case *c, size_t threads, size_t piece)
{
    const outcome o = in_pieces((ot_str){NULL, 0}, true, threads, piece, 0);

    assert_int_equal(o.status, OT_E_SYNTAX);
    assert_string_equal(o.err.message, OT_NUL_WHAT);
    assert_int_equal(o.err.place.line, BEFORE + (size_t)c->line);
}

static void a_nul_ends_it_at_its_line(void **state)
{
    const nul_case *c = *state;
    const size_t piece = c->count > MIB ? 4 * KIB : PIECE;
    text t = {NULL, 0};

    put(&t, "p,q\n", 4, BEFORE);
    put(&t, c->head, strlen(c->head), 1);
    put(&t, c->part, strlen(c->part), c->count);
    put(&t, c->tail, strlen(c->tail), 1);
    put(&t, "\0\nmore,of it\n", 13, 1);
    write_file((ot_str){t.at, t.n});
    for (int packed = 0; packed < 2; packed++) {
        check_nul(c, 1, piece);
        check_nul(c, 3, piece);
        check_nul(c, 3, OT_PIECE);
        write_packed(&t);
    }
    free(t.at);
}

// ---- accept ----------------------------------------------------------------

static void an_error_of_accept_stops(void **state)
{
    text t = {NULL, 0};

    (void)state;
    put(&t, "abcdefg,hijklmn\n", 16, 4 * 1000); // 1000 pieces
    write_file((ot_str){t.at, t.n});
    for (size_t k = 0; k < 2 * THREADS; k++) {
        for (size_t stop_at = 1; stop_at < 1000; stop_at += 37) {
            const outcome o = in_pieces((ot_str){t.at, t.n}, k % 2 == 0,
                                        1 + k / 2, PIECE, stop_at);
            assert_int_equal(o.status, OT_E_DATA);
            assert_string_equal(o.err.message, "enough");
            assert_int_equal(o.all.accepted, stop_at);
        }
    }
    free(t.at);
}

// ---- any pieces, any threads -----------------------------------------------

// xorshift64*: Vigna (2016).
static uint64_t next(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * 0x2545f4914f6cdd1du;
}

// 20,000 parts of lines, some of them quoted over lines, some broken.
static text make_mixed(uint64_t seed)
{
    static const char *const parts[] = {
        "a,b,c\n",       "\"a\",\"b\"\r\n",  "\"x\ny\",z\n", "\n",
        "p,\"q\"\"\"\n", "\"r\r\n\r\ns\"\n", "\r",           "t,\"u\n",
        "v\"w,x\n",      "\"y\"z\n",         "1,2,3,4,5\n",  "k\rl\r",
    };
    text t = {NULL, 0};

    for (int i = 0; i < 20000; i++) {
        const uint64_t which = next(&seed) % 64;
        const char *part = parts[which < 12 ? which : 0];
        put(&t, part, strlen(part), 1);
    }
    return t;
}

static void pieces_and_threads_do_not_matter(void **state)
{
    static const size_t pieces[] = {64, 65, 127, 1000, 4096, OT_PIECE};

    (void)state;
    for (uint64_t seed = 1; seed <= 3; seed++) {
        const text t = make_mixed(seed);
        const outcome want = in_one_pass((ot_str){t.at, t.n});
        assert_true(want.all.seen.records > 1000 && want.all.seen.bad > 100);
        write_file((ot_str){t.at, t.n});
        for (size_t k = 0; k < 6 * 2 * THREADS; k++) {
            const outcome got =
                in_pieces((ot_str){t.at, t.n}, k % 2 == 0, 1 + k / 2 % THREADS,
                          pieces[k / (2 * THREADS)], 0);
            assert_same(&got, &want);
        }
        free(t.at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_stands_at_an_edge),
        cmocka_unit_test(an_error_of_accept_stops),
        cmocka_unit_test(pieces_and_threads_do_not_matter),
    };

    if (make_file(NULL) != 0) {
        return 1;
    }
    const int failed =
        cmocka_run_group_tests_name("pieces", tests, NULL, NULL) +
        RUN_TABLE("end", end_cases, ends_near_an_edge) +
        RUN_TABLE("nul", nul_cases, a_nul_ends_it_at_its_line) +
        RUN_TABLE("large", large_cases, reads_large_texts) +
        RUN_TABLE("time", time_cases, takes_time_in_proportion);
    return failed + (remove_file(NULL) != 0);
}
