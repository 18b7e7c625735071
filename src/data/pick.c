// SPDX-License-Identifier: GPL-3.0-or-later
// pick.c - the quotes and delimiters of a CSV line: 64 bytes at a time, one bit
// a byte.
//
// In the masks bit 0 is the first byte. That a byte is inside quotes is the
// parity of the quotes up to it, so an opening quote is inside and a closing
// one is not; a doubled quote closes and opens again.
#include "data/pick.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define BLOCK 64

// What is carried from block to block.
typedef struct scan {
    uint64_t inside; // all ones: the block begins inside quotes
    uint64_t begins; // 1: its first byte may open a field
    uint64_t closed; // 1: the byte before it was a closing quote
    size_t start;    // where the field at hand begins
} scan;

#ifdef __SSE2__
static void find(const char *at, char delimiter, uint64_t *quotes,
                 uint64_t *delimiters)
{
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i mark = _mm_set1_epi8(delimiter);

    *quotes = 0;
    *delimiters = 0;
    for (int i = 0; i < BLOCK; i += 16) {
        __m128i bytes;
        memcpy(&bytes, at + i, sizeof bytes);
        const int q = _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, quote));
        const int d = _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, mark));
        *quotes |= (uint64_t)(unsigned)q << i;
        *delimiters |= (uint64_t)(unsigned)d << i;
    }
}
#else
static void find(const char *at, char delimiter, uint64_t *quotes,
                 uint64_t *delimiters)
{
    *quotes = 0;
    *delimiters = 0;
    for (int i = 0; i < BLOCK; i++) {
        *quotes |= (uint64_t)(at[i] == '"') << i;
        *delimiters |= (uint64_t)(at[i] == delimiter) << i;
    }
}
#endif

// Bit i: the parity of bits 0 to i.
static uint64_t parity(uint64_t bits)
{
    for (int shift = 1; shift < 64; shift *= 2) {
        bits ^= bits << shift;
    }
    return bits;
}

static unsigned lowest_bit(uint64_t bits)
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

// Ends the field at hand before `end`.
static void end_field(ot_pick *p, scan *s, const char *line, size_t end)
{
    const size_t i = p->fields++;

    if (i < p->wanted_n && p->wanted[i]) {
        const size_t n = end - s->start;
        memcpy(p->raw + p->raw_n, line + s->start, n);
        p->raw[p->raw_n + n] = p->delimiter;
        p->raw_n += n + 1;
        p->index[p->picked++] = (uint32_t)i;
    }
    s->start = end + 1;
}

// The block at line + at, whose bytes are given; `valid` has a bit for each
// that belongs to the line.
static bool scan_block(ot_pick *p, scan *s, const char *line, size_t at,
                       const char bytes[BLOCK], uint64_t valid)
{
    uint64_t quotes, delimiters;

    find(bytes, p->delimiter, &quotes, &delimiters);
    quotes &= valid;
    const uint64_t inside = parity(quotes) ^ s->inside;
    uint64_t ends = delimiters & valid & ~inside;
    const uint64_t open = quotes & inside;
    const uint64_t close = quotes & ~inside;
    const uint64_t may_open = ends << 1 | s->begins | close << 1 | s->closed;
    const uint64_t after = close << 1 | s->closed;

    if ((open & ~may_open) != 0 || (after & valid & ~(ends | quotes)) != 0) {
        return false;
    }
    s->inside = inside >> 63 != 0 ? ~(uint64_t)0 : 0;
    s->begins = ends >> 63;
    s->closed = close >> 63;
    for (; ends != 0; ends &= ends - 1) {
        if (p->fields == p->most) {
            return false;
        }
        end_field(p, s, line, at + lowest_bit(ends));
    }
    return true;
}

bool ot__pick(ot_pick *p, const char *line, size_t n)
{
    scan s = {.begins = 1};
    char last[BLOCK] = {0};
    size_t at = 0;

    p->fields = p->picked = p->raw_n = 0;
    for (; n - at >= BLOCK; at += BLOCK) {
        if (!scan_block(p, &s, line, at, line + at, ~(uint64_t)0)) {
            return false;
        }
    }
    if (n > at) {
        memcpy(last, line + at, n - at);
        if (!scan_block(p, &s, line, at, last, ((uint64_t)1 << (n - at)) - 1)) {
            return false;
        }
    }
    if (s.inside != 0 || p->fields == 0 || p->fields == p->most) {
        return false;
    }
    end_field(p, &s, line, n);
    return true;
}

static bool is_end(char c)
{
    return c == '\n' || c == '\r';
}

static bool is_blank(char c, char delimiter)
{
    return (c == ' ' || c == '\t') && c != delimiter;
}

// What follows the quoted field at p; NULL: it does not end in the line.
static const char *behind_quotes(const char *p)
{
    do { // a doubled quote goes round once more
        p++;
        while (*p != '"' && !is_end(*p)) {
            p++;
        }
        if (is_end(*p)) {
            return NULL;
        }
        p++;
    } while (*p == '"');
    return p;
}

// Moves *at, in text that ends with a line end, behind a field and the byte
// that follows it, which is returned; '\0' and *fault when no field can be so.
static char skip_field(const char **at, char delimiter, const char **fault)
{
    const char *p = *at;

    while (is_blank(*p, delimiter)) {
        p++;
    }
    const bool quoted = *p == '"';
    if (quoted && (p = behind_quotes(p)) == NULL) {
        *fault = OT_FAULT_UNCLOSED;
        return '\0';
    }
    while (quoted ? is_blank(*p, delimiter) : *p != delimiter && !is_end(*p)) {
        p++;
    }
    *at = p + 1;
    *fault = OT_FAULT_BEHIND;
    return *p == delimiter || is_end(*p) ? *p : '\0';
}

const char *ot__quote_fault(const char *line, char delimiter)
{
    const char *fault = NULL;
    char after = delimiter;

    while (after == delimiter) {
        after = skip_field(&line, delimiter, &fault);
    }
    return after == '\0' ? fault : NULL;
}

bool ot__line_blank(const char *line, char delimiter)
{
    while (is_blank(*line, delimiter)) {
        line++;
    }
    return is_end(*line);
}
