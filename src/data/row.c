// SPDX-License-Identifier: GPL-3.0-or-later
// row.c - records to cells: only what differs from the row before is understood
// anew.

#include "data/row.h"

#include <string.h>

#define BIT(role) (1u << (role))

// Roles that make up a key; the others make up the cell.
static const unsigned key_roles = BIT(OT_ROLE_REPORTER) | BIT(OT_ROLE_PARTNER) |
                                  BIT(OT_ROLE_FLOW) | BIT(OT_ROLE_COMMODITY) |
                                  BIT(OT_ROLE_CLASSIFICATION) |
                                  BIT(OT_ROLE_BASIS) | BIT(OT_ROLE_UNIT);

static ot_status no_memory(ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "no memory for more cells");
}

void ot__rows_begin(ot_rows *r)
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
}

void ot__rows_free(ot_rows *r)
{
    for (int i = 0; i < OT_ROLES; i++) {
        ot__understood_free(&r->understood[i]);
    }
}

static ot_place place_of(const ot_rows *r, const ot_record *record, int field)
{
    return (ot_place){r->panel->path[r->file], record->line, field};
}

// What the options say for roles that no field says.
static ot_status understand_constants(ot_rows *r, ot_error *err)
{
    for (int i = 0; i < OT_ROLES; i++) {
        const bool by_year = r->plan.field[OT_ROLE_YEAR] >= 0 ||
                             r->plan.set[OT_ROLE_YEAR].at != NULL;
        ot_error inner = {0};

        if (r->plan.field[i] >= 0 || i == OT_ROLE_VALUE ||
            (by_year ? i == OT_ROLE_PERIOD : i == OT_ROLE_YEAR)) {
            continue;
        }
        const ot_status status = ot__understand(
            r->panel, &r->understood[i], (ot_role)i, r->plan.set[i],
            r->options->year_start, &r->meaning[i], &inner);
        if (status != OT_OK) {
            return ot_fail(err, status, NULL, "%s%s",
                           r->plan.set[i].at != NULL ? "--set: " : "",
                           inner.message);
        }
    }
    r->constants = true;
    return OT_OK;
}

static ot_status check_fields(ot_rows *r, const ot_record *record,
                              ot_error *err)
{
    const size_t spare = r->plan.trailing_delimiter ? 1 : 0;
    const ot_place place = place_of(r, record, 0);

    if (record->n < r->plan.needed) {
        return ot_fail(err, OT_E_SYNTAX, &place,
                       "the record ends after %zu of %zu fields (is the file "
                       "cut?)",
                       record->n, r->plan.names);
    }
    if (record->n > r->plan.names + spare) {
        return ot_fail(err, OT_E_SYNTAX, &place,
                       "%zu fields under %zu names (a delimiter inside a field "
                       "that is not quoted?)",
                       record->n, r->plan.names);
    }
    r->tally.short_rows += record->n < r->plan.names;
    r->tally.long_rows += record->n > r->plan.names;
    return OT_OK;
}

static bool same_text(ot_str a, ot_str b)
{
    return a.at != NULL && a.n == b.n &&
           (a.n == 0 || (a.at[0] == b.at[0] && memcmp(a.at, b.at, a.n) == 0));
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
        ot_understood *u = &r->understood[role];
        const bool family = role == OT_ROLE_COMMODITY &&
                            (*changed & BIT(OT_ROLE_CLASSIFICATION)) != 0;

        if (same_text(u->last, record->field[field]) && !family) {
            continue;
        }
        ot_error inner = {0};
        *changed |= BIT(role);
        u->family = r->meaning[OT_ROLE_CLASSIFICATION].a;
        const ot_status status =
            ot__understand(r->panel, u, role, record->field[field],
                           r->options->year_start, &r->meaning[role], &inner);
        if (status != OT_OK) {
            const ot_place place = place_of(r, record, field + 1);
            return ot_fail(err, status, &place, "%s", inner.message);
        }
    }
    return OT_OK;
}

static ot_status find_key(ot_rows *r, ot_error *err)
{
    const ot_meaning *m = r->meaning;
    ot_pkey key;

    memset(&key, 0, sizeof key);
    key.reporter = (ot_area)m[OT_ROLE_REPORTER].a;
    key.partner = (ot_area)m[OT_ROLE_PARTNER].a;
    key.flow = (uint8_t)m[OT_ROLE_FLOW].a;
    key.commodity = (uint32_t)m[OT_ROLE_COMMODITY].a;
    key.basis = (uint16_t)m[OT_ROLE_BASIS].a;
    key.unit = (uint16_t)m[OT_ROLE_UNIT].a;
    return ot__panel_key(r->panel, &key, &r->key) &&
                   ot__panel_column(r->panel, r->file, key.unit,
                                    m[OT_ROLE_UNIT].b, &r->column)
               ? OT_OK
               : no_memory(err);
}

