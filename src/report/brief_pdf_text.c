// SPDX-License-Identifier: GPL-3.0-or-later
// Texts in lines of a width, and the numbers in them.
#include <string.h>

#include "report/brief_pdf.h"

static bool is_blank(uint32_t c)
{
    return c <= ' ' || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0x2028 ||
           c == 0x2029;
}

// Draws on top of the letter before it.
static bool is_combining(uint32_t c)
{
    return (c >= 0x300 && c < 0x370) || (c >= 0x483 && c < 0x48A) ||
           (c >= 0xFE00 && c < 0xFE10) || (c >= 0x20D0 && c < 0x2100) ||
           c == 0x200D;
}

static bool ends_part(uint32_t c)
{
    return c != '\0' && c < 0x80 && strchr("/-_.,=&?:;", (int)c) != NULL;
}

ot_setting ot__setting(const ot_ruler *ruler, const char *text, double size,
                       bool bold, double width)
{
    const char *at = text != NULL ? text : "";
    return (ot_setting){ruler, size, bold, width, at, at + strlen(at)};
}

static void skip_blanks(const char **at, const char *end)
{
    while (*at < end) {
        const char *next = *at;
        if (!is_blank(ot__utf8_next(&next, end))) {
            return;
        }
        *at = next;
    }
}

// The word at *at, which is moved past it, appended as valid UTF-8.
static void take_word(const char **at, const char *end, ot_buf *word)
{
    while (*at < end) {
        const char *next = *at;
        char bytes[4];
        uint32_t c = ot__utf8_next(&next, end);
        if (is_blank(c)) {
            return;
        }
        c = c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c;
        ot__buf_bytes(word, bytes, ot__utf8_put(c, bytes));
        *at = next;
    }
}

static double wide(const ot_setting *s, const ot_buf *text)
{
    return text->n > 0
               ? ot__ruler_width(s->ruler, ot__buf_cstr(text), s->size, s->bold)
               : 0;
}

