// SPDX-License-Identifier: GPL-3.0-or-later
// read_records.c - the records of a file: figures into cells, bad records
// counted and placed.
#include <assert.h>
#include <stdlib.h>

#include "data/adder.h"
#include "data/lines.h"
#include "data/list.h"
#include "data/reader.h"

// ---- bad records -----------------------------------------------------------

static ot_status set_aside(ot_reader *r, const ot_error *what, ot_error *err)
{
    ot_panel *p = r->rows.panel;
    const ot_mark mark = {(uint32_t)what->place.line, r->rows.file,
                          OT_CLASS_MALFORMED, ot__panel_keep(p, what->message)};

    return ot__aside(p, &r->rows.tally, mark)
               ? OT_OK
               : ot_fail(err, OT_E_MEMORY, NULL, "no memory for a place");
}

ot_status ot__reader_bad(ot_reader *r, const ot_error *what, size_t bad,
                         ot_error *err)
{
    if (bad == 0) {
        return OT_OK;
    }
    if (r->rows.options->lenient) {
        return set_aside(r, what, err);
    }
    if (r->bad == 0) {
        r->first_bad = *what;
    }
    r->bad += bad;
    if (r->bad < OT_BAD_MOST) {
        return OT_OK;
    }
    return ot_fail(err, r->first_bad.status, &r->first_bad.place,
                   "%.200s (and %d more that cannot be read)",
                   r->first_bad.message, OT_BAD_MOST - 1);
}

ot_place ot__reader_place(const ot_reader *r, long line, int field)
{
    return (ot_place){r->rows.panel->path[r->rows.file], line, field};
}

static ot_status see_bad(void *context, long line, const char *what,
                         ot_error *err)
{
    ot_reader *r = context;
    ot_error here = {0};
    const ot_place place = ot__reader_place(r, line, 0);

    if (line <= r->rows.plan.header_line) {
        return OT_OK; // among the titles
    }
    r->rows.tally.rows++;
    ot_fail(&here, OT_E_SYNTAX, &place, "%s", what);
    return ot__reader_bad(r, &here, 1, err);
}

static ot_status outcome(const ot_reader *r, ot_error *err)
{
    if (r->bad == 1) {
        return ot_fail(err, r->first_bad.status, &r->first_bad.place, "%s",
                       r->first_bad.message);
    }
    if (r->bad > 1) {
        return ot_fail(err, r->first_bad.status, &r->first_bad.place,
                       "%.220s (and %zu more that cannot be read)",
                       r->first_bad.message, r->bad - 1);
    }
    return OT_OK;
}

// ---- cells into sums -------------------------------------------------------

static bool is_wanted(const ot_reader *r, const ot_told *t)
{
    const ot_groups *g = r->rows.options->groups;
    const ot_panel *p = r->rows.panel;

    return ot__group_when(g, t->period, t->release) &&
           ot__group_wants(g, p, OT_ROLE_REPORTER, t->reporter) &&
           ot__group_wants(g, p, OT_ROLE_PARTNER, t->partner) &&
           ot__group_wants(g, p, OT_ROLE_FLOW, t->flow) &&
           ot__group_wants(g, p, OT_ROLE_COMMODITY, (int32_t)t->commodity) &&
           ot__group_wants(g, p, OT_ROLE_BASIS, t->basis);
}

// sign -1: takes it back.
static ot_status add_cell(ot_reader *r, const ot_pcell *c, const ot_told *t,
                          int sign, ot_error *err)
{
    ot_groups *g = r->rows.options->groups;
    const ot_place place = ot__reader_place(r, (long)c->line, 0);
    uint64_t key[2];
    const ot_status status = ot__group_key(g, t, key, err);

    if (status != OT_OK) {
        return status;
    }
    if (c->amount > OT_GROUP_AMOUNT_MOST || c->amount < -OT_GROUP_AMOUNT_MOST) {
        return ot_fail(err, OT_E_LIMIT, &place,
                       "the figure is too large to be added up");
    }
    ot_sum *sum = ot__store_at(&g->pending, key);
    if (sum == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for sums");
    }
    ot__sum_add(sum, sign * c->amount, sign > 0 ? c->rows : -(uint64_t)c->rows);
    const int scale = r->rows.panel->column[c->column].scale;
    g->pending_scales |= scale >= 0 && scale < 32 ? 1u << scale : 1u;
    return OT_OK;
}

