// SPDX-License-Identifier: GPL-3.0-or-later
// text.h - bytes, UTF-8 and numbers as text, without the host's locale.
#ifndef OT_BASE_TEXT_H
#define OT_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "outturn/error.h"

// A borrowed run of bytes; not terminated. {NULL, 0} is the empty text.
typedef struct ot_str {
    const char *at;
    size_t n;
} ot_str;

ot_str ot__str(const char *text); // NULL gives the empty text
ot_str
ot__str_trim(ot_str s); // without blanks, tabs, no-break spaces at the ends
bool ot__str_equal(ot_str a, const char *b);
bool ot__str_same(ot_str a, const char *b);        // ASCII letters in any case
bool ot__str_starts(ot_str a, const char *prefix); // ASCII letters in any case
// Cuts *rest at the first `mark`: returns what stands before it and leaves what
// stands after it; without a mark, all of it. An empty *rest gives {NULL, 0}.
ot_str ot__str_cut(ot_str *rest, char mark);
// Whether a word is one of a list set off by blanks or commas.
bool ot__str_lists(ot_str list, const char *word);
// Copies s into out, cut to size - 1 bytes at a whole UTF-8 character and
// terminated; returns out.
char *ot__str_copy(ot_str s, char out[], size_t size);
// A terminated copy the caller frees; NULL without memory.
char *ot__str_dup(ot_str s);

// A text that grows. {0} is valid and empty. A failed allocation sticks: later
// calls do nothing, and `failed` is asked once at the end. at is terminated
// (NULL while empty). Free with ot__buf_free.
typedef struct ot_buf {
    char *at;
    size_t n, capacity;
    bool failed;
} ot_buf;

void ot__buf_free(ot_buf *b);
void ot__buf_clear(ot_buf *b); // empty, memory kept
void ot__buf_bytes(ot_buf *b, const char *at, size_t n);
void ot__buf_text(ot_buf *b, const char *text);
void ot__buf_char(ot_buf *b, char c);
// printf without floating point: doubles go through ot__fixed and its sisters.
void ot__buf_format(ot_buf *b, const char *format, ...) OT_PRINTF(2, 3);
const char *ot__buf_cstr(const ot_buf *b); // never NULL

// Numbers as text, always with '.', never "-0.0"; NaN is "n/a". Each returns
// out, which holds at least OT_NUMBER_SIZE bytes.
#define OT_NUMBER_SIZE 352
char *ot__fixed(char out[], double x, int decimals);   // 8365.4
char *ot__grouped(char out[], double x, int decimals); // 8,365.4
char *ot__figures(
    char out[], double x,
    int figures); // 3 figures: 8.37, 83.7, 837, 8370 (integers kept whole)
char *ot__digits15(char out[],
                   double x); // 15 significant digits, trailing zeros off: what
                              // a sum of decimals was
char *ot__shortest(
    char out[],
    double x); // shortest that reads back the same; never exponent below 1e21

// UTF-8. ot__utf8_next reads one code point at *at (< end), moves *at on; a bad
// byte gives U+FFFD and moves one byte.
bool ot__utf8_valid(const char *at, size_t n);
uint32_t ot__utf8_next(const char **at, const char *end);
size_t ot__utf8_put(uint32_t code, char out[4]); // bytes written
size_t ot__utf8_width(
    const char *text); // columns on a terminal: combining 0, wide CJK 2
// Appends windows-1252 bytes as UTF-8 (a superset of Latin-1).
void ot__buf_latin1(ot_buf *b, const char *at, size_t n);

// Suggestions: number of edits (insert, delete, change, swap neighbours), case
// ignored; texts over 63 bytes count as unlike.
size_t ot__edits(const char *a, const char *b);
// Index of the nearest of count names, or count when none is near enough to be
// meant (edits <= 1 + length / 4).
size_t ot__nearest(const char *text, const char *const names[], size_t count);

#endif
