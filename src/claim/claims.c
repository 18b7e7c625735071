// SPDX-License-Identifier: GPL-3.0-or-later
// claims.c - the claims file.

#include "outturn/claim.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "claim/claims.h"

const char *const ot__claims_column[CLAIMS_COLUMNS] = {
    "claim",       "group",        "kind",           "modality", "reporter",
    "partner",     "flow",         "commodity",      "basis",    "period",
    "base_period", "stated",       "unit",           "place",    "condition",
    "base_flow",   "base_partner", "base_commodity", "parts",    "vintage",
    "text",        "quote"};

ot_place ot__claims_place(const ot_claims_reader *r, int column)
{
    const int field = column >= 0 ? r->field[column] + 1 : 0;

    return (ot_place){r->claims->path, r->record->line, field};
}

// ---- the header ------------------------------------------------------------

static ot_status unknown_column(const ot_claims_reader *r, size_t field,
                                ot_error *err)
{
    const ot_str name = ot__str_trim(r->record->field[field]);
    const ot_place place = {r->claims->path, r->record->line, (int)field + 1};
    char text[48];

    ot__str_copy(name, text, sizeof text);
    const size_t near = ot__nearest(text, ot__claims_column, CLAIMS_COLUMNS);
    return ot_fail(err, OT_E_SYNTAX, &place,
                   "'%s' is not a column of a claims file%s%s%s", text,
                   near < CLAIMS_COLUMNS ? "; did you mean " : "",
                   near < CLAIMS_COLUMNS ? ot__claims_column[near] : "",
                   near < CLAIMS_COLUMNS ? "?" : "");
}

static ot_status read_header(ot_claims_reader *r, ot_error *err)
{
    static const int needed[] = {CLAIMS_KIND, CLAIMS_PERIOD, CLAIMS_STATED};
    const ot_place place = ot__claims_place(r, -1);

    for (int c = 0; c < CLAIMS_COLUMNS; c++) {
        r->field[c] = -1;
    }
    for (size_t i = 0; i < r->record->n; i++) {
        const ot_str name = ot__str_trim(r->record->field[i]);
        int c = 0;
        while (c < CLAIMS_COLUMNS &&
               !ot__str_same(name, ot__claims_column[c])) {
            c++;
        }
        if (c == CLAIMS_COLUMNS) {
            return unknown_column(r, i, err);
        }
        if (r->field[c] >= 0) {
            const ot_place twice = {r->claims->path, r->record->line,
                                    (int)i + 1};
            return ot_fail(err, OT_E_SYNTAX, &twice,
                           "the column %s stands twice", ot__claims_column[c]);
        }
        r->field[c] = (int)i;
    }
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        if (r->field[needed[i]] < 0) {
            return ot_fail(err, OT_E_DATA, &place,
                           "a claims file needs the column %s",
                           ot__claims_column[needed[i]]);
        }
    }
    r->fields = r->record->n;
    r->in_rows = true;
    return OT_OK;
}

static ot_status see(void *context, const ot_record *record, ot_error *err)
{
    ot_claims_reader *r = context;

    r->record = record;
    return r->in_rows ? ot__claims_row(r, err) : read_header(r, err);
}

static ot_status bad(void *context, long line, const char *what, ot_error *err)
{
    ot_claims_reader *r = context;
    const ot_place place = {r->claims->path, line, 0};

    return ot_fail(err, OT_E_SYNTAX, &place, "%s", what);
}

// ---- the file --------------------------------------------------------------

static void point_to_texts(ot_claims_reader *r)
{
    ot_claims *set = r->claims;
    const char *base = r->texts.at;

    set->texts = r->texts.at;
    for (size_t i = 0; i < set->n; i++) {
        ot_claim *c = &set->claim[i];
        const char **texts[] = {
            &c->id,       &c->group, &c->commodity,      &c->basis,
            &c->stated,   &c->place, &c->base_commodity, &c->parts,
            &c->vintage,  &c->text,  &c->said.quote,     &c->said.period,
            &c->said.base};
        for (size_t k = 0; k < sizeof texts / sizeof texts[0]; k++) {
            *texts[k] = base + (uintptr_t)*texts[k];
        }
    }
}

static ot_status read_source(ot_claims_reader *r, ot_source *source,
                             ot_error *err)
{
    ot_csv csv = {.see = see, .bad = bad, .context = r};

    ot_status status = ot__csv_read(source, &csv, err);
    if (status == OT_OK) {
        status = ot__source_end(source, err);
    }
    if (status == OT_OK && r->texts.failed) {
        status = ot_fail(err, OT_E_MEMORY, NULL, "no memory for claims");
    }
    if (status == OT_OK && !r->in_rows) {
        const ot_place place = {r->claims->path, 0, 0};
        status = ot_fail(err, OT_E_DATA, &place, "no header");
    }
    return status;
}

// Fills an empty set; name is its path as the caller has it.
static ot_status fill(ot_claims *set, ot_source *source, const char *name,
                      const ot_claims_options *options, ot_error *err)
{
    static const ot_claims_options none = {{0}, 0};
    ot_claims_reader r = {.claims = set,
                          .options = options != NULL ? options : &none};

    const ot_status status = read_source(&r, source, err);
    if (status == OT_OK) {
        point_to_texts(&r);
        return OT_OK;
    }
    // The place of an error borrows the caller's path, not ours.
    if (err != NULL && err->place.path == set->path) {
        err->place.path = name;
    }
    ot__buf_free(&r.texts);
    return status;
}

// Takes the source, which was opened by `path`.
static ot_status read_claims(ot_source *source, const char *path,
                             const ot_claims_options *options,
                             ot_claims **claims, ot_error *err)
{
    const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
    ot_claims *set = calloc(1, sizeof *set);
    ot_status status;

    if (set != NULL) {
        set->path = ot__str_dup(ot__str(name));
    }
    if (set == NULL || set->path == NULL) {
        status = ot_fail(err, OT_E_MEMORY, NULL, "no memory for claims");
    } else {
        status = fill(set, source, name, options, err);
    }
    (void)ot__source_keep_place(err, path);
    ot__source_close(source);
    if (status == OT_OK) {
        *claims = set;
    } else {
        ot_claims_free(set);
    }
    return status;
}

ot_status ot_claims_read(const char *path, const ot_claims_options *options,
                         ot_claims **claims, ot_error *err)
{
    ot_source *source;
    const ot_status status = ot__source_open(path, &source, err);

    if (status != OT_OK) {
        (void)ot__source_keep_place(err, path);
        return status;
    }
    return read_claims(source, path, options, claims, err);
}

ot_status ot_claims_parse(const char *path, const char *text, size_t n,
                          const ot_claims_options *options, ot_claims **claims,
                          ot_error *err)
{
    ot_source *source;
    const ot_status status =
        ot__source_memory(path, (ot_str){text, n}, &source, err);

    return status == OT_OK ? read_claims(source, path, options, claims, err)
                           : status;
}

void ot_claims_free(ot_claims *set)
{
    if (set != NULL) {
        free((void *)(uintptr_t)set->path);
        free(set->claim);
        free(set->texts);
        free(set);
    }
}
