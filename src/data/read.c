// SPDX-License-Identifier: GPL-3.0-or-later
// read.c - a file into a panel: its header chooses a plan, its records become
// cells, its bad records are counted and placed.

#include <stdlib.h>
#include <string.h>

#include "data/row.h"

#define BAD_MOST 1000 // bad records counted before a file is given up

typedef struct reader {
    ot_rows rows;
    ot_source *source;
    ot_csv *csv;
    ot_header header;
    char *header_text; // the names' bytes; owned
    bool *wanted;      // owned
    size_t bad;
    ot_error first_bad;
} reader;

// ---- bad records -----------------------------------------------------------

// Remembers the first, counts them all, gives up after BAD_MOST.
static ot_status note_bad(reader *r, const ot_error *what, ot_error *err)
{
    if (r->bad++ == 0) {
        r->first_bad = *what;
    }
    if (r->bad < BAD_MOST) {
        return OT_OK;
    }
    return ot_fail(err, what->status, &r->first_bad.place,
                   "%.200s (and %d more that cannot be read)",
                   r->first_bad.message, BAD_MOST - 1);
}

static ot_place place_of(const reader *r, long line, int field)
{
    return (ot_place){r->rows.panel->path[r->rows.file], line, field};
}

static ot_status see_bad(void *context, long line, const char *what,
                         ot_error *err)
{
    reader *r = context;
    ot_error here = {0};
    const ot_place place = place_of(r, line, 0);

    ot_fail(&here, OT_E_SYNTAX, &place, "%s", what);
    return note_bad(r, &here, err);
}

// ---- the header ------------------------------------------------------------

// The names outlive the record: the plan borrows them.
static ot_status keep_header(reader *r, const ot_record *record, ot_error *err)
{
    size_t bytes = 1;

    if (record->n > OT_PLAN_FIELDS) {
        const ot_place place = place_of(r, record->line, 0);
        return ot_fail(err, OT_E_LIMIT, &place,
                       "a header of %zu fields; %d at most", record->n,
                       OT_PLAN_FIELDS);
    }
    for (size_t i = 0; i < record->n; i++) {
        bytes += record->field[i].n;
    }
    ot_str *name = calloc(record->n, sizeof *name);
    r->header_text = malloc(bytes);
    r->wanted = calloc(record->n, sizeof *r->wanted);
    r->header = (ot_header){name, record->n};
    if (name == NULL || r->header_text == NULL || r->wanted == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a header");
    }
    char *to = r->header_text;
    for (size_t i = 0; i < record->n; i++) {
        const ot_str s = ot__str_trim(record->field[i]);
        if (s.n > 0) {
            memcpy(to, s.at, s.n);
        }
        name[i] = (ot_str){to, s.n};
        to += s.n;
    }
    return OT_OK;
}

static ot_status see_header(reader *r, const ot_record *record, ot_error *err)
{
    ot_status status = keep_header(r, record, err);
    ot_error inner = {0};

    if (status != OT_OK) {
        return status;
    }
    status = ot__plan(r->header, r->rows.options, &r->rows.plan, &inner);
    if (status != OT_OK) {
        const ot_place place = place_of(r, record->line, 0);
        return ot_fail(err, status, &place, "%s", inner.message);
    }
    for (int i = 0; i < OT_ROLES; i++) {
        if (r->rows.plan.field[i] >= 0) {
            r->wanted[r->rows.plan.field[i]] = true;
        }
    }
    ot__rows_begin(&r->rows);
    // The field after the last name is looked at: only an empty one may be
    // there.
    r->csv->wanted = r->wanted;
    r->csv->wanted_n = r->header.n;
    return OT_OK;
}

// ---- records ---------------------------------------------------------------

static ot_status see(void *context, const ot_record *record, ot_error *err)
{
    reader *r = context;
    ot_error here = {0};

    if (r->header.name == NULL) {
        return see_header(r, record, err);
    }
    const ot_status status = ot__rows_add(&r->rows, record, &here);
    if (status == OT_OK) {
        return OT_OK;
    }
    if (status == OT_E_MEMORY || here.place.path == NULL) {
        return ot_fail(err, status, &here.place, "%s", here.message);
    }
    return note_bad(r, &here, err);
}

