// SPDX-License-Identifier: GPL-3.0-or-later
// csv_cut.c - fields of plain records: only those that are wanted are looked
// at, and those that repeat the record before are not cut again.
#include "data/csv_cut.h"

#include <stdlib.h>
#include <string.h>

#include "base/plain.h"
#include "data/quote.h"

#define COMPARED 1024u // records by which to judge whether fields repeat

// ---- what is wanted --------------------------------------------------------

static bool grow(void **array, size_t *capacity, size_t n, size_t size)
{
    if (n <= *capacity) {
        return true;
    }
    void *more = realloc(*array, 2 * n * size);
    if (more == NULL) {
        return false;
    }
    *array = more;
    *capacity = 2 * n;
    return true;
}

// Room for n fields; none of them is wanted, until it is picked.
static bool make_fields(ot_cutter *c, size_t n)
{
    const size_t before = c->capacity;
    void *field = c->field;

    if (!grow(&field, &c->capacity, n, sizeof *c->field)) {
        return false;
    }
    c->field = field;
    for (size_t i = before; i < c->capacity; i++) {
        c->field[i] = (ot_str){NULL, 0};
    }
    return true;
}

// Of each record, the longest run of ends that no wanted field begins or ends
// at. The last end of a record is always found.
static void find_gap(const ot_cutter *c, ot_scan *scan)
{
    size_t from = 0; // the first end behind the last one that is wanted

    scan->gap_from = scan->gap_to = 0;
    for (size_t k = 0; k <= c->picks && c->wanted != NULL; k++) {
        const size_t field = k < c->picks ? c->pick[k] : c->wanted_n + 1;
        const size_t to = field > 0 ? field - 1 : 0;
        if (to > from && to - from > scan->gap_to - scan->gap_from) {
            scan->gap_from = (uint32_t)from;
            scan->gap_to = (uint32_t)to;
        }
        from = field + 1;
    }
}

bool ot__cutter_set(ot_cutter *c, ot_scan *scan)
{
    const ot_csv *csv = c->csv;
    void *pick = c->pick;

    if (!grow(&pick, &c->pick_capacity, csv->wanted_n, sizeof *c->pick)) {
        return false;
    }
    c->pick = pick;
    c->picks = 0;
    for (size_t i = 0; csv->wanted != NULL && i < csv->wanted_n; i++) {
        if (csv->wanted[i]) {
            c->pick[c->picks++] = (uint32_t)i;
        }
    }
    for (size_t i = 0; i < c->capacity; i++) {
        c->field[i] = (ot_str){NULL, 0};
    }
    c->wanted = csv->wanted;
    c->wanted_n = csv->wanted_n;
    ot__cutter_forget(c);
    c->leads = 0;
    while (c->leads < c->picks && c->pick[c->leads] < csv->lead) {
        c->leads++;
    }
    find_gap(c, scan);
    return true;
}

void ot__cutter_free(ot_cutter *c)
{
    free(c->field);
    free(c->pick);
    free(c->text);
}

// ---- a field ---------------------------------------------------------------

// "a""b" without the outer quotes, in our own text.
static ot_str undouble(ot_cutter *c, ot_str s)
{
    char *const to = c->text + c->used;
    size_t n = 0;

    for (size_t i = 0; i < s.n; i++) {
        to[n++] = s.at[i];
        i += s.at[i] == '"';
    }
    c->used += n;
    return (ot_str){to, n};
}

static ot_str trimmed(ot_str s, char delimiter)
{
    while (s.n > 0 && ot__is_blank(s.at[s.n - 1], delimiter)) {
        s.n--;
    }
    while (s.n > 0 && ot__is_blank(s.at[0], delimiter)) {
        s.at++;
        s.n--;
    }
    return s;
}

// A field that begins with a quote or a blank, or ends with a blank or a CR:
// that is half of the line end.
static bool unwrap(ot_cutter *c, ot_str *field)
{
    field->n -= field->n > 0 && field->at[field->n - 1] == '\r';
    if (field->n == 0 || field->at[0] != '"') {
        *field = trimmed(*field, c->csv->delimiter);
        return true;
    }
    const ot_str inner = {field->at + 1, field->n - 2};
    if (memchr(inner.at, '"', inner.n) == NULL) {
        *field = inner;
        return true;
    }
    void *text = c->text;
    if (c->used == 0 && // once for a record: what was cut stays where it is
        !grow(&text, &c->text_capacity, c->record_n, 1)) {
        return false;
    }
    c->text = text;
    *field = undouble(c, inner);
    return true;
}

// Field i of a record whose ends are end[0..].
static inline bool cut_field(ot_cutter *c, const char *bytes,
                             const uint32_t *end, size_t i)
{
    const uint32_t *const before = end - 1;
    const uint32_t from = before[i] + 1;
    const size_t n = end[i] - from;
    const char *at = bytes + from;

    c->field[i] = (ot_str){at, n};
    return ((unsigned char)at[0] > '"' &&
            (n == 0 || (unsigned char)at[n - 1] > ' ')) ||
           unwrap(c, &c->field[i]);
}

// ---- a record --------------------------------------------------------------

static inline bool same_bytes(const char *a, const char *b, size_t n)
{
    if (n < 8) {
        return memcmp(a, b, n) == 0;
    }
    size_t i = 0;
    while (i + 8 <= n && ot__load8(a + i) == ot__load8(b + i)) {
        i += 8;
    }
    return i + 8 > n && ot__load8(a + n - 8) == ot__load8(b + n - 8);
}

// Whether the leading fields of a record of n are as they were.
static inline bool repeats(ot_cutter *c, const char *bytes, const uint32_t *end,
                           size_t n)
{
    const size_t lead = c->csv->lead;
    const uint32_t start = (end - 1)[0] + 1;

    if (n < lead || c->pick[c->leads - 1] + (size_t)1 != lead) {
        ot__cutter_forget(c);
        return false;
    }
    const ot_str now = {bytes + start, end[lead - 1] - start};
    const bool same = c->before.at != NULL && c->before.n == now.n &&
                      same_bytes(now.at, c->before.at, now.n);
    c->before = now;
    c->repeated += same;
    if (++c->compared == COMPARED) {
        c->leads = c->repeated < COMPARED / 4 ? 0 : c->leads;
        c->compared = c->repeated = 0;
    }
    return same;
}

bool ot__cut(ot_cutter *c, const char *bytes, const uint32_t *end, size_t n,
             bool *repeated)
{
    bool good = n <= c->capacity || make_fields(c, n);
    const size_t leads = c->leads;

    *repeated = leads > 0 && repeats(c, bytes, end, n);
    c->used = 0;
    c->record_n = end[n - 1] - (end - 1)[0];
    if (c->wanted == NULL) {
        for (size_t i = 0; i < n && good; i++) {
            good = cut_field(c, bytes, end, i);
        }
        return good;
    }
    for (size_t k = *repeated ? leads : 0;
         k < c->picks && c->pick[k] < n && good; k++) {
        good = cut_field(c, bytes, end, c->pick[k]);
    }
    if (c->used > 0) { // texts of our own do not outlive the record
        ot__cutter_forget(c);
    }
    return good;
}
