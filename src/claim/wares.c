// SPDX-License-Identifier: GPL-3.0-or-later
// wares.c - which goods a figure is of: "exports of wine", "gas exports",
// "$5 billion worth of cars". Figures for some goods are kept apart from those
// for all; a name that is not read as one leaves a figure to all goods.

#include <string.h>

#include "claim/passage.h"

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           (unsigned char)c >= 0x80;
}

static bool is_listed(const char *const list[], ot_str word)
{
    for (size_t i = 0; list[i] != NULL; i++) {
        if (ot__phrase_at(word, list[i]) == word.n) {
            return true;
        }
    }
    return false;
}

// The word at a place of the clean text that ends before `end`; n 0: none.
static ot_str word_at(const ot_clean *clean, size_t at, size_t end)
{
    size_t n = 0;

    while (at + n < end && is_letter(clean->text[at + n])) {
        n++;
    }
    return (ot_str){clean->text + at, n};
}

static size_t end_of(const ot_passage *p, size_t i)
{
    return i + 1 < p->items.n ? p->items.at[i + 1].at : p->clean->n;
}

// Words behind item i, up to the next item or mark, `most` of them; the first
// decides whether they name goods. With `known` all have to be of the list.
static ot_str words_behind(const ot_passage *p, size_t i, bool known)
{
    const ot_clean *clean = p->clean;
    const size_t from = p->items.at[i].end + 1, end = end_of(p, i);
    size_t at = from, last = from;

    if (from >= end || clean->text[from - 1] != ' ') {
        return (ot_str){NULL, 0};
    }
    for (int words = 0; words < 3 && at < end; words++) {
        const ot_str word = word_at(clean, at, end);
        const bool ware = is_listed(p->grammar->wares, word);
        if (word.n == 0 || (known && !ware) ||
            (!known && words == 0 && !ware &&
             ((word.at[0] >= 'A' && word.at[0] <= 'Z') ||
              is_listed(p->grammar->no_wares, word)))) {
            break;
        }
        last = at + word.n;
        if (last >= end || clean->text[last] != ' ') {
            break;
        }
        at = last + 1;
    }
    return (ot_str){clean->text + from, last - from};
}

// Words of the list right before item i: "copper ore exports".
static ot_str words_before(const ot_passage *p, size_t i)
{
    const char *text = p->clean->text;
    const size_t end = p->items.at[i].at;
    size_t from = end;

    for (int words = 0; words < 3 && from > 1 && text[from - 1] == ' ';
         words++) {
        size_t at = from - 1;
        while (at > 0 && is_letter(text[at - 1])) {
            at--;
        }
        const ot_str word = {text + at, from - 1 - at};
        if (word.n == 0 || !is_listed(p->grammar->wares, word)) {
            break;
        }
        from = at;
    }
    return (ot_str){text + from, from < end ? end - 1 - from : 0};
}

static ot_str of_flow(const ot_passage *p, size_t i)
{
    const ot_str before = words_before(p, i);

    if (before.n > 0) {
        return before;
    }
    if (!p->grammar->capitals) {
        return words_behind(p, i, true); // a genitive
    }
    return ot__is(p, i + 1, WORD_OF) && ot__gap(p, i) == 0
               ? words_behind(p, i + 1, false)
               : (ot_str){NULL, 0};
}

// "$182 million of wine", "5 billion worth of cars"
static ot_str of_figure(const ot_passage *p, size_t i)
{
    const size_t of = ot__is(p, i + 1, WORD_LEVEL) ? i + 2 : i + 1;

    return ot__is(p, of, WORD_OF) && ot__gap(p, of - 1) == 0 &&
                   ot__gap(p, i) == 0
               ? words_behind(p, of, false)
               : (ot_str){NULL, 0};
}

// The word of the figure's flow: the last before it, else the first behind it;
// items.n: none, it is the one spoken of.
static size_t flow_of(const ot_passage *p, const ot_spoken *s)
{
    for (size_t j = s->item; j-- > 0;) {
        if (ot__is(p, j, WORD_FLOW) && p->items.at[j].value == (int)s->topic) {
            return j;
        }
    }
    for (size_t j = s->item + 1; j < p->items.n; j++) {
        if (ot__is(p, j, WORD_FLOW) && p->items.at[j].value == (int)s->topic) {
            return j;
        }
    }
    return p->items.n;
}

// In small letters, without the ending of a plural.
static void name(ot_str words, char out[OT_WARE_SIZE])
{
    ot__str_copy(words, out, OT_WARE_SIZE);
    size_t n = strlen(out);

    if (n > 3 && out[n - 1] == 's' && out[n - 2] != 's') {
        out[--n] = '\0';
    }
    for (size_t i = 0; i < n; i++) {
        if (out[i] >= 'A' && out[i] <= 'Z') {
            out[i] = (char)(out[i] + 32);
        }
    }
}

void ot__settle_wares(ot_passage *p)
{
    for (size_t k = 0; k < p->n; k++) {
        ot_spoken *s = &p->spoken[k];
        const size_t flow = flow_of(p, s);
        if (s->topic == TOPIC_NONE || s->topic == TOPIC_OTHER) {
            continue;
        }
        ot_str words = of_figure(p, s->item);
        if (words.n == 0 && flow < p->items.n) {
            words = of_flow(p, flow);
        }
        if (words.n > 0 || flow < p->items.n) {
            name(words, s->ware);
        } else {
            memcpy(s->ware, p->context->ware, OT_WARE_SIZE);
        }
    }
    if (p->n > 0) {
        memcpy(p->context->ware, p->spoken[p->n - 1].ware, OT_WARE_SIZE);
    }
}
