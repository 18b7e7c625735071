// SPDX-License-Identifier: GPL-3.0-or-later
// supply.c - pieces of a text, one way or the other.
#include "data/supply.h"

#include <stdlib.h>
#include <string.h>

// ---- pieces ----------------------------------------------------------------

bool ot__piece_room(ot_piece *p, size_t n)
{
    if (n + 1 <= p->capacity) {
        return true;
    }
    const size_t at = p->bytes != NULL ? (size_t)(p->text - p->bytes) : 0;
    char *bytes = realloc(p->bytes, n + n / 4 + 1);
    if (bytes == NULL) {
        return false;
    }
    p->bytes = bytes;
    p->text = bytes + at;
    p->capacity = n + n / 4 + 1;
    return true;
}

ot_status ot__supply_no_memory(const ot_supply *s, ot_error *err)
{
    const ot_place place = {.path = ot__source_path(s->source)};

    return ot_fail(err, OT_E_MEMORY, &place,
                   "no memory for a part of the text");
}

void ot__supply_note(ot_supply *s, uint64_t bytes)
{
    pthread_mutex_lock(&s->lock);
    s->bytes = bytes > s->bytes ? bytes : s->bytes;
    pthread_mutex_unlock(&s->lock);
}

void ot__supply_end(ot_supply *s, ot_piece *p)
{
    p->last = true;
    if (p->n > 0 && !ot__ends_line(p->text, 0, p->n)) {
        p->text[p->n++] = '\n';
        pthread_mutex_lock(&s->lock);
        s->unended = true;
        pthread_mutex_unlock(&s->lock);
    }
}

size_t ot__behind_line(const char *bytes, size_t from, size_t n, bool ended,
                       bool *half)
{
    const char *lf = memchr(bytes + from, '\n', n - from);
    const size_t most = lf != NULL ? (size_t)(lf - bytes) : n;
    const char *cr = memchr(bytes + from, '\r', most - from);

    *half = false;
    if (cr == NULL) {
        return lf != NULL ? most + 1 : n;
    }
    const size_t after = (size_t)(cr - bytes) + 1;
    *half = after == n && !ended;
    return after < n && bytes[after] == '\n' ? after + 1 : after;
}

bool ot__ends_line(const char *bytes, size_t from, size_t behind)
{
    return behind > from &&
           (bytes[behind - 1] == '\n' || bytes[behind - 1] == '\r');
}

// ---- opening and closing ---------------------------------------------------

// Reads over the bytes that are to be skipped; they are in the head.
static bool skip_head(ot_supply *s)
{
    uint64_t left = s->skip - ot__source_bytes(s->source);
    char *block = malloc(OT_SUPPLY_BLOCK);
    size_t got = 1;

    while (block != NULL && left > 0 && got > 0) {
        const size_t n =
            left < OT_SUPPLY_BLOCK ? (size_t)left : OT_SUPPLY_BLOCK;
        if (ot__source_read(s->source, block, n, &got, NULL) != OT_OK) {
            break;
        }
        left -= got;
    }
    free(block);
    return left == 0;
}

ot_supply *ot__supply_open(ot_source *source, uint64_t skip, size_t piece)
{
    ot_supply *s = calloc(1, sizeof *s);

    if (s == NULL) {
        return NULL;
    }
    pthread_mutex_init(&s->lock, NULL);
    s->source = source;
    s->skip = skip;
    s->piece = piece;
    s->fd = ot__source_file(source);
    if (s->fd < 0 && !skip_head(s)) {
        ot__supply_close(s);
        return NULL;
    }
    return s;
}

void ot__supply_close(ot_supply *s)
{
    if (s != NULL) {
        pthread_mutex_destroy(&s->lock);
        free(s->rest);
        free(s);
    }
}

bool ot__supply_any_order(const ot_supply *s)
{
    return s->fd >= 0;
}

ot_status ot__supply_load(ot_supply *s, size_t i, ot_piece *p, ot_error *err)
{
    p->n = 0;
    p->text = p->bytes;
    p->last = p->beyond = false;
    p->fail = (ot_error){0};
    return s->fd >= 0 ? ot__supply_share(s, i, p, err)
                      : ot__supply_next(s, p, err);
}

bool ot__supply_unended(const ot_supply *s)
{
    return s->unended;
}

uint64_t ot__supply_bytes(ot_supply *s)
{
    pthread_mutex_lock(&s->lock);
    const uint64_t bytes = s->bytes;
    pthread_mutex_unlock(&s->lock);
    return bytes;
}
