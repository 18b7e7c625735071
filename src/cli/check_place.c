// SPDX-License-Identifier: GPL-3.0-or-later
// check_place.c - where in the bytes of a text its claims stand. They come in
// its order, so that it is gone through once.

#include "cli/check_place.h"

#include <stdlib.h>
#include <string.h>

typedef struct cursor {
    const char *at, *start, *end; // start: of the line
    long line, column;
} cursor;

static cursor begin(ot_str text)
{
    static const char mark[] = "\xEF\xBB\xBF";
    cursor c = {text.at, text.at, text.at + text.n, 1, 1};

    if (text.n >= 3 && memcmp(text.at, mark, 3) == 0) {
        c.at += 3;
    }
    return c;
}

static void walk(cursor *c, const char *to)
{
    while (c->at < to) {
        const uint32_t code = ot__utf8_next(&c->at, c->end);
        if (code == '\n') {
            c->line++;
            c->column = 1;
            c->start = c->at;
        } else {
            c->column += code > 0xFFFF ? 2 : 1;
        }
    }
}

static void walk_to_line(cursor *c, long line)
{
    while (c->line < line && c->at < c->end) {
        const char *end = memchr(c->at, '\n', (size_t)(c->end - c->at));
        if (end == NULL) {
            c->at = c->end;
            return;
        }
        c->at = c->start = end + 1;
        c->line++;
        c->column = 1;
    }
}

// Where the words of a claim begin; NULL: not here.
static const char *find(cursor *c, const ot_claim *claim, size_t n)
{
    walk_to_line(c, claim->said.line);
    const size_t offset = (size_t)claim->said.column - 1;
    if (c->line != claim->said.line || offset > (size_t)(c->end - c->start) ||
        n > (size_t)(c->end - c->start) - offset ||
        memcmp(c->start + offset, claim->said.quote, n) != 0) {
        return NULL;
    }
    return c->start + offset;
}

static check_place place(const checked *t, cursor *c, const ot_claim *claim)
{
    const char *quote = claim->said.quote;
    check_place p = {.line = claim->line};

    if (t->text.n == 0 || quote == NULL || claim->said.column < 1) {
        return p;
    }
    const size_t n = strlen(quote);
    if (claim->said.line < c->line) {
        *c = begin(t->text);
    }
    const char *at = find(c, claim, n);
    if (at == NULL || n == 0) {
        return p;
    }
    if (at < c->at) {
        *c = begin(t->text);
    }
    walk(c, at);
    cursor last = *c;
    walk(&last, at + n);
    p.from = (size_t)(at - t->text.at);
    p.to = p.from + n;
    p.line = c->line;
    p.column = c->column;
    p.end_line = last.line;
    p.end_column = last.column;
    return p;
}

check_place *check_places(const checked *t)
{
    check_place *places = calloc(t->claims->n + 1, sizeof *places);
    cursor c = begin(t->text);

    for (size_t i = 0; places != NULL && i < t->claims->n; i++) {
        places[i] = place(t, &c, &t->claims->claim[i]);
    }
    return places;
}
