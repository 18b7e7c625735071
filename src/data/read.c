// SPDX-License-Identifier: GPL-3.0-or-later
// read.c - a file into a panel: its header chooses a plan, its records become
// cells, its bad records are counted and placed.

#include <stdlib.h>
#include <string.h>

#include "data/reader.h"

// ---- the header ------------------------------------------------------------

// The fields that the plan speaks of; NULL: no memory. One field more than the
// names is looked at, to see that it is empty.
static bool *wanted_fields(const ot_plan *plan)
{
    bool *wanted = calloc(plan->names + 1, sizeof *wanted);

    for (int i = 0; wanted != NULL && i < OT_ROLES; i++) {
        if (plan->field[i] >= 0 && (size_t)plan->field[i] < plan->names) {
            wanted[plan->field[i]] = true;
        }
    }
    for (size_t i = 0; wanted != NULL && i < plan->values; i++) {
        if ((size_t)plan->value[i].field < plan->names) {
            wanted[plan->value[i].field] = true;
        }
    }
    return wanted;
}

// An error of the head of a file stands at its header.
static ot_status at_header(const ot_reader *r, ot_status status,
                           const ot_error *inner, ot_error *err)
{
    const long line = r->grid.n == 0 ? 0
                                     : (r->rows.plan.header_line > 0
                                            ? r->rows.plan.header_line
                                            : r->grid.row[0].line);
    const ot_place place =
        inner->place.path != NULL ? inner->place : ot__reader_place(r, line, 0);

    return ot_fail(err, status, &place, "%s", inner->message);
}

// What the first records of the file must be before a plan is made.
static ot_status check_head(const ot_reader *r, ot_error *err)
{
    const ot_grid *g = &r->grid;
    const ot_place nowhere = ot__reader_place(r, 0, 0);

    if (g->n == 0 && g->bad) {
        const ot_place place = ot__reader_place(r, g->bad_line, 0);
        return ot_fail(err, OT_E_SYNTAX, &place, "%s", g->bad_what);
    }
    if (g->n == 0 && ot__source_head(r->source).n >= OT_SOURCE_HEAD) {
        const ot_place place = ot__reader_place(r, 1, 0);
        return ot_fail(err, OT_E_LIMIT, &place,
                       "the first line is longer than %d bytes: no header "
                       "can be found",
                       OT_SOURCE_HEAD);
    }
    if (g->n == 0) {
        return ot_fail(err, OT_E_DATA, &nowhere,
                       "no header: nothing but blank lines");
    }
    for (size_t i = 0; i < g->n; i++) {
        if (g->row[i].n > OT_PLAN_FIELDS) {
            const ot_place place = ot__reader_place(r, g->row[i].line, 0);
            return ot_fail(err, OT_E_LIMIT, &place,
                           "a header of %zu fields; %d at most", g->row[i].n,
                           OT_PLAN_FIELDS);
        }
    }
    return OT_OK;
}

static ot_status make_plan(ot_reader *r, ot_error *err)
{
    const ot_str head = ot__source_head(r->source);
    const ot_read_options *o = r->rows.options;
    ot_error inner = {0};

    r->delimiter =
        r->delimiter != '\0' ? r->delimiter : ot__csv_delimiter(head);
    ot_status status = ot__grid_read(&r->grid, head, head.n < OT_SOURCE_HEAD,
                                     r->delimiter, err);
    if (status == OT_OK) {
        status = check_head(r, err);
    }
    if (status != OT_OK) {
        return status;
    }
    ot_panel *p = r->rows.panel;
    status = ot__plan(&r->grid, o, &r->spec, &r->rows.plan, &r->choice,
                      &p->advice_map, &p->advice_set, &inner);
    if (status == OT_E_DATA && r->grid.bad &&
        r->grid.bad_line < r->grid.row[0].line) { // it was to be the header
        const ot_place place = ot__reader_place(r, r->grid.bad_line, 0);
        return ot_fail(err, OT_E_SYNTAX, &place, "%s", r->grid.bad_what);
    }
    if (status != OT_OK) {
        return at_header(r, status, &inner, err);
    }
    r->wanted = wanted_fields(&r->rows.plan);
    if (r->wanted == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a header");
    }
    return ot__rows_begin(&r->rows, err);
}

// ---- a file ----------------------------------------------------------------

static ot_status add_file(ot_panel *p, const char *given, const char *path,
                          ot_error *err)
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
    paths[p->files] = ot__str_dup(ot__str(path));
    if (paths[p->files] == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a path");
    }
    file[p->files] =
        (ot_file){.path = paths[p->files], .given = ot__panel_keep(p, given)};
    p->files++;
    return file[p->files - 1].given != NULL
               ? OT_OK
               : ot_fail(err, OT_E_MEMORY, NULL, "no memory for a path");
}

void ot__tally_add(ot_tally *to, const ot_tally *t)
{
    to->bytes += t->bytes;
    to->rows += t->rows;
    to->used += t->used;
    to->duplicates += t->duplicates;
    to->not_asked += t->not_asked;
    to->outside += t->outside;
    to->no_value += t->no_value;
    to->no_amount += t->no_amount;
    to->headings += t->headings;
    to->malformed += t->malformed;
    to->conflicts += t->conflicts;
    to->titles += t->titles;
    to->figures += t->figures;
    to->empty += t->empty;
    to->unpublished += t->unpublished;
    to->suppressed += t->suppressed;
    to->short_rows += t->short_rows;
    to->long_rows += t->long_rows;
    to->blank_lines += t->blank_lines;
}

