// SPDX-License-Identifier: GPL-3.0-or-later
// read.c - from records to cells: a plan says which field is what, each
// distinct text is understood once.

#include <stdlib.h>
#include <string.h>

#include "data/csv.h"
#include "data/panel.h"
#include "data/understand.h"

#define BAD_MOST 1000 // bad records counted before a file is given up

typedef struct reader {
    ot_panel *panel;
    const ot_read_options *options;
    ot_source *source;
    ot_csv *csv;
    ot_plan plan;
    ot_header header;
    char *header_text; // the names' bytes; owned
    bool *wanted;      // owned
    ot_understood role[OT_ROLES];
    uint16_t file;
    uint16_t column; // of the panel, for the unit of the last row
    uint16_t column_unit;
    int8_t column_scale;
    bool column_known;
    ot_pkey last_key;
    uint32_t last_key_number;
    bool key_known;
    ot_tally tally; // of this file
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
                   "%.200s (and %d records more that cannot be read)",
                   r->first_bad.message, BAD_MOST - 1);
}

static ot_place place_of(const reader *r, long line, int field)
{
    return (ot_place){r->panel->path[r->file], line, field};
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
    status = ot__plan(r->header, r->options, &r->plan, &inner);
    if (status != OT_OK) {
        const ot_place place = place_of(r, record->line, 0);
        return ot_fail(err, status, &place, "%s", inner.message);
    }
    for (int i = 0; i < OT_ROLES; i++) {
        if (r->plan.field[i] >= 0) {
            r->wanted[r->plan.field[i]] = true;
        }
    }
    // The field after the last name is looked at: only an empty one may be there.
    r->csv->wanted = r->wanted;
    r->csv->wanted_n = r->header.n;
    return OT_OK;
}

// ---- rows ------------------------------------------------------------------

// What a role says in this record, understood; the constant when no field says.
static ot_status understand(reader *r, const ot_record *record, ot_role role,
                            ot_meaning *meaning, ot_error *err)
{
    const int field = r->plan.field[role];
    const ot_str text =
        field >= 0 ? record->field[field] : r->plan.set[role];
    ot_error inner = {0};
    const ot_status status =
        ot__understand(r->panel, &r->role[role], role, text,
                       r->options->year_start, meaning, &inner);

    if (status == OT_OK) {
        return OT_OK;
    }
    const ot_place place = place_of(r, record->line, field + 1);
    return ot_fail(err, inner.status, field >= 0 ? &place : NULL, "%s%s",
                   field >= 0 ? "" : "--set: ", inner.message);
}

static ot_status check_fields(reader *r, const ot_record *record,
                              ot_error *err)
{
    const size_t spare = r->plan.trailing_delimiter ? 1 : 0;
    const ot_place place = place_of(r, record->line, 0);

    if (record->n < r->plan.needed) {
        return ot_fail(err, OT_E_SYNTAX, &place,
                       "the record ends after %zu of %zu fields (is the file "
                       "cut?)",
                       record->n, r->header.n);
    }
    if (record->n > r->header.n + spare) {
        return ot_fail(err, OT_E_SYNTAX, &place,
                       "%zu fields under %zu names (a delimiter inside a field "
                       "that is not quoted?)",
                       record->n, r->header.n);
    }
    r->tally.short_rows += record->n < r->header.n;
    r->tally.long_rows += record->n > r->header.n;
    return OT_OK;
}

static ot_status find_period(reader *r, const ot_record *record,
                             ot_period *period, ot_error *err)
{
    ot_meaning m, y;

    if (r->plan.field[OT_ROLE_YEAR] < 0 &&
        r->plan.set[OT_ROLE_YEAR].at == NULL) {
        const ot_status status =
            understand(r, record, OT_ROLE_PERIOD, &m, err);
        *period = (ot_period){m.a, m.b};
        return status;
    }
    ot_status status = understand(r, record, OT_ROLE_YEAR, &y, err);
    if (status == OT_OK) {
        status = understand(r, record, OT_ROLE_MONTH, &m, err);
    }
    *period = m.a == 0 ? ot_period_year(y.a) : ot_period_month(y.a, m.a);
    return status;
}

static ot_status no_memory(ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "no memory for more cells");
}

