// SPDX-License-Identifier: GPL-3.0-or-later
// pieces.c - threads that parse pieces, and the chain in which they are
// accepted.
#include "data/pieces.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "data/lines.h"

#define PROGRESS ((uint64_t)16 * 1024 * 1024)

// A piece on its way: taken, loaded, parsed, accepted.
typedef struct slot {
    ot_piece piece;
    bool parsed;
    size_t used;         // bytes of it
    size_t lines, blank; // that it holds
    void *result;        // of the caller
} slot;

typedef struct chain {
    ot_pieces *use;
    ot_source *source;
    ot_supply *supply;
    slot *slot;
    size_t slots;
    pthread_mutex_t order; // held while a piece of a stream is loaded
    pthread_mutex_t lock;  // of what follows
    pthread_cond_t moved;
    size_t next, accepted; // numbers of pieces
    bool ended;            // no further piece is to be taken
    // What the last pieces left over, of a record that had not ended.
    ot_piece rest;
    size_t tried; // bytes of it in which it did not end
    void *result; // of what is read again
    long line;    // on which the next piece, or what is left over, begins
    uint64_t told;
    ot_status status;
    ot_error err;
} chain;

// What a thread parses with.
typedef struct reader {
    chain *c;
    ot_csv csv;
    ot_csv_parser *parser;
    void *context;
} reader;

static ot_status no_memory(ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "no memory to read in pieces");
}

// ---- parsing ---------------------------------------------------------------

static ot_behind behind(const ot_piece *p)
{
    return p->fail.status != OT_OK ? OT_BEHIND_MORE
           : p->last               ? OT_BEHIND_NONE
                                   : OT_BEHIND_LINES;
}

// Parses bytes[0..n) with a sign; what it brought goes to *s.
static ot_status parse(reader *r, int sign, const char *bytes, size_t n,
                       ot_behind behind, slot *s, ot_error *err)
{
    r->csv.blank_lines = 0;
    r->c->use->begin(r->context, sign);
    ot__csv_begin(r->parser, 1);
    const ot_status status =
        ot__csv_parse(r->parser, bytes, n, behind, &s->used, err);
    r->c->use->end(r->context, s->result);
    s->lines = (size_t)(ot__csv_line(r->parser) - 1);
    s->blank = r->csv.blank_lines;
    return status;
}

// ---- the chain: under the lock ---------------------------------------------

static ot_status accept(chain *c, const slot *s, ot_error *err)
{
    const ot_status status =
        c->use->accept(c->use->shared, s->result, c->line, err);

    c->line += (long)s->lines;
    c->use->blank_lines += s->blank;
    return status;
}

static bool keep_rest(chain *c, const char *bytes, size_t n)
{
    if (!ot__piece_room(&c->rest, c->rest.n + n)) {
        return false;
    }
    if (n > 0) {
        memcpy(c->rest.text + c->rest.n, bytes, n);
    }
    c->rest.n += n;
    return true;
}

// What was left over has grown: reads it again, as far as records end in it.
static ot_status read_rest(reader *r, ot_behind behind, ot_error *err)
{
    chain *c = r->c;
    slot again = {.result = c->result};

    if (behind == OT_BEHIND_LINES && c->rest.n < 2 * c->tried) {
        return OT_OK;
    }
    ot_status status =
        parse(r, 1, c->rest.text, c->rest.n, behind, &again, err);
    if (status == OT_OK) {
        status = accept(c, &again, err);
    }
    c->rest.n -= again.used;
    memmove(c->rest.text, c->rest.text + again.used, c->rest.n);
    c->tried = c->rest.n;
    return status;
}

// A record is open where the piece begins: what was made of it is taken back.
static ot_status mend(reader *r, const slot *s, ot_error *err)
{
    chain *c = r->c;
    slot back = {.result = c->result};
    const ot_piece *p = &s->piece;
    const ot_status status = parse(r, -1, p->text, p->n, behind(p), &back, err);

    if (status != OT_OK) {
        return status;
    }
    return keep_rest(c, p->text, p->n)
               ? read_rest(r, p->beyond ? OT_BEHIND_NONE : behind(p), err)
               : no_memory(err);
}

// The text cannot be read further: says where.
static ot_status fail(const chain *c, const ot_error *why, ot_error *err)
{
    ot_place place = why->place;

    if (place.line == OT_LINE_HERE) {
        place.line = c->line + (long)ot__lines_count(c->rest.text, c->rest.n);
    }
    return ot_fail(err, why->status, &place, "%s", why->message);
}

static ot_status take_piece(reader *r, const slot *s, ot_error *err)
{
    chain *c = r->c;
    const ot_piece *p = &s->piece;
    ot_status status;

    if (c->rest.n > 0) {
        status = mend(r, s, err);
    } else {
        status = accept(c, s, err);
        c->tried = p->n - s->used;
        if (status == OT_OK && c->tried > 0 &&
            !keep_rest(c, p->text + s->used, c->tried)) {
            status = no_memory(err);
        }
    }
    if (status == OT_OK && p->fail.status != OT_OK) {
        status = fail(c, &p->fail, err);
    }
    return status;
}

// Of a file, while a piece is accepted; of a stream, while no other thread
// reads it.
static void tell_progress(chain *c)
{
    const uint64_t bytes = ot__supply_bytes(c->supply);

    if (c->use->progress != NULL && bytes - c->told >= PROGRESS) {
        c->told = bytes;
        if (ot__supply_any_order(c->supply)) {
            ot__source_took(c->source, bytes);
        }
        c->use->progress(c->use->shared);
    }
}

