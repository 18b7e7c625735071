// SPDX-License-Identifier: GPL-3.0-or-later
// add_file.c - the rows of a file added up, on several threads.
#include <stdlib.h>

#include "data/adder.h"
#include "data/csv_libcsv.h"
#include "data/pieces.h"
#include "data/reader.h"

// What the threads of a file share.
typedef struct job {
    ot_reader *reader;
    pthread_mutex_t lock; // of the panel's tables
    ot_adder *adder;
    void **context; // the adders
    size_t adders;
} job;

// ---- what an adder is asked ------------------------------------------------

static ot_status note(ot_adder *a, ot_status status, const ot_error *here,
                      ot_error *err)
{
    ot_brought *b = &a->brought;

    if (status == OT_E_MEMORY || here->place.path == NULL) {
        return ot_fail(err, status, &here->place, "%s", here->message);
    }
    if (b->bad++ == 0) {
        b->first_bad = *here;
    }
    return OT_OK;
}

static ot_status see(void *context, const ot_record *record, ot_error *err)
{
    ot_adder *a = context;
    ot_error here;

    here.status = OT_OK;
    const ot_status status = ot__adder_add(a, record, &here);
    return status == OT_OK ? OT_OK : note(a, status, &here, err);
}

static ot_status bad(void *context, long line, const char *what, ot_error *err)
{
    ot_adder *a = context;
    ot_error here = {0};
    const ot_place place = {a->rows.panel->path[a->rows.file], line, 0};

    a->rows.tally.rows++;
    ot_fail(&here, OT_E_SYNTAX, &place, "%s", what);
    return note(a, OT_E_SYNTAX, &here, err);
}

static void begin(void *context, int sign)
{
    ot_adder *a = context;

    a->sign = sign;
    a->rows.tally = (ot_tally){0};
    a->brought.bad = 0;
    a->brought.scales = 0;
}

static void end(void *context, void *result)
{
    ot_adder *a = context;
    ot_brought *to = result;

    to->tally = a->rows.tally;
    to->scales = a->brought.scales;
    to->bad = a->brought.bad;
    if (to->bad > 0) {
        to->first_bad = a->brought.first_bad;
    }
}

static ot_status accept(void *shared, const void *result, long line,
                        ot_error *err)
{
    ot_reader *r = ((job *)shared)->reader;
    const ot_brought *b = result;

    ot__tally_add(&r->rows.tally, &b->tally);
    r->rows.options->groups->pending_scales |= b->scales;
    if (b->bad == 0) {
        return OT_OK;
    }
    ot_error first = b->first_bad;
    first.place.line += line - 1;
    return ot__reader_bad(r, &first, b->bad, err);
}

static void progress(void *shared)
{
    ot__reader_progress(((job *)shared)->reader);
}

// ---- several threads -------------------------------------------------------

// Where the first record behind the header begins. false: not in the head.
static bool find_records(const ot_reader *r, ot_pieces *p, ot_error *err)
{
    const ot_str head = ot__source_head(r->source);
    const ot_csv csv = {.delimiter = r->delimiter, .wanted = r->wanted};
    ot_libcsv *l = ot__libcsv_open(&csv);
    ot_lines lines = {{0}, {0}};
    ot_taken t = {.kind = OT_TAKEN_RECORD};
    size_t at = 0;

    p->line = 1;
    while (l != NULL && p->line <= r->rows.plan.header_line && at < head.n &&
           t.kind != OT_TAKEN_NONE && t.kind != OT_TAKEN_LONG) {
        if (ot__libcsv_take(l, &lines, head.at, head.n, at, OT_BEHIND_MORE, &t,
                            err) != OT_OK) {
            break;
        }
        at += t.used;
        p->line += t.lines;
        p->blank_lines += t.kind == OT_TAKEN_BLANK;
    }
    ot__libcsv_close(l);
    p->skip = ot__source_bytes(r->source) + at;
    return l != NULL && p->line > r->rows.plan.header_line;
}