// Which breakdowns the record is a part of.
static ot_status find_part(reader *r, const ot_record *record, uint16_t *number,
                           ot_error *err)
{
    ot_part part = {{0}, 0};
    bool any = false;

    *number = 0;
    for (int i = OT_BREAKDOWN_FIRST; i < OT_ROLES; i++) {
        ot_meaning m;
        if (r->plan.field[i] < 0) {
            continue;
        }
        const ot_status status =
            understand(r, record, (ot_role)i, &m, err);
        if (status != OT_OK) {
            return status;
        }
        part.code[i - OT_BREAKDOWN_FIRST] = (uint32_t)m.a;
        if (m.a != 0) {
            part.mask |= (uint8_t)(1u << (i - OT_BREAKDOWN_FIRST));
            any = true;
        }
    }
    return !any || ot__panel_part(r->panel, &part, number) ? OT_OK
                                                           : no_memory(err);
}

static ot_status find_key(reader *r, const ot_record *record, ot_pcell *cell,
                          int *scale, ot_error *err)
{
    static const ot_role roles[] = {
        OT_ROLE_REPORTER,       OT_ROLE_PARTNER, OT_ROLE_FLOW,
        OT_ROLE_CLASSIFICATION, OT_ROLE_BASIS,   OT_ROLE_UNIT};
    ot_meaning m[OT_ROLES] = {{0, 0}};
    ot_pkey key;

    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
        const ot_status status =
            understand(r, record, roles[i], &m[roles[i]], err);
        if (status != OT_OK) {
            return status;
        }
    }
    // A code means its classification's: it is understood under its family.
    r->role[OT_ROLE_COMMODITY].family = m[OT_ROLE_CLASSIFICATION].a;
    const ot_status status = understand(r, record, OT_ROLE_COMMODITY,
                                        &m[OT_ROLE_COMMODITY], err);
    if (status != OT_OK) {
        return status;
    }
    memset(&key, 0, sizeof key);
    key.reporter = (ot_area)m[OT_ROLE_REPORTER].a;
    key.partner = (ot_area)m[OT_ROLE_PARTNER].a;
    key.flow = (uint8_t)m[OT_ROLE_FLOW].a;
    key.commodity = (uint32_t)m[OT_ROLE_COMMODITY].a;
    key.basis = (uint16_t)m[OT_ROLE_BASIS].a;
    key.unit = (uint16_t)m[OT_ROLE_UNIT].a;
    *scale = m[OT_ROLE_UNIT].b;
    r->tally.unknown_areas +=
        key.reporter >= ot_area_count() || key.partner >= ot_area_count();
    if (!r->key_known || memcmp(&key, &r->last_key, sizeof key) != 0) {
        if (!ot__panel_key(r->panel, &key, &r->last_key_number)) {
            return no_memory(err);
        }
        r->last_key = key;
        r->key_known = true;
    }
    cell->key = r->last_key_number;
    return OT_OK;
}

static ot_status find_column(reader *r, uint16_t unit, int scale,
                             ot_error *err)
{
    if (r->column_known && r->column_unit == unit && r->column_scale == scale) {
        return OT_OK;
    }
    if (!ot__panel_column(r->panel, r->file, unit, scale, &r->column)) {
        return no_memory(err);
    }
    r->column_known = true;
    r->column_unit = unit;
    r->column_scale = (int8_t)scale;
    return OT_OK;
}

// The value of a record, and its state; *none: it holds no value to keep.
static ot_status find_value(reader *r, const ot_record *record, int scale,
                            ot_pcell *cell, bool *none, ot_error *err)
{
    const int field = r->plan.field[OT_ROLE_VALUE];
    const ot_decimal_form form = {r->options->decimal};
    ot_meaning status_says;
    ot_amount amount;
    ot_error inner = {0};

    ot_status status =
        understand(r, record, OT_ROLE_STATUS, &status_says, err);
    if (status != OT_OK) {
        return status;
    }
    status = ot__amount_read(record->field[field], form, scale, &amount, &inner);
    if (status != OT_OK) {
        const ot_place place = place_of(r, record->line, field + 1);
        return ot_fail(err, status, &place, "%s", inner.message);
    }
    const int state = amount.missing && status_says.a == OT_REPORTED
                          ? (int)amount.state
                          : status_says.a;
    *none = amount.missing && state != OT_SUPPRESSED && state != OT_ABSENT;
    cell->amount = amount.units;
    cell->state = (uint8_t)(state == OT_REPORTED && amount.units == 0
                                ? OT_ZERO
                                : state);
    cell->flags = (uint8_t)status_says.b;
    r->tally.suppressed += state == OT_SUPPRESSED;
    if (!amount.missing) {
        ot_pcolumn *column = &r->panel->column[r->column];
        column->exponent = amount.exponent < column->exponent
                               ? (int8_t)amount.exponent
                               : column->exponent;
    }
    return OT_OK;
}