// What the panel tells of the file.
static ot_status keep_facts(ot_reader *r, ot_error *err)
{
    ot_panel *p = r->rows.panel;
    ot_file *file = &p->file[r->rows.file];
    const ot_str publisher = ot__spec_get(&r->spec, "publisher");
    ot_buf columns = {0}, lines = {0}, said = {0};

    ot__plan_explain(&r->grid, &r->rows.plan, &columns);
    ot__spec_write(&r->spec, &lines);
    ot__buf_bytes(&said, publisher.at, publisher.n);
    file->layout = ot__panel_keep(p, r->rows.plan.layout);
    file->runner_up = ot__panel_keep(p, r->choice.runner_up);
    file->sure = r->choice.sure;
    file->decimal = r->rows.options->decimal != 0 ? r->rows.options->decimal
                                                  : r->rows.plan.decimal;
    file->next = r->choice.next;
    file->columns = ot__panel_keep(p, ot__buf_cstr(&columns));
    file->lines = ot__panel_keep(p, ot__buf_cstr(&lines));
    file->publisher = ot__panel_keep(p, ot__buf_cstr(&said));
    ot__buf_free(&columns);
    ot__buf_free(&lines);
    ot__buf_free(&said);
    return file->layout != NULL && file->runner_up != NULL &&
                   file->columns != NULL && file->lines != NULL &&
                   file->publisher != NULL
               ? OT_OK
               : ot_fail(err, OT_E_MEMORY, NULL, "no memory for a plan");
}

static ot_status read_source(ot_reader *r, ot_error *err)
{
    ot_status status = make_plan(r, err);

    if (status == OT_OK) {
        status = ot__reader_records(r, err);
    }
    if (r->wanted == NULL) {
        return status; // there was no plan
    }
    if (status == OT_OK) {
        status = keep_facts(r, err);
    }
    ot_file *file = &r->rows.panel->file[r->rows.file];
    r->rows.tally.titles = r->rows.plan.titles;
    file->rows = r->rows.tally.rows + r->listed;
    r->rows.panel->lists += r->rows.plan.list && status == OT_OK;
    file->delimiter = r->delimiter;
    file->unended = r->unended && r->lines > 1;
    file->encoding = ot__source_encoding(r->source);
    r->rows.tally.bytes = ot__source_bytes(r->source);
    r->rows.tally.blank_lines = r->blank_lines;
    for (int i = 0; i < OT_ROLES; i++) {
        file->latin1 = file->latin1 || r->rows.understood[i].latin1;
    }
    return status;
}

// The file of the source at hand.
static ot_status read_file(ot_panel *p, const char *given, ot_source *source,
                           const ot_form *f, const ot_read_options *options,
                           ot_error *err)
{
    ot_reader r = {.rows = {.panel = p, .options = options},
                   .source = source,
                   .delimiter = f->delimiter};
    const size_t file = p->files;
    ot_status status = add_file(p, given, ot__source_path(source), err);

    if (status != OT_OK) {
        return status;
    }
    r.rows.file = (uint16_t)file;
    r.first_cell = p->cells;
    r.first_wide = p->wide_rows;
    status = read_source(&r, err);
    if (status == OT_OK) {
        ot__tally_add(&p->tally, &r.rows.tally);
    } else if (err != NULL) {
        err->foreign = status == OT_E_DATA && r.wanted == NULL &&
                       !ot__source_is_member(source);
    }
    ot__rows_free(&r.rows);
    ot__grid_free(&r.grid);
    free(r.wanted);
    return status;
}

// All files of the source: one, or those of an archive.
static ot_status read_files(ot_panel *p, const char *given, ot_source *source,
                            const ot_form *f, const ot_read_options *options,
                            ot_error *err)
{
    ot_status status = OT_OK;
    bool more = true;

    while (status == OT_OK && more) {
        status = read_file(p, given, source, f, options, err);
        if (status == OT_OK) {
            status = ot__source_next(source, &more, err);
        }
    }
    return status;
}

ot_status ot_panel_read(ot_panel *p, const char *path,
                        const ot_read_options *options, ot_error *err)
{
    static const ot_read_options none = {0};
    const ot_read_options *o = options != NULL ? options : &none;
    const size_t cells = p->cells, files = p->files;
    const ot_tally tally = p->tally;
    ot_source *source;
    ot_form f;
    ot_status status = ot__layout_form(o, &f, err);

    if (status != OT_OK) {
        return status;
    }
    status = ot__source_open_as(path, f.encoding[0] != '\0' ? f.encoding : NULL,
                                &source, err);
    if (status != OT_OK) {
        if (err != NULL) {
            err->foreign = status == OT_E_DATA;
        }
        return status;
    }
    p->sealed = false;
    ot__buf_clear(&p->advice_map);
    ot__buf_clear(&p->advice_set);
    p->lenient = p->lenient || o->lenient;
    p->keep_marks = p->keep_marks || o->keep_rejects;
    status = read_files(p, path, source, &f, o, err);
    if (status == OT_OK && o->groups != NULL && !ot__groups_commit(o->groups)) {
        status = ot_fail(err, OT_E_MEMORY, NULL, "no memory for sums");
    }
    if (status != OT_OK && o->groups != NULL) {
        ot__groups_forget(o->groups);
    }
    if (status != OT_OK) {
        // The places of an error borrow the path of the caller, not ours.
        (void)ot__source_keep_place(err, path);
        p->tally = tally;
        ot__panel_truncate(p, cells, files);
        ot__aside_forget(p, (uint16_t)files);
    }
    ot__source_close(source);
    return status;
}
