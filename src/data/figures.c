// SPDX-License-Identifier: GPL-3.0-or-later
// figures.c - the figures of a row as cells.

#include <string.h>

#include "data/row.h"

static ot_status no_memory(ot_error *err)
{
    return ot_fail(err, OT_E_MEMORY, NULL, "no memory for more cells");
}

const ot_meaning *ot__row_meaning(const ot_rows *r, const ot_slot *slot,
                                  ot_role role)
{
    return (slot->says & BIT(role)) != 0 ? &slot->meaning[role]
                                         : &r->meaning[role];
}

static ot_status find_key(ot_rows *r, ot_slot *slot, ot_error *err)
{
    ot_pkey key;
    const ot_meaning *unit = ot__row_meaning(r, slot, OT_ROLE_UNIT);

    memset(&key, 0, sizeof key);
    key.reporter = (ot_area)ot__row_meaning(r, slot, OT_ROLE_REPORTER)->a;
    key.partner = (ot_area)ot__row_meaning(r, slot, OT_ROLE_PARTNER)->a;
    key.flow = (uint8_t)ot__row_meaning(r, slot, OT_ROLE_FLOW)->a;
    key.commodity = (uint32_t)ot__row_meaning(r, slot, OT_ROLE_COMMODITY)->a;
    key.basis = (uint16_t)ot__row_meaning(r, slot, OT_ROLE_BASIS)->a;
    key.unit = (uint16_t)unit->a;
    return ot__panel_key(r->panel, &key, &slot->key) &&
                   ot__panel_column(r->panel, r->file, key.unit, unit->b,
                                    &slot->column)
               ? OT_OK
               : no_memory(err);
}

ot_status ot__row_keys(ot_rows *r, ot_error *err)
{
    ot_status status = OT_OK;

    for (size_t i = 0; i < r->slots && status == OT_OK; i++) {
        status = find_key(r, &r->slot[i], err);
    }
    return status;
}

ot_status ot__row_part(ot_rows *r, ot_error *err)
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

static ot_period part_of_year(int year, int month, int months)
{
    return month == 0 ? ot_period_year(year)
                      : (ot_period){ot_period_month(year, month).first, months};
}

ot_period ot__row_period(const ot_rows *r, const ot_slot *slot)
{
    const ot_meaning *m = r->meaning;
    ot_period p;

    if (slot->period.months > 0) {
        return slot->period;
    }
    if (r->plan.field[OT_ROLE_YEAR] < 0 &&
        r->plan.set[OT_ROLE_YEAR].at == NULL) {
        p = (ot_period){m[OT_ROLE_PERIOD].a, m[OT_ROLE_PERIOD].b};
        if (slot->months > 0) {
            p = part_of_year(ot_month_year(p.first), slot->month, slot->months);
        }
    } else if (slot->months > 0) {
        p = part_of_year(m[OT_ROLE_YEAR].a, slot->month, slot->months);
    } else {
        p = part_of_year(m[OT_ROLE_YEAR].a, m[OT_ROLE_MONTH].a,
                         m[OT_ROLE_MONTH].b);
    }
    if (ot__row_meaning(r, slot, OT_ROLE_SPAN)->a != 0) {
        const ot_period year = ot_period_year_of(
            p.first, r->options->year_start > 0 ? r->options->year_start : 1);
        p = ot_period_range(year.first, ot_period_last(p));
    }
    return p;
}

ot_amount_form ot__row_form(const ot_rows *r, int scale)
{
    const char mark = r->options->decimal;

    return (ot_amount_form){
        {mark != 0 ? mark : r->plan.decimal}, scale, r->plan.note_digits};
}

// ---- figures ---------------------------------------------------------------

ot_status ot__figure_read(ot_str text, ot_amount_form form, ot_meaning says,
                          bool money, ot_figure *figure, ot_error *err)
{
    ot_amount amount;
    const ot_status status = ot__amount_read(text, form, &amount, err);

    if (status != OT_OK) {
        return status;
    }
    if (!amount.missing && amount.units == 0 && !money &&
        (says.b & OT_FLAG_ESTIMATED) != 0) {
        amount.missing = true; // a weight that is estimated at 0 is not known
        amount.state = OT_MISSING;
    }
    const int state =
        amount.missing && says.a == OT_REPORTED ? (int)amount.state : says.a;
    *figure = (ot_figure){
        .amount = amount.units,
        .exponent = amount.exponent,
        .missing = amount.missing,
        .none = amount.missing && state != OT_SUPPRESSED && state != OT_ABSENT,
        .state = (uint8_t)(state == OT_REPORTED && amount.units == 0 ? OT_ZERO
                                                                     : state),
        .flags = (uint8_t)(says.b | amount.flags)};
    return OT_OK;
}