static ot_status add_in_pieces(job *j, ot_pieces *p, ot_error *err)
{
    ot_reader *r = j->reader;
    const size_t piece = r->rows.options->piece;
    const size_t titles_blank = p->blank_lines;

    p->delimiter = r->delimiter;
    p->wanted = r->wanted;
    p->wanted_n = r->rows.plan.names;
    p->lead = ot__adder_lead(r->rows.options->groups, &r->rows.plan);
    p->threads = j->adders;
    p->piece = piece == 0               ? OT_PIECE
               : piece < OT_PIECE_LEAST ? OT_PIECE_LEAST
                                        : piece;
    p->context = (void *const *)j->context;
    p->see = see;
    p->bad = bad;
    p->begin = begin;
    p->end = end;
    p->result_size = sizeof(ot_brought);
    p->accept = accept;
    p->progress = progress;
    p->shared = j;
    const ot_status status = ot__pieces_read(r->source, p, err);
    r->lines = p->lines;
    r->blank_lines = p->blank_lines + titles_blank;
    r->unended = p->unended;
    return status;
}

// ---- the whole -------------------------------------------------------------

static ot_status make_adders(job *j, ot_error *err)
{
    const ot_reader *r = j->reader;
    const size_t n = r->rows.options->threads;
    ot_status status = OT_OK;

    j->adders = n > 0 ? n : 1;
    j->adder = calloc(j->adders, sizeof *j->adder);
    j->context = calloc(j->adders, sizeof *j->context);
    if (j->adder == NULL || j->context == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for threads");
    }
    for (size_t i = 0; i < j->adders && status == OT_OK; i++) {
        j->context[i] = &j->adder[i];
        status = ot__adder_init(&j->adder[i], r->rows.options->groups, &r->rows,
                                &j->lock, err);
    }
    return status;
}

static ot_status collect(job *j, ot_error *err)
{
    bool good = true;

    for (size_t i = 0; i < j->adders && good; i++) {
        ot_adder *a = &j->adder[i];
        good = ot__store_absorb(&j->reader->rows.options->groups->pending,
                                &a->store);
        for (int k = 0; k < OT_ROLES; k++) {
            ot_understood *u = &j->reader->rows.understood[k];
            u->latin1 = u->latin1 || a->rows.understood[k].latin1;
        }
    }
    return good ? OT_OK : ot_fail(err, OT_E_MEMORY, NULL, "no memory for sums");
}

static ot_status add_on_threads(ot_reader *r, ot_pieces *pieces, ot_error *err)
{
    job j = {.reader = r};

    for (size_t i = 0; i < r->rows.plan.names; i++) {
        r->wanted[i] = false;
    }
    ot__adder_wants(r->rows.options->groups, &r->rows.plan, r->wanted);
    pthread_mutex_init(&j.lock, NULL);
    ot_status status = make_adders(&j, err);
    if (status == OT_OK) {
        status = add_in_pieces(&j, pieces, err);
    }
    if (status == OT_OK) {
        status = collect(&j, err);
    }
    for (size_t i = 0; j.adder != NULL && i < j.adders; i++) {
        ot__adder_free(&j.adder[i]);
    }
    free(j.adder);
    free(j.context);
    pthread_mutex_destroy(&j.lock);
    return status;
}

ot_status ot__reader_add(ot_reader *r, bool *done, ot_error *err)
{
    const ot_read_options *o = r->rows.options;
    ot_pieces pieces = {0};
    const ot_status status = ot__rows_constants(&r->rows, err);

    r->rows.begun = status == OT_OK;
    *done =
        status != OT_OK || (!o->by_libcsv && !o->lenient && !o->keep_rejects &&
                            find_records(r, &pieces, err));
    return status == OT_OK && *done ? add_on_threads(r, &pieces, err) : status;
}
