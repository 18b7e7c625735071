// SPDX-License-Identifier: GPL-3.0-or-later
// bind_values.c - which columns hold figures, and what is over them.

#include <string.h>

#include "data/bind.h"

static ot_value_column *add_value(ot_binder *b, int field)
{
    ot_plan *plan = b->plan;
    ot_value_column *v = &plan->value[plan->values++];

    *v = (ot_value_column){.field = field};
    return v;
}

void ot__take_caption(ot_value_column *v, const ot_caption *c)
{
    if (c->flow != NULL && v->say[OT_ROLE_FLOW].at == NULL) {
        v->say[OT_ROLE_FLOW] = ot__str(c->flow);
    }
    if (c->basis != NULL && v->say[OT_ROLE_BASIS].at == NULL) {
        v->say[OT_ROLE_BASIS] = ot__str(c->basis);
    }
    if (c->unit.dimension != OT_DIM_NONE && v->say[OT_ROLE_UNIT].at == NULL) {
        v->say[OT_ROLE_UNIT] = ot__str(ot_unit_text(c->unit, v->unit));
    }
    if (c->todate && v->say[OT_ROLE_SPAN].at == NULL) {
        v->say[OT_ROLE_SPAN] = ot__str("todate");
    }
    if (v->period.months == 0 && v->months == 0) {
        v->period = c->period;
        v->month = c->month;
        v->months = c->months;
    }
}

// The text over a column in a row of the header; in the rows above the last one
// a merged cell holds for the empty ones to its right.
static ot_str over(const ot_binder *b, size_t r, size_t field)
{
    ot_str text = ot__grid_field(b->grid, r, field);

    while (r + 1 < b->header + b->rows && text.n == 0 && field > 0) {
        text = ot__grid_field(b->grid, r, --field);
    }
    return text;
}

// Whether a name stands over a column in any row of the header.
static bool stands_over(const ot_binder *b, size_t field, ot_str ref)
{
    for (size_t r = b->header; r < b->header + b->rows; r++) {
        if (ot__name_fits(over(b, r, field), ref)) {
            return true;
        }
    }
    return false;
}

static bool skipped(const ot_binder *b, size_t field)
{
    ot_str list;

    for (size_t i = 0; ot__spec_each(b->spec, "skip", &i, &list);) {
        while (list.n > 0) {
            if (stands_over(b, field, ot__unquoted(ot__item_cut(&list)))) {
                return true;
            }
        }
    }
    return false;
}

static ot_caption caption_over(const ot_binder *b, size_t field)
{
    ot_caption all = {.flow = NULL};

    for (size_t r = b->header + b->rows; r-- > b->header;) {
        const ot_caption c = ot__caption_read(over(b, r, field), b->year_start);
        ot__caption_join(&all, &c);
    }
    return all;
}

static bool has_role(const ot_binder *b, size_t field)
{
    bool has = false;

    for (int i = 0; i < OT_ROLES; i++) {
        has = has || b->plan->field[i] == (int)field;
    }
    return has;
}

// Whether some row of the header has a text for the column itself: a column of
// flags beside one of figures has none.
static bool has_caption(const ot_binder *b, size_t field)
{
    size_t n = 0;

    for (size_t r = b->header; r < b->header + b->rows; r++) {
        n += ot__grid_field(b->grid, r, field).n;
    }
    return n > 0;
}

// Every column whose caption says when, or which flow.
static void values_across(ot_binder *b)
{
    for (size_t i = 0; i < b->plan->names; i++) {
        const ot_caption c = caption_over(b, i);
        const bool when = c.period.months > 0 || c.months > 0;
        if ((when || c.flow != NULL) && !c.other && !has_role(b, i) &&
            has_caption(b, i) && !skipped(b, i)) {
            ot__take_caption(add_value(b, (int)i), &c);
        }
    }
}

static ot_status say_list(ot_str list, ot_value_column *v, ot_plan *plan,
                          ot_binder *b)
{
    ot_status status = OT_OK;

    while (list.n > 0 && status == OT_OK) {
        const ot_str item = ot__item_cut(&list);
        ot_str value;
        char mark;
        const ot_str name = ot__item_split(item, &value, &mark);
        const ot_role role = ot__role_find(name);
        if (mark == ':' && role != OT_ROLES) {
            plan->field[role] =
                ot__column_find(b->grid, b->header, b->rows, value);
        } else if (ot__str_same(name, "month")) {
            (void)ot__when_part(value, &v->month, &v->months);
        } else if (ot__str_same(name, "period")) {
            (void)ot__when(value, b->year_start, &v->period);
        } else {
            status = ot__say_item(item, v->say, "values", b->err);
        }
    }
    return status;
}

// "I*, flow=import": each column whose name is I and a month, a year or a part
// of one.
static ot_status values_starred(ot_binder *b, ot_str ref, ot_str list)
{
    const ot_grid_row *row = &b->grid->row[b->header + b->rows - 1];
    ot_status status = OT_OK;
    char prefix[64];

    ot__str_copy((ot_str){ref.at, ref.n - 1}, prefix, sizeof prefix);
    for (size_t i = 0; i < row->n && status == OT_OK; i++) {
        const ot_str name = row->field[i];
        ot_value_column column = {.field = (int)i};
        if (!ot__str_starts(name, prefix) || name.n < ref.n || has_role(b, i)) {
            continue;
        }
        const ot_str rest = {name.at + ref.n - 1, name.n - ref.n + 1};
        if (ot__when(rest, b->year_start, &column.period) ||
            ot__when_part(rest, &column.month, &column.months)) {
            *add_value(b, (int)i) = column;
            status = say_list(list, &b->plan->value[b->plan->values - 1],
                              b->plan, b);
        }
    }
    return status;
}

static ot_status values_line(ot_binder *b, ot_str list)
{
    const ot_str item = ot__item_cut(&list);
    ot_str ref = ot__unquoted(item);

    if (ot__str_same(ref, "across")) {
        values_across(b);
        return OT_OK;
    }
    const bool optional = ref.n > 1 && ref.at[ref.n - 1] == '?';
    ref.n -= optional;
    if (ref.n > 1 && ref.at[ref.n - 1] == '*' && ref.at[0] != '*' &&
        item.at[0] != '"') {
        return values_starred(b, ref, list);
    }
    const int field = ot__column_find(b->grid, b->header, b->rows, ref);
    if (field < 0) {
        return optional ? OT_OK : ot__no_column(b, ref);
    }
    return say_list(list, add_value(b, field), b->plan, b);
}

ot_status ot__bind_values(ot_binder *b, ot_dimension measure)
{
    const char *key = measure == OT_DIM_WEIGHT     ? "values.netweight"
                      : measure == OT_DIM_QUANTITY ? "values.quantity"
                                                   : "values";
    ot_status status = OT_OK;
    ot_str list;

    if (ot__spec_get(b->spec, key).n == 0) {
        key = "values";
    }
    for (size_t i = 0; ot__spec_each(b->spec, key, &i, &list) &&
                       b->plan->values < OT_PLAN_FIELDS;) {
        if (status == OT_OK) {
            status = values_line(b, list);
        }
    }
    return status;
}

void ot__add_value(ot_binder *b, int field)
{
    (void)add_value(b, field);
}
