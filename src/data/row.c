// SPDX-License-Identifier: GPL-3.0-or-later
// row.c - records to cells: only what differs from the row before is understood
// anew.

#include "data/row.h"

#include <stdlib.h>
#include <string.h>

// Roles that make up a key; the others make up the cell.
static const unsigned key_roles = BIT(OT_ROLE_REPORTER) | BIT(OT_ROLE_PARTNER) |
                                  BIT(OT_ROLE_FLOW) | BIT(OT_ROLE_COMMODITY) |
                                  BIT(OT_ROLE_CLASSIFICATION) |
                                  BIT(OT_ROLE_BASIS) | BIT(OT_ROLE_UNIT);

static ot_status no_memory(ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "no memory for more cells");
}

ot_status ot__rows_begin(ot_rows *r, ot_error *err)
{
    // Rows are chosen by reporter, and what a commodity code means hangs on its
    // classification: these come first.
    static const ot_role first[] = {OT_ROLE_REPORTER, OT_ROLE_CLASSIFICATION};

    for (size_t i = 0; i < 2; i++) {
        if (r->plan.field[first[i]] >= 0) {
            r->active[r->actives++] = first[i];
        }
    }
    for (int i = 0; i < OT_ROLES; i++) {
        if (r->plan.field[i] >= 0 && (ot_role)i != first[0] &&
            (ot_role)i != first[1] && i != OT_ROLE_VALUE) {
            r->active[r->actives++] = (ot_role)i;
        }
    }
    r->slot = calloc(r->plan.values + 1, sizeof *r->slot);
    r->off = r->plan.rules > 0;
    return r->slot != NULL ? OT_OK : no_memory(err);
}

void ot__rows_free(ot_rows *r)
{
    for (int i = 0; i < OT_ROLES; i++) {
        ot__understood_free(&r->understood[i]);
    }
    free(r->slot);
    ot__plan_free(&r->plan);
}

ot_place ot__row_place(const ot_rows *r, const ot_record *record, int field)
{
    return (ot_place){r->panel->path[r->file], record->line, field};
}

// ---- what no field says ----------------------------------------------------

ot_status ot__row_understand(ot_rows *r, ot_role role, ot_str text,
                             ot_meaning *meaning, ot_error *err)
{
    return ot__understand(r->panel, &r->understood[role], role, text, &r->plan,
                          r->options->year_start, meaning, err);
}

// What the options and the layout say for roles that no field says.
static ot_status understand_constants(ot_rows *r, ot_error *err)
{
    for (int i = 0; i < OT_ROLES; i++) {
        ot_error inner = {0};

        if (r->plan.field[i] >= 0 || i == OT_ROLE_VALUE ||
            ((i == OT_ROLE_PERIOD || i == OT_ROLE_YEAR || i == OT_ROLE_FLOW) &&
             r->plan.set[i].at == NULL)) {
            continue;
        }
        const ot_status status = ot__row_understand(
            r, (ot_role)i, r->plan.set[i], &r->meaning[i], &inner);
        if (status != OT_OK) {
            return ot_fail(err, status, NULL, "%s%s",
                           r->plan.set[i].at != NULL ? "--set: " : "",
                           inner.message);
        }
    }
    return OT_OK;
}

// What the captions of the columns say.
static ot_status understand_captions(ot_rows *r, ot_error *err)
{
    for (size_t i = 0; i < r->plan.values; i++) {
        const ot_value_column *v = &r->plan.value[i];
        ot_slot *slot = &r->slot[r->slots++];
        *slot = (ot_slot){.field = v->field,
                          .period = v->period,
                          .month = v->month,
                          .months = v->months};
        for (int k = 0; k < OT_ROLES; k++) {
            if (v->say[k].at == NULL) {
                continue;
            }
            const ot_status status = ot__row_understand(
                r, (ot_role)k, v->say[k], &slot->meaning[k], err);
            if (status != OT_OK) {
                return status;
            }
            slot->says |= BIT(k);
        }
    }
    return OT_OK;
}

ot_status ot__rows_constants(ot_rows *r, ot_error *err)
{
    ot_status status = understand_constants(r, err);

    r->pending |= key_roles | ~0u << OT_BREAKDOWN_FIRST;
    if (status == OT_OK) {
        status = understand_captions(r, err);
    }
    return status;
}

// ---- a record's fields -----------------------------------------------------

ot_status ot__row_count(ot_rows *r, const ot_record *record, ot_error *err)
{
    const size_t spare = r->plan.trailing ? 1 : 0;
    const ot_place place = ot__row_place(r, record, 0);
    size_t n = record->n;

    if (n < r->plan.needed && !r->plan.ragged) {
        return ot_fail(err, OT_E_SYNTAX, &place,
                       "the record ends after %zu of %zu fields (is the file "
                       "cut?)",
                       n, r->plan.names);
    }
    while (r->plan.ragged && n > r->plan.names + spare &&
           record->field[n - 1].n == 0) {
        n--; // empty fields behind a sheet's last column
    }
    if (n > r->plan.names + spare) {
        return ot_fail(err, OT_E_SYNTAX, &place,
                       "%zu fields under %zu names (a delimiter inside a field "
                       "that is not quoted?)",
                       n, r->plan.names);
    }
    r->tally.short_rows += n < r->plan.names;
    r->tally.long_rows += n > r->plan.names;
    return OT_OK;
}

