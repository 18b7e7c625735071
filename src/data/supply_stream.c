// SPDX-License-Identifier: GPL-3.0-or-later
// supply_stream.c - pieces of a stream, one after another: whole lines; what
// was read behind them is kept for the next.
#include <stdlib.h>
#include <string.h>

#include "data/supply.h"

#define BLOCK OT_SUPPLY_BLOCK
#define KEPT  OT_SUPPLY_KEPT

// Where its last line ends; 0: none does. What follows a CR must be known.
static size_t last_line(const char *bytes, size_t n)
{
    for (size_t i = n; i > 0; i--) {
        if (bytes[i - 1] == '\n' || (bytes[i - 1] == '\r' && i < n)) {
            return i;
        }
    }
    return 0;
}

static void read_some(ot_supply *s, ot_piece *p, size_t n)
{
    size_t got = 0;
    ot_error fail = {0};
    const ot_status status =
        ot__source_read(s->source, p->bytes + p->n, n, &got, &fail);

    p->n += got;
    if (status != OT_OK) {
        s->fail = fail;
    }
    s->ended = status != OT_OK || got == 0;
}

// Goes on to the end of a line that is too long and of which no more is kept.
static bool drop_line(ot_supply *s, ot_piece *p)
{
    bool half = p->bytes[p->n - 1] == '\r', found = false;
    size_t behind = KEPT + 1;

    if (!ot__piece_room(p, KEPT + 1 + BLOCK)) {
        return false;
    }
    p->n = behind; // what there is behind it is of the same line
    while (!found && !s->ended) {
        const size_t from = KEPT + 1 - half;
        p->bytes[KEPT] = '\r'; // looked at only if it was the last byte
        p->n = KEPT + 1;
        read_some(s, p, BLOCK);
        behind = ot__behind_line(p->bytes, from, p->n, s->ended, &half);
        found = !half && ot__ends_line(p->bytes, from, behind);
    }
    memmove(p->bytes + KEPT + 1, p->bytes + behind, p->n - behind);
    p->bytes[KEPT] = '\n';
    p->n = p->n - behind + KEPT + 1;
    return true;
}

static bool keep_rest(ot_supply *s, ot_piece *p, size_t from)
{
    const size_t n = p->n - from;

    if (n > s->rest_capacity) {
        char *rest = realloc(s->rest, n);
        if (rest == NULL) {
            return false;
        }
        s->rest = rest;
        s->rest_capacity = n;
    }
    if (n > 0) {
        memcpy(s->rest, p->bytes + from, n);
    }
    s->rest_n = n;
    p->n = from;
    return true;
}

// Reads until a line ends in what was read, and a piece is full.
static bool fill(ot_supply *s, ot_piece *p, size_t *end)
{
    size_t target = p->n + s->piece;

    *end = 0;
    while (*end == 0 && !s->ended) {
        if (!ot__piece_room(p, target)) {
            return false;
        }
        while (p->n < target && !s->ended) {
            read_some(s, p, target - p->n);
        }
        *end = last_line(p->bytes, p->n);
        if (*end == 0 && p->n > KEPT) {
            if (!drop_line(s, p)) {
                return false;
            }
            *end = last_line(p->bytes, p->n);
        }
        target = 2 * p->n;
    }
    return true;
}

ot_status ot__supply_next(ot_supply *s, ot_piece *p, ot_error *err)
{
    size_t end;

    p->beyond = s->ended;
    if (s->ended) {
        return OT_OK;
    }
    if (!ot__piece_room(p, s->rest_n)) {
        return ot__supply_no_memory(s, err);
    }
    if (s->rest_n > 0) {
        memcpy(p->bytes, s->rest, s->rest_n);
    }
    p->n = s->rest_n;
    if (!fill(s, p, &end)) {
        return ot__supply_no_memory(s, err);
    }
    ot__supply_note(s, ot__source_bytes(s->source));
    if (s->ended) {
        p->fail = s->fail;
        if (s->fail.status == OT_OK) {
            ot__supply_end(s, p);
        }
        return OT_OK;
    }
    return keep_rest(s, p, end) ? OT_OK : ot__supply_no_memory(s, err);
}
