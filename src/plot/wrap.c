// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/wrap.h"

#include <string.h>

#define ELLIPSIS "…"

typedef struct wrapper {
    const ot_ruler *ruler;
    double size;
    bool bold;
    double width;
} wrapper;

static bool fits(const wrapper *w, const char *line)
{
    return ot__ruler_width(w->ruler, line, w->size, w->bold) <= w->width;
}

static bool is_blank(uint32_t c)
{
    return c <= ' ' || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0x2028 ||
           c == 0x2029;
}

// U+FFFE and U+FFFF are no characters in XML.
static uint32_t printable(uint32_t c)
{
    return c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c;
}

static void drop_blanks(const char **at, const char *end)
{
    while (*at < end) {
        const char *next = *at;
        if (!is_blank(ot__utf8_next(&next, end))) {
            return;
        }
        *at = next;
    }
}

// One line from *at on, which is moved past it.
static void take_line(const wrapper *w, const char **at, const char *end,
                      char line[static OT_WRAP_BYTES])
{
    size_t n = 0, good = 0;    // bytes in the line, up to the last blank
    const char *resume = NULL; // what follows that blank
    const char *next = *at;

    line[0] = '\0';
    while (next < end) {
        const char *before = next;
        const uint32_t c = ot__utf8_next(&next, end);
        if (is_blank(c)) {
            good = n;
            resume = next;
        }
        const size_t bytes =
            ot__utf8_put(is_blank(c) ? ' ' : printable(c), line + n);
        line[n + bytes] = '\0';
        if ((!is_blank(c) && n > 0 && !fits(w, line)) ||
            n + 8 >= OT_WRAP_BYTES) {
            n = resume != NULL ? good : n;
            line[n] = '\0';
            *at = resume != NULL ? resume : before;
            return;
        }
        n += bytes;
    }
    while (n > 0 && line[n - 1] == ' ') {
        n--;
    }
    line[n] = '\0';
    *at = end;
}

// Ends the line in an ellipsis, giving up as many letters as that takes.
static void cut(const wrapper *w, char line[static OT_WRAP_BYTES])
{
    size_t n = strlen(line);

    for (;;) {
        memcpy(line + n, ELLIPSIS, sizeof ELLIPSIS);
        if (n == 0 || (n + sizeof ELLIPSIS <= OT_WRAP_BYTES && fits(w, line))) {
            return;
        }
        do {
            n--;
        } while (n > 0 && ((unsigned char)line[n] & 0xC0) == 0x80);
        while (n > 0 && line[n - 1] == ' ') {
            n--;
        }
    }
}

bool ot__wrap_is_cut(const ot_lines *lines)
{
    const char *last = lines->n > 0 ? lines->line[lines->n - 1] : "";
    const size_t n = strlen(last), tail = sizeof ELLIPSIS - 1;

    return n >= tail && strcmp(last + n - tail, ELLIPSIS) == 0;
}

void ot__wrap_even(const ot_ruler *ruler, const char *text, double size,
                   bool bold, double width, size_t most, ot_lines *out)
{
    double low = width / 2, high = width;

    ot__wrap(ruler, text, size, bold, width, most, out);
    const size_t lines = out->n;
    if (lines < 2 || ot__wrap_is_cut(out)) {
        return;
    }
    for (int i = 0; i < 8; i++) {
        const double middle = (low + high) / 2;
        ot__wrap(ruler, text, size, bold, middle, lines, out);
        if (ot__wrap_is_cut(out) || out->n > lines) {
            low = middle;
        } else {
            high = middle;
        }
    }
    ot__wrap(ruler, text, size, bold, high, lines, out);
}

void ot__wrap(const ot_ruler *ruler, const char *text, double size, bool bold,
              double width, size_t most, ot_lines *out)
{
    const wrapper w = {ruler, size, bold, width};
    const char *at = text != NULL ? text : "";
    const char *end = at + strlen(at);

    out->n = 0;
    out->width = 0;
    drop_blanks(&at, end);
    while (at < end && out->n < most && out->n < OT_WRAP_LINES) {
        char *line = out->line[out->n];
        take_line(&w, &at, end, line);
        drop_blanks(&at, end);
        out->n++;
        if (at < end && (out->n == most || out->n == OT_WRAP_LINES)) {
            cut(&w, line);
        }
        const double wide = ot__ruler_width(ruler, line, size, bold);
        out->width = wide > out->width ? wide : out->width;
    }
}
