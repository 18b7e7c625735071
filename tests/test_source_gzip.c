// SPDX-License-Identifier: GPL-3.0-or-later
// test_source_gzip.c - gzip data comes out the same however it is cut into
// pieces on the way in and out, and what is not as it was packed is refused.
#include "support.h"

#include "data/source_layer.h"
#include "pack.h"

#define SIZE ((size_t)300 * 1000)
// Byte by byte the unpacker moves its window each time, which takes a sanitizer
// long: then beyond two windows of 32 KiB and a block of 64.
#define FEW   (STRIDE > 1 ? (size_t)70 * 1000 : SIZE)
#define GUARD 64 // bytes behind the room that stay as they are

// Of a gzip header (RFC 1952).
enum { HCRC = 2, EXTRA = 4, NAME = 8, COMMENT = 16, ALL = 31, RESERVED = 32 };

static char text[SIZE];

// Lines, some of them repeated from as far back as deflate can look.
static void make_text(void)
{
    uint32_t x = 7;

    for (size_t i = 0; i < SIZE; i++) {
        x = x * 1664525U + 1013904223U;
        text[i] = i % 61 == 60 ? '\n' : (char)('0' + (x >> 24) % 10);
        if (i >= 32768 && i % 5000 < 300) {
            text[i] = text[i - 32768];
        }
    }
}

// ---- making ----

static void put(packed_bytes *b, const void *at, size_t n)
{
    if (n > 0) {
        b->at = realloc(b->at, b->n + n);
        assert_non_null(b->at);
        memcpy(b->at + b->n, at, n);
        b->n += n;
    }
}

static void put_number(packed_bytes *b, uint32_t number, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        put(b, &(char){(char)(number >> 8 * i & 0xFF)}, 1);
    }
}

static uint32_t crc32_of(const char *at, size_t n)
{
    uint32_t crc = UINT32_MAX;

    for (size_t i = 0; i < n; i++) {
        crc ^= (uint8_t)at[i];
        for (int k = 0; k < 8; k++) {
            crc = crc >> 1 ^ (crc % 2 != 0 ? 0xEDB88320U : 0);
        }
    }
    return ~crc;
}

static void put_header(packed_bytes *b, int flags)
{
    const size_t begin = b->n;

    put(b, "\x1F\x8B\x08", 3);
    put_number(b, (uint32_t)flags, 1);
    put(b, "\1\2\3\4\0\3", 6);
    if ((flags & EXTRA) != 0) {
        put_number(b, 301, 2);
        put(b, text, 301); // of which none is a NUL
    }
    if ((flags & NAME) != 0) {
        put(b, "a name.csv", sizeof "a name.csv");
    }
    if ((flags & COMMENT) != 0) {
        put(b, "", 1);
    }
    if ((flags & HCRC) != 0) {
        put_number(b, crc32_of(b->at + begin, b->n - begin), 2);
    }
}

// By libarchive, but for the header.
static void put_member(packed_bytes *b, int flags, const char *at, size_t n)
{
    const packed_bytes one = pack_stream("gzip", at, n);

    assert_int_equal(one.at[3], 0); // its header has ten bytes
    put_header(b, flags);
    put(b, one.at + 10, one.n - 10);
    free(one.at);
}

// As it is, in blocks of up to `block` bytes with an empty one behind each.
static void put_stored(packed_bytes *b, const char *at, size_t n, size_t block)
{
    put_header(b, 0);
    for (size_t i = 0; i < n; i += block) {
        const size_t size = n - i < block ? n - i : block;
        put(b, "", 1);
        put_number(b, (uint32_t)size, 2);
        put_number(b, ~(uint32_t)size, 2);
        put(b, at + i, size);
        put(b, "\0\0\0\xFF\xFF", 5);
    }
    put(b, "\1\0\0\xFF\xFF", 5);
    put_number(b, crc32_of(at, n), 4);
    put_number(b, (uint32_t)n, 4);
}

// ---- reading ----

// A layer that gives out so much at once.
typedef struct drip {
    packed_bytes left;
    size_t most;
} drip;

static ot_status read_drip(ot_layer *l, char to[], size_t capacity, size_t *n,
                           ot_error *err)
{
    drip *d = l->own;
    const size_t most = d->most < capacity ? d->most : capacity;

    (void)err;
    *n = most < d->left.n ? most : d->left.n;
    memcpy(to, d->left.at, *n);
    d->left.at += *n;
    d->left.n -= *n;
    return OT_OK;
}

