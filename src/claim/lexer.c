// SPDX-License-Identifier: GPL-3.0-or-later
// lexer.c - a text cleaned, cut into sentences.

#include "claim/lexer.h"

#include <stdlib.h>
#include <string.h>

// ---- cleaning ---------------------------------------------------------------

typedef struct cleaner {
    ot_clean *to;
    bool each_line, small;
    bool line_start; // nothing but blanks since the line began
} cleaner;

static void put(cleaner *c, char x, size_t from)
{
    c->to->from[c->to->n] = (uint32_t)from;
    c->to->text[c->to->n++] = x;
}

static char last(const cleaner *c)
{
    return c->to->n > 0 ? c->to->text[c->to->n - 1] : '\n';
}

static void put_blank(cleaner *c, size_t from)
{
    if (last(c) != ' ' && last(c) != '\n') {
        put(c, ' ', from);
    }
}

static void put_paragraph(cleaner *c, size_t from)
{
    if (last(c) == ' ') {
        c->to->n--;
    }
    if (last(c) != '\n') {
        put(c, '\n', from);
    }
}

// Characters of several bytes that count as one of ASCII.
static const struct {
    const char *from;
    char to;
} plain[] = {
    {"\u00a0", ' '}, {"\u202f", ' '}, {"\u2009", ' '},  {"\u2007", ' '},
    {"\u2013", '-'}, {"\u2014", '-'}, {"\u2012", '-'},  {"\u2010", '-'},
    {"\u2011", '-'}, {"\u2212", '-'}, {"\u2019", '\''}, {"\u2018", '\''},
    {"\u201c", '"'}, {"\u201d", '"'}, {"\u00ab", '"'},  {"\u00bb", '"'},
};

// A Cyrillic capital as its small letter; 0: it is none.
static size_t take_capital(cleaner *c, ot_str s, size_t from)
{
    const char *at = s.at;
    char bytes[4];

    if (s.n < 2 || (unsigned char)at[0] != 0xD0) {
        return 0;
    }
    const uint32_t code = ot__utf8_next(&at, s.at + s.n);
    if (!(code >= 0x410 && code <= 0x42F) && code != 0x401) {
        return 0;
    }
    ot__utf8_put(code == 0x401 ? 0x435 : code + 0x20, bytes);
    put(c, bytes[0], from);
    put(c, bytes[1], from + 1);
    return 2;
}

static size_t take_wide(cleaner *c, ot_str s, size_t from)
{
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
        const size_t n = strlen(plain[i].from);
        if (s.n >= n && memcmp(s.at, plain[i].from, n) == 0) {
            if (plain[i].to == ' ') {
                put_blank(c, from);
            } else {
                put(c, plain[i].to, from);
            }
            return n;
        }
    }
    const size_t letter = c->small ? take_capital(c, s, from) : 0;
    if (letter > 0) {
        return letter;
    }
    put(c, s.at[0], from);
    return 1;
}

// Marks with which Markdown begins a line that stands for itself.
static bool opens_block(char x)
{
    return x == '#' || x == '|' || x == '>' || x == '-' || x == '+' || x == '*';
}

static void newline(cleaner *c, ot_str rest, size_t from)
{
    size_t i = 0;

    while (i < rest.n &&
           (rest.at[i] == ' ' || rest.at[i] == '\t' || rest.at[i] == '\r')) {
        i++;
    }
    const char next = i < rest.n ? rest.at[i] : '\n';
    const bool block = opens_block(next) && i + 1 < rest.n &&
                       (rest.at[i + 1] == ' ' || next == '#' || next == '|');
    if (c->each_line || next == '\n' || block) {
        put_paragraph(c, from);
    } else {
        put_blank(c, from);
    }
    c->line_start = true;
}

static size_t take(cleaner *c, ot_str s, size_t from)
{
    const char x = s.at[0];

    if (x == '\n') {
        newline(c, (ot_str){s.at + 1, s.n - 1}, from);
        return 1;
    }
    if (x == ' ' || x == '\t' || x == '\r' || x == '\f' || x == '\v' ||
        x == '\0') {
        put_blank(c, from);
        return 1;
    }
    if (x == '*' || x == '`' || x == '#' || (x == '|' && c->line_start)) {
        return 1;
    }
    c->line_start = false;
    if (x == '|') {
        put(c, ';', from); // cells of a table are clauses of their own
        return 1;
    }
    if ((unsigned char)x >= 0x80) {
        return take_wide(c, s, from);
    }
    put(c, x, from);
    return 1;
}

ot_status ot__clean(const char *text, size_t n, bool each_line, bool small,
                    ot_clean *clean, ot_error *err)
{
    *clean = (ot_clean){NULL, NULL, 0};
    if (n >= UINT32_MAX) {
        return ot_fail(err, OT_E_LIMIT, NULL, "a text of 4 GB or more");
    }
    clean->text = malloc(n + 2);
    clean->from = malloc((n + 2) * sizeof *clean->from);
    if (clean->text == NULL || clean->from == NULL) {
        ot__clean_free(clean);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a text");
    }
    cleaner c = {clean, each_line, small, true};
    size_t i = 0;
    while (i < n) {
        i += take(&c, (ot_str){text + i, n - i}, i);
    }
    clean->from[clean->n] = (uint32_t)n;
    return OT_OK;
}

void ot__clean_free(ot_clean *clean)
{
    free(clean->text);
    free(clean->from);
    *clean = (ot_clean){NULL, NULL, 0};
}

// ---- sentences --------------------------------------------------------------

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (unsigned char)c >= 0x80;
}

// The letters and inner full stops before `at`: "U.S", "Jan".
static ot_str word_before(const ot_clean *t, size_t start, size_t at)
{
    size_t from = at;

    while (from > start &&
           (is_letter(t->text[from - 1]) || t->text[from - 1] == '.')) {
        from--;
    }
    return (ot_str){t->text + from, at - from};
}

// Does the full stop at `at` only shorten a word?
static bool shortens(const ot_clean *t, const ot_grammar *g, size_t start,
                     size_t at)
{
    const ot_str word = word_before(t, start, at);

    if (word.n == 1 || memchr(word.at, '.', word.n) != NULL) {
        return word.n > 0; // "J.", "U.S."
    }
    for (size_t i = 0; g->abbreviations[i] != NULL; i++) {
        if (ot__str_same(word, g->abbreviations[i])) {
            return true;
        }
    }
    return false;
}

// What stands behind a full stop: does a sentence begin there?
static bool begins_sentence(const ot_clean *t, size_t at)
{
    while (at < t->n &&
           (t->text[at] == '"' || t->text[at] == '\'' || t->text[at] == ')')) {
        at++;
    }
    if (at == t->n || t->text[at] == '\n') {
        return true;
    }
    if (t->text[at] != ' ' || at + 1 == t->n) {
        return false;
    }
    const char next = t->text[at + 1];
    return !(next >= 'a' && next <= 'z');
}

size_t ot__sentence_end(const ot_clean *t, const ot_grammar *g, size_t start)
{
    size_t at = start;

    for (; at < t->n && t->text[at] != '\n'; at++) {
        if ((at - start >= OT_SENTENCE_MOST && t->text[at] == ' ') ||
            at - start >= (size_t)2 * OT_SENTENCE_MOST) {
            return at;
        }
        const char x = t->text[at];
        if ((x == '!' || x == '?') && begins_sentence(t, at + 1)) {
            return at + 1;
        }
        if (x == '.' && begins_sentence(t, at + 1) &&
            !shortens(t, g, start, at)) {
            return at + 1;
        }
    }
    return at;
}