static void stop(chain *c, ot_status status, const ot_error *why)
{
    if (c->status == OT_OK) {
        c->status = status;
        c->err = *why;
    }
    c->ended = true;
}

// Accepts all pieces whose turn it is.
static void accept_parsed(reader *r)
{
    chain *c = r->c;

    for (slot *s = &c->slot[c->accepted % c->slots];
         s->parsed && c->status == OT_OK;
         s = &c->slot[c->accepted % c->slots]) {
        ot_error err = {0};
        const ot_status status = take_piece(r, s, &err);
        if (status != OT_OK) {
            stop(c, status, &err);
        }
        s->parsed = false;
        c->accepted++;
        if (ot__supply_any_order(c->supply)) {
            tell_progress(c);
        }
    }
    pthread_cond_broadcast(&c->moved);
}

// The next piece to be loaded; NULL: there is none.
static slot *take_slot(chain *c, size_t *number)
{
    pthread_mutex_lock(&c->lock);
    while (!c->ended && c->next - c->accepted == c->slots) {
        pthread_cond_wait(&c->moved, &c->lock);
    }
    slot *s = c->ended ? NULL : &c->slot[c->next % c->slots];
    *number = c->next;
    c->next += s != NULL;
    pthread_mutex_unlock(&c->lock);
    return s;
}

// ---- a thread --------------------------------------------------------------

static slot *load(chain *c, ot_status *status, ot_error *err)
{
    const bool in_order = !ot__supply_any_order(c->supply);
    size_t number;

    if (in_order) {
        pthread_mutex_lock(&c->order);
    }
    slot *s = take_slot(c, &number);
    if (s != NULL) {
        *status = ot__supply_load(c->supply, number, &s->piece, err);
    }
    if (in_order) {
        pthread_mutex_lock(&c->lock);
        tell_progress(c);
        pthread_mutex_unlock(&c->lock);
        pthread_mutex_unlock(&c->order);
    }
    return s;
}

static void read_pieces(reader *r)
{
    chain *c = r->c;
    bool more = true;

    while (more) {
        ot_error err = {0};
        ot_status status = OT_OK;
        slot *s = load(c, &status, &err);
        if (s == NULL) {
            break;
        }
        const ot_piece *p = &s->piece;
        if (status == OT_OK) {
            status = parse(r, 1, p->text, p->n, behind(p), s, &err);
        }
        pthread_mutex_lock(&c->lock);
        if (status != OT_OK) {
            stop(c, status, &err);
        }
        s->parsed = true;
        c->ended = c->ended || p->last || p->beyond || p->fail.status != OT_OK;
        accept_parsed(r);
        more = c->status == OT_OK;
        pthread_mutex_unlock(&c->lock);
    }
}

static void work(size_t i, void *context)
{
    chain *c = context;
    const ot_pieces *use = c->use;
    reader r = {.c = c, .context = use->context[i]};
    ot_error err = {0};

    r.csv = (ot_csv){.delimiter = use->delimiter,
                     .wanted = use->wanted,
                     .wanted_n = use->wanted_n,
                     .lead = use->lead,
                     .by_libcsv = use->by_libcsv,
                     .see = use->see,
                     .bad = use->bad,
                     .context = r.context};
    const ot_status status = ot__csv_open(&r.csv, &r.parser, &err);
    if (status == OT_OK) {
        read_pieces(&r);
    } else {
        pthread_mutex_lock(&c->lock);
        stop(c, status, &err);
        pthread_cond_broadcast(&c->moved);
        pthread_mutex_unlock(&c->lock);
    }
    ot__csv_close(r.parser);
}

// ---- the whole -------------------------------------------------------------

static bool make_slots(chain *c)
{
    c->slots = 2 * c->use->threads + 2;
    c->slot = calloc(c->slots, sizeof *c->slot);
    c->result = malloc(c->use->result_size);
    bool good = c->slot != NULL && c->result != NULL;

    for (size_t i = 0; i < c->slots && good; i++) {
        c->slot[i].result = malloc(c->use->result_size);
        good = c->slot[i].result != NULL;
    }
    return good;
}

static void close_chain(chain *c)
{
    for (size_t i = 0; c->slot != NULL && i < c->slots; i++) {
        free(c->slot[i].piece.bytes);
        free(c->slot[i].result);
    }
    free(c->slot);
    free(c->result);
    free(c->rest.bytes);
    ot__supply_close(c->supply);
    pthread_mutex_destroy(&c->order);
    pthread_mutex_destroy(&c->lock);
    pthread_cond_destroy(&c->moved);
}

ot_status ot__pieces_read(ot_source *source, ot_pieces *use, ot_error *err)
{
    chain c = {.use = use, .source = source, .line = use->line};

    use->blank_lines = 0;
    pthread_mutex_init(&c.order, NULL);
    pthread_mutex_init(&c.lock, NULL);
    pthread_cond_init(&c.moved, NULL);
    c.supply = ot__supply_open(source, use->skip, use->piece);
    if (c.supply == NULL || !make_slots(&c)) {
        close_chain(&c);
        return no_memory(err);
    }
    ot__parallel(use->threads, use->threads, work, &c);
    use->bytes = ot__supply_bytes(c.supply);
    use->lines = (size_t)(c.line - 1);
    use->unended = ot__supply_unended(c.supply);
    if (ot__supply_any_order(c.supply)) {
        ot__source_took(source, use->bytes);
    }
    close_chain(&c);
    return c.status == OT_OK
               ? OT_OK
               : ot_fail(err, c.status, &c.err.place, "%s", c.err.message);
}