static void close_drip(void *own)
{
    (void)own;
}

static const ot_layer_kind drip_kind = {read_drip, NULL, close_drip};

typedef struct outcome {
    ot_status status;
    ot_error err;
    packed_bytes got;
} outcome;

// `in` bytes at once below, `out` above. What comes out stays until the next.
static outcome unpack(packed_bytes b, size_t in, size_t out)
{
    static char room[2 * SIZE + GUARD];
    char guard[GUARD];
    outcome o = {OT_OK, {0}, {room, 0}};
    drip d = {b, in};
    ot_layer *below = calloc(1, sizeof *below);
    ot_layer *l = calloc(1, sizeof *l);
    size_t n = 1;

    assert_true(out <= SIZE && below != NULL && l != NULL);
    memset(guard, 0x5A, GUARD);
    *below = (ot_layer){.kind = &drip_kind, .own = &d, .path = "drip"};
    l->below = below;
    l->path = "drip";
    assert_int_equal(ot__layer_gzip(l, &o.err), OT_OK);
    while (o.status == OT_OK && n > 0) {
        char *to = o.got.at + o.got.n;
        memset(to + out, 0x5A, GUARD);
        o.status = ot__layer_read(l, to, out, &n, &o.err);
        assert_memory_equal(to + out, guard, GUARD);
        o.got.n += o.status == OT_OK ? n : 0;
        assert_true(o.got.n <= SIZE);
    }
    assert_int_equal(o.err.status, o.status);
    ot__layer_close(ot__layer_close(l));
    return o;
}

static void expect(packed_bytes b, size_t in, size_t out, const char *at,
                   size_t n)
{
    const outcome o = unpack(b, in, out);

    assert_string_equal(o.err.message, "");
    assert_int_equal(o.got.n, n);
    assert_memory_equal(o.got.at, at, n);
}

static void refuse(packed_bytes b, size_t in, size_t out, const char *message)
{
    const outcome o = unpack(b, in, out);

    assert_int_equal(o.status, OT_E_SYNTAX);
    if (strstr(o.err.message, message) == NULL) {
        assert_string_equal(o.err.message, message);
    }
}

static const size_t steps[] = {1, 2, 3, 7, 64, 1000, SIZE};

#define STEPS (sizeof steps / sizeof steps[0])

static void expect_by_steps(packed_bytes b, const char *at, size_t n)
{
    for (size_t i = 0; i < STEPS * STEPS; i++) {
        expect(b, steps[i / STEPS], steps[i % STEPS], at, n);
    }
}

// ---- tests ----

static void fields_of_a_header_are_passed_over(void **state)
{
    (void)state;
    for (int flags = 0; flags <= ALL; flags++) {
        packed_bytes b = {0};
        put_member(&b, flags, text, 500);
        put_member(&b, ALL - flags, text + 500, 100);
        expect_by_steps(b, text, 600);
        free(b.at);
    }
}

static void a_header_of_another_kind_is_refused(void **state)
{
    packed_bytes b = {0};

    (void)state;
    put_member(&b, ALL, text, 500);
    for (size_t in = 1; in < 1000; in += 333) {
        b.at[40] ^= 1; // in the extra field
        refuse(b, in, 1000, "cannot be unpacked: header crc mismatch");
        b.at[40] ^= 1;
        for (int flag = RESERVED; flag <= 128; flag *= 2) {
            b.at[3] = (char)(b.at[3] ^ flag);
            refuse(b, in, 1000, "cannot be unpacked: ");
            b.at[3] = (char)(b.at[3] ^ flag);
        }
        b.at[2] = 7;
        refuse(b, in, 1000, "cannot be unpacked: unknown compression method");
        b.at[2] = 8;
    }
    free(b.at);
}

static void a_long_text_comes_out_in_any_pieces(void **state)
{
    static const size_t in[] = {1, 13, 4096, SIZE};
    static const size_t out[] = {1, 31, 4097, 32767, 32768, 65537, SIZE};
    packed_bytes b = {0}, few = {0};

    (void)state;
    put_member(&b, NAME, text, SIZE);
    put_member(&few, NAME, text, FEW);
    for (size_t i = 0; i < 4; i++) {
        for (size_t k = 0; k < 7; k++) {
            const bool slow = out[k] < 32;
            expect(slow ? few : b, in[i], out[k], text, slow ? FEW : SIZE);
        }
    }
    free(b.at);
    free(few.at);
}

