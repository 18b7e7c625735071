// SPDX-License-Identifier: GPL-3.0-or-later
// wrapped.c - words broken into lines by their width on a terminal.

#include "cli/wrapped.h"

#include <string.h>

static bool is_blank(char c)
{
    return (unsigned char)c <= ' ' || c == 127;
}

static ot_str next_word(const char **text)
{
    const char *at = *text;

    while (*at != '\0' && is_blank(*at)) {
        at++;
    }
    const char *end = at;
    while (!is_blank(*end)) {
        end++;
    }
    *text = end;
    return (ot_str){at, (size_t)(end - at)};
}

static size_t width_of(ot_str word)
{
    size_t width = 0;
    char part[256];

    while (word.n > 0) {
        const size_t n = strlen(ot__str_copy(word, part, sizeof part));
        if (n == 0) { // bytes that are no UTF-8
            return width + word.n;
        }
        width += ot__utf8_width(part);
        word.at += n;
        word.n -= n;
    }
    return width;
}

void wrapped(ot_buf *out, size_t column, size_t margin, const char *text)
{
    ot_str word = next_word(&text);
    bool fresh = true;

    for (; word.n > 0; word = next_word(&text)) {
        const size_t width = width_of(word);
        if (!fresh && column + 1 + width > WRAPPED_WIDTH) {
            ot__buf_format(out, "\n%*s", (int)margin, "");
            column = margin;
        } else if (!fresh) {
            ot__buf_char(out, ' ');
            column++;
        }
        ot__buf_bytes(out, word.at, word.n);
        column += width;
        fresh = false;
    }
    ot__buf_char(out, '\n');
}

void wrapped_lines(ot_buf *out, size_t column, size_t margin, const char *text)
{
    ot_str rest = ot__str(text);
    ot_buf line = {0};
    bool first = true;

    while (rest.n > 0) {
        const ot_str one = ot__str_cut(&rest, '\n');
        ot__buf_clear(&line);
        ot__buf_bytes(&line, one.at, one.n);
        if (first) {
            wrapped(out, column, margin, ot__buf_cstr(&line));
        } else {
            ot__buf_format(out, "%*s", (int)margin + 2, "");
            wrapped(out, margin + 2, margin + 4, ot__buf_cstr(&line));
        }
        first = false;
    }
    ot__buf_free(&line);
}

void wrapped_flat(ot_buf *out, const char *text)
{
    const char *between = "";

    for (ot_str word = next_word(&text); word.n > 0; word = next_word(&text)) {
        ot__buf_text(out, between);
        ot__buf_bytes(out, word.at, word.n);
        between = " ";
    }
}
