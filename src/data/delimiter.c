// SPDX-License-Identifier: GPL-3.0-or-later
// delimiter.c - which character separates the fields of a file.
#include "data/csv.h"

#include <string.h>

#define LINES 256 // looked at
#define MANY  255 // fields beyond these count as these

enum { COMMA, SEMICOLON, TAB, BAR, KINDS };

static const char marks[KINDS] = {',', ';', '\t', '|'};

// What stands outside quotes in each line. Commas between digits may be decimal
// commas and are counted apart.
typedef struct counts {
    size_t lines;
    unsigned char of[KINDS][LINES];
    unsigned char between_digits[LINES];
} counts;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void add(unsigned char *count)
{
    *count = (unsigned char)(*count + (*count < MANY));
}

static void count_mark(counts *c, const char *at, const char *start,
                       const char *end)
{
    const char *kind = memchr(marks, *at, KINDS);

    if (kind == NULL) {
        return;
    }
    if (*at == ',' && at > start && at + 1 < end && is_digit(at[-1]) &&
        is_digit(at[1])) {
        add(&c->between_digits[c->lines]);
    } else {
        add(&c->of[kind - marks][c->lines]);
    }
}

// A quote opens a field only where one begins; after a quote it is a doubled
// one.
static bool opens(const char *at, const char *start)
{
    return at == start || memchr(",;\t| \n\r\"", at[-1], 8) != NULL;
}

static void count_lines(counts *c, ot_str head)
{
    const char *const end = head.at + head.n;
    bool quoted = false;
    bool blank = true;

    for (const char *at = head.at; at < end && c->lines < LINES; at++) {
        const bool stop = *at == '\n' || *at == '\r';
        if (*at == '"') {
            quoted = !quoted && opens(at, head.at);
        }
        if (!quoted && !stop) {
            count_mark(c, at, head.at, end);
        }
        blank = blank && stop;
        if (stop && !quoted && !blank) {
            c->lines++;
            blank = true;
        }
    }
    if (!blank && c->lines == 0) {
        c->lines = 1; // one line without an end
    }
}

// How many lines hold the most usual number of a mark; *usual is that number.
static size_t agreeing(const counts *c, const unsigned char of[], size_t *usual)
{
    size_t lines[MANY + 1] = {0};

    *usual = 1;
    for (size_t i = 0; i < c->lines; i++) {
        lines[of[i]]++;
    }
    for (size_t k = 2; k <= MANY; k++) {
        if (lines[k] >= lines[*usual]) {
            *usual = k;
        }
    }
    return lines[*usual];
}

char ot__csv_delimiter(ot_str head)
{
    counts c = {0};
    size_t best = COMMA;
    size_t best_lines = 0;
    size_t best_usual = 0;

    count_lines(&c, head);
    for (size_t kind = 0; kind < KINDS; kind++) {
        size_t usual;
        const size_t lines = agreeing(&c, c.of[kind], &usual);
        if (lines > best_lines || (lines == best_lines && usual > best_usual)) {
            best = kind;
            best_lines = lines;
            best_usual = usual;
        }
    }
    // Too few for a separator: then the commas between digits were ones.
    return best_lines * 2 >= c.lines ? marks[best] : ',';
}
