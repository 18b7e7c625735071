// SPDX-License-Identifier: GPL-3.0-or-later
// plain.h - figures as most files write them, "-1234.5", and other short texts,
// eight bytes at a time in one word.
//
// The point is taken out of a word and zeros are put in front. That all its
// bytes are digits, and what they say, is then found for all of them at once:
// pairs of digits to numbers below 100, pairs of those to numbers below 10^4,
// and those to one below 10^8. These functions stand in the innermost loop of
// reading; hence they are inline.
#ifndef OT_BASE_PLAIN_H
#define OT_BASE_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define OT_EACH(byte) (0x0101010101010101u * (uint64_t)(byte))

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

static inline uint64_t ot__load8(const char *at)
{
    uint64_t word;

    memcpy(&word, at, sizeof word);
    return word;
}

static inline uint64_t ot__load4(const char *at)
{
    uint32_t word;

    memcpy(&word, at, sizeof word);
    return word;
}

// Byte i of the text as byte i, the lowest first; nothing behind it is read.
static inline uint64_t ot__word(const char *text, size_t n)
{
    if (n >= 8) {
        return ot__load8(text);
    }
    if (n >= 4) {
        return ot__load4(text) | ot__load4(text + n - 4) << (8 * (n - 4));
    }
    return (uint64_t)(unsigned char)text[0] |
           (uint64_t)(unsigned char)text[n / 2] << (8 * (n / 2)) |
           (uint64_t)(unsigned char)text[n - 1] << (8 * (n - 1));
}

// The place of the first byte of w that is a point; 8: none is.
static inline size_t ot__plain_find_point(uint64_t w)
{
    const uint64_t x = w ^ OT_EACH('.');
    const uint64_t found = (x - OT_EACH(1)) & ~x & OT_EACH(0x80);

    return found != 0 ? (size_t)__builtin_ctzll(found) / 8 : 8;
}

static inline bool ot__plain_all_digits(uint64_t w)
{
    return (((w + OT_EACH(0x46)) | (w - OT_EACH(0x30))) & OT_EACH(0x80)) == 0;
}

static inline uint64_t ot__plain_eight(uint64_t w)
{
    w = (w & OT_EACH(0x0F)) * 2561 >> 8;
    w = (w & 0x00FF00FF00FF00FF) * 6553601 >> 16;
    return (w & 0x0000FFFF0000FFFF) * 42949672960001 >> 32;
}

// Without the byte at `at`: those behind it move down.
static inline uint64_t ot__plain_take_out(uint64_t w, size_t at)
{
    const uint64_t below = ((uint64_t)1 << (8 * at)) - 1;

    return (w & below) | (w >> 8 & ~below);
}

// n digits, 1 to 8, with zeros put in front.
static inline bool ot__plain_read_digits(uint64_t w, size_t n, uint64_t *value)
{
    if (n < 8) {
        w = w << (8 * (8 - n)) | OT_EACH('0') >> (8 * n);
    }
    *value = ot__plain_eight(w);
    return ot__plain_all_digits(w);
}

// 9 to 16 bytes: the last 8, and what stands before them.
static inline bool ot__plain_read_long(const char *text, size_t n,
                                       uint64_t *value, size_t *point)
{
    const size_t before = n - 8;
    uint64_t first = ot__word(text, before), last = ot__load8(text + before);
    uint64_t high = 0, low = 0;
    const size_t in_first = ot__plain_find_point(first);

    if (in_first < before) {
        *point = in_first;
        first = ot__plain_take_out(first, in_first);
        if (before == 1 || !ot__plain_read_digits(first, before - 1, &high) ||
            !ot__plain_read_digits(last, 8, &low)) {
            return false;
        }
        *value = high * 100000000 + low;
        return true;
    }
    const size_t in_last = ot__plain_find_point(last);
    *point = in_last < 8 ? before + in_last : n;
    last = in_last < 8 ? ot__plain_take_out(last, in_last) : last;
    if (!ot__plain_read_digits(first, before, &high) ||
        !ot__plain_read_digits(last, in_last < 8 ? 7 : 8, &low)) {
        return false;
    }
    *value = high * (in_last < 8 ? 10000000 : 100000000) + low;
    return true;
}

// text[0..n) as *digits x 10^-*places: an optional minus, at most 16 digits, of
// which one at least stands before a point and one behind it where there is
// one. false: it is written in some other way; ot_decimal_parse reads that.
static inline bool ot__plain_number(const char *text, size_t n, int64_t *digits,
                                    int *places)
{
    const bool negative = n > 0 && text[0] == '-';
    uint64_t value;
    size_t point;

    text += negative;
    n -= negative;
    if (n == 0 || n > 16) {
        return false;
    }
    if (n <= 8) {
        uint64_t w = ot__word(text, n);
        point = ot__plain_find_point(w);
        const bool pointed = point < n;
        w = pointed ? ot__plain_take_out(w, point) : w;
        point = pointed ? point : n;
        if (n == (size_t)pointed ||
            !ot__plain_read_digits(w, n - pointed, &value)) {
            return false;
        }
    } else if (!ot__plain_read_long(text, n, &value, &point)) {
        return false;
    }
    if (point == 0 || point + 1 == n) {
        return false;
    }
    *digits = negative ? -(int64_t)value : (int64_t)value;
    *places = point < n ? (int)(n - point - 1) : 0;
    return true;
}

#else

// Byte i of the text as byte i, the lowest first; of at most 8.
static inline uint64_t ot__word(const char *text, size_t n)
{
    uint64_t word = 0;

    for (size_t i = 0; i < n && i < 8; i++) {
        word |= (uint64_t)(unsigned char)text[i] << (8 * i);
    }
    return word;
}

static inline bool ot__plain_number(const char *text, size_t n, int64_t *digits,
                                    int *places)
{
    const bool negative = n > 0 && text[0] == '-';
    size_t point = n;
    int64_t value = 0;

    text += negative;
    n -= negative;
    point = n;
    for (size_t i = 0; i < n && n <= 16; i++) {
        if (text[i] == '.' && point == n) {
            point = i;
        } else if (text[i] < '0' || text[i] > '9') {
            return false;
        } else {
            value = 10 * value + (text[i] - '0');
        }
    }
    *digits = negative ? -value : value;
    *places = point < n ? (int)(n - point - 1) : 0;
    return n > 0 && n <= 16 && point > 0 && point + 1 != n;
}

#endif

#endif
