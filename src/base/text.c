// SPDX-License-Identifier: GPL-3.0-or-later
// text.c - runs of bytes, growing texts, suggestions.

#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

ot_str ot__str(const char *text)
{
    return text == NULL ? (ot_str){NULL, 0} : (ot_str){text, strlen(text)};
}

// Bytes of the blank at the start of s: space, tab, line ends, no-break space.
static size_t blank_at(const char *at, size_t n)
{
    if (n >= 1 && (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n')) {
        return 1;
    }
    return n >= 2 && memcmp(at, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

ot_str ot__str_trim(ot_str s)
{
    size_t blank;

    while ((blank = blank_at(s.at, s.n)) > 0) {
        s.at += blank;
        s.n -= blank;
    }
    for (;;) {
        if (s.n >= 1 && blank_at(s.at + s.n - 1, 1) == 1) {
            s.n -= 1;
        } else if (s.n >= 2 && blank_at(s.at + s.n - 2, 2) == 2) {
            s.n -= 2;
        } else {
            return s;
        }
    }
}

bool ot__str_equal(ot_str a, const char *b)
{
    const size_t n = strlen(b);

    return a.n == n && (n == 0 || memcmp(a.at, b, n) == 0);
}

bool ot__str_starts(ot_str a, const char *prefix)
{
    size_t i = 0;

    while (i < a.n && prefix[i] != '\0' && lower(a.at[i]) == lower(prefix[i])) {
        i++;
    }
    return prefix[i] == '\0';
}

bool ot__str_same(ot_str a, const char *b)
{
    return strlen(b) == a.n && ot__str_starts(a, b);
}

ot_str ot__str_cut(ot_str *rest, char mark)
{
    const ot_str all = *rest;
    const char *at = all.n > 0 ? memchr(all.at, mark, all.n) : NULL;

    if (at == NULL) {
        *rest = (ot_str){NULL, 0};
        return all;
    }
    const size_t before = (size_t)(at - all.at);
    *rest = (ot_str){at + 1, all.n - before - 1};
    return (ot_str){all.at, before};
}

bool ot__str_lists(ot_str list, const char *word)
{
    const size_t n = strlen(word);

    for (size_t i = 0; n > 0 && i + n <= list.n; i++) {
        const bool starts =
            i == 0 || list.at[i - 1] == ' ' || list.at[i - 1] == ',';
        const bool ends =
            i + n == list.n || list.at[i + n] == ' ' || list.at[i + n] == ',';
        if (starts && ends && memcmp(list.at + i, word, n) == 0) {
            return true;
        }
    }
    return false;
}

char *ot__str_copy(ot_str s, char out[], size_t size)
{
    size_t n = s.n < size - 1 ? s.n : size - 1;

    if (n < s.n) { // not in the middle of a character
        while (n > 0 && ((unsigned char)s.at[n] & 0xC0) == 0x80) {
            n--;
        }
    }
    if (n > 0) {
        memcpy(out, s.at, n);
    }
    out[n] = '\0';
    return out;
}

char *ot__str_dup(ot_str s)
{
    char *copy = malloc(s.n + 1);

    return copy != NULL ? ot__str_copy(s, copy, s.n + 1) : NULL;
}

// ---- growing texts ---------------------------------------------------------

void ot__buf_free(ot_buf *b)
{
    free(b->at);
    *b = (ot_buf){0};
}

void ot__buf_clear(ot_buf *b)
{
    b->n = 0;
    if (b->at != NULL) {
        b->at[0] = '\0';
    }
}

// Room for n bytes and a terminator.
static bool reserve(ot_buf *b, size_t n)
{
    if (b->failed) {
        return false;
    }
    if (b->capacity - b->n > n) {
        return true;
    }
    size_t capacity = b->capacity > 0 ? b->capacity : 64;
    while (capacity - b->n <= n) {
        if (capacity > SIZE_MAX / 2) {
            b->failed = true;
            return false;
        }
        capacity *= 2;
    }
    char *at = realloc(b->at, capacity);
    if (at == NULL) {
        b->failed = true;
        return false;
    }
    b->at = at;
    b->capacity = capacity;
    return true;
}

void ot__buf_bytes(ot_buf *b, const char *at, size_t n)
{
    if (reserve(b, n)) {
        if (n > 0) {
            memcpy(b->at + b->n, at, n);
        }
        b->n += n;
        b->at[b->n] = '\0';
    }
}

void ot__buf_text(ot_buf *b, const char *text)
{
    ot__buf_bytes(b, text, strlen(text));
}

void ot__buf_char(ot_buf *b, char c)
{
    if (reserve(b, 1)) {
        b->at[b->n++] = c;
        b->at[b->n] = '\0';
    }
}

void ot__buf_format(ot_buf *b, const char *format, ...)
{
    va_list args, again;

    va_start(args, format);
    va_copy(again, args);
    const int n = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (n < 0) {
        b->failed = true;
    } else if (reserve(b, (size_t)n)) {
        vsnprintf(b->at + b->n, (size_t)n + 1, format, args);
        b->n += (size_t)n;
    }
    va_end(args);
}

const char *ot__buf_cstr(const ot_buf *b)
{
    return b->at != NULL ? b->at : "";
}

// ---- suggestions -----------------------------------------------------------

#define EDITS_MOST 64

static size_t least(size_t a, size_t b, size_t c)
{
    const size_t ab = a < b ? a : b;

    return ab < c ? ab : c;
}

// Optimal string alignment distance: Damerau (1964), with each place edited
// once.
size_t ot__edits(const char *a, const char *b)
{
    const size_t m = strlen(a), n = strlen(b);
    size_t row[3][EDITS_MOST];

    if (m >= EDITS_MOST || n >= EDITS_MOST) {
        return EDITS_MOST;
    }
    for (size_t j = 0; j <= n; j++) {
        row[0][j] = j;
    }
    for (size_t i = 1; i <= m; i++) {
        size_t *now = row[i % 3];
        const size_t *above = row[(i + 2) % 3], *two = row[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= n; j++) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            now[j] = least(now[j - 1] + 1, above[j] + 1,
                           above[j - 1] + (same ? 0 : 1));
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                lower(a[i - 2]) == lower(b[j - 1])) {
                now[j] = least(now[j], two[j - 2] + 1, now[j]);
            }
        }
    }
    return row[m % 3][n];
}

size_t ot__nearest(const char *text, const char *const names[], size_t count)
{
    size_t best = count;
    size_t fewest = 2 + strlen(text) / 4;

    for (size_t i = 0; i < count; i++) {
        const size_t edits = ot__edits(text, names[i]);
        if (edits < fewest) {
            fewest = edits;
            best = i;
        }
    }
    return best;
}