// The cells of this file up to `to`. *done: how many were gone through; *fit:
// how many of them are wanted.
static ot_status add_cells(ot_reader *r, size_t to, int sign, size_t *done,
                           size_t *fit, ot_error *err)
{
    const ot_panel *p = r->rows.panel;
    ot_status status = OT_OK;
    size_t i = r->first_cell;

    *fit = 0;
    for (; i < to && status == OT_OK; i++) {
        const ot_pcell *c = &p->cell[i];
        const ot_pkey *k = &p->key[c->key];
        const ot_told t = {.reporter = k->reporter,
                           .partner = k->partner,
                           .flow = k->flow,
                           .commodity = k->commodity,
                           .basis = k->basis,
                           .unit = k->unit,
                           .period = {c->first, c->months},
                           .release = c->vintage};
        if (is_wanted(r, &t)) {
            status = add_cell(r, c, &t, sign, err);
            (*fit)++;
        }
    }
    *done = i;
    return status;
}

// All cells of this file so far are added up, or none, and let go. *fit: how
// many of them are wanted.
static ot_status drain(ot_reader *r, size_t *fit, ot_error *err)
{
    ot_panel *p = r->rows.panel;
    ot_groups *g = r->rows.options->groups;
    assert(g != NULL); // nothing is added up otherwise
    const uint32_t scales = g->pending_scales;
    size_t done;
    const ot_status status = add_cells(r, p->cells, 1, &done, fit, err);

    if (status != OT_OK) { // the last one was not added
        (void)add_cells(r, done - 1, -1, &done, fit, NULL);
        g->pending_scales = scales;
        *fit = 0;
    }
    p->cells = r->first_cell;
    p->wide_rows = r->first_wide;
    return status;
}

// All that the panel holds, of whatever file, is added up from now on.
static ot_status drain_all(ot_reader *r, ot_error *err)
{
    ot_panel *p = r->rows.panel;
    size_t fit;

    r->adds = true;
    if (p->added) {
        return OT_OK;
    }
    p->added = true;
    r->first_cell = r->first_wide = 0;
    const ot_status status = drain(r, &fit, err);
    free(p->cell);
    p->cell = NULL;
    p->cell_capacity = 0;
    return status;
}

static ot_status drain_row(ot_reader *r, long line, ot_error *err)
{
    const size_t figures = r->rows.panel->cells - r->first_cell;
    const ot_mark mark = {(uint32_t)line, r->rows.file, OT_CLASS_NOT_ASKED,
                          NULL};
    ot_tally *t = &r->rows.tally;
    size_t fit;
    const ot_status status = drain(r, &fit, err);

    t->figures -= figures - fit;
    if (figures == 0 || fit > 0) {
        return status;
    }
    t->used--;
    if (status == OT_OK && !ot__aside(r->rows.panel, t, mark)) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a place");
    }
    return status;
}

// ---- records ---------------------------------------------------------------

// Where there are more figures than may be kept, none are.
static ot_status keep_few(ot_reader *r, ot_error *err)
{
    const ot_read_options *o = r->rows.options;

    if (o->groups == NULL || r->rows.panel->cells <= o->figures_most) {
        return OT_OK;
    }
    const ot_status status = drain_all(r, err);
    return status == OT_OK && ot__plan_adds(&r->rows.plan)
               ? ot__reader_add_late(r, err)
               : status;
}

static ot_status see(void *context, const ot_record *record, ot_error *err)
{
    ot_reader *r = context;
    ot_error here = {0};

    if (record->line <= r->rows.plan.header_line) {
        return OT_OK;
    }
    if (r->rows.plan.list) {
        r->listed++;
        return ot__list_add(r->rows.panel, &r->rows.plan, record)
                   ? OT_OK
                   : ot_fail(err, OT_E_MEMORY, NULL, "no memory for a list");
    }
    ot_status status = ot__rows_add(&r->rows, record, &here);
    if (status == OT_OK && !r->rows.plan.zero_unpublished) {
        status =
            r->adds ? drain_row(r, record->line, &here) : keep_few(r, &here);
    }
    if (status == OT_OK) {
        return OT_OK;
    }
    if (status == OT_E_MEMORY || here.place.path == NULL || !r->rows.begun) {
        return ot_fail(err, status, &here.place, "%s", here.message);
    }
    return ot__reader_bad(r, &here, 1, err);
}

