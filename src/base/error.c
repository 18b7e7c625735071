// SPDX-License-Identifier: GPL-3.0-or-later
// error.c - filling and printing errors.

#include "outturn/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

// Takes a UTF-8 character that was cut in two off the end of a full text.
static void trim_cut(char text[], size_t n)
{
    size_t start = n;

    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80) {
        start--;
    }
    if (start == 0) {
        return;
    }
    const unsigned char lead = (unsigned char)text[start - 1];
    const size_t need = lead >= 0xF0   ? 4
                        : lead >= 0xE0 ? 3
                        : lead >= 0xC0 ? 2
                                       : 1;
    if (n - (start - 1) < need) {
        text[start - 1] = '\0';
    }
}

// Names out of files may hold anything: a line end or another control character
// becomes a blank, a byte that is not UTF-8 a question mark.
static void make_printable(char text[])
{
    const char *const end = text + strlen(text);

    for (const char *at = text; at < end;) {
        char *const start = text + (at - text);
        const uint32_t code = ot__utf8_next(&at, end);
        if (code < 0x20 || code == 0x7F) {
            *start = ' ';
        } else if (code == 0xFFFD && at == start + 1) {
            *start = '?';
        }
    }
}

ot_status ot_fail(ot_error *err, ot_status status, const ot_place *place,
                  const char *format, ...)
{
    va_list args;

    if (err == NULL || err->status != OT_OK) {
        return status;
    }
    err->status = status;
    err->member[0] = '\0';
    err->foreign = false;
    err->place = place != NULL ? *place : (ot_place){NULL, 0, 0};
    va_start(args, format);
    const int length =
        vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    if (length >= (int)sizeof err->message) {
        trim_cut(err->message, sizeof err->message - 1);
    }
    make_printable(err->message);
    return status;
}

char *ot_error_text(const ot_error *err, char out[], unsigned long size)
{
    size_t used = 0;

    if (size == 0) {
        return out;
    }
    out[0] = '\0';
    if (err->place.path != NULL) {
        snprintf(out, size, "%s:%s%s", err->place.path, err->member,
                 err->member[0] != '\0' ? ":" : "");
        used = strlen(out);
    }
    if (err->place.line > 0) {
        snprintf(out + used, size - used, "%ld:", err->place.line);
        used = strlen(out);
    }
    if (err->place.line > 0 && err->place.field > 0) {
        snprintf(out + used, size - used, "%d:", err->place.field);
        used = strlen(out);
    }
    snprintf(out + used, size - used, "%s%s", used > 0 ? " " : "",
             err->message);
    if (strlen(out) == size - 1) {
        trim_cut(out, size - 1);
    }
    return out;
}