static void progress(void *context)
{
    const reader *r = context;

    const ot_read_options *o = r->rows.options;

    if (o->progress != NULL) {
        o->progress(ot__source_bytes(r->source), o->progress_context);
    }
}

// ---- a file ----------------------------------------------------------------

static ot_status add_file(ot_panel *p, const char *path, ot_error *err)
{
    const size_t n = p->files + 1;
    ot_file *file = n <= UINT16_MAX ? realloc(p->file, n * sizeof *file) : NULL;
    char **paths = NULL;

    if (file != NULL) {
        p->file = file;
        paths = realloc(p->path, n * sizeof *paths);
    }
    if (paths == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for %zu files", n);
    }
    p->path = paths;
    paths[p->files] =
        ot__str_dup(ot__str(strcmp(path, "-") == 0 ? "standard input" : path));
    if (paths[p->files] == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a path");
    }
    file[p->files] = (ot_file){.path = paths[p->files]};
    p->files++;
    return OT_OK;
}

static ot_status outcome(reader *r, ot_error *err)
{
    const ot_place nowhere = {r->rows.panel->path[r->rows.file], 0, 0};

    if (r->bad == 1) {
        return ot_fail(err, r->first_bad.status, &r->first_bad.place, "%s",
                       r->first_bad.message);
    }
    if (r->bad > 1) {
        return ot_fail(err, r->first_bad.status, &r->first_bad.place,
                       "%.220s (and %zu more that cannot be read)",
                       r->first_bad.message, r->bad - 1);
    }
    if (r->header.name == NULL) {
        return ot_fail(err, OT_E_DATA, &nowhere,
                       "no header: nothing but blank "
                       "lines");
    }
    return OT_OK;
}

static void add_tally(ot_tally *to, const ot_tally *t)
{
    to->bytes += t->bytes;
    to->rows += t->rows;
    to->used += t->used;
    to->duplicates += t->duplicates;
    to->no_value += t->no_value;
    to->not_asked += t->not_asked;
    to->suppressed += t->suppressed;
    to->unknown_areas += t->unknown_areas;
    to->short_rows += t->short_rows;
    to->long_rows += t->long_rows;
    to->blank_lines += t->blank_lines;
}

static ot_status read_source(reader *r, ot_error *err)
{
    ot_csv csv = {.delimiter = r->rows.options->delimiter,
                  .see = see,
                  .bad = see_bad,
                  .progress = progress,
                  .context = r};

    r->csv = &csv;
    ot_status status = ot__csv_read(r->source, &csv, err);
    if (status == OT_OK) {
        status = outcome(r, err);
    }
    ot_file *file = &r->rows.panel->file[r->rows.file];
    file->layout = r->rows.plan.layout;
    file->rows = r->rows.tally.rows;
    file->delimiter = csv.delimiter;
    r->rows.tally.bytes = ot__source_bytes(r->source);
    r->rows.tally.blank_lines = csv.blank_lines;
    for (int i = 0; i < OT_ROLES; i++) {
        file->latin1 = file->latin1 || r->rows.understood[i].latin1;
    }
    return status;
}

ot_status ot_panel_read(ot_panel *p, const char *path,
                        const ot_read_options *options, ot_error *err)
{
    static const ot_read_options none = {0};
    const size_t cells = p->cells, files = p->files;
    reader r = {
        .rows = {.panel = p, .options = options != NULL ? options : &none}};
    ot_status status = add_file(p, path, err);

    if (status != OT_OK) {
        return status;
    }
    r.rows.file = (uint16_t)files;
    p->sealed = false;
    status = ot__source_open(path, &r.source, err);
    if (status == OT_OK) {
        status = read_source(&r, err);
        ot__source_close(r.source);
    }
    if (status == OT_OK) {
        add_tally(&p->tally, &r.rows.tally);
    } else {
        // The places of an error borrow the path of the caller, not ours.
        if (err != NULL && err->place.path == p->path[files]) {
            err->place.path = strcmp(path, "-") == 0 ? "standard input" : path;
        }
        ot__panel_truncate(p, cells, files);
    }
    ot__rows_free(&r.rows);
    free((void *)(uintptr_t)r.header.name);
    free(r.header_text);
    free(r.wanted);
    return status;
}