void ot__reader_progress(void *context)
{
    const ot_reader *r = context;
    const ot_read_options *o = r->rows.options;
    const ot_progress at = {.bytes = ot__source_bytes(r->source),
                            .rows = r->rows.tally.rows,
                            .done = ot__source_position(r->source),
                            .all = ot__source_size(r->source)};

    if (o->progress != NULL) {
        o->progress(&at, o->progress_context);
    }
}

static ot_status read_one_by_one(ot_reader *r, ot_error *err)
{
    ot_csv csv = {.delimiter = r->delimiter,
                  .wanted = r->wanted,
                  .wanted_n = r->rows.plan.names,
                  .by_libcsv = r->rows.options->by_libcsv,
                  .see = see,
                  .bad = see_bad,
                  .progress = ot__reader_progress,
                  .context = r};

    r->csv = &csv;
    ot_status status = r->adds && ot__plan_adds(&r->rows.plan)
                           ? ot__reader_add_late(r, err)
                           : OT_OK;
    if (status == OT_OK) {
        status = ot__csv_read(r->source, &csv, err);
    }
    if (r->late != NULL) {
        const ot_status ended = ot__reader_end_late(r, err);
        status = status == OT_OK ? ended : status;
    }
    r->csv = NULL;
    r->lines = csv.lines;
    r->blank_lines = csv.blank_lines;
    r->unended = csv.unended;
    return status;
}

// By its size, and how long its first lines are, a file holds more figures than
// may be kept.
static bool is_large(const ot_reader *r)
{
    const ot_str head = ot__source_head(r->source);
    const size_t lines = ot__lines_count(head.at, head.n);
    const uint64_t size = ot__source_size(r->source);

    return ot__source_file(r->source) >= 0 && lines > 0 &&
           size / (head.n / lines + 1) * r->rows.plan.values >
               r->rows.options->figures_most;
}

// Rows are chosen as they are read: a list must not say later what the codes of
// areas meant by which they were.
static ot_status check_list(const ot_reader *r, size_t listed, ot_error *err)
{
    const ot_panel *p = r->rows.panel;
    const ot_grouping *g = &r->rows.options->groups->grouping;
    const ot_place place = ot__reader_place(r, 0, 0);

    return p->listed.n == listed || p->areas.n == 0 ||
                   (g->reporters == NULL && g->partners == NULL)
               ? OT_OK
               : ot_fail(err, OT_E_USAGE, &place,
                         "a list of codes by which rows were chosen already: "
                         "give it before the files that use them");
}

ot_status ot__reader_records(ot_reader *r, ot_error *err)
{
    const ot_read_options *o = r->rows.options;
    const size_t listed = r->rows.panel->listed.n;
    size_t fit;
    bool done = false;
    ot_status status = OT_OK;

    if (o->groups != NULL &&
        (o->figures_most == 0 || r->rows.panel->added || is_large(r))) {
        status = drain_all(r, err);
    }
    if (status == OT_OK && r->adds && ot__plan_adds(&r->rows.plan)) {
        status = ot__reader_add(r, &done, err);
    }
    if (status == OT_OK && !done) {
        status = read_one_by_one(r, err);
    }
    if (status == OT_OK) {
        status = outcome(r, err);
    }
    if (status == OT_OK && r->rows.plan.zero_unpublished &&
        !ot__drop_unpublished(r->rows.panel, r->first_cell, &r->rows.tally)) {
        status = ot_fail(err, OT_E_MEMORY, NULL, "no memory for months");
    }
    if (status == OT_OK && r->adds) {
        status = drain(r, &fit, err);
    }
    if (status == OT_OK && r->adds && r->rows.plan.list) {
        status = check_list(r, listed, err);
    }
    return status;
}
