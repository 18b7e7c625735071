// SPDX-License-Identifier: GPL-3.0-or-later
// scan.c - one bit a byte: bit i of a mask is byte i of a block of 64.
//
// That a byte is inside quotes is the parity of the quotes up to it, so an
// opening quote is inside and a closing one is not; a doubled quote closes and
// opens again. The masks of a block come from SSE2, which every x86-64 has,
// from AVX2 where the processor has it, or from plain C; what is made of them
// is the same text for all.
#include "data/scan.h"

#include <string.h>

#define BLOCK 64

#if defined(__GNUC__)
#define INLINE static inline __attribute__((always_inline))
#else
#define INLINE static inline
#endif

typedef struct masks {
    uint64_t quote, delimiter, lf, cr;
} masks;

// What is carried from block to block: bits are of the next block's first byte.
typedef struct carry {
    uint64_t inside; // all ones: inside quotes
    uint64_t begins; // may open a field
    uint64_t closed; // follows a closing quote
    uint64_t half;   // follows a CR outside quotes
    size_t record;   // the number of the first end of the record at hand
} carry;

INLINE unsigned lowest(uint64_t bits)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(bits);
#else
    unsigned i = 0;
    while ((bits >> i & 1) == 0) {
        i++;
    }
    return i;
#endif
}

INLINE unsigned count(uint64_t bits)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_popcountll(bits);
#else
    unsigned n = 0;
    for (; bits != 0; bits &= bits - 1) {
        n++;
    }
    return n;
#endif
}

// Bit i: the parity of bits 0 to i.
typedef uint64_t parity(uint64_t bits);

INLINE uint64_t parity_plain(uint64_t bits)
{
    for (int shift = 1; shift < 64; shift *= 2) {
        bits ^= bits << shift;
    }
    return bits;
}

// The places of the two lowest set bits, which are taken away. Where there are
// none, the top bit stands in.
INLINE void put_two(uint32_t *to, uint64_t *bits, uint32_t at)
{
    const uint64_t top = (uint64_t)1 << 63;

    to[0] = at + lowest(*bits | top);
    *bits &= *bits - 1;
    to[1] = at + lowest(*bits | top);
    *bits &= *bits - 1;
}

// The places of the set bits. Eight are written at once, so that how many there
// are is guessed rarely; what is written too much lies in the slack.
INLINE void put_ends(ot_scan *s, uint64_t bits, unsigned n, uint32_t at)
{
    uint32_t *to = s->end + s->ends;

    for (unsigned done = 0; done < n; done += 8, to += 8) {
        put_two(to, &bits, at);
        put_two(to + 2, &bits, at);
        put_two(to + 4, &bits, at);
        put_two(to + 6, &bits, at);
    }
}

// One block at `at`; `valid` has a bit for each byte that belongs to the text.
// The bits returned are not plain.
INLINE uint64_t take_block(ot_scan *s, carry *c, parity *parity_of, masks m,
                           uint32_t at, uint64_t valid)
{
    const uint64_t quotes = m.quote & valid;
    const uint64_t inside = parity_of(quotes) ^ c->inside;
    const uint64_t outside = valid & ~inside;
    uint64_t lf = m.lf & outside;
    const uint64_t cr = m.cr & outside;
    uint64_t ends = (m.delimiter & outside) | lf;
    const uint64_t open = quotes & inside;
    const uint64_t close = quotes & ~inside;
    const uint64_t may_open = ends << 1 | c->begins | close << 1 | c->closed;
    const uint64_t after = close << 1 | c->closed;
    const uint64_t behind_cr = cr << 1 | c->half;
    const uint64_t bad = (open & ~may_open) |
                         (after & valid & ~(ends | quotes | cr)) |
                         (behind_cr & valid & ~m.lf);

    c->inside = inside >> 63 != 0 ? ~(uint64_t)0 : 0;
    c->begins = ends >> 63;
    c->closed = close >> 63;
    c->half = cr >> 63;
    s->lines_within = s->lines_within || ((m.lf | m.cr) & valid & inside) != 0;
    if (bad != 0) {
        const uint64_t good = (bad & (~bad + 1)) - 1;
        ends &= good;
        lf &= good;
    }
    const unsigned n = count(ends);
    const size_t first = s->ends - c->record; // of the ends of its record
    if (lf != 0 || first < s->gap_from || first + n > s->gap_to) {
        put_ends(s, ends, n, at);
    }
    for (; lf != 0; lf &= lf - 1) {
        const size_t i = s->ends + count(ends & ((lf & (~lf + 1)) - 1));
        s->row[s->rows++] = (uint32_t)i;
        c->record = i + 1;
    }
    s->ends += n;
    return bad;
}

typedef masks finder(const char *at, char delimiter);