// The value and state of a figure; *none: there is nothing to keep.
static ot_status find_value(ot_rows *r, const ot_slot *slot,
                            const ot_record *record, ot_pcell *cell, bool *none,
                            ot_error *err)
{
    const ot_meaning unit = *ot__row_meaning(r, slot, OT_ROLE_UNIT);
    ot_figure figure;
    ot_error inner = {0};
    const ot_status status = ot__figure_read(
        ot__row_field(record, slot->field), ot__row_form(r, unit.b),
        r->meaning[OT_ROLE_STATUS],
        r->panel->unit[unit.a].dimension == OT_DIM_MONEY, &figure, &inner);

    if (status != OT_OK) {
        const ot_place place = ot__row_place(r, record, slot->field + 1);
        return ot_fail(err, status, &place, "%s", inner.message);
    }
    *none = figure.none;
    cell->amount = figure.amount;
    cell->state = figure.state;
    cell->flags = figure.flags;
    r->tally.suppressed += figure.state == OT_SUPPRESSED;
    ot_pcolumn *column = &r->panel->column[slot->column];
    if (!figure.missing && figure.exponent < column->exponent) {
        column->exponent = (int8_t)figure.exponent;
    }
    return OT_OK;
}

static ot_status add_figure(ot_rows *r, const ot_slot *slot,
                            const ot_record *record, bool *none, ot_error *err)
{
    ot_pcell cell = {.line = (uint32_t)record->line, .rows = 1};
    const ot_status status = find_value(r, slot, record, &cell, none, err);

    if (status != OT_OK || *none) {
        return status;
    }
    const ot_period period = ot__row_period(r, slot);
    cell.key = slot->key;
    cell.first = period.first;
    cell.months = (int16_t)period.months;
    cell.vintage = r->meaning[OT_ROLE_VINTAGE].a;
    if (r->meaning[OT_ROLE_ROWS].a > 1) {
        cell.rows = (uint32_t)r->meaning[OT_ROLE_ROWS].a;
    }
    cell.part = r->part;
    cell.column = slot->column;
    return ot__panel_add(r->panel, &cell) ? OT_OK : no_memory(err);
}

// A row without a period whose figures are all 0 or missing says nothing.
bool ot__row_empty(const ot_rows *r, const ot_record *record)
{
    const int when = r->plan.field[OT_ROLE_YEAR] >= 0
                         ? r->plan.field[OT_ROLE_YEAR]
                         : r->plan.field[OT_ROLE_PERIOD];

    if (when < 0 || ot__str_trim(ot__row_field(record, when)).n > 0 ||
        (r->plan.carry & (BIT(OT_ROLE_YEAR) | BIT(OT_ROLE_PERIOD))) != 0) {
        return false;
    }
    for (size_t i = 0; i < r->slots; i++) {
        const ot_str s = ot__str_trim(ot__row_field(record, r->slot[i].field));
        ot_amount amount;
        const ot_amount_form form = {{r->plan.decimal}, 0, false};
        if (s.n > 0 && (ot__amount_read(s, form, &amount, NULL) != OT_OK ||
                        amount.units != 0)) {
            return false;
        }
    }
    return true;
}

ot_status ot__row_figures(ot_rows *r, const ot_record *record, ot_error *err)
{
    const size_t before = r->panel->cells;

    for (size_t i = 0; i < r->slots; i++) {
        bool none = false;
        const ot_status status = add_figure(r, &r->slot[i], record, &none, err);
        if (status != OT_OK) {
            r->panel->cells = before;
            return status;
        }
    }
    const size_t figures = r->panel->cells - before;
    r->tally.figures += figures;
    r->tally.empty += r->slots - figures;
    r->tally.used += figures > 0;
    const uint32_t line = (uint32_t)record->line;
    const bool kept =
        figures == 0
            ? ot__aside(r->panel, &r->tally,
                        (ot_mark){line, r->file, OT_CLASS_NO_VALUE, NULL})
            : r->slots == 1 ||
                  ot__wide_row(r->panel, r->file, line, (uint32_t)figures);
    return kept ? OT_OK : no_memory(err);
}
