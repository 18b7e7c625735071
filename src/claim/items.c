// SPDX-License-Identifier: GPL-3.0-or-later
// items.c - what stands in a sentence, one after another: the longest of a
// period, a figure, a place and a phrase that fits is taken.

#include <stdlib.h>
#include <string.h>

#include "claim/lexer.h"

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || is_upper(c) || (unsigned char)c >= 0x80;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static ot_str past(ot_str s, size_t n)
{
    return (ot_str){s.at + n, s.n - n};
}

static unsigned char lower(char c)
{
    return (unsigned char)(is_upper(c) ? c + 32 : c);
}

// ---- phrases ----------------------------------------------------------------

void ot__phrasebook(const ot_grammar *g, ot_phrasebook *book)
{
    memset(book, 0, sizeof *book);
    book->grammar = g;
    size_t n = 0;
    for (size_t t = 0; g->phrases[t] != NULL; t++) {
        for (const ot_phrase *p = g->phrases[t];
             p->phrase != NULL && n < OT_PHRASES_MOST; p++) {
            uint16_t *head = &book->head[lower(p->phrase[0])];
            book->phrase[n] = p;
            book->next[n++] = *head;
            *head = (uint16_t)n;
        }
    }
}

size_t ot__phrase_find(const ot_phrasebook *book, ot_str s,
                       const ot_phrase **phrase)
{
    size_t best = 0;

    for (size_t i = s.n > 0 ? book->head[lower(s.at[0])] : 0; i > 0;
         i = book->next[i - 1]) {
        const ot_phrase *p = book->phrase[i - 1];
        const size_t n = ot__phrase_at(s, p->phrase);
        if (n > best) {
            best = n;
            *phrase = p;
        }
    }
    return best;
}

// ---- places -----------------------------------------------------------------

static size_t word_length(ot_str s)
{
    size_t n = 0;

    while (n < s.n && (is_letter(s.at[n]) || is_digit(s.at[n]))) {
        n++;
    }
    return n;
}

// The end of the word after `at`, where one goes on a name: "United Arab".
static size_t next_word(ot_str s, size_t at)
{
    if (at + 1 >= s.n || (s.at[at] != ' ' && s.at[at] != '-')) {
        return 0;
    }
    const size_t n = word_length(past(s, at + 1));
    return n > 0 ? at + 1 + n : 0;
}

// In capitals as they are: "US" is no "us".
static size_t exact_name(ot_str s, const char *name)
{
    const size_t n = strlen(name);

    return s.n >= n && memcmp(s.at, name, n) == 0 &&
                   (n == s.n || !is_letter(s.at[n]))
               ? n
               : 0;
}

static size_t listed_name(ot_str s, const ot_grammar *g, ot_area *area)
{
    size_t best = 0;

    for (const ot_name *name = g->names; name->name != NULL; name++) {
        if (s.n == 0 || name->name[0] != s.at[0]) {
            continue;
        }
        const size_t n = g->capitals ? exact_name(s, name->name)
                                     : ot__phrase_at(s, name->name);
        if (n > best) {
            best = n;
            *area = ot_area_find(name->code, strlen(name->code));
        }
    }
    return best;
}

// Names of three letters or fewer are codes ("IN", "TO"), and words as well;
// those that sentences use are listed.
static size_t area_at(ot_str s, const ot_grammar *g, ot_area *area)
{
    size_t best = listed_name(s, g, area);
    size_t n = word_length(s);

    if (n == 0 || (g->capitals && !is_upper(s.at[0]) && best == 0)) {
        return best;
    }
    size_t word = 0; // where the last one begins: "Georgia and" is no name
    for (int words = 1; n > 0 && words <= 5; words++) {
        const bool name = n > 3 && n > best && n < 64 && is_upper(s.at[0]) &&
                          is_upper(s.at[word]);
        const ot_area found = name ? ot_area_find(s.at, n) : OT_AREA_NONE;
        if (found != OT_AREA_NONE &&
            ot_area_kind_of(found) != OT_AREA_UNALLOCATED) {
            best = n;
            *area = found;
        }
        word = n + 1;
        n = next_word(s, n);
    }
    return best;
}

// ---- one item ---------------------------------------------------------------

static size_t possessive(ot_str s, const ot_grammar *g, size_t end)
{
    const ot_str rest = past(s, end);

    for (size_t i = 0; g->possessive[i] != NULL; i++) {
        const size_t n = strlen(g->possessive[i]);
        if (rest.n >= n && memcmp(rest.at, g->possessive[i], n) == 0 &&
            (rest.n == n || !is_letter(rest.at[n]))) {
            return n;
        }
    }
    return 0;
}

static size_t mark_at(char c, ot_item *item)
{
    static const struct {
        char mark;
        ot_word_class what;
        int value;
    } marks[] = {{',', WORD_CLAUSE, 1},
                 {';', WORD_CLAUSE, 3},
                 {':', WORD_CLAUSE, 2},
                 {'(', WORD_OPEN, 0},
                 {')', WORD_CLOSE, 0}};

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (c == marks[i].mark) {
            item->kind = ITEM_WORD;
            item->what = marks[i].what;
            item->value = marks[i].value;
            return 1;
        }
    }
    return 0;
}