static ot_status see_row(reader *r, const ot_record *record, ot_error *err)
{
    ot_pcell cell = {.line = (uint32_t)record->line, .rows = 1};
    ot_period period = {0, 0};
    ot_meaning vintage = {0, 0};
    int scale = 0;
    bool none = false;

    ot_status status = check_fields(r, record, err);
    if (status == OT_OK) {
        status = find_key(r, record, &cell, &scale, err);
    }
    if (status == OT_OK) {
        status = find_period(r, record, &period, err);
    }
    if (status == OT_OK) {
        status = understand(r, record, OT_ROLE_VINTAGE, &vintage, err);
    }
    if (status == OT_OK) {
        status = find_part(r, record, &cell.part, err);
    }
    if (status == OT_OK) {
        status = find_column(r, r->last_key.unit, scale, err);
    }
    if (status == OT_OK) {
        status = find_value(r, record, scale, &cell, &none, err);
    }
    if (status != OT_OK) {
        return status;
    }
    if (none) {
        r->tally.no_value++;
        return OT_OK;
    }
    cell.first = period.first;
    cell.months = (int16_t)period.months;
    cell.vintage = vintage.a;
    cell.column = r->column;
    r->tally.used++;
    return ot__panel_add(r->panel, &cell) ? OT_OK : no_memory(err);
}

static ot_status see(void *context, const ot_record *record, ot_error *err)
{
    reader *r = context;
    ot_error here = {0};

    if (r->header.name == NULL) {
        return see_header(r, record, err);
    }
    r->tally.rows++;
    const ot_status status = see_row(r, record, &here);
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

    if (r->options->progress != NULL) {
        r->options->progress(ot__source_bytes(r->source),
                             r->options->progress_context);
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
    const ot_place nowhere = {r->panel->path[r->file], 0, 0};

    if (r->bad == 1) {
        return ot_fail(err, r->first_bad.status, &r->first_bad.place, "%s",
                       r->first_bad.message);
    }
    if (r->bad > 1) {
        return ot_fail(err, r->first_bad.status, &r->first_bad.place,
                       "%.220s (and %zu records more that cannot be read)",
                       r->first_bad.message, r->bad - 1);
    }
    if (r->header.name == NULL) {
        return ot_fail(err, OT_E_DATA, &nowhere, "no header: nothing but blank "
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
    to->suppressed += t->suppressed;
    to->unknown_areas += t->unknown_areas;
    to->short_rows += t->short_rows;
    to->long_rows += t->long_rows;
    to->blank_lines += t->blank_lines;
}

static ot_status read_source(reader *r, ot_error *err)
{
    ot_csv csv = {.delimiter = r->options->delimiter,
                  .see = see,
                  .bad = see_bad,
                  .progress = progress,
                  .context = r};

    r->csv = &csv;
    ot_status status = ot__csv_read(r->source, &csv, err);
    if (status == OT_OK) {
        status = outcome(r, err);
    }
    ot_file *file = &r->panel->file[r->file];
    file->layout = r->plan.layout;
    file->rows = r->tally.rows;
    file->delimiter = csv.delimiter;
    r->tally.bytes = ot__source_bytes(r->source);
    r->tally.blank_lines = csv.blank_lines;
    for (int i = 0; i < OT_ROLES; i++) {
        file->latin1 = file->latin1 || r->role[i].latin1;
    }
    return status;
}

ot_status ot_panel_read(ot_panel *p, const char *path,
                        const ot_read_options *options, ot_error *err)
{
    static const ot_read_options none = {0};
    const size_t cells = p->cells, files = p->files;
    reader r = {.panel = p, .options = options != NULL ? options : &none};
    ot_status status = add_file(p, path, err);

    if (status != OT_OK) {
        return status;
    }
    r.file = (uint16_t)files;
    p->sealed = false;
    status = ot__source_open(path, &r.source, err);
    if (status == OT_OK) {
        status = read_source(&r, err);
        ot__source_close(r.source);
    }
    if (status == OT_OK) {
        add_tally(&p->tally, &r.tally);
    } else {
        // The places of an error borrow the path of the caller, not ours.
        if (err != NULL && err->place.path == p->path[files]) {
            err->place.path = strcmp(path, "-") == 0 ? "standard input" : path;
        }
        ot__panel_truncate(p, cells, files);
    }
    for (int i = 0; i < OT_ROLES; i++) {
        ot__understood_free(&r.role[i]);
    }
    free((void *)(uintptr_t)r.header.name);
    free(r.header_text);
    free(r.wanted);
    return status;
}