static void stored_blocks_are_copied(void **state)
{
    packed_bytes small = {0}, large = {0};

    (void)state;
    put_stored(&small, text, 700, 9);
    expect_by_steps(small, text, 700);
    put_stored(&large, text, SIZE, 65535);
    expect(large, 1000, 33333, text, SIZE);
    large.n = 0;
    put_stored(&large, text, FEW, 65535);
    expect(large, 1, 1, text, FEW);
    free(small.at);
    free(large.at);
}

static void a_thousand_small_members_are_one_text(void **state)
{
    packed_bytes b = {0};

    (void)state;
    for (size_t i = 0; i < 1000; i++) {
        put_member(&b, i % 2 != 0 ? NAME : 0, text + i, 1);
    }
    expect_by_steps(b, text, 1000);
    free(b.at);
}

static void empty_members_add_nothing(void **state)
{
    packed_bytes b = {0};

    (void)state;
    put_member(&b, 0, "", 0);
    expect_by_steps(b, "", 0);
    put_member(&b, 0, text, 300);
    put_member(&b, ALL, "", 0);
    put_stored(&b, "", 0, 1);
    put_member(&b, 0, text + 300, 300);
    put_member(&b, 0, "", 0);
    expect_by_steps(b, text, 600);
    free(b.at);
}

// Nothing but the end of a member is an end.
static void a_beginning_is_refused(void **state)
{
    packed_bytes b = {0};

    (void)state;
    put_member(&b, ALL, text, 400);
    const size_t first = b.n;
    put_stored(&b, text + 400, 200, 70);
    for (size_t n = 1; n < b.n; n++) {
        const packed_bytes cut = {b.at, n};
        if (n == first) {
            expect(cut, 1, 1, text, 400);
            continue;
        }
        refuse(cut, 1, 1, OT_CUT "gzip data");
        refuse(cut, SIZE, 7, OT_CUT "gzip data");
    }
    expect(b, 1, 1, text, 600);
    free(b.at);
}

static void what_follows_is_refused(void **state)
{
    packed_bytes b = {0};

    (void)state;
    put_member(&b, 0, text, 400);
    put(&b, "\0\0\0\0\0\0\0\0\0\0\0\0", 12);
    for (size_t i = 0; i < 12; i++) {
        refuse(b, steps[i % STEPS], 1000,
               "something else follows the end of the gzip data");
        b.n--;
    }
    expect(b, 1, 1, text, 400);
    free(b.at);
}

typedef struct bit_case {
    const char *name;
    int flags;
    size_t least, most; // bits that may change
} bit_case;

// The date, the system and the hint that it is text; what fills the last byte.
static const bit_case bit_cases[] = {
    {"a bit of a plain member", 0, 48, 49 + 7},
    {"a bit of a member with a checked header", ALL, 0, 7},
    {"a bit of a member with fields", EXTRA | NAME | COMMENT, 300, 3000},
};

// What is accepted is what was packed.
static void a_changed_bit_changes_no_text(void **state)
{
    const bit_case *c = *state;
    packed_bytes b = {0};
    size_t accepted = 0;

    put_member(&b, c->flags, text, 400);
    for (size_t bit = 0; bit < b.n * 16; bit++) {
        char *at = &b.at[bit / 16];
        const char kept = *at;
        *at = (char)(kept ^ 1 << bit / 2 % 8);
        const outcome o = unpack(b, bit % 2 != 0 ? 1 : SIZE, SIZE);
        if (o.status == OT_OK) {
            assert_int_equal(o.got.n, 400);
            assert_memory_equal(o.got.at, text, 400);
            accepted++;
        } else {
            assert_int_equal(o.status, OT_E_SYNTAX);
            assert_null(strchr(o.err.message, '\n'));
        }
        *at = kept;
    }
    assert_in_range(accepted, 2 * c->least, 2 * c->most);
    free(b.at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_of_a_header_are_passed_over),
        cmocka_unit_test(a_header_of_another_kind_is_refused),
        cmocka_unit_test(a_long_text_comes_out_in_any_pieces),
        cmocka_unit_test(stored_blocks_are_copied),
        cmocka_unit_test(a_thousand_small_members_are_one_text),
        cmocka_unit_test(empty_members_add_nothing),
        cmocka_unit_test(a_beginning_is_refused),
        cmocka_unit_test(what_follows_is_refused),
    };

    make_text();
    return cmocka_run_group_tests_name("gzip", tests, NULL, NULL) +
           RUN_TABLE("bits", bit_cases, a_changed_bit_changes_no_text);
}
