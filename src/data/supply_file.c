// SPDX-License-Identifier: GPL-3.0-or-later
// supply_file.c - pieces of a file, by pread from any thread.
//
// A piece is the lines that begin in its share of the bytes. Where its first
// line begins is looked for from the byte before its share, by the same rule as
// where the piece before it ends.
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "data/supply.h"

#define SLACK ((size_t)4096) // behind a piece, where its last line usually ends
#define BLOCK OT_SUPPLY_BLOCK
#define KEPT  OT_SUPPLY_KEPT

// As pread(2), but goes on when a signal came between, and until all is there.
static bool read_at(const ot_supply *s, char *to, size_t n, uint64_t at,
                    size_t *got, ot_error *fail)
{
    *got = 0;
    while (*got < n) {
        const ssize_t r = pread(s->fd, to + *got, n - *got, (off_t)(at + *got));
        if (r < 0 && errno == EINTR) {
            continue;
        }
        if (r < 0) {
            const ot_place place = {.path = ot__source_path(s->source)};
            ot_fail(fail, OT_E_IO, &place, "cannot be read");
            return false;
        }
        if (r == 0) {
            break;
        }
        *got += (size_t)r;
    }
    return true;
}

static void fail_at_nul(const ot_supply *s, ot_piece *p)
{
    const ot_place place = {.path = ot__source_path(s->source),
                            .line = OT_LINE_HERE};

    ot_fail(&p->fail, OT_E_SYNTAX, &place, OT_NUL_WHAT);
}

// No text holds a NUL: it ends before one.
static void refuse_nul(const ot_supply *s, ot_piece *p)
{
    const char *nul = p->n > 0 ? memchr(p->text, '\0', p->n) : NULL;

    if (nul != NULL) {
        p->n = (size_t)(nul - p->text);
        p->last = false;
        fail_at_nul(s, p);
    }
}

// ---- lines longer than a piece ---------------------------------------------

// A stretch in which no line ends is looked through once.
static uint64_t skip_barren(ot_supply *s, uint64_t from)
{
    pthread_mutex_lock(&s->lock);
    const uint64_t to =
        from >= s->barren_from && from < s->barren_to ? s->barren_to : from;
    pthread_mutex_unlock(&s->lock);
    return to;
}

static void note_barren(ot_supply *s, uint64_t from, uint64_t to)
{
    pthread_mutex_lock(&s->lock);
    if (to > from && to - from > s->barren_to - s->barren_from) {
        s->barren_from = from;
        s->barren_to = to;
    }
    pthread_mutex_unlock(&s->lock);
}

// The place behind the first line end at or behind `from`, however far it is;
// *ended: it is the end of the file. At a NUL byte the text ends, too, and the
// piece says why. false: no memory, or the piece says why.
static bool seek_line(ot_supply *s, uint64_t from, uint64_t *to, bool *ended,
                      ot_piece *p)
{
    char *block = malloc(BLOCK);
    uint64_t at = skip_barren(s, from);
    bool found = false, half = false, good = block != NULL;
    size_t got;

    *ended = false;
    while (good && !found && !*ended) {
        good = read_at(s, block, BLOCK, at, &got, &p->fail);
        if (!good) {
            break;
        }
        const bool last = got < BLOCK;
        const size_t behind = ot__behind_line(block, 0, got, last, &half);
        const char *nul = memchr(block, '\0', behind);
        if (nul != NULL) {
            *to = at + (size_t)(nul - block);
            fail_at_nul(s, p);
            break;
        }
        found = !half && ot__ends_line(block, 0, behind);
        *ended = last && !found;
        *to = at + behind;
        at += half ? behind - 1 : behind;
    }
    free(block);
    if (good && found) {
        note_barren(s, from, *to - 1);
    } else if (good) {
        note_barren(s, from, *to);
    }
    return good;
}

// ---- shares ----------------------------------------------------------------

// What was read for a piece, as offsets in the file.
typedef struct share {
    uint64_t from, to; // its lines
    uint64_t at;       // of the first byte that was read
    size_t got;        // bytes read
    bool ended;        // up to the end of the file
} share;

// Where the line ends that holds the byte before `edge`.
static bool find_edge(ot_supply *s, const share *h, uint64_t edge, uint64_t *to,
                      bool *ended, ot_piece *p)
{
    const uint64_t from = edge - 1 - h->at; // in what was read
    bool half;

    *ended = false;
    if (from < h->got) {
        const size_t behind =
            ot__behind_line(p->bytes, (size_t)from, h->got, h->ended, &half);
        *to = h->at + behind;
        if (!half && ot__ends_line(p->bytes, (size_t)from, behind)) {
            return true;
        }
    }
    if (h->ended) {
        *to = h->at + h->got;
        *ended = true;
        return true;
    }
    return seek_line(s, edge - 1, to, ended, p);
}

// Its lines become the text of a piece; what was not read is read now.
static ot_status take_share(ot_supply *s, const share *h, uint64_t edge,
                            ot_piece *p, ot_error *err)
{
    const uint64_t have = h->at + h->got;
    const bool cut = h->to > edge + KEPT && h->to > have;
    const uint64_t to = cut ? edge + KEPT : h->to;
    const size_t at = h->from < have ? (size_t)(h->from - h->at) : 0;
    size_t more = 0;

    if (h->from >= to) {
        return OT_OK;
    }
    p->text = p->bytes + at;
    if (h->from < have) {
        p->n = (size_t)((to < have ? to : have) - h->from);
    }
    if (to > have) {
        const size_t all = (size_t)(to - h->from);
        if (!ot__piece_room(p, at + all)) {
            return ot__supply_no_memory(s, err);
        }
        if (!read_at(s, p->text + p->n, all - p->n, h->from + p->n, &more,
                     &p->fail)) {
            return OT_OK;
        }
        p->n += more;
    }
    if (cut && p->fail.status == OT_OK) {
        p->text[p->n++] = '\n';
    }
    return OT_OK;
}

ot_status ot__supply_share(ot_supply *s, size_t i, ot_piece *p, ot_error *err)
{
    const uint64_t first = s->skip + (uint64_t)i * s->piece;
    const uint64_t edge = first + s->piece;
    share h = {.from = first, .at = i > 0 ? first - 1 : first};
    const size_t wanted = (size_t)(edge - h.at) + SLACK;
    bool ended = false, none = false;

    if (!ot__piece_room(p, wanted)) {
        return ot__supply_no_memory(s, err);
    }
    if (!read_at(s, p->bytes, wanted, h.at, &h.got, &p->fail)) {
        return OT_OK;
    }
    h.ended = h.got < wanted;
    if ((i > 0 && !find_edge(s, &h, first, &h.from, &none, p)) ||
        !find_edge(s, &h, edge, &h.to, &ended, p)) {
        return p->fail.status != OT_OK ? OT_OK : ot__supply_no_memory(s, err);
    }
    p->beyond = none;
    if (p->beyond) {
        return OT_OK;
    }
    const ot_status status = take_share(s, &h, edge, p, err);
    const bool at_end = ended || (h.ended && h.to == h.at + h.got);
    ot__supply_note(s, h.to);
    if (status == OT_OK && at_end && p->fail.status == OT_OK) {
        ot__supply_end(s, p);
    }
    refuse_nul(s, p);
    return status;
}
