// SPDX-License-Identifier: GPL-3.0-or-later
// utf8.c - characters: reading, writing, their width, Windows-1252.

#include "base/text.h"

#include <string.h>

// Length of the well-formed character at *at, 0 when it is malformed (RFC 3629:
// no overlong forms, no surrogates, up to U+10FFFF); its code in *code.
static size_t well_formed(const unsigned char *at, size_t n, uint32_t *code)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char c = at[0];
    const size_t length = c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;

    if (c < 0x80) {
        *code = c;
        return 1;
    }
    if (c < 0xC2 || c > 0xF4 || length > n) {
        return 0;
    }
    uint32_t value = c & (0xFFu >> (length + 1));
    for (size_t i = 1; i < length; i++) {
        if ((at[i] & 0xC0) != 0x80) {
            return 0;
        }
        value = value << 6 | (at[i] & 0x3Fu);
    }
    *code = value;
    const bool bad = value < smallest[length] || value > 0x10FFFF ||
                     (value >= 0xD800 && value <= 0xDFFF);
    return bad ? 0 : length;
}

bool ot__utf8_valid(const char *at, size_t n)
{
    uint32_t code;

    for (size_t i = 0; i < n;) {
        const size_t length =
            well_formed((const unsigned char *)at + i, n - i, &code);
        if (length == 0) {
            return false;
        }
        i += length;
    }
    return true;
}

uint32_t ot__utf8_next(const char **at, const char *end)
{
    uint32_t code = 0xFFFD;
    const size_t length =
        well_formed((const unsigned char *)*at, (size_t)(end - *at), &code);

    *at += length > 0 ? length : 1;
    return length > 0 ? code : 0xFFFD;
}

size_t ot__utf8_put(uint32_t code, char out[4])
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xE0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

// Ranges after Unicode's East Asian Width (wide) and combining marks.
static const struct {
    uint32_t from, to;
    size_t width;
} widths[] = {
    {0x0300, 0x036F, 0},   {0x0483, 0x0489, 0},   {0x0591, 0x05BD, 0},
    {0x064B, 0x065F, 0},   {0x1100, 0x115F, 2},   {0x200B, 0x200F, 0},
    {0x20D0, 0x20FF, 0},   {0x2E80, 0x303E, 2},   {0x3041, 0xA4CF, 2},
    {0xAC00, 0xD7A3, 2},   {0xF900, 0xFAFF, 2},   {0xFE00, 0xFE0F, 0},
    {0xFE30, 0xFE6F, 2},   {0xFF00, 0xFF60, 2},   {0xFFE0, 0xFFE6, 2},
    {0x1F300, 0x1FAFF, 2}, {0x20000, 0x3FFFD, 2},
};

size_t ot__utf8_width(const char *text)
{
    const char *end = text + strlen(text);
    size_t width = 0;

    while (text < end) {
        const uint32_t code = ot__utf8_next(&text, end);
        size_t w = 1;
        for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
            if (code >= widths[i].from && code <= widths[i].to) {
                w = widths[i].width;
            }
        }
        width += w;
    }
    return width;
}

// The bytes 0x80 to 0x9F of Windows-1252; 0: not assigned.
static const uint16_t windows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

void ot__buf_latin1(ot_buf *b, const char *at, size_t n)
{
    char out[4];

    for (size_t i = 0; i < n; i++) {
        const unsigned char c = (unsigned char)at[i];
        uint32_t code = c;
        if (c >= 0x80 && c < 0xA0) {
            code = windows[c - 0x80] != 0 ? windows[c - 0x80] : 0xFFFD;
        }
        ot__buf_bytes(b, out, ot__utf8_put(code, out));
    }
}