static bool same_text(ot_str a, ot_str b)
{
    if (a.at == NULL || a.n != b.n || b.at == NULL) {
        return a.at != NULL && a.n == b.n;
    }
    return (a.n == 0 || (a.at[0] == b.at[0] && memcmp(a.at, b.at, a.n) == 0));
}

// Understands those of active roles from..to that changed; adds them to
// *changed.
static ot_status understand_fields(ot_rows *r, const ot_record *record,
                                   size_t from, size_t to, unsigned *changed,
                                   ot_error *err)
{
    for (size_t i = from; i < to; i++) {
        const ot_role role = r->active[i];
        const int field = r->plan.field[role];
        const ot_str text = ot__row_field(record, field);
        ot_understood *u = &r->understood[role];
        const bool family = role == OT_ROLE_COMMODITY &&
                            (*changed & BIT(OT_ROLE_CLASSIFICATION)) != 0;

        if ((same_text(u->last, text) && !family) ||
            (text.n == 0 && (r->plan.carry & BIT(role)) != 0)) {
            continue;
        }
        ot_error inner = {0};
        *changed |= BIT(role);
        u->family = r->meaning[OT_ROLE_CLASSIFICATION];
        const ot_status status =
            ot__row_understand(r, role, text, &r->meaning[role], &inner);
        if (status != OT_OK) {
            const ot_place place = ot__row_place(r, record, field + 1);
            return ot_fail(err, status, &place, "%s", inner.message);
        }
    }
    return OT_OK;
}

// ---- a row -----------------------------------------------------------------

// Is the row of a reporter that was asked for?
static bool asked_for(const ot_rows *r)
{
    const ot_read_options *o = r->options;
    bool asked = o->reporter_count == 0;

    for (size_t i = 0; i < o->reporter_count; i++) {
        asked = asked || o->reporters[i] == r->meaning[OT_ROLE_REPORTER].a;
    }
    return asked;
}

// The reporter comes first: of rows not asked for nothing else is understood.
static ot_status understand_row(ot_rows *r, const ot_record *record, bool *skip,
                                ot_error *err)
{
    unsigned changed = 0;
    ot_status status = OT_OK;
    const bool said = r->actives > 0 && r->active[0] == OT_ROLE_REPORTER;

    if (said) {
        status = understand_fields(r, record, 0, 1, &changed, err);
    }
    *skip = status == OT_OK && !asked_for(r);
    r->pending |= *skip ? changed : 0;
    if (status != OT_OK || *skip) {
        return status;
    }
    changed |= r->pending;
    r->pending = 0;
    status =
        understand_fields(r, record, said ? 1 : 0, r->actives, &changed, err);
    if (status == OT_OK && (changed & key_roles) != 0) {
        status = ot__row_keys(r, err);
    }
    if (status == OT_OK && changed >> OT_BREAKDOWN_FIRST != 0) {
        status = ot__row_part(r, err);
    }
    return status;
}

static ot_status set_aside(ot_rows *r, const ot_record *record, ot_class which,
                           ot_error *err)
{
    return ot__aside(r->panel, &r->tally,
                     (ot_mark){(uint32_t)record->line, r->file, which, NULL})
               ? OT_OK
               : no_memory(err);
}

static ot_status take_row(ot_rows *r, const ot_record *record, ot_error *err)
{
    bool skip = false;

    const ot_status status = understand_row(r, record, &skip, err);
    if (status != OT_OK) {
        return status;
    }
    if (skip) {
        return set_aside(r, record, OT_CLASS_NOT_ASKED, err);
    }
    if (r->meaning[OT_ROLE_INDICATOR].a != 0) {
        return set_aside(r, record, OT_CLASS_NO_AMOUNT, err);
    }
    return ot__row_figures(r, record, err);
}

ot_status ot__rows_add(ot_rows *r, const ot_record *record, ot_error *err)
{
    ot_status status = r->begun ? OT_OK : ot__rows_constants(r, err);

    if (status != OT_OK) {
        return status;
    }
    r->begun = true;
    r->tally.rows++;
    if (ot__row_heading(r, record)) {
        status = set_aside(r, record, OT_CLASS_HEADING, err);
        return status == OT_OK ? ot__row_obey(r, record, err) : status;
    }
    if (r->off) {
        return set_aside(r, record, OT_CLASS_OUTSIDE, err);
    }
    status = ot__row_count(r, record, err);
    if (status == OT_OK && ot__row_empty(r, record)) {
        return set_aside(r, record, OT_CLASS_NO_VALUE, err);
    }
    if (status == OT_OK) {
        status = take_row(r, record, err);
    }
    if (status != OT_OK) {
        // What was half understood must not pass for the row before.
        for (size_t i = 0; i < r->actives; i++) {
            r->understood[r->active[i]].last.at = NULL;
        }
        r->pending |= key_roles | ~0u << OT_BREAKDOWN_FIRST;
    }
    return status;
}