// "over 11 months", "less than 1985's": a word of comparison and a time.
static bool is_time(ot_str s, const ot_grammar *g, const ot_amount *a)
{
    ot_when when;

    if (a->dimension != OT_DIM_NONE || a->scale.n > 0 || a->word != NULL ||
        a->number.at == s.at) {
        return false;
    }
    const ot_str number = past(s, (size_t)(a->number.at - s.at));
    return ot__when_at(number, g, &when) >= a->number.n &&
           when.kind != WHEN_NONE;
}

// The item at the start of s; its length, 0: none stands here.
static size_t item_at(ot_str s, const ot_phrasebook *book, ot_item *item)
{
    const ot_grammar *g = book->grammar;
    const ot_phrase *phrase = NULL;
    ot_area area = OT_AREA_NONE;

    *item = (ot_item){.kind = ITEM_WORD};
    item->capital = is_upper(s.at[0]);
    size_t best = ot__when_at(s, g, &item->when);
    item->kind = best > 0 ? ITEM_WHEN : ITEM_WORD;
    size_t amount = ot__amount_at(s, g, &item->amount);
    if (amount > 0 && best == 0 && is_time(s, g, &item->amount)) {
        amount = 0;
    }
    if (amount > best ||
        (amount == best && best > 0 && item->amount.dimension != OT_DIM_NONE)) {
        best = amount;
        item->kind = ITEM_FIGURE;
    }
    const size_t name = area_at(s, g, &area);
    if (name > best) {
        best = name;
        item->kind = ITEM_AREA;
        item->area = area;
    }
    const size_t words = ot__phrase_find(book, s, &phrase);
    // "a year-on-year rise" is no "a year"
    const bool joined = words > 0 && phrase->what == WORD_PER && words < s.n &&
                        s.at[words] == '-';
    if (words > best && !joined) {
        best = words;
        item->kind = ITEM_WORD;
        item->what = phrase->what;
        item->value = phrase->value;
    }
    if (best == 0) {
        return mark_at(s.at[0], item);
    }
    if (item->kind == ITEM_WHEN &&
        (item->when.kind == WHEN_SPAN || item->when.kind == WHEN_RUN)) {
        const bool run = item->when.kind == WHEN_RUN;
        item->kind = ITEM_WORD;
        item->what = run ? WORD_RUN : WORD_RANK;
        item->value = run ? item->when.months : 1;
    }
    if (item->kind != ITEM_FIGURE) {
        const size_t own = possessive(s, g, best);
        item->possessive = own > 0;
        best += own;
    }
    return best;
}

static ot_status append(ot_items *items, const ot_item *item, ot_error *err)
{
    if (items->n == items->capacity) {
        const size_t capacity = items->capacity > 0 ? 2 * items->capacity : 64;
        ot_item *more = realloc(items->at, capacity * sizeof *more);
        if (more == NULL) {
            return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a sentence");
        }
        items->at = more;
        items->capacity = capacity;
    }
    items->at[items->n++] = *item;
    return OT_OK;
}

static int count_words(ot_str s)
{
    int n = 0;

    for (size_t i = 0; i < s.n; i++) {
        n += s.at[i] != ' ' && (i == 0 || s.at[i - 1] == ' ');
    }
    return n;
}

static bool starts_here(const ot_clean *clean, size_t from, size_t at)
{
    const char c = clean->text[at];

    if (c == ' ') {
        return false;
    }
    if (at == from) {
        return true;
    }
    // Inside a word nothing starts, but a figure may stand behind letters that
    // a blank was lost from: "about$6 billion".
    const char before = clean->text[at - 1];
    return !(is_letter(before) || is_digit(before)) ||
           !(is_letter(c) || is_digit(c));
}

ot_status ot__itemize(const ot_clean *clean, const ot_phrasebook *book,
                      size_t from, size_t to, ot_items *items, ot_error *err)
{
    int word = 0;
    size_t at = from;

    while (at < to) {
        const ot_str rest = {clean->text + at, to - at};
        ot_item item;
        const size_t n =
            starts_here(clean, from, at) ? item_at(rest, book, &item) : 0;
        if (n == 0) {
            const size_t skip = word_length(rest);
            word += skip > 0;
            at += skip > 0 ? skip : 1;
            continue;
        }
        item.at = at;
        item.end = at + n;
        item.word = word;
        const bool mark =
            n == 1 && !is_letter(rest.at[0]) && !is_digit(rest.at[0]);
        word += mark ? 0 : count_words((ot_str){rest.at, n});
        item.after = word;
        at += n;
        const ot_status status = append(items, &item, err);
        if (status != OT_OK) {
            return status;
        }
    }
    return OT_OK;
}