// Which breakdowns the record is a part of.
static ot_status find_part(ot_rows *r, ot_error *err)
{
    ot_part part = {{0}, 0};

    for (int i = OT_BREAKDOWN_FIRST; i < OT_ROLES; i++) {
        const int at = i - OT_BREAKDOWN_FIRST;
        part.code[at] = (uint32_t)r->meaning[i].a;
        if (part.code[at] != 0) {
            part.mask |= (uint8_t)(1u << at);
        }
    }
    return ot__panel_part(r->panel, &part, &r->part) ? OT_OK : no_memory(err);
}

static ot_period period_of(const ot_rows *r)
{
    const ot_meaning *m = r->meaning;

    if (r->plan.field[OT_ROLE_YEAR] < 0 &&
        r->plan.set[OT_ROLE_YEAR].at == NULL) {
        return (ot_period){m[OT_ROLE_PERIOD].a, m[OT_ROLE_PERIOD].b};
    }
    return m[OT_ROLE_MONTH].a == 0
               ? ot_period_year(m[OT_ROLE_YEAR].a)
               : ot_period_month(m[OT_ROLE_YEAR].a, m[OT_ROLE_MONTH].a);
}

// The value and state of a record; *none: it holds no value to keep.
static ot_status find_value(ot_rows *r, const ot_record *record, ot_pcell *cell,
                            bool *none, ot_error *err)
{
    const int field = r->plan.field[OT_ROLE_VALUE];
    const ot_decimal_form form = {r->options->decimal};
    const ot_meaning says = r->meaning[OT_ROLE_STATUS];
    ot_amount amount;
    ot_error inner = {0};

    const ot_status status =
        ot__amount_read(record->field[field], form, r->meaning[OT_ROLE_UNIT].b,
                        &amount, &inner);
    if (status != OT_OK) {
        const ot_place place = place_of(r, record, field + 1);
        return ot_fail(err, status, &place, "%s", inner.message);
    }
    const int state =
        amount.missing && says.a == OT_REPORTED ? (int)amount.state : says.a;
    *none = amount.missing && state != OT_SUPPRESSED && state != OT_ABSENT;
    cell->amount = amount.units;
    cell->state =
        (uint8_t)(state == OT_REPORTED && amount.units == 0 ? OT_ZERO : state);
    cell->flags = (uint8_t)says.b;
    r->tally.suppressed += state == OT_SUPPRESSED;
    ot_pcolumn *column = &r->panel->column[r->column];
    if (!amount.missing && amount.exponent < column->exponent) {
        column->exponent = (int8_t)amount.exponent;
    }
    return OT_OK;
}

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
    unsigned changed = r->constants ? 0 : key_roles;
    ot_status status = check_fields(r, record, err);

    if (status == OT_OK && !r->constants) {
        status = understand_constants(r, err);
    }
    const bool said = r->actives > 0 && r->active[0] == OT_ROLE_REPORTER;
    if (status == OT_OK && said) {
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
        status = find_key(r, err);
    }
    if (status == OT_OK && changed >> OT_BREAKDOWN_FIRST != 0) {
        status = find_part(r, err);
    }
    return status;
}

ot_status ot__rows_add(ot_rows *r, const ot_record *record, ot_error *err)
{
    ot_pcell cell = {.line = (uint32_t)record->line, .rows = 1};
    bool none = false, skip = false;

    r->tally.rows++;
    ot_status status = understand_row(r, record, &skip, err);
    if (status == OT_OK && !skip) {
        status = find_value(r, record, &cell, &none, err);
    }
    if (status != OT_OK) {
        // What was half understood must not pass for the row before.
        for (size_t i = 0; i < r->actives; i++) {
            r->understood[r->active[i]].last.at = NULL;
        }
        return status;
    }
    if (skip) {
        r->tally.not_asked++;
        return OT_OK;
    }
    if (none) {
        r->tally.no_value++;
        return OT_OK;
    }
    const ot_period period = period_of(r);
    cell.key = r->key;
    cell.first = period.first;
    cell.months = (int16_t)period.months;
    cell.vintage = r->meaning[OT_ROLE_VINTAGE].a;
    cell.part = r->part;
    cell.column = r->column;
    r->tally.used++;
    r->tally.unknown_areas +=
        r->meaning[OT_ROLE_REPORTER].a >= (int32_t)ot_area_count() ||
        r->meaning[OT_ROLE_PARTNER].a >= (int32_t)ot_area_count();
    return ot__panel_add(r->panel, &cell) ? OT_OK : no_memory(err);
}
