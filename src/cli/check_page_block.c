// SPDX-License-Identifier: GPL-3.0-or-later
// check_page_block.c - a text cut into headings, paragraphs, lists and the like
// by how its lines begin.

#include "cli/check_page_block.h"

#include <string.h>

typedef enum line_kind {
    LINE_BLANK,
    LINE_TEXT,
    LINE_HEADING,
    LINE_RULE,
    LINE_BULLET,
    LINE_NUMBER,
    LINE_QUOTE,
    LINE_TABLE
} line_kind;

typedef struct line {
    line_kind kind;
    size_t n;    // bytes, its end included
    ot_str body; // without what says the kind
    long value;  // signs of a heading, number of an item
} line;

static bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static ot_str trimmed(ot_str s)
{
    while (s.n > 0 && blank(s.at[0])) {
        s.at++;
        s.n--;
    }
    while (s.n > 0 && (blank(s.at[s.n - 1]) || s.at[s.n - 1] == '\n')) {
        s.n--;
    }
    return s;
}

static ot_str after(ot_str s, size_t n)
{
    return trimmed((ot_str){s.at + n, s.n - n});
}

// Three or more of one sign, blanks between them or not.
static bool is_rule(ot_str s)
{
    size_t signs = 0;

    for (size_t i = 0; i < s.n; i++) {
        if (s.at[i] == s.at[0]) {
            signs++;
        } else if (!blank(s.at[i])) {
            return false;
        }
    }
    return signs >= 3 && memchr("-*_", s.at[0], 3) != NULL;
}

static size_t run_of(ot_str s, char sign)
{
    size_t n = 0;

    while (n < s.n && s.at[n] == sign) {
        n++;
    }
    return n;
}

// "12. ": how long it is; 0: it is none.
static size_t item_number(ot_str s, long *number)
{
    size_t n = 0;

    *number = 0;
    while (n < s.n && n < 3 && s.at[n] >= '0' && s.at[n] <= '9') {
        *number = *number * 10 + s.at[n++] - '0';
    }
    return n > 0 && n + 1 < s.n && (s.at[n] == '.' || s.at[n] == ')') &&
                   blank(s.at[n + 1])
               ? n + 1
               : 0;
}

static void tell_kind(line *l)
{
    const ot_str s = l->body;
    const size_t signs = run_of(s, '#');
    const size_t number = item_number(s, &l->value);

    if (s.n == 0) {
        l->kind = LINE_BLANK;
    } else if (signs >= 1 && signs <= 6 && signs < s.n && blank(s.at[signs])) {
        l->kind = LINE_HEADING;
        l->value = (long)signs;
        l->body = after(s, signs);
    } else if (is_rule(s)) {
        l->kind = LINE_RULE;
    } else if (s.n > 1 && memchr("-*+", s.at[0], 3) != NULL && blank(s.at[1])) {
        l->kind = LINE_BULLET;
        l->body = after(s, 1);
    } else if (number > 0) {
        l->kind = LINE_NUMBER;
        l->body = after(s, number);
    } else if (s.at[0] == '>') {
        l->kind = LINE_QUOTE;
        l->body = after(s, block_indent(s));
    } else if (s.at[0] == '|' && s.n > 1) {
        l->kind = LINE_TABLE;
    } else {
        l->kind = LINE_TEXT;
    }
}

static line read_line(ot_str rest)
{
    const char *end = rest.n > 0 ? memchr(rest.at, '\n', rest.n) : NULL;
    line l = {.n = end != NULL ? (size_t)(end - rest.at) + 1 : rest.n};

    l.body = trimmed((ot_str){rest.at, l.n});
    tell_kind(&l);
    return l;
}

size_t block_indent(ot_str s)
{
    size_t n = 0;

    while (n < s.n && (blank(s.at[n]) || s.at[n] == '>')) {
        n++;
    }
    return n;
}

static bool is_item(const line *l)
{
    return l->kind == LINE_BULLET || l->kind == LINE_NUMBER;
}

// Does a line go on with the part that began with `first`?
static bool goes_on(const line *first, const line *l, ot_str beyond)
{
    switch (first->kind) {
    case LINE_TEXT: // "2024. It" is no item where a sentence goes on
        return l->kind == LINE_TEXT ||
               (l->kind == LINE_NUMBER && l->value != 1);
    case LINE_QUOTE:
        return l->kind == LINE_QUOTE || l->kind == LINE_TEXT;
    case LINE_TABLE:
        return l->kind == LINE_TABLE;
    case LINE_BULLET:
    case LINE_NUMBER:
        if (l->kind == LINE_BLANK) {
            const line next = read_line(beyond);
            return next.kind == first->kind;
        }
        return is_item(l) || l->kind == LINE_TEXT;
    default:
        return false;
    }
}

static ot_str beyond(ot_str rest, size_t n)
{
    return (ot_str){rest.at + n, rest.n - n};
}

bool block_next(ot_str *rest, bool each_line, block *b)
{
    static const block_kind kinds[] = {
        [LINE_TEXT] = BLOCK_PARAGRAPH, [LINE_HEADING] = BLOCK_HEADING,
        [LINE_RULE] = BLOCK_RULE,      [LINE_BULLET] = BLOCK_BULLETS,
        [LINE_NUMBER] = BLOCK_NUMBERS, [LINE_QUOTE] = BLOCK_QUOTE,
        [LINE_TABLE] = BLOCK_TABLE};
    line first = read_line(*rest);

    while (first.kind == LINE_BLANK && rest->n > 0) {
        *rest = beyond(*rest, first.n);
        first = read_line(*rest);
    }
    if (rest->n == 0) {
        return false;
    }
    size_t n = first.n;
    while (n < rest->n && !(each_line && first.kind == LINE_TEXT)) {
        const line l = read_line(beyond(*rest, n));
        if (!goes_on(&first, &l, beyond(*rest, n + l.n))) {
            break;
        }
        n += l.n;
    }
    b->kind = kinds[first.kind];
    b->level = (int)first.value;
    const char *from =
        is_item(&first) || first.kind == LINE_TABLE ? rest->at : first.body.at;
    b->text = trimmed((ot_str){from, (size_t)(rest->at + n - from)});
    *rest = beyond(*rest, n);
    return true;
}

bool block_item(ot_str *list, ot_str *item, long *number)
{
    line l = read_line(*list);

    if (list->n == 0) {
        return false;
    }
    const char *from = l.body.at;
    *number = l.value;
    do {
        *list = beyond(*list, l.n);
        l = read_line(*list);
    } while (list->n > 0 && !is_item(&l));
    *item = trimmed((ot_str){from, (size_t)(list->at - from)});
    return true;
}
