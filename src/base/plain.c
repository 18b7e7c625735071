// SPDX-License-Identifier: GPL-3.0-or-later
// plain.c - digits of a number, eight at a time in one word.
//
// The point is taken out of a word and zeros are put in front. That all its
// bytes are digits, and what they say, is then found for all of them at once:
// pairs of digits to numbers below 100, pairs of those to numbers below 10^4,
// and those to one below 10^8.
#include "base/plain.h"

#include <string.h>

#define ALL(byte) (0x0101010101010101u * (uint64_t)(byte))

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

static uint64_t load8(const char *at)
{
    uint64_t word;

    memcpy(&word, at, sizeof word);
    return word;
}

static uint64_t load4(const char *at)
{
    uint32_t word;

    memcpy(&word, at, sizeof word);
    return word;
}

// Byte i of the text as byte i, the lowest first; nothing behind it is read.
static uint64_t load(const char *text, size_t n)
{
    if (n >= 8) {
        return load8(text);
    }
    if (n >= 4) {
        return load4(text) | load4(text + n - 4) << (8 * (n - 4));
    }
    return (uint64_t)(unsigned char)text[0] |
           (uint64_t)(unsigned char)text[n / 2] << (8 * (n / 2)) |
           (uint64_t)(unsigned char)text[n - 1] << (8 * (n - 1));
}

// The place of the first byte of w that is a point; 8: none is.
static size_t find_point(uint64_t w)
{
    const uint64_t x = w ^ ALL('.');
    const uint64_t found = (x - ALL(1)) & ~x & ALL(0x80);

    return found != 0 ? (size_t)__builtin_ctzll(found) / 8 : 8;
}

static bool all_digits(uint64_t w)
{
    return (((w + ALL(0x46)) | (w - ALL(0x30))) & ALL(0x80)) == 0;
}

static uint64_t eight(uint64_t w)
{
    w = (w & ALL(0x0F)) * 2561 >> 8;
    w = (w & 0x00FF00FF00FF00FF) * 6553601 >> 16;
    return (w & 0x0000FFFF0000FFFF) * 42949672960001 >> 32;
}

// Without the byte at `at`: those behind it move down.
static uint64_t take_out(uint64_t w, size_t at)
{
    const uint64_t below = ((uint64_t)1 << (8 * at)) - 1;

    return (w & below) | (w >> 8 & ~below);
}

// n digits, 1 to 8, with zeros put in front.
static bool read_digits(uint64_t w, size_t n, uint64_t *value)
{
    if (n < 8) {
        w = w << (8 * (8 - n)) | ALL('0') >> (8 * n);
    }
    *value = eight(w);
    return all_digits(w);
}

// 9 to 16 bytes: the last 8, and what stands before them.
static bool read_long(const char *text, size_t n, uint64_t *value,
                      size_t *point)
{
    const size_t before = n - 8;
    uint64_t first = load(text, before), last = load8(text + before);
    uint64_t high = 0, low = 0;
    const size_t in_first = find_point(first);

    if (in_first < before) {
        *point = in_first;
        first = take_out(first, in_first);
        if (before == 1 || !read_digits(first, before - 1, &high) ||
            !read_digits(last, 8, &low)) {
            return false;
        }
        *value = high * 100000000 + low;
        return true;
    }
    const size_t in_last = find_point(last);
    *point = in_last < 8 ? before + in_last : n;
    last = in_last < 8 ? take_out(last, in_last) : last;
    if (!read_digits(first, before, &high) ||
        !read_digits(last, in_last < 8 ? 7 : 8, &low)) {
        return false;
    }
    *value = high * (in_last < 8 ? 10000000 : 100000000) + low;
    return true;
}

bool ot__plain_number(const char *text, size_t n, int64_t *digits, int *places)
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
        uint64_t w = load(text, n);
        point = find_point(w);
        const bool pointed = point < n;
        w = pointed ? take_out(w, point) : w;
        point = pointed ? point : n;
        if (n == (size_t)pointed || !read_digits(w, n - pointed, &value)) {
            return false;
        }
    } else if (!read_long(text, n, &value, &point)) {
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

bool ot__plain_number(const char *text, size_t n, int64_t *digits, int *places)
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