INLINE void scan_with(finder *find, parity *parity_of, const char *bytes,
                      size_t n, char delimiter, ot_scan *s)
{
    carry c = {.begins = 1};
    char last[BLOCK] = {0};
    size_t at = 0;
    uint64_t bad = 0;

    s->ends = s->rows = 0;
    s->lines_within = false;
    for (; n - at >= BLOCK && bad == 0; at += BLOCK) {
        bad = take_block(s, &c, parity_of, find(bytes + at, delimiter),
                         (uint32_t)at, ~(uint64_t)0);
    }
    if (bad == 0 && n > at) {
        memcpy(last, bytes + at, n - at);
        bad = take_block(s, &c, parity_of, find(last, delimiter), (uint32_t)at,
                         ((uint64_t)1 << (n - at)) - 1);
        at += BLOCK;
    }
    s->plain = bad != 0 ? at - BLOCK + lowest(bad) : n;
}

// ---- plain C ---------------------------------------------------------------

// A bit for each byte of 8 that is zero (H. S. Warren, Hacker's Delight, 6-1,
// in the form that is exact for every byte).
INLINE uint64_t zeros(uint64_t x)
{
    const uint64_t low = 0x7F7F7F7F7F7F7F7F;
    const uint64_t high = ~(((x & low) + low) | x | low);

    return (high >> 7) * 0x0102040810204080 >> 56;
}

INLINE masks find_plain(const char *at, char delimiter)
{
    const uint64_t all = 0x0101010101010101;
    const uint64_t mark = all * (unsigned char)delimiter;
    masks m = {0, 0, 0, 0};

    for (int i = 0; i < BLOCK; i += 8) {
        uint64_t x = 0;
        for (int k = 0; k < 8; k++) { // the first byte lowest, on any machine
            x |= (uint64_t)(unsigned char)at[i + k] << (8 * k);
        }
        m.quote |= zeros(x ^ all * '"') << i;
        m.delimiter |= zeros(x ^ mark) << i;
        m.lf |= zeros(x ^ all * '\n') << i;
        m.cr |= zeros(x ^ all * '\r') << i;
    }
    return m;
}

static void scan_plain(const char *bytes, size_t n, char delimiter, ot_scan *s)
{
    scan_with(find_plain, parity_plain, bytes, n, delimiter, s);
}

// ---- x86-64 ----------------------------------------------------------------

#if defined(__SSE2__) && defined(__GNUC__) && defined(__x86_64__)
#include <immintrin.h>

INLINE uint64_t equal_16(__m128i bytes, __m128i to)
{
    return (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, to));
}

INLINE masks find_sse2(const char *at, char delimiter)
{
    const __m128i quote = _mm_set1_epi8('"'), mark = _mm_set1_epi8(delimiter);
    const __m128i lf = _mm_set1_epi8('\n'), cr = _mm_set1_epi8('\r');
    masks m = {0, 0, 0, 0};

    for (int i = 0; i < BLOCK; i += 16) {
        __m128i bytes;
        memcpy(&bytes, at + i, sizeof bytes);
        m.quote |= equal_16(bytes, quote) << i;
        m.delimiter |= equal_16(bytes, mark) << i;
        m.lf |= equal_16(bytes, lf) << i;
        m.cr |= equal_16(bytes, cr) << i;
    }
    return m;
}

static void scan_sse2(const char *bytes, size_t n, char delimiter, ot_scan *s)
{
    scan_with(find_sse2, parity_plain, bytes, n, delimiter, s);
}

#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt,pclmul")))

AVX2 INLINE uint64_t equal_32(__m256i bytes, __m256i to)
{
    return (uint64_t)(unsigned)_mm256_movemask_epi8(
        _mm256_cmpeq_epi8(bytes, to));
}

AVX2 INLINE masks find_avx2(const char *at, char delimiter)
{
    const __m256i quote = _mm256_set1_epi8('"');
    const __m256i mark = _mm256_set1_epi8(delimiter);
    const __m256i lf = _mm256_set1_epi8('\n'), cr = _mm256_set1_epi8('\r');
    __m256i low, high;

    memcpy(&low, at, sizeof low);
    memcpy(&high, at + 32, sizeof high);
    return (masks){equal_32(low, quote) | equal_32(high, quote) << 32,
                   equal_32(low, mark) | equal_32(high, mark) << 32,
                   equal_32(low, lf) | equal_32(high, lf) << 32,
                   equal_32(low, cr) | equal_32(high, cr) << 32};
}

// A product without carries by all ones.
AVX2 INLINE uint64_t parity_avx2(uint64_t bits)
{
    const __m128i product = _mm_clmulepi64_si128(
        _mm_set_epi64x(0, (long long)bits), _mm_set1_epi8((char)0xFF), 0);

    return (uint64_t)_mm_cvtsi128_si64(product);
}

AVX2 static void scan_avx2(const char *bytes, size_t n, char delimiter,
                           ot_scan *s)
{
    scan_with(find_avx2, parity_avx2, bytes, n, delimiter, s);
}

static bool has_avx2(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") &&
           __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("pclmul");
}

ot_scan_kernel *ot__scan_kernel(size_t i)
{
    static ot_scan_kernel *const kernels[] = {scan_avx2, scan_sse2, scan_plain,
                                              NULL};

    return kernels[has_avx2() ? i : i + 1];
}
#else
ot_scan_kernel *ot__scan_kernel(size_t i)
{
    return i == 0 ? scan_plain : NULL;
}
#endif

ot_scan_kernel *ot__scan_best(void)
{
    return ot__scan_kernel(0);
}