// As much of a word too wide for a line as a line holds, at least one letter.
static void break_word(ot_setting *s, ot_buf *line)
{
    const char *at = s->at, *after = NULL; // after: where it may be broken
    size_t good = 0;

    ot__buf_clear(line);
    while (at < s->end && !line->failed) {
        const size_t before = line->n;
        const char *next = at;
        char bytes[4];
        const uint32_t c = ot__utf8_next(&next, s->end);
        if (is_blank(c)) {
            break;
        }
        ot__buf_bytes(line, bytes, ot__utf8_put(c, bytes));
        if (before > 0 && !is_combining(c) && wide(s, line) > s->width) {
            const bool nicely = after != NULL && 2 * good > before;
            line->n = nicely ? good : before;
            line->at[line->n] = '\0';
            s->at = nicely ? after : at;
            return;
        }
        at = next;
        after = ends_part(c) ? at : after;
        good = ends_part(c) ? line->n : good;
    }
    s->at = at;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_currency(ot_str word)
{
    for (size_t i = 0; i < word.n; i++) {
        if (word.at[i] < 'A' || word.at[i] > 'Z') {
            return false;
        }
    }
    return word.n == 3;
}

// "USD 2.1 bn" is one thing.
static bool belong_together(ot_str word, ot_str next)
{
    static const char *const scales = "%,pp,k,m,bn,tn,mln,million,billion";
    const bool number = word.n > 0 && is_digit(word.at[word.n - 1]);

    while (next.n > 0 && strchr(".,;:)", next.at[next.n - 1]) != NULL) {
        next.n--;
    }
    if (number) {
        ot_str rest = ot__str(scales);
        while (rest.n > 0) {
            const ot_str scale = ot__str_cut(&rest, ',');
            if (scale.n == next.n && memcmp(scale.at, next.at, next.n) == 0) {
                return true;
            }
        }
    }
    return is_currency(word) && next.n > 0 && is_digit(next.at[0]);
}

// Where the last words of a line begin, in the line (the blank before) and in
// the text.
#define STOPS 3
typedef struct stop {
    size_t line;
    const char *at;
} stop;

// Gives the words back that belong to the one that has no room.
static void give_back(ot_setting *s, ot_buf *line, const stop stops[STOPS],
                      const ot_buf *next)
{
    ot_str after = {ot__buf_cstr(next), next->n};

    for (size_t i = STOPS; i-- > 0 && stops[i].line > 0;) {
        const char *word = line->at + stops[i].line + 1;
        const ot_str before = {word, line->n - stops[i].line - 1};
        if (!belong_together(before, after)) {
            return;
        }
        after = before;
        line->n = stops[i].line;
        line->at[line->n] = '\0';
        s->at = stops[i].at;
    }
}

bool ot__setting_line(ot_setting *s, ot_buf *line)
{
    ot_buf word = {0};
    stop stops[STOPS] = {{0}};
    double used = 0;
    const double blank = ot__ruler_width(s->ruler, " ", s->size, s->bold);

    ot__buf_clear(line);
    skip_blanks(&s->at, s->end);
    while (s->at < s->end && !line->failed && !word.failed) {
        const char *next = s->at;
        ot__buf_clear(&word);
        take_word(&next, s->end, &word);
        const double width = wide(s, &word);
        const double with = used + (line->n > 0 ? blank : 0) + width;
        if (with > s->width && line->n > 0) {
            give_back(s, line, stops, &word);
            break;
        }
        if (with > s->width) {
            break_word(s, line);
            break;
        }
        memmove(stops, stops + 1, (STOPS - 1) * sizeof *stops);
        stops[STOPS - 1] = (stop){line->n, s->at};
        ot__buf_text(line, line->n > 0 ? " " : "");
        ot__buf_bytes(line, ot__buf_cstr(&word), word.n);
        used = with;
        s->at = next;
        skip_blanks(&s->at, s->end);
    }
    line->failed = line->failed || word.failed;
    ot__buf_free(&word);
    return line->n > 0 && !line->failed;
}

static size_t count_lines(const ot_setting *of, double width)
{
    ot_setting s = *of;
    ot_buf line = {0};
    size_t n = 0;

    s.width = width;
    while (ot__setting_line(&s, &line)) {
        n++;
    }
    ot__buf_free(&line);
    return n;
}

double ot__setting_even(const ot_ruler *ruler, const char *text, double size,
                        bool bold, double width)
{
    const ot_setting s = ot__setting(ruler, text, size, bold, width);
    const size_t lines = count_lines(&s, width);
    const double word = ot__setting_word(ruler, text, size, bold);
    double low = word < width ? word : width, high = width;

    for (int i = 0; i < 8 && lines > 1; i++) {
        const double middle = (low + high) / 2;
        const bool more = count_lines(&s, middle) > lines;
        low = more ? middle : low;
        high = more ? high : middle;
    }
    return high;
}

double ot__setting_word(const ot_ruler *ruler, const char *text, double size,
                        bool bold)
{
    ot_setting s = ot__setting(ruler, text, size, bold, 0);
    ot_buf word = {0};
    double widest = 0;

    for (skip_blanks(&s.at, s.end); s.at < s.end; skip_blanks(&s.at, s.end)) {
        ot__buf_clear(&word);
        take_word(&s.at, s.end, &word);
        const double width = wide(&s, &word);
        widest = width > widest ? width : widest;
    }
    ot__buf_free(&word);
    return widest;
}

// What may stand before the digits of a number: signs, also the true minus,
// and those of about and of bounds.
static const char *skip_signs(const char *at)
{
    static const char *const signs[] = {"+", "-", "\u2212", "\u2013", "~",
                                        "<", ">", "\u2248", "\u2264", "\u2265",
                                        "±", " ", "\u00A0", "\u2009", "\u202F"};
    size_t i = 0;

    while (i < sizeof signs / sizeof signs[0]) {
        const size_t n = strlen(signs[i]);
        const bool is = strncmp(at, signs[i], n) == 0;
        at += is ? n : 0;
        i = is ? 0 : i + 1;
    }
    return at;
}

// Digits, their groups and what sets these apart: the end of a whole number.
static const char *skip_whole(const char *at, char mark)
{
    static const char *const between[] = {",",      ".",      " ",
                                          "\u00A0", "\u2009", "\u202F"};
    size_t i = 0;

    while (i < sizeof between / sizeof between[0]) {
        while (is_digit(*at)) {
            at++;
        }
        const size_t n = strlen(between[i]);
        const bool is = between[i][0] != mark &&
                        strncmp(at, between[i], n) == 0 && is_digit(at[n]);
        at += is ? n : 0;
        i = is ? 0 : i + 1;
    }
    return at;
}

size_t ot__point_of(const char *text, char mark)
{
    const char *at = skip_signs(text);

    return is_digit(*at) ? (size_t)(skip_whole(at, mark) - text) : SIZE_MAX;
}

// Whether a comma of a text sets no group of three digits apart.
static bool decimal_comma(const char *text)
{
    for (const char *c = text; (c = strchr(c, ',')) != NULL; c++) {
        const size_t digits = strspn(c + 1, "0123456789");
        if (c > text && is_digit(c[-1]) && digits > 0 && digits != 3) {
            return true;
        }
    }
    return false;
}

char ot__mark_of(const ot_block *table, size_t column)
{
    for (size_t i = 0; i < table->rows; i++) {
        const char *cell = table->row[i].cell[column];
        if (strchr(cell, '.') == NULL && decimal_comma(cell)) {
            return ',';
        }
    }
    return '.';
}
